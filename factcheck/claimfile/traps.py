"""What YAML makes of numbers that are written without quotes, and how each such trap is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.claimfile.problem import Problem

if TYPE_CHECKING:
    from yaml import Mark, MarkedYAMLError

QUOTE = "put the text in quotes"


def comment(value: str, rest: str) -> tuple[int, str] | None:
    """A comment after a scalar that was hardly meant as one: how far on it begins, and what to say.

    >>> comment("50", " #1")
    (1, "`#1` begins a comment, so only '50' is read")
    >>> comment("50", " # checked")
    """
    words = rest.lstrip(" \t")
    if not words.startswith("#") or len(words) == 1:
        return None
    if value and not words[1].isdecimal():
        return None
    if words[1].isspace() or words[1] == "#":
        return None
    what = f"only {value!r} is read" if value else "nothing is read here"
    return len(rest) - len(words), f"`{words.split()[0][:40]}` begins a comment, so {what}"


def comma(value: str, before: str, *, is_key: bool) -> str | None:
    """What to say of a number in braces or brackets that its thousands comma cuts in two.

    >>> comma("628", "{printed: 1,", is_key=True)
    'the comma ends a value, so `1,628` is read as two'
    """
    cut = value.isdecimal() and before[-1:] == "," and before[-2:-1].isdecimal()
    if not cut or not (is_key or len(value) == 3):
        return None
    start = len(before) - 1
    while start and before[start - 1].isdecimal():
        start -= 1
    return f"the comma ends a value, so `{before[start:]}{value}` is read as two"


def syntax(error: MarkedYAMLError, lines: Sequence[str]) -> Problem:
    """What the parser stumbled over, in words that say what to do."""
    told, context = error.problem or "", error.context or ""
    opened = error.context_mark or error.problem_mark
    at = error.problem_mark or opened
    if at is None or opened is None:
        return Problem(1, 1, f"no YAML: {told}")
    tab = _tab(at, lines)
    if tab is not None:
        return Problem(at.line + 1, tab, "a tab where YAML takes spaces only", "indent with spaces")
    return _scanned(at, opened, told, context, lines) or _unexpected(at, opened, told, lines)


def _scanned(at: Mark, opened: Mark, told: str, context: str, lines: Sequence[str]) -> Problem | None:
    """A text that begins or goes on with a character that YAML takes for its own."""
    signs = {"anchor": "&", "alias": "*", "tag": "!", "directive": "%"}
    sign = next((sign for word, sign in signs.items() if context.endswith(f" {word}")), None)
    several = f"`{_word(opened, lines)}` begins a text on several lines"
    indent = f"{QUOTE}, or check the indentation"
    cases = (
        ("block scalar" in context, opened, several, QUOTE),
        ("end of stream" in told, opened, "the quotation mark that opens here is never closed", "close it"),
        (sign is not None, opened, f"`{sign}` has a meaning of its own in YAML", QUOTE),
        ("escape" in told, at, "a backslash that stands for nothing", "use single quotes, or write two backslashes"),
        ("start any token" in told, at, f"no text can begin with `{_word(at, lines)[:1]}`", QUOTE),
        ("mapping values" in told, at, "a colon before a space, where no other value can begin", indent),
        ("sequence entries" in told, at, "a dash before a space, where no list can begin", indent),
    )
    return next((_at(place, message, remedy) for found, place, message, remedy in cases if found), None)


def _unexpected(at: Mark, opened: Mark, told: str, lines: Sequence[str]) -> Problem:
    """Something that does not fit where it stands."""
    line = lines[at.line] if at.line < len(lines) else ""
    before = line[: at.column].rstrip()
    if before.endswith(("'", '"')) and line[at.column :].strip():
        return _at(
            at, "the text goes on after its closing quotation mark", "use the other sort of quotes around all of it"
        )
    if "expected ':'" in told:
        return _at(opened, f"no colon and space after `{_word(opened, lines)}`", "write `name: value`")
    start = lines[opened.line] if opened.line < len(lines) else ""
    bracket = start[opened.column : opened.column + 1]
    if bracket in ("{", "["):
        hint = (
            "a comment in it hides the end" if " #" in start[opened.column :] else "close it, or put the text in quotes"
        )
        return _at(opened, f"the `{bracket}` that opens here is not closed where it should be", hint)
    return _at(at, "this does not belong where it stands", "check the indentation and the quotation marks")


def _tab(at: Mark, lines: Sequence[str]) -> int | None:
    """The column of a tab in the indentation of the line, or at the place."""
    line = lines[at.line] if at.line < len(lines) else ""
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation:
        return indentation.index("\t") + 1
    return at.column + 1 if line[at.column : at.column + 1] == "\t" else None


def _word(at: Mark, lines: Sequence[str]) -> str:
    """The word that begins at a place."""
    words = (lines[at.line] if at.line < len(lines) else "")[at.column :].split()
    return words[0][:40] if words else ""


def _at(mark: Mark, message: str, remedy: str) -> Problem:
    return Problem(mark.line + 1, mark.column + 1, message, remedy)
