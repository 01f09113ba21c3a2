"""Data classes that are finished late are those of the standard library in every other way."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
import typing
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from functools import partial
from pathlib import Path
from threading import Barrier, Thread
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from factcheck.dataclass import late

ROOT = Path(__file__).resolve().parents[1]
REFUSED = (AttributeError, FrozenInstanceError, TypeError)
Thing = TypeVar("Thing")


def family(decorated: Callable[..., Any], **options: bool) -> tuple[Any, Any, Any]:
    """A class, one that adds to it and one that has a say of its own, from either decorator."""

    @decorated(slots=True, **options)
    class Base:
        number: int
        words: tuple[str, ...] = ("a",)
        LIMIT: ClassVar[int] = 3

        def doubled(self) -> int:
            return 2 * self.number

    @decorated(slots=True, **options)
    class Longer(Base):
        """Has words of its own."""

        words: tuple[str, ...] = ("b",)
        items: list[int] = field(default_factory=list, compare=False)
        hidden: str = field(default="h", repr=False)
        made: int = field(default=0, init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "made", self.number + 1)

    @decorated(slots=True, **options)
    class Own(Generic[Thing]):  # noqa: PLW1641 - as a class without `__hash__` has it
        value: Thing

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own) and str(self.value) == str(other.value)

        def __repr__(self) -> str:
            return f"<{self.value}>"

    return Base, Longer, Own


def outcome(of: Callable[[], Any]) -> Any:
    """What comes of it, or the sort of what is raised."""
    try:
        return of()
    except (AttributeError, TypeError) as error:
        return type(error)


def told(kinds: tuple[Any, Any, Any]) -> list[Any]:
    """Everything that can be seen of the classes and of objects of them."""
    base, longer, own = kinds
    one, other = base(1), longer(2, hidden="x")
    seen: list[Any] = [str(inspect.signature(kind)) for kind in kinds]
    seen += [[(each.name, each.default, each.compare) for each in dataclasses.fields(kind)] for kind in kinds]
    seen += [kind.__match_args__ for kind in kinds] + [kind.__dict__["__slots__"] for kind in kinds]
    seen += [kind.__dataclass_params__.frozen for kind in kinds] + [typing.get_type_hints(longer)]
    seen += [(kind.__name__, kind.__module__, kind.__doc__ or "") for kind in kinds[1:2]] + [base.LIMIT, one.doubled()]
    seen += [repr(one).rpartition(".")[2], repr(other).rpartition(".")[2], repr(own(5)), dataclasses.asdict(other)]
    seen += [one == base(1), one == base(2), one == other, one != base(1), own(5) == own("5"), one == 1]
    seen += [other == longer(2, items=[1], hidden="x"), other == longer(2), other.made, hasattr(one, "__dict__")]
    seen += [outcome(partial(hash, kind(3))) == outcome(partial(hash, kind(3))) for kind in kinds]
    seen += [outcome(partial(hash, kind(3))) is TypeError for kind in kinds]
    seen += [outcome(lambda: base(1) < base(2)), outcome(base), outcome(lambda: base(1, 2, 3))]
    seen += [
        outcome(lambda: setattr(one, "number", 9)),
        outcome(lambda: setattr(one, "other", 9)) in REFUSED,
        one.number,
    ]
    seen += [outcome(lambda: delattr(base(1), "number")), outcome(lambda: dataclasses.replace(other, number=7).made)]
    seen += [copy.copy(one) == one, copy.deepcopy(other) == other, copy.deepcopy(other).hidden]
    match other:
        case longer(number, words):
            seen.append((number, words))
    return seen


@pytest.mark.parametrize("options", [{}, {"frozen": True}, {"order": True}, {"frozen": True, "eq": False}])
def test_whatever_can_be_seen_is_as_the_standard_library_makes_it(options: dict[str, bool]) -> None:
    assert told(family(late, **options)) == told(family(dataclasses.dataclass, **options))


@pytest.mark.parametrize(
    "ask",
    [
        inspect.signature,
        dataclasses.fields,
        dataclasses.is_dataclass,
        lambda kind: kind(1),
        lambda kind: kind.__match_args__,
        lambda kind: kind.__init__,
        lambda kind: kind.__new__(kind).__setstate__([1, ()]),
        lambda kind: type("Below", (kind,), {})(1),
        lambda kind: late(slots=True)(type("Below", (kind,), {}))(1),
    ],
)
def test_a_class_is_finished_by_whatever_asks_for_it_first(ask: Callable[[Any], object]) -> None:
    kind, _, _ = family(late)
    assert "__signature__" in vars(kind)
    ask(kind)
    assert "__signature__" not in vars(kind)
    assert (kind(1), kind(1).words) == (kind(1, ("a",)), ("a",))


def test_frozen_is_frozen_and_says_what_of() -> None:
    base, longer, _ = family(late, frozen=True)
    for kind in (base, longer):
        with pytest.raises(FrozenInstanceError, match=f"^'number' of {kind.__name__} cannot be changed$"):
            kind(1).number = 2


def test_threads_that_meet_at_an_unfinished_class_all_get_objects() -> None:
    for _ in range(20):
        kind, _, _ = family(late, frozen=True)
        made: list[Any] = []
        start = Barrier(4)

        def make(kind: Any = kind, start: Barrier = start, made: list[Any] = made) -> None:
            start.wait()
            made.append(kind(1))

        threads = [Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert made == [kind(1)] * 4


def test_what_the_slots_cannot_do_is_left_to_the_standard_library() -> None:
    decorated: Any = late

    @decorated(slots=True)
    class Seeded:
        number: int
        seed: dataclasses.InitVar[int]

        def __post_init__(self, seed: int) -> None:
            self.number += seed

    @decorated(frozen=True)
    class Open:
        number: int

    kinds: tuple[Any, Any] = Seeded, Open
    assert (kinds[0](1, 2).number, vars(kinds[1](1))) == (3, {"number": 1})
    assert not any("__signature__" in vars(kind) for kind in kinds)


def test_an_object_from_another_process_is_whole() -> None:
    from factcheck.finding import Place

    text = pickle.dumps(Place("a.yaml", 3, 5))
    program = f"import pickle; one = pickle.loads({text!r}); print(one, one == pickle.loads({text!r}), hash(one) == hash(one))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == "a.yaml:3:5 True True\n"


def test_most_classes_of_the_program_are_not_finished_when_it_starts() -> None:
    program = """
import dataclasses, sys
finished, made = [], dataclasses._process_class
dataclasses._process_class = lambda kind, *rest: (finished.append(kind), made(kind, *rest))[1]
import factcheck.cli.verify
every = {id(thing): thing for name, module in list(sys.modules.items()) if name.startswith("factcheck")
         for thing in vars(module).values() if isinstance(thing, type)}
print(sum("__signature__" in vars(kind) for kind in every.values()),
      sum(kind.__module__.startswith("factcheck") for kind in finished))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    late_ones, finished = map(int, done.stdout.split())
    assert late_ones > finished
