"""Workflow commands of GitHub Actions, which mark the lines of a pull request.

The grammar is that of GitHub's page "Workflow commands": properties apart by commas, `%`, line ends, and in properties
`:` and `,` written as `%` and two digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from factcheck.finding import ArticleReport, Finding, Place, Report, Severity
from factcheck.report import Style, visible

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
PLACED = r"(\S.*?):(\d+):(\d+): (.+)"  # a problem of a file, as it is told
LINES = 3  # of an article that one finding marks: GitHub shows no more than ten errors of a step


def render(report: Report, style: Style) -> str:
    """The commands, then one line that counts the verdicts; a workflow's log shows both."""
    lines = [line for article in report.articles for line in _lines(article, style)]
    return "\n".join([*lines, visible(report.summary)])


def _lines(article: ArticleReport, style: Style) -> Iterator[str]:
    for finding in article.findings:
        if not (style.quiet and finding.severity is Severity.NOTE):
            yield from (_command(finding, place) for place in _places(article, finding))


def refusal(words: str) -> str:
    """The commands that mark what makes a run impossible: each line that begins with its place, beside that place.

    >>> print(refusal("a.yaml:3:5: unknown kind 'cuont'; did you mean 'count'?"))
    ::error file=a.yaml,line=3,col=5,title=factcheck::unknown kind 'cuont'; did you mean 'count'?
    """
    found = [match for line in words.split("\n") if (match := re.fullmatch(PLACED, line))]
    placed = [
        f"file={_property(file)},line={line},col={column}," for file, line, column, _ in (m.groups() for m in found)
    ]
    told = [match[4] for match in found] or [words]
    return "\n".join(
        f"::error {place}title=factcheck::{_escaped(visible(each))}"
        for place, each in zip(placed or [""], told, strict=True)
    )


def _places(article: ArticleReport, finding: Finding) -> Iterator[Place]:
    """Where a finding is marked: in its own file, and an error on the lines of the article, too.

    A pull request shows marks beside the lines that it changes, which are often those of one file only.
    """
    place = finding.place if finding.place.file else Place(article.name)
    yield place
    if finding.severity is Severity.ERROR:
        lines: dict[tuple[str, int | None], Place] = {}
        for passage in finding.passages:
            if passage.place.file not in ("", place.file):
                lines.setdefault((passage.place.file, passage.place.line), passage.place)
        yield from islice(lines.values(), LINES)


def _command(finding: Finding, place: Place) -> str:
    known = {"file": place.file, "line": place.line, "col": place.column, "title": f"factcheck: {finding.rule.name}"}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in known.items() if value not in ("", None))
    mended = (f"{mending.claim}: {mending}" for mending in finding.mendings)
    told = [finding.message, *mended, *finding.explanations, finding.remedy]
    message = "\n".join(visible(line) for line in told if line)
    return f"::{COMMANDS[finding.severity]} {properties}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(visible(text)).replace(":", "%3A").replace(",", "%2C")
