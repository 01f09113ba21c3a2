"""The inside of a paragraph of Markdown, by markdown-it-py's rules, with the place of each piece.

markdown-it-py tells no places inside a paragraph. Here every rule is watched: what stood where it began and ended is
the place of what it read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cache, partial

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Rule = Callable[[StateInline, bool], bool]

LONGEST_PARAGRAPH = 100_000
"""The most characters of one paragraph: some rules of Markdown look far ahead."""


class Sort(Enum):
    """What a piece of a paragraph is."""

    WORDS = auto()  # as they stand
    STANDS_FOR = auto()  # an escape or an entity
    MARKER = auto()  # perhaps of emphasis: only the end of the paragraph tells
    LINE = auto()
    TAG = auto()
    APART = auto()  # something unseen that parts the words beside it
    UNSEEN = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph: where it stands in it, and the token that was made of it, if one tells more."""

    sort: Sort
    start: int
    end: int
    token: Token | None = None


@dataclass(slots=True)
class Inline:
    """Reads paragraphs into pieces."""

    markdown: MarkdownIt
    pieces: list[Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Watch every rule."""
        rules: dict[str, tuple[Rule, Callable[[StateInline, int, int], Iterator[Piece]]]] = {
            "text": (rules_inline.text, _words),
            "newline": (rules_inline.newline, _line),
            "escape": (rules_inline.escape, _escape),
            "backticks": (rules_inline.backtick, _code),
            "strikethrough": (rules_inline.strikethrough.tokenize, _markers),
            "emphasis": (rules_inline.emphasis.tokenize, _markers),
            "autolink": (rules_inline.autolink, _address),
            "html_inline": (rules_inline.html_inline, _tag),
            "entity": (rules_inline.entity, _entity),
        }
        ruler = self.markdown.inline.ruler
        for name, (rule, told) in rules.items():
            ruler.at(name, partial(self._watch, rule, told))
        ruler.at("image", self._image)
        ruler.before("link", "note", partial(self._watch, _note_mark, _unseen))
        ruler.push("letter", partial(self._watch, _letter, _words))
        self.markdown.inline.ruler2.disable("fragments_join")  # a marker's token must stay its own

    def read(self, content: str, env: dict[str, object], tokens: list[Token]) -> list[Piece]:
        """The pieces of a paragraph in order; the tokens go to the list."""
        self.pieces = []
        self.markdown.inline.parse(content, self.markdown, env, tokens)
        return self.pieces

    def _watch(
        self, rule: Rule, told: Callable[[StateInline, int, int], Iterator[Piece]], state: StateInline, silent: bool
    ) -> bool:
        """Apply a rule, and note what it read."""
        start = state.pos
        found = rule(state, silent)
        if found and not silent:
            self.pieces += told(state, start, state.pos)
        return found

    def _image(self, state: StateInline, silent: bool) -> bool:
        """A picture: the words that stand for it are read as a paragraph of their own."""
        start, before = state.pos, len(self.pieces)
        found = rules_inline.image(state, silent)
        if found and not silent:
            inside = [replace(p, start=p.start + start + 2, end=p.end + start + 2) for p in self.pieces[before:]]
            edges = (Piece(Sort.APART, start, start + 2), Piece(Sort.APART, state.pos, state.pos))
            self.pieces[before:] = [edges[0], *inside, edges[1]]
        return found


def _words(_: StateInline, start: int, end: int) -> Iterator[Piece]:
    yield Piece(Sort.WORDS, start, end)


def _unseen(_: StateInline, start: int, end: int) -> Iterator[Piece]:
    yield Piece(Sort.UNSEEN, start, end)


def _line(state: StateInline, start: int, end: int) -> Iterator[Piece]:
    if state.tokens[-1].type == "hardbreak":
        yield Piece(Sort.LINE, start, end)
    else:
        yield Piece(Sort.WORDS, start, start + 1)


def _escape(state: StateInline, start: int, end: int) -> Iterator[Piece]:
    """A backslash, and what it takes the meaning from; or the end of a line; or a plain backslash."""
    token = state.tokens[-1]
    if token.type == "hardbreak":
        yield Piece(Sort.LINE, start, end)
    else:
        yield Piece(Sort.WORDS, end - len(token.content), end)


def _code(state: StateInline, start: int, end: int) -> Iterator[Piece]:
    is_code = not state.pending and bool(state.tokens) and state.tokens[-1].type == "code_inline"
    yield Piece(Sort.APART if is_code else Sort.WORDS, start, end)


def _markers(state: StateInline, start: int, end: int) -> Iterator[Piece]:
    """The signs of emphasis, each of which has a token that will tell whether it is one."""
    tokens, at = [], end
    for token in reversed(state.tokens):
        if at <= start:
            break
        tokens.append(token)
        at -= len(token.content)
    for token in reversed(tokens):
        yield Piece(Sort.MARKER, at, at + len(token.content), token)
        at += len(token.content)


def _address(_: StateInline, start: int, end: int) -> Iterator[Piece]:
    yield Piece(Sort.WORDS, start + 1, end - 1)


def _tag(_: StateInline, start: int, end: int) -> Iterator[Piece]:
    yield Piece(Sort.TAG, start, end)


def _entity(state: StateInline, start: int, end: int) -> Iterator[Piece]:
    yield Piece(Sort.STANDS_FOR, start, end, state.tokens[-1])


def _note_mark(state: StateInline, _: bool) -> bool:
    """The mark of a footnote: `[^1]`."""
    match = _note().match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    state.pos = match.end()
    return True


def _letter(state: StateInline, silent: bool) -> bool:
    """A sign that no rule takes, so that this rule tells where it stands."""
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"\[\^[^\s\[\]]{1,100}\]")
