"""An article that can be checked."""

from __future__ import annotations

from datetime import date

from factcheck.article import Document
from factcheck.check.claimset import ClaimsError, ClaimSet
from factcheck.check.guards import Measures
from factcheck.check.options import Options
from factcheck.check.parts import Ignored
from factcheck.check.verdicts import check
from factcheck.finding import Report

__all__ = ["Article", "ClaimsError", "Ignored"]


class Article(ClaimSet):
    """The claims of one article about its quantities, to be checked together.

    Raises ClaimsError (a ValueError) where the claims make no sense together.

    >>> from factcheck.kinds.share import Share
    >>> from factcheck.kinds.count import Count
    >>> article = Article(
    ...     quantities=["facebook", "platform_known"],
    ...     claims=[
    ...         Count(quantity="platform_known", printed="956"),
    ...         Share(part="facebook", whole="platform_known", printed="32.6%"),
    ...     ],
    ... )
    >>> article.check().ok
    True
    """

    def check(
        self, *, today: date | None = None, document: Document | None = None, guards: Measures | None = None
    ) -> Report:
        """Whether every claim can be true, alone and together with all others; waivers expire by the day of `today`.

        With the text of the article as `document`, also whether every quote stands in it; by default it is the one
        that the article was loaded with, if any. How well each number is guarded is worked out where `guards` says how
        far to go. Data that were not read yet are looked for from the working folder on; what `factcheck.load` gives has
        them already.
        """
        options = Options(today=today, guards=guards or Measures(effort=0))
        return Report((check(self.fetched(), options, document),), today)
