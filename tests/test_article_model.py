"""Articles made in Python: what they take, how they name and order things, and what they refuse."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from factcheck.check import Article
from factcheck.check.article import ClaimsError
from factcheck.check.consistency import interval_of
from factcheck.claim import Checked, Claim
from factcheck.constraint import Quantity
from factcheck.finding import Place
from factcheck.interval import Interval
from factcheck.kinds.count import Count
from factcheck.kinds.share import Share
from factcheck.naming import extreme
from factcheck.numeral import Kind
from factcheck.rounding import Convention, Rounding
from factcheck.structure import Declaration
from factcheck.text import read


def count(quantity: str, printed: str = "5", **fields: Any) -> dict[str, Any]:
    return {"kind": "count", "quantity": quantity, "printed": printed, **fields}


def share(part: str, whole: str, printed: str = "32.6%", **fields: Any) -> dict[str, Any]:
    return {"kind": "share", "part": part, "whole": whole, "printed": printed, **fields}


def refused(**fields: Any) -> list[str]:
    with pytest.raises(ClaimsError) as caught:
        Article(**fields)
    return str(caught.value).splitlines()


def only(claims: tuple[Claim, ...]) -> Claim:
    (claim,) = claims
    return claim


def test_claims_are_models_or_records() -> None:
    model = Share(part="facebook", whole="platform_known", printed="32.6%")
    article = Article(quantities=["facebook", "platform_known"], claims=[model, count("facebook", "312")])
    first, second = article.claims
    assert first == model.model_copy(update={"id": "share-facebook-platform_known"})
    assert isinstance(second, Count)


def test_an_error_is_a_value_error_with_text_that_one_can_read() -> None:
    with pytest.raises(ValueError, match=r"^claims\[0\]\.part: unknown quantity 'facebok'; did you mean 'facebook'\?$"):
        Article(quantities=["facebook", "known"], claims=[share("facebok", "known")])


def test_everything_that_is_wrong_is_told_at_once() -> None:
    assert refused(
        quantities={"a": {"of": "b"}, "c": {"amount": "maybe"}},
        claims=[count("a", "blah"), count("x"), count("a", note=5), "hello"],
        rounding="nearst",
        colour="red",
    )[1:] == [
        "quantities.c.amount: 'maybe' is neither true nor false; write true or false",
        "claims[0].printed: 'blah' is no number; expected a number such as 1,628, 32.6%, nearly a fifth",
        "claims[2].note: 5 where text was expected; put the text in quotes",
        "claims[3]: 'hello' where fields were expected; write `name: value` pairs",
        (
            "colour: unknown field 'colour'; there is article, rounding, language, cells, hedges, data, quantities, claims, ignore"
        ),
        "quantities.a.of[0]: unknown quantity 'b'; declare it under `quantities`",
        "claims[1].quantity: unknown quantity 'x'; declare it under `quantities`",
    ]


def test_unknown_names_are_told_where_they_stand_in_the_claim() -> None:
    points = {
        "kind": "points",
        "before": {"part": "a", "whole": "b"},
        "after": {"part": "a", "whole": "x"},
        "printed": "5 points",
        "direction": "up",
    }
    rank = {"kind": "rank", "quantity": "a", "among": ["a", "y", "b"], "printed": "second"}
    found = refused(quantities=["a", "b"], claims=[points, rank])
    assert [line.partition(": ")[0] for line in found] == ["claims[0].after.whole", "claims[1].among[1]"]


def test_without_declarations_every_name_is_a_plain_count() -> None:
    article = Article(claims=[share("facebook", "platform_known")])
    assert article.setting.quantities == {name: Quantity(name) for name in ("facebook", "platform_known")}
    assert article.facts == ()
    assert article.unused == ()


def test_without_declarations_the_id_of_a_claim_is_no_quantity() -> None:
    article = Article(claims=[count("a"), {"kind": "same", "first": "count-a", "second": "b"}])
    assert list(article.setting.quantities) == ["a", "b"]


def test_quantities_are_names_words_fields_or_declarations() -> None:
    article = Article(
        quantities={"a": None, "b": "what it is", "c": {"of": "a"}, "d": Declaration(unit="km", amount=True)}
    )
    assert article.meanings == {"a": "", "b": "what it is", "c": "", "d": ""}
    assert article.declarations["c"].of == ("a",)
    assert article.setting.quantities["d"] == Quantity("d", whole=False)


def test_quantities_and_claims_may_come_from_a_generator() -> None:
    article = Article(quantities=(name for name in "ab"), claims=(count(name) for name in "ab"))
    assert [claim.id for claim in article.claims] == ["count-a", "count-b"]
    assert refused(quantities=(name for name in "a"), claims=(count(name) for name in "ab")) == [
        "claims[1].quantity: unknown quantity 'b'; declare it under `quantities`"
    ]


def test_an_id_is_the_kind_and_the_quantities_numbered_where_it_is_taken() -> None:
    claims = [count("a"), count("a"), count("a", id="count-a-3"), count("a"), share("a", "b")]
    article = Article(claims=claims)
    assert [claim.id for claim in article.claims] == ["count-a", "count-a-2", "count-a-3", "count-a-4", "share-a-b"]


def test_an_id_made_up_is_no_name_of_a_quantity() -> None:
    article = Article(quantities=["a", "count-a"], claims=[count("a")])
    assert only(article.claims).id == "count-a-2"


def test_an_id_made_up_is_never_long() -> None:
    among = [f"candidate_{number}" for number in range(60)]
    article = Article(claims=[{"kind": "rank", "quantity": among[0], "among": among, "printed": "first"}])
    assert len(only(article.claims).id) <= 100


def test_many_claims_of_one_kind_and_quantity_are_numbered_through() -> None:
    article = Article(claims=[count("a") for _ in range(2_000)])
    assert article.claims[-1].id == "count-a-2000"


@pytest.mark.parametrize("given", ["a", "count-b"])
def test_ids_and_names_of_quantities_are_one_namespace(given: str) -> None:
    found = refused(quantities=["a"], claims=[count("a", id=given), count("a", id=given)])
    assert (
        found[-1]
        == f"claims[1].id: the id {given!r} is taken by an earlier claim; give each claim an id of its own, or none"
    )
    assert len(found) == (2 if given == "a" else 1)


def test_a_setting_has_the_articles_convention_and_cells() -> None:
    article = Article(rounding="half_even", cells={"<5": "1-4", "z": "nil"}, claims=[count("a", "<5"), count("b", "z")])
    assert article.setting.convention == Convention(
        Rounding.HALF_EVEN, cells=(("<5", Interval(Fraction(1), Fraction(4))), ("z", Interval.exactly(0)))
    )
    within = [article.setting.within(claim) for claim in article.claims]
    assert within == [Interval(Fraction(1), Fraction(4)), Interval.exactly(0)]
    assert [claim.numeral.kind for claim in article.claims] == [Kind.SUPPRESSED, Kind.SUPPRESSED]


def test_a_declared_cell_that_is_a_number_stands_for_what_was_declared() -> None:
    article = Article(cells={"0": "small"}, quantities={"a": {"amount": True}}, claims=[count("a", "0")])
    assert article.setting.within(only(article.claims)) == Interval(Fraction(0), Fraction(1, 2))


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("any", Interval.at_least(0)),
        ("nil", Interval.exactly(0)),
        ("small", Interval(Fraction(0), Fraction(1, 2))),
        ("1-4", Interval(Fraction(1), Fraction(4))),
        ("3", Interval.exactly(3)),
        ("under 5", Interval(Fraction(0), Fraction(5), high_open=True)),
        ("up to 9", Interval(Fraction(0), Fraction(9))),
    ],
)
def test_a_cell_stands_for_counts(phrase: str, meant: Interval) -> None:
    assert interval_of(phrase) == meant


def test_a_cell_that_would_be_read_as_something_else_is_the_cell_that_was_declared() -> None:
    article = Article(cells={"about 5": "3-7"}, claims=[count("a", "about 5")])
    assert article.setting.within(only(article.claims)) == Interval(Fraction(3), Fraction(7))


def test_claims_of_a_cell_whose_meaning_cannot_be_read_are_not_told_besides() -> None:
    (told,) = refused(cells={"z": "some"}, claims=[count("a", "z")])
    assert told.startswith("cells.z: ")


def test_a_day_and_a_numeral_and_a_convention_may_be_given_as_such() -> None:
    checked = {"by": "me", "on": date(2018, 4, 3)}
    number = read("956")
    article = Article(claims=[{"kind": "count", "quantity": "a", "printed": number, "checked": checked}])
    assert only(article.claims).numeral is number
    assert only(article.claims).checked == Checked(by="me", on=date(2018, 4, 3))
    assert Article(rounding=Convention(Rounding.UP)).rounding is not None


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"rounding": 5}, "rounding: 5 is no rounding; write its name, such as nearest, half_up, half_down"),
        (
            {"claims": [count("a", checked={"by": "me", "on": "2018-13-03"})]},
            "claims[0].checked.on: '2018-13-03' is no day; write year, month and day, as in 2018-04-03",
        ),
        (
            {"claims": [count("a", occurrence=True)]},
            "claims[0].occurrence: True is no whole number; write it in digits, as in 2",
        ),
        (
            {"claims": [{"kind": "count", "quantity": "a", "printed": 32}]},
            "claims[0].printed: 32 is not text: write the words of the article in quotes",
        ),
        ({"article": "x" * 3 + "\n" * 9, "language": "x" * 99}, f"language: {'x' * 99!r:.60}… (99 characters) is not"),
    ],
)
def test_a_value_of_the_wrong_sort_is_told(fields: dict[str, Any], told: str) -> None:
    assert refused(**fields)[0].startswith(told)


@pytest.mark.parametrize("phrase", ["", "some", "-5", "4-1", "blah"])
def test_a_cell_that_says_no_counts_is_refused(phrase: str) -> None:
    (told,) = refused(cells={"<5": phrase})
    assert told == f"cells.<5: {phrase!r} says no counts; write a number, a range such as 1-4, any, nil or small"


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ({"kind": "total", "parts": ["price", "people"], "whole": "cost"}, "claims[0].parts[1]"),
        ({"kind": "difference", "more": "price", "less": "length", "printed": "5"}, "claims[0].less"),
        ({"kind": "rank", "quantity": "price", "among": ["cost", "length"], "printed": "first"}, "claims[0].among[1]"),
        ({"kind": "bound", "quantity": "price", "side": "more", "than": "length"}, "claims[0].than"),
        ({"kind": "same", "first": "price", "second": "length"}, "claims[0].second"),
        (count("price", "5 km"), "claims[0].printed"),
        (count("people", "£5"), "claims[0].printed"),
    ],
)
def test_unlike_units_never_meet_in_a_sum_or_a_comparison(claim: dict[str, Any], place: str) -> None:
    units = {"price": "£", "cost": "pounds", "length": "km", "people": "people"}
    quantities = {name: {"unit": unit, "amount": True} for name, unit in units.items()}
    (told,) = refused(quantities=quantities, claims=[claim])
    assert told.startswith(f"{place}: ")


@pytest.mark.parametrize(
    "claim",
    [
        {"kind": "rate", "events": "price", "population": "people", "per": "1", "printed": "£5 a head"},
        {"kind": "ratio", "of": "price", "to": "people", "printed": "5"},
        {"kind": "total", "parts": ["price", "other"], "whole": "cost"},
        {"kind": "difference", "more": "now", "less": "then", "printed": "5 points"},
        count("price", "GBP 5"),
        count("length", "5 kilometres"),
        count("other", "5 km"),
    ],
)
def test_units_that_are_alike_or_unknown_or_divided_are_no_mistake(claim: dict[str, Any]) -> None:
    units = {
        "price": "£",
        "cost": "pounds",
        "length": "km",
        "people": "people",
        "other": "",
        "now": "%",
        "then": "per cent",
    }
    quantities = {name: {"unit": unit, "amount": True} for name, unit in units.items()}
    assert Article(quantities=quantities, claims=[claim]).claims


def test_a_waiver_names_a_rule_that_there_is() -> None:
    waiver = {"rule": "excess-digts", "reason": "agreed"}
    expected = "claims[0].waive[0].rule: unknown rule 'excess-digts'; did you mean 'excess-digits'?"
    assert refused(claims=[count("a", waive=waiver)]) == [expected]
    assert refused(claims=[count("a", waive=[waiver])]) == [expected]


def test_what_a_claim_finds_meaningless_is_told() -> None:
    rank = {"kind": "rank", "id": "first", "quantity": "a", "among": ["a", "b"], "printed": "second"}
    (told,) = refused(claims=[rank, {"kind": "same", "first": "first", "second": "a"}])
    assert told.startswith("claims[1]: claim")


def test_facts_are_structure_raw_counts_and_the_order_of_extremes() -> None:
    article = Article(
        quantities={"crimes": {"raw": 1628}, "yorkshire": {"of": "crimes"}},
        claims=[{"kind": "extreme", "of": "age", "group": "yorkshire", "side": "lowest", "printed": "seven"}],
    )
    structure, raw = article.facts
    assert structure.clauses == ("yorkshire counted as part of crimes",)
    assert raw.clauses == ("the data gave 1628 for crimes",)
    assert {extreme("age", "crimes", "lowest"), extreme("age", "yorkshire", "lowest")} <= set(structure.quantities)


def test_unused_quantities_are_those_of_no_claim_and_no_structure() -> None:
    quantities = {"a": None, "b": None, "c": {"of": "b"}, "idle": {"raw": 5}, "d": None}
    assert Article(quantities=quantities, claims=[count("a")]).unused == ("idle", "d")


def test_places_are_no_part_of_what_an_article_says() -> None:
    article = Article(quantities=["a"], claims=[count("a")])
    placed = article.placed("a.yaml", {"a": Place("a.yaml", 2, 3)})
    assert placed == article
    assert (article.name, placed.name) == ("article", "a.yaml")
    assert article.places == {"a": Place(), "count-a": Place()}
    assert placed.places == {"a": Place("a.yaml", 2, 3), "count-a": Place()}


def test_an_article_says_nothing_of_places_and_cannot_be_changed() -> None:
    article = Article(article="news.md", claims=[count("a")])
    assert article.name == "news.md"
    assert "places" not in article.model_dump()
    with pytest.raises(ValueError, match="frozen"):
        article.article = "other.md"  # type: ignore[misc]


@pytest.mark.parametrize("field", ["self", "input", "context", "model_config", "mistakes"])
def test_a_field_of_any_name_is_told_as_unknown(field: str) -> None:
    (told,) = refused(**{field: "x"})
    assert told.startswith(f"{field}: unknown field {field!r}; there is article, ")


def test_an_article_is_checked_by_one_call() -> None:
    report = Article(claims=[count("known", "956"), share("facebook", "known", "32.6%")]).check()
    assert report.ok
    assert not Article(claims=[count("known", "22"), share("facebook", "known", "34.7%")]).check().ok


def test_an_article_without_claims_is_one() -> None:
    assert Article().claims == ()
    assert Article().check().claims == ()
