"""Two clauses that tell the same of two times or of a plan and its outcome, and how far their numbers are apart behind them.

"In May it took in 896 dogs; in June it took in 1,426, an increase of 530."
"""

from __future__ import annotations

import re
from collections.abc import Collection

from factcheck.relation.changes.times import MONTH
from factcheck.relation.compared import TIMES
from factcheck.relation.cues import CHANGE, LESS, MORE, NOUN, UNIT, UNITS_OF_TIME
from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.text.language import load

STEM = 4  # letters by which a word is known again
TWO = 2
PLANNED = (
    r"\b(?:plann\w+|forecast\w*|expect\w*|predict\w*|budget\w*|target\w*|estimat\w+|hop(?:ed|ing)|built for|designed for|meant"
    r"|intended|promised|capacity|limit|allow\w+|ask(?:ed|ing)|guide price|valued?|pencilled in|project(?:ed|ions?))\b"
)
"""Words of a clause that tells what something ought to be."""
THAN_PLANNED = (
    rf"(?:{NOUN}){{0,2}}\s+(?:(?:{MORE}|{LESS}|ahead of|short of|shy of|in excess of|beyond|past)\s+)(?:than\s+)?"
    r"(?:(?:the|its|their|his|her|that|this|what|official|market|analysts['’]|original|was|it|they|had|been)\s+){0,4}"
    r"(?:expect\w*|forecasts?|predict\w*|plan(?:ned)?|budget(?:ed)?|target(?:ed)?|estimates?d?|capacity|limit|consensus|guidance|projections?"
    rf"|allowed|guide price|hoped(?: for)?|asked(?: for)?|promised|valuation|meant|intended){CLOSE}"
)
"""Behind a distance from what ought to be."""
SET_OFF = (
    r"(?:[,(–—]|\s-)\s*(?:(?:or|which is|that is|making|so)\s+)?"
    rf"(?:(?:an?|the)\s+(?:[\w-]+ )?(?:{CHANGE}|gap)\s+of\s+)?(?:some )?"
)
OR = r"(?:[,(–—]|\s-)\s*or(?: (?:some|just|only))?"
FURTHER = rf"(?:{NOUN})?\s+(?:{MORE}|{LESS})(?:\s+(?:in all|altogether|again))?{CLOSE}"
"""Behind a distance of two numbers that stand before it."""
THE_GAP = (
    r"[,.][\"”’)]*\s*(?:(?:the|that|this)|(?:that|this|which) (?:is|was|leaves|makes|means) an?)"
    r" (?:difference|gap|discrepancy|disparity|shortfall|surplus|excess) of(?: (?:some|just|only))?"
)
"""Before a distance that the two numbers before it leave."""
LEFT = rf"(?:{NOUN})?\s*(?:{CLOSE}|(?:has|have|had|is|was|will|would|must|went|came|remains?|reflects?|arose)\b)"
DATING = (
    rf"^(?:{MONTH}|(?:sun|mon|tues|wednes|thurs|fri|satur)day|{UNIT}s?|{UNITS_OF_TIME}|last|next|ago|later|earlier|previous|following"
    r"|first|second|third|fourth|start|end|same|before|after|today|yesterday|now|then|only|just|some|had|were|was)$"
)
"""A word that tells a time, or nothing of its own."""


def told_alike(line: Line, by: Slot) -> tuple[Slot, Slot] | None:
    """The number of each of two clauses that a semicolon parts, where a third behind both is set off as their distance."""
    two = [slot for slot in line.slots[: by.index] if slot.kind not in TIMES]
    if len(two) != TWO or not all(is_counted_as(slot, by) for slot in two):
        return None
    first, last = two
    head, semicolon, clause = line.between(first, last).partition(";")
    if not semicolon or ";" in clause or ";" in line.between(last, by):
        return None
    if by.follows(THE_GAP) and by.precedes(LEFT):
        return first, last
    if not by.follows(SET_OFF):
        return None
    before = f"{first.before}{head}"
    dull = load(line.language).sentences.function_words
    if by.precedes(THAN_PLANNED):
        return (first, last) if says(PLANNED, before) else None
    closed = by.is_closed and by.follows(rf"(?:{CHANGE}|gap)\s+of(?: some)?")
    if closed and _does_the_same(last, before, clause):
        return first, last
    if by.precedes(FURTHER) and by.follows(OR) and _does_the_same(last, before, clause, but=dull):
        return first, last
    is_same = not last.nouns or not set(last.nouns).isdisjoint(first.nouns)
    return (
        (first, last)
        if is_same and (closed or by.precedes(FURTHER)) and _says_nothing_else(before, clause, dull)
        else None
    )


def is_counted_as(slot: Slot, by: Slot) -> bool:
    """Whether a number with a value is told in the unit of another."""
    return slot.is_like(by) and not slot.numeral.flags and slot.numeral.value is not None


def _does_the_same(last: Slot, before: str, clause: str, *, but: Collection[str] = ()) -> bool:
    """Whether a bare number is told by the verb of the clause before: "the union counted 31 marchers; police counted 14"."""
    verb = re.fullmatch(r"\s*(?:[\w'’-]+ ){1,4}?([^\W\d_]{3,})(?: (?:only|just|some))?\s*", clause)
    if verb is None or last.nouns or verb[1].lower() in but:
        return False
    return f" {verb[1].lower()} " in before.lower()


def _says_nothing_else(before: str, clause: str, dull: Collection[str]) -> bool:
    """Whether a clause tells another time of what was told before, and nothing further: "in June it took in"."""
    known = before.lower()
    words = re.findall(r"[^\W\d_]{2,}", clause.lower())
    return all(word in dull or says(DATING, word) or f" {word[:STEM]}" in f" {known}" for word in words)
