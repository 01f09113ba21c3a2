"""The forms that numbers are printed in: every number that could stand where one is printed, told in the same manner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import ClassVar

from factcheck.alike import digits_of
from factcheck.check.numbers.form import FAR, Numbers
from factcheck.check.settle import besides
from factcheck.check.words import number
from factcheck.claim import Claim, Setting, as_amount, sort, spoken
from factcheck.constraint import Condition
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral, Sense, place_of
from factcheck.rounding import Convention, Rounding, decimal, rounding_preimage, significant_quantum

MOST_LISTED = 1_000  # hedged numbers that are looked at one by one
NO_HEDGE = (
    Sense.LOWEST,
    Sense.HIGHEST,
)  # words of a group's least and greatest: the number itself is meant as it stands
ONE_SIDED = (Sense.MORE_THAN, Sense.AT_LEAST, Sense.UNDER, Sense.UP_TO, Sense.AT_MOST)
LEAST_SHARE = Fraction(1, 100)  # of a number that every hedge reaches, if it has three digits or more
SLACK = Fraction(1, 3)  # of a value: further away no hedged number is looked at without a question
EXACT = (*NO_HEDGE, Sense.EXACTLY)
THOUSAND = 1_000
SHARE_STEP, OTHER_STEP = Fraction(1, 1_000), Fraction(1, 100)  # of values that no digits are printed for


def forms_of(claim: Claim, setting: Setting) -> Iterator[Numbers]:
    """The numbers of the form that a claim prints, and forms to look at where none of that fits: less round ones.

    Where it prints no digits, these are values as a table would have them.
    """
    form = form_of(claim, setting)
    yield form
    has_less_round = isinstance(form, Digits) and claim.numeral.hedge is not None and FAR in (form.stop, -form.start)
    while has_less_round and isinstance(form, Digits) and form.step > claim.numeral.quantum:
        step = max(form.step / 10, claim.numeral.quantum)
        form = replace(form, own=int(claim.numeral.exact_value / step), step=step, _allowed={})
        yield form
    if isinstance(form, Digits) and claim.numeral.scale >= THOUSAND and claim.numeral.hedge is None:
        yield replace(values_of(claim, setting), step=claim.numeral.scale / THOUSAND, is_exact=False)


def form_of(claim: Claim, setting: Setting) -> Numbers:
    """The numbers of the form that a claim prints."""
    printed, convention = claim.numeral, setting.convention_of(claim)
    if printed.kind is Kind.ORDINAL:
        most = claim.plausible().high
        return Places(claim, setting, 1, FAR if most is None else int(most) + 1, int(printed.exact_value))
    if printed.form is Form.IN and printed.terms is not None and printed.terms[0] == 1 and printed.hedge is None:
        return OneIn(claim, setting, -FAR, 0, -int(printed.terms[1]))
    if not digits_of(printed) or printed.surface in dict(convention.cells) or _is_worded_multiple(printed):
        return values_of(claim, setting)
    step = _step(claim, convention)
    own = printed.exact_value / step
    is_exact = printed.hedge is None or printed.hedge.sense in EXACT
    if own.denominator != 1 and not is_exact:
        return values_of(claim, setting)
    make = Digits if is_exact or (printed.hedge and printed.hedge.sense in ONE_SIDED) else Hedged
    start, stop = (-FAR, FAR) if is_exact else (1, FAR) if own > 0 else (-FAR, 0)
    if convention.rounding is Rounding.SIGNIFICANT:
        figures = 10 ** (convention.base or 1)
        start, stop = (figures // 10, figures) if own > 0 else (1 - figures, 1 - figures // 10)
    found = make(claim, setting, start, stop, int(own), in_order=make is Digits, step=step)
    if start < 0 <= own and (_is_directed(claim) or _is_never_negative(claim, setting) or found.allowed(-1).is_empty):
        found.start = 0
    return found


def values_of(claim: Claim, setting: Setting) -> Values:
    """The values that a claim's number could have, however it is printed."""
    printed = claim.numeral
    model = printed if printed.ends is None else printed.ends[1]
    ratio = claim.measure(setting)
    is_counted = ratio is not None and not ratio.denominator and all(quantity.whole for quantity, _ in ratio.numerator)
    if printed.ends is not None and digits_of(model):
        step = model.quantum
    elif _is_share(printed):
        step = SHARE_STEP
    else:
        step = Fraction(1) if is_counted else OTHER_STEP
    is_above = printed.value is None or printed.value >= 0
    is_signed = not is_above or not (_is_directed(claim) or _is_never_negative(claim, setting))
    start = -FAR if is_signed else 0
    own = 0 if printed.value is None else int(printed.value / step)
    return Values(claim, setting, start, FAR, own, step=step, is_exact=is_counted and step == 1)


def step_of(printed: Numeral, convention: Convention) -> Fraction:
    """One unit in the last place that another number would be printed to."""
    if convention.rounding is Rounding.SIGNIFICANT:
        return significant_quantum(printed.exact_value, convention.base or 1)
    if printed.kind is Kind.COUNT and convention.base is not None and printed.quantum == 1:
        return Fraction(convention.base)
    if printed.form is Form.ROUND:
        return printed.scale
    return significant_quantum(printed.place, 1) if printed.hedge is not None else printed.quantum


@dataclass
class Digits(Numbers):
    """Numbers in digits, by how many steps of their last place they are."""

    step: Fraction = Fraction(1)

    def value(self, place: int) -> Fraction:
        """The value of the number at a place."""
        return place * self.step

    def numeral(self, place: int) -> Numeral:
        """The number at a place."""
        printed, value = self.claim.numeral, self.value(place)
        ends_at = place_of(value, printed.quantum)
        return replace(printed, value=value, place=ends_at, surface=printed.like(value), phrase="")

    def words(self, place: int) -> str:
        """The number at a place as it would be printed."""
        numeral = self.numeral(place)
        return numeral.surface if numeral.hedge is None or numeral.hedge.sense in NO_HEDGE else spoken(numeral)


@dataclass
class Hedged(Digits):
    """Numbers with a hedge such as "nearly", whose reach depends on the zeros that they end in."""

    def hull(self, start: int, stop: int) -> Interval:
        """Every value that a number of a run stands for, and what lies between."""
        if stop - start <= MOST_LISTED:
            return super().hull(start, stop)
        low = None if start <= -FAR else self._reach(start, -1)
        high = None if stop >= FAR else self._reach(stop - 1, 1)
        return Interval(low, high)

    def _reach(self, place: int, sign: int) -> Fraction | None:
        """A value that no number from this one on reaches in a direction; None where the hedge is too wide to tell."""
        printed, widths = self.claim.numeral, self.setting.convention_of(self.claim).widths
        width = widths or (printed.hedge.width if printed.hedge is not None else None)
        share = max(LEAST_SHARE, LEAST_SHARE if width is None else width.share)
        value = self.value(place)
        return None if share >= 1 else value + sign * (abs(value) * share + printed.quantum + self.step + 1)

    def near(self, values: Interval) -> range:
        """The places of the hedged numbers around some values."""
        about = self.own * self.step
        low, high = (about if end is None else end for end in (values.low, values.high))
        beyond = self.claim.numeral.quantum + self.step
        first = floor((low - abs(low) * SLACK - beyond) / self.step)
        last = ceil((high + abs(high) * SLACK + beyond) / self.step)
        if last - first > MOST_LISTED:
            first, last = max(first, self.own - MOST_LISTED // 2), min(last, self.own + MOST_LISTED // 2)
        return range(first, last + 1)


@dataclass
class OneIn(Numbers):
    """Numbers such as "one in 34": the place is the second number below zero, so that greater shares come later."""

    def value(self, place: int) -> Fraction:
        """The value of the number at a place."""
        return Fraction(-1, place)

    def numeral(self, place: int) -> Numeral:
        """The number at a place."""
        printed = self.claim.numeral
        surface = f"{printed.surface.rpartition(' ')[0]} {-place:,}"
        terms = Fraction(1), Fraction(-place)
        return replace(printed, value=self.value(place), terms=terms, surface=surface, phrase="")

    def words(self, place: int) -> str:
        """The number at a place as it would be printed."""
        return self.numeral(place).surface


@dataclass
class Places(Numbers):
    """First, second and so on: every one is a statement of its own."""

    is_apart: ClassVar[bool] = True

    def value(self, place: int) -> Fraction:
        """The value of the number at a place."""
        return Fraction(place)

    def numeral(self, place: int) -> Numeral:
        """The number at a place."""
        return replace(self.claim.numeral, value=Fraction(place))

    def words(self, place: int) -> str:
        """The number at a place as it would be printed."""
        return f"place {place}"


@dataclass
class Values(Numbers):
    """Values to a few decimals, where the printed number has no digits: to a tenth of a per cent, or a hundredth."""

    step: Fraction = OTHER_STEP
    is_exact: bool = False

    def value(self, place: int) -> Fraction:
        """The value of the number at a place."""
        return place * self.step

    def _says(self, place: int) -> Interval:
        value = self.value(place)
        bare = Interval.exactly(value) if self.is_exact else rounding_preimage(value, self.step, Rounding.NEAREST)
        return bare & Interval.at_least(0) if self.start == 0 else bare

    def conditions(self, place: int) -> tuple[Condition, ...]:
        """What must be true for the value at a place to be right."""
        ratio = self.claim.measure(self.setting)
        if ratio is None:
            return tuple(self.within(self.allowed(place)).conditions(self.setting))
        return (*besides(self.claim, self.setting), *ratio.within(self.allowed(place), self.claim.clause()))

    def words(self, place: int) -> str:
        """The number at a place as it would be printed."""
        value, printed = self.value(place), self.claim.numeral
        if printed.ends is not None and digits_of(printed.ends[1]):
            return printed.ends[1].like(value)
        if printed.kind is Kind.MULTIPLE:
            return f"{number(value)} time{'' if value == 1 else 's'}"
        if printed.form is Form.TO:
            return f"{number(value)} to 1"
        if _is_share(printed):
            return f"{decimal(value * 100, 1)}%"
        if printed.scale > 1 and printed.form is not Form.ROUND:
            sign = printed.surface[:1] if printed.kind is Kind.MONEY else ""
            return f"{'' if sign.isdecimal() else sign}{number(value)}"
        return printed.like(value) if printed.value is not None else number(value)


def _step(claim: Claim, convention: Convention) -> Fraction:
    """One unit in the last place of other numbers that the claim might print."""
    printed = as_amount(claim.numeral) if claim.COMPUTED else claim.numeral
    if printed.hedge is not None and printed.hedge.sense in EXACT:
        printed = replace(printed, hedge=None)
    return step_of(printed, convention)


def _is_directed(claim: Claim) -> bool:
    """Whether words say which way it went, so that no number of it has a sign of its own."""
    return claim.numeral.direction != 0 or getattr(claim, "direction", None) is not None


def _is_never_negative(claim: Claim, setting: Setting) -> bool:
    """Whether what it measures is a sum, or a part of one, of what cannot be below zero."""
    ratio = claim.measure(setting)
    if ratio is None or ratio.constant < 0:
        return False
    lows = ((quantity.within.low, weight) for quantity, weight in ratio.numerator)
    return all(low is not None and low >= 0 and weight > 0 for low, weight in lows)


def _is_share(printed: Numeral) -> bool:
    """Whether it tells a part of one, or of another number, in words."""
    return sort(printed) in (Kind.FRACTION, Kind.RATIO, Kind.PERCENT) and printed.form is not Form.TO


def _is_worded_multiple(printed: Numeral) -> bool:
    """Whether it is a multiple such as "doubled" or "three times", beside which other multiples need decimals."""
    return printed.kind is Kind.MULTIPLE and not any(map(str.isdecimal, printed.surface))
