"""Rank: a quantity's printed place among others."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import Annotated, Literal

from pydantic import Field, model_validator

from factcheck.claim import Claim, Example, Name, Names, Printed, Setting, Side, label, listed, spoken
from factcheck.constraint import Condition, Constraint, Either, Quantity, Values
from factcheck.interval import EMPTY, Interval
from factcheck.numeral import Kind

MOST_CHOICES = 60
"""Up to here the choices of those ahead are listed; beyond, each of the others gets a switch."""


class Ties(StrEnum):
    """Whether others may share the place."""

    NONE = "none"
    ALLOWED = "allowed"


class Rank(Claim):
    """A quantity has the printed place among others.

    "The second most-used app was Snapchat" gives `snapchat` the place 2 among the apps.

    In place k, exactly k − 1 of the others lie strictly beyond it, and all the rest strictly behind: none is equal,
    unless ties are allowed (`ties: allowed`, or "joint" in the printed words). `among` may or may not name the
    quantity itself. Places count from the highest, or with `order: lowest` from the lowest; without `order`, words
    such as "lowest", "fewest" or "youngest" in the printed number say the latter.

    For first and last place these are plain comparisons. In between it is a choice which of the others lie beyond.
    Up to 60 choices are listed one by one; for more, every other quantity gets a switch that is 0 or 1 ("b above a"),
    and the switches add up to k − 1.

    It fails where k is greater than the number of quantities compared, and conflicts with numbers in another order.

    Example:
        kind: rank
        quantity: snapchat
        among: [facebook, instagram, whatsapp, snapchat]
        printed: "second most-used"
    """

    kind: Literal["rank"] = "rank"
    quantity: Name
    """The quantity whose place is told."""
    among: Annotated[Names, Field(min_length=1)]
    """The quantities that it is compared with; its own name may stand among them."""
    printed: Printed
    """The place, in the words of the article."""
    order: Side | None = None
    """From which end places are counted: highest (unless the words say otherwise) or lowest."""
    ties: Ties | None = None
    """Whether others may be equal: none (unless the words say "joint") or allowed."""

    ACCEPTS = frozenset({Kind.ORDINAL})
    EXPECTS = 'a place, as in "second" or "third lowest"'
    PHRASES = ("{quantity} was/were the {printed} of/among {among}", "{quantity} was/were {printed} among {among}")
    EXAMPLES = (
        Example("Snaps were the second most used among 312 posts, 189 calls and 300 snaps."),
        Example(
            "Snaps were the second most used among 312 posts, 189 calls and 188 snaps.",
            conflict=(
                "snaps ranked second most used among posts, calls and snaps",
                "posts came to 312",
                "calls came to 189",
                "snaps came to 188",
            ),
        ),
        Example("Posts were the first among 312 posts, 311 calls and 189 snaps."),
        Example(
            "Posts were the first among 312 posts, 312 calls and 189 snaps.",
            conflict=(
                "posts ranked first among posts, calls and snaps",
                "posts came to 312",
                "calls came to 312",
            ),
        ),
        Example("Posts were joint first among 312 posts, 312 calls and 189 snaps."),
        Example("Snaps were the third among 312 posts, 200 calls and 189 snaps."),
        Example(
            "Snaps were the fourth among 312 posts, 200 calls and 189 snaps.",
            conflict=("snaps ranked fourth among posts, calls and snaps",),
        ),
    )

    @model_validator(mode="after")
    def _has_others(self) -> Rank:
        for name in self.among:
            if self.among.count(name) > 1:
                raise ValueError(f"{name!r} stands twice in among")
        if not self._others:
            raise ValueError(f"among names only {self.quantity!r} itself: name the quantities that it is compared with")
        if self.place < 1:
            raise ValueError(f"{str(self.printed)!r} is no place; places are counted from first")
        return self

    @property
    def place(self) -> int:
        """The place, counted from 1."""
        return int(self.printed.exact_value)

    @property
    def _others(self) -> tuple[str, ...]:
        return tuple(name for name in self.among if name != self.quantity)

    @property
    def _sign(self) -> int:
        """1 where the greater of two lies beyond, -1 where the lesser does."""
        order = self.order
        if order is None:
            order = Side.LOWEST if "lowest" in self.printed.flags else Side.HIGHEST
        return 1 if order is Side.HIGHEST else -1

    @property
    def _may_tie(self) -> bool:
        if self.ties is not None:
            return self.ties is Ties.ALLOWED
        return "joint" in self.printed.flags

    def names(self) -> tuple[str, ...]:
        return (self.quantity, *self._others)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        return (self.names(),)

    def plausible(self) -> Interval:
        return Interval(Fraction(1), Fraction(len(self._others) + 1))

    def clause(self) -> str:
        among = self.among if self.quantity in self.among else (self.quantity, *self.among)
        return f"{label(self.quantity)} ranked {spoken(self.printed)} among {listed(among)}"

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        others, ahead = self._others, self.place - 1
        if ahead > len(others):
            yield Constraint((), EMPTY, self.clause())
        elif comb(len(others), ahead) > MOST_CHOICES:
            yield from self._switched(setting)
        else:
            choices = tuple(
                tuple(self._placed(setting, other, ahead=other in chosen) for other in others)
                for chosen in combinations(others, ahead)
            )
            if len(choices) > 1:
                yield Either(choices, self.clause())
            else:
                yield from choices[0]

    def _placed(self, setting: Setting, other: str, *, ahead: bool) -> Constraint:
        """That another quantity lies beyond this one, or behind it."""
        beyond = Fraction(self._sign if ahead else -self._sign)
        terms = ((setting.quantity(other), beyond), (setting.quantity(self.quantity), -beyond))
        within = Interval.at_least(0) if self._may_tie and not ahead else Interval.above(0)
        return Constraint(terms, within, self.clause())

    def _switched(self, setting: Setting) -> Iterator[Condition]:
        """The same by a switch for each other quantity: 1 where it lies beyond, 0 where it lies behind."""
        switches = []
        for other in self._others:
            name = f"{label(other)} {'above' if self._sign > 0 else 'below'} {label(self.quantity)}"
            switch = Quantity(name, within=Interval(Fraction(0), Fraction(1)))
            switches.append((switch, Fraction(1)))
            on, off = (Constraint(((switch, Fraction(1)),), Interval.exactly(state), self.clause()) for state in (1, 0))
            placed = (self._placed(setting, other, ahead=True), self._placed(setting, other, ahead=False))
            yield Either(((on, placed[0]), (off, placed[1])), self.clause())
        yield Constraint(tuple(switches), Interval.exactly(self.place - 1), self.clause())

    def holds(self, values: Values, setting: Setting) -> bool:
        own = self._sign * values[setting.quantity(self.quantity)]
        others = [self._sign * values[setting.quantity(other)] for other in self._others]
        return sum(other > own for other in others) == self.place - 1 and (self._may_tie or own not in others)
