"""Two counts of which the words say that one is a part of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.numeral import Kind
from factcheck.relation.cues import NOUN, THE
from factcheck.relation.line import Line, Slot

PLAIN = (
    r"(?:(?!(?:an?|the|in|on|at|to|for|from|with|by|of|as|than|and|or|but|who|which|that|was|were|had|has|have|is|are|did"
    r"|about|over|under|last|next|past|first)\b)[^\W\d_][\w-]*\s+)"
)
"""A word between a determiner and a number: an adjective, or a noun that goes with the one behind the number."""
WHOSE = rf"(?:(?:the|an?|its|their|our|his|her)\s+)?(?:{PLAIN}{{0,3}}[^\W\d_][\w.-]*(?:['’]s|s['’])\s+){PLAIN}?"
NO_SIZE = (
    "rise|fall|increase|decrease|average|mean|median|cost|price|rate|maximum|minimum|half|third|quarter|margin|majority"
    "|lead|period|second|minute|hour|day|week|month|year|decade|season|run|streak|series|tour|diet|budget|time|number|part|share|speed|age|ratio|gap|difference|end|start|result|aftermath|home|name|winners?"
)
SIZE = rf"(?:an?|the|its|their|our|this|that)\s+{PLAIN}{{0,2}}?(?!(?:{NO_SIZE})\b)[^\W\d_][\w-]*\s+(?:\w+ )??of\s+(?:the\s+)?"
"""Before a number that tells how many make up something: "a workforce of"."""
WHOLE = rf"(?:{SIZE}|{WHOSE}|(?:the|an?|its|their|our|all)\s+{PLAIN}|{THE})"
"""Words right before a number of which a part is told."""
OF = rf"(?<!instead )(?:out )?of {WHOLE}"
SAMPLE = r"an? (?:[^\W\d_]+ ){0,2}(?:sample|group|total|survey|study|poll|batch|panel|cohort|class|field) of "
AMONG = rf"(?:(?:out of|of|among|from|in) (?:{SAMPLE}|{WHOLE})|within {SIZE})"
OF_THEM = r"of (?:them|these|those|whom|which|the latter|mine|ours|theirs|its own)"
INCLUDING = rf"(?:{NOUN}){{1,4}},? (?:\(?includ\w+|counting|among them|\(?thereof)(?: only| just)?\s*$"
WITHIN = rf"(?:{NOUN}){{0,2}},?\s+(?:(?:among|amongst|out of|from among)\s+{WHOLE}|(?:from|on)\s+{SIZE})$"
NO_CLAUSE = r"[^,;:()–—]{0,80}"


def pairs(line: Line, slots: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Part and whole, as far as neighbouring counts are told to be so."""
    for first, last in pairwise(slots):
        if not are_counted_alike(first, last):
            continue
        words = line.between(first, last)
        beside = last.index == first.index + 1
        if beside and first.precedes(
            rf"(?!{NO_CLAUSE}\band an? [^,;]{{1,30}}\bof\b){NO_CLAUSE}\b{OF}$|{WITHIN}|\s?/\s?$"
        ):
            yield first, last
        elif (
            (beside and first.precedes(INCLUDING))
            or (begins_with(first, rf"(?:in all )?{AMONG}") and ";" not in words)
            or last.precedes(rf"(?:{NOUN})?\s+{OF_THEM}\b")
            or last.follows(rf"{OF_THEM},?(?: only| just)?")
        ):
            yield last, first


def begins_with(slot: Slot, pattern: str) -> bool:
    """Whether a clause begins with a pattern right before the number: "of the 956", but not "one of the 956"."""
    start = "" if slot.index else "^|"
    return slot.follows(rf"(?:{start}[,;:(–—]|\b(?:but|and|that|while))\s*{pattern}")


def are_counted_alike(one: Slot, other: Slot) -> bool:
    """Whether one may be a part of the other by its unit; days are counted as things are."""
    return one.numeral.unit == other.numeral.unit or Kind.DURATION in {one.kind, other.kind} <= {
        Kind.DURATION,
        Kind.COUNT,
    }


def is_some_of(part: Slot, whole: Slot) -> bool:
    """Whether one number is said to be of the other: "312 of the 956 pupils"."""
    return part.index + 1 == whole.index and part.precedes(
        r"(?: (?!(?:short|shy|ahead|clear|in)\b)\w+)? of (?:the|its|their|his|her|all|these|those)\s*$"
    )
