"""Matches: what is proposed is true of the data, the plain questions are found, and numbers from nowhere are not."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from benchmarks.candidates import Question, table
from factcheck.check import Article
from factcheck.claimfile import load
from factcheck.cli import Exit, app
from factcheck.data import Asking, Table, answers_of
from factcheck.finding import Figure
from factcheck.match.sentence import Sentence

pytestmark = pytest.mark.no_cover

TIMES = int(os.environ.get("TIMES", "1"))
EXAMPLE = Path(__file__).parents[1] / "claims" / "town-hall-requests"
HOSTILE = (
    "O'Brien",
    "'; DROP TABLE t; --",
    'a "b" \\',
    "<script>x</script>",
    "a\nb",
    "\x1b[31m",
    "# decide: x",
    "{a: b}",
)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["match", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def matched(text: str, *words: str) -> tuple[Article, str]:
    """The claims file that is proposed for a text over t.csv, read as `verify` reads it."""
    Path("a.txt").write_text(text, encoding="utf-8")
    code, _, err = run("a.txt", "--data", "t.csv", "-o", "a.yaml", "--force", *words)
    assert code in (Exit.OK, Exit.NOTHING), err
    return load("a.yaml"), Path("a.yaml").read_text(encoding="utf-8")


def write(headings: tuple[str, ...], rows: list[tuple[Any, ...]], name: str = "t.csv") -> None:
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])


def asked(article: Article) -> dict[str, Any]:
    """What is asked for each printed number of a count."""
    raw = {name: one.raw for name, one in article.declarations.items()}
    figures = {name: one for name, one in raw.items() if isinstance(one, Figure)}
    counts = (
        (str(claim.numeral), figures[claim.names()[0]].asked) for claim in article.claims if claim.kind == "count"
    )
    return {number: query.model_dump(mode="json", exclude_defaults=True) for number, query in counts}


def test_the_numbers_of_the_example_are_found_and_all_of_them_hold() -> None:
    shutil.copytree(EXAMPLE, "example")
    code, _, err = run("example/article.md", "--data", "example/requests.csv", "-o", "example/found.yaml")
    assert (code, "22 numbers found in the data, 2 not" in err) == (0, True)
    article = load("example/found.yaml")
    assert article.check().ok
    shipped = asked(load(EXAMPLE / "claims.yaml"))
    found = asked(article)
    same = [
        number for number in found if number in shipped and found[number].get("where") == shipped[number].get("where")
    ]
    assert len(same) >= 10


def test_a_wrong_base_is_asked_about() -> None:
    Path("t.csv").write_bytes((EXAMPLE / "requests.csv").read_bytes())
    article, text = matched("Only 8 (0.87%) of the 768 decisions were changed after a review.")
    assert '# decide: the words say of 768, and 8 of 918 is printed "0.87%": which is meant?' in text
    shares = [claim for claim in article.claims if claim.kind == "share"]
    assert [claim.names() for claim in shares] == [("changed", "t")]
    report = article.check()
    assert (report.ok, [finding.rule.name for finding in report.findings][:1]) == (True, ["undecided"])


def drawn(random: Random) -> tuple[list[Mapping[str, str]], list[tuple[str, Question]]]:
    """A table, and sentences with their questions."""
    rows: list[Mapping[str, str]] = [
        {**row, "c0": random.choice(("harbour", "airport", "station"))} for row in table(random)
    ]
    told: list[tuple[str, Question]] = [("In all there were {} rows.", Question("count", "", {}))]
    places = ("harbour", "airport", "station")
    told += [(f"At the {value} there were {{}}.", Question("count", "", {"c0": (value, True)})) for value in places]
    told.append(("The gross came to {} at the airport.", Question("sum", "gross", {"c0": ("airport", True)})))
    told.append(("Each different person counted, there were {}.", Question("distinct", "person", {})))
    return rows, told


def test_plain_questions_are_found_and_numbers_from_nowhere_mostly_not() -> None:
    right = made = wrong = tried = 0
    for seed in range(TIMES):
        random = Random(f"match {seed}")
        rows, told = drawn(random)
        write(tuple(rows[0]), [tuple(row.values()) for row in rows])
        article, _ = matched("\n\n".join(words.format(f"{one.answer(rows):,}") for words, one in told))
        found = asked(article)
        assert article.check().ok
        for _, question in told:
            made += 1
            query = {key: one for key, one in found.get(f"{question.answer(rows):,}", {}).items() if one}
            right += query == question.raw()
        numbers = [f"{random.randint(100, 9_999):,}" for _ in range(8)]
        article, _ = matched("\n\n".join(f"Somebody told us of {number} things." for number in numbers))
        tried += len(numbers)
        wrong += len(article.claims)
        assert article.check().ok
    assert right >= made * 3 / 4
    assert wrong <= tried / 5


def test_only_numbers_without_a_claim_are_looked_for() -> None:
    write(("kind", "n"), [("red", 1)] * 137 + [("blue", 2)] * 261)
    Path("known.yaml").write_text(
        "article: a.txt\nclaims: [{kind: count, quantity: red, printed: '137', quote: 137 red}]", encoding="utf-8"
    )
    article, text = matched("There were 137 red and 261 blue ones.", "--claims", "known.yaml")
    assert [str(claim.numeral) for claim in article.claims] == ["261"]
    assert "137" not in text.partition("claims:")[2].replace("There were 137 red and", "")


def test_hostile_values_and_headings_are_text() -> None:
    rows = [(value, "x") for at, value in enumerate(HOSTILE) for _ in range(1_031 + 7 * at)]
    write(("a: 'b\"\\", "n"), rows)
    numbers = [f"{1_031 + 7 * at:,}" for at in range(len(HOSTILE))]
    article, text = matched("\n\n".join(f"{number} of them." for number in numbers))
    assert article.check().ok
    values = [query["where"]["a: 'b\"\\"] for query in asked(article).values()]
    assert values == [value for value in HOSTILE if value.isprintable() or "\n" in value]
    assert not any(sign in text for sign in ("\x1b", "\nb"))
    assert not any(line.lstrip().startswith("# decide:") for line in text.splitlines())


def test_titles_above_the_headings_are_passed_over_and_sheets_named() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["All stops of the year"])
    workbook.active.append([])
    for row in [("ward", "object"), *[("north", "drugs")] * 142, *[("south", "arms")] * 71]:
        workbook.active.append(row)
    workbook.active.title = "By ward"
    workbook.create_sheet("Notes")["A1"] = "none"
    workbook.save("t.xlsx")
    Path("a.txt").write_text("Of 213 stops, 142 were for drugs (66.7 per cent).", encoding="utf-8")
    code, _, err = run("a.txt", "--data", "t.xlsx", "-o", "a.yaml")
    assert (code, "By ward, Notes" in err) == (2, True)
    assert run("a.txt", "--data", "t.xlsx!By ward", "-o", "a.yaml")[0] == 0
    article = load("a.yaml")
    assert (article.check().ok, len(article.claims)) == (True, 3)
    assert 'sheet: "By ward", header: "3"' in Path("a.yaml").read_text(encoding="utf-8")


def test_german_numbers_are_read_as_such() -> None:
    write(("art", "summe"), [("rot", "1.200,50")] * 1_628 + [("blau", "0,25")] * 10)
    article, text = matched("Es gab 1.638 Fälle, davon 1.628 in Rot.", "--language", "de")
    assert article.check().ok
    assert [str(claim.numeral) for claim in article.claims] == ["1.638", "1.628"]
    assert "language: de" in text


def test_questions_are_bounded_on_wide_tables_and_many_values() -> None:
    write(tuple(f"c{at}" for at in range(150)), [tuple([row % 40] * 150) for row in range(60)])
    found = answers_of("t", Table(file="t.csv"), Asking(Path()))
    assert len(found.answers) <= 10_000
    write(("id", "kind"), [(f"id{row}", "ab"[row % 3 == 0]) for row in range(50_000)])
    found = answers_of("t", Table(file="t.csv"), Asking(Path()))
    assert [int(answer.value) for answer in found.answers] == [50_000, 2, 33_333, 16_667]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a.txt", "--data", "no.csv"), "there is no file no.csv"),
        (("no.txt", "--data", "t.csv"), "no.txt"),
        (("a.txt", "--data", "t.csv", "-o", "a.json"), "give a name that ends in .yaml"),
        (("a.txt", "--data", "t.csv", "-o", "there.yaml"), "there is a file already"),
        (("a.txt", "--data", "t.csv", "--claims", "there.yaml"), "there.yaml:1:1"),
        (("a.txt", "--data", "a.txt"), "of no known format"),
        (("a.txt", "--data", "."), "is a folder; name a file"),
        (("a.txt", "--data", "t.csv", "--claims", "c.yaml", "-o", "c.yaml", "--force"), "that file was read for it"),
    ],
)
def test_what_cannot_be_read_or_written_is_refused(words: tuple[str, ...], told: str) -> None:
    write(("kind",), [("red",)])
    Path("a.txt").write_text("There were 12.", encoding="utf-8")
    Path("there.yaml").write_text("", encoding="utf-8")
    Path("c.yaml").write_text("article: a.txt\nclaims: []\n", encoding="utf-8")
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert told in err


def test_nothing_found_is_no_success_and_data_elsewhere_are_told() -> None:
    Path("data").mkdir()
    Path("claims").mkdir()
    write(("kind",), [("red",)] * 3, "data/t.csv")
    Path("a.txt").write_text("There were 812 things.", encoding="utf-8")
    code, out, err = run("a.txt", "--data", "data/t.csv")
    assert (code, "0 numbers found in the data, 1 not" in err) == (3, True)
    assert '# Nothing that was asked of the data gives "812" (line 1, column 12).' in out
    assert "--allow-data data" in run("a.txt", "--data", "data/t.csv", "-o", "claims/a.yaml")[2]
    Path("a.txt").write_text("There was nothing.", encoding="utf-8")
    assert run("a.txt", "--data", "data/t.csv")[0] == 3


def test_what_the_words_speak_of_is_told_where_the_number_is_another() -> None:
    write(("place", "n"), [("harbour", n % 7) for n in range(545)] + [("airport", n % 5) for n in range(373)])
    article, text = matched("At the harbour there were 554. At the airport there were 21.")
    assert article.claims == ()
    assert (
        '# Nothing that was asked of the data gives "554" (line 1, column 27); rows of t.csv where place = harbour: 545.'
        in text
    )
    assert 'gives "21" (line 1, column' in text
    assert "373" not in text


def test_words_of_one_stem_are_one() -> None:
    said = Sentence("The council refuses requests, and its decisions come late.")
    assert [said._has(word) for word in ("refused", "request", "decided", "Late", "opera", "open", "")] == [
        True,
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def requests(draw: Random, **more: Callable[[int], Any]) -> list[tuple[Any, ...]]:
    """Rows of a table: a number, a day of three years, what came of it, and further cells."""
    days = [date(2022, 1, 1) + timedelta(draw.randrange(1096)) for _ in range(3_000)]
    outcomes = ("refused", "granted", "pending")
    return [(at, day, draw.choice(outcomes), *(cell(at) for cell in more.values())) for at, day in enumerate(days)]


def test_years_and_months_of_a_column_of_days_are_asked() -> None:
    rows = requests(Random(5))
    year = sum(day.year == 2023 for _, day, _ in rows)
    refused = sum(day.year == 2023 and outcome == "refused" for _, day, outcome in rows)
    month = sum((day.year, day.month) == (2024, 3) for _, day, _ in rows)
    write(("id", "received", "outcome"), rows)
    article, _ = matched(
        f"In 2023 the offices received {year:,} requests.\n\nIn 2023, {refused} were refused, {refused / year:.1%} of "
        f"that year.\n\nIn March 2024, {month} were received.\n\nThey told {month + 1} stories in April 2024."
    )
    assert article.check().ok
    assert {number: query.get("where") for number, query in asked(article).items()} == {
        f"{year:,}": {"received": {"in": "2023"}},
        str(refused): {"received": {"in": "2023"}, "outcome": "refused"},
        str(month): {"received": {"in": "2024-03"}},
    }
    (share,) = (claim for claim in article.claims if claim.kind == "share")
    assert share.names() == ("received_2023_refused", "received_2023")
    article, _ = matched(f"Im März 2024 gingen {month} ein.", "--language", "de")
    assert asked(article)[str(month)]["where"] == {"received": {"in": "2024-03"}}


def test_of_two_columns_of_days_the_one_is_asked_that_the_words_name() -> None:
    rows = requests(Random(6), closed=lambda at: date(2022, 6, 1) + timedelta(at // 3))
    write(("id", "opened", "outcome", "closed"), rows)
    closed = sum(last.year == 2023 for *_, last in rows)
    article, _ = matched(f"In 2023 {closed:,} cases were closed.")
    assert asked(article)[f"{closed:,}"]["where"] == {"closed": {"in": "2023"}}


def test_what_is_no_day_everywhere_or_has_too_many_years_is_not_asked_by_year() -> None:
    rows = requests(Random(7), late=lambda at: f"{2023 + at % 2}-05-01" if at != 2_999 else "2023-06 or so")
    write(("id", "received", "outcome", "late"), rows)
    found = [
        one
        for answer in answers_of("t", Table(file="t.csv"), Asking(Path())).answers
        for one in answer.query.where.items()
    ]
    assert "late" in {heading for heading, _ in found}
    assert {heading for heading, condition in found if condition.ends} == {"received"}
    write(("on", "n"), [(f"{1900 + at % 70}-01-01", at) for at in range(400)])
    answers = answers_of("t", Table(file="t.csv"), Asking(Path())).answers
    assert not any(condition.ends for answer in answers for condition in answer.query.where.values())
