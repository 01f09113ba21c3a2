"""One way down the tree of a proof as it is written: the rows that are known, and those that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from factcheck.certificate.rows import Sum
from factcheck.recheck.checker import Proof, Row
from factcheck.solve.refutation import Given, Side, Source

Data = dict[str, Any]
SIGN = {Side.LEAST: -1, Side.MOST: 1}


@dataclass(slots=True)
class Way:
    """The node that is being written, and what is known there."""

    checker: Proof
    node: Data
    rows: list[Row] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    """Where the row of a step stands, by the step as it is written."""
    ends: dict[tuple[str, Side], int] = field(default_factory=dict)
    """Where the row stands that says most of the least or the greatest value of a quantity."""
    cases: dict[tuple[Given, Side], int] = field(default_factory=dict)
    """Where the rows stand of the constraints of alternatives that are assumed."""

    def on(self, node: Data, more: Iterable[Row]) -> Way:
        """The way into a branch, which begins with some rows."""
        way = Way(self.checker, node, list(self.rows), dict(self.places), dict(self.ends), dict(self.cases))
        for row in more:
            way._take(row)
        return way

    def write(self, step: Data) -> int:
        """Write a step, unless it was written before; the place of its row."""
        key = str(step)
        if key not in self.places:
            row = self.checker.row(step, self.rows)
            self.places[key] = len(self.rows)
            self.node["rows"].append(step)
            self._take(row)
        return self.places[key]

    def _take(self, row: Row) -> None:
        self.rows.append(row)
        if len(row.weights) == 1:
            ((name, weight),) = row.weights.items()
            side = Side.MOST if weight > 0 else Side.LEAST
            known = self.ends.get((name, side))
            if known is None or _end(row) < _end(self.rows[known]):
                self.ends[name, side] = len(self.rows) - 1

    def place(self, sum_: Sum) -> int:
        """Write a sum, unless it is a row that stands there already; the place of its row."""
        (place, times), *more = sum_.parts.items()
        return place if times == 1 and not more else self.write(sum_.written())

    def sum(self, place: int) -> Sum:
        """The row at a place, once."""
        return Sum.of([(place, self.rows[place], Fraction(1))])

    def end(self, name: str, side: Side) -> Sum | None:
        """What is known of the least or greatest value of a quantity, its weight -1 or 1; None where nothing is."""
        at_all, place = self.checker.within[name][side is Side.MOST], self.ends.get((name, side))
        if at_all is not None:
            far = at_all[0] * SIGN[side], not at_all[1]
            if place is None or far < _end(self.rows[place]):
                self.write({"range": name, "end": side.value})
        elif place is None:
            return None
        known = self.sum(self.ends[name, side])
        return known.times(1 / abs(known.weights[name]))

    def gap(self, name: str) -> Sum | None:
        """How far the least and greatest value of a quantity lie apart at most; None where either is not known."""
        least, most = self.end(name, Side.LEAST), self.end(name, Side.MOST)
        return None if least is None or most is None else least + most

    def is_fixed(self, name: str) -> bool:
        """Whether a quantity has one value left."""
        gap = self.gap(name)
        return gap is not None and gap.most == 0 and not gap.below

    def source(self, source: Source, side: Side) -> Sum | None:
        """One end of a constraint; None where it has none there."""
        if not isinstance(source, Given):
            return self.sum(self.write({"group": source.group, "set": source.quantity.name, "end": side.value}))
        if source.alternative is not None:
            place = self.cases.get((source, side))
            return None if place is None else self.sum(place)
        try:
            step = {"statement": source.statement, "condition": source.condition, "end": side.value}
            return self.sum(self.write(step))
        except KeyError:
            return None

    def weight(self, name: str, source: Source) -> Fraction:
        """How often a quantity stands in a constraint, its weights whole and without a common divisor."""
        most, least = self.source(source, Side.MOST), self.source(source, Side.LEAST)
        if most is not None:
            return most.coprime.weights.get(name, Fraction(0))
        return Fraction(0) if least is None else -least.coprime.weights.get(name, Fraction(0))

    def settled(self, sum_: Sum) -> Sum:
        """The sum with whole weights that have no common divisor, written where its end is then rounded."""
        plain = sum_.coprime
        return self.sum(self.place(plain)) if plain.is_rounded(self.checker.counts) else plain

    def cancelled(self, sum_: Sum, names: Iterable[str]) -> Sum | None:
        """The sum with these quantities replaced by their ends; None where one has none."""
        for name in names:
            weight = sum_.weights[name]
            end = self.end(name, Side.LEAST if weight > 0 else Side.MOST)
            if end is None:
                return None
            sum_ = sum_ + end.times(abs(weight))
        return sum_

    def close(self, sum_: Sum | None) -> bool:
        """Write that a sum cannot be, where it cannot, within what is known of its quantities; whether that is so."""
        spread = None if sum_ is None else self.cancelled(sum_, list(sum_.weights))
        if spread is None or not spread.cannot_be:
            return False
        step = spread.written()
        self.node["rows"].append(step)
        self.rows.append(self.checker.row(step, self.rows))
        return True

    def cross(self, name: str) -> bool:
        """Write that nothing is left for a quantity, where nothing is; whether that is so."""
        return self.close(self.gap(name))


def _end(row: Row) -> tuple[Fraction, bool]:
    """How far out the end of a row of one quantity lies: the less, the more it says."""
    (weight,) = row.weights.values()
    return row.most / abs(Fraction(weight)), not row.below
