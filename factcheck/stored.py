"""The report on one article as data of JSON, and back: equal to what it was, with every fraction exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from factcheck.finding import ArticleReport, Figure, Rule
from factcheck.rules import RULES

Step = Callable[[Any], Any]

LEFT_OUT: Mapping[type, frozenset[str]] = {
    ArticleReport: frozenset({"document", "derivations"}),
    Figure: frozenset({"asked"}),
}
"""Fields that are not stored: the text of the article, what is worked out for a page alone, a question to data."""


def stored(report: ArticleReport) -> Any:
    """The report as data: lists, texts, whole numbers and None; without the text of the article and derivations."""
    return _written(report)


def bare(report: ArticleReport) -> ArticleReport:
    """The report without what is not stored: equal to what comes back."""
    return replace(report, document=None, derivations=())


def restored(data: Any) -> ArticleReport:
    """The report that was stored; ValueError where the data is not that of one."""
    try:
        report = _reader(ArticleReport)(data)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"no report: {error}") from error
    if not isinstance(report, ArticleReport):
        raise ValueError("no report")
    return report


def _written(value: Any) -> Any:
    match value:
        case Rule():
            return value.name
        case Enum():
            return value.value
        case tuple():
            return [_written(one) for one in value]
        case Fraction():
            return str(value)
        case date():
            return value.isoformat()
    if is_dataclass(value):
        sort: type = type(value)
        return [_written(getattr(value, name)) for name in _stored_fields(sort)]
    return value


@cache
def _stored_fields(sort: type) -> tuple[str, ...]:
    left_out = LEFT_OUT.get(sort, frozenset())
    return tuple(field.name for field in fields(sort) if field.name not in left_out)


@cache
def _reader(sort: Any) -> Step:
    """What makes a value of a type of its data."""
    if sort is Rule:
        return RULES.__getitem__
    if get_origin(sort) is tuple:
        return _several(_reader(get_args(sort)[0]))
    if get_origin(sort) in (Union, UnionType):
        (inner,) = (one for one in get_args(sort) if one is not NoneType)
        return _perhaps(_reader(inner))
    if sort is date:
        return date.fromisoformat
    if issubclass(sort, Enum | Fraction):
        return cast("Step", sort)
    return _made(sort) if is_dataclass(sort) else _plain(sort)


def _several(step: Step) -> Step:
    return lambda data: tuple([step(one) for one in data])


def _perhaps(step: Step) -> Step:
    return lambda data: None if data is None else step(data)


def _plain(sort: type) -> Step:
    def same(data: Any) -> Any:
        if type(data) is not sort:
            raise TypeError(f"{data!r} is no {sort.__name__}")
        return data

    return same


def _made(sort: Any) -> Step:
    hints: Mapping[str, Any] = get_type_hints(sort)
    steps = {name: _reader(hints[name]) for name in _stored_fields(sort)}

    def make(data: Any) -> Any:
        return sort(**{name: step(one) for (name, step), one in zip(steps.items(), data, strict=True)})

    return make
