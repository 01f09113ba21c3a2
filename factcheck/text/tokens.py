"""Text to tokens: runs of digits, words and signs, each with the white space that stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

LONGEST = 1_000  # digits of a number: more than any article needs, and within what Python turns into an integer
VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞↉"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
HYPHENS = "-‐‑"
MINUSES = "-−–"
DASHES = "-‐‑–—"
SLASHES = "/⁄∕"
HARD_SPACES = "\u00a0\u2007\u2009\u202f"


class Shape(Enum):
    """What a token looks like."""

    DIGITS = auto()  # one number: 956, 1,628, 32.6, .5
    DOTTED = auto()  # digits that are no number: 1.2.3
    OVERLONG = auto()  # a number of more digits than are read
    VULGAR = auto()  # ½
    WORD = auto()  # letters only
    SIGN = auto()  # any other single character
    END = auto()


class Token(NamedTuple):
    """A piece of the text: `start` and `end` are offsets, `gap` is the white space before it.

    `lower` is the text in small letters, `word` the same if it is a word, else empty.
    """

    shape: Shape
    text: str
    lower: str
    word: str
    start: int
    end: int
    gap: str


class Marks(NamedTuple):
    """How a language writes digits: its decimal marks, and its marks between groups of digits."""

    decimal: str
    group: str


def tokens_of(text: str, marks: Marks, start: int = 0, stop: int | None = None) -> tuple[Token, ...]:
    """The tokens of a text in order, or of a part of it, and two of shape END after them."""
    stop = len(text) if stop is None else stop
    last = start + len(text[start:stop].rstrip())
    gap = text[last:stop]
    return (*_tokens(text, marks, start, last), *(Token(Shape.END, "", "", "", stop, stop, gap) for gap in (gap, "")))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a text stand that no phrase goes beyond: paragraphs, and cells of a table."""
    start = 0
    for gap in _gaps().finditer(text):
        if is_break(gap.group()):
            yield start, gap.start()
            start = gap.start()
    yield start, len(text)


def white_before(text: str, start: int, stop: int) -> int:
    """Where the last white space between two places of a text begins; the second place where there is none."""
    words = text[start:stop].rsplit(maxsplit=1)
    return start + len(words[0]) if len(words) > 1 else stop


def is_break(gap: str) -> bool:
    """Whether the white space ends a paragraph or a table's cell, so that no phrase goes on beyond it."""
    if gap == " " or not gap:
        return False
    return "\t" in gap or (len(gap) > 1 and (gap.count("\n") > 1 or gap.count("\r") > 1))


def is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a hyphen that joins the words on both sides."""
    token = tokens[at]
    return token.shape is Shape.SIGN and token.text in HYPHENS and not token.gap and not tokens[at + 1].gap


def _tokens(text: str, marks: Marks, end: int, stop: int) -> Iterator[Token]:
    for gap, word, digits, sign in _pattern(marks).findall(text, end, stop):
        start = end + len(gap)
        if word:
            end, lower = start + len(word), word.lower()
            yield Token(Shape.WORD, word, lower, lower, start, end, gap)
        elif sign:
            end = start + 1
            yield Token(Shape.VULGAR if sign in VULGAR else Shape.SIGN, sign, sign.lower(), "", start, end, gap)
        else:
            end = start + len(digits)
            yield from _numbers(digits, start, gap, marks)


def _numbers(run: str, start: int, gap: str, marks: Marks) -> Iterator[Token]:
    """The numbers of a run of digits and marks: one, or several where its commas only separate ("1,2,3")."""
    shape = _shape(run, marks)
    if shape is None and "." in marks.group:
        shape = Shape.DOTTED
    if shape is not None:
        yield Token(shape, run, run, "", start, start + len(run), gap)
        return
    for piece in re.split(f"([{re.escape(marks.group)}])", run):
        sort = Shape.SIGN if piece in marks.group else _shape(piece, marks) or Shape.DOTTED
        yield Token(sort, piece, piece, "", start, start + len(piece), gap)
        start, gap = start + len(piece), ""


def _shape(run: str, marks: Marks) -> Shape | None:
    """What a whole run of digits and marks is; None where it must be taken apart."""
    if run.isdecimal() and len(run) <= LONGEST:
        return Shape.DIGITS
    if sum(run.count(mark) for mark in marks.decimal) > 1:
        return Shape.DOTTED
    if _number(marks).fullmatch(run) is None:
        return None
    return Shape.DIGITS if len(run) <= LONGEST or sum(map(str.isdecimal, run)) <= LONGEST else Shape.OVERLONG


@cache
def _gaps() -> re.Pattern[str]:
    return re.compile(r"[\t\n\r]\s*+")


@cache
def _pattern(marks: Marks) -> re.Pattern[str]:
    decimal, both = re.escape(marks.decimal), re.escape(marks.decimal + marks.group)
    digits = rf"(?:(?<![\w)\]{both}])[{decimal}])?[0-9]++(?:[{both}][0-9]++)*"
    return re.compile(rf"(\s*+)(?:([^\W\d_{VULGAR}{RAISED}]++)|({digits})|(\S))")


@cache
def _number(marks: Marks) -> re.Pattern[str]:
    """A number in digits: plain, or in groups of three, or as in India of two and then three."""
    decimal, group = re.escape(marks.decimal), re.escape(marks.group)
    whole = rf"[0-9]++|[1-9][0-9]{{0,2}}(?:[{group}][0-9]{{3}})+|[1-9][0-9]?(?:[{group}][0-9]{{2}})*[{group}][0-9]{{3}}"
    return re.compile(rf"(?:{whole})?(?:[{decimal}][0-9]++)?")
