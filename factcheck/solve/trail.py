"""Bounds as they stand during a search, and how each came about: enough to take them back and to explain them."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.solve.failure import Division
from factcheck.solve.program import Program
from factcheck.solve.rows import Number

DECISION, SELECTION, DIVISION = -1, -2, -3
"""Reasons of an event besides a row's number (from 0) and a product's (from -4 down)."""

Event = tuple[int, Number, bool, int, int]
"""The slot that changed, its least value now, whether that is left out, the slot's event before, and the reason."""


def product_reason(product: int) -> int:
    """The reason that stands for a product, and back: the product that a reason stands for."""
    return -4 - product


class Trail:
    """Least values by slot, and the events that made them so, oldest first.

    Slots from `gates` on stand for gates; such a slot has an event where the gate is open.
    """

    __slots__ = ("dead", "divisions", "events", "gates", "least", "open", "program", "since")

    def __init__(self, program: Program) -> None:
        self.program = program
        self.least = list(program.least)
        self.open = list(program.open)
        self.gates = len(self.least)
        self.since = [-1] * (self.gates + len(program.gate_rows))
        self.events: list[Event] = []
        self.dead: dict[
            int, tuple[int, ...]
        ] = {}  # of a selection event: a row that cannot hold for each other alternative
        self.divisions: dict[int, Division] = {}  # of a division event

    def raise_least(self, slot: int, value: Number, is_open: bool, reason: int) -> bool:
        """Set a higher least value; False where nothing is left between the variable's bounds."""
        events, other = self.events, self.least[slot ^ 1]
        events.append((slot, value, is_open, self.since[slot], reason))
        self.since[slot] = len(events) - 1
        self.least[slot] = value
        self.open[slot] = is_open
        if other is None:
            return True
        gap = value + other
        return gap < 0 or (gap == 0 and not is_open and not self.open[slot ^ 1])

    def open_gate(self, gate: int, reason: int) -> None:
        """Record that an alternative is taken."""
        slot = self.gates + gate
        self.events.append((slot, 0, False, self.since[slot], reason))
        self.since[slot] = len(self.events) - 1

    def is_gate_open(self, gate: int) -> bool:
        """Whether an alternative is taken."""
        return self.since[self.gates + gate] >= 0

    def take_back(self, mark: int) -> list[int]:
        """Undo all but the first `mark` events; the gates that were closed thereby."""
        events, since, least, is_open, gates = self.events, self.since, self.least, self.open, self.gates
        closed = []
        while len(events) > mark:
            slot, _, _, before, _ = events.pop()
            since[slot] = before
            if slot >= gates:
                closed.append(slot - gates)
            elif before >= 0:
                least[slot], is_open[slot] = events[before][1], events[before][2]
            else:
                least[slot], is_open[slot] = self.program.least[slot], self.program.open[slot]
        return closed

    def latest(self, slot: int, before: int) -> int:
        """The last event of a slot among the first `before` events; -1 where there is none."""
        event = self.since[slot]
        while event >= before:
            event = self.events[event][3]
        return event

    def causes(self, event: int) -> list[int]:
        """The events that an event follows from at once."""
        slot, _, _, _, reason = self.events[event]
        if reason == DECISION:
            return []
        if reason == SELECTION:
            return [cause for row in self.dead[event] for cause in self.row_causes(row, event)]
        if reason == DIVISION:
            before = self.events[event][3]
            return [*([before] if before >= 0 else []), *self.division_causes(self.divisions[event], event)]
        if reason >= 0:
            return self.row_causes(reason, event, but=slot ^ 1)
        product = self.program.products[product_reason(reason)]
        others = [product.result, product.first, product.second]
        others.remove(slot >> 1)
        slots = [2 * variable + side for variable in dict.fromkeys(others) for side in (0, 1)]
        return [cause for other in slots if (cause := self.latest(other, event)) >= 0]

    def row_causes(self, row: int, before: int, but: int = -1) -> list[int]:
        """The events that set the least values of a row's slots, and its gate."""
        program = self.program
        slots = [slot for slot, _ in program.terms[row] if slot != but]
        if program.gate_of[row] >= 0:
            slots.append(self.gates + program.gate_of[row])
        return [cause for slot in slots if (cause := self.latest(slot, before)) >= 0]

    def division_causes(self, division: Division, before: int) -> list[int]:
        """The events that fixed the variables of a division, and the gates of its rows."""
        slots = [2 * variable + side for variable in division.fixed for side in (0, 1)]
        slots += [self.gates + gate for row, _ in division.rows if (gate := self.program.gate_of[row]) >= 0]
        return [cause for slot in slots if (cause := self.latest(slot, before)) >= 0]

    def closure(self, events: Iterable[int]) -> set[int]:
        """The events and everything they follow from."""
        found: set[int] = set()
        waiting = list(events)
        while waiting:
            event = waiting.pop()
            if event not in found:
                found.add(event)
                waiting += self.causes(event)
        return found
