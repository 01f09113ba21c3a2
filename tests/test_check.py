"""Verdicts and findings of small articles, and that none of them depends on luck."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import (
    Article,
    ArticleReport,
    Bound,
    Change,
    Claim,
    Count,
    Difference,
    Options,
    Ratio,
    Share,
    Total,
    Verdict,
)
from factcheck.check import Measures, check
from factcheck.finding import Finding, Severity
from factcheck.solve import Budget

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 2, 1)


def count(quantity: str, printed: str, **fields: Any) -> Count:
    return Count(quantity=quantity, printed=printed, **fields)


def share(part: str, whole: str, printed: str, **fields: Any) -> Share:
    return Share(part=part, whole=whole, printed=printed, **fields)


def told(*claims: Claim, quantities: Mapping[str, Any] | Iterable[str] | None = None, **options: Any) -> ArticleReport:
    unguarded = Measures(effort=0)  # guards have laws of their own
    return check(Article(quantities=quantities, claims=claims), Options(guards=unguarded, **options))


def verdicts(report: ArticleReport) -> list[str]:
    return [result.verdict.value for result in report.claims]


def rules(report: ArticleReport) -> list[str]:
    return [finding.rule.name for finding in report.findings]


def only(report: ArticleReport, rule: str) -> Finding:
    (found,) = [finding for finding in report.findings if finding.rule.name == rule]
    return found


SPLIT = Total(parts=["men", "women"], whole="people")


# Verdicts


def test_claims_that_one_set_of_counts_makes_true_pass() -> None:
    report = told(count("cases", "956"), share("upheld", "cases", "32.6%"))
    assert report.ok
    assert verdicts(report) == ["pass", "pass"]
    assert report.claims[1].possible == "312 of 956; 311 would print 32.5%, 313 would print 32.7%"


def test_no_claims_make_an_empty_report() -> None:
    report = told()
    assert report.ok
    assert (report.claims, report.findings, str(report)) == ((), (), "")


@pytest.mark.parametrize("printed", ["102%", "100.1%", "more than 100%"])
def test_a_share_of_more_than_all_fails_by_itself(printed: str) -> None:
    report = told(share("a", "b", printed))
    assert verdicts(report) == ["fail"]
    assert only(report, "fail").message == f"It cannot be that a made up {printed} of b."
    assert only(report, "fail").mendings == ()


def test_what_a_share_could_print_is_never_more_than_all() -> None:
    report = told(count("b", "10"), count("a", "11"), share("a", "b", "110%"))
    assert verdicts(report) == ["pass", "pass", "fail"]
    assert [m.possible for m in only(report, "fail").mendings] == ["no number fits while the others stand as they are"]


ALL = "At least one of `count-cases` and `count-cases-2` has to change; one is enough."
ONLY = "Only a change of the number in `{}` mends everything in this article."
NONE = (
    "No change of a single number mends this: at least two things here have to change. Without `count-cases` and "
    "`count-cases-2`, without `count-cases` and `count-cases-3` or without `count-cases-2` and `count-cases-3`, all the "
    "rest can hold."
)
REMEDIES = {
    ("956", "965"): ALL,
    ("956", "956", "965"): ONLY.format("count-cases-3"),
    ("965", "956", "956"): ONLY.format("count-cases"),
    ("956", "965", "969"): NONE,
}


@pytest.mark.parametrize(("printed", "remedy"), REMEDIES.items())
def test_the_remedy_says_which_number_can_mend_a_conflict_by_itself(printed: tuple[str, ...], remedy: str) -> None:
    report = told(*(count("cases", words) for words in printed))
    assert only(report, "conflict").remedy == remedy
    for at, claim in enumerate(report.claims):
        mended = [
            told(*(count("cases", w) for w in (*printed[:at], other, *printed[at + 1 :]))).ok for other in printed
        ]
        assert any(mended) is (remedy in (ALL, ONLY.format(claim.id)))


def test_where_some_of_several_numbers_can_mend_a_conflict_they_are_named() -> None:
    claims = [count("men", "4"), count("women", "6"), count("people", "11"), count("people", "11"), SPLIT]
    finding = only(told(*claims), "conflict")
    words = (
        "Only a change of the number in `count-men` or `count-women` mends everything in this article; one is enough."
    )
    assert finding.remedy == words
    assert [mending.fits for mending in finding.mendings] == [True, True, False]


def test_a_number_mends_everything_only_where_nothing_else_is_wrong() -> None:
    cases = [count("cases", "956"), count("cases", "956"), count("cases", "965")]
    others = [count("visits", "3"), count("visits", "4")]
    remedies = [finding.remedy for finding in told(*cases, *others).findings]
    assert remedies == [
        "Only a change of the number in `count-cases-3` mends this.",
        "At least one of `count-visits` and `count-visits-2` has to change; one is enough.",
    ]


def test_a_claim_without_a_number_is_named_among_those_that_may_change() -> None:
    more = Bound(quantity="men", side="more", than="women", id="more")
    finding = only(told(count("men", "4"), count("women", "6"), more), "conflict")
    assert finding.remedy == "At least one of `count-men`, `count-women` and `more` has to change."


def test_a_raw_count_stands_after_a_claim_has_failed_by_it() -> None:
    raw = {"cases": {"raw": "956"}, "upheld": {"of": "cases", "raw": "312"}}
    report = told(share("upheld", "cases", "36.2%"), count("cases", "955"), count("upheld", "312"), quantities=raw)
    assert verdicts(report) == ["fail", "fail", "pass"]


def test_a_claim_that_fails_by_structure_alone_fails_and_accuses_no_other() -> None:
    parts = {"men": None, "women": None, "people": {"sum_of": ["men", "women"], "raw": "10"}}
    report = told(count("men", "11"), count("women", "4"), quantities=parts)
    assert verdicts(report) == ["fail", "pass"]


def test_raw_counts_and_structure_make_a_lone_claim_fail() -> None:
    raw = {"cases": {"raw": "956"}, "upheld": {"of": "cases", "raw": "312"}}
    report = told(share("upheld", "cases", "36.2%"), count("cases", "956"), quantities=raw)
    assert verdicts(report) == ["fail", "pass"]
    assert only(report, "fail").message == (
        "Because the data gave 956 for cases and the data gave 312 for upheld, "
        "it cannot be that upheld made up 36.2% of cases."
    )
    assert str(only(report, "fail").mendings[0]) == (
        "printed 36.2% – possible: 32.6% – difference: 3.6 percentage points"
    )


def test_raw_counts_that_contradict_structure_fail_without_accusing_a_claim() -> None:
    raw = {"cases": {"raw": "9"}, "upheld": {"of": "cases", "raw": "12"}}
    report = told(count("cases", "9"), count("upheld", "12"), quantities=raw)
    assert not report.ok
    assert only(report, "fail").claims == ()
    assert only(report, "fail").remedy.startswith("The raw counts and the structure")


def test_claims_that_hold_alone_but_not_together_are_a_conflict_of_the_fewest() -> None:
    report = told(count("people", "10"), count("dogs", "3"), count("men", "6"), count("women", "8"), SPLIT)
    assert verdicts(report) == ["conflict", "pass", "conflict", "conflict", "conflict"]
    assert only(report, "conflict").claims == ("count-people", "count-men", "count-women", "total-men-women-people")
    assert [mending.possible for mending in only(report, "conflict").mendings] == ["14", "2", "4"]


@pytest.mark.parametrize("tied", [False, True], ids=["apart", "in one component"])
def test_two_disjoint_conflicts_are_told_in_one_run(tied: bool) -> None:
    link = [Difference(more="b", less="a", printed="2")] if tied else []
    report = told(count("a", "1"), count("a", "5"), count("b", "3"), count("b", "4"), *link, count("c", "7"))
    assert verdicts(report)[:4] == ["conflict"] * 4
    assert verdicts(report)[-1] == "pass"
    assert rules(report).count("conflict") == 2
    assert not set(report.findings[0].claims) & set(report.findings[1].claims)


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_a_budget_that_runs_out_is_never_a_pass(steps: int) -> None:
    claims = count("cases", "956"), share("upheld", "cases", "32.6%")
    report = told(*claims, budget=Budget(steps, steps))
    assert verdicts(report) == ["unknown", "unknown"]
    assert report.ok
    found = only(report, "unknown")
    assert found.severity is Severity.WARNING
    assert found.claims == ("count-cases", "share-upheld-cases")
    strict = told(*claims, budget=Budget(steps, steps), strict=True)
    assert not strict.ok
    assert only(strict, "unknown").severity is Severity.ERROR


def test_a_step_is_told_in_the_singular() -> None:
    message = only(told(count("a", "1"), budget=Budget(1, 1)), "unknown").message
    assert "said of a can" in message
    assert "within 1 step: " in message


class Doubted(Count):
    """A count that no witness satisfies, as if the solver had erred."""

    def holds(self, values: object, setting: object) -> bool:
        return False


def test_a_witness_that_does_not_make_the_claim_true_is_no_pass() -> None:
    report = told(Doubted(quantity="a", printed="1"), strict=True)
    assert verdicts(report) == ["unknown"]
    assert not report.ok


# Round numbers


def test_a_round_number_that_holds_only_as_about_passes_with_a_warning() -> None:
    report = told(count("people", "2,000"), count("upheld", "312"), share("upheld", "people", "15.4%"))
    assert report.ok
    assert verdicts(report) == ["pass"] * 3
    assert rules(report) == ["unhedged-rounding"]
    assert only(report, "unhedged-rounding").claims == ("count-people",)
    assert report.claims[0].possible == "2,020 to 2,032"


@pytest.mark.parametrize("people", ["10", "20", "100", "2,001"])
def test_small_and_exact_numbers_are_never_taken_for_rounded(people: str) -> None:
    report = told(count("people", people), count("men", "6"), count("women", "8"), SPLIT)
    assert set(verdicts(report)) == {"conflict"}


def test_the_fewest_round_numbers_are_relaxed() -> None:
    claims = count("people", "2,000"), count("staff", "3,000"), Ratio(of="staff", to="people", printed="1.5 times")
    report = told(*claims, count("upheld", "312"), share("upheld", "people", "15.4%"))
    assert [finding.claims for finding in report.findings] == [("count-people",)]
    assert report.ok


def test_a_round_number_far_off_is_a_conflict_all_the_same() -> None:
    report = told(count("people", "2,000"), count("upheld", "312"), share("upheld", "people", "32.6%"))
    assert set(verdicts(report)) == {"conflict"}
    assert rules(report)[0] == "conflict"


# Findings beside the verdict


@pytest.mark.parametrize(("raw", "misleads"), [("1,700", False), ("2,300", True), ("1,601", False)])
def test_more_than_misleads_where_a_greater_round_number_lies_between(raw: str, misleads: bool) -> None:
    report = told(count("cases", "more than 1,600"), quantities={"cases": {"raw": raw}})
    assert verdicts(report) == ["pass"]
    assert rules(report) == ["misleading-hedge"] * misleads


def test_digits_that_were_cut_off_are_told_once_as_a_slip_or_in_a_note() -> None:
    raw, many = {"two": {"raw": "2"}, "three": {"raw": "3"}}, {"many": {"raw": "23"}, "some": {"of": "many"}}
    report = told(share("two", "three", "66.6%"), quantities=raw)
    assert rules(report) == ["fail"]
    assert only(report, "fail").slips[0].slip == "truncated"
    report = told(share("some", "many", "34.7%"), quantities=many)
    assert rules(report) == ["fail", "truncated"]
    assert only(report, "fail").slips == ()
    assert only(report, "truncated").severity is Severity.NOTE
    assert rules(told(share("two", "three", "66.5%"), quantities=raw)) == ["fail"]
    assert rules(told(share("two", "three", "66.6%", rounding="down"), quantities=raw)) == ["excess-digits"]


@pytest.mark.parametrize(
    ("whole", "printed", "excess"),
    [("23", "34.78%", True), ("23", "34.8%", False), ("956", "32.6%", False), ("956", "32.64%", False)],
)
def test_digits_that_the_base_cannot_carry_are_too_many(whole: str, printed: str, excess: bool) -> None:
    report = told(count("cases", whole), share("upheld", "cases", printed))
    assert report.ok
    assert rules(report) == ["excess-digits"] * excess
    if excess:
        assert report.findings[0].message == "34.78% of 23: each one is 4.35%, so the last two digits say nothing."


def test_words_with_two_readings_are_told() -> None:
    report = told(count("a", "30"), count("b", "10"), Ratio(of="a", to="b", printed="three times more than"))
    assert rules(report) == ["ambiguous-wording"]
    assert report.claims[2].possible == "30 against 10"
    assert report.findings[0].remedy == 'Print "three times as many as".'


def test_a_quantity_that_nothing_speaks_of_is_told() -> None:
    quantities = {"a": None, "b": None, "c": {"of": "a"}}
    report = told(count("a", "1"), quantities=quantities)
    assert [finding.message for finding in report.findings] == [
        'The quantity "b" is declared, but no claim and no structure speaks of it.'
    ]


@pytest.mark.parametrize(
    ("printed", "quote", "drifts"),
    [
        ("312", "in 312 cases", False),
        ("36.2%", "a third (32.6%)", True),
        ("nearly a  fifth", "Nearly a\nfifth of all", False),
        ("two", "2 of them", True),
        ("312", "in 1,312 cases", True),
        ("312", "in 312,000 cases", True),
        ("312", "in 312.5 cases", True),
        ("312", "in 1,312 cases and 312, all told", False),
        ("two", "a twofold increase", True),
        ("2", "2, 3 and 4", False),
    ],
)
def test_a_printed_number_stands_in_its_quote(printed: str, quote: str, drifts: bool) -> None:
    claim = share("a", "b", printed, quote=quote) if "%" in printed or "fifth" in printed else None
    report = told(claim or count("a", printed, quote=quote))
    assert verdicts(report) == ["pass"]
    assert ("quote-drift" in rules(report)) == drifts
    assert report.ok != drifts


# Waivers


def waived(**fields: Any) -> ArticleReport:
    waiver = {"rule": "excess-digits", "reason": "as in the source", **fields}
    today = TODAY if fields.pop("dated", True) else None
    waiver.pop("dated", None)
    return told(count("cases", "23"), share("upheld", "cases", "34.78%", waive=[waiver]), today=today)


def test_a_waiver_silences_its_rule_on_its_claim_and_is_listed() -> None:
    report = waived(by="Ann", until="2026-02-01")
    assert report.ok
    assert rules(report) == []
    assert [str(one) for one in report.waived] == [
        "waived by Ann until 2026-02-01: excess-digits on share-upheld-cases: as in the source"
    ]
    assert "waived by Ann" in str(report)


def test_a_waiver_of_another_rule_silences_nothing_and_is_told() -> None:
    report = waived(rule="truncated")
    assert rules(report) == ["excess-digits", "unused-waiver"]
    assert report.ok


def test_an_expired_waiver_silences_nothing_and_is_an_error() -> None:
    report = waived(until="2026-01-31")
    assert rules(report) == ["expired-waiver", "excess-digits"]
    assert not report.ok
    assert report.waived == ()


def test_without_a_day_no_waiver_expires() -> None:
    assert waived(until="2026-01-31", dated=False).findings == ()


def test_a_waived_conflict_stays_a_conflict_but_is_no_error() -> None:
    report = told(count("a", "1"), count("a", "2", waive=[{"rule": "conflict", "reason": "two sources"}]))
    assert verdicts(report) == ["conflict", "conflict"]
    assert report.ok


# What is left possible


def test_what_the_article_implies_is_told_with_both_ends() -> None:
    quantities = {
        "cases": {"raw": "10"},
        "a": {"of": "cases"},
        "b": {"of": "cases"},
        "either": {"any_of": ["a", "b"], "of": "cases"},
        "free": {"meaning": "anything"},
    }
    claims = count("a", "6"), count("b", "7"), count("free", "more than 3")
    report = told(*claims, quantities=quantities)
    assert {one.quantity: (one.least, one.greatest, one.words) for one in report.implied} == {
        "cases": (10, 10, "10"),
        "a": (6, 6, "6"),
        "b": (7, 7, "7"),
        "either": (7, 10, "7 to 10"),
        "free": (4, None, "at least 4"),
    }
    assert [one.quantity for one in report.implied if one.is_forced] == ["cases", "a", "b"]


def test_a_union_tells_what_it_is_if_nothing_is_counted_twice() -> None:
    quantities = {"a": None, "b": None, "either": {"any_of": ["a", "b"]}}
    report = told(count("a", "6"), count("b", "7"), quantities=quantities)
    assert report.implied[2].note == "13 if none of them is counted twice"


@pytest.mark.no_cover
def test_a_mending_tells_the_range_and_the_distance() -> None:
    union = Total(parts=["facebook", "pair"], whole="owned", cover="overlapping")
    claims = count("known", "956"), count("facebook", "312"), share("pair", "known", "19.8%"), union
    report = told(*claims, share("owned", "known", "53 per cent"))
    assert str(only(report, "conflict").mendings[-1]) == (
        "printed 53 per cent – possible: 33 to 52 per cent – difference: 1 percentage point"
    )
    assert report.claims[-1].possible == "33 to 52 per cent"


def test_a_mending_tells_what_lies_on_both_sides_of_a_gap() -> None:
    report = told(share("upheld", "cases", "34.7%"), quantities={"cases": {"raw": "22"}, "upheld": {"of": "cases"}})
    assert verdicts(report) == ["fail"]
    assert str(only(report, "fail").mendings[0]) == (
        "printed 34.7% – possible: 22.7%, 27.3%, 31.8%, 36.4%, 40.9% or 45.5%; and 17 more"
        " – difference: 1.7 percentage points"
    )


def test_no_number_mends_a_share_of_nothing() -> None:
    report = told(count("cases", "0"), share("upheld", "cases", "50%"))
    assert verdicts(report) == ["conflict", "conflict"]
    first, second = only(report, "conflict").mendings
    assert (
        first.possible == "2, 4, 6, 8, 10 or 12, and perhaps others"
    )  # in the end all, but that is no single question
    assert second.possible == "no number fits while the others stand as they are"


def test_a_share_of_a_raw_nothing_fails() -> None:
    report = told(share("a", "b", "50%"), quantities={"a": None, "b": {"raw": "0"}})
    assert verdicts(report) == ["fail"]


def test_a_printed_zero_at_the_end_counts() -> None:
    assert told(count("cases", "956"), share("upheld", "cases", "32.6%")).ok
    assert not told(count("cases", "956"), share("upheld", "cases", "32.60%")).ok
    assert told(count("cases", "956"), share("upheld", "cases", "32.64%")).ok


@pytest.mark.parametrize(("after", "ok"), [("968", True), ("1,032", False)])
def test_a_negative_change_is_a_fall(after: str, ok: bool) -> None:
    change = Change(before="before", after="after", printed="-3.2%")
    report = told(count("before", "1,000"), count("after", after), change)
    assert report.ok == ok
    if not ok:
        assert only(report, "conflict").mendings[-1].difference == "6.4 percentage points"


def test_a_sentence_with_commas_of_its_own_is_divided_by_semicolons() -> None:
    union = Total(parts=["a", "b"], whole="c", cover="overlapping")
    report = told(count("a", "1"), count("b", "2"), union, count("c", "9"))
    assert only(report, "conflict").message == (
        "Because a came to 1 and b to 2; and a or b, with overlap, made up c, it cannot be that c came to 9."
    )


def test_every_finding_has_the_place_of_its_claim_or_of_the_article() -> None:
    for report in (
        told(count("a", "1"), count("a", "2")),
        told(count("a", "1"), budget=Budget(1, 1)),
        told(count("a", "1"), quantities=["a", "b"]),
    ):
        assert all(finding.place is not None for finding in report.findings)


# Laws


def test_a_report_repeats_byte_for_byte_whatever_the_hash_seed() -> None:
    script = """
from tests.test_check import *
from factcheck.finding import Report
from factcheck.report import render
from factcheck.why import prose, why
claims = (count("known", "956"), count("a", "1"), count("a", "2"), share("pair", "known", "19.8%"), SPLIT,
          share("owned", "known", "53 per cent"), Total(parts=["known", "pair"], whole="owned"), count("men", "4"))
report = told(*claims)
print(render(Report((report,)), "json"), *(line for claim in report.claims for line in
      prose(why(Article(claims=claims), claim.id))), sep="\\n")
"""
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(runs) == 1
    assert len(next(iter(runs))) > 1000


def as_percent(part: int, whole: int, places: int) -> str:
    """The share, rounded half up by integers alone."""
    units = (2 * part * 100 * 10**places + whole) // (2 * whole)
    digits = f"{units:0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}%" if places else f"{digits}%"


def prints_as(part: int, whole: int, units: int, places: int) -> bool:
    """Whether part of whole is so many units of the last place, to the nearest; ties count both ways."""
    return whole > 0 and part <= whole and abs(2 * part * 100 * 10**places - 2 * units * whole) <= whole


@st.composite
def populations(draw: st.DrawFn) -> tuple[int, int, int]:
    women, men = draw(st.integers(0, 40)), draw(st.integers(0, 40))
    return women, men, draw(st.integers(0, 2))


@given(populations())
@settings(max_examples=60)
def test_claims_that_were_printed_from_counts_all_pass(population: tuple[int, int, int]) -> None:
    women, men, places = population
    people = women + men
    claims: list[Claim] = [count("people", f"{people:,}"), SPLIT]
    if people:
        claims += [
            share(name, "people", as_percent(part, people, places)) for name, part in (("women", women), ("men", men))
        ]
    if men and women:
        claims.append(
            Difference(more="women", less="men", printed=str(women - men)) if women >= men else count("men", str(men))
        )
    report = told(*claims)
    assert {result.verdict for result in report.claims} == {Verdict.PASS}


SMALL = range(13)


@pytest.mark.no_cover
@given(
    people=st.integers(0, 12),
    women=st.integers(0, 12),
    tenths=st.integers(0, 1000),
    places=st.integers(0, 1),
    more=st.integers(0, 12),
)
@settings(max_examples=150)
def test_whatever_passes_is_true_of_some_counts(people: int, women: int, tenths: int, places: int, more: int) -> None:
    """Numbers drawn without regard to each other; every witness is looked for among all small counts."""
    units = tenths if places else tenths // 10
    printed = f"{units // 10}.{units % 10}%" if places else f"{units}%"
    total = Total(parts=["men", "women"], whole="people")
    claims = (
        count("people", f"at most {people}"),
        count("women", f"at least {women}"),
        share("women", "people", printed),
        Difference(more="women", less="men", printed=f"at least {more}"),
        total,
    )
    report = told(*claims)
    possible = any(
        m + w <= people and w >= women and w - m >= more and prints_as(w, m + w, units, places)
        for m, w in product(SMALL, SMALL)
    )
    assert report.ok == possible
    assert ({result.verdict for result in report.claims} == {Verdict.PASS}) == possible


def test_the_oracle_of_printing_knows_ties_and_bases() -> None:
    assert as_percent(1, 3, 2) == "33.33%"
    assert as_percent(1, 80, 1) == "1.3%"
    assert prints_as(1, 80, 12, 1)
    assert prints_as(1, 80, 13, 1)
    assert not prints_as(1, 80, 14, 1)
    assert not prints_as(0, 0, 0, 0)
