"""A text being read, and what a reading of it finds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from factcheck.numeral import Form, Numeral
from factcheck.text.language import Language
from factcheck.text.tokens import Shape, Token, is_break, is_hyphen
from factcheck.text.vocabulary import ONE, Unit


class Figure(NamedTuple):
    """A bare number: no sign, no unit.

    `scale` is the worth of its last scale word ("million"), `spread` that of all the scale words it ends with ("three
    hundred thousand"), which the first number of "two to three hundred thousand" shares. `end` is the token after it.
    """

    value: Fraction
    quantum: Fraction
    form: Form
    end: int
    scale: Fraction = ONE
    spread: Fraction = ONE


class Amount(NamedTuple):
    """A figure with its unit, from one token up to another; `priced` where the unit stands before it."""

    figure: Figure
    unit: Unit
    start: int
    end: int
    priced: bool = False


class Match(NamedTuple):
    """A numeral among the tokens: it stands from `start` up to `stop`; what was read goes on up to `end`."""

    numeral: Numeral
    start: int
    stop: int
    end: int


@dataclass(slots=True)
class Source:
    """A text as tokens, with the language to read it in; remembers what was read at each token.

    In `prose` doubtful words are left alone; otherwise the text is known to be one printed number.
    """

    text: str
    tokens: Sequence[Token]
    language: Language
    prose: bool = False
    after_percent: bool = True  # whether "points" can be percentage points
    figures: dict[int, Figure | None] = field(default_factory=dict)
    amounts: dict[int, Amount | None] = field(default_factory=dict)

    def words(self, start: int, stop: int) -> str:
        """The text from one token up to another."""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end]

    def joined(self, at: int) -> int | None:
        """The token that goes on a phrase at this index, after a space or a hyphen; None where the phrase ends."""
        gap = self.tokens[at].gap
        if gap:
            return at if gap == " " or not is_break(gap) else None
        return at + 1 if is_hyphen(self.tokens, at) else None

    def spaced(self, at: int) -> bool:
        """Whether the token stands apart from the one before it, in the same paragraph."""
        gap = self.tokens[at].gap
        return bool(gap) and not is_break(gap)

    def attached(self, at: int) -> bool:
        """Whether the token touches the one before it."""
        return not self.tokens[at].gap and self.tokens[at].shape is not Shape.END

    def before(self, at: int) -> Token | None:
        """The token before this one, if the two belong together."""
        return self.tokens[at - 1] if at > 0 and not is_break(self.tokens[at].gap) else None

    def word_before(self, at: int) -> str:
        """The word before this token in small letters, a hyphen between them or not; empty where none stands there."""
        before = self.before(at)
        if before is None:
            return ""
        hyphen = at > 1 and is_hyphen(self.tokens, at - 1)
        return self.tokens[at - 2].lower if hyphen else before.lower

    def is_near(self, at: int, words: Collection[str], most: int) -> bool:
        """Whether one of some words stands before this token, among so many of those before it."""
        return any(token.lower in words for token in self.tokens[max(0, at - most) : at])

    def word(self, at: int) -> str:
        """The word at an index in small letters; empty where no word stands there."""
        return self.tokens[at].word

    def joined_word(self, at: int) -> str:
        """The word that goes on a phrase at this index; empty where none does."""
        index = self.joined(at)
        return "" if index is None else self.tokens[index].word
