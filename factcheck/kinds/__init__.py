"""One module a claim kind, found by being here, under the kind's name, and loaded when it is asked for; no kind knows another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from factcheck.claim import Claim


class _Kinds(Mapping[str, type[Claim]]):
    """The kinds whose modules are there: their names cost nothing, and a class is made when it is looked up."""

    def __init__(self) -> None:
        self._names = dict.fromkeys(sorted(module.name for module in iter_modules(__path__)))

    def __getitem__(self, name: str) -> type[Claim]:
        if name not in self._names:
            raise KeyError(name)
        return _kind(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def _kind(name: str) -> type[Claim]:
    """The class of claims that a module defines."""
    module = import_module(f"{__name__}.{name}")
    own = (thing for thing in vars(module).values() if isinstance(thing, type) and thing.__module__ == module.__name__)
    (kind,) = (thing for thing in own if issubclass(thing, Claim))
    return kind


KINDS: Mapping[str, type[Claim]] = _Kinds()
"""Every kind by its name, in the order of the alphabet."""


def build(record: Mapping[str, Any], context: Mapping[str, Any] | None = None) -> Claim:
    """The claim that a record (its kind and fields) describes; ValueError where it describes none.

    >>> build({"kind": "count", "quantity": "cases", "printed": "956"}).clause()
    'cases came to 956'
    """
    name = record.get("kind")
    if not isinstance(name, str) or name not in KINDS:
        raise ValueError(f"no claim kind {name!r}; there is {', '.join(KINDS)}")
    return KINDS[name].model_validate(record, context=None if context is None else dict(context))
