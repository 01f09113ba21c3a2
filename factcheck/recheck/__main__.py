"""The checker as a program of its own: `python -m factcheck.recheck FILE...`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from factcheck.recheck.listing import UNREADABLE, opened, seen, told, worst
from factcheck.recheck.reading import UnreadableError


def main(names: Iterable[str]) -> int:
    """Tell of each certificate whether it is right; the exit code."""
    codes = []
    for path in map(Path, names):
        try:
            code, lines = told(path, opened(path))
        except UnreadableError as error:
            code, lines = UNREADABLE, [str(error)]
        print(*map(seen, lines), sep="\n", file=sys.stderr if code == UNREADABLE else sys.stdout)
        codes.append(code)
    return worst(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
