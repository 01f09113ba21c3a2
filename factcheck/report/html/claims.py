"""A panel for each claim: its verdict, where it stands, how the verdict came about, and a number line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element

from factcheck.finding import ArticleReport, ClaimResult, Derivation, Verdict
from factcheck.marks import MARKS
from factcheck.report.html.article import place_of
from factcheck.report.html.elements import Content, element, items, link, name_of, picture
from factcheck.why import number_line, prose, svg


def panels(article: ArticleReport, at: str) -> Iterator[Element | None]:
    """The claims in the order of the article."""
    told = {derivation.claim: derivation for derivation in article.derivations}
    yield from (_panel(result, told.get(result.id), article, at) for result in article.claims)


def _panel(result: ClaimResult, told: Derivation | None, article: ArticleReport, at: str) -> Element:
    word = MARKS[result.verdict].word
    return element(
        "section",
        element("h4", f"{result.id} ", element("span", word, class_=f"number {word.lower()}")),
        element("p", *_back(result, article, at), str(result.place), class_="place"),
        element("blockquote", element("p", result.quote)) if result.quote else None,
        _story(told) if told is not None else items(_short(result)),
        _picture(told) if told is not None else None,
        element("p", "; ".join(_people(result)), class_="people") if any(_people(result)) else None,
        class_=f"claim {word.lower()}",
        id=name_of("claim", at, result.id),
    )


def _back(result: ClaimResult, article: ArticleReport, at: str) -> Iterator[Content]:
    """Links to the numbers of the text that the claim covers."""
    for number in article.coverage.numbers if article.coverage is not None and article.document is not None else ():
        if result.id in number.claims:
            yield link(place_of(number, at), f"“{number.words}” in the article")
            yield " · "


def _story(told: Derivation) -> Element | None:
    """The derivation without what is told elsewhere on the page: its heading, its quote, its findings and its waivers."""
    _, *lines = prose(replace(told, quote="", findings=(), waived=()))
    return _nested(lines)


def _nested(lines: Sequence[str]) -> Element | None:
    """Lines as a list, those that are indented deeper as a list below the line before."""
    indents = [len(line) - len(line.lstrip()) for line in lines]
    least = min(indents, default=0)
    starts = [number for number, indent in enumerate(indents) if indent == least]
    parts = pairwise([*starts, len(lines)])
    return items(element("span", lines[start].strip(), _nested(lines[start + 1 : end])) for start, end in parts)


def _short(result: ClaimResult) -> Iterator[str]:
    """What is known of a claim whose derivation was not asked for."""
    yield f"It says: {result.clause}." if result.clause else f"Printed: {result.printed}."
    if result.possible:
        fits = result.verdict in (Verdict.FAIL, Verdict.CONFLICT)
        yield f"{'What would fit' if fits else 'Left'}: {result.possible}."
    yield from (f"Data: {line}." for line in result.data)


def _picture(told: Derivation) -> Element | None:
    line = number_line(told)
    if line is None:
        return None
    drawn = picture(svg(line, f"Number line of {told.claim}", "What the list above says, drawn to scale."))
    return element("div", drawn, class_="line")


def _people(result: ClaimResult) -> Iterator[str]:
    """Where the number is from, who wrote the claim, and who checked it."""
    if result.source:
        yield f"Source: {result.source}"
    if result.author:
        yield f"written by {result.author}"
    if result.checked:
        yield f"checked by {result.checked}"
