"""The command line: words, exit codes, and nothing that decides; a file a command."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper

from factcheck.cli import bounds, draft, guards, init, pages, recheck, scan, verify, why  # noqa: F401 - they add themselves
from factcheck.cli.common import Exit, say
from factcheck.cli.root import app

__all__ = ["Exit", "app", "main"]


def main() -> None:
    """Run the command, and end the process with its exit code."""
    _open_streams()
    try:
        app(prog_name="factcheck")
    except OSError as error:  # those of the files that it reads and writes are told where they happen
        with suppress(OSError):
            say(f"the output cannot be written: {error.strerror or error}")
        _drop_output()
        sys.exit(Exit.UNUSABLE)


def _open_streams() -> None:
    """Let every character through, written as its number where the encoding lacks it; a closed stream is no error."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Forget what could not be written, or Python tries once more when it ends and complains."""
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            os.dup2(null, stream.fileno())
