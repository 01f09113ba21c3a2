"""One JSON object, for another program; numbers are strings, so that none loses a digit."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from factcheck.finding import (
    ArticleReport,
    Candidate,
    Chance,
    ClaimResult,
    Coverage,
    DataSource,
    Finding,
    Guard,
    Implied,
    LikelySlip,
    Passage,
    Place,
    Report,
    Waived,
)
from factcheck.report import Style, dumped

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning or goes away; new fields leave it as it is."""


def render(report: Report, style: Style) -> str:  # noqa: ARG001 - a program reads all of it
    """The whole report as one JSON object, indented by two spaces."""
    return dumped(
        {
            "schema_version": SCHEMA_VERSION,
            "ok": report.ok,
            "today": report.today and report.today.isoformat(),
            "articles": [_article(article) for article in report.articles],
        }
    )


def _article(article: ArticleReport) -> dict[str, Any]:
    return {
        "name": article.name,
        "article": article.article,
        "rounding": article.rounding,
        "ok": article.ok,
        "claims": [_claim(result) for result in article.claims],
        "findings": [_finding(finding) for finding in article.findings],
        "implied": [_implied(implied) for implied in article.implied],
        "guards": [_guard(guard) for guard in article.guards],
        "waived": [_waived(waived) for waived in article.waived],
        "known": [_finding(finding) for finding in article.known],
        "left_out": article.left_out,
        "sources": [_source(source) for source in article.sources],
        "coverage": None if article.coverage is None else _coverage(article.coverage),
    }


def _claim(result: ClaimResult) -> dict[str, Any]:
    return {
        "id": result.id,
        "kind": result.kind,
        "verdict": result.verdict.value,
        "printed": result.printed,
        "says": result.clause,
        "possible": result.possible,
        "quote": result.quote,
        "source": result.source,
        "data": list(result.data),
        "place": _place(result.place),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "claims": list(finding.claims),
        "because": list(finding.clauses),
        "place": _place(finding.place),
        "passages": [_passage(passage) for passage in finding.passages],
        "mendings": [
            {
                "claim": mending.claim,
                "printed": mending.printed,
                "possible": mending.possible,
                "difference": mending.difference,
                "fits": mending.fits,
                "all": mending.is_all,
                "numbers": [[_number(values.low), _number(values.high)] for values in mending.ranges],
            }
            for mending in finding.mendings
        ],
        "slips": [_slip(slip) for slip in finding.slips],
        "candidates": [_candidate(candidate) for candidate in finding.candidates],
        "remedy": finding.remedy,
    }


def _slip(slip: LikelySlip) -> dict[str, Any]:
    return {
        "slip": slip.slip,
        "also": list(slip.also),
        "claims": list(slip.claims),
        "printed": slip.printed,
        "meant": slip.meant,
        "sentence": slip.sentence,
        "chance": slip.chance and _chance(slip.chance),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    asked = zip(candidate.quantities, candidate.figures, strict=True)
    return {
        "claim": candidate.claim,
        "sort": candidate.sort,
        "change": candidate.change,
        "also": list(candidate.also),
        "questions": [{"quantity": name, "data": figure.told, "sql": figure.sql} for name, figure in asked],
        "worked": candidate.worked,
        "tried": candidate.tried,
        "fitting": candidate.fitting,
        "chance": _chance(candidate.chance),
        "sentence": str(candidate),
    }


def _chance(chance: Chance) -> dict[str, Any]:
    return {"explained": chance.explained, "size": chance.size, "exact": chance.exact}


def _passage(passage: Passage) -> dict[str, Any]:
    span = [passage.start, passage.end]
    return {"claim": passage.claim, "words": passage.words, "number": span, "place": _place(passage.place)}


def _implied(implied: Implied) -> dict[str, Any]:
    return {
        "quantity": implied.quantity,
        "meaning": implied.meaning,
        "least": _number(implied.least),
        "greatest": _number(implied.greatest),
        "proved": implied.proved,
        "words": implied.words,
        "note": implied.note,
    }


def _guard(guard: Guard) -> dict[str, Any]:
    return {
        "claim": guard.claim,
        "printed": guard.printed,
        "least": _number(guard.least),
        "most": _number(guard.most),
        "words": guard.words,
        "others": guard.others,
        "form": guard.form,
        "guarded": guard.is_guarded if guard.is_told else None,
        "advice": guard.advice,
        "place": _place(guard.place),
    }


def _source(source: DataSource) -> dict[str, Any]:
    if source.server:
        return {"table": source.name, "server": source.file, "as": source.server, "read": source.read}
    if source.held:
        return {"table": source.name, "frame": source.held}
    pinned = source.is_as_pinned if source.pin else None
    return {"table": source.name, "file": source.file, "bytes": source.size, "sha256": source.sha256, "pinned": pinned}


def _waived(waived: Waived) -> dict[str, Any]:
    return {
        "claim": waived.claim,
        "reason": waived.reason,
        "by": waived.by,
        "until": waived.until and waived.until.isoformat(),
        "finding": _finding(waived.finding),
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "read": coverage.read,
        "covered": coverage.covered,
        "ignored": coverage.ignored,
        "uncovered": coverage.uncovered,
        "share": _number(coverage.share),
        "least": _number(coverage.least),
        "numbers": [
            {
                "number": number.words,
                "standing": number.standing.value,
                "claims": list(number.claims),
                "reason": number.reason,
                "place": _place(number.place),
            }
            for number in coverage.numbers
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}


def _number(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
