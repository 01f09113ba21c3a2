"""A table of verdicts for the terminal, then what is implied and every finding in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.finding import ArticleReport, Finding, Implied, Mending, Passage, Report, Severity, Verdict
from factcheck.report import Style, View, columns, heading, rows, taken_away, visible
from factcheck.rules import UNCOVERED

_VERDICTS = {Verdict.PASS: "green", Verdict.FAIL: "bold red", Verdict.CONFLICT: "red", Verdict.UNKNOWN: "yellow"}
_SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_INDENT = 4  # of a passage, in columns
_BEFORE = 20  # characters that are shown before a number that stands in a list


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
            for block in _blocks(article, report, style):
                console.print(block, end="\n\n" if isinstance(block, Text) else "\n")
                if not isinstance(block, Text):
                    console.print()
        console.print(_words(report.summary, "bold"))
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def _words(text: str, style: str = "") -> Text:
    """Text as it is: no markup, and nothing in it steers the terminal."""
    return Text(visible(text), style)


def _blocks(article: ArticleReport, report: Report, style: Style) -> Iterator[RenderableType]:
    """The paragraphs of an article's report; a blank line follows each."""
    yield _words(heading(article, report), "bold")
    if style.view is not View.VERDICTS:
        yield from _view(article, style.view)
        return
    claims = _claims(article, style)
    if claims.row_count:
        yield claims
    if article.implied and not style.quiet:
        yield _words("What the numbers imply", "bold")
        yield _implied(article.implied)
    told = [finding for finding in article.findings if not (style.quiet and finding.severity is Severity.NOTE)]
    for is_list, findings in groupby(told, lambda finding: finding.rule == UNCOVERED and len(finding.passages) == 1):
        if is_list:
            yield Group(*_uncovered(tuple(findings), style))
        else:
            yield from (Group(*_finding(finding, style)) for finding in findings)
    if article.waived:
        yield Group(*(_words(str(waived), "dim") for waived in article.waived))


def _view(article: ArticleReport, view: View) -> Iterator[RenderableType]:
    """What the report is looked at for, and what was left out."""
    table = _table(*columns(view))
    for row in rows(article, view):
        table.add_row(*map(_words, row))
    if table.row_count:
        yield table
    if told := taken_away(article):
        yield _words(told, "red")


def _table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", expand=False)
    for words in headings:
        table.add_column(words, overflow="fold", no_wrap=words == "verdict")
    return table


def _claims(article: ArticleReport, style: Style) -> Table:
    table = _table("verdict", "claim", "printed", "possible")
    for result in article.claims:
        if not (style.quiet and result.verdict is Verdict.PASS):
            verdict = _words(result.verdict.value.upper(), _VERDICTS[result.verdict])
            table.add_row(verdict, _words(result.id), _words(result.printed), _words(result.possible))
    return table


def _implied(implied: Iterable[Implied]) -> Table:
    table = _table("quantity", "meaning", "possible")
    for one in implied:
        words = f"{one.words}; {one.note}" if one.note else one.words
        table.add_row(_words(one.quantity), _words(one.meaning), _words(words))
    return table


def _finding(finding: Finding, style: Style) -> Iterator[RenderableType]:
    head = _words(f"{finding.severity.value}: {finding.rule.name}", _SEVERITIES[finding.severity])
    yield head.append_text(_words(f"  {finding.place}" if str(finding.place) else "", "dim"))
    yield Padding(_words(finding.message), (0, 0, 0, 2))
    for passage in finding.passages:
        yield Padding(_passage(passage, style.width - _INDENT), (0, 0, 0, _INDENT))
    for mending in finding.mendings:
        yield Padding(_mending(mending), (0, 0, 0, _INDENT))
    for slip in finding.slips:
        yield Padding(_words(str(slip)), (0, 0, 0, 2))
    if finding.remedy:
        yield Padding(_words(finding.remedy), (0, 0, 0, 2))


def _uncovered(findings: tuple[Finding, ...], style: Style) -> Iterator[RenderableType]:
    """Numbers that no claim speaks of, a line each."""
    first = findings[0]
    yield _words(f"{first.severity.value}: {first.rule.name}", _SEVERITIES[first.severity])
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    longest = max(cell_len(visible(str(finding.place))) for finding in findings)
    table.add_column(overflow="fold", min_width=min(longest, style.width // 2))
    table.add_column(overflow="fold")
    table.add_column(overflow="ellipsis", no_wrap=True)
    for finding in findings:
        passage = finding.passages[0]
        number, begin = passage.words[passage.start : passage.end], max(passage.start - _BEFORE, 0)
        words = f"{'…' if begin else ''}{passage.words[begin:]}"
        table.add_row(_words(str(finding.place), "dim"), _words(number, "bold"), _words(words, "dim"))
    yield Padding(table, (0, 0, 0, 2))
    yield Padding(_words(first.remedy), (0, 0, 0, 2))


def _passage(passage: Passage, width: int) -> RenderableType:
    """Place, words, and carets below the number where the words fit on one line."""
    place = _words(str(passage.place) or passage.claim, "dim")
    before, marked, after = (
        visible(part)
        for part in (
            passage.words[: passage.start],
            passage.words[passage.start : passage.end],
            passage.words[passage.end :],
        )
    )
    words = Text.assemble(before, (marked, "bold"), after)
    if not marked or cell_len(words.plain) > width:
        return Group(place, words)
    return Group(place, words, Text(" " * cell_len(before) + "^" * cell_len(marked), "red"))


def _mending(mending: Mending) -> Text:
    return _words(f"{mending.claim}: ", "bold").append_text(_words(str(mending), "not bold"))
