"""Words and marks that make a number so many times as great: million, dozen, bn, Mio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.text.plural import is_plural
from factcheck.text.source import Source

MOST_BEFORE, WORDS_NEAR = 2, 10  # tokens before the mark of a scale that are asked for, or searched
MOST_SCALES = 4  # scale words in a row: "a hundred thousand million million"


def short_scale(source: Source, at: int) -> tuple[int, int]:
    """What the mark of a scale at an index is worth, and the index after it; 1 where none stands there; 4million."""
    token, numbers = source.tokens[at], source.language.numbers
    scale = numbers.short_scales.get(token.text) or (None if token.gap else numbers.scales.get(token.lower))
    near = not token.gap or (token.text in numbers.loose_scales and source.spaced(at))
    if scale is None or not near or _is_something_else(source, at):
        return 1, at
    stop = token.text in numbers.stopped_scales and source.tokens[at + 1].text == "." and source.attached(at + 1)
    return scale, at + 2 if stop else at + 1


def _is_something_else(source: Source, at: int) -> bool:
    """Whether the mark is a unit where it stands: the 100m final, ran the 400m, waves of 4m; not £4m above it, nor 4m people."""
    numbers, mark = source.language.numbers, source.tokens[at].text
    if at >= MOST_BEFORE and source.tokens[at - 2].text in source.language.units.currency_signs:
        return False
    if source.joined_word(at + 1) in numbers.no_short_scales.get(mark, ()):
        return True
    near = numbers.no_scales_near.get(mark)
    if near is None or at < MOST_BEFORE or not source.prose or is_plural(source, at + 1):
        return False
    digits, before = source.tokens[at - 1].text, source.tokens[at - 2]
    apart = source.language.apart
    race = before.lower in apart.determiners | apart.owners and digits in numbers.races[mark]
    return race or source.is_near(at - 1, near, WORDS_NEAR)


class Named(NamedTuple):
    """The value of a number's name, and the index after it."""

    value: int
    end: int


def named(source: Source, at: int, names: Mapping[str, int]) -> Named | None:
    """The number whose name goes on the phrase at an index."""
    index = source.joined(at)
    value = None if index is None else names.get(source.word(index))
    return None if index is None or value is None else Named(value, index + 1)


def scale_words(source: Source, at: int, below: int | None = None) -> tuple[int, int]:
    """The product of the scale words at an index, and the index after them; 1 where it is not below a limit."""
    numbers = source.language.numbers
    scale, end = 1, at
    found = named(source, at, numbers.hundreds) or named(source, at, numbers.scales)
    for _ in range(MOST_SCALES):
        if found is None or (below is not None and scale * found.value >= below):
            break
        scale, end = scale * found.value, found.end
        found = named(source, end, numbers.scales)
    return scale, end
