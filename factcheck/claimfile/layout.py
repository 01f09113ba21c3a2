"""More for a claims file in YAML: where its quantities and claims end, and the file with others after them.

What stands there already is kept as it is, byte for byte, with its comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.claimfile.from_yaml import NOTHING, line_starts
from factcheck.claimfile.problem import ClaimFileError, Problem

if TYPE_CHECKING:
    from yaml import Event

INDENT = "  "


class Mark(NamedTuple):
    """A line and a column, from 0."""

    line: int
    column: int


class Edit(NamedTuple):
    """Words that take the place of a range of a text."""

    start: int
    end: int
    words: str


@dataclass(slots=True)
class _Section:
    """A field of a file: where its key and its value stand, how the value is written, and where it ends."""

    key: Mark
    start: Mark
    end: Mark
    mapping: bool = False
    flow: bool = False  # in braces or brackets
    size: int = 0  # events inside it
    ends_blank: bool = False  # the blank lines at its end belong to a text

    @property
    def is_nothing(self) -> bool:
        return self.size == 0


class Layout:
    """A claims file in YAML as lines, with its sections."""

    def __init__(self, text: str, name: str) -> None:
        """The text of a file that can be read; ClaimFileError where it is not written on lines but in braces."""
        self._text, self._name = text, name
        self._starts = line_starts(text)
        self._sections: dict[str, _Section] = {}
        self._column = 0
        self._break = "\r\n" if "\r\n" in text else "\n"
        self._read()

    @property
    def declares(self) -> bool:
        """Whether there are quantities, or none on purpose."""
        found = self._sections.get("quantities")
        return found is not None and (found.flow or not found.is_nothing)

    @property
    def comments(self) -> Iterator[str]:
        """The lines that are nothing but a comment, without what stands before and after it."""
        return (line.strip() for line in self._text.splitlines() if line.lstrip().startswith("#"))

    def with_more(self, quantities: Mapping[str, str], claims: Iterable[str]) -> str:
        """The text of the file with quantities, by name the fields of each, and with lines of claims and comments.

        ClaimFileError where the file is written in a way that has no room for them.
        """
        below = list(self._more_claims(tuple(claims)))
        edits = [*self._more_quantities(quantities), *below]
        text = self._text
        for edit in sorted(edits, key=lambda edit: edit.start)[::-1]:
            text = text[: edit.start] + edit.words + text[edit.end :]
        return text

    def _read(self) -> None:
        """Where each section stands, by the events of the parser."""
        import yaml

        events = yaml.parse(self._text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        whole = next(event for event in events if isinstance(event, yaml.MappingStartEvent))
        self._column = _start(whole).column
        if whole.flow_style:
            raise self._refused(_start(whole), "the file is written in braces", "write its fields on lines")
        for key in events:
            if not isinstance(key, yaml.ScalarEvent):
                break
            self._sections[key.value] = _section(_start(key), next(events), events)

    def _refused(self, at: Mark, message: str, remedy: str) -> ClaimFileError:
        problem = Problem(at.line + 1, at.column + 1, f"nothing can be added here: {message}", remedy)
        return ClaimFileError(self._name, [problem], self._text.splitlines())

    def _more_quantities(self, quantities: Mapping[str, str]) -> Iterator[Edit]:
        if not quantities:
            return
        section = self._sections.get("quantities")
        lines = [f"{name}: {{{fields}}}" if fields else f"{name}:" for name, fields in quantities.items()]
        if section is None:
            first = self._sections.get("claims")
            at = len(self._text) if first is None else self._above(first.key[0])
            yield self._insertion(at, ["quantities:", *(INDENT + line for line in lines)], self._column)
        elif section.is_nothing:
            yield from self._opened(section, lines)
        elif not section.mapping:
            yield from self._more_names(section, quantities)
        elif section.flow:
            yield self._in_brackets(section, [f"{name}: {{{fields}}}" for name, fields in quantities.items()])
        else:
            yield self._insertion(self._below(section), lines, section.start.column)

    def _more_names(self, section: _Section, quantities: Mapping[str, str]) -> Iterator[Edit]:
        """Quantities for a list of nothing but names."""
        told = next((name for name, fields in quantities.items() if fields), None)
        if told is not None:
            message = f"the quantities are a list of names, and {told!r} needs fields of its own"
            raise self._refused(section.start, message, "write each as `name:` on a line, without the dash")
        if section.flow:
            yield self._in_brackets(section, list(quantities))
        else:
            yield self._insertion(self._below(section), [f"- {name}" for name in quantities], section.start.column)

    def _more_claims(self, lines: Sequence[str]) -> Iterator[Edit]:
        if not lines:
            return
        section = self._sections.get("claims")
        if section is None:
            yield self._insertion(len(self._text), ["claims:", *(INDENT + line for line in lines)], self._column)
        elif section.is_nothing:
            yield from self._opened(section, lines)
        elif section.flow:
            message = "the claims are written in brackets"
            raise self._refused(section.start, message, "write each on lines of its own, behind a dash")
        else:
            yield self._insertion(self._below(section), lines, section.start.column)

    def _opened(self, section: _Section, lines: Iterable[str]) -> Iterator[Edit]:
        """Lines for a section that has nothing, or a pair of brackets with nothing in it."""
        start, end = self._offset(section.start), self._offset(section.end)
        if end > start:
            before = self._text[:start]
            yield Edit(len(before.rstrip(" ")), end, "")
        yield self._insertion(self._below(section), lines, self._column + len(INDENT))

    def _in_brackets(self, section: _Section, items: Iterable[str]) -> Edit:
        at = self._offset(section.end) - 1
        comma = "" if self._text[:at].rstrip().endswith(",") else ", "
        return Edit(at, at, f"{comma}{', '.join(items)}")

    def _insertion(self, at: int, lines: Iterable[str], column: int) -> Edit:
        begun = at > 0 and self._text[at - 1] not in "\r\n"  # a file whose last line has no end
        words = "".join(f"{' ' * column}{line}{self._break}" for line in lines)
        return Edit(at, at, f"{self._break}{words}" if begun else words)

    def _below(self, section: _Section) -> int:
        """The offset below a section: after the comments that are indented as it is."""
        line, column = section.end
        last = at = line if column == 0 else line + 1
        least = max(section.start.column if not section.is_nothing else self._column + 1, 1)
        while at < len(self._starts):
            words = self._line(at)
            if words.strip() and not (words.lstrip().startswith("#") and len(words) - len(words.lstrip()) >= least):
                break
            at += 1
            last = at if words.strip() else last
        while last == line and column == 0 and not section.ends_blank and not self._line(last - 1).strip():
            last, line = last - 1, line - 1  # the blank lines below a text on several lines
        return self._starts[last] if last < len(self._starts) else len(self._text)

    def _above(self, line: int) -> int:
        """The offset above a line and the comments that stand right over it."""
        while line > 0 and self._line(line - 1).lstrip().startswith("#"):
            line -= 1
        return self._starts[line]

    def _line(self, line: int) -> str:
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        return self._text[self._starts[line] : end]

    def _offset(self, mark: Mark) -> int:
        return self._starts[mark.line] + mark.column


def _section(key: Mark, value: Event, events: Iterator[Event]) -> _Section:
    """The section whose value begins with an event; the other events of it are taken."""
    import yaml

    if isinstance(value, yaml.ScalarEvent):
        nothing = value.value in NOTHING and not value.style
        return _Section(key, _start(value), _end(value), size=0 if nothing else 1)
    found = _Section(key, _start(value), _end(value), isinstance(value, yaml.MappingStartEvent))
    found.flow = bool(getattr(value, "flow_style", False))
    depth = 1
    while depth:
        event = next(events)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.ScalarEvent) or _end(event) != _start(event):  # lists on lines end where more begins
            found.end = _end(event)
            found.ends_blank = getattr(event, "value", "").endswith("\n\n")
        found.size += 1
    found.size -= 1
    return found


def _start(event: Any) -> Mark:
    return Mark(event.start_mark.line, event.start_mark.column)


def _end(event: Any) -> Mark:
    return Mark(event.end_mark.line, event.end_mark.column)
