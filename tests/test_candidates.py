"""Candidates: other questions to the data that give a failing number; the right one is offered, and none by accident."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from dataclasses import astuple
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks.candidates import Case, Question, Range, candidates, cases, is_meant, printed, wrong
from factcheck.check import Article, Options, check
from factcheck.claimfile import loads
from factcheck.data import Asking, DataError, Query, Search, Table, answers_of
from factcheck.data.search.budget import MOST_QUERIES, Budget
from factcheck.data.search.variants import Variants
from factcheck.finding import ArticleReport, Candidate, DataSource, Report
from factcheck.interval import Interval
from factcheck.report import FORMATS, render
from factcheck.stored import restored, stored
from tests.test_data import WRITERS, write_csv

pytestmark = pytest.mark.no_cover

TIMES = int(os.environ.get("TIMES", "1"))
SHARE = "claims: [{kind: share, part: part, whole: whole, printed: '%s'}]"


def write(folder: Path, headings: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])


def count(folder: Path, raw: str, number: str, table: str = "t.csv", declared: str = "") -> Article:
    quantity = f"x: {{raw: {{table: t{raw}}}{declared}}}"
    claim = f'{{kind: count, quantity: x, printed: "{number}"}}'
    return loads(f"data: {{t: {table}}}\nquantities: {{{quantity}}}\nclaims: [{claim}]", "a.yaml", folder=folder)


def offered(article: Article) -> list[Candidate]:
    return [one for finding in article.check().findings for one in finding.candidates]


def as_asked(candidate: Candidate, one: Case) -> dict[str, Question]:
    """The questions of a candidate, to be answered by the code of the benchmark."""
    found = dict(one.asked)
    for name, figure in zip(candidate.quantities, candidate.figures, strict=True):
        query: Query = figure.asked
        where = {heading: (each.values[0], not each.negated) for heading, each in query.where.items() if not each.ends}
        ranges = [Range(heading, *end) for heading, each in query.where.items() for end in map(astuple, each.ends)]
        found[name] = Question(*query.operation, where, next(iter(ranges), None))
    return found


def test_the_question_that_was_meant_is_mostly_offered_and_each_that_is_offered_gives_the_number(
    tmp_path: Path,
) -> None:
    right = accidents = 0
    for _, _, one in cases(4 * TIMES, 77):
        found = candidates(one, one.printed, tmp_path)
        right += any(is_meant(candidate, one) for candidate in found)
        assert len(found) <= 3
        for candidate in found:
            assert printed(one.kind, as_asked(candidate, one), one.rows) == one.printed
    for number, _, one in cases(2 * TIMES, 78):
        accidents += bool(candidates(one, wrong(one, Random(number)), tmp_path))
    assert right >= 3 * TIMES
    assert accidents <= TIMES


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_format_is_searched(suffix: str, tmp_path: Path) -> None:
    WRITERS[suffix](tmp_path / f"cases.{suffix}")
    raw = "raw: {table: t, sum: fine, where: {platform: Instagram}}"
    text = f"data: {{t: cases.{suffix}}}\nquantities: {{x: {{amount: true, {raw}}}}}\n"
    article = loads(f"{text}claims: [{{kind: count, quantity: x, printed: '1,628'}}]", "a.yaml", folder=tmp_path)
    (found,) = offered(article)
    assert (found.sort, found.quantities) == ("another category", ("x",))
    assert found.change == "where platform = Facebook instead of Instagram"
    assert "1,628, the sum of fine in 2 rows of cases" in str(found)


def base(folder: Path) -> Article:
    """Eight of 918 are 0.87 per cent; the claims file divides by 768."""
    rows = [(number, "settled" if number < 768 else "open", "yes" if number < 8 else "") for number in range(918)]
    write(folder, ("id", "status", "appeal"), rows)
    return loads(
        "data: {t: t.csv}\nquantities:\n  part: {raw: {table: t, where: {appeal: 'yes'}}}\n"
        f"  whole: {{raw: {{table: t, where: {{status: settled}}}}}}\n{SHARE % '0.87%'}",
        "a.yaml",
        folder=folder,
    )


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> ArticleReport:
    return check(base(tmp_path_factory.mktemp("base")), Options())


def test_a_wrong_base_is_told_with_what_it_is_worth(report: ArticleReport) -> None:
    (found,) = [one for finding in report.findings for one in finding.candidates]
    assert str(found).startswith(
        "Likely question (filter dropped): `whole` without status = settled gives 918 rows of t.csv; "
        "8 / 918 = 0.871%, prints 0.87% (1 of "
    )
    assert [figure.sql for figure in found.figures] == ['SELECT count(*) FROM "t"']


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
def test_every_output_that_tells_slips_tells_candidates(form: str, report: ArticleReport) -> None:
    told = render(Report((report,), None), form).replace("\\", "").replace("\n  ", " ")
    assert "`whole` without status = settled gives 918 rows of t.csv" in told.replace("%60", "`")


def test_a_candidate_is_an_object_of_json_and_comes_back_from_the_cache(report: ArticleReport) -> None:
    found = json.loads(render(Report((report,), None), "json"))["articles"][0]["findings"][0]["candidates"][0]
    assert found["questions"] == [{"quantity": "whole", "data": "918 rows of t.csv", "sql": 'SELECT count(*) FROM "t"'}]
    assert (found["sort"], found["fitting"], found["chance"]["explained"]) == ("filter dropped", 1, 0)
    assert restored(stored(report)) == report


def test_nothing_is_offered_of_a_file_that_was_replaced(tmp_path: Path) -> None:
    article = base(tmp_path)
    write(tmp_path, ("id", "status", "appeal"), [(1, "settled", "yes")])
    assert offered(article) == []


def test_changes_that_cannot_be_told_apart_are_told_together(tmp_path: Path) -> None:
    rows = [("A", "1", n) for n in range(30)] + [("B", "2", n) for n in range(20)] + [("C", "3", n) for n in range(9)]
    write(tmp_path, ("name", "code", "n"), rows)
    (found,) = offered(count(tmp_path, "", "39"))
    assert (found.change, found.also) == ("also where name is not B", ("also where code is not 2",))
    assert "; the same comes also where code is not 2 (" in str(found)


HOSTILE = (
    "O'Brien",
    "'; DROP TABLE t; --",
    'a "b" \\',
    "<script>alert(1)</script>",
    "[red]x[/red]",
    "a\nb",
    "\x1b[31m",
    "|`*",
)


def test_hostile_values_and_headings_are_text(tmp_path: Path) -> None:
    heading = "".join(HOSTILE).replace("\n", " ")
    rows = [(value, "x") for at, value in enumerate(HOSTILE) for _ in range(31 + 7 * at)]
    write(tmp_path, (heading, "n"), rows)
    quantities = "".join(f"  q{at}: {{raw: {{table: t}}}}\n" for at in range(len(HOSTILE)))
    claims = "".join(f"- {{kind: count, quantity: q{at}, printed: '{31 + 7 * at}'}}\n" for at in range(len(HOSTILE)))
    text = f"data: {{t: {{file: t.csv, delimiter: ','}}}}\nquantities:\n{quantities}claims:\n{claims}"
    report = loads(text, "a.yaml", folder=tmp_path).check()
    found = [finding.candidates[0].change for finding in report.findings if finding.candidates]
    assert found == [f"also where {heading} = {value}" for value in HOSTILE]
    shown = {form: render(report, form) for form in FORMATS}
    assert not any("\x1b" in told for told in shown.values())
    assert "<script>" not in shown["html"]
    assert not any(line.startswith("b") for line in shown["concise"].splitlines())


def test_cells_that_say_no_exact_number_are_no_candidates(tmp_path: Path) -> None:
    rows = [("a", "1,500.25"), ("a", "2.75"), ("b", "<5"), ("b", "7"), ("c", "n/a"), ("d", "100")]
    write(tmp_path, ("name", "cost"), rows)
    article = count(tmp_path, ", sum: cost, where: {name: d}", "£1,503", declared=", amount: true")
    (found,) = offered(article)
    assert found.change == "where name = a instead of d"
    assert offered(count(tmp_path, ", sum: cost, where: {name: d}", "£7", declared=", amount: true")) == []


def test_wide_tables_and_many_values_are_searched_within_bounds(tmp_path: Path) -> None:
    headings = ("kind", *(f"c{at}" for at in range(499)))
    write(tmp_path, headings, [("ab"[row % 3 == 0], *([row % 7] * 499)) for row in range(300)])
    (found, *_) = offered(count(tmp_path, ", where: {kind: a}", "300"))
    assert found.change == "without kind = a"
    assert found.tried < 2_000
    write(tmp_path, ("id", "kind"), [(f"id{row}", "ab"[row % 3 == 0]) for row in range(100_000)])
    (found, *_) = offered(count(tmp_path, ", where: {kind: a}", "33,334"))
    assert (found.change, found.tried) == ("where kind is not a", 3)


def test_long_values_and_many_claims_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, ("text", "kind"), [("x" * 5_000, "a")] * 41 + [("y", "b")] * 22)
    (found,) = offered(count(tmp_path, "", "41"))
    assert found.change == "also where kind = a"
    claims = "".join(f"- {{id: c{at}, kind: count, quantity: x, printed: '41'}}\n" for at in range(60))
    article = loads(
        f"data: {{t: t.csv}}\nquantities: {{x: {{raw: {{table: t}}}}}}\nclaims:\n{claims}", "a.yaml", folder=tmp_path
    )
    assert len(offered(article)) == 50


def test_memory_that_runs_out_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = base(tmp_path)

    def no_memory(*_: object) -> bool:
        raise MemoryError

    monkeypatch.setattr(Budget, "take", no_memory)
    assert offered(article) == []
    with pytest.raises(DataError, match="too large"):
        answers_of("t", Table(file="t.csv"), Asking(tmp_path))


def test_the_budget_bounds_queries_and_what_they_read() -> None:
    budget = Budget(queries=2, cells=100)
    assert [budget.take(60), budget.take(60), budget.take(40), budget.take(0)] == [True, False, True, False]
    assert MOST_QUERIES <= 400
    assert Variants.__dataclass_fields__["budget"].default_factory is Budget


def test_a_claim_with_an_unknown_quantity_or_without_a_table_has_no_candidates(tmp_path: Path) -> None:
    write_csv(tmp_path / "t.csv")
    text = "data: {t: t.csv}\nquantities: {part: {raw: {table: t}}, whole: {most: 3}}\n" + SHARE % "50%"
    assert offered(loads(text, "a.yaml", folder=tmp_path)) == []
    asked = "x: {raw: {sql: select 4 from t limit 1}}"
    text = f"data: {{t: t.csv}}\nquantities: {{{asked}}}\nclaims: [{{kind: count, quantity: x, printed: '2'}}]"
    assert offered(loads(text, "a.yaml", folder=tmp_path)) == []


def test_a_whole_that_is_only_printed_is_taken_from_its_count(tmp_path: Path) -> None:
    write(tmp_path, ("kind", "n"), [("a", 1)] * 12 + [("b", 1)] * 31)
    text = (
        "data: {t: t.csv}\nquantities: {part: {raw: {table: t, where: {kind: a}}}, whole: {}}\nclaims:\n"
        "- {kind: count, quantity: whole, printed: '50'}\n- {kind: share, part: part, whole: whole, printed: '62%'}"
    )
    (found,) = offered(loads(text, "a.yaml", folder=tmp_path))
    assert (found.claim, found.sort) == ("share-part-whole", "filter turned round")


QUESTIONS: tuple[dict[str, Any], ...] = (
    {},
    {"where": {"name": "a"}},
    {"where": {"name": ["a", "b"], "kind": {"not": "x"}}},
    {"where": {"kind": {"not": ["x", ""]}}},
    {"where": {"kind": ""}},
    {"sum": "cost", "where": {"name": "a", "kind": "x"}},
    {"sum": "cost", "where": {"name": {"not": "c"}}},
    {"max": "cost", "where": {"name": ["a", "c"]}},
    {"min": "cost", "where": {"kind": {"not": "y"}}},
    {"distinct": "who", "where": {"name": "b"}},
    {"sum": "net", "where": {"kind": "x"}},
    {"max": "net"},
    {"where": {"net": {"at_least": 0, "under": 7}}},
    {"sum": "net", "where": {"net": {"over": 0}}},
    {"where": {"on": {"in": 2024}, "name": "a"}},
    {"sum": "net", "where": {"on": {"from": "2023-07", "before": "2024-07"}}},
    {"max": "net", "where": {"on": {"in": 2024}}},
)


def test_what_is_counted_for_many_is_what_each_question_gives(tmp_path: Path) -> None:
    draw = Random(2026)
    cells, plain = ("1.5", "2", "1,628", "0", "30", ""), ("-0.25", "7", "10.5", "0", "")
    days = ("2023-05-01", "2023-12-31 10:00", "2024-02-29", "2024-12-01", "2025-01-01", "")
    columns = ("abc", ("x", "y", ""), cells, "pqr", plain, days)
    write(tmp_path, ("name", "kind", "cost", "who", "net", "on"), [tuple(map(draw.choice, columns)) for _ in range(40)])
    asking, queries = Asking(tmp_path), [Query(table="t", **asked) for asked in QUESTIONS]
    source = DataSource("t", "t.csv", 0, sha256((tmp_path / "t.csv").read_bytes()).hexdigest())
    told = [(answer.query, answer.value) for answer in answers_of("t", Table(file="t.csv"), asking).answers[::8]]
    with Search({"t": Table(file="t.csv")}, [source], [*queries, *(query for query, _ in told)], asking) as search:
        variants = [search.variants(query) for query in queries]
        assert all(variants)
        told += [(one.query, one.value) for some in variants for one in some]
        distinct = {query.model_dump_json(): (query, value) for query, value in told}
        for query, value in list(distinct.values())[:: 4 if TIMES == 1 else 1]:
            assert search.figure(query).value == Interval.exactly(value), query


RANGED: dict[
    str, tuple[Callable[[int, date], bool], str]
] = {  # what the claims file asks, how the number came about, and the change
    "{age: {under: 18}}": (lambda age, _: age <= 18, "where age at most 18 instead of under 18"),
    "{age: {over: 21, under: 30}}": (lambda age, _: 21 <= age < 30, "where age at least 21 instead of over 21"),
    "{age: {at_least: 60}}": (lambda age, _: age < 60, "where age under 60"),
    "{age: {at_least: 30, at_most: 50}}": (lambda _, __: True, "without age at least 30 and at most 50"),
    "{opened: {in: 2024}}": (lambda _, day: day.year == 2023, "where opened in 2023 instead of in 2024"),
    "{opened: {from: 2024-03, before: 2024-09}}": (
        lambda _, day: day.year == 2023 and 3 <= day.month < 9,
        "where opened from 2023-03 and before 2023-09 instead of from 2024-03 and before 2024-09",
    ),
    "{opened: {before: 2024-03-05}}": (
        lambda _, day: day <= date(2024, 3, 5),
        "where opened to 2024-03-05 instead of before",
    ),
    "{age: {at_least: 18}}": (lambda age, day: age >= 18 and day.year == 2024, "also where opened in 2024"),
}


@pytest.mark.parametrize("asked", RANGED)
def test_ends_and_years_that_were_taken_for_others_are_found(asked: str, tmp_path: Path) -> None:
    draw = Random(asked)
    ages = [draw.choice((17, 18, 18, 21, 22, 29, 30, 40, 55, 60, 61)) for _ in range(900)]
    days = [date(2023, 1, 1) + timedelta(draw.randrange(1096)) for _ in ages]
    days[:90] = [date(2024, 3, 5)] * 90
    meant, change = RANGED[asked]
    write(tmp_path, ("age", "opened"), list(zip(ages, days, strict=True)))
    number = sum(meant(age, day) for age, day in zip(ages, days, strict=True))
    found = offered(count(tmp_path, f", where: {asked}", f"{number}"))
    assert change in found[0].change
    assert str(number) in found[0].figures[0].words
