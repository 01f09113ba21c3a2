"""How long the whole command takes: one article and 20,000 claims files, first and from the cache.

Each figure is a ratio to something that was measured in the same run: Python doing nothing, the libraries that the
command stands on, and `ruff check` on as many small Python files, before and after. FILES=2000 tries fewer.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter
from typing import NamedTuple

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parents[1]
FILES = int(os.environ.get("FILES", "20000"))
BY_FOLDER = 100
TIMES = 8  # that a short command is run; the quickest counts
FACTCHECK = (sys.executable, "-m", "factcheck", "verify")
RUFF = (sys.executable, "-m", "ruff", "check", "--isolated", "--select", "E,F")
IMPORT = "import pydantic, typer, rich"
USE = """
import rich.console, typer, yaml
from pydantic import BaseModel
class Claim(BaseModel):
    number: int
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def check(number: int = 1) -> None:
    Claim.model_validate(yaml.safe_load("number: 5"))
app()
"""  # `import pydantic` alone loads next to nothing of it
CLAIMS = """claims:
  - {{kind: count, quantity: cases, printed: "{whole}"}}
  - {{kind: count, quantity: facebook, printed: "{part}"}}
  - {{kind: share, part: facebook, whole: cases, printed: "{share}"}}
"""
PROGRAM = """CASES = {whole}
FACEBOOK = {part}
SHARE = "{share}"
"""


class Spent(NamedTuple):
    """Seconds that a command took: by the clock, and of all processors together."""

    clock: float
    work: float

    def times(self, other: Spent) -> str:
        """How many times the other this is, by both."""
        return f"{self.clock / other.clock:.2f} by the clock, {self.work / other.work:.2f} of work"


def spent(command: Sequence[str], folder: Path, code: int = 0) -> Spent:
    """What a command took, which must end with that exit code."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    before, start = getrusage(RUSAGE_CHILDREN), perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603
    clock, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    assert done.returncode == code, done.stderr.decode()[-1000:]
    return Spent(clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def quickest(command: Sequence[str], folder: Path) -> Spent:
    """The least that a command took of several times."""
    every = [spent(command, folder) for _ in range(TIMES)]
    return Spent(min(one.clock for one in every), min(one.work for one in every))


def write(folder: Path, name: str, text: str, number: int) -> None:
    """So many small files from a seed, a hundred a folder."""
    draw = Random(1)
    for index in range(number):
        place = folder / f"{index // BY_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        whole = draw.randint(200, 2_000)
        part = draw.randint(20, whole)
        share = _share(part, whole)
        (place / name.format(index)).write_text(text.format(whole=whole, part=part, share=share), encoding="utf-8")


def _share(part: int, whole: int) -> str:
    """As a newspaper prints it, rounded half up to tenths of a per cent."""
    tenths = (2_000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%"


def told(benchmark: BenchmarkFixture, figures: dict[str, str]) -> None:
    benchmark.extra_info |= figures
    for name, figure in figures.items():
        print(f"\n{name}: {figure}")  # noqa: T201 - the figures are what it is run for


def test_one_article(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The start of Python, of the libraries and of the command, with a claims file of three claims."""
    write(tmp_path, "{}.yaml", CLAIMS, 1)
    nothing = quickest((sys.executable, "-c", "pass"), tmp_path)
    imported = quickest((sys.executable, "-c", IMPORT), tmp_path)
    used = quickest((sys.executable, "-c", USE), tmp_path)
    afresh = quickest((*FACTCHECK, ".", "--no-cache"), tmp_path)
    spent((*FACTCHECK, "."), tmp_path)
    cached = benchmark.pedantic(quickest, ((*FACTCHECK, "."), tmp_path), rounds=1)
    version = quickest((sys.executable, "-m", "factcheck", "--version"), tmp_path)
    told(
        benchmark,
        {
            "python -c pass": f"{1000 * nothing.work:.0f} ms",
            "from the cache / python -c pass": cached.times(nothing),
            "--version / python -c pass": version.times(nothing),
            "afresh": f"{1000 * afresh.work:.0f} ms",
            f"afresh / {IMPORT}": afresh.times(imported),
            "afresh / a model, a command and a file of these libraries": afresh.times(used),
        },
    )


def test_many_files(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A first run, one in which nothing has changed, and one in which a single file has; ruff on as many files."""
    claims, programs = tmp_path / "claims", tmp_path / "programs"
    write(claims / "claims", "{}.yaml", CLAIMS, FILES)
    write(programs, "m{}.py", PROGRAM, FILES)
    load = [os.getloadavg()[0]]
    before = spent((*RUFF, "."), programs)
    first = benchmark.pedantic(spent, (FACTCHECK, claims), rounds=1)
    ruff = min(before, spent((*RUFF, "--no-cache", "."), programs))
    pairs = [(spent(FACTCHECK, claims), spent((*RUFF, "."), programs)) for _ in range(3)]
    again, ruff_again = (min(each) for each in zip(*pairs, strict=True))
    load.append(os.getloadavg()[0])
    with next(claims.glob("claims/0000/*.yaml")).open("a", encoding="utf-8") as stream:
        stream.write("# another\n")
    changed = spent(FACTCHECK, claims)
    told(
        benchmark,
        {
            "processes that wanted a processor, before and after": " and ".join(f"{one:.1f}" for one in load),
            f"ruff, {FILES:,} files": f"{ruff.clock:.2f} s, again {ruff_again.clock:.2f} s",
            "first run": f"{first.clock:.1f} s; {1000 * first.work / FILES:.1f} ms of work for each file",
            "first run / ruff": first.times(ruff),
            "nothing changed": f"{again.clock:.2f} s",
            "nothing changed / ruff again": again.times(ruff_again),
            "one file changed": f"{changed.clock:.1f} s",
            "one file changed / first run": changed.times(first),
        },
    )


@pytest.mark.parametrize("number", [20, 80])
def test_when_processes_pay(benchmark: BenchmarkFixture, tmp_path: Path, number: int) -> None:
    """Few files in one process and in as many as there are processors."""
    write(tmp_path, "{}.yaml", CLAIMS, number)
    program = "from factcheck.batch import sharing; from factcheck.cli import main; sharing.ENOUGH = {}; main()"
    words = ("verify", ".", "--no-cache")
    one = quickest((sys.executable, "-c", program.format(10**9), *words), tmp_path)
    several = benchmark.pedantic(quickest, ((sys.executable, "-c", program.format(4), *words), tmp_path), rounds=1)
    told(benchmark, {f"{number} files, several processes / one": several.times(one)})
