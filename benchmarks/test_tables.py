"""How much work questions to large tables are, beside DuckDB alone with the same query.

Each runs in a process of its own, for the time of all processors and the most memory that it took. ROWS=10000000 tries
more than a million rows. DuckDB alone is asked as a person would ask it: it guesses the types, and hashes nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import NamedTuple

import duckdb
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parents[1]
ROWS = int(os.environ.get("ROWS", "1000000"))
TIMES = 3  # that each is run; the quickest counts
PLATFORMS = ("Facebook", "Instagram", "Snapchat", "WhatsApp", "Twitter", "other")
ALONE = """
import duckdb
before = time.process_time()
told = duckdb.connect().execute({query!r}).fetchall()[0][0]
"""
FACTCHECK = """
from factcheck.data import Asking, Query, Table, fetch
import duckdb
before = time.process_time()
found = fetch({{"t": Table(file={file!r})}}, {{"x": Query(table="t", **{question!r})}}, Asking(Path(".")))
told = found.figures["x"].value.low
"""
PROGRAM = """
import re, time
from pathlib import Path
{asked}
work = time.process_time() - before
print(told, work, int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""
QUESTIONS = {
    "rows": ("count(*)", "", {}),
    "rows of one sort": ("count(*)", " WHERE platform = 'Facebook'", {"where": {"platform": "Facebook"}}),
    "a sum": ("sum(fine)", "", {"sum": "fine"}),
    "a sum of one sort": (
        "sum(fine)",
        " WHERE platform = 'Facebook'",
        {"where": {"platform": "Facebook"}, "sum": "fine"},
    ),
    "rows of an age": ("count(*)", " WHERE age >= 10", {"where": {"age": {"at_least": 10}}}),
    "rows of a month": (
        "count(*)",
        " WHERE \"on\" >= '2018-03-01' AND \"on\" < '2018-04-01'",
        {"where": {"on": {"in": "2018-03"}}},
    ),
    "different values": ("count(DISTINCT region)", "", {"distinct": "region"}),
}


class Spent(NamedTuple):
    """What was found, the seconds that finding it took of all processors together, and the most memory, in MB."""

    found: str
    work: float
    memory: int


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same table as CSV and as Parquet, with the amounts as decimals there."""
    where, draw = tmp_path_factory.mktemp("tables"), Random(1)
    with (where / "cases.csv").open("w", encoding="utf-8") as file:
        file.write("case,platform,region,age,fine,on\n")
        for number in range(ROWS):
            fine = f"{draw.randrange(2_000)}.{draw.randrange(100):02}"
            day = f"2018-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
            region = f"region {draw.randrange(40)}"
            file.write(f"{number},{draw.choice(PLATFORMS)},{region},{draw.randrange(8, 18)},{fine},{day}\n")
    source = f"read_csv('{where / 'cases.csv'}', types = {{'fine': 'DECIMAL(9, 2)'}})"
    duckdb.sql(f"COPY (FROM {source}) TO '{where / 'cases.parquet'}'")
    return where


def spent(asked: str, folder: Path) -> Spent:
    """The quickest of several runs."""
    runs = []
    for _ in range(TIMES):
        command = [sys.executable, "-c", PROGRAM.format(asked=asked)]
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
        done = subprocess.run(  # noqa: S603 - this interpreter
            command, cwd=folder, env=environment, capture_output=True, check=True, text=True
        )
        found, work, memory = done.stdout.split()[-3:]  # DuckDB alone draws a bar before them
        runs.append(Spent(found, float(work), int(memory)))
    return min(runs, key=lambda run: run.work)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_large_table(benchmark: BenchmarkFixture, folder: Path, suffix: str, question: str) -> None:
    asked, where, typed = QUESTIONS[question]
    file = f"cases.{suffix}"
    query = f"SELECT {asked} FROM '{file}'{where}"  # noqa: S608 - from the words above
    alone = spent(ALONE.format(query=query), folder)
    ours = benchmark.pedantic(spent, (FACTCHECK.format(file=file, question=typed), folder), rounds=1)
    figure = f"{ours.work / alone.work:.2f} of the work ({ours.work:.2f} s, {alone.work:.2f} s), {ours.memory} and {alone.memory} MB"
    benchmark.extra_info[f"{question}, {suffix}"] = figure
    print(f"\n{ROWS:,} rows, {suffix}, {question}: {figure}")  # noqa: T201 - the figures are what it is run for
