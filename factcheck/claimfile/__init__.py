"""Claims files: YAML, JSON or TOML in, an Article out; and every mistake with its line and column."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from factcheck.article import ArticleError
from factcheck.check import Article
from factcheck.check.article import ClaimsError
from factcheck.claimfile import from_json, from_toml, from_yaml
from factcheck.claimfile.problem import ClaimFileError, Problem
from factcheck.claimfile.schema import schema
from factcheck.claimfile.text import text_of
from factcheck.claimfile.tree import Builder, Node, UnreadableError
from factcheck.finding import Place
from factcheck.mistake import Mistake
from factcheck.mistake import path as way_to
from factcheck.model import shown

__all__ = ["ClaimFileError", "Problem", "find", "load", "loads", "schema"]

LARGEST = 16 * 1024 * 1024  # bytes
READERS: dict[str, Callable[[str, Builder], None]] = {
    "json": from_json.read,
    "toml": from_toml.read,
    "yaml": from_yaml.read,
}
SUFFIXES = {".json": "json", ".toml": "toml", ".yaml": "yaml", ".yml": "yaml"}


def find(paths: Iterable[Path | str]) -> tuple[Path, ...]:
    """Every claims file among the paths and below the folders among them, each once; hidden files and folders apart.

    ClaimFileError where a path is neither file nor folder, or a folder cannot be read. `-` stands for itself.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        found.update(dict.fromkeys(_below(path) if path.is_dir() else [_existing(path)]))
    return tuple(found)


def _existing(path: Path) -> Path:
    if str(path) != "-" and not path.exists():
        raise ClaimFileError(str(path), [Problem(1, 1, "no such file or folder", "check the path")])
    return path


def _below(folder: Path) -> Iterator[Path]:
    """The claims files below a folder, in the order of their names."""

    def refuse(error: OSError) -> None:
        raise _unreadable(str(error.filename), error)

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(place, name)


def load(path: Path | str) -> Article:
    """The article of a claims file, YAML, JSON or TOML by its suffix, with its text where the file names that.

    ClaimFileError with everything that is wrong.
    """
    name = str(path)
    form = SUFFIXES.get(Path(path).suffix.lower())
    if form is None:
        problem = Problem(1, 1, f"a claims file ends in {', '.join(SUFFIXES)}", "rename it")
        raise ClaimFileError(name, [problem])
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise _unreadable(name, error) from None
    return loads(data, name, form, Path(path).parent)


def loads(data: str | bytes, name: str = "<text>", form: str | None = None, folder: Path | None = None) -> Article:
    """The article that a text states, as "yaml", "json" or "toml"; without a form, JSON where it begins with a brace.

    With the folder from which paths in it start, the text of the article that it names is read, too. ClaimFileError,
    under the name given, with everything that is wrong.
    """
    text = _decoded(data, name)
    form = form or ("json" if text.lstrip().startswith("{") else "yaml")
    lines = from_yaml.lines_of(text) if form == "yaml" else [line.removesuffix("\r") for line in text.split("\n")]
    builder = Builder()
    problems = builder.problems
    try:
        if text.strip():
            READERS[form](text, builder)
    except UnreadableError as error:
        follows = any(problem.line == error.problem.line for problem in problems)
        raise ClaimFileError(name, problems if follows else [*problems, error.problem], lines) from None
    if not isinstance(builder.value, dict) or not builder.value:
        raise ClaimFileError(name, [*problems, _no_fields(builder)], lines)
    try:
        article = Article(**builder.value)
    except ClaimsError as error:
        problems += [problem for mistake in error.mistakes for problem in _problem(mistake, builder.root)]
        raise ClaimFileError(name, problems, lines) from None
    document = None
    try:
        document = text_of(article.article, folder) if folder is not None and article.article else None
    except ArticleError as error:
        line, column = builder.root.find(("article",)).at
        problems.append(Problem(line, column, f"{error.place}: {error.message}", error.remedy))
    if problems:
        raise ClaimFileError(name, problems, lines)
    return article.placed(name, _places(article, name, builder.root), document)


def _problem(mistake: Mistake, root: Node) -> Iterator[Problem]:
    """The mistake at its place in the file, unless something was said of that place already."""
    node = root.find(mistake.location)
    if not node.told:
        line, column = node.key if mistake.at_key and node.key else node.at
        yield Problem(line, column, mistake.message, mistake.remedy)


def _no_fields(builder: Builder) -> Problem:
    remedy = "begin with `claims:`; `factcheck schema` says what there is"
    if not builder.value:
        return Problem(1, 1, "the file is empty", remedy)
    return Problem(*builder.root.at, f"{shown(builder.value)} where fields were expected", remedy)


def _places(article: Article, name: str, root: Node) -> dict[str, Place]:
    """Where each quantity and claim stands."""
    named = {quantity: root.find(("quantities", quantity)) for quantity in article.declarations}
    claims = {claim.id: root.find(("claims", index)) for index, claim in enumerate(article.claims)}
    ignored = {way_to(way): root.find(way) for way in (("ignore", index) for index in range(len(article.ignore)))}
    marks = {word: node.key or node.at for word, node in {**named, **claims, **ignored}.items()}
    return {word: Place(name, line, column) for word, (line, column) in marks.items()}


def _decoded(data: str | bytes, name: str) -> str:
    """The text, without a byte-order mark; ClaimFileError where it is too large or not UTF-8."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > LARGEST:
        problem = Problem(1, 1, f"the file is larger than {LARGEST // 1024 // 1024} MB", "split it, one article a file")
        raise ClaimFileError(name, [problem])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace").split("\n")
        what = (
            "the file is UTF-16"
            if raw[:2] in (b"\xff\xfe", b"\xfe\xff")
            else f"the byte {raw[error.start]:02X} is not UTF-8"
        )
        problem = Problem(len(before), len(before[-1]) + 1, what, "save the file as UTF-8")
        lines = raw.decode("utf-8", "replace").split("\n")
        raise ClaimFileError(name, [problem], [line.removesuffix("\r") for line in lines]) from None


def _unreadable(name: str, error: OSError) -> ClaimFileError:
    told = (error.strerror or "cannot be read").lower()
    return ClaimFileError(name, [Problem(1, 1, f"cannot be read: {told}", "check the path and its permissions")])
