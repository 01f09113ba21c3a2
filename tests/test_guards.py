"""Guards against the slow way: every other number printed in turn, and the whole article settled again."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from factcheck import Article, Options, Report
from factcheck.check import check
from factcheck.check.guards import Measures
from factcheck.check.guards.forms import Others, others
from factcheck.check.settle import statement_of
from factcheck.claim import Claim
from factcheck.cli import Exit, app
from factcheck.finding import Guard
from factcheck.solve import Witness, solve

THOROUGH = Options(guards=Measures(effort=500_000, each=10_000, thorough=True))
QUICK = Options(guards=Measures(effort=60, each=4))
HALF = Fraction(1, 2)


def possible(article: Article, claim: Claim, place: int, found: Others) -> bool:
    """Whether the article would have passed with another number of the form."""
    other = claim.model_copy(update={"printed": found.numerals[place]})
    claims = (other if one is claim else one for one in article.claims)
    statements = [*article.facts, *(statement_of(one, article.setting) for one in claims)]
    return isinstance(solve(statements), Witness)


def slow(article: Article, claim: Claim) -> tuple[Fraction, int]:
    """The share of other numbers that is caught, and how many others there are."""
    found = others(claim, article.setting.convention_of(claim))
    assert found is not None
    caught = {at for at in range(len(found)) if at != found.own and not possible(article, claim, at, found)}
    even = Fraction(len(caught), len(found) - 1)
    if not found.slips:
        return even, len(found) - 1
    return (even + Fraction(len(caught.intersection(found.slips)), len(found.slips))) * HALF, len(found) - 1


def guards(article: Article, options: Options) -> dict[str, Guard]:
    return {guard.claim: guard for guard in check(article, options).guards}


part_and_whole = st.tuples(st.integers(1, 98), st.integers(1, 98)).map(sorted)
FORMS: list[Any] = [
    lambda a, b: [count("whole", b), share(f"{round_half_up(a, b, 0)}%")],
    lambda a, b: [count("part", a), share(f"{round_half_up(a, b, 0)}%")],
    lambda a, b: [share(f"{round_half_up(a, b, 0)}%"), count("part", a), count("whole", b)],
    lambda a, b: [count("whole", b), {**share("at least 10%"), "id": "hedged"}] if 10 * a >= b else [count("whole", b)],
    lambda a, b: [count("part", a), count("whole", b), total(["part", "rest"], "whole"), count("rest", b - a)],
    lambda a, b: [
        count("part", a),
        count("whole", b),
        {"kind": "difference", "more": "whole", "less": "part", "printed": str(b - a)},
    ],
    lambda a, b: [count("part", a), count("part", a), count("whole", b)],
]


def count(quantity: str, printed: int) -> dict[str, Any]:
    return {"kind": "count", "quantity": quantity, "printed": str(printed)}


def share(printed: str) -> dict[str, Any]:
    return {"kind": "share", "part": "part", "whole": "whole", "printed": printed}


def total(parts: list[str], whole: str) -> dict[str, Any]:
    return {"kind": "total", "parts": parts, "whole": whole}


def round_half_up(part: int, whole: int, places: int) -> str:
    units = (Fraction(part, whole) * 100 * 10**places + HALF) // 1
    return f"{int(units)}"


@pytest.mark.no_cover
@settings(max_examples=25)
@given(st.sampled_from(FORMS), part_and_whole)
def test_a_thorough_share_is_that_of_the_slow_way(form: Any, pair: list[int]) -> None:
    article = Article(claims=form(*pair))
    told = guards(article, THOROUGH)
    for claim in article.claims:
        if claim.prints and told[claim.id].others:
            share_caught, count_of_others = slow(article, claim)
            guard = told[claim.id]
            assert (guard.least, guard.most, guard.others) == (share_caught, share_caught, count_of_others)


@pytest.mark.no_cover
@settings(max_examples=25)
@given(st.sampled_from(FORMS), part_and_whole)
def test_a_quick_share_is_never_more_than_is_known(form: Any, pair: list[int]) -> None:
    article = Article(claims=form(*pair))
    for claim, guard in ((article.setting.claims[name], guard) for name, guard in guards(article, QUICK).items()):
        if guard.others:
            assert guard.least <= slow(article, claim)[0] <= guard.most


@pytest.mark.parametrize(
    ("printed", "words"),
    [("956", "100 to 999"), ("32.6%", "10.0% to 99.9%"), ("7%", "1% to 9%"), ("£1.6m", "£0.1m to £9.9m")],
)
def test_the_other_numbers_have_as_many_digits_and_decimals(printed: str, words: str) -> None:
    kind = share(printed) if "%" in printed else {"kind": "count", "quantity": "part", "printed": printed}
    article = Article(claims=[kind])
    (claim,) = article.claims
    found = others(claim, article.setting.convention_of(claim))
    assert found is not None
    assert found.words == words
    assert found.numerals[found.own].value == claim.numeral.value
    assert found.own not in found.slips
    assert len({str(numeral.value) for numeral in found.numerals}) == len(found)


@given(st.integers(1, 999))
def test_slips_are_one_digit_away_or_two_neighbours_swapped(number: int) -> None:
    article = Article(claims=[count("part", number)])
    (claim,) = article.claims
    found = others(claim, article.setting.convention_of(claim))
    assert found is not None
    written = str(number)
    for place in found.slips:
        other = str(found.numerals[place].value)
        assert len(other) == len(written)
        apart = [at for at, (a, b) in enumerate(zip(written, other, strict=True)) if a != b]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(other) == sorted(written)
        assert len(apart) == 1 or swapped
    assert {str(n.value) for n in found.numerals} >= {f"{written[:-1]}{digit}" for digit in "123456789"}


def test_a_number_that_stands_alone_is_unguarded_and_one_that_is_told_twice_is_guarded() -> None:
    lone, twice = Article(claims=[count("part", 142)]), Article(claims=[count("part", 142), count("part", 142)])
    assert guards(lone, Options())["count-part"].words == "0%"
    assert guards(twice, Options())["count-part"].words == "100%"
    rules = [[finding.rule.name for finding in check(article, Options()).findings] for article in (lone, twice)]
    assert rules == [["unguarded"], ["implied"]]


def test_claims_that_the_others_imply_are_named_and_those_that_add_something_are_not() -> None:
    article = Article(claims=[count("part", 312), count("whole", 956), share("32.6%"), share("about a third")])
    (note,) = [one for one in check(article, Options()).findings if one.rule.name == "implied"]
    assert note.claims == ("count-part", "share-part-whole", "share-part-whole-2")
    looser = Article(claims=[count("whole", 956), share("32.6%"), share("about a third")])
    (note,) = [one for one in check(looser, Options()).findings if one.rule.name == "implied"]
    assert note.claims == ("share-part-whole-2",)


def test_a_waived_note_is_silent_and_the_others_are_told_on() -> None:
    waiver = {"rule": "unguarded", "reason": "the only number there is"}
    article = Article(claims=[{**count("part", 142), "waive": [waiver]}, count("whole", 956)])
    report = check(article, Options())
    (finding,) = report.findings
    assert finding.claims == ("count-whole",)
    assert [waived.claim for waived in report.waived] == ["count-part"]


def test_of_a_component_that_does_not_hold_nothing_is_worked_out() -> None:
    article = Article(claims=[count("part", 142), count("part", 143), count("whole", 956)])
    told = [(name, guard.words) for name, guard in guards(article, Options()).items()]
    assert told == [("count-part", "not worked out"), ("count-part-2", "not worked out"), ("count-whole", "0%")]
    assert "0 of 3 numbers guarded, 2 not worked out" in Report((check(article, Options()),)).summary


@pytest.mark.parametrize(("enough", "told"), [("1/10", True), ("9/10", False)])
def test_the_threshold_is_an_option(enough: str, *, told: bool) -> None:
    article = Article(claims=[count("whole", 40), share("30%")])
    guard = guards(article, Options(guards=Measures(Fraction(enough))))["share-part-whole"]
    assert guard.is_guarded is told


# The commands

ARTICLE = """
claims:
- {kind: count, quantity: cases, printed: "956"}
- {kind: share, part: facebook, whole: cases, printed: "32.6%"}
- {kind: count, quantity: alone, printed: "142"}
"""


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout


@pytest.mark.no_cover
def test_guards_tells_every_number_and_what_would_guard_it(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(ARTICLE, encoding="utf-8")
    code, out = run("guards", str(file), "--output-format", "table")
    assert code == Exit.OK
    assert "a raw count for alone" in out
    (article,) = json.loads(run("guards", str(file), "--output-format", "json")[1])["articles"]
    assert [guard["claim"] for guard in article["guards"]] == ["count-cases", "share-facebook-cases", "count-alone"]


def test_bounds_tells_every_quantity_and_which_are_forced(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(ARTICLE, encoding="utf-8")
    code, out = run("bounds", str(file), "--output-format", "table")
    assert code == Exit.OK
    rows = [line.split()[:3] for line in out.split("\n") if line.endswith("exactly")]
    assert rows == [
        ["cases", "956", "exactly"],
        ["facebook", "312", "exactly"],
        ["alone", "142", "exactly"],
    ]
    (article,) = json.loads(run("bounds", str(file), "--output-format", "json")[1])["articles"]
    assert [(one["quantity"], one["least"], one["greatest"]) for one in article["implied"]][1] == (
        "facebook",
        "312",
        "312",
    )


def test_bounds_of_an_article_that_fails_are_those_of_the_rest_and_say_so(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(ARTICLE + '- {kind: count, quantity: alone, printed: "143"}\n', encoding="utf-8")
    code, out = run("bounds", str(file), "--output-format", "table")
    assert code == Exit.FOUND
    assert "Taken away, for they cannot all be true: count-alone, count-alone-2." in out
    assert "facebook" in out
