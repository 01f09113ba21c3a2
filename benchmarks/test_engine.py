"""How long the engine takes, from statements to a proved answer; `make bench` runs these alone.

Every answer is proved before it is returned (each statement is put to the witness, each refutation followed step by
step), so the times are those of a verdict and not of a search.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.articles import Article, articles, report
from factcheck.constraint import Statement
from factcheck.solve import System, Undecided, Witness, conflicts, solve
from tests.test_solve_z3 import in_z3, is_linear

COUNT = 200
SORTS: dict[str, Callable[[], list[Article]]] = {
    "plain": lambda: articles(COUNT),
    "vague": lambda: articles(COUNT, vague=True),
    "plain, one slip": lambda: [made.with_slips(1, seed) for seed, made in enumerate(articles(COUNT))],
    "plain, two slips": lambda: [made.with_slips(2, seed) for seed, made in enumerate(articles(COUNT))],
    "vague, one slip": lambda: [made.with_slips(1, seed) for seed, made in enumerate(articles(COUNT, vague=True))],
}


def timed(
    work: Callable[[list[Statement]], object], systems: list[list[Statement]]
) -> tuple[list[object], list[float]]:
    """What the work gives for each system, and how many seconds of the processor it took, whatever else runs beside it."""
    found, seconds = [], []
    for statements in systems:
        start = process_time()
        found.append(work(statements))
        seconds.append(process_time() - start)
    return found, seconds


def figures(seconds: list[float]) -> dict[str, float]:
    """What is told of many times: in milliseconds."""
    ordered = sorted(seconds)
    return {
        "median_ms": round(1000 * median(ordered), 2),
        "p95_ms": round(1000 * ordered[int(0.95 * len(ordered))], 2),
        "max_ms": round(1000 * ordered[-1], 2),
    }


def bounds_of_all(statements: list[Statement]) -> object:
    """The bounds of every quantity that the statements speak of."""
    return System(statements).bounds({quantity: None for one in statements for quantity in one.quantities})


def by_z3(statements: list[Statement]) -> str:
    """The verdict of z3 alone, from the same statements; it proves nothing to anyone else."""
    return str(in_z3(statements).check())


@pytest.mark.parametrize("sort", SORTS)
def test_articles(benchmark: BenchmarkFixture, sort: str) -> None:
    """A verdict on each of two hundred articles; the figures of a single article are in `extra_info`."""
    systems = [made.statements for made in SORTS[sort]()]
    answers, seconds = benchmark.pedantic(timed, (solve, systems), rounds=1, warmup_rounds=1)
    undecided = sum(isinstance(answer, Undecided) for answer in answers)
    benchmark.extra_info |= figures(seconds) | {"undecided": undecided}
    print(f"\n{sort}: {benchmark.extra_info}")  # noqa: T201 - the figures are what it is run for
    assert undecided <= COUNT // 100


@pytest.mark.parametrize("sort", SORTS)
def test_beside_z3(benchmark: BenchmarkFixture, sort: str) -> None:
    """The same verdicts by z3 alone, and how many times as long it took in this run."""
    systems = [made.statements for made in SORTS[sort]() if is_linear(made.statements)]
    ours, own = timed(solve, systems)
    told, seconds = benchmark.pedantic(timed, (by_z3, systems), rounds=1)
    benchmark.extra_info |= figures(seconds) | {"times": round(median(seconds) / median(own), 1)}
    print(f"\nz3 on {sort}: {benchmark.extra_info}")  # noqa: T201 - the figures are what it is run for
    agreed = {"sat": Witness, "unsat": object, "unknown": object}
    assert all(isinstance(answer, agreed[str(verdict)]) for answer, verdict in zip(ours, told, strict=True))


@pytest.mark.parametrize("sort", ["plain", "vague"])
def test_bounds(benchmark: BenchmarkFixture, sort: str) -> None:
    """The least and the greatest value of every quantity of each of forty articles."""
    _, seconds = benchmark.pedantic(timed, (bounds_of_all, [made.statements for made in SORTS[sort]()[:40]]), rounds=1)
    benchmark.extra_info |= figures(seconds)
    print(f"\nbounds, {sort}: {benchmark.extra_info}")  # noqa: T201 - the figures are what it is run for


@pytest.mark.parametrize("sort", ["plain, one slip", "plain, two slips", "vague, one slip"])
def test_all_conflicts(benchmark: BenchmarkFixture, sort: str) -> None:
    """Every conflict of each article, with what would correct it."""
    _, seconds = benchmark.pedantic(timed, (conflicts, [made.statements for made in SORTS[sort]()]), rounds=1)
    benchmark.extra_info |= figures(seconds)
    print(f"\nall conflicts, {sort}: {benchmark.extra_info}")  # noqa: T201 - the figures are what it is run for


@pytest.mark.parametrize("claims", [1_250, 2_500, 5_000])
def test_report_of_many_parts(benchmark: BenchmarkFixture, claims: int) -> None:
    """A long report of parts that have nothing to do with each other: time grows with the number of parts."""
    assert not benchmark.pedantic(conflicts, (report(claims),), rounds=3, warmup_rounds=1).conflicts
