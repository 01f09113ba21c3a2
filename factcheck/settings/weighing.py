"""What the settings make of a report: findings that are not told, and what the others weigh."""

from __future__ import annotations

from dataclasses import replace

from factcheck.finding import ArticleReport, Finding, Report, Severity, in_order
from factcheck.settings.layers import Chosen
from factcheck.settings.patterns import matches


def weighed(report: Report, chosen: Chosen) -> Report:
    """The report as the settings want it told."""
    return replace(report, articles=tuple(_article(article, chosen) for article in report.articles))


def _article(article: ArticleReport, chosen: Chosen) -> ArticleReport:
    findings = [_weighed(finding, chosen) for finding in article.findings]
    told = [finding for finding in findings if _is_told(finding, article, chosen)]
    if chosen.settings.severity:
        told = in_order(told, [result.id for result in article.claims])
    silent = sum(finding.severity is not Severity.NOTE for finding in findings)
    silent -= sum(finding.severity is not Severity.NOTE for finding in told)
    return replace(article, findings=tuple(told), left_out=article.left_out + silent)


def _weighed(finding: Finding, chosen: Chosen) -> Finding:
    """The finding with the severity that was set for its rule; what a policy has made an error stays one."""
    wanted = chosen.settings.severity.get(finding.rule.name)
    if wanted is None or finding.severity is not finding.rule.severity:
        return finding
    return replace(finding, severity=wanted)


def _is_told(finding: Finding, article: ArticleReport, chosen: Chosen) -> bool:
    rule, settings = finding.rule.name, chosen.settings
    files = dict.fromkeys(file for file in (article.name, finding.place.file) if file)
    return settings.tells(rule) and not any(
        rule in ignored and any(matches(pattern, file, chosen.folder) for file in files)
        for pattern, ignored in settings.per_file_ignores.items()
    )
