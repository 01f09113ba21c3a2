"""How claims take the words of a number: as a count or an amount, upwards or downwards, and in a clause."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from factcheck.numeral import Kind, Numeral

SHORTEST = 2  # letters of what may be a currency


class Direction(StrEnum):
    """Which way a number moved."""

    UP = "up"
    DOWN = "down"


def sort(printed: Numeral) -> Kind:
    """The sort of number that is printed: of a range, that of its upper end; "most" and its like are fractions."""
    if printed.ends is not None:
        return printed.ends[1].kind
    tells_part = printed.kind is Kind.VAGUE and printed.band is not None and printed.band.hard.high == 1
    return Kind.FRACTION if tells_part else printed.kind


def as_amount(printed: Numeral) -> Numeral:
    """A plain number taken as a rounded amount rather than as an exact count; any other as it is.

    >>> from fractions import Fraction
    >>> str(as_amount(Numeral("5", Kind.COUNT, Fraction(5))).preimage())
    '[9/2, 11/2]'
    """
    if printed.ends is not None:
        low, high = printed.ends
        return replace(printed, ends=(as_amount(low), as_amount(high)))
    return replace(printed, kind=Kind.MEASURE) if printed.kind is Kind.COUNT else printed


def spoken(printed: Numeral) -> str:
    """The number with its hedge, without other words of its phrase: "nearly 12%" of "Up nearly 12%".

    A capital that may only be there because the number begins a sentence is made small.
    """
    if printed.hedge is None:
        return inside(printed.surface)
    if printed.hedge.start >= printed.end:
        return inside(f"{printed.surface} {printed.hedge.surface}")
    hedge = printed.hedge.surface
    return f"{hedge[0].lower()}{hedge[1:]} {printed.surface}"  # no hedge is a name or a currency


def inside(words: str) -> str:
    """Words of a number as they stand inside a sentence.

    >>> inside("One in 25"), inside("A third"), inside("US$5"), inside("Rs 500")
    ('one in 25', 'a third', 'US$5', 'Rs 500')
    """
    first, _, rest = words.partition(" ")
    is_word = first.isalpha() and first.istitle() and (first == "A" or len(first) > SHORTEST)
    return words[0].lower() + words[1:] if is_word and not rest[:1].isdecimal() else words


def movement(printed: Numeral, direction: Direction | None = None) -> int | None:
    """1 for a rise, -1 for a fall, 0 where the number has a sign of its own; None where nothing says.

    ValueError where the words, the sign and the direction given contradict each other.
    """
    said = printed.direction
    given = {None: 0, Direction.UP: 1, Direction.DOWN: -1}[direction]
    if said and given and said != given:
        raise ValueError(
            f"{str(printed)!r} goes {'up' if said > 0 else 'down'}, but the direction given is {direction}"
        )
    if (printed.value is not None and printed.value < 0) or printed.surface.startswith("+"):
        if given or said:
            raise ValueError(f"{str(printed)!r} has a sign and a direction: leave one of them out")
        return 0
    return said or given or None
