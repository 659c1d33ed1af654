"""Changes of texts, bytes and JSON values; all chance comes from the generator that is given."""
import copy
import json

NUMBERS = [
    "0", "-0.0", "1", "-1", "2", "0.5", "1e-320", "1e308", "-1e308", "1e309", "1e-400", "nan", "inf",
    "-inf", "NaN", "Infinity", "1_000", "0x10", "01", "1.", ".5", "+3", "1e", "1,5", "٣", "1e999999",
    "9007199254740993", "-7", "3.0000000000000004", "12", "100",
]
WORDS = [
    "", " ", "\n", "\r\n", "\t", "\0", "\x1b[31m", "\ufeff", "é", "e\u0301", "日本", "🙂", "ﷺ", "\u202e",
    "\\", "\\n", "\\N", "\\G", "\"", "'", "`", "<", ">", "&", "&amp;", "<b>", "</svg>", "]]>", "-->",
    "<!--", "--", "$", "%", "%s", "{", "}", "[", "]", "(", ")", ",", ";", ":", "=", "|", "#", "~", "@",
    "a" * 300, "a/b", "../x", "/dev/zero", "~/x", "true", "null", "none", "-", "0", "layer1/neuron1",
    "data", "loss", "x", "class", "label", "__proto__", "constructor", "graph", "node", "g",
]
HUGE = [0, 1, -1, 2, 3, 5, 7, 12, 1 << 31, 1 << 62, (1 << 63) - 1, 1 << 63, -(1 << 63), 1 << 64, 10 ** 30]


def text(choice, source, pieces=()):
    """`source` with one to four changes; `pieces` are other texts to take parts of."""
    for _ in range(choice.choice([1, 1, 1, 2, 2, 4])):
        source = choice.choice(TEXT_CHANGES)(choice, source, pieces)
    return source


def _span(choice, source, most=40):
    start = choice.randint(0, len(source))
    return start, min(len(source), start + choice.randint(0, most))


def _delete(choice, source, pieces):
    start, end = _span(choice, source)
    return source[:start] + source[end:]


def _repeat(choice, source, pieces):
    start, end = _span(choice, source)
    return source[:end] + source[start:end] * choice.choice([1, 2, 3, 30]) + source[end:]


def _insert(choice, source, pieces):
    start, _ = _span(choice, source)
    return source[:start] + choice.choice(WORDS + NUMBERS) + source[start:]


def _number(choice, source, pieces):
    """Another number in place of one."""
    places = [i for i, letter in enumerate(source) if letter.isdigit()]
    if not places:
        return source
    start = end = choice.choice(places)
    while start > 0 and source[start - 1] in "0123456789.-":
        start -= 1
    while end < len(source) and source[end] in "0123456789.eE":
        end += 1
    return source[:start] + choice.choice(NUMBERS) + source[end:]


def _word(choice, source, pieces):
    """Another word in place of one, or one of its own elsewhere."""
    words = source.replace(",", " ").replace(":", " ").split()
    if not words:
        return source
    old = choice.choice(words)
    return source.replace(old, choice.choice(WORDS + words), choice.choice([1, 1, -1]))


def _lines(choice, source, pieces):
    lines = source.split("\n")
    first, second = choice.randrange(len(lines)), choice.randrange(len(lines))
    kind = choice.randrange(4)
    if kind == 0:
        lines[first], lines[second] = lines[second], lines[first]
    elif kind == 1:
        lines.insert(first, lines[second])
    elif kind == 2:
        del lines[first]
    else:
        lines[first] = choice.choice(["  ", "\t", "- ", "#"]) + lines[first]
    return "\n".join(lines)


def _letter(choice, source, pieces):
    if not source:
        return source
    place = choice.randrange(len(source))
    return source[:place] + choice.choice("09-.,;:=+*/^()[]{}<>&\"'\\ \n\tabxyzE%é") + source[place + 1:]


def _cut(choice, source, pieces):
    return source[:choice.randint(0, len(source))]


def _splice(choice, source, pieces):
    if not pieces:
        return source
    other = choice.choice(list(pieces))
    start, end = _span(choice, other, 200)
    place, _ = _span(choice, source)
    return source[:place] + other[start:end] + source[place:]


def _nest(choice, source, pieces):
    opening, closing = choice.choice([("(", ")"), ("[", "]"), ("{a: ", "}"), ("-", ""), ("sin(", ")")])
    count = choice.choice([3, 30, 300, 3_000])
    start, end = _span(choice, source, 10)
    return source[:start] + opening * count + source[start:end] + closing * count + source[end:]


def _ends(choice, source, pieces):
    return source.replace("\n", choice.choice(["\r\n", "\r", "\n\n", "\n  "]))


TEXT_CHANGES = [_delete, _repeat, _insert, _insert, _number, _number, _number, _word, _word, _lines,
                _letter, _letter, _cut, _splice, _nest, _ends]


def raw(choice, source):
    """Bytes with one to eight changes."""
    source = bytearray(source)
    for _ in range(choice.choice([1, 1, 2, 4, 8])):
        place = choice.randint(0, max(0, len(source) - 1))
        kind = choice.randrange(6)
        if kind <= 2 and source:
            source[place] ^= 1 << choice.randrange(8)
        elif kind == 3:
            source[place:place + choice.randint(1, 16)] = b""
        elif kind == 4:
            source[place:place] = bytes(choice.choice([0, 255, 65, 123]) for _ in range(choice.randint(1, 16)))
        elif source:
            source[place:place + 8] = choice.choice(HUGE).to_bytes(16, "little", signed=True)[:8]
    return bytes(source[:choice.randint(0, len(source))] if choice.random() < 0.1 else source)


def json_text(choice, value):
    """The text of a JSON value with one to three changes, now and then of its letters."""
    if choice.random() < 0.1:
        return text(choice, json.dumps(value))
    value = copy.deepcopy(value)
    holder = [value]
    for _ in range(choice.choice([1, 1, 1, 2, 3])):
        change_json(choice, holder)
    return json.dumps(holder[0])


def change_json(choice, holder):
    """Changes something inside; each level of nesting is as likely as another."""
    inside = holder
    key = 0
    while isinstance(inside[key], (dict, list)) and inside[key] and choice.random() < 0.8:
        inside = inside[key]
        key = choice.choice(sorted(inside)) if isinstance(inside, dict) else choice.randrange(len(inside))
    inside[key] = other(choice, inside[key])
    if isinstance(inside, dict) and choice.random() < 0.1:
        del inside[key]
    elif inside is not holder and isinstance(inside, list) and choice.random() < 0.15:
        inside.insert(choice.randint(0, len(inside)), copy.deepcopy(inside[key]))


def other(choice, value):
    """Something in place of a value, mostly of the same type."""
    if choice.random() < 0.1:
        return choice.choice([None, True, 0, -1, "", "x", [], {}, [[]], 1e300, {"_0": 1}])
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return choice.choice([value + 1, value - 1, -value, value * 2, choice.randint(0, 60), choice.choice(HUGE)])
    if isinstance(value, float):
        return choice.choice([0.0, -value, value * 1e200, 1e-300, "nan", "inf", "-inf", value + 1, 1e308])
    if isinstance(value, str):
        return choice.choice([choice.choice(WORDS), value + "x", value[:-1], value * 2, value.upper()])
    if isinstance(value, list):
        return changed_list(choice, value)
    if isinstance(value, dict):
        return {key: value[key] for key in value if choice.random() < 0.9}
    return choice.choice([0, "x", [], 1.5])


def changed_list(choice, value):
    value = list(value)
    kind = choice.randrange(5)
    if kind == 0:
        return []
    if kind == 1 and value:
        return value[:-1]
    if kind == 2 and value:
        return value + [copy.deepcopy(choice.choice(value))]
    if kind == 3 and len(value) > 1:
        a, b = choice.randrange(len(value)), choice.randrange(len(value))
        value[a], value[b] = value[b], value[a]
        return value
    return value[::-1]
