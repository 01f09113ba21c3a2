"""Phrases of relations, which are laid over a sentence only where its numbers and words let them stand there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from factcheck.relation import Line
from factcheck.relation.line import MOST_WANTED
from factcheck.relation.phrases import Phrase, possible, words_of
from factcheck.relation.told import Relation
from factcheck.relations import RELATIONS
from factcheck.text import available
from factcheck.text.fold import letters
from factcheck.text.marks import marked

HERE = Path(__file__).parent
WORDINGS = [line.split("|")[1] for line in (HERE / "wordings.txt").read_text("utf-8").splitlines()[1:]]
MANY = 30  # phrases of a language that stand somewhere in the sentences
GERMAN = (HERE / "gold" / "de_relations.txt").read_text("utf-8").splitlines()
SENTENCES = {"en": WORDINGS, "de": [line.rpartition(" | ")[2] for line in GERMAN if " | " in line]}
ALL = frozenset(kind for relation in RELATIONS.values() for kinds in relation.GAPS.values() for kind in kinds)


def phrases(relation: Relation, line: Line) -> tuple[Phrase, ...]:
    """Those that numerals of its kinds can fill, however few there are."""
    return possible(relation, line.sort._replace(numerals=sys.maxsize))


@pytest.mark.no_cover
@pytest.mark.parametrize("language", available())
def test_a_phrase_that_stands_in_a_sentence_is_never_passed_over(language: str) -> None:
    examples = [example.sentence for relation in RELATIONS.values() for example in relation.EXAMPLES]
    stood = set()
    for sentence in (*SENTENCES[language], *(examples if language == "en" else ())):
        for words in (sentence, sentence.upper()):
            line = Line(marked(words, language))
            for relation in RELATIONS.values():
                for phrase in phrases(relation, line):
                    found = [*phrase.pattern.finditer(line.words)]
                    signs = [line.marked.among(match[0]) for match in found]
                    flags = [numeral.flags for numerals in signs for numeral in numerals]
                    if found and not any(flags):
                        stood.add(phrase)
                        assert all(word in line.folded for word in phrase.words)
                        assert phrase.numerals <= line.sort.numerals
    assert len(stood) >= MANY


def test_no_phrase_wants_more_numerals_than_are_counted() -> None:
    every = {
        phrase
        for language in available()
        for relation in RELATIONS.values()
        for phrase in possible(relation, Line(marked("", language)).sort._replace(kinds=ALL, numerals=sys.maxsize))
    }
    assert max(phrase.numerals for phrase in every) <= MOST_WANTED
    assert min(phrase.numerals for phrase in every) == 1


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("between {low} and {high}", ("between", "and")),
        ("{a}~ (?:out )?of <the> {b}~,? or {c}", ("of", "or")),
        ("rises? by{a}? in (?:all|total) for ever(?:y| single)? cases", ("by", "in", "for", "ever", "cases")),
        ("from {a}|to {b}", ()),
        (r"[a-z]{2} \bmore\b than\s+(?:(?:a|b)+ )*{a+} MEN ſo", ("more", "than", "men", "so")),
        ("größer als ma(?=n)", ("grösser", "als", "ma")),
    ],
)
def test_words_without_which_a_phrase_stands_nowhere(phrase: str, words: tuple[str, ...]) -> None:
    assert words_of(phrase) == words


def test_letters_are_the_same_where_patterns_take_them_for_the_same() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in "abcdefghijklmnopqrstuvwxyzäöüßé":
        for other in re.findall(letter, every, re.IGNORECASE):
            assert letters(letter) in letters(f"x{other}x")
