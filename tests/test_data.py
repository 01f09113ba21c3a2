"""Raw values from data: every format as other programs write it, every number exact, every mistake at its place."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import openpyxl
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from factcheck.batch import Checking, Memory
from factcheck.cache import ledger
from factcheck.check import Article, Options
from factcheck.check.article import ClaimsError
from factcheck.claimfile import ClaimFileError, load, loads, schema
from factcheck.data.asking import Asked, _end, _sum
from factcheck.data.cells.meaning import Cells
from factcheck.data.engine import Engine, Loaded, Room
from factcheck.finding import Figure, Place, Verdict
from factcheck.interval import Interval
from factcheck.report import FORMATS, render
from factcheck.rules import INEXACT_DATA, SOURCE_CHANGED
from factcheck.stored import restored, stored
from factcheck.why import prose, why
from tests import town_hall
from tests.office import saved_as

HEADINGS = ("platform", "fine", "age", "on")
ROWS: tuple[tuple[Any, ...], ...] = (
    ("Facebook", 1628, 13, date(2018, 4, 3)),
    ("Facebook", 0, 14, date(2018, 4, 4)),
    ("Instagram", 12, 13, date(2018, 4, 3)),
    (None, 7, 9, None),
)
COUNT = "claims: [{kind: count, quantity: x, printed: '5'}]\n"


def article(folder: Path, raw: str, data: str, rest: str = "", **declared: str) -> Article:
    """An article with one quantity that asks for a raw value."""
    fields = "".join(f", {name}: {value}" for name, value in declared.items())
    return loads(
        f"data: {{{data}}}\n{rest}quantities: {{x: {{raw: {{{raw}}}{fields}}}}}\n{COUNT}", "a.yaml", folder=folder
    )


def figure(folder: Path, raw: str, data: str = "t: t.csv", rest: str = "", **declared: str) -> Figure:
    found = article(folder, raw, data, rest, **declared).declarations["x"].raw
    assert isinstance(found, Figure)
    return found


def refused(folder: Path, raw: str, data: str = "t: t.csv", rest: str = "", **declared: str) -> str:
    with pytest.raises(ClaimFileError) as caught:
        article(folder, raw, data, rest, **declared)
    assert len(caught.value.problems) == 1, str(caught.value)
    return str(caught.value).partition("\n")[0]


def frame() -> pl.DataFrame:
    return pl.DataFrame({name: [row[at] for row in ROWS] for at, name in enumerate(HEADINGS)})


def write_csv(path: Path) -> None:
    frame().write_csv(path)


def write_tsv(path: Path) -> None:
    frame().write_csv(path, separator="\t")


def write_parquet(path: Path) -> None:
    frame().write_parquet(path)


def write_workbook(path: Path) -> None:
    workbook = openpyxl.Workbook()
    for row in (HEADINGS, *ROWS):
        workbook.active.append(row)
    workbook.save(path)


def write_json(path: Path) -> None:
    path.write_text(json.dumps([dict(zip(HEADINGS, row, strict=True)) for row in ROWS], default=str), "utf-8")


def write_jsonl(path: Path) -> None:
    lines = (json.dumps(dict(zip(HEADINGS, row, strict=True)), default=str) for row in ROWS)
    path.write_text("\n".join(lines), "utf-8")


def write_sqlite(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE cases (platform TEXT, fine INTEGER, age INTEGER, 'on' TEXT)")
        connection.executemany(
            "INSERT INTO cases VALUES (?, ?, ?, ?)", [(*row[:3], row[3] and str(row[3])) for row in ROWS]
        )
    connection.close()


def write_ods(path: Path) -> None:
    """As LibreOffice writes it, cut down to what a reader looks at."""
    end = '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
    cells = "".join("<table:table-row>" + "".join(map(_ods_cell, row)) + end for row in (HEADINGS, *ROWS))
    cells += f'<table:table-row table:number-rows-repeated="1048571">{end}'
    names = "office table text".split()
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    body = f'<office:body><office:spreadsheet><table:table table:name="Sheet1">{cells}</table:table></office:spreadsheet></office:body>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml", f'<office:document-content {spaces} office:version="1.2">{body}</office:document-content>'
        )
        manifest = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {manifest}/>")


def _ods_cell(value: Any) -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case int():
            kind = f'office:value-type="float" office:value="{value}"'
        case date():
            kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        case _:
            kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"


WRITERS: dict[str, Callable[[Path], None]] = {
    "csv": write_csv,
    "tsv": write_tsv,
    "parquet": write_parquet,
    "xlsx": write_workbook,
    "ods": write_ods,
    "json": write_json,
    "jsonl": write_jsonl,
    "sqlite": write_sqlite,
}
QUESTIONS = {
    "table: t": "4 rows of {}",
    "table: t, where: {platform: Facebook}": "2 rows of {} where platform = Facebook",
    "table: t, where: {platform: ''}": "1 row of {} where platform is empty",
    "table: t, where: {platform: {not: Facebook}}": "2 rows of {} where platform is not Facebook",
    "table: t, where: {platform: [Facebook, Instagram], age: 13}": "2 rows of {} where platform is Facebook or Instagram and age = 13",
    "table: t, where: {on: 2018-04-03}": "2 rows of {} where on = 2018-04-03",
    "table: t, sum: fine": "1,647, the sum of fine in 4 rows of {}",
    "table: t, sum: fine, where: {platform: {not: ['', Instagram]}}": (
        "1,628, the sum of fine in 2 rows of {} where platform is not empty or Instagram"
    ),
    "table: t, distinct: platform": "2 different values of platform among 4 rows of {}, 1 empty cell apart",
    "table: t, min: age": "9, the least age in 4 rows of {}",
    "table: t, max: age, where: {platform: Facebook}": "14, the greatest age in 2 rows of {} where platform = Facebook",
    "table: t, where: {age: {at_least: 13, under: 14}}": "2 rows of {} where age at least 13 and under 14",
    "table: t, where: {age: {over: 13}}": "1 row of {} where age over 13",
    "table: t, where: {age: {under: 9}}": "0 rows of {} where age under 9",
    "table: t, where: {age: {not: 9, at_most: '13.000'}}": "2 rows of {} where age is not 9 and at most 13.000",
    "table: t, where: {on: {in: 2018-04-03}}": "2 rows of {} where on in 2018-04-03, leaving out 1 whose on is empty",
    "table: t, where: {on: {after: 2018-04-03, not: ''}}": "1 row of {} where on is not empty and after 2018-04-03",
    "table: t, where: {on: {from: 2018, to: 2018-04}, age: {at_least: 1, at_most: 100%}}": (
        "0 rows of {} where on from 2018 and to 2018-04 and age at least 1 and at most 100%"
    ),
    "table: t, sum: fine, where: {on: {before: 2018-04-04}, platform: {not: Instagram}, fine: {over: 0.5}}": (
        "1,628, the sum of fine in 1 row of {} where on before 2018-04-04 and platform is not Instagram and fine over 0.5, "
        "leaving out 1 whose on is empty"
    ),
}


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same table in every format."""
    folder = tmp_path_factory.mktemp("shelf")
    for suffix, write in WRITERS.items():
        write(folder / f"cases.{suffix}")
    return folder


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_format_answers_every_question_alike(shelf: Path, suffix: str) -> None:
    names = {f"q{number}": raw for number, raw in enumerate(QUESTIONS)}
    lines = "".join(f"  {name}: {{raw: {{{raw}}}}}\n" for name, raw in names.items())
    text = f"data: {{t: cases.{suffix}}}\nquantities:\n{lines}claims: [{{kind: count, quantity: q0, printed: '4'}}]\n"
    found = loads(text, "a.yaml", folder=shelf)
    told = {raw: str(found.declarations[name].raw) for name, raw in names.items()}
    assert told == {raw: words.format(f"cases.{suffix}") for raw, words in QUESTIONS.items()}
    assert [(source.name, source.size) for source in found.sources] == [
        ("t", (shelf / f"cases.{suffix}").stat().st_size)
    ]


def test_a_table_that_an_office_wrote_answers_alike(shelf: Path, tmp_path: Path) -> None:
    shutil.copy(shelf / "cases.xlsx", tmp_path)
    saved_as("ods", tmp_path / "cases.xlsx", tmp_path / "office")
    for raw, words in QUESTIONS.items():
        assert str(figure(tmp_path, raw, "t: cases.ods")) == words.format("cases.ods")


def test_a_claim_is_checked_against_what_the_table_says(shelf: Path) -> None:
    text = (
        "data: {t: cases.csv}\nquantities:\n"
        "  all: {raw: {table: t}}\n  facebook: {of: all, raw: {table: t, where: {platform: Facebook}}}\n"
        "claims:\n  - {kind: share, id: right, part: facebook, whole: all, printed: half}\n"
        "  - {kind: count, id: wrong, quantity: facebook, printed: '3'}\n"
    )
    report = loads(text, "a.yaml", folder=shelf).check()
    assert (report["right"].verdict, report["wrong"].verdict) == (Verdict.PASS, Verdict.FAIL)
    (failure,) = (finding for finding in report.findings if finding.rule.name == "fail")
    assert "the data gave 2 for facebook (rows of cases.csv where platform = Facebook)" in failure.message


def test_python_states_data_as_a_file_does(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shelf)
    stated = Article(
        data={"t": "cases.json"},
        quantities={"x": {"raw": {"table": "t", "where": {"age": 13}}}},
        claims=[{"kind": "count", "id": "c", "quantity": "x", "printed": "2"}],
    )
    with pytest.raises(ValueError, match="fetched"):
        _ = stated.facts
    assert stated.check()["c"].verdict is Verdict.PASS
    assert stated.fetched().fetched() == stated.fetched()


class Cell(NamedTuple):
    """The text of a cell of a column whose other cells are 1 and 2, and the sum that it makes; None: it is refused."""

    text: str
    total: str | None
    rest: str = ""
    table: str = ""


CELLS = (
    Cell('"1,628"', "1,631"),
    Cell("1628.50", "1,631.5"),
    Cell("0.1", "3.1"),
    Cell("-4", "-1"),
    Cell("−4", "-1"),
    Cell("£4.25", "7.25"),
    Cell("25%", "3.25"),
    Cell("<5", "3 to 7"),
    Cell("[c]", "at least 3"),
    Cell("..", "at least 3"),
    Cell("-", "3"),
    Cell("5-9", "8 to 12"),
    Cell("n/a", None),
    Cell("n/a", "at least 3", 'cells: {"n/a": any}\n'),
    Cell('""', None),
    Cell('""', "3", 'cells: {"": nil}\n'),
    Cell("<5", "4 to 7", 'cells: {"<5": 1-4}\n'),
    Cell("about 5", None),
    Cell("Facebook", None),
    Cell("2018-04-03", None),
    Cell("1e5", None),
    Cell("nan", None),
    Cell("=1+1", None),
    Cell("#DIV/0!", None),
    Cell("007", None),
    Cell('"32,6"', None),
    Cell('"32,6"', "35.6", "language: de\n"),
    Cell("1.628", "4.628"),
    Cell("1.628", None, "language: de\n"),
    Cell("1.628", "1,631", "language: de\n", "language: de"),
    Cell("1.628", "1,631", "", "language: de"),
    Cell("1.628", "4.628", "language: de\n", "language: en"),
)


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell.text}{cell.rest}{cell.table}".strip())
def test_a_cell_is_read_exactly_or_refused_with_its_line_and_column(tmp_path: Path, cell: Cell) -> None:
    (tmp_path / "t.csv").write_text(f"id,n\na,1\nb,{cell.text}\nc,2\n", "utf-8")
    data = f"t: {{file: t.csv, {cell.table}}}" if cell.table else "t: t.csv"
    asked = ("table: t, sum: n", data, cell.rest)
    if cell.total is None:
        told = refused(tmp_path, *asked, amount="true")
        assert "t.csv, line 3, column 'n': " in told
    else:
        assert figure(tmp_path, *asked, amount="true", least="-9").words == cell.total


ARROW = {  # what is asked of a file that pyarrow wrote: tests/sources/README.md
    "table: t": "3",
    "table: t, sum: tiny, where: {tiny: {not: ''}}": "3",
    "table: t, where: {tiny: ''}": "1",
    "table: t, sum: large": "18,446,744,073,709,551,616",
    "table: t, sum: price": "1,625.6",
    "table: t, min: price": "-3",
    "table: t, sum: half": "3.5",
    "table: t, max: rate, where: {flag: {not: ''}}": "3",
    "table: t, where: {rate: 0.1, half: 0.5, price: '1628.50'}": "1",
    "table: t, where: {half: 2, large: 0}": "1",
    "table: t, distinct: sort": "2",
    "table: t, sum: words, where: {words: ['1,628', <5]}": "1,628 to 1,632",
    "table: t, where: {flag: true, on: 2018-04-03}": "1",
    "table: t, where: {at: '2018-04-03 12:30:00', zoned: '2018-04-03 12:30:00+00'}": "1",
    "table: t, where: {nothing: ''}": "3",
    "sql: select sum(price) from t": "1,625.6",
    "sql: select max(large) from t": "18,446,744,073,709,551,615",
    "sql: select count(*) from t where half = '0.5' and rate = '0.1' and on = '2018-04-03'": "1",
}


@pytest.mark.parametrize("raw", ARROW)
def test_typed_columns_keep_what_they_hold(raw: str) -> None:
    asked = raw.replace("and on", 'and "on"')
    folder = Path(__file__).parent / "sources"
    assert figure(folder, asked, "t: arrow.parquet", amount="true", least="-9").words == ARROW[raw]


def test_a_parquet_file_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    whole = (Path(__file__).parent / "sources" / "arrow.parquet").read_bytes()
    for length in (len(whole) - 1, len(whole) - 8, len(whole) // 2, 4):
        (tmp_path / "t.parquet").write_bytes(whole[:length])
        assert "t.parquet cannot be read: it is of another format, or broken" in refused(
            tmp_path, "table: t", "t: t.parquet"
        )
    (tmp_path / "t.parquet").write_bytes(whole[:4] + bytes(400) + whole[404:])
    assert "t.parquet cannot be read: it is of another format, or broken" in refused(
        tmp_path, "table: t, sum: large, where: {tiny: 1}", "t: t.parquet"
    )
    told = refused(Path(__file__).parent / "sources", "table: t, max: rate", "t: arrow.parquet", amount="true")
    assert "arrow.parquet, row 3, column 'rate': 'nan' is no number" in told


def test_a_parquet_file_is_asked_where_it_is_whatever_it_and_its_columns_are_called(tmp_path: Path) -> None:
    folder = tmp_path / "odd [1] 'x'*"
    folder.mkdir()
    odd = pl.DataFrame({"file_row_number": [1, None, 2], "n'\"": ["1", None, "x"], "": ["a", None, None]})
    odd.write_parquet(folder / "a?.parquet")
    odd[:, 1:].write_parquet(folder / "b.parquet")
    odd[:, 1:].write_parquet(tmp_path / "b.parquet")
    for where, file in ((folder, "'a?.parquet'"), (folder, "b.parquet"), (tmp_path, "b.parquet")):
        assert figure(where, "table: t", f"t: {file}").words == "2"
        told = refused(where, "table: t, sum: 'n''\"'", f"t: {file}")
        row = 3 if where == tmp_path else 2  # what is copied has no empty rows
        assert f"row {row}, column 'n\\'\"': 'x' is no" in told.replace('\\"', '"')
    plain = odd[:, :1].rename({"file_row_number": "File_Row_Number"})
    plain.write_parquet(tmp_path / "c.parquet")
    assert figure(tmp_path, "table: t, sum: File_Row_Number", "t: c.parquet").words == "3"


def test_sums_keep_every_digit(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("n\n" + "0.1\n" * 10 + "123456789012345678901234567890\n", "utf-8")
    assert figure(tmp_path, "table: t, sum: n").value == Interval.exactly(123456789012345678901234567891)
    exact = pl.DataFrame({"d": [Decimal("0.10"), Decimal("0.20")], "n": [2**63 - 1, 1]})
    exact.write_parquet(tmp_path / "t.parquet")
    assert figure(tmp_path, "table: t, sum: d", "t: t.parquet", amount="true").value == Interval.exactly(
        Fraction(3, 10)
    )
    assert figure(tmp_path, "table: t, sum: n", "t: t.parquet").value == Interval.exactly(2**63)
    (tmp_path / "t.json").write_text('[{"n": 0.1}, {"n": 12345678901234567890.5}, {"n": 1e2}]', "utf-8")
    assert figure(tmp_path, "table: t, sum: n", "t: t.json", amount="true").words == "12,345,678,901,234,567,990.6"


def test_binary_fractions_are_refused_for_counts_and_read_as_printed_for_amounts(tmp_path: Path) -> None:
    pl.DataFrame({"n": [0.1, 0.2, 3.0]}).write_parquet(tmp_path / "t.parquet")
    connection = sqlite3.connect(tmp_path / "t.sqlite")
    with connection:
        connection.execute("CREATE TABLE t (n REAL)")
        connection.executemany("INSERT INTO t VALUES (?)", [(0.1,), (0.2,), (3,)])
    connection.close()
    workbook = openpyxl.Workbook()
    for cell in ("n", 0.1, 0.2, 3):
        workbook.active.append([cell])
    workbook.save(tmp_path / "t.xlsx")
    for file in ("t.parquet", "t.sqlite", "t.xlsx"):
        found = figure(tmp_path, "table: t, sum: n", f"t: {file}", amount="true")
        assert (found.words, found.inexact) == ("3.3", "n")
        assert "n holds binary fractions, and 'x' is a count" in refused(tmp_path, "table: t, sum: n", f"t: {file}")
        assert figure(tmp_path, "table: t, where: {n: 3}", f"t: {file}").words == "1"


class Broken(NamedTuple):
    """A file that cannot be used, or not so, and words of what is told of it."""

    file: str
    content: str | bytes
    raw: str
    told: str
    options: str = ""


BROKEN = (
    Broken("t.csv", "a,b\n1,2\n1,2,3\n", "table: t", "t.csv, line 3: 3 cells where there are 2 headings"),
    Broken("t.csv", "a,b\n1,2\n\n1\n", "table: t", "t.csv, line 4: 1 cell where there are 2 headings"),
    Broken("t.csv", 'a,b\n1,"2\n', "table: t", "t.csv, line 2: a quotation mark opens or closes no cell"),
    Broken("t.csv", 'a,b\n1,"x"y\n', "table: t", "t.csv, line 2: a quotation mark opens or closes no cell"),
    Broken("t.csv", '"a,b\n1,2\n', "table: t", "the headings cannot be read"),
    Broken(
        "t.csv", b"a,b\n1,2\nM\xfcller,2\n", "table: t", "t.csv, line 3: the byte FC is not UTF-8; save it as UTF-8"
    ),
    Broken(
        "t.csv",
        b"a,b\n" + b"1,2\n" * 600_000 + b"M\xfc,2\n",
        "table: t",
        "t.csv, line 600002: the byte FC is not UTF-8",
    ),
    Broken("t.csv", "a,b\n1,Münz\n".encode()[:-4], "table: t", "t.csv ends within a character"),
    Broken("t.csv", "a,b\n1,2\n".encode("utf-16"), "table: t", "t.csv is in UTF-16; save it as UTF-8"),
    Broken("t.csv", b"a,b\n1,\0\n", "table: t", "bytes that are zero"),
    Broken("t.csv", "", "table: t", "t.csv is empty"),
    Broken("t.csv", "\n\n", "table: t", "t.csv has no headings"),
    Broken("t.csv", "a,a,b\n1,2,3\n", "table: t, sum: a", "t.csv has 2 columns 'a'; give each a heading of its own"),
    Broken("t.csv", "a,b\n1,2\n", "table: t, sum: c", "t.csv has no column 'c'; it has a, b"),
    Broken("t.csv", "age,b\n1,2\n", "table: t, sum: agee", "did you mean 'age'?"),
    Broken("t.csv", "a;b\n1;2\n", "table: t, sum: a", "has no column 'a'", "delimiter: ','"),
    Broken("t.csv", "a,b\n1,2\n", "table: t", "t.csv has 2 lines", "header: 9"),
    Broken("t.csv", "a,b\nx,2\n", "table: t, sum: b, where: {a: y}", "no row of t.csv has 'y' in 'a'; there is x"),
    Broken("t.csv", "a,b\nx,2\n", "table: t, where: {a: ''}", "no cell of 'a' is empty"),
    Broken("t.csv", "a,b\nx,1\ny,2\n", "table: t, sum: b, where: {a: x, b: 2}", "there is nothing to look at"),
    Broken("t.csv", "a,b\nx,£1\ny,$2\n", "table: t, sum: b", "are in different units"),
    Broken("t.csv", "a,b\n1,2.5\n", "table: t, sum: b", "is not a whole number, and 'x' is a count"),
    Broken("t.csv", "a,b\n1,-2\n", "table: t, sum: b", "lies outside `least` and `most`"),
    Broken("t.csv", "a,b\n1,2\n", "table: tt", "unknown table 'tt'; did you mean 't'?"),
    Broken("t.csv", ",".join(f"c{i}" for i in range(2_001)) + "\n", "table: t", "t.csv has 2,001 columns"),
    Broken("t.csv", "x" * 3_000_000, "table: t", "a line of more than 2,097,152 characters"),
    Broken("t.txt", "a,b\n1,2\n", "table: t", "t.txt is of no known format"),
    Broken("t.json", '{"a": 1}', "table: t", "t.json is no list; write a list of objects"),
    Broken("t.json", '[{"a": 1}, 2]', "table: t", "t.json, object 2 is no object"),
    Broken("t.json", '[{"a": 1, "a": 2}]', "table: t", "the key 'a' stands twice in one object"),
    Broken("t.json", '[{"a": 1},\n{"a": }]', "table: t", "t.json: no JSON at line 2, column 7"),
    Broken("t.json", "[" * 100_000, "table: t", "nested too deep"),
    Broken("t.json", b'[{"a": "\xff"}]', "table: t", "t.json is not in UTF-8"),
    Broken("t.json", "[]", "table: t", "t.json has no headings"),
    Broken("t.json", '[{"a": 1}, {"a": NaN}]', "table: t, sum: a", "t.json, object 2, key 'a': 'NaN' is no number"),
    Broken("t.json", '[{"a": 1e999999999}]', "table: t, sum: a", "'1e999999999' is no number"),
    Broken("t.jsonl", '{"a": 1}\n\n{"a": "x"}\n', "table: t, sum: a", "t.jsonl, line 3, key 'a': 'x' is no number"),
    Broken("t.jsonl", '{"a": 1}\n{"a": 2\n', "table: t", "t.jsonl, line 2: no JSON"),
    Broken(
        "t.parquet",
        b"PAR1 and then nothing",
        "table: t",
        "t.parquet cannot be read: it is of another format, or broken",
    ),
    Broken(
        "t.sqlite", b"SQLite format 3\0 and then nothing", "table: t", "t.sqlite is no SQLite file, or a broken one"
    ),
    Broken("t.xlsx", b"PK\x03\x04 and then nothing", "table: t", "t.xlsx is no workbook, or a broken or protected one"),
    Broken("t.ods", b"", "table: t", "t.ods is no workbook"),
)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.told[:60])
def test_a_broken_file_is_told_with_its_place(tmp_path: Path, broken: Broken) -> None:
    content = broken.content.encode() if isinstance(broken.content, str) else broken.content
    (tmp_path / broken.file).write_bytes(content)
    options = f", {broken.options}" if broken.options else ""
    told = refused(tmp_path, broken.raw, f"t: {{file: {broken.file}{options}}}")
    assert told.startswith("a.yaml:")
    assert broken.told in told


GOOD = {  # a table as people leave it, and what is asked of it
    "a byte order mark": ("﻿a,b\n1,2\n", "sum: a", "1"),
    "semicolons": ("a;b\n1,5;2\n", "sum: b", "2"),
    "tabs": ("a\tb\n1\t2\n", "sum: b", "2"),
    "bars": ("a|b\n1|2\n", "sum: b", "2"),
    "a comma in a heading": ('"a, b";c;d\n1;2;3\n', "sum: 'a, b'", "1"),
    "Windows line ends": ("a,b\r\n1,2\r\n3,4\r\n", "sum: b", "6"),
    "trailing blank rows": ("a,b\n1,2\n,\n,\n\n\n", "distinct: a", "1"),
    "no line end": ("a,b\n1,2", "sum: b", "2"),
    "spaces around headings": (" a , b \n1,2\n", "sum: b", "2"),
    "a line break in a cell": ('a,b\n"x\ny",2\n', "sum: b", "2"),
    "marks in a cell": ('a,b\n"5"" pipes",2\n', "where: {a: '5\" pipes'}", "1"),
    "an apostrophe": ("a,b\nBarnardo's,2\n", "where: {a: Barnardo's}", "1"),
    "one column": ("a\n1\n\n2\n", "sum: a", "3"),
    "a heading that is a word of SQL": ("select,b\n1,2\n", "sum: select", "1"),
    "headings alike but for capitals": ("n,N\n1,2\n", "sum: N", "2"),
    "text that other programs take for nothing": ("a,b\nNULL,1\nNA,2\n", "where: {a: 'NULL'}", "1"),
}


@pytest.mark.parametrize("name", GOOD)
def test_tables_are_read_as_people_leave_them(tmp_path: Path, name: str) -> None:
    text, raw, total = GOOD[name]
    (tmp_path / "t.csv").write_text(text, "utf-8", newline="")
    assert figure(tmp_path, f"table: t, {raw}").words == total


def test_rows_without_anything_in_them_are_no_rows(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\n1,2\n,\n,3\n\n,\n", "utf-8")
    assert figure(tmp_path, "table: t").words == "2"
    assert "line 4" in refused(tmp_path, "table: t, sum: a")
    (tmp_path / "t.csv").write_text("title\n\na,b\n1,2\n", "utf-8")
    assert figure(tmp_path, "table: t, sum: b", "t: {file: t.csv, header: 3}").words == "2"


def workbook(path: Path, *sheets: tuple[str, list[list[Any]]], **properties: Any) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.active)
    if "epoch" in properties:
        made.epoch = properties["epoch"]
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return made


TABLE: list[list[Any]] = [["region", "n", "rate"], ["North", 3, 0.326], ["South", 4, 0.5]]


def test_a_sheet_is_named_where_several_can_be_seen(tmp_path: Path) -> None:
    made = workbook(tmp_path / "t.xlsx", ("one", TABLE), ("two", TABLE))
    told = refused(tmp_path, "table: t", "t: t.xlsx")
    assert "t.xlsx has 2 sheets that can be seen; name one: `sheet: …`; there is one, two" in told
    assert "t.xlsx has no sheet 'tow'; did you mean 'two'?" in refused(
        tmp_path, "table: t", "t: {file: t.xlsx, sheet: tow}"
    )
    assert figure(tmp_path, "table: t, sum: n", "t: {file: t.xlsx, sheet: two}").words == "7"
    made["two"].sheet_state = "hidden"
    made.save(tmp_path / "t.xlsx")
    assert figure(tmp_path, "table: t, sum: n", "t: t.xlsx").words == "7"


def test_headings_may_stand_below_a_title(tmp_path: Path) -> None:
    workbook(tmp_path / "t.xlsx", ("one", [[], [], *TABLE, [], ["Source: police", None, None]]))
    assert figure(tmp_path, "table: t, sum: n, where: {region: [North, South]}", "t: t.xlsx").words == "7"
    workbook(tmp_path / "t.xlsx", ("one", [["Crimes by region"], *TABLE]))
    assert "t.xlsx has no column 'n'" in refused(tmp_path, "table: t, sum: n", "t: t.xlsx")
    assert figure(tmp_path, "table: t, sum: n", "t: {file: t.xlsx, header: 2}").words == "7"
    assert "has 3 rows" not in refused(tmp_path, "table: t", "t: {file: t.xlsx, header: 99}")


def test_cells_that_were_made_one_are_never_counted_by(tmp_path: Path) -> None:
    made = workbook(tmp_path / "t.xlsx", ("one", TABLE))
    made["one"].merge_cells("A2:A3")
    made.save(tmp_path / "t.xlsx")
    told = refused(tmp_path, "table: t, where: {region: North}", "t: t.xlsx")
    assert "sheet one, cells A2:A3 were made one" in told
    assert figure(tmp_path, "table: t, sum: n", "t: t.xlsx").words == "7"
    assert "cell A3 of sheet one in t.xlsx was made one with others; name the first of them, A2" in refused(
        tmp_path, "cell: t!A3", "t: t.xlsx"
    )


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_days_are_days_whatever_a_workbook_counts_from(tmp_path: Path, epoch: Any) -> None:
    rows: list[list[Any]] = [["on", "n"], [date(2018, 4, 3), 3], [date(2018, 4, 4), 4]]
    workbook(tmp_path / "t.xlsx", ("one", rows), **({} if epoch is None else {"epoch": epoch}))
    assert figure(tmp_path, "table: t, sum: n, where: {on: 2018-04-03}", "t: t.xlsx").words == "3"
    assert "t.xlsx, sheet one, cell A2: '2018-04-03' is no number" in refused(
        tmp_path, "table: t, sum: on", "t: t.xlsx"
    )


def test_a_formula_without_its_value_is_an_empty_cell_and_refused(tmp_path: Path) -> None:
    workbook(tmp_path / "t.xlsx", ("one", [["n", "m"], [3, 1], ["=A2*2", 2]]))
    assert "t.xlsx, sheet one, cell A3: the cell is empty" in refused(tmp_path, "table: t, sum: n", "t: t.xlsx")


def test_a_percentage_of_a_workbook_is_its_stored_value(tmp_path: Path) -> None:
    made = workbook(tmp_path / "t.xlsx", ("one", TABLE))
    made["one"]["C2"].number_format = "0.0%"
    made.save(tmp_path / "t.xlsx")
    found = figure(tmp_path, "cell: t.xlsx!C2", "", amount="true", unit="'%'")
    assert found.value == Interval.exactly(Fraction(326, 1000))


SHOWN = {  # a format code, and how the number 1234.5 is then told
    "General": "1,234.5, cell A1 of sheet one in t.xlsx",
    "0.0%": "1,234.5, cell A1 of sheet one in t.xlsx, shown as 123450.0%",
    "0.00": "1,234.5, cell A1 of sheet one in t.xlsx, shown as 1234.50",
    "#,##0": "1,234.5, cell A1 of sheet one in t.xlsx, shown as 1,235",
    "#,##0.00": "1,234.5, cell A1 of sheet one in t.xlsx, shown as 1,234.50",
    "0.0": "1,234.5, cell A1 of sheet one in t.xlsx",
    "[$€-407] 0.00": "1,234.5, cell A1 of sheet one in t.xlsx, shown as 1234.5 in the format [$€-407] 0.00",
}


@pytest.mark.parametrize("code", SHOWN)
def test_a_cell_is_told_as_its_program_shows_it(tmp_path: Path, code: str) -> None:
    made = workbook(tmp_path / "t.xlsx", ("other", [[1]]), ("one", [[1234.5, 7]]))
    made["one"]["A1"].number_format = code
    made.save(tmp_path / "t.xlsx")
    assert str(figure(tmp_path, "cell: t.xlsx!one!A1", "", amount="true")) == SHOWN[code]
    assert str(figure(tmp_path, "cell: t.xlsx!one!B1", "", amount="true")) == "7, cell B1 of sheet one in t.xlsx"


def test_cells_of_an_office_are_told_as_it_shows_them_and_never_counted_by_where_made_one() -> None:
    sources = Path(__file__).parent / "sources"
    shown = {
        "C2": "0.326, cell C2 of sheet one in office.ods, shown as 32.6%",
        "D2": "1,234.5, cell D2 of sheet one in office.ods, shown as 1,234.50",
        "D3": "2, cell D3 of sheet one in office.ods, shown as € 2.00",
        "C4": "1, cell C4 of sheet one in office.ods",
    }
    for cell, words in shown.items():
        assert str(figure(sources, f"cell: office.ods!{cell}", "", amount="true")) == words
    told = refused(sources, "table: t, where: {region: North}", "t: office.ods")
    assert "office.ods, sheet one, cells A2:A3 were made one, so rows of 'region' are empty" in told
    assert "name the first of them, A2" in refused(sources, "cell: office.ods!A3", "")
    assert figure(sources, "table: t, sum: n", "t: office.ods").words == "12"


SHELL = {
    "table: cases, sum: n, where: {n: {not: ''}}": "9,007,199,254,741,309",
    "table: cases, where: {region: 'East, far'}": "1",
    "table: cases, where: {n: ''}": "1",
    "table: cases, max: n, where: {region: {not: South}}": "9,007,199,254,740,993",
    "sql: select n from cases where region = 'North' and price is null": "4",
}


@pytest.mark.parametrize("raw", SHELL)
def test_what_the_shell_of_sqlite_wrote_is_read_exactly(raw: str) -> None:
    sources = Path(__file__).parent / "sources"
    assert figure(sources, raw, "cases: {file: shell.sqlite, table: cases}").words == SHELL[raw]


def test_a_day_that_is_stored_as_a_bare_number_is_no_day(tmp_path: Path) -> None:
    workbook(tmp_path / "t.xlsx", ("one", [["on", "n"], [43193, 1], [43194, 2]]))
    told = refused(tmp_path, "table: t, where: {on: 2018-04-03}", "t: t.xlsx")
    assert "no row of t.xlsx has '2018-04-03' in 'on'; there is 43193, 43194" in told


def test_headings_of_a_workbook_that_are_alike_or_missing_are_told(tmp_path: Path) -> None:
    workbook(tmp_path / "t.xlsx", ("one", [["n", "n", None], [1, 2, 3], [4, None, 5], [None, None, None]]))
    assert "t.xlsx has 2 columns 'n'" in refused(tmp_path, "table: t, sum: n", "t: t.xlsx")
    assert figure(tmp_path, "table: t", "t: t.xlsx").words == "2"
    workbook(tmp_path / "t.xlsx", ("one", [["North", 3], ["South", 4]]))
    assert "t.xlsx has no column 'n'; it has North, 3" in refused(tmp_path, "table: t, sum: n", "t: t.xlsx")


CELLS_NAMED = {
    "cell: t.xlsx!one!B2": "3, cell B2 of sheet one in t.xlsx",
    "cell: t.xlsx!two, or more!b3": "4, cell B3 of sheet two, or more in t.xlsx",
    "cell: t!B3": "4, cell B3 of sheet one in t.xlsx",
}


@pytest.mark.parametrize("raw", CELLS_NAMED)
def test_a_single_cell_is_named_by_file_or_table_and_sheet(tmp_path: Path, raw: str) -> None:
    workbook(tmp_path / "t.xlsx", ("one", TABLE), ("two, or more", TABLE))
    raw_quoted = raw.replace("cell: ", "cell: '") + "'"
    assert str(figure(tmp_path, raw_quoted, "t: {file: t.xlsx, sheet: one}")) == CELLS_NAMED[raw]


REFUSED_CELLS = {
    "cell: t.xlsx!three!B2": "t.xlsx has no sheet 'three'",
    "cell: t.xlsx!one!B9": "cell B9 of sheet one in t.xlsx: the cell is empty",
    "cell: t.xlsx!one!A2": "cell A2 of sheet one in t.xlsx: 'North' is no number",
    "cell: t.xlsx!B2": "t.xlsx has 2 sheets that can be seen",
    "cell: u.xlsx!B2": "there is no file u.xlsx; did you mean 't.xlsx'?",
    "cell: t.csv!B2": "t.csv has no cells with names",
    "cell: t.xlsx!one!C2": "holds binary fractions, and 'x' is a count",
}


@pytest.mark.parametrize("raw", REFUSED_CELLS)
def test_a_cell_that_says_no_number_is_refused_by_its_name(tmp_path: Path, raw: str) -> None:
    workbook(tmp_path / "t.xlsx", ("one", TABLE), ("two", TABLE))
    (tmp_path / "t.csv").write_text("a\n1\n", "utf-8")
    assert REFUSED_CELLS[raw] in refused(tmp_path, raw, "t: {file: t.xlsx, sheet: one}")


def test_tables_of_a_database_are_named_where_there_are_several(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "t.sqlite")
    with connection:
        connection.executescript(
            "CREATE TABLE one (n); CREATE TABLE two (n, b); INSERT INTO one VALUES (3), ('1,628'), (NULL);"
            "INSERT INTO two VALUES (1, x'00'); CREATE VIEW three AS SELECT n FROM one;"
        )
    connection.close()
    assert "t.sqlite has 2 tables; name one: `table: …`; there is one, two" in refused(
        tmp_path, "table: t", "t: t.sqlite"
    )
    assert figure(tmp_path, "table: t, sum: n", "t: {file: t.sqlite, table: one}").words == "1,631"
    assert "has no table 'three'" in refused(tmp_path, "table: t", "t: {file: t.sqlite, table: three}")
    assert "row 1, column 'b': bytes are no text" in refused(tmp_path, "table: t", "t: {file: t.sqlite, table: two}")
    (tmp_path / "t.sqlite-wal").write_bytes(b"x")
    assert "changes that are not in the file yet" in refused(tmp_path, "table: t", "t: {file: t.sqlite, table: one}")


@pytest.mark.parametrize("content", [b"", b"PAR1", None])
def test_a_file_that_is_replaced_while_it_is_asked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    frame().write_parquet(tmp_path / "t.parquet")
    ask = Asked.figure

    def replacing(asked: Asked, *rest: Any) -> Figure:
        (tmp_path / "t.parquet").unlink()
        if content is None:
            frame()[:1].write_parquet(tmp_path / "t.parquet")
        else:
            (tmp_path / "t.parquet").write_bytes(content)
        return ask(asked, *rest)

    monkeypatch.setattr(Asked, "figure", replacing)
    with pytest.raises(ClaimFileError, match=r"t\.parquet was replaced while it was read; run the check again"):
        article(tmp_path, "table: t, sum: fine", "t: t.parquet")


def test_a_file_that_is_replaced_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "t.csv").write_text("a\n1\n", "utf-8")
    run = Engine.run

    def replacing(engine: Engine, sql: str, *rest: Any) -> Any:
        found = run(engine, sql, *rest)
        (tmp_path / "t.csv").write_text("a\n1\n2\n", "utf-8")
        return found

    monkeypatch.setattr(Engine, "run", replacing)
    assert "t.csv was replaced while it was read; run the check again" in refused(tmp_path, "table: t")


WRITTEN = st.one_of(
    st.sampled_from(
        ["", "0", "-0", "0.0", "007", "1,628", "£4", "<5", "1e3", " 2", "+5", "5.", ".5", "1_0", "n/a", "9" * 19]
    ),
    st.decimals(-(10**18), 10**18, allow_nan=False, places=3).map(str),
    st.integers(-(10**18) + 1, 10**18 - 1).map(str),
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with closing(Engine()) as found:
        yield found


@pytest.mark.no_cover
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(WRITTEN, min_size=1, max_size=6), marked=st.sampled_from(["", "0", "n/a"]), stored=st.booleans())
def test_numbers_put_together_by_the_engine_are_what_each_by_itself_says(
    engine: Engine, cells: list[str], marked: str, *, stored: bool
) -> None:
    engine.run("DROP TABLE IF EXISTS t")
    names = Room(engine, "t").fill(["n"], [[cell or None] for cell in cells])
    table = Loaded("t", "t", ("n",), names, lambda row, _: f"row {row}", frozenset({0} if stored else ()))
    asked = Asked(table, engine, Cells(marked={marked: Interval(Fraction(1), Fraction(4))} if marked else {}))
    for operation in ("sum", "min", "max"):
        at_once = asked._at_once(operation, 0, " FROM t")
        assert at_once is None or at_once[:2] == asked._one_by_one(operation, 0, " FROM t")[:2]


def test_the_engine_writes_nothing_and_has_one_time(engine: Engine) -> None:
    asked = "SELECT current_setting('enable_progress_bar'), current_setting('TimeZone')"
    assert engine.run(asked) == [(False, "UTC")]


def test_the_engine_puts_together_only_what_means_itself(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("n,m\n1,1\n2.50,007\n", "utf-8")
    assert figure(tmp_path, "table: t, sum: n", amount="true").sql == 'SELECT sum(CAST("n" AS DECIMAL(27, 9))) FROM "t"'
    assert "GROUP BY" in figure(tmp_path, "table: t, sum: n", rest="cells: {'1': any}\n", amount="true").sql
    assert "GROUP BY" in figure(tmp_path, "table: t, max: m, where: {m: '1'}", rest="language: de\n", amount="true").sql
    assert "'007' is no" in refused(tmp_path, "table: t, min: m")


def every_end() -> Iterator[tuple[Interval, Interval]]:
    ends = (None, Fraction(0), Fraction(1), Fraction(2))
    few = [Interval(low, high) for low in ends for high in ends if low is None or high is None or low <= high]
    yield from ((first, second) for first in few for second in few)


def test_the_greatest_and_the_sum_hold_whatever_hidden_cells_are() -> None:
    tried = [Fraction(n, 2) for n in range(-2, 7)]
    for first, second in every_end():
        for a in (value for value in tried if value in first):
            for b in (value for value in tried if value in second):
                assert max(a, b) in _end([first, second], greatest=True)
                assert min(a, b) in _end([first, second], greatest=False)
                assert a + b + b in _sum([(first, 1), (second, 2)])


def test_every_mistake_of_the_data_is_told_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a\nx\n", "utf-8")
    text = (
        "data: {t: t.csv, u: no.csv, v: ../v.csv}\nquantities:\n  x: {raw: {table: t, sum: b}}\n"
        "  y: {raw: {table: t, sum: a}}\n  z: {raw: {table: u}}\n" + COUNT
    )
    with pytest.raises(ClaimFileError) as caught:
        loads(text, "a.yaml", folder=tmp_path)
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(1, 21), (1, 32), (3, 28), (4, 28)]


def test_data_need_the_extra_and_say_so(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert "DuckDB, which is not installed; pip install 'factcheck-claims[data]'" in refused(
        shelf, "table: t", "t: cases.csv"
    )
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert "python-calamine, which is not installed" in refused(shelf, "cell: cases.xlsx!B2", "")


LOADED = {  # what is asked, and what is loaded for it
    "raw: 5": [],
    "raw: {table: t}": ["duckdb"],
    "raw: {cell: cases.xlsx!B2}": ["python_calamine"],
}


@pytest.mark.parametrize("raw", LOADED)
def test_only_what_is_asked_is_loaded(shelf: Path, raw: str) -> None:
    heavy = "duckdb", "narwhals", "pandas", "polars", "psycopg", "python_calamine", "sqlite3"
    data = "" if raw == "raw: 5" else "data: {t: cases.parquet}\n"
    text = f"{data}quantities: {{x: {{{raw}}}}}\nclaims: [{{kind: count, quantity: x, printed: five}}]"
    program = (
        "import sys; from pathlib import Path; from factcheck.claimfile import loads; "
        f"loads({text!r}, folder=Path()).check(); print([name for name in {heavy!r} if name in sys.modules], "
        "any(name.startswith('factcheck.data.') for name in sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=shelf)
    assert done.stdout.strip() == f"{LOADED[raw]} {bool(data)}"


def test_claims_made_in_python_tell_what_is_wrong_with_data_by_the_way_to_it() -> None:
    stated = Article(data={"t": "no.csv"}, quantities={"x": {"raw": {"table": "t"}}})
    with pytest.raises(ClaimsError, match=r"^data\.t\.file: there is no file no\.csv"):
        stated.check()
    with pytest.raises(ClaimsError, match=r"^data\.t\.shet: unknown field 'shet'; did you mean 'sheet'\?"):
        Article(data={"t": {"file": "no.csv", "shet": "x"}})


def test_an_article_with_data_is_written_as_it_was_asked(shelf: Path) -> None:
    raw = "table: t, sum: fine, where: {platform: {not: ['', Instagram]}, age: 13}"
    found = article(shelf, raw, "t: cases.csv, u: {file: cases.xlsx, sheet: Sheet, header: 1}")
    written = found.model_dump(mode="json", exclude_defaults=True, exclude={"claims"})
    jsonschema.validate(written, schema())
    again = loads(json.dumps(written), "a.json", folder=shelf)
    assert again.declarations == found.declarations
    assert again.data == found.data


def test_a_remembered_report_knows_the_data_it_was_made_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ledger, "LARGEST", 200)  # data may be larger than articles
    (tmp_path / "t.csv").write_text("a\n" + "1\n" * 200, "utf-8")
    (tmp_path / "c.yaml").write_text("data: {t: t.csv}\nquantities: {x: {raw: {table: t}}}\n" + COUNT, "utf-8")
    memory = Memory.of(Checking(Options()))
    assert memory.outcome(Path("c.yaml")).is_sound
    assert memory.recalled(Path("c.yaml")) is not None
    (tmp_path / "t.csv").write_text("a\n" + "1\n" * 201, "utf-8")
    assert memory.recalled(Path("c.yaml")) is None
    assert Memory.of(Checking(Options(), allowed=(tmp_path,))).key != memory.key


PINNED = "data: {t: {file: cases.csv, pin: '%s'}}\nquantities: {x: {raw: {table: t}}}\n" + COUNT.replace("5", "4")


def test_a_file_that_is_not_the_pinned_one_is_told_at_its_table(shelf: Path) -> None:
    digest = sha256((shelf / "cases.csv").read_bytes()).hexdigest()
    for pin in (digest, f"sha256:{digest}", digest.upper()):
        assert loads(PINNED % pin, "a.yaml", folder=shelf).check().ok
    report = loads(PINNED % ("0" * 64), "a.yaml", folder=shelf).check()
    (told,) = report.findings
    assert (told.rule, told.place) == (SOURCE_CHANGED, Place("a.yaml", 1, 8))
    assert digest in told.message
    with pytest.raises(ClaimFileError, match="'abc'"):
        loads(PINNED % "abc", "a.yaml", folder=shelf)


def test_amounts_from_binary_fractions_are_warned_of(tmp_path: Path) -> None:
    workbook(tmp_path / "t.xlsx", ("one", TABLE))
    found = article(tmp_path, "table: t, sum: rate", "t: t.xlsx", amount="true").check()
    (told,) = (finding for finding in found.findings if finding.rule is INEXACT_DATA)
    assert told.place == Place("a.yaml", 2, 14)
    assert told.message.startswith("rate of t.xlsx holds binary fractions")


SAID = {
    "share": ("{kind: share, part: p, whole: w, printed: 50%}", "2 / 4 = 50.0%, prints 50%"),
    "finer": ("{kind: share, part: o, whole: w, printed: 25.0%}", "1 / 4 = 25.00%, prints 25.0%"),
    "wrong": ("{kind: share, part: o, whole: w, printed: 24%}", "1 / 4 = 25.0%, prints 25%"),
    "words": ("{kind: share, part: p, whole: w, printed: half}", ""),
    "given": ("{kind: share, part: p, whole: g, printed: 20%}", "2 / 10 = 20.0%, prints 20%"),
    "unknown": ("{kind: share, part: p, whole: u, printed: 20%}", ""),
    "count": ("{kind: count, quantity: p, printed: '2'}", ""),
}


@pytest.mark.parametrize("name", SAID)
def test_a_verdict_says_what_it_rests_on_and_how_the_number_follows(shelf: Path, name: str) -> None:
    claim, worked = SAID[name]
    text = (
        "data: {t: cases.csv}\nquantities: {w: {raw: {table: t}}, p: {raw: {table: t, where: {platform: Facebook}}}, "
        f"o: {{raw: {{table: t, where: {{platform: Instagram}}}}}}, g: {{raw: 10}}, u: }}\nclaims: [{claim}]\n"
    )
    report = loads(text, "a.yaml", folder=shelf).check()
    (result,) = report.claims
    rows = [f"{'1 row' if name in ('finer', 'wrong') else '2 rows'} of cases.csv where platform = "]
    assert result.data[0].startswith(rows[0])
    assert (result.data[-1] if worked else "") == worked
    for form in FORMATS:
        shown = render(report, form)
        assert form in SILENT or "rows of cases.csv" in shown or "row of cases.csv" in shown
    assert restored(stored(report.articles[0])) == report.articles[0]


SILENT = frozenset({"concise", "full", "github", "gitlab", "jsonl", "junit", "sarif", "docx", "odt"})  # findings only


def test_why_shows_the_query_that_ran(shelf: Path) -> None:
    found = article(shelf, "table: t, where: {platform: Facebook}", "t: cases.csv")
    lines = list(prose(why(found, "count-x")))
    at = lines.index("Data: 2 rows of cases.csv where platform = Facebook.")
    assert lines[at + 1].strip() == 'SELECT count(*) FROM "t" WHERE "platform" = \'Facebook\''


EXAMPLE = Path(__file__).parents[1] / "claims" / "town-hall-requests"


def test_the_example_holds_what_its_script_writes() -> None:
    assert (EXAMPLE / "requests.csv").read_text(encoding="utf-8") == town_hall.text()


def test_every_number_of_the_example_is_looked_up_in_its_list() -> None:
    article = load(EXAMPLE / "claims.yaml")
    report = article.check()
    assert report.ok
    assert all(claim.data for claim in report.articles[0].claims)
    coverage = report.articles[0].coverage
    assert coverage is not None
    assert coverage.uncovered == 0
