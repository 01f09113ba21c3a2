"""The notes on guards: numbers whose passing means little, and claims that add nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck import rules
from factcheck.check.guards.power import Power
from factcheck.claim import Claim
from factcheck.finding import Finding, Guard, Place, Rule, Severity

MOST_NAMED = 12  # claims that one note lists


def notes(
    power: Power, claims: Iterable[Claim], places: Mapping[str, Place], *, required: bool = False
) -> Iterator[Finding]:
    """Each as one note that lists its claims; a claim with a waiver of the rule has a note of its own.

    A claim that speaks of no quantity, such as a period between two dates, follows from no other. Where guards are
    required, every number that is not shown to be guarded is an error of its own.
    """
    claims = tuple(claims)
    waived = {(claim.id, waiver.rule) for claim in claims for waiver in claim.waive}
    alone = {claim.id for claim in claims if not claim.names()}
    found = {guard.claim: guard for guard in power.guards if guard.is_unguarded}
    if required:
        yield from (_missing(guard, places) for guard in power.guards if guard.others and not guard.is_guarded)
        found = {}
    for group in _groups(found, rules.UNGUARDED, waived):
        yield _note(rules.UNGUARDED, _unguarded([found[name] for name in group]), group, places)
    implied = [name for name in power.implied if name not in alone]
    for group in _groups(implied, rules.IMPLIED, waived):
        many = "1 claim follows" if len(group) == 1 else f"{len(group):,} claims follow"
        yield _note(rules.IMPLIED, f"{many} from the others: {_listed(group)}.", group, places)


def _groups(names: Iterable[str], rule: Rule, waived: set[tuple[str, str]]) -> Iterator[list[str]]:
    together = []
    for name in names:
        if (name, rule.name) in waived:
            yield [name]
        else:
            together.append(name)
    if together:
        yield together


def _unguarded(guards: Sequence[Guard]) -> str:
    named = _listed([f"{guard.claim} ({guard.printed})" for guard in guards])
    if len(guards) == 1:
        return f"1 number is unguarded, for most others in its place would have passed, too: {named}."
    return f"{len(guards):,} numbers are unguarded, for most others in their place would have passed, too: {named}."


def _missing(guard: Guard, places: Mapping[str, Place]) -> Finding:
    """That a number is not guarded, or that it could not be found out."""
    message = _unguarded([guard])
    if not guard.is_unguarded:
        message = f"It was not found out whether this number is guarded: {guard.claim} ({guard.printed})."
    return replace(_note(rules.UNGUARDED, message, [guard.claim], places), severity=Severity.ERROR)


def _listed(items: Sequence[str]) -> str:
    """The first items as an enumeration, and how many more there are."""
    shown = list(items[:MOST_NAMED])
    if len(items) > MOST_NAMED:
        shown.append(f"{len(items) - MOST_NAMED:,} more")
    *first, last = shown
    return f"{', '.join(first)} and {last}" if first else last


def _note(rule: Rule, message: str, names: Sequence[str], places: Mapping[str, Place]) -> Finding:
    return Finding(rule, message, tuple(names), places[names[0]], remedy=rule.remedy, severity=rule.severity)
