"""What a query gave, made ready to be read: a number by its digits, or words."""

from __future__ import annotations

from numbers import Real
from typing import Any

LONGEST = 1_000  # characters of an answer


def answer_of(columns: int, rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    """The only value of a query's first rows, of which there may be two, or what is wrong with them.

    >>> answer_of(1, [(12,)])
    {'value': '12', 'stored': True}
    >>> answer_of(2, [(12, 13)])["message"]
    'the query gives one row of 2 columns'
    """
    if len(rows) != 1 or columns != 1:
        told = f"{'no' if not rows else 'one' if len(rows) == 1 else 'more than one'} row of {columns} column"
        return {
            "message": f"the query gives {told}{'' if columns == 1 else 's'}",
            "remedy": "let it give a single number",
        }
    return _value(rows[0][0])


def _value(value: Any) -> dict[str, Any]:
    if value is None:
        return {"message": "the query gives NULL", "remedy": "let it give a single number"}
    if isinstance(value, bool) or (isinstance(value, Real) and not isinstance(value, int)):
        return {
            "value": str(value).lower() if isinstance(value, bool) else repr(value),
            "stored": True,
            "inexact": True,
        }
    number = isinstance(value, int) or type(value).__name__ == "Decimal"
    digits = f"{value:f}" if type(value).__name__ == "Decimal" else str(value)
    return {"value": digits[:LONGEST], "stored": number}
