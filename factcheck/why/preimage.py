"""What a printed number may stand for, as data and in words."""

from __future__ import annotations

from fractions import Fraction

from factcheck.check.words import number
from factcheck.claim import Claim, Setting, sort
from factcheck.finding import Preimage
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind
from factcheck.rounding import decimal

HUNDREDTHS = (Kind.PERCENT, Kind.FRACTION, Kind.RATIO, Kind.POINTS)
MOST_DECIMALS = 12
MOST_PARTS = 100  # that a fraction is told in


def preimage_of(claim: Claim, setting: Setting) -> Preimage:
    """What the claim's printed number may stand for, and by which rounding or house rule."""
    hedge, printed = claim.numeral.hedge, claim.numeral
    by = f"rounding {setting.convention_of(claim)}" if hedge is None else f'by the house rule for "{hedge.surface}"'
    hundredths = sort(printed) in HUNDREDTHS and printed.form is not Form.TO
    unit, worth = ("per cent", Fraction(1, 100)) if hundredths else ("", Fraction(1))
    return Preimage(str(printed), setting.within(claim), by, sort(printed), unit, worth)


def stands_for(preimage: Preimage) -> str:
    """The preimage in words: "may stand for 32.55 to 32.65 per cent"."""
    interval = preimage.interval * (1 / preimage.worth)
    shown = f"{_exactly(interval)} {preimage.unit}".rstrip()
    return f"stands for exactly {shown}" if interval.is_point else f"may stand for {shown}"


def exact(value: Fraction) -> str:
    """A value in full: a decimal where it ends, else with a fraction; a value with many parts to two decimals.

    >>> exact(Fraction(1234567, 100)), exact(Fraction(95, 3)), exact(Fraction(1000, 1001))
    ('12,345.67', '31 2/3', 'about 1')
    """
    for places in range(MOST_DECIMALS):
        if (value * 10**places).denominator == 1:
            return decimal(value, places)
    if value.denominator > MOST_PARTS:
        return f"about {number(value)}"
    whole, rest = divmod(abs(value), 1)
    told = f"{decimal(Fraction(whole), 0)} {rest}" if whole else f"{rest}"
    return f"-{told}" if value < 0 else told


def _exactly(interval: Interval) -> str:
    """An interval with its exact ends."""
    low, high = interval.low, interval.high
    if interval.is_empty:
        return "no number at all"
    if low is not None and low == high:
        return exact(low)
    if low is None or high is None:
        end, is_open = (high, interval.high_open) if low is None else (low, interval.low_open)
        if end is None:
            return "any number"
        word = ("below" if is_open else "at most") if low is None else ("above" if is_open else "at least")
        return f"{word} {exact(end)}"
    return (
        f"{'above ' if interval.low_open else ''}{exact(low)} to {'below ' if interval.high_open else ''}{exact(high)}"
    )
