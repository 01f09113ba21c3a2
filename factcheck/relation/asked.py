"""Whether words end or begin with a pattern, remembered: relations ask the same of a number."""

from __future__ import annotations

import re
from functools import cache, lru_cache

MOST_ASKED = 4096  # questions of which the answer is remembered


@cache
def ending(pattern: str) -> re.Pattern[str]:
    """What words are searched with that may end with a pattern."""
    return re.compile(rf"(?:(?<!\w)|(?=[^\w\s]))(?:{pattern})\s*$", re.IGNORECASE)


@cache
def beginning(pattern: str) -> re.Pattern[str]:
    """What words are matched with that may begin with a pattern."""
    return re.compile(rf"(?:{pattern})", re.IGNORECASE)


@lru_cache(MOST_ASKED)
def is_behind(pattern: str, words: str) -> bool:
    """Whether words end with a pattern."""
    return ending(pattern).search(words) is not None


@lru_cache(MOST_ASKED)
def is_ahead(pattern: str, words: str) -> bool:
    """Whether words begin with a pattern."""
    return beginning(pattern).match(words) is not None
