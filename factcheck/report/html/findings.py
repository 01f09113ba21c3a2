"""What was found, as sentences: what is wrong first, and further down what is worth knowing."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factcheck.finding import ArticleReport, Finding
from factcheck.report.html.elements import element, items, link, name_of
from factcheck.why import steps


def wrong(article: ArticleReport, at: str) -> Iterator[Element | None]:
    """The findings for which the run fails."""
    yield from (_finding(finding, article, at) for finding in article.findings if finding.is_error)


def beside(article: ArticleReport, at: str) -> Iterator[Element | None]:
    """Warnings, notes, what waivers silenced, and what the baseline knows."""
    yield from (_finding(finding, article, at) for finding in article.findings if not finding.is_error)
    yield items(str(waived) for waived in article.waived)
    yield items(f"known: {finding.rule.name}: {finding.message}" for finding in article.known)


def _finding(finding: Finding, article: ArticleReport, at: str) -> Element:
    claims = [part for claim in finding.claims for part in (link(name_of("claim", at, claim), claim), " ")]
    return element(
        "div",
        element("h4", f"{finding.severity.value}: {finding.rule.name}"),
        element("p", *claims, str(finding.place), class_="place"),
        element("p", finding.message),
        items(_steps(finding, article), "ol"),
        items(f"{mending.claim}: {mending}" for mending in finding.mendings),
        items(finding.explanations, class_="slips"),
        element("p", finding.remedy) if finding.remedy else None,
        class_=f"finding {finding.severity.value}",
    )


def _steps(finding: Finding, article: ArticleReport) -> Iterator[str]:
    """How the claims of a conflict exclude each other, where that was worked out."""
    for told in article.derivations:
        if told.conflict is not None and told.claim in finding.claims and told.conflict.clauses == finding.clauses:
            yield from steps(told.conflict)
            return
