"""Laws of declared quantities: what structure states is true of every real collection, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.constraint import Condition, Constraint, Either, Quantity, Relation, Statement, Values
from factcheck.interval import Interval
from factcheck.naming import extreme
from factcheck.structure import Declaration, alike, mistakes, quantities, structure

Ages = dict[int, int]
Group = frozenset[int]
SIDES = (("age", "lowest"), ("age", "highest"))


def declared(**fields: Mapping[str, Any]) -> dict[str, Declaration]:
    return {name: Declaration.model_validate(given) for name, given in fields.items()}


def told(declarations: Mapping[str, Declaration], *taken: str) -> list[str]:
    return [str(mistake) for mistake in mistakes(declarations, taken)]


FAMILY = declared(
    everyone={},
    women={"of": "everyone"},
    men={"of": ["everyone"]},
    adults={"sum_of": ["women", "men"], "of": "everyone"},
    reached={"any_of": ["women", "readers"]},
    readers={"of": "everyone"},
    shifts={"some_of": ["day", "night"]},
    day={},
    night={},
    nurses={"some_of": ["on_call"]},
    on_call={},
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Ages, dict[str, Group]]:
    """People with their ages, and groups of them of which FAMILY is true."""
    ages = dict(enumerate(draw(st.lists(st.integers(0, 4), max_size=7))))
    subset = st.frozensets(st.sampled_from(sorted(ages)) if ages else st.nothing(), max_size=len(ages))
    women, others, readers, day, rest, nurses, some = (draw(subset) for _ in range(7))
    return ages, {
        "everyone": frozenset(ages),
        "women": women,
        "men": others - women,
        "adults": women | others,
        "reached": women | readers,
        "readers": readers,
        "day": day,
        "night": rest - day,
        "shifts": day | rest | some,
        "nurses": nurses,
        "on_call": nurses & some,
    }


def values_of(ages: Ages, groups: Mapping[str, Group]) -> Values:
    """The size of each group, and its extremes; those of an empty group are out of everybody's way."""
    values: dict[Quantity, Fraction] = {}
    known = quantities(FAMILY)
    for name, group in groups.items():
        own = [ages[person] for person in group]
        values[known[name]] = Fraction(len(group))
        values[extreme("age", name, "lowest")] = Fraction(min(own, default=99))
        values[extreme("age", name, "highest")] = Fraction(max(own, default=-99))
    return values


@given(worlds())
def test_structure_holds_for_every_real_collection(world: tuple[Ages, dict[str, Group]]) -> None:
    ages, groups = world
    values = values_of(ages, groups)
    known = quantities(FAMILY)
    for statement in structure(FAMILY, SIDES):
        assert statement.holds(values), statement.name
        assert statement.sets is not None
        for person in ages:
            region = frozenset(known[name] for name, group in groups.items() if person in group)
            assert statement.sets.allows(region), statement.name


def constraints(conditions: Iterable[Condition]) -> list[Constraint]:
    return [
        c
        for condition in conditions
        for c in (sum(condition.alternatives, ()) if isinstance(condition, Either) else (condition,))
        if isinstance(c, Constraint)
    ]


def test_every_condition_of_a_fact_has_the_clause_of_the_fact() -> None:
    for statement in structure(FAMILY, SIDES):
        assert len(statement.clauses) == 1
        assert {c.because for c in constraints(statement.conditions)} == set(statement.clauses)


@pytest.mark.parametrize(
    ("fields", "clause"),
    [
        ({"yorkshire": {"of": "crimes"}, "crimes": {}}, "yorkshire counted as part of crimes"),
        ({"women": {}, "men": {}, "staff": {"sum_of": ["women", "men"]}}, "women and men added up to staff"),
        (
            {
                "facebook": {},
                "instagram_whatsapp": {},
                "facebook_owned": {"any_of": ["facebook", "instagram_whatsapp"]},
            },
            "taking facebook owned to mean facebook or instagram whatsapp",
        ),
        (
            {"day": {}, "night": {}, "shifts": {"some_of": ["day", "night"]}},
            "day and night, counted apart, were part of shifts",
        ),
        ({"day": {}, "shifts": {"some_of": "day"}}, "day counted as part of shifts"),
        ({"facebook": {"raw": 312}}, "the data gave 312 for facebook"),
    ],
)
def test_a_fact_is_told_in_words_that_can_follow_because(fields: dict[str, Any], clause: str) -> None:
    (statement,) = structure(declared(**fields))
    assert statement.clauses == (clause,)


def fact(*, extremes: bool = False, **fields: Any) -> Statement:
    found = structure(declared(a={}, b={}, **fields), SIDES[:1] if extremes else ())
    return found[0]


def holds(statement: Statement, **values: int) -> bool:
    named = {quantity.name: quantity for quantity in statement.quantities}
    return statement.holds(
        {named[name.replace("_", " ") if name not in named else name]: Fraction(v) for name, v in values.items()}
    )


def test_a_part_is_at_most_its_whole() -> None:
    statement = fact(c={"of": "a"})
    assert holds(statement, c=3, a=3)
    assert not holds(statement, c=4, a=3)


def test_parts_of_a_sum_are_all_of_it() -> None:
    statement = fact(c={"sum_of": ["a", "b"]})
    assert holds(statement, a=1, b=2, c=3)
    assert not holds(statement, a=1, b=2, c=4)
    assert not holds(statement, a=1, b=2, c=2)


def test_a_union_lies_between_its_greatest_part_and_their_sum() -> None:
    statement = fact(c={"any_of": ["a", "b"]})
    assert [c for c in range(6) if holds(statement, a=1, b=3, c=c)] == [3, 4]


def test_parts_counted_apart_are_at_most_the_whole() -> None:
    statement = fact(c={"some_of": ["a", "b"]})
    assert [c for c in range(6) if holds(statement, a=1, b=3, c=c)] == [4, 5]


def test_each_whole_of_a_list_is_a_fact_of_its_own() -> None:
    found = structure(declared(a={}, b={}, c={"of": ["a", "b"]}))
    assert [statement.clauses for statement in found] == [("c counted as part of a",), ("c counted as part of b",)]
    assert len({statement.name for statement in found}) == 2


def test_no_member_of_a_part_is_younger_than_the_youngest_of_the_whole() -> None:
    statement = fact(c={"of": "a"}, extremes=True)
    assert holds(statement, a=3, c=2, lowest_age_in_a=5, lowest_age_in_c=6)
    assert not holds(statement, a=3, c=2, lowest_age_in_a=5, lowest_age_in_c=4)


def test_a_part_as_large_as_its_whole_shares_its_extremes() -> None:
    statement = fact(c={"of": "a"}, extremes=True)
    assert holds(statement, a=3, c=3, lowest_age_in_a=5, lowest_age_in_c=5)
    assert not holds(statement, a=3, c=3, lowest_age_in_a=5, lowest_age_in_c=6)


def test_the_youngest_of_a_union_is_in_a_part_that_has_members() -> None:
    statement = fact(c={"any_of": ["a", "b"]}, extremes=True)
    youngest = {"lowest_age_in_a": 5, "lowest_age_in_b": 7}
    assert holds(statement, a=1, b=2, c=3, lowest_age_in_c=5, **youngest)
    assert not holds(statement, a=1, b=2, c=3, lowest_age_in_c=4, **youngest)
    assert not holds(statement, a=0, b=2, c=2, lowest_age_in_c=5, **youngest)


def test_the_lowest_of_a_group_is_at_most_its_highest_unless_the_group_is_empty() -> None:
    (statement,) = structure(declared(a={}), SIDES)
    assert statement.clauses == ("the lowest age in a was at most the highest",)
    assert holds(statement, a=1, lowest_age_in_a=2, highest_age_in_a=2)
    assert not holds(statement, a=1, lowest_age_in_a=3, highest_age_in_a=2)
    assert holds(statement, a=0, lowest_age_in_a=3, highest_age_in_a=2)


def test_extremes_of_different_sides_or_attributes_are_not_linked_within_a_group() -> None:
    assert structure(declared(a={}), (("age", "lowest"), ("income", "highest"))) == ()


def test_a_sum_of_amounts_that_may_be_negative_is_a_sum_but_no_set() -> None:
    (statement,) = structure(
        declared(
            north={"amount": True, "least": "-100"},
            south={"amount": True, "least": "-100"},
            profit={"amount": True, "least": "-200", "sum_of": ["north", "south"]},
        )
    )
    assert statement.sets is None
    assert holds(statement, north=-5, south=3, profit=-2)
    assert not holds(statement, north=-5, south=3, profit=2)


def test_names_of_facts_are_no_ids_of_claims_and_none_stands_twice() -> None:
    names = [statement.name for statement in structure({**FAMILY, **declared(counted={"raw": "1,628"})}, SIDES)]
    assert all(":" in name for name in names)
    assert len(set(names)) == len(names)


def test_the_relations_are_those_that_declarations_have() -> None:
    (_, of, apart) = (fact(c={name: ["a", "b"]}).sets for name in ("sum_of", "any_of", "some_of"))
    assert of is not None
    assert apart is not None
    assert (of.relation, apart.relation) == (Relation.UNION, Relation.DISJOINT)


def test_quantities_are_counts_from_zero_unless_declared_otherwise() -> None:
    found = quantities(declared(a={}, b={"amount": True, "least": "-5", "most": "1,000"}))
    assert found["a"] == Quantity("a")
    assert found["b"] == Quantity("b", whole=False, within=Interval(Fraction(-5), Fraction(1000)))


def test_a_raw_count_is_exactly_itself() -> None:
    (statement,) = structure(declared(a={"raw": "1,628"}))
    assert [v for v in range(1620, 1640) if holds(statement, a=v)] == [1628]


@pytest.mark.parametrize("words", ["about 300", "a third", "1.6 million", "most", "300 to 400"])
def test_a_raw_count_is_no_hedge_and_no_rounded_number(words: str) -> None:
    with pytest.raises(ValueError, match="is not exact: write the number with all its digits"):
        Declaration.model_validate({"raw": words})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"a": {"of": "bb"}, "bbb": {}}, "a.of[0]: unknown quantity 'bb'; did you mean 'bbb'?"),
        ({"a": {"of": "x"}}, "a.of[0]: unknown quantity 'x'; declare it under `quantities`"),
        ({"a": {"of": ["b", "b"]}, "b": {}}, "a.of[1]: 'b' is named twice; name each quantity once"),
        ({"a": {"any_of": ["a"]}}, "a.any_of[0]: 'a' cannot be part of itself; name another quantity"),
        ({"a": {"sum_of": []}}, "a.sum_of: `sum_of` names no quantity; name at least one, or leave the field out"),
        (
            {"a": {"of": "b"}, "b": {"of": "c"}, "c": {"of": "a"}},
            "c.of[0]: parts go round in a circle: 'a' in 'b' in 'c' in 'a'; take one of them out of the circle",
        ),
        (
            {"a": {"any_of": ["b"]}, "b": {"sum_of": ["a"]}},
            "b.sum_of[0]: parts go round in a circle: 'a' in 'b' in 'a'; take one of them out of the circle",
        ),
        (
            {"a": {"unit": "£", "sum_of": ["b", "c"]}, "b": {"unit": "£"}, "c": {"unit": "km"}},
            (
                "a.sum_of[1]: 'a' is in £ and 'c' in km: unlike units are never added or compared; "
                "correct a `unit`, or take the quantity out of the list"
            ),
        ),
        (
            {"a": {"of": "b", "least": "-1"}, "b": {}},
            (
                "a.of[0]: 'a' may be negative, so it is no part of anything and has no parts; "
                "set `least: 0`, or use `sum_of`"
            ),
        ),
        ({"a": {"least": "5", "most": "3"}}, "a.most: no value is at least 5 and at most 3; correct `least` or `most`"),
        (
            {"a": {"least": "4.5", "most": "4.6"}},
            "a.most: no whole number is at least 4.5 and at most 4.6; correct `least` or `most`",
        ),
        (
            {"a": {"raw": "3.5"}},
            (
                "a.raw: '3.5' is not a whole number, and 'a' is a count; "
                "declare `amount: true` if it is measured, not counted"
            ),
        ),
        ({"a": {"raw": "5", "most": "3"}}, "a.raw: '5' lies outside `least` and `most`; correct one of them"),
        (
            {"a": {"raw": "£5", "unit": "km", "amount": True}},
            "a.raw: '£5' is not in km; write it in km, as `unit` says",
        ),
    ],
)
def test_what_is_wrong_with_declarations_is_told_with_its_place(fields: dict[str, Any], expected: str) -> None:
    assert told(declared(**fields)) == [expected]


def test_a_name_is_of_a_quantity_or_of_a_claim() -> None:
    (mistake,) = mistakes(declared(crimes={}), ["crimes"])
    assert mistake.at_key
    assert str(mistake) == "crimes: 'crimes' is also the id of a claim; give one of them another name"


def test_every_circle_is_told_in_one_run() -> None:
    found = told(declared(a={"of": "b"}, b={"of": "a"}, c={"of": "d"}, d={"of": "c"}))
    assert [line.partition(":")[0] for line in found] == ["b.of[0]", "d.of[0]"]


def test_two_ways_into_one_whole_are_no_circle() -> None:
    assert told(declared(a={"of": ["b", "c"]}, b={"of": "c"}, c={"any_of": ["a", "b"]})) == []


@pytest.mark.parametrize(
    ("first", "second", "same"), [("", "km", True), ("£", "", True), ("Km", " km", True), ("£", "km", False)]
)
def test_units_are_alike_unless_both_are_known_and_differ(first: str, second: str, same: bool) -> None:
    assert alike(first, second) is same
    assert alike(second, first) is same


def test_a_true_family_has_no_mistakes() -> None:
    assert told(FAMILY) == []
