"""What a claims file is made of: the base of its models, and the types of their fields."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from textwrap import dedent
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from factcheck.numeral import Form, Kind, Numeral
from factcheck.rounding import Convention, Rounding, decimal
from factcheck.text import DEFAULT, available, read

EXACT_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.POINTS})
OPERAND_KINDS = EXACT_KINDS | {Kind.FRACTION, Kind.RATIO, Kind.MULTIPLE, Kind.RANGE, Kind.RATE, Kind.AGE, Kind.DURATION}
NAME = r"^\w[\w.-]*$"
PERCENT = r"[0-9]{1,3}(\.[0-9]{1,9})?%?"


class Model(BaseModel):
    """What every part of a claims file is: frozen, and without fields nobody asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # few of them are met in a run

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema, each property with the words that stand below its field."""
        made = handler(schema)
        properties = handler.resolve_ref_schema(made).get("properties", {})
        for name, words in cls.descriptions().items():
            properties.get(cls.model_fields[name].alias or name, {})["description"] = words
        return made

    @classmethod
    def descriptions(cls) -> dict[str, str]:
        """The words that stand below each field, by its name; read from the source, so only when they are asked for."""
        found: dict[str, str] = {}
        for family in (base for base in reversed(cls.__mro__) if issubclass(base, Model) and base is not Model):
            source = ast.parse(dedent(inspect.getsource(family)))
            for line, below in pairwise(
                line for top in source.body if isinstance(top, ast.ClassDef) for line in top.body
            ):
                match line, below:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                        found[name] = inspect.cleandoc(words)
        return {name: words for name, words in found.items() if name in cls.model_fields}


def _as_numeral(value: Any, info: ValidationInfo) -> Numeral:
    """The numeral that the words spell; a cell that the article declares ("[c]") is itself one."""
    if isinstance(value, Numeral):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{shown(value)} is not text: write the words of the article in quotes")
    context = info.context or {}
    is_cell = value in context.get("cells", ())
    try:
        number = read(value, context.get("language", DEFAULT))
    except ValueError:
        if not is_cell:
            raise
    else:
        if number.surface == value or not is_cell:
            return number
    return Numeral(value, Kind.SUPPRESSED, None, end=len(value), phrase=value)


def _as_operand(value: Any, info: ValidationInfo) -> Numeral | str:
    """A number where the words spell one that can be reckoned with, else the name of a quantity."""
    if isinstance(value, Numeral):
        return value
    name = isinstance(value, str) and re.fullmatch(NAME, value) is not None
    try:
        number = _as_numeral(value, info)
    except ValueError:
        if name:
            return str(value)
        raise
    if number.kind in OPERAND_KINDS:
        return number
    if name:
        return str(value)
    raise ValueError(f"{str(number)!r} is no number to reckon with; write a number, or the name of a quantity")


def as_exact(value: Any, info: ValidationInfo) -> Numeral:
    """A number that stands for itself: no hedge, no rounding, every digit written out."""
    if isinstance(value, Mapping):
        raise ValueError("a data source cannot be read here: write the number itself")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    number = _as_numeral(value, info)
    whole = number.value is not None and number.ends is None and number.terms is None
    if not whole or number.hedge or number.kind not in EXACT_KINDS or number.form not in (Form.DIGITS, Form.WORDS):
        raise ValueError(f"{str(number)!r} is not exact: write the number with all its digits")
    return number


def _as_convention(value: Any, _: ValidationInfo) -> Convention:
    if isinstance(value, Convention):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{shown(value)} is no rounding; write its name, such as {', '.join(list(Rounding)[:3])}")
    return Convention.parse(value)


def _as_language(value: str) -> str:
    """The name of a language whose numbers can be read."""
    if value not in available():
        raise ValueError(f"{shown(value)} is not allowed here; write {' or '.join(map(repr, available()))}")
    return value


def _as_day(value: Any) -> date:
    """A day in ISO form; pydantic would also take seconds since 1970."""
    if type(value) is date:
        return value
    try:
        if isinstance(value, str) and len(value) == len("2018-04-03"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(f"{shown(value)} is no day; write year, month and day, as in 2018-04-03")


def _as_whole(value: Any) -> Any:
    """Digits only; pydantic would also take "1_628", "2.0" and true."""
    digits = isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= 18
    if digits or (isinstance(value, int) and not isinstance(value, bool)):
        return int(value)
    raise ValueError(f"{shown(value)} is no whole number; write it in digits, as in 2")


def _as_share(value: Any, _: ValidationInfo) -> Fraction:
    """The share, from 0 to 1, that a percentage says."""
    words = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if isinstance(value, Fraction) and 0 <= value <= 1:
        return value
    if not re.fullmatch(PERCENT, words) or (share := Fraction(words.rstrip("%")) / 100) > 1:
        raise ValueError(f"{shown(value)} is no percentage from 0 to 100, such as 80")
    return share


@dataclass(frozen=True, slots=True, eq=False)
class Spelt:
    """Marks a value that `read` makes of what a file says, and that stands there as text; `schema` says as which.

    Its type is nothing to pydantic, which would otherwise look into all of its fields, each time factcheck starts.
    """

    read: Callable[[Any, ValidationInfo], Any]
    schema: JsonSchemaValue
    written: Callable[[Any], str] = str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Nothing but the two functions."""
        words = core_schema.plain_serializer_function_ser_schema(self.written, return_schema=core_schema.str_schema())
        return core_schema.with_info_plain_validator_function(self.read, serialization=words)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """As it was given."""
        return dict(self.schema)


class OneOrMany:
    """Marks a list that may be written as its only item: `of: crimes` for `of: [crimes]`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The list's own schema, after a single item has been made a list."""
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Either an item or the list."""
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


def _as_list(value: Any) -> Any:
    return (value,) if isinstance(value, str | Mapping | BaseModel) else value


def shown(value: Any) -> str:
    """Something that was read, as it is named in a message.

    >>> shown("32.6 per"), shown(["c"]), shown({}), shown(None)
    ("'32.6 per'", 'a list', 'a mapping', 'nothing')
    """
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:60]}… ({len(words) - 2} characters)"


def percentage(share: Fraction) -> str:
    """A share as a percentage in digits.

    >>> percentage(Fraction(7, 8)), percentage(Fraction(4, 5))
    ('87.5', '80')
    """
    whole, _, rest = decimal(share * 100, 9).partition(".")
    return f"{whole}.{rest.rstrip('0')}".rstrip(".")


Name = Annotated[str, StringConstraints(pattern=NAME, max_length=200)]
"""The name of a quantity: letters, digits, `_`, `-` and `.`; what it is to the claim stands with the field."""

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Why somebody decided something: words, and not only spaces."""

Names = Annotated[tuple[Name, ...], OneOrMany()]
"""One name, or a list of them."""

Printed = Annotated[
    Numeral,
    Spelt(
        _as_numeral,
        {
            "type": "string",
            "description": "The number in the words of the article, with its hedge.",
            "examples": ["32.6 per cent", "nearly a fifth", "1,628"],
        },
    ),
]

Operand = Annotated[
    Numeral | str, Spelt(_as_operand, {"type": "string", "examples": ["platform_known", "£4.25", "1%"]})
]
"""The name of a quantity, or a number in words or digits; words that spell a number are one, never a name."""

EXACT_SCHEMA = {"type": ["string", "number"], "examples": ["1,628", "£4.25", 312]}

Exact = Annotated[Numeral, Spelt(as_exact, EXACT_SCHEMA)]
"""A number that is known exactly, as its digits."""

RoundingName = Annotated[
    Convention,
    Spelt(
        _as_convention,
        {
            "type": "string",
            "description": "How the number was rounded.",
            "examples": [*Rounding, "nearest-10", "random-3", "significant-2"],
        },
    ),
]

LanguageName = Annotated[
    str, AfterValidator(_as_language), WithJsonSchema({"type": "string", "enum": [*available()], "examples": ["de"]})
]

Day = Annotated[
    date, BeforeValidator(_as_day), WithJsonSchema({"type": "string", "format": "date", "examples": ["2018-04-03"]})
]
"""A day: year, month and day, as in 2018-04-03."""

WholeNumber = Annotated[
    int,
    BeforeValidator(_as_whole),
    WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[0-9]{1,18}$"}]}),
]
"""A whole number in digits."""

Share = Annotated[
    Fraction,
    Spelt(
        _as_share,
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 100, "examples": [80]},
                {"type": "string", "pattern": f"^{PERCENT}$"},
            ]
        },
        written=percentage,
    ),
]
"""A share, from 0 to 1, that is written as a percentage."""
