"""What data say of a quantity, and the files that were asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from factcheck.interval import Interval
from factcheck.rounding import decimal

MOST_PLACES = 40  # decimals of a value that is told exactly


@dataclass(frozen=True, slots=True)
class Figure:
    """What data say of a quantity: its value, or the values it may have where cells are hidden.

    `told` says it with where it comes from, "312 rows of cases.csv where platform = Facebook", and `whence` without the
    value. `sql` is the query that ran, empty for a single cell; `unit` is that of the cells; `inexact` names the column
    whose numbers were stored as binary fractions, so that their last digit is not known. `asked` is the question as the
    claims file has it.
    """

    value: Interval
    told: str
    whence: str
    file: str
    sql: str = ""
    unit: str = ""
    inexact: str = ""
    asked: Any = field(default=None, compare=False, repr=False)

    @property
    def words(self) -> str:
        """The value in words."""
        return values(self.value)

    def __str__(self) -> str:
        return self.told


@dataclass(frozen=True, slots=True)
class DataSource:
    """A file that data were read from: its path as the claims file has it, its bytes, and their SHA-256.

    `name` is that of the table, empty where only cells are asked; `pin` the SHA-256 that it is to have, empty for any.
    A table of a server has neither size nor SHA-256: `server` says what was asked, and as whom, and `read` at what
    moment, by its clock. Neither has one that Python holds: `held` says what it is.
    """

    name: str
    file: str
    size: int = 0
    sha256: str = ""
    pin: str = ""
    server: str = ""
    read: str = ""
    held: str = ""

    @property
    def is_as_pinned(self) -> bool:
        """Whether it is the file that was meant."""
        return self.pin in ("", self.sha256)

    def __str__(self) -> str:
        if self.server:
            return f"{self.file}: {self.server}, read at {self.read}; a server may say something else at any time"
        if self.held:
            return f"{self.file}: {self.held}"
        return f"{self.file}: {self.size:,} byte{'' if self.size == 1 else 's'}, sha256 {self.sha256}"


def values(interval: Interval) -> str:
    """The values of an interval with all their digits.

    >>> values(Interval.exactly(1628)), values(Interval(Fraction(1), Fraction(4))), values(Interval.at_least(3))
    ('1,628', '1 to 4', 'at least 3')
    """
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return digits(low)
    if low is None or high is None:
        end = low if low is not None else high
        strictly = ("above", "below") if interval.low_open or interval.high_open else ("at least", "at most")
        return "any number" if end is None else f"{strictly[low is None]} {digits(end)}"
    below = "below " if interval.high_open else ""
    return f"{'above ' if interval.low_open else ''}{digits(low)} to {below}{digits(high)}"


def digits(value: Fraction) -> str:
    """A decimal number with all its digits, as a fraction where it has no end.

    >>> digits(Fraction("1628.50")), digits(Fraction(1, 3))
    ('1,628.5', '1/3')
    """
    places = next((places for places in range(MOST_PLACES) if (value * 10**places).denominator == 1), None)
    return str(value) if places is None else decimal(value, places)
