"""Numbers alike: every other number that could stand where one is printed, in as many digits and decimals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import overload

from factcheck.numeral import Form, Kind, Numeral, place_of

GREATEST_DENOMINATOR = 10  # of a fraction that has a word of its own
FRACTIONS = tuple(
    sorted({Fraction(over, under) for under in range(2, GREATEST_DENOMINATOR + 1) for over in range(1, under)})
)
"""The fractions that are told in words: from a tenth to nine tenths."""
UNCOUNTED = (Kind.RANGE, Kind.VAGUE, Kind.SUPPRESSED, Kind.DATE, Kind.TIME, Kind.YEAR, Kind.SCORE, Kind.CODE)
WRITTEN_OUT = (Form.DIGITS, Form.SCALED, Form.WORDS)


@dataclass(frozen=True, slots=True)
class Steps(Sequence[Fraction]):
    """The multiples of a quantum from the first to the last, by their number of quanta."""

    first: int
    last: int
    quantum: Fraction

    def __len__(self) -> int:
        return self.last - self.first + 1

    @overload
    def __getitem__(self, at: int) -> Fraction: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Fraction]: ...
    def __getitem__(self, at: int | slice) -> Fraction | Sequence[Fraction]:
        units = range(self.first, self.last + 1)[at]
        return units * self.quantum if isinstance(units, int) else [unit * self.quantum for unit in units]


def alike(printed: Numeral) -> Sequence[Fraction]:
    """The values of all numbers of the same form, its own among them, ascending; none where the form has no others.

    >>> from factcheck.text import read
    >>> [(len(alike(read(words))), str(alike(read(words))[0])) for words in ("956", "32.6%", "0.87%", "a fifth")]
    [(900, '100'), (900, '1/10'), (99, '1/10000'), (31, '1/10')]
    """
    value = printed.value
    if value is None or printed.ends is not None or printed.kind in UNCOUNTED:
        return ()
    if printed.form is Form.IN and printed.terms is not None:
        part, whole = (int(term) for term in printed.terms)
        first, last = _as_long(str(whole))
        return [Fraction(part, other) for other in range(last, max(first, part + 1) - 1, -1)]
    if printed.kind is Kind.FRACTION:
        return FRACTIONS
    digits = digits_of(printed)
    if not digits:
        return ()
    first, last = (1, 10 ** decimals(printed) - 1) if _is_below_one(digits, printed) else _as_long(digits)
    return Steps(first, last, printed.quantum) if value >= 0 else Steps(-last, -first, printed.quantum)


def digits_of(printed: Numeral) -> str:
    """The digits of a number without marks: "326" of 32.6%, "087" of 0.87%; empty where it is no plain number.

    >>> from factcheck.text import read
    >>> digits_of(read("32.6%")), digits_of(read("0.87%")), digits_of(read("£3.2bn")), digits_of(read("a third"))
    ('326', '087', '32', '')
    """
    if printed.value is None or printed.form not in WRITTEN_OUT or printed.kind in (Kind.FRACTION, *UNCOUNTED):
        return ""
    units = abs(printed.value) / printed.quantum
    return str(units).zfill(decimals(printed) + 1) if units.denominator == 1 else ""


def decimals(printed: Numeral) -> int:
    """How many decimals it is printed with: 1 for 32.6% and £3.2bn."""
    return max(len(str((printed.quantum / printed.scale).denominator)) - 1, 0)


def is_written(digits: str, printed: Numeral) -> bool:
    """Whether a number with as many decimals is written with such digits: no zero stands before a whole number.

    >>> from factcheck.text import read
    >>> is_written("08", read("80")), is_written("08", read("8.0")), is_written("80", read("8.0"))
    (False, True, True)
    """
    return not digits.startswith("0") or len(digits) == decimals(printed) + 1


def renumbered(printed: Numeral, value: Fraction) -> Numeral:
    """The number with another value of its form; its words stay as they are.

    >>> from factcheck.text import read
    >>> str(renumbered(read("nearly a fifth"), Fraction(1, 4)).meaning().hard)
    '[9/40, 1/4)'
    """
    terms = printed.terms
    if printed.form is Form.IN and terms is not None:
        terms = terms[0], terms[0] / value
    return replace(printed, value=value, place=place_of(value, printed.quantum), terms=terms)


def _is_below_one(digits: str, printed: Numeral) -> bool:
    return digits.startswith("0") and len(digits) == decimals(printed) + 1 > 1


def _as_long(digits: str) -> tuple[int, int]:
    """The least and the greatest number of as many digits, from 1."""
    return 10 ** (len(digits) - 1), 10 ** len(digits) - 1
