"""The claims against the text of their article: quotes that stand, numbers that are covered, edits that are caught."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck import Article
from factcheck.annotate import annotated
from factcheck.article import Document, parse
from factcheck.check import Options, check
from factcheck.check.coverage import Covered, cover
from factcheck.finding import Finding, Severity, Standing
from factcheck.report import PLAIN, Style, render

NUMBERS = ["956", "1,628", "32.6 per cent", "£3.2bn", "nearly a fifth", "4 in 10", "about 12%", "two million", "half"]
TOWNS = ["York", "Leeds", "Hull", "Ripon", "Selby", "Whitby"]
SENTENCES = [
    "Police in {town} recorded {number} of them.",
    "In {town} it was {number}, they said.",
    "“It was {number}”, {town} said – and no more.",
]
QUOTED = ["{number}", "was {number}", "{sentence}"]


@dataclass(frozen=True)
class Told:
    """A sentence with a number, and what is made of it: a claim, a passage set aside, or nothing."""

    sentence: str
    number: str
    standing: Standing


@st.composite
def told(draw: st.DrawFn) -> list[Told]:
    """Sentences, no two of which are alike."""
    towns = draw(st.lists(st.sampled_from(TOWNS), min_size=1, unique=True))
    found = []
    for town in towns:
        number = draw(st.sampled_from(NUMBERS))
        sentence = draw(st.sampled_from(SENTENCES)).format(town=town, number=number)
        found.append(Told(sentence, number, draw(st.sampled_from([Standing.COVERED, *Standing]))))
    return [one for one in found if one.standing is not Standing.CHANGED]


def text_of(sentences: Sequence[Told]) -> str:
    return "\n\n".join(["A story of 3 May 2018.", *(one.sentence for one in sentences)])


def article_of(sentences: Sequence[Told]) -> Article:
    claims = [record(f"q{at}", one) for at, one in enumerate(sentences) if one.standing is Standing.COVERED]
    aside = [{"passage": one.sentence, "reason": "r"} for one in sentences if one.standing is Standing.IGNORED]
    return Article(article="story.txt", claims=claims, ignore=aside)


def record(name: str, one: Told, **more: Any) -> dict[str, Any]:
    """A claim that any number can be printed by."""
    kind = {"kind": "share", "part": name, "whole": f"{name}_all"}
    if re.fullmatch(r"[\d,]+|£.*|two million", one.number):
        kind = {"kind": "count", "quantity": name}
    return {**kind, "printed": one.number, "quote": one.sentence, **more}


def against(article: Article, text: str, form: str = "plain", least: Fraction | None = None) -> Covered:
    return cover(article, parse(text, form), least)


def rules_of(covered: Covered) -> list[str]:
    return [finding.rule.name for finding in covered.findings if finding.rule.name != "uncovered"]


# Coverage


@settings(max_examples=40)
@given(told())
def test_every_number_is_covered_ignored_or_uncovered_as_its_sentence_was_treated(sentences: list[Told]) -> None:
    covered = against(article_of(sentences), text_of(sentences))
    assert covered.coverage is not None
    assert [number.standing for number in covered.coverage.numbers] == [one.standing for one in sentences]
    for number, one in zip(covered.coverage.numbers, sentences, strict=True):
        assert one.number.endswith(number.words)
        assert bool(number.claims) == (one.standing is Standing.COVERED)
    assert rules_of(covered) == []
    uncovered = [finding for finding in covered.findings if finding.rule.name == "uncovered"]
    assert len(uncovered) == covered.coverage.uncovered
    assert {finding.severity for finding in uncovered} <= {Severity.NOTE}


@settings(max_examples=25)
@given(told(), st.fractions(0, 1, max_denominator=6))
def test_uncovered_numbers_are_errors_exactly_where_their_share_is_too_small(
    sentences: list[Told], least: Fraction
) -> None:
    covered = against(article_of(sentences), text_of(sentences), least=least)
    with_claim = sum(one.standing is Standing.COVERED for one in sentences)
    without = sum(one.standing is Standing.UNCOVERED for one in sentences)
    enough = with_claim >= least * (with_claim + without)
    assert any(finding.is_error for finding in covered.findings) is not enough


@settings(max_examples=20)
@given(told(), st.sampled_from(["markdown", "html"]))
def test_a_number_stands_where_the_file_has_it(sentences: list[Told], form: str) -> None:
    text = text_of(sentences)
    document = parse("\n".join(f"<p>{line}</p>" for line in text.split("\n")) if form == "html" else text, form)
    covered = cover(article_of(sentences), document)
    assert covered.coverage is not None
    for number in covered.coverage.numbers:
        assert number.place.line is not None
        assert number.place.column is not None
        line = document.source.split("\n")[number.place.line - 1]
        assert line[number.place.column - 1 :].startswith(number.words)


@pytest.mark.parametrize(
    "text", ["On 3 May 2018 at 10:30", "the 2017-18 season", "a 5-4 vote", "COVID-19 on the M25", "in 2017"]
)
def test_what_is_no_quantity_needs_no_claim_and_no_ignore_of_it_is_unused(text: str) -> None:
    covered = against(Article(ignore=[{"passage": text, "reason": "no quantity"}]), f"It was {text}, they said.")
    assert covered.coverage is not None
    assert (covered.coverage.read, covered.coverage.share) == (0, 1)
    assert covered.findings == ()


def test_the_numbers_that_a_claim_gives_beside_the_printed_one_are_covered_too() -> None:
    claim = {"kind": "product", "factors": ["£4.25", "n"], "printed": "£425", "quote": "£4.25 each, £425 in all"}
    covered = against(Article(claims=[claim]), "They cost £4.25 each, £425 in all.")
    assert covered.coverage is not None
    assert covered.coverage.covered == covered.coverage.read == 2


def test_each_claim_of_a_passage_covers_a_number_of_its_own() -> None:
    quote = "52 per cent in May and 52 per cent in June"
    claims = [
        {"kind": "share", "part": month, "whole": "all", "printed": "52 per cent", "quote": quote}
        for month in ("may", "june")
    ]
    covered = against(Article(claims=claims), f"It was {quote}.")
    assert covered.coverage is not None
    assert [number.claims for number in covered.coverage.numbers] == [("share-may-all",), ("share-june-all",)]


def test_a_claim_file_without_an_article_has_no_coverage_and_cannot_have_enough() -> None:
    article = Article(claims=[{"kind": "count", "quantity": "a", "printed": "5"}])
    report = check(article)
    assert (report.coverage, report.ok) == (None, True)
    assert check(article, Options(min_coverage=Fraction(0))).ok
    assert [f.rule.name for f in check(article, Options(min_coverage=Fraction(1, 2))).findings] == [
        "uncovered",
        "unguarded",
    ]


# Drift


@settings(max_examples=30)
@given(told(), st.data())
def test_no_digit_of_a_covered_number_can_change_unseen(sentences: list[Told], data: st.DataObject) -> None:
    text = text_of(sentences)
    before = against(article_of(sentences), text).coverage
    assert before is not None
    places = [
        (number, at)
        for number in before.numbers
        if number.standing is Standing.COVERED
        for at in range(number.start, number.end)
        if text[at].isdecimal()
    ]
    assume(places)
    number, at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([other for other in "0123456789" if other != text[at]]))
    covered = against(article_of(sentences), text[:at] + digit + text[at + 1 :])
    caught = [finding for finding in covered.findings if finding.claims == number.claims]
    assert [finding.rule.name for finding in caught] in (["quote-drift"], ["quote-missing"])
    assert rules_of(covered) == [caught[0].rule.name]


@settings(max_examples=25)
@given(told(), st.sampled_from(NUMBERS), st.data())
def test_a_number_that_was_replaced_is_told_with_the_one_that_stands_there_now(
    sentences: list[Told], other: str, data: st.DataObject
) -> None:
    covered_ones = [one for one in sentences if one.standing is Standing.COVERED]
    assume(covered_ones)
    one = data.draw(st.sampled_from(covered_ones))
    assume(one.number != other)
    edited = one.sentence.replace(one.number, other)
    covered = against(article_of(sentences), text_of(sentences).replace(one.sentence, edited))
    (finding,) = (finding for finding in covered.findings if finding.rule.name != "uncovered")
    assert finding.rule.name == "quote-drift"
    assert f'"{one.number}" now reads "{other}"' in finding.message
    (passage,) = finding.passages
    assert other.endswith(passage.words[passage.start : passage.end])
    assert covered.coverage is not None
    changed = [number for number in covered.coverage.numbers if number.standing is Standing.CHANGED]
    assert [number.claims for number in changed] == [finding.claims]


@settings(max_examples=20)
@given(told(), st.data())
def test_other_spaces_quotation_marks_and_dashes_are_no_edits_and_other_words_are(
    sentences: list[Told], data: st.DataObject
) -> None:
    text = text_of(sentences)
    alike = text.replace(" ", data.draw(st.sampled_from([" ", "\u00a0", "\n", "  "])))
    alike = alike.replace("“", '"').replace("”", "«").replace("–", "-")
    assert rules_of(against(article_of(sentences), alike)) == []
    with_claim = [one for one in sentences if one.standing is Standing.COVERED]
    assume(with_claim)
    gone = data.draw(st.sampled_from(with_claim))
    cut = text.replace(gone.sentence, gone.sentence.replace("of them", "of these").replace("aid", "old"))
    assert rules_of(against(article_of(sentences), cut)) == ["quote-missing"]


@settings(max_examples=25)
@given(st.integers(2, 5), st.data())
def test_like_passages_are_told_apart_by_occurrence_and_no_edit_of_one_is_unseen(
    often: int, data: st.DataObject
) -> None:
    one = Told("It was 956 then", "956", Standing.COVERED)
    text = ". ".join([one.sentence] * often)
    covered = against(Article(claims=[record("a", one)]), text)
    assert rules_of(covered) == ["ambiguous-quote"]
    every = Article(claims=[record(f"q{at}", one, occurrence=at) for at in range(1, often + 1)])
    covered = against(every, text)
    assert covered.findings == ()
    assert covered.coverage is not None
    assert [number.claims for number in covered.coverage.numbers] == [(f"count-q{at}",) for at in range(1, often + 1)]
    at = data.draw(st.integers(0, often - 1))
    sentences = [one.sentence] * often
    sentences[at] = "It was 965 then"
    after = against(every, ". ".join(sentences))
    assert {"quote-drift"} == set(rules_of(after))
    assert any('"956" now reads "965"' in finding.message for finding in after.findings)


def test_a_quote_in_one_place_only_is_not_taken_for_one_of_several() -> None:
    one = Told("It was 956 then", "956", Standing.COVERED)
    covered = against(Article(claims=[record("a", one, occurrence=1)]), "It was 956 then. It was 965 then.")
    assert rules_of(covered) == ["quote-drift"]
    covered = against(Article(claims=[record("a", one, occurrence=3)]), "It was 956 then. It was 956 then.")
    assert rules_of(covered) == ["quote-missing"]
    assert "does not stand in the article 3 times" in covered.findings[0].message


@pytest.mark.parametrize("rest", [" per cent", " million", "-50 people"])
def test_a_quote_that_ends_inside_a_number_is_told(rest: str) -> None:
    one = Told("It fell by 40", "40", Standing.COVERED)
    covered = against(Article(claims=[record("a", one)]), f"It fell by 40{rest}, they said.")
    assert rules_of(covered) == ["quote-drift"]


def test_a_claim_without_a_quote_is_told_with_the_place_of_its_number() -> None:
    one = Told("", "956", Standing.COVERED)
    for text, where in (("It was 956.", ' "956" stands at 1:8.'), ("It was 957.", "")):
        (finding,) = (
            f for f in against(Article(claims=[record("a", one)]), text).findings if f.rule.name != "uncovered"
        )
        assert finding.message == f"The claim has no quote, so nothing ties it to the article.{where}"


def test_a_claim_that_prints_no_number_is_tied_to_the_article_by_its_quote() -> None:
    claim = {"kind": "total", "parts": ["a", "b"], "whole": "c", "quote": "A and B make C"}
    assert rules_of(against(Article(claims=[claim]), "A and B make C.")) == []
    assert rules_of(against(Article(claims=[claim]), "A and B make D.")) == ["quote-missing"]


def test_quotes_from_another_article_are_all_told_and_the_nearest_passage_of_the_first_of_them() -> None:
    claims = [record(f"q{at}", Told(f"It was {at} in Rome", f"{at}", Standing.COVERED)) for at in range(30)]
    covered = against(Article(claims=claims), "It was a day in Rome, and then another.")
    assert rules_of(covered) == ["quote-missing"] * 30
    assert [" nearest passage " in finding.message for finding in covered.findings] == [True] * 20 + [False] * 10


# Passages set aside


def test_a_passage_set_aside_is_set_aside_wherever_it_stands() -> None:
    article = Article(ignore=[{"passage": "aged 42", "reason": "age"}])
    covered = against(article, "She, aged 42, and he, aged 42, met 3 others.")
    assert covered.coverage is not None
    assert [(number.words, number.reason) for number in covered.coverage.numbers] == [
        ("42", "age"),
        ("42", "age"),
        ("3", ""),
    ]


@pytest.mark.parametrize(
    ("passage", "why"),
    [
        ("aged 43", 'it does not stand in the article, but "aged 42" does'),
        ("zzz", "it does not stand in the article"),
        ("She said", "it has no number of its own"),
        ("were 956", "claims cover every number in it"),
        ("were 95", "it does not stand in the article, but"),
    ],
)
def test_a_passage_that_sets_nothing_aside_is_told(passage: str, why: str) -> None:
    claims = [record("a", Told("There were 956 cases", "956", Standing.COVERED))]
    article = Article(claims=claims, ignore=[{"passage": passage, "reason": "r"}])
    covered = against(article, "She said it, aged 42. There were 956 cases.")
    (finding,) = (f for f in covered.findings if f.rule.name == "unused-ignore")
    assert why in finding.message
    assert finding.severity is Severity.WARNING


# Reports


def story() -> tuple[Article, Document]:
    claims = [
        {"kind": "count", "quantity": "cases", "printed": "956", "quote": "in 956 cases"},
        {"kind": "share", "part": "a", "whole": "cases", "printed": "32.6%", "quote": "a share of 32.6%"},
        {"kind": "count", "quantity": "a", "printed": "321", "quote": "of 321 among them"},
        {"kind": "count", "quantity": "b", "printed": "17", "quote": "17 in May"},
        {"kind": "share", "part": "d", "whole": "e", "printed": "102%", "quote": "102%"},
    ]
    text = (
        "It was so in 956 cases, of 321 among them, a share of 32.6%.\n\nThere were 18 in May, 102% and\x1b[K 5.\n\n"
        "He is aged 42.\n\n| A | 7 |\n|---|---|\n| 8 | 9 |\n"
    )
    aside = [{"passage": "aged 42", "reason": "age"}]
    return Article(article="story.md", claims=claims, ignore=aside), parse(text, "markdown")


def findings(article: Article, document: Document) -> dict[str, Finding]:
    return {finding.rule.name: finding for finding in check(article, document=document).findings}


def test_passages_of_findings_stand_in_the_article() -> None:
    conflict = findings(*story())["conflict"]
    assert [(passage.place.line, passage.place.column) for passage in conflict.passages] == [(1, 14), (1, 55), (1, 28)]


def test_the_coverage_is_in_every_report() -> None:
    article, document = story()
    report = article.check(document=document)
    assert report.summary.endswith("; 5 of 9 numbers covered (55%), 1 ignored")
    for form in ("table", "concise"):
        assert "5 of 9 numbers covered (55%), 1 ignored" in " ".join(render(report, form).split())
    twice = " ".join(render(report + report, "table").split())
    assert twice.count("5 of 9 numbers covered") == 2
    assert "10 of 18 numbers covered" in twice


def test_the_text_shows_what_became_of_every_number() -> None:
    article, document = story()
    report = check(article, document=document)
    screen = annotated(report, document, PLAIN)
    shown = [
        *("956[CONFLICT] cases", "321[CONFLICT] among", "32.6%[CONFLICT].", "18[CHANGED] in May", "102%[FAIL]"),
        *("5[uncovered].", "aged 42[ignored]", "A | 7[uncovered]\n8[uncovered] | 9[uncovered]", "\\x1b[K"),
    ]
    assert [words for words in shown if words not in screen] == []
    assert "\x1b" not in screen
    for mark, often in (("CONFLICT", 3), ("CHANGED", 1), ("FAIL", 1), ("uncovered", 4), ("ignored", 1)):
        assert re.search(rf"^\[{mark}\] +{often} ", screen, re.MULTILINE)
    assert "[pass]" not in screen


@settings(max_examples=15)
@given(told(), st.integers(40, 120))
def test_the_text_on_the_screen_is_the_article_with_marks_and_within_the_width(
    sentences: list[Told], width: int
) -> None:
    document = parse(text_of(sentences), "plain")
    report = check(article_of(sentences), document=document)
    screen = annotated(report, document, Style(width=width))
    assert all(len(line) <= width for line in screen.split("\n"))
    without_marks = re.sub(r"\[(pass|CONFLICT|uncovered|ignored)\]", "", screen).split()
    assert " ".join(without_marks).startswith(" ".join(document.text.split()))


def test_colour_adds_nothing_but_colour() -> None:
    article, document = story()
    report = check(article, document=document)
    colored = annotated(report, document, Style(color=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == annotated(report, document, PLAIN)
    assert "\x1b[31m321[CONFLICT]\x1b[0m" in colored
