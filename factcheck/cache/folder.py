"""The folder `.factcheck_cache`: entries that are written whole or not at all, and are read only where they are whole."""

from __future__ import annotations

import json
import os
from hashlib import sha256

from factcheck.cache import whole

FOLDER = ".factcheck_cache"  # in the working folder
MARKS = {  # what tells version control and backups that they may pass the folder over
    ".gitignore": "# Made by factcheck.\n*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Made by factcheck; it may be removed at any time.\n",
}

TYPE_CHECKING = False  # that of `typing`, which takes longer to load than all of this
if TYPE_CHECKING:
    from typing import Any


def load(sort: str, name: str) -> dict[str, Any] | None:
    """The entry of a sort under a name; None where there is none, or one that is not whole."""
    try:
        with open(os.path.join(FOLDER, sort, name), "rb", buffering=0) as file:
            digest, _, content = file.read().partition(b"\n")
        if digest != _digest(content):
            return None
        entry = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def save(sort: str, name: str, entry: dict[str, Any]) -> None:
    """Keep an entry; nothing where the folder cannot be written."""
    content = json.dumps(entry).encode("ascii")
    folder = os.path.join(FOLDER, sort)
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder, exist_ok=True)
            for mark, text in MARKS.items():
                whole.write(os.path.join(FOLDER, mark), text.encode("ascii"))
        whole.write(os.path.join(folder, name), _digest(content) + b"\n" + content)
    except OSError:
        return


def thin(sort: str, most: int) -> None:
    """Remove the oldest entries of a sort above a number, and with them what a killed run left half written."""
    try:
        with os.scandir(os.path.join(FOLDER, sort)) as entries:
            names = [entry.path for entry in entries]
    except OSError:
        return
    if len(names) > most:
        for path in sorted(names, key=_age)[: len(names) - most]:
            whole.remove(path)


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode("ascii")


def _age(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
