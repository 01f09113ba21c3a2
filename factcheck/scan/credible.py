"""Whether numbers that do not fit are off as a slip puts them off: the evidence that they were meant to fit at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factcheck.check import Doubts
from factcheck.claim import Direction
from factcheck.finding import LikelySlip
from factcheck.interval import Interval
from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Ground
from factcheck.relation.fits import is_in_points
from factcheck.scan.together import Together

NEAR = Fraction(4)  # times that a printed number may be what it should be, or the other way round
ENDS = 2
SHARE = "share"
POINTS = Fraction(15, 100)  # that a printed share may be off, however small it is
MAGNITUDES = tuple(Fraction(10) ** power for power in (-9, -6, -3, -2, -1, 1, 2, 3, 6, 9))
MEANS = COUNTS | {Kind.DURATION, Kind.RATE}
"""What may be printed with decimals, or without."""
ROUGHLY = Fraction(1, 20)  # of a number that is off by a magnitude


def is_credible(way: Together, doubts: Doubts, doubted: Callable[[Together], Doubts]) -> bool:
    """Whether a reading whose numbers do not fit may be told as wrong; `doubted` finds out what is wrong with another.

    Numbers that a reader of cues puts together by mistake are mostly far from what they would have to be: 7.2 thousand
    in pay is no mean of 705 contracts. Where a phrase stands word for word, they were meant together whatever they are.
    """
    if way.stated.wrong or way.ground is Ground.WORDS:
        return True
    if not doubts.is_wrong:
        return True
    if way.ground is Ground.PERHAPS:
        return False
    if any(_is_telling(slip) for slip in doubts.slips()) or _is_in_points(way):
        return True
    if way.ground >= Ground.NUMBERS:
        return False
    turned = _turned(way)
    return _is_near(way, doubts) or (turned != way and _is_near(turned, doubted(turned)))


def _is_in_points(way: Together) -> bool:
    """Whether a change in per cent is told between two percentages that are so many points apart."""
    printed = [claim["printed"] for claim in way.stated.claims if isinstance(claim.get("printed"), Numeral)]
    told = way.accused
    ends = [each for each in printed if told is not None and each.start != told.start]
    return told is not None and len(ends) == ENDS and way.ground < Ground.NUMBERS and is_in_points(told, *ends)


def _is_telling(slip: LikelySlip) -> bool:
    """Whether a slip would explain hardly any other number."""
    return slip.chance is not None and slip.chance.is_small


def _is_near(way: Together, doubts: Doubts) -> bool:
    """Whether the accused number does, or is not far from one that would."""
    accused = way.accused
    claim = next((index for index, each in enumerate(way.stated.claims) if _prints(each, accused)), None)
    if claim is None or accused is None or (value := accused.value) is None or not doubts.is_wrong:
        return True
    others = Interval.around(1 - value, accused.quantum)  # the share of all others, told for that of the part
    may_be_others = way.ground is Ground.CUES and way.stated.claims[claim]["kind"] == SHARE
    return any(
        mending is None
        or any(
            _is_off_by_a_slip(accused, value, each) or (may_be_others and not (others & each).is_empty)
            for each in mending.ranges
        )
        for mending in doubts.mendings(claim)
    )


def _turned(way: Together) -> Together:
    """The same numbers with the change going the other way."""
    claims = tuple(_other_way(claim) if _prints(claim, way.accused) else claim for claim in way.stated.claims)
    return replace(way, stated=replace(way.stated, claims=claims))


def _other_way(claim: Mapping[str, Any]) -> Mapping[str, Any]:
    if "direction" in claim:
        return {**claim, "direction": Direction.DOWN if claim["direction"] is Direction.UP else Direction.UP}
    return {**claim, "printed": replace(claim["printed"], direction=-claim["printed"].direction)}


def _prints(claim: Mapping[str, Any], numeral: Numeral | None) -> bool:
    printed = claim.get("printed")
    return isinstance(printed, Numeral) and numeral is not None and printed.start == numeral.start


def _is_off_by_a_slip(numeral: Numeral, printed: Fraction, possible: Interval) -> bool:
    """Whether a number is near to one that would do, or has as many digits more or fewer, which cost it its decimals."""
    reach = POINTS if numeral.kind in (Kind.PERCENT, Kind.POINTS) else Fraction(0)
    lost = numeral.quantum / 2 if numeral.kind in MEANS else 0
    pointless = Interval.around(printed / 10, abs(printed) * ROUGHLY / 10 + lost)
    times = (Interval(printed / NEAR, printed * NEAR), pointless)
    if any(not (possible & one).is_empty for one in (Interval.around(printed, reach), *times)):
        return True
    ends = [end for end in (possible.low, possible.high) if end]
    return any(abs(printed / end / power - 1) <= ROUGHLY for end in ends for power in MAGNITUDES)
