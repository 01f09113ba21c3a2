"""A number line as a picture for a page: one `<svg>` by itself, in the colour of the text around it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from html import escape

from factcheck.interval import Interval
from factcheck.rounding import decimal
from factcheck.visible import visible
from factcheck.why.line import NumberLine, Track

WIDTH, MARGIN, LEFT = 640, 24, 24
TRACK, TOP = 64, 16  # the height of a track, and the room above the first


def svg(line: NumberLine, title: str, description: str) -> str:
    """The line as a self-contained `<svg>` element, with a title and a description for those who do not see it."""
    height = TOP + TRACK * len(line.tracks)
    box = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    ink = 'fill="none" stroke="currentColor" font-family="sans-serif" font-size="13"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {box} {ink}>',
        f"<title>{_text(title)}</title>",
        f"<desc>{_text(description)}</desc>",
    ]
    for at, track in enumerate(line.tracks):
        parts += _track(line, track, TOP + TRACK * at)
    return "\n".join([*parts, "</svg>"])


def _track(line: NumberLine, track: Track, top: int) -> Iterator[str]:
    y = top + 28
    yield _words(LEFT, top + 12, track.name, "start")
    yield f'<path d="M{LEFT} {y}H{WIDTH - MARGIN}" opacity="0.4"/>'
    for span in track.spans:
        yield from _span(line, span, y)
    for mark in track.marks:
        yield _dot(line, mark.at, y, filled=mark.holds)
    labels = [(mark.at, mark.label) for mark in track.marks]
    labels += ((end, track.label(end)) for span in track.spans for end in _ends(span))
    yield from _labels(line, labels, y)


def _span(line: NumberLine, span: Interval, y: int) -> Iterator[str]:
    """A thick line, with a full dot at an end that counts and an empty one at an end that does not."""
    if not span.is_point:
        first = str(LEFT) if span.low is None else _x(line, span.low)
        last = str(WIDTH - MARGIN) if span.high is None else _x(line, span.high)
        yield f'<path d="M{first} {y}H{last}" stroke-width="4"/>'
    if span.low is not None:
        yield _dot(line, span.low, y, filled=not span.low_open)
    if span.high is not None and not span.is_point:
        yield _dot(line, span.high, y, filled=not span.high_open)


def _dot(line: NumberLine, value: Fraction, y: int, *, filled: bool) -> str:
    fill = ' fill="currentColor"' if filled else ""
    return f'<circle cx="{_x(line, value)}" cy="{y}" r="5"{fill}/>'


def _ends(span: Interval) -> tuple[Fraction, ...]:
    return tuple(dict.fromkeys(end for end in (span.low, span.high) if end is not None))


def _labels(line: NumberLine, labels: list[tuple[Fraction, str]], y: int) -> Iterator[str]:
    """Labels below their values; one that would touch the one before stands a line lower."""
    ends = [Fraction(0), Fraction(0)]
    for value, label in sorted(labels):
        x, half = LEFT + line.place(value) * (WIDTH - LEFT - MARGIN), Fraction(4 * len(label) + 3)
        row = 0 if x - half >= ends[0] else 1
        ends[row] = x + half
        yield _words(decimal(x, 1), y + 20 + 14 * row, label, "middle")


def _words(x: str | int, y: int, words: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="currentColor" stroke="none">{_text(words)}</text>'


def _x(line: NumberLine, value: Fraction) -> str:
    return decimal(LEFT + line.place(value) * (WIDTH - LEFT - MARGIN), 1)


def _text(words: str) -> str:
    """Words that are safe between tags: nothing in them is taken for markup, and nothing is hidden."""
    seen = (visible(line) for line in words.split("\n"))
    return escape("\n".join(seen))
