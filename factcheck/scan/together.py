"""Numbers that a sentence of an article puts together, in every way in which it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.article import Span
from factcheck.check import Article
from factcheck.numeral import Numeral
from factcheck.relation import Ground, Line, Relation, Said, Stated, readings
from factcheck.relations import RELATIONS
from factcheck.scan.obvious import holds_as_printed
from factcheck.text.marks import Marked


@dataclass(frozen=True, slots=True)
class Together:
    """Numbers that the article puts together, and where: `numbers` are the places of the numerals in its text."""

    relation: str
    stated: Stated
    where: Span
    numbers: frozenset[int]
    anchor: int | None = None
    """The place of the number that the others account for."""
    otherwise: tuple[Together, ...] = ()
    """What else may be meant; nothing is wrong where one of them holds."""
    ground: Ground = Ground.WORDS
    accused: Numeral | None = None
    """The number that the others account for."""


class Holding:
    """What an article puts together, to be looked up by its numbers."""

    def __init__(self, found: Iterable[Together]) -> None:
        """Hold what was found so far."""
        self._by_number: dict[int, list[Together]] = {}
        for one in found:
            self.add(one)

    def add(self, one: Together) -> None:
        """Hold one more."""
        for number in one.numbers:
            self._by_number.setdefault(number, []).append(one)

    def is_inside(self, one: Together) -> bool:
        """Whether its numbers are some of those of another."""
        return any(one.numbers < other.numbers for other in self._by_number.get(min(one.numbers), ()))


def together(sentence: Marked, offset: int, beside: str = "") -> Iterator[Together]:
    """The relations of a sentence that begins at an offset; `beside` are the words of the sentences before and after it."""
    if sentence.numerals:
        line = Line(sentence, beside)
        for name, relation in RELATIONS.items():
            for ways in readings(relation, sentence, line):
                one = of_readings(name, relation, ways, offset)
                if one is not None:
                    yield one


def outermost(found: Iterable[Together]) -> Iterator[Together]:
    """Those that are not inside another: "312 and 298, 610 in all" without what its first two numbers may say alone."""
    every = tuple(found)
    holding = Holding(every)
    yield from (one for one in every if not holding.is_inside(one))


def of_readings(name: str, relation: Relation, ways: Sequence[Said], offset: int) -> Together | None:
    """The readings that state something; one whose numbers hold as they are printed comes first."""
    told = [
        Together(
            name,
            stated,
            Span(offset + said.start, offset + said.end),
            _numbers(said, offset),
            ground=said.ground,
            accused=next(iter(said.gaps.get(relation.ANCHOR, ())), None),
        )
        for said in ways
        if (stated := relation.stated(said)) is not None
    ]
    if not told:
        return None
    if len(told) > 1:
        told.sort(key=lambda one: (not _holds(one.stated), one.ground))
    anchor = offset + ways[0][relation.ANCHOR].start if relation.ANCHOR in ways[0] else None
    return replace(told[0], anchor=anchor, otherwise=tuple(told[1:]))


def _holds(stated: Stated) -> bool:
    return not stated.wrong and holds_as_printed(Article(quantities=stated.quantities, claims=stated.claims))


def _numbers(said: Said, offset: int) -> frozenset[int]:
    return frozenset(offset + numeral.start for numeral in said.numerals)
