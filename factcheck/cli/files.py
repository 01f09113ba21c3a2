"""Files that the command writes: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
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
