"""Which of two numbers is the old one, and which the new one, of a change or difference that is told beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import combinations

from factcheck.numeral import Kind
from factcheck.relation.changes.times import is_earlier, is_of_another_year, is_surely_earlier
from factcheck.relation.compared import ANOTHER, SAME
from factcheck.relation.cues import EARLIER, IS, LAST, NOUN, STILL, SURELY_WAS, THE, UNITS_OF_TIME, WAS
from factcheck.relation.line import Line, Slot, for_once, in_money_of, says
from factcheck.relation.parts import OF

SOME_LEVEL = (
    "average|mean|figure|level|total|low|high|peak|base(?:line)?|record|estimate|score|count|tally|rate|bill|number"
)
MOST_APART = 3  # how much further apart than told two numbers may be that are taken for the ends of a change
AND = rf"\band\b(?!{SAME})"
COME_TO = r"\b(?:c[ao]m(?:e|es|ing)|amount(?:s|ed|ing)?) to"
"""Before a number that is no newer than another: "tickets came to £142m"."""
LATEST = r"\s+(?:at|by|in|on|for|over|during) (?:the|its|their|our|his|her) (?:very )?last\b"
"""Behind a number of the time before, or of the latest: "140 at the last count"."""
YEAR_AFTER = r"[^,;:()\d]{0,30}\b((?:19|20)\d\d)\b"


def ends_of(amount: Slot, ends: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """The old and the new number, the likeliest first."""
    counted = [slot for slot in ends if not (slot.is_few and slot.kind is Kind.COUNT)]
    ends = counted if len(counted) > 1 else ends
    pairs = [pair for pair in combinations(ends, 2) if not _is_part(*pair)]
    pairs = [pair for first, last in pairs for pair in alike(first, last) if not is_of_another_year(amount, *pair)]
    pairs = [pair for pair in pairs if _is_own(pair[0], pair[1], ends)]
    told = [pair for pair in pairs if is_surely_old(pair[0]) and _is_surely_new(pair[1])]
    if not told and len(pairs) == 2 and any(_may_be_either_way(*pair) for pair in pairs):
        yield from pairs if may_be(*pairs[0], amount) else ()
        return
    told = told or [pair for pair in pairs if is_surely_old(pair[0]) and _is_new(pair[1])]
    if len(pairs) == 2:  # one pair, either way round
        told = told or _told_by(_is_surely_from, pairs) or _told_by(_is_later, pairs)
    told = told or [pair for pair in pairs if _is_old(pair[0]) and _is_new(pair[1])]
    told.sort(key=lambda pair: max(abs(slot.index - amount.index) for slot in pair))
    yield from told
    if told or len(pairs) != 2 or not may_be(*pairs[0], amount):
        return
    sure = _told_by(_is_surely_to, pairs)
    if sure and says(r"^[^,;:]*\band\b[^,;:]*$", between(*pairs[0])):
        return  # "to £142 for some and £159 for others"
    if sure or pairs[0][0].is_named_as(pairs[0][1]):
        yield from sure or _told_by(_is_likely_from, pairs) or pairs


def _is_own(old: Slot, new: Slot, ends: list[Slot]) -> bool:
    """Whether the number behind "down from" is not the old one of another number than that right before it."""
    if not old.follows(r"(?:up|down) (?:from|on)"):
        return True
    right_before = next((slot for slot in ends if slot.index == old.index - 1), None)
    return right_before is None or new.index == right_before.index


def between(first: Slot, last: Slot) -> str:
    """The words between two numbers that have no other between them; none of others."""
    first, last = sorted((first, last), key=lambda slot: slot.index)
    return first.after if last.index == first.index + 1 else ""


def around(line: Line, amount: Slot, others: Collection[int] = ()) -> list[Slot]:
    """The numbers near a change that no other statement parts from it; `others` are the places of further changes."""
    return [slot for slot in line.near(amount) if not _is_parted(line, amount, slot, others)]


def _is_parted(line: Line, amount: Slot, slot: Slot, others: Collection[int]) -> bool:
    between = line.between(slot, amount)
    if says(ANOTHER, between) or (slot.index > amount.index and says(AND, amount.after)):
        return True
    low, high = sorted((slot.index, amount.index))
    return any(other in others for other in range(low + 1, high)) and says(AND, between)


def _told_by(tells: Callable[[Slot, Slot], bool], pairs: list[tuple[Slot, Slot]]) -> list[tuple[Slot, Slot]]:
    """The order of old and new that something tells, and not the other order as well."""
    return [pair for pair in pairs if tells(*pair) and not tells(*pair[::-1])]


def _is_surely_from(old: Slot, _new: Slot) -> bool:
    return is_surely_old(old)


def _is_surely_to(_old: Slot, new: Slot) -> bool:
    return _is_surely_new(new)


def _is_surely_new(slot: Slot) -> bool:
    return not (is_surely_old(slot) or slot.follows(COME_TO)) and slot.follows(
        rf"(?:to|reached|reaching|reaches|bec[ao]me|becoming|into|(?:followed|replaced|succeeded) by) {THE}"
    )


def _is_part(first: Slot, last: Slot) -> bool:
    """Whether one is told to be of the other: "312 of its 956 branches"."""
    return last.index == first.index + 1 and first.precedes(rf"(?:{NOUN})?\s+{OF}$")


def _is_likely_from(old: Slot, new: Slot) -> bool:
    return _is_old(old) or _is_new(new)


def alike(first: Slot, last: Slot) -> Iterator[tuple[Slot, Slot]]:
    """Both orders of two numbers in one unit; "£6,984 a month" is as much as "£6,984"."""
    first, last = for_once(first, last), for_once(last, first)
    first, last = in_money_of(first, last), in_money_of(last, first)
    if None in (first.numeral.value, last.numeral.value):
        return
    if first.is_like(last) and first.value > 0 and last.value > 0:
        yield first, last
        yield last, first


def is_surely_old(slot: Slot) -> bool:
    """Whether words right before the number say that it is what another is compared with."""
    return slot.follows(rf"(?:{SURELY_WAS}) {THE}(?:(?:\w+ )?(?:{SOME_LEVEL}) of )?|(?:{SURELY_WAS})")


def _is_old(slot: Slot) -> bool:
    if _is_surely_new(slot):
        return False
    dated = slot.precedes(rf"(?:{NOUN}){{0,2}}\s*(?:\w+ )?{EARLIER}") and not slot.precedes(
        rf"(?:{NOUN}){{0,2}}{LATEST}"
    )
    return slot.follows(rf"(?:{WAS}) {THE}|(?:{WAS})") or dated


def _is_new(slot: Slot) -> bool:
    return not (_is_old(slot) or slot.follows(COME_TO)) and (
        slot.follows(rf"(?:{IS}) {THE}|(?:{IS})") or slot.precedes(rf"(?:{NOUN}){{0,2}}\s*{STILL}")
    )


def is_told(old: Slot, new: Slot) -> bool:
    """Whether any words tell which of the two is the old one."""
    return _is_old(old) or _is_surely_new(new) or is_earlier(old, new)


def is_plain(old: Slot, new: Slot) -> bool:
    """Whether words tell beyond doubt which of the two is the old one; months, turns and tenses do not."""
    if is_surely_old(old) or _is_surely_new(new):
        return not (is_surely_old(new) or _is_surely_new(old))
    return is_surely_earlier(old, new) or (_is_old(old) and not (_is_old(new) or _is_new(old)))


def _is_later(old: Slot, new: Slot) -> bool:
    """Whether years or words of time beside both tell that the new number is the later one."""
    return is_earlier(old, new)


def _may_be_either_way(first: Slot, last: Slot) -> bool:
    """Whether a year stands behind one and "last year" behind the other: which is later, the article's day would tell."""
    return re.match(YEAR_AFTER, first.after) is not None and last.precedes(
        rf"(?:{NOUN}){{0,2}}\s*{LAST} {UNITS_OF_TIME}"
    )


def may_be(old: Slot, new: Slot, amount: Slot) -> bool:
    """Whether the numbers are so much like a change of that amount that a slip may have parted them."""
    times = max(old.value / new.value, new.value / old.value)
    told = amount.value if amount.kind is Kind.MULTIPLE else 1 + abs(amount.value)
    return times < MOST_APART * told


def in_order(first: Slot, last: Slot) -> tuple[tuple[Slot, Slot], ...]:
    """The old and the new one of two numbers, as their words have it; both ways where those do not tell."""
    ways = ((first, last), (last, first))
    weights = [
        3 * is_surely_old(old) + 2 * is_earlier(old, new) + 2 * _is_surely_new(new) + _is_old(old) + _is_new(new)
        for old, new in ways
    ]
    if weights[0] == weights[1]:
        return ways
    return (ways[weights.index(max(weights))],)
