"""How well a printed number is guarded: what share of other numbers the checks would have caught in its place."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factcheck.finding.place import Place

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Guard:
    """Of the other numbers that might have stood in a number's place, the share that the checks would have caught.

    The share, from 0 to 1, lies from `least` to `most`, both proved; they are equal where every other number was decided.
    `others` counts the other numbers of the same form, `form` says which they are. Where there are none to try, there is
    no share, and `form` is empty. From a share of `enough` on, the number counts as guarded.

    >>> guard = Guard("yorkshire-crimes", "142", Fraction(0), Fraction(1, 100), 899, "100 to 999")
    >>> guard.words, guard.is_guarded, guard.is_unguarded
    ('at most 1%', False, True)
    """

    claim: str
    printed: str
    least: Fraction = Fraction(0)
    most: Fraction = Fraction(1)
    others: int = 0
    form: str = ""
    enough: Fraction = HALF
    advice: str = ""
    place: Place = Place()

    @property
    def is_guarded(self) -> bool:
        """Whether enough other numbers were shown to be caught."""
        return self.others > 0 and self.least >= self.enough

    @property
    def is_unguarded(self) -> bool:
        """Whether too few other numbers can be caught."""
        return self.others > 0 and self.most < self.enough

    @property
    def is_told(self) -> bool:
        """Whether it is known to be guarded or unguarded."""
        return self.is_guarded or self.is_unguarded

    @property
    def words(self) -> str:
        """The share in words: "99.8%", "at least 40%", "not worked out"."""
        if not self.others or self.most - self.least == 1:
            return "not worked out"
        if self.least == self.most:
            return _percent(self.least)
        if self.most == 1:
            return f"at least {_percent(self.least)}"
        least, most = _percent(self.least), _percent(self.most, up=True)
        return f"at most {most}" if self.least == 0 else least if least == most else f"{least} to {most}"


def _percent(share: Fraction, *, up: bool = False) -> str:
    """A share in per cent with at most one decimal, cut off (or taken up), so that only all is 100% and only none is 0%."""
    tenths = -(-share * 1000 // 1) if up else share * 1000 // 1
    if tenths == 0 and share:
        return "less than 0.1%"
    if tenths == 1000 and share < 1:
        return "more than 99.9%"
    whole, rest = divmod(int(tenths), 10)
    return f"{whole}.{rest}%" if rest else f"{whole}%"
