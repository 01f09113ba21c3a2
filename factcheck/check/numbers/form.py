"""Numbers that might stand where a claim prints one: by their places in ascending order, with what each would say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import ClassVar

from factcheck.claim import Claim, Setting
from factcheck.constraint import Condition
from factcheck.interval import EMPTY, Interval
from factcheck.numeral import Meaning, Numeral

FAR = 1 << 400
"""A place beyond every number: forms without an end stop here."""


@dataclass
class Numbers:
    """The numbers from the place `start` to below `stop`, the printed one among them or beside them at `own`.

    `in_order` says that the least and the greatest value that a number stands for never fall from one place to the next,
    so that neighbours can be asked about at once.
    """

    claim: Claim
    setting: Setting
    start: int
    stop: int
    own: int
    in_order: bool = True
    is_apart: ClassVar[bool] = False
    """Whether one question can never be about several of them."""
    _allowed: dict[int, Interval] = field(default_factory=dict, repr=False)

    def numeral(self, place: int) -> Numeral:
        """The number at a place."""
        raise NotImplementedError

    def printing(self, place: int) -> Claim:
        """The claim with another number of the form."""
        return self.claim.model_copy(update={"printed": self.numeral(place)})

    def allowed(self, place: int) -> Interval:
        """The values that the claim says with another number."""
        found = self._allowed.get(place)
        if found is None:
            found = self._allowed[place] = self._says(place)
        return found

    def _says(self, place: int) -> Interval:
        return self.printing(place).allowed(self.setting)

    def conditions(self, place: int) -> tuple[Condition, ...]:
        """What must be true for the claim with another number to be true."""
        return tuple(self.printing(place).conditions(self.setting))

    def hull(self, start: int, stop: int) -> Interval:
        """Every value that a number of a run stands for, and what lies between."""
        if not self.in_order:
            return self._hull_of(range(start, stop))
        low = Interval() if start <= -FAR else self.allowed(start)
        high = Interval() if stop >= FAR else self.allowed(stop - 1)
        if low.is_empty or high.is_empty:
            return high if low.is_empty else low
        return Interval(low.low, high.high, low.low_open, high.high_open)

    def near(self, values: Interval) -> range:
        """Places among which those numbers are that may stand for some of the values, where these are not in order."""
        return range(self.start, self.stop)

    def within(self, values: Interval) -> Claim:
        """The claim with its number somewhere among the values, for a claim that only looks at what its number may mean."""
        band = replace(self.claim.numeral, value=None, terms=None, ends=None, hedge=None, band=Meaning.of(values))
        return self.claim.model_copy(update={"printed": band})

    def value(self, place: int) -> Fraction:
        """The value of the number at a place."""
        return self.numeral(place).exact_value

    def words(self, place: int) -> str:
        """The number at a place as it would be printed."""
        return str(self.numeral(place))

    def _hull_of(self, places: range) -> Interval:
        hull = EMPTY
        for place in places:
            hull = hull.hull(self.allowed(place))
        return hull


def strict(setting: Setting, claim: Claim) -> Setting:
    """The setting with the claim's own number as it is printed: another in its place is not taken for "about"."""
    readings = {name: reading for name, reading in setting.readings.items() if name != claim.id}
    return replace(setting, readings=readings)
