"""Rows by a range of numbers or days: exact, the same in every engine, and nothing counted of which nobody can say."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claimfile import loads, schema
from factcheck.data import Condition, DataError, Query
from factcheck.data.asking import Asked
from factcheck.data.cells.meaning import Cells
from factcheck.data.engine import Engine, Loaded, Room
from factcheck.interval import Interval
from factcheck.why import prose, why
from tests.test_data import figure, refused

TIMES = int(os.environ.get("TIMES", "1"))
ENDS = {"at_least": ">=", "over": ">", "at_most": "<=", "under": "<"}


class Case(NamedTuple):
    """A cell among 1 and 9, a range, and how many of the three lie in it; None: nobody can say."""

    cell: str
    where: str
    rows: int | None
    rest: str = ""


CASES = (
    Case("5", "at_least: 5", 2),
    Case("5", "over: 5", 1),
    Case("5", "at_most: 5", 2),
    Case("5", "under: 5", 1),
    Case("5", "at_least: 5, not: 5", 1),
    Case("5", "over: 4.999999999, under: 5.000000001", 1),
    Case("5.0000000001", "over: 5", 2),
    Case("5.0000000001", "at_most: 5", 1),
    Case("-4", "under: -3.5", 1),
    Case("−4", "under: 0", 1),
    Case('"1,628"', "at_least: 1628", 1),
    Case("£4.25", "at_least: 4.25", 2),
    Case("123456789012345678901234567890", "over: 999999999999999999", 1),
    Case("25%", "at_least: 25%, at_most: 25%", 1),
    Case("", "at_least: 0", 2),
    Case("", "at_most: 5", 2, "cells: {'': nil}\n"),
    Case("", "at_least: 5", 1, "cells: {'': nil}\n"),
    Case("<5", "under: 5", 2),
    Case("<5", "at_least: 5", 1),
    Case("<5", "at_least: 3", None),
    Case("<5", "at_least: 3, not: '<5'", 1),
    Case("5-9", "at_least: 5", 2),
    Case("5-9", "over: 5", None),
    Case("[c]", "at_least: 0", 3),
    Case("[c]", "at_least: 1", None),
    Case("n/a", "at_least: 1", None),
    Case("n/a", "at_least: 1, not: n/a", 2),
    Case("n/a", "at_least: 2", 2, "cells: {'n/a': 5}\n"),
    Case("99", "at_least: 2", 1, "cells: {'99': 0}\n"),
    Case("nan", "at_least: 1", None),
    Case("1e3", "at_least: 1", None),
    Case('"1.628"', "over: 1000", None, "language: de\n"),
    Case('"1628,5"', "over: 1628.4", 1, "language: de\n"),
    Case("2024-02-29", "at_least: 1", None),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.cell}, {case.where} {case.rest}".strip())
def test_a_cell_lies_in_a_range_or_not_or_is_told_with_its_place(tmp_path: Path, case: Case) -> None:
    (tmp_path / "t.csv").write_text(f"id,n\na,1\nb,{case.cell}\nc,9\n", "utf-8")
    asked = (f"table: t, where: {{n: {{{case.where}}}}}", "t: t.csv", case.rest)
    if case.rows is None:
        told = refused(tmp_path, *asked)
        assert "t.csv, line 3, column 'n': " in told
        assert "leave it out: `n: {not: '" in told
    else:
        assert figure(tmp_path, *asked).value == Interval.exactly(case.rows)


DAYS = (
    Case("2024-03-01", "from: 2024-03-01", 2),
    Case("2024-03-01", "after: 2024-03-01", 1),
    Case("2024-03-01", "to: 2024-03-01", 2),
    Case("2024-03-01", "before: 2024-03-01", 1),
    Case("2024-03-01", "in: 2024", 1),
    Case("2024-03-01", "in: 2024-03", 1),
    Case("2024-03-01", "in: 2024-02", 0),
    Case("2024-02-29", "in: 2024-02", 1),
    Case("2024-12-31", "to: 2024", 2),
    Case("2024-12-31", "after: 2024", 1),
    Case("2024-12-31", "before: 2025", 2),
    Case("2024-12-31 23:59:59.999", "in: 2024-12-31", 1),
    Case("2024-12-31T23:59:59Z", "to: 2024-12", 2),
    Case("2024-12-31 23:59:59+02", "in: 2024", 1),
    Case("2024-03", "from: 2024-03-01", 2),
    Case("2024-03", "from: 2024-03-02", None),
    Case("2024", "in: 2024", 1),
    Case("2024", "before: 2024-07", None),
    Case("9999-12-31", "to: 9999-12-31", 3),
    Case("", "from: 2024", 1),
    Case("2023-02-29", "in: 2024", None),
    Case("1900-02-29", "in: 2024", None),
    Case("2000-02-29", "from: 2000-02-29", 2),
    Case("2024-06-31", "in: 2024", None),
    Case("0000-01-01", "in: 2024", None),
    Case("29.2.2024", "in: 2024-02", 1),
    Case("05.03.2024 10:30", "after: 2024-03-04, before: 2024-03-06", 1),
    Case("29.02.2023", "in: 2024", None),
    Case("2.13.2024", "in: 2024", None),
    Case("01/02/2024", "in: 2024", None),
    Case("01/02/2024", "in: 2024, not: 01/02/2024", 0),
    Case("soon", "in: 2024", None),
    Case("20240301", "in: 2024", None),
)


@pytest.mark.parametrize("case", DAYS, ids=lambda case: f"{case.cell}, {case.where}")
def test_a_day_lies_in_a_range_or_not_or_is_told_with_its_place(tmp_path: Path, case: Case) -> None:
    (tmp_path / "t.csv").write_text(f"id,n\na,1999-12-31\nb,{case.cell}\nc,2025-01-01\n", "utf-8")
    asked = f"table: t, where: {{n: {{{case.where}}}}}"
    if case.rows is None:
        assert "t.csv, line 3, column 'n': " in refused(tmp_path, asked)
    else:
        assert figure(tmp_path, asked).value == Interval.exactly(case.rows)


class Column(NamedTuple):
    """A column of texts in the engine."""

    engine: Engine
    cells: tuple[str | None, ...]

    def counted(self, where: dict[str, Any], cells: Cells = Cells()) -> int | None:  # noqa: B008 - it is frozen
        """How many rows fit; None where nobody can say."""
        Room(self.engine, "t").fill(("n", "id"), [(cell, str(at)) for at, cell in enumerate(self.cells)])
        loaded = Loaded("t", "t", ("n", "id"), ("n", "id"), lambda row, column: f"{row}, {column}")
        try:
            found = Asked(loaded, self.engine, cells).figure(Query(table="t", where={"n": where})).value
        except DataError:
            return None
        finally:
            self.engine.run("DROP TABLE t")
        return int(found.low or 0)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with closing(Engine()) as found:
        yield found


numbers = st.builds(lambda whole, places: Fraction(whole, 10**places), st.integers(-2_000, 2_000), st.integers(0, 3))


def as_decimal(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


def as_people_write(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):,f}"


cells_with_values = st.one_of(
    st.tuples(numbers.map(as_decimal), st.none()),
    st.tuples(numbers.map(as_people_write), st.none()),
    st.tuples(st.just(None), st.none()),
    st.integers(2, 9).map(lambda most: (f"<{most}", (Fraction(0), Fraction(most - 1)))),
)


@settings(max_examples=60 * TIMES, deadline=None)
@given(
    st.lists(cells_with_values, min_size=1, max_size=12),
    st.dictionaries(st.sampled_from(list(ENDS)), numbers, min_size=1, max_size=2),
)
def test_what_is_counted_is_what_the_numbers_say_one_by_one(
    engine: Engine, drawn: list[tuple[str | None, tuple[Fraction, Fraction] | None]], ends: dict[str, Fraction]
) -> None:
    def holds(value: Fraction) -> bool:
        signs = {">=": value.__ge__, ">": value.__gt__, "<=": value.__le__, "<": value.__lt__}
        return all(signs[ENDS[word]](end) for word, end in ends.items())

    where = {word: as_decimal(end) for word, end in ends.items()}
    try:
        Query(table="t", where={"n": where})
    except ValueError:  # both on one side, or nothing between them
        return
    expected: int | None = 0
    for text, hidden in drawn:
        if text is None or expected is None:
            continue
        if hidden is None:
            known = {Fraction(text.replace(",", ""))}
        else:  # every number up to there: the ends of it, and those of the range with what lies beside them
            beside = {end + step for end in ends.values() for step in (0, Fraction(1, 10**6), Fraction(-1, 10**6))}
            known = {*hidden, *(value for value in beside if hidden[0] <= value <= hidden[1])}
        answers = {holds(value) for value in known}
        expected = None if len(answers) == 2 else expected + answers.pop()
    assert Column(engine, tuple(text for text, _ in drawn)).counted(where) == expected


days = st.dates(date(2019, 1, 1), date(2026, 12, 31))
moments = st.builds(lambda day, hour: f"{day.isoformat()} {hour:02}:30:00", days, st.integers(0, 23))


@settings(max_examples=60 * TIMES, deadline=None)
@given(st.lists(days.map(str) | moments, min_size=1, max_size=12), days, st.integers(4, 10), st.data())
def test_what_is_counted_is_what_the_days_say_one_by_one(
    engine: Engine, drawn: list[str], day: date, length: int, data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(("from", "after", "to", "before", "in")))
    text = day.isoformat()[: (4, 7, 10)[length % 3]]
    inside = {str(day + timedelta(n)) for n in range(-800, 800) if str(day + timedelta(n)).startswith(text)}
    first, last = min(inside), max(inside)
    signs = {
        "from": lambda cell: cell >= first,
        "after": lambda cell: cell > last,
        "to": lambda cell: cell <= last,
        "before": lambda cell: cell < first,
        "in": lambda cell: first <= cell <= last,
    }
    found = Column(engine, tuple(drawn)).counted({word: text})
    assert found == sum(signs[word](cell[:10]) for cell in drawn)


WIDE = {  # of typed columns: how many of the rows
    "{whole: {over: 17}}": 1,
    "{whole: {at_most: 17.5}}": 2,
    "{large: {over: 999999999999999999}}": 1,
    "{price: {under: 0.101}}": 1,
    "{fine: {at_least: 0.000000001}}": 1,
    "{fine: {under: 0.000000001}}": 1,
    "{fine: {under: 999999999999999999}}": 2,
    "{rate: {at_least: 0.1}}": 2,
    "{rate: {over: 0.1}}": 1,
    "{day: {in: 2024-02}}": 1,
    "{at: {from: 2024-02-29, to: 2024-02-29}}": 1,
    "{words: {at_least: 3, under: 1629}}": 1,
}


@pytest.mark.parametrize("where", WIDE)
def test_typed_columns_are_compared_without_losing_a_digit(tmp_path: Path, where: str) -> None:
    frame = pl.DataFrame(
        {
            "whole": [17, 18, 3],
            "large": [10**18, 5, None],
            "price": [Decimal("0.10"), Decimal("1628.50"), None],
            "fine": [Decimal("1E-9"), Decimal("1E-30"), None],
            "rate": [0.1, 0.3, 0.05],
            "day": [date(2024, 2, 29), date(2023, 2, 28), None],
            "at": [datetime(2024, 2, 29, 23, 59), datetime(2024, 3, 1), None],  # noqa: DTZ001 - as files have them
            "words": ["1,628", "2", None],
        },
        schema_overrides={"fine": pl.Decimal(38, 30), "price": pl.Decimal(9, 2)},
    )
    frame.write_parquet(tmp_path / "t.parquet")
    asked = f"table: t, where: {where}"
    assert figure(tmp_path, asked, "t: t.parquet").value == Interval.exactly(WIDE[where])


TEXTS = (
    "1",
    "18",
    "18.0",
    "17.9999999999",
    "1,628",
    "<5",
    "25%",
    "",
    "−3",
    "0018",
    "£4",
    "n/a",
    "65",
    "999999999999999999999",
)
RANGES = (
    {"at_least": "18", "not": ["0018", "n/a", "£4"]},
    {"over": "18", "not": ["0018", "n/a", "£4"]},
    {"under": "5", "not": ["0018", "n/a", "£4"]},
    {"under": "3", "not": ["0018", "n/a", "£4"]},
    {"at_most": "0.25", "not": ["0018", "n/a", "<5", "£4"]},
    {"at_least": "999999999999999999", "not": ["0018", "n/a", "£4"]},
    {"at_least": "18"},
)


def test_a_range_looks_only_at_the_rows_that_the_other_conditions_leave(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("state,days,on\nopen,n/a,soon\ndone,20,2024-01-02\ndone,21,2025-01-02\n", "utf-8")
    assert figure(tmp_path, "table: t, where: {days: {over: 20}, state: done}").words == "1"
    found = figure(tmp_path, "table: t, sum: days, where: {on: {in: 2024}, state: done, days: {over: 1}}")
    assert found.words == "20"
    assert "'n/a' is no number" in refused(tmp_path, "table: t, where: {days: {over: 20}}")


def test_cells_in_several_units_are_not_compared(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,n\nx,£1\ny,$2\n", "utf-8")
    assert "'£1' and '$2' are in different units" in refused(tmp_path, "table: t, where: {n: {over: 1}}").replace(
        "'$2' and '£1'", "'£1' and '$2'"
    )
    assert figure(tmp_path, "table: t, where: {n: {over: 0, not: $2}}").words == "1"


def test_many_odd_cells_are_refused_and_many_plain_ones_are_none(tmp_path: Path) -> None:
    plain = "\n".join(str(number) for number in range(30_000))
    (tmp_path / "t.csv").write_text(f"n\n{plain}\n", "utf-8")
    assert figure(tmp_path, "table: t, where: {n: {at_least: 29000}}").words == "1,000"
    odd = "\n".join(f"£{number}" for number in range(10_001))
    (tmp_path / "t.csv").write_text(f"n\n{odd}\n", "utf-8")
    assert "more than 10,000 different cells of 'n' are not written as numbers" in refused(
        tmp_path, "table: t, where: {n: {over: 1}}"
    )


def test_the_first_cell_of_the_file_that_says_nothing_is_told_and_a_long_query_is_cut_short(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("n\n1\nz\na\n", "utf-8")
    assert "line 3, column 'n': 'z' is no number" in refused(tmp_path, "table: t, where: {n: {over: 0}}")
    days = [date(2020, 1, 1) + timedelta(at) for at in range(1_500)]
    lines = "\n".join(f"{day.day}.{day.month}.{day.year}" for day in days)
    (tmp_path / "t.csv").write_text(f"n\n{lines}\n", "utf-8")
    found = figure(tmp_path, "table: t, where: {n: {in: 2021}}")
    assert found.words == "365"
    assert len(found.sql) < 2_010
    assert found.sql.endswith(" …")


def test_a_verdict_says_the_range_and_why_shows_the_query(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("age,on\n17,2024-01-01\n18,2024-12-31\n64,2025-01-01\n,2024-05-01\n", "utf-8")
    text = (
        "data: {t: t.csv}\nquantities: {x: {raw: {table: t, where: {age: {at_least: 18, under: 65}, on: {in: 2024}}}}}\n"
        "claims: [{kind: count, quantity: x, printed: '1'}]"
    )
    article = loads(text, "a.yaml", folder=tmp_path)
    report = article.check()
    words = "1 row of t.csv where age at least 18 and under 65 and on in 2024"
    assert report["count-x"].data == (f"{words}, leaving out 1 whose age is empty",)
    told = "\n".join(prose(why(article, "count-x")))
    number = 'TRY_CAST("age" AS DECIMAL(27, 9))'
    assert f"""WHERE {number} >= 18 AND {number} < 65 AND "on" >= '2024-01-01' AND "on" < '2025-01-01'""" in told


def test_a_period_that_is_looked_for_as_a_text_is_told_how(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("on,n\n2024-01-01,1\n2024-01-02 10:00,2\n", "utf-8")
    assert "write `on: {in: 2024}`" in refused(tmp_path, "table: t, where: {on: 2024}")
    assert "write `on: {in: 2024-01-02}`" in refused(tmp_path, "table: t, where: {on: 2024-01-02}")


@cache
def claims_schema() -> dict[str, Any]:
    return schema()


WRITTEN: tuple[tuple[Any, Any], ...] = (
    ({"at_least": 18, "under": "65"}, {"at_least": "18", "under": "65"}),
    ({"over": Decimal("0.50")}, {"over": "0.50"}),
    ({"from": date(2024, 1, 1), "before": 2025}, {"from": "2024-01-01", "before": "2025"}),
    ({"in": "2024-02", "not": ""}, {"not": "", "in": "2024-02"}),
    (date(2024, 1, 1), "2024-01-01"),
    (["a", "b"], ["a", "b"]),
    ({"not": ["a", 5]}, {"not": ["a", "5"]}),
)


@pytest.mark.parametrize(("given", "written"), WRITTEN, ids=str)
def test_what_is_stated_in_python_is_written_as_a_claims_file_has_it(given: Any, written: Any) -> None:
    query = Query(table="t", where={"n": given})
    dumped = query.model_dump(mode="json", exclude_defaults=True)
    assert dumped["where"] == {"n": written}
    assert Query.model_validate(dumped) == query
    declared = {"claims": [], "quantities": {"x": {"raw": dumped}}}
    jsonschema.validate(declared, claims_schema())


WRONG: tuple[tuple[Any, str], ...] = (
    ({"at_least": 0.5}, "`at_least`: 0.5 is a binary fraction, whose last digit is not known; write it as text"),
    ({"at_least": True}, "`at_least`: True where a number"),
    ({"at_least": [1]}, "`at_least`: a list where a number"),
    ({"at_least": "1,628"}, "`at_least`: '1,628' where a number as programs write it was expected"),
    ({"at_least": "0.0000000001"}, "where a number as programs write it"),
    ({"under": "2024-01-01"}, "of days it is `before`"),
    ({"before": "18.5"}, "of numbers it is `under`"),
    ({"before": "1.3.2024"}, "a day, a month or a year was expected, as in 2024-03-01, 2024-03 or 2024"),
    ({"before": datetime(2024, 1, 1, 10)}, "a day, a month or a year was expected"),  # noqa: DTZ001 - of no zone
    ({"in": "2024-13"}, "a day, a month or a year was expected"),
    ({"in": ["a"]}, "`in`: a list where a day"),
    ({"at_least": 1, "from": 2024}, "`at_least` is said of numbers, and `from` of days"),
    ({"at_least": 1, "over": 2}, "`at_least` and `over` both say where the range begins"),
    ({"to": 2024, "before": 2024}, "`to` and `before` both say where the range ends"),
    ({"in": 2024, "from": 2024}, "`in` and `from` both say where the range begins"),
    ({"at_least": 5, "under": 5}, "nothing is at least 5 and under 5; change one of them"),
    ({"atleast": 5}, "'atleast' where `not`, or an end of a range, was expected; did you mean 'at_least'?"),
    ({}, "nothing where `not`, or an end of a range, was expected"),
)


@pytest.mark.parametrize(("given", "told"), WRONG, ids=[told for _, told in WRONG])
def test_a_range_that_says_nothing_is_told(given: Any, told: str) -> None:
    with pytest.raises(ValueError, match="where") as caught:
        Query(table="t", where={"n": given})
    assert told in str(caught.value)


@pytest.mark.parametrize(
    "where", [{"atleast": 5}, {}, {"at_least": "1,628"}, {"in": "1.3.2024"}, {"from": [2024]}], ids=str
)
def test_the_schema_refuses_it_too(where: Any) -> None:
    declared = {"claims": [], "quantities": {"x": {"raw": {"table": "t", "where": {"n": where}}}}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(declared, claims_schema())


def test_a_condition_is_told_in_words() -> None:
    told = {str(Query(table="t", where={"n": given}).where["n"]) for given, _ in WRITTEN}
    assert "at least 18 and under 65" in told
    assert "is not empty and in 2024-02" in told
    assert str(Condition(("a", "b"))) == "is a or b"
