"""The last layer: z3 (de Moura and Bjørner, TACAS 2008), where the extra `z3` is installed, for what all others leave open.

It is not believed. Its values are put into every statement like any others. Of its "impossible" only the statements that it
blames are taken, and the other layers have to refute these by themselves. It counts its work in units of its own, so that it
gives up after the same work on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from factcheck.constraint import Quantity
from factcheck.solve.layer import Found
from factcheck.solve.program import Program
from factcheck.solve.rows import Number, plain

NAME = "z3"
ABSENT = "no z3, for it is not installed (the extra `z3` of this package)"
DOUBTED = "z3, which finds no way but has no proof that can be checked"


@dataclass(frozen=True, slots=True)
class Blamed:
    """Statements, by number, that z3 says cannot all hold."""

    statements: tuple[int, ...]


class NotInstalledError(Exception):
    """The extra `z3` is not installed."""


def asked(
    program: Program, active: Sequence[int], given: Mapping[Quantity, Number], units: int
) -> Found | Blamed | None:
    """What z3 says of the active statements of a program, some values being given; None where it does not know.

    NotInstalledError where there is no z3.
    """
    try:
        import z3
    except ImportError:
        raise NotInstalledError from None
    return _Question(z3, program, active, given).answer(units)


class _Question:
    """A program in the terms of z3."""

    def __init__(self, z3: Any, program: Program, active: Sequence[int], given: Mapping[Quantity, Number]) -> None:
        self._z3 = z3
        self._context = z3.Context()  # of its own: what was asked before changes nothing
        self._program = program
        self._active = active
        self._unknowns = [
            (z3.Int if whole else z3.Real)(f"v{variable}", self._context)
            for variable, whole in enumerate(program.whole)
        ]
        used = {v for number in active for v in program.parts[number].variables}
        used |= {slot >> 1 for row in program.always for slot, _ in program.terms[row]}
        self._variables = sorted(used)
        self._given = [
            self._unknowns[variable] == self._number(given[quantity])
            for quantity, variable in program.numbers.items()
            if quantity in given and variable in used
        ]

    def answer(self, units: int) -> Found | Blamed | None:
        """Ask for values first; for a blame only where there are none."""
        said = [self._statement(number) for number in self._active]
        solver = self._solver(units)
        solver.add(*said)
        verdict = solver.check()
        if verdict == self._z3.sat:
            return self._found(solver.model())
        if verdict != self._z3.unsat:
            return None
        names = [self._z3.Bool(f"s{number}", self._context) for number in self._active]
        solver = self._solver(units)
        solver.set("core.minimize", True)  # noqa: FBT003 - z3 has it so
        solver.add(*(self._z3.Implies(name, formula) for name, formula in zip(names, said, strict=True)))
        blamed = solver.unsat_core() if solver.check(*names) == self._z3.unsat else names
        core = {str(name) for name in blamed}
        return Blamed(tuple(number for number in self._active if f"s{number}" in core))

    def _solver(self, units: int) -> Any:
        """A solver that knows the ranges of all quantities, what holds always, and what is given."""
        solver = self._z3.Solver(ctx=self._context)
        solver.set("rlimit", units)
        solver.add(*(bound for variable in self._variables for bound in self._bounds(variable)))
        solver.add(*(self._row(row) for row in self._program.always), *self._given)
        return solver

    def _found(self, model: Any) -> Found | None:
        """The values of a model; None where one of them is no fraction."""
        values: dict[int, Number] = {}
        for variable in self._variables:
            value = model.eval(self._unknowns[variable], model_completion=True)
            if self._z3.is_int_value(value):
                values[variable] = value.as_long()
            elif self._z3.is_rational_value(value):
                values[variable] = plain(Fraction(value.numerator_as_long(), value.denominator_as_long()))
            else:
                return None
        return Found(values)

    def _statement(self, number: int) -> Any:
        parts, program = self._program.parts[number], self._program
        choices = (self._any(self._all(rows) for rows in program.choices[choice].rows) for choice in parts.choices)
        products = (program.products[product] for product in parts.products)
        return self._z3.And(
            self._all(parts.rows),
            *choices,
            *(self._unknowns[p.result] == self._unknowns[p.first] * self._unknowns[p.second] for p in products),
        )

    def _all(self, rows: Iterable[int]) -> Any:
        return self._z3.And(self._z3.BoolVal(True, self._context), *(self._row(row) for row in rows))  # noqa: FBT003

    def _any(self, formulas: Iterable[Any]) -> Any:
        return self._z3.Or(self._z3.BoolVal(False, self._context), *formulas)  # noqa: FBT003

    def _row(self, row: int) -> Any:
        """A row: in whole numbers where it has only such, so that z3 can use that."""
        program = self._program
        terms = [
            self._number(-weight if slot & 1 else weight) * self._unknowns[slot >> 1]
            for slot, weight in program.terms[row]
        ]
        total = self._z3.Sum(terms) if terms else self._number(0)
        limit = self._number(program.limits[row])
        return total < limit if program.strict[row] else total <= limit

    def _bounds(self, variable: int) -> Iterator[Any]:
        """The quantity's own range."""
        for slot, value in ((2 * variable, self._unknowns[variable]), (2 * variable + 1, -self._unknowns[variable])):
            least = self._program.least[slot]
            if least is not None:
                yield value > self._number(least) if self._program.open[slot] else value >= self._number(least)

    def _number(self, value: Number) -> Any:
        if value.denominator == 1:
            return self._z3.IntVal(value.numerator, self._context)
        return self._z3.Q(value.numerator, value.denominator, self._context)
