"""How a language pack writes its tables down."""

from __future__ import annotations

from typing import TypeVar

Meant = TypeVar("Meant")


def words(listed: str) -> frozenset[str]:
    """The words of a list set off by spaces."""
    return frozenset(listed.split())


def numbered(listed: str, start: int, step: int = 1) -> dict[str, int]:
    """A number for each word of a list set off by spaces.

    >>> numbered("twenty thirty", 20, 10)
    {'twenty': 20, 'thirty': 30}
    """
    return {word: start + step * index for index, word in enumerate(listed.split())}


def each(meant: Meant, *lists: str) -> dict[str, Meant]:
    """One meaning for every phrase of lists set off by commas.

    >>> each(1, "up, went up", "rose")
    {'up': 1, 'went up': 1, 'rose': 1}
    """
    return {phrase.strip(): meant for listed in lists for phrase in listed.split(",")}
