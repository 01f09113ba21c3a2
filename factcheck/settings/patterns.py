"""Patterns of paths, from the folder of the configuration file."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path


def matches(pattern: str, file: str, folder: Path) -> bool:
    """Whether a pattern is for a file, or for a folder that the file is in; both are below the folder given.

    `*`, `?` and `[…]` stand for characters within a name, `**` for any folders. A pattern without a slash is for names at
    any depth.

    >>> here = Path().resolve()
    >>> matches("claims/*.yaml", "claims/a.yaml", here), matches("old", "claims/old/a.yaml", here)
    (True, True)
    >>> matches("*.yaml", "claims/a.yaml", here), matches("/*.yaml", "claims/a.yaml", here)
    (True, False)
    """
    path, root = Path(file), folder.resolve()
    path = path.parent.resolve() / path.name
    if not path.is_relative_to(root):
        return False
    steps = tuple(step for step in pattern.split("/") if step)
    wanted = steps if "/" in pattern.rstrip("/") else ("**", *steps)
    names = path.relative_to(root).parts
    return any(_fits(wanted, names[:length]) for length in range(1, len(names) + 1))


def _fits(wanted: Sequence[str], names: Sequence[str]) -> bool:
    """Whether every name is what is wanted in its place."""
    if not wanted:
        return not names
    if wanted[0] == "**":
        return any(_fits(wanted[1:], names[start:]) for start in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], wanted[0]) and _fits(wanted[1:], names[1:])
