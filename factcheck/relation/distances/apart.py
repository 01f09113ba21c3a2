"""Three numbers of a unit of which one is what parts the other two, as the words right beside it have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.numeral import Form, Kind
from factcheck.relation.changes.times import MONTH, is_earlier
from factcheck.relation.compared import likes
from factcheck.relation.cues import BY, CHANGE, LESS, MORE, NOUN, OF_WHOM, THE, UNIT
from factcheck.relation.line import CLOSE, Line, Slot, in_unit_of, says
from factcheck.relation.parts import is_some_of
from factcheck.relation.told import COUNTS

LEAST, MOST = Fraction(2, 5), Fraction(5, 2)  # of the distance a number may be that is taken for it
WORD = r"(?:\s+(?!(?:and|but|or|while|then|who|which)\b)[^\W\d_][\w'’-]*)"
NORM = (
    "limit|target|capacity|budget|quota|plan|planned|forecast|estimated?|expected|expectations|average|mean|norm|normal|par|minimum"
    "|maximum|threshold|ceiling|cap|record|number|total|figure|level|mark|requirement|required|needed|allowed|allowance|allocation"
    "|what|those|that|it|them|year before|month before|last|previous|preceding|earlier|former|other|rest|goal|best"
    "|peak|price|cost|value|size|weight|rate"
)
BESIDES = rf"(?:over|above|below|under)\b(?!{CLOSE}|(?: [\w'’-]+){{0,4}}? (?:{NORM})\b)"
"""Before a time or a place, and nothing that a number is compared with: "956 visitors over the holidays"."""
BEHIND = (
    rf"{WORD}{{0,3}}\s+(?:(?<!the )(?<!its )(?<!their )(?<!a )(?!up\b|down\b|{BESIDES})(?:{MORE}|{LESS})"
    r"|ahead|behind|apart|adrift|away|outstanding|left"
    rf"|remain\w*|still|spare|empty"
    r"|un\w+(?:ed|ld|id|nt|t)|vacant|missing|surplus|beyond|past|in excess|too (?:few|many|much|little)|to "
    r"(?:go|come|spare|find)|to the (?:good|bad)|(?:better|worse) off|out of pocket"
    r"|in (?:it(?=\s*[.,;!?\"”’]|$)|debt|arrears|credit|hand|the (?:red|black))"
    r"|(?:was|were|has been|have been|having been) (?:added|lost|gained|shed|saved|wiped (?:out|off))"
    r"|without|on from|up on|down on|waiting|homeless|idle|that (?:no ?body|no one)|(?:\w+er|more \w+|less \w+) than)\b"
)
"""Behind a number that tells how far others are apart, or what is left."""
DISTANCE = (
    r"(?:difference|gap|margin|majority|lead|short-?fall|surplus|excess|deficit|advantage|plurality|loss|profit"
    r"|saving|revision"
    r"|over\w+|under\w+|discrepancy|distance|balance|net \w+|edge|disparity|backlog|vacanc\w+)"
)
BESIDE = (
    rf"(?:{BY}|(?:the |its |their |his |her )?(?:other|remaining|rest|remainder)(?:,| of (?:them|it))?"
    rf"|leav\w+(?: \w+){{0,2}}|left (?:with|over)|(?:,|\.) so(?: [\w'’]+){{0,5}}|(?:{DISTANCE}|{CHANGE})(?: "
    rf"[\w-]+)? of {THE}"
    rf"|\b{DISTANCE}(?:,|:| (?:is|was|were|stands? at|stood at|came to|comes to)| \w+ (?:is|was))?|lack(?:s|ed|ing)?"
    r"|need(?:s|ed|ing)? (?:another|a further)|the missing|sav(?:es?|ed"
    rf"|ing)|meaning(?: \w+)?)"
)
"""Before such a number."""
UNREAL = r"\b(?:though|although|hoped)\b"
ALTHOUGH = (
    r"\balthough (?:it|they|he|she|the [^\W\d_]+) (?:had )?(?:cost|was|were|had|held|needed|owed|took|made|lost|sold)\b"
)
"""Before what was so all the same: "insured for £31m although it cost £45m, so"."""
PLANNED = (
    r"(?:planned|hoped(?: for)?|promised|pledged|expected|needed|wanted|required|forecast|predicted|intended|budgeted"
    r"|due"
    r"|asked|sought|requested"
    r"|claimed|bid|applied|bargained|allowed)"
)
PLANNING = (
    rf"\b(?:{PLANNED}|wants?|needs?|target|capacity|room|ask(?:s|ing)?|seek(?:s|ing)?|requests?|claims?|bids?|bidding"
    r"|appl(?:y|ies|ying))\b"
)
"""Words of a clause that tells what something ought to be."""
THAN_WISHED = (
    rf"{WORD}{{0,3}}\s+(?:than|on|of|above|below|over|under) (?:(?:what|the [\w-]+|it|they|he|she|we|you|was|were|is"
    r"|had|has|have|been)"
    rf" ){{0,4}}{PLANNED}\b"
)
"""Behind a distance from that."""
THAN_SOMETHING = (
    r"(?:\s+[^\W\d_][\w'’-]*){1,4}?\s+than (?!the (?:year|month|week|day) before|in\b|last\b|a (?:year|month)"
    r"|(?:the|its|their|her|his) [^,;.]{0,30}$)"
)
THAN_THEN = rf"{WORD}{{0,3}}?\s+(?:{MORE}|{LESS})(?: [\w'’-]+)? than (?:last|in|a|the) (?:{UNIT}|previous|{MONTH})\b"
REST = r"\b(?:rest|remainder|others)\b"
FEW = 4
PASSIVE = (
    r"\b(?:been|be|being|was|were|is|are) (?!(?:beat|increas|reduc|rais|cut|exceed|out|lower|swell|boost|expand|shorten|extend|widen"
    r"|narrow|separat|divid|miss|over|under|improv|chang|revis)\w*)\w+(?:ed|en|wn|ght) by"
)
"""Before those who did something."""
REMAINING = (
    rf"{WORD}{{0,3}}\s+(?:left|remain\w*|still|spare|outstanding|over|missing|unsold|to (?:go|come|spare|find))\b"
)
"""Behind what is left of a whole."""
OF_ALL = r"(?:^|[.;:])\W*(?:out )?of (?:the |its |their |all )?"
"""Before a whole with which a sentence begins."""
NOT_APART = r"\b(?:by|than) (?:the )?(?:19|20)\d\d\b|\b(?:every|per|each|apiece|average|mean)\b"


FURTHER = r"(?:and|plus|another|a further)(?: \w+)?"


def distances(line: Line, by: Slot) -> Iterator[tuple[Slot, Slot, Slot]]:
    """The larger and the smaller of the other two numbers, and the one that is near to their distance."""
    if by.kind not in COUNTS or by.numeral.value is None or not _is_told_apart(by):
        return
    if says(NOT_APART, line.text) or (by.follows(FURTHER) and by.precedes(rf"(?:{NOUN})?\s+more\b(?! than)")):
        return
    unreal = says(
        UNREAL, re.sub(ALTHOUGH, " ", line.text, flags=re.IGNORECASE) if by.follows(r"[,;] so") else line.text
    )
    if (unreal or by.precedes(THAN_SOMETHING)) and not _is_planned(line, by):
        return
    by, two = _in_one_unit(line, by)
    if len({slot.numeral.quantum for slot in (by, *two) if slot.kind is Kind.COUNT}) > 1:
        return  # "77 patients seen by 40 doctors, 1.9 to a doctor"
    if len(two) == 2 and by.precedes(THAN_THEN) and _are_of_one_time(line, *two):
        return
    if len(two) != 2 or (says(REST, line.text) and not by.follows(rf"{REST}\W*")):
        return
    less, more = sorted(two, key=lambda slot: slot.value)
    if is_agent(by, less, more):
        return
    others = any(noun.endswith("s") for noun in by.nouns) and not (by.is_named_as(less) or by.is_named_as(more))
    if others or _are_parts(line, by, less, more):
        return
    apart = more.value - less.value
    if by.value < more.value and LEAST * apart <= by.value <= MOST * apart:
        yield more, less, by


def _are_parts(line: Line, by: Slot, less: Slot, more: Slot) -> bool:
    """Whether two numbers are told side by side of some of a third: "Of 956 tenants, 312 are in arrears and 298 in debt"."""
    first, last = sorted((by, less), key=lambda slot: slot.index)
    if by.precedes(REMAINING):
        return False
    return more.index < first.index and more.follows(OF_ALL) and says(r"\band\b", line.between(first, last))


def _are_of_one_time(line: Line, one: Slot, other: Slot) -> bool:
    """Whether two numbers stand side by side, and a third is compared with what neither tells: "15 more than last year"."""
    joined = says(r"^[^,;:]*\band\b[^,;:]*$", line.between(one, other))
    return joined and not (is_earlier(one, other) or is_earlier(other, one))


def _is_told_apart(by: Slot) -> bool:
    return by.follows(BESIDE) or (by.precedes(BEHIND) and not by.precedes(OF_WHOM))


def _is_planned(line: Line, by: Slot) -> bool:
    """Whether more or fewer "than planned", or "than they had asked for", are told, and before it what was planned."""
    found = re.match(THAN_WISHED, by.after, re.IGNORECASE)
    return found is not None and says(PLANNING, line.text.rpartition(found[0].strip())[0])


def _in_one_unit(line: Line, by: Slot) -> tuple[Slot, list[Slot]]:
    """The number and those like it, where a unit is told once for all: "took 610 kilos, sold 312, so 298 are left"."""
    others = likes(line, by)
    measured = [
        slot for slot in line.slots if slot.kind in (Kind.MEASURE, Kind.MONEY) and slot.numeral.value is not None
    ]
    if by.kind is Kind.COUNT and len(others) == len(measured) == 1 and not others[0].nouns:
        by, others = in_unit_of(by, measured[0]), [in_unit_of(others[0], measured[0]), *measured]
    return by, [slot for slot in others if not _is_few(slot, (by, *others))]


def _is_few(slot: Slot, all_of_them: Sequence[Slot]) -> bool:
    """Whether it is a small number in words that counts nothing, or other things: "the hotel's two wings have 956 rooms"."""
    if slot.numeral.form is not Form.WORDS or slot.value >= FEW:
        return False
    return not slot.nouns or not all(slot.is_named_as(each) for each in all_of_them)


def is_agent(by: Slot, less: Slot, more: Slot) -> bool:
    """Whether "by" tells who did it: "sat by 312 of the 956 pupils", "forecasts by 41 banks ran from 1.2 to 3.1"."""
    if by.nouns and by.follows(PASSIVE):
        return True
    counted = by.nouns != () and by.numeral.quantum == 1 and {less.numeral.quantum, more.numeral.quantum} != {1}
    return by.follows("by") and (is_some_of(less, more) or (by.kind is Kind.COUNT and counted))
