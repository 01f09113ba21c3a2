"""For the tests of programs that write about numbers: an assertion that says what is wrong."""

from __future__ import annotations

from datetime import date

from factcheck.check import Article
from factcheck.finding import Report
from factcheck.report.full import lines_of


def assert_consistent(article: Article, *, today: date | None = None) -> Report:
    """The report on an article with nothing wrong in it; AssertionError that tells every error otherwise.

    >>> from factcheck import Article, Count
    >>> claims = [Count(quantity="cases", printed="956"), Count(quantity="cases", printed="965")]
    >>> assert_consistent(Article(claims=claims[:1])).ok
    True
    >>> assert_consistent(Article(claims=claims))
    Traceback (most recent call last):
    ...
    AssertionError: article: error: conflict: Because cases came to 956, it cannot be that cases came to 965.
        count-cases: printed 956 – possible: 965 – difference: 9
        count-cases-2: printed 965 – possible: 956 – difference: 9
      At least one of these numbers has to change; if one does, the others may stand.
    """
    __tracebackhide__ = True
    report = article.check(today=today)
    errors = [finding for finding in report.findings if finding.is_error]
    if errors:
        raise AssertionError("\n\n".join("\n".join(lines_of(finding, article.name)) for finding in errors))
    return report
