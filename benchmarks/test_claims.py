"""How long a whole check of an article takes, part by part, from claims to findings; `make bench` runs these too."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.claims import articles_of_claims, report_of_claims
from benchmarks.test_engine import figures, timed
from factcheck.check import Article, Options, check, settle
from factcheck.check.guards import Measures, weigh
from factcheck.constraint import quantities
from factcheck.finding import Place
from factcheck.solve import Budget, Witness, components

COUNT = 100
PLAIN = Options(guards=Measures(effort=0))
SORTS = {
    "plain": {"vague": False, "slip": False},
    "vague": {"vague": True, "slip": False},
    "plain, one slip": {"vague": False, "slip": True},
    "vague, one slip": {"vague": True, "slip": True},
}


@cache
def drawn(sort: str) -> list[Article]:
    """The articles of a sort."""
    return articles_of_claims(COUNT, **SORTS[sort])


def outcomes(article: Article) -> list[settle.Outcome]:
    """The verdict on each component: the conflicts, and what holds without them."""
    statements = [*article.facts, *(settle.statement_of(claim, article.setting) for claim in article.claims)]
    return [settle.settle(part, article.setting, Budget()) for part in components(statements)]


def bounds(found: list[settle.Outcome]) -> None:
    """The least and the greatest value of every quantity of the components that hold."""
    for one in found:
        if isinstance(one.answer, Witness):
            one.system.bounds(quantities(one.rest), {statement.name for statement in one.rest})


def guards(found: list[settle.Outcome]) -> None:
    """How many other numbers would have been caught, for each printed number."""
    names = [claim for one in found for claim in one.setting.claims]
    weigh(found, Measures(), Budget(), dict.fromkeys(names, Place("")))


PARTS: dict[str, Callable[[list[settle.Outcome]], None]] = {"bounds": bounds, "guards": guards}


@pytest.mark.parametrize("sort", SORTS)
def test_findings(benchmark: BenchmarkFixture, sort: str) -> None:
    """All that is told of an article but for its guards: conflicts, what would fit, likely slips, what is implied."""
    found, seconds = benchmark.pedantic(timed, (lambda article: check(article, PLAIN), drawn(sort)), rounds=1)
    wrong = sum(any(finding.is_error for finding in report.findings) for report in found)
    benchmark.extra_info |= figures(seconds) | {"wrong": wrong}
    print(f"\nfindings, {sort}: {benchmark.extra_info}")  # noqa: T201 - the figures are what it is run for
    assert SORTS[sort]["slip"] or not wrong


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("sort", ["plain", "vague"])
def test_part(benchmark: BenchmarkFixture, sort: str, part: str) -> None:
    """One part of the check of articles that hold, once the verdict is known."""
    ready = [outcomes(article) for article in drawn(sort)]
    _, seconds = benchmark.pedantic(timed, (PARTS[part], ready), rounds=1)
    benchmark.extra_info |= figures(seconds)
    print(f"\n{part}, {sort}: {benchmark.extra_info}")  # noqa: T201 - the figures are what it is run for


def test_report(benchmark: BenchmarkFixture) -> None:
    """The verdicts on a report of 5,000 claims in many small parts, with every conflict."""
    article = report_of_claims(5_000)
    found = benchmark.pedantic(outcomes, (article,), rounds=1, warmup_rounds=1)
    assert not any(one.conflicts for one in found)


def test_whole_report(benchmark: BenchmarkFixture) -> None:
    """All that `verify` tells of a report of 1,000 claims but for its guards: most of it is what is left possible."""
    article = report_of_claims(1_000)
    found = benchmark.pedantic(check, (article, PLAIN), rounds=1)
    assert not any(finding.is_error for finding in found.findings)
