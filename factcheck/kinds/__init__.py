"""One module a claim kind, found by being here; no kind knows another."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from factcheck.claim import Claim

_MODULES = [import_module(f"{__name__}.{name}") for name in sorted(module.name for module in iter_modules(__path__))]

KINDS: dict[str, type[Claim]] = {
    thing.model_fields["kind"].default: thing
    for module in _MODULES
    for thing in vars(module).values()
    if isinstance(thing, type) and issubclass(thing, Claim) and thing.__module__ == module.__name__
}
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
