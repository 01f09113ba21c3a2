"""A number as printed: its digits, precision and hedge, and the values it may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.rounding import Convention, Rounding, decimal, rounded, rounding_preimage, significant_preimage, significant_quantum

ONE, HALF, TENTH, TWENTIETH = Fraction(1), Fraction(1, 2), Fraction(1, 10), Fraction(1, 20)
NEAREST = Convention()


class Kind(StrEnum):
    """What sort of number the words are."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    MEASURE = "measure"  # a number with a unit of measurement: 5 km
    FRACTION = "fraction"  # two-thirds
    RATIO = "ratio"  # one in ten; 3 to 1
    MULTIPLE = "multiple"  # doubled, 2.5 times
    ORDINAL = "ordinal"
    RANGE = "range"
    AGE = "age"
    DURATION = "duration"
    RATE = "rate"  # 12 per 100,000
    VAGUE = "vague"  # most, dozens
    SUPPRESSED = "suppressed"  # a table's cell that hides its count: <5, [c]
    DATE = "date"
    TIME = "time"
    YEAR = "year"
    SCORE = "score"
    CODE = "code"


class Form(StrEnum):
    """How the number is written; together with its kind it decides how exactly it is meant."""

    DIGITS = "digits"  # 956, 32.6
    WORDS = "words"  # twenty-three
    SCALED = "scaled"  # 1.6 million, £3.2bn, five million
    ROUND = "round"  # a million, half a million, two and a half million, 2½
    IN = "in"  # one in ten, three out of five
    TO = "to"  # 3 to 1, 2:1
    EXACT = "exact"  # all, none: said of everything


class Sense(StrEnum):
    """What a hedge does to the number after it."""

    ABOUT = "about"
    NEARLY = "nearly"
    JUST_UNDER = "just under"
    JUST_OVER = "just over"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    UNDER = "under"
    UP_TO = "up to"  # as many as: a greatest value that was reached
    AT_MOST = "at most"
    LOWEST = "as low as"  # the least value of a group
    HIGHEST = "as high as"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Width:
    """How far a hedge reaches: `share` of the value, at most one `place`; beyond a bound, `bound` of the value."""

    share: Fraction = TENTH
    bound: Fraction = Fraction(1, 5)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedging word, its sense and its place in the text."""

    sense: Sense
    surface: str
    start: int = 0
    end: int = 0
    width: Width = Width()


@dataclass(frozen=True, slots=True)
class Meaning:
    """The values that a printed number may stand for: outside `hard` it is wrong, outside `soft` misleading."""

    hard: Interval
    soft: Interval


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed. A percentage, points and fractions are parts of one: "32.6%" has the value 163/500.

    `quantum` is one unit in the last printed place, `place` the place of the last digit that counts for a hedge.
    `scale` is what one printed unit is worth (1/100 for percent, a million for "1.6 million").
    `start` and `end` give the span of `surface` in the text that was read, `phrase` that text with its hedge.
    """

    surface: str
    kind: Kind
    value: Fraction | None  # None: a vague word, or a hidden cell
    quantum: Fraction = ONE
    place: Fraction = ONE
    form: Form = Form.DIGITS
    scale: Fraction = ONE
    unit: str = ""
    hedge: Hedge | None = None
    terms: tuple[Fraction, Fraction] | None = None  # k and n of "k in n", a and b of "a to b"
    ends: tuple[Numeral, Numeral] | None = None  # of a range
    per: Fraction | None = None  # of a rate: 100,000 of "12 per 100,000"
    band: Meaning | None = None  # of a vague word
    direction: int = 0  # 1: "up 12%", -1: "fell by 40", 0: the words do not say
    flags: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    phrase: str = ""

    def __str__(self) -> str:
        return self.phrase or self.surface

    @property
    def exact_value(self) -> Fraction:
        """The value of a numeral that has one; ValueError for vague words and hidden cells."""
        if self.value is None:
            raise ValueError(f"{str(self)!r} names no single value")
        return self.value

    def preimage(self, convention: Convention = NEAREST) -> Interval:
        """Every value that is printed so, hedges apart.

        >>> str(Numeral("32.6%", Kind.PERCENT, Fraction(326, 1000), quantum=Fraction(1, 1000)).preimage())
        '[651/2000, 653/2000]'
        """
        declared = dict(convention.cells).get(self.surface)
        if declared is not None:
            return declared
        if self.band is not None:
            return self.band.hard
        if self.ends is not None:
            return _span(self.ends[0].preimage(convention), self.ends[1].preimage(convention))
        return _bare(self, self.exact_value, convention)

    def meaning(self, convention: Convention = NEAREST) -> Meaning:
        """The values it may stand for with its hedge: hard and soft."""
        if self.band is not None:
            return self.band
        if self.ends is not None and self.hedge is not None:
            low, high = (_hedged(end, self.hedge, convention) for end in self.ends)
            return Meaning(_span(low.hard, high.hard), _span(low.soft, high.soft))
        bare = self.preimage(convention)
        return Meaning(bare, bare) if self.hedge is None or self.value is None else _hedged(self, self.hedge, convention)

    def relaxed(self, convention: Convention = NEAREST) -> Interval | None:
        """What a round number without a hedge may stand for when its writer meant "about"; None where it is not round."""
        if self.hedge is not None or self.value is None or self.ends is not None:
            return None
        scaled = self.form in (Form.SCALED, Form.ROUND) and abs(self.scale) >= 1000
        round_count = self.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE) and abs(self.value) >= 1000 and self.place > 1
        if not (scaled or round_count):
            return None
        return Interval.around(self.value, min(self.place / 2, abs(self.value) * TWENTIETH)).hull(self.preimage(convention))

    def printings(self, value: Fraction, convention: Convention = NEAREST) -> tuple[Fraction, ...]:
        """What the value comes to at this numeral's precision: one number, or two at a tie that may go either way."""
        if self.kind is Kind.COUNT and convention.base is not None and convention.rounding is not Rounding.SIGNIFICANT:
            return rounded(value, Fraction(convention.base), convention.rounding)
        if convention.rounding is Rounding.SIGNIFICANT:
            return rounded(value, significant_quantum(value, convention.base or 1), Rounding.NEAREST)
        return rounded(value, self.quantum, convention.rounding)

    def like(self, value: Fraction) -> str:
        """Another value written in this numeral's manner, cut to its precision by rounding half up.

        >>> Numeral("32.6 per cent", Kind.PERCENT, Fraction(326, 1000), Fraction(1, 1000), scale=Fraction(1, 100)).like(Fraction(311, 956))
        '32.5 per cent'
        """
        start = next((at for at, sign in enumerate(self.surface) if sign.isdecimal()), None)
        if start is None or self.terms is not None or self.ends is not None:
            share = self.kind in (Kind.FRACTION, Kind.RATIO, Kind.VAGUE)
            return f"{decimal(value * 100, 1)}%" if share else decimal(value, 0 if value.denominator == 1 else 2)
        end = start
        while end < len(self.surface) and (self.surface[end].isdecimal() or self.surface[end] in ".,·"):
            end += 1
        units = self.quantum / self.scale
        places = max(len(str(units.denominator)) - 1, 0)
        sign = start - (start > 0 and self.surface[start - 1] in "-−")
        return self.surface[:sign] + decimal(value / self.scale, places) + self.surface[end:]


def _bare(numeral: Numeral, value: Fraction, convention: Convention) -> Interval:
    """The preimage by kind and form: the table of bare numbers."""
    if numeral.kind is Kind.SUPPRESSED or numeral.kind is Kind.ORDINAL or numeral.form is Form.EXACT:
        return Interval.exactly(value)
    if numeral.kind is Kind.AGE:
        return Interval(value, value + numeral.quantum, high_open=True)
    if numeral.form is Form.IN and numeral.terms is not None:
        return _k_in_n(*numeral.terms)
    whole_multiple = numeral.kind is Kind.MULTIPLE and value.denominator == 1 and numeral.quantum == 1
    if numeral.form in (Form.ROUND, Form.TO) or numeral.kind is Kind.FRACTION or whole_multiple:
        return Interval.around(value, abs(value) * TWENTIETH)
    if convention.rounding is Rounding.SIGNIFICANT:
        return significant_preimage(value, convention.base or 1)
    if numeral.kind is Kind.COUNT and numeral.form is not Form.SCALED:
        return _count(value, convention)
    return rounding_preimage(value, numeral.quantum, convention.rounding)


def _count(value: Fraction, convention: Convention) -> Interval:
    """A count in digits or words: exactly itself, unless the publication rounds its counts to a base."""
    if convention.base is None:
        return Interval.exactly(value)
    preimage = rounding_preimage(value, Fraction(convention.base), convention.rounding)
    return preimage & Interval.at_least(0) if convention.rounding is Rounding.RANDOM else preimage


def _k_in_n(part: Fraction, whole: Fraction) -> Interval:
    """The shares that are told as "k in n": half a unit to each side, never more than a tenth of the value."""
    low, high = (part - HALF) / whole, (part + HALF) / whole
    if part == 1:
        low, high = 1 / (whole + HALF), 1 / (whole - HALF)
    value = part / whole
    return Interval(low, high) & Interval.around(value, value * TENTH)


def _hedged(numeral: Numeral, hedge: Hedge, convention: Convention) -> Meaning:
    """The table of hedges, for a numeral that has a value."""
    value, bare = numeral.exact_value, numeral.preimage(convention)
    reach, bound = _reach(numeral, hedge.width), max(numeral.place, abs(value) * hedge.width.bound)
    tight = numeral.kind is Kind.FRACTION
    match hedge.sense:
        case Sense.ABOUT:
            return Meaning(Interval.around(value, reach), Interval.around(value, reach / 2).hull(bare))
        case Sense.NEARLY | Sense.JUST_UNDER:
            hard = Interval(value - reach, value, high_open=True)
            soft = Interval(value - reach / 2, value, high_open=True).hull(bare & Interval.below(value))
            return Meaning(hard, hard if tight else soft & hard)
        case Sense.JUST_OVER:
            hard = Interval(value, value + reach, low_open=True)
            soft = Interval(value, value + reach / 2, low_open=True).hull(bare & Interval.above(value))
            return Meaning(hard, hard if tight else soft & hard)
        case Sense.MORE_THAN:
            return Meaning(Interval.above(value), Interval(value, value + bound, low_open=True))
        case Sense.AT_LEAST:
            return Meaning(Interval.at_least(value), Interval(value, value + bound))
        case Sense.UNDER:
            return Meaning(Interval.below(value), Interval(value - bound, value, high_open=True))
        case Sense.AT_MOST:
            return Meaning(Interval.at_most(value), Interval.at_most(value))
        case Sense.UP_TO:
            return Meaning(Interval.at_most(value), bare & Interval.at_most(value))
        case Sense.EXACTLY:
            return Meaning(Interval.exactly(value), Interval.exactly(value))
    return Meaning(bare, bare)


def _reach(numeral: Numeral, width: Width) -> Fraction:
    """How far "about" reaches: one place, at most a tenth of the value; never less than half a quantum."""
    size = abs(numeral.exact_value)
    if numeral.kind is Kind.FRACTION or numeral.form is Form.IN:
        return size * width.share
    reach = max(min(numeral.place, size * width.share), numeral.quantum / 2)
    if size / significant_quantum(numeral.place, 1) >= 100:  # three significant digits or more
        reach = max(reach, size / 100)
    whole = numeral.kind is Kind.COUNT and numeral.quantum == 1
    return max(reach, ONE) if whole else reach


def _span(low: Interval, high: Interval) -> Interval:
    """From the low end of one interval to the high end of another; empty where they are the wrong way round."""
    return Interval(low.low, high.high, low.low_open, high.high_open)
