"""The page to hand over: read by a parser and by a real browser, with an article that wishes it ill."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factcheck import Article, Options, Report
from factcheck.article import parse
from factcheck.finding import ArticleReport
from factcheck.report import PLAIN, render
from factcheck.why import derived
from tests.browser import axe, script_for, visit
from tests.reports import HOSTILE, TODAY, conflicting, report_of

pytestmark = pytest.mark.no_cover

AXE = "axe.run(document.querySelectorAll('header, main'))"  # what the tests add is left alone
TEXT = """# Complaints

Of the 956 cases, 312 (32.6%) were upheld and 644 dismissed, nearly a fifth (19.8%) at once; 77 are open.

\\<script>alert("2 of 3")\\</script> "Quoted" & 5 < 6; 7 reversed: \N{RIGHT-TO-LEFT OVERRIDE}.

| upheld | dismissed |
| --- | --- |
| 312 | 644 |
"""


def article(share: str = "32.6%") -> ArticleReport:
    """A small article with everything that a page shows; the right share makes all of it true."""
    waiver = {"rule": "excess-digits", "reason": "as in <the> source", "by": "Ann", "until": "2026-12-31"}
    checked = {"by": "B. Reader", "on": "2026-01-30"}
    claims = [
        {"kind": "count", "id": "cases-count", "quantity": "cases", "printed": "956", "quote": "956 cases"},
        {
            "kind": "count",
            "id": "upheld-count",
            "quantity": "upheld",
            "printed": "312",
            "quote": "312",
            "source": "<b>log</b>",
        },
        {
            "kind": "share",
            "id": "share",
            "part": "upheld",
            "whole": "cases",
            "printed": share,
            "quote": f"({share})",
            "checked": checked,
        },
        {"kind": "count", "id": "few-count", "quantity": "few", "printed": "23", "author": "A. Writer"},
        {"kind": "share", "id": "fine", "part": "some", "whole": "few", "printed": "34.78%", "waive": [waiver]},
    ]
    made = Article(claims=claims, quantities={"cases": None, "upheld": {"of": "cases"}, "few": None, "some": None})
    return derived(made, Options(today=TODAY), parse(TEXT.replace("32.6%", share), "markdown"))


@pytest.fixture(scope="module")
def page() -> str:
    return render(Report((article("36.2%"), article()), TODAY), "html")


class Reading(HTMLParser):
    """The ids, links, elements and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.elements: set[str] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.elements.add(tag)
        self.attributes.update(named)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_marks_and_panels_lead_to_each_other(page: str) -> None:
    read = Reading(page)
    assert len(set(read.ids)) == len(read.ids)
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    for number in "12":
        claims = {one for one in read.ids if one.startswith(f"claim-{number}-")}
        assert len(claims) == 5
        assert any(link == f"#claim-{number}-cases-count" for link in read.links)
        assert any(link.startswith(f"#number-{number}-") for link in read.links)


@pytest.mark.parametrize("report", [report_of(HOSTILE), report_of("<img src=x onerror=alert(1)>"), conflicting()])
def test_whatever_a_text_says_is_shown_as_text(report: Report) -> None:
    read = Reading(render(report, "html"))
    assert read.elements.isdisjoint({"script", "img", "iframe", "object", "form", "base"})
    assert not any(name.startswith("on") or name == "src" for name in read.attributes)
    assert "\x1b" not in read.words
    assert "\u202e" not in read.words


def test_the_text_of_the_article_is_whole_and_its_numbers_are_marked(page: str) -> None:
    words = " ".join(Reading(page).words.split())
    assert '<script>alert("2 uncovered of 3 uncovered")</script>' in words
    assert "Of the 956 CONFLICT cases, 312 CONFLICT (36.2% CONFLICT) were upheld" in words
    assert "Of the 956 pass cases, 312 pass (32.6% pass) were upheld" in words
    assert "77 uncovered are open" in words
    assert r"reversed: \u202e." in words


def test_everything_that_was_found_is_told(page: str) -> None:
    words = " ".join(Reading(page).words.split())
    for told in (
        "claims cannot all be true",
        "Likely slip (digits swapped",
        "waived by Ann until 2026-12-31: excess-digits on fine: as in <the> source",
        "Source: <b>log</b>",
        "written by A. Writer",
        "checked by B. Reader on 2026-01-30",
        "1 of 5 say who",
        "Left for upheld: 312",
    ):
        assert told in words
    assert "cannot be true" not in render(Report((article(),)), "html")
    assert "Nothing was checked" in render(Report(()), "html")


def test_what_was_let_pass_is_told_and_has_to_be_signed() -> None:
    (told,) = conflicting().articles
    passed = replace(told, findings=(), known=told.findings, left_out=2)
    words = " ".join(Reading(render(Report((passed,)), "html")).words.split())
    assert "known: conflict: Because known came to 956" in words
    assert "let pass may stand1 known, 2 left out" in words
    assert "let pass" not in Reading(render(conflicting(), "html")).words


def test_a_report_without_text_or_derivations_makes_a_page_too() -> None:
    read = Reading(render(conflicting(), "html", PLAIN))
    assert "What would fit" in read.words
    assert "The article" not in read.words


def opened(page: str, folder: Path, *, more: str = "") -> Path:
    file = folder / "page.html"
    file.write_text(page.replace("</body>", f"{more}</body>"), encoding="utf-8")
    return file


def scripted(page: str) -> str:
    """The page with scripts allowed, for those of the tests."""
    return re.sub(r"<meta http-equiv[^>]*>", "", page)


def test_a_browser_shows_it_without_a_complaint_and_asks_for_nothing(page: str, tmp_path: Path) -> None:
    seen = visit(opened(page, tmp_path), tmp_path)
    assert "Nothing wrong was found" not in seen.page
    assert seen.console == ()
    assert seen.requests == ()


def test_the_browser_of_the_tests_notices_complaints_and_requests(page: str, tmp_path: Path) -> None:
    more = '<img src="http://127.0.0.1:9/x.png"><script>console.error("oops")</script>'
    kept = visit(opened(page, tmp_path, more=more), tmp_path)
    assert kept.requests == ()  # the page's own policy forbids both
    assert len(kept.console) == 2
    free = visit(opened(scripted(page), tmp_path, more=more), tmp_path)
    assert free.requests == ("http://127.0.0.1:9/x.png",)
    assert any("oops" in line for line in free.console)


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_serious(page: str, tmp_path: Path, *, dark: bool) -> None:
    shown = page.replace("(prefers-color-scheme: dark)", "all") if dark else page
    more = f"<script>{axe()}</script>{script_for(AXE)}"
    found = visit(opened(scripted(shown), tmp_path, more=more), tmp_path).found
    assert len(found["passes"]) > 15
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []


def test_it_fits_a_narrow_screen(page: str, tmp_path: Path) -> None:
    text = json.dumps(page).replace("</", "<\\/")
    narrow = f"""<iframe id="it" style="width: 360px; height: 800px"></iframe><script>
    const it = document.getElementById('it');
    const wide = new Promise(tell => {{ it.onload = () => tell(it.contentDocument.documentElement.scrollWidth) }});
    it.srcdoc = {text};</script>{script_for("wide")}"""
    assert visit(opened("<body></body>", tmp_path, more=narrow), tmp_path).found <= 360
