"""Runs of the command that are remembered."""

from __future__ import annotations

import json
import os
from hashlib import sha256

from factcheck.cache import folder, ledger, whole
from factcheck.cache.circumstances import circumstances

SORT = "runs"
MOST = 100  # runs that are kept

TYPE_CHECKING = False  # that of `typing`, which takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class Run:
    """A run by the words after the command's name; from now on all that it reads and says is written down."""

    __slots__ = ("_begun", "_ledger", "_name", "_words")

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._ledger = ledger.Ledger()
        try:
            about = json.dumps([words, os.getcwd()]).encode("ascii")
            self._begun = circumstances()
        except OSError:
            self._ledger.is_sound = False
            return
        self._name = sha256(about).hexdigest()
        self._ledger.open()

    def again(self) -> tuple[str, int] | None:
        """What it says and its exit code, once its files are written, where it is remembered and would end the same."""
        entry = folder.load(SORT, self._name) if self._ledger.is_sound else None
        try:
            if entry is None or entry["circumstances"] != self._begun or _found(entry["looks"]) != entry["found"]:
                return None
            places = [path for path, _ in entry["wrote"]]
            if not (all(_is_asked_for(path, self._words) for path in places) and _are_free(places, entry["looks"])):
                return None
            for path, text in entry["wrote"]:
                whole.write(path, text.encode("utf-8", "surrogatepass"))
            return entry["said"], entry["code"]
        except (OSError, KeyError, TypeError, ValueError):
            return None  # the run itself says what is wrong

    def remember(self, code: int) -> None:
        """Keep what it said and its exit code, if it came to its end, and nothing changed around it meanwhile."""
        book = self._ledger
        book.close()
        if not (book.is_sound and book.is_over and self._is_as_begun()):
            return
        entry: dict[str, Any] = {
            "circumstances": self._begun,
            "looks": list(book.looks),
            "found": _digest(book.looks.values()),
            "wrote": book.wrote,
            "said": "".join(book.said),
            "code": code,
        }
        folder.save(SORT, self._name, entry)
        folder.thin(SORT, MOST)

    def _is_as_begun(self) -> bool:
        try:
            return circumstances() == self._begun
        except OSError:  # the working folder may be gone by now
            return False


def _is_asked_for(path: str, words: list[str]) -> bool:
    """Whether a word names a path: nothing is ever written to where the command line does not say."""
    return any(path in (os.path.normpath(word), os.path.normpath(word.partition("=")[2])) for word in words)


def _are_free(places: list[str], looks: Iterable[Iterable[str]]) -> bool:
    """Whether each path still leads to a file of its own, and none, by way of a link, to one that was read."""
    if not places:
        return True
    taken = {os.path.realpath(path) for sort, path in looks if sort in ledger.FILES}
    ends = {os.path.realpath(path) for path in places}
    return len(ends) == len(places) and not ends & taken


def _found(looks: Iterable[Iterable[str]]) -> str:
    """The digest of what is found now, wherever the run looked."""
    return _digest(ledger.now(sort, path) for sort, path in looks)


def _digest(found: Iterable[str]) -> str:
    """The digest of what was found."""
    return sha256("\0".join(found).encode("utf-8", "surrogateescape")).hexdigest()
