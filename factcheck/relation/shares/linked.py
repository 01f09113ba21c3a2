"""The counts that a share is of where neither stands beside it: "312 of the 956 homes were hit, so that 33% are empty"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.relation.alone import are_listed
from factcheck.relation.cues import NOUN, OPEN, RESTATING
from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.relation.parts import OF_THEM, SIZE, are_counted_alike, pairs
from factcheck.relation.shares.evidence import concludes
from factcheck.relation.told import COUNTS, SHARES

STEM = 5  # letters by which a word is known again in another form
LONGEST_NAME = 40  # characters of what a share is said to be of
GROUP = (
    "group|number|figure|field|flock|herd|congress|assembly|membership|electorate|population|intake|staff|workforce|stock|fleet"
    "|audience|crowd|council|chamber|class|party|crew|collection|entry|company|team|roll|cohort|catch|vote|lot|batch|parish|panel"
)
GENERAL = (
    r"\s+of (?:(?:all|the|its|their|our|those|these|that)(?: of)? )?(?:total|whole|sample|network|lot|cases?|them|those|all"
    r"|it|everyone|everybody|anyone|what|who|whoever|this|that)\b"
    rf"|\s+of (?:all|an?|the|its|their|our|those|these|that|his|her)(?: of)? (?:[\w-]+ )?(?:{GROUP})\b"
)
"""After a share of what the sentence is about, in a word that fits anything."""
SAMPLED = (
    r" (?:in (?:the|this|that|our|their) (?:sample|survey|study|poll|trial|group|test)|(?:asked|questioned|surveyed|polled|interviewed"
    r"|sampled|tested|examined|studied|inspected|checked|contacted|seen)\b(?! [a-z]))"
)
"""Behind "of those", where they are all that were counted."""
SET_OFF = (
    r"\s+of (?:all |the |its |their |our |his |her |those |these ){1,2}[\w'’-]+"
    rf"(?: (?!(?:is|was|were|are|had|have|has|\w+ed)\b)[\w'’-]+)?{CLOSE}"
)
"""After a share that ends its clause and has no verb: ", a quarter of the year group."."""
OF_ITS_SORT = r"\s+of (?:its|their|his|her|our|my) (?!(?:total|whole|entire|full)\b)[^\W\d_][\w-]* [^\W\d_]{3,}"
"""Behind a share of some of what belongs to somebody: "which is 45% of its northern workforce"."""
EQUAL = (
    r"(?:\b(?:is|are|was|were|makes?|made|meant|means|be|being|at|about|or|thus|hence|therefore|gives?|giving|leaving"
    r"|puts?|putting|equals?|constitut\w+|represent\w*|form(?:s|ed)?|account\w* for|to)(?: (?:just|only|some|thus|so|up))?"
    rf"|{OPEN}{RESTATING})"
)
"""Before a share that is what the counts come to."""
FIGURE = r"(?:figure|number|share|rate|record|result|success|return|proportion|level)\b"
SO = r"[,;:–—]\s*(?:and )?(?:so|thus|hence|therefore|meaning|which means|so that|that is|in other words,?)(?: that)?"
RATE = (
    r"\b(?:\w*rate|ratio|share|proportion|percentage|turnout|take-up|uptake|attendance|occupancy|coverage|prevalence|quota"
    r"|incidence|positivity|yield|compliance|participation|mortality|vacanc\w+|success|response)\b"
)
"""A word for a share, somewhere before it."""
UNLIKE = (
    r"\b(?:than|up from|down from|rose|fell|grew|compared|previous\w*|year before|on the year|increase\w*|decrease\w*"
    r"|growth|interest|inflation|average|mean|median|points?|discount|margin of error|weighted|target(?! times?\b))\b"
)
"""Words of sentences that compare."""
CASES = r"\s+(?:cases|instances|occasions|people|of (?:them|these|those|which|whom))\b"
VERB = (
    r"\s+(?:were|was|are|is|had|have|has|did|do|came|went|got|took|said|voted|on|in|at|by|for|from|with|out|down|off"
    r"|away|back|[a-z]{3,}ed)\b"
)
"""After a part that has no noun: "956 forms were sent and 312 came back"."""

DID = r"\w{3,}ed|found|struck|won|lost|took|got|kept|saw|made|gave|left|sent|sold|caught|drew"
OTHER_SUBJECT = (
    rf"[,;] (?:and|while|but) (?:the|its|their|his|her) (?!(?:\w+ ){{0,2}}(?:{FIGURE}|{RATE}))[^\W\d_]+(?: [^,;:]{{0,40}})?"
    r" (?:is|was|are|were|stands?|stood)(?: (?:put|set|given|estimated))?(?: (?:at|about))?"
    rf"|,? with (?!(?:\w+ ){{0,3}}(?:{FIGURE}|{RATE}))(?:[^\W\d_]+ ){{1,4}}at"
)
"""Before a share that is told of something else: "and the sensitivity of the test is put at", "with sickness at"."""
OF_ALL = r"\s+of (?:all )?(?:the )?[^\W\d_]+s (?!(?:in|of|for|from|on|with|at|by|who|that)\b)[^\W\d_]+ [^\W\d_]+"
"""Behind a share of everything, with a verb of its own."""
NAMELY = r",\s*(?:namely|or|that is|i\.e\.)"
RESTATED = rf"(?:(?:[–—:(]|\s-)\s*{RESTATING}|{NAMELY})"
THEY = r"[;,.]\s*(?:and )?(?:they|these|those|which) (?:number(?:ed|s)?|total(?:led|s)?|came to)"
"""Before a part that is told again."""
PUT = (
    r"[;,.]\s*(?:and )?(?:(?:the|its|their|an?) )?(?:[\w'’-]+ ){1,3}(?:puts?|gave|gives|set) (?:the|that|their)"
    r" (?:number|figure|total|count)(?: of [\w'’ -]{1,40}?)? (?:at|as)"
    r"|[;,.]\s*(?:and )?(?:the|that) (?:exact|precise|actual) (?:number|figure|count) (?:is|was)"
)
"""Before the number that is told again by somebody: "; the keeper put the number at 312"."""
SO_IN = r"[;,.]\s*(?:and )?(?:that|this)(?: [\w'’-]+){1,6} (?:in|for)"
"""Before the number of cases of which the reason for a share held: "That was the reason in 312 cases"."""


def linked(line: Line, share: Slot) -> Iterator[tuple[Slot, Slot]]:
    """Part and whole of the only share of a sentence, which are its only counts."""
    lone = sum(line.tally[kind] for kind in SHARES) == 1 and share.numeral.surface[0] not in "+-−"
    if not lone or says(UNLIKE, line.text):
        return
    counts = [slot for slot in line.slots if slot.kind in COUNTS and not slot.numeral.flags]
    if len(counts) > len(("part", "whole")):
        counts = [slot for slot in counts if not slot.is_few]
    if len(counts) != len(("part", "whole")) or not are_counted_alike(*counts):
        return
    if share.follows(r";\s*(?:and |but )?") and share.precedes(OF_ALL):
        return  # "312 of the 956 came from women; 45% of all callers had called before"
    if share.precedes(rf"\s+{OF_THEM}(?!{SAMPLED})") and share.index > max(slot.index for slot in counts):
        return  # "312 of the 956 replied, and 45% of those who did"
    told = [*pairs(line, counts)] or [*_outcome(*counts)]
    if told:
        part, whole = told[0]
        if _is_told(line, share, part, whole):
            yield part, whole
        return
    part, whole = sorted(counts, key=lambda slot: slot.value)
    if part.value < whole.value and _is_part(line, part, whole, share):
        yield part, whole


def _outcome(part: Slot, whole: Slot) -> Iterator[tuple[Slot, Slot]]:
    """What came of how many: "31 appeals from 956 notices", "31 samples in 956"."""
    beside = whole.index == part.index + 1 and part.value < whole.value
    if beside and (
        part.precedes(rf"(?:{NOUN}){{1,3}} from (?:the |all |some )?$")
        or (part.precedes(rf"(?:{NOUN}){{1,3}} in (?:every )?$") and (whole.is_closed or whole.precedes(VERB)))
    ):
        yield part, whole


def _is_told(line: Line, share: Slot, part: Slot, whole: Slot) -> bool:
    """Whether a share is that of the two numbers, of which the words say that one is a part of the other."""
    if concludes(line, share):
        return True
    if share.precedes(r"\s+of\b") and not is_of_the_counted(line, share):
        with_both = line.slots[0] in (part, whole) and re.match(r"\s*with\b", line.slots[0].before, re.IGNORECASE)
        ends = share.precedes(SET_OFF) and share.follows(r"[,–—]\s*")
        first = share.index < min(part.index, whole.index)
        return bool((with_both and share.follows(EQUAL)) or ends or (first and _are_bare(part, whole)))
    if share.index < min(part.index, whole.index):
        return share.precedes(r"\s+of\b")
    if share.follows(SO):
        return True
    if share.is_closed or share.precedes(rf"{GENERAL}|\s+of\b"):
        return share.follows(EQUAL) and not share.follows(OTHER_SUBJECT)
    return share.precedes(rf"\s+(?:is|was) (?:an?|the) (?:[\w-]+ ){{0,2}}{FIGURE}")


def is_of_others(line: Line, share: Slot) -> bool:
    """Whether a share is told of other things than the sentence counts: "and 45% of managers", "45% of those who did"."""
    concluded = concludes(line, share)
    if share.follows(r"[,;]?\s+(?:and|but|while|whereas)") or _is_of_them(share):
        return not concluded
    if share.precedes(OF_ITS_SORT):
        return not _is_known(line, share)
    told_again = concluded or share.follows(rf"(?:[:(–—]|\s-)\s*{RESTATING}|in other words,?")
    return share.precedes(r"\s+of\b") and not told_again and not is_of_the_counted(line, share)


def _is_of_them(share: Slot) -> bool:
    """Whether it is a share of what was counted last, and not of all: "45% of those who did", but not ": 45% of them."."""
    told_again = share.follows(rf"[:(–—]\s*{RESTATING}") and share.precedes(rf"\s+of them{CLOSE}")
    return share.precedes(rf"\s+{OF_THEM}") and not told_again


def are_two_things(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether two numbers stand side by side, and no verb before the second: "opened 956 hives and found mites in 312"."""
    did = part.is_named_as(whole) and says(rf"\band\b[^,;:]*\b(?:{DID})\b", line.between(part, whole))
    return are_listed(line, part, whole) and not did


def is_of_the_counted(line: Line, share: Slot) -> bool:
    """Whether a share is said to be of what the sentence names elsewhere, or of things in a word that fits all."""
    return share.precedes(GENERAL) or _is_known(line, share)


def _is_known(line: Line, share: Slot) -> bool:
    """Whether what a share is said to be of is named elsewhere in the sentence, too."""
    named = re.match(r"\s+of\s+([^,;:()–—.]*)", share.after)
    words = re.findall(r"[^\W\d_]{4,}", named[1][:LONGEST_NAME] if named else "")
    others = (line.text.replace(named[0], " ", 1) if named else line.text).lower()
    return any(word[:STEM].lower() in others for word in words)


def _are_bare(*slots: Slot) -> bool:
    """Whether none of some numbers names what it counts."""
    return all(not slot.nouns or slot.precedes(VERB) for slot in slots)


def _is_part(line: Line, part: Slot, whole: Slot, share: Slot) -> bool:
    """Whether the smaller of two numbers is a part of the larger by what little their words say."""
    if whole.follows(r"\b(?:proportion|share|percentage|fraction) of (?:all |the )*"):
        return share.is_closed
    alike = part.precedes(rf"{CASES}|{VERB}") or not part.nouns or part.is_named_as(whole)
    if part.index == share.index - 1 and share.follows(r"[(–—,]\s*") and share.precedes(r"\s*[),–—]"):
        return whole.index < part.index and part.precedes(rf"(?:{CASES})?\s*[(–—,]")
    if not alike:
        return False
    if share.precedes(rf"\s+of\s+{SIZE}$") and whole.index == share.index + 1:
        return part.is_closed or part.precedes(VERB)
    rated = says(RATE, line.text) and share.is_closed and share.follows(EQUAL)
    if whole.index < part.index and (rated or share.follows(SO)):
        return True
    return rated and whole.follows(SIZE)


def restating(line: Line, share: Slot) -> Iterator[tuple[Slot, Slot]]:
    """The part that tells a share once more: "of the 956 seats, 33% had gone by noon – 312, they say"."""
    if says(UNLIKE, line.text):
        return
    counts = [slot for slot in line.near(share) if slot.kind in COUNTS and not slot.numeral.flags]
    before = [slot for slot in counts if slot.index < share.index]
    after = [slot for slot in counts if slot.index > share.index]
    if after and (_is_again(after[0], RESTATED) or _is_so_in(share, after[0])):
        yield from ((after[0], whole) for whole in before if whole.value > after[0].value)
    if len(after) > 1 and share.precedes(r"\s+of\b[^,;:]*$") and _is_again(after[1], rf"{NAMELY}|{PUT}") and not before:
        yield after[1], after[0]


def _is_so_in(share: Slot, part: Slot) -> bool:
    told = share.precedes(rf"\s+{OF_THEM}") and part.follows(SO_IN)
    return told and part.precedes(rf"\s+(?:cases|instances|occasions|of them){CLOSE}")


def _is_again(part: Slot, pattern: str) -> bool:
    told = part.follows(rf"{pattern}|{THEY}")
    return told and part.precedes(rf"(?: (?:in all|altogether|of them|people|in number))?{CLOSE}")
