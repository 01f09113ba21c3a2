"""A number that went up or down, and what it was before: "rose to 47 from 42", "fell from 4.2% to 3.9%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Ground, Line, Said, Slot, Stated
from factcheck.relation.changes.course import course
from factcheck.relation.stating import THE_NEW, THE_OLD, THE_WHOLE, counts_of, declared, moved, shares_of

ENDS = COUNTS | {Kind.PERCENT}
GAPS = {"before": ENDS, "after": ENDS}
ANCHOR = ""
MOST_TIMES = 3
"""How often the one number may hold the other where they went the other way than is told: else they were not meant so."""
UNLESS = (
    r"\b(?:respectively|constant|like[- ]for[- ]like|organic\w*|real terms|inflation|excluding|stripping"
    r"|pounds?|sterling|dollars?|euros?|yen|rupees?|roubles?|francs?|pesos?|lira|rand|yuan|baht|kron[ae]r?|currenc(?:y|ies)|exchange"
    r"|rank\w*|seed\w*|league|table|charts?|places?|position|odds|handicap|depend\w*|negative|minus|below|deficit|deep|depths?)\b"
)
"""Of places in a table, of prices of money, and of numbers that were worked out, less may be more."""
APPOSED = r"\s*(?:,? or|\()\s*"
PHRASES = ()
EXAMPLES = (
    Example("The number of fires rose to 47 from 42 a year before.", holds=True),
    Example("The number of fires rose to 42 from 47 a year before.", holds=False),
    Example("The rate fell from 4.2% to 3.9%.", holds=True),
    Example("The rate fell from 3.9% to 4.2%.", holds=False),
    Example("Profit increased to £64.2m (2016: £51.7m).", holds=True),
    Example("Profit increased to £51.7m (2016: £64.2m).", holds=False),
    Example("Exports totalled $241.5 billion, up from $241.0 billion.", holds=True),
    Example("Exports totalled $241.5 billion, up from $242.0 billion.", holds=False),
    Example("The dollar fell from 142 yen to 159 yen.", holds=None),
    Example("Leeds climbed from 17 to 12.", holds=None),
    Example("Nothing rose from 47 to 42.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """Two neighbouring numbers, the words at which tell that the one came of the other by going up or down."""
    for first, last in (*pairwise(line.slots), *_around_appositions(line)):
        told = course(line, first, last)
        if told is not None:
            before, after, way = told
            rose = after.value >= before.value
            if rose is (way == "up") or _are_near(before, after):
                said = line.on(Ground.CUES, before=before, after=after)
                yield replace(said, words={"rose": ""}) if way == "up" else said


def _around_appositions(line: Line) -> Iterator[tuple[Slot, Slot]]:
    """Numbers between which another stands for the first of them: "$488m, or 71 cents a share, from $516m"."""
    for first, middle, last in zip(line.slots, line.slots[1:], line.slots[2:], strict=False):
        if re.fullmatch(APPOSED, middle.before) and re.match(r"(?:\s+\w+){0,3}[,)]", middle.after):
            yield replace(first, after=f" {middle.after.partition(')')[2] or middle.after}"), last


def _are_near(before: Slot, after: Slot) -> bool:
    low, high = sorted((before.value, after.value))
    return high <= MOST_TIMES * low


def stated(said: Said) -> Stated | None:
    """That the new number is no less than the old one, or no more."""
    before, after = said["before"], said["after"]
    if (before.kind, before.unit) != (after.kind, after.unit):
        return None
    is_up = "rose" in said.words
    low, high = (THE_OLD, THE_NEW) if is_up else (THE_NEW, THE_OLD)
    bound = {"kind": "bound", "quantity": low, "side": "at most", "than": high}
    printed = {THE_OLD: before, THE_NEW: after}
    claims = shares_of(printed) if before.kind is Kind.PERCENT else counts_of(printed)
    whole = (THE_WHOLE,) if before.kind is Kind.PERCENT else ()
    says = moved(printed, 1 if is_up else -1)
    return Stated(declared(THE_OLD, THE_NEW, *whole, counted=False), (*claims, bound), says=says)
