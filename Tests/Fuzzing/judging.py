"""What no input may do."""
import json
import os
import signal
import xml.etree.ElementTree

MEMORY = 2 << 30
# What only the inside of a program says.
RAW = ["Fatal error", "Illegal instruction", "was not understood", "Error Domain", "NSError",
       "the internal error", "Swift.", "rror: <stdin>"]


def faults(command, outcome, folder):
    """What was wrong, in words that are the same for the same fault."""
    if outcome.is_late:
        return ["a hang"]
    if outcome.signal:
        return [f"ended by {signal.Signals(outcome.signal).name}"]
    found = []
    if outcome.memory > MEMORY:
        found.append("more than 2 GB of memory")
    found += [f"says {raw!r}" for raw in RAW if raw in outcome.errors]
    if any(ord(letter) < 32 and letter not in "\n\t\r" for letter in outcome.errors):
        found.append("control characters on standard error")
    if outcome.code != 0 and not outcome.errors.strip():
        found.append("an exit without a word")
    for name in command.outputs:
        path = os.path.join(folder, name)
        if outcome.code == 0:
            found += [f"exit 0, but {fault}" for fault in missing(path)]
        elif command.is_single and os.path.exists(path):
            found.append("failed, but left a result")
    found += [f"left {name}" for name in leftovers(folder)]
    return found


def missing(path):
    kind = os.path.splitext(path)[1][1:]
    if not kind:
        if not os.path.isdir(path) or not os.listdir(path):
            yield "nothing was written"
        return
    if not os.path.exists(path) or os.path.getsize(path) == 0:
        yield "nothing was written"
        return
    with open(path, "rb") as file:
        content = file.read()
    try:
        if kind == "svg":
            xml.etree.ElementTree.fromstring(content)
        elif kind == "json":
            json.loads(content)
        elif kind == "png" and not content.startswith(b"\x89PNG"):
            yield "what was written is no PNG"
    except (ValueError, xml.etree.ElementTree.ParseError):
        yield f"what was written is no {kind.upper()}"


def leftovers(folder):
    for _, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".partial"):
                yield "a .partial file"
