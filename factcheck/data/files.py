"""The files that a claims file may read: regular ones below its folder or one that was allowed, each with its SHA-256."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from factcheck.cache import ledger
from factcheck.data.error import DataError
from factcheck.mistake import near

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class File:
    """A file that may be read: its path as it was written, the path without links, its size and its SHA-256."""

    name: str
    path: Path
    size: int
    sha256: str
    state: tuple[int, ...]

    @property
    def suffix(self) -> str:
        """The end of its name, in small letters."""
        return Path(self.name).suffix.lower()

    def check(self) -> None:
        """DataError where it is no longer the file that was looked at."""
        try:
            now = _state(self.path.stat())
        except OSError:
            now = ()
        if now != self.state:
            raise DataError(f"{self.name} was replaced while it was read", "run the check again", ("file",))


def opened(name: str, folder: Path, allowed: Iterable[Path] = ()) -> File:
    """The file at a path that starts from a folder; DataError where it may not or cannot be read.

    Links and `..` are followed first: what counts is where the file really lies.
    """
    try:
        path = (folder / name).resolve()
        roots = [root.resolve() for root in (folder, *allowed)]
    except (OSError, RuntimeError, ValueError):
        raise DataError(f"{name!r} is no path", "check the path", ("file",)) from None
    if not any(path.is_relative_to(root) for root in roots):
        message = f"{name} does not lie below the folder of the claims file"
        raise DataError(message, "move it there, or allow its folder with --allow-data DIR", ("file",))
    place = str(folder / name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DataError(f"{name} is no regular file", "name a file with a table", ("file",))
        found = File(name, path, status.st_size, _digest(path), _state(status))
    except FileNotFoundError:
        ledger.look("data", place, ledger.GONE)
        raise DataError(
            f"there is no file {name}", near(path.name, _beside(path), "check the path"), ("file",)
        ) from None
    except OSError as error:
        ledger.look("data", place, ledger.GONE)
        told = (error.strerror or "cannot be read").lower()
        raise DataError(f"{name} cannot be read: {told}", "check the path and its permissions", ("file",)) from None
    ledger.look("data", place, found.sha256)
    return found


def _state(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _digest(path: Path) -> str:
    found = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _beside(path: Path) -> list[str]:
    """The names of files in the same folder."""
    try:
        return sorted(other.name for other in path.parent.iterdir())
    except OSError:
        return []
