"""A change and the only two numbers of its sentence that it can be between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.numeral import Form, Kind
from factcheck.relation.compared import ANOTHER
from factcheck.relation.cues import FALL, RISE, THE
from factcheck.relation.ends import alike, between, in_order
from factcheck.relation.line import Line, Slot, in_unit_of, says
from factcheck.relation.times import is_earlier
from factcheck.relation.told import COUNTS
from factcheck.text.marks import MARK

AMOUNTS = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE, Kind.POINTS})
FEW = 4
FEWEST = 2  # numbers before a change that is told last
TIMES = Fraction(3)  # that a change may be told too large or too small
POINTS = Fraction(15, 100)
PART = (
    r"(?:\s+|-)(?:of (?!(?:a|one) (?:percentage )?points?\b)|share|stake|turnout|chance|interest|rate|discount"
    r"|target|majority|tax|VAT|per cent)"
)
"""Behind a share that is none of a change."""
LOOSELY = (
    r"\s*(?:(?!(?:over|under|after|other|number|per|never|ever|whether|member|water|power)\b)\w+er|more|less"
    r"|fewer|ahead of|above|below|on the|on last"
    rf"|on a|in (?:a|one|two|three|five|ten)|since|year[- ]on[- ]year|(?:-points?)?\s*(?:{RISE}|{FALL}))\b"
)
NOUN_OF = (
    r"\b(?:an?|the|its|their) (?:[\w-]+ )?(?!share|total|majority|margin|turnout|rate|third|quarter|half"
    r"|proportion|percentage|stake|chance)[\w-]+ of (?:(?:about|some|just|only|nearly|almost|over) )?"
)
THAN = (
    r"\s*(?:more|less|fewer|\w+er)(?: [\w-]+)? than (?!in\b|last\b|the (?:previous|year|month|week)|a (?:year"
    r"|month)|before|ever)"
)
OF_ITS_OWN = (
    r"\s+in (?!(?:the|an?|one|two|three|four|five|its|their|under|over|less|just|all|real|total"
    r"|each)\b)[a-z]+(?: [a-z]+)?[.,;]"
)
"""Behind a change that is told of something else: "a rise of 2% in council tax"."""
OWN = (
    r"\b(?:in which|during which|as|because|since|when|where|after|until|although|though|just as)"
    r"(?: (?:the|its|their|his|her|our))? (?!(?:it|they|he|she|we|you|there|this|that|these|those|then|and|the)\b)[^\W\d_]"
)
"""How a clause begins that may have a subject of its own."""
CHANGED = r"(?:\w+ed|grew|fell|rose|went up|went down|shrank|sank|slid|grown|fallen|risen|shrunk)(?: by)? "
OWN_CLAUSE = rf"{OWN}([\w'’-]* (?:[^\W\d_][\w'’-]* ){{0,3}}?)(?:(?:has|have|had) )?"
"""Before a change that a clause tells of its own subject: "in a year in which the world fleet grew by 2%"."""
ANYTHING = "figure number total count tally rate share level sum value price cost".split()
CONCLUDING = r"^\W*(?:in other words|put (?:another way|differently)|that (?:is|was|means)|this (?:is|was|means)|so|thus|hence)\b"
WHOLE = r"(?:^|[.,;:]\s)\W*(?:out )?of (?:the |its |their |all )?$"
OTHERS = r"\b(?:respectively|of whom|of which|of them|of these|both|target|forecast|average|each|every)\b"
MOVED = (
    r"rose|risen|rising|grew|grown|growing|fell|fallen|falling|dropp\w+|climb\w+|shrank|shrunk|shrinking|sank|sunk"
    r"|swelled|soar\w*|jumped"
)
THEN = (
    r"now|then|last|previous\w*|prior|earlier|later|became|become|estimated?|budget\w*|forecast|planned|target|before"
    r"|ago|once|used to|to-?day|january|february|march|april|june|july|august|september|october|november|december"
    r"|19\d\d|20\d\d"
)
"""Words of a sentence that compares two times, or a plan with what came of it."""
OF_WHOLE = (
    rf"\b(?:(?<!ahead )(?<!instead )of (?:(?:the|its|their|his|her|all|these|those) )?{MARK}|out of\b|among\b"
    r"|of (?:them|these|those|whom|which)|share|proportion|rate)\b"
)
"""Words of a sentence that tells a part of a whole."""


def moved(line: Line, is_change: Callable[[Slot], bool]) -> Iterator[tuple[Slot, Slot, Slot]]:
    """The old number, the new one and the change between them, where no other numbers can be meant."""
    told = [slot for slot in line.slots if slot.kind in AMOUNTS and slot.numeral.value is not None]
    changes = [slot for slot in told if is_change(slot)]
    if len(changes) > 1 or says(OTHERS, line.text):
        return
    for amount in changes or [slot for slot in told if len(told) == 1 and _may_be_change(slot)]:
        pair = _only_two(line, amount)
        if pair is None or is_parted(line, amount, *pair):
            continue
        ways = in_order(*pair)
        if len(ways) == 1 or (changes and _is_beside(amount, *pair)):
            yield from ((old, new, amount) for old, new in ways if _is_near(amount, old, new))


def is_parted(line: Line, amount: Slot, first: Slot, last: Slot) -> bool:
    """Whether the change is told of something else, or both numbers of things that stand side by side."""
    if amount.index > last.index and says(ANOTHER, line.between(last, amount)):
        return True
    if amount.precedes(OF_ITS_OWN) and amount.index > last.index:
        return True
    if amount.index < first.index and says(CONCLUDING, line.text):
        return True  # what is concluded stands behind what it is concluded from
    if says(WHOLE, first.before) or is_of_another_subject(line, amount):
        return True
    if amount.precedes(THAN) and not first.index < amount.index < last.index:
        return True
    beside = says(r"^[^,;:]*\band\b[^,;:]*$", between(first, last))
    return beside and not (is_earlier(first, last) or is_earlier(last, first))


def is_of_another_subject(line: Line, amount: Slot) -> bool:
    """Whether a clause with a subject that is named nowhere before it tells the change, and the numbers stand before."""
    verb = "" if amount.kind is Kind.MULTIPLE else rf"{CHANGED}{THE}"
    own = re.search(rf"{OWN_CLAUSE}{verb}$", amount.before, re.IGNORECASE)
    if own is None or amount.index < FEWEST or amount.precedes(r"\s*,? (?:from|to)\b"):
        return False
    head = amount.before[: own.end(1)].split()[-1].lower()
    earlier = line.text[: line.text.rfind(own[0])].lower()
    return head not in ANYTHING and not says(rf"\b{re.escape(head)}", earlier)


def is_of_others(line: Line, amount: Slot, ends: list[Slot]) -> bool:
    """Whether a change is told of other things than its sentence counts: "a rise of 3% in council tax"."""
    own = amount.precedes(OF_ITS_OWN) and all(end.index < amount.index for end in ends)
    return own or is_of_another_subject(line, amount)


def _is_beside(amount: Slot, first: Slot, last: Slot) -> bool:
    """Whether the numbers are named alike, and no other clause stands between them and the change."""
    return ";" not in f"{amount.before}{amount.after}" and not set(first.nouns).isdisjoint(last.nouns)


def _may_be_change(slot: Slot) -> bool:
    if slot.kind not in (Kind.PERCENT, Kind.FRACTION) or slot.numeral.flags or slot.precedes(PART):
        return False
    return (
        slot.precedes(LOOSELY)
        or slot.follows(NOUN_OF)
        or slot.follows(r"[a-z]+(?:ed|en|ing)(?: by)?(?: (?:a further|another|about|nearly|almost|some))?")
    )


def _only_two(line: Line, amount: Slot) -> tuple[Slot, Slot] | None:
    """The only two like numbers, which are shares where the change is one of shares."""
    counts = [slot for slot in line.slots if slot.kind in (*COUNTS, Kind.RATE) and _is_end(slot)]
    shares = [slot for slot in line.slots if slot.kind is Kind.PERCENT and slot.index != amount.index]
    ends = shares if amount.kind is Kind.POINTS or len(shares) == 2 else counts
    if amount.kind is not Kind.POINTS and len(shares) not in (0, 2):
        return None
    if len(ends) == 3 and ends[0].kind is Kind.COUNT:
        ends = [slot for slot in ends if slot.kind is not Kind.COUNT]
    if len(ends) != 2:
        return None
    first, last = ends
    if first.kind is not last.kind and Kind.COUNT in {first.kind, last.kind} and first.kind is not Kind.RATE:
        last = in_unit_of(last, first) if last.kind is Kind.COUNT and not last.nouns else last
    pair = next(alike(first, last), None)
    return pair if pair is not None and (pair[0].is_named_as(pair[1]) or _is_tied(pair[0])) else None


def _is_tied(first: Slot) -> bool:
    """Whether the words behind a number lead on to the one that it is compared with."""
    return says(
        r"\b(?:from|against|compared|than|to|instead|versus|beat|having|once|previous|last|earlier|ago|before)\b",
        first.after,
    )


def _is_end(slot: Slot) -> bool:
    few = slot.numeral.form is Form.WORDS and slot.value < FEW if slot.numeral.value is not None else True
    return not few and not slot.numeral.flags and re.match(r"\s+(?:years?|months?|weeks?|days?)\b", slot.after) is None


def _is_near(amount: Slot, old: Slot, new: Slot) -> bool:
    """Whether the change is about as large as it is told."""
    if amount.kind is Kind.MULTIPLE:
        apart = max(old.value / new.value, new.value / old.value)
        return amount.value / TIMES <= apart <= amount.value * TIMES
    apart = abs(new.value - old.value) / (1 if amount.kind is Kind.POINTS or old.kind is Kind.PERCENT else old.value)
    size = abs(amount.value)
    if old.kind is Kind.PERCENT:
        return size / TIMES <= apart <= size * TIMES
    return abs(apart - size) <= POINTS or size / TIMES <= apart <= size * TIMES
