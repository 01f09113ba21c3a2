"""Total: parts add up to a whole, or to some of it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, model_validator

from factcheck.claim import Claim, Example, Name, Names, Setting, label, listed
from factcheck.constraint import Condition, Constraint, Values
from factcheck.interval import Interval


class Cover(StrEnum):
    """How much of the whole the parts are."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    OVERLAPPING = "overlapping"


class Total(Claim):
    """Parts add up to a whole.

    "312 wins and 644 losses make up 956 matches" says that `wins` and `losses` together are `matches`.

    `cover` says how the parts lie in the whole:
    complete (unless told otherwise), no part counted twice and nothing left over: the sum of the parts is the whole;
    partial, no part counted twice, but something may be left over: the sum of the parts is at most the whole;
    overlapping, nothing left over, but parts may share members: the whole is at least the greatest part, and at
    most the sum of all.

    It conflicts with numbers of the parts and the whole that do not add up so. The parts and the whole are compared
    as they are, not as they are printed: rounded parts that miss a rounded whole by a little are no conflict.

    What words mean is better declared once, with the quantities (`sum_of`, `any_of`, `some_of`): use this kind
    where the article itself adds up.

    Example:
        kind: total
        parts: [wins, losses]
        whole: matches
    """

    kind: Literal["total"] = "total"
    parts: Annotated[Names, Field(min_length=2)]
    """The quantities that are added up, two at least."""
    whole: Name
    """The quantity that they add up to."""
    cover: Cover = Cover.COMPLETE
    """Whether the parts are all of the whole, and whether they may overlap."""

    PHRASES = (
        "{parts} make/makes/made up {whole}",
        "{parts} are/were a/an {cover} list of {whole}",
    )
    EXAMPLES = (
        Example("312 wins and 644 losses made up the 956 matches."),
        Example(
            "312 wins and 643 losses made up the 956 matches.",
            conflict=(
                "wins came to 312",
                "losses came to 643",
                "matches came to 956",
                "wins and losses added up to matches",
            ),
        ),
        Example("312 wins and 643 losses were a partial list of the 956 matches."),
        Example("312 wins and 644 losses were a partial list of the 956 matches."),
        Example(
            "312 wins and 645 losses were a partial list of the 956 matches.",
            conflict=(
                "wins came to 312",
                "losses came to 645",
                "matches came to 956",
                "wins and losses, counted apart, came to no more than matches",
            ),
        ),
        Example("600 readers and 400 viewers were an overlapping list of the 600 users."),
        Example(
            "600 readers and 400 viewers were an overlapping list of the 599 users.",
            conflict=(
                "readers came to 600",
                "users came to 599",
                "readers or viewers, with overlap, made up users",
            ),
        ),
        Example(
            "600 readers and 400 viewers were an overlapping list of the 1,001 users.",
            conflict=(
                "readers came to 600",
                "viewers came to 400",
                "users came to 1,001",
                "readers or viewers, with overlap, made up users",
            ),
        ),
    )

    @model_validator(mode="after")
    def _has_parts_of_another(self) -> Total:
        for part in self.parts:
            if part == self.whole:
                raise ValueError(f"{part!r} is a part of itself: leave it out of the parts, or name another whole")
            if self.parts.count(part) > 1:
                raise ValueError(f"{part!r} stands twice among the parts")
        return self

    def names(self) -> tuple[str, ...]:
        return (*self.parts, self.whole)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        return (self.names(),)

    def clause(self) -> str:
        match self.cover:
            case Cover.COMPLETE:
                return f"{listed(self.parts)} added up to {label(self.whole)}"
            case Cover.PARTIAL:
                return f"{listed(self.parts)}, counted apart, came to no more than {label(self.whole)}"
            case Cover.OVERLAPPING:
                return f"{listed(self.parts, 'or')}, with overlap, made up {label(self.whole)}"

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        parts = tuple((setting.quantity(part), Fraction(1)) for part in self.parts)
        whole = (setting.quantity(self.whole), Fraction(-1))
        if self.cover is Cover.OVERLAPPING:
            for part in parts:
                yield Constraint((part, whole), Interval.at_most(0), self.clause())
        over = {
            Cover.COMPLETE: Interval.exactly(0),
            Cover.PARTIAL: Interval.at_most(0),
            Cover.OVERLAPPING: Interval.at_least(0),
        }
        yield Constraint((*parts, whole), over[self.cover], self.clause())

    def holds(self, values: Values, setting: Setting) -> bool:
        parts = [values[setting.quantity(part)] for part in self.parts]
        whole = values[setting.quantity(self.whole)]
        match self.cover:
            case Cover.COMPLETE:
                return sum(parts) == whole
            case Cover.PARTIAL:
                return sum(parts) <= whole
            case Cover.OVERLAPPING:
                return max(parts) <= whole <= sum(parts)
