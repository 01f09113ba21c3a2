"""Tables of phrases, looked up where they stand among the tokens of a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from factcheck.text.tokens import Token, is_break, is_hyphen

Meant = TypeVar("Meant")
ALONE = ""  # what follows the first token of a phrase that is one token


class Phrases(Generic[Meant]):
    """Phrases and what each of them means: `{"more than": Sense.MORE_THAN}`; the longest that fits is found.

    The tokens of a phrase are written apart ("c .", "% - points"). Case does not matter, and a hyphen may stand where
    a phrase has a space, unless `exact`: then every letter is as written, and the tokens of a phrase touch.
    """

    def __init__(self, table: Mapping[str, Meant], *, exact: bool = False) -> None:
        """Sort the phrases by their first token, the longest first."""
        self._exact = exact
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], Meant]]]] = {}
        for phrase, meant in sorted(table.items(), key=lambda row: -row[0].count(" ")):
            first, *others = phrase.split()
            self._by_first.setdefault(first, {}).setdefault(others[0] if others else ALONE, []).append(
                (tuple(others), meant)
            )

    def __iter__(self) -> Iterator[str]:
        """The first token of every phrase."""
        return iter(self._by_first)

    def __contains__(self, first: object) -> bool:
        """Whether some phrase starts with the token."""
        return first in self._by_first

    def second(self, first: str) -> frozenset[str]:
        """The second token of every phrase that starts with this one and goes on."""
        return frozenset(self._by_first.get(first, ())) - {ALONE}

    @property
    def whole(self) -> Iterator[str]:
        """Every phrase, its tokens set off by spaces."""
        rows = ((first, entries) for first, seconds in self._by_first.items() for entries in seconds.values())
        return (" ".join((first, *others)) for first, entries in rows for others, _ in entries)

    @property
    def alone(self) -> Iterator[str]:
        """Every phrase that is one token."""
        return (first for first, seconds in self._by_first.items() if ALONE in seconds)

    def match(self, tokens: Sequence[Token], at: int) -> Found[Meant] | None:
        """The longest phrase that starts with the token at an index, and the index after it; None where none does."""
        token = tokens[at]
        seconds = self._by_first.get(token.text if self._exact else token.lower)
        if seconds is None:
            return None
        for others, meant in self._going_on(seconds, tokens, at + 1):
            end = self._follow(tokens, at + 1, others)
            if end:
                return Found(meant, end)
        alone = seconds.get(ALONE)
        return None if alone is None else Found(alone[0][1], at + 1)

    def _going_on(
        self, seconds: Mapping[str, list[tuple[tuple[str, ...], Meant]]], tokens: Sequence[Token], at: int
    ) -> Sequence[tuple[tuple[str, ...], Meant]]:
        """The phrases, by their second tokens, that may go on at an index."""
        going_on = seconds.get(tokens[at].text if self._exact else tokens[at].lower, ())
        if self._exact or not is_hyphen(tokens, at):
            return going_on
        return (*going_on, *seconds.get(tokens[at + 1].lower, ()))

    def _follow(self, tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> int:
        """The index after the words, which start at an index; 0 where other words stand there."""
        for word in words:
            if self._exact:
                if tokens[at].text != word or tokens[at].gap:
                    return 0
            else:
                if word != "-" and is_hyphen(tokens, at):
                    at += 1
                if tokens[at].lower != word or is_break(tokens[at].gap):
                    return 0
            at += 1
        return at


class Found(NamedTuple, Generic[Meant]):
    """What a phrase means, and the index of the token after it."""

    meant: Meant
    end: int
