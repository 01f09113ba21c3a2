"""How long the engine takes, from statements to a proved answer; `make bench` runs these alone.

Every answer is proved before it is returned (each statement is put to the witness, each refutation followed step by
step), so the times are those of a verdict and not of a search.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.articles import Article, articles, report
from factcheck.constraint import Statement
from factcheck.solve import Answer, Undecided, conflicts, solve

COUNT = 200
SORTS: dict[str, Callable[[], list[Article]]] = {
    "plain": lambda: articles(COUNT),
    "vague": lambda: articles(COUNT, vague=True),
    "plain, one slip": lambda: [made.with_slips(1, seed) for seed, made in enumerate(articles(COUNT))],
    "plain, two slips": lambda: [made.with_slips(2, seed) for seed, made in enumerate(articles(COUNT))],
    "vague, one slip": lambda: [made.with_slips(1, seed) for seed, made in enumerate(articles(COUNT, vague=True))],
}


def settled(systems: list[list[Statement]]) -> tuple[list[Answer], list[float]]:
    """The answer on each system, and how many seconds it took."""
    answers, seconds = [], []
    for statements in systems:
        start = perf_counter()
        answers.append(solve(statements))
        seconds.append(perf_counter() - start)
    return answers, seconds


@pytest.mark.parametrize("sort", SORTS)
def test_articles(benchmark: BenchmarkFixture, sort: str) -> None:
    """Two hundred articles, one after the other; the figures of a single article are in `extra_info`."""
    systems = [made.statements for made in SORTS[sort]()]
    answers, seconds = benchmark.pedantic(settled, (systems,), rounds=1, warmup_rounds=1)
    seconds.sort()
    benchmark.extra_info |= {
        "median_ms": round(1000 * median(seconds), 2),
        "p95_ms": round(1000 * seconds[int(0.95 * len(seconds))], 2),
        "max_ms": round(1000 * seconds[-1], 2),
        "undecided": sum(isinstance(answer, Undecided) for answer in answers),
    }
    print(f"\n{sort}: {benchmark.extra_info}")  # noqa: T201 - the figures are what it is run for
    assert benchmark.extra_info["undecided"] <= COUNT // 100


@pytest.mark.parametrize("claims", [1_250, 2_500, 5_000])
def test_report_of_many_parts(benchmark: BenchmarkFixture, claims: int) -> None:
    """A long report of parts that have nothing to do with each other: time grows with the number of parts."""
    assert not benchmark.pedantic(conflicts, (report(claims),), rounds=3, warmup_rounds=1).conflicts
