"""Files that the command writes: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

from factcheck.cache import ledger, whole
from factcheck.cli.common import refuse


def write(path: Path, text: str) -> None:
    """Write a file as one step; exit 2 with a message where it cannot be written, what stood there before is then left.

    What is no regular file, such as /dev/stdout, is written to as it is.
    """
    try:
        whole.write(str(path), text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        refuse(f"{path}: cannot be written: {error.strerror or error}")
    ledger.wrote(path, text)
