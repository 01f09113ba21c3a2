"""Numbers that an article itself puts together, in a sentence or in a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.article import Span
from factcheck.draft.source import Source
from factcheck.numeral import Numeral
from factcheck.relation import Stated
from factcheck.scan import outermost, shares, sums, together
from factcheck.text.marks import marked


class Related(NamedTuple):
    """What is stated of numbers that begin at these places, and the numeral of each claim that prints one."""

    stated: Stated
    where: Span
    numerals: tuple[Numeral, ...]
    own: tuple[Numeral | None, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """Where the numerals begin."""
        return frozenset(numeral.start for numeral in self.numerals)


def in_sentences(text: Source) -> Iterator[Related]:
    """Every relation that a sentence states."""
    numerals = {numeral.start: numeral for numeral in text.numerals}
    for sentence in text.document.sentences:
        words = marked(text.document.words(sentence), text.language)
        for one in outermost(together(words, sentence.start)):
            if one.numbers <= numerals.keys():
                printed = (claim.get("printed") for claim in one.stated.claims)
                own = (None if each is None else numerals.get(sentence.start + each.start) for each in printed)
                yield Related(one.stated, one.where, tuple(numerals[at] for at in sorted(one.numbers)), tuple(own))


def in_tables(text: Source) -> Iterator[Related]:
    """The totals and shares of every table, as far as its cells are read as the same numbers in the running text."""
    numerals = {numeral.start: numeral for numeral in text.numerals}
    for one in (*sums(text.document, text.language), *shares(text.document, text.language)):
        printed = [claim["printed"] for claim in one.stated.claims if "printed" in claim]
        if all(_is_there(numerals, at, numeral) for at, numeral in zip(one.cells, printed, strict=True)):
            cells = iter(one.cells)
            own = tuple(numerals[next(cells)] if "printed" in claim else None for claim in one.stated.claims)
            yield Related(one.stated, one.where, tuple(numerals[at] for at in sorted(one.cells)), own)


def _is_there(numerals: Mapping[int, Numeral], at: int, numeral: Numeral) -> bool:
    found = numerals.get(at)
    return found is not None and (found.kind, found.value) == (numeral.kind, numeral.value)
