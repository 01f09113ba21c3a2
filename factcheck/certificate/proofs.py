"""The proof of a conflict as it stands in a certificate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never

from factcheck.interval import Interval
from factcheck.solve.refutation import (
    Cases,
    Closing,
    Contradiction,
    Crossed,
    Exhausted,
    Given,
    Node,
    Refutation,
    Select,
    Side,
    Source,
    Split,
    Step,
    Sum,
)

Data = dict[str, Any]


def proof(refutation: Refutation) -> Data:
    """The groups of sets and the nodes of a refutation."""
    groups = [{"sets": [q.name for q in group.sets], "facts": list(group.facts)} for group in refutation.groups]
    return {**({"groups": groups} if groups else {}), "nodes": [_node(node) for node in refutation.nodes]}


def _node(node: Node) -> Data:
    return {"steps": [_step(step) for step in node.steps], "end": _closing(node.closing)}


def _step(step: Step) -> Data:
    if isinstance(step, Select):
        return {"either": _given(step.either), "left": step.alternative, "dead": _dead(step.dead)}
    least = step.side is Side.LEAST
    to = Interval(low=step.bound, low_open=step.open) if least else Interval(high=step.bound, high_open=step.open)
    by = {"product": _given(step.by)} if isinstance(step.by, Given) else {"sum": _sum(step.by)}
    return {"bound": step.quantity.name, "to": str(to), **by}


def _closing(closing: Closing) -> Data:
    match closing:
        case Contradiction(by):
            return {"contradiction": _sum(by)}
        case Crossed(quantity):
            return {"crossed": quantity.name}
        case Exhausted(either, dead):
            return {"exhausted": _given(either), "dead": _dead(dead)}
        case Split(quantity, at, below, above):
            return {"split": quantity.name, "at": str(at), "below": below, "above": above}
        case Cases(either, branches):
            return {"cases": _given(either), "branches": list(branches)}
        case _ as never:
            assert_never(never)


def _sum(by: Sum) -> list[Data]:
    return [{"times": str(multiplier), **_source(source)} for source, multiplier in by]


def _source(source: Source) -> Data:
    if not isinstance(source, Given):
        return {"group": source.group, "set": source.quantity.name}
    if source.alternative is None:
        return _given(source)
    return {**_given(source), "alternative": source.alternative, "constraint": source.constraint}


def _given(source: Given) -> Data:
    return {"statement": source.statement, "condition": source.condition}


def _dead(dead: Iterable[tuple[int, int]]) -> list[Data]:
    return [{"alternative": alternative, "constraint": constraint} for alternative, constraint in dead]
