"""Whether a change is told of what its sentence counts, or of something else that stands beside it."""

from __future__ import annotations

import re

from factcheck.numeral import Kind
from factcheck.relation.changes.ends import AND, between
from factcheck.relation.changes.times import MONTH, is_earlier
from factcheck.relation.compared import ANOTHER
from factcheck.relation.cues import CHANGE, THE
from factcheck.relation.line import Line, Slot, says
from factcheck.relation.lists import LINK
from factcheck.text.marks import MARK

FEWEST = 2  # numbers before a change that is told last
STEM = 5  # letters by which a word is known again in another form
THAN = (
    r"\s*(?:more|less|fewer|\w+er)(?: [\w-]+)? than (?!in\b|last\b|the (?:previous|year|month|week)|a (?:year"
    r"|month)|before|ever)"
)
OF_ITS_OWN = (
    r"\s+in (?!(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|its|their|under|over|less|just|all|real|total"
    r"|each|that|this|those|these|so|only|about|nearly|barely|recent|size|number|value|volume|cash|money)\b)[a-z]+(?: [a-z]+)?[.,;]"
    r"|\s+(?:in|of) (?:its|their|his|her) (?:public |private |own |other |annual )?(?:funding|staff|fees|rents?|wages|pay|prices|fares"
    r"|grants?|subsid(?:y|ies)|salar(?:y|ies)|rates?|taxes)\b"
)
"""Behind a change that is told of something else: "a rise of 2% in council tax"."""
DATED = (
    rf"(?: (?:the|early|late|mid|end of|start of|beginning of|last|this|next|that))*[ -]"
    rf"(?:{MONTH}|(?:sun|mon|tues|wednes|thurs|fri|satur)day"
    r"|(?:mid)?(?:spring|summer|autumn|winter|year|month|week|season|quarter|term|decade)|christmas|easter|midnight|noon|then)\b"
)
"""Behind "since" and the like, a time: no clause begins there."""
OWN = (
    rf"\b(?:in which|during which|as(?! of\b)|because(?! of\b)|when|where|although|though|just as"
    rf"|(?:since|after|until)(?!{DATED})"
    r"|with(?! an?\b)(?= [^,;:\d]{1,40} (?:at|up|down)\b))"
    r"(?: (?:the|its|their|his|her|our))? (?!(?:it|they|them|he|him|she|we|you|there|this|that|these|those|then|and|the)\b)[^\W\d_]"
)
"""How a clause begins that may have a subject of its own."""
APPOSED = rf"^,(?:[^;:]*,)? (?:or )?(?:an?|the)(?: [\w'’-]+)?(?: (?:{CHANGE})(?: \w+)? of(?: \w+)?)?\s*$"
"""Between the end of such a clause and a change in apposition to all that was told: ", a rise of"."""
CHANGED = r"(?:\w+ed|grew|fell|rose|went up|went down|shrank|sank|slid|grown|fallen|risen|shrunk)(?: by)? "
OWN_CLAUSE = rf"{OWN}([\w'’-]* (?:[^\W\d_][\w'’-]* ){{0,3}}?)(?:(?:has|have|had) )?"
"""Before a change that a clause tells of its own subject: "in a year in which the world fleet grew by 2%"."""
ANYTHING = "figure figures number numbers total totals count tally rate share level sum value price cost audience estimate base".split()
OF_THINGS = r"(?: of (?:(?:the|its|their|his|her|all|those) )?(?P<things>[^\W\d_]+))?"
"""Behind such a word, what there are so many of."""
OF_ITS_OWNER = (
    r"[;,]\s*(?:and |but |while )?(?:its|their|his|her) (?:\w+ )?"
    rf"(?!(?:{'|'.join(ANYTHING)})\b)[^\W\d_]+ (?:is|was|are|were)\b"
)
"""A clause about something else that belongs to what was told of: "; its building programme is put at"."""
ASSUMING = r"\bwhich (?:assumes?|implies|supposes)\b"
OF_RIVALS = r"[;,]\s*(?:and |but |while )?(?:its|their|his|her) (?:[\w-]+ )?[\w-]+['’]s?\s"
"""Before a change that is told of somebody else: "; its rival's sales grew by 3%"."""
MOVED = (
    r"rose|risen|rising|grew|grown|growing|fell|fallen|falling|dropp\w+|climb\w+|shrank|shrunk|shrinking|sank|sunk"
    r"|swelled|soar\w*|jumped"
)
CONTRAST = (
    r"^[^;:]*(?:(?:,| –| —)? (?:while|whereas|but)|, and|;(?: and| but)?)"
    r" (?!(?:now|then|last|this|it|he|she|they|there|we|I|in|by|at|on|only|just|the (?:year|month|week|figure|number|total))\b)"
    r"(?:[\w'’-]+ ){1,6}(?:at |for |of |in |to )?$"
)
"""Between the numbers of two things, of which a clause each tells: "came to 312, while Finland sent"."""
OF_ITS_MOVER = (
    rf"[;,]\s*(?:and |but |while |as |with )?(?:its|their|his|her) (?:[\w'’-]+ )?([^\W\d_]+)"
    rf" (?:(?:has|have|had) )?(?:since |then |later |duly )?(?:{MOVED}|gain\w*|add\w*|lost|los\w+|slipp\w+|slid|declin\w+|tumbl\w+"
    r"|surg\w+|advanc\w+|increas\w+|up|down|(?:were|was|are|is|closed|ended|finished|went)(?: \w+)? (?:up|down|higher|lower))"
    r"(?: by)?(?: (?:about|some|just|only|nearly|almost|over|another|a further|more than|as much as))?\s*$"
)
"""Before a change of something else that belongs to what was told of: "; its shares rose 3%"."""
OF_ITS_OBJECT = (
    r"(?:,|;| –| —)? (?:and|but|while|as)(?: it| they| he| she)?(?: then| now| also| later| duly)? (?:(?:has|have|had) )?"
    r"(?:put up|put down|brought down|pushed up|cut|raised|lifted|lowered|reduced|increased|slashed|trimmed|hiked|expanded|improved"
    r"|extended|marked (?:up|down)|scaled back|widened|shortened)"
    r" (?:its|their|his|her) (?:[\w'’-]+ )?([^\W\d_]+) by(?: (?:about|some|just|only|nearly|almost|over|more than))?\s*$"
)
"""Before a change of something else that is done to it: "and put up its fares by 3%"."""
SUBJECT = (
    r"\b([^\W\d_]{4,})\s+(?:has|have|had|is|are|was|were|will|go(?:es)?|went|rose|fell|grew|shrank|sank|slid|\w+ed)\b"
)
"""A word right before a verb."""
UNREAL = r"\b(?:assuming|supposing|provided that|on condition)\b"
BACK = (
    rf"\b(?:the|this|that|its|their|such an?) (?:[\w-]+ )?(?:{CHANGE})\b"
    r"|^\W*(?:(?:and|or) )*(?:so|that|which|this|it|they|i\.e\.)\b|\b(?:thus|hence|therefore|thereby|in short)\b"
)
"""Words by which a clause goes on about what was told before it."""
CONCLUDING = r"^\W*(?:in other words|put (?:another way|differently)|that (?:is|was|means)|this (?:is|was|means)|so|thus|hence)\b"
WHOLE = r"(?:^|[.,;:]\s)\W*(?:out )?of (?:the |its |their |all )?$"
ITS_DOING = (
    r"\s*(?:after|because|as|when|once|since) (?:it|he|she|they|we) (?:has |have |had )?"
    rf"(?!(?:{MOVED}|was|were|is|are|stood|went|moved|came|changed|reached|totalled|numbered)\b)[^,;:()–—]*$"
)
"""Behind a change that came of something which is told with other numbers: "fell 3.7% after it put its debt at"."""
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


def is_parted(line: Line, amount: Slot, first: Slot, last: Slot) -> bool:
    """Whether the change is told of something else, or both numbers of things that stand side by side."""
    if amount.index > last.index and says(ANOTHER, line.between(last, amount)) and not _goes_on(line, last, amount):
        return True
    if amount.index < first.index and _is_told_first(line, amount, first, last):
        return True
    if amount.precedes(OF_ITS_OWN) and amount.index > last.index:
        return True
    if amount.index < first.index and says(CONCLUDING, line.text):
        return True  # what is concluded stands behind what it is concluded from
    if says(WHOLE, first.before) or is_of_another_subject(line, amount):
        return True
    if amount.precedes(THAN) and not first.index < amount.index < last.index:
        return True
    if is_apart(line, amount, first, last):
        return True
    return _are_side_by_side(first, last) or says(OF_ITS_OWNER, line.text)


def is_apart(line: Line, amount: Slot, one: Slot, other: Slot) -> bool:
    """Whether the change stands in a clause of its own.

    "The number has doubled; 312 came by road and 298 by rail", "312 came by road and 298 by rail, with prices up by 3%".
    """
    first, last = (one, other) if one.index < other.index else (other, one)
    if amount.index < first.index:
        return says("[;,]", line.between(amount, first)) and _are_side_by_side(first, last)
    words = line.between(last, amount)
    if amount.index < last.index or says(rf"{ASSUMING}|{OF_RIVALS}", words):
        return amount.index > last.index
    moved = re.search(f"{OF_ITS_MOVER}|{OF_ITS_OBJECT}", words, re.IGNORECASE)
    if moved is not None and not _is_known(moved[1] or moved[2], line.text[: line.text.rfind(moved[0])]):
        return True
    own = re.search(rf"{OWN}[^,;:]*", words, re.IGNORECASE)
    return own is not None and (says(rf"\b(?:{MOVED})\b", own[0]) or not says(APPOSED, words[own.end() :]))


def _is_known(noun: str, earlier: str) -> bool:
    """Whether a word stands for whatever is told, or for what some words before it named."""
    return noun.lower() in ANYTHING or says(rf"\b{re.escape(noun[:STEM])}", earlier)


def _are_side_by_side(first: Slot, last: Slot) -> bool:
    """Whether two numbers are told of two things of one time: "312 came from Norway and 298 from Finland"."""
    words = between(first, last)
    if says(CONTRAST, words):
        return not _are_of_two_times(first, last)
    if not says(r"^[^,;:]*\band\b[^,;:]*$", words):
        return False
    placed = re.match(rf"(?:\s\w+){{0,2}}\s({LINK}) (?!{MONTH})[A-Z]", words)
    return (placed is not None and last.precedes(rf"\s{placed[1]}\b")) or not _are_of_two_times(first, last)


def _is_told_first(line: Line, amount: Slot, first: Slot, last: Slot) -> bool:
    """Whether a change is told before another statement that has both numbers, or one of them."""
    words = re.sub(r"\bbetween [^,;:]*? and\b", "", line.between(amount, first))
    if says(AND, words) or (";" in words and amount.kind is not Kind.MULTIPLE):
        return True
    return says(rf",\s*{AND}", between(first, last)) and not _are_of_two_times(first, last)


def _are_of_two_times(first: Slot, last: Slot) -> bool:
    return is_earlier(first, last) or is_earlier(last, first)


def _goes_on(line: Line, last: Slot, amount: Slot) -> bool:
    """Whether the clause of a change that another statement parts from the numbers before is about these all the same."""
    words = line.between(last, amount)
    clause = re.split(ANOTHER, words, flags=re.IGNORECASE)[-1]
    if says(UNREAL, words) or (
        says(rf",? but [^,;:]*\b(?:{MOVED})", words) and says(MOVED, line.text.partition(words)[0])
    ):
        return False
    if says(BACK, clause) or _is_of_anything(line, clause):
        return True
    if amount.follows(r"\b(?:the|this|that|an?)") and amount.precedes(rf"(?:-points?)?\s*(?:{CHANGE})\b"):
        return True
    subject = re.search(SUBJECT, clause, re.IGNORECASE)
    earlier = line.text[: line.text.rfind(clause)]
    return subject is not None and says(rf"\b{subject[1][:STEM]}", earlier)


def _is_of_anything(line: Line, clause: str) -> bool:
    """Whether a word of a clause stands for whatever is told, and not for "the number of its staff"."""
    earlier = line.text[: line.text.rfind(clause)]
    for found in re.finditer(rf"\b(?:{'|'.join(ANYTHING)})\b{OF_THINGS}", clause, re.IGNORECASE):
        named = found["things"]
        if named is None or says(rf"\b{named[:STEM]}", earlier):
            return True
    return False


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
    theirs = all(end.index > amount.index for end in ends) and (
        amount.precedes(ITS_DOING)
        or says(rf"{OWN}[^,;:()–—]*$", amount.after)
        or amount.precedes(rf"\s+{OWN}[^,;:()–—]*, (?:which|who)\b")
    )
    return own or theirs or is_of_another_subject(line, amount)
