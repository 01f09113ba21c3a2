"""Proofs of conflicts, followed step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import Any, NamedTuple

from factcheck.recheck.ranges import (
    ALL,
    EMPTY,
    FROM_NOUGHT,
    NOUGHT,
    Number,
    Range,
    add,
    has,
    invert,
    is_empty,
    is_point,
    meet,
    multiply,
    scale,
    whole,
)
from factcheck.recheck.regions import regions_of
from factcheck.recheck.values import Data, System, UnprovedError, require

MOST_BITS = 200_000  # of a number that comes up on the way

Weights = dict[str, Number]


class Reached(NamedTuple):
    """A node, and what is known there: a range for each quantity, and the alternatives that must hold."""

    node: int
    known: dict[str, Range]
    chosen: frozenset[tuple[str, int, int]]


class Proof:
    """The proof of one conflict."""

    def __init__(self, system: System, conflict: Data) -> None:
        self.statements = {name: system.statements[name] for name in conflict["statements"]}
        self.nodes = conflict["nodes"]
        spoken = system.quantities(self.statements)
        self.counts, self.ranges = system.counts & spoken, {name: system.ranges[name] for name in spoken}
        self.links: dict[tuple[int, str], Weights] = {}
        for number, group in enumerate(conflict.get("groups", [])):
            require(self.statements.keys() >= set(group["facts"]), f"group {number} rests on other statements")
            self._link(number, group["sets"], system.facts(group["facts"]))

    def _link(self, number: int, sets: list[str], facts: list[Data]) -> None:
        """The equations of a group: each set is as large as the regions in it, each kind of whole things as its regions."""
        mixed = not self.counts.issuperset(sets)
        sizes = {region: self._unknown(number, region, counted=not mixed) for region in regions_of(sets, facts)}
        for name in sets:
            self.links[number, name] = {name: 1, **{size: -1 for region, size in sizes.items() if name in region}}
        kinds = dict[tuple[str, ...], Weights]()
        for region, size in sizes.items() if mixed else ():
            kinds.setdefault(tuple(name for name in region if name in self.counts), {})[size] = -1
        for kind, weights in kinds.items():
            if kind:
                things = self._unknown(number, kind, counted=True)
                self.links[number, things] = {things: 1, **weights}

    def _unknown(self, number: int, sets: Iterable[str], *, counted: bool) -> str:
        """A new quantity: how much there is in just these sets of a group."""
        name = f"{'things' if counted else 'amount'} in only {' and '.join(sets)} (group {number + 1})"
        require(name not in self.ranges, f"two quantities are named {name!r}")
        self.ranges[name] = FROM_NOUGHT
        if counted:
            self.counts.add(name)
        return name

    def follow(self) -> None:
        """Follow every node from the last one on; each is reached once."""
        waiting = [Reached(len(self.nodes) - 1, self.ranges, frozenset())]
        seen = set[int]()
        while waiting:
            here = waiting.pop()
            require(here.node not in seen, f"node {here.node} is reached twice")
            seen.add(here.node)
            try:
                waiting += self._branches(self.nodes[here.node], here)
            except UnprovedError as error:
                raise UnprovedError(f"node {here.node}: {error}") from None

    def _branches(self, node: Data, here: Reached) -> list[Reached]:
        """The nodes still to be followed after this one; together they leave nothing out."""
        known, chosen = dict(here.known), here.chosen
        for step in node["steps"]:
            if "either" in step:
                self._require_dead(step["either"], step["dead"], known, but=step["left"])
                chosen |= {(*_key(step["either"]), step["left"])}
                continue
            name = step["bound"]
            left = meet(self._left(step, known, chosen), known[name])
            left = whole(left) if name in self.counts else left
            require(is_empty(left) or meet(left, step["to"]) == left, f"the bound on {name} does not follow")
            known[name] = self._tightened(name, step["to"], known)
            if is_empty(known[name]):
                return []
        return self._closed(node["end"], known, chosen)

    def _closed(self, end: Data, known: dict[str, Range], chosen: frozenset[tuple[str, int, int]]) -> list[Reached]:
        if "split" in end:
            name, at = end["split"], end["at"]
            below, above = (ALL[0], (0, at, 0)), ((0, at, 1), ALL[1])
            sides = ((end["below"], below), (end["above"], above))
            return [Reached(node, {**known, name: self._tightened(name, side, known)}, chosen) for node, side in sides]
        if "cases" in end:
            key, alternatives = _key(end["cases"]), self._condition(end["cases"])["either"]
            require(len(end["branches"]) == len(alternatives), "there is not one branch for each case")
            return [Reached(node, known, chosen | {(*key, at)}) for at, node in enumerate(end["branches"])]
        if "exhausted" in end:
            self._require_dead(end["exhausted"], end["dead"], known)
        elif "crossed" in end:
            require(is_empty(known[end["crossed"]]), f"something is left for {end['crossed']}")
        else:
            weights, within = self._free(end["contradiction"], known, chosen)
            require(is_empty(meet(_spread(weights, known), within)), "the sum is possible")
        return []

    def _tightened(self, name: str, within: Range, known: Mapping[str, Range]) -> Range:
        inside = meet(known[name], within)
        return whole(inside) if name in self.counts else inside

    def _left(self, step: Data, known: Mapping[str, Range], chosen: frozenset[tuple[str, int, int]]) -> Range:
        """What a sum or a product leaves for the quantity of a step, whatever the others are."""
        name = step["bound"]
        if "product" in step:
            return _factor(self._condition(step["product"]), name, known)
        weights, within = self._free(step["sum"], known, chosen, but=name)
        weight = weights.pop(name)
        left = scale(add(within, scale(_spread(weights, known), -1)), Fraction(1, weight))
        if weights and is_point(within) and self.counts.issuperset({name, *weights}):
            return _divided(meet(left, known[name]), weight, gcd(*weights.values()), within[0][1])
        return left

    def _free(
        self, parts: list[Data], known: Mapping[str, Range], chosen: frozenset[tuple[str, int, int]], but: str = ""
    ) -> tuple[dict[str, int], Range]:
        """Conditions times their multipliers, added up; what has one value left, but for one, is moved to the ends."""
        total, within = Weights(), NOUGHT
        for part in parts:
            weights, inside = self._normal(*self._source(part, chosen))
            for name, weight in weights.items():
                total[name] = _short(total.get(name, 0) + weight * part["times"])
            within = add(within, scale(inside, part["times"]))
        summed, within = self._normal(total, within)
        fixed = {name: weight for name, weight in summed.items() if name != but and is_point(known[name])}
        free = {name: weight for name, weight in summed.items() if name not in fixed}
        return self._normal(free, add(within, scale(_spread(fixed, known), -1))) if fixed else (free, within)

    def _normal(self, weights: Mapping[str, Number], within: Range) -> tuple[dict[str, int], Range]:
        """The same with whole weights that have no common divisor; of whole quantities the sum is whole."""
        given = {name: weight for name, weight in weights.items() if weight}
        if not given:
            return {}, within if has(within, 0) else EMPTY
        below = 1
        for weight in given.values():
            below = _short(lcm(below, weight.denominator))
        above = gcd(*(weight.numerator * (below // weight.denominator) for weight in given.values()))
        inside = scale(within, Fraction(below, above))
        plain = {name: int(weight * below) // above for name, weight in given.items()}
        return plain, whole(inside) if self.counts.issuperset(plain) else inside

    def _source(self, part: Data, chosen: frozenset[tuple[str, int, int]]) -> tuple[Mapping[str, Number], Range]:
        """The weights and the range of one condition of a sum."""
        if "group" in part:
            return self.links[part["group"], part["set"]], NOUGHT
        condition = self._condition(part)
        if "alternative" in part:
            require((*_key(part), part["alternative"]) in chosen, f"the case of {part['statement']} need not hold")
            condition = condition["either"][part["alternative"]][part.get("constraint", 0)]
        return condition["sum"], condition["within"]

    def _condition(self, given: Data) -> Data:
        return self.statements[given["statement"]]["conditions"][given["condition"]]  # type: ignore[no-any-return]

    def _require_dead(
        self, either: Data, dead: Iterable[Data], known: Mapping[str, Range], but: int | None = None
    ) -> None:
        """Each of the alternatives, but for one, has a constraint that cannot hold."""
        sides = self._condition(either)["either"]
        shown = [one["alternative"] for one in dead]
        require(
            shown == [at for at in range(len(sides)) if at != but], "not every other case is shown to be impossible"
        )
        for one in dead:
            constraint = sides[one["alternative"]][one["constraint"]]
            weights, within = self._normal(constraint["sum"], constraint["within"])
            require(is_empty(meet(_spread(weights, known), within)), f"case {one['alternative']} is possible")


def _key(given: Data) -> tuple[str, int]:
    return given["statement"], given["condition"]


def _short(value: Any) -> Any:
    """The number, where it is not so long that reckoning with it would take for ever."""
    require(max(value.numerator.bit_length(), value.denominator.bit_length()) < MOST_BITS, "a number grows too long")
    return value


def _spread(weights: Mapping[str, int], known: Mapping[str, Range]) -> Range:
    """Every value that the sum can take."""
    total = NOUGHT
    for name, weight in weights.items():
        total = add(total, scale(known[name], weight))
    return total


def _divided(inside: Range, weight: int, divisor: int, total: Number) -> Range:
    """The whole numbers which, times the weight, are the total up to multiples of a divisor prime to the weight."""
    residue = pow(weight, -1, divisor) * int(total)
    low, high = whole(inside)
    return (
        low if low[0] else (0, low[1] + (residue - low[1]) % divisor, 0),
        high if high[0] else (0, high[1] - (high[1] - residue) % divisor, 0),
    )


def _factor(product: Data, name: str, known: Mapping[str, Range]) -> Range:
    """What an equation "result = first x second" leaves for one of the three."""
    first, second, result = product["first"], product["second"], product["product"]
    left = multiply(known[first], known[second]) if name == result else ALL
    for factor, other in ((first, second), (second, first)):
        if name == factor and not has(known[other], 0):
            left = meet(left, multiply(known[result], invert(known[other])))
    return left
