"""The answer on one claim."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """The answer on one claim; the first that applies, in this order."""

    FAIL = "fail"  # it cannot hold by itself, or given raw counts and structure
    CONFLICT = "conflict"  # it holds by itself, but not together with others
    UNKNOWN = "unknown"  # the budget ran out
    PASS = "pass"  # a witness makes it true together with all the rest
