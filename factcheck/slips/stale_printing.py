"""Stale printing: the same thing is printed twice, and one of the two was not brought up to date.

The headline says 965, the text 956. Any two numbers that differ could have come about so; this only says that the two
should be made alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claim import Claim
from factcheck.kinds.same import Same
from factcheck.numeral import Numeral
from factcheck.slip import Example, Rewritten, Scene

RANK = 24
EXAMPLES = (
    Example("There were 956 cases, or 1,204 cases.", '"1,204"'),
    Example("There were 956 cases and 1,204 appeals."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Rewritten]:
    """The number of the other printing."""
    if not claim.prints:
        return
    for other in _printings(claim, scene):
        if other.prints and _is_like(other.numeral, claim.numeral):
            words = (str(other.numeral), str(claim.numeral))
            yield Rewritten((claim.model_copy(update={"printed": other.numeral}),), words, by_number=False)


def _is_like(other: Numeral, printed: Numeral) -> bool:
    """Whether the one may stand where the other does: words and figures side by side are no two editions."""
    same_form = (other.kind, other.form, other.unit) == (printed.kind, printed.form, printed.unit)
    return same_form and (other.hedge is None) is (printed.hedge is None) and other.value != printed.value


def _printings(claim: Claim, scene: Scene) -> Iterator[Claim]:
    """The claims that tell the same number: of the same quantities, or by a claim that says so."""
    claims = scene.setting.claims
    ratio = claim.measure(scene.setting)
    said = {
        name for same in claims.values() if isinstance(same, Same) and claim.id in same.names() for name in same.names()
    }
    for other in claims.values():
        alike = ratio is not None and other.kind == claim.kind and other.measure(scene.setting) == ratio
        if other.id != claim.id and (alike or other.id in said):
            yield other
