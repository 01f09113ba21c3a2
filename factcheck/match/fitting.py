"""One number of an article: which of what the data say is printed as it is, and how unlikely that is by accident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.check import Article
from factcheck.check.article import ClaimsError
from factcheck.check.chances import chance_of_values, is_worth_telling
from factcheck.claim import Claim, Setting
from factcheck.finding import Chance
from factcheck.interval import EMPTY, Interval
from factcheck.match.sentence import Plainness, Sentence
from factcheck.match.universe import Told, Universe
from factcheck.numeral import Kind, Numeral

SHARES = (Kind.PERCENT, Kind.FRACTION, Kind.RATIO, Kind.VAGUE)
NAMES = {"count": {"quantity": "one"}, "share": {"part": "one", "whole": "all"}, "mean": {"total": "one", "n": "all"}}
FAR_OFF = 2  # times, to be named as what may have been meant
AMOUNTS = ("sum", "max", "min")


class Reading(NamedTuple):
    """A number as a claim of some kind prints it: the claim, its setting, and the values that it may stand for."""

    claim: Claim
    setting: Setting
    allowed: Interval


class Fit(NamedTuple):
    """What fits a number: the plainest of what the data say, others as plain, and the chance of another number."""

    told: Told
    plainness: Plainness
    chance: Chance
    also: tuple[Told, ...] = ()

    @property
    def is_telling(self) -> bool:
        """Whether few enough other numbers would have been fitted as plainly."""
        return is_worth_telling(self.chance)


@dataclass(frozen=True)
class Number:
    """A number with the sentence that it stands in, in a language."""

    numeral: Numeral
    sentence: Sentence
    language: str

    @property
    def is_share(self) -> bool:
        """Whether it tells a part of something."""
        return self.numeral.kind in SHARES

    def using(self, columns: frozenset[str]) -> Number:
        """The same number of an article in which other numbers were found by some columns."""
        return replace(self, sentence=replace(self.sentence, used=columns)) if columns else self

    def fit(self, universe: Universe) -> Fit | None:
        """What fits it best; None where nothing does."""
        return self.best(self.pool(universe))

    def pool(self, universe: Universe) -> Sequence[Told]:
        """What the data say that may be meant by a number of its kind."""
        if self.is_share:
            return universe.shares
        counts = [told for told in universe.counts if self._may_be(told)]
        return [*counts, *universe.means] if self.sentence.tells_means else counts

    def best(self, pool: Sequence[Told]) -> Fit | None:
        """The plainest of what fits, among some."""
        fitting = sorted((self.sentence.plainness(told), at) for at, told in enumerate(pool) if self.is_printed(told))
        if not fitting:
            return None
        plainness, at = fitting[0]
        also = tuple(pool[other] for plain, other in fitting[1:] if plain[:2] == plainness[:2])
        return Fit(pool[at], plainness, self._chance(pool, pool[at], plainness), also)

    def near(self, universe: Universe) -> Told | None:
        """What the sentence speaks of and comes nearest to the number, up to twice or half of it; None where nothing does."""
        value = self.numeral.value
        if not value:
            return None
        low, high = sorted((value / FAR_OFF, value * FAR_OFF))
        close = [told for told in self.pool(universe) if low <= told.value <= high]
        plain = ((told, self.sentence.plainness(told)) for told in close)
        spoken = [told for told, plainness in plain if not plainness.unsaid and plainness.conditions]
        return min(spoken, key=lambda told: abs(told.value - value), default=None)

    def weighed(self, fit: Fit, universe: Universe) -> Fit:
        """A fit with the chance that it has among all that may be meant."""
        return fit._replace(chance=self._chance(self.pool(universe), fit.told, fit.plainness))

    def is_printed(self, told: Told) -> bool:
        """Whether what the data say is printed as this number."""
        reading = self.reading(told)
        return reading is not None and told.value in reading.allowed

    def reading(self, told: Told) -> Reading | None:
        """The number as a claim about this prints it; None where none can."""
        key = (told.kind, self.is_amount(told))
        if key not in self._readings:
            self._readings[key] = self._read(*key)
        return self._readings[key]

    def is_amount(self, told: Told) -> bool:
        """Whether what was asked is measured, rather than counted."""
        whole = self.numeral.kind is Kind.COUNT and self.numeral.quantum.denominator == 1
        exact = told.answer.value.denominator == 1
        return told.answer.query.operation[0] in AMOUNTS and not (exact and (whole or told.kind != "count"))

    @cached_property
    def _readings(self) -> dict[tuple[str, bool], Reading | None]:
        return {}

    def _may_be(self, told: Told) -> bool:
        plain = self.numeral.kind in (Kind.COUNT, Kind.VAGUE)
        return plain or told.answer.query.operation[0] in AMOUNTS

    def _read(self, kind: str, amount: bool) -> Reading | None:
        declared: Mapping[str, Any] = {"one": {"amount": str(amount).lower()}, "all": {"amount": str(amount).lower()}}
        record = {"kind": kind, **NAMES[kind], "printed": printed(self.numeral)}
        if kind == "mean":
            declared = {**declared, "all": {}}
        try:
            article = Article(quantities=declared, claims=[record], language=self.language)
        except ClaimsError:
            return None
        (claim,) = article.claims
        if claim.numeral.value != self.numeral.value:
            return None
        return Reading(claim, article.setting, claim.allowed(article.setting) if claim.prints else EMPTY)

    def _chance(self, pool: Sequence[Told], chosen: Told, plainness: Plainness) -> Chance:
        """How many other numbers of its form something at least as plain would have given."""
        reading = self.reading(chosen)
        if reading is None:
            return Chance(0, 0)
        values = {told.value for told in self._as_plain(pool, plainness)}
        return chance_of_values(reading.claim, values, reading.setting)

    def _as_plain(self, pool: Sequence[Told], plainness: Plainness) -> Iterator[Told]:
        return (told for told in pool if self.sentence.plainness(told)[:2] <= plainness[:2])


def printed(numeral: Numeral) -> str:
    """The words of a number on one line."""
    return " ".join(str(numeral).split())
