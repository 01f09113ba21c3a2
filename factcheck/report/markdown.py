"""Markdown, for the summary of a build or a comment on a change: tables of verdicts, then every finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.finding import ArticleReport, Finding, Report, Severity, Verdict
from factcheck.report import Style, data_of, visible

SIGNS = {Verdict.PASS: "✅", Verdict.FAIL: "❌", Verdict.CONFLICT: "❌", Verdict.UNKNOWN: "❔"}


def render(report: Report, style: Style) -> str:
    """A section an article, blank lines between blocks."""
    blocks = [f"**{_words(report.summary)}**"]
    for article in report.articles:
        blocks += _blocks(article, style)
    return "\n\n".join(blocks)


def _blocks(article: ArticleReport, style: Style) -> Iterator[str]:
    yield f"## {_words(article.name)}"
    rows = [
        f"| {SIGNS[result.verdict]} {result.verdict} | {_words(result.id)} | {_words(result.printed)} | {_words(result.possible)} |"
        for result in article.claims
        if not (style.quiet and result.verdict is Verdict.PASS)
    ]
    if rows:
        yield "\n".join(["| verdict | claim | printed | possible |", "| --- | --- | --- | --- |", *rows])
    if data := data_of(article, quiet=style.quiet):
        yield "\n".join(f"- {_words(': '.join(filter(None, row)))}" for row in data)
    for finding in article.findings:
        if not (style.quiet and finding.severity is Severity.NOTE):
            yield _finding(finding)
    if article.waived:
        yield "\n".join(f"- {_words(str(waived))}" for waived in article.waived)


def _finding(finding: Finding) -> str:
    place = f" {_words(str(finding.place))}" if str(finding.place) else ""
    lines = [f"**{finding.severity}: {finding.rule.name}**{place}", "", _words(finding.message), ""]
    lines += [f"- {_words(mending.claim)}: {_words(str(mending))}" for mending in finding.mendings]
    lines += [f"- {_words(explanation)}" for explanation in finding.explanations]
    return "\n".join([*lines, *(("", _words(finding.remedy)) if finding.remedy else ())]).rstrip()


def _words(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return re.sub(r"([\\`*_{}\[\]<>()#|~!&])", r"\\\1", visible(text))
