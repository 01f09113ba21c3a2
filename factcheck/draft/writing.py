"""The draft as the text of a claims file: YAML with its texts in quotation marks, and questions as comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.article import Document
from factcheck.draft.entries import entries
from factcheck.draft.entry import Entry, declared_by
from factcheck.report import visible
from factcheck.text import DEFAULT, language_of

HEAD = (
    "# A draft: every claim below is a guess. Read each one against the article, answer what is asked",
    '# under "decide:", and give quantities that are one thing one name.',
)


def draft(document: Document, article: str, language: str | None = None) -> str:
    """The text of a claims file for the document; `article` is the path to it from the file.

    It is read in the language that is given, or else in its own, which the file names unless that is English; ValueError
    for one that cannot be read.

    >>> from factcheck.article import parse
    >>> print(draft(parse("There were 956 cases.", "plain"), "story.txt").partition("article:")[2])
     "story.txt"
    quantities:
      cases:
    claims:
      - kind: count
        quantity: cases
        printed: "956"
        quote: "There were 956 cases."
    <BLANKLINE>
    """
    spoken = language_of(language or document.language or DEFAULT)
    found = tuple(entries(document, spoken))
    quantities = declared_by(found)
    named = [f"language: {spoken}"] if language or spoken != DEFAULT else []
    head = [*HEAD, f"article: {quoted(article)}", *named]
    return "\n".join([*head, *_quantities(quantities), *_claims(found), ""])


def quoted(words: str) -> str:
    r"""A text as YAML reads it back.

    >>> print(quoted('She said: "52%"\n'))
    "She said: \"52%\"\u000a"
    """
    return f'"{"".join(_sign(sign) for sign in words)}"'


def _sign(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08x}"


def _quantities(quantities: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield "quantities:" if quantities else "quantities: {}"
    for name, declared in quantities.items():
        yield f"  {name}: {{{as_fields(declared)}}}" if declared else f"  {name}:"


def as_fields(declared: Mapping[str, str]) -> str:
    """The fields of a quantity, as they stand between braces."""
    return ", ".join(f"{field}: {value}" for field, value in declared.items())


def _claims(found: Sequence[Entry]) -> Iterator[str]:
    yield "claims:" if any(entry.record is not None for entry in found) else "claims: []"
    yield from (f"  {line}" for entry in found for line in lines_of(entry))


def lines_of(entry: Entry) -> Iterator[str]:
    """A claim with its question before it; a number that no claim was found for is told in a comment."""
    yield from (f"# decide: {visible(question)}" for question in entry.decide.splitlines())
    if entry.record is None:
        where = f"line {entry.place.line}, column {entry.place.column}"
        yield f"{asked_about(entry)}{where}? Write a claim, or set it aside under `ignore`."
        return
    for index, (field, value) in enumerate(entry.record.items()):
        yield f"{'- ' if index == 0 else '  '}{field}: {_value(field, value)}"


def asked_about(entry: Entry) -> str:
    """How the comment begins that asks about a number without a claim; its place follows."""
    return f"# decide: what does {quoted(' '.join(str(entry.numeral).split()))} say, at "


def _value(field: str, value: Any) -> str:
    """A field's value on one line: the article's words in quotation marks, names as they are."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{inner}: {_value(inner, one)}' for inner, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return quoted(value) if field in ("printed", "quote") else str(value)
