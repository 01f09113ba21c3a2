"""One page to read, to hand over and to sign: it needs no network and no scripts, and prints as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from xml.etree.ElementTree import Element

from factcheck.finding import ArticleReport, Report, Verdict
from factcheck.report import Style, heading
from factcheck.report.html.article import text
from factcheck.report.html.claims import panels
from factcheck.report.html.elements import element, items, link, name_of, written
from factcheck.report.html.figures import figures
from factcheck.report.html.findings import beside, wrong
from factcheck.report.html.signing import sheet


def render(report: Report, _: Style) -> str:
    """The whole page: what was found, and for each article its text, its claims and a sheet to sign."""
    title = f"factcheck: {', '.join(article.name for article in report.articles) or 'nothing checked'}"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content="default-src 'none'; style-src 'unsafe-inline'"),
        element("title", title),
        _style(),
    )
    articles = [_article(article, number, report) for number, article in enumerate(report.articles, start=1)]
    main = element("main", *articles, id="main")
    body = element("body", link("main", "Skip to the report", class_="skip"), _top(report), main)
    return f"<!DOCTYPE html>\n{written(element('html', head, body, lang='en'))}"


def _style() -> Element:
    """The style sheet; it is ours, and goes into the page unchanged."""
    style = Element("style")
    style.text = files(__name__).joinpath("page.css").read_text(encoding="utf-8")
    return style


def _top(report: Report) -> Element:
    """The answer first: whether anything is wrong, and the counts."""
    answer, mark = _answer(report)
    several = len(report.articles) > 1
    contents = (link(name_of("article", str(n)), one.name) for n, one in enumerate(report.articles, start=1))
    return element(
        "header",
        element("p", "factcheck report", class_="brand"),
        element("h1", answer, class_=f"answer {mark}"),
        element("p", report.summary),
        element("nav", items(contents), aria_label="Articles") if several else None,
    )


def _answer(report: Report) -> tuple[str, str]:
    """The answer in words, and the class of its colour."""
    verdicts = Counter(result.verdict for result in report.claims)
    alone, together = verdicts[Verdict.FAIL], verdicts[Verdict.CONFLICT]
    told = [f"{alone} claim{'' if alone == 1 else 's'} cannot be true"] if alone else []
    told += [f"{together} claims cannot all be true"] if together else []
    if told:
        return "; ".join(told), "fail"
    if not report.ok:
        return "The claims can all be true, but something is to be mended", "fail"
    if not report.claims or verdicts[Verdict.UNKNOWN]:
        return "Not all is known" if report.claims else "Nothing was checked", "unknown"
    return "Nothing wrong was found", "pass"


def _article(article: ArticleReport, number: int, report: Report) -> Element:
    title = element("h2", article.name)
    return element(
        "article",
        title,
        element("p", heading(article, report), class_="about"),
        *_sections(article, number),
        id=name_of("article", str(number)),
    )


def _sections(article: ArticleReport, number: int) -> Iterator[Element]:
    """What there is to tell, under headings: the wrong first, the sheet to sign last."""
    at = str(number)
    for title, content in (
        ("What is wrong", wrong(article, at)),
        ("The article", text(article, at)),
        ("Every claim", panels(article, at)),
        ("Worth knowing", beside(article, at)),
        ("Figures", figures(article)),
        ("To sign off", sheet(article)),
    ):
        parts = [part for part in content if part is not None]
        if parts:
            yield element("section", element("h3", title), *parts)
