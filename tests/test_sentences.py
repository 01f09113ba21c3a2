"""Conflicts in words: what is shared is told once, and nothing is lost or made of two things one."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck import Article


def count(quantity: str, printed: str) -> dict[str, Any]:
    return {"kind": "count", "quantity": quantity, "printed": printed}


def share(part: str, printed: str, whole: str = "cases") -> dict[str, Any]:
    return {"kind": "share", "part": part, "whole": whole, "printed": printed}


def total(*parts: str, whole: str) -> dict[str, Any]:
    return {"kind": "total", "parts": parts, "whole": whole}


SENTENCES: list[tuple[list[dict[str, Any]], str]] = [
    ([count("cases", "956"), count("cases", "965")], "Because cases came to 956, it cannot be that cases came to 965."),
    (
        [count("men", "12"), count("women", "15"), count("people", "28"), total("men", "women", whole="people")],
        "Because men came to 12, women to 15 and people to 28, it cannot be that men and women added up to people.",
    ),
    (
        [count("cases", "956"), count("facebook", "312"), share("facebook", "36.2%")],
        "Because cases came to 956 and facebook to 312, it cannot be that facebook made up 36.2% of cases.",
    ),
    (
        [share("a", "50%", "b"), share("a", "20%", "c"), count("b", "10"), count("c", "60")],
        "Because a made up 50% of b, a made up 20% of c and b came to 10, it cannot be that c came to 60.",
    ),
    (
        [share("a", "60%"), share("b", "50%"), {**total("a", "b", whole="cases"), "cover": "partial"}],
        "Because a made up 60% and b 50% of cases, it cannot be that a and b, counted apart, came to no more than cases.",
    ),
]


@pytest.mark.parametrize(("claims", "told"), SENTENCES)
def test_a_conflict_is_told_in_one_sentence(claims: list[dict[str, Any]], told: str) -> None:
    (finding,) = [one for one in Article(claims=claims).check().findings if one.is_error]
    assert finding.message == told


def test_every_clause_stands_in_the_data_of_the_finding_as_it_is() -> None:
    claims, _ = SENTENCES[1]
    (finding,) = [one for one in Article(claims=claims).check().findings if one.is_error]
    assert finding.clauses == (
        "men came to 12",
        "women came to 15",
        "people came to 28",
        "men and women added up to people",
    )


def test_names_that_are_lists_themselves_share_nothing() -> None:
    claims = [count("bread_and_butter", "12"), count("milk", "15"), count("all", "28")]
    article = Article(claims=[*claims, total("bread_and_butter", "milk", whole="all")])
    (finding,) = [one for one in article.check().findings if one.is_error]
    assert finding.message == (
        "Because bread and butter came to 12; and milk came to 15 and all to 28, "
        "it cannot be that bread and butter and milk added up to all."
    )
