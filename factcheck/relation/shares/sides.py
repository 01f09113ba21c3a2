"""Answers that are sides of one thing: it rose, fell or stayed the same; more, less or the same; yes, no or neither; mild or severe."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.relation.line import CLOSE, Slot

ENDED = rf"(?:{CLOSE}|\s+(?:and|or|but|while)\b)"
OF = r"(?: of (?:(?:the|its|all|those|these|them|whom|which) ?)?[^,;:()]{0,60}?)?"
JOIN = r"(?:^|[,;]|\band|\bbut|\bwhile|\bor)\s*(?:and |but |while )?"
BEING = r"(?:(?:is|are|was|were|be|had|has|have|been|being|to be|as|got|remained|still|about|only) ){0,3}"
TRENDS = (
    r"(?:rose|grew|increased|climbed|improved|(?:went|gone) up|risen|grown|(?:got|became) (?:better|larger|dearer|higher))",
    (
        r"(?:fell|dropped|shrank|decreased|declined|worsened|deteriorated|slipped|dwindled|(?:went|gone) down|fallen"
        r"|(?:got|became) (?:worse|smaller|cheaper|lower))"
    ),
    (
        r"(?:(?:stayed|remained|held|kept|were|was) (?:about |much |exactly )?(?:the same|put|unchanged"
        r"|steady|level|flat|stable|constant)"
        r"|did not (?:change|move|budge)|unchanged|held firm)"
    ),
)
"""What became of something, up, down or neither."""
WHERE = r"(?:in|at|for|among|on)(?: (?:just|only|some|another|a further))?"
COMPARED = (
    r"(?:more|higher|longer|larger|bigger|better|dearer|faster|better off)\b",
    r"(?:less|fewer|lower|shorter|smaller|worse|cheaper|slower|worse off)\b",
    r"(?:(?:about |exactly |just |much )?the same|as (?:much|many|long|often) as before|no (?:more|less|different|change)|unchanged)\b",
)
"""Of something against what it was, up, down or neither."""
STANDING = r"(?:(?:said|says?|voted?|votes|answered|replied|is|are|was|were|would say|would vote|said they (?:were|are)|came out) )?"
STANDS = (
    r"(?:yes|aye|yea|in favou?r(?! of\b))",
    r"(?:no|nay|against(?: it| the (?:plan|idea|change|scheme|motion))?|opposed)",
    (
        r"(?:(?:ha(?:d|ve|s) |with )?no (?:opinion|view|answer|preference|reply)|undecided|unsure|uncertain"
        r"|neither|neutral|abstain(?:ed)?"
        r"|(?:did not|do not|didn['’]t|don['’]t|could not) (?:know|say|mind|care|vote|answer|reply|decide)|not sure)"
    ),
)
"""What one says of a thing that is put to the vote."""
SCALES = (
    (
        "(?:mild|slight|minor|light|trivial)",
        "(?:moderate|medium|middling)",
        "(?:severe|serious|grave|critical|heavy|major)",
        "fatal",
    ),
    ("(?:small|tiny)", "(?:medium|medium-sized|middling|mid-sized|middle-sized)", "(?:large|big|huge)"),
    ("low", "(?:medium|moderate|intermediate|middling|average)", "high"),
    ("(?:early|punctual|on time|prompt)", "late"),
    ("(?:easy|simple)", "(?:medium|middling|moderate|fair)", "(?:hard|difficult)"),
    ("young", "middle-aged", "(?:old|elderly)"),
    ("(?:single|unmarried)", "married", "divorced", "widowed", "separated"),
    ("(?:hot|warm)", "(?:lukewarm|mild|tepid)", "(?:cold|cool)"),
    ("full", "(?:half[- ]full|half[- ]empty)", "empty"),
    ("urban", "suburban", "rural"),
    ("(?:good|excellent)", "(?:fair|middling|average|mediocre|passable)", "(?:poor|bad)"),
    ("(?:unhurt|unharmed|unscathed)", "(?:hurt|injured|wounded)", "(?:killed|dead)"),
)
"""Words of which but one is true of a thing, by the scale."""
Place = Callable[[Slot, str], bool]


def are_sides(parts: Sequence[Slot]) -> bool:
    """Whether the shares are of those on each side of one thing, on which nobody is on two."""
    return (
        _are_of(parts, TRENDS, _is_before_first, _is_before, needed=TRENDS[2])
        or _are_of(parts, STANDS, _is_stand, _is_stand, needed=STANDS[1])
        or _are_compared(parts)
        or any(
            _are_of(parts, scale, _is_after_first, _is_after) or _are_of(parts, scale, _is_before_first, _is_before)
            for scale in SCALES
        )
    )


def _are_of(parts: Sequence[Slot], sides: Sequence[str], first: Place, other: Place, needed: str = "") -> bool:
    """Whether each stands beside one of the sides, no two beside the same; one of the sides must be among them."""
    told = [
        next((side for side in sides if (other if index else first)(part, side)), None)
        for index, part in enumerate(parts)
    ]
    return None not in told and len(set(told)) == len(told) and (not needed or needed in told)


def _is_before_first(part: Slot, side: str) -> bool:
    return part.follows(rf"\b{side} {WHERE}")


def _is_before(part: Slot, side: str) -> bool:
    """Of a later one nothing is told but the side: "fell in 31%", and not "wages fell in 31%"."""
    return part.follows(rf"{JOIN}{BEING}{side} {WHERE}")


def _is_after_first(part: Slot, side: str) -> bool:
    return part.precedes(rf"{OF} (?:{BEING}){side}{ENDED}")


def _is_after(part: Slot, side: str) -> bool:
    return part.precedes(rf"(?: of (?:them|these|those))? {BEING}{side}{ENDED}")


def _is_stand(part: Slot, side: str) -> bool:
    return part.precedes(rf"{OF} {STANDING}{side}{ENDED}")


def _are_compared(parts: Sequence[Slot]) -> bool:
    """Whether each does more, less or as much of one thing as before: "52% paying more, 31% less and 17% the same"."""
    first, *others = parts
    found = [re.match(rf"{OF} (?P<does>[^\W\d_]+) (?P<side>{'|'.join(COMPARED)})", first.after, re.IGNORECASE)]
    found += [
        re.match(rf" (?:(?P<does>[^\W\d_]+) )?(?P<side>{'|'.join(COMPARED)})", one.after, re.IGNORECASE)
        for one in others
    ]
    if found[0] is None or None in found:
        return False
    does = {each["does"].lower() for each in found if each is not None and each["does"]}
    sides = [
        next(side for side in COMPARED if re.match(side, each["side"], re.IGNORECASE))
        for each in found
        if each is not None
    ]
    return len(does) == 1 and len(set(sides)) == len(sides) and COMPARED[2] in sides
