"""What is stated in one component, and values put back into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import floor
from typing import Any

from factcheck.recheck.ranges import Number, Range, has, whole

Data = Mapping[str, Any]


class UnprovedError(Exception):
    """A value or a step that does not do what it is there for."""


def require(holds: bool, reason: str) -> None:
    """UnprovedError with the reason, unless it holds."""
    if not holds:
        raise UnprovedError(reason)


class System:
    """The quantities and statements of a component, by name."""

    def __init__(self, component: Data) -> None:
        quantities = component["quantities"]
        self.counts = {name for name, quantity in quantities.items() if quantity["whole"]}
        self.ranges: dict[str, Range] = {
            name: whole(quantity["within"]) if quantity["whole"] else quantity["within"]
            for name, quantity in quantities.items()
        }
        self.statements: dict[str, Data] = {statement["name"]: statement for statement in component["statements"]}
        require(len(self.statements) == len(component["statements"]), "two statements have the same name")

    def facts(self, names: Iterable[str]) -> list[Data]:
        """What these statements say of sets; what may be negative is none."""
        facts = [self.statements[name]["sets"] for name in names if "sets" in self.statements[name]]
        return [fact for fact in facts if all(self.ranges[one][0] >= (0, 0, 0) for one in _sets(fact))]

    def quantities(self, names: Iterable[str]) -> set[str]:
        """What these statements speak of."""
        found = set[str]()
        for statement in (self.statements[name] for name in names):
            found.update(_sets(statement["sets"]) if "sets" in statement else ())
            found.update(*map(_spoken_of, statement["conditions"]))
        return found

    def hold(self, names: Iterable[str], witness: Data) -> None:
        """See that these statements hold for the values, and that sets can overlap as the regions say."""
        values: Mapping[str, Number] = witness["values"]
        for name, value in values.items():
            require(has(self.ranges[name], value), f"{name} cannot be {value}")
            require(name not in self.counts or value == floor(value), f"{name} cannot be {value}, for it is whole")
        for name in names:
            for condition in self.statements[name]["conditions"]:
                require(_is_kept(condition, values), f"the values do not keep {name}")
        self._overlap(self.facts(names), witness.get("regions", []), values)

    def _overlap(self, facts: list[Data], regions: Iterable[Data], values: Mapping[str, Number]) -> None:
        """See that regions which every fact allows make up the values, whole things where whole sets tell them apart."""
        sizes, things = dict[str, Number](), dict[frozenset[str], Number]()
        for region in regions:
            members, size = frozenset(region["sets"]), region["size"]
            require(
                size >= 0 and all(_allows(fact, members) for fact in facts), f"nothing is in just {sorted(members)}"
            )
            for name in members:
                sizes[name] = sizes.get(name, 0) + size
            things[members & self.counts] = things.get(members & self.counts, 0) + size
        for name in {one for fact in facts for one in _sets(fact)}:
            require(sizes.get(name, 0) == values[name], f"the regions do not make up {name}")
        for kind, size in things.items():
            require(not kind or size == floor(size), f"what is in just {sorted(kind)} is not whole")


def _sets(fact: Data) -> list[str]:
    return [fact["whole"], *fact["parts"]]


def _spoken_of(condition: Data) -> set[str]:
    if "either" in condition:
        return {name for side in condition["either"] for one in side for name in one["sum"]}
    return set(condition["sum"]) if "sum" in condition else {condition[one] for one in ("product", "first", "second")}


def _is_kept(condition: Data, values: Mapping[str, Number]) -> bool:
    if "product" in condition:
        return values[condition["product"]] == values[condition["first"]] * values[condition["second"]]
    if "either" in condition:
        return any(all(_is_kept(one, values) for one in side) for side in condition["either"])
    return has(condition["within"], sum(weight * values[name] for name, weight in condition["sum"].items()))


def _allows(fact: Data, members: frozenset[str]) -> bool:
    """Whether something may be in these sets and no others."""
    inside, around = sum(part in members for part in fact["parts"]), fact["whole"] in members
    match fact["relation"]:
        case "of":
            return around or not inside
        case "any_of":
            return around == (inside > 0)
        case "sum_of":
            return inside == around
        case _:
            return inside <= around
