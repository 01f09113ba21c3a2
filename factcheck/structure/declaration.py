"""A quantity as it is declared: what it means, what values it can have, and how it hangs together with others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from factcheck.constraint import Quantity, Relation
from factcheck.finding import Figure
from factcheck.interval import Interval
from factcheck.model import EXACT_SCHEMA, Exact, Model, Names, as_exact
from factcheck.numeral import Numeral
from factcheck.text import read

if TYPE_CHECKING:
    from factcheck.data.model import Query

ZERO = Fraction(0)
NOT_NEGATIVE = Interval(low=ZERO)


class Given:
    """Marks a value that is written as a number, or as a question to data, or is what data answered to one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Nothing but the functions that tell them apart."""
        written = core_schema.plain_serializer_function_ser_schema(_as_written, return_schema=core_schema.any_schema())
        return core_schema.with_info_plain_validator_function(_as_given, serialization=written)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A number, or a question."""
        from factcheck.data.model import Query

        return {"anyOf": [dict(EXACT_SCHEMA), Query.model_json_schema()]}


def _as_given(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, Figure):
        return value
    if isinstance(value, Mapping | Model):
        from factcheck.data.model import Query

        return Query.model_validate(value)
    return as_exact(value, info)


def _as_written(value: Any) -> Any:
    """As a claims file has it: what was asked, where it is an answer."""
    asked = value.asked if isinstance(value, Figure) else value
    return asked.model_dump(mode="json", exclude_defaults=True) if isinstance(asked, Model) else str(asked)


if TYPE_CHECKING:
    Raw = Numeral | Figure | Query
else:
    Raw = Annotated[Any, Given()]


class Declaration(Model):
    """A quantity of the article: what it means, and how it hangs together with others."""

    meaning: str = ""
    """What is counted or measured, in the words of a report."""
    of: Names = ()
    """The quantity, or quantities, that this one is part of."""
    sum_of: Names = ()
    """Parts that have nothing in common and together are all of it."""
    any_of: Names = ()
    """Parts that together are all of it and may overlap."""
    some_of: Names = ()
    """Parts that have nothing in common and need not be all of it."""
    amount: bool = False
    """Whether it is measured (money, length) and may be a fraction, rather than counted."""
    unit: str = ""
    """What one of it is: people, £, km."""
    least: Exact | None = None
    """The least value it can have; zero unless this says otherwise."""
    most: Exact | None = None
    """The greatest value it can have."""
    raw: Raw | None = None
    """Its true value, where that is known: a number with every digit, or what is asked of data."""

    @property
    def within(self) -> Interval:
        """The values it can have at all."""
        return Interval(self.least.exact_value if self.least else ZERO, self.most.exact_value if self.most else None)

    @property
    def is_set(self) -> bool:
        """Whether it can be the size of a set: a count, or an amount that is never negative."""
        return NOT_NEGATIVE.contains(self.within)

    @property
    def known(self) -> Interval | None:
        """The values that its true one is among, where any are given; ValueError where data have not been asked yet."""
        if self.raw is None:
            return None
        if isinstance(self.raw, Numeral):
            return Interval.exactly(self.raw.exact_value)
        if isinstance(self.raw, Figure):
            return self.raw.value
        raise ValueError("the data have not been read: call `fetched` on the article first")

    def relations(self) -> Iterator[tuple[Relation, tuple[str, ...]]]:
        """Every relation that it declares, with the names in it."""
        for relation in Relation:
            names: tuple[str, ...] = getattr(self, relation.value)
            if names:
                yield relation, names


class Shorthand:
    """Marks a declaration that may be written as its meaning alone, or as nothing at all."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The declaration's own schema, after words have been made a declaration."""
        return core_schema.no_info_before_validator_function(_spelled_out, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A text, nothing, or the declaration."""
        return {"anyOf": [{"type": "string", "description": "What is counted."}, {"type": "null"}, handler(schema)]}


def _spelled_out(value: Any) -> Any:
    return {} if value is None else {"meaning": value} if isinstance(value, str) else value


Declarations = Mapping[str, Declaration]


def quantities(declarations: Declarations) -> dict[str, Quantity]:
    """The unknown for each declared quantity, by name; one that can have no value, which is told as a mistake, has any."""
    found: dict[str, Quantity] = {}
    for name, declaration in declarations.items():
        inside = declaration.within if declaration.amount else declaration.within.shrunk_to_integers()
        within = Interval() if inside.is_empty else declaration.within
        found[name] = Quantity(name, whole=not declaration.amount, within=within)
    return found


def alike(first: str, second: str) -> bool:
    """Whether values in the two units may be added and compared; nobody knows where a unit is not given.

    >>> alike("£", "km"), alike("km", "kilometres"), alike("%", "points"), alike("people", "")
    (False, True, True, True)
    """
    return not first or not second or _canonical(first) == _canonical(second)


@cache
def _canonical(unit: str) -> str:
    """The unit as a numeral has it; a difference of percentages is told in points."""
    words = unit.strip()
    for phrase in (f"2 {words}", f"{words}2"):
        try:
            found = read(phrase).unit
        except ValueError:
            continue
        if found:
            return "%" if found == "points" else found
    return words.casefold()
