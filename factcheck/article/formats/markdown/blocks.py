"""The blocks of a Markdown file, by markdown-it-py's rules, read into a page."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from factcheck.article.document import Document
from factcheck.article.error import ArticleError
from factcheck.article.flow import BLOCK, LINE
from factcheck.article.formats.markdown.inline import LONGEST_PARAGRAPH, Inline, Piece, Sort
from factcheck.article.page import Page
from factcheck.article.places import Lines
from factcheck.article.tags import Origin, Scanner

MOST_LINES = 200_000
MOST_TOKENS = 500_000  # the marks of structure of a file, or the pieces of a paragraph
DEEPEST = 100  # blocks inside one another

CLOSING = cast("Literal[-1]", -1)
WHITE = " \t\n\r\f\v"


class Tokens(list[Token]):
    """Tokens as they come, up to a number."""

    def append(self, token: Token) -> None:
        """Take one more; ArticleError where there are too many."""
        if len(self) >= MOST_TOKENS:
            raise ArticleError(
                "the article has too many marks of Markdown", "split it, or save it as plain text (.txt)"
            )
        super().append(token)


def document_of(markdown: str, source: str, language: str | None) -> Document:
    """The document in Markdown, which has the lines and columns of the source."""
    if source.count("\n") >= MOST_LINES:
        raise ArticleError(
            f"the article has more than {MOST_LINES:,} lines", "split it, or save it as plain text (.txt)"
        )
    lines = Lines.of(source)
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    parser.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference"]})
    env: dict[str, object] = {}
    tokens = Tokens()
    parser.block.parse(markdown, parser, env, tokens)
    reader = Blocks(markdown, lines, Inline(parser), env)
    for token in tokens:
        reader.read(token)
    return reader.page.flow.document(source, lines, language or reader.page.language)


@dataclass(slots=True)
class Blocks:
    """Reads the tokens of blocks into a page."""

    source: str
    lines: Lines
    inline: Inline
    env: dict[str, object]
    page: Page = field(default_factory=Page)
    line: int = 0  # that the last block began on, from 0
    cell: int | None = None  # where the last cell of the table row ended

    def read(self, token: Token) -> None:
        """Read one token; those inside paragraphs are read with their paragraph."""
        self.line = token.map[0] if token.map else self.line
        at = self._start(self.line)
        if token.nesting == 1:
            if token.level + 1 >= DEEPEST:
                raise ArticleError(f"more than {DEEPEST} blocks stand inside one another here", line=self.line + 1)
            self.page.open(token.tag, {}, at)
            self.cell = at if token.tag == "tr" else self.cell
        elif token.nesting == -1:
            self.page.close(token.tag, at)
            self.cell = None if token.tag == "tr" else self.cell
        elif token.type == "inline":
            self._paragraph(token)
        elif token.type == "html_block":
            self._markup(token.content, self._origin(token.content))
        else:
            self.page.flow.part(BLOCK, at)

    def _paragraph(self, token: Token) -> None:
        """The words of a paragraph, heading or cell."""
        content = token.content
        if len(content) > LONGEST_PARAGRAPH:
            raise ArticleError(
                f"a paragraph of {len(content):,} characters begins here, and at most {LONGEST_PARAGRAPH:,} are read",
                "break it up, or save the article as plain text (.txt)",
                line=self.line + 1,
            )
        origin = self._origin(content) if self.cell is None else self._origin_of_cell(content)
        for piece in self.inline.read(content, self.env, Tokens()):
            self._piece(piece, content, origin)

    def _piece(self, piece: Piece, content: str, origin: Origin) -> None:
        at, token = origin.at(piece.start), piece.token
        match piece.sort:
            case Sort.WORDS:
                for start, end, place in origin.runs(piece.start, piece.end):
                    self.page.write(content[start:end], place)
            case Sort.STANDS_FOR if token:
                self.page.put(token.content, at, origin.at(piece.end) - at)
            case Sort.MARKER if token and token.type == "s_open":
                self.page.open("s", {}, at)
            case Sort.MARKER if token and token.type == "s_close":
                self.page.close("s", at)
            case Sort.MARKER if token and token.type == "text" and token.content:
                self.page.write(token.content, at)
            case Sort.LINE:
                self.page.flow.part(LINE, at)
            case Sort.TAG:
                self._markup(content, origin, piece)
            case Sort.APART:
                self.page.mask(at)

    def _markup(self, content: str, origin: Origin, piece: Piece | None = None) -> None:
        """HTML: a block of it, or one tag inside a paragraph."""
        scanner = Scanner(content, self.page, origin)
        if piece:
            scanner.tag(piece.start)
        else:
            scanner.run()

    def _start(self, line: int) -> int:
        """Where a line begins, from 0."""
        return self.lines.starts[min(line, len(self.lines.starts) - 1)]

    def _origin(self, content: str) -> Origin:
        """Where a block's lines stand, each of which is the end of a line of the source."""
        starts, ends, sources = array("q"), array("q"), array("q")
        done, number = 0, self.line
        for line in content.split("\n"):
            words = line.strip(WHITE)
            stands = self._stands(words, number)
            while stands < 0 and not starts and number + 1 < len(self.lines.starts):
                number += 1  # the lines before it are white space of a sort that no paragraph begins with
                stands = self._stands(words, number)
            if words and stands >= 0:
                indent = len(line) - len(line.lstrip(WHITE))
                starts.append(done + indent)
                ends.append(done + len(line) + 1)
                sources.append(stands)
            done += len(line) + 1
            number += 1
        return Origin(starts, ends, sources)

    def _stands(self, words: str, number: int) -> int:
        """Where words stand in the line of a number, from 0, as its end; -1 where they do not."""
        last = number + 1 >= len(self.lines.starts)
        return self.source.rfind(words, self._start(number), None if last else self._start(number + 1))

    def _origin_of_cell(self, content: str) -> Origin:
        """Where a table cell's words stand; a bar in them is escaped in the source."""
        starts, ends, sources = array("q"), array("q"), array("q")
        stands = self.source.find(content.replace("|", r"\|"), self.cell) if content else -1
        if stands >= 0:
            done = 0
            for number, words in enumerate(content.split("|")):
                length = len(words) + (number > 0)
                stands += number > 0
                starts.append(done)
                ends.append(done + length)
                sources.append(stands)
                done, stands = done + length, stands + length
            self.cell = stands
        return Origin(starts, ends, sources)


def _note(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A footnote: `[^1]: its words`, and what is indented below."""
    start = state.bMarks[first] + state.tShift[first]
    match = None if state.is_code_block(first) else _mark().match(state.src, start, state.eMarks[first])
    if match is None or silent:
        return match is not None
    saved = state.bMarks[first], state.tShift[first], state.sCount[first], state.parentType
    state.push("note_open", "aside", 1).map = [first, first + 1]
    state.bMarks[first] = match.end()
    state.tShift[first] = 0
    state.blkIndent += 4
    state.sCount[first] = state.blkIndent
    state.parentType = "note"
    state.md.block.tokenize(state, first, last)
    state.blkIndent -= 4
    state.push("note_close", "aside", CLOSING)
    state.bMarks[first], state.tShift[first], state.sCount[first], state.parentType = saved
    return True


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"\[\^[^\s\[\]]{1,100}\]:[ \t]*")
