"""The output formats: nothing is lost, nothing is cut, and nothing in a text steers a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck import Report
from factcheck.finding import ArticleReport, ClaimResult, Finding, Mending, Passage, Verdict
from factcheck.report import FORMATS, PLAIN, Style, render, visible
from factcheck.rules import CONFLICT, RULES, TRUNCATED, UNUSED_WAIVER
from tests.reports import HOSTILE, conflicting, report_of

LONG = "offences_recorded_" * 8 + "end"


def test_the_formats_are_these() -> None:
    assert tuple("concise full github gitlab html json jsonl junit markdown sarif table".split()) == FORMATS
    with pytest.raises(KeyError):
        render(conflicting(), "xml")


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_renders_the_same_every_time_and_ends_without_a_line_break(form: str) -> None:
    assert render(conflicting(), form) == render(conflicting(), form)
    assert not render(conflicting(), form).endswith("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_of_nothing_renders(form: str) -> None:
    assert render(Report(()), form)


# Concise


def test_concise_is_one_line_a_finding_with_its_place_then_the_counts() -> None:
    assert render(conflicting(), "concise").split("\n") == [
        (
            "claims/a.yaml:3:5: conflict: Because known came to 956, it cannot be that known came to 965. "
            "[count-known printed 956 – possible: 965 – difference: 9; "
            "count-known-2 printed 965 – possible: 956 – difference: 9] "
            'Likely slip (digits swapped or stale printing): "965" may have been meant where `count-known` prints "956"; '
            "then everything else holds (1 of 899 other numbers in its place would be explained so, too). "
            'Likely slip (digits swapped or stale printing): "956" may have been meant where `count-known-2` prints "965"; '
            "then everything else holds (1 of 899 other numbers in its place would be explained so, too). "
            "At least one of `count-known` and `count-known-2` has to change; one is enough."
        ),
        "claims/a.yaml:15:5: waived by Ann until 2026-12-31: excess-digits on share-a-few: as in the source",
        "4 claims: 2 pass, 2 conflict; 1 error; 2 of 4 numbers guarded, 2 not worked out; 1 waived",
    ]


def test_quiet_leaves_out_notes_and_what_passed() -> None:
    article = ArticleReport("a", (ClaimResult("c", "count", Verdict.PASS),), (Finding(TRUNCATED, "cut"),))
    quiet = Style(quiet=True)
    assert render(Report((article,)), "concise", quiet) == ""
    assert "cut" in render(Report((article,)), "concise")
    assert "PASS" not in render(Report((article,)), "table", quiet)
    assert "cut" not in render(Report((article,)), "table", quiet)
    assert "PASS" in render(Report((article,)), "table")
    assert render(conflicting(), "concise", quiet) == render(conflicting(), "concise")


@pytest.mark.parametrize(("count", "told"), [(1, "1 warning"), (2, "2 warnings")])
def test_the_summary_counts_in_singular_and_plural(count: int, told: str) -> None:
    found = Finding(UNUSED_WAIVER, "m", severity=UNUSED_WAIVER.severity)
    article = ArticleReport("a", (ClaimResult("c", "count", Verdict.PASS),) * count, (found,) * count)
    assert Report((article,)).summary == f"{count} claim{'s' * (count > 1)}: {count} pass; {told}"


# JSON


def test_json_reads_back_with_every_place_and_every_number_as_text() -> None:
    report = conflicting()
    read = json.loads(render(report, "json"))
    assert read["schema_version"] == 1
    assert (read["ok"], read["today"]) == (False, "2026-01-31")
    (article,) = read["articles"]
    assert [claim["verdict"] for claim in article["claims"]] == ["conflict", "conflict", "pass", "pass"]
    assert [claim["place"]["line"] for claim in article["claims"]] == [3, 7, 11, 15]
    (finding,) = article["findings"]
    assert finding["place"] == {"file": "claims/a.yaml", "line": 3, "column": 5}
    assert finding["claims"] == ["count-known", "count-known-2"]
    assert finding["passages"][0]["number"] == [3, 6]
    assert finding["because"] == ["known came to 956", "known came to 965"]
    assert article["waived"][0]["finding"]["rule"] == "excess-digits"
    assert article["waived"][0]["until"] == "2026-12-31"
    assert [one["least"] for one in article["implied"]] == ["23", "8"]


def numbers(value: Any, key: str = "") -> Iterator[str]:
    """The keys of every number in a JSON value."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield key
    for inner, one in value.items() if isinstance(value, dict) else ():
        yield from numbers(one, inner)
    for one in value if isinstance(value, list) else ():
        yield from numbers(one, key)


def test_json_has_no_bare_numbers_but_places_and_its_version() -> None:
    keys = set(numbers(json.loads(render(report_of("x"), "json"))))
    assert keys == {"schema_version", "line", "column", "number", "left_out"}
    assert '"least": "1/3"' in render(report_of("x"), "json")


@given(st.text(max_size=40))
def test_json_keeps_every_text_as_it_is(words: str) -> None:
    shown = render(report_of(words), "json")
    assert shown.encode("utf-8")
    assert visible(shown.replace("\n", "")) == shown.replace("\n", "")
    (article,) = json.loads(shown)["articles"]
    assert article["name"] == article["findings"][0]["message"] == article["claims"][0]["source"] == words


# Table


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_keeps_its_width_and_cuts_no_identifier(width: int) -> None:
    screen = render(report_of(LONG), "table", Style(width=width))
    assert max(map(cell_len, screen.split("\n"))) <= width
    assert "…" not in screen


def test_a_long_identifier_folds_with_every_character_kept() -> None:
    article = ArticleReport("a", (ClaimResult(LONG, "count", Verdict.PASS),))
    for width in (40, 80, 200):
        lines = render(Report((article,)), "table", Style(width=width)).split("\n")
        rows = [line[7:].strip() for line in lines if "offences" in line or "recorded" in line or "end" in line]
        assert LONG in "".join(rows).replace(" ", "")


def test_carets_stand_below_the_number_and_only_where_its_words_fit() -> None:
    lines = render(conflicting(), "table").split("\n")
    at = next(number for number, line in enumerate(lines) if line == "    In 956 cases")
    assert lines[at + 1] == "       ^^^ count-known – possible: 965 – difference: 9"
    long = Passage("c", "words " * 12 + "956", 72, 75)
    report = Report((ArticleReport("a", (), (Finding(CONFLICT, "m", passages=(long,)),)),))
    assert "^^^" in render(report, "table", Style(width=100))
    assert "^" not in render(report, "table", Style(width=40))


def test_numbers_of_the_same_words_are_marked_below_them_once() -> None:
    first, second, other = (
        Passage(name, "3 of 4", start, end) for name, start, end in (("a", 0, 1), ("b", 5, 6), ("c", 0, 0))
    )
    mendings = (Mending("a", "3", "2", "1"), Mending("b", "4", "none", fits=False), Mending("d", "5", "6"))
    finding = Finding(CONFLICT, "m", ("a", "b", "c", "d"), passages=(first, second, other), mendings=mendings)
    told = ["c", "3 of 4", "^ a – possible: 2 – difference: 1", "     ^ b", "d – printed 5 – possible: 6"]
    for form, head in (("table", 4), ("full", 1)):
        lines = render(Report((ArticleReport("x", (), (finding,)),)), form).split("\n")
        assert [line.removeprefix("    ") for line in lines[head : head + 5]] == told


def test_what_is_told_beside_a_number_has_a_line_of_its_own_where_it_does_not_fit() -> None:
    passage = Passage("claim", "words " * 5 + "956", 30, 33)
    finding = Finding(CONFLICT, "m", ("claim",), passages=(passage,), mendings=(Mending("claim", "956", "965"),))
    lines = render(Report((ArticleReport("x", (), (finding,)),)), "table", Style(width=50)).split("\n")
    at = lines.index(" " * 34 + "^^^")
    assert lines[at + 1] == "    claim – possible: 965"


def test_what_to_do_is_told_once_after_several_findings_that_ask_for_the_same() -> None:
    findings = tuple(Finding(UNUSED_WAIVER, f"m{number}", remedy="Remove it.") for number in (1, 2))
    for form, count in (("table", 1), ("full", 2)):
        assert render(Report((ArticleReport("x", (), findings),)), form).count("Remove it.") == count


def test_carets_stand_below_the_number_after_wide_characters() -> None:
    words = "東京 \x1b 956"
    report = Report((ArticleReport("a", (), (Finding(CONFLICT, "m", passages=(Passage("c", words, 5, 8),)),)),))
    lines = render(report, "table").split("\n")
    at = next(number for number, line in enumerate(lines) if "東京" in line)
    assert cell_len(lines[at].partition("956")[0]) == len(lines[at + 1].partition("^")[0])


def test_blank_lines_are_single() -> None:
    assert "\n\n\n" not in render(conflicting(), "table")


def test_colour_is_only_there_when_asked_for() -> None:
    plain, coloured = render(conflicting(), "table"), render(conflicting(), "table", Style(color=True))
    assert "\x1b" not in plain
    assert "\x1b[31m" in coloured
    assert render(conflicting(), "concise", Style(color=True)) == render(conflicting(), "concise", PLAIN)


# Hostile text


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "markdown"])
def test_hostile_text_is_shown_and_steers_nothing(form: str) -> None:
    screen = render(report_of(HOSTILE), form, Style(width=400))
    assert "[red]not markup[/red]" in screen
    assert ":smile:" in screen
    assert not set("\x1b\x07\x9b\u202e\u2066\u2028") & set(screen)


def test_concise_keeps_one_line_a_finding_whatever_its_text_holds() -> None:
    shown = render(report_of("a\nb\r\nc\u2028d\x0be\x85f"), "concise")
    assert len(shown.splitlines()) == 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nothing to see – “so” … 東京 é", "nothing to see – “so” … 東京 é"),
        ("👩\u200d🚀 and 👍🏽", "👩\u200d🚀 and 👍🏽"),
        ("a\tb\nc\rd", "a b c d"),
        ("\x1b[0m", "\\x1b[0m"),
        ("\u202eabc", "\\u202eabc"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(), max_size=60))
def test_visible_text_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert shown.isascii() or shown.encode("utf-8")


def test_every_rule_has_a_page_in_whole_sentences() -> None:
    for name, rule in RULES.items():
        assert name == rule.name
        assert all(words.rstrip().endswith((".", "?", "”", '".')) for words in (rule.summary, rule.why, rule.remedy))
        assert rule.example
