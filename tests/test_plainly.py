"""What a scan says of numbers that cannot be true together: in the numbers of the article, as a copy editor would say it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.article import parse
from factcheck.finding import Severity
from factcheck.relations import RELATIONS
from factcheck.rounding import decimal
from factcheck.scan import scan

SAID = {
    "It was 312 of the 956 cases (36.2%).": "312 of 956 is 32.6%, not 36.2%.",
    "32.9% (312/956) were on Facebook.": "312 of 956 is 32.6%, not 32.9%.",
    "A quarter of the 956 cases, 312 in all, was on Facebook.": "312 of 956 is 32.6%, not a quarter.",
    "Sales rose 17% from 142 to 159.": "From 142 to 159 is a rise of 11% to 13%, not 17%.",
    "Sales fell 12% from 142 to 159.": "From 142 to 159 is a rise, not a fall.",
    "Sales tripled from 142 to 245.": "245 is 1.72 or 1.73 times 142, not tripled.",
    "Support rose 5.2 points from 28.4% to 32.6%.": "From 28.4% to 32.6% is a rise of 4.1 to 4.3 points, not 5.2 points.",
    "There were 159 cases, 71 more than the 142 of May.": "159 is 17 more than 142, not 71.",
    "It took 130 entries, 12 more than the 142 of May.": "130 is less than 142, not 12 more.",
    "There were 12 men and 15 women, a total of 28.": "12 and 15 add up to 27, not 28.",
    "They sold 3,100 tickets, 200 mugs and 75 caps, 3,735 items in all.": "3,100, 200 and 75 add up to 3,375, not 3,735.",
    "The 48 pupils raised £12,000, an average of £205 each.": "£12,000 spread over 48 averages £250, not £205.",
    "There were 312 complaints, four times as many as the 104 of last year.": "312 is 3 times 104, not four times.",
    "The island of 50,000 people had 12 thefts – 42 for every 100,000 people.": "12 in 50,000 is 24 per 100,000, not 42.",
    "There were 120 deaths among 1,000,000 residents, or 12 per 10,000.": (
        "120 in 1,000,000 is 1 per 10,000, not 12 per 10,000."
    ),
    "Of 948 stalls, 227 were shut, about 19%.": "227 of 948 is 24%, not about 19%.",
    "Sales rose by almost 30% from 142 to 159.": "From 142 to 159 is a rise of 11% to 13%, not almost 30%.",
    "Facebook was used in a third (36.2 per cent) of cases.": "A third is 31.7 to 35.0 per cent, not 36.2 per cent.",
    "Some 52% agreed, 31% did not and the remaining 27% were unsure.": "Some 52%, 31% and 27% add up to 110%, not 100%.",
    "Of the visitors 60.4% came by car and the other 36.9% by train.": "60.4% and 36.9% add up to 97.3%, not 100%.",
    "Facebook was used in 965 of the 956 cases.": "965 cannot be part of 956.",
    "Some 39% of the 956 farms were dry: 312.": "312 of 956 is 33%, not some 39%.",
    "Nearly 45% of those asked, 312 of 956, said so.": "312 of 956 is 33%, not nearly 45%.",
}
POSSIBLY = {
    "Of the 956 voters, 52% chose tea, 31% chose milk and 27% had neither.": (
        "52%, 31% and 27% add up to 110%, which is more than the whole. Nothing is wrong if"
    ),
    "Facebook was used in 132% of the 956 cases.": "132% of 956 would be more than all. Nothing is wrong if",
    "There were 956 cases. The 965 cases were old.": (
        "The text tells of 956 cases and of 965. Nothing is wrong if the two passages do not mean the same cases."
    ),
    "Vandals smashed 4,087 panes of the hall. All 4,807 will be replaced.": (
        "4,087 and 4,807 look like one number, told twice. Nothing is wrong if"
    ),
}
FALSE = [(name, one.sentence) for name, each in RELATIONS.items() for one in each.EXAMPLES if one.holds is False]


def told(text: str, form: str = "plain") -> list[str]:
    findings = scan(parse(text, form)).report.findings
    return [finding.message for finding in findings if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize(("text", "sentence"), SAID.items())
def test_what_is_wrong_is_said_in_the_numbers_of_the_article(text: str, sentence: str) -> None:
    assert told(text) == [sentence]


@pytest.mark.parametrize(("text", "start"), POSSIBLY.items())
def test_what_is_possibly_wrong_is_said_so_with_the_innocent_reading(text: str, start: str) -> None:
    (said,) = told(text)
    assert said.startswith(start)


@pytest.mark.no_cover
@pytest.mark.parametrize(("name", "sentence"), FALSE)
def test_every_relation_has_a_sentence_of_its_own(name: str, sentence: str) -> None:
    assert told(sentence)
    assert not any(said.startswith("Because") for said in told(sentence)), name


def test_a_table_says_what_its_rows_add_up_to_and_counts_them_where_they_are_many() -> None:
    few = "| Where | Men |\n|---|---|\n| North | 12 |\n| South | 30 |\n| Total | 52 |\n"
    assert told(few, "markdown")[0].startswith("12 and 30 add up to 42, not 52. Nothing is wrong if")
    rows = "".join(f"| Place {letter} | {number} |\n" for letter, number in zip("ABCDEFG", range(11, 18), strict=True))
    many = f"| Where | Men |\n|---|---|\n{rows}| Total | 89 |\n"
    assert told(many, "markdown")[0].startswith("The 7 parts add up to 98, not 89. Nothing is wrong if")


@given(st.integers(200, 900), st.integers(1, 98), st.integers(2, 98))
def test_the_share_that_is_said_is_that_of_the_counts(whole: int, percent: int, wrong: int) -> None:
    part = max(whole * percent // 100, 2)
    true = Fraction(100 * part, whole)
    if abs(true - wrong) > 2:
        said = told(f"It was {part} of the {whole} cases ({wrong}%).")
        assert said[0] == f"{part} of {whole} is {decimal(true, 0)}%, not {wrong}%." or not true % 1 - Fraction(1, 2)
