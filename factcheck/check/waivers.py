"""Waivers: findings that somebody accepted, with a reason and for a time."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import date

from factcheck import rules
from factcheck.claim import Claim, Waiver
from factcheck.finding import Finding, Place, Rule, Waived

IDLE = "Remove the waiver: there is nothing left that it could silence."

Granted = tuple[Claim, Waiver]


def waive(
    findings: Iterable[Finding],
    claims: Iterable[Claim],
    places: Mapping[str, Place],
    today: date | None,
    unasked: Container[str] = (),
) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    """The findings that stand, expired and unused waivers among them, and those that a waiver silenced.

    Without a day no waiver expires. Whether one of a rule that was not asked about silences anything is not known.
    """
    granted = [(claim, waiver) for claim in claims for waiver in claim.waive]
    expired = [grant for grant in granted if _is_over(grant[1], today)]
    used: list[Granted] = []
    standing: list[Finding] = []
    silenced: list[Waived] = []
    for found in findings:
        grant = next((g for g in granted if g not in expired and _covers(g, found)), None)
        if grant is None:
            standing.append(found)
        else:
            used.append(grant)
            silenced.append(Waived(found, grant[0].id, grant[1].reason, grant[1].by, grant[1].until))
    for grant in expired:
        idle = "" if any(_covers(grant, found) for found in standing) else IDLE
        standing.append(_about(grant, rules.EXPIRED_WAIVER, "ended on", places, idle))
    unused = [grant for grant in granted if grant not in expired and grant not in used and grant[1].rule not in unasked]
    standing += [_about(grant, rules.UNUSED_WAIVER, "silences nothing", places) for grant in unused]
    return tuple(standing), tuple(silenced)


def _is_over(waiver: Waiver, today: date | None) -> bool:
    return today is not None and waiver.until is not None and waiver.until < today


def _covers(grant: Granted, found: Finding) -> bool:
    claim, waiver = grant
    return waiver.rule == found.rule.name and claim.id in found.claims


def _about(grant: Granted, rule: Rule, what: str, places: Mapping[str, Place], remedy: str = "") -> Finding:
    claim, waiver = grant
    when = f" {waiver.until.isoformat()}" if waiver.until and rule is rules.EXPIRED_WAIVER else ""
    message = f"The waiver of {waiver.rule} on {claim.id} {what}{when}."
    place = places.get(claim.id, Place())
    return Finding(rule, message, (claim.id,), place, remedy=remedy or rule.remedy, severity=rule.severity)
