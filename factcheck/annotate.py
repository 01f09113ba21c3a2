"""The text of an article for the terminal, with what became of every number in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from io import StringIO
from itertools import pairwise

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.article import Document, Span
from factcheck.finding import ArticleReport, Number
from factcheck.marks import MARKS, Mark, mark_of, paragraphs, pieces
from factcheck.report import Style, visible

BETWEEN_CELLS = " | "


def annotated(report: ArticleReport, document: Document, style: Style) -> str:
    """The article, each number followed by its verdict in brackets, wrapped to `style.width`, with a legend.

    The marks can be read without colour; nothing in the text steers the terminal.
    """
    numbers = report.coverage.numbers if report.coverage is not None else ()
    verdicts = {result.id: result.verdict for result in report.claims}
    marks = {number: mark_of(number, verdicts) for number in numbers}
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
        console.print(Text(visible(document.file), "bold"), end="\n\n")
        for paragraph, following in pairwise([*paragraphs(document), ()]):
            rows = len(paragraph) > 1 and len(following) > 1
            console.print(_marked(document, paragraph, marks), end="\n" if rows else "\n\n")
        console.print(_legend(marks.values()))
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def _marked(document: Document, blocks: Iterable[Span], marks: Mapping[Number, Mark]) -> Text:
    """The words of blocks, with the marks of the document's numbers, which are in order."""
    words, numbers = Text(), tuple(marks)
    for index, block in enumerate(blocks):
        words.append(BETWEEN_CELLS if index else "", "dim")
        for text, number in pieces(document, block, numbers):
            mark = None if number is None else marks[number]
            words.append(visible(text) if mark is None else f"{visible(text)}[{mark.word}]", mark and mark.color)
    return words


def _legend(marks: Iterable[Mark]) -> Table:
    """What the marks mean, and how many numbers have each."""
    counts = Counter(marks)
    table = Table(box=None, pad_edge=False, show_header=False)
    for mark in MARKS.values():
        if counts[mark]:
            table.add_row(Text(f"[{mark.word}]", mark.color), str(counts[mark]), mark.meaning)
    return table
