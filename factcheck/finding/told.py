"""What is told about claims: findings, what could mend them, and waivers that silenced them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from factcheck.finding.candidate import Candidate
from factcheck.finding.place import Passage, Place
from factcheck.finding.rule import Rule, Severity
from factcheck.finding.slip import LikelySlip
from factcheck.interval import Interval


@dataclass(frozen=True, slots=True)
class Mending:
    """What one claim of a conflict prints, what it could print, and how far apart the two are, in words.

    `fits` is false where it was proved that no number would do while the others stand, and None where neither a number
    that does was found nor that. `ranges` are the values of the numbers that would do, upwards: every number of the
    printed form from the least to the greatest of a range. `is_all` says that no other number would do. `by_words` says
    that no number does, but other words might: "rose" for "fell".
    """

    claim: str
    printed: str
    possible: str
    difference: str = ""
    fits: bool | None = True
    ranges: tuple[Interval, ...] = ()
    is_all: bool = True
    by_words: bool = False

    @property
    def beside(self) -> str:
        """What is told beside the printed number itself; empty where no number would do, which the remedy tells.

        >>> Mending("cases-count", "321", "312", "9").beside
        'possible: 312 – difference: 9'
        """
        if self.fits is False:
            return ""
        told = f"possible: {self.possible}"
        return f"{told} – difference: {self.difference}" if self.difference else told

    def __str__(self) -> str:
        return f"printed {self.printed} – {self.beside or f'possible: {self.possible}'}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the user; `message` is whole sentences, `claims` the ids it is about, in article order.

    `content` is what it says besides its rule and claims, by which it is known again; left out, that is the message.
    """

    rule: Rule
    message: str
    claims: tuple[str, ...] = ()
    place: Place = Place()
    passages: tuple[Passage, ...] = ()
    clauses: tuple[str, ...] = ()
    mendings: tuple[Mending, ...] = ()
    remedy: str = ""
    severity: Severity = Severity.NOTE
    slips: tuple[LikelySlip, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    content: str = ""

    @property
    def explanations(self) -> tuple[str, ...]:
        """What may have gone wrong, a sentence each: slips, then other questions to the data."""
        return (*map(str, self.slips), *map(str, self.candidates))

    @property
    def said(self) -> str:
        """What it says, whatever the rest of the article is like."""
        return self.content or self.message

    def key(self, article: str) -> str:
        """What tells it from other findings of an article, wherever its lines move to: 32 hexadecimal digits."""
        content = "\n".join((article, self.rule.name, *self.claims, "", self.said))
        return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def quoted(self) -> tuple[tuple[Passage, ...], ...]:
        """The passages, those that mark different numbers of the same words together."""
        groups: list[list[Passage]] = []
        for passage in self.passages:
            found = (group for group in groups if all(passage.goes_with(other) for other in group))
            group = next(found, None)
            if group is None:
                groups.append([passage])
            else:
                group.append(passage)
        return tuple(map(tuple, groups))

    @staticmethod
    def whence(passages: Sequence[Passage], *, marked: bool = True) -> str:
        """Where the words of the passages stand, and the claims of those of which no number is marked in them."""
        unmarked = (passage.claim for passage in passages if not (marked and passage.pieces[1]))
        return "  ".join(filter(None, (str(passages[0].place), ", ".join(unmarked))))

    def beside(self, passage: Passage) -> str:
        """What is told beside a number that is marked: its claim, and what would be possible there."""
        if passage.claim not in self.claims:
            return ""
        return " – ".join(filter(None, (passage.claim, *(mending.beside for mending in self.of(passage)))))

    def of(self, passage: Passage) -> tuple[Mending, ...]:
        """What could be printed instead of the number of a passage; nothing where its claim has several."""
        own = tuple(mending for mending in self.mendings if mending.claim == passage.claim)
        return own if len(own) == 1 else ()

    @property
    def unquoted(self) -> tuple[Mending, ...]:
        """What could be printed instead of numbers that have no mark of their own in a passage."""
        marked = {passage.claim for passage in self.passages if passage.pieces[1]}
        several = Counter(mending.claim for mending in self.mendings)
        return tuple(one for one in self.mendings if one.claim not in marked or several[one.claim] > 1)

    @property
    def is_error(self) -> bool:
        """Whether it makes the run fail."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that a waiver silenced, with the waiver's words."""

    finding: Finding
    claim: str
    reason: str
    by: str = ""
    until: date | None = None

    def __str__(self) -> str:
        by = f" by {self.by}" if self.by else ""
        until = f" until {self.until.isoformat()}" if self.until else ""
        return f"waived{by}{until}: {self.finding.rule.name} on {self.claim}: {self.reason}"
