"""Sums across sentences: drafted where the words hint at them, asked about where they nearly hold, and else left alone."""

from __future__ import annotations

import os
from random import Random

import pytest

from factcheck.article import parse
from factcheck.claimfile import loads
from factcheck.draft import draft, update
from tests import truth, truth_german

TIMES = int(os.environ.get("TIMES", "1"))
OFFERED, ASKED = "is it their sum", "should they come to it"
APPS = (
    "Facebook was used in {first} of cases. Instagram was used in {second} of cases. "
    "Facebook and Instagram were used in {whole} of them."
)
ROW = "There were {first} cats at the show.\n\nAnd {second} dogs came.\n\nThe show had {whole} animals in all."
NOUN = "Kent had {first} crimes.\n\nEssex had {second} crimes.\n\nBoth had {whole} crimes."
GERMAN = "Es kamen {first} Katzen.\n\nUnd {second} Hunde kamen.\n\nInsgesamt waren es {whole} Tiere."
CASES = [  # the text, its numbers, whether the sum is drafted, whether it is asked about
    (APPS, ("32.6%", "19.8%", "52%"), True, False),
    (APPS, ("32.5%", "19.8%", "53%"), False, True),
    (APPS, ("32.6%", "19.8%", "61%"), False, False),
    (ROW, ("112", "215", "327"), True, False),
    (ROW, ("112", "215", "372"), False, True),
    (ROW, ("112", "215", "512"), False, False),
    (ROW.replace(" in all", " in May"), ("112", "215", "327"), False, False),
    (NOUN, ("112", "215", "327"), True, False),
    (NOUN, ("112", "215", "328"), False, False),
    (GERMAN, ("112", "215", "327"), True, False),
]


@pytest.mark.parametrize(("text", "numbers", "offered", "asked"), CASES)
def test_a_sum_is_drafted_or_asked_about(
    text: str, numbers: tuple[str, str, str], *, offered: bool, asked: bool
) -> None:
    first, second, whole = numbers
    document = parse(text.format(first=first, second=second, whole=whole), "plain")
    words = draft(document, "a", "de" if text is GERMAN else "en")
    article = loads(words)
    assert ((OFFERED in words), (ASKED in words)) == (offered, asked)
    assert [claim.kind for claim in article.claims].count("total") == offered
    assert article.check(document=document).ok


def test_shares_that_add_up_are_shares_of_one_whole_and_are_checked_against_each_other() -> None:
    text = APPS.format(first="32.6%", second="19.8%", whole="52%")
    words = draft(parse(text, "plain"), "a")
    assert '# decide: 32.6 + 19.8 = 52.4, and "52%" is printed' in words
    wholes = {claim.names()[1] for claim in loads(words).claims if claim.kind == "share"}
    assert len(wholes) == 1
    assert not loads(words.replace('printed: "52%"', 'printed: "25%"')).check().ok


def test_a_sum_that_was_taken_out_is_not_added_again() -> None:
    document = parse(ROW.format(first="112", second="215", whole="327"), "plain")
    words = draft(document, "a")
    kept = words.partition("  # decide: 112 + 215")[0]
    assert kept != words
    assert update(document, kept).text == kept


def test_sums_of_a_new_paragraph_are_added() -> None:
    text = ROW.format(first="112", second="215", whole="327")
    words = draft(parse("It rained for 12 days.", "plain"), "a")
    document = parse(f"It rained for 12 days.\n\n{text}", "plain")
    updated = update(document, words)
    assert loads(updated.text).claims[-1].kind == "total"
    assert loads(updated.text).check(document=document).ok


@pytest.mark.parametrize("made", [truth, truth_german])
def test_accidental_sums_are_hardly_ever_offered(made: object) -> None:
    language, offered, numbers = "de" if made is truth_german else "en", 0, 0
    for seed in range(TIMES):
        written = truth_german.article if made is truth_german else truth.article
        text = "\n\n".join(written(Random(4 * seed + part)) for part in range(4))
        words = draft(parse(text, "plain"), "a", language)
        offered += words.count(OFFERED)
        numbers += words.count("printed:")
    assert numbers > 20
    assert offered <= numbers // 100
