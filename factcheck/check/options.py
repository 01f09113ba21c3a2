"""How an article is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from factcheck import rules
from factcheck.check.guards import Measures
from factcheck.solve import Budget


@dataclass(frozen=True, slots=True)
class Options:
    """How an article is checked: the solver's budget, the day of the run, whether UNKNOWN is an error, and the guards.

    `min_coverage` is the share of the article's numbers, from 0 to 1, that claims have to cover. The other policies ask
    that every claim names its source, was checked by somebody other than its author, and has its number guarded.
    """

    budget: Budget = field(default_factory=Budget)
    today: date | None = None
    strict: bool = False
    min_coverage: Fraction | None = None
    guards: Measures = field(default_factory=Measures)
    require_source: bool = False
    require_checked: bool = False
    require_guarded: bool = False

    def __post_init__(self) -> None:
        if self.require_guarded and not self.guards.effort:
            raise ValueError("guards can only be required where an effort is made to find them")

    @property
    def unasked(self) -> frozenset[str]:
        """The names of the rules that nothing is found by, whatever the claims say."""
        asked = {
            rules.MISSING_SOURCE: self.require_source,
            rules.MISSING_CHECK: self.require_checked,
            rules.UNGUARDED: self.guards.effort,
            rules.IMPLIED: self.guards.effort,
        }
        return frozenset(rule.name for rule, is_asked in asked.items() if not is_asked)
