"""The other numbers that might have stood where a number is printed: those of the same form, and its one-digit slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import overload

from factcheck.check.numbers.forms import step_of
from factcheck.claim import Claim
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral, place_of
from factcheck.rounding import Convention

MOST_LISTED = 1_000  # numbers of a form that are looked at one by one
LARGEST_PART = 10  # of the fractions that words tell: tenths

Terms = tuple[Fraction, Fraction] | None


@dataclass(frozen=True, slots=True)
class Others:
    """Every number of a form in ascending order, the printed one among them at `own`; `slips` are one digit away.

    `in_order` says that greater numbers stand for greater values, so that neighbours can be asked about at once.
    """

    numerals: Sequence[Numeral]
    own: int
    slips: tuple[int, ...] = ()
    in_order: bool = True
    words: str = ""

    def __len__(self) -> int:
        return len(self.numerals)


def others(claim: Claim, convention: Convention) -> Others | None:
    """The numbers of the form of a claim's printed number; None for words that have no such form, or where there are none.

    A number in digits or in number words may be any with the same number of digits and decimals; beside a hedge, with as
    many digits before its zeros end. A fraction may be any down to tenths; in "one in ten" and "3 to 1" either number may
    be another one of as many digits. Numbers that the kind of claim cannot print at all are left out: a share of 120%.
    """
    printed = claim.numeral
    if printed.value is None or printed.form is Form.EXACT or printed.surface in dict(convention.cells):
        return None
    if printed.kind is Kind.FRACTION or printed.terms is not None:
        found = _listed(printed, claim.plausible())
    else:
        found = _grid(printed, claim.plausible(), convention)
    return found if found is not None and len(found) > 1 else None


@dataclass(frozen=True, slots=True)
class _Grid(Sequence[Numeral]):
    """The printed number with so many units of its last place, from the first to below the last."""

    printed: Numeral
    step: Fraction
    units: range

    def __len__(self) -> int:
        return len(self.units)

    @overload
    def __getitem__(self, at: int) -> Numeral: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Numeral]: ...
    def __getitem__(self, at: int | slice) -> Numeral | Sequence[Numeral]:
        if isinstance(at, slice):
            return _Grid(self.printed, self.step, self.units[at])
        value = self.units[at] * self.step
        return replace(self.printed, value=value, place=place_of(value, self.printed.quantum))


def _grid(printed: Numeral, plausible: Interval, convention: Convention) -> Others | None:
    """The numbers with as many digits and decimals."""
    step, value = step_of(printed, convention), printed.exact_value
    if (value / step).denominator != 1:
        return None
    size, sign = abs(int(value / step)), -1 if value < 0 else 1
    decimals = max(len(str((step / printed.scale).denominator)) - 1, 0)
    digits = max(len(str(size)), decimals + 1)
    least = 10 ** (digits - 1) if digits > decimals + 1 else min(size, 1)
    within = (plausible * (sign / step)).shrunk_to_integers()
    low = least if within.low is None else max(least, int(within.low))
    high = 10**digits - 1 if within.high is None else min(10**digits - 1, int(within.high))
    units = range(low, high + 1) if sign > 0 else range(-high, -low + 1)
    hedged = printed.hedge is not None
    if sign * size not in units or (hedged and len(units) > MOST_LISTED):
        return None
    grid = _Grid(printed, step, units)
    slips = tuple(sorted(units.index(sign * slip) for slip in _slips(size, digits) if sign * slip in units))
    words = f"{printed.like(units[0] * step)} to {printed.like(units[-1] * step)}"
    return Others(tuple(grid) if hedged else grid, units.index(sign * size), slips, not hedged, words)


def _slips(size: int, digits: int) -> set[int]:
    """The numbers that come of one digit replaced by another, or of two neighbours swapped."""
    written = f"{size:0{digits}d}"
    found = {f"{written[:at]}{digit}{written[at + 1 :]}" for at in range(digits) for digit in "0123456789"}
    for at, (first, second) in enumerate(pairwise(written)):
        found.add(f"{written[:at]}{second}{first}{written[at + 2 :]}")
    return {int(slip) for slip in found} - {size}


def _listed(printed: Numeral, plausible: Interval) -> Others | None:
    """Fractions, and numbers that are told by two."""
    if printed.terms is None:
        shares = {Fraction(k, n): None for n in range(2, LARGEST_PART + 1) for k in range(1, n)}
        shares[printed.exact_value] = None
        told: list[tuple[Fraction, Terms]] = [(value, None) for value in shares]
        words = "fractions down to tenths"
    else:
        told = [(pair[0] / pair[1], pair) for pair in _pairs(*printed.terms)]
        words = "one of the two numbers changed"
    inside = sorted({value: pair for value, pair in told if value in plausible}.items())
    values = [value for value, _ in inside]
    if printed.exact_value not in values:
        return None
    numerals = tuple(
        replace(printed, value=value, terms=pair, place=place_of(value, printed.quantum)) for value, pair in inside
    )
    return Others(numerals, values.index(printed.exact_value), in_order=printed.hedge is None, words=words)


def _pairs(first: Fraction, second: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
    """The two numbers as they are, and with one of them another of as many digits."""
    yield first, second
    yield from ((first, other) for other in _as_long(second))
    yield from ((other, second) for other in _as_long(first))


def _as_long(number: Fraction) -> Iterator[Fraction]:
    if number.denominator == 1 and 0 < number < MOST_LISTED:
        digits = len(str(number))
        yield from (Fraction(other) for other in range(10 ** (digits - 1), 10**digits) if other != number)
