"""A number as printed: its digits, precision and hedge, and the values it may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import gcd

from factcheck.hedge import Hedge, Hedged, Meaning, Sense, Width
from factcheck.interval import Interval
from factcheck.rounding import (
    Convention,
    Rounding,
    decimal,
    rounded,
    rounding_preimage,
    significant_preimage,
    significant_quantum,
    ten_to,
)

__all__ = ["Form", "Hedge", "Kind", "Meaning", "Numeral", "Sense", "Width", "place_of"]

ONE, HALF, TENTH, TWENTIETH = Fraction(1), Fraction(1, 2), Fraction(1, 10), Fraction(1, 20)
NEAREST = Convention()
SIGNS = "-−–+±"


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

    __hash__ = str.__hash__  # equal strings have equal hashes, and fast ones


class Form(StrEnum):
    """How the number is written; together with its kind it decides how exactly it is meant."""

    DIGITS = "digits"  # 956, 32.6
    WORDS = "words"  # twenty-three
    SCALED = "scaled"  # 1.6 million, £3.2bn, five million
    ROUND = "round"  # a million, half a million, two and a half million, 2½
    IN = "in"  # one in ten, three out of five
    TO = "to"  # 3 to 1, 2:1
    EXACT = "exact"  # all, none: said of everything


SHARES = (Kind.FRACTION, Kind.RATIO, Kind.VAGUE)


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

    def placed(
        self, surface: str, start: int, phrase: str, *, hedge: Hedge | None = None, direction: int = 0
    ) -> Numeral:
        """The numeral with its words and its place in a text, and with what stands around it there."""
        told = (self.kind, self.value, self.quantum, self.place, self.form, self.scale, self.unit)
        made_of = (self.terms, self.ends, self.per, self.band)
        return Numeral(surface, *told, hedge, *made_of, direction, self.flags, start, start + len(surface), phrase)

    @property
    def is_quantity(self) -> bool:
        """Whether it says how many or how much; a date, a time, a score and a code do not."""
        return self.kind not in (Kind.DATE, Kind.TIME, Kind.YEAR, Kind.SCORE, Kind.CODE)

    @property
    def exact_value(self) -> Fraction:
        """The value of a numeral that has one; ValueError for vague words, ranges and hidden cells."""
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
        """The values it may stand for with its hedge: hard and soft.

        >>> hedge = Hedge(Sense.NEARLY, "nearly")
        >>> meaning = Numeral("2,000", Kind.COUNT, Fraction(2000), place=Fraction(1000), hedge=hedge).meaning()
        >>> str(meaning.hard), str(meaning.soft)
        ('[1800, 2000)', '[1900, 2000)')
        """
        if self.surface in dict(convention.cells):
            return Meaning.of(self.preimage(convention))
        if self.hedge is None or self.band is not None:
            return self.band or Meaning.of(self.preimage(convention))
        if self.ends is not None:
            low, high = (_hedged(end, self.hedge, convention) for end in self.ends)
            return Meaning(_span(low.hard, high.hard), _span(low.soft, high.soft))
        return _hedged(self, self.hedge, convention)

    def relaxed(self, convention: Convention = NEAREST) -> Interval | None:
        """What a round number without a hedge stands for if its writer meant "about"; None where it is not round."""
        if self.hedge is not None or self.value is None:
            return None
        has_decimals = self.quantum < abs(self.scale) and any(map(str.isdigit, self.surface))
        if has_decimals and self.value / self.quantum % 10 == 0:
            return None  # "£95.0m" promises what "£95m" does not
        scaled = self.form in (Form.SCALED, Form.ROUND) and abs(self.scale) >= 1000
        round_count = self.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE) and abs(self.value) >= 1000 and self.place > 1
        if not (scaled or round_count):
            return None
        half = min(self.place / 2, abs(self.value) * TWENTIETH)
        return Interval.around(self.value, half).hull(self.preimage(convention))

    def printings(self, value: Fraction, convention: Convention = NEAREST) -> tuple[Fraction, ...]:
        """What the value comes to at this numeral's precision: one number, or two at a tie that may go either way."""
        if self.kind is Kind.AGE:
            return rounded(value, self.quantum, Rounding.FLOOR)
        if convention.rounding is Rounding.SIGNIFICANT:
            return rounded(value, significant_quantum(value, convention.base or 1), Rounding.NEAREST)
        if self.kind is Kind.COUNT and convention.base is not None:
            return rounded(value, Fraction(convention.base), convention.rounding)
        return rounded(value, self.quantum, convention.rounding)

    def like(self, value: Fraction) -> str:
        """Another value written in this numeral's manner, to its precision (halves away from zero).

        >>> Numeral("19.8 per cent", Kind.PERCENT, Fraction(99, 500), ONE / 1000, scale=ONE / 100).like(ONE / 3)
        '33.3 per cent'
        """
        digits = None if self.form is Form.ROUND or self.kind in (Kind.ORDINAL, *SHARES) else _digits(self.surface)
        if digits is None or self.value is None:
            share = self.kind in SHARES
            return f"{decimal(value * 100, 1)}%" if share else decimal(value, 0 if value.denominator == 1 else 2)
        before, after = self.surface[: digits.start], self.surface[digits.stop :]
        places = max(len(str((self.quantum / self.scale).denominator)) - 1, 0)
        number = decimal(abs(value) / self.scale, places)
        sign = "-" if value < 0 and number.strip("0.") else "+" if "+" in before else ""
        return f"{sign}{before.strip(SIGNS)}{number}{after}"


def place_of(value: Fraction, quantum: Fraction) -> Fraction:
    """The place of the last digit that is not zero, times five where that is a 5 after another digit.

    A number that decimal digits cannot end, such as 2⅓ million, has its quantum for a place, and so has zero.

    >>> str(place_of(Fraction(2000), ONE)), str(place_of(Fraction(25), ONE)), str(place_of(Fraction(326, 10), ONE))
    ('1000', '5', '1/10')
    """
    digits, below = abs(value.numerator), value.denominator
    if digits == 0 or 10 ** below.bit_length() % below:
        return quantum
    power = 0
    while below > 1:
        shared = gcd(below, 10)
        digits, below, power = digits * (10 // shared), below // shared, power - 1
    while digits % 10 == 0:
        digits, power = digits // 10, power + 1
    place = ten_to(power)
    return place * 5 if digits % 10 == 5 and digits > 10 else place


def _digits(surface: str) -> slice | None:
    """Where the digits of a number stand, with the marks and spaces between them."""
    start = next((at for at, sign in enumerate(surface) if sign.isdecimal()), None)
    if start is None:
        return None
    end = at = start
    while at < len(surface) and (surface[at].isdecimal() or surface[at] in ".,·" or surface[at].isspace()):
        at += 1
        end = at if surface[at - 1].isdecimal() else end
    return slice(start, end)


def _bare(numeral: Numeral, value: Fraction, convention: Convention) -> Interval:
    """The preimage by kind and form: the table of bare numbers."""
    kind, form, quantum = numeral.kind, numeral.form, numeral.quantum
    if kind in (Kind.SUPPRESSED, Kind.ORDINAL, Kind.YEAR) or form is Form.EXACT:
        return Interval.exactly(value)
    if kind is Kind.AGE:
        return Interval(value, value + quantum, high_open=True)
    if form is Form.IN and numeral.terms is not None:
        return _k_in_n(*numeral.terms)
    whole_multiple = kind is Kind.MULTIPLE and value.denominator == 1 and quantum == 1
    if form in (Form.ROUND, Form.TO) or kind is Kind.FRACTION or whole_multiple:
        return Interval.around(value, abs(value) * TWENTIETH)
    if convention.rounding is Rounding.SIGNIFICANT:
        return significant_preimage(value, convention.base or 1)
    if kind is Kind.COUNT and form is not Form.SCALED and quantum == 1:  # decimals are never a count
        return _count(value, convention)
    return rounding_preimage(value, quantum, convention.rounding)


def _count(value: Fraction, convention: Convention) -> Interval:
    """A count in digits or words: exactly itself, unless the publication rounds its counts to a base."""
    if convention.base is None:
        return Interval.exactly(value)
    preimage = rounding_preimage(value, Fraction(convention.base), convention.rounding)
    random = convention.rounding is Rounding.RANDOM and value >= 0
    return preimage & Interval.at_least(0) if random else preimage


def _k_in_n(part: Fraction, whole: Fraction) -> Interval:
    """The shares that are told as "k in n": half a unit to each side, never more than a tenth of the value."""
    low, high = (part - HALF) / whole, (part + HALF) / whole
    if part == 1:
        low, high = 1 / (whole + HALF), 1 / (whole - HALF)
    value = part / whole
    return Interval(low, high) & Interval.around(value, value * TENTH)


def _hedged(numeral: Numeral, hedge: Hedge, convention: Convention) -> Meaning:
    """What a numeral that has a value stands for with a hedge."""
    value, bare = numeral.exact_value, numeral.preimage(convention)
    if numeral.form is Form.EXACT and value == 0 and hedge.sense is Sense.NEARLY:
        return Meaning.of(Interval.above(0))  # "almost none": some, and nobody says how many
    width = convention.widths or hedge.width
    share = abs(value) * width.bound
    bound = share if _is_share(numeral) else max(numeral.place, share)
    meaning = Hedged(value, bare, _reach(numeral, width), bound).meaning(hedge.sense)
    near = hedge.sense in (Sense.NEARLY, Sense.JUST_UNDER, Sense.JUST_OVER)
    return Meaning.of(meaning.hard) if near and numeral.kind is Kind.FRACTION else meaning


def _reach(numeral: Numeral, width: Width) -> Fraction:
    """How far "about" reaches: one place, at most a tenth of the value; never less than half a quantum."""
    size = abs(numeral.exact_value)
    if _is_share(numeral):
        return size * width.share
    reach = min(numeral.place, size * width.share)
    if numeral.form is not Form.ROUND:  # the last unit of "a million" is no measure of its precision
        reach = max(reach, numeral.quantum / 2)
    if size / significant_quantum(numeral.place, 1) >= 100:  # three significant digits or more
        reach = max(reach, size / 100)
    whole = numeral.kind is Kind.COUNT and numeral.quantum == 1
    return max(reach, ONE) if whole else reach


def _is_share(numeral: Numeral) -> bool:
    """Whether it is a fraction, or told by two numbers, so that it has no decimal place."""
    return numeral.kind is Kind.FRACTION or numeral.form in (Form.IN, Form.TO)


def _span(low: Interval, high: Interval) -> Interval:
    """From the low end of one interval to the high end of another; empty where they are the wrong way round."""
    return Interval(low.low, high.high, low.low_open, high.high_open)
