"""Workflow commands of GitHub Actions, a line a finding, which mark the lines of a pull request.

The grammar is that of GitHub's page "Workflow commands": properties apart by commas, `%`, line ends, and in properties
`:` and `,` written as `%` and two digits.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.finding import ArticleReport, Finding, Place, Report, Severity
from factcheck.report import Style, visible

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, style: Style) -> str:
    """The commands, then one line that counts the verdicts; a workflow's log shows both."""
    lines = [line for article in report.articles for line in _lines(article, style)]
    return "\n".join([*lines, visible(report.summary)])


def _lines(article: ArticleReport, style: Style) -> Iterator[str]:
    for finding in article.findings:
        if not (style.quiet and finding.severity is Severity.NOTE):
            yield _command(article, finding)


def _command(article: ArticleReport, finding: Finding) -> str:
    place = finding.place if finding.place.file else Place(article.name)
    known = {"file": place.file, "line": place.line, "col": place.column, "title": f"factcheck: {finding.rule.name}"}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in known.items() if value not in ("", None))
    mended = (f"{mending.claim}: {mending}" for mending in finding.mendings)
    told = [finding.message, *mended, *map(str, finding.slips), finding.remedy]
    message = "\n".join(visible(line) for line in told if line)
    return f"::{COMMANDS[finding.severity]} {properties}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(visible(text)).replace(":", "%3A").replace(",", "%2C")
