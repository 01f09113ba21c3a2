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
        done = subprocess.run(  # noqa: S603 - this interpreter, with a module of this package
            [sys.executable, "-P", "-m", CHILD],
            input=json.dumps(asked).encode("ascii"),
            capture_output=True,
            timeout=seconds + SPARE,
            env={"PYTHONPATH": paths, "LC_ALL": "C.UTF-8"},
            check=False,
        )
        output, error = done.stdout, done.stderr
    except subprocess.TimeoutExpired as late:
        output, error = late.stdout or b"", b""
    except OSError as problem:
        raise DataError(f"queries cannot be run: {problem.strerror or problem}") from None
    found = [json.loads(line) for line in output.splitlines()]
    if not found and b"ModuleNotFoundError" in error:
        raise DataError("queries cannot be run: this system cannot bound what they use", "ask by `table` and `where`")
    return found
