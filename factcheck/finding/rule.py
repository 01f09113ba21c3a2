"""Rules: every kind of thing that can be told, how much it weighs, and its manual page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; any error makes the run fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: its name, its weight and its manual page."""

    name: str
    severity: Severity
    summary: str
    why: str
    example: str
    remedy: str
