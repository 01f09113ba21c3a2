"""Columns that have types: which of them hold numbers, and how their values are told as text, in DuckDB's SQL."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.data.cells.meaning import LARGEST_WHOLE
from factcheck.data.engine import identifier

BINARY = frozenset({"FLOAT", "DOUBLE"})
NUMBERS = r"(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|U(INTEGER)|DECIMAL\(.*|FLOAT|DOUBLE)"


def text_of(column: str, kind: str) -> str:
    """A column of some type as text; of binary fractions, whole numbers are written without a point."""
    name = identifier(column)
    if kind == "VARCHAR":
        return name
    if kind not in BINARY:
        return f"CAST({name} AS VARCHAR)"
    whole = f"isfinite({name}) AND {name} = trunc({name}) AND abs({name}) < {LARGEST_WHOLE}"
    return f"CASE WHEN {whole} THEN CAST(CAST({name} AS BIGINT) AS VARCHAR) ELSE CAST({name} AS VARCHAR) END"


def stored(kinds: Sequence[str]) -> frozenset[int]:
    """The columns that hold numbers."""
    return frozenset(index for index, kind in enumerate(kinds) if re.fullmatch(NUMBERS, kind))


def inexact(kinds: Sequence[str]) -> frozenset[int]:
    """The columns that hold binary fractions."""
    return frozenset(index for index, kind in enumerate(kinds) if kind in BINARY)
