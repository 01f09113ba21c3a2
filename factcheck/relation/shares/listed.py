"""Parts in a list, each with its share of one whole: "Of 610 patients, 346 (57%) were men and 264 (43%) women"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.numeral import Kind
from factcheck.relation.fits import fits
from factcheck.relation.line import Line, Slot
from factcheck.relation.parts import AMONG, OF_THEM, are_counted_alike, begins_with
from factcheck.relation.told import COUNTS

MOST = 8  # parts in a list
JOINED = (
    r"(?:(?!\b(?:of|in|at|during|who|but|while|whereas|among|amongst|after|from|then|later|subsequently|versus|compared|for|on|with|up"
    r"|down|since|had been|only|these|those|whom)\b)[^;:()–—.])*(?:,|\band\b|\bor\b)"
)
"""Between two parts of one list, of which the second is of nothing else than the first."""
OF_ITS_OWN = r"\)\s+(?:of|in|among|at|for)\b"
"""Behind a share of something that is told there."""
TO_THE_NEXT = rf"\)?(?:{JOINED}){{1,2}}(?: (?:the )?(?:other|remaining|another|a further))?\s*"


class Item(NamedTuple):
    """A part and its share, one in brackets behind the other."""

    part: Slot
    share: Slot


def listed(line: Line, share: Slot) -> Iterator[tuple[Slot, Slot]]:
    """The part of a share that is not the first of a list, and the whole that is told before the list."""
    items = items_up_to(line, share)
    whole = _whole(line, items)
    if whole is None or not are_counted_alike(items[0].part, whole) or items[0].part.value > whole.value:
        return
    if not any(items[0].part.value < other.part.value and _is_of(items[0], other.part) for other in items[1:]):
        yield items[0].part, whole


def items_up_to(line: Line, share: Slot) -> list[Item]:
    """The parts of a list from the one with this share back to the first; none where it stands in no list."""
    item = _item(line, share)
    items = [item] if item is not None else []
    while items and len(items) < MOST and (earlier := _before(line, items[-1])) is not None:
        items.append(earlier)
    return items


def _is_of(item: Item, whole: Slot) -> bool:
    """Whether it is rather a part of another one: "Of 610 asked, 346 (57%) replied, and 64 (18%) said yes"."""
    return fits(item.part.value / whole.value, item.share.numeral)


def _item(line: Line, share: Slot) -> Item | None:
    first = line.slots[share.index - 1] if share.index else share
    if share.kind is Kind.PERCENT and first.kind in COUNTS and not share.precedes(OF_ITS_OWN):
        return Item(first, share) if first.precedes(r"(?:\s+[^\W\d_][\w’'-]*){0,2}\s*\($") else None
    return None


def _before(line: Line, item: Item) -> Item | None:
    """The one before it in the list."""
    if item.part.index == 0:
        return None
    last = line.slots[item.part.index - 1]
    if re.fullmatch(TO_THE_NEXT, last.after, re.IGNORECASE) is None:
        return None
    return _item(line, last)


def _whole(line: Line, items: list[Item]) -> Slot | None:
    """The number that is told right before the first of a list, of which there is more than one."""
    head = items[-1].part if items else None
    if head is not None and len(items) > 1 and head.index:
        whole = line.slots[head.index - 1]
        told = begins_with(whole, AMONG) or head.follows(rf"[,;(–—.:]\s*{OF_THEM},?(?: (?:only|just))?")
        return whole if told and whole.kind in COUNTS and not whole.numeral.flags else None
    return None
