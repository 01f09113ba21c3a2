"""What is wrong with an article's claims, found out no further than is asked: for a reader who may not need the report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.check import possible
from factcheck.check.claimset import ClaimSet
from factcheck.check.options import Options
from factcheck.check.settle import Outcome
from factcheck.check.verdicts import claims_of, concluded, settled, stated
from factcheck.constraint import Statement
from factcheck.finding import ArticleReport, LikelySlip, Mending

if TYPE_CHECKING:
    from factcheck.check.offers import Trial


class Doubts:
    """The conflicts of an article, and what is asked about them."""

    def __init__(self, article: ClaimSet, options: Options) -> None:
        """Of an article's claims; nothing is solved before something is asked."""
        self._article = article
        self._options = options

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        return tuple(stated(self._article))

    @cached_property
    def _outcomes(self) -> tuple[Outcome, ...]:
        return tuple(settled(self._article, self._statements, self._options))

    @cached_property
    def _trial(self) -> Trial:
        from factcheck.check.offers import Trial

        return Trial(self._article, self._outcomes, self._options.budget)

    @cached_property
    def _conflicts(self) -> tuple[tuple[Outcome, tuple[str, ...]], ...]:
        """Each conflict's outcome, and the ids of its claims."""
        return tuple(
            (outcome, tuple(claim.id for claim in claims_of(conflict, outcome)))
            for outcome in self._outcomes
            for conflict in outcome.conflicts
        )

    @property
    def is_wrong(self) -> bool:
        """Whether some claims cannot be true together."""
        return bool(self._conflicts)

    def slips(self) -> Iterator[LikelySlip]:
        """The slips that would explain what is wrong."""
        for _, names in self._conflicts:
            yield from self._trial.slips(names)

    def mendings(self, index: int) -> Iterator[Mending | None]:
        """For each conflict, the numbers that the claim of that index could print; None where it does not say."""
        claim = self._article.claims[index]
        for outcome, names in self._conflicts:
            yield possible.mending(claim, outcome, self._options.budget) if claim.id in names else None

    @property
    def report(self) -> ArticleReport:
        """Everything that `check` says, for which nothing is found out twice."""
        return concluded(self._article, self._statements, self._outcomes, self._options, trial=self._trial).report
