"""The proof of a conflict as it stands in a certificate: the solver's steps, each written out as rows that are added up.

The checker's own arithmetic says what each row comes to, so that what is written here is what will be read there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import gcd
from typing import Any, assert_never

from factcheck.certificate.products import refuted
from factcheck.certificate.rows import Sum
from factcheck.certificate.tree import Tree
from factcheck.certificate.way import SIGN, Way
from factcheck.recheck.checker import Component, Proof, UnprovedError, require
from factcheck.solve.refutation import (
    Cases,
    Contradiction,
    Crossed,
    Derive,
    Exhausted,
    Given,
    Node,
    Refutation,
    Select,
    Side,
    Split,
    Step,
)
from factcheck.solve.refutation import Sum as Added

Data = dict[str, Any]


def proof(refutation: Refutation, names: Sequence[str], component: Data) -> Data:
    """The groups of sets and the nodes of a refutation of statements, by name, of a component as a certificate has it.

    Where a step cannot be written as rows the one node has none, and the checker will say that nothing is proved.
    """
    groups = [{"sets": [q.name for q in group.sets], "facts": list(group.facts)} for group in refutation.groups]
    head: Data = {"groups": groups} if groups else {}
    try:
        checker = Proof(Component(component), {"statements": list(names), **head, "nodes": []})
        return {**head, "nodes": _Writing(Tree(checker)).of(refutation.nodes)}
    except UnprovedError:
        return {"nodes": [{"rows": []}]}


class _Writing:
    """A refutation being written."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def of(self, nodes: Sequence[Node]) -> list[Data]:
        """The nodes of a refutation, written; the last is the root."""
        waiting = [(len(nodes) - 1, self._tree.begun())]
        while waiting:
            number, way = waiting.pop()
            waiting += self._followed(nodes[number], way)
        return self._tree.written()

    def _followed(self, node: Node, way: Way) -> list[tuple[int, Way]]:
        """The branches of a node of the refutation that are still to be written."""
        for step in node.steps:
            further = self._stepped(way, step)
            if further is None:
                return []
            way = further
        closing = node.closing
        match closing:
            case Contradiction(by):
                _require(_contradiction(way, by))
            case Crossed(quantity):
                _require(way.cross(quantity.name))
            case Exhausted(either, dead):
                self._without(way, either, dead)
            case Split(quantity, at, below, above):
                return list(zip((below, above), self._tree.split(way, quantity.name, at, open_end=False), strict=True))
            case Cases(either, branches):
                return list(zip(branches, self._tree.cases(way, either), strict=True))
            case _ as never:
                assert_never(never)
        return []

    def _stepped(self, way: Way, step: Step) -> Way | None:
        """The way on after one more step; None where the step leaves nothing, so that the node is closed."""
        if isinstance(step, Select):
            return self._without(way, step.either, step.dead)[step.alternative]
        if isinstance(step.by, Given):
            way = self._multiplied(way, step, step.by)
        elif self._bound(way, step, step.by):
            return None
        return None if way.cross(step.quantity.name) else way

    def _without(self, way: Way, either: Given, dead: Sequence[tuple[int, int]]) -> list[Way]:
        """The ways on for each alternative, those that are dead closed."""
        ways = self._tree.cases(way, either)
        for alternative, constraint in dead:
            source = Given(either.statement, either.condition, alternative, constraint)
            _require(_contradiction(ways[alternative], ((source, Fraction(1)),)))
        return ways

    def _bound(self, way: Way, step: Derive, by: Added) -> bool:
        """Write what a sum leaves for a quantity; whether it leaves nothing, so that the node is closed."""
        name, sign = step.quantity.name, SIGN[step.side]
        weight = sum(times * way.weight(name, source) for source, times in by)
        direction = 1 if weight * sign > 0 else -1
        line = _line(way, by, direction, but=name)
        if line is not None and line.weights.get(name, 0) * sign > 0:
            left = way.cancelled(line, [other for other in line.weights if other != name])
            if left is not None:
                way.place(left.times(1 / abs(left.weights[name])))
        if not _reaches(way, step):
            _divide(way, step, by)
        if _reaches(way, step):
            return False
        _require(_contradiction(way, by))
        return True

    def _multiplied(self, way: Way, step: Derive, by: Given) -> Way:
        """Write what a product leaves for a quantity: what lies beyond the bound is refuted."""
        if _reaches(way, step):
            return way
        is_most = step.side is Side.MOST
        sides = self._tree.split(way, step.quantity.name, step.bound, open_end=step.open == is_most)
        left, beyond = sides if is_most else sides[::-1]
        _require(refuted(self._tree, beyond, by))
        return left


def _require(written: bool) -> None:
    require(written, "a step cannot be written as a sum of rows")


def _line(way: Way, by: Added, direction: int, but: str = "") -> Sum | None:
    """One end of a sum of constraints, with what has one value left, but for one, moved to it; None where it has none."""
    total = Sum.of(())
    for source, times in by:
        end = way.source(source, Side.MOST if times * direction > 0 else Side.LEAST)
        if end is None:
            return None
        total = total + way.settled(end).times(abs(times))
    total = way.settled(total)
    fixed = [name for name in total.weights if name != but and way.is_fixed(name)]
    moved = way.cancelled(total, fixed) if fixed else None
    return total if moved is None else way.settled(moved)


def _contradiction(way: Way, by: Added) -> bool:
    """Write that a sum of constraints cannot be; whether that was possible."""
    return any(way.close(line) for line in _ways_to_close(way, by))


def _ways_to_close(way: Way, by: Added) -> Iterator[Sum]:
    lines = [_line(way, by, direction) for direction in (1, -1)]
    yield from filter(None, lines)
    yield from _both(*lines)
    for source, _ in by:
        ends = [way.source(source, side) for side in (Side.LEAST, Side.MOST)]
        yield from _both(*(end and way.settled(end) for end in ends))


def _both(one: Sum | None, other: Sum | None) -> Iterator[Sum]:
    """Both ends of a sum, added up: no quantity is left, only how far they lie apart."""
    if one is not None and other is not None:
        yield one + other


def _reaches(way: Way, step: Derive) -> bool:
    """Whether what is known of a quantity is at least what a step says."""
    known = way.end(step.quantity.name, step.side)
    if known is None:
        return False
    most = step.bound * SIGN[step.side]
    return known.most < most or (known.most == most and known.below >= step.open)


def _divide(way: Way, step: Derive, by: Added) -> None:
    """Write the next value that divisibility leaves at an end: weight x value + divisor x rest = total, all of it whole.

    With weight x inverse = 1 + divisor x more, rest and value have a whole sum, inverse x rest + more x value, which the
    end of the value bounds; the bound, rounded, gives the value back.
    """
    name = step.quantity.name
    up, down = (_line(way, by, direction, but=name) for direction in (1, -1))
    end = way.end(name, step.side)
    if (
        up is None
        or down is None
        or end is None
        or (up + down).most != 0
        or not way.checker.counts.issuperset(up.weights)
    ):
        return
    divisor = gcd(*(int(weight) for other, weight in up.weights.items() if other != name))
    if divisor < 2 or name not in up.weights:
        return
    inverse = pow(int(up.weights[name]), -1, divisor)
    first, second = (up, down) if step.side is Side.LEAST else (down, up)
    whole = way.sum(way.write((first.times(Fraction(inverse, divisor)) + end.times(Fraction(1, divisor))).written()))
    way.write((second.times(inverse) + whole.times(divisor)).written())
