"""What is wrong with a file that a person wrote, told as people find it: file, line, column, and a caret under the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

WIDEST = 100  # characters of a source line that are shown
MOST_TOLD = 200  # problems of a file
SECRETS = r"(?i)(pass(?:word|file)?\s*=\s*)('+[^']*'*|[^\s,}'\"]+)|(://[^/@\s]*:)([^/@\s]*)(?=@)"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with a file, at a line and column from 1: what was read, and what would be right."""

    line: int
    column: int
    message: str
    remedy: str = ""

    @property
    def words(self) -> str:
        """The message and the remedy."""
        return f"{self.message}; {self.remedy}" if self.remedy else self.message


class FileError(Exception):
    """A file that cannot be used, with every problem that was found in it, by line and column."""

    def __init__(self, name: str, problems: Iterable[Problem], lines: Sequence[str] = ()) -> None:
        """The problems of the file of that name; `lines` are its text, to be shown beside them."""
        self.name = name
        self.problems = tuple(sorted(set(problems)))
        self.lines = tuple(lines)
        super().__init__(name, self.problems)

    def __str__(self) -> str:
        """Each problem on a line of its own, above the source line with a caret under the place; at most MOST_TOLD."""
        lines = [line for problem in self.problems[:MOST_TOLD] for line in self._told(problem)]
        rest = len(self.problems) - MOST_TOLD
        return "\n".join([*lines, f"{self.name}: and {rest:,} more"] if rest > 0 else lines)

    def _told(self, problem: Problem) -> Iterable[str]:
        yield f"{self.name}:{problem.line}:{problem.column}: {problem.words}"
        if problem.line <= len(self.lines):
            text = re.sub(SECRETS, r"\1\3***", self.lines[problem.line - 1])  # a report is seen by many
            start = max(0, problem.column - 1 - WIDEST // 2) if len(text) > WIDEST else 0
            shown = _printable(text[start : start + WIDEST])
            before = sum(_columns(character) for character in _printable(text[start : problem.column - 1]))
            number = f"{problem.line:>5}"
            yield f"{number} | {shown}".rstrip()
            yield f"{' ' * len(number)} | {' ' * before}^"


class ClaimFileError(FileError):
    """A claims file that cannot be used."""


def _printable(text: str) -> str:
    """The text with a space for a tab, and a mark for whatever else would not show as one character."""
    return "".join(c if c.isprintable() else " " if c == "\t" else "�" for c in text)


def _columns(character: str) -> int:
    """How many columns of a terminal it takes."""
    return 2 if east_asian_width(character) in "WF" else 1
