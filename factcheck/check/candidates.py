"""Other questions to the data that would give the number of a claim which fails against them, each run again."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcheck.check import evidence
from factcheck.check.chances import WORTH_TELLING, chance_of_values
from factcheck.check.claimset import ClaimSet
from factcheck.check.settle import statement_of
from factcheck.claim import Claim
from factcheck.constraint import Quantity, Ratio
from factcheck.finding import Candidate, Chance, Figure, Finding
from factcheck.interval import Interval
from factcheck.kinds.count import Count
from factcheck.kinds.share import Share

if TYPE_CHECKING:
    from factcheck.data import Query, Search, Sort, Variant

MOST_TOLD = 3
"""Candidates that are told of one finding."""
MOST_SEARCHED = 50  # claims of an article
MOST_ALSO = 2  # other changes that come to the same, and are told beside one


class Asking(NamedTuple):
    """Quantities of a claim that are asked otherwise, in one way; the values of all of them then, by name."""

    variants: Mapping[str, Variant]
    values: Mapping[str, Fraction]

    @property
    def variant(self) -> Variant:
        """The change: the same for each of them."""
        return next(iter(self.variants.values()))


def with_candidates(findings: Iterable[Finding], article: ClaimSet) -> Iterator[Finding]:
    """The findings, those on claims that fail against tables with the questions that would give their numbers."""
    told = list(findings)
    asked = {name: found for one in told for name, found in _asked_in(one, article).items()}
    if article.asking is None or not asked:
        yield from told
        return
    from factcheck.data import DataError, Search

    try:
        search = Search(article.data, article.sources, asked.values(), article.asking)
    except DataError:
        yield from told
        return
    with search:
        left = MOST_SEARCHED
        for finding in told:
            names = finding.claims if _asked_in(finding, article) else ()
            claims = [claim for claim in article.claims if claim.id in names][:left]
            left -= len(claims)
            found = [one for claim in claims for one in Trial(claim, article, search).candidates()]
            yield replace(finding, candidates=tuple(found[:MOST_TOLD])) if found else finding


def _asked_in(finding: Finding, article: ClaimSet) -> dict[str, Query]:
    """What claims of a finding ask of tables, where it is about claims that cannot be true."""
    if not (finding.is_error and finding.clauses and finding.claims):
        return {}
    claims = [claim for claim in article.claims if claim.id in finding.claims and claim.prints]
    return {name: query for claim in claims for name, query in asked_by(claim, article).items()}


def asked_by(claim: Claim, article: ClaimSet) -> dict[str, Query]:
    """What is asked of tables for the quantities of a claim, by their names."""
    raw = {name: article.declarations[name].raw for name in claim.names() if name in article.declarations}
    figures = {name: one for name, one in raw.items() if isinstance(one, Figure)}
    asked = {name: one.asked for name, one in figures.items() if one.asked is not None}
    return {name: query for name, query in asked.items() if query.table is not None and query.sql is None}


@dataclass
class Trial:
    """A claim, and everything that may have been asked instead for it."""

    claim: Claim
    article: ClaimSet
    search: Search

    def candidates(self) -> list[Candidate]:
        """The changes of questions that give the claim's number, the most plausible first, each run and worked out."""
        measure, known = self.claim.measure(self.article.setting), self._known
        if measure is None or known is None:
            return []
        by_values: dict[tuple[Fraction, ...], list[Asking]] = {}
        for asking in sorted(self._askings(known), key=self._order):
            by_values.setdefault(tuple(asking.values.values()), []).append(asking)
        tried = [first for first, *_ in by_values.values()]
        hits = [asking for asking in tried if self._fits(asking, measure)]
        told: list[Candidate] = []
        for asking in hits:
            found = self._told(asking, tried, hits, measure) if len(told) < MOST_TOLD else None
            if found is not None:
                same = (
                    one
                    for one in by_values[tuple(asking.values.values())]
                    if one.variants.keys() == asking.variants.keys()
                )
                also = tuple(one.variant.change for one in same if one is not asking)
                told.append(replace(found, also=also[:MOST_ALSO]))
        return told

    @cached_property
    def _asked(self) -> dict[str, Query]:
        return asked_by(self.claim, self.article)

    @cached_property
    def _known(self) -> dict[str, Fraction] | None:
        """The value of each quantity of the claim, by raw values and exact counts; None where one has none."""
        article, found = self.article, dict[str, Fraction]()
        for name in self.claim.names():
            value = self._value_of(name)
            if value is None:
                return None
            found[name] = value
        quantities = set(statement_of(self.claim, article.setting).quantities)
        return found if quantities <= {article.setting.quantities[name] for name in found} else None

    def _value_of(self, name: str) -> Fraction | None:
        if name not in self.article.declarations:
            return None
        known = self.article.declarations[name].known
        if known is not None:
            return known.low if known.is_point else None
        counts = (one for one in self.article.claims if isinstance(one, Count) and one.quantity == name)
        allowed = (one.allowed(self.article.setting) for one in counts if one.id != self.claim.id)
        return next((values.low for values in allowed if values.is_point), None)

    def _askings(self, known: Mapping[str, Fraction]) -> Iterator[Asking]:
        """Each variant of a quantity by itself, and the same change of several at once."""
        if not all(self.search.still_says(query, known[name]) for name, query in self._asked.items()):
            return
        together: dict[Hashable, dict[str, Variant]] = {}
        for name, query in self._asked.items():
            for variant in self.search.variants(query):
                together.setdefault(variant.key, {})[name] = variant
                if variant.value != known[name]:
                    yield Asking({name: variant}, {**known, name: variant.value})
        if isinstance(self.claim, Share) and {self.claim.part, self.claim.whole} <= self._asked.keys():
            whole = self.claim.whole
            for variant in self.search.bases(self._asked[self.claim.part], self._asked[whole]):
                yield Asking({whole: variant}, {**known, whole: variant.value})
        for variants in together.values():
            if len(variants) > 1 and all(one.value != known[name] for name, one in variants.items()):
                yield Asking(variants, {**known, **{name: one.value for name, one in variants.items()}})

    def _order(self, asking: Asking) -> tuple[int, int]:
        """The sort of change; a base that was changed comes before all at once, and these before another quantity."""
        names = list(self._asked)
        place = names[::-1].index(next(iter(asking.variants))) if len(asking.variants) == 1 else 0
        return _rank(asking.variant.sort), 2 * place + (len(asking.variants) > 1)

    def _values(self, asking: Asking) -> dict[Quantity, Fraction]:
        return {self.article.setting.quantities[name]: value for name, value in asking.values.items()}

    def _fits(self, asking: Asking, measure: Ratio) -> bool:
        values = self._values(asking)
        value = measure.value(values)
        if value is None or value not in self._allowed:
            return False
        return self.claim.holds(values, self.article.setting)

    @cached_property
    def _allowed(self) -> Interval:
        return self.claim.allowed(self.article.setting)

    def _told(
        self, asking: Asking, tried: Sequence[Asking], hits: Sequence[Asking], measure: Ratio
    ) -> Candidate | None:
        """The candidate, run again; None where it does not hold then, or would be no surprise."""
        sort = asking.variant.sort
        chance = self._chance(sort, tried, measure)
        if not chance.size or chance.explained > WORTH_TELLING * chance.size:
            return None
        figures = self._run(asking)
        if figures is None:
            return None
        worked = evidence.worked(self.claim, self.article.with_figures(figures))
        changed, told = tuple(figures), tuple(figures.values())
        return Candidate(
            self.claim.id, sort.value, asking.variant.change, changed, told, worked, len(tried), len(hits), chance
        )

    def _run(self, asking: Asking) -> dict[str, Figure] | None:
        """What the data say to the changed questions, by name; None where the claim does not hold with that."""
        from factcheck.data import DataError

        try:
            figures = {name: self.search.figure(variant.query) for name, variant in asking.variants.items()}
        except DataError:
            return None
        values = {name: figure.value for name, figure in figures.items()}
        if any(not value.is_point or value.low != asking.values[name] for name, value in values.items()):
            return None
        return {name: replace(one, asked=asking.variants[name].query) for name, one in figures.items()}

    def _chance(self, sort: Sort, tried: Sequence[Asking], measure: Ratio) -> Chance:
        """How many other numbers of the printed form the changes up to this sort would have given."""
        if sort not in self._chances:
            up_to = [asking for asking in tried if _rank(asking.variant.sort) <= _rank(sort)]
            values = {value for asking in up_to if (value := measure.value(self._values(asking))) is not None}
            self._chances[sort] = chance_of_values(self.claim, values, self.article.setting)
        return self._chances[sort]

    @cached_property
    def _chances(self) -> dict[Sort, Chance]:
        return {}


def _rank(sort: Sort) -> int:
    """How plausible a sort of change is: 0 the most."""
    return list(type(sort)).index(sort)
