"""What comes in, what goes out and what is left, each in a sentence of its own: "The deficit was 84.2. Exports were 151.3 …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.numeral import Numeral
from factcheck.relation import COUNTS, Ground, Said
from factcheck.relation.changes.times import MONTHS
from factcheck.relation.line import says, says_how_many
from factcheck.relation.printing import ahead
from factcheck.text.language import DEFAULT
from factcheck.text.marks import MARK, Marked

REACH = 4  # sentences in which the three are told
TRIADS = (
    (r"(?:trade )?(?:deficit|surplus|gap|shortfall)", r"exports", r"imports"),
    (r"net (?:im)?migration", r"(?:immigration|arrivals)", r"(?:emigration|departures)"),
    (r"natural (?:increase|decrease|growth)", r"births", r"deaths"),
    (
        r"(?:budget |fiscal |operating )?(?:deficit|surplus|shortfall)",
        r"(?:(?:total )?revenues?|(?:total )?income|(?:total )?receipts)",
        r"(?:(?:total )?expenditures?|(?:total )?spending|(?:total )?outlays)",
    ),
)
"""What is left, what comes in and what goes out."""
LEFT = rf"\b(?:{'|'.join(left for left, _, _ in TRIADS)})\b"
PARTLY = (
    r"(?:goods|services?|merchandise|oil|energy|food|car|farm|non-\w+|net|core|other|tax|monthly|annual|last|previous|earlier|\w+['’]s"
    r"|structural|primary|current account|account|pension|charitable|voluntary|capital|real|infant|road|neonatal)"
)
"""Before a part of it, or one of another time."""
OF_A_PART = (
    rf" (?:of (?!{MARK}|(?:about|some|around|nearly|just|over|almost) {MARK}|the (?:month|year|quarter)\b)"
    rf"|in (?!{MARK}|(?:{'|'.join(MONTHS)}|the|19|20)\b)|with|to (?!{MARK})|from|between|among|per|by)"
)
"""Behind what is only a part of it."""
STOOD = (
    r"(?:(?:was|were|is|are|of|at|to(?: a record)?|totall?ed|reached|hit|came to|stood at|amounted to|estimated at|recorded at)"
    r"(?: (?:about|around|some|nearly|almost|just|over|under|a|an|the|only|estimated|record|provisional))*)"
)
"""Before what it came to."""

OTHERWISE = (
    r"\b(?:gains?|loss(?:es)?|depreciation|transfers?|reserves|interest|adjusted|revised|revaluation|one-off|excluding|investments?"
    r"|unaccounted|adoptions?)\b"
)
"""Words by which more is reckoned in than the three."""


class Told(NamedTuple):
    """A number and where its sentence begins."""

    numeral: Numeral
    start: int


def balances(sentences: Sequence[tuple[Marked, int]]) -> Iterator[tuple[Sequence[Said], int]]:
    """The readings of sentences that tell the three, and where their text begins."""
    for index, (words, _) in enumerate(sentences):
        if words.language != DEFAULT or not words.numerals or not says(LEFT, words.words):
            continue
        near = sentences[max(index - REACH, 0) : index + REACH + 1]
        for triad in TRIADS:
            left = _told(triad[0], sentences[index : index + 1])
            if left is not None and not any(says(OTHERWISE, each.words) for each, _ in near):
                one, other = (_told(noun, near) for noun in triad[1:])
                if one is not None and other is not None and len({left.start, one.start, other.start}) > 1:
                    yield from _said(left, one, other)


def _told(noun: str, near: Sequence[tuple[Marked, int]]) -> Told | None:
    """What something came to; none where more than one number is told of it."""
    told = [
        Told(words.numeral(match["number"]), start)
        for words, start in near
        if words.numerals
        for match in _level(noun).finditer(words.words)
    ]
    return told[0] if len(told) == 1 and _is_plain(told[0].numeral) else None


def _is_plain(numeral: Numeral) -> bool:
    return numeral.kind in COUNTS and says_how_many(numeral) and not numeral.flags and bool(numeral.value)


def _said(left: Told, one: Told, other: Told) -> Iterator[tuple[Sequence[Said], int]]:
    start = min(each.start for each in (left, one, other))
    by, *ends = (ahead(each.numeral, each.start - start) for each in (left, one, other))
    less, more = sorted(ends, key=lambda numeral: numeral.exact_value)
    places = [numeral.start for numeral in (by, less, more)]
    gaps = {"by": (by,), "less": (less,), "more": (more,)}
    last = max((by, less, more), key=lambda numeral: numeral.end)
    yield (Said(gaps, min(places), last.end, ground=Ground.NUMBERS),), start


@cache
def _level(noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?<!{MARK} )(?:(?!{PARTLY} )[\w'’.-]+ |^\W*)(?P<noun>{noun})\b(?!{OF_A_PART})"
        rf"(?:(?!{MARK}|\b(?:deficit|surplus|exports|imports|migration|immigration|emigration|births|deaths|and|while|but|from)\b)[^;:()]){{0,70}}?"
        rf"(?:(?:by )?{MARK}(?:,? or {MARK},?)? )?{STOOD} (?P<number>{MARK})",
        re.IGNORECASE,
    )
