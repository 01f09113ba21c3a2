"""A claim: one numeric statement of an article, typed; and the setting in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field, field_validator

from factcheck.constraint import Condition, Constraint, Product, Quantity, Ratio, Values
from factcheck.interval import Interval
from factcheck.model import Day, Model, Name, Names, OneOrMany, Operand, Printed, Reason, RoundingName, WholeNumber
from factcheck.naming import extreme, label, listed
from factcheck.numeral import Kind, Numeral
from factcheck.rounding import Convention, Rounding
from factcheck.wording import Direction, as_amount, movement, sort, spoken

__all__ = [
    "Checked",
    "Claim",
    "Day",
    "Direction",
    "Example",
    "Model",
    "Name",
    "Names",
    "OneOrMany",
    "Operand",
    "PartWhole",
    "Printed",
    "Reading",
    "RoundingName",
    "Setting",
    "Side",
    "Telling",
    "Waiver",
    "WholeNumber",
    "as_amount",
    "label",
    "listed",
    "movement",
    "sort",
    "spoken",
]


class PartWhole(Model):
    """A share without its printed number: a part of a whole."""

    part: Name
    """The quantity that is part of the other."""
    whole: Name
    """The quantity it is part of."""


class Checked(Model):
    """Who checked a claim, and when."""

    by: str
    """The name of the checker."""
    on: Day
    """The day of the check."""


class Waiver(Model):
    """One rule silenced on one claim, with the reason."""

    rule: str
    """The name of the rule, as in the report."""
    reason: Reason
    """Why the finding is accepted; shown in every report."""
    by: str = ""
    """Who accepted it."""
    until: Day | None = None
    """The last day on which it counts."""


class Example(NamedTuple):
    """A sentence, and the clauses of the conflict in it, in order; none where its claims can all be true."""

    sentence: str
    conflict: tuple[str, ...] = ()


class Telling(NamedTuple):
    """A clause taken apart, so that clauses that say the same of several things can share their words.

    >>> str(Telling("facebook", "made up", "32.6%", " of cases"))
    'facebook made up 32.6% of cases'
    """

    subject: str
    verb: str
    number: str
    tail: str = ""

    def __str__(self) -> str:
        return f"{self.subject} {self.verb} {self.number}{self.tail}"


class Side(StrEnum):
    """From which end values are looked at."""

    HIGHEST = "highest"
    LOWEST = "lowest"


class Reading(StrEnum):
    """How strictly a claim's printed number is taken."""

    HARD = "hard"  # as printed, with the hedge's outer bounds
    SOFT = "soft"  # within what the hedge suggests
    RELAXED = "relaxed"  # a round number as if it said "about"
    TRUNCATED = "truncated"  # as if the digits had been cut off


@dataclass(frozen=True, slots=True)
class Setting:
    """What a claim is read against: the quantities and claims of its article, and the article's conventions.

    `readings` names the claims that are to be taken otherwise than `Reading.HARD`, by id.
    """

    quantities: Mapping[str, Quantity]
    claims: Mapping[str, Claim] = field(default_factory=dict)
    convention: Convention = Convention()
    readings: Mapping[str, Reading] = field(default_factory=dict)

    def quantity(self, name: str) -> Quantity:
        """The quantity of that name; KeyError where the article declares none."""
        return self.quantities[name]

    def extreme(self, attribute: str, group: str, side: str) -> Quantity:
        """The unknown that is the "lowest" or "highest" value of an attribute in a group."""
        return extreme(attribute, group, side)

    def share(self, part: str, whole: str) -> Quantity:
        """The unknown that is a part's share of a whole, from none to all."""
        return Quantity(
            f"share of {label(part)} in {label(whole)}", whole=False, within=Interval(Fraction(0), Fraction(1))
        )

    def sharing(self, part: str, whole: str, because: str) -> Iterator[Condition]:
        """What makes the unknown `share` the share that it is called."""
        one, all_of_it = self.quantity(part), self.quantity(whole)
        yield Constraint(((all_of_it, Fraction(1)),), Interval.above(0), because)
        yield Constraint(((one, Fraction(1)), (all_of_it, Fraction(-1))), Interval.at_most(0), because)
        yield Product(one, self.share(part, whole), all_of_it, because)

    def read_as(self, reading: Reading, *claims: str) -> Setting:
        """The same setting with these claims, by id, read in another way."""
        return replace(self, readings={**self.readings, **dict.fromkeys(claims, reading)})

    def convention_of(self, claim: Claim) -> Convention:
        """The rounding convention of one claim: its own, or the article's."""
        own = claim.rounding
        if own is None:
            return self.convention
        return replace(own, cells=self.convention.cells, widths=self.convention.widths)

    def within(self, claim: Claim) -> Interval:
        """The values that a claim's printed number may stand for, as this setting reads it.

        A bare number that tells a count is exact; one that tells an amount, or was computed, has been rounded.
        """
        printed, convention = claim.numeral, self.convention_of(claim)
        told = [self.quantities[name] for name in claim.names() if name in self.quantities]
        if claim.COMPUTED or (convention.base is None and not all(quantity.whole for quantity in told)):
            printed = as_amount(printed)
        match self.readings.get(claim.id, Reading.HARD):
            case Reading.HARD:
                return printed.meaning(convention).hard
            case Reading.SOFT:
                return printed.meaning(convention).soft
            case Reading.TRUNCATED:
                return printed.meaning(replace(convention, rounding=Rounding.DOWN)).hard
            case Reading.RELAXED:
                return printed.relaxed(convention) or printed.meaning(convention).hard


class Claim(Model):
    """A numeric statement about quantities. A kind is a subclass in a file of its own under `kinds/`."""

    kind: str
    id: str = Field(default="", pattern=r"^(\w[\w.-]*)?$", max_length=500)
    """A name for the claim; by default its kind and quantities."""
    quote: str = ""
    """The passage of the article that says it."""
    occurrence: Annotated[WholeNumber, Field(ge=1)] | None = None
    """Which of several like passages is meant, counted from 1."""
    source: str = ""
    """Where the number comes from."""
    note: str = ""
    """Anything a reader of the report should know."""
    author: str = ""
    """Who wrote the claim."""
    checked: Checked | None = None
    """Who checked the claim, and when."""
    rounding: RoundingName | None = None
    """How this number was rounded, where it differs from the rest of the file."""
    waive: Annotated[tuple[Waiver, ...], OneOrMany()] = ()
    """Rules that are silenced on this claim."""

    ACCEPTS: ClassVar[frozenset[Kind]] = frozenset(Kind)
    """The sorts of printed number that it can be told by."""
    EXPECTS: ClassVar[str] = "a number"
    """The same in words, for messages: "a percentage or a fraction"."""
    COMPUTED: ClassVar[bool] = False
    """Whether the number is worked out from others, so that a bare one has been rounded: a mean, a rate."""
    OF_CLAIMS: ClassVar[bool] = False
    """Whether its names may be ids of claims, too."""
    PHRASES: ClassVar[tuple[str, ...]] = ()
    """How prose says it: `{printed}` is the number, `{numeral}` another number, any other slot a quantity's name."""
    EXAMPLES: ClassVar[tuple[Example, ...]] = ()

    @field_validator("printed", check_fields=False)
    @classmethod
    def _is_told_by_its_sort_of_number(cls, printed: Numeral | None) -> Numeral | None:
        if printed is not None and sort(printed) not in cls.ACCEPTS:
            kind = cls.model_fields["kind"].default
            raise ValueError(f"{str(printed)!r} is read as {sort(printed)}; a {kind} is printed as {cls.EXPECTS}")
        return printed

    @property
    def numeral(self) -> Numeral:
        """The printed number; ValueError for a claim that prints none."""
        printed = getattr(self, "printed", None)
        if not isinstance(printed, Numeral):
            raise ValueError(f"claim {self.id!r} prints no number")
        return printed

    @property
    def prints(self) -> bool:
        """Whether the claim has a printed number."""
        return isinstance(getattr(self, "printed", None), Numeral)

    def names(self) -> tuple[str, ...]:
        """The quantities (or claims) that it speaks of, by name, in the order of its fields."""
        raise NotImplementedError

    def extremes(self) -> tuple[tuple[str, str], ...]:
        """The attributes whose least or greatest values it speaks of: `("age", "lowest")`."""
        return ()

    def alike(self) -> tuple[tuple[str, ...], ...]:
        """Groups of the quantities that it adds up or compares; those of a group have one unit."""
        return ()

    def problems(self, setting: Setting) -> Iterator[str]:
        """What makes it meaningless in its article, beyond names that are unknown: each in a sentence."""
        yield from ()

    def plausible(self) -> Interval:
        """The values that its printed number can have at all, whatever the article is about."""
        return Interval()

    def clause(self) -> str:
        """What it says, as a clause that can follow "because": "facebook made up 32.6% of cases"."""
        telling = self.telling()
        if telling is None:
            raise NotImplementedError
        return str(telling)

    def telling(self) -> Telling | None:
        """Its clause taken apart; None where the clause is no such simple one."""
        return None

    def measure(self, setting: Setting) -> Ratio | None:
        """The number that it prints, as a ratio of sums of quantities; None where it is no such ratio."""
        return None

    def allowed(self, setting: Setting) -> Interval:
        """The values that its measure may have: those its printed number may stand for, as far as the words allow."""
        return setting.within(self)

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        """What must be true of the quantities for the claim to be true."""
        ratio = self.measure(setting)
        if ratio is None:
            raise NotImplementedError
        yield from ratio.within(self.allowed(setting), self.clause())

    def holds(self, values: Values, setting: Setting) -> bool:
        """Whether the raw counts make it true, worked out afresh and compared with the printed number."""
        ratio = self.measure(setting)
        if ratio is None:
            return all(condition.holds(values) for condition in self.conditions(setting))
        value = ratio.value(values)
        return value is not None and value in self.allowed(setting)
