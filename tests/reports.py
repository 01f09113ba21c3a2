"""Reports that tests of several formats share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from factcheck import Article, Count, Options, Report, Share
from factcheck.check import check
from factcheck.finding import ArticleReport, ClaimResult, Finding, Implied, Mending, Passage, Place, Verdict, Waived
from factcheck.rules import CONFLICT

TODAY = date(2026, 1, 31)
HOSTILE = "[red]not markup[/red] \x1b[31mescape\x07 \u202egnp.exe\u2066 \u2028 :smile: \x9b2J"


def conflicting() -> Report:
    """One conflict, one pass and one waived finding, at places."""
    waiver = {"rule": "excess-digits", "reason": "as in the source", "by": "Ann", "until": "2026-12-31"}
    claims = [
        Count(quantity="known", printed="956", quote="In 956 cases"),
        Count(quantity="known", printed="965"),
        Count(quantity="few", printed="23"),
        Share(part="a", whole="few", printed="34.78%", waive=[waiver]),
    ]
    article = Article(claims=claims)
    places = {claim.id: Place("claims/a.yaml", 3 + 4 * at, 5) for at, claim in enumerate(article.claims)}
    return Report((check(article.placed("claims/a.yaml", places), Options(today=TODAY)),), TODAY)


def report_of(words: str) -> Report:
    """A report in which every text is the one given."""
    mending = Mending(words, words, words, words)
    passage = Passage(words, words, 2, 5)
    finding = Finding(CONFLICT, words, (words,), Place(words, 1, 2), (passage,), (words,), (mending,), words)
    return Report(
        (
            ArticleReport(
                words,
                (ClaimResult(words, "count", Verdict.CONFLICT, words, words, words, words, words, Place(words)),),
                (replace(finding, severity=CONFLICT.severity), finding),
                (Implied(words, words, Fraction(1, 3), None, proved=False, words=words, note=words),),
                (Waived(finding, words, words, words, TODAY),),
                words,
                words,
            ),
        )
    )
