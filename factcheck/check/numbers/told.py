"""The numbers that fit in words: "51 or 52", "31.4 to 32.0, or 33.1", "at least 12,001"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.check.numbers.fits import Fitting, Run, away
from factcheck.check.numbers.form import FAR, Numbers

NO_NUMBER = "no number fits while the others stand as they are"
NOT_FOUND_OUT = "not found out: the budget ran out"
OTHERS = "perhaps others"
MOST_TOLD = 6  # runs of numbers, of which the nearest to the printed one are told
LEAST_RUN = 3  # numbers that are told by their ends
PIECES = r"(\D*)(\d[\d.,\s]*\d|\d)(.*)"


def told(fitting: Fitting) -> str:
    """The numbers that fit, and whether others may."""
    runs, numbers = fitting.runs, fitting.numbers
    if not runs:
        return NO_NUMBER if not fitting.open else NOT_FOUND_OUT
    shown = _nearest(runs, numbers.own)
    rest = len(runs) - len(shown)
    if not fitting.open:
        return f"{_listed(numbers, shown)}; and {rest:,} more" if rest else _listed(numbers, shown)
    least, most = _outermost(fitting)
    if any(shown[0][0] <= start < shown[-1][1] for start, _ in fitting.open) and (least > -FAR or most < FAR):
        return f"{_listed(numbers, [(least, most)])}, but perhaps not every one of them"
    return f"{_listed(numbers, shown)}, and {OTHERS}"


def _outermost(fitting: Fitting) -> Run:
    """From the least to below the greatest number that fits, without an end where one beyond may fit, too."""
    least, most = fitting.runs[0][0], fitting.runs[-1][1]
    is_open_below, is_open_above = fitting.open[0][0] < least, fitting.open[-1][0] >= most
    return -FAR if is_open_below else least, FAR if is_open_above else most


def ends(fitting: Fitting) -> tuple[tuple[Fraction | None, Fraction | None], ...]:
    """The least and the greatest value of each run of numbers; None where it has no end."""
    value = fitting.numbers.value
    return tuple(
        (None if start <= -FAR else value(start), None if stop >= FAR else value(stop - 1))
        for start, stop in fitting.runs
    )


def _nearest(runs: Sequence[Run], own: int) -> list[Run]:
    """The runs nearest to the printed number, ascending."""
    by_distance = sorted(runs, key=lambda run: away(run, own))
    return sorted(by_distance[:MOST_TOLD])


def _listed(numbers: Numbers, runs: Sequence[Run]) -> str:
    """Runs as one enumeration: words that all numbers share stand with the first or the last of them only."""
    items: list[tuple[int, int]] = []
    for start, stop in runs:
        is_short = stop - start < LEAST_RUN
        items += [(place, place + 1) for place in range(start, stop)] if is_short else [(start, stop)]
    places = [place for start, stop in items for place in dict.fromkeys((start, stop - 1)) if -FAR < place < FAR - 1]
    words = iter(_sharing([numbers.words(place) for place in places]))
    told = [_run(start, stop, words) for start, stop in items]
    *first, last = told
    if not first:
        return last
    comma = "," if any(" " in words for words in told) and len(items) < len(places) else ""
    return f"{', '.join(first)}{comma} or {last}"


def _run(start: int, stop: int, words: Iterator[str]) -> str:
    if start <= -FAR:
        return "any number" if stop >= FAR else f"at most {next(words)}"
    if stop >= FAR:
        return f"at least {next(words)}"
    return next(words) if stop - start == 1 else f"{next(words)} to {next(words)}"


def _sharing(words: Sequence[str]) -> list[str]:
    """Numbers without the words that a neighbour tells for all: "more than" of all but the first, a unit of all but the last."""
    pieces = [found.groups() for told in words if (found := re.fullmatch(PIECES, told)) is not None]
    befores, afters = ({piece[at] for piece in pieces} for at in (0, 2))
    if len(pieces) < len(words) or not pieces:
        return list(words)
    first_only = len(befores) == 1 and pieces[0][0].endswith(" ")
    last_only = len(afters) == 1 and pieces[0][2].startswith(" ")
    last = len(pieces) - 1
    return [
        f"{'' if at and first_only else before}{number}{'' if at < last and last_only else after}"
        for at, (before, number, after) in enumerate(pieces)
    ]
