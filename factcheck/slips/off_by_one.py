"""Off by one: a count is one too great or too small.

"957 cases" for 956: the first or last of a row was counted or not, or one was added after the sum was made.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.numeral import Kind
from factcheck.slip import Example, Retyped, Scene

RANK = 26
EXAMPLES = (
    Example("Of the 956 cases, 313 were upheld (32.6%).", '"312"'),
    Example("Of the 956 cases, 314 were upheld (32.6%)."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Retyped]:
    """One more, and one less."""
    if claim.prints and claim.numeral.kind is Kind.COUNT and claim.numeral.quantum == 1:
        yield Retyped(claim, _next, _next)


def _next(digits: str) -> Iterator[str]:
    if digits:  # "all 12" and "none" have no digits that may be others
        number = int(digits)
        yield from (str(other) for other in (number - 1, number + 1) if other > 0)
