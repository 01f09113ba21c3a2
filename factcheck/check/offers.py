"""Which slips would explain a conflict: each is tried on each claim, and told only where everything else then holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.check.chances import chance_of, is_worth_telling
from factcheck.check.claimset import ClaimSet
from factcheck.check.rest import NOWHERE, Reach, Rest
from factcheck.check.settle import Outcome
from factcheck.check.tries import Correction, Try, tried
from factcheck.check.words import joined
from factcheck.claim import Claim, Setting
from factcheck.constraint import Relation
from factcheck.finding import Chance, Finding, LikelySlip
from factcheck.interval import Interval
from factcheck.kinds.total import Cover, Total
from factcheck.rules import TRUNCATED
from factcheck.slip import Scene
from factcheck.slips import SLIPS
from factcheck.solve import Budget, System

EVERYWHERE = Reach(Interval())
MOST_TOLD = 3
"""Slips that are told of one conflict."""
BOUNDS = 4_000  # steps for the bounds of an article's quantities: wider ones serve as well here


def explained(findings: Iterable[Finding], trial: Trial) -> Iterator[Finding]:
    """The findings, each conflict and each failing claim with the slips that would explain it.

    That a number was cut off is told once: no note of it follows where the slip of that name is offered.
    """
    offered: set[tuple[str, ...]] = set()
    for finding in findings:
        if finding.is_error and finding.clauses and finding.claims:
            slips = trial.slips(finding.claims)
            offered.update(slip.claims for slip in slips if TRUNCATED.name in (slip.slip, *slip.also))
            yield replace(finding, slips=slips)
        elif finding.rule is not TRUNCATED or finding.claims not in offered:
            yield finding


@dataclass(frozen=True)
class Suspect:
    """A slip by its name and place among all, the claim it is tried on, and every way in which it may have happened."""

    name: str
    rank: int
    claim: Claim
    ways: tuple[Try, ...]
    rest: Rest

    @property
    def by_number(self) -> bool:
        """Whether it would explain some numbers only."""
        return all(way.by_number for way in self.ways)

    @property
    def order(self) -> tuple[bool, int, bool, int]:
        """What would explain any number comes last, what changes more claims late, then what would explain many numbers.

        What is rarely done comes after the frequent.
        """
        is_likely = self.chance is not None and self.chance.is_small
        return not self.by_number, max(way.size for way in self.ways), not is_likely, self.rank

    @property
    def foreseen(self) -> str:
        """The number that was meant, where the slip itself tells it; empty where that takes solving."""
        return next((way.foreseen for way in self.ways if way.fits), "")

    @cached_property
    def chance(self) -> Chance | None:
        """The chance that it explains another number just as well; None where it would explain any."""
        if not self.by_number:
            return None
        by_itself = self.rest.reach(self.claim)
        explained = [way.explained for way in self.ways]
        return chance_of(self.claim, explained, by_itself or NOWHERE, self.rest.setting)


class Trial:
    """The claims of one article, on which slips are tried."""

    def __init__(self, article: ClaimSet, outcomes: Sequence[Outcome], budget: Budget) -> None:
        self._article = article
        self._outcomes = outcomes
        self._budget = replace(budget, shrinking=1, bounds=min(budget.bounds, BOUNDS))
        self._known: dict[tuple[str, ...], tuple[LikelySlip, ...]] = {}

    @cached_property
    def _system(self) -> System:
        return System((s for outcome in self._outcomes for s in outcome.statements), self._budget)

    @cached_property
    def _setting(self) -> Setting:
        readings = {name: reading for one in self._outcomes for name, reading in one.setting.readings.items()}
        return replace(self._article.setting, readings=readings)

    @cached_property
    def _sums(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every quantity that is the sum of others, with these."""
        sets = (fact.sets for fact in self._article.facts if fact.sets is not None)
        totals = (claim for claim in self._article.claims if isinstance(claim, Total) and claim.cover is Cover.COMPLETE)
        return (
            *(
                (one.whole.name, tuple(part.name for part in one.parts))
                for one in sets
                if one.relation is Relation.PARTITION
            ),
            *((total.whole, total.parts) for total in totals),
        )

    def slips(self, names: Sequence[str]) -> tuple[LikelySlip, ...]:
        """The slips that would explain the conflict of these claims: at most three, the likeliest first."""
        key = tuple(names)
        if key not in self._known:
            self._known[key] = self._likely(key)
        return self._known[key]

    def _likely(self, names: Sequence[str]) -> tuple[LikelySlip, ...]:
        told: dict[tuple[tuple[str, ...], str], LikelySlip] = {}
        suspects = [suspect for name in names for suspect in self._suspects(self._setting.claims[name])]
        for suspect in sorted(suspects, key=lambda one: one.order):
            if len(told) == MOST_TOLD and ((suspect.claim.id,), suspect.foreseen) not in told:
                continue  # it could only be told if it comes to the same as another
            if suspect.chance is not None and not is_worth_telling(suspect.chance):
                continue
            correction = next((found for way in suspect.ways if way.fits for found in way.proved()), None)
            if correction is not None:
                slip = _told(suspect, correction)
                key = tuple(sorted(slip.claims)), slip.meant
                known = told.get(key)
                told[key] = slip if known is None else replace(known, also=(*known.also, slip.slip))
        return tuple(told.values())

    def _suspects(self, claim: Claim) -> Iterator[Suspect]:
        """The slips that may have led to a claim, as far as the values within reach tell."""
        rest = Rest(self._system, self._standing(claim), self._setting)
        scene = Scene(
            self._setting,
            lambda other: (rest.reach(other) or EVERYWHERE).values,
            self._sums,
            {name: declaration.unit for name, declaration in self._article.declarations.items()},
            self._article.language,
        )
        for name, slip in SLIPS.items():
            ways = tuple(one for way in slip.ways(claim, scene) if (one := tried(claim, way, rest, scene)) is not None)
            if any(way.fits for way in ways):
                yield Suspect(name, slip.RANK, claim, ways, rest)

    def _standing(self, claim: Claim) -> frozenset[str]:
        """The statements that stand while a claim of a conflict is doubted: all but those of other conflicts."""
        names: set[str] = set()
        for outcome in self._outcomes:
            accused = any(statement.name == claim.id for statement in outcome.statements)
            names.update(s.name for s in (outcome.without(claim.id) if accused else outcome.rest))
        return frozenset(names)


def _told(suspect: Suspect, correction: Correction) -> LikelySlip:
    """The correction in a copy editor's words."""
    changed = {claim.id: None for claim in (suspect.claim, *correction.claims)}
    where = f"where {joined([f'`{name}`' for name in changed])} {'print' if len(changed) > 1 else 'prints'}"
    where = where if correction.is_number else "where it says"
    sentence = f'"{correction.meant}" may have been meant {where} "{correction.printed}"'
    chance = suspect.chance
    return LikelySlip(suspect.name, tuple(changed), correction.printed, correction.meant, sentence, chance)
