"""Digit dropped: one digit of the number is missing.

"162 crimes" for 1,628.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.slip import Example, Retyped, Scene, prints_digits

RANK = 21
EXAMPLES = (
    Example("There were 162 crimes, and 1,628 crimes in another paragraph.", '"1,628"'),
    Example("There were 172 crimes, and 1,628 crimes in another paragraph."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Retyped]:
    """Any digit put in at any place."""
    if prints_digits(claim):
        yield Retyped(claim, _filled_in, _dropped)


def _filled_in(digits: str) -> Iterator[str]:
    yield from {f"{digits[:at]}{digit}{digits[at:]}": None for at in range(len(digits) + 1) for digit in "0123456789"}


def _dropped(digits: str) -> Iterator[str]:
    yield from {digits[:at] + digits[at + 1 :]: None for at in range(len(digits))}
