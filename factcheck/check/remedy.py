"""What has to change where claims fail or conflict, as far as that was proved."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.check.words import joined
from factcheck.finding import Mending
from factcheck.solve import Conflict, Corrections

MOST_PAIRS = 3  # that are offered where no single change will do


def remedy(
    conflict: Conflict, claims: int, mendings: Sequence[Mending], corrections: Sequence[Corrections], *, lone: bool
) -> str:
    """What to do about a conflict of so many claims; `lone` where it is the only one of its article.

    `corrections` are those of its component.
    """
    minimal = "" if conflict.minimal else " The budget ran out before this was shown to be the smallest such group."
    if claims == 0:
        return "The raw counts and the structure of the claims file contradict each other: correct them." + minimal
    if claims == 1:
        return "Correct this number, or what the claims file declares about its quantities." + minimal
    able = [mending.claim for mending in mendings if mending.fits]
    if able or not mendings:
        return f"{_single(able, len(mendings), lone=lone)}{minimal}"
    told = "No change of a single number mends this: at least two things here have to change."
    return f"{told}{_pairs(corrections)}{minimal}"


def _single(able: Sequence[str], numbers: int, *, lone: bool) -> str:
    """Which numbers of a conflict can mend it alone."""
    if len(able) == numbers:
        return "At least one of these numbers has to change; if one does, the others may stand."
    if len(able) == 1:
        what = "everything in this article" if lone else "this by itself"
        return f"Only a change of {able[0]} mends {what}; then the others may stand."
    return f"A change of {joined(able, 'or')} mends this by itself; then the others may stand."


def _pairs(corrections: Sequence[Corrections]) -> str:
    """The pairs of claims without which all the rest of their component can hold."""
    pairs = [pair for correction in corrections for pair in correction.of_size(2)]
    if not pairs:
        return ""
    shown = [f"without {first.name} and {second.name}" for first, second in pairs[:MOST_PAIRS]]
    more = len(pairs) - len(shown)
    others = f" So it can without {more} other pair{'' if more == 1 else 's'}." if more else ""
    listed = joined(shown, "or")
    return f" {listed[:1].upper()}{listed[1:]}, all the rest can hold.{others}"
