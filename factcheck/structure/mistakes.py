"""Everything that can be wrong with declarations once each is well-formed by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from factcheck.constraint import Relation
from factcheck.finding import Figure
from factcheck.mistake import Location, Mistake, near
from factcheck.numeral import Numeral
from factcheck.structure.declaration import Declaration, Declarations, alike

MOST_CYCLES = 20  # told in one run


def mistakes(declarations: Declarations, taken: Collection[str] = ()) -> tuple[Mistake, ...]:
    """Everything that is wrong with the declarations together; `taken` are names that claims have.

    Each way starts with the name of a quantity.
    """
    found: list[Mistake] = []
    for name, declaration in declarations.items():
        found += _values(name, declaration)
        if name in taken:
            found.append(
                Mistake((name,), f"{name!r} is also the id of a claim", "give one of them another name", at_key=True)
            )
        for relation in Relation:
            found += _listing((name, relation.value), declarations, relation)
    return (*found, *_cycles(declarations))


def _values(name: str, declaration: Declaration) -> Iterator[Mistake]:
    """What is wrong with the numbers of one declaration."""
    raw = declaration.raw if isinstance(declaration.raw, Numeral | Figure) else None
    numbers = {"least": declaration.least, "most": declaration.most, "raw": raw}
    for field, number in numbers.items():
        if number is not None and not alike(number.unit, declaration.unit):
            message = f"{str(number)!r} is not in {declaration.unit}"
            yield Mistake((name, field), message, f"write it in {declaration.unit}, as `unit` says")
    inside = declaration.within if declaration.amount else declaration.within.shrunk_to_integers()
    if inside.is_empty:
        field = "most" if declaration.most else "least"
        kind = "value" if declaration.within.is_empty else "whole number"
        message = f"no {kind} is at least {declaration.least or 0} and at most {declaration.most}"
        yield Mistake((name, field), message, "correct `least` or `most`")
    if raw is None or declaration.known is None:
        return
    value, inexact = declaration.known, isinstance(raw, Figure) and raw.inexact
    if not declaration.amount and inexact:
        message = f"{str(raw)!r}: {inexact} holds binary fractions, and {name!r} is a count"
        remedy = "store whole numbers, or declare `amount: true` if it is measured, not counted"
        yield Mistake((name, "raw"), message, remedy)
    elif not declaration.amount and value.shrunk_to_integers().is_empty:
        message = f"{str(raw)!r} is not a whole number, and {name!r} is a count"
        yield Mistake((name, "raw"), message, "declare `amount: true` if it is measured, not counted")
    elif (value & declaration.within).is_empty and not declaration.within.is_empty:
        yield Mistake((name, "raw"), f"{str(raw)!r} lies outside `least` and `most`", "correct one of them")


def _listing(location: Location, declarations: Declarations, relation: Relation) -> Iterator[Mistake]:
    """What is wrong with the names of one relation."""
    name = str(location[0])
    declaration = declarations[name]
    names: tuple[str, ...] = getattr(declaration, relation.value)
    if not names and relation.value in declaration.model_fields_set:
        yield Mistake(location, f"`{relation.value}` names no quantity", "name at least one, or leave the field out")
    for index, other in enumerate(names):
        place = (*location, index)
        if other == name:
            yield Mistake(place, f"{name!r} cannot be part of itself", "name another quantity")
        elif other not in declarations:
            yield Mistake(
                place, f"unknown quantity {other!r}", near(other, declarations, "declare it under `quantities`")
            )
        elif other in names[:index]:
            yield Mistake(place, f"{other!r} is named twice", "name each quantity once")
        else:
            yield from _pair(place, declarations, relation)


def _pair(location: Location, declarations: Declarations, relation: Relation) -> Iterator[Mistake]:
    """What is wrong between a quantity and one that it is declared to hang together with."""
    name, index = str(location[0]), int(location[-1])
    first = declarations[name]
    other: str = getattr(first, relation.value)[index]
    second = declarations[other]
    if not alike(first.unit, second.unit):
        message = (
            f"{name!r} is in {first.unit} and {other!r} in {second.unit}: unlike units are never added or compared"
        )
        yield Mistake(location, message, "correct a `unit`, or take the quantity out of the list")
    if relation is not Relation.PARTITION and not (first.is_set and second.is_set):
        negative = name if not first.is_set else other
        message = f"{negative!r} may be negative, so it is no part of anything and has no parts"
        yield Mistake(location, message, "set `least: 0`, or use `sum_of`")


def _cycles(declarations: Declarations) -> Iterator[Mistake]:
    """A mistake for each chain of parts that leads back to where it began, up to MOST_CYCLES."""
    wholes = _wholes(declarations)
    order = {name: index for index, name in enumerate(declarations)}
    for _ in range(MOST_CYCLES):
        try:
            TopologicalSorter(wholes).prepare()
        except CycleError as error:
            chain: list[str] = error.args[1]  # each is a whole of the next
            part, whole = max(((b, a) for a, b in pairwise(chain)), key=lambda link: order[wholes[link[0]][link[1]][0]])
            location = wholes[part].pop(whole)
            told = " in ".join(repr(name) for name in reversed(chain))
            yield Mistake(location, f"parts go round in a circle: {told}", "take one of them out of the circle")
        else:
            return


def _wholes(declarations: Declarations) -> dict[str, dict[str, tuple[str, str, int]]]:
    """For each quantity those it is part of, each with the place that declares it."""
    wholes: dict[str, dict[str, tuple[str, str, int]]] = {name: {} for name in declarations}
    for name, declaration in declarations.items():
        for relation, names in declaration.relations():
            for index, other in enumerate(names):
                if other in declarations and other != name:
                    part, whole = (name, other) if relation is Relation.SUBSET else (other, name)
                    wholes[part].setdefault(whole, (name, relation.value, index))
    return wholes
