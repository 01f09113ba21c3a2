"""Claims files: YAML, JSON or TOML in, an Article out; and every mistake with its line and column."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from factcheck.article import ArticleError, Document
from factcheck.cache import ledger
from factcheck.check import Article
from factcheck.check.article import ClaimsError
from factcheck.claimfile.problem import ClaimFileError, Problem
from factcheck.claimfile.reading import LARGEST as LARGEST
from factcheck.claimfile.reading import content, source, unreadable
from factcheck.claimfile.schema import schema
from factcheck.claimfile.text import spoken, text_of
from factcheck.claimfile.tree import Builder, Node
from factcheck.finding import Place
from factcheck.mistake import path as way_to
from factcheck.model import shown

__all__ = ["ClaimFileError", "Problem", "find", "load", "loads", "schema"]

SUFFIXES = {".json": "json", ".toml": "toml", ".yaml": "yaml", ".yml": "yaml"}
SCHEMA = ".schema.json"
DATA = "if these are data, write them as .jsonl, or move them to a folder whose name begins with a dot"
QUESTION = "# decide:"  # the comment with which a draft asks


def find(paths: Iterable[Path | str]) -> tuple[Path, ...]:
    """Every claims file among the paths and below the folders among them, each once.

    In folders hidden files and folders do not count, nor does a JSON Schema that lies there for editors.

    ClaimFileError where a path is neither file nor folder, or a folder cannot be read. `-` stands for itself.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        found.update(dict.fromkeys(_below(path) if path.is_dir() else [_existing(path)]))
    return tuple(found)


def _existing(path: Path) -> Path:
    if str(path) != "-" and not ledger.exists(path, path.exists()):
        raise ClaimFileError(str(path), [Problem(1, 1, "no such file or folder", "check the path")])
    return path


def _below(folder: Path) -> Iterator[Path]:
    """The claims files below a folder, in the order of their names."""

    def refuse(error: OSError) -> None:
        raise unreadable(str(error.filename), error, ClaimFileError)

    for place, folders, files in os.walk(folder, onerror=refuse):
        ledger.listed(place, folders, files)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith(".") and not name.endswith(SCHEMA):
                yield Path(place, name)


def load(
    path: Path | str,
    defaults: Mapping[str, Any] | None = None,
    allowed: Iterable[Path | str] = (),
    servers: Iterable[str] = (),
    *,
    with_data: bool = True,
) -> Article:
    """The article of a claims file, YAML, JSON or TOML by its suffix, with its text where the file names that.

    The language is that of the file, or else of the text, or else of `defaults`, which are fields that hold where the
    file does not say, `allowed` are folders from which data may be read besides that of the file, and `servers` are
    connections to PostgreSQL that may be used. Not `with_data`, what it asks of data stays unanswered. ClaimFileError with
    everything that is wrong.
    """
    name = str(path)
    form = SUFFIXES.get(Path(path).suffix.lower())
    if form is None:
        problem = Problem(1, 1, f"a claims file ends in {', '.join(SUFFIXES)}", "rename it")
        raise ClaimFileError(name, [problem])
    text, folder = content(Path(path), ClaimFileError), Path(path).parent
    return loads(text, name, form, folder, defaults, allowed=allowed, servers=servers, with_data=with_data)


def loads(  # noqa: PLR0913 - what may be known of a text
    data: str | bytes,
    name: str = "<text>",
    form: str | None = None,
    folder: Path | None = None,
    defaults: Mapping[str, Any] | None = None,
    document: Document | None = None,
    *,
    allowed: Iterable[Path | str] = (),
    servers: Iterable[str] = (),
    with_data: bool = True,
) -> Article:
    """The article that a text states, as "yaml", "json" or "toml"; without a form, JSON where it begins with a brace.

    With the folder from which paths in it start, the text of the article that it names is read, too, unless it is given
    as `document`; and so are its data, unless it is not `with_data`. They may lie below that folder or below one of those
    `allowed`, or on one of the `servers`, connections to PostgreSQL such as "service=stats". The language is that of the
    claims, or else of the text, or else of `defaults`, which are fields that hold where it does not say. ClaimFileError,
    under the name given, with everything that is wrong.
    """
    read = source(data, name, form, ClaimFileError)
    builder, lines, problems = read.builder, read.lines, read.builder.problems
    if not isinstance(builder.value, dict) or not builder.value:
        raise ClaimFileError(name, [*problems, _no_fields(builder, form)], lines)
    if form == "json" and not any(get_close_matches(key, Article.model_fields) for key in builder.value):
        raise ClaimFileError(name, [*problems, Problem(*builder.root.at, "no field of a claims file", DATA)], lines)
    document, faults = (document, []) if document is not None else _text(builder, folder)
    given = dict(defaults or {})
    try:
        given |= {} if "language" in builder.value else spoken(document)
    except ValueError as error:
        faults.append((f"{error}: the article says so", "name the one to read it in: `language: en`"))
    problems += (Problem(*builder.root.find(("article",)).at, message, remedy) for message, remedy in faults)
    try:
        article = Article(**{**given, **builder.value})
        article = article.fetched(folder, map(Path, allowed), servers) if with_data and folder is not None else article
    except ClaimsError as error:
        problems += read.problems(error.mistakes)
        raise ClaimFileError(name, problems, lines) from None
    if problems:
        raise ClaimFileError(name, problems, lines)
    return article.placed(name, _places(article, name, builder.root), document, tuple(_questions(lines, name)))


def _text(builder: Builder, folder: Path | None) -> tuple[Document | None, list[tuple[str, str]]]:
    """The document that a file names, or what is wrong with that, with what would be right."""
    named = builder.value.get("article")
    if folder is None or not isinstance(named, str) or not named:
        return None, []
    try:
        return text_of(named, folder), []
    except ArticleError as error:
        return None, [(f"{error.place}: {error.message}", error.remedy)]


def _no_fields(builder: Builder, form: str | None) -> Problem:
    remedy = DATA if form == "json" and builder.value else "begin with `claims:`; `factcheck schema` says what there is"
    if not builder.value:
        return Problem(1, 1, "the file is empty", remedy)
    return Problem(*builder.root.at, f"{shown(builder.value)} where fields were expected", remedy)


def _questions(lines: Sequence[str], name: str) -> Iterator[Place]:
    """Where a draft asks something still."""
    for number, line in enumerate(lines, start=1):
        comment = line.lstrip()
        if comment.startswith(QUESTION):
            yield Place(name, number, len(line) - len(comment) + 1)


def _places(article: Article, name: str, root: Node) -> dict[str, Place]:
    """Where each quantity and claim stands."""
    named = {quantity: root.find(("quantities", quantity)) for quantity in article.declarations}
    claims = {claim.id: root.find(("claims", index)) for index, claim in enumerate(article.claims)}
    ignored = {way_to(way): root.find(way) for way in (("ignore", index) for index in range(len(article.ignore)))}
    named |= {f"data: {table}": root.find(("data", table)) for table in article.data}
    marks = {word: node.key or node.at for word, node in {**named, **claims, **ignored}.items()}
    return {word: Place(name, line, column) for word, (line, column) in marks.items()}
