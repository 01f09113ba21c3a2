"""A page being read: its elements open and close, and what a reader sees of them flows into a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.article.error import ArticleError
from factcheck.article.flow import BLOCK, LINE, SPACE, Flow

DEEPEST = 2_000
"""The most elements that may stand open inside one another."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCKS = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search
    section summary table tbody td text tfoot th thead tr ul""".split()
)
"""Elements that stand on lines of their own; `text` is that of a drawing."""

IN_PARAGRAPHS = frozenset("body button html legend text".split())
"""Of these, the ones that a paragraph may hold."""

UNSEEN = frozenset(
    """annotation annotation-xml audio canvas code datalist del embed head iframe noembed noframes noscript object s
    script select strike style template textarea title video xmp""".split()
)
"""Elements whose content no reader sees as part of the article's words, is code, or is struck out."""

SCOPES = ("table", "td", "th", "caption", "html", "template", "button", "object")
CLOSES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # what an element closes, if it is open within what
    "li": (("li",), (*SCOPES, "ul", "ol", "menu")),
    "dt": (("dt", "dd"), (*SCOPES, "dl")),
    "dd": (("dt", "dd"), (*SCOPES, "dl")),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr", "caption"), ("table",)),
    "thead": (("caption", "thead", "tbody", "tfoot"), ("table",)),
    "tbody": (("caption", "thead", "tbody", "tfoot"), ("table",)),
    "tfoot": (("caption", "thead", "tbody", "tfoot"), ("table",)),
}
TABLE_PARTS = frozenset("table caption thead tbody tfoot tr td th".split())
LANGUAGE_OF = frozenset("html body main article".split())
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")  # "10" and a raised "6" must not become "106"

Attributes = Mapping[str, str]


@dataclass(slots=True)
class Page:
    """Elements as they open and close, whether or not their ends are written."""

    flow: Flow = field(default_factory=Flow)
    language: str | None = None
    names: list[str] = field(default_factory=list)  # of the elements that are open, the innermost one last
    depths: dict[str, list[int]] = field(default_factory=dict)  # where in that list each name stands
    hidden: int | None = None  # the depth of the outermost open element that is not seen
    note: int = -1  # the depth of the last link to a note that began

    def open(self, name: str, attributes: Attributes, at: int) -> None:
        """An element begins; one without content (`img`, `br`) ends at once."""
        if name in CLOSES:
            self._imply(*CLOSES[name], at)
        if name in BLOCKS and name not in IN_PARAGRAPHS:
            self._imply(("p",), SCOPES, at)
        if name in VOID:
            self._void(name, at)
            return
        if len(self.names) >= DEEPEST:
            raise ArticleError(f"more than {DEEPEST:,} elements stand inside one another", "simplify the mark-up")
        self.depths.setdefault(name, []).append(len(self.names))
        self.names.append(name)
        if self.language is None and name in LANGUAGE_OF:
            self.language = _language(attributes)
        if name in BLOCKS:
            self.flow.part(BLOCK, at)
        if self.hidden is not None:
            return
        if self._is_hidden(name, attributes):
            self.hidden = len(self.names) - 1
            self.flow.part(SPACE, at)
        elif name in TABLE_PARTS:
            self._table_part(name, attributes, at)

    def close(self, name: str, at: int) -> None:
        """An element ends, and with it all that is still open inside; nothing happens where none such is open."""
        if name in {"br", "p"} and not self.is_open(name):
            self.flow.part(LINE if name == "br" else BLOCK, at)
        scopes = ("table",) if name in TABLE_PARTS else ("table", "td", "th", "caption")
        if self._depth(name) > max((self._depth(scope) for scope in scopes if scope != name), default=-1):
            self._close_to(self._depth(name), at)

    def write(self, words: str, at: int) -> None:
        """Words that stand in the source from `at` on."""
        if self.hidden is not None:
            self.flow.part(SPACE, at)
        else:
            self.flow.write(words.translate(RAISED) if self.is_open("sup") else words, at)

    def put(self, words: str, at: int, width: int) -> None:
        """Words for which `width` characters of the source stand."""
        if self.hidden is not None:
            self.flow.part(SPACE, at)
        else:
            self.flow.put(words.translate(RAISED) if self.is_open("sup") else words, at, width)

    def mask(self, at: int) -> None:
        """Something that is not part of the text stands here, and the words on either side stay apart."""
        self.flow.part(SPACE, at)

    def is_open(self, name: str) -> bool:
        """Whether an element of this name is open."""
        return bool(self.depths.get(name))

    def _depth(self, name: str) -> int:
        """Where the innermost open element of a name stands; -1 where none is open."""
        depths = self.depths.get(name)
        return depths[-1] if depths else -1

    def _imply(self, names: tuple[str, ...], scopes: tuple[str, ...], at: int) -> None:
        """Close the outermost of the named elements that are open within the innermost of the scopes."""
        scope = max(map(self._depth, scopes))
        open_here = [depth for depth in map(self._depth, names) if depth > scope]
        if open_here:
            self._close_to(min(open_here), at)

    def _close_to(self, depth: int, at: int) -> None:
        """Close the element at a depth and all inside it."""
        while len(self.names) > depth:
            name = self.names.pop()
            self.depths[name].pop()
            seen = self.hidden is None
            if self.hidden == len(self.names):
                self.hidden = None
                self.flow.part(SPACE, at)
            if name == "table" and seen:
                self.flow.close_table(at)
            if name in BLOCKS:
                self.flow.part(BLOCK, at)

    def _void(self, name: str, at: int) -> None:
        if name == "br":
            self.flow.part(LINE, at)
        elif name == "hr":
            self.flow.part(BLOCK, at)
        elif name != "wbr":
            self.mask(at)

    def _table_part(self, name: str, attributes: Attributes, at: int) -> None:
        if name == "table":
            self.flow.open_table(at)
        elif name == "tr":
            self.flow.open_row(at)
        elif name in {"td", "th"}:
            columns, rows = (_count(attributes.get(key, "")) for key in ("colspan", "rowspan"))
            self.flow.open_cell(at, header=name == "th", columns=columns, rows=rows)

    def _is_hidden(self, name: str, attributes: Attributes) -> bool:
        """Whether no reader sees the element as part of the article's words."""
        if name in UNSEEN or "hidden" in attributes or (name == "dialog" and "open" not in attributes):
            return True
        style = attributes.get("style", "").lower().replace(" ", "")
        if "display:none" in style or "visibility:hidden" in style:
            return True
        return self._is_note_mark(name, attributes)

    def _is_note_mark(self, name: str, attributes: Attributes) -> bool:
        """Whether the element is a raised link to a footnote."""
        if name == "a":
            address = attributes.get("href", "")
            is_note = address.startswith("#") or "#fn" in address or "#cite_note" in address
            self.note = self._depth("a") if is_note else self.note
            return (is_note and self.is_open("sup")) or "doc-noteref" in attributes.get("role", "")
        return name == "sup" and self._depth("a") == self.note >= 0


def _count(words: str) -> int:
    """A number of columns or rows from 1 to 1,000, as HTML has it; 1 where there is none."""
    digits = words.strip()
    return min(max(int(digits), 1), 1_000) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else 1


def _language(attributes: Attributes) -> str | None:
    """The language that the element says it is in."""
    return (attributes.get("lang") or attributes.get("xml:lang") or "").strip() or None
