"""Dates and times: 3 April 2017, April 3, 2017-04-03, 3/4/17, 19th century; 10.30am, 15:45, 9 o'clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.numeral import Kind, Numeral
from factcheck.text import openings
from factcheck.text.dispatch import Production
from factcheck.text.laps import lap_match
from factcheck.text.part import small_at
from factcheck.text.plural import is_plural
from factcheck.text.rank import ordinal_match
from factcheck.text.relation import YEARS
from factcheck.text.source import Match, Source
from factcheck.text.tokens import DASHES, SLASHES, Shape

LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
HOURS, MINUTES = frozenset(range(25)), range(60)


def whole_number(source: Source, at: int) -> int | None:
    """The number of a token that is digits only and no telephone number; None for any other."""
    token = source.tokens[at]
    plain = token.shape is Shape.DIGITS and token.text.isdecimal() and len(token.text) <= 9
    return int(token.text) if plain and not (len(token.text) > 1 and token.text[0] == "0") else None


def number_in(source: Source, at: int) -> int | None:
    """The number of a token that is digits only, even with a zero before them: 04."""
    token = source.tokens[at]
    return int(token.text) if token.shape is Shape.DIGITS and token.text.isdecimal() and len(token.text) <= 4 else None


def time_match(source: Source, at: int) -> Match | None:
    """15:45, 10.30am, 3 p.m., 9 o'clock."""
    tokens, end = source.tokens, at + 1
    if tokens[at].shape is Shape.WORD:
        return _time_in_words(source, at)
    hours, _, minutes = tokens[at].text.partition(".")
    if (
        tokens[at].shape not in (Shape.DIGITS, Shape.DOTTED)
        or not hours.isdecimal()
        or len(hours) > 2
        or int(hours) not in HOURS
    ):
        return None
    clock = tokens[end].text == ":" and source.attached(end) and source.attached(end + 1) and not minutes
    if clock:
        if not _is_minutes(tokens[end + 1].text):
            return None
        end += 2
        if tokens[end].text == ":" and source.attached(end) and _is_minutes(tokens[end + 1].text):
            end += 2
    if clock and lap_match(source, at) is not None:
        return None
    half = _day_half(source, end) if not minutes or _is_minutes(minutes) else end
    clock = clock or (_is_minutes(minutes) and _is_departure(source, at))
    return Match(Numeral("", Kind.TIME, None), at, half, half) if clock or half > end else None


def _time_in_words(source: Source, at: int) -> Match | None:
    """Half past nine, a quarter to 10, nine o'clock."""
    opener = source.language.apart.past_the_hour.match(source.tokens, at)
    start = at if opener is None else source.joined(opener.end)
    if start is None:
        return None
    hour = small_at(source, start)
    end = start + 1 if number_in(source, start) in HOURS else 0
    end = end if hour is None or hour[0] not in HOURS else hour[1]
    stop = _day_half(source, end) if end else 0
    told = end and (opener is not None or stop > end + 1)
    return Match(Numeral("", Kind.TIME, None), at, max(end, stop), max(end, stop)) if told else None


def _is_departure(source: Source, at: int) -> bool:
    """Whether a train or the like is named by the time at an index: the 7.15 from Leeds."""
    apart, word, place = source.language.apart, source.joined_word(at + 1), source.tokens[at + 2]
    led = source.word_before(at) in apart.determiners and word in apart.departures
    return led and (word not in apart.prepositions or (place.shape is Shape.WORD and place.text[0].isupper()))


def _is_minutes(text: str) -> bool:
    return len(text) == 2 and text.isdecimal() and int(text) in MINUTES


def _day_half(source: Source, at: int) -> int:
    """The index after an "am", "p.m." or "o'clock"; the same index where none stands there."""
    apart, tokens = source.language.apart, source.tokens
    if not (source.attached(at) or source.spaced(at)):
        return at
    if tokens[at].lower in apart.day_halves:
        return at + 1
    dotted = "".join(token.lower for token in tokens[at : at + 3])
    if dotted.replace(".", "") in apart.day_halves and tokens[at + 1].text == ".":
        return at + 4 if tokens[at + 3].text == "." and source.attached(at + 3) else at + 3
    if tokens[at].lower == "o" and tokens[at + 1].text in ("'", "’") and tokens[at + 2].lower in apart.clocks:
        return at + 3
    return at


def _month(source: Source, at: int) -> int:
    """The number of the month that is named at an index; 0 where none is."""
    token = source.tokens[at]
    named = token.shape is Shape.WORD and token.text[0].isupper()
    return source.language.apart.months.get(token.lower, 0) if named else 0


class _Day(NamedTuple):
    number: int
    end: int


def _days(source: Source, at: int) -> Iterator[_Day]:
    """A day at an index, and with it another that it goes on to: 3, 3rd; 3-5, 3 to 5."""
    first = _day(source, at)
    if first is None:
        return
    yield first
    tokens, numbers = source.tokens, source.language.relations.to | source.language.numbers.conjunctions
    if tokens[first.end].text in DASHES or source.joined_word(first.end) in numbers:
        second = _day(source, first.end + 1)
        if second is not None:
            yield second


def _day(source: Source, at: int) -> _Day | None:
    number, numbers = number_in(source, at), source.language.numbers
    if number is None:
        ordinal = (
            ordinal_match(source, at)
            if source.word(at) in numbers.ordinals or source.word(at) in numbers.tens
            else None
        )
        if ordinal is None or ordinal.numeral.value is None or ordinal.numeral.value > 31:
            return None
        return _Day(int(ordinal.numeral.value), ordinal.end)
    if not 0 < number <= 31 or len(source.tokens[at].text) > 2:
        return None
    ending = source.attached(at + 1) and source.tokens[at + 1].lower in source.language.apart.day_endings
    return _Day(number, at + 2 if ending else at + 1)


def _day_first(source: Source, at: int) -> Match | None:
    """3 April, 3rd of April 2017, 3-5 April, 3-Apr-17."""
    for day in tuple(_days(source, at)):
        index = source.joined(day.end)
        if index is not None and source.word(index) in source.language.numbers.of:
            index = source.joined(index + 1)
        month = 0 if index is None else _month(source, index)
        if index is not None and month:
            return _date(at, _year_after(source, _after_month(source, index)), day.number, month)
    return None


def _month_first(source: Source, at: int) -> Match | None:
    """April 3, April 3rd, 2017, April 2017; not in "in April 12 people"."""
    month = _month(source, at)
    index = source.joined(_after_month(source, at)) if month else None
    if index is None:
        return None
    days = tuple(_days(source, index))
    if days:
        end = _year_after(source, days[-1].end)
        counts = end == days[-1].end and is_plural(source, end)
        touched = source.attached(end) and (
            source.tokens[end].shape is not Shape.SIGN or source.tokens[end].text == "%"
        )
        return None if counts or touched else _date(at, end, days[-1].number, month)
    end = _year_after(source, index, comma=False)
    return _date(at, end, 1, month) if end > index else None


def _after_month(source: Source, at: int) -> int:
    """The index after a month's name and the stop of its abbreviation."""
    stop = source.tokens[at + 1].text == "." and source.attached(at + 1) and len(source.tokens[at].text) <= 4
    return at + 2 if stop and source.tokens[at + 2].shape is Shape.DIGITS else at + 1


def _year_after(source: Source, at: int, *, comma: bool = True) -> int:
    """The index after a year that goes on a date; the same index where none does."""
    index = at + 1 if comma and source.tokens[at].text == "," else at
    start = source.joined(index) if index == at or source.spaced(index) else None
    start = at if not comma and start is None else start
    if start is None or whole_number(source, start) not in YEARS or len(source.tokens[start].text) != 4:
        return at
    return start + 1


def _date(at: int, end: int, day: int, month: int, flags: tuple[str, ...] = ()) -> Match:
    if day > LONGEST_MONTHS[month - 1]:
        flags = (*flags, "impossible")
    return Match(Numeral("", Kind.DATE, None, flags=flags), at, end, end)


def _in_digits(source: Source, at: int) -> Match | None:
    """2017-04-03, 3/4/17; other chains of digits with hyphens are codes."""
    tokens, sign = source.tokens, source.tokens[at + 1].text
    if tokens[at].shape is not Shape.DIGITS or not sign or sign not in DASHES + SLASHES:
        return None
    end, numbers = at + 1, [tokens[at].text]
    while tokens[end].text == sign and source.attached(end) and source.attached(end + 1):
        if tokens[end + 1].shape is not Shape.DIGITS:
            break
        numbers.append(tokens[end + 1].text)
        end += 2
    if len(numbers) < 3 or not all(map(str.isdecimal, numbers)):
        return None
    return _told(at, end, numbers)


def _dotted(source: Source, at: int) -> Match | None:
    """3.4.2017; other digits with several points are codes: 1.2.3."""
    if source.tokens[at].shape is not Shape.DOTTED:
        return None
    numbers, stop = source.tokens[at].text.split("."), source.tokens[at + 1]
    stopped = stop.text in source.language.apart.day_endings and source.attached(at + 1)
    if len(numbers) == 2 and stopped and int(numbers[0]) in range(1, 32) and int(numbers[1]) in range(1, 13):
        return _date(at, at + 2, int(numbers[0]), int(numbers[1]))
    return _told(at, at + 1, numbers)


def _told(at: int, end: int, numbers: list[str]) -> Match:
    """A date of year, month and day, or of day and month in either order and year; else a code."""
    if len(numbers) == 3 and all(text.isdecimal() and len(text) in (1, 2, 4) for text in numbers):
        first, second, third = map(int, numbers)
        if len(numbers[0]) == 4 and second in range(1, 13) and third in range(1, 32):
            return _date(at, end, third, second)
        if len(numbers[2]) in (2, 4) and len(numbers[0]) < 4 and len(numbers[1]) < 4:
            day, month = (first, second) if second in range(1, 13) else (second, first)
            if day in range(1, 32) and month in range(1, 13):
                doubtful = first in range(1, 13) and second in range(1, 13) and first != second
                return _date(at, end, day, month, ("ambiguous-date",) if doubtful else ())
    return Match(Numeral("", Kind.CODE, None), at, end, end)


def _century(source: Source, at: int) -> Match | None:
    """The 19th century, twenty-first-century."""
    ordinal = ordinal_match(source, at)
    index = None if ordinal is None else source.joined(ordinal.end)
    if index is None or source.word(index) not in source.language.apart.centuries:
        return None
    return Match(Numeral("", Kind.DATE, None), at, index + 1, index + 1)


def quarter_match(source: Source, at: int) -> Match | None:
    """Q3, Q3 2017, H1 2018."""
    tokens = source.tokens
    if tokens[at].text not in source.language.apart.quarters or not source.attached(at + 1):
        return None
    if tokens[at + 1].shape is not Shape.DIGITS or number_in(source, at + 1) is None:
        return None
    end = _year_after(source, at + 2, comma=False)
    touched = source.attached(at + 2) and tokens[at + 2].shape is not Shape.SIGN
    short = len(tokens[at + 1].text) == 1 or tokens[at + 1].text[0] == "2"
    return Match(Numeral("", Kind.DATE, None), at, end, end) if short and not touched else None


DATES = (  # in words or in digits only
    Production(_day_first, openings.days),
    Production(_month_first, openings.months),
    Production(_in_digits, openings.digits),
    Production(_dotted, openings.dotted_digits),
    Production(_century, openings.centuries),
)
