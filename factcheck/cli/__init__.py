"""The command line: words, exit codes, and nothing that decides; a file a command."""

from __future__ import annotations

from factcheck.cli.common import Exit
from factcheck.cli.root import app

__all__ = ["Exit", "app", "main"]


def main() -> None:
    """Run the command, and end the process with its exit code."""
    app(prog_name="factcheck")
