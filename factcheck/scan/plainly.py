"""What is wrong with numbers of an article, as a copy editor would say it: "312 of 956 is 32.6%, not 36.2%"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.finding import Finding
from factcheck.numeral import Numeral
from factcheck.relation import Stated
from factcheck.relation.told import TOLD
from factcheck.wording import spoken


def plainly(stated: Stated, finding: Finding) -> str:
    """The sentence of the relation, with the numbers as printed and what the last of them should be.

    It is the finding's own where the relation has none, or nothing is known that the number could be.
    """
    says, printed = stated.says, [*_printed(stated)]
    if TOLD in says:
        accused, last = printed[-1][1], finding.mendings[-1] if finding.mendings else None
        if last is None or last.printed != str(accused) or not (last.fits and last.is_all):
            return finding.message
        says = f"{says.replace(TOLD, last.possible)}, not {spoken(accused)}"
    told = says.format_map(
        {name: spoken(numeral) for name, numeral in reversed(printed)}
    )  # a part's count is told first
    return f"{told[0].upper()}{told[1:]}." if told else finding.message


def _printed(stated: Stated) -> Iterator[tuple[str, Numeral]]:
    """Each number that is printed, by the quantity that it tells, or else by the kind of its claim."""
    for claim in stated.claims:
        printed = claim.get("printed")
        if isinstance(printed, Numeral):
            yield str(claim.get("quantity") or claim.get("part") or claim["kind"]), printed
