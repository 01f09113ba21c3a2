"""One module a slip, found by being here; none knows another."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from factcheck.naming import label
from factcheck.slip import Slip

_MODULES = {name: cast("Slip", import_module(f"{__name__}.{name}")) for _, name, _ in iter_modules(__path__)}

SLIPS: Mapping[str, Slip] = {
    label(name): slip for name, slip in sorted(_MODULES.items(), key=lambda item: (item[1].RANK, item[0]))
}
"""Every slip by its name, the most frequent first."""
