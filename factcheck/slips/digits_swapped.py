"""Digits swapped: two neighbouring digits changed places.

"965 cases" for 956.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.slip import Example, Retyped, Scene, prints_digits

RANK = 20
EXAMPLES = (
    Example("Of the 956 cases, 321 were upheld (32.6%).", '"312"'),
    Example("Of the 956 cases, 331 were upheld (32.6%)."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Retyped]:
    """Each pair of neighbours swapped back."""
    if prints_digits(claim):
        yield Retyped(claim, _swapped, _swapped)


def _swapped(digits: str) -> Iterator[str]:
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            yield f"{digits[:at]}{digits[at + 1]}{digits[at]}{digits[at + 2 :]}"
