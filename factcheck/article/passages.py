"""Where the words of a quote stand in a text, or words like them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.article.ranges import Span
from factcheck.text.fold import fold

MOST_WORDS = 200  # of a quote are compared when it is sought by likeness
LEAST_LIKE = Fraction(1, 3)  # below this, a passage has only common words in common with the quote
INVISIBLE = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, and spaces and marks without width


class Nearest(NamedTuple):
    """A passage that is like a quote: its range, and the share of letters, from 0 to 1, that the two have in common."""

    span: Span
    likeness: Fraction


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with like characters made one and runs of white space made single spaces.

    The character at `starts[i]` of the words and those after it stand `shifts[i]` further on in the text.
    """

    words: str
    starts: array[int]
    shifts: array[int]

    def original(self, offset: int) -> int:
        """Where a character of the folded words stands in the text."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


@lru_cache(maxsize=8)  # many quotes are sought in one article
def folded(text: str) -> Folded:
    """The text folded."""
    plain = fold(text)
    starts, shifts = array("q", [0]), array("q", [0])
    pieces, done, length = [], 0, 0
    for match in _superfluous().finditer(plain):
        pieces.append(plain[done : match.start()])
        length += match.start() - done
        done = match.end()
        starts.append(length)
        shifts.append(done - length)
    return Folded("".join([*pieces, plain[done:]]), starts, shifts)


def find_passages(text: str, quote: str) -> Iterator[Span]:
    r"""Every place where the words of a quote stand in a text, in its order; none overlaps another.

    >>> list(find_passages("She said:  “52 per\ncent”", '"52 per cent"'))
    [Span(start=11, end=24)]
    >>> list(find_passages("152 per cent or 52.5 per cent", "52"))
    []
    """
    sought, within = folded(quote).words.strip(), folded(text)
    start = within.words.find(sought) if sought else -1
    while start >= 0:
        end = start + len(sought)
        whole = _is_whole(within.words, start, end)
        if whole:
            yield Span(within.original(start), within.original(end - 1) + 1)
        start = within.words.find(sought, end if whole else start + 1)


def nearest_passage(text: str, quote: str) -> Nearest | None:
    """The passage of a text that is most like a quote, of those with about as many words; None where none is like it.

    The work is proportional to the length of the text: the passage with most words of the quote, long ones weighing
    more, is found first and compared word by word then.

    >>> found = nearest_passage("It was used in 54 per cent of cases. It rained.", "used in 52 per cent of cases")
    >>> found.span, str(found.likeness)
    (Span(start=7, end=35), '10/11')
    """
    sought = [match.group() for match in _word().finditer(folded(quote[: MOST_WORDS * 40]).words.lower())][:MOST_WORDS]
    within = folded(text)
    starts, ends, words = array("q"), array("q"), []
    for match in _word().finditer(within.words):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match.group().lower())
    if not sought or not words:
        return None
    best = _densest(words, sought)
    low = max(0, best - len(sought) // 2)
    window = words[low : best + len(sought) + len(sought) // 2]
    blocks = [b for b in SequenceMatcher(None, window, sought, autojunk=False).get_matching_blocks() if b.size]
    common = sum(len(word) for b in blocks for word in window[b.a : b.a + b.size])
    if not blocks:
        return None
    first = max(low + blocks[0].a - blocks[0].b, low)
    beyond = len(sought) - blocks[-1].b - blocks[-1].size
    last = min(low + blocks[-1].a + blocks[-1].size + beyond, low + len(window)) - 1
    letters = sum(map(len, words[first : last + 1])) + sum(map(len, sought))
    likeness = Fraction(2 * common, letters)
    if likeness < LEAST_LIKE:
        return None
    return Nearest(Span(within.original(starts[first]), within.original(ends[last] - 1) + 1), likeness)


def _densest(words: Sequence[str], sought: Sequence[str]) -> int:
    """Where the stretch of as many words as are sought begins that has most of them, weighed by their length."""
    wanted, have = Counter(sought), Counter[str]()
    score = best = at = 0
    whole = sum(map(len, sought))
    for index, word in enumerate(words):
        if word in wanted:
            have[word] += 1
            score += len(word) if have[word] <= wanted[word] else 0
        gone = words[index - len(sought)] if index >= len(sought) else ""
        if gone in wanted:
            score -= len(gone) if have[gone] <= wanted[gone] else 0
            have[gone] -= 1
        begin = max(0, index + 1 - len(sought))
        if score > best:
            best, at = score, begin
        if score == whole and words[begin : index + 1] == sought:
            return begin
    return at


def _is_whole(words: str, start: int, end: int) -> bool:
    """Whether neither end of the range cuts a word or a number in two."""
    before, after = words[max(0, start - 2) : start], words[end : end + 2]
    if words[start].isalnum() and (before[-1:].isalnum() or (words[start].isdigit() and _joins(before[::-1]))):
        return False
    return not (words[end - 1].isalnum() and (after[:1].isalnum() or (words[end - 1].isdigit() and _joins(after))))


def _joins(signs: str) -> bool:
    """Whether the two characters beside a digit go on its number: a mark, and a digit beyond it."""
    return signs[:1] in tuple(".,") and signs[1:].isdigit()


@cache
def _superfluous() -> re.Pattern[str]:
    return re.compile(f"(?<= ) +|[{INVISIBLE}]+")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+(?:[.,]\w+)*|[^\w\s]")
