"""Files that the command writes: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from factcheck.cli.common import refuse


def write(path: Path, text: str) -> None:
    """Write a file as one step; exit 2 with a message where it cannot be written, what stood there before is then left.

    What is no regular file, such as /dev/stdout, is written to as it is.
    """
    content = text.encode("utf-8", "surrogatepass")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        refuse(f"{path}: cannot be written: {error.strerror or error}")


def write_new(files: Mapping[Path, str]) -> None:
    """Write files that are not there yet, and the folders they need: all of them, or none.

    Exit 2 with a message where one cannot be written; what was made until then is taken back.
    """
    made: list[Path] = []
    try:
        for path, text in files.items():
            _make_folders(path.parent, made)
            write(path, text)
            made.append(path)
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; each that was not there is noted."""
    lacking = [above for above in (folder, *folder.parents) if not above.is_dir()]
    for place in reversed(lacking):
        try:
            place.mkdir()
        except OSError as error:
            refuse(f"{place}: the folder cannot be made: {error.strerror or error}")
        made.append(place)


def _replace(path: Path, content: bytes) -> None:
    """By way of a new file beside it, so that nobody ever sees half of it."""
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def _umask() -> int:
    """The permissions that new files do not get; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
