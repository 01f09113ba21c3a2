"""A part that is larger than the whole it is said to be of: "965 of the 956 cases", "132% of the 956 cases"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation import Example, Line, Said, Slot, Stated
from factcheck.relation.asked import ending
from factcheck.relation.cues import NOUN, OF_WHOM
from factcheck.relation.line import says
from factcheck.relation.parts import OF, PLAIN, WHOLE, begins_with
from factcheck.relation.ratios.rated import POWERS
from factcheck.relation.shares.antecedent import (
    AFRESH,
    AMONG_THEM,
    INCLUDING,
    OF_THEM,
    THE_NUMBER_OF_THEM,
    THEM,
    is_last_told,
)
from factcheck.relation.shares.some import counts_people, is_named_again, is_some, is_some_of_a_strong
from factcheck.relation.shares.such import is_of_a_sample, is_of_such, is_of_those_entitled, is_of_those_who_did
from factcheck.relation.stating import THE_PART, THE_WHOLE, counts_of, shares_of
from factcheck.text.marks import MARK

COUNTED = frozenset({Kind.COUNT, Kind.MEASURE})
GAPS = {"part": COUNTED, "whole": COUNTED, "share": frozenset({Kind.PERCENT})}
SETS = (
    rf"(?:an?|the|its|their|our|this|that)\s+{PLAIN}{{0,3}}?(?:sample|cohort|group|class|roll|roster|rota|list|register"
    r"|panel|party|audience|crowd|team|herd|flock|council|chamber|corps|field|pool|workforce|membership|staff|crew|fleet"
    r"|squad|electorate|shortlist|set|catalogue|collection|total|batch)\s+of\s+"
)
"""Before a number of which some are taken: "a sample of", but not "a low of"."""
AMONG = rf"(?:(?:out of|of|among|amongst) {WHOLE}|(?:within|from|out of) {SETS})"
WITHIN = rf"(?:{NOUN}){{0,2}}(?:\s+(?:among|amongst|out of|from among)\s+{WHOLE}|,?\s+(?:from|on)\s+{SETS})$"
OUT_OF_ALL = (
    rf"(?:{NOUN}){{0,9}},?\s+out of (?:an?|the|its|their) (?:overall |grand )?total (?:number )?of(?: the)?\s*$"
)
"""Between a part and all of them, however far apart they stand."""
REACHED = frozenset(
    {"as many as", "as few as", "up to", "no fewer than", "no more than", "not more than", "at most", "fewer than"}
)
MOST_COUNTS = 40  # of one sentence
NAMED = 80  # characters behind a number in which what it counts is named
OF_ITS = r"\s+of (?:its|their|his|her|the) [\w-]+\b"
OF_SUCH = r"\b(?:of|among) (?:these|those) (?P<things>[^\W\d_]+s|people|children|men|women),?(?: only| just| some)?"
"""Before a part of things that are named again: "Of these fires, 312"."""
HOLDING = r"\b(?:of|with|for|full|contain\w*|hold\w*|carr\w+|sell\w*|show\w*) (?:[^\W\d_]+ ){0,2}?[^\W\d_]+s\b"
"""Between a number of things and "including": what they hold may be meant."""
AMONG_PEOPLE = r"(?:\s+[^\W\d_][\w'’-]*){1,3}\s+(?:among|amongst) (?:them|these|those)\b"
THERE_ARE = (
    r"there(?: (?:were|are|was|is|will be|would be)|['’]re| (?:have|has|had) been)|numbering|(?:^|[,;:.(–—]\s*)"
    r"(?:the|its|his|her|their|our|these|those|such|other|more)\s+(?:[^\W\d_][\w'’-]*\s+){0,3}?[^\W\d_]+s[,–—(]"
)
"""Before all of them: "there were 956 of them", "the letters, 956 of them"."""
EACH = r"(?:\s+[^\W\d_][\w'’-]*){1,3}?\s+(?:each|apiece|per|an? (?:day|week|month|year|night|head|game|match))\b"
PASSED = "(?:ago|back|earlier|before|previously)"
PAST = rf"(?:\s+[a-z]+)?\s+{PASSED}\b"
"""Behind a time that has passed: "the 312 of five seasons back"."""
PER = r"per|every|each|a|for every|out of every|in every"
BEING = r"(?:\s+[^\W\d_][\w-]*)?\s+being\b(?! (?:sought|needed|wanted|required|planned|expected|added)\b)"
"""After the part of what stands before the comma: "12 stations, 39 being let"."""
ALL = r"(?:not )?all(?: of)?(?: the| its| their| these| those)?"
DID = r"\s+(?:did|do|does|have|had|has|were|was|are|is|will|would|could|can)(?: not|n['’]t)?(?=\s*(?:[.,;)]|$))"
"""After a part of which the same is told again, or denied."""
THOSE_OF = rf"(?:^|[,;:.]\s+)(?:(?:out )?of|among|amongst) (?:all )?(?:the|those|these|its|their)\b(?:(?!{MARK})[^,;:.()–—])*[,(–—]\s*"
"""Before a number that tells how many those are of which some are told next: "of the letters sent out, 956 in all, 312 …"."""
ONCE = r"(?:^|[.;:]\s+)[\"“‘]?(?:when|once|after)\b[^,;:.()–—]*"
IS = r"\s+(?:is|are|am|be|has|have|do|does|will|would|can|could|may|might|who|from|in|on|at|under|over|aged|of)\b"
CAME = r"\s+(?:[a-z]+ly )?(?:[a-z]+ed|came|went|were|was|had|got|fell|left|stood|sat|took|gave|said|told|sent|kept|lost|won|found)\b"
"""After a number of things that are not named, as they were named before."""
IN_ALL = rf"(?:\s+in (?:number|all|total)|\s+altogether|\s+all told|(?!{CAME}|{IS})(?:{NOUN}){{0,2}})\s*[,)–—]"
AND_DID = r"and (?:[a-z]+ly )?[a-z]+(?:ed|ught|nt|ld|st)(?: only| just)?"
INCLUDED = r"\b(?:those|these|them) included\b|\b(?:including|counting) (?:those|these|them)\b"
NOW_HAS = r"\b(?:now|today) (?:counts?|has|have|numbers?|boasts?|totals?|lists?)(?: (?:about|some|nearly|almost|over))?"
"""Before a number that has taken the place of one before."""
JOINED = rf"(?:{NOUN}){{1,3}}\s+and\s*$"
"""Between two numbers of which some are meant together."""
ANCHOR = "part"
PHRASES = (
    rf"{{part}} (?:out )?of <the> {{whole}}(?! (?:[a-z]+ )?{PASSED})",
    r"{share} of <the> {whole}",
)
EXAMPLES = (
    Example("Facebook was used in 312 of the 956 cases.", holds=True),
    Example("Facebook was used in 965 of the 956 cases.", holds=False),
    Example("Facebook was used in 13.2% of the 956 cases.", holds=True),
    Example("Facebook was used in 132% of the 956 cases.", holds=False),
    Example("Nearly all 12 of them came.", holds=None),
    Example("The fire ruined 956 homes, 312 of them beyond repair.", holds=True),
    Example("The fire ruined 312 homes, 956 of them beyond repair.", holds=False),
    Example("Out of 956 schools, 312 were shut.", holds=True),
    Example("Out of 312 schools, 956 were shut.", holds=False),
    Example("Of the 12 schools, 956 pupils knew nothing.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A count that is told to be among others: the nearest before it, or any that is large enough."""
    counts = [slot for slot in line.slots if slot.kind in COUNTED and not slot.numeral.flags]
    for index, part in enumerate(counts[:MOST_COUNTS]):
        if part.follows(PER):
            continue  # "3.2 for every 1,000 of its 956 inhabitants"
        wholes = [slot for slot in counts[max(index - 2, 0) : index][::-1] if _is_whole(slot)]
        for after in counts[index + 1 : index + 2]:
            if after.index == part.index + 1 and _is_whole(after) and _is_of_the_next(line, part, after):
                yield line.said(part=part, whole=after)
        for whole in wholes:
            if part.precedes(OF_WHOM) and (_is_one_of_two(line, whole) or part.follows(NOW_HAS)):
                continue  # "32 letters and 48 emails, 52 of them from outside", "had 32 friends and now has 48 of them"
            told = _is_of_them(line, part, whole) and is_last_told(line, part, whole)
            if told or _is_of_such(part, whole) or _is_right_behind(part, whole):
                yield line.said(part=part, whole=whole)
            elif whole.index == part.index - 1 and (_is_implied(part, whole) or is_some(line, part, whole)):
                yield replace(line.said(part=part, whole=whole), words={"implied": ""})


def _is_one_of_two(line: Line, whole: Slot) -> bool:
    """Whether another number of the like is joined to it by "and"."""
    before = line.slots[whole.index - 1 : whole.index] if whole.index else ()
    return any(slot.is_like(whole) and slot.precedes(JOINED) for slot in before) and bool(whole.nouns)


def _is_of_the_next(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether a number is a part of the next one: "312 of the 956", "312; there had been 956, those included"."""
    included = (
        whole.follows(rf"{THERE_ARE}")
        and says(INCLUDED, whole.after)
        and says(r"^[^.]*[;,]", line.between(part, whole))
    )
    told = is_of_such(part, whole) or is_of_those_entitled(line, part, whole)
    return included or told or part.precedes(rf"\s+{OF}$|{WITHIN}|{OUT_OF_ALL}")


def _is_implied(part: Slot, whole: Slot) -> bool:
    """Whether things that are not named are some of those before: "when 956 forms went out, 312 came back"."""
    if part.nouns and not part.precedes(CAME):
        return False
    return (
        (whole.follows(ONCE) and part.follows(r",\s*(?:only |just )?") and part.precedes(CAME))
        or (whole.follows(ALL) and part.follows(AND_DID) and part.is_closed)
        or (whole.follows(ALL) and part.precedes(DID))
    )


def _is_whole(slot: Slot) -> bool:
    """Whether there may be a part of it: of "the main one" and "per 1,000" there is none."""
    return slot.value > 1 and not slot.follows(PER) and not slot.precedes(rf"{EACH}|{PAST}|\s+overs\b")


def _is_of_them(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether the words beside a number tell that it is a part of what was counted before."""
    if part.precedes(AMONG_PEOPLE) and part.nouns and counts_people(whole) and not counts_people(part):
        return False  # "a survey of 312 farmers found 956 thefts among them"
    if part.precedes(OF_THEM) or (whole.precedes(r"[\s-]strong\b") and part.precedes(OF_ITS)):
        return not part.follows(THERE_ARE)
    if is_named_again(part, whole) or is_some_of_a_strong(part, whole) or part.follows(THE_NUMBER_OF_THEM):
        return True
    if is_of_a_sample(line, part, whole) or is_of_those_who_did(part, whole):
        return True
    if part.follows(AMONG_THEM):
        return _is_of(part, whole) or not part.follows(rf"of {THEM},?")
    return part.follows(INCLUDING) and not says(HOLDING, line.between(whole, part))


def _is_of_such(part: Slot, whole: Slot) -> bool:
    """Whether a part is told to be of things that a number before counts by the same name."""
    named = ending(OF_SUCH).search(part.before)
    earlier = re.split(r"\b(?:these|those)\b", whole.after[:NAMED])[0]
    return named is not None and says(rf"\b{re.escape(named['things'])}\b", earlier)


def _is_right_behind(part: Slot, whole: Slot) -> bool:
    """Whether the words between a number and the next one tell that it is a part: "of the 956, 312 …"."""
    if whole.index != part.index - 1:
        return False
    if whole.follows(r"how many of (?:the|its|their|these|those|all)(?: the)?") and part.is_closed:
        return part.follows(r"[,?]\W*(?:(?:just|only|some|in the end,?)\s*)?")
    if re.search(AFRESH, whole.after):
        return False
    if part.precedes(BEING) and part.follows(r",\s*(?:with )?"):
        return True
    if part.follows(r"to|by|at|(?:of|among|amongst) (?:the|these|those|its|their|his|her|our)") or (
        whole.follows(SETS) and part.nouns and not whole.nouns
    ):
        return False
    if whole.follows(THOSE_OF) and whole.precedes(IN_ALL):
        return not part.nouns or part.precedes(CAME) or part.follows("were|was|are|is")
    return begins_with(whole, AMONG) and _is_of(part, whole)


def _is_of(part: Slot, whole: Slot) -> bool:
    """Whether the part counts no other things: "of the 12 houses, 35 rooms …"."""
    return not part.nouns or not part.nouns[0].endswith("s") or part.is_named_as(whole)


def stated(said: Said) -> Stated | None:
    """The part is at most the whole."""
    if "part" in said and said["part"].value in POWERS and said["part"].exact_value > said["whole"].exact_value:
        return None  # "331.7 for each 100,000 of the 23,513 people"
    if not all(_is_counted(numeral) for gap, (numeral,) in said.gaps.items() if gap != "share"):
        return None
    if "share" in said:
        claims = (*counts_of({THE_WHOLE: said["whole"]}), *shares_of({THE_PART: said["share"]}))
        doubt = "the whole is only compared with, and what is told is no part of it"
        says = f"{{{THE_PART}}} of {{{THE_WHOLE}}} would be more than all"
        return Stated({THE_PART: {"amount": "true"}, THE_WHOLE: {}}, claims, doubt, says=says)
    part, whole = _reached(said["part"]), said["whole"]
    if part.kind is Kind.COUNT and whole.kind is Kind.MEASURE:
        part = replace(part, kind=whole.kind, unit=whole.unit)  # "312 of its 956 acres"
    if (part.kind, part.unit) != (whole.kind, whole.unit):
        return None
    bound = {"kind": "bound", "quantity": THE_PART, "side": "at most", "than": THE_WHOLE}
    doubt = "other things are counted than before" if "implied" in said.words else ""
    says = f"{{{THE_PART}}} cannot be part of {{{THE_WHOLE}}}"
    return Stated(
        {THE_PART: {}, THE_WHOLE: {}}, (*counts_of({THE_PART: part, THE_WHOLE: whole}), bound), doubt, says=says
    )


def _reached(part: Numeral) -> Numeral:
    """The part without the hedge of "as many as", which tells a number that was reached."""
    hedge = part.hedge
    return replace(part, hedge=None) if hedge is not None and hedge.surface.lower() in REACHED else part


def _is_counted(numeral: Numeral) -> bool:
    adjective = numeral.kind is Kind.MEASURE and "-" in numeral.surface  # "the 312-acre farm"
    return numeral.form in (Form.DIGITS, Form.WORDS) and numeral.quantum == 1 and not adjective
