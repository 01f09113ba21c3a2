"""Whether a value may be printed as a numeral, with the wide sense that writers give to "nearly a tenth"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.numeral import Kind, Numeral, Sense

LOOSE = Fraction(1, 6)  # how far from a fraction in words its hedge may reach, of it
FEW_HUNDREDTHS = Fraction(2, 100)  # that rounded shares of one whole may be off from it
ABOVE = frozenset({Sense.MORE_THAN, Sense.JUST_OVER, Sense.AT_LEAST})
BELOW = frozenset({Sense.NEARLY, Sense.JUST_UNDER, Sense.UNDER})


def fits(value: Fraction, numeral: Numeral) -> bool:
    """Whether the value may be printed so, with the numeral's hedge."""
    return value in numeral.meaning().hard or is_near(value, numeral)


def is_near(value: Fraction, numeral: Numeral) -> bool:
    """Whether a value is on the side that the hedge of a fraction names, and not far from it."""
    if numeral.hedge is None or numeral.kind not in (Kind.FRACTION, Kind.RATIO) or numeral.value is None:
        return False
    apart = (value - numeral.value) / numeral.value if numeral.value else Fraction(0)
    side = 1 if numeral.hedge.sense in ABOVE else -1 if numeral.hedge.sense in BELOW else 0
    return 0 < side * apart <= LOOSE


def is_in_points(told: Numeral, one: Numeral, other: Numeral) -> bool:
    """Whether a percentage is the distance of two others, as where "per cent" was written for percentage points."""
    if any(each.kind is not Kind.PERCENT for each in (told, one, other)):
        return False
    of_one_whole = abs(told.exact_value + one.exact_value + other.exact_value - 1) <= FEW_HUNDREDTHS
    return not of_one_whole and abs(one.exact_value - other.exact_value) == abs(told.exact_value)
