"""Shares that leave nothing over: "52% agreed, 31% did not and the remaining 17% were unsure"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation import Example, Ground, Line, Said, Slot, Stated
from factcheck.relation.line import says
from factcheck.relation.stating import THE_WHOLE, added, declared, numbered, shares_of, sum_of, total_of

PERCENT = frozenset({Kind.PERCENT})
GAPS = {"parts": PERCENT, "rest": PERCENT}
REST = (
    r"(?:remaining|(?<!every )(?<!each )other|rest|remainder|leftover|balance|leaving(?: (?:just|only|some))?"
    r"|(?:that|which) leaves(?: (?:just|only|some))?"
    r"|(?:everything|everyone|everybody|all) else(?:,? (?:which|that|who) (?:is|was|are|were))?"
    r"|(?:what|whatever|all that) (?:is|was) left(?: over)?|what(?:['’]s left|(?:ever)? remain(?:s|ed)))"
    r"(?: of (?:them|it|the \w+))?,?(?: \()?|(?:final|last)"
)
LEFT_OVER = (
    r"\s+(?:(?:that (?:is|was|are|were) )?left(?: over)?|remaining|which remain(?:s|ed)?)\b"
    r"(?! (?:in|the|at|for|school|home|work|because)\b)"
)
"""Behind a share that is what is left: "the 17% left over"."""
MOST_PARTS = 6
WHERE = r"\b(?:in|at|on|of|during|over|for|by) (?:the )?(?:other|rest|last|final)"
"""Before a share in another place or at another time: "52% in the first round, in the last 60%"."""
OTHER = r"\b(?:first|second|third|previous|opening|earlier|early|one)\b"
"""Words of other places or times than the last."""
LAST = r"(?:final|last)"
GROWTH = r"\b(?:growth|grew|r[io]ses?|rose|f[ae]ll|fell|increase\w*|inflation|interest|turnout|rates?)\b"
"""Words of shares that are not of one whole, so that the last of them is not what is left."""
ANCHOR = "rest"
PHRASES = ()
EXAMPLES = (
    Example("Some 52% agreed, 31% did not and the remaining 17% were unsure.", holds=True),
    Example("Some 52% agreed, 31% did not and the remaining 18% were unsure.", holds=True),  # 51.5, 30.5, 18
    Example("Some 52% agreed, 31% did not and the remaining 27% were unsure.", holds=False),
    Example("Of the visitors 60.4% came by car and the other 39.6% by train.", holds=True),
    Example("Of the visitors 60.4% came by car and the other 36.9% by train.", holds=False),
    Example("Some 52% agreed and the remaining half did not.", holds=None),
    Example("Of the 956 asked, 52% were for it, 31% against it, and the remaining 17% had no view.", holds=True),
    Example("Of the 956 asked, 52% were for it, 31% against it, and the remaining 27% had no view.", holds=False),
)


def cast(line: Line) -> Iterator[Said]:
    """A share that is said to be the rest, and the shares right before it."""
    for rest in line.slots:
        if rest.kind is Kind.PERCENT and _is_left(line, rest):
            first = rest.index
            while first > 0 and rest.index - first < MOST_PARTS and _is_part(line.slots[first - 1]):
                first -= 1
            for start in range(first, rest.index):
                ground = Ground.PERHAPS if _have_own(*line.slots[start : rest.index + 1]) else Ground.CUES
                yield line.on(ground, parts=line.slots[start : rest.index], rest=rest)


def _is_left(line: Line, rest: Slot) -> bool:
    told = rest.follows(REST) and (
        not rest.follows(WHERE) or (rest.follows("the last") and rest.is_closed and not says(OTHER, line.text))
    )
    told = told or (rest.follows("the") and rest.precedes(LEFT_OVER))
    return told and not (rest.follows(LAST) and says(GROWTH, line.text))


def _have_own(*shares: Slot) -> bool:
    """Whether they are of different wholes: "52% of Acme and the remaining 48% of Bolt"."""
    behind = (re.match(r"\s+of (?:the |its |their |all )*([^\W\d_]+)", share.after) for share in shares)
    before = (re.search(r"\bof (?:the |its |their |all )*([^\W\d_]+),?\s*$", share.before) for share in shares)
    return any(len({whole[1].lower() for whole in wholes if whole}) > 1 for wholes in (behind, before))


def _is_part(slot: Slot) -> bool:
    return slot.kind is Kind.PERCENT and not slot.numeral.direction and not slot.numeral.flags


def stated(said: Said) -> Stated | None:
    """Each is a share of one whole, and together they are all of it."""
    told = numbered((*said.gaps["parts"], said["rest"]))
    says = f"{sum_of([*told])} {added(told.values())}, not 100%"
    return Stated(declared(*told, THE_WHOLE, counted=False), (*shares_of(told), total_of(told)), says=says)
