"""A sheet to sign before publication: what was asked of the article, what the run found, and who vouches for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factcheck.finding import ArticleReport, Verdict
from factcheck.report.html.elements import table

HEADINGS = ("criterion", "what factcheck found", "checked by", "what was done", "name and date")


def sheet(article: ArticleReport) -> Iterator[Element | None]:
    """One row a criterion; people fill in the rest by hand, on paper or on the screen."""
    who = "; ".join(dict.fromkeys(result.checked for result in article.claims if result.checked))
    told = (
        (criterion, found, who if by_people else "factcheck", "", "")
        for criterion, found, by_people in _criteria(article)
    )
    yield table("Sign-off", HEADINGS, told)


def _criteria(article: ArticleReport) -> Iterator[tuple[str, str, bool]]:
    """What is asked, what is known of it, and whether people have to see to it."""
    claims = article.claims
    held = sum(result.verdict is Verdict.PASS for result in claims)
    yield "All claims can be true at once", f"{held} of {len(claims)} proved", False
    if article.coverage is not None:
        yield "Every number of the article is covered by a claim", str(article.coverage), False
    quotes = {f.claims for f in article.findings if f.rule.name in ("quote-missing", "quote-drift", "ambiguous-quote")}
    quoted = sum(bool(result.quote) for result in claims)
    yield "Every quote stands in the article", f"{quoted} quoted, {len(quotes)} to be mended", False
    if article.guards:
        weak = [guard.claim for guard in article.guards if guard.is_unguarded]
        yield "Unguarded numbers were compared with their source", ", ".join(weak) or "none is unguarded", True
    sourced = sum(bool(result.source) for result in claims)
    yield "Every number was compared with its source", f"{sourced} of {len(claims)} name one", True
    read = sum(bool(result.checked) for result in claims)
    yield "Every claim was read by someone who did not write it", f"{read} of {len(claims)} say who", True
    if article.waived:
        yield "The waivers are still right", f"{len(article.waived)} waived", True
    if article.known or article.left_out:
        told = f"{len(article.known)} known, {article.left_out} left out"
        yield "What the baseline and the settings let pass may stand", told, True
