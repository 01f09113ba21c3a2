"""What is installed elsewhere: the wheel, and the locked requirements."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("requirements.lock", "requirements-test.lock")
PINNED = re.compile(r"^([a-z0-9-]+)==([\w.]+)((?: --hash=sha256:[0-9a-f]{64})+)$")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel, built from a copy without any network."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT / "factcheck", folder / "factcheck", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    quick = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *quick, "--wheel-dir", "made", "."], cwd=folder, check=True)
    (made,) = (folder / "made").iterdir()
    return ZipFile(made)


def test_the_wheel_holds_the_package_whole_and_nothing_else(wheel: ZipFile) -> None:
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "factcheck").rglob("*.py")}
    starter = {path.relative_to(ROOT).as_posix() for path in (ROOT / "factcheck" / "starter" / "files").iterdir()}
    assert held == sources | starter | {"factcheck/py.typed", "factcheck/report/html/page.css"}


def test_the_wheel_names_its_command_its_licence_and_its_needs(wheel: ZipFile) -> None:
    info = {Path(name).name: name for name in wheel.namelist() if ".dist-info/" in name}
    assert "factcheck = factcheck.__main__:main" in wheel.read(info["entry_points.txt"]).decode()
    assert wheel.read(info["LICENSE"]).decode() == (ROOT / "LICENSE").read_text(encoding="utf-8")
    told = Parser().parsestr(wheel.read(info["METADATA"]).decode())
    assert told["Name"] == "factcheck-claims"
    assert told["License-Expression"] == "MIT"
    assert told["Requires-Python"] == ">=3.11"
    assert {line for line in told.get_all("Requires-Dist", []) if "extra" not in line} == set(PROJECT["dependencies"])


def pinned(lock: str) -> dict[str, str]:
    """The versions of a lock by name; AssertionError for a line that is not a name, a version and hashes."""
    joined = (ROOT / lock).read_text(encoding="utf-8").replace(" \\\n   ", "")
    lines = [line for line in joined.splitlines() if line and not line.startswith("#")]
    found = [PINNED.match(line) for line in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if not match]
    return {match[1]: match[2] for match in found if match}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_versions_and_hashes_and_no_address(lock: str) -> None:
    assert pinned(lock)
    assert not re.search(r"https?:|file:|--(extra-)?index|--find-links|/", (ROOT / lock).read_text(encoding="utf-8"))


def test_both_locks_agree_and_hold_everything_that_is_asked_for() -> None:
    runtime, test = (pinned(lock) for lock in LOCKS)
    assert runtime.items() <= test.items()
    asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["data"]]  # `make demo` looks at data
    assert {re.split(r"[<>=!~\[; ]", needed)[0].lower() for needed in asked} <= set(runtime)
    extra = {re.split(r"[<>=!~\[; ]", needed)[0].lower() for needed in PROJECT["optional-dependencies"]["test"]}
    assert extra <= set(test)
    assert "setuptools" in runtime  # what builds the package, without a download of its own
