"""YAML, from the events of its parser: every scalar is the string that stands there, and nothing is resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.claimfile.problem import Problem
from factcheck.claimfile.traps import QUOTE, comma, comment, syntax
from factcheck.claimfile.tree import Builder, Mark, UnreadableError

if TYPE_CHECKING:
    from yaml import Event, ScalarEvent
    from yaml.events import NodeEvent

REACH = 200  # characters on a line that are looked at around a scalar
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@cache
def _break() -> re.Pattern[str]:
    return re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines_of(text: str) -> list[str]:
    """The lines of the text as YAML counts them."""
    return _break().split(text)


def line_starts(text: str) -> list[int]:
    """The offset at which each line of the text begins, as YAML counts them."""
    return [0, *(match.end() for match in _break().finditer(text))]


def read(text: str, builder: Builder) -> None:
    """Feed the builder; UnreadableError where the text is no YAML or too deep."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    lines = lines_of(text)
    documents = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    builder.wrong(
                        _mark(event), "a second document in the file", "one file holds the claims of one article"
                    )
                    return
            else:
                _feed(event, lines, builder)
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(syntax(error, lines)) from None
    except yaml.YAMLError:
        raise UnreadableError(_character(lines)) from None


def _feed(event: Event, lines: Sequence[str], builder: Builder) -> None:
    import yaml

    if isinstance(event, yaml.ScalarEvent):
        _scalar(event, lines, builder)
    elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
        _is_marked(event, lines, builder)
        builder.start({} if isinstance(event, yaml.MappingStartEvent) else [], _mark(event))
    elif isinstance(event, yaml.CollectionEndEvent):
        builder.end()
    elif isinstance(event, yaml.AliasEvent):
        builder.wrong(_mark(event), f"`{_word(event, lines)}` refers to an anchor", f"write it out, or {QUOTE}")
        builder.scalar("", _mark(event), told=True)


def _scalar(event: ScalarEvent, lines: Sequence[str], builder: Builder) -> None:
    """A key or a text, with the traps that lie in it."""
    at, value, is_key = _mark(event), event.value, builder.expects_key
    told = _is_marked(event, lines, builder)
    if is_key and value == "<<" and not event.style:
        builder.wrong(at, "a merge key", "write the fields out")
        told = True
    elif not told:
        told = _is_trapped(event, lines, builder)
    nothing = not event.style and value in NOTHING and not is_key
    builder.scalar(None if nothing else value, at, told=told)


def _is_trapped(event: ScalarEvent, lines: Sequence[str], builder: Builder) -> bool:
    """Whether YAML reads something else than what was meant; it is noted then."""
    at, value, (line, column) = _mark(event), event.value, _at(event.end_mark)
    if event.style in ("|", ">"):
        if not value.strip():
            message = f"`{_word(event, lines)}` begins a text on several lines, and none follows"
            builder.wrong(at, message, QUOTE)
            return True
        return False
    if event.style:
        return False
    split = comma(value, _near(at, lines, before=True), is_key=builder.expects_key)
    if split is not None:
        builder.wrong(at, split, QUOTE)
        return True
    found = comment(value, _near((line, column), lines))
    if found is None or builder.expects_key:
        return False
    builder.wrong((line, column + found[0]), found[1], f"{QUOTE}, or a space after the #")
    return True


def _is_marked(event: NodeEvent, lines: Sequence[str], builder: Builder) -> bool:
    """Whether the value has an anchor or a tag, which is noted then."""
    tag = getattr(event, "tag", None)
    if event.anchor is None and tag is None:
        return False
    what = "an anchor" if tag is None else "a tag"
    builder.wrong(_mark(event), f"`{_word(event, lines)}` begins {what}", QUOTE)
    return True


def _mark(event: Event) -> Mark:
    return _at(event.start_mark)


def _at(mark: Any) -> Mark:
    return mark.line + 1, mark.column + 1


def _word(event: Event, lines: Sequence[str]) -> str:
    """The word that begins where the event does."""
    words = _near(_mark(event), lines).split()
    return words[0][:40] if words else ""


def _near(at: Mark, lines: Sequence[str], *, before: bool = False) -> str:
    """A piece of the line from a place on, or before it; what the parser adds at the end of the text has no line."""
    line, column = (lines[at[0] - 1], at[1] - 1) if at[0] <= len(lines) else ("", 0)
    return line[max(column - REACH, 0) : column] if before else line[column : column + REACH]


def _character(lines: Sequence[str]) -> Problem:
    """The first character that no YAML file may hold."""
    for number, line in enumerate(lines, start=1):
        for column, character in enumerate(line, start=1):
            if not character.isprintable() and character not in "\t\xa0":
                message = f"the character U+{ord(character):04X}"
                return Problem(number, column, message, "take it out: it cannot be shown")
    return Problem(1, 1, "a character that YAML does not allow", "save the file as plain text")
