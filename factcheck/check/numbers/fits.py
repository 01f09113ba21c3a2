"""Which numbers fit: a walk over a form, from values that are known to be possible to the gaps between and beyond them."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.check.numbers.form import FAR, Numbers
from factcheck.check.numbers.subject import Subject
from factcheck.solve import Conflict, Witness

MOST_QUESTIONS = 48
STRIDE = 32  # times as far away is asked next, beyond all that is known to fit
MOST_STRIDES = 6
MOST_UNDECIDED = 3  # questions that used up all their steps, before no more are asked

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The runs of numbers that fit, ascending, and those that were not found out."""

    numbers: Numbers
    runs: tuple[Run, ...]
    open: tuple[Run, ...] = ()
    by_words: bool = False  # no number fits, but what is measured may be something else

    @property
    def says_nothing(self) -> bool:
        """Whether only a number fits that nobody would print: £0bn."""
        return self.runs == ((0, 1),) and self.numbers.claim.numeral.scale > 1 and self.numbers.value(1) > 1

    @property
    def fits(self) -> bool | None:
        """Whether some number does; None where that was not found out."""
        return True if self.runs else None if self.open else False


def away(run: Run, place: int) -> int:
    """How far a run lies from a place."""
    return max(run[0] - place, place - run[1] + 1, 0)


def fitting(subject: Subject) -> Fitting:
    """The numbers that fit, as far as a budget of questions goes."""
    return _Walk(subject).walked()


class _Walk:
    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._tally = subject.tally
        self._questions = MOST_QUESTIONS
        self._undecided = MOST_UNDECIDED
        self._left: list[Run] = []
        self._asked_beyond = {False: 0, True: 0}  # by side: how often

    def walked(self) -> Fitting:
        """Ask until nothing is open, or no question is left."""
        numbers, tally = self._subject.numbers, self._tally
        if self._subject.is_askable:
            answer = self._subject.whole()
            if isinstance(answer, Conflict):
                tally.catch(numbers.start, numbers.stop)
            elif isinstance(answer, Witness):
                self._subject.see(answer.values)
            else:
                self._undecided -= 1
        while self._questions and self._undecided and (run := self._next()) is not None:
            if not self._subject.settle_between(*run):
                self._ask(self._part_of(run))
        left = sorted((*self._left, *tally.open()))
        by_words = not left and not tally.possible and self._subject.is_open()
        return Fitting(numbers, tuple(tally.possible), tuple(left), by_words)

    def _ask(self, run: Run) -> None:
        """Ask about a run, and where that comes to nothing, about the number of it that is nearest to the printed one."""
        start, stop = run
        self._questions -= 1
        if self._subject.ask(start, stop):
            return
        self._undecided -= 1
        near = min(max(self._subject.numbers.own, start), stop - 1)
        if stop - start > 1 and self._undecided:
            self._questions -= 1
            if self._subject.ask(near, near + 1):
                return
            self._undecided -= 1
        self._leave(run)

    def _leave(self, run: Run) -> None:
        """Ask no more about what is open of a run."""
        self._left += self._tally.settled.gaps(*run)
        self._tally.give_up(*run)

    def _next(self) -> Run | None:
        """The open run that is asked about next: first what lies beyond all known ones, then the nearest gap."""
        runs = self._tally.open()
        if not runs or not self._tally.possible:
            return next(iter(runs), None)
        fitting = list(self._tally.possible)
        low, high = fitting[0][0], fitting[-1][1]
        beyond = (run for run in runs if run[1] <= low or run[0] >= high)
        return next(beyond, None) or min(runs, key=lambda run: away(run, self._subject.numbers.own))

    def _part_of(self, run: Run) -> Run:
        """What is asked about of a run: all of it, but beyond all that is known only at first, later what is further away."""
        start, stop = run
        fitting = list(self._tally.possible)
        is_above = bool(fitting) and start >= fitting[-1][1]
        if not fitting or not (is_above or stop <= fitting[0][0]) or not self._subject.is_askable:
            return run
        asked = self._asked_beyond[is_above]
        self._asked_beyond[is_above] += 1
        is_endless = start <= -FAR or stop >= FAR
        if is_endless and asked > MOST_STRIDES:
            self._leave(run)
        distance = 0 if not asked else STRIDE**asked if is_endless else (stop - start) // 2
        return (start + distance, stop) if is_above else (start, stop - distance)
