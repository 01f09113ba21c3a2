"""Check the numbers of an article against each other, exactly.

>>> from factcheck import Article, Count, Share
>>> article = Article(claims=[
...     Count(quantity="cases", printed="956"),
...     Share(part="facebook", whole="cases", printed="32.6%"),
... ])
>>> report = article.check()
>>> report.ok, report["share-facebook-cases"].possible
(True, '312 of 956; 311 would print 32.5%, 313 would print 32.7%')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.check import Article, Options
    from factcheck.claim import Claim
    from factcheck.claimfile import ClaimFileError, load, loads
    from factcheck.finding import ArticleReport, ClaimResult, Finding, Report, Verdict
    from factcheck.kinds.average import Average
    from factcheck.kinds.bound import Bound
    from factcheck.kinds.change import Change
    from factcheck.kinds.count import Count
    from factcheck.kinds.difference import Difference
    from factcheck.kinds.extreme import Extreme
    from factcheck.kinds.mean import Mean
    from factcheck.kinds.period import Period
    from factcheck.kinds.points import Points
    from factcheck.kinds.product import Product
    from factcheck.kinds.rank import Rank
    from factcheck.kinds.rate import Rate
    from factcheck.kinds.ratio import Ratio
    from factcheck.kinds.same import Same
    from factcheck.kinds.share import Share
    from factcheck.kinds.total import Total
    from factcheck.numeral import Numeral
    from factcheck.testing import assert_consistent

_ROOMS = {
    "Article": "check",
    "Options": "check",
    "Claim": "claim",
    "ClaimFileError": "claimfile",
    "load": "claimfile",
    "loads": "claimfile",
    "ArticleReport": "finding",
    "ClaimResult": "finding",
    "Finding": "finding",
    "Report": "finding",
    "Verdict": "finding",
    "Average": "kinds.average",
    "Bound": "kinds.bound",
    "Change": "kinds.change",
    "Count": "kinds.count",
    "Difference": "kinds.difference",
    "Extreme": "kinds.extreme",
    "Mean": "kinds.mean",
    "Period": "kinds.period",
    "Points": "kinds.points",
    "Product": "kinds.product",
    "Rank": "kinds.rank",
    "Rate": "kinds.rate",
    "Ratio": "kinds.ratio",
    "Same": "kinds.same",
    "Share": "kinds.share",
    "Total": "kinds.total",
    "assert_consistent": "testing",
    "Numeral": "numeral",
}

__all__ = [
    "Article",
    "ArticleReport",
    "Average",
    "Bound",
    "Change",
    "Claim",
    "ClaimFileError",
    "ClaimResult",
    "Count",
    "Difference",
    "Extreme",
    "Finding",
    "Mean",
    "Numeral",
    "Options",
    "Period",
    "Points",
    "Product",
    "Rank",
    "Rate",
    "Ratio",
    "Report",
    "Same",
    "Share",
    "Total",
    "Verdict",
    "assert_consistent",
    "load",
    "loads",
]


def __getattr__(name: str) -> object:
    """Each name is imported when it is used, so that `import factcheck` loads nothing heavy."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
