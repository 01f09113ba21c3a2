"""A mypy plugin that finds floats by type: `int / int`, `2 ** -1`, `math.sqrt` and whatever else results in one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from mypy.plugin import FunctionContext, MethodContext, Plugin
from mypy.types import Instance, Type, UnionType, get_proper_type

PACKAGE = Path(__file__).resolve().parents[1] / "factcheck"
INEXACT = ("builtins.float", "builtins.complex")


def inexact(kind: Type) -> bool:
    """Whether a value of the type may be a float."""
    proper = get_proper_type(kind)
    if isinstance(proper, UnionType):
        return any(inexact(item) for item in proper.items)
    return isinstance(proper, Instance) and proper.type.fullname in INEXACT


def exact(name: str, context: FunctionContext | MethodContext) -> Type:
    """The type of a call as mypy found it, after a complaint where the package would get a float from it."""
    here = Path(context.api.path).resolve().is_relative_to(PACKAGE)
    if here and inexact(context.default_return_type):
        context.api.fail(f"{name} gives a float; this package is exact: use int and Fraction", context.context)
    return context.default_return_type


class Exact(Plugin):
    """Looks at what every function and method returns, operators included."""

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type]:
        return partial(exact, fullname)

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type]:
        return partial(exact, fullname)


def plugin(version: str) -> type[Plugin]:
    """What mypy looks for."""
    del version
    return Exact
