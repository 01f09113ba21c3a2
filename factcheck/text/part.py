"""Parts of one: half, a third, two-thirds, 3/4, ½; and the small numbers in words that they are made of."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import NamedTuple
from unicodedata import normalize

from factcheck.text.following import following_of
from factcheck.text.source import Source
from factcheck.text.tokens import SLASHES, Shape

MOST = 1000  # of what a fraction in words has above the line


class Part(NamedTuple):
    """A fraction: its value, what stands below its line, the token after it, and whether it is in words."""

    value: Fraction
    denominator: int
    end: int
    in_words: bool = False


def part_at(source: Source, at: int) -> Part | None:
    """The fraction that starts with the token at an index."""
    token, following = source.tokens[at], source.tokens[at + 1]
    plain = token.shape is Shape.DIGITS or token.word in source.language.numbers.ones
    if plain and following_of(source.language).digits_end(following):
        return None
    if token.shape is Shape.VULGAR:
        above, _, below = normalize("NFKC", token.text).partition("⁄")
        return Part(Fraction(int(above), int(below)), int(below), at + 1) if int(above or 0) and below else None
    if token.shape is Shape.DIGITS:
        return _slashed(source, at) or _worded(source, at)
    return _worded(source, at)


def small_at(source: Source, at: int) -> tuple[int, int] | None:
    """A number below a hundred in words, and the index after it."""
    numbers, word = source.language.numbers, source.word(at)
    if word in numbers.ones:
        return numbers.ones[word], at + 1
    if word not in numbers.tens:
        return None
    index = source.joined(at + 1)
    digit = 0 if index is None else numbers.ones.get(source.word(index), 0)
    if index is not None and 1 <= digit <= 9:
        return numbers.tens[word] + digit, index + 1
    return numbers.tens[word], at + 1


class Glued(NamedTuple):
    """A number that is one word, and what its last part is worth: 1000 in "fünftausend"."""

    value: int
    spread: int


def glued_number(source: Source, at: int) -> Glued | None:
    """A word that ends with, or has inside it, the name of a scale: fünfhundert, zweitausenddreihundert."""
    numbers, word = source.language.numbers, source.word(at)
    for scale, worth in numbers.glued.items():
        above, found, below = word.partition(scale)
        if found and word in numbers.ones:
            return Glued(numbers.ones[word], 1 if below else worth)
        multiple = 1 if not above or above in numbers.weak_ones else numbers.ones.get(above)
        rest = numbers.ones.get(below) if below else 0
        if not found or multiple is None or rest is None:
            continue
        value = multiple * worth + rest
        if value < worth * worth:
            return Glued(value, 1 if below else worth)
    return None


def _slashed(source: Source, at: int) -> Part | None:
    """3/4, in digits that touch the stroke; not 3/4/17."""
    tokens = source.tokens
    if tokens[at + 1].text not in SLASHES or not tokens[at + 1].text or not source.attached(at + 1):
        return None
    above, below = tokens[at], tokens[at + 2]
    plain = (
        below.shape is Shape.DIGITS and source.attached(at + 2) and above.text.isdecimal() and below.text.isdecimal()
    )
    if not plain or above.text.startswith("0") or below.text.startswith("0"):
        return None
    if tokens[at + 3].text in SLASHES and source.attached(at + 3):
        return None
    return Part(Fraction(int(above.text), int(below.text)), int(below.text), at + 3)


def _worded(source: Source, at: int) -> Part | None:
    numbers, token = source.language.numbers, source.tokens[at]
    word = token.lower
    if word in numbers.halves:
        return Part(Fraction(1, 2), 2, at + 1, in_words=True)
    if word in numbers.articles:
        above = 1
    elif token.shape is Shape.DIGITS:
        above = int(word) if word.isdecimal() and len(word) <= 3 else 0
    else:
        above = numbers.ones.get(word, 0)
    index = source.joined(at + 1)
    if index is None or not 0 < above < MOST:
        return None
    return _over(source, above, index)


def _over(source: Source, above: int, at: int) -> Part | None:
    """So many of the parts that the word at an index names: one third, two thirds, three-quarter(s)."""
    numbers, word = source.language.numbers, source.word(at)
    if above == 1 and word in numbers.halves:
        return Part(Fraction(1, 2), 2, at + 1, in_words=True)
    below = numbers.denominators.get(word, 0) if above == 1 else numbers.plural_denominators.get(word, 0)
    if not above < below or gcd(above, below) != 1:
        return None
    return Part(Fraction(above, below), below, at + 1, in_words=True)
