"""Whether two numbers are those that a multiple beside them compares: "twice as many by road as by rail: 214 against 107"."""

from __future__ import annotations

import re

from factcheck.numeral import Kind
from factcheck.relation.compared import UNREAL
from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.relation.told import COUNTS
from factcheck.text.language import load

SORTS = COUNTS | {Kind.DURATION}
THINGS = (
    "number|size|amount|figure|total|sum|price|cost|rate|length|height|weight|level|tally|count|volume|value"
    "|age|capacity"
)
REPEATED = (
    r"\s+(?:an?|per|each|every|in|since|before|during|on|at|between|and|or|but|for|running|over|more|world"
    r"|national|olympic|previously|now|champion\w*|winner\w*)\b"
)
"""Behind a multiple that tells how often something was done."""
REFERRING = (
    r"\s+(?:(?:as \w+|larger|more|bigger|higher) (?:as|than) (?:it|they|there|we|he|she|that|those|what)|their"
    r"|our|what)\b"
)
"""Behind a multiple whose other end a word stands for."""
BOTH_SIDES = (
    r"\s+as [\w-]+(?: (?!as\b)[\w'’-]+){1,5} as (?!(?:in|on|at|last|during|before|it|they|a|the (?:year|month|week|day))\b)"
    r"(?:[\w'’-]+ ?){1,4}(?:[.,;:)\"”]|$)"
)
"""Behind a multiple of which both ends are named: "twice as many against as for"."""
RESULTING = (
    r"(?:[,:(–—.]|\b(?:so|thus|hence|meaning|or|i\.e\.|words,?|means|that is|this is|it is|which is|was"
    r"|there (?:are|were)))(?: that)?"
)
BEHIND = r"[:(–—-]\s*[^:(–—]{0,40}$|,[^,]{0,40}$"
AGAINST = r"^,?[^,;:.]{0,40}\b(?:against|to|versus|vs|compared|from)\b"
COMPARAND = r"^\s+(?:as (?:many|much|often|long|high|large|big|great)\b ?)?(?P<told>[^.;:,(–—]*)"
THE_THING = (
    r"^\s+(?:as (?:many|much)|the (?:number|amount) of|the)(?P<told>(?: (?!(?:as|of|in|last|this|since|on|than|before|the|it|year)\b)"
    r"[\w'’-]+){1,3})(?: there (?:were|are))?\s*(?:[.,;:)?!–—]|$)"
)
"""Behind a multiple, what it is of and nothing else."""
FORMER, LATTER = r"\s+of the (?:former|first)\b", r"\s+of the (?:latter|second)\b"
POINTING = r"\b(?:former|latter|first|second|third|one|other|their|our|his|her|theirs|ours|both)\b"
AS_IT_WAS = r"^\s+(?:as \w+ as|what|than) (?:it|they|he|she) (?:is|are|was|were|had|used)\b[^,;:(–—]*[.!?]?$"
NORMS = (
    r"\b(?:usual|normal|ordinary|expected|average|typical|customary)\w*",
    (
        r"\b(?:room|capacity|places?|spaces?|seats?|hold|holds|take|takes|fits?|built for|designed for"
        r"|on offer|(?:can|could) \w+|accepts?|admits?)\b"
    ),
    (
        r"\b(?:last|previous|before|earlier|ago|former\w*|then|old|first|beginning|start|began|opened|planned|budgeted"
        r"|meant"
        r"|intended|supposed|scheduled|due|promised|hoped)\b"
    ),
)
"""Words of one sort, by some of which a number may be told before and by others be compared with."""
ROOT = 5  # letters by which a word is known again
MOST_APART = 12  # that two numbers may be further apart than the multiple tells, where a digit slipped


def are_compared(line: Line, times: Slot, first: Slot, last: Slot) -> bool:
    """Whether the only two like numbers beside a multiple are told of the things that it compares."""
    if len(others(line, times)) != len(("more", "less")):
        return False
    apart = max(first.value, last.value) / min(first.value, last.value) if first.value and last.value else 0
    if not 0 < apart < MOST_APART * max(times.value, 1 / times.value) or says(UNREAL, line.between(first, last)):
        return False
    words = line.between(first, last)
    if says(r";|\.\s", words) or last.precedes(r"\s+of (?:it|them|which|whom|that|these|those)\b"):
        return False
    behind = first.index > times.index and says(BEHIND, line.between(times, first))
    if behind and (says(AGAINST, words) or (first.precedes(FORMER) and last.precedes(LATTER))):
        return True
    if first.index < times.index < last.index and first.follows(r"\(") and last.follows(r"\(") and last.precedes(r"\)"):
        return True
    between = first.index < last.index < times.index
    both_sides = between and times.precedes(BOTH_SIDES) and times.follows(RESULTING)
    if not both_sides and is_elsewhere(line, times, first, last):
        return False
    if not (both_sides or first.is_named_as(last) or times.precedes(REFERRING) or _recurs(line, times, first, last)):
        return between and _names_one(times, first, last)
    if first.index > times.index:  # "twice as many by road as by rail: 214 against 104"
        return _recurs(line, times, first, last)
    return (
        not (first.index < times.index < last.index)
        or last.precedes(CLOSE)
        or last.follows(
            r"than|as|to|of"
            r"|for|was|had"
        )
    )


def others(line: Line, times: Slot) -> list[Slot]:
    """The numbers of a sentence besides a multiple; a few in words are none of them where there are more than two."""
    told = [slot for slot in line.slots if slot.kind in SORTS and slot.index != times.index]
    if len(told) > len(("more", "less")):
        told = [slot for slot in told if not slot.is_few]
    return told


def _names_one(times: Slot, first: Slot, last: Slot) -> bool:
    """Whether what a multiple is of is what one of two numbers before it counts, and nothing further is compared with.

    "It sold 312 vans and 104 cars, three times as many vans."
    """
    found = re.match(THE_THING, times.after, re.IGNORECASE)
    told = {word[:ROOT] for word in _words(found["told"])} if found is not None else set()
    return bool(told) and any(told & {noun[:ROOT] for noun in slot.nouns} for slot in (first, last))


def is_of_a_thing(times: Slot) -> bool:
    """Whether a multiple is of what is told beside it, and of nothing at another place or time: "twice the audience."."""
    found = re.match(THE_THING, times.after, re.IGNORECASE)
    return found is not None and not any(says(norm, found["told"]) for norm in NORMS)


def is_elsewhere(line: Line, times: Slot, first: Slot, last: Slot) -> bool:
    """Whether what is compared with is told by neither number before the multiple: "twice as many as in April"."""
    if last.index > times.index:
        return False
    found = re.match(COMPARAND, times.after, re.IGNORECASE)
    dull = load(line.language).sentences.function_words
    told = [
        word
        for word in _words(found["told"] if found else "")
        if word not in dull and not says(rf"^(?:{THINGS})$", word)
    ]
    before = f"{first.before}{line.between(first, times)}".lower()
    if found is not None and says(AS_IT_WAS, times.after):
        return True
    if not told or any(word[:ROOT] in before for word in told) or (found and says(POINTING, found["told"])):
        return False
    compared = " ".join(told) if found is None else found["told"]
    return not any(says(norm, compared) and says(norm, before) for norm in NORMS)


def _recurs(line: Line, times: Slot, first: Slot, last: Slot) -> bool:
    """Whether the words beside both numbers stand in the comparison before: "three times as many by train (312) as by bus (104)"."""
    if first.index > times.index:
        compared = line.between(times, first)
        if first.follows(r"\(") and last.follows(r"\("):
            return True
    else:
        compared = re.split(r"[.;:]", times.after)[0]
    told = {*_words(compared)}
    named = [{*_words(re.split(r"[,;:.]", slot.after)[0])} & told for slot in (first, last)]
    return all(named) and named[0] != named[1]


def _words(words: str) -> list[str]:
    return re.findall(r"[^\W\d_]{3,}", words.lower())
