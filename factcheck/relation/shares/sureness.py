"""On what ground a share is told of the only two counts of its sentence: alone, by a conclusion, or by nothing but chance."""

from __future__ import annotations

import re

from factcheck.relation.cues import AGO, CHANGE
from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.relation.parts import OF_THEM, pairs
from factcheck.relation.shares.evidence import concludes
from factcheck.relation.shares.linked import SAMPLED, are_two_things, is_of_others
from factcheck.relation.shares.own import tells_its_part
from factcheck.relation.told import Ground

OF_OTHERS = (
    rf"\b(?:{CHANGE}|{AGO}|compared|earlier|interest|inflation|royalt\w+|dividends?|commission|adds|tax|levy|duty|yield|coupon|annual(?:ly)?"
    r"|average|mean|median|points?|discount|weighted|target(?! times?\b)|though|although)\b"
)
"""Words by which a percentage is hardly a share of two counts beside it."""
MADE_UP = (
    r"(?:ma[dk]e|makes|made|making|represent\w*|account(?:s|ed|ing)? for|constitut\w*|compris\w*|form(?:s|ed|ing)?)"
    r"(?: up)?(?: (?:just|only|some))?"
)
OF_THE_SEEN = rf"\s+of (?:them|those{SAMPLED}){CLOSE}"
STEM = 5  # letters by which a word is known again
SO = r"[,;]\s*(?:and )?(?:so(?: that)?|which means(?: that)?|meaning(?: that)?|thus|hence|therefore)"
FROM_THIS = rf"{SO}(?: (?P<doer>[^,;:.()–—]{{1,60}}))"
"""Before a share that is concluded for some that were told of: "so that growers took 82% of them"."""
SINCE = r"^\W*(?:with|because|since|as|given that|now that)\b"
"""How a sentence begins that tells first on what a share rests."""
NAMED_RATE = (
    r",\s*an? (?:[\w-]+ )?(?:turnout|response(?: rate)?|return(?: rate)?|take-up|uptake|participation(?: rate)?"
    r"|attendance|proportion|success rate|hit rate|reply rate)(?: rate)? of(?: (?:just|only))?"
)
ACTED = r"\s+(?:of (?:them|these|those) )?(?:said|did|had|were|was|replied|answered|agreed|voted|took|came|went|[a-z]{3,}ed)\b"
GOT = (
    r"\band (?:[a-z]+ly )?(?:has |have |had )?"
    r"(?:received|got|took|counted|collected|recovered|heard from|had|met|saw|found|won|sold|filled)\b"
)
"""Between all and those of them that something was got from."""


def makes_up(part: Slot, share: Slot) -> bool:
    """Whether the part is what makes up the share: "the 45 ewes that had no tag made up 12% of those seen"."""
    return (
        part.follows("(?:the|these|those)")
        and part.precedes(rf"[^,;:.()–—]*\b{MADE_UP}\s*$")
        and share.precedes(OF_THE_SEEN)
    )


def is_a_named_rate(part: Slot, whole: Slot, share: Slot) -> bool:
    """Whether a share is told as the rate of those who did so: "asked 956 tenants, and 312 said yes, a proportion of 33%"."""
    told = share.is_closed and share.follows(NAMED_RATE) and share.index == part.index + 1
    return told and whole.index == part.index - 1 and part.precedes(ACTED)


def ground_of(line: Line, share: Slot, part: Slot, whole: Slot) -> Ground:
    """How sure it is that a share is of the two numbers that stand alone with it."""
    if says(OF_OTHERS, line.text):
        return Ground.PERHAPS
    if tells_its_part(line, share) or is_of_others(line, share):
        return _concluded(line, share, part, whole)
    apart = are_two_things(line, part, whole) and not (share.is_closed and concludes(line, share))
    got = share.is_closed and share.follows(NAMED_RATE) and says(GOT, line.between(part, whole))
    return Ground.PERHAPS if apart and not got else Ground.ALONE


def _concluded(line: Line, share: Slot, part: Slot, whole: Slot) -> Ground:
    """What a share "of them" rests on where the words say that one number is a part of the other, and it is concluded."""
    counts = sorted((part, whole), key=lambda slot: slot.index)
    if counts[1].index > share.index or not share.precedes(rf"\s+{OF_THEM}\b") or not [*pairs(line, counts)]:
        return Ground.PERHAPS
    doer = re.search(rf"{FROM_THIS}\s*$", share.before, re.IGNORECASE)
    if doer is not None and share.precedes(rf"\s+{OF_THEM}{CLOSE}"):
        earlier = line.words[: share.at - len(doer[0])].lower()
        known = [word[:STEM] for word in re.findall(rf"[^\W\d_]{{{STEM},}}", doer["doer"].lower())]
        return Ground.ALONE if any(word in earlier for word in known) else Ground.NUMBERS
    return Ground.NUMBERS if says(SINCE, line.text) else Ground.PERHAPS
