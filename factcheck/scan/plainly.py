"""What is wrong with numbers of an article, as a copy editor would say it: "312 of 956 is 32.6%, not 36.2%"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from factcheck.finding import Finding, Mending
from factcheck.numeral import Numeral
from factcheck.relation import Stated
from factcheck.relation.told import TOLD
from factcheck.wording import spoken


def plainly(stated: Stated, finding: Finding, mended: Callable[[Stated], Mending | None]) -> str:
    """The sentence of the relation, with the numbers as printed and what the last of them should be.

    It is the finding's own where the relation has none, or nothing is known that the number could be. `mended` finds out
    what the last number of other claims could be.
    """
    says, printed = stated.says, [*_printed(stated)]
    if TOLD in says:
        accused = printed[-1][1]
        possible = _possible(finding.mendings[-1] if finding.mendings else None, accused)
        if not possible and accused.hedge is not None and "printed" in stated.claims[-1]:
            possible = _possible(mended(_without_hedge(stated)), replace(accused, hedge=None, phrase=""))
        if not possible:
            return finding.message
        says = f"{says.replace(TOLD, possible)}, not {spoken(accused)}"
    first_told = {name: spoken(numeral) for name, numeral in reversed(printed)}  # a part's count before its share
    told = says.format_map(first_told)
    return f"{told[0].upper()}{told[1:]}." if told else finding.message


def _possible(mending: Mending | None, accused: Numeral) -> str:
    """All that the number could be, if that is known."""
    known = mending is not None and mending.printed == str(accused) and mending.fits and mending.is_all
    return mending.possible if mending is not None and known else ""


def _without_hedge(stated: Stated) -> Stated:
    """The claims with the plain number in place of the last one: "19%" for "about 19%", of which the ends are known."""
    *others, last = stated.claims
    plain = replace(last["printed"], hedge=None, phrase="")
    return replace(stated, claims=(*others, {**last, "printed": plain}))


def _printed(stated: Stated) -> Iterator[tuple[str, Numeral]]:
    """Each number that is printed, by the quantity that it tells, or else by the kind of its claim."""
    for claim in stated.claims:
        printed = claim.get("printed")
        if isinstance(printed, Numeral):
            yield str(claim.get("quantity") or claim.get("part") or claim["kind"]), printed
