"""What would guard a number: a raw count, two of them, or the same number told a second time."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck.check.guards.inquiry import Component, Purse
from factcheck.check.guards.weighed import Measures, Weighed, find_out
from factcheck.claim import Claim, listed
from factcheck.constraint import Constraint, Quantity, Statement, Values
from factcheck.interval import Interval

MOST_QUESTIONS = 30  # about one thing that might help
MOST_TOGETHER = 2  # raw counts that are asked for at once
MOST_PAIRED = 4  # quantities of a claim of which pairs are tried
SECOND = "the same number told a second time"


def advice(component: Component, claim: Claim, values: Values, measures: Measures) -> str:
    """What would guard a claim's number: the fewest raw counts, and of these the ones that would catch most.

    What a raw count would be is not known; it is taken to be what it is in the values with which everything holds.
    """
    for counts in range(1, MOST_TOGETHER + 1):
        tried = [
            (_share(component, claim, values, chosen, measures), chosen)
            for chosen in _choices(component, claim, values, counts)
        ]
        share, best = max(tried, key=lambda one: one[0], default=(Fraction(0), ()))
        if best and share >= measures.enough:
            names = listed(tuple(quantity.name for quantity in best))
            return f"{'a raw count' if counts == 1 else 'raw counts'} for {names}"
    return SECOND


def _choices(component: Component, claim: Claim, values: Values, counts: int) -> Iterator[tuple[Quantity, ...]]:
    """The quantities of a claim, so many at a time."""
    known = component.setting.quantities
    names = [name for name in dict.fromkeys(claim.names()) if name in known and known[name] in values]
    if counts == 1 or len(names) <= MOST_PAIRED:
        yield from combinations((known[name] for name in names), counts)


def _share(
    component: Component, claim: Claim, values: Values, known: tuple[Quantity, ...], measures: Measures
) -> Fraction:
    """The share of other numbers that would have been caught, had these quantities been known."""
    equal = (Constraint(((quantity, Fraction(1)),), Interval.exactly(values[quantity]), "") for quantity in known)
    component.purse = Purse(MOST_QUESTIONS * len(component.statements))
    weighed = Weighed(component, claim, values, (Statement("known:", tuple(equal)),))
    find_out([weighed], Measures(measures.enough))
    return weighed.share[0]
