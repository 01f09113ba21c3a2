"""Parts of a list, each with its share, of a whole that stands sentences before: the other shares tell which number that is.

"Some 462,000 came in May. … Norway sent 39.5% (182,490), Malta 8.4% (38,808) and Chile 6.1% (28,182)."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.article import Document
from factcheck.numeral import Kind, Numeral
from factcheck.relation import Ground, Said
from factcheck.relation.fits import fits
from factcheck.relation.line import says_how_many
from factcheck.relation.printing import ahead
from factcheck.text.language import DEFAULT
from factcheck.text.marks import MARK, Marked

REACH = 4  # sentences before the list in which its whole may stand
FEWEST = 3  # parts that a number has to fit for it to be their whole
MOST_WRONG = 1  # of the others
MOST = 20  # parts of a list, and numbers before it


class Part(NamedTuple):
    """A part, its share and whether words behind both may tell of what it is a share."""

    part: Numeral
    share: Numeral
    is_of_another: bool


class Placed(NamedTuple):
    """A number that may be the whole, and where its sentence begins."""

    numeral: Numeral
    start: int


def enumerated(document: Document, sentences: Sequence[tuple[Marked, int]]) -> Iterator[tuple[Sequence[Said], int]]:
    """The shares of each list of which all, or all but one, fit one number before them, and where their text begins."""
    for index, (words, start) in enumerate(sentences):
        parts = [*_parts(words)] if words.language == DEFAULT else []
        if not FEWEST <= len(parts) <= MOST:
            continue
        known = [*_before(document, sentences[max(index - REACH, 0) : index + 1], {part.part.start for part in parts})][
            -MOST:
        ]
        whole = max(known, key=lambda one: _fitting(parts, one.numeral), default=None)
        if whole is None or _fitting(parts, whole.numeral) < max(FEWEST, len(parts) - MOST_WRONG):
            continue
        for each in parts:
            others = [one.numeral for one in known] + [other.part for other in parts]
            if _fits(each, whole.numeral) or not (each.is_of_another or any(_fits(each, other) for other in others)):
                yield (_said(each, whole, start - whole.start),), whole.start


def _said(each: Part, whole: Placed, by: int) -> Said:
    """The reading, of a text that begins with the sentence of the whole."""
    part, share = (ahead(one, by) for one in (each.part, each.share))
    gaps = {"part": (part,), "whole": (whole.numeral,), "share": (share,)}
    first, last = sorted((part, share), key=lambda one: one.start)
    return Said(gaps, first.start, last.end, ground=Ground.CUES)


def _parts(words: Marked) -> Iterator[Part]:
    """Every two numbers of which one stands in brackets behind the other, and one is the share that the other is."""
    for match in _bracketed().finditer(words.words):
        first, last = words.numeral(match["first"]), words.numeral(match["last"])
        part, share = (first, last) if last.kind is Kind.PERCENT else (last, first)
        if part.kind is Kind.COUNT and share.kind is Kind.PERCENT and part.value and not (part.flags or share.flags):
            yield Part(part, share, match["of"] is not None)


def _before(document: Document, near: Sequence[tuple[Marked, int]], own: set[int]) -> Iterator[Placed]:
    """The counts of some sentences of one paragraph, without those of the parts, which the last of them tells."""
    block = document.blocks.holding(near[-1][1])
    for words, start in near:
        if block is None or start < block.start:
            continue
        for numeral in words.numerals:
            is_own = start == near[-1][1] and numeral.start in own
            if (
                numeral.kind is Kind.COUNT
                and numeral.value
                and says_how_many(numeral)
                and not (is_own or numeral.flags)
            ):
                yield Placed(numeral, start)


def _fitting(parts: Sequence[Part], whole: Numeral) -> int:
    return sum(_fits(part, whole) for part in parts)


def _fits(each: Part, whole: Numeral) -> bool:
    return whole.exact_value > 0 and fits(each.part.exact_value / whole.exact_value, each.share)


@cache
def _bracketed() -> re.Pattern[str]:
    word = r"\s+[^\W\d_][\w'’-]*"
    return re.compile(
        rf"(?P<first>{MARK})(?:{word}){{0,3}}\s+\((?P<last>{MARK})(?:{word})?\)"
        r"(?P<of>\s+(?:of(?! (?:total|all|them|the total)\b)|in|among|at|for)\b)?",
        re.IGNORECASE,
    )
