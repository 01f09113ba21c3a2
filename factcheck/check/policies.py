"""What a publication asks of a claim, besides that it can be true: a source, and a second pair of eyes."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import rules
from factcheck.check.claimset import ClaimSet
from factcheck.check.warnings import finding
from factcheck.claim import Claim
from factcheck.finding import Finding


def missing(article: ClaimSet, *, source: bool, checked: bool) -> Iterator[Finding]:
    """Every claim that names no source, or was not checked by another person than its author; what is asked for of it."""
    for claim in article.claims:
        place = article.places[claim.id]
        if source and not claim.source.strip():
            yield finding(rules.MISSING_SOURCE, claim, f"{claim.id} names no source.", place)
        if checked and (why := _unchecked(claim)):
            yield finding(rules.MISSING_CHECK, claim, f"{claim.id} was {why}.", place)


def _unchecked(claim: Claim) -> str:
    """In what way nobody else has checked a claim; empty where somebody has."""
    by = " ".join(claim.checked.by.split()) if claim.checked is not None else ""
    if not by:
        return "not checked by anybody"
    is_author = by.casefold() == " ".join(claim.author.split()).casefold()
    return f"checked by its author only: {by}" if is_author else ""
