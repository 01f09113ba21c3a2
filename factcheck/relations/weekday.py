"""A date and its day of the week: "Tuesday, 3 April 2018", "3 April 2018, a Tuesday".

Dates before 1930 are left alone: not every country counted its days as they are counted now.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation import Example, Line, Said, Stated
from factcheck.text.calendar import day_of

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST_YEAR = 1930
DAY = f"(?:{'|'.join(f'(?P<{day}>{day})' for day in WEEKDAYS)})"
GAPS = {"date": frozenset({Kind.DATE})}
ANCHOR = ""
PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night|lunchtime)| of (?:this|last|next|that) week)?"
IS = r"(?:is|was|will be|being|fell on|falls on|fell|falls)"
PHRASES = (
    rf"{DAY}{PART_OF_DAY}(?:,| –| —|:)? ?\(?<the> {{date}}",
    rf"{{date}}(?:,| –| —)? ?\({DAY}\)",
    rf"{{date}}[,)]?(?: –| —)? ?(?:(?:which|that|it) )?(?:{IS} )?(?:on )?an? (?:\w+ )?{DAY}\b(?! (?:after|before)\b)",
    rf"a {DAY}, {IS} <the> {{date}}",
)
EXAMPLES = (
    Example("It was announced on Tuesday, 3 April 2018.", holds=True),
    Example("It was announced on Wednesday, 3 April 2018.", holds=False),
    Example("The law came into force on April 3, 2017, a Monday.", holds=True),
    Example("The law came into force on April 3, 2017, a Sunday.", holds=False),
    Example("The mill burned down on Monday night (3 April 2017).", holds=True),
    Example("The mill burned down on Sunday night (3 April 2017).", holds=False),
    Example("They met on Tuesday 3 April.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated | None:
    """Whether the date falls on that day; nothing where it has no year."""
    day = day_of(said["date"], said.language)
    if day is None or day.year < FIRST_YEAR:
        return None
    true, told = WEEKDAYS[day.weekday()], next(name for name in WEEKDAYS if name in said.words)
    wrong = f"{said['date'].surface} was a {true}, not a {told}."
    return Stated(wrong="" if told == true else wrong)
