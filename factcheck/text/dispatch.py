"""Which forms a token may begin: looked up by the token, so that no word is read in every form there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from factcheck.text.language import Language
from factcheck.text.source import Source
from factcheck.text.tokens import Shape, Token

MOST_KNOWN = 50_000  # words whose forms are remembered

Read = TypeVar("Read")  # what a form makes of the words
Reader: TypeAlias = Callable[[Source, int], Read | None]


@dataclass(frozen=True, slots=True)
class Opening:
    """The tokens that a form may begin with: words in small letters, tokens as they stand, whole shapes of tokens.

    `part` is a pattern of words that are known by a part of them, because the language writes several in one.
    """

    words: Collection[str] = ()
    exact: Collection[str] = ()
    shapes: Collection[Shape] = ()
    part: str = ""

    def __contains__(self, token: Token) -> bool:
        """Whether the token is one of them."""
        known = token.lower in self.words or token.text in self.exact or token.shape in self.shapes
        return known or (self.part != "" and re.search(self.part, token.lower) is not None)

    def __or__(self, other: Opening) -> Opening:
        """The tokens of both."""
        return Opening(
            frozenset((*self.words, *other.words)),
            frozenset((*self.exact, *other.exact)),
            frozenset((*self.shapes, *other.shapes)),
            "|".join(filter(None, (self.part, other.part))),
        )


class Production(NamedTuple, Generic[Read]):
    """A form in which something is written: how it is read at a token, and what it may begin with in a language."""

    read: Reader[Read]
    begins: Callable[[Language], Opening]


class Dispatch(Generic[Read]):
    """The forms of a language by the tokens that they may begin with, each list in the order of the forms."""

    __slots__ = ("_digits", "_known", "_rows")

    def __init__(self, language: Language, forms: Iterable[Production[Read]]) -> None:
        """Gather what each form may begin with."""
        self._rows = [(form.read, form.begins(language)) for form in forms]
        self._digits = tuple(read for read, opening in self._rows if Shape.DIGITS in opening.shapes)
        self._known: dict[str, tuple[Reader[Read], ...]] = {}

    def at(self, token: Token) -> tuple[Reader[Read], ...]:
        """How that is read which may begin with the token."""
        if token.shape is Shape.DIGITS:
            return self._digits
        known = self._known.get(token.text)
        if known is None:
            known = tuple(read for read, opening in self._rows if token in opening)
            if len(self._known) < MOST_KNOWN:
                self._known[token.text] = known
        return known


class Ending(Protocol):
    """What ends before some token."""

    @property
    def end(self) -> int:
        """The index of the token after it."""


Ended = TypeVar("Ended", bound=Ending)


def longest(readings: Iterable[Ended | None]) -> Ended | None:
    """The reading that goes on the furthest; of two that end together, the first."""
    best = None
    for found in readings:
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best
