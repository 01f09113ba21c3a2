"""Period: the time between two dates is told as a duration or an age."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from factcheck.claim import Claim, Day, Example, Printed, Setting, sort, spoken
from factcheck.constraint import Ratio
from factcheck.interval import Interval
from factcheck.numeral import Kind, Numeral

MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "fortnight": 14}
DAYS_IN_400_YEARS = 146_097
HALF_MONTH = 15
"""The days before a full month from which on it is told as full."""


class Period(Claim):
    """The time between two dates is told as a duration, or as an age.

    "In the nine months since 3 April 2017" gives the dates from which to which the nine months ran. Both are supplied
    facts: name their source.

    The number of full months at a day is counted by the calendar; a month that has no such day ends on its last one
    (31 January and one month is 28 or 29 February). Then a bare whole number holds as follows.
    "n months": the end lies at most 15 days before start + n months, or later, but before start + (n + 1) months.
    "n years": likewise, at most 6 months before start + n years, and before start + (n + 1) years; longer units
    likewise with half a unit.
    "n weeks": at most 3 days before start + n weeks, and before start + (n + 1) weeks.
    "n days": n days lie between, or n − 1, where the first and the last day were both counted.
    An age of n is n years and more, but below n + 1.
    With a hedge or a fraction ("nearly two years", "2.5 years") the exact time lies among the values that print so:
    full units, and the part of the next one that has passed, day by day.

    No other claim takes part: it holds, or it fails by itself.

    Example:
        kind: period
        start: 2017-04-03
        end: 2018-01-03
        printed: "nine months"
        source: Policing and Crime Act 2017 (Commencement No. 3) Regulations
    """

    kind: Literal["period"] = "period"
    start: Day
    """The first day, as year, month and day: 2017-04-03."""
    end: Day
    """The last day, likewise."""
    printed: Printed
    """The time between, in the words of the article."""

    ACCEPTS = frozenset({Kind.DURATION, Kind.AGE})
    EXPECTS = 'a duration in days or longer, or an age, as in "nine months" or "aged 42"'
    PHRASES = ("from {start} to {end} was/is {printed}",)
    EXAMPLES = (
        Example("From 2017-04-03 to 2018-01-03 was nine months."),
        Example(
            "From 2017-04-03 to 2018-02-03 was nine months.",
            conflict=("the time from 2017-04-03 to 2018-02-03, which is 10 months, came to nine months",),
        ),
        Example("From 2017-04-03 to 2018-02-02 was nine months."),
        Example("From 2017-04-03 to 2017-12-19 was nine months."),
        Example(
            "From 2017-04-03 to 2017-12-18 was nine months.",
            conflict=("the time from 2017-04-03 to 2017-12-18, which is 8 months and 15 days, came to nine months",),
        ),
        Example("From 2016-07-01 to 2018-01-01 was two years."),
        Example(
            "From 2016-07-02 to 2018-01-01 was two years.",
            conflict=(
                "the time from 2016-07-02 to 2018-01-01, which is 1 year, 5 months and 30 days, came to two years",
            ),
        ),
        Example("From 2018-01-31 to 2018-02-28 was one month."),
    )

    @model_validator(mode="after")
    def _runs_forward(self) -> Period:
        if self.end < self.start:
            raise ValueError(f"the end, {self.end}, lies before the start, {self.start}: swap them")
        if _unit(self.printed) not in {*MONTHS, *DAYS}:
            raise ValueError(
                f"{str(self.printed)!r} has the unit {_unit(self.printed)!r}; days between two dates are told in "
                f"{', '.join([*DAYS, *MONTHS])}s"
            )
        return self

    def names(self) -> tuple[str, ...]:
        return ()

    def clause(self) -> str:
        told = spoken(self.printed)
        told = f"an age of {told}" if self.printed.kind is Kind.AGE and told.isdecimal() else told
        return f"the time from {self.start} to {self.end}, which is {self._told()}, came to {told}"

    def measure(self, setting: Setting) -> Ratio:
        return Ratio((), constant=self._elapsed(self.end.toordinal()))

    def allowed(self, setting: Setting) -> Interval:
        printed = self.printed
        low, high = printed.ends or (printed, printed)
        bare = printed.hedge is None and sort(printed) is Kind.DURATION
        if not bare or not _is_whole(low) or not _is_whole(high):
            return setting.within(self)
        return Interval(
            self._earliest(int(low.exact_value)), self._latest(high.exact_value), high_open=self._unit != "day"
        )

    @property
    def _unit(self) -> str:
        return _unit(self.printed)

    def _earliest(self, count: int) -> Fraction:
        """The least time that is told as so many units."""
        if self._unit in DAYS:
            return Fraction(count) - (
                Fraction(1) if self._unit == "day" else Fraction(DAYS[self._unit] // 2, DAYS[self._unit])
            )
        months = MONTHS[self._unit]
        if months % 2:  # half a month, or a month and a half
            return self._elapsed(self._after(months * count - months // 2) - HALF_MONTH)
        return self._elapsed(self._after(months * count - months // 2))

    def _latest(self, count: Fraction) -> Fraction:
        return count if self._unit == "day" else count + 1

    def _elapsed(self, day: int) -> Fraction:
        """The time from the start to a day (as an ordinal) in the printed unit: full units, and days of the next."""
        if self._unit in DAYS:
            return Fraction(day - self.start.toordinal(), DAYS[self._unit])
        months = MONTHS[self._unit]
        full = (day - self.start.toordinal()) * 4800 // (DAYS_IN_400_YEARS * months)
        while self._after(months * full) > day:
            full -= 1
        while self._after(months * (full + 1)) <= day:
            full += 1
        last, following = self._after(months * full), self._after(months * (full + 1))
        return full + Fraction(day - last, following - last)

    def _after(self, months: int) -> int:
        """The ordinal of the day so many months after the start; of a month that is too short, its last day.

        The calendar repeats every 400 years, so years beyond its end are counted from earlier ones.
        """
        year, month = divmod(self.start.year * 12 + self.start.month - 1 + months, 12)
        cycles, year = divmod(year - 1, 400)
        day = min(self.start.day, monthrange(year + 1, month + 1)[1])
        return date(year + 1, month + 1, day).toordinal() + cycles * DAYS_IN_400_YEARS

    def _told(self) -> str:
        """The time that has passed, in words: days, or years, months and days."""
        day = self.end.toordinal()
        if self._unit in DAYS:
            return _counted(day - self.start.toordinal(), "day")
        full = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        full -= self._after(full) > day
        years, months = divmod(full, 12)
        parts = ((years, "year"), (months, "month"), (day - self._after(full), "day"))
        told = [_counted(count, unit) for count, unit in parts if count] or ["no time"]
        return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _unit(printed: Numeral) -> str:
    """The unit of a duration in the singular; an age without one is in years."""
    unit = printed.unit.lower().removesuffix("s").replace("centurie", "century")
    return unit or ("year" if sort(printed) is Kind.AGE else "")


def _is_whole(printed: Numeral) -> bool:
    return printed.value is not None and printed.value.denominator == 1 and printed.quantum >= 1


def _counted(count: int, unit: str) -> str:
    return f"{count:,} {unit}" + ("" if count == 1 else "s")
