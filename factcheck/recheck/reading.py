"""Certificates read strictly: what stands where, in Python's own types, and a message for whatever else is met.

A shape is a reader of one value, or a set of words; `[shape]` is a list of such, `{key: shape}` an object, in which a
question mark says which fields may be missing, `{str: shape}` an object with any names, and a tuple is one object or
another.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

from factcheck.recheck.checker import Number, Range, number, span

VERSION = 1
LARGEST = 64 * 1024 * 1024  # bytes of a file


class UnreadableError(Exception):
    """The file is no certificate: where that shows, what was read, and what was expected."""


def text(data: Any) -> str:
    """Any text."""
    return data if isinstance(data, str) else _expected("a text")


def place(data: Any) -> int:
    """A place in a list, from 0."""
    return data if type(data) is int and data >= 0 else _expected("a whole number from 0")


def truth(data: Any) -> bool:
    """True or false."""
    return data if isinstance(data, bool) else _expected("true or false")


def quantity(data: Any) -> Number:
    """An exact number."""
    return number(data if isinstance(data, str) else "")


def ends(data: Any) -> Range:
    """The numbers between two ends."""
    return span(data if isinstance(data, str) else "")


def _expected(what: str) -> NoReturn:
    raise ValueError(what)


SUM = {"sum": {str: quantity}, "within": ends}
STATEMENT = {
    "name": text,
    "role": {"claim", "given"},
    "says": [text],
    "printed?": text,
    "quote?": text,
    "conditions": [(SUM, {"product": text, "first": text, "second": text}, {"either": [[SUM]]})],
    "sets?": {"relation": {"of", "sum_of", "any_of", "some_of"}, "whole": text, "parts": [text]},
}
GIVEN = {"statement": text, "condition": place}
SIDE = {"least", "most"}
STEP = (
    {"add": [{"row": place, "times": quantity}]},
    {"range": text, "end": SIDE},
    {"group": place, "set": text, "end": SIDE},
    {**GIVEN, "rows": [place]},
    {**GIVEN, "end": SIDE},
)
NODE = (
    {"rows": [STEP], "split": text, "at": quantity, "open?": truth, "below": place, "above": place},
    {"rows": [STEP], **GIVEN, "branches": [place]},
    {"rows": [STEP]},
)
WITNESS = {"values": {str: quantity}, "regions?": [{"sets": [text], "size": quantity}]}
CONFLICT = {
    "statements": [text],
    "groups?": [{"sets": [text], "facts": [text]}],
    "nodes": [NODE],
    "needed?": {str: WITNESS},
}
STATED = {"quantities": {str: {"whole": truth, "within": ends}}, "statements": [STATEMENT]}
COMPONENT = {
    "verdict": {"holds", "conflict", "unknown"},
    **STATED,
    "conflicts?": [CONFLICT],
    "witness?": WITNESS,
    "tried?": [text],
}
ARTICLE = {"name": text, "article": text, "components": [COMPONENT]}
CERTIFICATE = {"schema_version": place, "written_by": text, "articles": [ARTICLE]}


def load(content: bytes) -> dict[str, Any]:
    """The certificate that a file holds, as JSON has it; UnreadableError where it holds none."""
    if len(content) > LARGEST:
        raise UnreadableError(f"more than {LARGEST:,} bytes were read, fewer were expected")
    try:
        data = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    except RecursionError:
        raise UnreadableError("lists within lists beyond any need were read, a certificate was expected") from None
    except ValueError as error:
        raise UnreadableError(f"something else was read, JSON in UTF-8 was expected: {error}") from None
    version = data.get("schema_version") if isinstance(data, dict) else None
    if type(version) is int and version != VERSION:
        _refuse("schema_version", version, f"{VERSION}, the one that this checker knows,")
    read(data, CERTIFICATE)
    return data  # type: ignore[no-any-return]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict[str, Any]()
    for key, value in pairs:
        if key in fields:
            raise UnreadableError(f"the field {key[:60]!r} was read twice in one object, once was expected")
        fields[key] = value
    return fields


def read(data: Any, shape: Any, at: str = "") -> Any:
    """What the data says, once it has the shape; UnreadableError where it has not."""
    match shape:
        case tuple():
            return read(data, _chosen(data, shape, at), at)
        case list():
            items = data if isinstance(data, list) else _refuse(at, data, "a list")
            return [read(item, shape[0], f"{at}[{count}]") for count, item in enumerate(items)]
        case set():
            words = " or ".join(f'"{word}"' for word in sorted(shape))
            return data if isinstance(data, str) and data in shape else _refuse(at, data, words)
        case dict():
            return _fields(data if isinstance(data, dict) else _refuse(at, data, "an object"), shape, at)
    try:
        return shape(data)
    except ValueError as expected:
        return _refuse(at, data, str(expected))


def _chosen(data: Any, shapes: tuple[dict[str, Any], ...], at: str) -> dict[str, Any]:
    """The first shape all of whose fields are there."""
    for shape in shapes:
        if isinstance(data, dict) and all(key in data for key in shape if key[-1] != "?"):
            return shape
    return _refuse(at, data, " or ".join(f"an object with the fields {', '.join(shape)}" for shape in shapes))


def _fields(data: dict[str, Any], shape: dict[Any, Any], at: str) -> dict[str, Any]:
    if str in shape:
        return {key: read(value, shape[str], f"{at}.{key}") for key, value in data.items()}
    shapes = {key.removesuffix("?"): value for key, value in shape.items()}
    for key in shape:
        if key[-1] != "?" and key not in data:
            _refuse(at, data, f"one with the field {key!r}")
    for key, value in data.items():
        if key not in shapes:
            _refuse(f"{at}.{key}", value, f"no field but {', '.join(shapes)}")
    return {key: read(value, shapes[key], f"{at}.{key}") for key, value in data.items()}


def _refuse(at: str, data: Any, expected: str) -> NoReturn:
    names = {dict: "an object", list: "a list", type(None): "null", bool: "true" if data is True else "false"}
    said = names.get(type(data)) or repr(data)
    said = said if len(said) <= 60 else f"{said[:57]}..."
    raise UnreadableError(f"{at.lstrip('.')[-200:] or 'the file'}: {said} was read, {expected} was expected")
