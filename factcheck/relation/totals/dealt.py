"""A sum or a number of things that one sentence deals out: "£312m of the £610m fund went to rail, and another £298m to roads"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.numeral import Kind
from factcheck.relation.line import Line, Slot, says
from factcheck.relation.told import COUNTS
from factcheck.relation.totals.sums import is_near

MOST_PARTS = 5
FAR = 120  # characters between neighbouring parts
WORD = r"[^\W\d_][\w'’-]*"
TO = "for|on|to|in|by|from|into|towards|with|at|as"
FUND = (
    r"(?:fund|budget|package|grant|income|revenue|revenues|takings|proceeds|pot|bill|charge|programme|program|scheme|award|settlement"
    r"|allocation|allowance|appropriation|spending|expenditure|outlay|sum|amount|total|money|cash|loan|payout|prize|kitty|subsidy|aid"
    r"|investment|turnover|cost|costs|loss|losses|debt|debts|deficit|surplus|damage|compensation|levy|haul|bequest|legacy|estate|payroll)"
)
"""What is paid out, or made up, in parts."""
OF_THE = (
    rf"(?:\s+{WORD}){{0,2}}?\s+(?:(?:out )?of|from|out of)\s+(?:the|its|their|his|her|our|all(?: the)?|those|these|that|this"
    rf"|{WORD}['’]s?|(?:the|an?|its|their) (?:{WORD} ){{0,3}}{WORD}['’]s?)(?: (?:total|full|overall|whole|combined|annual))?\s*$"
)
"""Between a part and the whole right behind it: "£312m of the council's £610m"."""
ANOTHER = r"(?:another|a further|an (?:additional|extra)|the (?:other|remaining)|a second)"
ONLY = r"(?:only |just |some |about |nearly |almost |over |the )?"
AND = rf"(?:,? and|,? while|,? whereas|,? but|;|,)(?: (?:also|then|finally|separately),?)? ?(?:{ANOTHER} ?)?{ONLY}"
"""Between two parts of which the second is told as the first is."""
WAS = r"(?:was|were|is|are|went|goes|go|will be|will go|has gone|have gone|has been|have been|being|going)"
BEYOND = (
    r"\b(?:than|compared|versus|per|each|every|average|mean|median|times|earlier|previous\w*|before|ago|originally|last|next|later"
    r"|including|of (?:them|which|whom|that|it)|of this(?! (?:sum|amount|total|money))|(?:up|down) (?:from|by|to|on)|rose|fell|grew|if"
    r"|unless|instead|(?:first|second|third|final|last|other) (?:round|year|half|phase|stage|quarter|tranche|instal?lment"
    r"|season|month|week)|(?:19|20)\d\d|(?:this|that) (?:year|month|week|quarter|season|time))\b"
)
"""Words of other times, of parts of parts and of comparing: those of a whole are not added up across them."""
GOT = (
    r"(?:received|receives?|got|gets?|took|takes?|won|wins?|had|filled|secured|claim(?:s|ed)|landed|collected|pocketed|drew|absorb(?:s|ed)"
    r"|swallow(?:s|ed)(?: up)?|consum(?:es|ed)|ate up|us(?:es|ed) up|(?:took|takes?) up|will (?:get|receive|have|take)"
    r"|(?:has|have) (?:received|had|taken|won|filled|secured|claimed|been (?:given|handed|awarded|granted|allotted|allocated|paid))"
    r"|(?:was|were|is|are|will be) (?:given|handed|awarded|granted|allotted|allocated|assigned|paid|promised|owed|due))"
)
"""Before what someone has of it."""
SCARCE = (
    r"(?:\s+[^\W\d_][\w'’-]*){0,3}?\s+(?:seats|posts|places|jobs|vacancies|fellowships|scholarships|prizes|medals|awards|contracts"
    r"|grants|homes|flats|houses|plots|rooms|beds|tickets|slots|licences|licenses|permits|refugees|patients|orders|shares)\b"
)
"""Behind a number of what only one can have; two clubs may win the same 50 games, each its own."""
ALONGSIDE = (
    rf"(?:\s+{WORD}){{0,3}}\s+(?:and|plus|as well as|together with|along with)"
    r" (?:its|their|the|an?|his|her|other|some|from)\b"
)
"""Behind a number that is not all that was spent."""
MADE_UP = r"account(?:s|ed|ing)? for"
GIVEN = (
    r"(?:won|awarded|filled|given|sold|let|allocated|assigned|allotted|reserved|taken|bought|claimed|issued|sent|shipped"
    r"|delivered|handed)"
)
"""What is done with each thing only once."""
WENT_TO = r"\s+(?:went|goes|go|will go|has gone) (?:to|on|into)\b"
OF_IT = (
    r"\s+of (?:it|this|that)(?=\s*[,;.]| and\b)"
    rf"|\s+of (?:this|that|the) {FUND}(?=\s*[,;.]| (?:and|in|for|to|on|by|was|were|is|are)\b)"
)
"""Behind a part of what was told before."""
OF_IT_BEFORE = rf"(?:^|[,;:.]\s*)(?:out )?of (?:it|this|that|(?:this|that) {FUND})(?:,? (?:some|about|only|just))?,?"
"""Before the first part of it."""
FROM_ITS = rf"(?:^|[,;:.]\s*)(?:from|out of|of|within|with) (?:its|their|his|her|the|an?) (?:{WORD} ){{0,2}}?{FUND} of"
"""Before a number of which others are told behind it, with no comma between."""
SHARED_OUT = (
    rf"(?:\s+{WORD}){{0,3}}?\s+(?:was|were|is|are|been|being) (?:divided|shared|split|distributed|carved|dished|handed"
    r"|parcelled|paid|given|doled|disbursed|allocated|apportioned)"
    r"(?: up| out)?(?: between (?:them|two|the two))?\s*[,:]"
)
"""Behind a number that is dealt out: "When a fund of £610m was divided up, …"."""
OWN = (
    r"[.;:(–—]|\b(?:which|who|whose|that|have|has|had|it|they|he|she|borrow\w*|rais\w*|earn\w*|receiv\w*|ow(?:e|es|ed|ing)|gain\w*"
    r"|made|makes?|sav(?:e|ed|es|ing))\b"
)
"""Between two numbers of which the second is told by itself."""
FROM_THE = (
    r"(?:from|out of|within|part of|all of|both of)(?: (?:the|its|their|his|her|our))?"
    rf"(?: (?!(?:with|in|for|at|by|to|on|of|who|which|that)\b){WORD}){{0,2}}(?: {FUND} of)?"
)
"""Before a number of which others are told right before it."""
NO_END = rf"(?:{TO}|of|and|or|the|an?|cost|spent|paid|lost|was|were|is|are|has|have|had|than|worth|over|[a-z]+ed)"
"""A word that no one's name ends in."""


def dealt(line: Line) -> Iterator[tuple[tuple[Slot, ...], Slot]]:
    """Parts of a number, and that number."""
    for first, last in pairwise(line.slots):
        if first.kind in COUNTS and first.is_like(last):
            whole, parts = _dealt(line, first, last)
            if len(parts) > 1 and is_near(sum((each.value for each in parts), Fraction(0)), whole.value):
                yield parts, whole


def _dealt(line: Line, first: Slot, last: Slot) -> tuple[Slot, tuple[Slot, ...]]:
    """A number and the parts that it is dealt out in, of which two neighbours are some; no parts where they are none."""
    if _is_part(first, last) and first.precedes(OF_THE):
        return last, _with_others(line, first, last, last)
    if _is_part(last, first) and (last.precedes(OF_IT) or last.follows(OF_IT_BEFORE)):
        return first, _with_others(line, last, first, last)
    if _is_part(last, first) and _is_shared_out(first):
        return first, _shared_out(line, first, last)
    return _of_the_next(line, first, last)


def _is_part(part: Slot, whole: Slot) -> bool:
    plain = (
        part.numeral.value is not None
        and whole.numeral.value is not None
        and not (part.numeral.flags or whole.numeral.flags)
    )
    return plain and part.is_like(whole) and part.value <= whole.value


def _with_others(line: Line, part: Slot, whole: Slot, latest: Slot) -> tuple[Slot, ...]:
    """A part of a whole, and those behind the latest of both that are told as it is."""
    parts, start = [part], latest
    for other in line.slots[start.index + 1 : start.index + MOST_PARTS]:
        words = re.sub(rf"^(?:{OF_IT})", "", line.between(latest, other))
        if other.index != latest.index + 1 or not _is_part(other, whole) or len(words) > FAR or says(BEYOND, words):
            break
        if not (_is_elliptic(start, other, words) or _is_had(part, other, words)):
            break
        parts.append(other)
        latest = other
    if len(parts) == 2 and part.kind is not Kind.MONEY and not _leave_each_other_out(line, whole, parts):
        return ()
    ended = parts[-1].precedes(
        rf"(?:\s+{WORD}){{0,2}}\s+(?:out )?of (?:the|its|their|his|her|those|these|them|which|whom)\b"
    )
    return () if ended or says(BEYOND, parts[-1].after.split(".")[0]) else tuple(parts)


def _leave_each_other_out(line: Line, whole: Slot, parts: Sequence[Slot]) -> bool:
    """Whether of two numbers of things none is counted in both: "another 312", "298 were won by Leeds"."""
    first, last = parts
    return (
        last.follows(ANOTHER)
        or (first.follows(GOT) and last.is_closed and whole.precedes(SCARCE))
        or says(rf"\b{GIVEN}\b", line.between(first, last))
    )


def _is_elliptic(first: Slot, other: Slot, words: str) -> bool:
    """Whether a part is told by the same preposition, with the same verb or none: "went to rail, and £298m to roads"."""
    if re.search(rf"{AND}\s*$", words, re.IGNORECASE) is None:
        return False
    told = re.match(rf"((?:\s+{WORD})*?)\s+({TO})\b", other.after)
    clause = re.match(r"[^,;]*", first.after)
    said = clause[0].split() if clause is not None else []
    if told is None or told[2] not in said:
        return False
    before = said[: len(said) - said[::-1].index(told[2])]
    return all(word in before or re.fullmatch(WAS, word) for word in told[1].split())


def _is_had(part: Slot, other: Slot, words: str) -> bool:
    """Whether a part is what others have, as the first is what some have: "Leeds got £312m of the £610m, and York £298m"."""
    if not part.follows(f"{GOT}|{MADE_UP}"):
        return False
    if part.kind is Kind.MONEY and other.follows(AND) and other.precedes(WENT_TO):
        return True
    link = " for" if part.follows(MADE_UP) else ""
    clause = re.search(
        rf"(?:,? (?:and|while|whereas)|;|,) ((?:{WORD} ){{1,6}}?)(?:{GOT} )?(?:{ANOTHER} )?$", words, re.IGNORECASE
    )
    if clause is None or not other.is_closed:
        return False
    name = clause[1].rstrip().removesuffix(link)
    return (link == "" or name != clause[1].rstrip()) and re.fullmatch(NO_END, name.split()[-1]) is None


def _is_shared_out(whole: Slot) -> bool:
    """Whether the words at a number tell that it is divided among others."""
    fronted = whole.follows(FROM_ITS)
    return (fronted and whole.kind is Kind.MONEY) or whole.precedes(SHARED_OUT)


def _shared_out(line: Line, whole: Slot, first: Slot) -> tuple[Slot, ...]:
    """What others have of a number that is shared out, or is spent of it."""
    parts = [first]
    if says(BEYOND, line.between(whole, first)) or len(first.before) > FAR:
        return ()
    for other in line.slots[first.index + 1 : first.index + MOST_PARTS]:
        words = line.between(parts[-1], other)
        if not _is_part(other, whole) or says(rf"{BEYOND}|{OWN}", words) or not says(r",|\band\b", words):
            break
        parts.append(other)
    return () if says(BEYOND, parts[-1].after.split(".")[0]) else tuple(parts)


def _of_the_next(line: Line, first: Slot, last: Slot) -> tuple[Slot, tuple[Slot, ...]]:
    """Two parts and the whole right behind them: "£312m for rail and £298m for roads from a grant of £610m"."""
    whole = next(iter(line.slots[last.index + 1 : last.index + 2]), last)
    words, behind = line.between(first, last), line.between(last, whole)
    if not (_is_part(first, whole) and _is_part(last, whole) and whole.follows(FROM_THE)):
        return whole, ()
    if whole.precedes(ALONGSIDE) or says(BEYOND, words + behind):
        return whole, ()
    respectively = whole.kind is Kind.MONEY and says(r"^ respectively, ", behind)
    told = _is_elliptic(first, last, words) and (whole.kind is Kind.MONEY or last.follows(ANOTHER))
    return whole, (first, last) if respectively or told else ()
