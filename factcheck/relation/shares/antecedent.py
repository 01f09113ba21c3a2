"""Whether "45 of them" are some of the things that a number before it counts: what else grammar lets "them" stand for."""

from __future__ import annotations

import re

from factcheck.numeral import Kind
from factcheck.relation.asked import ending
from factcheck.relation.line import Line, Slot, says
from factcheck.relation.shares.dealt import PERSONS
from factcheck.relation.shares.some import (
    counts_people,
    is_come_from,
    is_named_again,
    is_pleaded,
    is_some_of_a_strong,
)
from factcheck.relation.shares.such import DID_SO, OF_THOSE_DONE
from factcheck.text.language import load

GROUP = r"(?:number|total|group|sample|cohort|lot|batch|intake|crowd|consignment|shipment|haul)"
"""What so many things or people are called together."""
THEM = (
    rf"(?:them|these|which|whom|the latter|mine|ours|theirs|its own|that (?:same |original |initial )?{GROUP}"
    r"|those(?! (?:who|whom|that|which|whose|with|without|in|on|at|from|under|over|aged|for|of|not|then|[^\W\d_]+(?:ed|ing))\b"
    r"(?! (?:it|them)\b))"
    r"|those(?= (?:accepted|replied|responded|agreed|answered|attended|complied|voted|survived|died|recovered|declined|refused|applied"
    r"|qualified)\s*(?:[.,;)]|$)))"
)
"""What was counted before; "those who wrote in" are others."""
HERE = r"the [\w-]+ (?:on|in|aboard|at|under|inside) (?:it|them|board)"
OF_THEM = (
    rf"(?:\s+of (?:{THEM}|{HERE})|\s+[^\W\d_]+ of that (?:same |original |initial )?{GROUP}"
    rf"|(?:\s+[^\W\d_][\w'’-]*){{0,3}}\s+(?:among|amongst) {THEM})\b"
)
OF_WHOM = r"\s+of whom\b"
OF_WHICH = r"\s+of wh(?:om|ich)\b"
THAT_NUMBER = rf"(?: [^\W\d_]+)? of (?:(?:that|this) (?:same |original |initial )?{GROUP}|{HERE})\b"
INCLUDING = r"(?:,| –| —|;| \()?\s*(?:including|counting|thereof)(?: only| just| some| at least)?"
AMONG_THEM = (
    rf"(?:,| –| —|;| \()?\s*(?:among|amongst|of) {THEM},?(?: were| was| are| is)?(?: only| just| some| at least)?"
)
THE_NUMBER_OF_THEM = (
    r"the (?:number|total|tally|count) of (?:them|these|those|which)\b[^,;:.()–—]{0,60}?"
    r" (?:is|was|were|came to|comes to|stood at|stands at|reached|rose to|has reached|had reached)(?: only| just)?"
)
"""Before a number of them: "the number of these that failed was 45"."""
AFRESH = r"[,;.:][\"'’”)\]]*\s+[\"'‘“(]*[A-Z]"
"""Where another sentence begins, of which the stop is read as a comma."""
SCENE = (
    r"(?:(?:after|by|in|at|on|since|before|during|within|for|until)\b[^,;:.]{1,50}|(?:an?|two|three|some|several) \w+ (?:later|on|ago)"
    r"|today|now|so far|eventually|this \w+|last \w+)"
)
"""How a sentence begins that tells when or where."""
OF_DONE = OF_THOSE_DONE.replace("?P<done>", "?:")
LEADING = (
    rf"[\"'‘“]*(?:{SCENE},\s+)?(?:(?:but|and|yet|so|still|only|just|some|fully|in|on|for|at|to|with|from|all|no fewer than|as many as"
    rf"|(?:among|amongst|of) {THEM},?|{DID_SO}|{OF_DONE}|were|was|are|is)\s+)*"
)
"""Before a number that the next sentence begins with."""
SINGLE = r"[\"'‘“]*(?:it|he|she|they|we|the [a-z-]+|an? [a-z-]+)(?: [a-z'’-]+){1,6} "
"""How a sentence begins that tells what was done with some of them: "It has room for"."""
AND = r"\b(?:and|or) (?:[^\W\d_]+ ){0,3}?[^\W\d_]+\s*[,:;(–—][^,:;(–—]{0,40}$"
"""Things told of besides those that were counted, right before the part: "12 cows and sheep, 45 of them lame"."""
BESIDE = r"\b(?:from|in|at|on|across|off) (?:its|their|his|her|our) [a-z-]+(?: [a-z-]+)?(?=\s*[,(–—]| (?:last|this|in|on|over)\b)"
"""Where things are, which are none of those that are counted: "took 312 books from its shelves, including 45 novels"."""
HOLDERS = (
    r"(?:\w+ )?(?:boxes|crates|cases|bags|loads|parcels|families|teams|groups|classes|households|homes|flats|rooms|buildings|lorries"
    r"|trains|buses|coaches|flights|ships|boats|schools|files|folders|collections|sets|packs|orders|raids|trips|visits)\b"
)
"""Things that have others in them."""
NOT_PLURAL = frozenset(
    "says adds claims believes thinks reckons recalls insists notes hopes fears does this perhaps always besides towards"
    " across sometimes whereas".split()
)
"""Words that end like plurals."""
SCORE = r"\b(?:marks?|points?|stars|scor\w+|rat\w+|per cent|percent) (?:\w+ )?out of(?: a possible)?"
"""Before the most that can be scored."""
TIMES = frozenset("years months weeks days hours minutes decades seasons terms times".split())
"""What passes, of which "45 of them" are hardly told."""
THE_OTHER = r"(?:the|its|their|his|her|our|[\w-]+['’]s?)"
FROM_WHERE = rf"\s+(?:from|across|throughout|around|near|at|in|on|along|inside|outside) (?:{THE_OTHER} ){{1,2}}(?:[\w-]+ ){{0,2}}?"
"""Between the things that are counted and the places that they are from: "312 scripts from the county's schools"."""
HELPING = r"(?:(?:have|had|has|would|will|could|did|later|then|since|also|now|only|just|[a-z]+ly) )"
DID = (
    r"(?!(?:were|are|was|is|includ|report|believ|fear|claim|hop|insist|warn|complain|add|suppos|reckon|assum|guess|estimat"
    r"|suspect|predict|announc|expect|admitt|boast|not|argu|stat|explain|reveal|maintain)\w*\b)"
    r"(?:[a-z]{2,}(?:ed|ied)|found|bought|sold|took|gave|lost|sent|kept|saw|caught|brought|put|held|built|shot|paid|made)"
)
AGENT = (
    rf"[,;:.]\s+(?:{THE_OTHER} )?(?:[\w'’-]+ ){{0,2}}?(?P<agents>[^\W\d_]+) {HELPING}{{0,3}}(?:(?:were|are|been) )?{DID}"
    r"(?: (?:in|at|on|for|to|from|up|out|off|down))?"
)
"""How a clause begins of which the doers come before the part: they cannot be "them", who would be "themselves"."""
HELD = r"(?:^|[,;:.]\s+|\band )(?:[\w'’-]+ ){0,2}?(?P<held>[^\W\d_]+s) (?:on|in|at|from|aboard|inside|of|to|for)"
"""Before a part that belongs to what is named here: "passengers on 45 of them", who cannot be "them"."""
VERB = r"\b(?:it|he|she|who|which|now|then|also|still) [^\W\d_]+s\b"
"""A verb that ends like a plural: "it plans"."""
FINITE = (
    r"\s+of (?:them|these|those)(?: [a-z]+ly)? (?:were|was|are|is|had|have|has|did|do|would|will|could|can|may|might|came|went|got"
    r"|said|took|gave|[a-z]{3,}ed(?! (?:by|as|for|in|to)\b))\b"
)
"""After a part of which a clause is told, so that what comes before may say so of themselves."""
LIFELESS = (
    r"\s+of (?:them|these|those)\s+"
    r"(?:(?:were|was|are|is|have|had|has|been|being|later|since|found to be|turned out(?: to be)?|proved)\s+)*"
    r"(?:faulty|broken|stolen|damaged|unused|defective|sold|resold|repaired|mended|delivered|scrapped|dented|rusty|cracked"
    r"|second-hand|empty|unopened|recycled|replaced|recalled|flawed|refurbished|never (?:used|opened|delivered|unpacked))\b"
)
"""After a number of things, which are no people."""
FOR_PEOPLE = rf"\s+for (?:{THE_OTHER} )?(?:[\w-]+ ){{0,2}}?(?:pupils|staff|students|{PERSONS})\b"


def is_last_told(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether no other things are told of between a number and its part, which may stand at the start of a sentence."""
    if any(told(part, whole) for told in (is_pleaded, is_named_again, is_some_of_a_strong)):
        return True
    if is_come_from(line, part, whole):
        return True
    if whole.follows(SCORE):
        return False
    beside = all(slot.kind is Kind.DURATION for slot in line.slots[whole.index + 1 : part.index])
    words = line.between(whole, part)
    if part.precedes(THAT_NUMBER) and beside:
        return not says(rf"\b(?:an?|another|one) (?:[\w-]+ ){{0,2}}{GROUP}\b", words)
    afresh = [*re.finditer(AFRESH, words)]
    begun = rf"{LEADING}|{SINGLE}" if part.precedes(OF_THEM) else LEADING
    if afresh and (not beside or not re.fullmatch(begun, words[afresh[-1].end() - 1 :], re.IGNORECASE)):
        return False
    return not says(AND, words) and not _has_rivals(line, part, whole, words)


def _has_rivals(line: Line, part: Slot, whole: Slot, words: str) -> bool:
    """Whether more things are named between a number and its part than those that the number counts."""
    plural = load(line.language).sentences.plural
    own = re.match(rf"(?:\s+[^\W\d_][\w-]*){{0,3}}?\s+{plural}\b", words)
    if own is None and _is_of_the_subject(line, whole, plural):
        return True
    told = re.findall(rf"(?<![\w-]){plural}\b", _without_none(part, whole, words))
    passing = NOT_PLURAL | TIMES
    others = [word for word in told if word.lower() not in passing and not word.endswith("ss")]
    if part.precedes(OF_WHOM) and counts_people(whole):
        others = [word for word in others if says(rf"^{PERSONS}$", word)]
    return len(others) > (own is not None)


def _is_of_the_subject(line: Line, whole: Slot, plural: str) -> bool:
    """Whether a number without a noun is no count of things but a score: "Pupils had 33 marks and then 61; 260 of them …"."""
    scored = whole.precedes(r"\s+(?:in|on|at|for) the (?:first|second|third|last|next|final|other)\b")
    return scored and re.match(rf"\W*(?:The )?(?:[a-z]+ ){{0,2}}?{plural}\b", line.text, re.IGNORECASE) is not None


def _without_none(part: Slot, whole: Slot, words: str) -> str:
    """The words without things of which the part can be none: doers of what was done to it, places, people for things."""
    holds = whole.precedes(rf"\s+{HOLDERS}")
    if part.follows(INCLUDING):
        return words if not part.nouns or holds else re.sub(BESIDE, " ", words)
    if part.precedes(OF_WHICH) or not part.precedes(OF_THEM):
        return words
    doers = None if part.precedes(FINITE) else ending(AGENT).search(words)
    told = words if doers is None else f"{words[: doers.start('agents')]} {words[doers.end('agents') :]}"
    words = re.sub(VERB, " ", ending(HELD).sub(" ", told), flags=re.IGNORECASE)
    if part.precedes(LIFELESS) and not counts_people(whole):
        words = re.sub(FOR_PEOPLE, " ", words, count=1, flags=re.IGNORECASE)
    if holds or counts_people(whole):
        return words
    places = rf"^((?:\s+[^\W\d_][\w-]*){{1,3}}?){FROM_WHERE}{load(whole.language).sentences.plural}\b"
    return re.sub(places, r"\1", words, flags=re.IGNORECASE)
