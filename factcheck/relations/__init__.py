"""One module a way in which a sentence itself puts numbers together, found by being here; none knows another."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from factcheck.relation import Relation

RELATIONS: Mapping[str, Relation] = {
    name: cast("Relation", import_module(f"{__name__}.{name}"))
    for name in sorted(module.name for module in iter_modules(__path__))
}
"""Every relation by its name, in the order of the alphabet."""
