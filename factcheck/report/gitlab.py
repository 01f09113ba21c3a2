"""GitLab's code quality report: a JSON array of findings that a merge request shows beside its lines.

The fields are those of GitLab's page "Code Quality report format". A finding has one place there: that in the article,
whose lines a merge request shows to those who wrote them; its description names the others.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from factcheck.finding import ArticleReport, Finding, Place, Report, Severity
from factcheck.report import Style, dumped

MOST = 4  # other places that a description names
NO_LINES = ".docx"  # of articles that a merge request cannot show by lines
SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, style: Style) -> str:
    """Every finding as an object; notes are left out when quiet."""
    seen: Counter[str] = Counter()
    return dumped(
        [
            _issue(article, finding, seen)
            for article in report.articles
            for finding in article.findings
            if not (style.quiet and finding.severity is Severity.NOTE)
        ]
    )


def _issue(article: ArticleReport, finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    """One finding; like ones of an article are told apart by their number, for no two fingerprints may be the same."""
    place, *others = _places(article, finding)
    key = finding.key(article.name)
    seen[key] += 1
    mended = [f"{mending.claim}: {mending}" for mending in finding.mendings]
    see = f"See {', '.join(map(str, others[:MOST]))}." if others else ""
    return {
        "description": " ".join(
            part for part in (finding.message, *mended, *finding.explanations, finding.remedy, see) if part
        ),
        "check_name": finding.rule.name,
        "fingerprint": key if seen[key] == 1 else f"{key}-{seen[key]}",
        "severity": SEVERITIES[finding.severity],
        "location": {"path": place.file, "lines": {"begin": place.line or 1}},
    }


def _places(article: ArticleReport, finding: Finding) -> list[Place]:
    """Where a finding is: on lines of the article, each once, then in its own file, which comes first where it must."""
    own = finding.place if finding.place.file else Place(article.name)
    first: dict[tuple[str, int | None], Place] = {}
    for passage in finding.passages:
        if passage.place.file not in ("", own.file):
            first.setdefault((passage.place.file, passage.place.line), passage.place)
    lines = list(first.values())
    if lines and lines[0].file.lower().endswith(NO_LINES):
        return [own, *lines]
    return [*lines[:1], own, *lines[1:]]
