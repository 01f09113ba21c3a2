"""Numbers that sentences and tables put together themselves: how they are found, and when they are told as wrong."""

from __future__ import annotations

import os
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.article import parse
from factcheck.finding import Severity, Verdict
from factcheck.relation import Example, Ground, readings
from factcheck.relations import RELATIONS
from factcheck.rounding import Rounding, rounded
from factcheck.scan import scan
from factcheck.text.marks import FIRST, MARK, marked
from tests.truth import SLIPS, TRUE, article

TIMES = int(os.environ.get("TIMES", "1"))  # more draws than each run of the suite has time for
EXAMPLES = [(name, example) for name, relation in RELATIONS.items() for example in relation.EXAMPLES]


def verdicts(text: str, relation: str = "") -> list[Verdict]:
    """The verdicts on what the text puts together; those on one relation only where it is named."""
    return [each.verdict for each in scan(parse(text, "plain")).report.claims if each.kind == relation or not relation]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_is_read_as_it_says(name: str, example: Example) -> None:
    sentence, holds = example
    marks, relation = marked(sentence), RELATIONS[name]
    ways = [said for each in readings(relation, marks) for said in each if said.ground < Ground.PERHAPS]
    stated = [one for said in ways if (one := relation.stated(said)) is not None]
    assert bool(stated) is (holds is not None)
    if holds is not None:
        report = scan(parse(sentence, "plain")).report
        wrong = [result for result in report.claims if result.verdict is not Verdict.PASS]
        assert report.claims
        assert bool(wrong) is not holds


@pytest.mark.parametrize("name", RELATIONS)
def test_every_relation_has_examples_that_hold_that_fail_and_that_are_none(name: str) -> None:
    assert {example.holds for example in RELATIONS[name].EXAMPLES} == {True, False, None}


INNOCENT = {
    "the numbers are years": "Output rose 12% from 2016 to 2017.",
    "the list is open": "There were 12 men, 15 women and others; a total of 31.",
    "respectively": "They rose 12% and 15% from 142 and 150 to 159 and 172 respectively.",
    "another sentence": "There were 12 men. And 15 women, a total of 28.",
    "another paragraph": "Sales rose 17%\n\nfrom 142 to 159.",
    "unlike units": "It sold 12 cars and £15 worth of fuel, a total of 28.",
    "of, but of something else": "On 8 of 10 days (all in May) it rained.",
    "rounding of the ends": "The index fell 10% from 142 to 127.",
    "a range of ages": "Those aged 16 to 24 rose 3% from 12 to 12.4.",
}


@pytest.mark.parametrize("text", INNOCENT.values(), ids=INNOCENT.keys())
def test_an_innocent_reading_is_no_accusation(text: str) -> None:
    report = scan(parse(text, "plain")).report
    assert report.ok
    assert Severity.WARNING not in {finding.severity for finding in report.findings}


HERE = Path(__file__).parent
WORDINGS = [line.split("|") for line in (HERE / "wordings.txt").read_text("utf-8").splitlines()[1:]]
INNOCENTS = (HERE / "innocent.txt").read_text("utf-8").splitlines()[1:]


def accused(text: str) -> list[str]:
    findings = scan(parse(text, "plain")).report.findings
    return [finding.message for finding in findings if finding.severity is not Severity.NOTE]


@pytest.mark.no_cover
@pytest.mark.parametrize(("sentence", "number", "slip"), [line[1:] for line in WORDINGS])
def test_a_slip_is_told_in_other_wordings_and_the_truth_is_not(sentence: str, number: str, slip: str) -> None:
    head, _, tail = sentence.rpartition(number)
    assert accused(sentence) == []
    assert accused(f"{head}{slip}{tail}") != []


@pytest.mark.no_cover
@pytest.mark.parametrize("sentence", INNOCENTS)
def test_numbers_that_say_nothing_about_each_other_are_left_alone(sentence: str) -> None:
    assert accused(sentence) == []


def test_a_list_beside_a_greater_total_is_only_possibly_wrong() -> None:
    report = scan(parse("A total of 27 medals: 12 gold and 14 silver.", "plain")).report
    assert report.ok
    (finding,) = [one for one in report.findings if one.severity is Severity.WARNING]
    assert finding.rule.name == "possible-conflict"
    assert "the list names only some of the whole" in finding.message
    assert not scan(parse("A total of 27 medals: 12 gold and 16 silver.", "plain")).report.ok


def test_a_finding_stands_where_the_words_do_and_marks_them() -> None:
    text = "A line.\nFacebook was used in 312 of the\n956 cases (32.7%), they say."
    (finding, scope) = scan(parse(text, "plain")).report.findings
    (passage,) = finding.passages
    assert (finding.place.line, finding.place.column) == (2, 22)
    assert passage.words[passage.start : passage.end] == "312 of the 956 cases (32.7%)"
    assert scope.message == "3 numbers read, of which 3 took part in a check."


def test_a_passage_ends_with_the_bracket_that_closes_one_in_it() -> None:
    (result,) = scan(parse("Facebook was used in a third (32.6 per cent) of cases.", "plain")).report.claims
    assert result.printed == "a third (32.6 per cent)"


def test_numbers_that_take_part_in_nothing_are_counted() -> None:
    scanned = scan(parse("On 3 April 2017 there were 12 cats. It rose 12% from 142 to 159.", "plain"))
    assert (scanned.read, scanned.checked) == (4, 3)
    assert "The others may be wrong all the same." in scanned.report.findings[-1].message


def test_the_larger_relation_stands_for_the_one_inside_it() -> None:
    assert [each.kind for each in scan(parse("It was 965 of the 956 cases (100.9%).", "plain")).report.claims] == [
        "share"
    ]


TABLE = """\
| Region | Boys | Girls | Total |
|---|---|---|---|
| North | 12 | 14 | 26 |
| South | 30 | 41 | {south} |
| {label} | {boys} | 55 | {total} |
"""


def table(
    label: str = "Total", boys: str = "42", south: str = "71", total: str = "97", more: str = ""
) -> list[Verdict]:
    text = TABLE.format(label=label, boys=boys, south=south, total=total) + more
    return [result.verdict for result in scan(parse(text, "markdown")).report.claims]


def test_totals_of_columns_and_rows_are_added_up_again() -> None:
    assert table() == [Verdict.PASS] * 6
    assert table(boys="43").count(Verdict.CONFLICT) == 2  # its column, and its row
    assert table(south="17").count(Verdict.CONFLICT) == 2


def test_a_row_of_another_name_is_no_total() -> None:
    assert table(label="Mean", boys="21") == [Verdict.PASS] * 2  # the rows of the two regions
    assert table(label="Counted", boys="21").count(Verdict.CONFLICT) == 1  # its row alone


@pytest.mark.parametrize("label", ["Average age", "Rate per 1,000", "% change", "Median", "Index", "Share"])
def test_what_does_not_add_up_by_nature_is_left_alone(label: str) -> None:
    rows = [
        f"| {label} | 12 | 14 | 13 |",
        "| North | 12 | 14 | 26 |",
        "| South | 30 | 41 | 71 |",
        "| West | 1 | 2 | 3 |",
    ]
    text = "\n".join(["| Region | Boys | Girls | Total |", "|---|---|---|---|", *rows])
    assert [result.verdict for result in scan(parse(text, "markdown")).report.claims] == [Verdict.PASS] * 3


def test_percentages_are_added_up_to_a_hundred_and_to_nothing_else() -> None:
    text = "| a | n | m |\n|---|---|---|\n| x | 12% | 1% |\n| y | 30% | 98% |\n| Total | 21% | 100% |\n"
    assert len(scan(parse(text, "markdown")).report.claims) == 1


def test_a_table_in_which_no_other_total_adds_up_is_only_possibly_wrong() -> None:
    text = "| a | n |\n|---|---|\n| x | 12 |\n| y | 30 |\n| Total | 50 |\n"
    report = scan(parse(text, "markdown")).report
    assert report.ok
    assert [finding.rule.name for finding in report.findings] == ["possible-conflict", "scanned"]
    assert "of which" not in report.findings[0].message


def test_totals_that_a_note_says_were_rounded_are_only_possibly_wrong() -> None:
    assert Verdict.CONFLICT not in table(boys="43", more="\nNumbers may not sum due to rounding.\n")


def test_a_row_that_is_part_of_another_ends_the_adding() -> None:
    text = "| a | n | m |\n|---|---|---|\n| x | 12 | 1 |\n| of which z | 5 | 1 |\n| Total | 12 | 2 |\n"
    assert scan(parse(text, "markdown")).report.claims == ()


WHOLES = """\
| Station | Spring | Summer |
|---|---|---|
| Abbey | 29 | 59 |
| Dock | 63 | 52 |
| Mill | 57 | {mill} |
| {label} | 149 | {total} |
"""


@pytest.mark.parametrize(
    ("label", "mill", "total", "wrong"),
    [("Line", 38, 149, 0), ("Line", 38, 194, 1), ("Quay", 38, 159, 1), ("Quay", 38, 45, 0), ("Quay", 38, 249, 0)],
)
def test_a_last_row_near_to_all_sums_is_their_total_where_one_is_exact(
    label: str, mill: int, total: int, wrong: int
) -> None:
    found = scan(parse(WHOLES.format(label=label, mill=mill, total=total), "markdown")).report.claims
    assert sum(result.verdict is not Verdict.PASS for result in found) == wrong


@pytest.mark.parametrize(
    ("label", "total", "told"), [("Day", "20,020", 1), ("Day", "20,813", 0), ("Night shift", "20,020", 0)]
)
def test_a_row_that_names_a_whole_is_a_total_where_a_slip_can_have_put_it_off(
    label: str, total: str, told: int
) -> None:
    rows = "| Midnight to noon | 2,514 |\n| Noon to 6pm | 8,640 |\n| 6pm to midnight | 9,046 |\n"
    text = f"| Time | Calls |\n|---|---|\n{rows}| {label} | {total} |\n"
    assert len(scan(parse(text, "markdown")).report.claims) == told


def test_the_column_of_a_year_is_no_total_of_those_before_it() -> None:
    rows = ["| District | 2022 | 2023 | 2024 |", "|---|---|---|---|", "| First | 27 | 21 | 28 |"]
    rows += ["| Second | 62 | 28 | 76 |", "| Third | 11 | 52 | 97 |", "| All districts | 100 | 101 | 201 |"]
    told = scan(parse("Calls\n\n" + "\n".join(rows) + "\n", "markdown")).report.claims
    assert [result.verdict for result in told] == [Verdict.PASS] * 3


@pytest.mark.parametrize("label", ["All other countries", "All the rest", "All others"])
@pytest.mark.parametrize(("total", "holds"), [("410", True), ("401", False)])
def test_the_row_of_all_others_is_no_total(label: str, total: str, *, holds: bool) -> None:
    text = f"| Country | Visas |\n|---|---|\n| Syria | 96 |\n| Turkey | 258 |\n| {label} | 56 |\n| Total | {total} |\n"
    (told,) = scan(parse(text, "markdown")).report.claims
    assert (told.verdict is Verdict.PASS) == holds


def test_a_round_cell_among_exact_ones_is_meant_to_the_last_digit() -> None:
    text = "| Zone | Fines |\n|---|---|\n| A | 549 |\n| B | 276 |\n| C | 515 |\n| Total | 1,350 |\n"
    assert [result.verdict for result in scan(parse(text, "markdown")).report.claims] == [Verdict.UNKNOWN]


def test_years_of_a_school_are_added_up_and_years_of_age_are_not() -> None:
    rows = "| Priory | 77 | 50 |\n| Dock | 45 | 72 |\n| Total | 122 | 122 |\n"
    for head, told in (("Year 7 | Year 8", 2), ("Years | Year", 0)):
        assert len(scan(parse(f"| School | {head} |\n|---|---|---|\n{rows}", "markdown")).report.claims) == told


SECTIONS = """\
| Region | 2016 | 2017 |
|---|---|---|
| South | | |
| Kent | 12 | 14 |
| Essex | 30 | 41 |
| Subtotal | 42 | {south} |
| York | 5 | 6 |
| Hull | 7 | 8 |
| Total, north | 12 | 14 |
| Total | 54 | {total} |
"""


@pytest.mark.parametrize(
    ("south", "total", "wrong"), [("55", "69", 0), ("56", "70", 1), ("55", "96", 1), ("56", "69", 2)]
)
def test_a_subtotal_adds_up_its_section_and_the_total_adds_up_subtotals(south: str, total: str, wrong: int) -> None:
    found = scan(parse(SECTIONS.format(south=south, total=total), "markdown")).report.claims
    assert len(found) == 6
    assert sum(result.verdict is not Verdict.PASS for result in found) == wrong


PERCENTAGES = """\
| App | Cases | {head} |
|---|---|---|
| Facebook | 312 | 32.6{sign} |
| Instagram | 120 | 12.6{sign} |
| WhatsApp | 69 | 7.2{sign} |
| Snapchat | 96 | {snapchat}{sign} |
| Total | 597 | |
"""


def percentages(total: str = "956", snapchat: str = "10.0", head: str = "Share", sign: str = "%") -> list[Verdict]:
    text = PERCENTAGES.format(head=head, sign=sign, snapchat=snapchat).replace("597", total)
    found = scan(parse(text, "markdown")).report.claims
    return [result.verdict for result in found if result.kind == "percentage"]


@pytest.mark.parametrize(("head", "sign"), [("Share", "%"), ("%", ""), ("Per cent", ""), ("Percentage", " per cent")])
def test_shares_of_a_column_are_worked_out_again_from_its_total(head: str, sign: str) -> None:
    assert percentages(head=head, sign=sign) == [Verdict.PASS] * 4
    assert percentages(head=head, sign=sign, snapchat="10.9") == [*[Verdict.PASS] * 3, Verdict.CONFLICT]


def test_shares_that_mostly_do_not_fit_are_shares_of_something_else() -> None:
    assert percentages(total="597") == []
    assert percentages(head="Rank", sign="") == []


@pytest.mark.parametrize("total", ["Group", "Sample", "England"])
def test_a_row_that_is_a_hundred_per_cent_is_all_whatever_it_is_called(total: str) -> None:
    rows = "| Facebook | 312 | {} |\n| Twitter | 548 | 57.3 |\n| Others | 96 | 10.0 |\n"
    text = f"| Place | Cases | Share (%) |\n|---|---|---|\n{rows}| {total} | 956 | 100 |\n"
    for share, passed in (("32.6", 3), ("23.6", 2)):
        found = scan(parse(text.format(share), "markdown")).report.claims
        verdicts = [result.verdict for result in found if result.kind == "percentage"]
        assert (len(verdicts), verdicts.count(Verdict.PASS)) == (3, passed)


def test_percentages_are_matched_with_the_column_that_they_fit() -> None:
    text = "| a | n | m | % of m |\n|---|---|---|---|\n| x | 5 | 12 | 24% |\n| y | 5 | 38 | 76% |\n| Total | 10 | 50 | 100% |\n"
    found = [result for result in scan(parse(text, "markdown")).report.claims if result.kind == "percentage"]
    assert [result.verdict for result in found] == [Verdict.PASS] * 2


TWICE = {
    "The police counted the 1,628 crimes. Those 1,682 crimes were reported.": True,
    "The police counted the 1,628 crimes. Those 1,928 crimes were reported.": True,
    "The police counted the 1,628 crimes. Those 1,628 crimes were reported.": False,
    "The police counted the 1,628 crimes. Those 2,916 crimes were reported.": False,
    "The 142 cases in Yorkshire were new, and so were the 143 cases in Kent.": False,
    "The 12 cases were new. The 21 cases were old.": False,
    "There were 1,628 crimes and 1,682 crimes.": False,
    "About the 1,628 crimes nothing was known. The nearly 1,682 crimes were reported.": False,
}


@pytest.mark.parametrize(("text", "told"), TWICE.items())
def test_a_slip_between_two_printings_of_a_definite_number_is_possibly_wrong(text: str, *, told: bool) -> None:
    report = scan(parse(text, "plain")).report
    assert report.ok
    assert ("possible-conflict" in {finding.rule.name for finding in report.findings}) is told


@given(st.dates(date(1930, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_a_date_is_told_as_wrong_exactly_where_its_weekday_is(day: date, ahead: int) -> None:
    name = (day + timedelta(ahead)).strftime("%A")
    text = f"It opened on {name}, {day.day} {day:%B} {day.year}."
    assert verdicts(text, "weekday") == [Verdict.CONFLICT if ahead else Verdict.PASS]


@given(st.dates(date(1800, 1, 1), date(1990, 1, 1)), st.integers(0, 40_000), st.integers(-1, 1))
def test_an_age_at_death_is_told_as_wrong_exactly_where_birthdays_say_so(born: date, days: int, off: int) -> None:
    died = born + timedelta(days)
    age = sum((born.month, born.day) <= (died.month, died.day) for _ in "x") + died.year - born.year - 1 + off
    text = f"Born on {born.day} {born:%B} {born.year}, she died on {died.day} {died:%B} {died.year} aged {max(age, 1)}."
    expected = Verdict.PASS if max(age, 1) == age - off else Verdict.CONFLICT
    assert verdicts(text, "lifetime") == [expected]


numbers = st.integers(1, 10**6)


@given(numbers, numbers, st.integers(0, 2))
def test_a_true_share_is_never_told_as_wrong(one: int, other: int, places: int) -> None:
    part, whole = sorted((one, other))
    for share in rounded(Fraction(100 * part, whole), Fraction(1, 10**places), Rounding.NEAREST):
        text = f"It was {part:,} of the {whole:,} cases ({int(share * 10**places) / 10**places:.{places}f}%)."
        assert verdicts(text) == [Verdict.PASS], text


@pytest.mark.no_cover
@settings(max_examples=20 * TIMES)
@given(st.lists(numbers, min_size=2, max_size=6), st.integers(-3, 3))
def test_a_list_of_counts_has_one_total(parts: list[int], off: int) -> None:
    nouns = [
        f"{part:,} {noun}" for part, noun in zip(parts, ("cats", "dogs", "cows", "pigs", "hens", "rams"), strict=False)
    ]
    off = max(off, -sum(parts))
    text = f"They saw {', '.join(nouns[:-1])} and {nouns[-1]}, a total of {sum(parts) + off:,}."
    (verdict,) = verdicts(text, "total")
    assert (
        verdict is (Verdict.CONFLICT if off else Verdict.PASS) or sum(parts) + off >= 1000
    )  # a round total may be "about"
    assert off or verdict is Verdict.PASS


@given(
    st.text(max_size=200).map(lambda words: f"x{words}")
    | st.text("0123456789%.,()- ofato\n£", max_size=60).map(lambda words: f"x{words}")
)
def test_no_text_stops_a_scan(text: str) -> None:
    scanned = scan(parse(text.replace("\0", ""), "plain"))
    assert 0 <= scanned.checked <= scanned.read


NUMERALS = (
    "312|956|1,240|32.6%|12 per cent|a third|one in four|half|0-9|12-15|£4.2bn|£12|$3|3.1 points|doubled|three times|twice|"
    "aged 75|75|two years|"
    "12 per 100,000|4 a day|1940|2016|3 April 2017|May 2016|-3|minus 5|4 to 5|10-2|3:1|"
    "three to one|1/3|312/956|up to 12|more than 3|nearly a fifth|"
    "312 to 104|no|none|a dozen|most|1.6 million|5kg|5-point|"
    "COVID-19|12:30|(1940–2016)|up 4%|the first|0|0%|£0"
).split("|")
CUES = (
    "of the|of them|, a total of|in all|, or|(|)|–|:|;|. That is|. It was|. Of these|from|to|rose by|fell|down from|"
    "compared with|more than the|than in|born in|died in|"
    "aged|per|each|on average|an average of|between|and|,|, leaving|without a place|a gap of|outnumbered|"
    "as many as|the rest|the remaining|were for,|against,|"
    "pupils|votes|in 2016|last year|by then|made up of|including|population of|a majority of|used to be|at the start|is|was|lasts from"
).split("|")


@pytest.mark.no_cover
@given(st.lists(st.sampled_from(NUMERALS) | st.sampled_from(CUES), min_size=3, max_size=14).map(" ".join))
def test_no_sentence_of_numbers_and_cues_stops_a_scan(text: str) -> None:
    scanned = scan(parse(f"{text}.", "plain"))
    assert 0 <= scanned.checked <= scanned.read


@given(st.text("0123456789 %,.abc£" + chr(FIRST), max_size=40))
def test_marks_lead_back_to_the_text(text: str) -> None:
    found = marked(text)
    offsets = [found.origin(at) for at in range(len(found.words) + 1)]
    assert all(low <= high for low, high in pairwise(offsets))
    assert offsets[-1] == len(text)
    kept = [(at, sign) for at, sign in enumerate(found.words) if not MARK[1] <= sign <= MARK[3]]
    assert all(text[found.origin(at)] in (sign, chr(FIRST)) for at, sign in kept)


@pytest.mark.no_cover
def test_true_articles_raise_no_false_alarm() -> None:
    alarms = [text for seed in range(100 * TIMES) if not scan(parse(text := article(Random(seed)), "plain")).report.ok]
    assert len(alarms) <= 1, alarms


@pytest.mark.no_cover
@pytest.mark.parametrize("slip", SLIPS)
def test_slips_that_the_text_alone_shows_are_found(slip: str) -> None:
    found = total = 0
    for seed in range(7 * TIMES):
        text = article(Random(seed), slip)
        total += 1
        found += not scan(parse(text, "plain")).report.ok
    assert found >= 0.8 * total, f"{found} of {total}"


def test_the_shipped_article_is_scanned_without_an_alarm() -> None:
    path = Path(__file__).parents[1] / "claims" / "nspcc-grooming" / "article.md"
    report = scan(parse(path.read_text(encoding="utf-8"), "markdown")).report
    assert report.ok
    assert {"restated"} <= {result.kind for result in report.claims}


def test_the_templates_of_true_articles_cover_every_relation_of_sentences() -> None:
    text = "\n\n".join(sentence(Random(1), "") for sentence in TRUE.values())
    assert {result.kind for result in scan(parse(text, "plain")).report.claims} >= set(RELATIONS) - {"within"}
