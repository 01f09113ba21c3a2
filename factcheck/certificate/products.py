"""That a product cannot be, as rows: within the ends of its factors it lies above two planes and below two others.

They are the planes of McCormick (1976), "Computability of global solutions to factorable nonconvex programs".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

from factcheck.certificate.rows import Sum
from factcheck.certificate.tree import Tree
from factcheck.certificate.way import Way
from factcheck.recheck.checker import Row
from factcheck.solve.refutation import Given, Side

Plane = tuple[dict[str, Any], Row]

BELOW = ((Side.LEAST, Side.LEAST), (Side.MOST, Side.MOST))
ABOVE = ((Side.LEAST, Side.MOST), (Side.MOST, Side.LEAST))


def refuted(tree: Tree, way: Way, product: Given) -> bool:
    """Write that a product cannot be within what is known of it and its factors; whether that was possible."""
    said = tree.checker.statements[product.statement]["conditions"][product.condition]
    if any(way.cross(said[one]) for one in ("product", "first", "second")):
        return True
    for planes in _choices(way, product, said):
        total = Sum.of((-1 - number, row, times) for number, ((_, row), times) in enumerate(planes))
        spread = way.cancelled(total, list(total.weights))
        if spread is not None and spread.cannot_be:
            return way.close(Sum.of((way.write(step), row, times) for (step, row), times in planes))
    for factor in (said["first"], said["second"]):
        least, most = way.end(factor, Side.LEAST), way.end(factor, Side.MOST)
        if (least is None or least.most > 0) and (most is None or most.most > 0):
            below, above = tree.split(way, factor, Fraction(0), open_end=False)
            return refuted(tree, below, product) and refuted(tree, above, product)
    return False


def _choices(way: Way, product: Given, said: dict[str, str]) -> Iterator[list[tuple[Plane, Fraction]]]:
    """Planes to be tried, each so many times: one alone, or two in which a factor cancels out."""
    for sides in (BELOW, ABOVE):
        planes = [plane for first, second in sides for plane in _plane(way, product, said, first, second)]
        yield from ([(plane, Fraction(1))] for plane in planes)
        for (one, other), factor in (
            (pair, said[name]) for pair in combinations(planes, 2) for name in ("first", "second")
        ):
            left, right = (Fraction(row.weights.get(factor, 0)) for _, row in (one, other))
            if left * right < 0:
                yield [(one, abs(right)), (other, abs(left))]


def _plane(way: Way, product: Given, said: dict[str, str], first: Side, second: Side) -> Iterator[Plane]:
    """The plane that an end of each factor gives, where both have one."""
    ends = way.end(said["first"], first), way.end(said["second"], second)
    if None not in ends:
        places = [way.ends[said["first"], first], way.ends[said["second"], second]]
        step = {"statement": product.statement, "condition": product.condition, "rows": places}
        yield step, way.checker.row(step, way.rows)
