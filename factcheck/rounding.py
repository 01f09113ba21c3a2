"""Rounding conventions: what a number is printed as, and every number that is printed so."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from factcheck.hedge import Width
from factcheck.interval import EMPTY, Interval

ONE, HALF = Fraction(1), Fraction(1, 2)
LONGEST_BASE = 9  # digits


class Rounding(StrEnum):
    """How a value was turned into the digits printed."""

    NEAREST = "nearest"  # a tie may have gone either way
    HALF_UP = "half_up"  # ties towards plus infinity
    HALF_DOWN = "half_down"  # ties towards minus infinity
    HALF_AWAY = "half_away"  # ties away from zero
    HALF_TOWARD = "half_toward"  # ties towards zero
    HALF_EVEN = "half_even"  # ties to the even last digit
    FLOOR = "floor"  # towards minus infinity
    CEILING = "ceiling"  # towards plus infinity
    DOWN = "down"  # towards zero: cut off
    UP = "up"  # away from zero
    EXACT = "exact"
    RANDOM = "random"  # to a neighbouring multiple of the base, by lot
    SIGNIFICANT = "significant"  # nearest, to so many significant figures


@dataclass(frozen=True, slots=True)
class Convention:
    """How a publication prints its numbers.

    `base` is the base of table rounding (nearest 5, random rounding to base 3), or the number of significant figures.
    `cells` says what a table's marked cells stand for, by their surface: `("<5", Interval 1 to 4)`. `widths` is how far
    its hedges reach, where that is not what each word means by itself.

    >>> Convention.parse("random-3")
    Convention(rounding=<Rounding.RANDOM: 'random'>, base=3, cells=())
    """

    rounding: Rounding = Rounding.NEAREST
    base: int | None = None
    cells: tuple[tuple[str, Interval], ...] = ()
    widths: Width | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.base is not None and self.base < 1:
            raise ValueError(f"the base of a rounding is a whole number from 1, not {self.base}")
        if self.base is None and self.rounding in (Rounding.RANDOM, Rounding.SIGNIFICANT):
            raise ValueError(f"{self.rounding!s} needs a number, as in {self.rounding!s}-3")

    @classmethod
    def parse(cls, words: str, cells: tuple[tuple[str, Interval], ...] = ()) -> Convention:
        """The convention that a name such as "nearest", "nearest-10" or "half-even" spells; ValueError otherwise."""
        plain = words.strip().lower().replace(" ", "-")
        name, _, base = plain.rpartition("-")
        if not (base.isascii() and base.isdecimal()):
            name, base = plain, ""
        name = name.replace("-", "_")
        if name not in set(Rounding):
            raise ValueError(
                f"no rounding {words!r}; there is {', '.join(Rounding)}, and nearest-10, random-3, significant-2"
            )
        if len(base) > LONGEST_BASE:
            raise ValueError(f"the base of a rounding has at most {LONGEST_BASE} digits, not {len(base)}")
        return cls(Rounding(name), int(base) if base else None, cells)

    def __str__(self) -> str:
        return self.rounding.value if self.base is None else f"{self.rounding.value}-{self.base}"


def decimal(value: Fraction, places: int) -> str:
    """The value with so many decimals, rounded half away from zero, thousands set off by commas.

    >>> decimal(Fraction(-12345, 10), 0), decimal(Fraction(1, 3), 2)
    ('-1,235', '0.33')
    """
    (units,) = rounded(abs(value) * 10**places, ONE, Rounding.HALF_AWAY)
    whole, rest = divmod(int(units), 10**places)
    sign = "-" if value < 0 and units else ""
    return f"{sign}{whole:,}" + (f".{rest:0{places}d}" if places else "")


def rounded(value: Fraction, quantum: Fraction, rounding: Rounding) -> tuple[Fraction, ...]:
    """The multiples of the quantum that the value may be printed as, ascending; two only where ties or lots allow it.

    >>> rounded(Fraction(5, 2), ONE, Rounding.NEAREST), rounded(Fraction(-5, 2), ONE, Rounding.DOWN)
    ((Fraction(2, 1), Fraction(3, 1)), (Fraction(-2, 1),))
    """
    if rounding is Rounding.EXACT:
        return (value,)
    below, above = floor(value / quantum), ceil(value / quantum)
    if below == above:
        return (below * quantum,)
    chosen = {
        Rounding.FLOOR: (below,),
        Rounding.CEILING: (above,),
        Rounding.DOWN: (below if value > 0 else above,),
        Rounding.UP: (above if value > 0 else below,),
        Rounding.RANDOM: (below, above),
    }.get(rounding)
    if chosen is None:
        half = value / quantum - below - HALF
        chosen = (below,) if half < 0 else (above,) if half > 0 else _tie(below, above, rounding)
    return tuple(units * quantum for units in chosen)


def _tie(below: int, above: int, rounding: Rounding) -> tuple[int, ...]:
    even = below if below % 2 == 0 else above
    nearer_zero, further = (below, above) if below >= 0 else (above, below)
    return {
        Rounding.HALF_UP: (above,),
        Rounding.HALF_DOWN: (below,),
        Rounding.HALF_AWAY: (further,),
        Rounding.HALF_TOWARD: (nearer_zero,),
        Rounding.HALF_EVEN: (even,),
    }.get(rounding, (below, above))


def rounding_preimage(value: Fraction, quantum: Fraction, rounding: Rounding) -> Interval:
    """Every number that the rounding takes to the value, a multiple of the quantum; empty where it is none."""
    if rounding is Rounding.EXACT:
        return Interval.exactly(value)
    units = value / quantum
    if units.denominator != 1:
        return EMPTY
    match rounding:
        case Rounding.FLOOR:
            return Interval(value, value + quantum, high_open=True)
        case Rounding.CEILING:
            return Interval(value - quantum, value, low_open=True)
        case Rounding.DOWN if value == 0:
            return Interval(-quantum, quantum, low_open=True, high_open=True)
        case Rounding.DOWN | Rounding.UP:
            outwards = (rounding is Rounding.DOWN) == (value > 0)
            if rounding is Rounding.UP and value == 0:
                return Interval.exactly(0)
            ends = (value, value + quantum, False, True) if outwards else (value - quantum, value, True, False)
            return Interval(*ends)
        case Rounding.RANDOM:
            return Interval(value - quantum, value + quantum, low_open=True, high_open=True)
    low_open, high_open = _open_ends(int(units), rounding)
    return Interval(value - quantum / 2, value + quantum / 2, low_open, high_open)


def _open_ends(units: int, rounding: Rounding) -> tuple[bool, bool]:
    """Which ends of a half-quantum interval a printed number of so many quanta leaves to its neighbours."""
    match rounding:
        case Rounding.HALF_UP:
            return False, True
        case Rounding.HALF_DOWN:
            return True, False
        case Rounding.HALF_AWAY:
            return units <= 0, units >= 0
        case Rounding.HALF_TOWARD:
            return units > 0, units < 0
        case Rounding.HALF_EVEN:
            return units % 2 == 1, units % 2 == 1
    return False, False


def significant_quantum(value: Fraction, figures: int) -> Fraction:
    """One unit in the last of so many significant figures of the value."""
    if value == 0:
        return ONE
    size = abs(value)
    exponent = (size.numerator.bit_length() - size.denominator.bit_length()) * 3 // 10
    while ten_to(exponent) > size:
        exponent -= 1
    while ten_to(exponent + 1) <= size:
        exponent += 1
    return ten_to(exponent - figures + 1)


def ten_to(exponent: int) -> Fraction:
    """A power of ten, exactly.

    >>> str(ten_to(3)), str(ten_to(-2))
    ('1000', '1/100')
    """
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)


def significant_preimage(value: Fraction, figures: int) -> Interval:
    """Nearest to so many significant figures; below a power of ten the figures are ten times as fine."""
    quantum = significant_quantum(value, figures)
    if value == 0:
        return Interval.exactly(0)
    if (value / quantum).denominator != 1:
        return EMPTY
    size = abs(value)
    inner = quantum / 10 if size / quantum == 10 ** (figures - 1) else quantum
    preimage = Interval(size - inner / 2, size + quantum / 2)
    return preimage if value > 0 else -preimage
