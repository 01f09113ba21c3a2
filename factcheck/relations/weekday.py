"""A date and its day of the week: "Tuesday, 3 April 2018", "3 April 2018, a Tuesday".

Dates before 1930 are left alone: not every country counted its days as they are counted now.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation import Example, Line, Said, Stated
from factcheck.text.calendar import day_of
from factcheck.text.marks import MARK

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST_YEAR = 1930
DAY = f"(?:{'|'.join(f'(?P<{day}>{day})' for day in WEEKDAYS)})"
GAPS = {"date": frozenset({Kind.DATE})}
ANCHOR = ""
PART_OF_DAY = (
    r"(?: (?:morning|afternoon|evening|night|lunchtime|in question)| (?:of )?(?:this|last|next|that) week"
    r"| at (?:noon|midnight|\w+ o['’]clock))?"
)
IS = r"(?:is|was|will be|being|fell on|falls on|fell|falls|had been|would be|happened to be|turned out to be)"
WORDS = rf"[^.;:{MARK[1:-1]}]"
SAME = rf"(?:(?:{MARK}|all) that|th(?:at|e) (?:very|same))"
PHRASES = (
    rf"{DAY}{PART_OF_DAY}(?:,| –| —|:)? ?\(?<the> {{date}}",
    rf"{{date}}(?:,| –| —)? ?\({DAY}\)",
    rf"{{date}}[,)]?(?: –| —)? ?(?:(?:which|that|it|the (?:day|date)) )?(?:{IS} )?(?:on )?an? (?:\w+ )?{DAY}\b(?! (?:after|before)\b)",
    rf"a {DAY}, {IS} <the> {{date}}",
    rf"the {DAY} of (?:\w+ ){{0,4}}\w+ ?[,(–—] ?{{date}}",
    rf"{{date}} ?[,(–—] ?the {DAY} of\b",
    rf"{{date}}{WORDS}{{0,120}}\b{SAME} {DAY}\b(?! (?:after|before|had|in)\b)",
    rf"(?:it|that) {IS} an? (?:\w+ )?{DAY},? (?:when|that|on which)\b[^.;:–—()]{{1,120}}[,:(–—] ?(?:on )?<the> {{date}}",
)
EXAMPLES = (
    Example("It was announced on Tuesday, 3 April 2018.", holds=True),
    Example("It was announced on Wednesday, 3 April 2018.", holds=False),
    Example("The law came into force on April 3, 2017, a Monday.", holds=True),
    Example("The law came into force on April 3, 2017, a Sunday.", holds=False),
    Example("The mill burned down on Monday night (3 April 2017).", holds=True),
    Example("The mill burned down on Sunday night (3 April 2017).", holds=False),
    Example("Flooding closed the road on 3 April 2018, and all that Tuesday buses went round.", holds=True),
    Example("Flooding closed the road on 3 April 2018, and all that Monday buses went round.", holds=False),
    Example("It was a Tuesday when the jail was stormed: 3 April 2018.", holds=True),
    Example("It was a Friday when the jail was stormed: 3 April 2018.", holds=False),
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
