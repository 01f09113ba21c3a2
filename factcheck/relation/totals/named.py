"""Whether numbers told beside a whole may be its parts, by what they are said to count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.relation.cues import NOUN
from factcheck.relation.line import Slot

NUMBERED = (
    r"(?:number(?:s|ed)|total(?:s|led)|came to|come to|amount(?:s|ed)? to|made up|accounted for|were|was|stood at)"
)
COMPLEMENTS = tuple(
    frozenset(words.split())
    for words in (
        "men women male female males females man woman",
        "boys girls boy girl",
        "adults children adult child grown-ups infants teenagers",
        "wins draws defeats losses ties",
        "sons daughters",
        "mothers fathers",
        "brothers sisters",
    )
)
"""Words for things that leave nothing over when they are told side by side."""


def names_others(whole: Slot, parts: Sequence[Slot]) -> bool:
    """Whether the things enumerated are others than those of the whole: "12 rooms: 20 beds and 31 chairs, all old"."""
    if whole.follows("for") and not whole.nouns:
        return True  # "Dinner for 12: 20 eggs and 31 apples"
    named = [set(part.nouns[:2]) for part in parts]
    several = all(part and any(noun.endswith("s") for noun in part) for part in named)
    return several and not _ends_alike(parts)


def counts_others(whole: Slot, parts: Sequence[Slot]) -> bool:
    """Whether every part names things of its own, none of them those of the whole: "55 pages, with 11 maps and 40 charts"."""
    named = [part.nouns[-1:] for part in parts]
    return all(noun and noun[0].endswith("s") and noun[0] not in whole.nouns for noun in named)


def are_all(parts: Sequence[Slot]) -> bool:
    """Whether the things counted are all that there is of their sort: men and women."""
    named = [set(part.nouns[:1]) for part in parts]
    return any(all(noun and noun <= words for noun in named) for words in COMPLEMENTS)


def _ends_alike(parts: Sequence[Slot]) -> bool:
    """Whether nothing but the parts ends the sentence."""
    return parts[-1].precedes(rf"(?:{NOUN}){{0,6}}\s*[.)]?\s*$")


def is_sibling(first: Slot, next_one: Slot) -> bool:
    """Whether two numbers are told of things named alike: "primary fires numbered 2,415, chimney fires 389"."""
    told = re.search(rf"([^\W\d_]{{3,}})\s+{NUMBERED}\s*$", first.before, re.IGNORECASE)
    if told is None or next_one.index != first.index + 1:
        return False
    return next_one.follows(rf"[,;]\s*(?:[\w-]+\s+){{1,3}}?{re.escape(told[1])}(?:\s+{NUMBERED})?")
