"""Drafted claims files: they load, they accuse nobody, they cover what they claim, and edits are caught."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from factcheck.article import parse
from factcheck.check.coverage import cover
from factcheck.claimfile import loads
from factcheck.cli import Exit, app
from factcheck.draft import draft
from factcheck.draft.writing import quoted
from factcheck.finding import Severity, Standing
from factcheck.rules import UNDECIDED
from factcheck.text import find

NUMBERS = [
    "956",
    "1,628",
    "32.6 per cent",
    "£3.2bn",
    "nearly a fifth",
    "4 in 10",
    "about 12%",
    "two million",
    "-5 degrees",
    "120%",
    "5 km",
    "12 per 100,000",
    "most",
    "dozens",
    "second",
    "4.2 percentage points",
    "between 10 and 12",
    "three times as many",
    "up 12%",
    "rose 12% from 142 to 159",
    "312 of the 956 letters (32.6%)",
    "a third (36.2 per cent)",
    "12 men and 15 women, a total of 27",
    "nine months",
    "aged 42",
    "as young as two",
]
SENTENCES = [
    "Police in {town} recorded {number} of them.",
    'It was "{number}" – in \\ {town}: #1, they said.',
    "{number}",
]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Sentences about numbers, some of them word for word alike."""
    chosen = draw(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(NUMBERS)), min_size=1, max_size=5))
    town = draw(st.sampled_from(["York", "Leeds"]))
    return "\n\n".join(sentence.format(town=town, number=number) for sentence, number in chosen)


@given(texts())
@settings(max_examples=10, deadline=None)
def test_a_draft_loads_and_accuses_nobody(text: str) -> None:
    article = loads(draft(parse(text, "plain"), "a.txt"))
    report = article.check(document=parse(text, "plain"))
    assert [finding for finding in report.findings if finding.severity is Severity.ERROR] == []


def test_questions_are_warned_of_until_they_are_answered() -> None:
    words = draft(parse("A third of them left. Nearly half of those came back.", "plain"), "a.txt")
    lines = [number for number, line in enumerate(words.splitlines(), 1) if "# decide:" in line]
    assert len(lines) == 2
    for open_now in (2, 1, 0):
        found = [one for one in loads(words, "a.yaml").check().findings if one.rule is UNDECIDED]
        told = ["A question of the draft", f"{open_now} questions of the draft"][open_now > 1]
        assert [one.message.startswith(told) for one in found] == [True] * bool(open_now)
        assert [(str(one.place), one.severity) for one in found] == [
            (f"a.yaml:{line}:3", Severity.WARNING) for line in lines[-open_now:][:1] if open_now
        ]
        words = re.sub("# decide:", "# decided:", words, count=1)
    assert not any("# decide" in line for line in draft(parse("956 cases.", "plain"), "a.txt").splitlines()[3:])


@given(texts())
@settings(max_examples=10, deadline=None)
def test_every_number_has_a_claim_or_a_question(text: str) -> None:
    words = draft(parse(text, "plain"), "a.txt")
    coverage = cover(loads(words), parse(text, "plain")).coverage
    assert coverage is not None
    open_numbers = [number for number in coverage.numbers if number.standing is Standing.UNCOVERED]
    assert len(open_numbers) == words.count("set it aside under `ignore`")


@given(texts(), st.data())
@settings(max_examples=10, deadline=None)
def test_an_edit_of_any_drafted_number_is_caught(text: str, data: st.DataObject) -> None:
    article = loads(draft(parse(text, "plain"), "a.txt"))
    coverage = cover(article, parse(text, "plain")).coverage
    assert coverage is not None
    digits = [
        at
        for number in coverage.numbers
        if number.claims
        for at in range(number.start, number.end)
        if text[at].isascii() and text[at].isdigit()
    ]
    if digits:
        at = data.draw(st.sampled_from(digits))
        other = data.draw(st.sampled_from([digit for digit in "123456789" if digit != text[at]]))
        edited = text[:at] + other + text[at + 1 :]
        rules = {finding.rule.name for finding in cover(article, parse(edited, "plain")).findings}
        assert rules & {"quote-drift", "quote-missing"}


@given(st.text(max_size=12))
@settings(max_examples=30)
def test_a_quoted_text_is_read_back_as_it_was(words: str) -> None:
    assert yaml.load(quoted(words), Loader=yaml.BaseLoader) == words  # noqa: S506 - it makes texts only


def test_a_count_told_twice_is_one_quantity_and_another_value_is_asked_about() -> None:
    words = draft(
        parse("There were 956 cases.\n\nOf the 956 cases, York knew.\n\nLater 965 cases closed.", "plain"), "a"
    )
    assert re.findall(r"quantity: (cases\w*)", words) == ["cases", "cases", "cases_2"]
    assert words.count("is it another number than `cases`?") == 1


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("It answered 312 of the 956 letters (32.6%).", ["count", "count", "share"]),
        ("It rose 12% from 142 to 159.", ["change", "count", "count"]),
        ("There were 12 men and 15 women, a total of 27.", ["count", "count", "count", "total"]),
    ],
)
def test_numbers_that_fit_together_are_claims_about_the_same_quantities(sentence: str, kinds: list[str]) -> None:
    words = draft(parse(sentence, "plain"), "a")
    article = loads(words)
    assert [claim.kind for claim in article.claims] == kinds
    assert {name for claim in article.claims for name in claim.names()} == set(article.declarations)
    assert len(article.declarations) == sum(kind == "count" for kind in kinds)
    assert "decide:" not in words.partition("article:")[2]


def test_numbers_that_do_not_fit_together_are_asked_about_and_claimed_one_by_one() -> None:
    words = draft(parse("It answered 321 of the 956 letters (32.6%).", "plain"), "a")
    assert words.count("Which is wrong?") == 1
    assert loads(words).check().ok


def test_an_age_that_does_not_fit_the_years_is_asked_about() -> None:
    words = draft(parse("Born in 1940 in Leeds, she died in 2016 aged 67.", "plain"), "a")
    assert "  # decide: Somebody born in 1940 who died in 2016 was 75 or 76, not 67. Is that meant?" in words


TABLE = """\
| Source | 2016 | 2017 | Share |
|---|---|---|---|
| Road Traffic | 612 | 701 | 44.1% |
| Building | 808 | 889 | 55.9% |
| Total | 1,420 | {total} | 100% |
"""


def test_the_cells_of_a_table_are_named_after_row_and_column_and_quoted_with_their_row() -> None:
    words = draft(parse(TABLE.format(total="1,590"), "markdown"), "a")
    article = loads(words)
    assert [(claim.kind, claim.names()) for claim in article.claims if claim.kind != "count"] == [
        ("share", ("road_traffic_2017", "total_2017")),
        ("share", ("building_2017", "total_2017")),
        ("total", ("road_traffic_2016", "building_2016", "total_2016")),
        ("total", ("road_traffic_2017", "building_2017", "total_2017")),
        ("share", ("total_share", "total_share_all")),
    ]
    assert article.claims[1].quote == "Road Traffic 612 701"
    assert article.check(document=parse(TABLE.format(total="1,590"), "markdown")).ok
    edited = parse(TABLE.format(total="1,590").replace("889", "898"), "markdown")
    drifted = [finding for finding in cover(article, edited).findings if finding.rule.name == "quote-drift"]
    assert '"889" now reads "898"' in drifted[0].message


def test_a_total_that_its_column_does_not_come_to_is_asked_about() -> None:
    words = draft(parse(TABLE.format(total="1,509"), "markdown"), "a")
    assert '# decide: these numbers do not fit each other: "701, 889, 1,509". Which is wrong?' in words
    assert [claim.names()[-1] for claim in loads(words).claims if claim.kind == "total"] == ["total_2016"]
    assert loads(words).check().ok


def test_numbers_without_a_noun_are_quantities_of_their_own() -> None:
    words = draft(parse("612\n\n701\n\n612", "plain"), "a")
    assert re.findall(r"quantity: (\w+)", words) == ["number", "number_2", "number_3"]
    assert "is it another number" not in words


def test_like_passages_are_told_apart_by_their_occurrence() -> None:
    words = draft(parse("It had 12 cats.\n\nIt had 12 cats.", "plain"), "a")
    assert re.findall(r"occurrence: (\d)", words) == ["1", "2"]


def test_dates_and_codes_are_not_claimed() -> None:
    assert "claims: []" in draft(parse("On 3 May 2018 COVID-19 came.", "plain"), "a")
    assert all(not numeral.is_quantity for numeral in find("On 3 May 2018 COVID-19 came."))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("There were 956 cases.\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    return CliRunner().invoke(app, arguments).exit_code


def test_a_draft_in_another_folder_names_its_article_and_is_never_overwritten_unasked(folder: Path) -> None:
    (folder / "claims").mkdir()
    assert run("draft", "a.md", "-o", "claims/a.yaml") == Exit.OK
    file = folder / "claims" / "a.yaml"
    assert run("verify", "claims") == Exit.OK
    file.write_text("mine", encoding="utf-8")
    assert run("draft", "a.md", "-o", "claims/a.yaml") == Exit.UNUSABLE
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("draft", "a.md", "-o", "claims/a.yaml", "--force") == Exit.OK
    assert file.read_text(encoding="utf-8") != "mine"


def test_what_cannot_be_drafted_is_told_by_the_exit_code(folder: Path) -> None:
    (folder / "none.txt").write_text("No news.", encoding="utf-8")
    assert run("draft", "none.txt") == Exit.NOTHING
    assert run("draft", "absent.txt") == Exit.UNUSABLE
    (folder / "french.html").write_text('<html lang="fr-CH"><p>Il y en a 956.</p></html>', encoding="utf-8")
    assert run("draft", "french.html") == Exit.UNUSABLE
    assert run("draft", "a.md", "-o", "a.json") == Exit.UNUSABLE
    assert run("draft", "a.md", "-o", "a.md") == Exit.UNUSABLE
    assert run("draft", "a.md", "-o", "no/such/folder.yaml") == Exit.UNUSABLE


SHARES = """Pools lose a tenth of their visits.

The pools counted 184,300 visits, a tenth fewer than the 205,900 of the year before. More than half of the visits, 96,400,
were to Riverside. A third of them, 268, came again.
"""


def test_a_share_of_things_names_its_whole_after_them_and_its_part_in_figures_is_one_quantity_with_it() -> None:
    text = parse(SHARES, "plain")
    article = loads(draft(text, "a.txt"))
    assert [(claim.kind, *claim.names()) for claim in article.claims if claim.prints] == [
        ("share", "visits_part", "visits_all"),
        ("count", "visits"),
        ("change", "visits_before", "visits"),
        ("count", "visits_before"),
        ("share", "visits_2_part", "visits_2_all"),
        ("count", "visits_2_part"),
        ("share", "number_part", "number_all"),
        ("count", "number_part"),
    ]
    assert article.check(document=text).ok
