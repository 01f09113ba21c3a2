"""Claims found in a sentence by the phrases of the kinds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.article import parse
from factcheck.check import Options
from factcheck.kinds import KINDS
from factcheck.relation import Ground, Stated
from factcheck.relation.lists import MOST
from factcheck.rounding import Convention
from factcheck.scan import claims_in, scan, together
from factcheck.scan.judging import judged
from factcheck.scan.reckoned import Reckoned
from factcheck.scan.together import Together
from factcheck.text.marks import marked
from tests.effort import calls

SENTENCES = {
    "Of the 956 cases, 312 were upheld (32.6%).": [
        "cases came to 956",
        "upheld came to 312",
        "upheld made up 32.6% of cases",
    ],
    "32.6% of the 956 reported cases were upheld.": [
        "upheld made up 32.6% of reported cases",
        "reported cases came to 956",
    ],
    "Nearly a fifth of its 956 cases were dropped.": ["dropped made up nearly a fifth of cases", "cases came to 956"],
    "956 cases, up 12% from 854 appeals.": [
        "cases came to 956",
        "cases rose by 12% from appeals",
        "appeals came to 854",
    ],
    "There were 12 more wins than losses.": ["wins exceeded losses by 12"],
    "There were more wins than losses.": ["wins came to more than losses"],
    "COVID-19 cost 5% more in 2020.": [],
    "Nothing is said here.": [],
    "": [],
    "Growth was 5% year on year.": [],
    "The women's 300 votes won.": ["votes won came to 300"],
}


@pytest.mark.parametrize(("sentence", "clauses"), SENTENCES.items())
def test_a_sentence_says_these_claims_in_this_order(sentence: str, clauses: list[str]) -> None:
    assert [claim.clause() for claim in claims_in(sentence)] == clauses


def test_a_number_is_printed_by_one_claim_and_the_longest_words_win() -> None:
    claims = claims_in("The 300 wins outnumbered the 100 losses by 3 to 1.")
    assert [claim.kind for claim in claims] == ["count", "count", "ratio"]
    claims = claims_in("The 112 wins outnumbered the 100 losses by 12.")
    assert [claim.kind for claim in claims] == ["count", "count", "difference"]


def test_names_are_told_in_small_letters_without_articles_and_apostrophes() -> None:
    (claim,) = claims_in("There were 956 Children\u2019s Homes.")
    assert claim.names() == ("childrens_homes",)


def test_a_phrase_may_stand_across_lines_and_in_capitals() -> None:
    claims = claims_in("32.6%\nof the  956 CASES\twere upheld.")
    assert [claim.clause() for claim in claims] == ["upheld made up 32.6% of cases", "cases came to 956"]


words = st.sampled_from(
    [*"956 cases of the were up 12% from , and ( ) more than £3.2bn half one in ten doubled .".split(), "a b"]
)


@given(st.lists(words, max_size=30).map(" ".join))
def test_any_sentence_is_read_without_error_and_every_claim_can_be_told(sentence: str) -> None:
    for claim in claims_in(sentence):
        assert claim.clause()
        assert claim.kind in KINDS


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    assert isinstance(claims_in(text), tuple)


def test_a_sign_of_the_private_area_is_no_number() -> None:
    (claim,) = claims_in("\U000f0001 wins, 956 cases \U000f0000 upheld.")
    assert claim.clause() == "cases came to 956"


def test_a_long_text_without_numbers_is_read_in_passing() -> None:
    assert claims_in("word, " * 500) == ()


MOST_CALLS = 100  # of functions, for a sentence without numbers: 71 when this was written


@pytest.mark.no_cover
def test_sentences_without_numbers_are_hardly_looked_at() -> None:
    plain = "Shopkeepers have heard such promises before. They remember the library, and the market that was to come back.\n\n"
    scan(parse(plain, "plain"))  # what is made once is made here
    document = parse(100 * plain, "plain")
    assert calls(lambda: scan(document)) < MOST_CALLS * len(document.sentences)


@pytest.mark.no_cover
@pytest.mark.parametrize("count", [14, 52, 60])
def test_the_end_of_a_long_list_is_not_taken_for_all_of_it(count: int) -> None:
    items = ", ".join(["7 cats"] * (count - 1))
    right, wrong = (f"There were {items} and 7 cats, a total of {7 * count + more} cats." for more in (0, 1))
    assert scan(parse(right, "plain")).report.ok
    assert scan(parse(wrong, "plain")).report.ok == (count > MOST + 1)


SCHOOLS = "The 41 schools held 705 talks, an average of {} each."  # 17.2


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (SCHOOLS.format("17"), True),
        (SCHOOLS.format("27"), True),
        (SCHOOLS.format("5"), True),
        (SCHOOLS.format("172"), True),  # a digit too many
        (SCHOOLS.format("27,000"), False),
        (SCHOOLS.format("1"), False),
        ("Whereas 31 per cent of lights worked in May, 42 per cent do now: a fall of 11 percentage points.", True),
        ("Whereas 31 per cent of lights worked in May, 42 per cent do now: a fall of 61 percentage points.", False),
        ("Mechanics failed 449,471 of the department's 71,292 vehicles.", True),
        ("Mechanics failed 4,494,710 of the department's 71,292 vehicles.", False),
        ("Based on 705 contracts, the median settlement was 7.2 thousand and the average 14.4 thousand.", False),
    ],
)
def test_numbers_that_only_cues_put_together_are_told_where_a_slip_can_have_put_them_off(
    sentence: str, told: bool
) -> None:
    scanned = scan(parse(sentence, "plain"))
    assert bool(scanned.checked) == bool(scanned.report.claims) == told
    assert scanned.report.ok == (not told or sentence == SCHOOLS.format("17"))


def test_words_that_a_phrase_fits_are_told_however_far_off_the_number_is() -> None:
    assert not scan(parse("There were 12 men and 15 women, a total of 9,999.", "plain")).report.ok


@pytest.mark.parametrize(("mean", "kinds"), [("1", ["share"]), ("27", ["mean"])])
def test_numbers_inside_a_reading_are_told_by_themselves_where_nobody_meant_it(mean: str, kinds: list[str]) -> None:
    document = parse(f"{SCHOOLS.format(mean)} It was 312 of the 956 cases (36.2%).", "plain")
    outer, inner = (
        next(together(marked(document.words(sentence), "en"), sentence.start)) for sentence in document.sentences
    )
    found = [replace(outer, numbers=outer.numbers | inner.numbers), inner]
    told = judged(found, Reckoned(()), document, Options(), Convention())
    assert [one.result.kind for one in told] == kinds
    assert all(one.findings for one in told)


@pytest.mark.parametrize(
    ("article", "numbers"),
    [
        ("The 85 dogs and 162 cats ate 247 tins.", ["85", "162", "247"]),
        ("They sold 85 mugs. With 162 caps, that is 247 items.", ["85", "162", "247"]),
        ("Of 247 members 162 came by bus, 85 on foot.", ["247", "162", "85"]),
        ("It has 58 shelves; 1.8 jars on each makes 104.", ["58", "1.8", "104"]),
        ("It was 12% for gas, 10% for oil and 78% for none.", ["12%", "10%", "78%"]),
        ("The 85 dogs and about 162 cats ate 247 tins.", []),
        ("The 85 dogs and 162 cats ate £247.", []),
        ("The 85 dogs ate 162 tins in the upper one and 163 in the lower.", []),
        ("It has 58 shelves and two floors; 1 jar on each makes 58.", []),
    ],
)
def test_numbers_that_come_to_each_other_are_found_whatever_the_words_say(article: str, numbers: list[str]) -> None:
    document = parse(article, "plain")
    sentences = [(marked(document.words(sentence), "en"), sentence.start) for sentence in document.sentences]
    every = frozenset(start + numeral.start for words, start in sentences for numeral in words.numerals)
    places = frozenset(article.index(number) for number in numbers)
    reading = Together("total", Stated(), document.sentences[0], places or every, ground=Ground.CUES)
    reckoned = Reckoned(sentences)
    assert reckoned.acquits(reading) == bool(numbers)
    assert not reckoned.acquits(replace(reading, ground=Ground.WORDS))
    assert not reckoned.acquits(replace(reading, relation="change"))


def test_a_day_that_takes_part_in_a_check_is_read() -> None:
    scanned = scan(parse("The rower Ruth Calder (9 April 1950 – 18 January 2023) was 72.", "plain"))
    assert (scanned.read, scanned.checked) == (3, 3)
