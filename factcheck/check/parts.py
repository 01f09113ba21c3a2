"""What the fields of a document are made of: claims by kind, quantities by name, passages to leave out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import BaseModel, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

from factcheck.claim import Claim, Model, Name
from factcheck.hedge import Width
from factcheck.kinds import KINDS
from factcheck.mistake import Location
from factcheck.model import NAME, Reason, Share
from factcheck.structure import Declaration, Shorthand

if TYPE_CHECKING:
    from factcheck.data.model import Table


class OfItsKind:
    """Marks a claim of any kind, which it names; the model of a kind is built with the first claim of it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Nothing but the function."""
        return core_schema.with_info_plain_validator_function(_as_claim)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """One of all kinds."""
        every: Any = Annotated[reduce(or_, KINDS.values()), Field(discriminator="kind")]
        return handler(TypeAdapter(every).core_schema)


def _as_claim(value: Any, info: ValidationInfo) -> Claim:
    """The claim, with every mistake at its place; the words of the mistakes are those of pydantic's own unions."""
    if not isinstance(value, Mapping | Claim):
        raise PydanticKnownError("model_attributes_type")
    kind = value.kind if isinstance(value, Claim) else value.get("kind", value)
    if kind is value:
        raise PydanticKnownError("union_tag_not_found", {"discriminator": "'kind'"})
    if not isinstance(kind, str) or kind not in KINDS:
        context = {"discriminator": "'kind'", "tag": str(kind), "expected_tags": ", ".join(map(repr, KINDS))}
        raise PydanticKnownError("union_tag_invalid", context)
    return KINDS[kind].model_validate(value, context=info.context)


if TYPE_CHECKING:
    AnyClaim = Claim
else:
    AnyClaim = Annotated[Any, OfItsKind()]


class Hedges(Model):
    """How far hedges reach by the house rule, in per cent of the number beside them."""

    about: Share = Width().share
    """How far "about", "nearly" and "just over" reach: so much of it, and no further than one unit of its last digit."""
    beyond: Share = Width().bound
    """From where on "more than", "at least" and "under" mislead: so much of it, or one unit of that digit if it is more."""

    @property
    def width(self) -> Width:
        """The same as hedges have it."""
        return Width(self.about, self.beyond)


class Ignored(Model):
    """A passage of the article whose numbers need no claim."""

    passage: str = Field(min_length=1)
    """The words of the article."""
    reason: Reason
    """Why its numbers need no claim: a date, an age, a code."""


class Named:
    """Marks the tables of data, each of which may be written as its file alone; what reads them loads with the first."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Nothing but the function."""
        written = core_schema.plain_serializer_function_ser_schema(_written, return_schema=core_schema.any_schema())
        return core_schema.no_info_plain_validator_function(_tables, serialization=written)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A table, or its file, by name."""
        from factcheck.data.model import Table

        file = {"type": "string", "description": "The file that the table is in."}
        return {"type": "object", "additionalProperties": {"anyOf": [file, Table.model_json_schema()]}}


def _tables(value: Any) -> Any:
    if not value and value is not None:
        return {}
    from factcheck.data.model import tables

    return tables(value)


def _written(tables: Mapping[str, BaseModel]) -> Any:
    return {name: table.model_dump(mode="json", exclude_defaults=True) for name, table in tables.items()}


if TYPE_CHECKING:
    Tables = Mapping[str, Table]
else:
    Tables = Annotated[Any, Named()]


class ByName:
    """Marks a mapping of quantities that may be written as a list of names, each a plain count."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The mapping's own schema, after a list has been made one."""
        return core_schema.no_info_before_validator_function(_by_name, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The mapping, or a list of names."""
        names = {"type": "array", "items": {"type": "string", "pattern": NAME}, "uniqueItems": True}
        return {"anyOf": [handler(schema), names]}


def _by_name(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        return value
    names: set[str] = set()
    for name in value:
        if not isinstance(name, str):
            raise ValueError("a list of quantities holds names only; to say more of one, write `name: {…}` pairs")
        if name in names:
            raise ValueError(f"{name!r} is declared twice; name each quantity once")
        names.add(name)
    return dict.fromkeys(value)


Quantities = Annotated[Mapping[Name, Annotated[Declaration, Shorthand()]], ByName()]


def fields(whole: type[BaseModel], claims: Sequence[Any], location: Location) -> tuple[str, ...]:
    """The names of the fields beside the last step of a way through the whole, which has these claims."""
    match location:
        case ("quantities", _, "raw", _, *_) | ("data", _, _, *_):
            model: type[BaseModel] = _of_data(location)
        case ("quantities", _, _):
            model = Declaration
        case ("ignore", _, _):
            model = Ignored
        case ("hedges", _):
            model = Hedges
        case ("claims", int(index), _):
            model = KINDS[claims[index]["kind"]]
        case ("claims", int(index), str(field), *_):
            model = next(_models(KINDS[claims[index]["kind"]].model_fields[field].annotation), whole)
        case _:
            model = whole
    return tuple(model.model_fields)


def _of_data(location: Location) -> type[BaseModel]:
    """The model of a question or of a table."""
    from factcheck.data.model import Query, Table

    return Table if location[0] == "data" else Query


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field's type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def free(name: str, taken: set[str], tried: dict[str, int]) -> str:
    """The name, numbered from 2 on where it is taken; `tried` remembers the last number of each."""
    free = name
    while free in taken:
        tried[name] = tried.get(name, 1) + 1
        free = f"{name}-{tried[name]}"
    return free
