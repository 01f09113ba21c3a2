"""Texts compared by their words: white space, quotation marks and dashes of every sort are alike."""

from __future__ import annotations

from functools import cache

_ALIKE = {
    " ": "\t\n\r\v\f\u00a0\u2002\u2003\u2007\u2009\u202f",
    '"': "“”„‟«»″",
    "'": "‘’‚‛′",
    "-": "‐‑‒–—―−",
}


def fold(words: str) -> str:
    """The text with like characters made one, character by character, so that offsets stay what they are.

    >>> fold("“nearly a fifth” – 19.8%")
    '"nearly a fifth" - 19.8%'
    """
    return words.translate(_table())


def fold_case(words: str) -> str:
    """The text folded and in small letters, unless these would move an offset.

    >>> fold_case("“Nearly a fifth”"), fold_case("İ 5")
    ('"nearly a fifth"', 'İ 5')
    """
    folded = fold(words)
    small = folded.lower()
    return small if len(small) == len(folded) else folded


def letters(words: str) -> str:
    """The text in letters that are the same where `re.IGNORECASE` takes them for the same; it may grow longer.

    >>> letters("İm SOMMER groß")
    'im sommer gross'
    """
    return words.casefold().replace("i\u0307", "i").replace("ı", "i")


@cache
def _table() -> dict[int, str]:
    return {ord(sign): plain for plain, signs in _ALIKE.items() for sign in signs}
