"""What need not be drafted, for a claims file says it already, and the quantities that it has names for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from factcheck.article import Document
from factcheck.check import Article
from factcheck.claim import Claim
from factcheck.draft.entry import likely_name
from factcheck.draft.nouns import NO_NAME
from factcheck.draft.source import Source
from factcheck.finding import Coverage, Standing
from factcheck.kinds.count import Count
from factcheck.numeral import Kind, Numeral

Record = Mapping[str, Any]
"""A claim as in a claims file."""


class Counted(NamedTuple):
    """A quantity that is counted, and the number printed of it, None where none is.

    `apart`: numbers that may be of it are asked about.
    """

    name: str
    value: Fraction | None
    apart: bool = False

    def fits(self, numeral: Numeral) -> bool:
        """Whether the number is taken to be of it."""
        return not self.apart and is_exact(numeral) and self.value in (None, numeral.value)


@dataclass(frozen=True, slots=True)
class Known:
    """What a claims file says of an article: `names` are in use, `told` the places of numbers that need no claim.

    `said` are the fields of the first claim at each place that has one, `counted` is what each noun counts.
    """

    names: frozenset[str] = frozenset()
    told: frozenset[int] = frozenset()
    said: Mapping[int, Record] = field(default_factory=dict)
    counted: Mapping[str, Counted] = field(default_factory=dict)

    @property
    def apart(self) -> Known:
        """The same, with no new number taken to be of a quantity that has a name."""
        counted = {noun: one._replace(apart=True) for noun, one in self.counted.items()}
        return Known(self.names, self.told, counted=counted)


def is_exact(numeral: Numeral) -> bool:
    """Whether it counts things one by one, without a hedge."""
    return numeral.kind is Kind.COUNT and numeral.value is not None and numeral.quantum == 1 and numeral.hedge is None


def known_of(article: Article, coverage: Coverage, document: Document) -> Known:
    """What the claims of an article say; `coverage` tells of which numbers of its text."""
    claims = {claim.id: claim for claim in article.claims}
    said = {number.start: claims[number.claims[0]] for number in coverage.numbers if number.claims}
    return Known(
        frozenset((*article.declarations, *claims)),
        frozenset(number.start for number in coverage.numbers if number.standing is not Standing.UNCOVERED),
        {start: {name: getattr(claim, name) for name in type(claim).model_fields} for start, claim in said.items()},
        dict(_counted(article, said, Source(document, article.language))),
    )


def _counted(article: Article, said: Mapping[int, Claim], text: Source) -> Iterator[tuple[str, Counted]]:
    """What the claims count, by the nouns beside their numbers; before that, every quantity by its own name."""
    printed: dict[str, Fraction | None] = {}
    for claim in article.claims:
        if isinstance(claim, Count) and is_exact(claim.printed):
            printed.setdefault(claim.quantity, claim.printed.value)
    for name, declaration in article.declarations.items():
        if not declaration.amount:
            yield name.lower().replace("-", "_"), Counted(name, printed.get(name))
    for start, claim in sorted(said.items(), reverse=True):
        if isinstance(claim, Count) and is_exact(claim.printed):
            noun = likely_name(text, claim.printed.placed(claim.printed.surface, start, claim.printed.surface))
            if noun != NO_NAME:
                yield noun, Counted(claim.quantity, claim.printed.value)
