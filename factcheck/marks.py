"""What became of every number of an article's text, as a mark on the page: its word, its colour, its meaning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.article import Document, Span
from factcheck.finding import Number, Standing, Verdict


class Mark(NamedTuple):
    """How a number is shown: the word beside it, its colour in the terminal, and what the word means."""

    word: str
    color: str
    meaning: str


MARKS: Mapping[Verdict | Standing, Mark] = {  # the worst first
    Verdict.FAIL: Mark("FAIL", "bold red", "a claim that says it cannot be true"),
    Verdict.CONFLICT: Mark("CONFLICT", "red", "a claim that says it cannot be true together with others"),
    Standing.CHANGED: Mark("CHANGED", "bold magenta", "a claim was written for another number in this place"),
    Verdict.UNKNOWN: Mark("UNKNOWN", "yellow", "the budget ran out before a claim that says it was settled"),
    Verdict.PASS: Mark("pass", "green", "every claim that says it holds"),
    Standing.UNCOVERED: Mark("uncovered", "bold yellow", "no claim says it"),
    Standing.IGNORED: Mark("ignored", "dim", "set aside with a reason"),
}


def mark_of(number: Number, verdicts: Mapping[str, Verdict]) -> Mark:
    """The worst that is known of a number, by the verdicts on the claims of its article."""
    known = {number.standing, *(verdicts[claim] for claim in number.claims)}
    return next(mark for standing, mark in MARKS.items() if standing in known)


def paragraphs(document: Document) -> Iterator[tuple[Span, ...]]:
    """The blocks of the text; those of one row of a table together."""
    row: list[Span] = []
    for block, following in pairwise([*document.blocks, None]):
        if block is not None:
            row.append(block)
        after = document.text[row[-1].end : following.start] if following is not None else "\n"
        if "\n" in after:
            yield tuple(row)
            row = []


def pieces(document: Document, block: Span, numbers: Sequence[Number]) -> Iterator[tuple[str, Number | None]]:
    """The text of a block cut at its numbers, which are given for the whole document in order; each piece with its number."""
    done, starts = block.start, [number.start for number in numbers]
    for number in numbers[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
        yield document.text[done : number.start], None
        yield document.text[number.start : number.end], number
        done = number.end
    yield document.text[done : block.end], None
