"""Digit doubled: one digit of the number was typed twice.

"9,556 cases" for 956.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.slip import Example, Retyped, Scene, prints_digits

RANK = 22
EXAMPLES = (
    Example("Of the 9,556 cases, 312 were upheld (32.6%).", '"956"'),
    Example("Of the 9,576 cases, 312 were upheld (32.6%)."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Retyped]:
    """One of two like neighbours taken out."""
    if prints_digits(claim):
        yield Retyped(claim, _single, _doubled)


def _single(digits: str) -> Iterator[str]:
    yield from {digits[:at] + digits[at + 1 :]: None for at in range(len(digits) - 1) if digits[at] == digits[at + 1]}


def _doubled(digits: str) -> Iterator[str]:
    yield from {digits[: at + 1] + digits[at:]: None for at in range(len(digits))}
