"""The derivation of one verdict, worked out: printed, what it may stand for, what is left, and which claims leave it so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.article import Document
from factcheck.check import Options
from factcheck.check.claimset import ClaimSet
from factcheck.check.evidence import figures
from factcheck.check.settle import Outcome
from factcheck.check.verdicts import Component, Examined, examined, excerpt
from factcheck.check.words import neighbours
from factcheck.claim import Claim, label
from factcheck.constraint import Quantity, Ratio, Terms
from factcheck.finding import ArticleReport, Chain, Derivation, Left, Neighbour
from factcheck.interval import Interval
from factcheck.solve import Bounds, Budget, System, Witness, bounds
from factcheck.why.chains import conflict_chain, end_chains
from factcheck.why.links import supposed
from factcheck.why.preimage import preimage_of
from factcheck.why.replay import own

MOST_SUBJECTS = 2  # quantities of one claim whose chains are told
MOST_COUNTS = 8  # that are tried one by one


def why(article: ClaimSet, claim: str, options: Options | None = None) -> Derivation:
    """How the verdict on a claim came about; KeyError where the article has no claim of that id.

    >>> from factcheck import Article, Count, Share
    >>> cases = Count(quantity="cases", printed="956")
    >>> derivation = why(Article(claims=[cases, Share(part="upheld", whole="cases", printed="32.6%", id="part")]), "part")
    >>> str(derivation.preimage.interval), derivation.left[0].counts
    ('[651/2000, 653/2000]', (Fraction(312, 1),))
    """
    options = options or Options()
    article.setting.claims[claim]  # before anything is settled for it
    return _derivation(article, claim, excerpt(article, claim, options), options)


def derived(article: ClaimSet, options: Options | None = None, document: Document | None = None) -> ArticleReport:
    """The report of `check`, with how the verdict on each of its claims came about."""
    options = options or Options()
    return with_derivations(article, examined(article, options, document), options)


def with_derivations(article: ClaimSet, found: Examined, options: Options) -> ArticleReport:
    """The report on an article that was examined, with how the verdict on each of its claims came about."""
    told = tuple(_derivation(article, result.id, found, options) for result in found.report.claims)
    return replace(found.report, derivations=told)


def _derivation(article: ClaimSet, claim: str, found: Examined, options: Options) -> Derivation:
    said, outcome = article.setting.claims[claim], found.component(claim).outcome
    (result,) = (result for result in found.report.claims if result.id == claim)
    findings = tuple(finding for finding in found.report.findings if claim in finding.claims)
    fits = (mending.ranges for finding in findings for mending in finding.mendings if mending.claim == claim)
    told = _Telling(said, found.component(claim), options.budget)
    left = tuple(told.left()) if told.holds else ()
    return Derivation(
        claim,
        result.verdict,
        said.clause(),
        result.place,
        said.quote,
        preimage_of(said, outcome.setting) if said.prints else None,
        findings,
        tuple(waived for waived in found.report.waived if waived.claim == claim),
        told.conflict(),
        next(fits, ()),
        left,
        tuple(told.beside(left)),
        figures(said, article),
        result.data,
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """One claim, with what became of its component."""

    claim: Claim
    found: Component
    budget: Budget

    @property
    def _outcome(self) -> Outcome:
        return self.found.outcome

    @property
    def holds(self) -> bool:
        """Whether the claim is among those that hold together."""
        known = any(statement.name == self.claim.id for statement in self._outcome.rest)
        return known and isinstance(self._outcome.answer, Witness)

    def conflict(self) -> Chain | None:
        """The chain of the conflict that the claim is in."""
        own = (c for c in self._outcome.conflicts if any(s.name == self.claim.id for s in c.statements))
        conflict = next(own, None)
        return None if conflict is None else conflict_chain(conflict, self._outcome.setting)

    def left(self) -> Iterator[Left]:
        """What is left for the quantities that the claim is about, with the chains that leave it so."""
        system = System(self._outcome.rest, self.budget)
        for quantity in self._subjects():
            found = self._bounds(quantity)
            chains = end_chains(system, quantity, found.interval, self._outcome.setting)
            counts = tuple(_counts(system, quantity, found)) if found.proved else ()
            yield self._left(quantity, found, counts, tuple(chains))

    def beside(self, told: Sequence[Left]) -> Iterator[Left]:
        """What is left for the other quantities of the claim, where no chain says so already."""
        if not told:
            return
        known = {(left.quantity, left.interval) for left in told}
        known.update(leaf for left in told for chain in left.chains for link in chain.links for leaf in link.leaves)
        for quantity in self._mentioned():
            found = self._bounds(quantity)
            if (quantity.name, found.interval) not in known and found.interval != own(quantity):
                yield self._left(quantity, found)

    def _left(
        self, quantity: Quantity, found: Bounds, counts: tuple[Fraction, ...] = (), chains: tuple[Chain, ...] = ()
    ) -> Left:
        scale, beyond = self._scale(quantity), tuple(self._neighbours(quantity, found.interval))
        name, interval = quantity.name, found.interval
        return Left(name, label(name), interval, counts, beyond, chains, scale, found.proved)

    def _mentioned(self) -> tuple[Quantity, ...]:
        """The quantities that the claim speaks of, those that it measures first."""
        ratio = self.claim.measure(self._outcome.setting)
        measured = [] if ratio is None else [q for q, _ in (*ratio.numerator, *ratio.denominator)]
        known = {quantity.name: quantity for s in self._outcome.rest for quantity in s.quantities}
        named = [known[name] for name in self.claim.names() if name in known]
        return tuple(dict.fromkeys((*measured, *named)))

    def _subjects(self) -> tuple[Quantity, ...]:
        """The quantities whose number it tells: above the line of its ratio, or the one that it names first."""
        ratio = self.claim.measure(self._outcome.setting)
        measured = [] if ratio is None else [quantity for quantity, _ in ratio.numerator]
        return tuple(measured[:MOST_SUBJECTS]) or self._mentioned()[:1]

    def _bounds(self, quantity: Quantity) -> Bounds:
        known = self.found.ranges.get(quantity)
        return known or bounds(self._outcome.rest, (quantity,), self.budget)[quantity]

    def _scale(self, quantity: Quantity) -> Fraction | None:
        """What one of the quantity adds to the number printed, where nothing else does."""
        ratio = self._ratio_of(quantity)
        if ratio is None:
            return None
        base = self._base(ratio)
        return None if base is None else dict(ratio.numerator)[quantity] / base

    def _base(self, ratio: Ratio) -> Fraction | None:
        """The value below the line, where only one is left."""
        whole = _only(ratio.denominator)
        if whole is None:
            return ratio.below if not ratio.denominator else None
        interval = self._bounds(whole).interval
        return interval.low if interval.is_point and interval.low and not ratio.below else None

    def _neighbours(self, quantity: Quantity, interval: Interval) -> Iterator[Neighbour]:
        """The counts just beyond what is left that would print another number."""
        ratio = self._ratio_of(quantity)
        whole = None if ratio is None else _only(ratio.denominator)
        base = None if whole is None or ratio is None else self._base(ratio)
        if base is not None and quantity.whole:
            told = neighbours(interval, base, self.claim.numeral)
            yield from (Neighbour(count, printed) for count, printed in told)

    def _ratio_of(self, quantity: Quantity) -> Ratio | None:
        """The number printed, where it is this quantity alone over something."""
        ratio = self.claim.measure(self._outcome.setting) if self.claim.prints else None
        alone = ratio is not None and not ratio.constant and [q for q, _ in ratio.numerator] == [quantity]
        return ratio if alone else None


def _only(terms: Terms) -> Quantity | None:
    """The quantity of a sum that is just one quantity."""
    return terms[0][0] if len(terms) == 1 and terms[0][1] == 1 else None


def _counts(system: System, quantity: Quantity, found: Bounds) -> Iterator[Fraction]:
    """Every value that is left, where they are few and each was shown to be possible or not; else none."""
    interval = found.interval
    if not (quantity.whole and interval.low is not None and interval.high is not None):
        return
    inner = range(int(interval.low) + 1, int(interval.high))
    if len(inner) + 2 > MOST_COUNTS:
        return
    ask = (supposed(quantity, Interval.exactly(value)) for value in inner)
    possible = (v for v, asked in zip(inner, ask, strict=True) if isinstance(system.solve(extra=[asked]), Witness))
    yield from dict.fromkeys((interval.low, *map(Fraction, possible), interval.high))
