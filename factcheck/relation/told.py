"""What numbers of a sentence say together, and what a module of relations/ is."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from factcheck.numeral import Kind, Numeral
from factcheck.text.language import DEFAULT

if TYPE_CHECKING:
    from factcheck.relation.line import Line

COUNTS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY})
"""What can be counted, measured or paid."""
SHARES = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.RATIO})
"""What can be a share of something."""


class Ground(IntEnum):
    """On what a reading rests, the firmest first."""

    WORDS = 0
    """A phrase fits word for word."""
    CUES = 1
    """Words beside each number tell its role."""
    ALONE = 2
    """No other numbers stand in the sentence."""
    NUMBERS = 3
    """Hardly any words put the numbers together."""
    PERHAPS = 4
    """It may be meant: nothing is wrong where it holds, and it is never told as wrong."""


class Example(NamedTuple):
    """A sentence, and what its numbers are: `True` where they fit, `False` where not, `None` where nothing is read."""

    sentence: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Said:
    """The numerals that stand in the gaps of a phrase, by the names of the gaps, and where the phrase stands.

    `words` are what the phrase's other named groups hold.
    """

    gaps: Mapping[str, tuple[Numeral, ...]]
    start: int
    end: int
    words: Mapping[str, str] = field(default_factory=dict)
    language: str = DEFAULT
    ground: Ground = Ground.WORDS

    def __getitem__(self, gap: str) -> Numeral:
        """The numeral in a gap of one; KeyError where the phrase has no such gap."""
        return self.gaps[gap][0]

    def __contains__(self, gap: object) -> bool:
        """Whether the phrase has such a gap."""
        return gap in self.gaps

    @property
    def numerals(self) -> tuple[Numeral, ...]:
        """Every numeral of the phrase."""
        return tuple(numeral for numerals in self.gaps.values() for numeral in numerals)


TOLD = "{told}"
"""What stands for the number that is told, in what would be true."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a phrase states: quantities and claims as in a claims file.

    `doubt` says under which reading nothing is wrong although the claims contradict each other; empty where there is
    none. `wrong` says in a sentence what is wrong of dates and the like, which no claim is about; empty where nothing is.
    `says` is what would be true, `TOLD` standing for the last number that is printed and the other quantities' names in
    braces for theirs: "{the_part} of {the_whole} is {told}"; without `TOLD`, what is wrong in a sentence.
    """

    quantities: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    claims: Sequence[Mapping[str, Any]] = field(default=())
    doubt: str = ""
    wrong: str = ""
    says: str = ""


class Relation(Hashable, Protocol):
    """A module of relations/: its docstring is the manual page."""

    __name__: str
    GAPS: Mapping[str, frozenset[Kind]]
    """The kinds of numeral that may stand in each gap."""
    PHRASES: Sequence[str]
    """Patterns: `{gap}` one numeral, `{gap+}` one or more with their nouns, parted by commas, `{gap*}` two or
    more of which the last comes after "and", `~` at most six words, `<the>` a
    determiner or none; a space is white space, ` ?` white space or none. The rest is the language of `re`, in
    which other names of groups are those of words. These are the English ones; those of other languages stand in
    their packs."""
    ANCHOR: str
    """The gap of the number that the others account for. A relation accuses it only where no reading of the sentence
    makes it true."""
    EXAMPLES: Sequence[Example]

    @staticmethod
    def cast(line: Line) -> Iterator[Said]:
        """Readings of a sentence of English in which numerals take the gaps' roles by cues; the likeliest comes first."""

    @staticmethod
    def stated(said: Said) -> Stated | None:
        """What the numerals state; None where they say nothing of this sort."""
