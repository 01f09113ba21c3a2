"""Hand-made faults: each patch in this folder breaks a room on purpose, and the tests of that room must notice.

A patch begins with a line `room: what is broken`; a line `tests: …` after it names other tests than the room's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Fault:
    """A patch that breaks a room; `tests` are the paths that must fail with it."""

    patch: Path
    room: str
    broken: str
    tests: tuple[str, ...]

    @property
    def name(self) -> str:
        """The patch's name without its ending."""
        return self.patch.stem

    @classmethod
    def read(cls, patch: Path) -> Fault:
        """The fault of a patch file; ValueError where it does not say what it breaks."""
        head, _, rest = patch.read_text(encoding="utf-8").partition("\n")
        room, colon, broken = head.partition(": ")
        if not colon or not broken:
            raise ValueError(f"{patch.name}: the first line is `room: what is broken`, not {head!r}")
        second = rest.partition("\n")[0]
        mirrors = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "tests").glob(f"test_{room}*.py"))]
        named = second.removeprefix("tests: ").split() if second.startswith("tests: ") else mirrors
        return cls(patch, room, broken, tuple(named))


FAULTS = tuple(Fault.read(patch) for patch in sorted(FOLDER.glob("*.patch")))


def copy_of_the_tree(folder: Path) -> Path:
    """A copy of what the tests need, in a folder that is made for it."""
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("factcheck", "tests", "claims", "benchmarks"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def apply(fault: Fault, folder: Path, *, check: bool = False) -> subprocess.CompletedProcess[str]:
    """Applies the patch to a copy, exactly as it was written; with `check`, only says whether it would apply."""
    command = ["git", "apply", *(["--check"] if check else []), str(fault.patch)]
    environment = os.environ | {"GIT_CEILING_DIRECTORIES": str(folder.parent)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def run_tests(fault: Fault, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the tests of a fault in a copy, up to the first failure."""
    quick = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:benchmark", "-p", "no:xdist", "-p", "no:cov"]
    command = [sys.executable, "-m", "pytest", *quick, *fault.tests]
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
