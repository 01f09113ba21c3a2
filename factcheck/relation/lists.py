"""Enumerations: like numbers parted by commas, the last after "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.relation.asked import is_behind
from factcheck.relation.line import Line, Slot

LINK = "in|on|at|by|from|for|to|with|of|under|over"
MOST = 50  # numbers of one enumeration; of a longer one nothing is read, lest its end be taken for all of it
COMMA = r"[^;:.()–—]{0,90}(?:\([^()]{0,30}\)|\))?,[^;:.–—,]{0,40}\(?$"
AND = r"[^;:.()–—]{0,90}(?:\([^()]{0,30}\)|\))?,?\s(?:and|plus|as well as|or|&)\s[^;:.–—,]{0,40}\(?$"
NO_ITEM = (
    r"including|of (?:them|whom|which|these|those)|up from|down from|more than|fewer than|total|in all|altogether"
    r"|or|than|(?<!came )(?<!amounted )to|but|from"
    r"|compared with|against|making|every|per|which (?:is|was|were)|an? \w+ of|up|down|after|before"
)
"""Words before a number that is no further thing of the list."""
JUST = r"\s+(?:(?:the|just|only|some|about|another|a|further|other|others|remaining|rest|with|for|to|in|at|by|of|them|these|about) )*"
"""Between "and" and a part that is told like the one before it."""
OF_THEM = r"[^,;:.()]{0,40}?\s(?:of|among) (?:them|these|those|it|which|whom)\b"
"""Behind a part of what was counted before."""


def ending_at(slots: Sequence[Slot], last: int) -> Iterator[tuple[Slot, ...]]:
    """The enumerations of which the number at an index is the last, the longest first.

    Of the others only those are given before which another clause may end.
    """
    first = last
    while first > 0 and slots[first - 1].is_like(slots[last]):
        if not slots[first - 1].precedes(AND if first == last else COMMA) or slots[first].follows(NO_ITEM):
            break
        if last - first == MOST:
            return
        first -= 1
    for start in range(first, last):
        if start == first or is_apart(slots[start]):
            yield tuple(slots[start : last + 1])


def is_apart(slot: Slot) -> bool:
    """Whether words between the comma and a number may begin another clause: "with 20 guides, it has 12 vans …"."""
    return slot.before.rpartition(",")[2].strip() != ""


def is_first(first: Slot, second: Slot) -> bool:
    """Whether a number is only the first of a list, in which the same word stands beside each.

    "312 were sold on Monday, 298 on Tuesday and 401 on Wednesday", "In May 312 were sold, in June 298".
    """
    behind = re.match(rf"\s+({LINK})\b", second.after)
    if behind is not None and re.search(rf"\b{behind[1]}\s+[^,]{{1,30}},\s*$", first.after):
        return True
    before = re.search(rf",\s+(?:and )?({LINK})\s+[^,]{{1,30}}$", second.before)
    return before is not None and is_behind(rf"(?:^|[,;:(]\s*){before[1]}\s+[^,]{{1,30}}", first.led)


def starting_at(slots: Sequence[Slot], first: int, *, loose: bool = False) -> tuple[Slot, ...]:
    """The enumeration of which the number at an index is the first; empty where there is none.

    A `loose` one needs no "and" before its last number, where no other follows.
    """
    last = first
    while last + 1 < len(slots) and last - first < MOST and slots[last + 1].is_like(slots[first]):
        if slots[last + 1].follows(NO_ITEM):
            return ()
        if slots[last].precedes(AND):
            return tuple(slots[first : last + 2])
        if not slots[last].precedes(COMMA):
            return ()
        last += 1
    if not loose or last == first:
        return ()
    ended = last + 1 == len(slots) or slots[last].precedes(r"[^(),;]*\)")
    return tuple(slots[first : last + 1]) if ended else ()


def are_others(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether the last part is told by words of its own: "12 of which have water, and a waiting list of 45 people"."""
    joined = re.search(
        r"\b(?:and|but|plus|as well as|besides)\b(.*)$", line.between(parts[-2], parts[-1]), re.IGNORECASE
    )
    own = joined is not None and re.fullmatch(JUST, joined[1], re.IGNORECASE) is None
    return own and parts[0].precedes(OF_THEM) and (bool(parts[-1].nouns) or parts[-1].precedes(OF_THEM))
