"""The tree of a proof as it is written: nodes, and the ways into their branches."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from factcheck.certificate.way import Way
from factcheck.recheck.checker import Proof, sum_of
from factcheck.solve.refutation import Given, Side

Data = dict[str, Any]


class Tree:
    """The nodes of a proof, each before those that it branches into."""

    def __init__(self, checker: Proof) -> None:
        self.checker = checker
        self.nodes: list[Data] = []

    def begun(self) -> Way:
        """The way that begins at the root."""
        return Way(self.checker, self._node())

    def written(self) -> list[Data]:
        """The nodes as a certificate has them, the root last."""
        last = len(self.nodes) - 1
        for node in self.nodes:
            node.update({key: last - node[key] for key in ("below", "above") if key in node})
            if "branches" in node:
                node["branches"] = [last - branch for branch in node["branches"]]
        return self.nodes[::-1]

    def split(self, way: Way, name: str, at: Fraction, *, open_end: bool) -> tuple[Way, Way]:
        """Two ways on: a quantity is at most so much or more; less or at least so much where the end is open."""
        first = len(self.nodes)
        way.node.update(
            {"split": name, "at": str(at), **({"open": True} if open_end else {}), "below": first, "above": first + 1}
        )
        below, above = self._branches(way)
        return below, above

    def cases(self, way: Way, either: Given) -> list[Way]:
        """A way on for each alternative of a condition."""
        first, key = len(self.nodes), {"statement": either.statement, "condition": either.condition}
        sides = self.checker.statements[either.statement]["conditions"][either.condition]["either"]
        way.node.update({**key, "branches": list(range(first, first + len(sides)))})
        ways = self._branches(way)
        for alternative, (constraints, branch) in enumerate(zip(sides, ways, strict=True)):
            place = len(way.rows)
            for number, constraint in enumerate(constraints):
                source = Given(either.statement, either.condition, alternative, number)
                for side in (side for side, end in zip(Side, sum_of(constraint)[1], strict=True) if end is not None):
                    branch.cases[source, side] = place
                    place += 1
        return ways

    def _node(self) -> Data:
        self.nodes.append({"rows": []})
        return self.nodes[-1]

    def _branches(self, way: Way) -> list[Way]:
        return [way.on(self._node(), rows) for _, rows in self.checker.branches(way.node, way.rows)]
