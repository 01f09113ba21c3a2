"""The kind period, by the calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.kinds.period import Period
from factcheck.numeral import Hedge, Kind, Sense
from tests.drawn import ONE, conditions_hold, printed, setting

# Periods


def later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def fits(start: date, end: date, count: int, unit: str, kind: Kind) -> bool:
    """The rule as the manual page words it, by the calendar."""
    if kind is Kind.AGE:
        return later(start, 12 * count) <= end < later(start, 12 * count + 12)
    match unit:
        case "day":
            return (end - start).days in (count, count - 1)
        case "week":
            return start + timedelta(7 * count - 3) <= end < start + timedelta(7 * count + 7)
        case "month":
            return later(start, count) - timedelta(15) <= end < later(start, count + 1)
    return later(start, 12 * count - 6) <= end < later(start, 12 * count + 12)


@given(
    start=days,
    unit=st.sampled_from(["day", "week", "month", "year"]),
    count=st.integers(0, 40),
    away=st.integers(-20, 20),
    month=st.integers(-1, 1),
    kind=st.sampled_from([Kind.DURATION, Kind.AGE]),
)
def test_a_period_holds_by_the_calendar(start: date, unit: str, count: int, away: int, month: int, kind: Kind) -> None:
    unit = "year" if kind is Kind.AGE else unit
    full = {"day": timedelta(1), "week": timedelta(7)}.get(unit)
    end = start + count * full if full else later(start, count * (12 if unit == "year" else 1) + month * 6)
    end += timedelta(away)
    assume(end >= start)
    claim = Period(start=start, end=end, printed=printed(kind, Fraction(count), unit=unit))
    declared = setting()
    expected = fits(start, end, count, unit, kind)
    assert claim.holds({}, declared) == expected
    assert conditions_hold(claim, {}, declared) == expected


@given(start=days, end=days)
def test_the_time_told_leads_from_start_to_end(start: date, end: date) -> None:
    assume(start <= end)
    claim = Period(start=start, end=end, printed=printed(Kind.DURATION, ONE, unit="month"))
    words = claim.clause().partition("which is ")[2].rpartition(", came to ")[0]
    told = words.replace(" and ", ", ").split(", ")
    parts = {unit.rstrip("s"): int(count) for count, unit in (part.split() for part in told if part != "no time")}
    months = parts.get("year", 0) * 12 + parts.get("month", 0)
    assert later(start, months) + timedelta(parts.get("day", 0)) == end
    assert parts.get("month", 0) < 12


@pytest.mark.parametrize(
    ("start", "end", "told", "holds"),
    [
        ("2017-01-31", "2017-02-28", "1 month", True),
        ("2016-02-29", "2017-02-28", "12 months", True),
        ("2016-02-29", "2017-02-27", "12 months", True),  # a day short
        ("2016-02-29", "2017-02-12", "12 months", False),  # sixteen days short
        ("2000-01-01", "2000-01-01", "0 months", True),
        ("2000-01-01", "2000-01-10", "10 days", True),  # the first and the last day counted
        ("2000-01-01", "2000-01-11", "10 days", True),
        ("2000-01-01", "2000-01-12", "10 days", False),
        ("2000-01-01", "2000-01-09", "10 days", False),
        ("2000-01-01", "9999-12-31", "7999 years", True),
        ("2000-01-01", "9999-12-31", "1000000000000 years", False),
        ("2000-01-01", "2020-01-01", "2 decades", True),
        ("2000-01-01", "2015-01-01", "2 decades", True),
        ("2000-01-01", "2014-12-31", "2 decades", False),
        ("2000-01-01", "2000-05-17", "2 quarters", True),
        ("2000-01-01", "2000-05-16", "2 quarters", False),
        ("2000-01-01", "2000-01-22", "2 fortnights", True),
        ("2000-01-01", "2000-01-21", "2 fortnights", False),
    ],
)
def test_periods_at_the_edges(start: str, end: str, told: str, holds: bool) -> None:
    count, unit = told.split()
    numeral = printed(Kind.DURATION, Fraction(count), unit=unit)
    assert Period(start=start, end=end, printed=numeral).holds({}, setting()) is holds


@pytest.mark.parametrize(
    ("sense", "end", "holds"),
    [
        (Sense.NEARLY, "2018-12-31", True),
        (Sense.NEARLY, "2019-01-01", False),
        (Sense.MORE_THAN, "2019-01-01", False),
        (Sense.MORE_THAN, "2019-01-02", True),
        (Sense.UNDER, "2017-06-01", True),
        (Sense.AT_LEAST, "2019-01-01", True),
        (Sense.AT_LEAST, "2018-12-31", False),
    ],
)
def test_a_hedged_period_is_exact_to_the_day(sense: Sense, end: str, holds: bool) -> None:
    numeral = printed(Kind.DURATION, Fraction(2), unit="year", hedge=Hedge(sense, sense.value))
    assert Period(start="2017-01-01", end=end, printed=numeral).holds({}, setting()) is holds
