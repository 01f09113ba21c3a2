"""Every claim kind: its examples, its manual page, what its words mean, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from inspect import getdoc
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from factcheck.claim import Claim, Example
from factcheck.constraint import Constraint, Statement
from factcheck.interval import EMPTY, Interval
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
from factcheck.numeral import Hedge, Kind, Sense
from factcheck.rounding import Convention
from factcheck.scan import claims_in
from factcheck.solve import Conflict, Witness, solve
from tests.drawn import ONE, completed, conditions_hold, printed, setting

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
    record = yaml.load(dedent(page), Loader=yaml.BaseLoader)  # noqa: S506 - every scalar as its string, no objects
    assert isinstance(build(record), kind)


@each_kind
def test_every_field_says_what_it_is_for(kind: type[Claim]) -> None:
    assert set(kind.model_fields) - {"kind"} <= set(kind.descriptions())


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
    (Ratio, {"of": "a", "to": "b", "printed": "half"}, {"a": 50, "b": 100}, True),
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
    (Rank, {"quantity": "a", "among": ["b"], "printed": "second lowest", "order": "highest"}, {"a": 1, "b": 2}, True),
    (Rank, {"quantity": "a", "among": ["b", "c"], "printed": "joint second"}, {"a": 2, "b": 3, "c": 2}, True),
    (Rank, {"quantity": "a", "among": ["b"], "printed": "joint first", "ties": "none"}, {"a": 2, "b": 2}, False),
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
    (Product, {"factors": ["under 5", "a"], "result": "b"}, {"a": 1, "b": 4}, True),
    (Product, {"factors": ["under 5", "a"], "result": "b"}, {"a": 1, "b": 5}, False),
    (Average, {"of": ["a", "b"], "printed": "more than 5"}, {"a": 5, "b": 4}, False),
    (Average, {"of": ["a", "b"], "printed": "more than 5"}, {"a": 6, "b": 4}, True),
    (Average, {"of": ["a", "b"], "printed": "under 5"}, {"a": 5, "b": 6}, False),
    (Average, {"of": ["a", "b"], "printed": "under 5"}, {"a": 4, "b": 6}, True),
    (Average, {"of": [{"part": "a", "whole": "b"}], "printed": "200%"}, {"a": 2, "b": 1}, False),
    (Average, {"of": [{"part": "a", "whole": "b"}], "printed": "100%"}, {"a": 1, "b": 1}, True),
    (Average, {"of": [{"part": "a", "whole": "b"}], "weights": ["b"], "printed": "200%"}, {"a": 2, "b": 1}, False),
    (Average, {"of": [{"part": "a", "whole": "b"}], "weights": ["1"], "printed": "200%"}, {"a": 2, "b": 1}, False),
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
    amount_to_ten = replace(setting(amounts=("a",)), convention=Convention.parse("nearest-10"))
    assert Count(quantity="a", printed="960").allowed(amount_to_ten) == Interval.around(Fraction(960), Fraction(5))


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
    (Points, {"before": {"part": "b", "whole": "b"}, "after": SHARE, "printed": "up 5 points"}, "both 'b'"),
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


def test_there_is_no_place_before_the_first() -> None:
    with pytest.raises(ValidationError, match="places are counted from first"):
        Rank(quantity="a", among=("b",), printed=printed(Kind.ORDINAL, Fraction(0)))


def test_what_is_no_ratio_of_sums_has_no_measure() -> None:
    declared = setting("a", "b")
    assert Average(of=("a", "b"), printed="5").measure(declared) is None
    assert Product(factors=("a", "£5"), printed="£20").measure(declared) is None


def test_nothing_lies_in_an_empty_range() -> None:
    claim = Average(of=("a",), printed="10 to 12", rounding="exact")
    declared = setting("a")
    assert claim.allowed(declared) == Interval(Fraction(10), Fraction(12))
    empty = replace(declared, convention=Convention(cells=(("x", EMPTY),)))
    claim = Average(of=("a",), printed=printed(Kind.MEASURE, ONE, surface="x"))
    values = {declared.quantity("a"): ONE}
    assert not claim.holds(values, empty)
    assert not conditions_hold(claim, values, empty)
