"""What a cell says as a number: exact, or the values that a hidden one stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from factcheck.data.error import DataError
from factcheck.interval import Interval
from factcheck.model import EXACT_KINDS, shown
from factcheck.numeral import Form, Kind, Numeral
from factcheck.rounding import Convention, Rounding, decimal
from factcheck.text import DEFAULT, read

PLAIN = r"-?(0|[1-9][0-9]{0,999})(\.[0-9]{1,999})?"  # as programs write numbers
STORED = r"-?[0-9]{1,400}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?"
AMBIGUOUS = r"-?[0-9]{1,3}(\.[0-9]{3})+"  # a thousand or more in German, and a decimal number to a program
LARGEST_WHOLE = 10**15  # binary numbers below it keep every digit


@dataclass(frozen=True, slots=True)
class Cells:
    """How the cells of an article's data are read: in a language, with what it says that marked cells stand for.

    `stated` says that the table names the language itself.
    """

    language: str = DEFAULT
    marked: Mapping[str, Interval] = field(default_factory=dict)
    stated: bool = False

    def value(self, text: str | None, *, stored: bool) -> tuple[Interval, str]:
        """The values that a cell may stand for, and their unit; `stored`: as a number, not as text.

        DataError where it says no number.
        """
        words = (text or "").strip()
        if words in self.marked:
            return self.marked[words], ""
        if not words:
            raise DataError(
                "the cell is empty", "say under `cells` what '' stands for, or leave such rows out by `where`"
            )
        number = _stored(words) if stored else self._plain(words)
        return (Interval.exactly(number), "") if number is not None else self._worded(words)

    def _plain(self, words: str) -> Fraction | None:
        """A number as programs write it; where the article's language reads it otherwise, the table has to say."""
        if self.stated and self.language != DEFAULT:
            return None
        if not re.fullmatch(PLAIN, words):
            return None
        if self.language != DEFAULT and re.fullmatch(AMBIGUOUS, words):
            message = f"{words!r} is one number to a program and another in the language of the article"
            raise DataError(message, f"say which with the table: `language: {self.language}` or `language: en`")
        return Fraction(words)

    def _worded(self, words: str) -> tuple[Interval, str]:
        try:
            number = read(words, self.language)
        except ValueError:
            raise DataError(
                f"{shown(words)} is no number", "correct it, or say under `cells` what it stands for"
            ) from None
        if number.kind in (Kind.SUPPRESSED, Kind.RANGE) and number.hedge is None:
            return number.meaning(Convention(Rounding.EXACT)).hard, ""
        if not _is_exact(number):
            raise DataError(f"{shown(words)} is no exact number", "correct it, or say under `cells` what it stands for")
        return Interval.exactly(number.exact_value), number.unit


def _is_exact(number: Numeral) -> bool:
    alone = number.value is not None and number.ends is None and number.terms is None and number.hedge is None
    return alone and number.kind in EXACT_KINDS and number.form is Form.DIGITS


def _stored(words: str) -> Fraction | None:
    return Fraction(words) if re.fullmatch(STORED, words) else None


def written(number: str) -> str:
    """A number from a program's printed form, without an exponent and without zeros that say nothing.

    >>> written("3.0"), written("1e-07"), written("1.50"), written("nan")
    ('3', '0.0000001', '1.5', 'nan')
    """
    if not re.fullmatch(STORED, number):
        return number
    value = Fraction(number)
    places = next(places for places in range(1_400) if (value * 10**places).denominator == 1)
    return decimal(value, places).replace(",", "")
