"""What somebody made of a thing: "bought for £12.9m, it was sold for £32.3m. Its owner made £19.4m"."""

from __future__ import annotations

import re

from factcheck.relation.line import CLOSE, Line, Slot
from factcheck.text.marks import MARK

BOUGHT = r"(?:bought|purchased|acquired|picked up|snapped up|paid|pays|cost|costing|paying|buying)"
SOLD = r"(?:sold|resold|fetched|fetching|selling|sells|went|going|changed hands|realised|raised|accepted|got)"
PRICE = r"[^,;:.]{0,60}?(?:\b(?:for|at))?(?: (?:just|only|some|a mere|a record))*\s*$"
MADE = (
    r"\b(?:made|makes?|making|gained|gaining|lost|losing|netted|netting|pocketed|pocketing|cleared|clearing|banked|banking"
    r"|(?:profit|gain|loss|return|mark-up)(?: (?:of|was|is|came to|comes to))?)(?: (?:an?|the|some|just|only|over))?"
    r"(?: [\w-]+)?(?: (?:profit|gain|loss|return) of)?"
)
GROSS = (
    rf"(?: (?:in )?(?:profit|richer|poorer|better off|worse off|on (?:the (?:deal|sale|transaction)|it))|"
    rf" before (?:fees?|costs?|tax(?:es)?|commission|expenses)|){CLOSE}"
)
"""Behind what was made, nothing that was taken off it."""


def dealt(line: Line, by: Slot) -> tuple[Slot, Slot] | None:
    """At what a thing was bought and at what it was sold, where what was made of it is told behind both."""
    two = line.slots[: by.index]
    if len(two) != len(("bought", "sold")) or not by.follows(MADE) or not by.precedes(GROSS):
        return None
    if not all(slot.is_like(by) and not slot.numeral.flags and slot.numeral.value is not None for slot in two):
        return None
    prices = [[_is_price(verb, slot) for verb in (BOUGHT, SOLD)] for slot in two]
    return (two[0], two[1]) if prices in ([[True, False], [False, True]], [[False, True], [True, False]]) else None


def _is_price(verb: str, slot: Slot) -> bool:
    told = [match.end() for match in re.finditer(rf"\b{verb}\b", slot.before, re.IGNORECASE)]
    other = SOLD if verb == BOUGHT else BOUGHT
    last = max(told, default=-1)
    rivals = [match.end() for match in re.finditer(rf"\b{other}\b", slot.before, re.IGNORECASE)]
    return last > max(rivals, default=-1) and re.match(PRICE, slot.before[last:]) is not None


def tells_the_profit(first: str, last: str) -> bool:
    """Whether a sentence tells what was made of a thing that the one before tells both prices of."""
    both = re.search(rf"\b{BOUGHT}\b", first, re.IGNORECASE) and re.search(rf"\b{SOLD}\b", first, re.IGNORECASE)
    made = re.search(rf"{MADE}(?: (?:of|some))?\s*{MARK}", last, re.IGNORECASE)
    return bool(both) and made is not None and len(re.findall(MARK, last)) == 1
