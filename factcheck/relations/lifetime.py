"""Birth, death and the age between them: "born in 1940 and died in 2016 aged 75"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from factcheck.numeral import Kind, Numeral
from factcheck.relation import Example, Line, Said, Slot, Stated
from factcheck.relation.line import says
from factcheck.text.calendar import day_of

DAYS = frozenset({Kind.YEAR, Kind.DATE})
GAPS = {"born": DAYS, "died": DAYS, "age": frozenset({Kind.AGE, Kind.COUNT, Kind.DURATION})}
AGED = "(?:aged|at the age of|at age) {age}"
DAY = "\N{WHITE SQUARE}"  # stands for a date before the words that are looked at
DEATH = r"\b(?:died|dies|dead|death|killed|passed away|drowned|murdered|shot dead|executed)\b"
QUIETLY = r"[^;:.\d\N{WHITE SQUARE}]"  # one sign of words that tell no other day
BORN = rf"\bborn\b{QUIETLY}*"
DIED = rf"{DEATH}(?:{QUIETLY}|\d)*"
AT_DEATH = (
    r"(?: years? old| years)?,? (?:when (?:he|she|they) (?:was |were )?(?:died|killed|passed|drowned|shot|murdered)"
    r"|at (?:his|her|their|the time of (?:his|her|their)) death)"
)
KIN = r"\b(?:brother|sister|father|mother|wife|husband|son|daughter|friend|partner|parent|cousin|uncle|aunt|grand\w+|widow\w*)s?\b"
MOST = 12  # numerals of one sentence
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
    Example("Jane Roe (1940–2016) was 75 when she died.", holds=True),
    Example("Jane Roe (1940–2016) was 67 when she died.", holds=False),
    Example("Jane Roe, who was born in 1940, was 75 at her death in 2016.", holds=True),
    Example("Jane Roe, who was born in 1940, was 67 at her death in 2016.", holds=False),
    Example("Born in 1940, she married at the age of 22 and died in 2016.", holds=None),
    Example("She was born in 1940 and retired in 2016 aged 75.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A day of birth, one of death and an age at death, told by the verbs before them."""
    if not says(r"\b(?:born|[12]\d{3}\s?[–-]\s?[12]\d{3})\b", line.text) or not says(DEATH, line.text):
        return
    if says(KIN, line.text):
        return
    slots = [each for slot in line.dated[:MOST] for each in _parted(slot)]
    told = [(slot, _until(slots, index)) for index, slot in enumerate(slots)]
    born = [slot for slot, before in told if slot.kind in DAYS and _ends(BORN, before)]
    died = [slot for slot, before in told if slot.kind in DAYS and slot not in born and _ends(DIED, before)]
    ages = [slot for slot, before in told if slot.kind in GAPS["age"] and _is_at_death(slot, before)]
    for age in ages:
        for first in born:
            for last in died:
                yield line.said(born=first, died=last, age=age)


def _parted(slot: Slot) -> Iterator[Slot]:
    """The years of "(1926–2011)", which are read as one, as those of birth and death."""
    years = re.fullmatch(r"(\d{4})(\s?[–-]\s?)(\d{4})", slot.numeral.surface)
    if slot.kind is not Kind.YEAR or years is None:
        yield slot
        return
    for group, before in ((1, f"{slot.before} born "), (3, " died ")):
        year, start = years[group], slot.numeral.start + years.start(group)
        told = replace(slot.numeral, surface=year, value=Fraction(year), ends=None, start=start, end=start + len(year))
        yield replace(slot, numeral=told, before=before)


def _until(slots: Sequence[Slot], index: int) -> str:
    """The words before a numeral, with what other numerals stand there: signs for days, so that they end what is told."""
    first = max(index - 4, 0)
    before = (f"{slot.before}{DAY if slot.kind in DAYS else slot.numeral.surface}" for slot in slots[first:index])
    return "".join((*before, slots[index].before))


def _is_at_death(slot: Slot, before: str) -> bool:
    if slot.precedes(AT_DEATH):
        return True
    return _ends(rf"{DEATH}(?:{QUIETLY}|{DAY}|\d)*(?:aged|at the age of|at age|at) (?:only |just )?", before)


def _ends(pattern: str, words: str) -> bool:
    return says(rf"(?:{pattern})\s*$", words)


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
