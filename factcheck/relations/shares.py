"""Shares of one whole: "of the 956 voters, 52% chose A, 31% chose B and 17% chose C".

Together they pass 100 per cent only where somebody may be counted in several of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Line, Said, Stated

PERCENT = frozenset({Kind.PERCENT})
GAPS = {"whole": COUNTS, "parts": PERCENT}
ANCHOR = ""
PHRASES = (r"of <the> {whole}~,? {parts*}", r"(?:among|asked) <the> {whole}~(?:,|:) {parts*}")
EXAMPLES = (
    Example("Of the 956 voters, 52% chose tea, 31% chose milk and 17% had neither.", holds=True),
    Example("Of the 956 voters, 52% chose tea, 31% chose milk and 12% were away.", holds=True),
    Example("Of the 956 voters, 52% chose tea, 31% chose milk and 27% had neither.", holds=False),
    Example("Of the 956 voters, 312 chose tea and 31% chose milk.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated:
    """Each is a share of one whole, and together they are no more than it."""
    names = [f"part_{number}" for number in range(1, len(said.gaps["parts"]) + 1)]
    shares = [
        {"kind": "share", "part": name, "whole": "the_whole", "printed": printed}
        for name, printed in zip(names, said.gaps["parts"], strict=True)
    ]
    total = {"kind": "total", "parts": names, "whole": "the_whole", "cover": "partial"}
    quantities = {name: {"amount": "true"} for name in (*names, "the_whole")}
    return Stated(quantities, (*shares, total), "one of them may be counted under several of these shares")
