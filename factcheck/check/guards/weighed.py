"""One claim with the other numbers that it could print, and the rounds of questions about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.check.guards.forms import others
from factcheck.check.guards.inquiry import Component, Doubted, OutOfQuestionsError
from factcheck.check.guards.tally import NO_OTHERS, Shares
from factcheck.check.numbers.form import strict
from factcheck.claim import Claim
from factcheck.constraint import Statement, Values
from factcheck.finding import Guard, Place

FEW = 12  # numbers that may be asked about one by one before anything else


@dataclass(frozen=True, slots=True)
class Measures:
    """When a number counts as guarded, and how far to go to find that out.

    `enough` is the share of other numbers, from 0 to 1, that must have been caught. `effort` is how many statements may be
    read in questions to the solver for one article, and `each` how many more for each claim of it; once that is used up,
    shares are told as far as they are known. A `thorough` run works out every share as closely as the effort allows,
    instead of stopping where it is known to be enough or not, and advises on what would guard the rest.
    """

    enough: Fraction = Fraction(1, 2)
    effort: int = 2_000
    each: int = 20
    thorough: bool = False


def find_out(weighed: Sequence[Weighed], measures: Measures) -> None:
    """Ask every claim the questions of a round before those of the next, until the purse is empty."""
    rounds = (Weighed.sides, Weighed.outer_halves, Weighed.slips, Weighed.longest_first)
    for one in weighed:
        one.look()
    try:
        for one in weighed:
            one.ask_in_general()
        for runs in rounds:
            for one in weighed:
                one.ask_about(runs(one), measures)
    except OutOfQuestionsError:
        return


class Weighed:
    """One claim of a component that holds, with the other numbers that it could print."""

    def __init__(self, component: Component, claim: Claim, values: Values, given: Sequence[Statement] = ()) -> None:
        setting = strict(component.setting, claim)
        found = others(claim, setting.convention_of(claim)) if claim.prints else None
        self.claim = claim
        self.component = component
        self.values = values
        self.is_implied = False
        self._others = found or NO_OTHERS
        self._tally = Shares(claim, self._others, setting)
        self._subject = Doubted(component, self._tally, given)

    @property
    def share(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest share of other numbers that would have been caught, as far as is known."""
        return self._tally.share()

    def look(self) -> None:
        """See what the values that are known allow, without a question."""
        if self._others:
            self._subject.see(self.values)

    def ask_in_general(self) -> None:
        """Whether every number is possible with a base that is large enough, and whether the claim can be false at all."""
        if self._tally.open() and self._subject.has_open_base:
            self._subject.ask_for_large_base()
        if self._tally.is_untouched or not self._others.in_order:  # hedged numbers overlap, so that both may be true
            self.is_implied = self._subject.is_implied()

    def ask_about(self, runs: Iterable[tuple[int, int]], measures: Measures) -> None:
        """Ask about runs of numbers, one after the other, until enough is known."""
        for run in runs:
            if self._is_done(measures):
                return
            self._subject.ask(*run)

    def sides(self) -> Iterator[tuple[int, int]]:
        """All lower numbers, and all higher ones, as far as they are open."""
        if self._subject.is_askable:
            yield from self._tally.open()
        elif len(self._others) <= FEW:
            yield from self.longest_first()

    def outer_halves(self) -> Iterator[tuple[int, int]]:
        """The lower half of the open run below all that is possible, the upper half of the one above, again and again."""
        while self._subject.is_askable:
            half = next(self._outer(), None)
            if half is None:
                return
            yield half

    def _outer(self) -> Iterator[tuple[int, int]]:
        low, high = self._tally.possible.ends(self._others.own)
        for start, stop in self._tally.open():
            half = (start + stop) // 2
            if stop <= low:
                yield start, max(half, start + 1)
            elif start > high:
                yield half, stop

    def slips(self) -> Iterator[tuple[int, int]]:
        """Every open one-digit slip by itself."""
        yield from ((slip, slip + 1) for slip in self._tally.open_slips())

    def longest_first(self) -> Iterator[tuple[int, int]]:
        """Whatever is open, the longest run first; number by number where one question cannot be about several."""
        while runs := self._tally.open():
            start, stop = max(runs, key=lambda run: (run[1] - run[0], -run[0]))
            yield start, stop if self._subject.is_askable else start + 1

    def _is_done(self, measures: Measures) -> bool:
        """Whether its share is known as closely as is wanted."""
        least, most = self.share
        return not measures.thorough and (least >= measures.enough or most < measures.enough)

    def guard(self, measures: Measures, place: Place) -> Guard:
        """What has been found out."""
        printed, enough = str(self.claim.numeral), measures.enough
        if not self._others:
            return Guard(self.claim.id, printed, enough=enough, place=place)
        least, most = self.share
        count = len(self._others) - 1
        return Guard(self.claim.id, printed, least, most, count, self._others.words, enough, place=place)
