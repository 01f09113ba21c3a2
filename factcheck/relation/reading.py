"""Every way in which a sentence can be read as a relation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from factcheck.numeral import Kind, Numeral
from factcheck.relation.line import Line, says
from factcheck.relation.phrases import by_phrases, possible
from factcheck.relation.subjects import on_firm_ground
from factcheck.relation.told import Relation, Said
from factcheck.text.language import DEFAULT
from factcheck.text.marks import Marked

SIGNED = frozenset({"amount", "low", "high"})
DIVISORS = frozenset({"whole", "less", "number", "population", "before", "pair"})
NO_VALUE = frozenset({Kind.RANGE, Kind.DATE, Kind.YEAR})
MOST_READINGS = 8  # of one number


def readings(relation: Relation, marked: Marked, line: Line | None = None) -> Iterator[tuple[Said, ...]]:
    """The readings of a sentence, those that explain the same number together, the likeliest first.

    `line` is the sentence laid out, where it is at hand.
    """
    line = line or Line(marked)
    if not _is_readable(relation, line):
        return
    found: dict[int, list[Said]] = {}
    told: set[frozenset[tuple[str, int, str]]] = set()
    for said in _all(relation, line):
        standing = ((gap, numeral) for gap, each in said.gaps.items() for numeral in each)
        if not all(_may_stand(numeral, gap, relation.GAPS[gap]) for gap, numeral in standing):
            continue
        if "parts" not in said and any(numeral.value == 0 for gap in DIVISORS for numeral in said.gaps.get(gap, ())):
            continue
        roles = frozenset(
            (gap, numeral.start, numeral.unit) for gap, numerals in said.gaps.items() for numeral in numerals
        )
        anchor = _anchor(relation, said)
        others = found.setdefault(-len(found) - 1 if anchor is None else anchor.start, [])
        if roles not in told and len(others) < MOST_READINGS:
            told.add(roles)
            others.append(on_firm_ground(line, said, anchor) if getattr(relation, "IN_ITS_CLAUSE", False) else said)
    yield from (tuple(each) for each in found.values() if each)


def _is_readable(relation: Relation, line: Line) -> bool:
    """Whether the sentence has numerals enough for the relation, and no words that speak against it."""
    if not (_is_cast(line) or possible(relation, line.sort)):
        return False
    unless = getattr(relation, "UNLESS", "")
    return not (unless and line.language == DEFAULT and says(unless, line.words))


def _is_cast(line: Line) -> bool:
    """Whether cues are looked for around the numerals."""
    return line.language == DEFAULT and len(line.marked.numerals) > 1


def _all(relation: Relation, line: Line) -> Iterator[Said]:
    yield from by_phrases(relation, line)
    if _is_cast(line):
        read = False
        for said in relation.cast(line):
            read = True
            yield said
        if not read:
            yield from getattr(relation, "alone", _nothing)(line)


def _nothing(_line: Line) -> Iterator[Said]:
    return iter(())


def _may_stand(numeral: Numeral, gap: str, kinds: AbstractSet[Kind]) -> bool:
    """Whether a numeral may stand in a gap for these kinds, and has the value that claims need there.

    What is counted is not negative, what is divided by is not zero, and "three to one" is no share.
    """
    value, terms = numeral.value, numeral.terms
    if numeral.kind not in kinds or (value is None and numeral.kind not in NO_VALUE):
        return False
    if value is not None and value < 0 and gap not in SIGNED:
        return False
    compares = re.search(r":|\bto\b", numeral.surface) is not None
    return numeral.kind is not Kind.RATIO or not (compares or (terms is not None and terms[0] > terms[1]))


def _anchor(relation: Relation, said: Said) -> Numeral | None:
    return next(iter(said.gaps.get(relation.ANCHOR, ())), None)
