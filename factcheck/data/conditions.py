"""What a column has to say in a row: one of some texts, none of them, or a number or a day between two ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import reduce
from numbers import Real
from typing import Annotated, Any

from pydantic import ValidationInfo

from factcheck.interval import EMPTY, Interval
from factcheck.mistake import near
from factcheck.model import Spelt, shown

OF_NUMBERS = ("at_least", "over", "at_most", "under")
OF_DAYS = ("from", "after", "to", "before", "in")
WORDS = ("not", *OF_NUMBERS, *OF_DAYS)
LOWER, UPPER = ("at_least", "over", "from", "after", "in"), ("at_most", "under", "to", "before", "in")
LIKE = dict(zip(OF_NUMBERS, OF_DAYS, strict=False))  # a word for numbers with its like for days
NUMBER = r"(-?[0-9]{1,18}(?:\.[0-9]{1,9})?)(%?)"
PLACES = 9  # decimals of a number that cells are compared with
PERIOD = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
LAST_YEAR, LAST_MONTH = 9999, 12


@dataclass(frozen=True, slots=True)
class End:
    """Where a range of numbers or days begins or ends: a word of `WORDS`, and a number or a day, month or year."""

    word: str
    text: str

    @property
    def allowed(self) -> Interval:
        """The numbers inside; of days, those of the days."""
        if self.word in OF_NUMBERS:
            value = number(self.text)
            return EMPTY if value is None else _ray(self.word, value)
        return _of_days(self.word, period(self.text) or EMPTY)

    def __str__(self) -> str:
        return f"{self.word.replace('_', ' ')} {self.text}"


def _ray(word: str, value: Fraction) -> Interval:
    if word in LOWER:
        return Interval(low=value, low_open=word == "over")
    return Interval(high=value, high_open=word == "under")


def _of_days(word: str, days: Interval) -> Interval:
    """The days that stand so to a period, by whole numbers with both ends inside."""
    low, high = days.low, days.high
    if low is None or high is None or days.is_empty:
        return EMPTY
    match word:
        case "from":
            return Interval.at_least(low)
        case "after":
            return Interval.at_least(high + 1)
        case "to":
            return Interval.at_most(high)
        case "before":
            return Interval.at_most(low - 1)
    return days


@dataclass(frozen=True, slots=True)
class Condition:
    """What a column has to say in a row: one of the texts, or none of them, and something between the ends.

    An empty text is an empty cell; with ends there are only texts that it is not to say.
    """

    values: tuple[str, ...] = ()
    negated: bool = False
    ends: tuple[End, ...] = ()

    @property
    def allowed(self) -> Interval:
        """The numbers between the ends; of days, those of the days."""
        return reduce(Interval.__and__, (end.allowed for end in self.ends), Interval())

    @property
    def is_of_days(self) -> bool:
        """Whether the ends are days."""
        return any(end.word in OF_DAYS for end in self.ends)

    @property
    def written(self) -> Any:
        """As a claims file has it."""
        found: Any = self.values[0] if len(self.values) == 1 else list(self.values)
        if not self.ends:
            return {"not": found} if self.negated else found
        return {**({"not": found} if self.values else {}), **{end.word: end.text for end in self.ends}}

    def __str__(self) -> str:
        told = [value or "empty" for value in self.values]
        listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} {'or'} {told[-1]}" if told else ""
        if self.ends:
            return " and ".join([*([f"is not {listed}"] if told else []), *map(str, self.ends)])
        if self.negated:
            return f"is not {listed}"
        return f"= {listed}" if self.values != ("",) and len(told) == 1 else f"is {listed}"


def number(text: str) -> Fraction | None:
    """A number as programs write it, or in hundredths; None for anything else.

    >>> number("12.5"), number("25%"), number("1,628")
    (Fraction(25, 2), Fraction(1, 4), None)
    """
    found = re.fullmatch(NUMBER, text)
    value = None if found is None else Fraction(found[1]) / (100 if found[2] else 1)
    return value if value is not None and (value * 10**PLACES).denominator == 1 else None


def period(text: str) -> Interval | None:
    """The days of a year, a month or a day, by number, both ends inside; None for anything else.

    >>> [str(period(text)) for text in ("2024-03-01", "2024-02", "2024", "1.3.2024", "2024-13")]
    ['[738946, 738946]', '[738917, 738945]', '[738886, 739251]', 'None', 'None']
    """
    found = re.fullmatch(PERIOD, text)
    if found is None:
        return None
    year, month, day = (None if part is None else int(part) for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        last = first.toordinal()
    elif month is not None and month < LAST_MONTH:
        last = date(first.year, month + 1, 1).toordinal() - 1
    else:
        last = date(first.year, LAST_MONTH, 31).toordinal()
    return Interval(Fraction(first.toordinal()), Fraction(last))


def _as_condition(value: Any, _: ValidationInfo) -> Condition:
    if isinstance(value, Condition):
        return value
    if not isinstance(value, Mapping):
        return Condition(_texts(value))
    wrong = next((str(word) for word in value if word not in WORDS), None)
    if wrong is not None or not value:
        read = "nothing" if wrong is None else repr(wrong)
        remedy = near(wrong or "", WORDS, "write {not: …}, or a range: {at_least: 18, under: 65}, {from: …, before: …}")
        raise ValueError(f"{read} where `not`, or an end of a range, was expected; {remedy}")
    texts = _texts(value["not"]) if "not" in value else ()
    ends = tuple(_end(str(word), text) for word, text in value.items() if word != "not")
    found = Condition(texts, negated=bool(texts), ends=ends)
    _check(found)
    return found


def _end(word: str, value: Any) -> End:
    is_exact = isinstance(value, str | int | date) and not isinstance(value, bool | datetime)
    text = f"{value:f}" if type(value).__name__ == "Decimal" else str(value).strip()
    end = End(word, text)
    if (is_exact or type(value).__name__ == "Decimal") and not end.allowed.is_empty:
        return end
    if isinstance(value, Real) and number(text) is not None:
        raise ValueError(f"`{word}`: {text} is a binary fraction, whose last digit is not known; write it as text")
    if word in OF_NUMBERS:
        of_days = f"; of days it is `{LIKE[word]}`" if period(text) is not None and "-" in text else ""
        what = f"a number as programs write it was expected, as in 18, 12.5 or 25%{of_days}"
    else:
        of_numbers = next((f"; of numbers it is `{mine}`" for mine, like in LIKE.items() if like == word), "")
        told = of_numbers if number(text) is not None else ""
        what = f"a day, a month or a year was expected, as in 2024-03-01, 2024-03 or 2024{told}"
    raise ValueError(f"`{word}`: {shown(value)} where {what}")


def _check(condition: Condition) -> None:
    """ValueError where the ends do not go together."""
    words = [end.word for end in condition.ends]
    mixed = [next((word for word in words if word in family), None) for family in (OF_NUMBERS, OF_DAYS)]
    if all(mixed):
        raise ValueError(f"`{mixed[0]}` is said of numbers, and `{mixed[1]}` of days; write one of them")
    for side, told in ((LOWER, "begins"), (UPPER, "ends")):
        twice = [f"`{word}`" for word in words if word in side]
        if len(twice) > 1:
            raise ValueError(f"{' and '.join(twice)} both say where the range {told}; write one of them")
    if condition.ends and condition.allowed.is_empty:
        raise ValueError(f"nothing is {' and '.join(map(str, condition.ends))}; change one of them")


def _texts(value: Any) -> tuple[str, ...]:
    several = value if isinstance(value, list | tuple) else [value]
    if not several:
        raise ValueError("a list without a value fits no row; name one")
    return tuple(map(_text, several))


def _text(value: Any) -> str:
    """A cell's text; pydantic would also take numbers that lose digits."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int):
        return str(value)
    raise ValueError(f"{shown(value)} where the text of a cell was expected; an empty cell is written ''")


_TEXTS = {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "array", "items": {"type": "string"}}]}
_NUMBER = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{NUMBER}$"}]}
_DAY = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^{PERIOD}$"}]}
_FIELDS = {"not": _TEXTS, **dict.fromkeys(OF_NUMBERS, _NUMBER), **dict.fromkeys(OF_DAYS, _DAY)}

Where = Annotated[
    Condition,
    Spelt(
        _as_condition,
        {
            "anyOf": [
                *_TEXTS["anyOf"],
                {"type": "object", "properties": _FIELDS, "minProperties": 1, "additionalProperties": False},
            ]
        },
    ),
]
"""One text that a column has to say, several of which it says one, `{not: …}`, or a range: `{at_least: 18, under: 65}`."""
