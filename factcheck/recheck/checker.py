"""The checker itself: who believes this file can believe what it finds proved.

Values are put back into what is stated. The proof of a conflict comes down to rows, "a sum of quantities is at most so
much", which are added up, each times a number above zero, until one says that nothing at all is less than nothing; where
all in a row is whole, its end is rounded down.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

NUMBER = r"-?[0-9]{1,1000}(?:/[1-9][0-9]{0,999})?"
RANGE = rf"([\[(])(-inf|{NUMBER}), (inf|{NUMBER})([\])])"
MOST_REGIONS, MOST_BITS = 100_000, 200_000  # of a group, and of a number that comes up on the way

Data = Mapping[str, Any]
Number = int | Fraction
Range = tuple[tuple[Number, bool] | None, tuple[Number, bool] | None]  # ends, and whether each is itself left out
NOUGHT: Range = ((0, False), (0, False))


class UnprovedError(Exception):
    """A value or a step that does not do what it is there for."""


def require(holds: bool, reason: str) -> None:
    """UnprovedError with the reason, unless it holds."""
    if not holds:
        raise UnprovedError(reason)


@contextmanager
def at(place: str) -> Iterator[None]:
    """Say where something is not proved, and that what is named has to be there."""
    try:
        yield
    except UnprovedError as error:
        raise UnprovedError(f"{place}: {error}") from None
    except LookupError as error:
        raise UnprovedError(f"{place}: what is named there does not exist ({error})") from None


def number(text: str) -> Number:
    """What a text such as "-1/2" says, exactly; ValueError where it is no number."""
    if not re.fullmatch(NUMBER, text):
        raise ValueError('a text such as "-3" or "1/2", with at most 1,000 digits in a row')
    return Fraction(text) if "/" in text else int(text)


def span(text: str) -> Range:
    """The two ends that a text such as "[0, 5/2)" says; ValueError where it is no range."""
    if not (found := re.fullmatch(RANGE, text)):
        raise ValueError('a text such as "[0, 1/2)" or "(-inf, 3]"')
    left, low, high, right = found.groups()
    least = None if low == "-inf" else (number(low), left == "(")
    return least, None if high == "inf" else (number(high), right == ")")


def lies(value: Number, within: Range) -> bool:
    """Whether a value lies in a range."""
    (least, most), place = within, (value, False)
    return (least is None or place > least or place == least) and (most is None or value < most[0] or place == most)


def sets_of(fact: Data) -> list[str]:
    """The sets that a fact is about."""
    return [fact["whole"], *fact["parts"]]


def allows(fact: Data, members: Collection[str], decided: Collection[str]) -> bool:
    """Whether something may be in these of the decided sets and in no other of them, as far as one fact goes."""
    relation, around = fact["relation"], fact["whole"] in members
    inside = sum(part in members for part in fact["parts"])
    crowded = inside > 1 and relation in ("sum_of", "some_of")
    astray = inside > 0 and not around and fact["whole"] in decided
    made_of_nothing = around and not inside and relation in ("sum_of", "any_of") and set(fact["parts"]) <= set(decided)
    return not (crowded or astray or made_of_nothing)


def sum_of(condition: Data) -> tuple[dict[str, Number], Range]:
    """The weights of a sum, and the range that it lies in."""
    return {name: number(weight) for name, weight in condition["sum"].items()}, span(condition["within"])


def keeps(condition: Data, values: Mapping[str, Number]) -> bool:
    """Whether values keep a condition."""
    if "product" in condition:
        return values[condition["product"]] == values[condition["first"]] * values[condition["second"]]
    if "either" in condition:
        return any(all(keeps(one, values) for one in side) for side in condition["either"])
    weights, within = sum_of(condition)
    return lies(sum(weight * values[name] for name, weight in weights.items()), within)


def spoken_of(statement: Data) -> Iterator[str]:
    """The quantities that a statement is about."""
    yield from sets_of(statement["sets"]) if "sets" in statement else ()
    for condition in statement["conditions"]:
        if "product" in condition:
            yield from (condition["product"], condition["first"], condition["second"])
        for one in (one for side in condition.get("either", [[condition]]) for one in side):
            yield from one.get("sum", ())


class Component:
    """What is stated of quantities that hang together."""

    def __init__(self, data: Data) -> None:
        self.within = {name: span(quantity["within"]) for name, quantity in data["quantities"].items()}
        self.counts = {name for name, quantity in data["quantities"].items() if quantity["whole"]}
        self.statements = {statement["name"]: statement for statement in data["statements"]}
        require(len(self.statements) == len(data["statements"]), "two statements have the same name")

    def facts(self, names: Iterable[str]) -> list[Data]:
        """What these statements say of sets; what may be negative is none."""
        facts = [self.statements[name]["sets"] for name in names if "sets" in self.statements[name]]
        return [fact for fact in facts if all((self.within[one][0] or (-1,))[0] >= 0 for one in sets_of(fact))]

    def hold(self, names: Iterable[str], witness: Data) -> None:
        """See that these statements hold for the values of a witness, and that sets can overlap as its regions say."""
        values = {name: number(value) for name, value in witness["values"].items()}
        for name, value in values.items():
            possible = lies(value, self.within[name]) and (name not in self.counts or value.denominator == 1)
            require(possible, f"{name} cannot be {value}")
        for name in names:
            for condition in self.statements[name]["conditions"]:
                require(keeps(condition, values), f"the values do not keep {name}")
        facts, sizes, things = self.facts(names), dict[str, Number](), dict[frozenset[str], Number]()
        for region in witness.get("regions", []):
            members, size = frozenset(region["sets"]), number(region["size"])
            allowed = size >= 0 and all(allows(fact, members, sets_of(fact)) for fact in facts)
            require(allowed, f"nothing is in just {sorted(members)}")
            things[members & self.counts] = things.get(members & self.counts, 0) + size
            sizes.update({name: sizes.get(name, 0) + size for name in members})
        for name in {one for fact in facts for one in sets_of(fact)}:
            require(sizes.get(name, 0) == values[name], f"the regions do not make up {name}")
        for kind, size in things.items():
            require(not kind or size.denominator == 1, f"what is in just {sorted(kind)} is not whole")


class Row(NamedTuple):
    """A sum of quantities, each times its weight, is at most a number, or (`below`) less than it."""

    weights: Mapping[str, Number]
    most: Number
    below: bool


class Proof:
    """The proof of one conflict: rows that follow from its statements, in a tree of nodes."""

    def __init__(self, component: Component, conflict: Data) -> None:
        self.statements = {name: component.statements[name] for name in conflict["statements"]}
        spoken = {name for statement in self.statements.values() for name in spoken_of(statement)}
        self.counts, self.within = component.counts & spoken, {name: component.within[name] for name in spoken}
        self.nodes, self.sums = conflict["nodes"], dict[tuple[int, str], dict[str, Number]]()
        for group, told in enumerate(conflict.get("groups", [])):
            require(self.statements.keys() >= set(told["facts"]), f"group {group} rests on other statements")
            self.spread(group, told["sets"], component.facts(told["facts"]))

    def spread(self, group: int, sets: list[str], facts: list[Data]) -> None:
        """Spread sets over regions, new quantities: what lies in just these of the sets; each set is their sum.

        Of a group with amounts and counts the regions are amounts; those in the same counts are then a count together.
        """
        require(set(sets) <= {one for fact in facts for one in sets_of(fact)}, "no fact tells of a set in a group")
        regions, mixed = [frozenset[str]()], not self.counts.issuperset(sets)
        for place, name in enumerate(sets):
            told, decided = [fact for fact in facts if name in sets_of(fact)], sets[: place + 1]
            wider = (region.union(more) for region in regions for more in ([], [name]))
            regions = [region for region in wider if all(allows(fact, region, decided) for fact in told)]
            require(len(regions) <= MOST_REGIONS, f"there are more than {MOST_REGIONS:,} regions")
        self.sums |= {(group, name): {name: 1} for name in sets}
        for inside in filter(None, ([name for name in sets if name in region] for region in regions)):
            kind, size = [name for name in inside if name in self.counts], self.unknown(group, inside, whole=not mixed)
            things = _named(group, kind, whole=True)
            if mixed and kind and (group, things) not in self.sums:
                self.sums[group, things] = {self.unknown(group, kind, whole=True): 1}
            for name in [*inside, *([things] if mixed and kind else [])]:
                self.sums[group, name][size] = -1

    def unknown(self, group: int, sets: Iterable[str], *, whole: bool) -> str:
        """The name of a new quantity: how much there is in just these sets of a group."""
        name = _named(group, sets, whole=whole)
        require(name not in self.within, f"two quantities are named {name!r}")
        self.within[name] = NOUGHT[0], None
        self.counts |= {name} if whole else set()
        return name

    def follow(self) -> None:
        """Follow each node from the last one on; UnprovedError unless every branch ends in what cannot be."""
        rows, waiting, seen = list[Row](), [(len(self.nodes) - 1, 0, list[Row]())], set[int]()
        while waiting:
            place, length, more = waiting.pop()
            require(place not in seen, f"node {place} is reached twice")
            seen.add(place)
            rows[length:] = more
            with at(f"node {place}"):
                for step in self.nodes[place]["rows"]:
                    rows.append(self.row(step, rows))
                waiting += [(branch, len(rows), more) for branch, more in self.branches(self.nodes[place], rows)]

    def row(self, step: Data, rows: list[Row]) -> Row:
        """The row that a step makes."""
        if "add" in step:
            return self.added([(number(part["times"]), rows[part["row"]]) for part in step["add"]])
        if "range" in step:
            return self.ends({step["range"]: 1}, self.within[step["range"]])[step["end"]]
        if "set" in step:
            return self.ends(self.sums[step["group"], step["set"]], NOUGHT)[step["end"]]
        condition = self.statements[step["statement"]]["conditions"][step["condition"]]
        if "rows" in step:
            return self.multiplied(condition, *(rows[place] for place in step["rows"]))
        return self.ends(*sum_of(condition))[step["end"]]

    def ends(self, weights: Mapping[str, Number], within: Range) -> dict[str, Row]:
        """The rows that say of a sum that it lies in a range."""
        (least, most), less = within, {name: -weight for name, weight in weights.items()}
        low = {"least": self.rounded(less, -least[0], below=least[1])} if least else {}
        return low | ({"most": self.rounded(weights, most[0], below=most[1])} if most else {})

    def rounded(self, weights: Mapping[str, Number], most: Number, *, below: bool) -> Row:
        """A row, rounded down where all in it is whole."""
        given = {name: weight for name, weight in weights.items() if weight}
        longest = max(max(n.numerator.bit_length(), n.denominator.bit_length()) for n in (most, *given.values()))
        require(longest < MOST_BITS, "a number grows too long")
        if self.counts.issuperset(given) and all(weight.denominator == 1 for weight in given.values()):
            return Row(given, ceil(most) - 1 if below else floor(most), below=False)
        return Row(given, most, below)

    def added(self, parts: list[tuple[Number, Row]]) -> Row:
        """Rows added up, each so many times."""
        total = dict[str, Number]()
        for times, one in parts:
            require(times > 0, "a row is taken no number of times above zero")
            for name, weight in one.weights.items():
                total[name] = total.get(name, 0) + times * weight
        most = sum((times * one.most for times, one in parts), Fraction())
        return self.rounded(total, most, below=any(one.below for _, one in parts))

    def multiplied(self, product: Data, first: Row, second: Row) -> Row:
        """What two rows, of one factor each, leave for a product: (most - weight * factor) is negative for neither."""
        factors = (product["first"], product["second"])
        require(
            [set(first.weights), set(second.weights)] == [{one} for one in factors], "a row is not of a factor alone"
        )
        one, other = first.weights[factors[0]], second.weights[factors[1]]
        total: dict[str, Number] = {product["product"]: -one * other}
        for name, weight in zip(factors, (one * second.most, other * first.most), strict=True):
            total[name] = total.get(name, 0) + weight
        return self.rounded(total, first.most * second.most, below=first.below and second.below)

    def branches(self, node: Data, rows: list[Row]) -> Iterator[tuple[int, list[Row]]]:
        """The nodes still to be followed, with the rows that each begins with; together they leave nothing out."""
        if "split" in node:
            name, place, out = node["split"], number(node["at"]), node.get("open", False)
            yield node["below"], [self.rounded({name: 1}, place, below=out)]
            yield node["above"], [self.rounded({name: -1}, -place, below=not out)]
        elif "branches" in node:
            sides = self.statements[node["statement"]]["conditions"][node["condition"]]["either"]
            require(len(node["branches"]) == len(sides), "there is not one branch for each case")
            for branch, side in zip(node["branches"], sides, strict=True):
                yield branch, [row for one in side for row in self.ends(*sum_of(one)).values()]
        else:
            require(bool(rows) and not rows[-1].weights and rows[-1].most < 0, "the last row can be true")


def _named(group: int, sets: Iterable[str], *, whole: bool) -> str:
    return f"{'things' if whole else 'amount'} in only {' and '.join(sets)} (group {group + 1})"
