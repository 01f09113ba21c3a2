"""Every claim kind: its examples, its manual page, and that its arithmetic says what the printed number says."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from inspect import getdoc
from itertools import combinations
from textwrap import dedent
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from factcheck.claim import Claim, Example, PartWhole, Setting
from factcheck.constraint import Constraint, Either, Quantity, Statement
from factcheck.constraint import Product as Multiplied
from factcheck.interval import Interval
from factcheck.kinds import KINDS, build
from factcheck.kinds.average import Average
from factcheck.kinds.bound import Bound
from factcheck.kinds.change import Change
from factcheck.kinds.count import Count
from factcheck.kinds.difference import Difference
from factcheck.kinds.extreme import Extreme
from factcheck.kinds.mean import Mean
from factcheck.kinds.period import Period
from factcheck.kinds.points import Points
from factcheck.kinds.product import Product
from factcheck.kinds.rank import Rank
from factcheck.kinds.rate import Rate
from factcheck.kinds.ratio import Ratio
from factcheck.kinds.same import Same
from factcheck.kinds.share import Share
from factcheck.kinds.total import Total
from factcheck.numeral import Form, Hedge, Kind, Numeral, Sense
from factcheck.rounding import Convention, Rounding, rounded
from factcheck.scan import claims_in
from factcheck.solve import Conflict, Witness, solve

ONE = Fraction(1)


def printed(kind: Kind, value: Fraction, quantum: Fraction = ONE, **more: Any) -> Numeral:
    return Numeral(f"{value}", kind, value, quantum=quantum, place=quantum, **more)


def setting(*names: str, amounts: tuple[str, ...] = (), **claims: Claim) -> Setting:
    quantities = {name: Quantity(name) for name in names}
    quantities |= {name: Quantity(name, whole=False, within=Interval()) for name in amounts}
    return Setting(quantities, claims)


def conditions_hold(claim: Claim, values: Mapping[Quantity, Fraction], given_setting: Setting) -> bool:
    return all(condition.holds(values) for condition in claim.conditions(given_setting))


# The examples and the manual pages

EXAMPLES = [pytest.param(kind, e, id=f"{name}: {e.sentence}") for name, kind in KINDS.items() for e in kind.EXAMPLES]
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_an_example_is_found_and_has_exactly_the_conflict_it_shows(kind: type[Claim], example: Example) -> None:
    claims = claims_in(example.sentence)
    assert any(isinstance(claim, kind) for claim in claims), [claim.clause() for claim in claims]
    declared = setting(*(name for claim in claims for name in claim.names()))
    statements = [Statement(str(index), tuple(claim.conditions(declared))) for index, claim in enumerate(claims)]
    answer = solve(statements)
    if example.conflict:
        assert isinstance(answer, Conflict), answer
        assert answer.clauses == example.conflict
    else:
        assert isinstance(answer, Witness), answer
        assert all(claim.holds(answer.values, declared) for claim in claims)


@each_kind
def test_a_kind_shows_six_examples_of_both_sides(kind: type[Claim]) -> None:
    assert len(kind.EXAMPLES) >= 6
    assert {bool(example.conflict) for example in kind.EXAMPLES} == {True, False}
    assert kind.PHRASES


@each_kind
def test_the_example_on_the_manual_page_is_a_valid_claim(kind: type[Claim]) -> None:
    page = (getdoc(kind) or "").partition("Example:\n")[2].partition("\n\n")[0]
    record = yaml.load(dedent(page), Loader=yaml.BaseLoader)
    assert isinstance(build(record), kind)


@each_kind
def test_every_field_says_what_it_is_for(kind: type[Claim]) -> None:
    assert [name for name, field in kind.model_fields.items() if name != "kind" and not field.description] == []


def test_there_are_the_sixteen_kinds() -> None:
    assert list(KINDS) == sorted(KINDS)
    assert set(KINDS) == {
        "average", "bound", "change", "count", "difference", "extreme", "mean", "period",
        "points", "product", "rank", "rate", "ratio", "same", "share", "total",
    }  # fmt: skip


@pytest.mark.parametrize("name", [None, "", "sahre", ["count"], 3])
def test_an_unknown_kind_is_refused_with_the_kinds_there_are(name: Any) -> None:
    with pytest.raises(ValueError, match="there is average, bound, change"):
        build({"kind": name})


# A claim holds where, and only where, the true number would be printed so


class Drawn(NamedTuple):
    """Raw values, the number that follows from them, and the claim that prints a number for it."""

    value: Fraction
    values: dict[str, Fraction]
    claim: Callable[[Numeral], Claim]
    kind: Kind
    amounts: tuple[str, ...] = ()


counts = st.integers(0, 2_000).map(Fraction)
positive = st.integers(1, 2_000).map(Fraction)
amounts = st.builds(Fraction, st.integers(-5_000, 5_000), st.sampled_from([1, 2, 3, 8, 100]))
quanta = st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000), Fraction(1, 10_000)])
up_or_down = st.sampled_from(["up", "down"])


@st.composite
def shares(draw: st.DrawFn) -> Drawn:
    whole = draw(positive)
    part = Fraction(draw(st.integers(0, int(whole))))
    return Drawn(part / whole, {"a": part, "b": whole}, lambda n: Share(part="a", whole="b", printed=n), Kind.PERCENT)


@st.composite
def counted(draw: st.DrawFn) -> Drawn:
    value = draw(amounts)
    return Drawn(value, {"a": value}, lambda n: Count(quantity="a", printed=n), Kind.COUNT, ("a",))


@st.composite
def changes(draw: st.DrawFn) -> Drawn:
    before, after = draw(positive), draw(counts)
    direction = "up" if after > before or (after == before and draw(st.booleans())) else "down"
    relative = draw(st.booleans())
    moved = abs(after - before) / (before if relative else 1)
    kind = Kind.PERCENT if relative else Kind.MONEY
    return Drawn(
        moved, {"a": before, "b": after}, lambda n: Change(before="a", after="b", printed=n, direction=direction), kind
    )


@st.composite
def multiples(draw: st.DrawFn) -> Drawn:
    before, after = draw(positive), draw(counts)
    quotient = after / before
    assume(quotient.denominator != 1)  # a whole multiple is a round word
    return Drawn(quotient, {"a": before, "b": after}, lambda n: Change(before="a", after="b", printed=n), Kind.MULTIPLE)


@st.composite
def points(draw: st.DrawFn) -> Drawn:
    whole = draw(st.integers(1, 500))
    before, after = (Fraction(draw(st.integers(0, whole))) for _ in range(2))
    direction = "up" if after >= before else "down"
    shares = {"before": PartWhole(part="a", whole="c"), "after": PartWhole(part="b", whole="c")}
    values = {"a": before, "b": after, "c": Fraction(whole)}
    return Drawn(
        abs(after - before) / whole, values, lambda n: Points(printed=n, direction=direction, **shares), Kind.POINTS
    )


@st.composite
def differences(draw: st.DrawFn) -> Drawn:
    less, more = sorted(draw(st.tuples(amounts, amounts)))
    return Drawn(
        more - less,
        {"a": more, "b": less},
        lambda n: Difference(more="a", less="b", printed=n),
        Kind.COUNT,
        ("a", "b"),
    )


@st.composite
def ratios(draw: st.DrawFn) -> Drawn:
    of, to = draw(counts), draw(positive)
    return Drawn(of / to, {"a": of, "b": to}, lambda n: Ratio(of="a", to="b", printed=n), Kind.COUNT)


@st.composite
def rates(draw: st.DrawFn) -> Drawn:
    events, population = draw(counts), draw(positive)
    per = draw(st.sampled_from([1, 10, 1000, 100_000]))
    return Drawn(
        events * per / population,
        {"a": events, "b": population},
        lambda n: Rate(events="a", population="b", printed=n, per=str(per)),
        Kind.COUNT,
    )


@st.composite
def means(draw: st.DrawFn) -> Drawn:
    total, n, items = draw(counts), draw(positive), draw(st.integers(1, 5))
    return Drawn(
        total / (n * items), {"a": n, "t": total}, lambda p: Mean(n="a", total="t", items=items, printed=p), Kind.COUNT
    )


@st.composite
def products(draw: st.DrawFn) -> Drawn:
    number, factor = draw(amounts), draw(st.integers(-20, 20))
    literal = printed(Kind.COUNT, Fraction(factor))
    return Drawn(
        number * factor, {"a": number}, lambda n: Product(factors=("a", literal), printed=n), Kind.MONEY, ("a",)
    )


@st.composite
def pooled(draw: st.DrawFn) -> Drawn:
    size = draw(st.integers(1, 3))
    wholes = [draw(st.integers(1, 50)) for _ in range(size)]
    parts = [draw(st.integers(0, whole)) for whole in wholes]
    values = {f"w{i}": Fraction(w) for i, w in enumerate(wholes)} | {f"p{i}": Fraction(p) for i, p in enumerate(parts)}
    of = tuple(PartWhole(part=f"p{i}", whole=f"w{i}") for i in range(size))
    weights = tuple(f"w{i}" for i in range(size))
    return Drawn(
        Fraction(sum(parts), sum(wholes)), values, lambda n: Average(of=of, weights=weights, printed=n), Kind.PERCENT
    )


@st.composite
def weighted(draw: st.DrawFn) -> Drawn:
    size = draw(st.integers(1, 4))
    told = [draw(amounts) for _ in range(size)]
    weights = [draw(st.integers(0, 9)) for _ in range(size)]
    assume(any(weights))
    numbers = tuple(printed(Kind.COUNT, Fraction(weight)) for weight in weights)
    names = tuple(f"q{i}" for i in range(size))
    mean = sum((w * v for w, v in zip(weights, told, strict=True)), Fraction(0)) / sum(weights)
    values = dict(zip(names, told, strict=True))
    return Drawn(mean, values, lambda n: Average(of=names, weights=numbers, printed=n), Kind.COUNT, names)


FORMS = {
    "average, pooled": pooled(),
    "average, weighted": weighted(),
    "change": changes(),
    "change, multiple": multiples(),
    "count": counted(),
    "difference": differences(),
    "mean": means(),
    "points": points(),
    "product": products(),
    "rate": rates(),
    "ratio": ratios(),
    "share": shares(),
}
SIGNED = ("average, weighted", "count", "product")  # forms whose number may be negative


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_a_claim_holds_where_and_only_where_the_true_number_prints_so(form: str, data: st.DataObject) -> None:
    drawn = data.draw(FORMS[form])
    quantum = data.draw(quanta)
    declared = setting(*drawn.values, amounts=drawn.amounts)
    values = {declared.quantity(name): value for name, value in drawn.values.items()}
    near = rounded(drawn.value, quantum, Rounding.FLOOR)[0] + data.draw(st.integers(-1, 2)) * quantum
    value = data.draw(st.sampled_from([near, drawn.value]))  # printed in full now and then
    assume(value >= 0 or form in SIGNED)
    assume(form != "change, multiple" or quantum < 1)
    claim = drawn.claim(printed(drawn.kind, value, quantum))
    prints_so = value in rounded(drawn.value, quantum, Rounding.NEAREST)
    assert claim.holds(values, declared) == prints_so
    assert conditions_hold(claim, values, declared) == prints_so


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data(), halves=st.integers(0, 200).map(lambda n: 2 * n + 1))
def test_a_tie_holds_both_ways_and_the_next_number_fails(form: str, data: st.DataObject, halves: int) -> None:
    drawn = data.draw(FORMS[form].filter(lambda drawn: drawn.value != 0))
    quantum = 2 * abs(drawn.value) / halves  # so that the true value lies in the middle between two that print
    assume(quantum != 1)
    declared = setting(*drawn.values, amounts=drawn.amounts)
    values = {declared.quantity(name): value for name, value in drawn.values.items()}
    for quanta_away, holds in ((-3, False), (-1, True), (1, True), (3, False)):
        value = drawn.value + quanta_away * quantum / 2
        if value >= 0 or form in SIGNED:
            claim = drawn.claim(printed(drawn.kind, value, quantum))
            assert claim.holds(values, declared) is holds
            assert conditions_hold(claim, values, declared) is holds


# Kinds whose arithmetic needs unknowns of their own


def completed(claim: Claim, values: Mapping[Quantity, Fraction], declared: Setting) -> dict[Quantity, Fraction]:
    """The values, and those of the claim's own unknowns as far as its equations fix them."""
    known = dict(values)
    for _ in range(20):
        for condition in claim.conditions(declared):
            match condition:
                case Multiplied(result=r, first=f, second=s):
                    if f in known and s in known:
                        known.setdefault(r, known[f] * known[s])
                    elif r in known and s in known and known[s]:
                        known.setdefault(f, known[r] / known[s])
                    elif r in known and f in known and known[f]:
                        known.setdefault(s, known[r] / known[f])
                case Constraint(terms=terms, within=within) if within.is_point and within.low is not None:
                    unknown = [(q, w) for q, w in terms if q not in known]
                    if len(unknown) == 1:
                        rest = sum((w * known[q] for q, w in terms if q in known), Fraction(0))
                        known[unknown[0][0]] = (within.low - rest) / unknown[0][1]
                case _:
                    pass
    return known


@st.composite
def apart_points(draw: st.DrawFn) -> Drawn:
    wholes = [draw(st.integers(1, 60)) for _ in range(2)]
    before, after = (Fraction(draw(st.integers(0, whole)), whole) for whole in wholes)
    sides = {"before": PartWhole(part="a", whole="c"), "after": PartWhole(part="b", whole="d")}
    values = {"a": before * wholes[0], "b": after * wholes[1], "c": Fraction(wholes[0]), "d": Fraction(wholes[1])}
    direction = "up" if after >= before else "down"
    return Drawn(abs(after - before), values, lambda n: Points(printed=n, direction=direction, **sides), Kind.POINTS)


@st.composite
def averages(draw: st.DrawFn) -> Drawn:
    size = draw(st.integers(1, 3))
    as_shares, as_quantities = draw(st.booleans()), draw(st.booleans())
    values: dict[str, Fraction] = {}
    told, weights, of, by = [], [], [], []
    for index in range(size):
        base = draw(st.integers(1, 30))
        part = draw(st.integers(0, base))
        weight = draw(st.integers(0, 9))
        values |= {f"p{index}": Fraction(part), f"n{index}": Fraction(base)}
        of.append(PartWhole(part=f"p{index}", whole=f"n{index}") if as_shares else f"p{index}")
        told.append(Fraction(part, base if as_shares else 1))
        weights.append(weight)
        by.append(f"w{index}" if as_quantities else printed(Kind.COUNT, Fraction(weight)))
        if as_quantities:
            values[f"w{index}"] = Fraction(weight)
    assume(any(weights))
    mean = sum((w * v for w, v in zip(weights, told, strict=True)), Fraction(0)) / sum(weights)
    return Drawn(mean, values, lambda n: Average(of=tuple(of), weights=tuple(by), printed=n), Kind.COUNT)


@st.composite
def long_products(draw: st.DrawFn) -> Drawn:
    factors = [draw(st.integers(0, 20)) for _ in range(draw(st.integers(2, 4)))]
    values = {f"f{index}": Fraction(factor) for index, factor in enumerate(factors)}
    value = Fraction(1)
    for factor in factors:
        value *= factor
    return Drawn(value, values, lambda n: Product(factors=tuple(values), printed=n), Kind.COUNT)


OWN_UNKNOWNS = {"average": averages(), "points": apart_points()}


@pytest.mark.parametrize("form", OWN_UNKNOWNS)
@given(data=st.data())
def test_unknowns_of_a_claim_say_the_same_as_the_raw_counts(form: str, data: st.DataObject) -> None:
    drawn, quantum = data.draw(OWN_UNKNOWNS[form]), data.draw(quanta)
    declared = setting(*drawn.values)
    values = {declared.quantity(name): value for name, value in drawn.values.items()}
    value = rounded(drawn.value, quantum, Rounding.FLOOR)[0] + data.draw(st.integers(-1, 2)) * quantum
    assume(value >= 0)
    claim = drawn.claim(printed(drawn.kind, value, quantum))
    prints_so = value in rounded(drawn.value, quantum, Rounding.NEAREST)
    assert claim.holds(values, declared) == prints_so
    assert conditions_hold(claim, completed(claim, values, declared), declared) == prints_so


@given(drawn=long_products(), more=st.integers(-1, 1))
def test_a_product_of_quantities_is_their_product(drawn: Drawn, more: int) -> None:
    result = drawn.value + more
    declared = setting(*drawn.values, "result")
    values = {declared.quantity(name): value for name, value in drawn.values.items()}
    values[declared.quantity("result")] = result
    claim = Product(factors=tuple(drawn.values), result="result")
    assert claim.holds(values, declared) == (more == 0)
    assert conditions_hold(claim, completed(claim, values, declared), declared) == (more == 0)
    claim = Product(factors=tuple(drawn.values), result="result", printed=printed(Kind.COUNT, drawn.value))
    assert claim.holds(values, declared) == (more == 0)
    assert conditions_hold(claim, completed(claim, values, declared), declared) == (more == 0)


ends = st.integers(-6, 6).map(lambda n: Fraction(n, 2))


@given(
    low=ends,
    width=st.integers(0, 4),
    opens=st.tuples(st.booleans(), st.booleans()),
    number=st.integers(0, 4),
    product=st.integers(-24, 24),
)
def test_a_printed_factor_stands_for_each_of_its_values(
    low: Fraction, width: int, opens: tuple[bool, bool], number: int, product: int
) -> None:
    scale = Interval(low, low + width, *opens)
    factor = printed(Kind.SUPPRESSED, low)
    factor = replace(factor, kind=Kind.COUNT, surface="x")
    declared = replace(setting("a", "r"), convention=Convention(cells=(("x", scale),)))
    result = Fraction(product, 2)
    values = {declared.quantity("a"): Fraction(number), declared.quantity("r"): result}
    expected = not scale.is_empty and (result / number in scale if number else result == 0)
    with_result = Product(factors=("a", factor), result="r")
    assert with_result.holds(values, declared) == expected
    if not scale.is_empty:
        assert conditions_hold(with_result, values, declared) == expected
        exactly = printed(Kind.MONEY, result, hedge=Hedge(Sense.EXACTLY, "exactly"))
        with_number = Product(factors=("a", factor), printed=exactly)
        assert with_number.holds(values, declared) == expected
        assert conditions_hold(with_number, values, declared) == expected


@given(
    n=st.integers(1, 40), items=st.integers(1, 4), value=st.integers(0, 1_000), quantum=quanta.filter(lambda q: q < 1)
)
def test_a_mean_without_a_total_holds_where_some_whole_total_prints_so(
    n: int, items: int, value: int, quantum: Fraction
) -> None:
    claim = Mean(n="a", items=items, printed=printed(Kind.COUNT, value * quantum, quantum))
    declared = setting("a")
    total = next(q for condition in claim.conditions(declared) for q in condition.quantities if q.name != "a")
    cells = n * items
    some = any(
        value * quantum in rounded(Fraction(whole, cells), quantum, Rounding.NEAREST)
        for whole in range(int(value * quantum * cells) - cells - 1, int(value * quantum * cells) + cells + 2)
    )
    found = [
        whole
        for whole in range(int(value * quantum * cells) - cells - 1, int(value * quantum * cells) + cells + 2)
        if conditions_hold(claim, {declared.quantity("a"): Fraction(n), total: Fraction(whole)}, declared)
    ]
    assert total.whole
    assert bool(found) == some
    known = Statement("n", (Constraint(((declared.quantity("a"), ONE),), Interval.exactly(n), "n"),))
    answer = solve([known, Statement("mean", tuple(claim.conditions(declared)))])
    assert isinstance(answer, Witness) == some


@given(data=st.data())
def test_an_average_of_unknown_weights_lies_between_the_least_and_the_greatest(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 4))
    as_shares = data.draw(st.booleans())
    wholes = [data.draw(st.integers(1, 12)) for _ in range(size)]
    parts = [data.draw(st.integers(0, whole)) for whole in wholes]
    names = [f"p{i}" for i in range(size)] + [f"w{i}" for i in range(size)]
    declared = setting(*names)
    values = {declared.quantity(name): Fraction(value) for name, value in zip(names, parts + wholes, strict=True)}
    of = tuple(PartWhole(part=f"p{i}", whole=f"w{i}") if as_shares else f"p{i}" for i in range(size))
    told = [Fraction(p, w if as_shares else 1) for p, w in zip(parts, wholes, strict=True)]
    value = Fraction(data.draw(st.integers(0, 26)), 2 if not as_shares else 24)
    low_open, high_open = data.draw(st.booleans()), data.draw(st.booleans())
    within = Interval(value - Fraction(1, 24), value, low_open, high_open)
    numeral = replace(printed(Kind.MEASURE, value), surface="x")
    claim = Average(of=of, printed=numeral)
    declared = replace(declared, convention=Convention(cells=(("x", within),)))
    expected = not (Interval(min(told), max(told)) & within).is_empty
    assert claim.holds(values, declared) == expected
    assert conditions_hold(claim, values, declared) == expected


# Kinds that print no number, or a place


@given(
    parts=st.lists(st.integers(0, 6), min_size=2, max_size=3),
    whole=st.integers(0, 18),
    cover=st.sampled_from(["complete", "partial", "overlapping"]),
)
def test_a_total_holds_where_the_parts_can_lie_so_in_the_whole(parts: list[int], whole: int, cover: str) -> None:
    names = tuple(f"p{index}" for index in range(len(parts)))
    declared = setting(*names, "whole")
    numbers = dict(zip((*names, "whole"), map(Fraction, (*parts, whole)), strict=True))
    values = {declared.quantity(name): value for name, value in numbers.items()}
    claim = Total(parts=names, whole="whole", cover=cover)
    left_over = whole - sum(parts)
    expected = {
        "complete": left_over == 0,
        "partial": left_over >= 0,
        "overlapping": left_over <= 0 and all(part <= whole for part in parts),
    }[cover]
    assert claim.holds(values, declared) == expected
    assert conditions_hold(claim, values, declared) == expected


@given(
    own=st.integers(0, 4),
    others=st.lists(st.integers(0, 4), min_size=1, max_size=5),
    place=st.integers(1, 7),
    order=st.sampled_from(["highest", "lowest"]),
    ties=st.sampled_from(["none", "allowed"]),
    itself=st.booleans(),
)
def test_a_rank_holds_where_exactly_so_many_lie_beyond(
    own: int,
    others: list[int],
    place: int,
    order: str,
    ties: str,
    itself: bool,  # noqa: FBT001
) -> None:
    names = tuple(f"o{index}" for index in range(len(others)))
    among = (*names, "own") if itself else names
    claim = Rank(quantity="own", among=among, printed=printed(Kind.ORDINAL, Fraction(place)), order=order, ties=ties)
    declared = setting(*names, "own")
    numbers = dict(zip((*names, "own"), map(Fraction, (*others, own)), strict=True))
    values = {declared.quantity(name): value for name, value in numbers.items()}
    beyond = [other for other in others if (other > own if order == "highest" else other < own)]
    expected = len(beyond) == place - 1 and (ties == "allowed" or own not in others)
    assert claim.holds(values, declared) == expected
    assert conditions_hold(claim, values, declared) == expected


@given(data=st.data(), place=st.integers(3, 8), ties=st.sampled_from(["none", "allowed"]))
def test_a_rank_among_many_says_the_same_by_switches(data: st.DataObject, place: int, ties: str) -> None:
    others = data.draw(st.lists(st.integers(0, 12), min_size=13, max_size=13))
    own = data.draw(st.integers(4, 9))
    names = tuple(f"o{index}" for index in range(len(others)))
    claim = Rank(quantity="own", among=names, printed=printed(Kind.ORDINAL, Fraction(place)), ties=ties)
    declared = setting(*names, "own")
    conditions = list(claim.conditions(declared))
    assert len(conditions) == len(others) + 1, "one switch for each other, and their sum"
    numbers = dict(zip((*names, "own"), map(Fraction, (*others, own)), strict=True))
    values = {declared.quantity(name): value for name, value in numbers.items()}
    switches = {f"{name} above own": Fraction(other > own) for name, other in zip(names, others, strict=True)}
    values |= {q: switches[q.name] for condition in conditions for q in condition.quantities if q.name in switches}
    assert all(condition.holds(values) for condition in conditions) == claim.holds(values, declared)
    assert claim.holds(values, declared) == (
        sum(other > own for other in others) == place - 1 and (ties == "allowed" or own not in others)
    )


@given(own=st.integers(0, 3), than=st.integers(0, 3), named=st.booleans())
@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("at_least", lambda own, than: own >= than),
        ("At least", lambda own, than: own >= than),
        ("at most", lambda own, than: own <= than),
        ("more", lambda own, than: own > than),
        ("more than", lambda own, than: own > than),
        ("fewer", lambda own, than: own < than),
        ("less-than", lambda own, than: own < than),
    ],
)
def test_a_bound_holds_on_its_side(
    side: str,
    expected: Callable[[int, int], bool],
    own: int,
    than: int,
    named: bool,  # noqa: FBT001
) -> None:
    claim = Bound(quantity="a", than="b" if named else printed(Kind.COUNT, Fraction(than)), side=side)
    declared = setting("a", "b")
    values = {declared.quantity("a"): Fraction(own), declared.quantity("b"): Fraction(than)}
    assert claim.holds(values, declared) == expected(own, than)
    assert conditions_hold(claim, values, declared) == expected(own, than)
    assert claim.names() == (("a", "b") if named else ("a",))


@given(
    value=st.integers(0, 9),
    group=st.integers(0, 2),
    kind=st.sampled_from([Kind.COUNT, Kind.AGE]),
    told=st.integers(0, 9),
)
def test_an_extreme_is_the_value_of_somebody(value: int, group: int, kind: Kind, told: int) -> None:
    claim = Extreme(of="age", group="a", side="lowest", printed=printed(kind, Fraction(told)))
    declared = setting("a")
    exact = Fraction(value, 2)
    values = {declared.quantity("a"): Fraction(group), declared.extreme("age", "a", "lowest"): exact}
    fits = exact == told if kind is Kind.COUNT else told <= exact < told + 1
    assert claim.holds(values, declared) == (fits and group > 0)
    assert conditions_hold(claim, values, declared) == (fits and group > 0)
    assert claim.extremes() == (("age", "lowest"),)


@pytest.mark.parametrize(("sense", "side"), [(Sense.LOWEST, "lowest"), (Sense.HIGHEST, "highest")])
def test_an_extreme_takes_its_side_from_the_hedge_and_the_age_as_it_stands(sense: Sense, side: str) -> None:
    numeral = printed(Kind.AGE, Fraction(2), hedge=Hedge(sense, f"as {side} as"))
    claim = Extreme(of="age", group="a", printed=numeral)
    assert claim.extremes() == (("age", side),)
    assert claim.allowed(setting("a")) == Interval.exactly(2)
    assert claim.clause() == f"the {side} age in a came to 2"


@given(first=st.integers(0, 4), second=st.integers(0, 4))
def test_two_quantities_are_the_same_where_they_are_equal(first: int, second: int) -> None:
    claim, declared = Same(first="a", second="b"), setting("a", "b")
    values = {declared.quantity("a"): Fraction(first), declared.quantity("b"): Fraction(second)}
    assert claim.holds(values, declared) == (first == second)
    assert conditions_hold(claim, values, declared) == (first == second)


def percent(value: int) -> Numeral:
    return printed(Kind.PERCENT, Fraction(value, 100), Fraction(1, 100))


SAME_PAIRS = {
    "shares of one whole": (
        Share(part="a", whole="c", printed=percent(5)),
        Share(part="b", whole="c", printed=percent(5)),
        lambda a, b, c, d: c > 0 and a == b,
    ),
    "shares of two wholes": (
        Share(part="a", whole="c", printed=percent(5)),
        Share(part="b", whole="d", printed=percent(5)),
        lambda a, b, c, d: c > 0 and d > 0 and a * d == b * c,
    ),
    "a change and a share": (
        Change(before="c", after="a", direction="up", printed=percent(5)),
        Share(part="b", whole="d", printed=percent(5)),
        lambda a, b, c, d: c > 0 and d > 0 and (a - c) * d == b * c,
    ),
    "a share and a difference": (
        Share(part="a", whole="c", printed=percent(5)),
        Difference(more="b", less="d", printed=printed(Kind.COUNT, Fraction(5))),
        lambda a, b, c, d: c > 0 and a == (b - d) * c,
    ),
    "a mean of items and a rate": (
        Mean(n="c", total="a", items=2, printed=percent(5)),
        Rate(events="b", population="d", per="10", printed=printed(Kind.COUNT, Fraction(5))),
        lambda a, b, c, d: c > 0 and d > 0 and a * d == 20 * b * c,
    ),
    "two differences": (
        Difference(more="a", less="b", printed=printed(Kind.COUNT, Fraction(5))),
        Difference(more="c", less="d", printed=printed(Kind.COUNT, Fraction(5))),
        lambda a, b, c, d: a - b == c - d,
    ),
}


@pytest.mark.parametrize("pair", SAME_PAIRS)
@given(numbers=st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_two_claims_are_the_same_where_their_numbers_are(pair: str, numbers: list[int]) -> None:
    first, second, expected = SAME_PAIRS[pair]
    declared = setting("a", "b", "c", "d", first=first, second=second)
    values = {declared.quantity(name): Fraction(value) for name, value in zip("abcd", numbers, strict=True)}
    claim = Same(first="first", second="second")
    assert claim.holds(values, declared) == expected(*numbers)
    assert list(claim.problems(declared)) == []
    known = completed(claim, values, declared)
    if all(quantity in known for condition in claim.conditions(declared) for quantity in condition.quantities):
        assert conditions_hold(claim, known, declared) == expected(*numbers)


def test_nothing_is_the_same_as_a_claim_without_a_number() -> None:
    bound = Bound(quantity="a", than="b", side="more")
    declared = setting("a", "b", limit=bound)
    claim = Same(first="limit", second="a")
    assert list(claim.problems(declared)) == [
        "claim 'limit' is a bound and works out no single number, so nothing can be the same as it"
    ]
    assert not any(condition.holds({}) for condition in claim.conditions(declared))
    assert not claim.holds({declared.quantity("a"): ONE, declared.quantity("b"): ONE}, declared)


# Periods


def later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def fits(start: date, end: date, count: int, unit: str, kind: Kind) -> bool:
    """The rule as the manual page words it, by the calendar."""
    if kind is Kind.AGE:
        return later(start, 12 * count) <= end < later(start, 12 * count + 12)
    match unit:
        case "day":
            return (end - start).days in (count, count - 1)
        case "week":
            return start + timedelta(7 * count - 3) <= end < start + timedelta(7 * count + 7)
        case "month":
            return later(start, count) - timedelta(15) <= end < later(start, count + 1)
    return later(start, 12 * count - 6) <= end < later(start, 12 * count + 12)


@given(
    start=days,
    unit=st.sampled_from(["day", "week", "month", "year"]),
    count=st.integers(0, 40),
    away=st.integers(-20, 20),
    month=st.integers(-1, 1),
    kind=st.sampled_from([Kind.DURATION, Kind.AGE]),
)
def test_a_period_holds_by_the_calendar(start: date, unit: str, count: int, away: int, month: int, kind: Kind) -> None:
    unit = "year" if kind is Kind.AGE else unit
    full = {"day": timedelta(1), "week": timedelta(7)}.get(unit)
    end = start + count * full if full else later(start, count * (12 if unit == "year" else 1) + month * 6)
    end += timedelta(away)
    assume(end >= start)
    claim = Period(start=start, end=end, printed=printed(kind, Fraction(count), unit=unit))
    declared = setting()
    expected = fits(start, end, count, unit, kind)
    assert claim.holds({}, declared) == expected
    assert conditions_hold(claim, {}, declared) == expected


@given(start=days, end=days)
def test_the_time_told_leads_from_start_to_end(start: date, end: date) -> None:
    assume(start <= end)
    claim = Period(start=start, end=end, printed=printed(Kind.DURATION, ONE, unit="month"))
    told = claim.clause().partition("came to ")[2].replace(" and ", ", ").split(", ")
    parts = {unit.rstrip("s"): int(count) for count, unit in (part.split() for part in told if part != "no time")}
    months = parts.get("year", 0) * 12 + parts.get("month", 0)
    assert later(start, months) + timedelta(parts.get("day", 0)) == end
    assert parts.get("month", 0) < 12


@pytest.mark.parametrize(
    ("start", "end", "told", "holds"),
    [
        ("2017-01-31", "2017-02-28", "1 month", True),
        ("2016-02-29", "2017-02-28", "12 months", True),
        ("2016-02-29", "2017-02-27", "12 months", True),  # a day short
        ("2016-02-29", "2017-02-12", "12 months", False),  # sixteen days short
        ("2000-01-01", "2000-01-01", "0 months", True),
        ("2000-01-01", "9999-12-31", "7999 years", True),
        ("2000-01-01", "9999-12-31", "1000000000000 years", False),
        ("2000-01-01", "2020-01-01", "2 decades", True),
        ("2000-01-01", "2015-01-01", "2 decades", True),
        ("2000-01-01", "2014-12-31", "2 decades", False),
        ("2000-01-01", "2000-05-17", "2 quarters", True),
        ("2000-01-01", "2000-05-16", "2 quarters", False),
        ("2000-01-01", "2000-01-22", "2 fortnights", True),
        ("2000-01-01", "2000-01-21", "2 fortnights", False),
    ],
)
def test_periods_at_the_edges(start: str, end: str, told: str, holds: bool) -> None:
    count, unit = told.split()
    numeral = printed(Kind.DURATION, Fraction(count), unit=unit)
    assert Period(start=start, end=end, printed=numeral).holds({}, setting()) is holds


@pytest.mark.parametrize(
    ("sense", "end", "holds"),
    [
        (Sense.NEARLY, "2018-12-31", True),
        (Sense.NEARLY, "2019-01-01", False),
        (Sense.MORE_THAN, "2019-01-01", False),
        (Sense.MORE_THAN, "2019-01-02", True),
        (Sense.UNDER, "2017-06-01", True),
        (Sense.AT_LEAST, "2019-01-01", True),
        (Sense.AT_LEAST, "2018-12-31", False),
    ],
)
def test_a_hedged_period_is_exact_to_the_day(sense: Sense, end: str, holds: bool) -> None:
    numeral = printed(Kind.DURATION, Fraction(2), unit="year", hedge=Hedge(sense, sense.value))
    assert Period(start="2017-01-01", end=end, printed=numeral).holds({}, setting()) is holds


# What the words add to the number


@given(
    before=st.integers(1, 300),
    after=st.integers(0, 600),
    hedge=st.sampled_from([Sense.UP_TO, Sense.UNDER, Sense.AT_MOST]),
)
def test_a_rise_is_no_fall_however_it_is_hedged(before: int, after: int, hedge: Sense) -> None:
    numeral = printed(Kind.PERCENT, Fraction(1, 2), Fraction(1, 100), hedge=Hedge(hedge, hedge.value), direction=1)
    claim, declared = Change(before="a", after="b", printed=numeral), setting("a", "b")
    values = {declared.quantity("a"): Fraction(before), declared.quantity("b"): Fraction(after)}
    moved = Fraction(after - before, before)
    expected = 0 <= moved < Fraction(1, 2) or (moved == Fraction(1, 2) and hedge is not Sense.UNDER)
    assert claim.holds(values, declared) == expected
    assert conditions_hold(claim, values, declared) == expected


SENTENCES = [
    (Change, {"before": "a", "after": "b", "printed": "-3.2%"}, {"a": 1000, "b": 968}, True),
    (Change, {"before": "a", "after": "b", "printed": "-3.2%"}, {"a": 1000, "b": 1032}, False),
    (Change, {"before": "a", "after": "b", "printed": "+5%"}, {"a": 100, "b": 105}, True),
    (Change, {"before": "a", "after": "b", "printed": "+5%"}, {"a": 100, "b": 95}, False),
    (Change, {"before": "a", "after": "b", "printed": "halved"}, {"a": 100, "b": 50}, True),
    (Change, {"before": "a", "after": "b", "printed": "halved"}, {"a": 100, "b": 53}, False),
    (Change, {"before": "a", "after": "b", "printed": "fell threefold"}, {"a": 300, "b": 100}, True),
    (Change, {"before": "a", "after": "b", "printed": "fell threefold"}, {"a": 100, "b": 300}, False),
    (Change, {"before": "a", "after": "b", "printed": "rose threefold"}, {"a": 100, "b": 300}, True),
    (Change, {"before": "a", "after": "b", "printed": "more than doubled"}, {"a": 100, "b": 200}, False),
    (Change, {"before": "a", "after": "b", "printed": "more than doubled"}, {"a": 100, "b": 201}, True),
    (Change, {"before": "a", "after": "b", "printed": "fell by half"}, {"a": 100, "b": 50}, True),
    (Change, {"before": "a", "after": "b", "printed": "fell by a third"}, {"a": 300, "b": 200}, True),
    (Change, {"before": "a", "after": "b", "printed": "fell by a third"}, {"a": 200, "b": 300}, False),
    (Change, {"before": "a", "after": "b", "printed": "fell by 5 to 7 per cent"}, {"a": 100, "b": 94}, True),
    (Change, {"before": "a", "after": "b", "printed": "fell by 5 to 7 per cent"}, {"a": 100, "b": 96}, False),
    (Change, {"before": "a", "after": "b", "printed": "doubled"}, {"a": 0, "b": 0}, False),
    (Share, {"part": "a", "whole": "b", "printed": "one in five"}, {"a": 20, "b": 100}, True),
    (Share, {"part": "a", "whole": "b", "printed": "one in five"}, {"a": 23, "b": 100}, False),
    (Share, {"part": "a", "whole": "b", "printed": "nearly a fifth"}, {"a": 189, "b": 956}, True),
    (Share, {"part": "a", "whole": "b", "printed": "nearly a fifth"}, {"a": 192, "b": 956}, False),
    (Share, {"part": "a", "whole": "b", "printed": "all"}, {"a": 956, "b": 956}, True),
    (Share, {"part": "a", "whole": "b", "printed": "all"}, {"a": 955, "b": 956}, False),
    (Share, {"part": "a", "whole": "b", "printed": "none"}, {"a": 1, "b": 956}, False),
    (Share, {"part": "a", "whole": "b", "printed": "5 to 7 per cent"}, {"a": 6, "b": 100}, True),
    (Share, {"part": "a", "whole": "b", "printed": "5 to 7 per cent"}, {"a": 8, "b": 100}, False),
    (Share, {"part": "a", "whole": "b", "printed": "more than half"}, {"a": 101, "b": 100}, False),
    (Share, {"part": "a", "whole": "b", "printed": "0.0%"}, {"a": 1, "b": 2000}, True),
    (Share, {"part": "a", "whole": "b", "printed": "0.0%"}, {"a": 1, "b": 1999}, False),
    (Ratio, {"of": "a", "to": "b", "printed": "half as many as"}, {"a": 50, "b": 100}, True),
    (Ratio, {"of": "a", "to": "b", "printed": "3 to 1"}, {"a": 60, "b": 20}, True),
    (Ratio, {"of": "a", "to": "b", "printed": "3 to 1"}, {"a": 64, "b": 20}, False),
    (Ratio, {"of": "a", "to": "b", "printed": "15.2"}, {"a": 152, "b": 10}, True),
    (Ratio, {"of": "a", "to": "b", "printed": "60%"}, {"a": 60, "b": 100}, True),
    (Rate, {"events": "a", "population": "b", "printed": "£30 a head"}, {"a": 30_400, "b": 1000}, True),
    (Rate, {"events": "a", "population": "b", "printed": "£30 a head"}, {"a": 30_600, "b": 1000}, False),
    (Rate, {"events": "a", "population": "b", "printed": "0.5", "per": "1,000"}, {"a": 1, "b": 2000}, True),
    (Mean, {"n": "a", "total": "b", "printed": "5"}, {"a": 2, "b": 11}, True),
    (Mean, {"n": "a", "total": "b", "printed": "5"}, {"a": 2, "b": 12}, False),
    (Difference, {"more": "a", "less": "b", "printed": "40 more"}, {"a": 100, "b": 60}, True),
    (Difference, {"more": "a", "less": "b", "printed": "40 more"}, {"a": 100, "b": 61}, False),
    (Count, {"quantity": "a", "printed": "dozens"}, {"a": 3}, True),
    (Count, {"quantity": "a", "printed": "none"}, {"a": 1}, False),
    (Count, {"quantity": "a", "printed": "up to 12"}, {"a": 13}, False),
    (Rank, {"quantity": "a", "among": ["b", "c"], "printed": "most used"}, {"a": 3, "b": 2, "c": 1}, True),
    (Rank, {"quantity": "a", "among": ["b", "c"], "printed": "lowest"}, {"a": 3, "b": 2, "c": 1}, False),
    (Rank, {"quantity": "a", "among": ["b", "c"], "printed": "third lowest"}, {"a": 3, "b": 2, "c": 1}, True),
    (Rank, {"quantity": "a", "among": ["b", "c"], "printed": "third lowest", "order": "highest"}, {"a": 1, "b": 2, "c": 3}, True),
    (Rank, {"quantity": "a", "among": ["b", "c"], "printed": "joint second"}, {"a": 2, "b": 3, "c": 2}, True),
    (Rank, {"quantity": "a", "among": ["b", "c"], "printed": "joint second", "ties": "none"}, {"a": 2, "b": 3, "c": 2}, False),
    (Product, {"factors": ["a", "b"], "printed": "£1,000"}, {"a": 20, "b": 50}, True),
    (Product, {"factors": ["a", "b", "half"], "printed": "£1,000"}, {"a": 20, "b": 100}, True),
    (Product, {"factors": ["1%", "$21.1bn"], "printed": "$211m"}, {}, True),
    (Product, {"factors": ["1%", "$21.1bn"], "printed": "$21m"}, {}, False),
    (Product, {"factors": ["1%", "200"], "result": "a"}, {"a": 2}, True),
    (Product, {"factors": ["1%", "200"], "result": "a"}, {"a": 4}, False),
    (Product, {"factors": ["more than 5", "a"], "result": "b"}, {"a": 0, "b": 7}, False),
    (Product, {"factors": ["more than 5", "a"], "result": "b"}, {"a": 0, "b": 0}, True),
    (Product, {"factors": ["more than 5", "a"], "result": "b"}, {"a": 1, "b": 7}, True),
    (Product, {"factors": ["more than 5", "a"], "result": "b"}, {"a": 1, "b": 5}, False),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "numbers", "expected"), SENTENCES)
def test_printed_words_mean_what_they_say(
    kind: type[Claim], fields: dict[str, Any], numbers: dict[str, int], expected: bool
) -> None:
    claim = kind.model_validate(fields)
    declared = setting(*numbers)
    values = {declared.quantity(name): Fraction(value) for name, value in numbers.items()}
    assert claim.holds(values, declared) is expected
    assert conditions_hold(claim, completed(claim, values, declared), declared) is expected


def test_a_weighted_share_needs_no_whole_numerator() -> None:
    declared = setting("a", "b")
    whole = Statement("b", (Constraint(((declared.quantity("b"), ONE),), Interval.exactly(22), "b came to 22"),))
    plain = Share(part="a", whole="b", printed="34.7%")
    weighted_share = Share(part="a", whole="b", printed="34.7%", weighted=True)
    assert isinstance(solve([whole, Statement("share", tuple(plain.conditions(declared)))]), Conflict)
    answer = solve([whole, Statement("share", tuple(weighted_share.conditions(declared)))])
    assert isinstance(answer, Witness)
    assert weighted_share.holds(answer.values, declared)
    other = Share(part="a", whole="b", printed="35.7%", weighted=True)
    both = [Statement(str(i), tuple(c.conditions(declared))) for i, c in enumerate((weighted_share, other))]
    assert isinstance(solve(both), Conflict)


def test_a_bare_number_is_exact_of_a_count_and_rounded_of_an_amount() -> None:
    claim = Count(quantity="a", printed="956")
    assert claim.allowed(setting("a")) == Interval.exactly(956)
    assert claim.allowed(setting(amounts=("a",))) == Interval.around(Fraction(956), Fraction(1, 2))
    to_ten = replace(setting("a"), convention=Convention.parse("nearest-10"))
    assert Count(quantity="a", printed="960").allowed(to_ten) == Interval.around(Fraction(960), Fraction(5))


def test_a_mean_of_money_or_measures_needs_no_whole_total() -> None:
    declared = setting("a")
    for told, whole in (("5.19", True), ("£5.19", False), ("5.19 kg", False), ("5.2 years", False)):
        claim = Mean(n="a", printed=told)
        assert [q.whole for q in next(iter(claim.conditions(declared))).quantities] == [True]
        totals = {q.name: q.whole for c in claim.conditions(declared) for q in c.quantities if q.name != "a"}
        assert totals == {"total over a": whole}
    assert {q.name for c in Mean(n="a", printed="5", id="score").conditions(declared) for q in c.quantities} == {
        "a",
        "total of score",
    }


def test_a_factor_of_a_quantity_that_may_be_negative_stays_exact() -> None:
    declared = setting(amounts=("a", "r"))
    claim = Product(factors=("a", "1%"), result="r")
    fixed = [
        Statement(name, (Constraint(((declared.quantity(name), ONE),), Interval.exactly(value), name),))
        for name, value in (("a", -200), ("r", -2))
    ]
    answer = solve([*fixed, Statement("product", tuple(claim.conditions(declared)))])
    assert not isinstance(answer, Conflict)
    assert claim.holds({declared.quantity("a"): Fraction(-200), declared.quantity("r"): Fraction(-2)}, declared)
    assert not claim.holds({declared.quantity("a"): Fraction(-200), declared.quantity("r"): Fraction(2)}, declared)


# What is refused, with the reason


SHARE = {"part": "a", "whole": "b"}
NONSENSE = [
    (Count, {"quantity": "a", "printed": "second"}, "'second' is read as ordinal; a count is printed as a number"),
    (Count, {"quantity": "a", "printed": "most"}, "'most' is read as fraction; a count is printed as a number"),
    (Count, {"quantity": "a", "printed": "3 April 2017"}, "'3 April 2017'"),
    (Share, {**SHARE, "printed": "£5"}, "'£5' is read as money; a share is printed as a percentage"),
    (Share, {**SHARE, "printed": "956"}, "'956' is read as count; a share is printed as a percentage"),
    (Share, {**SHARE, "printed": "dozens"}, "'dozens' is read as vague; a share is printed as a percentage"),
    (Share, {**SHARE, "printed": "5 percentage points"}, "'5 percentage points' is read as points"),
    (Share, {**SHARE, "printed": "3 to 1"}, "'3 to 1' compares two things: use kind ratio"),
    (Share, {"part": "a", "whole": "a", "printed": "5%"}, "part and whole are both 'a'"),
    (Total, {"parts": ["a"], "whole": "b"}, "at least 2"),
    (Total, {"parts": [], "whole": "b"}, "at least 2"),
    (Total, {"parts": ["a", "b", "a"], "whole": "c"}, "'a' stands twice among the parts"),
    (Total, {"parts": ["a", "b"], "whole": "b"}, "'b' is a part of itself"),
    (Total, {"parts": ["a", "b"], "whole": "c", "cover": "all"}, "'complete', 'partial' or 'overlapping'"),
    (Change, {"before": "a", "after": "b", "printed": "12%"}, "add direction: up, or direction: down"),
    (Change, {"before": "a", "after": "a", "printed": "up 12%"}, "before and after are both 'a'"),
    (Change, {"before": "a", "after": "b", "printed": "up 12%", "direction": "down"}, "goes up, but"),
    (Change, {"before": "a", "after": "b", "printed": "-12%", "direction": "down"}, "has a sign and a direction"),
    (Change, {"before": "a", "after": "b", "printed": "up 5 points"}, "points"),
    (Change, {"before": "a", "after": "b", "printed": "up 5 percentage points"}, "for percentage points use kind points"),
    (Points, {"before": SHARE, "after": SHARE, "printed": "up 5 percentage points"}, "are the same share"),
    (Points, {"before": SHARE, "after": {**SHARE, "part": "c"}, "printed": "5 percentage points"}, "add direction"),
    (Points, {"before": SHARE, "after": {**SHARE, "part": "c"}, "printed": "up 5%"}, "use kind change"),
    (Points, {"before": {"part": "b", "whole": "b"}, "after": SHARE, "printed": "up 5 percentage points"}, "both 'b'"),
    (Difference, {"more": "a", "less": "a", "printed": "5"}, "more and less are both 'a'"),
    (Difference, {"more": "a", "less": "b", "printed": "-5"}, "swap more and less"),
    (Difference, {"more": "a", "less": "b", "printed": "5%"}, "use kind change"),
    (Ratio, {"of": "a", "to": "a", "printed": "twice"}, "of and to are both 'a'"),
    (Ratio, {"of": "a", "to": "b", "printed": "£5"}, "a ratio is printed as a multiple or a ratio"),
    (Rate, {"events": "a", "population": "b", "printed": "12"}, "add per, as in per: 100,000"),
    (Rate, {"events": "a", "population": "a", "printed": "12 per 1,000"}, "both 'a'"),
    (Rate, {"events": "a", "population": "b", "printed": "12", "per": "0"}, "per is a number above zero"),
    (Rate, {"events": "a", "population": "b", "printed": "12", "per": "about 100"}, "is not exact"),
    (Mean, {"n": "a", "total": "a", "printed": "5"}, "total and n are both 'a'"),
    (Mean, {"n": "a", "items": "0", "printed": "5"}, "greater than or equal to 1"),
    (Mean, {"n": "a", "printed": "twice"}, "a mean is printed as a number"),
    (Rank, {"quantity": "a", "among": ["b"], "printed": "12"}, "'12' is read as count; a rank is printed as a place"),
    (Rank, {"quantity": "a", "among": ["a"], "printed": "first"}, "among names only 'a' itself"),
    (Rank, {"quantity": "a", "among": [], "printed": "first"}, "at least 1"),
    (Rank, {"quantity": "a", "among": ["b", "b"], "printed": "first"}, "'b' stands twice in among"),
    (Bound, {"quantity": "a", "than": "a", "side": "more"}, "quantity and than are both 'a'"),
    (Bound, {"quantity": "a", "than": "half", "side": "more"}, "use kind share"),
    (Bound, {"quantity": "a", "than": "about 12", "side": "more"}, "leave the hedge out"),
    (Bound, {"quantity": "a", "than": "10 to 12", "side": "more"}, "one number"),
    (Bound, {"quantity": "a", "than": "b", "side": "over"}, "'at_least', 'at_most', 'more' or 'fewer'"),
    (Bound, {"quantity": "a", "than": "b", "side": 3}, "'at_least', 'at_most', 'more' or 'fewer'"),
    (Bound, {"quantity": "a", "than": "b c", "side": "more"}, "'b c' is no number"),
    (Extreme, {"of": "age", "group": "a", "printed": "seven"}, "add side: lowest, or side: highest"),
    (Extreme, {"of": "age", "group": "a", "printed": "as young as two", "side": "highest"}, "told of the lowest value"),
    (Period, {"start": "2018-01-03", "end": "2017-04-03", "printed": "nine months"}, "swap them"),
    (Period, {"start": "3 April 2017", "end": "2018-01-03", "printed": "nine months"}, "2018-04-03"),
    (Period, {"start": "2017-04-03", "end": "2018-01-03", "printed": "9"}, "a period is printed as a duration"),
    (Period, {"start": "2017-04-03", "end": "2018-01-03", "printed": "nine hours"}, "has the unit 'hour'"),
    (Product, {"factors": ["a", "b"]}, "add result, a quantity, or printed, a number"),
    (Product, {"factors": ["a"], "printed": "5"}, "at least 2"),
    (Product, {"factors": ["a", "b"], "result": "a"}, "'a' is both a factor and the result"),
    (Product, {"factors": ["a", "second half"], "printed": "5"}, "second half"),
    (Average, {"of": [], "printed": "5"}, "at least 1"),
    (Average, {"of": ["a", "b"], "weights": ["c"], "printed": "5"}, "there are 1 weights for 2 values"),
    (Average, {"of": ["a", "b"], "weights": ["0", "0"], "printed": "5"}, "all weights are zero"),
    (Average, {"of": ["a", "b"], "weights": ["1", "-1"], "printed": "5"}, "'-1' is not exact"),
    (Average, {"of": ["a", "b"], "weights": ["1", "about 1"], "printed": "5"}, "'about 1' is not exact"),
    (Average, {"of": [{"part": "a", "whole": "a"}], "printed": "5%"}, "both 'a'"),
    (Same, {"first": "a", "second": "a"}, "first and second are both 'a'"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "reason"), NONSENSE)
def test_nonsense_is_refused_with_the_reason(kind: type[Claim], fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValidationError) as refused:
        kind.model_validate(fields)
    assert reason in str(refused.value)


def test_a_percentage_is_no_whole_number_of_things() -> None:
    claim = Count(quantity="a", printed="32.6%")
    assert [problem.partition(":")[0] for problem in claim.problems(setting("a"))] == [
        "'a' is counted in whole numbers, so it cannot be '32.6%'"
    ]
    assert list(claim.problems(setting(amounts=("a",)))) == []


@each_kind
def test_a_claim_may_be_written_out_and_read_again(kind: type[Claim]) -> None:
    page = (getdoc(kind) or "").partition("Example:\n")[2].partition("\n\n")[0]
    claim = build(yaml.safe_load(dedent(page)))
    record = claim.model_dump(mode="json", exclude_defaults=True)
    assert build({"kind": claim.kind, **record}) == claim
    assert set(claim.alike()) == {group for group in claim.alike() if set(group) <= set(claim.names())}
