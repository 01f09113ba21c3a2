"""What words tell as a rate of so many: "12 for every 100,000", "2.9 to the thousand", "per 1,000 beds, 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.numeral import Kind
from factcheck.relation.line import Line, Slot
from factcheck.rounding import decimal

LEAST = 100  # of so many are rates told
POWERS = frozenset(10**power for power in range(2, 7))
"""Of how many people and the like a rate is told: "per 1,000 beds"."""
THINGS = r"\s*(?:[^\W\d_][\w'’-]*\s+){0,6}?(?:of (?:them|these|those)\s+)?"
"""What happens, or what there is, between a rate and of how many it is."""
EVERY = rf"{THINGS}(?:for|in|to|of|out of|from|among|amongst) (?:every|each)\s*$"
PER = rf"{THINGS}per\s*$|\s*/\s*$|\s*(?:\w+ )?for\s*$"
SCALES = {"hundred": 100, "thousand": 1000, "ten thousand": 10_000, "hundred thousand": 100_000, "million": 10**6}
SCALE = rf"(?:one )?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})\b"
TO_THE_THOUSAND = rf"{THINGS}(?:per|to (?:the|each|every|a)|(?:for|in|of|out of|among) (?:every|each)) {SCALE}"
HEAD = r"(?:per|(?:for|in|of|out of|among|to) (?:every|each))"
PER_THOUSAND = rf"\b{HEAD} {SCALE}[^.;:?!]*$"
"""Before the rate that words before it tell."""
OF_SO_MANY = (
    r"\b(?:of|among|in|by) (?:the|its|their|a|an|all|those|our|his|her)(?: [\w'’-]+){0,3}?"
    r"|\b(?:which|who)(?: \w+)?(?: is| was| are| were| numbers?| numbered)?"
    r"|\b(?:population|inhabitants|residents)(?: is| was| of| numbered|:|,)?"
)
"""Before the number of those among whom it happens."""


class Rated(NamedTuple):
    """A rate, and the numbers that tell it."""

    rate: Slot
    told: tuple[Slot, ...]


def rates(line: Line) -> Iterator[Rated]:
    """Every rate per hundred or more, with the numbers that tell it: "12 for every 100,000" are two."""
    told: set[int] = set()
    for rated in (*_behind(line), *_ahead(line)):
        numbers = {each.index for each in rated.told}
        if told.isdisjoint(numbers):
            told |= numbers
            yield rated


def _behind(line: Line) -> Iterator[Rated]:
    """Those that tell of how many they are behind the number."""
    for slot in line.slots:
        per = slot.numeral.per
        if slot.kind is Kind.RATE and per is not None and per >= LEAST:
            yield Rated(slot, (slot,))
        elif slot.kind is Kind.COUNT and slot.numeral.value is not None:
            found = re.match(TO_THE_THOUSAND, slot.after, re.IGNORECASE)
            if found is not None:
                yield Rated(_as_rate(slot, SCALES[found["scale"].lower()]), (slot,))
    for slot, every in pairwise(line.slots):
        if not (_is_count(slot) and _is_count(every) and every.value >= LEAST):
            continue
        if slot.precedes(EVERY) or (slot.precedes(PER) and every.value in POWERS):
            rate = _as_rate(slot, every.value)
            yield Rated(replace(rate, after=every.after), (slot, every))


def _ahead(line: Line) -> Iterator[Rated]:
    """Those that tell it at the head of the clause: "per 1,000 beds, there were 12"."""
    for every in line.slots:
        if _is_count(every) and every.value in POWERS and every.follows(HEAD):
            rate = _first(line.slots[every.index + 1 : every.index + 3])
            if rate is not None and rate.value < every.value:
                before = f"{every.before}{every.numeral.surface}{rate.before}"
                yield Rated(replace(_as_rate(rate, every.value), before=before), (every, rate))
    for index, slot in enumerate(line.slots):
        found = re.search(PER_THOUSAND, slot.before, re.IGNORECASE)
        rate = _first(line.slots[index : index + 2])
        if found is not None and rate is not None:
            yield Rated(_as_rate(rate, SCALES[found["scale"].lower()]), (rate,))


def _first(slots: Sequence[Slot]) -> Slot | None:
    """The first number that does not tell among how many something happens."""
    return next((slot for slot in slots if _is_count(slot) and not slot.follows(OF_SO_MANY)), None)


def _as_rate(slot: Slot, per: Fraction | int) -> Slot:
    told = replace(slot.numeral, kind=Kind.RATE, per=Fraction(per), unit=f"per {decimal(Fraction(per), 0)}")
    return replace(slot, numeral=told)


def _is_count(slot: Slot) -> bool:
    return slot.kind is Kind.COUNT and slot.numeral.value is not None and not slot.numeral.flags
