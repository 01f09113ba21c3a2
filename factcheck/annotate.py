"""The text of an article for the terminal, with what became of every number in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.article import Document, Span
from factcheck.finding import ArticleReport, Number, Standing, Verdict
from factcheck.report import Style, visible

BETWEEN_CELLS = " | "


class Mark(NamedTuple):
    """How a number is shown: the word behind it, its colour, and what the word means."""

    word: str
    color: str
    meaning: str


MARKS = {  # the worst first
    Verdict.FAIL: Mark("FAIL", "bold red", "a claim that says it cannot be true"),
    Verdict.CONFLICT: Mark("CONFLICT", "red", "a claim that says it cannot be true together with others"),
    Standing.CHANGED: Mark("CHANGED", "bold magenta", "a claim was written for another number in this place"),
    Verdict.UNKNOWN: Mark("UNKNOWN", "yellow", "the budget ran out before a claim that says it was settled"),
    Verdict.PASS: Mark("pass", "green", "every claim that says it holds"),
    Standing.UNCOVERED: Mark("uncovered", "bold yellow", "no claim says it"),
    Standing.IGNORED: Mark("ignored", "dim", "set aside with a reason"),
}


def annotated(report: ArticleReport, document: Document, style: Style) -> str:
    """The article, each number followed by its verdict in brackets, wrapped to `style.width`, with a legend.

    The marks can be read without colour; nothing in the text steers the terminal.
    """
    numbers = report.coverage.numbers if report.coverage is not None else ()
    verdicts = {result.id: result.verdict for result in report.claims}
    marks, starts = {number: _mark(number, verdicts) for number in numbers}, [number.start for number in numbers]
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
        console.print(Text(visible(document.file), "bold"), end="\n\n")
        for paragraph, following in pairwise([*_paragraphs(document), ()]):
            rows = len(paragraph) > 1 and len(following) > 1
            console.print(_marked(document, paragraph, marks, starts), end="\n" if rows else "\n\n")
        console.print(_legend(marks.values()))
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def _mark(number: Number, verdicts: Mapping[str, Verdict]) -> Mark:
    """The worst that is known of a number."""
    known = {number.standing, *(verdicts[claim] for claim in number.claims)}
    return next(mark for standing, mark in MARKS.items() if standing in known)


def _paragraphs(document: Document) -> Iterator[tuple[Span, ...]]:
    """The blocks of the text; those of one row of a table together."""
    row: list[Span] = []
    for block, following in pairwise([*document.blocks, None]):
        if block is not None:
            row.append(block)
        after = document.text[row[-1].end : following.start] if following is not None else "\n"
        if "\n" in after:
            yield tuple(row)
            row = []


def _marked(document: Document, blocks: Iterable[Span], marks: Mapping[Number, Mark], starts: Sequence[int]) -> Text:
    """The words of blocks, with the marks of their numbers, whose starts are given in order."""
    words, numbers = Text(), tuple(marks)
    for index, block in enumerate(blocks):
        words.append(BETWEEN_CELLS if index else "", "dim")
        done = block.start
        for number in numbers[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
            mark = marks[number]
            words.append(visible(document.text[done : number.start]))
            words.append(f"{visible(document.text[number.start : number.end])}[{mark.word}]", mark.color)
            done = number.end
        words.append(visible(document.text[done : block.end]))
    return words


def _legend(marks: Iterable[Mark]) -> Table:
    """What the marks mean, and how many numbers have each."""
    counts = Counter(marks)
    table = Table(box=None, pad_edge=False, show_header=False)
    for mark in MARKS.values():
        if counts[mark]:
            table.add_row(Text(f"[{mark.word}]", mark.color), str(counts[mark]), mark.meaning)
    return table
