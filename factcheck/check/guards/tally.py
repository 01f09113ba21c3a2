"""What is known of the other numbers of one claim: which of them would have been caught, and what share of all that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.check.guards.forms import Others
from factcheck.check.numbers.form import Numbers
from factcheck.check.numbers.tally import HALF, Tally
from factcheck.claim import Claim, Setting
from factcheck.numeral import Numeral

NO_OTHERS = Others((), 0)


@dataclass
class _Listed(Numbers):
    """Other numbers of a claim's form."""

    others: Others = NO_OTHERS

    def numeral(self, place: int) -> Numeral:
        return self.others.numerals[place]


class Shares(Tally):
    """The other numbers of a claim, weighed; its own number is not among those that are open."""

    def __init__(self, claim: Claim, others: Others, setting: Setting) -> None:
        super().__init__(_Listed(claim, setting, 0, len(others), others.own, others.in_order, others=others))
        self.others = others
        self.settled.add(others.own, others.own + 1)

    def open_slips(self) -> Iterator[int]:
        """The one-digit slips that nothing is known of."""
        yield from (place for place in self.others.slips if place not in self.settled)

    def catch_beyond(self) -> None:
        """Every number that stands for none of the values that the printed one stands for."""
        own = self.numbers.allowed(self.others.own)
        if self.others.in_order:
            start, stop = self.span(own)
            self.catch(0, start)
            self.catch(stop, len(self.others))
            return
        for place in range(len(self.others)):
            if (self.numbers.allowed(place) & own).is_empty:
                self.catch(place, place + 1)

    def share(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest share of other numbers that would have been caught.

        Half the weight lies on the one-digit slips, half on all numbers of the form, evenly; all of it where there are no slips.
        """
        total, slips = len(self.others) - 1, self.others.slips
        caught = Fraction(self.caught.count(0, len(self.others)), total)
        possible = Fraction(self.possible.count(0, len(self.others)), total)
        if not slips:
            return caught, 1 - possible
        slips_caught = Fraction(sum(place in self.caught for place in slips), len(slips))
        slips_possible = Fraction(sum(place in self.possible for place in slips), len(slips))
        return (caught + slips_caught) * HALF, 1 - (possible + slips_possible) * HALF
