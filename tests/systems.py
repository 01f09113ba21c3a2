"""Small systems to draw: most statements are true of one hidden truth, some of another, a few are a little off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from hypothesis import strategies as st

from factcheck.constraint import (
    Condition,
    Constraint,
    Either,
    Product,
    Quantity,
    Ratio,
    Relation,
    SetRelation,
    Statement,
    gathered,
)
from factcheck.interval import Interval

Truth = dict[Quantity, int]
Draw = Callable[[st.SearchStrategy[int]], int]

MOST = {2: 24, 3: 8, 4: 5}  # the greatest value, by number of quantities


@st.composite
def truths(draw: st.DrawFn, counts: Sequence[int] = (2, 3, 4)) -> Truth:
    """Quantities with small ranges, and a value for each."""
    count = draw(st.sampled_from(counts))
    low = draw(st.sampled_from((0, 0, 0, 1, -3)))
    quantities = [
        Quantity("abcd"[at], within=Interval(Fraction(low), Fraction(MOST[count] + low))) for at in range(count)
    ]
    return {quantity: draw(st.integers(low, MOST[count] + low)) for quantity in quantities}


@st.composite
def another(draw: st.DrawFn, truth: Truth) -> Truth:
    """Other values for the same quantities."""
    return {q: draw(st.sampled_from(list(q.within.integers()))) for q in truth}


@st.composite
def constraints(draw: st.DrawFn, truth: Truth) -> tuple[Constraint, ...]:
    """What one clause says of some quantities: a count, a difference, a sum, a printed ratio."""
    shift = draw(st.sampled_from((*[0] * 20, 1, -1, 2, -5)))
    form = draw(st.sampled_from((_count, _order, _weighted, _ratio, _ratio, _ratio)))
    return tuple(form(draw, truth, shift))


def _some(draw: st.DrawFn, truth: Truth, count: int) -> list[Quantity]:
    return draw(st.permutations(list(truth)))[:count]


def _count(draw: st.DrawFn, truth: Truth, shift: int) -> list[Constraint]:
    (quantity,) = _some(draw, truth, 1)
    return [Constraint(((quantity, Fraction(1)),), _around(draw, Fraction(truth[quantity] + shift)), "count")]


def _order(draw: st.DrawFn, truth: Truth, shift: int) -> list[Constraint]:
    more, less = sorted(_some(draw, truth, 2), key=lambda q: -truth[q] * (1 if shift >= 0 else -1))
    within = draw(st.sampled_from((Interval.at_least(0), Interval.above(0), Interval.above(-1))))
    return [Constraint(((more, Fraction(1)), (less, Fraction(-1))), within, "order")]


def _weighted(draw: st.DrawFn, truth: Truth, shift: int) -> list[Constraint]:
    chosen = _some(draw, truth, draw(st.integers(2, len(truth))))
    weights = [
        Fraction(draw(st.sampled_from((1, 1, 1, -1, -1, 2, -2, 3, 5))), draw(st.sampled_from((1, 1, 2))))
        for _ in chosen
    ]
    total = sum((weight * truth[q] for q, weight in zip(chosen, weights, strict=True)), Fraction(shift))
    return [Constraint(gathered(zip(chosen, weights, strict=True)), _around(draw, total), "sum")]


def _ratio(draw: st.DrawFn, truth: Truth, shift: int) -> list[Constraint]:
    """A share as a percentage with 0 or 1 decimals, rounded in one of three ways; the base may be zero, and then fails."""
    part, whole = _some(draw, truth, 2)
    quantum = draw(st.sampled_from((Fraction(1, 100), Fraction(1, 1000))))
    value = Fraction(truth[part], truth[whole]) if truth[whole] else Fraction(0)
    printed = (round(value / quantum) + shift) * quantum
    half, kind = quantum / 2, draw(st.integers(0, 2))
    within = Interval(
        printed - (half if kind < 2 else 0), printed + (half if kind < 2 else quantum), high_open=kind > 0
    )
    return list(Ratio(((part, Fraction(1)),), ((whole, Fraction(1)),)).within(within, "ratio"))


def _around(draw: st.DrawFn, value: Fraction) -> Interval:
    """An interval that touches the value, with every sort of end."""
    below, above = (
        draw(st.sampled_from((Fraction(0), Fraction(0), Fraction(1, 2), Fraction(2), None))) for _ in range(2)
    )
    low, high = (None if below is None else value - below), (None if above is None else value + above)
    open_ends = draw(st.integers(0, 7))
    return Interval(low, high, low_open=open_ends == 1, high_open=open_ends == 2)


@st.composite
def conditions(draw: st.DrawFn, truth: Truth) -> tuple[Condition, ...]:
    """One to three conditions: constraints, alternatives, a product."""
    sort = draw(st.integers(0, 9))
    if sort < 7:
        return draw(constraints(truth))
    if sort == 7 and len(truth) > 2:
        result, first, second = _some(draw, truth, 3)
        return (Product(result, first, second, "product"),)
    alternatives = draw(st.lists(constraints(truth), min_size=0 if sort == 8 else 1, max_size=3))
    return (Either(tuple(alternatives), "either"),)


@st.composite
def systems(draw: st.DrawFn) -> list[Statement]:
    """Two to six statements on two to four whole quantities."""
    truth = draw(truths())
    said = [
        *draw(st.lists(conditions(truth), min_size=2, max_size=6)),
        *draw(st.lists(conditions(draw(another(truth))), max_size=2)),
    ]
    return [Statement(f"s{number}", held) for number, held in enumerate(said)]


@st.composite
def set_systems(draw: st.DrawFn) -> list[Statement]:
    """Facts about three to five sets, and how large some of them are."""
    names = "vwxyz"[: draw(st.integers(3, 5))]
    most = {3: 6, 4: 3, 5: 2}[len(names)]
    sets = [Quantity(name, within=Interval(Fraction(0), Fraction(most))) for name in names]
    facts = draw(st.lists(facts_of(sets), min_size=1, max_size=4))
    structure = [
        Statement(f"fact{n}", relaxed(fact) if draw(st.booleans()) else (), fact) for n, fact in enumerate(facts)
    ]
    truth = {quantity: draw(st.integers(0, most)) for quantity in sets}
    said = [
        *draw(st.lists(constraints(truth), min_size=1, max_size=5)),
        *draw(st.lists(constraints(draw(another(truth))), max_size=2)),
    ]
    return draw(st.permutations([*structure, *(Statement(f"s{n}", held) for n, held in enumerate(said))]))


@st.composite
def facts_of(draw: st.DrawFn, sets: Sequence[Quantity]) -> SetRelation:
    """A relation between two to four of the sets."""
    whole, *parts = draw(st.permutations(list(sets)))[: draw(st.integers(2, min(4, len(sets))))]
    return SetRelation(draw(st.sampled_from(list(Relation))), whole, tuple(parts))


def relaxed(fact: SetRelation) -> tuple[Constraint, ...]:
    """What a fact says of sizes alone."""
    one, whole = Fraction(1), (fact.whole, Fraction(-1))
    total = (*((part, one) for part in fact.parts), whole)
    inside = tuple(Constraint(((part, one), whole), Interval.at_most(0), "inside") for part in fact.parts)
    if fact.relation is Relation.SUBSET:
        return inside
    if fact.relation is Relation.UNION:
        return (*inside, Constraint(total, Interval.at_least(0), "union"))
    within = Interval.exactly(0) if fact.relation is Relation.PARTITION else Interval.at_most(0)
    return (Constraint(total, within, "apart"),)


@st.composite
def mixed_systems(draw: st.DrawFn) -> list[Statement]:
    """Two to six statements on two to four quantities, of which some are amounts and some are whole, most without an end."""
    whole = draw(truths())
    truth = {
        draw(st.sampled_from((loosened(quantity), amount_like(quantity)))): value for quantity, value in whole.items()
    }
    shifted = {
        quantity: value if quantity.whole else value + draw(st.sampled_from((0, 0, 1, 3)))
        for quantity, value in truth.items()
    }
    said = [
        *draw(st.lists(conditions(truth), min_size=2, max_size=5)),
        *draw(st.lists(conditions(shifted), max_size=2)),
    ]
    return [Statement(f"s{number}", held) for number, held in enumerate(said)]


def loosened(quantity: Quantity) -> Quantity:
    """The same quantity without a greatest value."""
    return Quantity(quantity.name, within=Interval(low=quantity.within.low))


def amount_like(quantity: Quantity) -> Quantity:
    """An amount of the same name that may not be as small as the quantity."""
    return Quantity(quantity.name, whole=False, within=Interval(low=quantity.within.low, low_open=quantity.name > "b"))


@st.composite
def divided_systems(draw: st.DrawFn) -> list[Statement]:
    """Equations whose weights have divisors in common, some off by one, and what narrows their quantities down."""
    truth = draw(truths())
    weights = st.sampled_from((2, 3, 4, 6, 9, 10, 12, -2, -3, -4, -6, -15))
    said: list[tuple[Condition, ...]] = []
    for _ in range(draw(st.integers(1, 3))):
        terms = [
            (quantity, Fraction(draw(weights))) for quantity in _some(draw, truth, draw(st.integers(2, len(truth))))
        ]
        total = sum((weight * truth[q] for q, weight in terms), Fraction(draw(st.sampled_from((0, 0, 1, 2)))))
        width = draw(st.sampled_from((0, 0, 0, 1)))
        equation = Constraint(tuple(terms), Interval(total, total + width), "equation")
        other = Constraint(tuple(terms), Interval.exactly(total + 2), "other")
        said.append((Either(((equation,), (other,)), "either") if draw(st.integers(0, 5)) == 0 else equation,))
    said += draw(st.lists(conditions(truth), max_size=2))
    return [Statement(f"s{number}", held) for number, held in enumerate(said)]
