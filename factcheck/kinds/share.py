"""Share: a part makes up a printed share of a whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from factcheck.claim import Claim, Example, Name, Printed, Setting, Telling, label, sort, spoken
from factcheck.constraint import Condition, Constraint, Quantity, Ratio, Values
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind


class Share(Claim):
    """A part makes up the printed share of a whole.

    "32.6 per cent of the cases were upheld" says that `upheld` divided by `cases` prints as 32.6 per cent. The share
    may be a percentage, a fraction ("a third"), "one in five", "all", "none", or a word such as "most".

    Where `low` and `high` are the ends of the values that print so, low × whole ≤ part ≤ high × whole, and besides
    part ≤ whole and whole > 0: nothing is a share of nothing. Part and whole are whole numbers unless they are
    amounts, so that some percentages cannot be had of some wholes, whatever the part ("34.7% of 22 cases":
    7 are 31.8%, 8 are 36.4%).

    It fails where no part fits, where the share passes 100%, and where the whole is zero.

    `weighted: true` is for polls and surveys whose answers carry weights. The part of such a share is no count of
    heads, so it is taken as an unknown of its own that need not be whole ("weighted women of voters"): other claims
    about the same part and whole that are weighted must agree with it, raw counts of the part need not. To make
    weighted parts add up with `total`, declare the quantities with `amount: true` instead.

    Example:
        kind: share
        part: upheld
        whole: cases
        printed: "32.6 per cent"

    Source: with whole numbers this is the test of Brown and Heathers, "The GRIM test" (2017), for percentages.
    """

    kind: Literal["share"] = "share"
    part: Name
    """The quantity that is part of the other."""
    whole: Name
    """The quantity that the share is of."""
    printed: Printed
    """The share, in the words of the article."""
    weighted: bool = False
    """Whether the answers were weighted, so that no whole number of heads need fit the share."""

    ACCEPTS = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.RATIO, Kind.COUNT})
    EXPECTS = 'a percentage, a fraction, "one in five", or a word such as "most"'
    PHRASES = (
        "{printed} of {whole} was/were {part}",
        "of {whole}, {numeral} was/were {part} ({printed})",
        "{part} made up {printed} of {whole}",
    )
    EXAMPLES = (
        Example("Of the 956 cases, 312 were upheld (32.6%)."),
        Example(
            "Of the 956 cases, 312 were upheld (32.7%).",
            conflict=("cases came to 956", "upheld came to 312", "upheld made up 32.7% of cases"),
        ),
        Example(
            "34.7% of the 22 cases were upheld.",
            conflict=("upheld made up 34.7% of cases", "cases came to 22"),
        ),
        Example("Of the 80 cases, 1 was upheld (1.2%)."),  # 1.25%: a tie may go either way
        Example("Of the 80 cases, 1 was upheld (1.3%)."),
        Example(
            "102% of the 956 cases were upheld.",
            conflict=("upheld made up 102% of cases",),
        ),
        Example(
            "Of the 0 cases, 0 were upheld (50%).",
            conflict=("cases came to 0", "upheld made up 50% of cases"),
        ),
        Example("None of the 956 cases were upheld: 0 upheld cases."),
        Example("Most of the 956 cases were upheld: 479 upheld cases."),
        Example(
            "Of the 956 cases, 478 were upheld (more than half).",
            conflict=("cases came to 956", "upheld came to 478", "upheld made up more than half of cases"),
        ),
    )

    @model_validator(mode="after")
    def _is_a_part_of_another(self) -> Share:
        if self.part == self.whole:
            raise ValueError(f"part and whole are both {self.part!r}: a share is of something else")
        if sort(self.printed) is Kind.COUNT and (self.printed.form is not Form.EXACT or self.printed.value):
            raise ValueError(f"{str(self.printed)!r} is read as count; a share is printed as {self.EXPECTS}")
        if self.printed.form is Form.TO:
            raise ValueError(
                f"{str(self.printed)!r} compares two things: use kind ratio, or say it as a share of the whole"
            )
        return self

    def names(self) -> tuple[str, ...]:
        return (self.part, self.whole)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        return (self.names(),)

    def plausible(self) -> Interval:
        return Interval(Fraction(0), Fraction(1))

    def telling(self) -> Telling:
        weighted = ", weighted," if self.weighted else ""
        return Telling(f"{label(self.part)}{weighted}", "made up", spoken(self.printed), f" of {label(self.whole)}")

    def measure(self, setting: Setting) -> Ratio:
        return Ratio(((self._part(setting), Fraction(1)),), ((setting.quantity(self.whole), Fraction(1)),))

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        yield from super().conditions(setting)
        terms = ((self._part(setting), Fraction(1)), (setting.quantity(self.whole), Fraction(-1)))
        yield Constraint(terms, Interval.at_most(0), self.clause())

    def holds(self, values: Values, setting: Setting) -> bool:
        whole = setting.quantity(self.whole)
        return super().holds(values, setting) and values[self._part(setting)] <= values[whole]

    def _part(self, setting: Setting) -> Quantity:
        if self.weighted:
            return Quantity(f"weighted {label(self.part)} of {label(self.whole)}", whole=False)
        return setting.quantity(self.part)
