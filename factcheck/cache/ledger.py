"""What a run looks at on the disk, with what it finds there, and what it says and writes."""

from __future__ import annotations

import os
import stat
from hashlib import sha256

TYPE_CHECKING = False  # that of `typing`, which takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO, Self

CHUNK = 1 << 20  # bytes
GONE = ""  # what is found where nothing of that sort can be read
LARGEST = 16 * 1024 * 1024  # bytes; of a larger file nothing is read, unless it has data
FILES = ("file", "data")


class Ledger:
    """Everything that a run depends on and does, in order.

    `looks` has what was looked at, a sort and a path, with what was found. `wrote` has files with their text.
    `is_sound` tells that nothing is missing here, and `is_over` that the run came to its end. It is kept from when it is
    opened until it is closed, or as long as a `with` block lasts; several may be kept at a time.
    """

    __slots__ = ("is_over", "is_sound", "looks", "said", "wrote")

    def __init__(self) -> None:
        self.looks: dict[tuple[str, str], str] = {}
        self.said: list[str] = []
        self.wrote: list[tuple[str, str]] = []
        self.is_sound = True
        self.is_over = False

    def open(self) -> None:
        """Write down everything from now on."""
        _OPEN.append(self)

    def close(self) -> None:
        """Write down nothing any longer."""
        _OPEN[:] = [ledger for ledger in _OPEN if ledger is not self]

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def files(self) -> list[str]:
        """The paths of the files that were read."""
        return [path for (sort, path), found in self.looks.items() if sort in FILES and found != GONE]

    def look(self, sort: str, path: str, found: str) -> None:
        """Add what was found; a run that finds two things at one place, one after the other, cannot be remembered."""
        if self.looks.setdefault((sort, path), found) != found:
            self.is_sound = False


_OPEN: list[Ledger] = []  # the ledgers that are being kept: that of a run, and that of a part of it


def look(sort: str, path: str, found: str) -> None:
    """Something was looked at, by another process or at another time, and that was found."""
    for ledger in _OPEN:
        ledger.look(sort, path, found)


def read(path: object, stream: IO[bytes], content: bytes) -> None:
    """A file was read from a stream to its end."""
    for ledger in _OPEN:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            ledger.is_sound = False  # a pipe says nothing twice
        else:
            ledger.look("file", str(path), GONE if status.st_size > LARGEST else sha256(content).hexdigest())


def unread(path: object) -> None:
    """A file could not be read."""
    for ledger in _OPEN:
        ledger.look("file", str(path), GONE)


def listed(folder: object, folders: Iterable[str], files: Iterable[str]) -> None:
    """The names in a folder were gone through; hidden ones do not count."""
    for ledger in _OPEN:
        ledger.look("folder", str(folder), _listing(folders, files))


def is_file(path: object, found: bool) -> bool:
    """Whether a path is a file was asked; what was found is given back."""
    for ledger in _OPEN:
        ledger.look("is file", str(path), str(found))
    return found


def exists(path: object, found: bool) -> bool:
    """Whether there is something at a path was asked; what was found is given back."""
    for ledger in _OPEN:
        ledger.look("exists", str(path), str(found))
    return found


def said(text: str) -> None:
    """A text went to standard output."""
    for ledger in _OPEN:
        ledger.said.append(text)


def wrote(path: object, text: str) -> None:
    """A file was written."""
    for ledger in _OPEN:
        ledger.wrote.append((str(path), text))


def spoil() -> None:
    """Something happened that cannot be repeated from a ledger."""
    for ledger in _OPEN:
        ledger.is_sound = False


def end() -> None:
    """The run came to its end, and everything that it said was written down."""
    for ledger in _OPEN:
        ledger.is_over = True


def now(sort: str, path: str) -> str:
    """What would be found there now."""
    try:
        if sort in FILES:
            return _digest(path, LARGEST if sort == "file" else None)
        if sort == "folder":
            with os.scandir(path) as entries:
                sorted_out = {entry.name: _is_folder(entry) for entry in entries}
            folders = (name for name, is_folder in sorted_out.items() if is_folder)
            return _listing(folders, (name for name, is_folder in sorted_out.items() if not is_folder))
    except (OSError, ValueError):
        return GONE
    return str(os.path.isfile(path) if sort == "is file" else os.path.exists(path))


def _digest(path: str, most: int | None) -> str:
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode) or (most is not None and status.st_size > most):
        return GONE
    found = sha256()
    with open(path, "rb", buffering=0) as file:
        while chunk := file.read(CHUNK):  # data may be larger than the memory
            found.update(chunk)
    return found.hexdigest()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _listing(folders: Iterable[str], files: Iterable[str]) -> str:
    """The names, in order; a slash, which no name has, parts them."""
    return f"{'/'.join(_seen(folders))}//{'/'.join(_seen(files))}"


def _seen(names: Iterable[str]) -> Iterator[str]:
    return (name for name in sorted(names) if not name.startswith("."))
