"""A table of verdicts for the terminal, then what is implied and every finding in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.finding import ArticleReport, Finding, Implied, Mending, Passage, Report, Severity, Verdict
from factcheck.report import Style

_VERDICTS = {Verdict.PASS: "green", Verdict.FAIL: "bold red", Verdict.CONFLICT: "red", Verdict.UNKNOWN: "yellow"}
_SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render(report: Report, style: Style) -> str:
    """Tables and paragraphs within `style.width` characters; identifiers fold and are never cut."""
    console = Console(
        width=style.width,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    with console.capture() as capture:
        for article in report.articles:
            console.print(Group(*_article(article, report, style)))
        console.print(Text(report.summary, "bold"))
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def _article(article: ArticleReport, report: Report, style: Style) -> Iterator[RenderableType]:
    about = [article.name, article.article, f"rounding {article.rounding}"]
    if report.today is not None:
        about.append(report.today.isoformat())
    yield Text(" · ".join(part for part in about if part), "bold")
    yield _claims(article, style)
    implied = [one for one in article.implied if not style.quiet]
    if implied:
        yield Text("What the numbers imply", "bold")
        yield _implied(implied)
    for finding in article.findings:
        if not (style.quiet and finding.severity is Severity.NOTE):
            yield from _finding(finding)
    for waived in article.waived:
        until = f", until {waived.until.isoformat()}" if waived.until else ""
        by = f" by {waived.by}" if waived.by else ""
        yield Text(f"waived{by}{until}: {waived.finding.rule.name} on {waived.claim}: {waived.reason}", "dim")
    yield Text()


def _table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", expand=False)
    for heading in headings:
        table.add_column(heading, overflow="fold", no_wrap=heading == "verdict")
    return table


def _claims(article: ArticleReport, style: Style) -> RenderableType:
    table = _table("verdict", "claim", "printed", "possible")
    for result in article.claims:
        if not (style.quiet and result.verdict is Verdict.PASS):
            verdict = Text(result.verdict.value.upper(), _VERDICTS[result.verdict])
            table.add_row(verdict, Text(result.id), Text(result.printed), Text(result.possible))
    return Padding(table, (1, 0)) if table.row_count else Text()


def _implied(implied: list[Implied]) -> RenderableType:
    table = _table("quantity", "meaning", "possible")
    for one in implied:
        words = f"{one.words}; {one.note}" if one.note else one.words
        table.add_row(Text(one.quantity), Text(one.meaning), Text(words))
    return Padding(table, (1, 0))


def _finding(finding: Finding) -> Iterator[RenderableType]:
    head = Text()
    head.append(f"{finding.severity.value}: {finding.rule.name}", _SEVERITIES[finding.severity])
    head.append(f"  {finding.place}" if str(finding.place) else "", "dim")
    yield head
    yield Padding(Text(finding.message), (0, 0, 0, 2))
    for passage in finding.passages:
        yield Padding(_passage(passage), (0, 0, 0, 4))
    for mending in finding.mendings:
        yield Padding(_mending(mending), (0, 0, 0, 4))
    if finding.remedy:
        yield Padding(Text(finding.remedy), (0, 0, 1, 2))


def _passage(passage: Passage) -> RenderableType:
    words = Text(passage.words)
    words.stylize("bold", passage.start, passage.end)
    place = Text(f"{passage.place}" if str(passage.place) else passage.claim, "dim")
    return Group(place, words, Text(passage.carets, "red")) if passage.carets else Group(place, words)


def _mending(mending: Mending) -> Text:
    return Text(f"{mending.claim}: ", "bold").append(str(mending), "not bold")
