#!/usr/bin/env python3
"""Writes the reference table of operations: operations/NAME.txt beside this file, with mpmath.

Each line has an operation's operands, its value and its slopes, as the bits of the nearest doubles in
hexadecimal digits; "-" stands for what the table does not say, such as a slope at infinity that has
no limit. The places are drawn over the whole double range, from one seed for each operation, so that
the files are the same each time. `operations.py NAME ...` writes the files of these alone.

A new operation is a new entry of OPERATIONS: how many operands (None: one to eight), the places, the
value, and the slopes.
"""
import random
import struct
import sys
from fractions import Fraction
from math import copysign, inf, isinf, isnan, nan
from pathlib import Path

from mpmath import (
    atan2, cos, erfc, exp, expm1, findroot, log, log1p, mp, mpf, pi, power, sech, sin, sqrt, tan,
    tanh)

mp.dps = 80
LEAST, NORMAL, MOST = 5e-324, 2.0 ** -1022, 1.7976931348623157e308
SPECIAL = [0.0, -0.0, inf, -inf, nan]


# Numbers

def rounded(number):
    """The nearest double; ties go to even, and the sign of what is too small stays."""
    if number is None or isinstance(number, float):
        return number
    if isinstance(number, int):
        number = Fraction(number)
    if isinstance(number, mpf):
        if number == 0:
            return 0.0
        if mp.isinf(number) or mp.isnan(number):
            return float(number)
        sign = -1.0 if number < 0 else 1.0
        man, exponent = int(abs(number).man), int(abs(number).exp)
        if exponent + man.bit_length() > 1100:
            return sign * inf
        if exponent + man.bit_length() < -1200:
            return sign * 0.0
        number = Fraction(man) * Fraction(2) ** exponent * int(sign)
    try:
        result = number.numerator / number.denominator
    except OverflowError:
        return inf if number > 0 else -inf
    return copysign(result, -1 if number < 0 else 1)


def bits(number):
    if number is None:
        return "-"
    if isnan(number):
        return "7ff8000000000000"
    return struct.pack(">d", number).hex()


def next_up(x, steps=1):
    """The double `steps` further in the order of numbers."""
    word = struct.unpack(">q", struct.pack(">d", x))[0]
    word = word if word >= 0 else -(word & (2 ** 63 - 1))
    word += steps
    word = word if word >= 0 else -word | 2 ** 63
    return struct.unpack(">d", struct.pack(">Q", word & (2 ** 64 - 1)))[0]


def isfinite(*numbers):
    return not any(isnan(x) or isinf(x) for x in numbers)


def fractions(*numbers):
    return [Fraction(x) for x in numbers]


# Places

def anywhere(rng):
    """A number of any size and either sign, below the normal range too."""
    if rng.random() < 0.1:
        return copysign(rng.getrandbits(rng.randint(1, 52)) * LEAST, rng.random() - 0.5)
    return copysign((1 + rng.random()) * 2.0 ** rng.randint(-1022, 1023), rng.random() - 0.5)


def around(*centers, steps=(0, 1, 2, 5, 100, 10 ** 6)):
    return [next_up(c, s * side) for c in centers for s in steps for side in (1, -1)]


EDGES = [s * x for x in (
    LEAST, 3 * LEAST, 2.0 ** -1030, NORMAL, next_up(NORMAL, -1), next_up(NORMAL), 2.0 ** -600, 1e-100,
    2.0 ** -53, 2.0 ** -27, 1e-5, 0.5, 1.0, next_up(1.0), next_up(1.0, -1), 2.0, 1e5, 2.0 ** 53, 1e100,
    1e200, MOST / 2, MOST) for s in (1, -1)]


def unary(rng, *near, reach=800):
    places = SPECIAL + EDGES + [float(x) for x in near]
    places += [anywhere(rng) for _ in range(50)]
    for width in (1, 4, 40, reach):
        places += [rng.uniform(-width, width) for _ in range(40)]
    return [(x,) for x in places]


def positive(places):
    """Places of which all but a few are positive."""
    return places[:12] + [(abs(x),) for (x,) in places[12:]]


def binary(rng, *near):
    some = SPECIAL + [LEAST, -NORMAL, 0.5, -1.0, 3.0, MOST, -MOST]
    places = [(x, y) for x in some for y in some] + list(near)
    places += [(anywhere(rng), anywhere(rng)) for _ in range(60)]
    for _ in range(60):
        x = anywhere(rng)
        places.append((x, rounded(Fraction(x) * Fraction(rng.uniform(-3, 3)))))
    places += [(rng.uniform(-9, 9), rng.uniform(-9, 9)) for _ in range(60)]
    for _ in range(30):
        # One of few digits beside one of all.
        few = copysign(rng.getrandbits(rng.randint(1, 45)) * LEAST, rng.random() - 0.5)
        pair = [few, rng.uniform(-1, 1) * 2.0 ** rng.randint(-40, 2)]
        places.append(tuple(pair if rng.random() < 0.5 else reversed(pair)))
    places += [(float(rng.randint(-60, 60)), float(rng.randint(-60, 60))) for _ in range(30)]
    return places


def powers(rng):
    places = binary(rng, (2.0, 1023.5), (0.5, 1080.5), (1 - 1e-10, 7.5e12), (1 + 1e-10, 7.1e12))
    for _ in range(120):
        # Of any base such a power that value or slopes are near the ends of the range, or between.
        x = abs(anywhere(rng))
        if x == 1:
            continue
        y = rng.choice([rng.uniform(-760, 730), rng.uniform(-746, -700), rng.uniform(700, 712)])
        places.append((x, float(y / log(mpf(x)))))
    for _ in range(60):
        x = next_up(1.0, rng.choice([1, -1]) * rng.randint(1, 2 ** rng.randint(1, 40)))
        places.append((x, float(rng.uniform(-740, 705) / log(mpf(x)))))
    for _ in range(60):
        places.append((-rng.uniform(0.1, 30), float(rng.randint(-90, 90))))
    for _ in range(30):
        places.append((rng.random(), rng.uniform(-1, 1) * NORMAL))
    for _ in range(60):
        places.append((rng.uniform(0, 20), rng.choice([2.0, -1.0, 0.5, 3.0, -2.0, rng.uniform(-5, 5)])))
    return places


def quotients(rng):
    places = binary(rng, (49.0, 49.0), (3.0, 10.0))
    for _ in range(60):
        # A quotient below the normal range, whose slope by the divisor is not.
        y = rng.uniform(1, 2) * 2.0 ** rng.randint(-300, -1)
        places.append((rounded(Fraction(y) * Fraction(rng.uniform(0, 1)) * Fraction(NORMAL)), y))
    return places


# Formulas

def smooth(value, slopes, at_zero=None, at_inf=(nan, None), at_minus_inf=(nan, None)):
    """An operation of one operand; at −0 an odd function keeps the sign."""
    def result(x):
        if isnan(x):
            return nan, (nan,)
        if isinf(x):
            number, slope = at_inf if x > 0 else at_minus_inf
            return number, (slope,)
        if x == 0 and at_zero is not None:
            number, slope = at_zero(x)
            return number, (slope,)
        return value(mpf(x)), (slopes(mpf(x)),)
    return result


def kinked(value, slope):
    """Made of straight lines, whose slope at what is no number is nobody's business."""
    def result(x):
        return (nan, (None,)) if isnan(x) else (value(x), (slope(x),))
    return result


def normal(x):
    if abs(x) > 60:  # beyond what mpmath takes, 0 and 1 in hundreds of digits
        return exp(-x * x / 2) if x < 0 else mpf(1)
    return erfc(-x / sqrt(mpf(2))) / 2


def gelu_slope(x):
    return normal(x) + x * exp(-x * x / 2) / sqrt(2 * pi)


GELU_ZERO = float(findroot(gelu_slope, -0.7518))


def logistic(x):
    return 1 / (1 + exp(-x)) if x > 0 else exp(x) / (1 + exp(x))


def logistic_slope(x):
    return exp(-abs(x)) / (1 + exp(-abs(x))) ** 2


def log_of(x):
    if isnan(x) or x < 0:
        return nan, (nan if isnan(x) else None,)
    if x == 0:
        return -inf, (copysign(inf, x),)
    return (inf, (0.0,)) if isinf(x) else (log(mpf(x)), (1 / Fraction(x),))


def sqrt_of(x):
    if isnan(x) or x < 0:
        return nan, (nan,)
    if x == 0:
        return x, (inf,)
    return (inf, (0.0,)) if isinf(x) else (sqrt(mpf(x)), (1 / (2 * sqrt(mpf(x))),))


def add(x, y):
    if not isfinite(x, y) or x == 0 == y:
        return x + y, (1.0, 1.0)
    total = sum(fractions(x, y))
    return total, (1.0, 1.0)


def subtract(x, y):
    return add(x, -y)[0], (1.0, -1.0)


def multiply(x, y):
    if not isfinite(x, y) or x * y == 0 and 0 in (x, y):
        return x * y, (y, x)
    return Fraction(x) * Fraction(y), (y, x)


def divide(x, y):
    if isnan(x) or isnan(y):
        return nan, (None, nan)
    sign = copysign(1, x) * copysign(1, y)
    if isinf(y):
        return (nan if isinf(x) else sign * 0.0), (0.0, None)
    if y == 0:
        return (nan if x == 0 else sign * inf), (copysign(inf, y), None)
    if isinf(x):
        return sign * inf, (1 / Fraction(y), None)
    if x == 0:
        return sign * 0.0, (1 / Fraction(y), 0.0)
    x, y = fractions(x, y)
    return x / y, (1 / y, -x / (y * y))


def special_power(x, y):
    """As ISO C, annex F.10.4.4, has it."""
    is_odd = isfinite(y) and y == int(y) and int(y) % 2 == 1
    if y == 0 or x == 1:
        return 1.0
    if isnan(x) or isnan(y):
        return nan
    if x == 0:
        size = 0.0 if y > 0 else inf
        return copysign(size, x) if is_odd else size
    if isinf(y):
        if abs(x) == 1:
            return 1.0
        return inf if (abs(x) > 1) == (y > 0) else 0.0
    size = inf if y > 0 else 0.0
    return -size if x < 0 and is_odd else size


def power_of(x, y):
    if not isfinite(x, y) or x == 0:
        by_base = 0.0 if y == 0 else None
        by_exponent = 0.0 if x == 0 and y >= 0 else None
        if x == 0 and y >= 1:
            by_base = 1.0 if y == 1 else 0.0
        return special_power(x, y), (by_base, by_exponent)
    if x < 0 and y != int(y):
        return nan, (nan, nan)
    if y == 0:
        return 1.0, (0.0, log(mpf(x)) if x > 0 else None)
    sign = -1 if x < 0 and int(y) % 2 else 1
    size, slope = power(mpf(abs(x)), mpf(y)), power(mpf(abs(x)), mpf(y) - 1)
    return sign * size, (
        (-sign if x < 0 else sign) * mpf(y) * slope, size * log(mpf(x)) if x > 0 else None)


def chosen(x, y, is_first):
    if isnan(x) or isnan(y):
        return nan, (None, None)
    if x == y:
        signs = [copysign(1, x), copysign(1, y)]
        return copysign(x, (max if is_first(1, 0) else min)(signs)), (0.5, 0.5)
    return (x, (1.0, 0.0)) if is_first(x, y) else (y, (0.0, 1.0))


def angle(y, x):
    if isnan(x) or isnan(y):
        return nan, (nan, nan)
    if y == 0 and (x > 0 or x == 0 and copysign(1, x) > 0):
        value = y
    elif isinf(x) or isinf(y) or 0 in (x, y):
        turn = mpf(0 if x > 0 else 1)
        if isinf(x) and isinf(y):
            turn = mpf(1 if x > 0 else 3) / 4
        elif isinf(y) or x == 0 and y != 0:
            turn = mpf(1) / 2
        value = copysign(0.0, y) if turn == 0 else turn * pi * int(copysign(1, y))
    else:
        value = atan2(mpf(y), mpf(x))
    if x == 0 == y:
        return value, (nan, nan)
    if isinf(x) or isinf(y):
        return value, (0.0, 0.0)
    a, b = fractions(y, x)
    return value, (b / (a * a + b * b), -a / (a * a + b * b))


def lists(rng):
    """One to eight operands: of any size, alike, far apart, and such that their powers add up to 1."""
    places = [(x,) for x in SPECIAL + EDGES]
    places += [(x, y) for x in (inf, -inf, nan, 0.0, MOST, -MOST) for y in (-inf, nan, 1.0, MOST, -MOST)]
    places += [(0.0, -50.0), (1000.0, 1000.0), (-745.0, -745.0, -745.2), (LEAST, -40.0)]
    for scale in (1e-300, 1e-10, 0.1, 3, 50, 700, 1e5, 1e300):
        for count in (1, 2, 3, 5, 8):
            for _ in range(4):
                places.append(tuple(rng.uniform(-scale, scale) for _ in range(count)))
                places.append(tuple(-abs(rng.uniform(-scale, scale)) for _ in range(count)))
    for _ in range(60):
        places.append(tuple(anywhere(rng) for _ in range(rng.randint(1, 4))))
        shares = [rng.random() for _ in range(rng.randint(2, 5))]
        off = rng.choice([0, 1e-12, 1e-9, 1e-5, 0.1]) * rng.uniform(-1, 1)
        places.append(tuple(float(log(mpf(s) / sum(shares))) + off for s in shares))
    return places


def log_sum_exp(*operands):
    if any(isnan(x) for x in operands):
        return nan, [nan] * len(operands)
    largest = max(operands)
    if isinf(largest):
        alone = largest > 0 and operands.count(largest) == 1
        return largest, [float(x == largest) if alone else None for x in operands]
    with mp.workdps(400):
        powers = [exp(mpf(x) - mpf(largest)) if x != -inf else mpf(0) for x in operands]
        total = sum(powers)
        return mpf(largest) + log(total), [power / total for power in powers]


TURNS = [float(k * pi / 2) for k in list(range(-12, 13)) + [10 ** 6, 10 ** 15, 10 ** 22 + 1]]
SLOPE = Fraction(0.01)

OPERATIONS = {
    "add": (2, lambda rng: binary(rng), add),
    "subtract": (2, lambda rng: binary(rng), subtract),
    "multiply": (2, lambda rng: binary(rng), multiply),
    "divide": (2, quotients, divide),
    "negate": (1, unary, lambda x: (-x, (-1.0,))),
    "power": (2, powers, power_of),
    "exp": (
        1, lambda rng: unary(rng, *around(709.782712893384, -708.396, -745.133)),
        smooth(exp, exp, at_inf=(inf, inf), at_minus_inf=(0.0, 0.0))),
    "log": (1, lambda rng: positive(unary(rng, *around(1.0, 2.0, 0.5))), log_of),
    "sqrt": (1, lambda rng: positive(unary(rng)), sqrt_of),
    "sin": (
        1, lambda rng: unary(rng, *around(*TURNS, steps=(0, 1))),
        smooth(sin, cos, at_zero=lambda x: (x, 1.0), at_inf=(nan, nan), at_minus_inf=(nan, nan))),
    "cos": (
        1, lambda rng: unary(rng, *around(*TURNS, steps=(0, 1))),
        smooth(cos, lambda x: -sin(x), at_inf=(nan, nan), at_minus_inf=(nan, nan))),
    "tan": (
        1, lambda rng: unary(rng, *around(*TURNS, steps=(0, 1))),
        smooth(
            tan, lambda x: 1 / cos(x) ** 2, at_zero=lambda x: (x, 1.0), at_inf=(nan, nan),
            at_minus_inf=(nan, nan))),
    "tanh": (
        1, lambda rng: unary(rng, *around(0.55, 18.7, 20.0, 350.0, -354.0, 372.6)),
        smooth(
            tanh, lambda x: sech(x) ** 2 if abs(x) < 1000 else 4 * exp(-2 * abs(x)),
            at_zero=lambda x: (x, 1.0), at_inf=(1.0, 0.0), at_minus_inf=(-1.0, 0.0))),
    "sigmoid": (
        1, lambda rng: unary(rng, *around(1.05, -0.69, 36.7, -708.4, 745.1)),
        smooth(logistic, logistic_slope, at_inf=(1.0, 0.0), at_minus_inf=(0.0, 0.0))),
    "relu": (
        1, unary, kinked(lambda x: x if x > 0 else 0.0, lambda x: 1.0 if x > 0 else 0.0)),
    "leakyRelu": (
        1, unary,
        kinked(
            lambda x: x if x > 0 or x == 0 or isinf(x) else SLOPE * Fraction(x),
            lambda x: 1.0 if x > 0 else 0.01)),
    "gelu": (
        1, lambda rng: unary(rng, *around(GELU_ZERO, -38.4, -37.6, -34.6, -8.3, 8.3), reach=39),
        smooth(
            lambda x: x * normal(x), gelu_slope, at_zero=lambda x: (x, 0.5), at_inf=(inf, 1.0),
            at_minus_inf=(-0.0, 0.0))),
    "softplus": (
        1, lambda rng: unary(rng, *around(36.7, -36.7, -708.4, -745.1)),
        smooth(
            lambda x: max(x, 0) + log1p(exp(-abs(x))), logistic, at_inf=(inf, 1.0),
            at_minus_inf=(0.0, 0.0))),
    "abs": (
        1, unary, kinked(abs, lambda x: 1.0 if x > 0 else -1.0 if x < 0 else 0.0)),
    "maximum": (2, lambda rng: binary(rng), lambda x, y: chosen(x, y, lambda a, b: a > b)),
    "minimum": (2, lambda rng: binary(rng), lambda x, y: chosen(x, y, lambda a, b: a < b)),
    "atan2": (2, lambda rng: binary(rng), angle),
    "argument": (1, unary, lambda x: (x, (1.0,))),
    "logSumExp": (None, lists, log_sum_exp),
}
OPERATIONS["spelledTanh"] = OPERATIONS["tanh"]


def lines(name):
    _, places, formula = OPERATIONS[name]
    rng = random.Random("tanh" if name == "spelledTanh" else name)
    seen = set()
    for operands in places(rng):
        key = tuple(bits(x) for x in operands)
        if key in seen:
            continue
        seen.add(key)
        value, slopes = formula(*operands)
        yield " ".join([*key, *(bits(rounded(number)) for number in (value, *slopes))])


folder = Path(__file__).parent / "operations"
folder.mkdir(exist_ok=True)
for name in sys.argv[1:] or OPERATIONS:
    (folder / f"{name}.txt").write_text("\n".join(lines(name)) + "\n")
