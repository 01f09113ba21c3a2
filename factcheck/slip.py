"""A slip: how a right number goes wrong on its way into print, told as the ways back from what is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from factcheck.alike import digits_of
from factcheck.claim import Claim, Setting
from factcheck.interval import Interval
from factcheck.kinds.count import Count
from factcheck.kinds.share import Share
from factcheck.numeral import Numeral
from factcheck.structure import alike
from factcheck.text import read


class Example(NamedTuple):
    """A sentence with a number that went wrong, and what is offered for it; `quantities` where they are no plain counts.

    Where nothing of the kind may be offered, `offered` is empty.
    """

    sentence: str
    offered: str = ""
    quantities: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Other claims that may have been meant, for claims of the same ids; the printed number of the first stays.

    `words` are what was meant and what is printed, where the clauses of the claims do not tell them apart.
    `by_number` is false where the slip would explain any number just as well: then nothing about it is surprising.
    """

    claims: tuple[Claim, ...]
    words: tuple[str, str] | None = None
    by_number: bool = True


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The number was worked out or told in a wrong way: `values` are the true ones that are printed so then.

    With a greater number they are all greater, or all less. `alone` is true where no other number could come about so.
    """

    claim: Claim
    values: Callable[[Numeral], Interval]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Retyped:
    """The digits were mistyped: `meant` gives what may have been meant by digits, `mistyped` what becomes of them."""

    claim: Claim
    meant: Callable[[str], Iterator[str]]
    mistyped: Callable[[str], Iterator[str]]


Way = Rewritten | Reckoned | Retyped


@dataclass(frozen=True, slots=True)
class Scene:
    """What a slip looks at besides the claim: the article's quantities and claims, its sums, and what is left possible.

    `sums` are quantities with the parts that add up to them. `reach` tells between which values the number of a
    claim lies if all claims hold but the one that is looked at; it may be wider than what is possible.
    """

    setting: Setting
    reach: Callable[[Claim], Interval]
    sums: Sequence[tuple[str, tuple[str, ...]]] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"

    def within(self, claim: Claim, printed: Numeral) -> Interval:
        """The values that a number may stand for if the claim prints it."""
        return self.setting.within(claim.model_copy(update={"printed": printed}))

    def others(self, *names: str) -> Iterator[str]:
        """The other quantities of the article that may be added to, or compared with, the first of these."""
        unit = self.units.get(names[0], "")
        yield from (
            name for name in self.setting.quantities if name not in names and alike(self.units.get(name, ""), unit)
        )

    def parts(self, whole: str) -> Iterator[tuple[str, ...]]:
        """The parts of a quantity, once for each sum that it is."""
        yield from (parts for name, parts in self.sums if name == whole)

    def reworded(self, printed: Numeral, surface: str) -> Numeral | None:
        """The number in other words, with the rest of its phrase as it is; None where they are no number."""
        phrase = printed.phrase or printed.surface
        start = phrase.find(printed.surface)
        try:
            return read(f"{phrase[:start]}{surface}{phrase[start + len(printed.surface) :]}", self.language)
        except ValueError:
            return None


class Slip(Protocol):
    """A module of slips/: its docstring is the manual page."""

    RANK: int
    """Its place among the slips by how often they are made, 1 the most often."""
    EXAMPLES: Sequence[Example]

    @staticmethod
    def ways(claim: Claim, scene: Scene) -> Iterator[Way]:
        """Every way in which the slip may have led to this claim."""


def prints_digits(claim: Claim) -> bool:
    """Whether the claim prints a number in digits."""
    return claim.prints and any(character.isdecimal() for character in claim.numeral.surface)


def shifted(claim: Claim, by: Interval, scene: Scene) -> Reckoned:
    """That the true value is the printed one and so much more."""
    return Reckoned(claim, lambda printed: scene.within(claim, printed) + by)


def is_rounded(claim: Claim, scene: Scene) -> bool:
    """Whether the claim prints digits that stand for more than one value, and no hedge with them."""
    if not prints_digits(claim) or claim.numeral.hedge is not None or not digits_of(claim.numeral):
        return False
    return claim.measure(scene.setting) is not None and not scene.within(claim, claim.numeral).is_point


def exchanged(claim: Count, other: str, scene: Scene) -> Iterator[Rewritten]:
    """The printed number of a count and that of another quantity in each other's place."""
    for second in scene.setting.claims.values():
        if isinstance(second, Count) and second.quantity == other and second.printed != claim.printed:
            changed = (
                second.model_copy(update={"printed": claim.printed}),
                claim.model_copy(update={"printed": second.printed}),
            )
            ours, theirs = claim.printed, second.printed
            yield Rewritten(changed, (f'{theirs}" and "{ours}', f'{ours}" and "{theirs}'))


def sums_of(claim: Claim, scene: Scene) -> Iterator[tuple[str, ...]]:
    """The parts of what a count or a share is of, once for each sum that this is."""
    if isinstance(claim, Count):
        yield from scene.parts(claim.quantity)
    elif isinstance(claim, Share):
        yield from scene.parts(claim.part)


def of_part(claim: Claim, part: str) -> Claim:
    """The same count or share of a part."""
    return claim.model_copy(update={"part" if isinstance(claim, Share) else "quantity": part})


def parts_of(claim: Claim, scene: Scene) -> Iterator[Interval]:
    """What each part of a printed total comes to, as the claim counts it; parts of which nothing is known are left out."""
    for parts in sums_of(claim, scene):
        for part in parts:
            reach = scene.reach(of_part(claim, part))
            if reach.is_bounded and reach.high:
                yield reach
