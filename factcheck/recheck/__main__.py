"""The checker as a program of its own: `python -m factcheck.recheck FILE...`."""

from __future__ import annotations

import sys
from pathlib import Path

from factcheck.recheck.listing import rechecked

if __name__ == "__main__":
    runs = [rechecked(name) for name in sys.argv[1:]]
