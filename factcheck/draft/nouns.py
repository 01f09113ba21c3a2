"""Names for quantities, from the words that stand around a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import count

from factcheck.scan.phrases import ARTICLES, FUNCTION_WORDS

MOST_WORDS = 3
LONGEST = 40  # characters
NO_NAME = "number"


def name_of(before: str, after: str) -> str:
    """A name for what a number counts, from the words of its sentence before and after it.

    >>> name_of("In the nine months that followed, ", " crimes were recorded there")
    'crimes'
    >>> name_of("The youngest victim was ", ".")
    'youngest_victim'
    """
    words = _following(after) or _preceding(before) or [NO_NAME]
    return re.sub(r"\W+", "_", "_".join(words).lower())[:LONGEST].strip("_") or NO_NAME


def free(name: str, taken: Iterable[str]) -> str:
    """The name itself, or with the first number that makes it new.

    >>> free("cases", ["cases", "cases_2"])
    'cases_3'
    """
    known = set(taken)
    return next(wanted for n in count(1) if (wanted := name if n == 1 else f"{name}_{n}") not in known)


def _following(words: str) -> list[str]:
    """The noun that follows, with what describes it: up to a plural, a function word or a mark."""
    found: list[str] = []
    for word in _word().findall(words):
        if not found and (word.lower() == "of" or word.lower() in ARTICLES.split("|")):
            continue
        if not _is_plain(word) or len(found) == MOST_WORDS:
            break
        found.append(word)
        if word.endswith("s") and not word.endswith("ss"):
            break
    return found


def _preceding(words: str) -> list[str]:
    """The last plain words before the number, function words between them and it apart."""
    found: list[str] = []
    for word in reversed(_word().findall(words)):
        if _is_plain(word) and len(found) < MOST_WORDS:
            found.append(word)
        elif found:
            break
    return found[::-1]


def _is_plain(word: str) -> bool:
    return word[0].isalpha() and word.lower() not in FUNCTION_WORDS and word.lower() not in ARTICLES.split("|")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w'’-]*|\S")
