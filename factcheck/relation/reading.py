"""Every way in which a sentence can be read as a relation."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Numeral
from factcheck.relation.line import Line, says
from factcheck.relation.phrases import by_phrases
from factcheck.relation.told import Relation, Said
from factcheck.text.language import DEFAULT
from factcheck.text.marks import Marked

MOST_READINGS = 8  # of one number


def readings(relation: Relation, marked: Marked, line: Line | None = None) -> Iterator[tuple[Said, ...]]:
    """The readings of a sentence, those that explain the same number together, the likeliest first.

    `line` is the sentence laid out, where it is at hand.
    """
    found: dict[int, list[Said]] = {}
    told: set[frozenset[tuple[str, int]]] = set()
    for said in _all(relation, marked, line):
        roles = frozenset((gap, numeral.start) for gap, numerals in said.gaps.items() for numeral in numerals)
        anchor = _anchor(relation, said)
        others = found.setdefault(-len(found) - 1 if anchor is None else anchor.start, [])
        if roles not in told and len(others) < MOST_READINGS:
            told.add(roles)
            others.append(said)
    yield from (tuple(each) for each in found.values() if each)


def _all(relation: Relation, marked: Marked, line: Line | None) -> Iterator[Said]:
    unless = getattr(relation, "UNLESS", "")
    if unless and marked.language == DEFAULT and says(unless, marked.words):
        return
    yield from by_phrases(relation, marked)
    if marked.language == DEFAULT and len(marked.numerals) > 1:
        yield from relation.cast(line or Line(marked))


def _anchor(relation: Relation, said: Said) -> Numeral | None:
    return next(iter(said.gaps.get(relation.ANCHOR, ())), None)
