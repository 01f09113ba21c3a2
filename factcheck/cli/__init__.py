"""The command line: words, exit codes, and nothing that decides; a file a command."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from factcheck.cli import bounds, draft, guards, init, pages, recheck, scan, verify, why  # noqa: F401 - they add themselves
from factcheck.cli.common import Exit
from factcheck.cli.root import app

__all__ = ["Exit", "app", "main"]


def main() -> None:
    """Run the command; the entry point of `factcheck`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # where a character is lacking, the others still come through
    app(prog_name="factcheck")
