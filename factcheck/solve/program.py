"""Statements compiled once: numbered variables, one-sided rows over whole numbers, choices and products.

Every bound is a *least value*. A variable has two slots: slot 2v holds the least value of its quantity, slot 2v + 1 the
least value of its negative. So each row reads "weights times slot values come to at most `limit`", all weights positive,
and one piece of code tightens every bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from factcheck.constraint import Condition, Constraint, Either, Product, Quantity, Statement
from factcheck.solve.refutation import Given, Source
from factcheck.solve.rows import Number, Row, plain, row_of

if TYPE_CHECKING:
    from factcheck.solve.spread import Overlap

NONE = -1


@dataclass(frozen=True, slots=True)
class Choice:
    """An `Either`: at least one alternative's rows must all hold. Each alternative has a gate that switches its rows on."""

    source: Given
    gates: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    slots: tuple[int, ...]  # whose tightening may leave an alternative dead


@dataclass(frozen=True, slots=True)
class Multiplication:
    """A `Product`, by variables."""

    source: Given
    result: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Form:
    """A sum of variables that one or two rows bound; the linear program has a column for it."""

    terms: tuple[tuple[int, int], ...]
    low: int  # the row that says "at least", or NONE
    high: int  # the row that says "at most", or NONE


@dataclass(slots=True)
class Parts:
    """What one statement was compiled to."""

    rows: list[int] = field(default_factory=list)
    choices: list[int] = field(default_factory=list)
    products: list[int] = field(default_factory=list)
    variables: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Program:
    """Everything that search needs to know of its statements; nothing here changes while searching."""

    statements: list[Statement] = field(default_factory=list)
    parts: list[Parts] = field(default_factory=list)
    always: list[int] = field(default_factory=list)  # rows that hold whichever statements are active
    quantities: list[Quantity] = field(default_factory=list)
    numbers: dict[Quantity, int] = field(default_factory=dict)
    whole: list[bool] = field(default_factory=list)  # by variable
    least: list[Number | None] = field(default_factory=list)  # by slot
    open: list[bool] = field(default_factory=list)  # by slot
    watch: list[list[int]] = field(default_factory=list)  # rows, by slot
    watching_choices: list[list[int]] = field(default_factory=list)  # by slot
    watching_products: list[list[int]] = field(default_factory=list)  # by slot
    terms: list[tuple[tuple[int, int], ...]] = field(default_factory=list)  # (slot, weight), by row
    limits: list[Number] = field(default_factory=list)  # by row
    strict: list[bool] = field(default_factory=list)  # by row: less than the limit
    exact: list[bool] = field(default_factory=list)  # by row: whole quantities only
    sources: list[tuple[Source, int]] = field(default_factory=list)  # by row, and 1 (at most) or -1 (at least)
    gate_of: list[int] = field(default_factory=list)  # by row, or NONE
    forms: list[Form] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    products: list[Multiplication] = field(default_factory=list)
    gate_rows: list[tuple[int, ...]] = field(default_factory=list)  # by gate
    gate_choice: list[tuple[int, int]] = field(default_factory=list)  # by gate: choice and alternative
    rank: list[int] = field(default_factory=list)  # by variable: 2 for amounts, and 1 more for results of products
    overlaps: dict[tuple[tuple[int, ...], bool], Overlap | None] = field(default_factory=dict)  # worked out, by facts

    def extended(self, statements: Iterable[Statement]) -> Program:
        """This program with more statements; what is compiled already is kept as it is."""
        wider = self.copied()
        for statement in statements:
            wider.add(statement)
        return wider

    def copied(self) -> Program:
        """A program that can be added to without changing this one."""
        return Program(
            list(self.statements),
            list(self.parts),
            list(self.always),
            list(self.quantities),
            dict(self.numbers),
            list(self.whole),
            list(self.least),
            list(self.open),
            [list(rows) for rows in self.watch],
            [list(choices) for choices in self.watching_choices],
            [list(products) for products in self.watching_products],
            list(self.terms),
            list(self.limits),
            list(self.strict),
            list(self.exact),
            list(self.sources),
            list(self.gate_of),
            list(self.forms),
            list(self.choices),
            list(self.products),
            list(self.gate_rows),
            list(self.gate_choice),
            list(self.rank),
            dict(self.overlaps),
        )

    def add(self, statement: Statement) -> None:
        """Compile one more statement."""
        parts = Parts(variables=[self.variable(quantity) for quantity in statement.quantities])
        self.statements.append(statement)
        self.parts.append(parts)
        for at, condition in enumerate(statement.conditions):
            self._add_condition(condition, Given(statement.name, at), parts)

    def variable(self, quantity: Quantity) -> int:
        """The number of a quantity, new where it has none."""
        known = self.numbers.get(quantity)
        if known is not None:
            return known
        self.numbers[quantity] = number = len(self.quantities)
        self.quantities.append(quantity)
        self.whole.append(quantity.whole)
        self.rank.append(0 if quantity.whole else 2)
        within = quantity.within.shrunk_to_integers() if quantity.whole else quantity.within
        self.least += [
            None if within.low is None else plain(within.low),
            None if within.high is None else plain(-within.high),
        ]
        self.open += [within.low_open, within.high_open]
        for watchers in (self.watch, self.watching_choices, self.watching_products):
            watchers += [[], []]
        return number

    def add_row(self, row: Row, source: Source, gate: int = NONE) -> list[int]:
        """Add the one-sided rows of a row and return their numbers; none where it says nothing."""
        if row.is_impossible:
            return [self._add_side((), -1, source, 1, gate, strict=False, exact=True)]
        terms = [(2 * self.variable(quantity), weight) for quantity, weight in row.terms]
        exact, sides = row.whole, [NONE, NONE]
        if row.low is not None:
            flipped = tuple((slot ^ 1, weight) if weight > 0 else (slot, -weight) for slot, weight in terms)
            sides[0] = self._add_side(flipped, -row.low, source, -1, gate, strict=row.low_open, exact=exact)
        if row.high is not None:
            upright = tuple((slot, weight) if weight > 0 else (slot ^ 1, -weight) for slot, weight in terms)
            sides[1] = self._add_side(upright, row.high, source, 1, gate, strict=row.high_open, exact=exact)
        if len(terms) > 1:
            self.forms.append(Form(tuple((slot >> 1, weight) for slot, weight in terms), sides[0], sides[1]))
        return [side for side in sides if side != NONE]

    def rows_of(self, active: Iterable[int]) -> Iterator[int]:
        """Every row that may have to hold where these statements are active."""
        yield from self.always
        for number in active:
            yield from self.parts[number].rows
            for choice in self.parts[number].choices:
                for rows in self.choices[choice].rows:
                    yield from rows

    def summed(self, rows: Iterable[tuple[int, int]]) -> dict[int, int]:
        """The weights, by variable, of a sum of rows with multipliers; zero where they cancel out."""
        weights: dict[int, int] = {}
        for row, multiplier in rows:
            for slot, weight in self.terms[row]:
                sign = -1 if slot & 1 else 1
                weights[slot >> 1] = weights.get(slot >> 1, 0) + sign * weight * multiplier
        return weights

    def row_holds(self, row: int, values: Mapping[int, Number]) -> bool:
        """Whether values, by variable, keep a row."""
        total = sum(
            -weight * values[slot >> 1] if slot & 1 else weight * values[slot >> 1] for slot, weight in self.terms[row]
        )
        return total < self.limits[row] or (total == self.limits[row] and not self.strict[row])

    def _add_side(  # noqa: PLR0913 - all that a row is
        self,
        terms: tuple[tuple[int, int], ...],
        limit: Number,
        source: Source,
        sign: int,
        gate: int,
        *,
        strict: bool,
        exact: bool,
    ) -> int:
        number = len(self.terms)
        self.terms.append(terms)
        self.limits.append(limit)
        self.strict.append(strict)
        self.exact.append(exact)
        self.sources.append((source, sign))
        self.gate_of.append(gate)
        for slot, _ in terms:
            self.watch[slot].append(number)
        return number

    def _add_condition(self, condition: Condition, source: Given, parts: Parts) -> None:
        match condition:
            case Constraint():
                parts.rows += self.add_row(row_of(condition), source)
            case Product():
                self._add_product(condition, source, parts)
            case Either():
                self._add_choice(condition, source, parts)
            case _ as never:
                assert_never(never)

    def _add_product(self, product: Product, source: Given, parts: Parts) -> None:
        parts.products.append(len(self.products))
        variables = [self.variable(quantity) for quantity in product.quantities]
        for variable in dict.fromkeys(variables):
            for slot in (2 * variable, 2 * variable + 1):
                self.watching_products[slot].append(len(self.products))
        self.products.append(Multiplication(source, *variables))
        self.rank[variables[0]] |= 1

    def _add_choice(self, either: Either, source: Given, parts: Parts) -> None:
        number = len(self.choices)
        gates, rows, slots = [], [], dict[int, None]()
        for at, alternative in enumerate(either.alternatives):
            gate = len(self.gate_rows)
            mine: list[int] = []
            for place, constraint in enumerate(alternative):
                given = Given(source.statement, source.condition, at, place)
                mine += self.add_row(row_of(constraint), given, gate)
            gates.append(gate)
            rows.append(tuple(mine))
            self.gate_rows.append(tuple(mine))
            self.gate_choice.append((number, at))
            slots.update((slot, None) for row in mine for slot, _ in self.terms[row])
        for slot in slots:
            self.watching_choices[slot].append(number)
        parts.choices.append(number)
        self.choices.append(Choice(source, tuple(gates), tuple(rows), tuple(slots)))


def compiled(statements: Sequence[Statement]) -> Program:
    """The statements as a program."""
    return Program().extended(statements)
