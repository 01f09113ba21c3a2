"""From a file to a tree of strings with places, and from mistakes in the tree to problems in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from factcheck.cache import ledger
from factcheck.claimfile import from_json, from_toml, from_yaml
from factcheck.claimfile.problem import FileError, Problem
from factcheck.claimfile.tree import Builder, UnreadableError
from factcheck.mistake import Mistake

LARGEST = ledger.LARGEST  # bytes
READERS: dict[str, Callable[[str, Builder], None]] = {
    "json": from_json.read,
    "toml": from_toml.read,
    "yaml": from_yaml.read,
}


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a person wrote: its name, its lines, and the tree that was built of it."""

    name: str
    lines: list[str]
    builder: Builder

    def problems(self, mistakes: Iterable[Mistake]) -> Iterator[Problem]:
        """The mistakes at their places in the file; nothing where something was said of a place already."""
        for mistake in mistakes:
            node = self.builder.root.find(mistake.location)
            if not node.told:
                line, column = node.key if mistake.at_key and node.key else node.at
                yield Problem(line, column, mistake.message, mistake.remedy)


def content(path: Path, wrong: type[FileError]) -> bytes:
    """The bytes of a file, one more than LARGEST at most."""
    try:
        with path.open("rb") as file:
            read = file.read(LARGEST + 1)
            ledger.read(path, file, read)
            return read
    except OSError as error:
        ledger.unread(path)
        raise unreadable(str(path), error, wrong) from None


def source(
    data: str | bytes, name: str, form: str | None, wrong: type[FileError], table: tuple[str, ...] = ()
) -> Source:
    """The file of that name as "yaml", "json" or "toml"; without a form, JSON where it begins with a brace.

    Of a TOML file, only the table at the end of a way may be read.
    """
    text = _decoded(data, name, wrong)
    form = form or ("json" if text.lstrip().startswith("{") else "yaml")
    lines = from_yaml.lines_of(text) if form == "yaml" else [line.removesuffix("\r") for line in text.split("\n")]
    builder = Builder()
    try:
        if text.strip():
            reader = partial(from_toml.read, table=table) if table else READERS[form]
            reader(text, builder)
    except UnreadableError as error:
        follows = any(problem.line == error.problem.line for problem in builder.problems)
        problems = builder.problems if follows else [*builder.problems, error.problem]
        raise wrong(name, problems, lines) from None
    return Source(name, lines, builder)


def _decoded(data: str | bytes, name: str, wrong: type[FileError]) -> str:
    """The text, without a byte-order mark; an error where it is too large or not UTF-8."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > LARGEST:
        problem = Problem(1, 1, f"the file is larger than {LARGEST // 1024 // 1024} MB", "split it, one article a file")
        raise wrong(name, [problem])
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
        raise wrong(name, [problem], [line.removesuffix("\r") for line in lines]) from None


def unreadable(name: str, error: OSError, wrong: type[FileError]) -> FileError:
    """That the system does not hand a file or folder out."""
    told = (error.strerror or "cannot be read").lower()
    return wrong(name, [Problem(1, 1, f"cannot be read: {told}", "check the path and its permissions")])
