"""Shares of one whole: "of the 956 voters, 52% chose A, 31% chose B and 17% chose C".

Together they pass 100 per cent only where somebody may be counted in several of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Line, Said, Slot, Stated
from factcheck.relation.cues import THE
from factcheck.relation.line import says
from factcheck.relation.lists import COMMA, starting_at

PERCENT = frozenset({Kind.PERCENT})
GAPS = {"whole": COUNTS, "parts": PERCENT}
FEWEST = 3  # shares without a count of the whole
MOST = Fraction(3, 2)  # together, beyond which people will have named several
SEVERAL = (
    r"\b(?:more than one|several|multiple|could (?:tick|choose|give|name|pick|select|vote)|also|both|as well|overlap\w*|at least one"
    r"|any of|ever|respectively|each|either|all of|exceed 100|turnout|rates?|unemployment|inflation|growth|interest|approval|occupancy"
    r"|rose|fell|up|down|increase\w*|decrease\w*|higher|lower|compared|discount\w*|tax\w*|chance|probability|likely|agree\w*|own\w*)\b"
)
"""Words of sentences whose shares may be of several wholes, or of one in which somebody is counted twice."""
OWN_WHOLE = r"\)?\s+(?:of|among|amongst)\b|\)?\s+(?i:in|at|from)\s+(?:(?:the|north|south|east|west)\s+)?(?-i:[A-Z]|(?:19|20)\d\d)"
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
    """An enumeration of shares of one thing, of which the first may say what: "52% of pupils walk, 31% …"."""
    done = 0
    if sum(slot.kind is Kind.PERCENT for slot in line.slots) < FEWEST or says(SEVERAL, line.text):
        return
    for slot in line.slots:
        if slot.index >= done and slot.kind is Kind.PERCENT:
            parts = _enumeration(line, slot)
            done = slot.index + max(len(parts), 1)
            if len(parts) >= FEWEST and _are_of_one(parts):
                yield line.said(parts=parts)


def _enumeration(line: Line, first: Slot) -> tuple[Slot, ...]:
    """The shares that begin with one; the count of the whole may stand after it: "52% of the 956 voters chose …"."""
    after = line.slots[first.index + 1 : first.index + 2]
    if after and after[0].kind in COUNTS and first.precedes(rf"\s*of {THE}$") and after[0].precedes(COMMA):
        rest = starting_at(line.slots, first.index + 2)
        return (first, *rest) if rest and rest[0].kind is Kind.PERCENT else ()
    return starting_at(line.slots, first.index)


def _are_of_one(parts: tuple[Slot, ...]) -> bool:
    plain = not any(part.numeral.direction or part.numeral.flags or part.precedes("\\s*points") for part in parts)
    return plain and sum(part.value for part in parts) <= MOST and not any(_has_own(part) for part in parts[1:])


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
