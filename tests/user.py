"""Who runs the tests: root reads everything, and tests of what may not be read need somebody who does not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Without the rights of the administrator, who can read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def open_folder() -> Iterator[Path]:
    """A working folder into which everybody may look: those of pytest are closed to others, time and again."""
    with TemporaryDirectory() as folder, chdir(folder):
        Path(folder).chmod(0o755)
        yield Path(folder)
