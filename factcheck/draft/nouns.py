"""Names for quantities, from the words that stand around a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import count

from factcheck.text import DEFAULT
from factcheck.text.language import Language, load

MOST_WORDS = 3
MOST_APPOSED = 6  # words between a share and its number: "a third of all those who came, 268,"
LONGEST = 40  # characters
POSSESSIVE = ("'s", "’s")
NO_NAME = "number"


def name_of(before: str, after: str, language: str = DEFAULT) -> str:
    """A name for what a number counts, from the words of its sentence before and after it.

    >>> name_of("In the nine months that followed, ", " crimes were recorded there")
    'crimes'
    >>> name_of("The youngest victim was ", "."), name_of("A third of callers, ", ", rang twice.")
    ('youngest_victim', 'callers')
    >>> name_of("Some ", " of the city's schools will be closed")
    'schools'
    >>> name_of("Im Rat sitzen ", " gewählte Männer und", "de")
    'gewählte_männer'
    """
    pack = load(language)
    words = _following(after, pack) or _preceding(before, pack) or [NO_NAME]
    return name_of_words(" ".join(words))


def name_of_words(words: str) -> str:
    """The words as a name.

    >>> name_of_words("Road Traffic 2016"), name_of_words("—")
    ('road_traffic_2016', 'number')
    """
    return re.sub(r"\W+", "_", words.lower())[:LONGEST].strip("_") or NO_NAME


def is_partitive(after: str, language: str = DEFAULT) -> bool:
    """Whether the words after a number say what it is a part of.

    >>> is_partitive(" of their visits"), is_partitive(" were new")
    (True, False)
    """
    first = _word().search(after)
    return first is not None and first[0].lower() in load(language).sentences.partitives


def is_apposed(between: str, after: str, language: str = DEFAULT) -> bool:
    """Whether a number after these words, and before those, tells in figures how many the share before them is.

    >>> is_apposed(" of them, ", ", swim less"), is_apposed(" of them came, and ", " left")
    (True, False)
    """
    closing = {",": ",", "(": ")"}.get(between.rstrip()[-1:])
    told = between.rstrip()[:-1]
    plain = not any(mark in told for mark in ",;:()") and len(told.split()) <= MOST_APPOSED
    return closing is not None and plain and is_partitive(told, language) and after.lstrip().startswith(closing)


def free(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with the first number that makes it new.

    >>> free("cases", ["cases", "cases_2"])
    'cases_3'
    """
    known = set(taken)
    return next(wanted for n in count(1) if (wanted := name if n == 1 else f"{name}_{n}") not in known)


def _following(words: str, pack: Language) -> list[str]:
    """The noun that follows, with what describes it: up to a plural, a function word or a mark; not whose it is.

    Where nouns are written with a capital, up to the first of them, if there is one.
    """
    found: list[str] = []
    for word in _word().findall(words):
        if not found and word.lower() in pack.sentences.partitives | pack.sentences.articles:
            continue
        if word.endswith(POSSESSIVE):
            found.clear()
            continue
        if not _is_plain(word, pack) or len(found) == MOST_WORDS:
            break
        found.append(word)
        if _is_noun(word) if pack.apart.capital_nouns else word.endswith("s") and not word.endswith("ss"):
            break
    return found


def _preceding(words: str, pack: Language) -> list[str]:
    """The last plain words before the number, function words between them and it apart; of nouns in capitals, one."""
    found: list[str] = []
    for word in reversed(_word().findall(words)):
        if _is_plain(word, pack) and len(found) < MOST_WORDS:
            found.append(word)
            if pack.apart.capital_nouns and _is_noun(word):
                return [word]
        elif found and not pack.apart.capital_nouns:
            break
    return found[::-1]


def _is_noun(word: str) -> bool:
    return word[:1].isupper()


def _is_plain(word: str, pack: Language) -> bool:
    """Whether a word may name something."""
    return word[0].isalpha() and word.lower() not in _nameless(pack)


@cache
def _nameless(pack: Language) -> frozenset[str]:
    """The words that name nothing: function words, and those that numbers and their hedges are made of."""
    numbers, sentences = pack.numbers, pack.sentences
    mappings = (numbers.ones, numbers.tens, numbers.scales, numbers.denominators, numbers.plural_denominators)
    words = (sentences.function_words, sentences.articles, numbers.halves, *mappings, numbers.ordinals)
    return frozenset().union(*words, pack.frame.hedges_before.alone)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w'’-]*|\S")
