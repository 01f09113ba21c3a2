"""Claims files from strangers: whatever they ask for, nothing but their own data is read, and nothing is written."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from factcheck.claimfile import ClaimFileError, loads
from factcheck.data import Asking, Query, Table, fetch
from factcheck.data.querying import _told
from factcheck.finding import Figure
from factcheck.mistake import Mistake

TABLE = "platform,fine\nFacebook,1\nInstagram,2\n"
SECRET = "the-secret-of-the-house"

QUERIES = {  # a query that is refused, and words of what is told
    "read_csv": ("SELECT count(*) FROM read_csv('{outside}')", "disabled"),
    "read_text": ("SELECT content FROM read_text('{outside}')", "disabled"),
    "read_blob": ("SELECT length(content) FROM read_blob('{outside}')", "disabled"),
    "a path for a table": ("SELECT count(*) FROM '{outside}'", "disabled"),
    "its own file": ("SELECT count(*) FROM '{folder}/t.csv'", "disabled"),
    "a passwords file": ("SELECT count(*) FROM read_csv('/etc/passwd', sep = ':')", "disabled"),
    "the environment": ("SELECT content FROM read_text('/proc/self/environ')", "disabled"),
    "a device": ("SELECT count(*) FROM read_csv('/dev/zero')", "disabled"),
    "read_json": ("SELECT count(*) FROM read_json('{outside}')", "disabled"),
    "read_parquet": ("SELECT count(*) FROM read_parquet('{folder}/*.parquet')", "disabled"),
    "parquet_metadata": ("SELECT count(*) FROM parquet_metadata('{outside}')", "disabled"),
    "sniff_csv": ("SELECT count(*) FROM sniff_csv('{outside}')", "disabled"),
    "glob": ("SELECT count(*) FROM glob('/etc/*')", "disabled"),
    "a page": ("SELECT count(*) FROM 'https://example.org/t.csv'", "the query cannot be run"),
    "a page by a function": ("SELECT count(*) FROM read_csv('http://127.0.0.1:1/t.csv')", "the query cannot be run"),
    "a bucket": ("SELECT count(*) FROM 's3://bucket/t.parquet'", "the query cannot be run"),
    "COPY TO": ("COPY t TO '{folder}/out.csv'", "a statement of the sort COPY"),
    "COPY of a query": ("COPY (SELECT 1) TO '{folder}/out.csv'", "a statement of the sort COPY"),
    "COPY FROM": ("COPY t FROM '{outside}'", "a statement of the sort COPY"),
    "EXPORT": ("EXPORT DATABASE '{folder}/out'", "a statement of the sort"),
    "IMPORT": ("IMPORT DATABASE '{folder}/out'", "one SELECT was expected|cannot be run: Permission Error"),
    "ATTACH": ("ATTACH '{folder}/out.db'", "a statement of the sort ATTACH"),
    "ATTACH of SQLite": ("ATTACH '{folder}/out.db' (TYPE sqlite)", "a statement of the sort ATTACH"),
    "DETACH": ("DETACH memory", "a statement of the sort DETACH"),
    "INSTALL": ("INSTALL httpfs", "a statement of the sort LOAD"),
    "LOAD": ("LOAD httpfs", "a statement of the sort LOAD"),
    "LOAD of a library": ("LOAD '{folder}/evil.duckdb_extension'", "a statement of the sort LOAD"),
    "PRAGMA": ("PRAGMA enable_profiling", "one SELECT was expected"),
    "SET": ("SET enable_external_access = true", "a statement of the sort"),
    "RESET": ("RESET enable_external_access", "a statement of the sort"),
    "SET of memory": ("SET memory_limit = '1TB'", "a statement of the sort"),
    "CREATE TABLE": ("CREATE TABLE u AS SELECT 1", "a statement of the sort CREATE"),
    "CREATE VIEW": ("CREATE VIEW t AS SELECT 1", "a statement of the sort CREATE"),
    "CREATE MACRO": ("CREATE MACRO count(x) AS 5", "a statement of the sort CREATE"),
    "CREATE SECRET": ("CREATE SECRET (TYPE s3)", "the sort"),
    "INSERT": ("INSERT INTO t VALUES ('x', 1)", "a statement of the sort INSERT"),
    "UPDATE": ("UPDATE t SET fine = 9", "a statement of the sort UPDATE"),
    "DELETE": ("DELETE FROM t", "a statement of the sort DELETE"),
    "DROP": ("DROP TABLE t", "a statement of the sort DROP"),
    "ALTER": ("ALTER TABLE t RENAME TO u", "a statement of the sort ALTER"),
    "two statements": ("SELECT 1; SELECT 2", "2 statements where one SELECT was expected"),
    "a second one that harms": ("SELECT 1; DROP TABLE t", "2 statements"),
    "CALL": ("CALL pragma_version()", "one SELECT was expected"),
    "PREPARE": ("PREPARE q AS SELECT 1", "a statement of the sort PREPARE"),
    "EXECUTE": ("EXECUTE q", "a statement of the sort"),
    "BEGIN": ("BEGIN", "a statement of the sort TRANSACTION"),
    "CHECKPOINT": ("CHECKPOINT", "one SELECT was expected"),
    "VACUUM": ("VACUUM", "a statement of the sort VACUUM"),
    "EXPLAIN": ("EXPLAIN ANALYZE SELECT 1", "a statement of the sort EXPLAIN"),
    "a statement in a text": (
        "SELECT count(*) FROM query('COPY t TO ''{folder}/out.csv''')",
        "the query cannot be run",
    ),
    "a variable of Python": ("SELECT count(*) FROM asked", "the query cannot be run"),
    "a module of Python": ("SELECT count(*) FROM os", "the query cannot be run"),
    "a variable of the environment": ("SELECT getenv('FACTCHECK_TEST_SECRET')", ""),
    "memory": ("SELECT length(repeat('x', 20000000000)) + (SELECT count(*) FROM t)", ""),
    "a list without end": ("SELECT len(range(100000000000))", ""),
    "a parameter": ("SELECT ?", "the query cannot be run"),
    "no statement": ("-- nothing", "0 statements"),
    "no SQL": ("count the rows", "the query cannot be run"),
    "a table that is not named": ("SELECT count(*) FROM tt", "the query cannot be run"),
    "nothing": ("SELECT NULL", "the query gives NULL"),
    "no row": ("SELECT 1 FROM t WHERE fine > 9", "the query gives no row"),
    "several rows": ("SELECT fine FROM t", "the query gives more than one row"),
    "several columns": ("SELECT 1, 2", "one row of 2 columns"),
    "rows without end": ("SELECT 1 FROM range(100000) a, range(100000) b", "the query gives more than one row"),
    "words": ("SELECT 'many'", "'many' is no exact number"),
    "infinity": ("SELECT 'inf'::DOUBLE", "'inf' is no number"),
    "a truth": ("SELECT true", "'true' is no number"),
}
TRUE = {  # what stays possible beside them
    "count": ("SELECT count(*) FROM t", "2"),
    "sum": ("SELECT sum(fine) FROM t WHERE platform = 'Facebook'", "1"),
    "large": ("SELECT 12345678901234567890123456789::HUGEINT", "12,345,678,901,234,567,890,123,456,789"),
    "decimal": ("SELECT 0.10::DECIMAL(9, 2)", "0.1"),
    "text": ("SELECT '1,628'", "1,628"),
    "hidden": ("SELECT '<5'", "0 to 4"),
    "WITH": ("WITH u AS (SELECT fine FROM t) SELECT max(fine) FROM u", "2"),
    "a semicolon": ("SELECT 7;", "7"),
    "still there": ("SELECT count(*) FROM t", "2"),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mapping[str, Mistake], Mapping[str, Figure], Path]:
    """What becomes of all queries, asked in one process."""
    folder = tmp_path_factory.mktemp("attacked") / "claims"
    folder.mkdir()
    (folder / "t.csv").write_text(TABLE, "utf-8")
    outside = folder.parent / "outside.csv"
    outside.write_text(f"a\n{SECRET}\n", "utf-8")
    asked = {**QUERIES, **TRUE}
    texts = {
        name: sql.replace("{outside}", str(outside)).replace("{folder}", str(folder))
        for name, (sql, _) in asked.items()
    }
    queries = {name: Query(sql=sql) for name, sql in texts.items()}
    os.environ["FACTCHECK_TEST_SECRET"] = SECRET
    found = fetch({"t": Table(file="t.csv")}, queries, Asking(folder, seconds=60))
    del os.environ["FACTCHECK_TEST_SECRET"]
    return {str(mistake.location[1]): mistake for mistake in found.mistakes}, found.figures, folder


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_that_asks_for_more_than_the_tables_is_refused(
    told: tuple[Mapping[str, Mistake], Mapping[str, Figure], Path], name: str
) -> None:
    mistakes, figures, _ = told
    assert name not in figures
    assert mistakes[name].location == ("quantities", name, "raw", "sql")
    assert any(told in mistakes[name].message for told in QUERIES[name][1].split("|"))
    assert SECRET not in mistakes[name].words
    assert "\n" not in mistakes[name].words


@pytest.mark.parametrize("name", TRUE)
def test_queries_over_the_tables_are_answered_exactly_beside_them(
    told: tuple[Mapping[str, Mistake], Mapping[str, Figure], Path], name: str
) -> None:
    mistakes, figures, folder = told
    assert name not in mistakes
    assert figures[name].words == TRUE[name][1]
    assert [path.name for path in folder.iterdir()] == ["t.csv"]


ENDLESS = {
    "recursion": "WITH RECURSIVE u(n) AS (SELECT 1 UNION ALL SELECT 1 FROM u) SELECT count(*) FROM u",
    "a cross join": "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7 = 3",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_query_without_end_is_ended(tmp_path: Path, name: str) -> None:
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    queries = {"first": Query(sql="SELECT 1"), "x": Query(sql=ENDLESS[name]), "last": Query(sql="SELECT 1")}
    found = fetch({"t": Table(file="t.csv")}, queries, Asking(tmp_path, seconds=1))
    (mistake,) = found.mistakes
    assert mistake.location == ("quantities", "x", "raw", "sql")
    assert "came to no end within 1 second" in mistake.message or "cannot be run: Out of Memory" in mistake.message
    assert next(iter(found.figures)) == "first"


def nothing(_: Path) -> None:
    """There is no such file."""


def sized(path: Path, size: int, said: int) -> None:
    """A workbook with a part of a size, that says another of it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * size)
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), said.to_bytes(4, "little")))


def bomb(path: Path) -> None:
    """A workbook that unpacks to more than it may."""
    sized(path, 1_000_003, 300 * 1024 * 1024)


def liar(path: Path) -> None:
    """A workbook that says of a part that it is small."""
    sized(path, 5_000_003, 10)


def many_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5_001):
            archive.writestr(f"{number}", b"")


def far_cell(path: Path, name: str = "XFD1048576") -> None:
    """A cell in the last row and column of a sheet, so that it has 17 thousand million cells."""
    workbook = openpyxl.Workbook()
    workbook.active[name] = 1
    workbook.save(path)


def wide(path: Path) -> None:
    """So few rows and columns that the memory would do, and still too many."""
    far_cell(path, "XFD10000")


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def repeated(path: Path) -> None:
    """A cell of an OpenDocument file that is repeated all over the sheet."""
    names = "office table".split()
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    body = f"<office:body><office:spreadsheet><table:table>{row}</table:table></office:spreadsheet></office:body>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")


def entities(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE a [<!ENTITY b "many"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;&c;&c;</a>')


def virtual(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(a)")
    connection.close()


def endless_view(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE u (n)")
        connection.execute(
            "CREATE VIEW t AS WITH RECURSIVE v(n) AS (SELECT 1 UNION ALL SELECT n FROM v) SELECT n FROM v"
        )
    connection.close()


FILES: dict[str, tuple[str, Callable[[Path], object], str]] = {  # the path, what is put there, what is told
    "absolute": ("{outside}/o.csv", Path.touch, "does not lie below the folder"),
    "above": ("../outside/o.csv", Path.touch, "does not lie below the folder"),
    "above by way of below": ("sub/../../outside/o.csv", Path.touch, "does not lie below the folder"),
    "a link to a file": (
        "link.csv",
        lambda path: path.symlink_to(path.parents[1] / "outside/o.csv"),
        "does not lie below",
    ),
    "a link to a folder": (
        "link/o.csv",
        lambda path: path.parent.symlink_to(path.parents[2] / "outside"),
        "does not lie below",
    ),
    "a link to a link": ("link.csv", lambda path: path.symlink_to("/proc/self/cwd"), "does not lie below"),
    "a circle of links": ("link.csv", lambda path: path.symlink_to(path), "link.csv"),
    "a device": ("/dev/zero", Path.exists, "does not lie below the folder"),
    "a link to a device": ("zero.csv", lambda path: path.symlink_to("/dev/zero"), "does not lie below the folder"),
    "memory": ("/proc/self/environ", Path.exists, "does not lie below the folder"),
    "a pipe": ("pipe.csv", os.mkfifo, "pipe.csv is no regular file"),
    "a socket": ("s.csv", listening, "s.csv is no regular file"),
    "a folder": ("folder.csv", Path.mkdir, "folder.csv is no regular file"),
    "a page": ("https://example.org/t.csv", nothing, "there is no file https://example.org/t.csv"),
    "a file by its address": ("file:///etc/passwd", nothing, "there is no file file:///etc/passwd"),
    "every file": ("*.csv", nothing, "there is no file *.csv"),
    "a long name": ("x" * 5_000, nothing, "cannot be read"),
    "a name for no file": ("~root/x.csv", nothing, "there is no file"),
    "a bomb": ("b.xlsx", bomb, "b.xlsx unpacks to more than 268,435,456 bytes"),
    "a bomb that lies": ("b.xlsx", liar, "b.xlsx is no workbook, or a broken or protected one"),
    "many parts": ("b.ods", many_parts, "b.ods unpacks to more"),
    "a far cell": ("b.xlsx", far_cell, "b.xlsx has a sheet of 1,048,576 rows and 16,384 columns"),
    "a wide sheet": ("b.xlsx", wide, "b.xlsx has a sheet of 10,000 rows and 16,384 columns"),
    "a cell all over": ("b.ods", repeated, "b.ods has a sheet of 1,048,576 rows and 16,384 columns"),
    "entities": ("b.ods", entities, "b.ods is no workbook"),
    "many columns": ("c.csv", lambda path: path.write_bytes(b"a," * 10**7), "a line of more than 2,097,152 characters"),
    "a virtual table": ("v.sqlite", virtual, "v.sqlite"),
    "a view without end": ("v.sqlite", endless_view, "v.sqlite has no table 't'"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_data_of_the_article_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "claims"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "o.csv").write_text(f"{SECRET}\n1\n", "utf-8")
    path, put, words = FILES[name]
    path = path.replace("{outside}", str(tmp_path / "outside"))
    put(folder / path)
    text = f"data: {{t: {{file: '{path}', table: t}}}}\nquantities: {{x: {{raw: {{table: t}}}}}}\nclaims: []\n"
    with pytest.raises(ClaimFileError) as caught:
        loads(text, "a.yaml", folder=folder)
    (problem,) = caught.value.problems
    assert words in problem.message
    assert SECRET not in problem.words


def test_a_folder_may_be_allowed_from_outside_and_no_other_is(tmp_path: Path) -> None:
    for name in ("claims", "outside", "outsider"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "o.csv").write_text("a\n1\n", "utf-8")
    text = "data: {t: ../outside/o.csv}\nquantities: {x: {raw: {table: t}}}\nclaims: []\n"
    found = loads(text, "a.yaml", folder=tmp_path / "claims", allowed=[tmp_path / "outside"])
    assert str(found.declarations["x"].raw) == "1 row of ../outside/o.csv"
    with pytest.raises(ClaimFileError, match="does not lie below"):
        loads(text.replace("outside", "outsider"), "a.yaml", folder=tmp_path / "claims", allowed=[tmp_path / "outside"])


def test_the_cell_of_a_workbook_outside_is_refused(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    openpyxl.Workbook().save(tmp_path / "o.xlsx")
    text = "quantities: {x: {raw: {cell: ../o.xlsx!A1}}}\nclaims: []\n"
    with pytest.raises(ClaimFileError, match="does not lie below"):
        loads(text, "a.yaml", folder=tmp_path / "claims")


def test_the_time_of_a_process_is_bounded_by_the_clock_too() -> None:
    command = [sys.executable, "-c", "import time; print(1, flush=True); time.sleep(60)"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        assert _told(process, b"", 1)[0] == b"1\n"
    assert process.returncode != 0
