"""What has to change where claims fail or conflict, as far as that was proved."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.check.words import joined
from factcheck.finding import Mending
from factcheck.solve import Conflict, Corrections

MOST_PAIRS = 3  # that are offered where no single change will do


def remedy(
    conflict: Conflict,
    claims: Sequence[str],
    mendings: Sequence[Mending],
    corrections: Sequence[Corrections],
    *,
    lone: bool,
) -> str:
    """What to do about a conflict of claims, by id; `lone` where it is the only one of its article.

    `corrections` are those of its component.
    """
    minimal = "" if conflict.minimal else " The budget ran out before this was shown to be the smallest such group."
    if not claims:
        return "The raw counts and the structure of the claims file contradict each other: correct them." + minimal
    if len(claims) == 1:
        return "Correct this number, or what the claims file says about it." + minimal
    able = [mending.claim for mending in mendings if mending.fits]
    by_words = [mending.claim for mending in mendings if mending.by_words]
    unknown = [mending.claim for mending in mendings if mending.fits is None]
    if unknown:
        return f"{_as_far_as_known(able, unknown, len(mendings))}{minimal}"
    if mendings and not able and not by_words:
        told = "No change of a single number mends this: at least two things here have to change."
        return f"{told}{_pairs(corrections)}{minimal}"
    if len(able) + len(by_words) == len(mendings):
        enough = "; one is enough" if len(mendings) == len(claims) else ""
        return f"At least one of {_named(claims, 'and')} has to change{enough}.{minimal}"
    what = "everything in this article" if lone else "this"
    enough = "; one is enough" if len(able) + len(by_words) > 1 else ""
    numbers = f"the number in {_named(able, 'or')}" if able else ""
    words = f"the words of {_named(by_words, 'or')}" if by_words else ""
    return f"Only a change of {' or of '.join(filter(None, (numbers, words)))} mends {what}{enough}.{minimal}"


def _as_far_as_known(able: Sequence[str], unknown: Sequence[str], count: int) -> str:
    """What a change of a single number does, where the budget ran out for some of them."""
    if able:
        told = f"A change of the number in {_named(able, 'or')} mends this"
        return f"{told}; whether one in {_named(unknown, 'or')} does was not found out."
    what = (
        "a change of a single number" if len(unknown) == count else f"a change of the number in {_named(unknown, 'or')}"
    )
    return f"Whether {what} mends this was not found out."


def _named(claims: Sequence[str], word: str) -> str:
    return joined([f"`{claim}`" for claim in claims], word)


def _pairs(corrections: Sequence[Corrections]) -> str:
    """The pairs of claims without which all the rest of their component can hold."""
    pairs = [pair for correction in corrections for pair in correction.of_size(2)]
    if not pairs:
        return ""
    shown = [f"without `{first.name}` and `{second.name}`" for first, second in pairs[:MOST_PAIRS]]
    more = len(pairs) - len(shown)
    others = f" So it can without {more} other pair{'' if more == 1 else 's'}." if more else ""
    listed = joined(shown, "or")
    return f" {listed[:1].upper()}{listed[1:]}, all the rest can hold.{others}"
