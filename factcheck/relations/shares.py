"""Shares of one whole: "of the 956 voters, 52% chose A, 31% chose B and 17% chose C".

Together they pass 100 per cent only where somebody may be counted in several of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from factcheck.numeral import Form, Kind
from factcheck.relation import COUNTS, Example, Line, Said, Slot, Stated
from factcheck.relation.changes.times import MONTH
from factcheck.relation.cues import RESULTS, THE, UNIT
from factcheck.relation.line import CLOSE, says
from factcheck.relation.shares.answers import APART, NAMING, PARTING, SEVERAL, SEVERAL_BESIDE, are_no_list, are_several
from factcheck.relation.shares.composed import are_sent, composed
from factcheck.relation.shares.dealt import (
    are_bound,
    are_chosen,
    are_kinds,
    are_made_of,
    are_named,
    are_sexes,
    is_dealt,
    is_full,
    is_owned,
)
from factcheck.relation.shares.exclusive import OPPOSED, UNDECIDED, are_bands, are_exclusive
from factcheck.relation.shares.single import HEADED, NOTHING_OVER, ONLY_ONE
from factcheck.relation.stating import THE_WHOLE, added, declared, numbered, shares_of, sum_of, total_of

PERCENT = frozenset({Kind.PERCENT})
GAPS = {"whole": COUNTS, "parts": PERCENT}
FEWEST = 3  # shares without a count of the whole
OR = r"\bor\b(?! (?:just|so|more|less|above|below|over|under|higher|lower|older|younger|better|worse)\b)"
MOST = Fraction(3, 2)  # together, beyond which people will have named several
MOST_APART = Fraction(2)  # where the answers leave each other out
ITEM = r"^[^.:]{0,120}?(?:[,;]|\band\b|\bor\b|\))[^.:]{0,60}$"
APART_FROM = (
    r"\b(?:while|whereas|but|although|though|when|if|without|excluding"
    r"|(?:those|[a-z]+s|people|men|women|children|and|or) with)\b"
)
ANOTHER_TIME = (
    r"[,;.]\W*(?:and |but |while )?(?:(?:(?:on|in|at|by|during|as of|since) )?(?:(?:the|this|last|next|an?|one|two|that)"
    rf" (?:same |previous |following |first |second |third )?)?(?:{MONTH}|[a-z]{{3,6}}day|{UNIT}s?|(?:19|20)\d\d)"
    r"(?: (?:ago|before|earlier|later|on))?|earlier|previously|now|today|then)\b"
)
"""Before a share that is told of another time: "; on Monday wind made 65%"."""
BY_THEN = r"(?:but |and )?(?:(?:even |now )?with|after|once|when)(?: (?:just|only|some|about))?"
DONE = (
    r" of (?:the|its|their|all) [^,;:.()]{2,60}?(?:(?:has|had|have|is|are|was|were|still|now|yet|already)(?: \w+)? )*"
    r"\b(?:counted|reporting|declared|tallied|in|read|opened|scanned|done|[a-z]{2,}ed)\s*[,;.]"
)
"""Before and after a share of what was done by the time of which the others are told."""
END = r"([?!]|\.(?!\d))"
"""What a sentence ends with, and a decimal does not."""
ON_TOP = r"with(?: just| only| another)?"
"""Before a last share that may be told of others than those before it."""
ALIKE = r"\s+(said|say|told|voted|vote|chose|choose|think|thought|believed?|wanted|preferred|answered|replied)\b"
"""After the share of those who answered, where the ones before did so too: "while 31% said it was worse"."""
FOR = r"\bfor(?: (?:just|only|about|some|nearly|almost|the (?:other|rest|remaining)))?"
"""Before a share that some of a whole account for: "couples with children for 52%"."""
AGES = r"\b(?:is|are|was|were) (?:aged|under|over|in (?:their|his|her) (?:teens|\d0s|[a-z]+ties))\b"
"""Before the ages of those of whom shares are told."""
DENIAL = r"\s+(?:would|did|do|does|could|can|were|are|had|have|will)(?: not|n['’]t)\b(?=\s*[,;.)]| and\b)"
"""After the share of those of whom the answer before is not true."""
STANCE = r"\b(?:satisf\w+|dissatisf\w+|oppos\w+|against|in favou?r|(?:un)?happy|(?:dis)?agree[ds]?|better|worse)\b"
"""Words of a side that is taken; of a poll on parties the undecided may be told apart."""
OPTIONS = r"[\w'’-]+, (?:[\w'’-]+,? ){0,5}or [^?.]{1,60}\?"
"""A question that gives the answers."""
NO_ITEM = r"(?:up from|down from|compared with|than|against|from|by|per|which (?:is|was)|of (?:them|whom|which|those|these)(?: in)?)"
RATES = (
    r"\b(?:turnout|(?<!to )rates?|unemployment|inflation|growth|interest|approval|occupancy|rose|fell"
    r"|(?<!to )(?:rise|fall|increase\w*|decrease\w*)"
    r"|compared(?! with [^,;.]*,[^.;]*\b(?:the same|unchanged)\b)"
    r"|discount\w*|tax(?:es|ed)?(?! cuts?\b)|chance|probability|likely(?! (?:voters?|candidates?)\b)|likelihood"
    r"|odds|accura\w+|efficien\w+"
    r"|effective\w*|confiden\w+|scor\w+"
    r"|allowances?|intake|yields?|margins?|returns?|(?<!electoral )(?<!election )commission|weighted)\b"
)
"""Words of sentences whose shares are of several wholes."""
MOVED = (
    r"(?:(?<!made )(?<!make )(?<!makes )(?<!making )(?<!split )up|down|by|grew|climb\w*|jump\w*|soar\w*"
    r"|surg\w*|lifted|firmed|eased|softened|rallied|slid|gain(?:s|ed)?|lost|added|than|over|under)(?: by)?"
)
TAKEN_UP = r"(?:t(?:ak(?:es?|ing)|ook)|eats?|ate|us(?:es?|ed)|ma(?:kes?|de)) up"
"""Before a share that is no rise."""
MOVING = r"\)?\s*(?:up(?! to\b)|down(?! to\b)|better|worse|points?)\b|\)?\s*(?:higher|lower|more|less|fewer)(?! [\w-]+)"
"""Before and after a share that is a change."""
OWN_WHOLE = (
    r"\)?\s+(?:of|among|amongst)\b|\)?\s+(?i:in|at|from|on)\s+(?:(?:the|north|south|east|west)\s+)?(?-i:[A-Z]"
    r"|(?:19|20)\d\d)|\)?\s+(?:this|last|the (?:previous|next|following|year|month)) (?:year|month|week|quarter|season|before|after)\b"
)
OF_ALL = r"\s+of (?:all |the )*(?:(?:ballot|voting) )?(?:papers|ballots|votes|members|replies|answers|respondents)\b"
"""After a share of what was cast or given, as those before it are."""
OTHER_WHOLE = r"[;,]\s*of (?:the|its|their|his|her) [^\W\d_]+,"
"""Before a share of a whole of its own: "44% of its exports; of its imports, 56%"."""
PLACED = r"\)?(?: of (?!(?:its|their|his|her|our|my)\b)(?:[^\W\d_]+ ){0,3}?[^\W\d_]+)? (?:in|at)\b"
"""After a share of what is in a place, each a whole of its own: "52% of the vote in the north", not "52% of its assets in cash"."""
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
    """All shares of a sentence that enumerates those of one thing, of which the first may say what: "52% of pupils walk, …"."""
    parts = _parts(line)
    if len(parts) == len(("one", "other")) and are_sexes(parts):
        yield line.said(parts=parts)
        return
    whole = says(NOTHING_OVER, line.text)
    asked = says(ONLY_ONE, _told_beside(line)) and not says(SEVERAL, line.text)
    here = whole or says(ONLY_ONE, line.text) or (len(parts) >= FEWEST and are_exclusive(line, parts))
    only_one = here or asked
    had = composed(line, parts) if len(parts) >= FEWEST else False
    several = had is False or (had is None and are_several(parts))
    if (had or (not several and are_sent(parts))) and not says(SEVERAL_BESIDE, f"{line.text} {line.beside}"):
        yield from (line.said(parts=parts) for _ in range(_are_of_one(parts, MOST_APART)))
        return
    chosen = len(parts) >= FEWEST and (
        are_chosen(parts)
        or (only_one and are_named(parts))
        or (parts[-1].precedes(UNDECIDED) and are_named(parts[:-1]))
    )
    if (
        len(parts) < FEWEST
        or is_full(line, parts)
        or are_no_list(line, parts)
        or (_is_a_change(line, parts) and not chosen)
    ):
        return
    if (says(RATES, line.text) and not (here or chosen)) or (several and not (only_one or chosen)):
        return
    if _tells_of_several(line) and not (only_one or _is_in_turn(line, parts)):
        return
    apart = only_one or chosen or _leave_each_other_out(line, parts)
    if not (apart or (says(rf"{PARTING}|{OR}", line.text) and not says(NAMING, line.text))):
        return
    if not only_one and (parts[1].precedes(r"\)?\s+that\b") or parts[-1].follows(ON_TOP) or _are_placed(parts)):
        return
    listed = all(_goes_on(line, first, last, chosen=chosen) for first, last in pairwise(parts))
    owning = () if whole or is_dealt(parts) else parts[1:-1] if _is_in_turn(line, parts) else parts[1:]
    if listed and not any(map(_has_own, owning)) and _are_of_one(parts, MOST_APART if apart else MOST):
        yield line.said(parts=parts)


def _leave_each_other_out(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether by some words what is counted under one of them is counted under no other."""
    told = says(rf"{APART}|{HEADED}|{AGES}", line.text) or says(OPTIONS, f"{_told_beside(line)} {line.text}")
    dealt = is_dealt(parts) or are_made_of(parts) or is_owned(parts) or are_kinds(parts) or are_bound(parts)
    return told or dealt or _is_in_turn(line, parts)


def _parts(line: Line) -> list[Slot]:
    """Every share; that of the games lost is no fall."""
    parts = [slot for slot in line.slots if slot.kind is Kind.PERCENT and not _is_how_far(slot)]
    bands = len(parts) >= FEWEST and are_bands(line, parts)
    return [
        replace(part, numeral=replace(part.numeral, direction=0))
        if bands or _is_of_games(line, part) or part.follows(TAKEN_UP)
        else part
        for part in parts
    ]


def _is_a_change(line: Line, parts: Sequence[Slot]) -> bool:
    moved = (part.follows(MOVED) and not _is_of_games(line, part) for part in parts)
    return any(moved) or any(part.precedes(MOVING) for part in parts)


def _is_of_games(line: Line, part: Slot) -> bool:
    """Whether it is the share of games that were lost, which is no change."""
    return part.follows("lost") and says(RESULTS, line.text)


def _is_how_far(part: Slot) -> bool:
    """Whether it only tells how much of something was done by then: "with 33% of the votes counted, she had 52%"."""
    return part.follows(rf"(?:^|[.,;:])\W*{BY_THEN}") and part.precedes(DONE)


def _tells_of_several(line: Line) -> bool:
    """Whether one person may be counted twice by what the sentence says, or one beside it that asks for no single answer."""
    return says(SEVERAL, line.text) or (says(SEVERAL_BESIDE, line.beside) and not says(ONLY_ONE, _told_beside(line)))


def _told_beside(line: Line) -> str:
    """The sentences before and after it that tell no shares of their own."""
    pieces = re.split(END, line.beside)
    return "".join("" if re.search(r"%|\bper ?cent\b", piece) else piece for piece in pieces)


def _is_in_turn(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether they are of one whole that is named behind the last: "made up 52%, 31% and 17% of homes respectively"."""
    named = [part for part in parts if part.precedes(r"\s+of\b")]
    return named == [parts[-1]] and says(r"\brespectively\b", line.text)


def _are_placed(parts: Sequence[Slot]) -> bool:
    return all(part.precedes(PLACED) for part in parts) and not is_dealt(parts)


def _goes_on(line: Line, first: Slot, last: Slot, *, chosen: bool) -> bool:
    """Whether one share follows another in an enumeration, with no other number between but a count of the whole."""
    bands = are_bands(line, _parts(line))
    between = [
        slot for slot in line.slots[first.index + 1 : last.index] if not (bands or _is_word(slot) or _is_age(slot))
    ]
    if len(between) > 1 or (
        between and not (between[0].kind in COUNTS and first.precedes(rf"\s*(?:of|among|amongst) {THE}$"))
    ):
        return False
    words = line.between(first, last)
    if last.follows(FOR) and says(r"\baccount\w* for\b", line.text):
        words = re.sub(r"\bwith(?:out)?\b", "", words)
    if last.precedes(rf"{CLOSE}|\s+and\b") and says(r"\bma(?:d|k)e up\b", line.text) and line.text.count(" with ") == 1:
        words = re.sub(r"\bwith(?:out)?\b", "", words)
    alike = re.match(ALIKE, last.after)
    same = alike is not None and says(rf"\b{alike[1]}\b", words)
    same = same or are_bound((first, last))
    denies = _denies(line, last)
    parted = says(APART_FROM, re.sub(r"\bwhile\b", "", words) if same else words) and not denies
    goes_on = says(ITEM, words) or (denies and says(r"\bwhile\b", words))
    return goes_on and not says(ANOTHER_TIME, words) and not parted and (chosen or not last.follows(NO_ITEM))


def _denies(line: Line, last: Slot) -> bool:
    """Whether a share is of those who took the other side, or, where sides are told, of those who took none."""
    return last.precedes(rf"{DENIAL}|{OPPOSED}") or (last.precedes(UNDECIDED) and says(STANCE, line.text))


def _is_age(slot: Slot) -> bool:
    """Whether it tells only how old those are of whom a share is told."""
    return slot.kind is Kind.AGE or (slot.kind is Kind.COUNT and slot.follows("aged|under|over"))


def _is_word(slot: Slot) -> bool:
    """Whether it is a small number in words, as in "a negative one", "within ten minutes"."""
    return slot.numeral.form is Form.WORDS and slot.kind in (Kind.COUNT, Kind.DURATION)


def _are_of_one(parts: Sequence[Slot], most: Fraction) -> bool:
    """Whether they may be shares of one whole by what they are and come to."""
    plain = not any(_is_moved(part) or part.numeral.flags or part.precedes("\\s*points") for part in parts)
    return plain and not all(part.numeral.direction for part in parts) and sum(part.value for part in parts) <= most


def _is_moved(part: Slot) -> bool:
    """Whether it is a change, and not a share of those who gave the answer "lower prices" or "more staff"."""
    answer = r"\s*(?:higher|lower|more|fewer|less) [\w-]+(?:s\b|(?=\s*(?:[,;.)]|$)|\s+(?:and|or)\b))"
    return part.numeral.direction != 0 and not part.precedes(rf"{answer}|\s*(?:up|down) to\b")


def _has_own(part: Slot) -> bool:
    told_before = part.follows(
        r"(?<!rest )(?:of|among|amongst|in|for|at) (?:the )?(?!(?:the|other|remaining)\b)[^\W\d_]+"
        rf"|{OTHER_WHOLE}"
    )
    return told_before or (re.match(OWN_WHOLE, part.after) is not None and not part.precedes(OF_ALL))


def stated(said: Said) -> Stated:
    """Each is a share of one whole, and together they are no more than it."""
    told = numbered(said.gaps["parts"])
    doubt = "one of them may be counted under several of these shares"
    says = f"{sum_of([*told])} {added(told.values())}, which is more than the whole"
    return Stated(
        declared(*told, THE_WHOLE, counted=False), (*shares_of(told), total_of(told, is_partial=True)), doubt, says=says
    )
