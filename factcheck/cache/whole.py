"""Files that are written whole, or not at all."""

from __future__ import annotations

import os
import stat
import time


def write(path: str, content: bytes) -> None:
    """Write a file as one step, so that nobody ever sees half of it; OSError, and what stood there before, where it fails.

    It keeps the permissions of a file that is there already. What is no regular file, such as /dev/stdout, is written to
    as it is.
    """
    target = os.path.realpath(path)
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        with open(path, "wb") as stream:
            stream.write(content)
        return
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".{name[:200]}.{os.getpid()}.{time.monotonic_ns()}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(content)
        if mode is not None:
            os.chmod(beside, stat.S_IMODE(mode) & 0o777)
        os.replace(beside, target)
    except BaseException:
        remove(beside)
        raise


def remove(path: str) -> None:
    """Remove a file; nothing where it is gone, or is not ours to remove."""
    try:
        os.unlink(path)
    except OSError:
        return
