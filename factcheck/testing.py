"""For the tests of programs that write about numbers: an assertion that says what is wrong."""

from __future__ import annotations

from datetime import date

from factcheck.check import Article
from factcheck.finding import Report
from factcheck.report.full import lines_of


def assert_consistent(article: Article, *, today: date | None = None) -> Report:
    r"""The report on an article with nothing wrong in it; AssertionError that tells every error otherwise.

    >>> from factcheck import Article, Count
    >>> claims = [Count(quantity="cases", printed="956"), Count(quantity="cases", printed="965")]
    >>> assert_consistent(Article(claims=claims[:1])).ok
    True
    >>> try:
    ...     assert_consistent(Article(claims=claims))
    ... except AssertionError as error:
    ...     print(str(error).partition("\n")[0])
    article: error: conflict: Because cases came to 956, it cannot be that cases came to 965.
    """
    __tracebackhide__ = True
    report = article.check(today=today)
    errors = [finding for finding in report.findings if finding.is_error]
    if errors:
        raise AssertionError("\n\n".join("\n".join(lines_of(finding, article.name)) for finding in errors))
    return report
