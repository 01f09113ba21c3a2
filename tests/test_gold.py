"""The reader of printed numbers against sentences that were marked by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factcheck.text import available, find
from tests.gold import FRESH, LANGUAGES, UNREAD, Sentence, language_of, sentences, told
from tests.gold.score import scores, strangers

LEAST = {"en": 300, "de": 60, "en_news": 250, "en_papers": 140}
GOLD = [(name, sentence) for name in (*LANGUAGES, *FRESH) for sentence in sentences(name)]
MOST_UNREAD = 5
each_language = pytest.mark.parametrize("name", LANGUAGES)
each_file = pytest.mark.parametrize("name", [*LANGUAGES, *FRESH])


def test_every_language_has_sentences() -> None:
    assert sorted(LANGUAGES) == sorted(available())


@each_file
def test_there_are_enough_sentences_and_none_twice(name: str) -> None:
    texts = [sentence.text for sentence in sentences(name)]
    assert len(set(texts)) == len(texts) >= LEAST[name]


@each_file
def test_few_sentences_are_not_read_yet(name: str) -> None:
    unread = sum(sentence.form == UNREAD for sentence in sentences(name))
    assert unread <= (MOST_UNREAD if name in FRESH else 0)


@pytest.mark.parametrize(("name", "sentence"), GOLD, ids=lambda value: getattr(value, "text", value))
def test_marks_stand_in_order_and_have_what_their_kind_asks_for(name: str, sentence: Sentence) -> None:
    assert language_of(name) in LANGUAGES
    assert all(first.end <= second.start for first, second in pairwise(sentence.numerals))
    for numeral in sentence.numerals:
        assert 0 <= numeral.start < numeral.end <= len(sentence.text)
        assert numeral.value or numeral.kind in ("vague", "age") or not numeral.is_quantity
        assert not (numeral.value and numeral.kind == "vague")


@pytest.mark.parametrize(("name", "sentence"), GOLD, ids=lambda value: getattr(value, "text", value))
def test_a_sentence_reads_as_it_was_marked(name: str, sentence: Sentence) -> None:
    right = tuple(map(told, find(sentence.text, language_of(name)))) == sentence.numerals
    assert right != (sentence.form == UNREAD)


@each_language
def test_values_are_right_and_nothing_else_is_taken_for_a_number(name: str) -> None:
    (quantities,) = (score for score in scores(name) if score.name == "all quantities")
    assert quantities.right == quantities.marked == quantities.read > LEAST[name]
    assert strangers(name) == (0, quantities.read)
