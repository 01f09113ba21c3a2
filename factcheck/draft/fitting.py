"""Whether claims that are drafted can be true."""

from __future__ import annotations

from factcheck.check import Article, Measures, Options, check
from factcheck.scan.obvious import holds_as_printed


def fits(article: Article) -> bool:
    """Whether nothing of severity error is found on its claims; how well they guard each other is not looked at."""
    if holds_as_printed(article):
        return True
    return not any(finding.is_error for finding in check(article, Options(guards=Measures(effort=0))).findings)
