"""The reader of printed numbers against sentences that were marked by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.text import available, find
from tests.gold import LANGUAGES, Sentence, sentences, told
from tests.gold.score import scores, strangers

LEAST = {"en": 300, "de": 60}
GOLD = [(language, sentence) for language in LANGUAGES for sentence in sentences(language)]
each_language = pytest.mark.parametrize("language", LANGUAGES)


def test_every_language_has_sentences() -> None:
    assert sorted(LANGUAGES) == sorted(available())


@each_language
def test_there_are_enough_sentences_and_none_twice(language: str) -> None:
    texts = [sentence.text for sentence in sentences(language)]
    assert len(set(texts)) == len(texts) >= LEAST[language]


@pytest.mark.parametrize(("language", "sentence"), GOLD, ids=lambda value: getattr(value, "text", value))
def test_marks_stand_in_order_and_have_what_their_kind_asks_for(language: str, sentence: Sentence) -> None:
    assert language in LANGUAGES
    assert all(first.end <= second.start for first, second in pairwise(sentence.numerals))
    for numeral in sentence.numerals:
        assert 0 <= numeral.start < numeral.end <= len(sentence.text)
        assert numeral.value or numeral.kind in ("vague", "age") or not numeral.is_quantity
        assert not (numeral.value and numeral.kind == "vague")


@pytest.mark.parametrize(("language", "sentence"), GOLD, ids=lambda value: getattr(value, "text", value))
def test_a_sentence_reads_as_it_was_marked(language: str, sentence: Sentence) -> None:
    assert tuple(map(told, find(sentence.text, language))) == sentence.numerals


@each_language
def test_values_are_right_and_nothing_else_is_taken_for_a_number(language: str) -> None:
    (quantities,) = (score for score in scores(language) if score.name == "all quantities")
    assert quantities.right == quantities.marked == quantities.read > LEAST[language]
    assert strangers(language) == (0, quantities.read)
