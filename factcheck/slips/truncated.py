"""Truncated: digits were cut off instead of rounded.

"66.6%" for two of three, where rounding gives 66.7%. Spreadsheets and programs do so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.claim import Claim, as_amount
from factcheck.rounding import Rounding
from factcheck.slip import Example, Reckoned, Scene, is_rounded

RANK = 17
EXAMPLES = (
    Example("Of the 957 cases, 638 were upheld (66.6%).", '"66.7%"'),
    Example("Of the 957 cases, 638 were upheld (66.5%)."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """Every value that begins with the printed digits."""
    if is_rounded(claim, scene):
        cut = replace(scene.setting.convention_of(claim), rounding=Rounding.DOWN, base=None)
        yield Reckoned(claim, lambda printed: as_amount(printed).preimage(cut))
