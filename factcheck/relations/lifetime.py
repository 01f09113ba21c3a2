"""Birth, death and the age between them: "born in 1940 and died in 2016 aged 75"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.numeral import Kind, Numeral
from factcheck.relation import Example, Line, Said, Stated
from factcheck.text.calendar import day_of

DAYS = frozenset({Kind.YEAR, Kind.DATE})
GAPS = {"born": DAYS, "died": DAYS, "age": frozenset({Kind.AGE, Kind.COUNT, Kind.DURATION})}
AGED = "(?:aged|at the age of|at age) {age}"
ANCHOR = "age"
PHRASES = (
    rf"born~ (?:in|on) {{born}}~,?(?: and| who| he| she)*~ died~ (?:in|on) {{died}}~,? {AGED}",
    rf"died~ (?:in|on) {{died}}~,? {AGED}~,?~ (?:was|having been) born~ (?:in|on) {{born}}",
    rf"born~ (?:in|on) {{born}}~,?(?: and| who| he| she)*~ died {AGED} (?:in|on) {{died}}",
)
EXAMPLES = (
    Example("Born in 1940 in Leeds, she died in 2016 aged 75.", holds=True),
    Example("Born in 1940 in Leeds, she died in 2016 aged 67.", holds=False),
    Example("He was born on 3 April 1940 and died on 2 April 2016, aged 75.", holds=True),
    Example("He was born on 3 April 1940 and died on 3 April 2016, aged 75.", holds=False),
    Example("She was born in 1940 and retired in 2016 aged 75.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated | None:
    """Whether the age is one that somebody born then can have had then."""
    born, died, age = _span(said["born"], said.language), _span(said["died"], said.language), said["age"].value
    if born is None or died is None or age is None:
        return None
    least, most = _years(born[1], died[0]), _years(born[0], died[1])
    told = str(most) if least == most else f"{least} or {most}" if most - least == 1 else f"{least} to {most}"
    life = f"Somebody born {_when(said['born'])} who died {_when(said['died'])}"
    wrong = f"{life} was {told}, not {age}." if most >= 0 else f"{life} died before being born."
    return Stated(wrong="" if least <= age <= most else wrong)


def _span(when: Numeral, language: str) -> tuple[date, date] | None:
    """The first and last day that a year or a date may mean."""
    if when.kind is Kind.YEAR and when.value is not None and 0 < when.value < date.max.year:
        return date(int(when.value), 1, 1), date(int(when.value), 12, 31)
    day = day_of(when, language)
    return None if day is None else (day, day)


def _years(born: date, died: date) -> int:
    """Whole years between two days, as ages are counted."""
    return died.year - born.year - ((died.month, died.day) < (born.month, born.day))


def _when(told: Numeral) -> str:
    return f"{'in' if told.kind is Kind.YEAR else 'on'} {told.surface}"
