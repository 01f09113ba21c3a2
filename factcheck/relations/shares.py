"""Shares of one whole: "of the 956 voters, 52% chose A, 31% chose B and 17% chose C".

Together they pass 100 per cent only where somebody may be counted in several of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Line, Said, Slot, Stated
from factcheck.relation.cues import THE
from factcheck.relation.line import says

PERCENT = frozenset({Kind.PERCENT})
GAPS = {"whole": COUNTS, "parts": PERCENT}
FEWEST = 3  # shares without a count of the whole
MOST = Fraction(3, 2)  # together, beyond which people will have named several
MOST_APART = Fraction(2)  # where the answers leave each other out
ITEM = r"^[^.:]{0,120}?(?:[,;]|\band\b|\bor\b|\))[^.:]{0,60}$"
APART_FROM = r"\b(?:while|whereas|but|although|though|when|if|with|without|excluding)\b"
NO_ITEM = r"(?:up from|down from|compared with|than|against|from|by|per|which (?:is|was)|of (?:them|whom|which|those|these)(?: in)?)"
SEVERAL = (
    r"\b(?:(?:more|fewer|less) than (?:one|two|three)|several|multiple|(?:could|can|may|might|able to|allowed to"
    r"|free to|asked to|invited to) (?:\w+ )?"
    r"(?:tick|choose|give|name|pick|select|vote|cite|list|mention|report|have|be|belong|fall|appear)|up to (?:two"
    r"|three|four|five)|also|both|as well"
    r"|overlap\w*|at least (?:one|once)|any of|ever|respectively|each|either|all (?:of|three|four|that apply)"
    r"|exceed (?:100|a hundred)|add up to more"
    r"|sum to more|not mutually|together|often|combination\w*|same (?:people|person|patients?|respondents?)"
    r"|counted (?:twice|more)|double[- ]count\w*)\b"
)
"""Words by which one person may be counted twice, also where they stand in the sentence before or after."""
RATES = (
    r"\b(?:turnout|rates?|unemployment|inflation|growth|interest|approval|occupancy|rose|fell"
    r"|(?<!-)(?<!made )(?<!make )(?<!makes )(?<!making )up|(?<!-)down"
    r"|rise|fall|increase\w*|decrease\w*"
    r"|higher|lower|compared|discount\w*|tax\w*|chance|probability|likely|likelihood|odds|accura\w+|efficien\w+"
    r"|effective\w*|confiden\w+|scor\w+"
    r"|yields?|margins?|returns?|commission|weighted)\b"
)
"""Words of sentences whose shares are of several wholes."""
NAMING = (
    r"\b(?:cit(?:e|ed|es|ing)|mention\w*|nam(?:ed|ing)|gave|giv(?:e|en|ing)|list(?:ed|ing)?|tick\w*|symptoms?"
    r"|reasons?|concern\w*|complain\w*|problems?"
    r"|side[ -]effects?|factors?|causes?|barriers?|benefits?|hobbies|activit\w+|apps?|devices?|languages?"
    r"|channels?|sources?|worr\w+|experienc\w+"
    r"|suffer\w*|report\w*|us(?:e|es|ed|ing)|visit\w*|watch\w*|listen\w*|reads?|subscrib\w+|speaks?|spoke|ha(?:d"
    r"|ve|s)(?: an?| been)?"
    r"|owns?|owned an?|agree\w*|support\w*|trust\w*|aware|recogni\w+|heard|familiar|pass(?:ed|es)?|satisf\w+"
    r"|blam\w+|tried|bought|eat|ate|drink"
    r"|drank|play\w*|took part|contain\w*|carr(?:y|ied)|tested positive|detected|found in|present in|affect\w*"
    r"|feel|felt|fear\w*|want\w*|like[sd]?"
    r"|enjoy\w*|spent|spend|offer\w*|provid\w+|lack\w*|needs?|needed|afford|skipp\w+|missed|know|knew)\b"
)
"""Words of answers of which one person may give several."""
APART = (
    r"\b(?:no|not|n't|didn['’]t|don['’]t|neither|nor|none|undecided|unsure|uncertain|against|oppos\w+|disagree\w*"
    r"|dissatisf\w+|abstain\w*|negative|bad|poor(?:ly)?"
    r"|low|worse|less|fewer|never|rarely|former|other(?:s)?|rest|remain(?:s|ed|der|ing)|undecideds|lost|fail\w*"
    r"|single|divorced|widowed|rent(?:s|ed|ing)?|part[- ]time"
    r"|unchanged|the same|stayed|or|split|divid\w+|made up|consist\w*|compris\w*|broke(?:n)? down|breakdown"
    r"|share of the vote|votes|voted|preferr\w+"
    r"|opted|plump\w*|which (?:single|one)|only one|main(?:ly)?|most important|first preferences?)\b"
)
"""Words of answers that leave each other out, or of a whole that is told part by part."""
PARTING = (
    r"\b(?:chose|choose|pick(?:ed)?|backed|favou?r\w*|rated|describ\w+|graded|classed|classif\w+|came (?:from|by"
    r"|out)|com(?:e|es|ing) (?:from|by)"
    r"|went (?:to|on|for)|go(?:es)? (?:to|on)|going (?:to|on)|account\w*|mak(?:e|es|ing) up|form(?:s|ed)?"
    r"|h[eo]lds?|generat\w+|suppl\w+|provid\w+"
    r"|yield(?:s|ed)?|owned|walk\w*|dr[io]ve\w*|cycle[sd]?|travel\w*|arriv\w+|by (?:car|bus|train|bike|age|sex"
    r"|tenure|type|region)|cover|sources?"
    r"|mix|composition|share|audience|ownership|budget|electorate|population|workforce|cohort|sample|polled|asked"
    r"|surveyed|took|won|got|gained|say|said"
    r"|said yes|in favou?r|for it|on time|delayed|cancelled|better|upheld|answered|drawn|drew|spen[dt]|older|younger)\b"
)
"""Words of a whole that is shared out."""
OWN_WHOLE = (
    r"\)?\s+(?:of|among|amongst)\b|\)?\s+(?i:in|at|from|on)\s+(?:(?:the|north|south|east|west)\s+)?(?-i:[A-Z]"
    r"|(?:19|20)\d\d)"
)
ANCHOR = ""
PHRASES = ()
EXAMPLES = (
    Example("Of the 956 voters, 52% chose tea, 31% chose milk and 17% had neither.", holds=True),
    Example("Of the 956 voters, 52% chose tea, 31% chose milk and 12% were away.", holds=True),
    Example("Of the 956 voters, 52% chose tea, 31% chose milk and 27% had neither.", holds=False),
    Example("Of the 956 voters, 312 chose tea and 31% chose milk.", holds=None),
    Example("Some 52% of pupils walk, 31% come by bus and 17% by car.", holds=True),
    Example("Some 52% of pupils walk, 31% come by bus and 37% by car.", holds=False),
    Example("Turnout was 52% in Leeds, 31% in York and 37% in Hull.", holds=None),
    Example("Of men 52% smoked, of women 31% did and of pupils 37%.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """All shares of a sentence that enumerates those of one thing, of which the first may say what: "52% of pupils walk, …"."""
    parts = [slot for slot in line.slots if slot.kind is Kind.PERCENT]
    if len(parts) < FEWEST or says(SEVERAL, f"{line.text} {line.beside}") or says(RATES, line.text):
        return
    apart = says(APART, line.text)
    if not (apart or (says(PARTING, line.text) and not says(NAMING, line.text))) or not _are_of_one(
        parts, MOST_APART if apart else MOST
    ):
        return
    if all(_goes_on(line, first, last) for first, last in pairwise(parts)):
        yield line.said(parts=parts)


def _goes_on(line: Line, first: Slot, last: Slot) -> bool:
    """Whether one share follows another in an enumeration, with no other number between but a count of the whole."""
    between = line.slots[first.index + 1 : last.index]
    if len(between) > 1 or (between and not (between[0].kind in COUNTS and first.precedes(rf"\s*of {THE}$"))):
        return False
    words = line.between(first, last)
    return says(ITEM, words) and not says(APART_FROM, words) and not last.follows(NO_ITEM)


def _are_of_one(parts: Sequence[Slot], most: Fraction) -> bool:
    plain = not any(part.numeral.direction or part.numeral.flags or part.precedes("\\s*points") for part in parts)
    return plain and sum(part.value for part in parts) <= most and not any(_has_own(part) for part in parts[1:])


def _has_own(part: Slot) -> bool:
    told_before = part.follows(r"(?:of|among|amongst|in|for|at) (?:the )?[^\W\d_]+")
    return told_before or re.match(OWN_WHOLE, part.after) is not None


def stated(said: Said) -> Stated:
    """Each is a share of one whole, and together they are no more than it."""
    names = [f"part_{number}" for number in range(1, len(said.gaps["parts"]) + 1)]
    shares = [
        {"kind": "share", "part": name, "whole": "the_whole", "printed": printed}
        for name, printed in zip(names, said.gaps["parts"], strict=True)
    ]
    total = {"kind": "total", "parts": names, "whole": "the_whole", "cover": "partial"}
    quantities = {name: {"amount": "true"} for name in (*names, "the_whole")}
    return Stated(quantities, (*shares, total), "one of them may be counted under several of these shares")
