"""Files that the command writes: whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from factcheck.cache import ledger, whole
from factcheck.cli.common import refuse


def keep_what_was_read(read: Iterable[str], places: Mapping[str, Path]) -> None:
    """Exit 2 where a file would be written in the place of one that was read, or two in the same place.

    `places` are the files by the words that asked for them.
    """
    kept = set(map(os.path.realpath, read)) if places else set()
    taken = set[str]()
    for option, path in places.items():
        place = os.path.realpath(path)
        if place in kept:
            refuse(f"{option}: that file was read for it; name another one")
        if place in taken:
            refuse(f"{option}: another report goes to the same file")
        taken.add(place)


def write(path: Path, text: str) -> None:
    """Write a file as one step; exit 2 with a message where it cannot be written, what stood there before is then left.

    What is no regular file, such as /dev/stdout, is written to as it is.
    """
    _write(path, text.encode("utf-8", "surrogatepass"))
    ledger.wrote(path, text)


def write_bytes(path: Path, content: bytes) -> None:
    """The same for what is no text; a run that writes such a file is not remembered."""
    ledger.spoil()
    _write(path, content)


def _write(path: Path, content: bytes) -> None:
    try:
        whole.write(str(path), content)
    except FileNotFoundError:
        refuse(f"{path}: cannot be written: there is no folder {path.parent}; make it first")
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
