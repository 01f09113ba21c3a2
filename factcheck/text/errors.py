"""What is told when a phrase is not one printed number."""

from __future__ import annotations

EXPECTED = "a number such as 1,628, 32.6%, nearly a fifth"
LONGEST_SHOWN = 60


class NumeralError(ValueError):
    """A phrase that is not one printed number: `position` is the index of the character where it stops being one."""

    def __init__(self, message: str, phrase: str, position: int, expected: str = EXPECTED) -> None:
        """The message, the whole phrase, and what would have been right in it."""
        super().__init__(f"{message}; expected {expected}")
        self.phrase = phrase
        self.position = position
        self.expected = expected


def shown(words: str) -> str:
    """Words in quotes, cut where they are many."""
    return repr(words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…")
