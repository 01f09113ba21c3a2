"""Data classes as those of the standard library, each finished when it is first used.

The program has two hundred of them, and a run makes objects of a third. To write and compile the methods of all would
take a third of the start of a run.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from itertools import chain
from threading import RLock
from typing import TYPE_CHECKING, Any, Never

from factcheck.interrupt import put_off

__all__ = ["dataclass"]

MADE = (  # what the standard library makes, the way to an object last: it opens when everything else is there
    "__repr__ __eq__ __lt__ __le__ __gt__ __ge__ __hash__ __match_args__ __dataclass_params__ __dataclass_fields__ __init__"
).split()
AWAITED = ("__match_args__", "__dataclass_params__", "__dataclass_fields__", "__init__")
ASKED = "__signature__"  # what is asked for before `__init__` is looked at; no finished class has it
OTHERWISE = ("InitVar", "KW_ONLY")  # kinds of fields that are left to the standard library

_FINISHING = RLock()


class _Late:
    """What a class lacks until it is finished: whoever asks for it gets that of the finished class."""

    __slots__ = ("finish", "name")

    def __init__(self, name: str, finish: Callable[[], None]) -> None:
        self.name = name
        self.finish = finish

    def __get__(self, instance: object, owner: type) -> Any:
        self.finish()
        return getattr(owner if instance is None else instance, self.name)


def late(cls: type | None = None, /, *, slots: bool = False, **options: bool) -> Any:
    """As `dataclasses.dataclass`, with which it shares its options; classes with slots are finished late."""
    if cls is None:
        return lambda decorated: late(decorated, slots=slots, **options)
    kinds = vars(cls).get("__annotations__", {})
    if not slots or "__init__" in vars(cls) or any(word in str(kind) for kind in kinds.values() for word in OTHERWISE):
        return dataclasses.dataclass(slots=slots, **options)(cls)
    names = [name for name, kind in kinds.items() if "ClassVar" not in str(kind)]
    return _unfinished(cls, names, options)


def _unfinished(plain: type, names: list[str], options: dict[str, bool]) -> type:
    """A class with slots for the fields; what is made of the plain one, when it is first asked for, is its own."""
    before = dict(vars(plain))
    taken = set(chain.from_iterable(vars(base).get("__slots__", ()) for base in plain.__mro__[1:-1]))
    body = {name: value for name, value in before.items() if name not in {*names, "__dict__", "__weakref__"}}
    body |= {"__slots__": tuple(name for name in names if name not in taken), "__qualname__": plain.__qualname__}
    body |= {"__getstate__": _state, "__setstate__": _set_state}
    if options.get("frozen"):
        body |= {"__setattr__": _refuse, "__delattr__": _refuse}

    def finish() -> None:
        with _FINISHING:
            if ASKED not in vars(made):
                return
            with put_off():  # Python ends with another code once it was interrupted in source that is made meanwhile
                dataclasses.dataclass(**options)(plain)
            for name in MADE:
                if name in vars(plain) and (name not in before or vars(plain)[name] is not before[name]):
                    setattr(made, name, vars(plain)[name])
            delattr(made, ASKED)

    body |= {name: _Late(name, finish) for name in (*AWAITED, ASKED)}
    made = type(plain)(plain.__name__, plain.__bases__, body)
    return made


def _refuse(self: object, name: str, *_: object) -> Never:
    raise dataclasses.FrozenInstanceError(f"{name!r} of {type(self).__name__} cannot be changed")


def _state(self: Any) -> list[Any]:
    """The values of the fields, for a copy, which is made without `__init__`."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = late
