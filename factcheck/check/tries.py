"""One way in which a slip may have led to a claim, tried: whether it fits, what else it explains, and what it proves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from factcheck.alike import digits_of, is_written, renumbered
from factcheck.check.chances import Explained, by_digits, by_meaning, units_within
from factcheck.check.rest import NOWHERE, Reach, Rest
from factcheck.check.settle import besides
from factcheck.check.words import written
from factcheck.claim import Claim, spoken
from factcheck.constraint import Statement
from factcheck.interval import Interval
from factcheck.numeral import Numeral
from factcheck.slip import Reckoned, Retyped, Rewritten, Scene, Way


class Correction(NamedTuple):
    """Claims with which everything else is proved to hold, what is printed in them now, and what was meant."""

    claims: tuple[Claim, ...]
    printed: str
    meant: str
    is_number: bool = True


@dataclass(frozen=True)
class Try:
    """A claim and the way; `rest` is what stands beside it, `reach` the values that its number can then have."""

    claim: Claim
    rest: Rest
    scene: Scene
    reach: Reach

    size = 1
    """How many claims it changes."""
    by_number = True
    """Whether some numbers only would be explained so."""
    foreseen = ""
    """The number that was meant, where that is known before anything is solved."""

    @property
    def fits(self) -> bool:
        """Whether it may lead to the printed number, as far as the values within reach tell."""
        raise NotImplementedError

    @property
    def explained(self) -> Explained:
        """The numbers of the printed form that it leads to."""
        raise NotImplementedError

    def proved(self) -> Iterator[Correction]:
        """What was meant if it happened so, where that is proved to mend everything."""
        raise NotImplementedError

    def meaning(self, printed: Numeral) -> Interval:
        """The values that the claim says if it prints the number."""
        return self.claim.model_copy(update={"printed": printed}).allowed(self.scene.setting)

    def _prints(self, printed: Numeral | None) -> Claim | None:
        """The claim with another number, if that is one."""
        return None if printed is None else self.claim.model_copy(update={"printed": printed})

    def _corrected(self, claim: Claim) -> Correction:
        return Correction((claim,), spoken(self.claim.numeral), spoken(claim.numeral))


@dataclass(frozen=True)
class Reckoning(Try):
    """A number that was worked out or told in a wrong way."""

    way: Reckoned

    @property
    def fits(self) -> bool:
        """Whether the printed number may have come about so."""
        return self.reach.meets(self.way.values(self.claim.numeral))

    @property
    def explained(self) -> Explained:
        """The numbers that would have come about so."""
        if self.way.alone:
            return Explained(())
        return by_meaning(self.claim.numeral, self.way.values, self.reach)

    def proved(self) -> Iterator[Correction]:
        """The number that a true value would have been printed as."""
        setting, printed = self.scene.setting, self.claim.numeral
        ratio = self.claim.measure(setting)
        if ratio is None:
            return
        true = ratio.within(self.way.values(printed), self.claim.clause())
        witness = self.rest.witness((), (Statement(self.claim.id, (*besides(self.claim, setting), *true)),))
        value = None if witness is None else ratio.value(witness.values)
        if witness is None or value is None:
            return
        convention = setting.convention_of(self.claim)
        meant = self._prints(self.scene.reworded(printed, written(value, printed, convention)))
        if meant is not None and meant.holds(witness.values, setting):
            yield self._corrected(meant)


@dataclass(frozen=True)
class Retyping(Try):
    """Digits that were mistyped."""

    way: Retyped

    @property
    def fits(self) -> bool:
        """Whether a number within reach may have become the printed one."""
        return any(True for _ in self._meant())

    @property
    def explained(self) -> Explained:
        """The numbers that those within reach become."""
        return by_digits(self.claim.numeral, self.way, self.meaning, self.reach)

    @property
    def foreseen(self) -> str:  # type: ignore[override]
        """The number that was meant, if the first that fits was."""
        return next((number.like(number.exact_value) for number in self._meant()), "")

    def proved(self) -> Iterator[Correction]:
        """Each number that may have been meant."""
        for number in self._meant():
            meant = self._prints(self.scene.reworded(self.claim.numeral, number.like(number.exact_value)))
            if meant is not None and self.rest.witness((meant,)) is not None:
                yield self._corrected(meant)

    def _meant(self) -> Iterator[Numeral]:
        """The numbers within reach that may have become the printed one."""
        printed = self.claim.numeral
        near = units_within(printed, self.reach.values) or range(0)
        sign = -1 if printed.exact_value < 0 else 1
        as_written = (digits for digits in self.way.meant(digits_of(printed)) if is_written(digits, printed))
        for units in dict.fromkeys(sign * int(digits) for digits in as_written):
            if units in near and units:
                number = renumbered(printed, units * printed.quantum)
                if self.reach.meets(self.meaning(number)):
                    yield number


@dataclass(frozen=True)
class Rewriting(Try):
    """Other claims; here `claim` is the first of them, which prints the number as it stands."""

    way: Rewritten

    @property
    def size(self) -> int:  # type: ignore[override]
        """How many claims it changes."""
        return len(self.way.claims)

    @property
    def by_number(self) -> bool:  # type: ignore[override]
        """Whether some numbers only would be explained so."""
        return self.way.by_number

    @property
    def fits(self) -> bool:
        """Whether the number may stand in the claim as it was meant."""
        return not self.way.by_number or self.reach.meets(self.claim.allowed(self.scene.setting))

    @property
    def explained(self) -> Explained:
        """The numbers that may stand there."""
        return by_meaning(self.claim.numeral, self.meaning, self.reach)

    def proved(self) -> Iterator[Correction]:
        """The claims as they were meant."""
        if self.rest.witness((self.claim,)) is None:
            return
        before = self.scene.setting.claims
        if self.way.words is not None:
            meant, printed = self.way.words
            yield Correction(self.way.claims, printed, meant)
        else:
            yield Correction(self.way.claims, before[self.claim.id].clause(), self.claim.clause(), is_number=False)


def tried(claim: Claim, way: Way, rest: Rest, scene: Scene) -> Try | None:
    """The way, ready to be tried; None where the rest cannot stand beside it, or the claim measures nothing."""
    if isinstance(way, Rewritten):
        changed = _beside(way, rest, scene)
        reach = None if changed is None else changed.reach(way.claims[0])
        if changed is None or (reach is None and way.by_number):
            return None
        return Rewriting(way.claims[0], changed, scene, reach or NOWHERE, way)
    reach = rest.reach(claim) if rest.holds else None
    if reach is None:
        return None
    if isinstance(way, Reckoned):
        return Reckoning(claim, rest, scene, reach, way)
    return None if claim.numeral.value is None else Retyping(claim, rest, scene, reach, way)


def _beside(way: Rewritten, rest: Rest, scene: Scene) -> Rest | None:
    """What stands beside the first of the changed claims: the others of them, and claims about these worked out anew."""
    changed = {claim.id: claim for claim in way.claims}
    about = [claim for claim in scene.setting.claims.values() if claim.OF_CLAIMS and changed.keys() & {*claim.names()}]
    if len(changed) > 1 or about:
        setting = replace(scene.setting, claims={**scene.setting.claims, **changed})
        rest = rest.instead(setting, (*changed, *(claim.id for claim in about)), (*way.claims[1:], *about))
    return rest if rest.holds else None
