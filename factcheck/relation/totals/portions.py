"""How numbers behind one are told to be its parts, by the words before them."""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction

from factcheck.relation.asked import is_behind
from factcheck.relation.cues import NOUN
from factcheck.relation.line import Line, Slot, says
from factcheck.relation.lists import are_others, is_first
from factcheck.relation.parts import NO_SIZE
from factcheck.relation.totals.named import counts_others
from factcheck.relation.totals.sums import SOME, is_near

FEW = 4  # letters of a plural
FAR = 200  # characters that may stand between neighbouring parts
INCLUDING = (
    r"(?:includ(?:es?|ing|ed)|compris(?:es?|ing)|contain(?:s|ing|ed)?|among them|out of which)(?:,? [\w'’-]+){0,3}"
    r"|(?:[,;(–—:]\s*|\s)(?:(?:which|that|they|these|it|this|and|of which|of whom) )?(?:includ(?:es?|ing|ed)|contain(?:s|ing|ed)?"
    r"|cover(?:s|ing|ed)|among (?:them|which|whom|these|those)|of (?:which|whom|them|these)|with|made up of|comprising"
    r"|(?:out )?of (?:that|this) (?:number|total|sum|amount|figure|money),?"
    r"|comprises?|consist(?:s|ing) of|(?:is|are|was|were) (?:composed|made up|comprised) of|took in|takes in)(?:,? [\w'’-]+){0,3}"
)
HOLDING = r"(?:tak(?:es?|ing)|took) in|contain(?:s|ing|ed)?|cover(?:s|ing|ed)?|hold(?:s|ing)?|held"
"""Before what is in something: some of it where a group is told of, and other things where each of many holds some."""
GROUP = r"\b(?:sample|cohort|roll|roster|list|shortlist|register|catalogue|inventory|total|survey|directory|portfolio|stock) of"
"""Before a number of which some are told: "a register of"."""
OF = r"(?:^|[,;:(–—.]\s*|[\"“‘]\s*)(?:out of|of|from|within|in)(?: (?!to\b|and\b)[\w'’-]+){0,5}"
AMONGST = r"(?:^|[,;:(–—.]\s*)(?:among|amongst)(?: [\w'’-]+){0,5}"
OF_IT = r"[^,;:.()]{0,40}?\s(?:of|among) (?:(?:them|these|those|it|which|whom)\b|(?:this|that)(?=\s*[,;.]| and\b))"
APART = r"\b(?:than|against|compared|versus|per|times|average|mean|median|but|while|whereas|although|instead)\b"
MADE = (
    r"(?:composed|made up|consist(?:s|ing|ed)?|comprised) of"
    r"|(?:divided|split|shared|broken down|falls?|fell) (?:\w+ )?(?:into|between|among)"
)
ALL_OF = r"(?:the (?:whole|entirety|full|entire)|all)(?: (?:of|amount|sum))*(?: (?:the|its|their|this|that|his|her)(?: [\w'’-]+){0,2})?"
"""Before a number that is told of as a whole: "the whole of the", "the entire"."""
MADE_BY = (
    r"(?:accounted for|explained|covered|met|funded|financed|paid(?: for)?|provided|supplied|contributed|raised|used up|swallowed|taken"
    r"|absorbed|formed|made(?: up)?|owed)(?: \w+ly)? (?:by|from|with|of|to)(?: (?!(?:at|in)\b)[\w'’-]+){0,4}"
)
"""Between that and its first part."""
CLAUSE = rf"(?:{NOUN}){{0,2}}?\s+(?:has|have|had|was|were|is|are|came|went|will|would)\b"
PAID = r"(?:paid for|funded|financed)(?: \w+ly)? (?:with|by)"
"""Before the first of what a sum is made up of: "the £27m bridge is to be paid for with"."""
PAYING = rf"(?:{NOUN})?\s+(?:from|by|in)\b"
AMONG = (
    r"(?:among (?:them|which|whom|these)|of which|(?:which|they|these|it) (?:includes?|contains?))(?:,? [\w'’-]+){0,2}"
)
SIZED = (
    r"\b(?:an?|its|their|his|her) (?!total\b|further\b|combined\b)(?:[\w-]+ ){1,3}of(?: (?:about|some|over|nearly))?"
)
"""Before what is none of the parts: "956 plots, 312 of which have water, and a waiting list of 400"."""
PLACED = r"\s+(?:at|in|on|from|by|to|for|near|under)\s"


AT_HAND = 40  # characters behind a part in which it is told of what sort it is
CLASSED = (
    r"\b(?:class\w*|categori[sz]ed|record\w*|list\w*|describ\w+|rated|graded|regist\w+|report\w*|marked|label\w*"
    r"|ruled)\b"
)
"""Between all of a whole and its parts, each of which was called something."""
NAMED = rf"\b(?!(?:{NO_SIZE})s?\b)[a-z]{{4,}} of"
"""Before a number that tells how much of something there is: "damages of £27m"."""
SOME_OF_THEM = r"\s+of (?:them|these|whom|which)\b"
OPPOSITES = (
    ("in public", "in private|behind closed doors|in camera"),
    ("for", "against"),
    ("in favou?r", "against"),
    ("at home", "away|abroad"),
    ("inside|indoors", "outside|outdoors"),
    ("full[- ]time", "part[- ]time"),
    ("urban|in (?:towns|cities)", "rural|in the country(?:side)?"),
    ("domestic", "foreign|overseas|international"),
    ("by day", "by night|at night"),
    ("before noon|in the morning", "after noon|in the afternoon"),
    ("male", "female"),
    ("girls|women", "boys|men"),
)
"""What leaves nothing over where both are told side by side."""


class Tie(IntEnum):
    """How sure it is that the parts are all that the whole is made of."""

    TOLD = 0
    """Words tell a sum."""
    WITHIN = 1
    """They are some of it."""
    EITHER = 3
    """They are some of it, and by a guess all."""
    GUESSED = 2


def tie_ahead(line: Line, whole: Slot, parts: tuple[Slot, ...]) -> Tie | None:
    """How numbers behind one are told to be of it."""
    words = line.between(whole, parts[0])
    if _are_apart(line, whole, parts) or (is_first(whole, parts[0]) and not parts[0].follows(INCLUDING)):
        return None
    near = is_near(sum((part.value for part in parts), Fraction(0)), whole.value)
    again = any(part.value == whole.value for part in parts)  # the total where a part should stand
    bare = not any(_names_things(part) for part in parts)
    if (near and _are_made_of(whole, parts)) or ((near or again) and _are_all_of(line, whole, parts)):
        return Tie.TOLD
    if _are_classed(whole, parts, words) or _are_both_sides(line, whole, parts, bare=bare):
        return Tie.TOLD
    if is_behind(AMONGST, whole.led) and says(rf"^(?:{NOUN}){{0,9}} (?:are|were|is|was)\b", words):
        return Tie.WITHIN
    if (is_behind(OF, whole.led) and says(r",\s", words)) or _are_included(whole, parts):
        return Tie.WITHIN
    if bare and any(part.precedes(OF_IT) for part in parts):
        return Tie.WITHIN
    if near and parts[-1].index == len(line.slots) - 1 and parts[0].follows(r"[:–—]\s*(?:\w+ )?") and not whole.nouns:
        return Tie.EITHER
    named = bool(whole.nouns) or whole.follows(NAMED)
    if near and bare and named and not again and parts[0].follows(r"[,;(–—]\s*(?:\w+ )?|:\s*(?:[\w'’-]+ ){0,3}"):
        return Tie.EITHER
    return None


def _are_classed(whole: Slot, parts: tuple[Slot, ...], words: str) -> bool:
    """Whether all of a whole are told to have been called something: "all 45 were listed, 12 as lost, 33 as late"."""
    every = whole.follows(r"\ball(?: the| of the| its)?") and says(CLASSED, words)
    return every and all(part.precedes(r"\s+as\b") for part in parts)


def _are_both_sides(line: Line, whole: Slot, parts: tuple[Slot, ...], *, bare: bool) -> bool:
    """Whether right behind a whole two of its parts are told, which leave nothing over."""
    told = bare or parts[0].follows(INCLUDING) or parts[0].precedes(SOME_OF_THEM)
    return told and parts[0].index == whole.index + 1 and _are_opposites(line, parts)


def _are_included(whole: Slot, parts: tuple[Slot, ...]) -> bool:
    """Whether words tell that a whole has them in it; what 12 boxes hold is none of the boxes."""
    if has_own_verb(parts):
        return False
    if parts[0].follows(HOLDING) and counts_others(whole, parts):
        return whole.follows(GROUP)
    return parts[0].follows(INCLUDING)


def _are_apart(line: Line, whole: Slot, parts: tuple[Slot, ...]) -> bool:
    """Whether words tell that the numbers are of other things."""
    words = line.between(whole, parts[0])
    return (
        begins_anew(parts)
        or whole.precedes(r"\s+(?:plus|as well as|along with|on top of)\b")
        or are_others(line, parts)
        or any(part.follows(SIZED) for part in parts[1:])
        or parts[0].precedes(r"\s+of (?:the|its|their|those(?! [\w-]+,)|his|her)\b")
        or any(part.precedes(r"\s+of (?:the|its|their|those|his|her)\b") for part in parts[1:])
        or says(APART, words.replace("against", ""))
        or len(words) > FAR
        or (counts_others(whole, parts) and parts[0].follows(r"with(?: \w+)?"))
    )


def _are_made_of(whole: Slot, parts: tuple[Slot, ...]) -> bool:
    """Whether words before them tell that a whole is made up of them, or paid for by them."""
    if whole.follows(ALL_OF) and parts[0].follows(MADE_BY):
        return True
    return parts[0].follows(MADE) or (parts[0].follows(PAID) and all(part.precedes(PAYING) for part in parts))


def _are_all_of(line: Line, whole: Slot, parts: tuple[Slot, ...]) -> bool:
    """Whether as many parts as there are places are told, each by its place, or a list stands behind "a total of … :"."""
    if any(_names_things(part) for part in parts) or parts[0].follows(INCLUDING) or says(SOME, line.text):
        return False
    if whole.follows(r"\b(?:an?|the|an? \w+) total of") and parts[0].follows(r"[:–—(]\s*(?:\w+ )?"):
        return True
    placed = all(part.precedes(PLACED) for part in parts)
    few = (slot for slot in line.slots[: parts[0].index] if slot.is_few and slot.nouns)
    return placed and parts[0].follows(r"[,:–—(]\s*(?:\w+ )?") and any(slot.value == len(parts) for slot in few)


def _names_things(part: Slot) -> bool:
    """Whether it is told what a part counts, and not only of what sort it is: "45 boys", but "45 diesel", "45 by rail"."""
    return any(noun.endswith("s") and len(noun) >= FEW for noun in part.nouns[:2])


def _are_opposites(line: Line, parts: tuple[Slot, ...]) -> bool:
    """Whether two parts are told by opposites, which leave nothing over: "planned" and "unplanned"."""
    words = f"{line.between(parts[0], parts[-1])}{parts[-1].after[:60]}"
    apart = r"\b(\w{4,})\b.*\b(?:un|non-?|im|in|dis)\1\b|\b(?:un|non-?|im|in|dis)(\w{4,})\b.*\b\2\b"
    if len(parts) != len(("one", "other")):
        return False
    last = parts[-1].after[:AT_HAND]
    between = line.between(*parts)
    sides = (
        all(says(rf"^[^,;]{{0,30}}?\b(?:{side})\b", at) for side, at in zip(way, (between, last), strict=True))
        for pair in OPPOSITES
        for way in (pair, pair[::-1])
    )
    return says(apart, words) or any(sides)


def begins_anew(parts: tuple[Slot, ...]) -> bool:
    """Whether the last part has a verb of its own, and the first none: "with £12m from the state, and £15m was spent"."""
    return parts[0].follows("with") and has_own_verb(parts)


def has_own_verb(parts: tuple[Slot, ...]) -> bool:
    """Whether the last of some numbers has a verb, and the first none: "include 12 in the north, and the 15 are new"."""
    first, last = parts[0], parts[-1]
    anew = last.follows(r",\s*(?:and|but)(?: the| its| their)?") and last.precedes(CLAUSE)
    return anew and not first.precedes(CLAUSE)
