"""A number line: tracks over one scale, with the spans and marks to draw on each; exact, and drawn elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.check.words import number
from factcheck.finding import Derivation, Left, Preimage
from factcheck.interval import Interval
from factcheck.numeral import Kind
from factcheck.why.preimage import exact

MARGIN = Fraction(1, 6)  # of what is shown, on each side


@dataclass(frozen=True, slots=True)
class Mark:
    """A value with its label; `holds` where it is possible."""

    at: Fraction
    label: str
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Track:
    """One line of the picture: what it shows, the spans of values on it, and single values.

    The ends of its spans are told in units worth `worth`.
    """

    name: str
    spans: tuple[Interval, ...] = ()
    marks: tuple[Mark, ...] = ()
    worth: Fraction = Fraction(1)

    def label(self, value: Fraction) -> str:
        """A value in the units of the track."""
        return exact(value / self.worth)


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Tracks over the values from `low` to `high`, which lie apart."""

    tracks: tuple[Track, ...]
    low: Fraction
    high: Fraction

    def place(self, value: Fraction) -> Fraction:
        """Where a value lies, from 0 at the left to 1 at the right; values beyond are moved to the edge."""
        return min(max((value - self.low) / (self.high - self.low), Fraction(0)), Fraction(1))


def number_line(told: Derivation) -> NumberLine | None:
    """What is printed, what is left, and what would fit, on one scale; None where that is one number or none."""
    preimage = None if told.preimage is None or told.preimage.kind is Kind.ORDINAL else told.preimage
    tracks = list(_tracks(told, preimage))
    points = [point for track in tracks for point in _points(track)]
    low, high = min(points, default=None), max(points, default=None)
    if low is None or high is None or low == high:
        return None
    margin = (high - low) * MARGIN
    return NumberLine(tuple(tracks), low - margin, high + margin)


def _tracks(told: Derivation, preimage: Preimage | None) -> Iterator[Track]:
    unit = f" ({preimage.unit})" if preimage is not None and preimage.unit else ""
    if preimage is not None and not preimage.interval.is_empty:
        yield Track(f"printed{unit}", (preimage.interval,), worth=preimage.worth)
    if told.fits:
        yield Track("possible", told.fits, worth=Fraction(1) if preimage is None else preimage.worth)
    for left in told.left[:1]:
        if preimage is None:
            yield _counted(left, Fraction(1))
        elif left.scale is not None:
            yield _counted(left, left.scale)


def _counted(left: Left, scale: Fraction) -> Track:
    """What is left for a quantity: its values one by one where they are few, with those just beyond."""
    if not left.counts:
        return Track(f"left: {left.label}", (left.interval * scale,), worth=scale)
    marks = [Mark(count * scale, number(count)) for count in left.counts]
    marks += (Mark(one.count * scale, number(one.count), holds=False) for one in left.neighbours)
    return Track(f"left: {left.label}", (), tuple(sorted(marks, key=lambda mark: mark.at)))


def _points(track: Track) -> Iterator[Fraction]:
    """Every end and mark of a track that is a number."""
    yield from (end for span in track.spans for end in (span.low, span.high) if end is not None)
    yield from (mark.at for mark in track.marks)
