"""Whether numbers told beside a whole may be its parts, by what they are said to count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.relation.cues import NOUN, OF_WHOM
from factcheck.relation.line import Slot

NUMBERED = (
    r"(?:number(?:s|ed)|total(?:s|led)|came to|come to|amount(?:s|ed)? to|made up|accounted for|were|was|stood at)"
)
MADE_OF = (
    r"(?:made up|composed|consist\w*|compos\w*|built up|constituted) (?:entirely |solely |only )?of|compris\w*"
    r"|namely|that is|(?:split|divided|broken down"
    r"|breaks down|break down|falls?|shared|spread)(?: \w+)? (?:between|into|as|among)|being"
)
"""Between a whole and all its parts."""
INCLUDING = r"(?:including|includ(?:es|ed|ing|e)|counting|among (?:them|which)|with|of (?:which|whom|these|those|them))(?: \w+)?"
"""Between a whole and some of its parts."""
SOME_OF_THEM = (
    r"\b(?:among|including|such as|for example|notably|mainly|mostly|(?<!the )(?<!only )(?<!every )(?<!\d )others?(?! \d)"
    r"|if [^,;.]{2,60} (?:is|are) (?:counted|included|added)|the others?(?= (?:in|at|on|from|to|ha(?:d|ve)|are|were|went|came|being)\b)"
    r"|(?:it|they|he|she|we) (?:had|has|have) also"
    r"|(?:more|another|further)(?! [£$€\d])(?! (?:two|three|four|five|six|seven|eight|nine|ten)\b))\b"
)
"""Words by which there is more than what is told."""
OVERLAPPING = (
    r"\b(?:more than one|overlap\w*|being both|both of (?:them|these)|there (?:are|were) both|counted (?:twice|more than once)"
    r"|several of (?:them|these))\b"
)
"""Words by which what is counted in one part is counted in another."""
DOING = (
    r"(?:between them|together|jointly)(?: (?:have|had|has))?"
    r" (?!(?:total|number|employ|account|ma[kd]e|c[oa]me|h[oe]ld|ha[vsd]|own|contain|compris|amount|add|give|gave|were|are|was|form"
    r"|reach|count|house|seat|cover|serve|run|ran)\w*\s)[^\W\d_]{3,}"
)
"""Before a number of what the things counted before did: "who between them wrote 312 letters"."""
NAME = r"(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?"
AVERAGE = r"\b(?:averag(?:es?|ed|ing)|(?:median|mean|average)(?: [\w-]+)? (?:of|is|was|being|at))"
"""Before a number that is no sum."""
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


def is_aside(parts: Sequence[Slot]) -> bool:
    """Whether one of two parts is but some of what stands before it: "956 flats, 312 of them new, and 965 in Ayr"."""
    if len(parts) != len(("one", "other")):
        return False
    first, last = parts
    if last.precedes(OF_WHOM):
        return not first.precedes(OF_WHOM)
    return first.precedes(OF_WHOM) and last.follows(r"[^,;:]*,\s+and(?: [\w'’-]+)?")


def _are_of_namesakes(whole: Slot, parts: Sequence[Slot]) -> bool:
    """Whether what one has is told and behind it what others have: "Leeds sold 956 tickets, York 312 and Hull 298"."""
    named = whole.follows(rf"(?:^|[.;:]\s*){NAME} [a-z]+(?: [a-z]+)?")
    return named and parts[0].index > whole.index and all(part.follows(rf"(?:[,;]|\band) {NAME}") for part in parts)


def is_no_total(whole: Slot, parts: Sequence[Slot]) -> bool:
    """Whether a number is an average, or of what the things that the others count did."""
    if whole.follows(AVERAGE) or is_aside(parts) or _are_of_namesakes(whole, parts):
        return True
    named = whole.nouns and all(part.nouns and not part.is_named_as(whole) for part in parts)
    return bool(named) and whole.follows(DOING)


def is_some_of_others(whole: Slot, parts: Sequence[Slot]) -> bool:
    """Whether a number is told to be a part of one before: "145, of whom 70 are Liberals, 50 Greens and 25 independents"."""
    of_others = whole.follows(r"\bof (?:them|these|those|which|whom),?") or whole.precedes(
        r"[^,;:]*,? (?:while|whereas)\b"
    )
    return parts[0].index > whole.index and of_others


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
