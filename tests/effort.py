"""How much work is done, told by counts that are the same on every machine."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from cProfile import Profile
from typing import Any


def calls(work: Callable[[], object]) -> int:
    """How many functions are called while some work is done."""
    profile = Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


class Watched:
    """A pattern that counts the characters that it is laid over."""

    characters = 0

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.known = pattern

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.known, name)
        if name not in ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn"):
            return found
        at = 1 if name.startswith("sub") else 0

        def laid(*given: Any, **named: Any) -> Any:
            text = given[at] if len(given) > at else named["string"]
            start, stop = (*given[at + 1 : at + 3], 0, len(text))[:2] if at == 0 else (0, len(text))
            Watched.characters += max(min(stop or len(text), len(text)) - start, 0)
            return found(*given, **named)

        return laid


def watch() -> None:
    """From now on count what patterns of this program are laid over: before the modules that have them are loaded."""
    compiled = re._compile  # type: ignore[attr-defined]
    known: dict[re.Pattern[str], Watched] = {}

    def watched(pattern: Any, flags: int) -> Any:
        if isinstance(pattern, Watched):
            return pattern
        found = compiled(pattern, flags)
        caller = sys._getframe(2).f_globals.get("__name__", "")
        return known.setdefault(found, Watched(found)) if caller.startswith("factcheck.") else found

    re._compile = watched  # type: ignore[attr-defined]
