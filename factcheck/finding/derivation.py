"""The story of one verdict as data: printed, what that may stand for, what is left, and the steps that leave it so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.finding.figure import Figure
from factcheck.finding.place import Place
from factcheck.finding.told import Finding, Waived
from factcheck.finding.verdict import Verdict
from factcheck.interval import Interval
from factcheck.numeral import Kind


@dataclass(frozen=True, slots=True)
class Preimage:
    """What a printed number may stand for, and `by` which rounding or house rule.

    `interval` holds plain values; people are told them in `unit`s worth `worth` each: hundredths as "per cent".
    """

    printed: str
    interval: Interval
    by: str
    kind: Kind
    unit: str = ""
    worth: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: a sentence, what it leaves for quantities (by name), and what it leans on.

    `because` names claims by their ids, and facts and raw counts by the names of their statements.
    """

    words: str
    because: tuple[str, ...]
    leaves: tuple[tuple[str, Interval], ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """Why something cannot be: values beyond an end of what is left, or all claims of a conflict at once.

    `because` names the group that rules it out, as in `Link`, and `clauses` tell it; `denies` are the values that cannot
    be, an interval for each end, and `shows` says so in words: "not fewer than 96". A conflict's chain has neither.
    `links` tell how, in order. Where they do not tell all of a long proof, `steps` and `cases` count it, else 0 and 1.
    `is_plain` says that the clauses by themselves show it: there is nothing between them to tell.
    """

    because: tuple[str, ...]
    clauses: tuple[str, ...]
    links: tuple[Link, ...] = ()
    denies: tuple[Interval, ...] = ()
    shows: str = ""
    steps: int = 0
    cases: int = 1
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A count just beyond what is left, and what it would print."""

    count: Fraction
    printed: str


@dataclass(frozen=True, slots=True)
class Left:
    """What is left for a quantity once everything holds: `counts` are all its values, where they are few.

    `scale` is what one of it adds to the number that the claim prints (1/956 for a share of 956); None where that
    depends on more than this quantity.
    """

    quantity: str
    label: str
    interval: Interval
    counts: tuple[Fraction, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    chains: tuple[Chain, ...] = ()
    scale: Fraction | None = None
    proved: bool = True


@dataclass(frozen=True, slots=True)
class Derivation:
    """How the verdict on one claim came about.

    `left` are the quantities that the claim is about, `beside` the others in it, which its chains do not tell already.
    `figures` is what data say of them, and `data` the same in words, with how the number follows.
    `conflict` is the chain of the conflict that it is in; `fits` are the values that it could print if the rest holds.
    """

    claim: str
    verdict: Verdict
    says: str
    place: Place = Place()
    quote: str = ""
    preimage: Preimage | None = None
    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    conflict: Chain | None = None
    fits: tuple[Interval, ...] = ()
    left: tuple[Left, ...] = ()
    beside: tuple[Left, ...] = ()
    figures: tuple[Figure, ...] = ()
    data: tuple[str, ...] = ()

    def chains(self) -> Iterator[Chain]:
        """Every chain, in the order in which they are told."""
        if self.conflict is not None:
            yield self.conflict
        for left in self.left:
            yield from left.chains
