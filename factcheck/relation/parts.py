"""Two counts of which the words say that one is a part of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.numeral import Kind
from factcheck.relation.cues import NOUN, THE
from factcheck.relation.line import Line, Slot

OF = rf"(?<!instead )(?:out )?of {THE}"
SAMPLE = r"an? (?:[^\W\d_]+ ){0,2}(?:sample|group|total|survey|study|poll|batch|panel|cohort|class|field) of "
AMONG = rf"(?:out of|of|among|from|in) (?:{THE}|{SAMPLE})"
OF_THEM = r"of (?:them|these|those|whom|which|the latter)"
INCLUDING = rf"(?:{NOUN}){{1,4}},? (?:includ\w+|counting|among them)(?: only| just)?\s*$"
WITHIN = rf"(?:{NOUN}){{1,2}}\s+(?:among|amongst|out of|from among)\s+{THE}$"
NO_CLAUSE = r"[^,;:()–—]{0,80}"


def pairs(line: Line, slots: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Part and whole, as far as neighbouring counts are told to be so."""
    for first, last in pairwise(slots):
        if not are_counted_alike(first, last):
            continue
        words = line.between(first, last)
        beside = last.index == first.index + 1
        if beside and (first.precedes(rf"{NO_CLAUSE}\b{OF}$") or first.precedes(WITHIN)):
            yield first, last
        elif (
            (beside and first.precedes(INCLUDING))
            or (first.follows(rf"(?:^|[,;:(–—]|\b(?:but|and|that|while))\s*(?:in all )?{AMONG}") and ";" not in words)
            or last.precedes(rf"(?:{NOUN})?\s+{OF_THEM}\b")
            or last.follows(rf"{OF_THEM},?(?: only| just)?")
        ):
            yield last, first


def are_counted_alike(one: Slot, other: Slot) -> bool:
    """Whether one may be a part of the other by its unit; days are counted as things are."""
    return one.numeral.unit == other.numeral.unit or Kind.DURATION in {one.kind, other.kind} <= {
        Kind.DURATION,
        Kind.COUNT,
    }
