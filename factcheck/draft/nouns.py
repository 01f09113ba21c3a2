"""Names for quantities, from the words that stand around a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import count

from factcheck.text import DEFAULT
from factcheck.text.language import Language, load

MOST_WORDS = 3
LONGEST = 40  # characters
NO_NAME = "number"


def name_of(before: str, after: str, language: str = DEFAULT) -> str:
    """A name for what a number counts, from the words of its sentence before and after it.

    >>> name_of("In the nine months that followed, ", " crimes were recorded there")
    'crimes'
    >>> name_of("The youngest victim was ", ".")
    'youngest_victim'
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


def free(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with the first number that makes it new.

    >>> free("cases", ["cases", "cases_2"])
    'cases_3'
    """
    known = set(taken)
    return next(wanted for n in count(1) if (wanted := name if n == 1 else f"{name}_{n}") not in known)


def _following(words: str, pack: Language) -> list[str]:
    """The noun that follows, with what describes it: up to a plural, a function word or a mark.

    Where nouns are written with a capital, up to the first of them, if there is one.
    """
    found: list[str] = []
    for word in _word().findall(words):
        if not found and word.lower() in pack.sentences.partitives | pack.sentences.articles:
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
    known = pack.sentences.function_words | pack.sentences.articles
    return word[0].isalpha() and word.lower() not in known


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w'’-]*|\S")
