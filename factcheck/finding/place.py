"""Where something stands, and the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, and line and column from 1 (None where the input has no lines)."""

    file: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one claim, with the number in them marked for a caret line: `words[start:end]` is the number."""

    claim: str
    words: str
    start: int = 0
    end: int = 0
    place: Place = Place()

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The words before the number, the number, and the words after it."""
        return self.words[: self.start], self.words[self.start : self.end], self.words[self.end :]

    def goes_with(self, other: Passage) -> bool:
        """Whether the two mark numbers of one and the same text, so that its words need to be shown only once."""
        if (self.words, self.place.file) != (other.words, other.place.file):
            return False
        return (self.start, self.end) != (other.start, other.end) or self.place == other.place
