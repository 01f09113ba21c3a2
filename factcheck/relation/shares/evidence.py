"""The counts by which a share is borne out that a sentence tells first: "a third of patients waited, with 312 of 956 ...".

A share is told for the reader, and the counts behind it for those who want to know exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation.cues import NOUN, RESTATING
from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.relation.parts import OF, OF_THEM, SIZE, WHOLE, are_counted_alike, pairs
from factcheck.relation.told import COUNTS, SHARES

SHORTEST = 4  # letters of a word for several things
STEM = 5  # letters by which a word is known again
PARTED = r"\b(?:and|but|while|whereas|against|compared|than|although|though|if|unless|versus|up from|down from|another|other)\b"
"""Between a share and counts of something else."""
OF_OTHERS = (
    r"\b(?:weighted|adjusted|average|mean|median|interest|inflation|compared|points?|growth|discount|nationally|margin of error"
    r"|though|although|year earlier|year before)\b"
)
"""Words by which a share is hardly that of counts beside it."""
GIVEN = r"[,(:–—]|\s-\s"
BEARING = r"(?:with|where|which|who|that|as)\b(?: [\w'’-]+){0,4}\s+"
"""Between a mark of punctuation and the counts behind it."""
SAID = (
    r"(?:(?:the|an?|its|their|his|her|who|which) )?(?:[\w'’-]+ ){0,3}(?:says?|said|counts?|counted|puts? (?:it|them) at|reckons?"
    r"|found|finds?|estimates?|gives?|shows?|had|has|have|been|given|making)"
)
AGAIN = (
    rf"\s+(?:{OF_THEM}\s*(?:[,(–—]|\s-)|of (?:the|its|their|all|our|those|these)(?: [\w'’-]+){{1,3}}\s*[(–—])\s*"
    rf"(?:{RESTATING}|{SAID}\s+)$"
)
"""Behind a share, right before the part that it comes to."""
EXACTLY = r"(?:\s+(?:people|persons|of them))?\s+(?:to be (?:exact|precise)|in (?:all|total|number)|altogether|exactly|all told)\b"
PRECISELY = rf"(?:{NOUN}){{0,2}}?(?:{EXACTLY}|\s+of them)?\s*(?:[,;:.)!?–—]|$)"
"""Behind the part that tells a share again, or the things that it counts."""
SUCH = (
    r"\s+such\b|\s+of (?:them|these|those)\b|\s+(?:had|have|has|were|was|are|is|did|do|does|could|would|will|said|gave)\b"
    rf"|(?:{NOUN}){{0,2}}\s+to (?!be\b)\w+{CLOSE}"
)
"""Behind a part that a word beside it ties to what was told, or that names what becomes of it."""
OUT_OF = rf"(?:{NOUN}){{0,2}}?,?\s+(?:(?:out of|from among|from|of|among) {WHOLE}|in {SIZE})$"
HANDED_IN = (
    r"\s+(?:forms|replies|votes|ballots|papers|cards|questionnaires|responses)"
    r"(?: (?:returned|back|in|sent|cast|received|signed|completed|counted|paid|sold|so far))*\s*[.,;)]"
)
"""Behind the number of what each of those who did so handed in."""
SAID_SO = (
    r"(?:\s+[^\W\d_]+)?\s+(?:said|did|do|have done|had done|thought|told \w+|will do|would do|answered|are doing) so\b"
)
"""Behind counts of those who did what was told before."""
BEFORE_THE_VERB = (
    rf"(?:{NOUN}){{0,2}},\s+(?!(?:and|or|but|while|with|of|in|at|on|up|down|a|an|the|as|who|which)\b)[a-z]+ "
)
"""Behind counts between commas: "18% of callers, 312 of 956 people, asked"."""
COMPARATIVE = r"\b(?:long|short|more|less|few|lat|earli|old|young|high|low|better|worse|oth|rath)(?:er)? than\b"
CAUSE = r",\s*(?:since|because|given that|seeing that|as)"
"""Before the counts on which a share rests."""
CONCLUDED = (
    r"(?:(?:[,;:–—(]\s*|\band )(?:(?:that|this|which) (?:is(?: to say)?|was|means|meant|makes|made|comes to|came to|amounts to"
    r"|equals|represents)(?: that)?|that['’]s|in other words,?|i\.e\.|namely|meaning(?: that)?|(?:we|you|they|he|she) make"
    r" (?:that|it)|or(?: in other words)?|put (?:simply|another way|differently),?)(?: (?:just|only|some))?)"
)
"""Before a share that is what the numbers before it come to."""
GOT = r"[:;]\s*(?:(?!and\b)[\w'’-]+\s+){0,4}"
"""Before the number of all, of which a part is told behind "and"."""
BEGUN = r"\s+(?:set (?:off|out)|started|began|begun|entered|took part|applied|signed up|turned up|were|was|had)\b"
BECAME = r"\s+(?:of (?:them|these|those)\s+)?(?:were|was|had|did|got|went|came|took|gave|[^\W\d_]{3,}ed)\b"
DID = r"\s+(?:did|had|could|would|failed|never|gave up)\b"
HAVING = r"^\W*(?:by |after )?having\b"


def concludes(line: Line, share: Slot) -> bool:
    """Whether words tell that a share is what the numbers before it come to: "that is to say, a third of the market"."""
    at_that = share.follows(r"[;.]\s*at") and share.precedes(r",\s*(?:that|this|it) (?:was|is)\b")
    having = share.precedes(rf"\s+{OF_THEM}") and says(HAVING, line.text)
    return at_that or having or share.follows(CONCLUDED)


def borne_out(line: Line, share: Slot) -> Iterator[tuple[Slot, Slot]]:
    """Part and whole behind the only share of a sentence, or the part of the whole that it is told of."""
    if not _is_lone(line, share) or says(OF_OTHERS, line.text):
        return
    counts = [slot for slot in line.near(share) if slot.kind in COUNTS and not slot.numeral.flags]
    if len(counts) > len(("part", "whole")):  # "one in five of the 956 got one of the top two grades – 191 in all"
        counts = [slot for slot in counts if not slot.is_few]
    after = [slot for slot in counts if slot.index > share.index]
    told = [*_told(line, *after[:2])] if len(after) > 1 else []
    if told and _is_evidence(line, share, *told[0]):
        yield told[0]
    elif len(counts) == len(after) == len(("whole", "part")) and _became(line, share, *after):
        yield after[1], after[0]
    elif after and share.precedes(rf"(?:\)|,|\s*[–—])?\s*{OF}$") and after[0].index == share.index + 1:
        yield from _of_the_whole(line, share, after[0], counts)
    elif after and _is_told_again(share, after[0]):
        yield from ((after[0], whole) for whole in counts if whole.index < share.index and whole.value > after[0].value)


def _is_lone(line: Line, share: Slot) -> bool:
    """Whether it is the only share of a sentence, but for one in brackets behind the counts that it is told of as well."""
    others = [slot for slot in line.slots if slot.kind in SHARES and slot is not share]
    again = (
        len(others) == 1
        and others[0].index > share.index + 1
        and others[0].follows(r"\(")
        and others[0].precedes(r"\)")
    )
    return not others or (again and share.kind is not Kind.PERCENT)


def _became(line: Line, share: Slot, whole: Slot, part: Slot) -> bool:
    """Whether it is told what became of how many: "a third of calls were lost: it took 956 calls and 312 were dropped"."""
    joined = says(r"^[^,;:()–—]{0,60}\band\s*$", line.between(whole, part)) and are_counted_alike(whole, part)
    if not (joined and whole.follows(GOT) and share.precedes(r"\s+of\b") and part.value < whole.value):
        return False
    words = line.between(share, whole)
    if whole.precedes(BEGUN):
        return part.precedes(DID)
    known = any(noun.removesuffix("s")[:STEM] in words.lower() for noun in whole.nouns if len(noun) >= SHORTEST)
    return known and ";" not in words and part.precedes(BECAME)


def _is_told_again(share: Slot, part: Slot) -> bool:
    """Whether the part beside a share says how many that is: "a third of the panel (312 people)", "half of them, 478"."""
    if part.index != share.index + 1:
        return False
    if share.precedes(AGAIN) and part.precedes(PRECISELY):
        return True
    return part.follows(r"[,(–—]\s*") and part.precedes(EXACTLY)


def _told(line: Line, first: Slot, last: Slot) -> Iterator[tuple[Slot, Slot]]:
    """Part and whole, as far as words tell so; "532, out of the 688" does right behind a mark of punctuation."""
    yield from pairs(line, (first, last))
    if (
        last.index == first.index + 1
        and first.follows(rf"(?:{GIVEN}|;)(?:\s*{RESTATING}(?:by )?)?")
        and first.precedes(OUT_OF)
        and are_counted_alike(first, last)
    ):
        yield first, last


def _is_evidence(line: Line, share: Slot, part: Slot, whole: Slot) -> bool:
    """Whether two counts behind a share are those of it: no other things are named, and no other statement begins."""
    first = part if part.index < whole.index else whole
    words = line.between(share, first)
    last = whole if first is part else part
    if _is_set_off(line, first, last):
        words = re.sub(COMPARATIVE, " ", words, flags=re.IGNORECASE)
        return not says(PARTED, words.rpartition(",")[2]) or not says(PARTED, words)
    if first.follows(CAUSE):
        nouns = [noun for noun in (*part.nouns, *whole.nouns) if len(noun) >= SHORTEST]
        return not says(PARTED, words) and any(noun[:SHORTEST] in words.lower() for noun in nouns)
    if says(PARTED, words.rpartition(",")[2]) or not first.follows(rf"(?:{GIVEN})\s*(?:{RESTATING}|{BEARING})"):
        return False
    if first.follows(rf"(?:{GIVEN})\s*{RESTATING}"):
        return True
    things = [noun for noun in (*part.nouns, *whole.nouns) if noun.endswith("s") and len(noun) >= SHORTEST]
    return not things or any(noun[:STEM] in words.lower() for noun in things)


def is_borne_out_by(line: Line, share: Slot, pair: Slot) -> bool:
    """Whether "312 out of 956" behind a share tells it: of those who did so, or between commas before the verb."""
    between = line.slots[share.index + 1 : pair.index]
    if pair.index < share.index or not all(slot.is_few for slot in between):
        return False
    if pair.precedes(SAID_SO):
        return pair.follows(r"[;:,–—]\s*(?:and |in fact,? )?")
    return says(r"^\s+of\b[^,;:.()–—]*,\s*$", line.between(share, pair)) and pair.precedes(BEFORE_THE_VERB)


def _is_set_off(line: Line, first: Slot, last: Slot) -> bool:
    """Whether two counts stand in brackets of their own, between commas before the verb, or say that so many did so."""
    if not (last.index == first.index + 1 and first.precedes(OUT_OF)):
        return False
    if last.precedes(SAID_SO):
        return first.follows(r"[;:,–—]\s*(?:and |in fact,? )?")
    inside = first.follows(r"\(") and last.precedes(rf"(?:{NOUN}){{0,2}}\)")
    return inside or (last.precedes(BEFORE_THE_VERB) and first.follows(",") and last.index == len(line.slots) - 1)


def _of_the_whole(line: Line, share: Slot, whole: Slot, counts: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """The only other count where a share is told of a whole: "a quarter of its 956 staff, with 239 jobs to go"."""
    others = [slot for slot in counts if slot.index != whole.index]
    if len(others) != 1 or others[0].value >= whole.value or not are_counted_alike(others[0], whole):
        return
    (part,) = others
    words = line.between(whole, part) if part.index > whole.index else line.between(part, share)
    if not says(rf";|{PARTED}", words) and (
        not part.nouns or part.is_named_as(whole) or part.precedes(rf"{SUCH}|{HANDED_IN}")
    ):
        yield part, whole
