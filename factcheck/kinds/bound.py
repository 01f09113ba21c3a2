"""Bound: a quantity lies above or below another, or a number."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, model_validator

from factcheck.claim import Claim, Example, Name, Operand, Setting, label
from factcheck.constraint import Condition, Constraint, Values
from factcheck.interval import Interval
from factcheck.model import EXACT_KINDS
from factcheck.numeral import Kind, Numeral


class Limit(StrEnum):
    """On which side of the other the quantity lies."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE = "more"
    FEWER = "fewer"


def _as_limit(value: Any) -> Any:
    """The name of a side, which may be written as words ("At least"), with "than", and "less" for "fewer"."""
    if not isinstance(value, str):
        return value
    words = value.strip().lower().replace(" ", "_").replace("-", "_").removesuffix("_than")
    return "fewer" if words == "less" else words


class Bound(Claim):
    """A quantity lies above or below another, or a number.

    "There were fewer losses than wins" gives `losses` the bound `wins`, on the side fewer.

    `side` is at least (quantity ≥ than), at most (quantity ≤ than), more (quantity > than) or fewer
    (quantity < than). `than` is the name of a quantity, or a number as printed: words that spell a number are always
    one. The number counts for what it says, without rounding: more than 1.6 million is above 1,600,000. A hedge in
    front of a number ("more than 950 cases") is better told as a `count` with the hedge in `printed`.

    It conflicts with numbers that lie the other way round.

    Example:
        kind: bound
        quantity: losses
        side: fewer
        than: wins
    """

    kind: Literal["bound"] = "bound"
    quantity: Name
    """The quantity that is bounded."""
    than: Operand
    """The quantity or the number that it is compared with."""
    side: Annotated[Limit, BeforeValidator(_as_limit)]
    """Where it lies: at least, at most, more or fewer."""

    PHRASES = (
        "there was/were {side} {quantity} than {than}",
        "there was/were {side} as many {quantity} as {than}",
        "{quantity} numbered {side} {than}",
    )
    EXAMPLES = (
        Example("There were fewer losses than wins, 472 losses and 484 wins."),
        Example(
            "There were fewer losses than wins, 484 losses and 484 wins.",
            conflict=("losses came to fewer than wins", "losses came to 484", "wins came to 484"),
        ),
        Example("There were at least as many wins as losses, 484 wins and 484 losses."),
        Example(
            "There were at least as many wins as losses, 483 wins and 484 losses.",
            conflict=("wins came to at least losses", "wins came to 483", "losses came to 484"),
        ),
        Example("There were more wins than losses, 485 wins and 484 losses."),
        Example(
            "There were more wins than losses, 484 wins and 484 losses.",
            conflict=("wins came to more than losses", "wins came to 484", "losses came to 484"),
        ),
        Example("Wins numbered at most losses, 484 wins and 484 losses."),
        Example(
            "Wins numbered at most losses, 485 wins and 484 losses.",
            conflict=("wins came to at most losses", "wins came to 485", "losses came to 484"),
        ),
    )

    @model_validator(mode="after")
    def _compares_like_with_like(self) -> Bound:
        if self.than == self.quantity:
            raise ValueError(f"quantity and than are both {self.quantity!r}: a bound is another quantity, or a number")
        if isinstance(self.than, Numeral):
            if self.than.kind not in EXACT_KINDS | {Kind.AGE, Kind.DURATION}:
                raise ValueError(
                    f"{str(self.than)!r} is read as {self.than.kind}; a bound is the name of a quantity or one number "
                    "(for a share of something, use kind share)"
                )
            if self.than.hedge is not None:
                raise ValueError(f"{str(self.than)!r} is hedged: leave the hedge out, and let side say it")
        return self

    def names(self) -> tuple[str, ...]:
        return (self.quantity,) if isinstance(self.than, Numeral) else (self.quantity, self.than)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        return (self.names(),)

    def clause(self) -> str:
        side = {Limit.MORE: "more than", Limit.FEWER: "fewer than"}.get(self.side, label(self.side))
        return f"{label(self.quantity)} came to {side} {label(str(self.than))}"

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        own = (setting.quantity(self.quantity), Fraction(1))
        if isinstance(self.than, Numeral):
            yield Constraint((own,), self._beyond(self.than.exact_value), self.clause())
        else:
            yield Constraint(
                (own, (setting.quantity(self.than), Fraction(-1))), self._beyond(Fraction(0)), self.clause()
            )

    def holds(self, values: Values, setting: Setting) -> bool:
        than = self.than.exact_value if isinstance(self.than, Numeral) else values[setting.quantity(self.than)]
        return values[setting.quantity(self.quantity)] in self._beyond(than)

    def _beyond(self, limit: Fraction) -> Interval:
        match self.side:
            case Limit.AT_LEAST:
                return Interval.at_least(limit)
            case Limit.AT_MOST:
                return Interval.at_most(limit)
            case Limit.MORE:
                return Interval.above(limit)
            case Limit.FEWER:
                return Interval.below(limit)
