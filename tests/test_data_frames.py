"""Raw values from what a program holds: frames of pandas and Polars, and relations of DuckDB."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import narwhals
import pandas as pd
import polars as pl
import pytest

from factcheck import Article
from factcheck.check.article import ClaimsError
from factcheck.claimfile import ClaimFileError, loads
from factcheck.data.search import searching
from factcheck.finding import Figure
from factcheck.report import FORMATS, render
from factcheck.stored import restored, stored
from tests.test_data import HEADINGS, QUESTIONS, ROWS, SILENT

COLUMNS = {name: [row[at] for row in ROWS] for at, name in enumerate(HEADINGS)}


CONNECTIONS: list[duckdb.DuckDBPyConnection] = []


def of_pandas() -> Any:
    return pd.DataFrame({**COLUMNS, "on": pd.to_datetime(COLUMNS["on"])})


def of_duckdb() -> Any:
    connection = duckdb.connect()
    CONNECTIONS.append(connection)  # a relation of an older DuckDB ends with it
    connection.execute('CREATE TABLE cases (platform TEXT, fine INTEGER, age UTINYINT, "on" DATE)')
    connection.executemany("INSERT INTO cases VALUES (?, ?, ?, ?)", ROWS)
    return connection.table("cases")


FRAMES: dict[str, Callable[[], Any]] = {
    "pandas": of_pandas,
    "pandas, objects": lambda: pd.DataFrame(COLUMNS, dtype=object),
    "Polars": lambda: pl.DataFrame(COLUMNS),
    "Polars, lazy": lambda: pl.LazyFrame(COLUMNS),
    "narwhals": lambda: narwhals.from_native(pl.DataFrame(COLUMNS)),
    "DuckDB": of_duckdb,
}


def figure(frame: Any, raw: dict[str, Any], **declared: Any) -> Figure:
    article = Article(data={"t": frame}, quantities={"x": {"raw": {"table": "t", **raw}, **declared}}).fetched()
    found = article.declarations["x"].raw
    assert isinstance(found, Figure)
    return found


def refused(frame: Any, raw: dict[str, Any], **declared: Any) -> str:
    with pytest.raises(ClaimsError) as caught:
        figure(frame, raw, **declared)
    return str(caught.value)


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_answers_every_question_as_files_do(name: str) -> None:
    asked = loads(
        "quantities: {" + ", ".join(f"q{n}: {{raw: {{{raw}}}}}" for n, raw in enumerate(QUESTIONS)) + "}\nclaims: []"
    )
    found = Article(data={"t": FRAMES[name]()}, quantities=asked.declarations).fetched()
    told = [str(declaration.raw) for declaration in found.declarations.values()]
    assert told == [words.format("t") for words in QUESTIONS.values()]


EXACT: dict[str, tuple[Any, str]] = {
    "whole": (pd.DataFrame({"n": [2**62, 2**62, 2**62]}), "13,835,058,055,282,163,712"),
    "whole, with gaps left out": (
        pd.DataFrame({"n": pd.array([2**62, 1, 0], dtype="Int64")}),
        "4,611,686,018,427,387,905",
    ),
    "unsigned": (pl.DataFrame({"n": [2**64 - 1, 1]}, schema={"n": pl.UInt64}), "18,446,744,073,709,551,616"),
    "larger than a machine's": (
        pd.DataFrame({"n": [10**30, 1]}, dtype=object),
        "1,000,000,000,000,000,000,000,000,000,001",
    ),
    "decimals": (pl.DataFrame({"n": [Decimal("0.10"), Decimal("0.20")]}), "0.3"),
    "decimals, as objects": (pd.DataFrame({"n": [Decimal("0.10"), Decimal("1E+2")]}), "100.1"),
    "text": (pd.DataFrame({"n": ["1,628", " 2 ", "£3"]}), "1,633"),
    "hidden": (pl.DataFrame({"n": ["<5", "2"]}), "2 to 6"),
    "of DuckDB": (
        duckdb.sql("SELECT 12345678901234567890123456789::HUGEINT AS n"),
        "12,345,678,901,234,567,890,123,456,789",
    ),
}


@pytest.mark.parametrize("name", EXACT)
def test_values_arrive_with_every_digit(name: str) -> None:
    frame, total = EXACT[name]
    found = figure(frame, {"sum": "n"}, amount=True)
    assert (found.words, found.inexact) == (total, "")


BINARY = {
    "pandas": pd.DataFrame({"n": [0.1, 0.2, 3]}),
    "pandas, short": pd.DataFrame({"n": [0.1, 0.2, 3]}, dtype="float32"),
    "pandas, objects": pd.DataFrame({"n": [0.1, 0.2, 3]}, dtype=object),
    "Polars": pl.DataFrame({"n": [0.1, 0.2, 3.0]}),
    "Polars, short": pl.DataFrame({"n": [0.1, 0.2, 3.0]}, schema={"n": pl.Float32}),
    "DuckDB": duckdb.sql("SELECT unnest([0.1::DOUBLE, 0.2, 3]) AS n"),
}


@pytest.mark.parametrize("name", BINARY)
def test_binary_fractions_are_refused_for_counts_and_read_as_printed_for_amounts(name: str) -> None:
    found = figure(BINARY[name], {"sum": "n"}, amount=True)
    assert (found.words, found.inexact) == ("3.3", "n")
    assert "n holds binary fractions, and 'x' is a count" in refused(BINARY[name], {"sum": "n"})
    assert figure(BINARY[name], {"where": {"n": "3"}}).words == "1"


WRONG: dict[str, tuple[Any, dict[str, Any], str]] = {
    "a gap": (
        pd.DataFrame({"n": pd.array([1, None], dtype="Int64")}),
        {"sum": "n"},
        "t, row 2, column 'n': the cell is empty",
    ),
    "a gap of floats": (pd.DataFrame({"n": [1, None]}), {"sum": "n"}, "row 2, column 'n': the cell is empty"),
    "a gap of Polars": (pl.DataFrame({"n": [1, None]}), {"sum": "n"}, "row 2, column 'n': the cell is empty"),
    "not a number": (pl.DataFrame({"n": [1.0, float("nan")]}), {"max": "n"}, "row 2, column 'n': 'NaN' is no number"),
    "infinity": (pd.DataFrame({"n": [1.0, float("inf")]}), {"max": "n"}, "row 2, column 'n': 'inf' is no number"),
    "infinity of DuckDB": (
        duckdb.sql("SELECT 'inf'::DOUBLE AS n"),
        {"max": "n"},
        "row 1, column 'n': 'inf' is no number",
    ),
    "a truth": (pd.DataFrame({"n": [True]}), {"sum": "n"}, "'true' is no number"),
    "a day": (pl.DataFrame({"n": [date(2018, 4, 3)]}), {"sum": "n"}, "'2018-04-03' is no number"),
    "words": (pd.DataFrame({"n": ["many"]}), {"sum": "n"}, "row 1, column 'n': 'many' is no exact number"),
    "bytes": (pl.DataFrame({"n": [b"x"]}), {"sum": "n"}, "column 1 has bytes"),
    "no such column": (pd.DataFrame({"age": [1]}), {"sum": "agee"}, "t has no column 'agee'; did you mean 'age'?"),
    "no such value": (pl.DataFrame({"a": ["x"]}), {"where": {"a": "y"}}, "no row of t has 'y' in 'a'; there is x"),
    "two of a name": (pd.DataFrame([[1, 2]], columns=["a", "a"]), {"sum": "a"}, "t cannot be read: "),
    "no columns": (pd.DataFrame(), {}, "t has no headings"),
    "a relation that fails": (
        duckdb.sql("SELECT 'x'::INT + range AS n FROM range(3)"),
        {"sum": "n"},
        "t cannot be read",
    ),
    "a file, too": (pd.DataFrame({"a": [1]}), {"cell": "t!B2", "table": None}, "t is no workbook"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_frame_is_told_with_row_and_column(name: str) -> None:
    frame, raw, told = WRONG[name]
    assert told in refused(frame, raw, amount=True)


def test_moments_and_truths_are_told_as_they_are_written() -> None:
    at = [datetime(2018, 4, 3, 12, 30), datetime(2018, 4, 3)]  # noqa: DTZ001 - as frames have them
    for frame in (pl.DataFrame({"at": at, "b": [True, False]}), pd.DataFrame({"at": at, "b": [True, False]})):
        assert figure(frame, {"where": {"at": "2018-04-03 12:30:00", "b": "true"}}).words == "1"
    named = pd.DataFrame({"c": pd.Categorical(["u", None, "v"]), 7: [1, 2, 3]})
    assert figure(named, {"where": {"c": "u"}, "sum": "7"}).words == "1"


def test_every_row_of_a_frame_counts() -> None:
    for frame in (pd.DataFrame({"a": [None, None, 1]}), pl.DataFrame({"a": [None, None, 1]})):
        assert figure(frame, {}).words == "3"
        assert figure(frame, {"distinct": "a"}).words == "1"
    assert figure(pl.DataFrame({"a": [], "b": []}), {}).words == "0"


def test_a_report_on_a_frame_says_what_it_is() -> None:
    quantities = {"x": {"raw": {"table": "cases", "where": {"platform": "Facebook"}}}}
    claims = [{"kind": "count", "quantity": "x", "printed": "2"}]
    article = Article(data={"cases": FRAMES["Polars"]()}, quantities=quantities, claims=claims)
    report = article.check()
    assert report.ok
    (source,) = report.articles[0].sources
    assert str(source) == "cases: a frame of polars of 4 rows and 4 columns"
    for form in FORMATS:
        shown = render(report, form)
        assert form in SILENT or ("2 rows of cases" in shown and source.held in shown)
    assert restored(stored(report.articles[0])) == report.articles[0]
    assert article != Article(data={"cases": FRAMES["Polars"]()}, quantities=quantities, claims=claims)
    with pytest.raises(Exception, match="a frame cannot be written into a claims file"):
        article.model_dump(mode="json")


def test_what_is_no_frame_is_refused_and_no_claims_file_has_one() -> None:
    with pytest.raises(ClaimsError, match=r"^data\.t: .* where fields were expected"):
        Article(data={"t": 5})
    with pytest.raises(ClaimFileError, match="unknown field 'held'"):
        loads("data: {t: {held: x}}\nclaims: []\n")

    class Odd:
        columns = ("a",)

    assert "t cannot be read: " in refused(Odd(), {})


def test_queries_see_nothing_that_python_holds() -> None:
    with pytest.raises(ClaimsError, match="no query of SQL sees what Python holds"):
        Article(data={"t": FRAMES["pandas"]()}, quantities={"x": {"raw": {"sql": "select count(*) from t"}}}).fetched()


def test_frames_need_the_extra_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    assert "narwhals, which is not installed; pip install 'factcheck-claims[frames]'" in refused(FRAMES["pandas"](), {})
    assert figure(FRAMES["DuckDB"](), {}).words == "4"


def failing(frame: Any, printed: str = "1,628") -> Article:
    """An article whose sum is that of other rows than it asks for."""
    asked = {"table": "t", "sum": "fine", "where": {"platform": "Instagram"}}
    claims = [{"kind": "count", "quantity": "x", "printed": printed}]
    return Article(data={"t": frame}, quantities={"x": {"raw": asked}}, claims=claims).fetched()


def offered(article: Article) -> list[str]:
    found = [one for finding in article.check().findings for one in finding.candidates]
    return [f"{one.sort}: {one.change}, {one.figures[0]}" for one in found]


@pytest.mark.parametrize("name", FRAMES)
def test_other_questions_are_tried_on_a_frame(name: str) -> None:
    (told,) = offered(failing(FRAMES[name]()))
    change, figure = "where platform = Facebook instead of Instagram", "1,628, the sum of fine in 2 rows of t"
    assert told == f"another category: {change}, {figure} where platform = Facebook"


def test_nothing_is_offered_of_a_frame_that_was_changed_since() -> None:
    frame = FRAMES["pandas"]()
    article = failing(frame)
    frame.loc[2, "fine"] = 13
    assert offered(article) == []


def test_of_a_large_frame_only_the_columns_that_were_asked_for_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "Polars, lazy", "DuckDB"):
        article = failing(FRAMES[name](), "13")
        (other,) = offered(article)
        assert other.startswith("another column: as sum of age for sum of fine")
        with monkeypatch.context() as patched:
            patched.setattr(searching, "MOST_CELLS", 11)  # of four rows, those of two columns
            assert offered(article) == []
