"""How fast printed numbers are read, in megabytes of text a second on one core; `make bench` runs these too.

Three texts: the shipped article, which has a number in every thirteen words, the same with ten plain paragraphs between
any two of its own, and short articles that the newsroom of the tests makes up, no two alike, which have one in every six words.
quantulum3 reads the first beside it where it is installed.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from factcheck.article import parse
from factcheck.scan import scan
from factcheck.text import find
from tests.newsroom.writer import WRITERS, article

ARTICLE = (Path(__file__).parents[1] / "claims" / "nspcc-grooming" / "article.md").read_text(encoding="utf-8")
PLAIN = """
The council met behind closed doors for most of the afternoon, and those who came out said little. A spokesman for the
mayor promised that the plans would be shown to residents before the summer, but would not say where or by whom.

Shopkeepers along the high street have heard such promises before. They remember the consultation on parking, which went
the way of the library, and the market that was to come back once the drains were mended. "We will believe it when we
see it," said the owner of the bakery, whose windows look onto the square.
"""
DENSE = 100 * f"{ARTICLE}\n\n"
ORDINARY = 10 * "\n\n".join(5 * PLAIN + paragraph for paragraph in ARTICLE.split("\n\n"))
NEWSROOM = [article(writer, Random(f"{writer} {number}")).text for writer in WRITERS for number in range(50)]
TEXTS = {"dense": [DENSE], "ordinary": [ORDINARY], "newsroom": NEWSROOM}
MEGABYTE = 10**6
LONG_LINE = "It rose to 1,628 cases, up 12 per cent. " * (10 * MEGABYTE // 40)
each_text = pytest.mark.parametrize("name", TEXTS)


def speed(benchmark: BenchmarkFixture, texts: list[str], read: Callable[[str], object], rounds: int = 3) -> None:
    """Time the reading of some texts and print megabytes a second."""
    benchmark.pedantic(lambda: [read(text) for text in texts], rounds=rounds, warmup_rounds=1 if rounds > 1 else 0)
    benchmark.extra_info["MB/s"] = round(sum(map(len, texts)) / MEGABYTE / benchmark.stats["median"], 3)
    print(f"\n{benchmark.name}: {benchmark.extra_info}")  # noqa: T201 - the figures are what it is run for


@each_text
def test_find(benchmark: BenchmarkFixture, name: str) -> None:
    """Every numeral of a text."""
    speed(benchmark, TEXTS[name], lambda text: sum(1 for _ in find(text)))


@each_text
def test_scan(benchmark: BenchmarkFixture, name: str) -> None:
    """A text read as Markdown, its numerals found, and every relation between them checked."""
    speed(benchmark, TEXTS[name], lambda text: scan(parse(text, "markdown")), rounds=1)


def test_find_in_one_long_line(benchmark: BenchmarkFixture) -> None:
    """Ten megabytes without a line break."""
    speed(benchmark, [LONG_LINE], lambda text: sum(1 for _ in find(text)), rounds=1)


def test_quantulum3(benchmark: BenchmarkFixture) -> None:
    """What another reader takes for the article itself."""
    try:
        quantulum = import_module("quantulum3.parser")
    except ImportError:
        pytest.skip("quantulum3 is not installed: pip install quantulum3")
    speed(benchmark, [ARTICLE], quantulum.parse)
