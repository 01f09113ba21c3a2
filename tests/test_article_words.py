"""Sentences and quotes in an article."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.article import ArticleError, Ranges, parse
from factcheck.article.passages import find_passages, nearest_passage
from factcheck.article.sentences import sentences

SENTENCES = [
    "It rose to 956 cases.",
    "Mr. J. R. Smith of the U.S. Senate paid £3.50 (approx. 5%) to St. Mary's.",
    "His papers were graded A or B.",
    "Some of them, as J. or M. Smith knew, had hepatitis C.",
    "“Was it 32.6 per cent?” he asked on 5 Jan. 2017.",
    "See Fig. 2, p. 7 and No. 10 for more, e.g. the rest.",
    "Prof. Dr. Weber kam am 3. April um 10 Uhr, d.h. zu spät.",
    "Das sind ca. 4,5 Mio. Euro bzw. 12 Prozent.",
    "„Nein!“, sagte sie.",
    "“No.”",
    "He said: “It was 5.2.”",
    "In 2017 it was 4!",
    "It came to 12.",
    "At 9 p.m. it was over…",
    "(It was 3.)",
    "It fell by 4.2 points?!",
    "It cost $1.5 million.",
]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, Ranges.of([(0, len(text))]))]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from([" ", "\n", "  ", "\u00a0"]))
def test_sentences_set_side_by_side_come_apart_again(parts: list[str], between: str) -> None:
    assert split(between.join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The answer was no. It rained.", 2),
        ("It was No. 10. It rained.", 2),
        ("They met in May. 20 came.", 1),
        ("1. First we went home.", 1),
        ("He went... and came.", 1),
        ("Version 1.2.3 came out. Good.", 2),
        ("They did not mind. In all, 34 came.", 2),
        ("Es waren mind. 5 Leute da.", 1),
        ("Ward A lost 43 more than Trust B. Two years later half had come back.", 2),
        ("She lives in the U.S. In May there were 5.", 2),
        ("A. A. Milne and J. Smith met W. H. Auden.", 1),
        ("A. The first point.", 1),
    ],
)
def test_words_that_are_abbreviations_only_before_numbers(text: str, count: int) -> None:
    assert len(split(text)) == count


@given(st.text(st.sampled_from('aA1.!?… \n"”)(’'), max_size=60))
def test_sentences_lie_in_order_and_lose_only_white_space(text: str) -> None:
    if not text.strip():
        return
    document = parse(text, "plain")
    kept = "".join(document.words(span) for span in document.sentences)
    assert "".join(kept.split()) == "".join(text.split())


words = st.sampled_from(["used", "in", "52", "per", "cent", "of", "cases", "the", "“app”", "–", "1,628", "it’s"])
ALIKE = {"“app”": '"app"', "–": "-", "it’s": "it's"}


@given(st.lists(words, min_size=1, max_size=12), st.data())
def test_a_quote_is_found_whatever_the_white_space_quotation_marks_and_dashes(
    parts: list[str], data: st.DataObject
) -> None:
    gaps = data.draw(
        st.lists(
            st.sampled_from([" ", "\n", "  ", "\u00a0", " \u00ad", "\t"]), min_size=len(parts), max_size=len(parts)
        )
    )
    text = "".join(part + gap for part, gap in zip(parts, gaps, strict=True))
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first, len(parts) - 1))
    quote = "  ".join(ALIKE.get(part, part) for part in parts[first : last + 1])
    found = next(find_passages(text, quote))
    assert " ".join(text[found.start : found.end].replace("\u00ad", "").split()) == " ".join(
        text_part for text_part in text[found.start : found.end].replace("\u00ad", "").split()
    )
    plain = " ".join(ALIKE.get(part, part) for part in text[found.start : found.end].replace("\u00ad", "").split())
    assert plain == " ".join(quote.split())


def test_a_quote_does_not_begin_or_end_inside_a_word_or_number() -> None:
    text = "152 per cent, 52.5 per cent, 1,52 and 52,000; 52 per cents; then 52 per cent. And 52, too."
    assert next(find_passages(text, "52 per cent")).start == text.index("52 per cent.")
    assert [text[start : end + 2] for start, end in find_passages(text, "52")] == ["52 p", "52 p", "52, "]


def test_a_quote_that_is_blank_or_missing_is_nowhere() -> None:
    document = parse("It rose to 956.", "plain")
    assert document.find_passage(" \n") is None
    assert document.find_passage("it rose") is None
    assert document.find_passage("to 956.") == (8, 15)
    assert document.find_passage("to 956.", 2) is None
    assert document.nearest_passage("") is None
    assert document.nearest_passage("xyz") is None


@given(st.lists(words, min_size=4, max_size=20), st.data())
def test_the_nearest_passage_to_words_of_the_text_is_those_words(parts: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(parts) - 4))
    quote = " ".join(parts[first : first + 4])
    text = " ".join(parts)
    found = nearest_passage(text, quote)
    assert found is not None
    assert found.likeness == 1
    assert list(find_passages(text[found.span.start : found.span.end], quote))


def test_the_nearest_passage_to_an_edited_one_is_the_edited_one() -> None:
    text = (
        "Facebook was used in a third (32.6 per cent) of cases. Apps were used in 54 per cent of grooming cases where "
        "the method was disclosed by police. There were 1,628 crimes recorded."
    )
    for quote, passage in (
        ("were used in 52 per cent of grooming cases", "were used in 54 per cent of grooming cases"),
        ("there were 1,268 crimes recorded", "There were 1,628 crimes recorded"),
        ("was used in a third (36.2 per cent) of all cases", "was used in a third (32.6 per cent) of cases"),
    ):
        found = nearest_passage(text, quote)
        assert found is not None
        assert text[found.span.start : found.span.end].startswith(passage)
        assert Fraction(1, 2) < found.likeness < 1


def test_nothing_like_a_quote_is_nothing() -> None:
    assert nearest_passage("It rained all day in the north.", "956 cases of fraud were recorded in Kent") is None


@given(st.text(max_size=80), st.text(max_size=30))
def test_any_quote_can_be_sought_in_any_text(text: str, quote: str) -> None:
    try:
        document = parse(text, "plain")
    except ArticleError:
        return
    found, nearest = document.find_passage(quote), document.nearest_passage(quote)
    assert found is None or 0 <= found.start < found.end <= len(text)
    assert nearest is None or (0 <= nearest.span.start < nearest.span.end <= len(text) and 0 < nearest.likeness <= 1)
