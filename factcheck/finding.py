"""What a check has to tell: rules, findings, verdicts and the report that every output format renders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Verdict(StrEnum):
    """The answer on one claim; the first that applies, in this order."""

    FAIL = "fail"  # it cannot hold by itself, or given raw counts and structure
    CONFLICT = "conflict"  # it holds by itself, but not together with others
    UNKNOWN = "unknown"  # the budget ran out
    PASS = "pass"  # a witness makes it true together with all the rest


class Severity(StrEnum):
    """How much a finding weighs; any error makes the run fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: its name, weight and manual page."""

    name: str
    severity: Severity
    summary: str
    why: str
    example: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, and line and column from 1 (None where the input has no lines)."""

    file: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))
