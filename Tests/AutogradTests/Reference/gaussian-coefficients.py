#!/usr/bin/env python3
"""Writes Sources/Autograd/Gaussian+Coefficients.swift to standard output, with mpmath; with --page
the same for Sources/Playback/Page/formulas.js.

Mills' ratio M(a) = Phi(-a)/phi(a) from 0 to 40 as a series in t = (a - 4)/(a + 4): interpolated at
Chebyshev's nodes with 60 digits, cut where the rest is below half a unit of the last place, and
written as powers of t. Schonfelder 1978, "Chebyshev expansions for the error and related functions".
"""
import sys

from mpmath import cos, erfc, exp, findroot, mp, mpf, pi, sqrt

mp.dps = 60
K, LIMIT, NODES = mpf(4), mpf(40), 60


def mills(a):
    return sqrt(pi / 2) * exp(a * a / 2) * erfc(a / sqrt(mpf(2)))


ZERO = findroot(lambda a: mills(a) - a, 0.7518)
FUNCTIONS = [
    ("mills", "M(a)·(1 + a) / √2π.", 23, lambda a: mills(a) * (1 + a) / sqrt(2 * pi)),
    ("slopes", "(M(a) − a) / (zero − a) / √2π.", 21,
     lambda a: (mills(a) - a) / (ZERO - a) / sqrt(2 * pi)),
]


def series(function, degree):
    top = (LIMIT - K) / (LIMIT + K)
    angles = [pi * (2 * j + 1) / (2 * NODES) for j in range(NODES)]
    places = [(cos(angle) + 1) / 2 * (top + 1) - 1 for angle in angles]
    values = [function(K * (1 + t) / (1 - t)) for t in places]
    chebyshev = [
        (2 if n else 1) * sum(v * cos(n * angle) for v, angle in zip(values, angles)) / NODES
        for n in range(NODES)]
    assert sum(abs(c) for c in chebyshev[degree + 1:NODES - 5]) < mpf(2) ** -55
    # Chebyshev's polynomials of s = scale * t + shift as powers of t.
    scale = 2 / (top + 1)
    shift = scale - 1
    before, last = [mpf(1)], [shift, scale]
    powers = [chebyshev[0] + chebyshev[1] * shift, chebyshev[1] * scale] + [mpf(0)] * (degree - 1)
    for n in range(2, degree + 1):
        following = [mpf(0)] * (n + 1)
        for i, c in enumerate(last):
            following[i] += 2 * shift * c
            following[i + 1] += 2 * scale * c
        for i, c in enumerate(before):
            following[i] -= c
        before, last = last, following
        for i, c in enumerate(last):
            powers[i] += chebyshev[n] * c
    return powers


def rows(degree, function, indent):
    numbers = [repr(float(c)) for c in series(function, degree)]
    return [indent + ", ".join(numbers[start:start + 3]) + "," for start in range(0, len(numbers), 3)]


HIGH = float(ZERO)
LOW = float(ZERO - mpf(HIGH))
if "--page" in sys.argv:
    print(f"  zero: [{HIGH!r}, {LOW!r}],")
    for name, _, degree, function in FUNCTIONS:
        print(f"  {name}: [", *rows(degree, function, "    "), "  ],", sep="\n")
    sys.exit()
print("// Written by Tests/AutogradTests/Reference/gaussian-coefficients.py.\n")
print("extension Gaussian {")
print("  /// Where M(a) = a, and so the slope on the left is 0: the nearest number, and the rest.")
print(f"  static let zero = (high: {HIGH!r}, low: {LOW!r})")
for name, meaning, degree, function in FUNCTIONS:
    print(f"\n  /// {meaning}")
    print(f"  static let {name}: [Double] = [", *rows(degree, function, "    "), "  ]", sep="\n")
print("}")
