"""Two numbers told as the limits of a range by words that are each other's opposites: "the youngest was 25, the oldest 41"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from factcheck.numeral import Kind, Sense
from factcheck.relation.ends import alike
from factcheck.relation.line import Line, Slot, in_unit_of, says
from factcheck.text.fold import letters

OPPOSITES = (
    ("low|lows", "high|highs"),
    ("lowest", "highest"),
    ("lower", "upper|higher"),
    ("least|fewest|smallest", "most|largest|biggest|greatest"),
    ("least|minimum|min", "maximum|max"),
    ("cheapest", "dearest|priciest|costliest|most expensive"),
    ("youngest", "oldest"),
    ("shortest", "longest|tallest"),
    ("narrowest", "widest|broadest"),
    ("shallowest|shallow", "deepest|deep"),
    ("lightest", "heaviest"),
    ("thinnest", "thickest"),
    ("coldest|coolest", "warmest|hottest"),
    ("floor", "ceiling|cap"),
    ("bottom", "top"),
)
QUICK = ("fastest|quickest", "slowest")
"""Of times the lower one is that of the quickest, of speeds the higher."""
SIZES = r"\b(?:smallest|largest|biggest|greatest|least|most|low|high|lower|upper|top|bottom|deep|shallow)\b"
RANGED = r"\b(?:rang\w+|var(?:y|ies|ied|ying)|spread|span\w*|between|from|bounds?|limits?|ends?|of)\b"
"""Words that tell a range, where the size of one thing might be told and the number of another."""
BEFORE = (
    r"\b(?P<word>{words})\b(?P<thing>(?:\s+(?!(?:is|was|were|are|being|of|at|for|took|takes|lasted)\b)[^\W\d_][\w'’-]*){{0,2}}?)"
    r"(?P<told>\s*(?:[:(]|\b(?:is|was|were|are|being|will be|of|at|for|took|takes|taking|need\w*|last\w*(?: for)?"
    r"|went on for|cost\w*|weigh\w*|measur\w*|stands? at|stood at|to))?(?: (?:just|only|some|about))?)\s*$"
)
AFTER = r"(?:\s+[^\W\d_][\w'’-]*){{0,2}}?\s*(?:\((?:the )?|(?:at|in|on|as) (?:the|its|their|an?) )(?P<word>{words})\b"


def limits(line: Line) -> Iterator[tuple[Slot, Slot]]:
    """The lower and the higher limit, as words tell them."""
    for pair in pairwise(line.slots):
        first, last = next(alike(*pair), _in_one_unit(*pair))
        if not first.is_like(last) or None in (first.numeral.value, last.numeral.value):
            continue
        near = frozenset(re.findall(r"[^\W\d_]+", letters(f"{first.before} {first.after} {last.before} {last.after}")))
        for low, high in (*OPPOSITES, QUICK if first.kind is Kind.DURATION else QUICK[::-1]):
            if near.isdisjoint(_heads(low)) or near.isdisjoint(_heads(high)):
                continue
            if _is_limit(line, first, low, last, high):
                yield first, last
                break
            if _is_limit(line, first, high, last, low):
                yield last, first
                break
        else:
            if _is_hedged(first, Sense.AT_LEAST) and _is_hedged(last, Sense.AT_MOST) and _is_tied(first):
                yield first, last


@cache
def _heads(words: str) -> frozenset[str]:
    """The first word of each of some phrases."""
    return frozenset(phrase.split()[0] for phrase in words.split("|"))


def _in_one_unit(first: Slot, last: Slot) -> tuple[Slot, Slot]:
    """Both numbers in the unit that only one of them tells: "41 metres at the lowest, 52 at the highest"."""
    if first.kind is last.kind or Kind.COUNT not in {first.kind, last.kind}:
        return first, last
    if first.kind is Kind.COUNT and not first.nouns:
        return in_unit_of(first, last), last
    return (first, in_unit_of(last, first)) if last.kind is Kind.COUNT and not last.nouns else (first, last)


def _is_limit(line: Line, first: Slot, one: str, last: Slot, other: str) -> bool:
    """Whether the word of the one stands with the first number, and that of the other with the last."""
    ranged = says(RANGED, line.text)
    before, after = _before(first, one), _after(first.after, one)
    then, behind = _before(last, other), _after(last.after, other)
    if before and then:
        things = [(found["thing"] or "").split() for found in (before, then)]
        same = not things[1] or things[0] == things[1]
        return same and (ranged or (not says(SIZES, f"{before['word']} {then['word']}")) or _are_told(before, then))
    named = rf"\b(?:{one})(?: and |/)(?:{other})\b[^;:()]*$"  # "the lower and upper bounds are 5.6 and 6.1"
    both = says(r"^\s*(?:and|to|–|-)\s*$", first.after) and says(named, first.before)
    return both or bool(after and behind and ranged)


def _are_told(*found: re.Match[str]) -> bool:
    """Whether nothing but a form of "be" stands between each word and its number."""
    return all(not (each["thing"] or "") and each["told"].strip() for each in found)


def _before(slot: Slot, words: str) -> re.Match[str] | None:
    return re.search(BEFORE.format(words=words), slot.before, re.IGNORECASE)


def _after(after: str, words: str) -> re.Match[str] | None:
    return re.match(AFTER.format(words=words), after, re.IGNORECASE)


def _is_hedged(slot: Slot, sense: Sense) -> bool:
    return slot.numeral.hedge is not None and slot.numeral.hedge.sense is sense


def _is_tied(first: Slot) -> bool:
    return re.fullmatch(r"[^.;:,]{0,30}(?:,? (?:and|but|or)|,)\s*", first.after) is not None
