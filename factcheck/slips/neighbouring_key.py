"""Neighbouring key: one digit was typed with the key beside it, on the top row of a keyboard.

"957 cases" for 956.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.slip import Example, Retyped, Scene, prints_digits

RANK = 23
ROW = "1234567890"
EXAMPLES = (
    Example("Of the 956 cases, 412 were upheld (32.6%).", '"312"'),
    Example("Of the 956 cases, 512 were upheld (32.6%)."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Retyped]:
    """Each digit with the ones beside it."""
    if prints_digits(claim):
        yield Retyped(claim, _beside, _beside)


def _beside(digits: str) -> Iterator[str]:
    for at, digit in enumerate(digits):
        key = ROW.index(digit)
        for neighbour in (*ROW[max(key - 1, 0) : key], *ROW[key + 1 : key + 2]):
            yield f"{digits[:at]}{neighbour}{digits[at + 1 :]}"
