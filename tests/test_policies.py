"""What a publication may ask of every claim: a source, a second reader, a guard; and what its waivers are worth."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from factcheck.article import parse
from factcheck.check import Article, Measures, Options, check
from factcheck.finding import Finding, Severity

LAZY = Measures(effort=0)


def claim(**more: Any) -> dict[str, Any]:
    return {"kind": "count", "quantity": "a", "printed": "5", **more}


def found(claims: list[dict[str, Any]], **asked: Any) -> list[Finding]:
    return list(check(Article(claims=claims), Options(**{"guards": LAZY, **asked})).findings)


def messages(claims: list[dict[str, Any]], **asked: Any) -> list[str]:
    return [f"{one.rule.name}: {one.message}" for one in found(claims, **asked)]


def test_a_claim_names_its_source_where_that_is_required() -> None:
    claims = [claim(source="FOI requests"), claim(source="  "), claim()]
    told = ["missing-source: count-a-2 names no source.", "missing-source: count-a-3 names no source."]
    assert messages(claims, require_source=True) == told
    assert all(one.is_error for one in found(claims, require_source=True))
    assert messages(claims) == []


@pytest.mark.parametrize(
    ("author", "by", "told"),
    [
        ("Ann", "Ben", ""),
        ("", "Ben", ""),
        ("Ann", "Ann", "checked by its author only: Ann"),
        ("Ann  Lee", " ann lee", "checked by its author only: ann lee"),
        ("Ann", " ", "not checked by anybody"),
        ("", "", "not checked by anybody"),
        ("Ann", None, "not checked by anybody"),
    ],
)
def test_somebody_else_has_checked_a_claim_where_that_is_required(author: str, by: str | None, told: str) -> None:
    checked = {} if by is None else {"checked": {"by": by, "on": "2018-04-03"}}
    claims = [claim(author=author, **checked)]
    assert messages(claims, require_checked=True) == ([f"missing-check: count-a was {told}."] if told else [])
    assert messages(claims) == []


def test_every_unguarded_number_is_an_error_of_its_own_where_guards_are_required() -> None:
    claims = [claim(printed="142"), claim(printed="1,628", quantity="b"), claim(printed="1,628", quantity="b")]
    (error, note) = found(claims, require_guarded=True, guards=Measures())
    assert (error.rule.name, error.claims, error.severity) == ("unguarded", ("count-a",), Severity.ERROR)
    assert note.rule.name == "implied"
    (note, _) = found([*claims, claim(printed="7", quantity="c")], guards=Measures())
    assert (note.rule.name, note.claims, note.severity) == ("unguarded", ("count-a", "count-c"), Severity.NOTE)


def test_a_number_whose_guard_could_not_be_found_out_is_no_guarded_one() -> None:
    claims = [
        claim(printed="1,628", quantity="whole"),
        claim(printed="142", quantity="part"),
        {"kind": "share", "part": "part", "whole": "whole", "printed": "8.7%"},
    ]
    tired = Measures(effort=1, each=0)
    told = found(claims, require_guarded=True, guards=tired)
    (one, *_) = [one for one in told if one.message.startswith("It was not found out whether this number is guarded")]
    assert (one.rule.name, one.is_error) == ("unguarded", True)
    assert not any(message.startswith("unguarded: It was") for message in messages(claims, guards=tired))


def test_guards_that_nobody_looks_for_cannot_be_required() -> None:
    with pytest.raises(ValueError, match="an effort"):
        Options(require_guarded=True, guards=LAZY)


def test_what_a_policy_finds_can_be_waived_claim_by_claim() -> None:
    waivers = [{"rule": rule, "reason": "the desk knows"} for rule in ("missing-source", "missing-check", "unguarded")]
    options = Options(require_source=True, require_checked=True, require_guarded=True)
    report = check(Article(claims=[claim(waive=waivers)]), options)
    assert report.findings == ()
    assert [waived.finding.rule.name for waived in report.waived] == ["unguarded", "missing-source", "missing-check"]


@pytest.mark.parametrize("rule", ["missing-source", "missing-check", "unguarded", "implied"])
def test_a_waiver_of_what_this_run_does_not_ask_for_is_not_called_unused(rule: str) -> None:
    waived = claim(waive={"rule": rule, "reason": "the desk knows", "until": "2026-01-31"})
    assert messages([waived]) == []
    assert messages([waived], today=date(2026, 2, 1))[0].startswith("expired-waiver: ")
    asked = {"require_source": True, "require_checked": True, "guards": Measures()}
    sound = waived | {"source": "x", "checked": {"by": "Ben", "on": "2018-04-03"}}
    twice = messages([sound, claim(source="x", checked=sound["checked"])], **asked)
    assert (f"unused-waiver: The waiver of {rule} on count-a silences nothing." in twice) == (rule != "implied")


def test_a_reason_has_words() -> None:
    with pytest.raises(ValueError, match=r"claims\[0\].waive.reason: ' ' where text was expected"):
        Article(claims=[claim(waive={"rule": "fail", "reason": " "})])
    with pytest.raises(ValueError, match=r"ignore\[0\].reason: '\\t' where text was expected"):
        Article(ignore=[{"passage": "aged 42", "reason": "\t"}])


def test_a_finding_is_known_by_what_it_says_and_not_by_what_the_rest_of_the_article_is_like() -> None:
    articles = [parse(words, "plain") for words in ("Of 5 boats 7 sank.", "Of 5 boats 7 sank, and 9 were saved.")]
    options = Options(min_coverage=Fraction(1), guards=LAZY)
    quoted = Article(claims=[claim(quote="Of 5 boats")])
    (first, *_), (second, *_) = (check(quoted, options, document).findings for document in articles)
    assert first.message != second.message
    assert first.key("a") == second.key("a") != first.key("b")
