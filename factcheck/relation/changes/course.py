"""Which way a number went, where it is told beside what it was before: "rose to 47 from 42", "up from 42"."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.numeral import Kind
from factcheck.relation.asked import ending
from factcheck.relation.changes.labels import LABEL
from factcheck.relation.changes.times import MONTH
from factcheck.relation.cues import AGO, FALL, LAST, RISE
from factcheck.relation.line import Line, Slot, says

PLACES = 100
"""The furthest place in a table that a bare number may be."""
RISEN = (
    r"r(?:ose|isen|ising|ises?)|grew|grown|growing|increas(?:ed|ing|es?)|climb(?:ed|ing|s)|jump(?:ed|ing|s)|soar(?:ed|ing|s)"
    r"|surg(?:ed|ing|es)|swell(?:ed|ing|s)|swollen|expand(?:ed|ing|s)|raised|widened|leapt|(?:gone|went|moved|crept|edged|inched|is|was"
    r"|are|were|been) up|up"
)
FALLEN = (
    r"fell|fallen|falling|falls|dropp(?:ed|ing)|drops?|declin(?:ed|ing|es?)|decreas(?:ed|ing|es?)|shrank|shrunk|shrinking"
    r"|sank|sunk|slid|slump(?:ed|ing|s)|plung(?:ed|ing|es)|plummet(?:ed|ing|s)|tumbl(?:ed|ing|es)|dipp(?:ed|ing)|slipp(?:ed|ing)"
    r"|reduced|narrowed|contracted|dwindled|(?:gone|went|moved|crept|edged|inched|is|was|are|were|been) down|down|cut"
)
"""Verbs of which the number is the measure: what weakens, lengthens or slows may as well be told by a greater one."""
HOW = (
    r"(?: (?:slightly|sharply|steeply|marginally|steadily|strongly|modestly|significantly|substantially"
    r"|dramatically|rapidly|slowly"
    r"|further|again|back|every year|each year|year[- ](?:on|over)[- ]year|month[- ]on[- ]month"
    r"|on an annual basis|only|just|barely|a little|a touch))*"
)
NOT = r"\b(?:not|never|\w+n['’]t|no|nothing|none|nobody|without|instead|rather than|if|could|would|should|may|might|unless)\b"
MOVED = rf"\b(?:(?P<up>{RISEN})|{FALLEN}),?{HOW}"
AT_MOST = (
    r"(?: (?:the|an?|its|their|some|about|around|nearly|almost|just|over|only|under|more than|less than|well over))*"
)
FROM = rf"{MOVED} from{AT_MOST}"
TO = rf"{MOVED},? to{AT_MOST}"
UP_TO = rf"[^.,;:()–—]{{0,60}},? to{AT_MOST}"
BACK = rf"[^.;:()–—]{{0,60}},? from{AT_MOST}|[^.,;:()–—]{{0,30}} \({LABEL}"
COMPARED = rf"[^.;:()–—]{{0,60}},? (?:compared (?:with|to)|against){AT_MOST}"
THEN = rf"[^.,;:()]{{0,40}}?\b(?:{AGO}|{LAST}|in (?:{MONTH}|(?:19|20)\d\d)|a year (?:before|earlier)|at the (?:same time|start))\b"
"""Behind a number of another time, and not of another place."""
APPOSED = (
    rf"[^.;:()–—]{{0,60}}(?:,| \(| –| —)(?: (?:which|that) (?:is|was|has|have|had(?: been)?))?{HOW} (?:(?P<up>up|grown|risen|increased"
    rf"|climbed)|down|fallen|declined|dropped|decreased){HOW} (?:from|on){AT_MOST}"
)
OF_MANY = (
    r"\b(?:numbers?|total|tally|count|toll|figures?|members(?:hip)?|turnover|attendance|population"
    r"|(?-i:[a-z])[a-z]{2,}(?:[^s]s|men|ren))\b"
)
"""Before the verb, words for what is counted, and no name of a team."""
CHANGED = rf"\s+(?:annual |yearly )?(?:{RISE}|{FALL}|profit|surplus|shortfall)\b"
"""Behind how far something changed, of which less may be more: "from 3% growth to a 4% contraction"."""


class Course(NamedTuple):
    """The old number, the new one, and which way it went."""

    before: Slot
    after: Slot
    way: str


def course(line: Line, first: Slot, last: Slot) -> Course | None:
    """How the one of two neighbouring numbers came of the other; none where the words do not tell."""
    if not _may_be_ends(line, first, last):
        return None
    back = rf"{BACK}|{COMPARED}" if last.precedes(THEN) else BACK
    for verb, link, ends in ((FROM, UP_TO, (first, last)), (TO, back, (last, first))):
        moved = ending(verb).search(first.before)
        if moved is not None and _is_all(link, first.after) and not says(NOT, first.before[: moved.start()]):
            return Course(*ends, "up" if moved["up"] else "down")
    apposed = re.fullmatch(APPOSED, first.after.rstrip(), re.IGNORECASE)
    return Course(last, first, "up" if apposed["up"] else "down") if apposed is not None else None


def _is_all(pattern: str, words: str) -> bool:
    return re.fullmatch(pattern, words.rstrip(), re.IGNORECASE) is not None


def _may_be_ends(line: Line, first: Slot, last: Slot) -> bool:
    """Whether two numbers count alike, and hardly are places in a table."""
    one, other = first.numeral, last.numeral
    if None in (one.value, other.value) or one.flags or other.flags or min(first.value, last.value) <= 0:
        return False
    if first.precedes(CHANGED) or last.precedes(CHANGED):
        return False
    told_once = one.scale != other.scale and 1 in (one.scale, other.scale)  # "rose from 853 to 1.2 million"
    if not first.is_like(last) or not first.is_named_as(last) or (told_once and first.kind is Kind.COUNT):
        return False
    if first.kind is Kind.PERCENT and not says("[%a-z]", one.surface):
        return False  # by "fell from 2 to 5 per cent" a range of falls may be meant
    may_be_places = (
        first.kind is Kind.COUNT and max(first.value, last.value) <= PLACES and not (first.nouns and last.nouns)
    )
    return not may_be_places or one.quantum < 1 or says(OF_MANY, line.words[: first.at])
