"""The front door: `factcheck` and `python -m factcheck` come in here."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command, and end the process with its exit code."""
    try:
        from factcheck.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
