"""A number line in characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.rounding import ONE, Rounding, rounded
from factcheck.why.line import NumberLine, Track

NARROWEST = 24  # columns of the line itself
INDENT = 2


@dataclass(frozen=True, slots=True)
class Strokes:
    """The characters that lines are drawn with, one column each."""

    line: str
    span: str
    inside: str
    outside: str


UNICODE = Strokes("─", "━", "●", "○")
ASCII = Strokes("-", "=", "*", "o")

Label = tuple[int, str]
"""A column, and what is written around it."""


def drawn(line: NumberLine, width: int, *, ascii_only: bool = False) -> Iterator[str]:
    """The tracks as lines of at most `width` characters (from 40 up), each with its labels below.

    A square bracket is an end that counts, a round one an end that does not.
    """
    strokes = ASCII if ascii_only else UNICODE
    names = [_plain(track.name) if ascii_only else track.name for track in line.tracks]
    margin = min(max(len(name) for name in names), max(width - NARROWEST - INDENT - 1, 0))
    columns = width - margin - INDENT - 1
    for name, track in zip(names, line.tracks, strict=True):
        row, labels = _track(line, track, strokes, columns)
        yield f"{'':{INDENT}}{name[:margin]:{margin}} {row}".rstrip()
        yield from (f"{'':{INDENT + margin + 1}}{below}" for below in _rows(labels, columns))


def _track(line: NumberLine, track: Track, strokes: Strokes, columns: int) -> tuple[str, list[Label]]:
    """The row of a track, and the labels that belong below it."""
    row, labels = [strokes.line] * columns, list[Label]()
    for span in track.spans:
        labels += _span(line, track, span, row, strokes)
    for mark in sorted(track.marks, key=lambda mark: mark.holds):
        column = _column(line, mark.at, columns)
        row[column] = strokes.inside if mark.holds else strokes.outside
    labels += ((_column(line, mark.at, columns), mark.label) for mark in track.marks)
    return "".join(row), labels


def _span(line: NumberLine, track: Track, span: Interval, row: list[str], strokes: Strokes) -> Iterator[Label]:
    """Draw a span on a row; the labels of its ends."""
    if span.is_point and span.low is not None:
        column = _column(line, span.low, len(row))
        row[column] = strokes.inside
        yield column, track.label(span.low)
        return
    first = 0 if span.low is None else _column(line, span.low, len(row) - 1)
    last = len(row) - 1 if span.high is None else max(_column(line, span.high, len(row)), first + 1)
    row[first : last + 1] = [strokes.span] * (last + 1 - first)
    if span.low is not None:
        row[first] = "(" if span.low_open else "["
        yield first, track.label(span.low)
    if span.high is not None:
        row[last] = ")" if span.high_open else "]"
        yield last, track.label(span.high)


def _column(line: NumberLine, value: Fraction, columns: int) -> int:
    """The column of a value, from 0."""
    (column,) = rounded(line.place(value) * (columns - 1), ONE, Rounding.HALF_UP)
    return int(column)


def _rows(labels: Iterable[Label], columns: int) -> Iterator[str]:
    """The labels centred below their columns, in as many rows as keep them apart."""
    rows: list[str] = []
    for column, label in sorted(labels):
        start = max(min(column - len(label) // 2, columns - len(label)), 0)
        at = next((at for at, row in enumerate(rows) if not row or len(row) < start), len(rows))
        if at == len(rows):
            rows.append("")
        rows[at] = f"{rows[at]:{start}}{label}"
    yield from rows


def _plain(words: str) -> str:
    """Words in ASCII, what it lacks written as a question mark."""
    return words.encode("ascii", "replace").decode("ascii")
