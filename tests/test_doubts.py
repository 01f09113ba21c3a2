"""What is wrong with claims, asked bit by bit: the same as their report says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Article, Claim, Count, Options, Share, Total
from factcheck.check import Doubts, Measures, check

UNGUARDED = Options(guards=Measures(effort=0))
small = st.integers(2, 99)


def of(*claims: Claim) -> Article:
    return Article(claims=claims)


def shares(part: int, whole: int, percent: int) -> tuple[Claim, ...]:
    return (
        Count(quantity="upheld", printed=f"{part}"),
        Count(quantity="cases", printed=f"{whole}"),
        Share(part="upheld", whole="cases", printed=f"{percent}%"),
    )


def sums(first: int, second: int, whole: int) -> tuple[Claim, ...]:
    counts = {"men": first, "women": second, "people": whole}
    return (
        *(Count(quantity=name, printed=f"{number}") for name, number in counts.items()),
        Total(parts=["men", "women"], whole="people"),
    )


@pytest.mark.no_cover
@settings(max_examples=40)
@given(st.tuples(small, small, small, small, small, small))
def test_doubts_say_what_the_report_says(drawn: tuple[int, ...]) -> None:
    article = of(*shares(*drawn[:3]), *sums(*drawn[3:]))
    doubts, report = Doubts(article, UNGUARDED), check(article, UNGUARDED)
    wrong = [finding for finding in report.findings if finding.is_error and finding.clauses]
    assert doubts.is_wrong == bool(wrong)
    told = sorted((slip for finding in wrong for slip in finding.slips), key=str)
    assert sorted(doubts.slips(), key=str) == told
    for index, claim in enumerate(article.claims):
        mendings = [mending for finding in wrong for mending in finding.mendings if mending.claim == claim.id]
        assert [mending for mending in doubts.mendings(index) if mending is not None] == mendings
    assert doubts.report == report


def test_no_doubt_is_left_where_all_can_be_true() -> None:
    doubts = Doubts(of(*shares(312, 956, 33)), UNGUARDED)
    assert not doubts.is_wrong
    assert [*doubts.slips(), *doubts.mendings(0)] == []


def test_a_claim_that_no_conflict_is_about_has_no_mending_in_it() -> None:
    doubts = Doubts(of(*shares(312, 956, 33), *sums(40, 50, 91)), UNGUARDED)
    assert doubts.is_wrong
    assert [*doubts.mendings(0)] == [None]
    assert [mending.printed for mending in doubts.mendings(5) if mending is not None] == ["91"]
