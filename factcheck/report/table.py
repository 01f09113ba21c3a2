"""A table of verdicts for the terminal, then what is implied and every finding in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby, zip_longest

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.finding import ArticleReport, Finding, Implied, Passage, Report, Severity, Verdict, Waived
from factcheck.report import Style, View, columns, data_of, heading, rows, taken_away, visible
from factcheck.rules import CONFLICT, FAIL, POSSIBLE_CONFLICT, UNCOVERED

_VERDICTS = {Verdict.PASS: "green", Verdict.FAIL: "bold red", Verdict.CONFLICT: "red", Verdict.UNKNOWN: "yellow"}
_SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_OF_NUMBERS = (FAIL, CONFLICT, POSSIBLE_CONFLICT)  # rules whose remedy speaks of the numbers of one finding
_INDENT = 4  # of a passage, in columns
_BETWEEN = 2  # columns of a list
_BEFORE = 20  # characters that are shown before a number that stands in a list


def render(report: Report, style: Style) -> str:
    """Tables and paragraphs within `style.width` characters; identifiers fold and are never cut."""
    console = Console(
        file=StringIO(),  # standard output may be a disk that is full
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
    if data := data_of(article, quiet=style.quiet):
        yield _words("What the data say", "bold")
        yield _data(data)
    if article.implied and not style.quiet:
        yield _words("What the numbers imply", "bold")
        yield _implied(article.implied)
    told = [finding for finding in article.findings if not (style.quiet and finding.severity is Severity.NOTE)]
    for is_list, findings in groupby(told, lambda finding: finding.rule == UNCOVERED and len(finding.passages) == 1):
        if is_list:
            yield Group(*_uncovered(tuple(findings), style))
        else:
            yield from (Group(*_finding(finding, remedy, style)) for finding, remedy in _with_remedies(findings))
    if article.waived:
        yield Group(*(line for waived in article.waived for line in _waived(waived)))


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


def _data(data: Iterable[tuple[str, str]]) -> Table:
    table = _table("claim", "data")
    for row in data:
        table.add_row(*map(_words, row))
    return table


def _implied(implied: Iterable[Implied]) -> Table:
    table = _table("quantity", "meaning", "possible")
    for one in implied:
        words = f"{one.words}; {one.note}" if one.note else one.words
        table.add_row(_words(one.quantity), _words(one.meaning), _words(words))
    return table


def _with_remedies(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with what to do; where several of one rule ask for the same, and not for a change of numbers, once."""
    told = list(findings)
    for finding, following in zip_longest(told, told[1:]):
        again = following is not None and (following.rule, following.remedy) == (finding.rule, finding.remedy)
        yield finding, "" if again and finding.rule not in _OF_NUMBERS else finding.remedy


def _waived(waived: Waived) -> Iterator[RenderableType]:
    """The waiver, and what it silenced."""
    yield _words(str(waived), "dim")
    yield Padding(_words(waived.finding.message, "dim"), (0, 0, 0, 2))


def _finding(finding: Finding, remedy: str, style: Style) -> Iterator[RenderableType]:
    head = _words(f"{finding.severity.value}: {finding.rule.name}", _SEVERITIES[finding.severity])
    yield head.append_text(_words(f"  {finding.place}" if str(finding.place) else "", "dim"))
    yield Padding(_words(finding.message), (0, 0, 0, 2))
    for passages in finding.quoted:
        yield Padding(Group(*_quoted(passages, finding, style.width - _INDENT)), (0, 0, 0, _INDENT))
    for mending in finding.unquoted:
        yield Padding(_beside(f"{mending.claim} – {mending}"), (0, 0, 0, _INDENT))
    for explanation in finding.explanations:
        yield Padding(_words(explanation), (0, 0, 0, 2))
    if remedy:
        yield Padding(_words(remedy), (0, 0, 0, 2))


def _uncovered(findings: tuple[Finding, ...], style: Style) -> Iterator[RenderableType]:
    """Numbers that no claim speaks of, a line each."""
    first = findings[0]
    yield _words(f"{first.severity.value}: {first.rule.name}", _SEVERITIES[first.severity])
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, _BETWEEN, 0, 0))
    for_place = _widest((str(finding.place) for finding in findings), style.width // 2)
    for_number = _widest((finding.passages[0].pieces[1] for finding in findings), style.width // 4)
    table.add_column(overflow="fold", width=for_place)
    table.add_column(overflow="fold", width=for_number)
    left = style.width - 2 - for_place - for_number - 2 * _BETWEEN
    table.add_column(overflow="ellipsis", no_wrap=True, width=max(left, 1))
    for finding in findings:
        passage = finding.passages[0]
        number, begin = passage.pieces[1], max(passage.start - _BEFORE, 0)
        words = f"{'…' if begin else ''}{passage.words[begin:]}"
        table.add_row(_words(str(finding.place), "dim"), _words(number, "bold"), _words(words, "dim"))
    yield Padding(table, (0, 0, 0, 2))
    yield Padding(_words(first.remedy), (0, 0, 0, 2))


def _widest(texts: Iterable[str], limit: int) -> int:
    """The width of the widest text, at most the limit."""
    return min(max(cell_len(visible(text)) for text in texts), limit)


def _quoted(passages: Sequence[Passage], finding: Finding, width: int) -> Iterator[RenderableType]:
    """Place and words, and below each number, where the words fit on one line, carets and what is told beside it."""
    words = _words(passages[0].words)
    is_short = cell_len(words.plain) <= width
    if whence := finding.whence(passages, marked=is_short):
        yield _words(whence, "dim")
    yield words
    for passage in passages:
        before, marked, _ = map(visible, passage.pieces)
        words.stylize("bold", len(before), len(before) + len(marked))
        if marked and is_short:
            yield from _marked(cell_len(before), cell_len(marked), finding.beside(passage), width)
        elif marked:
            yield from (_beside(f"{mending.claim} – {mending}") for mending in finding.of(passage))


def _marked(start: int, length: int, told: str, width: int) -> Iterator[Text]:
    """Carets below a number, and beside or below them what is told of it."""
    carets = Text(" " * start + "^" * length, "red")
    beside = _beside(told)
    if told and start + length + 1 + cell_len(beside.plain) <= width:
        yield carets.append(" ").append_text(beside)
    else:
        yield carets
        yield from (beside,) if told else ()


def _beside(told: str) -> Text:
    """What is told of a claim, with its id in bold."""
    claim, dash, rest = told.partition(" – ")
    return _words(claim, "not red bold").append_text(_words(f"{dash}{rest}", "not red not bold"))
