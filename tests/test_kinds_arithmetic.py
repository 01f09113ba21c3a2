"""Every claim kind holds where, and only where, the raw values print as its number says: laws at the edges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.claim import Claim, PartWhole
from factcheck.constraint import Constraint, Statement
from factcheck.interval import Interval
from factcheck.kinds.average import Average
from factcheck.kinds.bound import Bound
from factcheck.kinds.change import Change
from factcheck.kinds.count import Count
from factcheck.kinds.difference import Difference
from factcheck.kinds.extreme import Extreme
from factcheck.kinds.mean import Mean
from factcheck.kinds.points import Points
from factcheck.kinds.product import Product
from factcheck.kinds.rank import Rank
from factcheck.kinds.rate import Rate
from factcheck.kinds.ratio import Ratio
from factcheck.kinds.same import Same
from factcheck.kinds.share import Share
from factcheck.kinds.total import Total
from factcheck.numeral import Hedge, Kind, Numeral, Sense
from factcheck.rounding import Convention, Rounding, rounded
from factcheck.solve import Witness, solve
from tests.drawn import ONE, Drawn, completed, conditions_hold, printed, setting

# A claim holds where, and only where, the true number would be printed so


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


@pytest.mark.no_cover
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


@pytest.mark.no_cover
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


@pytest.mark.no_cover
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


@pytest.mark.parametrize("whole", ["c", "d"])
def test_a_share_of_points_is_no_more_than_all_and_of_something(whole: str) -> None:
    before, after = PartWhole(part="a", whole="c"), PartWhole(part="b", whole=whole)
    claim = Points(before=before, after=after, printed=printed(Kind.POINTS, Fraction(0), ONE), direction="up")
    declared = setting("a", "b", "c", "d")
    for a, b, c, holds in ((1, 1, 1, True), (2, 2, 1, False), (1, 2, 1, False), (0, 0, 0, False)):
        values = {declared.quantity(name): Fraction(n) for name, n in zip("abcd", (a, b, c, c), strict=True)}
        assert claim.holds(values, declared) is holds
        known = completed(claim, values, declared)
        shares = [q for condition in claim.conditions(declared) for q in condition.quantities if "share" in q.name]
        known = {**dict.fromkeys(shares, ONE), **known}  # of nothing, any share is nothing: the base itself must fail
        assert conditions_hold(claim, known, declared) is holds


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


@pytest.mark.no_cover
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
    data=st.data(),
    cover=st.sampled_from(["complete", "partial", "overlapping"]),
)
def test_a_total_holds_where_the_parts_can_lie_so_in_the_whole(
    parts: list[int], data: st.DataObject, cover: str
) -> None:
    edge = data.draw(st.sampled_from([max(parts), sum(parts)]))
    whole = max(0, edge + data.draw(st.integers(-1, 1)))
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
    itself: bool,
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
    named: bool,
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


SAME_PAIRS: dict[str, tuple[Claim, Claim, Callable[[int, int, int, int], bool]]] = {
    "shares of one whole": (
        Share(part="a", whole="c", printed=percent(5)),
        Share(part="b", whole="c", printed=percent(5)),
        lambda a, b, c, _: c > 0 and a == b,
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
    "an average by numbers and a share": (
        Average(
            of=("a", "b"), weights=(printed(Kind.COUNT, ONE), printed(Kind.COUNT, Fraction(3))), printed=percent(5)
        ),
        Share(part="c", whole="d", printed=percent(5)),
        lambda a, b, c, d: d > 0 and (a + 3 * b) * d == 4 * c,
    ),
    "two differences": (
        Difference(more="a", less="b", printed=printed(Kind.COUNT, Fraction(5))),
        Difference(more="c", less="d", printed=printed(Kind.COUNT, Fraction(5))),
        lambda a, b, c, d: a - b == c - d,
    ),
}


@pytest.mark.no_cover
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
