"""A number, and those of its two halves in the sentence behind it: "Exports came to 241.5. Those of goods were 168.3 …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

from factcheck.article import Document
from factcheck.numeral import Numeral
from factcheck.relation import COUNTS, Ground, Said
from factcheck.relation.line import says_how_many
from factcheck.relation.printing import ahead
from factcheck.text.language import DEFAULT
from factcheck.text.marks import MARK, Marked

HALVES = (
    ("goods", "services"),
    ("(?:women|females?)", "(?<!wo)(?:men|(?<!fe)males?)"),
    ("girls", "boys"),
    ("domestic", "(?:international|foreign|overseas)"),
    ("urban", "rural"),
    ("public", "private"),
    ("full-time", "part-time"),
    ("houses", "(?:apartments|flats)"),
    ("residential", "non-residential"),
    ("adults", "children"),
)
"""Words for two sorts, of one of which everything is that is told of."""
MOST_OFF = Fraction(3, 2)  # times that both may be the whole
STOOD = (
    r"(?:was|were|is|are|at|to(?: a record)?|totall?ed|reached|hit|came to|stood at|amounted to|for|numbered)"
    r"(?: (?:about|around|some|nearly|almost|just|over|only))*"
)
"""Before what a number came to."""
OTHERS = (
    r"\b(?:others?|unknown|unspecified|remaining|non-binary|per|average|mean|median|each|adjusted|respectively|aged)\b"
)
"""Words by which there are more sorts, or no sums."""
FLOWS = r"\b(?:exports|imports|births|deaths|arrivals|departures|sales|purchases|income|spending|profits?)\b"
"""Things of which one sentence does not tell the halves of another's."""


def halves(document: Document, sentences: Sequence[tuple[Marked, int]]) -> Iterator[tuple[Sequence[Said], int]]:
    """The readings of two neighbouring sentences, and where their text begins."""
    for (first, start), (last, follows) in pairwise(sentences):
        if not first.numerals or len(last.numerals) < len(("one", "other")) or first.language != DEFAULT:
            continue
        if document.blocks.holding(start) != document.blocks.holding(follows):
            continue
        if re.search(OTHERS, f"{first.words} {last.words}", re.IGNORECASE) is not None:
            continue
        if len({frozenset(re.findall(FLOWS, words.words.lower())) for words in (first, last)} - {frozenset()}) > 1:
            continue
        whole = _only(first, _stood())
        if whole is None:
            continue
        for sorts in HALVES:
            parts = [_only(last, _of(sort)) for sort in sorts]
            if any(re.search(rf"\b{sort}\b", first.words, re.IGNORECASE) for sort in sorts):
                continue
            told = [part for part in parts if part is not None]
            if len(told) == len(sorts) and _may_be(told, whole):
                moved = tuple(ahead(one, follows - start) for one in told)
                ends = [one.end for one in (*moved, whole)]
                gaps = {"parts": moved, "whole": (whole,)}
                yield (Said(gaps, whole.start, max(ends), ground=Ground.NUMBERS),), start


def _only(words: Marked, pattern: re.Pattern[str]) -> Numeral | None:
    """The number in the place that a pattern tells; none where there is more than one."""
    told = {match[str(match.lastgroup)] for match in pattern.finditer(words.words)}
    return words.numeral(told.pop()) if len(told) == 1 else None


def _may_be(parts: Sequence[Numeral], whole: Numeral) -> bool:
    """Whether each counts in one unit, and is less than the whole, and both are not far from it."""
    numerals = (*parts, whole)
    if not all(one.kind in COUNTS and says_how_many(one) and one.value and not one.flags for one in numerals):
        return False
    if len({(one.kind, one.unit) for one in numerals}) > 1 or parts[0].start == parts[1].start:
        return False
    both = sum((part.exact_value for part in parts), Fraction(0))
    return (
        whole.exact_value / MOST_OFF < both < whole.exact_value * MOST_OFF
        and max(part.exact_value for part in parts) < whole.exact_value
    )


@cache
def _of(sort: str) -> re.Pattern[str]:
    """The number that a sort is told to have: "among women fell by 12,000 to 1.24 million", "346 girls"."""
    changed = rf"(?:(?:by )?{MARK}(?:,? or {MARK},?)? )?"
    return re.compile(
        rf"\b{sort}\b(?:(?!{MARK})[^;:()]){{0,60}}? ?{changed}{STOOD} (?P<number>{MARK})"
        rf"(?! (?:[\w'’-]+ )?(?:more|fewer|less|higher|lower|per)\b)|(?P<before>{MARK}) (?:[\w'’-]+ )?{sort}\b",
        re.IGNORECASE,
    )


@cache
def _stood() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{STOOD}|total(?: number)? of) (?P<number>{MARK})(?! (?:[\w'’-]+ )?(?:more|fewer|less|higher|lower|of)\b)",
        re.IGNORECASE,
    )
