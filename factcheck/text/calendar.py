"""The day that a date names."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.numeral import Kind, Numeral
from factcheck.text.language import load

LONGEST_DAY = 2  # digits


def day_of(numeral: Numeral, language: str = "en") -> date | None:
    """The day that a date names with its year; None where it names none, several, or may name another.

    >>> from factcheck.text import find
    >>> [day_of(date) for date in find("It opened on 3rd of April 2018, and not on 3-5 April 2018 or in April 2018.")]
    [datetime.date(2018, 4, 3), None, None]
    """
    if numeral.kind is not Kind.DATE or numeral.flags:
        return None
    digits, words = re.findall(r"\d+", numeral.surface), re.findall(r"[^\W\d_]+", numeral.surface)
    months = load(language).apart.months
    named = [months[word.lower()] for word in words if word.lower() in months]
    numbers = [int(number) for number in digits]
    match [len(number) <= LONGEST_DAY for number in digits]:
        case [True, False] if len(named) == 1:
            day, month, year = numbers[0], named[0], numbers[1]
        case [False, True, True] if not named:
            year, month, day = numbers
        case [True, True, False] if not named:
            day, month = (numbers[0], numbers[1]) if numbers[1] in range(1, 13) else (numbers[1], numbers[0])
            year = numbers[2]
        case _:
            return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(numeral: Numeral, language: str = "en") -> tuple[date, date] | None:
    """The first and the last day of a month of a year; None where a date names something else.

    >>> from factcheck.text import find
    >>> [month_of(date) for date in find("In April 2018, or on 3 May 2018?")]
    [(datetime.date(2018, 4, 1), datetime.date(2018, 4, 30)), None]
    """
    told = re.fullmatch(r"([^\W\d_]+),?\s+(\d{4})", numeral.surface)
    month = None if told is None else load(language).apart.months.get(told[1].lower())
    if (
        told is None
        or month is None
        or numeral.kind is not Kind.DATE
        or not date.min.year <= int(told[2]) < date.max.year
    ):
        return None
    first = date(int(told[2]), month, 1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
