"""Formats for other programs, read back by readers and schemas that are not ours."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from junitparser import Failure, JUnitXml, Skipped
from markdown_it import MarkdownIt

from factcheck.finding import ArticleReport, ClaimResult, Finding, Passage, Place, Report, Severity, Verdict
from factcheck.report import Style, render, visible
from factcheck.report.github import refusal
from factcheck.rules import CONFLICT, EXCESS_DIGITS, RULES, TRUNCATED, UNKNOWN, UNUSED_QUANTITY
from tests.reports import HOSTILE, conflicting, report_of

MODULES = Path(__file__).parent / "node" / "node_modules"
texts = st.text(max_size=40)


# SARIF


@cache
def sarif_schema() -> Draft7Validator:
    """The schema of the standard, from a package of its makers."""
    file = MODULES / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    if not file.exists() and not os.environ.get("CI"):
        pytest.skip("npm is not here to install the SARIF schema: see tools/install-for-tests")
    return Draft7Validator(json.loads(file.read_text(encoding="utf-8-sig")))


def sarif(report: Report) -> dict[str, Any]:
    """The report as SARIF, once it keeps the schema."""
    read = json.loads(render(report, "sarif"))
    sarif_schema().validate(read)
    (run,) = read["runs"]
    assert isinstance(run, dict)
    return run


def test_sarif_has_every_rule_and_every_finding_with_its_place() -> None:
    run = sarif(conflicting())
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == list(RULES)
    conflict, waived = run["results"]
    assert conflict["level"] == "error"
    assert rules[conflict["ruleIndex"]] == conflict["ruleId"] == "conflict"
    place = conflict["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "claims/a.yaml"}, "region": {"startLine": 3, "startColumn": 5}}
    assert "suppressions" not in conflict
    assert "waived by Ann until 2026-12-31" in waived["suppressions"][0]["justification"]


@pytest.mark.no_cover
@given(texts)
def test_sarif_of_any_text_keeps_the_schema(words: str) -> None:
    assert sarif(report_of(words))["results"][0]["message"]["text"].startswith(words)


@given(texts, st.integers(1, 10**6))
def test_a_fingerprint_stays_while_lines_move_and_changes_with_the_words(words: str, line: int) -> None:
    finding = Finding(CONFLICT, words, ("a",), Place("f", line, 1))
    assert finding.key("x") == Finding(CONFLICT, words, ("a",), Place("f", 1, 1)).key("x")
    assert finding.key("x") != Finding(CONFLICT, f"{words}.", ("a",)).key("x")
    assert finding.key("x") != Finding(CONFLICT, words, ("b",)).key("x")
    assert finding.key("x") != finding.key("y")


# JUnit


def suites(report: Report) -> JUnitXml:
    return JUnitXml.fromstring(render(report, "junit").encode("utf-8"))


def test_junit_has_a_suite_an_article_and_a_case_a_claim() -> None:
    (suite,) = suites(conflicting())
    assert (suite.name, suite.tests, suite.failures, suite.errors, suite.skipped) == ("claims/a.yaml", 4, 2, 0, 0)
    first, second, third, fourth = suite
    assert (first.name, first.classname) == ("count-known", "claims/a.yaml")
    for case in (first, second):
        (failure,) = case.result
        assert isinstance(failure, Failure)
        assert failure.type == "conflict"
        assert "printed 956 – possible: 965" in (failure.text or "")
    assert third.is_passed
    assert fourth.is_passed  # what is waived fails nothing


def test_junit_skips_what_is_undecided_and_tells_of_findings_without_a_claim() -> None:
    claims = (ClaimResult("a", "count", Verdict.UNKNOWN), ClaimResult("b", "count", Verdict.UNKNOWN))
    findings = (
        Finding(UNKNOWN, "strictly so", ("b",), severity=Severity.ERROR),
        Finding(UNUSED_QUANTITY, "idle", severity=Severity.WARNING),
        Finding(UNUSED_QUANTITY, "idle, too", severity=Severity.ERROR),
        Finding(TRUNCATED, "cut", ("a",)),
    )
    (suite,) = suites(Report((ArticleReport("x", claims, findings),)))
    first, second, third, fourth = suite
    assert isinstance(first.result[0], Skipped)
    assert first.system_out == "truncated: cut"
    assert isinstance(second.result[0], Failure)
    assert third.is_passed
    assert third.system_out == "unused-quantity: idle"
    assert isinstance(fourth.result[0], Failure)


@given(texts)
def test_junit_of_any_text_can_be_read(words: str) -> None:
    (suite,) = suites(report_of(words))
    assert (suite.name or "") == visible(words)


# GitHub

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*)(?:,[a-zA-Z]+=[^,:\r\n]*)*)::([^\r\n]*)")
"""The grammar of a command, as GitHub's runner takes it apart: properties end at the first "::"."""


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


@given(texts)
def test_every_github_command_keeps_the_grammar_and_reads_back(words: str) -> None:
    *commands, _ = render(report_of(f"{words}: 5%, so"), "github").split("\n")
    assert len(commands) == 2
    for command in commands:
        match = COMMAND.fullmatch(command)
        assert match is not None
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        assert unescaped(properties["file"]) == visible(f"{words}: 5%, so")
        assert properties["line"] == "1"
        assert unescaped(match[3]).startswith(visible(f"{words}: 5%, so"))


def test_github_tells_errors_warnings_and_notes_apart_and_quiet_leaves_out_notes() -> None:
    findings = tuple(Finding(rule, "m", severity=rule.severity) for rule in (CONFLICT, EXCESS_DIGITS, TRUNCATED))
    report = Report((ArticleReport("a", (), findings),))
    loud, quiet = (render(report, "github", Style(quiet=quiet)).split("\n") for quiet in (False, True))
    assert [line.split(" ")[0] for line in loud[:3]] == ["::error", "::warning", "::notice"]
    assert quiet[:2] == loud[:2]
    assert len(quiet) == 3


def test_github_marks_an_error_on_the_lines_of_the_article_too_each_once_and_three_at_most() -> None:
    lines = (7, 5, 7, 9, 8)
    passages = tuple(Passage("a", "12 cases", 0, 2, Place("a.md", line, 1)) for line in lines)
    inside = Passage("a", "12 cases", 0, 2, Place("a.yaml", 4, 1))
    finding = Finding(CONFLICT, "m", ("a",), Place("a.yaml", 3, 5), (inside, *passages, Passage("a", "12 cases")))
    findings = (replace(finding, severity=Severity.ERROR), replace(finding, severity=Severity.WARNING))
    *commands, _ = render(Report((ArticleReport("a.yaml", (), findings),)), "github").split("\n")
    assert [re.findall(r"::(\w+) file=([\w.]+),line=(\d)", command)[0] for command in commands] == [
        ("error", "a.yaml", "3"),
        ("error", "a.md", "7"),
        ("error", "a.md", "5"),
        ("error", "a.md", "9"),
        ("warning", "a.yaml", "3"),
    ]


@pytest.mark.parametrize(
    ("words", "commands"),
    [
        (
            "a,b.yaml:3:5: wrong: 5%\n    3 | x: y\n      | ^\na,b.yaml:4:1: bad",
            [
                "file=a%2Cb.yaml,line=3,col=5,title=factcheck::wrong: 5%25",
                "file=a%2Cb.yaml,line=4,col=1,title=factcheck::bad",
            ],
        ),
        ("--today: 'x' is no day", ["title=factcheck::--today: 'x' is no day"]),
        ("no: such\nfile", ["title=factcheck::no: such file"]),
    ],
)
def test_what_makes_a_run_impossible_is_marked_on_github_beside_its_place(words: str, commands: list[str]) -> None:
    assert refusal(words).split("\n") == [f"::error {command}" for command in commands]
    assert all(COMMAND.fullmatch(command) for command in refusal(words).split("\n"))


# GitLab

GITLAB = Draft7Validator(  # the fields that GitLab's page on the report format asks for
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string"},
                "check_name": {"type": "string"},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string"},
                        "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                    },
                },
            },
        },
    }
)


@given(texts)
def test_gitlab_findings_have_every_field_and_fingerprints_of_their_own(words: str) -> None:
    read = json.loads(render(report_of(words), "gitlab"))
    GITLAB.validate(read)
    assert len({issue["fingerprint"] for issue in read}) == len(read) == 2
    assert [issue["severity"] for issue in read] == ["critical", "info"]
    assert len(json.loads(render(report_of(words), "gitlab", Style(quiet=True)))) == 1


@pytest.mark.parametrize(
    ("article", "path", "line", "see"),
    [
        ("a.md", "a.md", 7, "See claims.yaml:3:5, a.md:5:3, a.md:9:1."),
        ("../texts/a.md", "../texts/a.md", 7, "See claims.yaml:3:5, ../texts/a.md:5:3, ../texts/a.md:9:1."),
        ("a.docx", "claims.yaml", 3, "See a.docx:7:2, a.docx:5:3, a.docx:9:1."),
        ("", "claims.yaml", 3, ""),
    ],
)
def test_a_gitlab_finding_is_where_the_article_says_it_and_names_the_other_places(
    article: str, path: str, line: int, see: str
) -> None:
    at = [Place(article, line, column) for line, column in ((7, 2), (5, 3), (5, 9), (9, 1))]
    passages = tuple(Passage("c", "words", place=place if article else Place()) for place in at)
    found = Finding(CONFLICT, "Wrong.", ("c",), Place("claims.yaml", 3, 5), passages, severity=Severity.ERROR)
    (issue,) = json.loads(render(Report((ArticleReport("claims.yaml", (), (found,)),)), "gitlab"))
    assert issue["location"] == {"path": path, "lines": {"begin": line}}
    assert issue["description"] == f"Wrong. {see}".rstrip()


# JSON lines


@given(texts)
def test_json_lines_are_the_findings_of_the_json_report_and_a_summary(words: str) -> None:
    report = report_of(words)
    *lines, summary = [json.loads(line) for line in render(report, "jsonl").splitlines()]
    (article,) = json.loads(render(report, "json"))["articles"]
    told = [{"type": "finding", "article": words, **finding} for finding in article["findings"]]
    (waived,) = article["waived"]
    waiver = {key: waived[key] for key in ("claim", "reason", "by", "until")}
    assert lines == [*told, {"type": "waived", "article": words, **waived["finding"], "waiver": waiver}]
    assert summary == {
        "type": "summary",
        "schema_version": 1,
        "ok": False,
        "today": report.today and report.today.isoformat(),
        "summary": report.summary,
    }


def test_json_lines_tell_waived_and_known_findings_apart() -> None:
    report = conflicting()
    (article,) = report.articles
    known = replace(article, findings=(), known=article.findings)
    waived, listed, summary = map(json.loads, render(replace(report, articles=(known,)), "jsonl").split("\n"))
    assert (waived["type"], waived["rule"]) == ("waived", "excess-digits")
    assert waived["waiver"] == {
        "claim": "share-a-few",
        "reason": "as in the source",
        "by": "Ann",
        "until": "2026-12-31",
    }
    assert (listed["type"], listed["rule"], listed["claims"]) == ("known", "conflict", ["count-known", "count-known-2"])
    assert (summary["type"], summary["ok"]) == ("summary", True)


# Markdown


def shown_by_markdown(source: str) -> str:
    """The words that a reader of the rendered page sees."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(source)
    assert all(token.type != "html_block" for token in tokens)
    inline = [child for token in tokens for child in token.children or ()]
    assert all(child.type not in ("html_inline", "link_open", "image") for child in inline)
    return "\n".join("".join(child.content for child in token.children or ()) for token in tokens)


@given(texts)
def test_markdown_shows_any_text_as_it_is(words: str) -> None:
    told = " ".join(visible(f"x{words}x").split())
    page = " ".join(shown_by_markdown(render(report_of(f"x{words}x"), "markdown")).split())
    assert page.count(told) >= 8


@pytest.mark.parametrize("hostile", [HOSTILE, "<script>alert(1)</script>", "![a](b)", "a|b\n# c", "`x` &lt; ~~y~~"])
def test_hostile_markdown_is_shown_and_steers_nothing(hostile: str) -> None:
    test_markdown_shows_any_text_as_it_is.hypothesis.inner_test(hostile)  # type: ignore[attr-defined]


def test_markdown_has_a_row_a_claim_and_quiet_leaves_out_what_passed() -> None:
    page = render(conflicting(), "markdown")
    assert page.count("✅ pass") == page.count("❌ conflict") == 2
    assert "✅" not in render(conflicting(), "markdown", Style(quiet=True))


# Full


def test_full_shows_each_passage_with_carets_below_its_number() -> None:
    lines = render(conflicting(), "full").split("\n")
    at = lines.index("    In 956 cases")
    assert lines[at - 1 : at + 2] == [
        "    claims/a.yaml:3:5",
        "    In 956 cases",
        "       ^^^ count-known – possible: 965 – difference: 9",
    ]
    assert lines[0].startswith("claims/a.yaml:3:5: error: conflict: Because known came to 956")
    assert lines[-1].startswith("4 claims: 2 pass, 2 conflict; 1 error; 2 of 4 numbers guarded")
