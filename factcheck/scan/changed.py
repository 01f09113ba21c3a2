"""Two sentences of which one tells a change and the other both of its ends."""

from __future__ import annotations

import re
from functools import cache

from factcheck.numeral import Kind
from factcheck.relation.changes.times import YEAR
from factcheck.relation.cues import UNIT
from factcheck.relation.line import says_how_many
from factcheck.relation.told import SHARES
from factcheck.text.marks import MARK, Marked

STEM = 5  # letters by which a word is known again
MONEY = (
    r"(?:bill|costs?|price|spending|budget|outlay|fees?|sum|total|figure|amount|debt|value|rent|income|turnover"
    r"|takings)"
)
NUMBER = (
    r"(?:numbers?|enrolments?|roll|membership|population|workforce|staff|headcount|audience|attendance|crowd|total"
    r"|figure|count|tally"
    r"|toll|list|queue|backlog|fleet|flock|herd|size|caseload|intake)"
)
"""What a sum of money, or a number of things, is called when it is told of again."""
DEALT_WITH = (
    r"(?:handled|received|registered|recorded|processed|counted|issued|had|saw|took|taken|took in|dealt with|logged"
    r"|made|approved|treated"
    r"|carried|sold|granted|heard|answered|admitted|there (?:were|are)|(?:it|they) (?:was|were|stood at))"
)
"""Before a number of things that were named in the sentence before."""
BEFORE = (
    rf"(?:the (?:previous |same )?{UNIT} (?:before|earlier)|an? {UNIT} (?:before|earlier|ago)|in (?:19|20)\d\d"
    rf"|last {UNIT}|previously|before)"
)
HAS_CHANGED = (
    r"(?:(?:has|have|had) )?(?:(?:since|now|nearly|more than|almost|about|just|over|roughly|thus|therefore|just over"
    r"|just under) ){0,2}"
    r"(?:gone (?:up|down)|went (?:up|down)|risen|rose|grown|grew|increased|fallen|fell|dropped|come down|came down"
    r"|climbed|shrunk|shrank"
    r"|soared|jumped)"
)
MULTIPLIED = r"(?:(?:has|have|had) )?(?:(?:since|now|therefore|thus) )?"


def tells_the_change(first: Marked, last: Marked) -> bool:
    """Whether a sentence tells nothing but how far two numbers of the one before are apart: "The bill has gone up 36%"."""
    told = [numeral for numeral in first.numerals if says_how_many(numeral)]
    found = _has_changed().fullmatch(last.words)
    if found is None or len(told) != len(("old", "new")) or told[0].kind is not told[1].kind or told[0].kind in SHARES:
        return False
    if told[0].unit != told[1].unit or not re.search(
        rf"{YEAR}|\b(?:once|now|then|ago|earlier|before|last|today)\b", first.printed()
    ):
        return False
    called = MONEY if told[0].kind is Kind.MONEY else NUMBER
    subject = found["subject"].lower()
    return re.fullmatch(called, subject) is not None or subject[:STEM] in first.words.lower()


def tells_the_ends(first: Marked, last: Marked) -> bool:
    """Whether a sentence tells how many there were of what grew in the one before: "They handled 159, against 142 in 2016"."""
    told = [numeral for numeral in first.numerals if says_how_many(numeral)]
    if len(told) != 1 or not (told[0].kind is Kind.PERCENT and told[0].direction):
        return False
    return _ends().fullmatch(last.words) is not None


@cache
def _has_changed() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:the|its|their|his|her|that) (?:[\w-]+ )??(?P<subject>[^\W\d_]{{3,}}) (?:{HAS_CHANGED}(?: by)?"
        rf"|{MULTIPLIED})"
        rf" ?(?:(?:about|some|just|nearly|almost|more than) )?{MARK}\W*",
        re.IGNORECASE,
    )


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:[\w'’-]+ ){{0,4}}?{DEALT_WITH} (?:(?:only|just|some) )?{MARK}(?: of them)?,? (?:against"
        r"|compared (?:with|to)|up from|down from"
        rf"|where it (?:had )?\w+) (?:(?:only|just|some) )?{MARK} {BEFORE}\W*",
        re.IGNORECASE,
    )
