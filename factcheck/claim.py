"""A claim: one numeric statement of an article, typed; and the setting in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)

from factcheck.constraint import Condition, Quantity, Ratio, Values
from factcheck.interval import Interval
from factcheck.numeral import Numeral
from factcheck.rounding import Convention, Rounding
from factcheck.text import read


def _as_numeral(value: Any, info: ValidationInfo) -> Numeral:
    if isinstance(value, Numeral):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not text: write the words of the article in quotes")
    return read(value, (info.context or {}).get("language", "en"))


def _as_convention(value: Any) -> Any:
    return Convention.parse(value) if isinstance(value, str) else value


Name = Annotated[
    str,
    StringConstraints(pattern=r"^\w[\w.-]*$", max_length=200),
    Field(description="The name of a quantity: letters, digits, `_`, `-` and `.`."),
]

Printed = Annotated[
    Numeral,
    PlainValidator(_as_numeral),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "description": "The number in the words of the article, with its hedge.",
            "examples": ["32.6 per cent", "nearly a fifth", "1,628"],
        }
    ),
]

RoundingName = Annotated[
    Convention,
    PlainValidator(_as_convention),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "description": "How the number was rounded.",
            "examples": [*Rounding, "nearest-10", "random-3", "significant-2"],
        }
    ),
]


def _as_words(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Names = Annotated[tuple[Name, ...], BeforeValidator(_as_words)]
"""One name, or a list of them."""


class Model(BaseModel):
    """What every part of a claims file is: frozen, and without fields nobody asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


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
    on: date
    """The day of the check."""


class Waiver(Model):
    """One rule silenced on one claim, with the reason."""

    rule: str
    """The name of the rule, as in the report."""
    reason: str = Field(min_length=1)
    """Why the finding is accepted; shown in every report."""
    by: str = ""
    """Who accepted it."""
    until: date | None = None
    """The last day on which it counts."""


class Example(NamedTuple):
    """A sentence, and the clauses of the conflict in it, in order; none where its claims can all be true."""

    sentence: str
    conflict: tuple[str, ...] = ()


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
        return Quantity(f"{side} {label(attribute)} in {label(group)}", whole=False, within=Interval())

    def read_as(self, reading: Reading, *claims: str) -> Setting:
        """The same setting with these claims, by id, read in another way."""
        return replace(self, readings={**self.readings, **dict.fromkeys(claims, reading)})

    def convention_of(self, claim: Claim) -> Convention:
        """The rounding convention of one claim: its own, or the article's."""
        own = claim.rounding
        return self.convention if own is None else replace(own, cells=self.convention.cells)

    def within(self, claim: Claim) -> Interval:
        """The values that a claim's printed number may stand for, as this setting reads it."""
        printed, convention = claim.numeral, self.convention_of(claim)
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
    occurrence: int | None = Field(default=None, ge=1)
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
    waive: tuple[Waiver, ...] = ()
    """Rules that are silenced on this claim."""

    PHRASES: ClassVar[tuple[str, ...]] = ()
    """How prose says it: `{printed}` is the number, `{numeral}` another number, any other slot a quantity's name."""
    EXAMPLES: ClassVar[tuple[Example, ...]] = ()

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

    def clause(self) -> str:
        """What it says, as a clause that can follow "because": "facebook made up 32.6% of cases"."""
        raise NotImplementedError

    def measure(self, setting: Setting) -> Ratio | None:
        """The number that it prints, as a ratio of sums of quantities; None where it is no such ratio."""
        return None

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        """What must be true of the quantities for the claim to be true."""
        ratio = self.measure(setting)
        if ratio is None:
            raise NotImplementedError
        yield from ratio.within(setting.within(self), self.clause())

    def holds(self, values: Values, setting: Setting) -> bool:
        """Whether the raw counts make it true, worked out afresh: the number is computed and compared with the printed one."""
        ratio = self.measure(setting)
        if ratio is None:
            return all(condition.holds(values) for condition in self.conditions(setting))
        value = ratio.value(values)
        return value is not None and value in setting.within(self)


def label(name: str) -> str:
    """A quantity's name as words.

    >>> label("platform_known")
    'platform known'
    """
    return name.replace("_", " ")


def listed(names: tuple[str, ...], word: str = "and") -> str:
    """Names as an enumeration in words.

    >>> listed(("facebook", "instagram", "other_apps")), listed(("a", "b"), "or")
    ('facebook, instagram and other apps', 'a or b')
    """
    words = [label(name) for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {word} {words[-1]}"
