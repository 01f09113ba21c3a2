"""Hypothesis strategies that draw articles with a known truth, for tests of programs that check or write such articles.

Needs the package hypothesis, which factcheck itself does not install.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from factcheck.check import Article
from factcheck.rounding import ONE, Rounding, decimal, rounded

MOST = 100_000
PARTS = ("north", "south", "east", "west", "centre")


@dataclass(frozen=True, slots=True)
class Truth:
    """An article, and counts that make every claim in it true, by the names of its quantities."""

    article: Article
    counts: Mapping[str, int]


@st.composite
def true_articles(draw: st.DrawFn, *, most_parts: int = 4) -> Truth:
    """Articles about a whole and its parts whose claims are all true of the counts that come with them.

    `most_parts` is the greatest number of parts, from 1 to 5. Each article has two to eight claims, and may leave out any
    count, so that some have to be worked out from shares.
    """
    names = PARTS[: draw(st.integers(1, most_parts))]
    counts = {name: draw(st.integers(0, MOST)) for name in names}
    counts["all"] = sum(counts.values()) + draw(st.integers(1, MOST))
    claims = draw(st.lists(_claims(counts), min_size=2, max_size=8))
    quantities: dict[str, Any] = {"all": {"some_of": list(names)}, **{name: {} for name in names}}
    return Truth(Article(quantities=quantities, claims=claims), counts)


@st.composite
def corrupted_articles(draw: st.DrawFn, *, most_parts: int = 4) -> tuple[Truth, str]:
    """True articles with one printed count that is not the true one, and the id of its claim.

    Whether that shows depends on what the other claims say: not every corrupted article contradicts itself.
    """
    truth = draw(true_articles(most_parts=most_parts))
    name = draw(st.sampled_from(sorted(truth.counts)))
    wrong = draw(st.integers(0, 2 * MOST).filter(lambda count: count != truth.counts[name]))
    claim = {"id": "corrupted", "kind": "count", "quantity": name, "printed": f"{wrong:,}"}
    claims = [*truth.article.claims, claim]
    article = Article(quantities=truth.article.quantities, claims=claims)
    return Truth(article, truth.counts), "corrupted"


def _claims(counts: Mapping[str, int]) -> st.SearchStrategy[dict[str, Any]]:
    """True claims about counts."""
    makers: tuple[Callable[[Mapping[str, int]], st.SearchStrategy[dict[str, Any]]], ...] = (
        _count,
        _share,
        _difference,
        _bound,
    )
    return st.one_of([maker(counts) for maker in makers])


def _count(counts: Mapping[str, int]) -> st.SearchStrategy[dict[str, Any]]:
    """An exact count."""
    names = st.sampled_from(sorted(counts))
    return names.map(lambda name: {"kind": "count", "quantity": name, "printed": f"{counts[name]:,}"})


def _share(counts: Mapping[str, int]) -> st.SearchStrategy[dict[str, Any]]:
    """A part's percentage of the whole, with up to two decimals; a tie goes either way."""

    def share(part: str, places: int, last: int) -> dict[str, Any]:
        percent = Fraction(100 * counts[part], counts["all"])
        printed = rounded(percent, ONE / 10**places, Rounding.NEAREST)[-last]
        return {"kind": "share", "part": part, "whole": "all", "printed": f"{decimal(printed, places)}%"}

    parts = st.sampled_from(sorted(set(counts) - {"all"}))
    return st.builds(share, parts, st.integers(0, 2), st.integers(0, 1))


def _difference(counts: Mapping[str, int]) -> st.SearchStrategy[dict[str, Any]]:
    """How much one count is more than another."""

    def difference(pair: tuple[str, str]) -> dict[str, Any]:
        less, more = sorted(pair, key=lambda name: counts[name])
        return {"kind": "difference", "more": more, "less": less, "printed": f"{counts[more] - counts[less]:,}"}

    names = st.sampled_from(sorted(counts))
    return st.tuples(names, names).filter(lambda pair: pair[0] != pair[1]).map(difference)


def _bound(counts: Mapping[str, int]) -> st.SearchStrategy[dict[str, Any]]:
    """That a count is more than some number."""

    def bound(name: str, below: int) -> dict[str, Any]:
        return {"kind": "bound", "quantity": name, "side": "at least", "than": f"{max(counts[name] - below, 0):,}"}

    return st.builds(bound, st.sampled_from(sorted(counts)), st.integers(0, 1_000))
