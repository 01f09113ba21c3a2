"""A file as a tree of strings, with the place of every key and value; built from a stream of events, within limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from unicodedata import category

from factcheck.claimfile.problem import Problem
from factcheck.model import shown

DEEPEST = 50
LONGEST_NUMBER = 1_000  # digits

Mark = tuple[int, int]
"""A line and a column, from 1."""


@dataclass(slots=True)
class Node:
    """Where a value stands, where its key does, and the nodes inside it by key or index.

    `told`: what is wrong with the value has been said already.
    """

    at: Mark
    key: Mark | None = None
    told: bool = False
    inside: dict[str | int, Node] = field(default_factory=dict)

    def find(self, location: Iterable[str | int]) -> Node:
        """The node at the end of a way, or of as much of the way as there is."""
        node = self
        for step in location:
            if step in node.inside:
                node = node.inside[step]
            elif step != 0:  # 0 is the only item of a list that was written without being one
                break
        return node


class UnreadableError(Exception):
    """A problem behind which a file cannot be read any further."""

    def __init__(self, problem: Problem) -> None:
        """The problem."""
        self.problem = problem
        super().__init__(problem)


@dataclass(slots=True)
class _Open:
    """A collection that is not complete yet; in a mapping `key` is the one whose value comes next."""

    value: dict[str, Any] | list[Any]
    node: Node
    key: str | None = None
    key_at: Mark = (1, 1)
    keeps: bool = True  # false where the key is no good: its value is left out


class Builder:
    """Takes the events of a file in order and keeps the tree; what is wrong is collected in `problems`."""

    def __init__(self) -> None:
        """An empty tree."""
        self.value: Any = None
        self.root = Node((1, 1))
        self.problems: list[Problem] = []
        self._open: list[_Open] = []

    @property
    def expects_key(self) -> bool:
        """Whether what comes next is the key of a mapping."""
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def wrong(self, at: Mark, message: str, remedy: str) -> None:
        """Note a problem and go on."""
        self.problems.append(Problem(*at, message, remedy))

    def scalar(self, value: str | None, at: Mark, *, told: bool = False) -> None:
        """A key or a text; None where nothing stands. `told`: a problem with it has been noted already."""
        fault = None if value is None or value.isprintable() else _unprintable(value)
        if fault is not None:
            self.wrong(at, f"the character U+{ord(fault):04X} in a text", "take it out: it cannot be shown")
            value, told = "", True
        if self.expects_key:
            self._key(value or "", at, keeps=not told)
            return
        digits = _longest_number(value) if value is not None and len(value) > LONGEST_NUMBER else 0
        if digits > LONGEST_NUMBER:
            self.wrong(at, f"a number of {digits:,} digits", f"at most {LONGEST_NUMBER:,} are read")
            value, told = "", True
        place = self._open[-1].key_at if value is None and self._open and self._open[-1].key is not None else at
        self._keep(value, Node(place, told=told))

    def start(self, empty: dict[str, Any] | list[Any], at: Mark) -> None:
        """A collection begins; what is in it comes next."""
        if len(self._open) >= DEEPEST:
            remedy = "no more than six levels are needed"
            raise UnreadableError(Problem(*at, f"lists and mappings nested more than {DEEPEST} deep", remedy))
        if self.expects_key:
            self.wrong(at, f"{shown(empty)} where the name of a field was expected", "put text in quotes")
        self._open.append(_Open(empty, Node(at)))

    def end(self) -> None:
        """The collection that was begun last is complete."""
        complete = self._open.pop()
        if self.expects_key:
            self._key("", complete.node.at, keeps=False)
        else:
            self._keep(complete.value, complete.node)

    def _key(self, name: str, at: Mark, *, keeps: bool) -> None:
        mapping = self._open[-1]
        mapping.key, mapping.key_at, mapping.keeps = name, at, keeps
        if keeps and name in mapping.value:
            first, _ = mapping.node.inside[name].key or at
            self.wrong(at, f"{shown(name)} stands twice", f"keep this one or the one in line {first}")
            mapping.keeps = False

    def _keep(self, value: Any, node: Node) -> None:
        """Put a complete value where it belongs."""
        if not self._open:
            self.value, self.root = value, node
            return
        parent = self._open[-1]
        if isinstance(parent.value, list):
            parent.node.inside[len(parent.value)] = node
            parent.value.append(value)
            return
        if parent.keeps and parent.key is not None:
            node.key = parent.key_at
            parent.node.inside[parent.key] = node
            parent.value[parent.key] = value
        parent.key = None


def _unprintable(text: str) -> str | None:
    """The first control character or half of a surrogate pair, line ends and tabs apart."""
    return next((c for c in text if c not in "\n\r\t" and category(c) in ("Cc", "Cs")), None)


def _longest_number(text: str) -> int:
    """The most digits in one word."""
    return max((sum(map(str.isdecimal, word)) for word in text.split()), default=0)
