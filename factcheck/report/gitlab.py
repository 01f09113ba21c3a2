"""GitLab's code quality report: a JSON array of findings that a merge request shows beside its lines.

The fields are those of GitLab's page "Code Quality report format".
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from factcheck.finding import ArticleReport, Finding, Place, Report, Severity
from factcheck.report import Style, dumped

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
    place = finding.place if finding.place.file else Place(article.name)
    key = finding.key(article.name)
    seen[key] += 1
    mended = [f"{mending.claim}: {mending}" for mending in finding.mendings]
    return {
        "description": " ".join(
            part for part in (finding.message, *mended, *finding.explanations, finding.remedy) if part
        ),
        "check_name": finding.rule.name,
        "fingerprint": key if seen[key] == 1 else f"{key}-{seen[key]}",
        "severity": SEVERITIES[finding.severity],
        "location": {"path": place.file, "lines": {"begin": place.line or 1}},
    }
