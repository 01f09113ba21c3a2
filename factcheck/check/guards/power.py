"""The guards of an article's numbers: cheap questions about every claim first, closer ones while the purse lasts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from factcheck.check.guards.advice import advice
from factcheck.check.guards.inquiry import Component, Purse
from factcheck.check.guards.weighed import Measures, Weighed, find_out
from factcheck.check.settle import Outcome
from factcheck.claim import Claim
from factcheck.finding import Guard, Place
from factcheck.solve import Budget, Witness


@dataclass(frozen=True, slots=True)
class Power:
    """The guard of each printed number, and the claims that the others imply, by id, both in the order of the article."""

    guards: tuple[Guard, ...] = ()
    implied: tuple[str, ...] = ()


def weigh(outcomes: Iterable[Outcome], measures: Measures, budget: Budget, places: Mapping[str, Place]) -> Power:
    """The guards of all printed numbers, and the implied claims.

    Of a component that does not hold as it stands nothing is worked out.
    """
    if not measures.effort:
        return Power()
    outcomes = tuple(outcomes)
    holding = [outcome for outcome in outcomes if isinstance(outcome.answer, Witness) and not outcome.conflicts]
    count = sum(statement.name in outcome.setting.claims for outcome in holding for statement in outcome.statements)
    purse = Purse(measures.effort + measures.each * count)
    weighed = [one for outcome in holding for one in _claims(outcome, Component(outcome, purse, budget))]
    find_out(weighed, measures)
    order = {name: at for at, name in enumerate(places)}
    weighed.sort(key=lambda one: order[one.claim.id])
    guards = [_guard(one, measures, places[one.claim.id]) for one in weighed if one.claim.prints]
    told = {one.claim.id for one in weighed}
    others = (claim for outcome in outcomes for claim in _all_claims(outcome) if claim.id not in told and claim.prints)
    guards += (Guard(claim.id, str(claim.numeral), enough=measures.enough, place=places[claim.id]) for claim in others)
    guards.sort(key=lambda guard: order[guard.claim])
    return Power(tuple(guards), tuple(one.claim.id for one in weighed if one.is_implied))


def _claims(outcome: Outcome, component: Component) -> Iterator[Weighed]:
    values = outcome.answer.values if isinstance(outcome.answer, Witness) else {}
    yield from (Weighed(component, claim, values) for claim in _all_claims(outcome))


def _all_claims(outcome: Outcome) -> Iterator[Claim]:
    claims = (outcome.setting.claims.get(statement.name) for statement in outcome.statements)
    yield from (claim for claim in claims if claim is not None)


def _guard(weighed: Weighed, measures: Measures, place: Place) -> Guard:
    """What has been found out about a claim, with advice where that is wanted."""
    guard = weighed.guard(measures, place)
    if not measures.thorough or guard.is_guarded or not guard.others:
        return guard
    return replace(guard, advice=advice(weighed.component, weighed.claim, weighed.values, measures))
