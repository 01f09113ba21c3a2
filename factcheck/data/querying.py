"""SQL of a claims file, asked in a process of its own that is ended when its time is over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.model import Table

CHILD = "factcheck.data.child"
SPARE = 5  # seconds that starting the process may take


@dataclass(frozen=True, slots=True)
class Shelf:
    """A table that a query may ask: its file, how that is read, and whether a point in a number parts decimals."""

    file: File
    table: Table
    decimals: bool = True

    def written(self, name: str) -> dict[str, Any]:
        """As the process is told of it."""
        told = asdict(self.file)
        options = self.table.model_dump(mode="json", exclude_defaults=True)
        return {**told, "file": told["name"], "name": name, "path": str(self.file.path), "options": options} | {
            "decimals": self.decimals
        }


def answers(shelves: Mapping[str, Shelf], queries: Sequence[str], seconds: int) -> list[dict[str, Any]]:
    """An answer to each query, in order; fewer where one of them came to no end, or where a table cannot be loaded.

    The process sees nothing of the environment but where Python finds its modules. DataError where it cannot be started.
    """
    asked = {
        "seconds": seconds,
        "tables": [shelf.written(name) for name, shelf in shelves.items()],
        "queries": list(queries),
    }
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        process = subprocess.Popen(  # noqa: S603 - this interpreter, with a module of this package
            [sys.executable, "-P", "-m", CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={"PYTHONPATH": paths, "LC_ALL": "C.UTF-8"},
        )
    except OSError as problem:
        raise DataError(f"queries cannot be run: {problem.strerror or problem}") from None
    with process:
        output, error = _told(process, json.dumps(asked).encode("ascii"), seconds + SPARE)
    found = [json.loads(line) for line in output.splitlines()]
    if not found and b"ModuleNotFoundError" in error:
        raise DataError("queries cannot be run: this system cannot bound what they use", "ask by `table` and `where`")
    return found


def _told(process: subprocess.Popen[bytes], asked: bytes, seconds: int) -> tuple[bytes, bytes]:
    """What the process says before its time is over."""
    try:
        return process.communicate(asked, timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()
    except BaseException:
        process.kill()
        raise
