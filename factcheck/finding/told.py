"""What is told about claims: findings, what could mend them, and waivers that silenced them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from factcheck.finding.place import Passage, Place
from factcheck.finding.rule import Rule, Severity
from factcheck.finding.slip import LikelySlip
from factcheck.interval import Interval


@dataclass(frozen=True, slots=True)
class Mending:
    """What one claim of a conflict prints, what it could print, and how far apart the two are, in words.

    `fits` is false where it was proved that no number would do while the others stand. `ranges` are the values that
    would do, upwards, as far as they are known.
    """

    claim: str
    printed: str
    possible: str
    difference: str = ""
    fits: bool = True
    ranges: tuple[Interval, ...] = ()

    def __str__(self) -> str:
        parts = [f"printed {self.printed}", f"possible: {self.possible}"]
        return " – ".join([*parts, f"difference: {self.difference}"] if self.difference else parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the user; `message` is whole sentences, `claims` the ids it is about, in article order."""

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

    def key(self, article: str) -> str:
        """What tells it from other findings of an article, wherever its lines move to: 32 hexadecimal digits."""
        content = "\n".join((article, self.rule.name, *self.claims, "", self.message))
        return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]

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
