"""Whether a number is meant to be one that was told before, by the words around both."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import takewhile

from factcheck.numeral import Form
from factcheck.relation.changes.times import YEAR
from factcheck.relation.line import says
from factcheck.scan.printed import Told
from factcheck.text.language import DEFAULT, load

FEW = 2  # words that two numbers may have behind them by chance
NEAR = 60  # characters on both sides of a number that may tell of which things it is
STEM = 4  # letters by which a word is known again: "weighs", "a weight of"
FIGURE = r"(?:toll|figure|number|total|tally|count|attendance|crowd|turnout|haul|sum)"
SURPRISED = (
    r"(?:never|hardly|scarcely|no(?:body| ?one)|not|n['’]t)(?: (?:ever|even|really|have|had|for a moment))*"
    r" (?:expect(?:ed|ing)?|imagin(?:ed|e|ing)|dream(?:ed|t|ing)?|thought|think|believed?|predict(?:ed)?|foresaw|bargain(?:ed)?)"
    r"(?: (?:of|for|to|on|that|we|they|it|she|he|you|would|could|have|see|seeing|get|getting|sell|selling|draw|drawing|attract)){0,5}"
)
"""Before a number that nobody had expected, and that was told of already."""
POINTING = (
    r"(?:(?:those|these)(?: (?:very )?same| very)?"
    r"|(?:(?:not|every|each) (?:a )?(?:single )?one|none|most|many|some|any|half|each|all|few|several)"
    r" of (?:the|these|those|its|their)|the (?:same|very same|aforementioned|said)|th(?:is|at) [\w-]+ of"
    r"|the (?:whole|entirety|total) of (?:the|this|that)(?: [\w-]+)?,?|why(?: exactly| precisely)?"
    rf"|th(?:is|at) (?:latter )?{FIGURE}(?:,| –| —)|{SURPRISED})"
)
"""Before a number that points to one that was told already."""
LOT = (
    r"(?:lot|set|collection|batch|haul|group|stock|run|series|number|fleet|herd|flock|crowd|sample|consignment|edition)"
)
WHOLE = rf"(?:all|each|every|the (?:whole|entire|full|complete)(?: {LOT} of)?|(?:the|this|that) (?:same )?{FIGURE} of)"
FIRM = rf"(?:{POINTING}|{WHOLE})"
"""Before a number of things that were told of already."""
DEFINITE = "the"
WHOLE_OR_THE = rf"(?:{WHOLE}|the)"
GROUP = r"the [\w-]+ of"
"""Before a number of which only a noun behind it tells whether it was told of: "the sample of 956 farms"."""
NAMING = r"(?:an?|the|its|their|his|her|our|this|that|(?P<owner>[\w-]+)['’]s?) (?P<name>(?:[\w'’-]+ ){0,2}?[\w-]+) of"
"""Before a number that is called by a word of the sentence before: "the backlog reached 956", "a backlog of 956"."""
BEING = r"(?:will|would|were|was|are|is|have|had|has|can|could|must|may|might|should|did|do)"
ASKING = r"\s+(?:[\w'’-]+ )?(?:asked|called|pressed|waited|applied|pleaded|voted|argued|hoped|pushed) for\b"
"""After a number of people who want something: no others are meant."""
GATHERED = (
    r"\s+(?:[\w-]+ )?(?:(?:who|that) (?:(?:had|have|ha[sd] all) )?(?:c[ao]me|turned (?:up|out)|attended|were (?:there"
    r"|present|inside)|watched"
    r"|went|took part|showed up|queued|gathered|made the trip)"
    r"|(?:in|inside|at|around) the (?:ground|stadium|hall|arena|stands?|terraces|tent|church|theatre|park|venue"
    r"|ringside))(?: along| to see it| to it)?\s*(?:[.,;:!?)–—]|$)"
)
"""After a number of people who were there."""
CROWD = r"\b(?:crowd|attendance|audience|gate|spectators?|fans?|visitors?|people|guests?|supporters?|runners?)\b"
ADVERBIAL = frozenset("once last least full all time then good show".split())
"""What is told behind "at", "in" and the like, and is no thing: "the £956 fine at once"."""
DAY = r"\b(?:sun|mon|tues|wednes|thurs|fri|satur)day\b"
SYNONYMS = (
    ("margin", "lead", "majority", "advantage"),
    ("crowd", "attendance", "audience", "gate", "turnout"),
    ("population", "inhabitants", "residents", "people live", "islanders", "villagers"),
    ("bill", "cost", "price"),
    ("fine", "penalty"),
    ("deficit", "shortfall", "loss"),
    ("profit", "surplus"),
    ("toll", "deaths", "dead"),
    ("workforce", "staff", "employees", "workers"),
    ("membership", "members"),
)
"""Words for one and the same number."""
OTHERS = (
    rf"\s*(?:(?!{BEING}\b)[^\W\d_][\w'’-]* ){{0,2}}?"
    r"(?:(?:in|of|from|at|on|for|by|under|over|near|around|outside|inside|within|across|along|beyond|with)"
    r"(?: (?:the|an?|its|their|his|her))?\s+(?P<what>[\w'’-]+)|(?:who|that|which|whose)\s+(?P<did>[\w'’-]+(?: [\w'’-]+){0,2})"
    r"|more|fewer|less|other|aged|without|not|left|due|still|since|during|before|after)\b"
)
"""After a number that is said to be of other things than those of before: "the 312 in Kent"."""
SAME = (
    r"\b(?:(?<!not )(?<!about )the same(?! (?:day|evening|morning|night|week|month|year|time|period|season|place|town)\b)"
    r"(?=(?: [\w'’-]+,?)?(?:\s{2}|\s*$)|\s*[^\w\s]| (?:(?:figure|number|total|tally|count|sum|amount)(?! of\b)|result|as|again)\b)"
    r"|identical|un(?:changed|revised|altered|amended)|(?<!dis)agree[sd]? with|tall(?:ies|ied) with"
    r"|match(?:es|ed|ing)(?= (?:the|that|this|those|it|exactly|what)\b)|match(?= (?:the|this|those|exactly|what)\b)"
    r"|equals?|equalled|as before|corresponds?|bears? out|bore out|none (?:was |were )?(?:missing|lost)|no change"
    r"|(?<!not )(?<!n['’]t )repeats?|repeated"
    r"|neither more nor (?:less|fewer)|no more(?:,)? (?:and|or) no (?:less|fewer)|exactly (?:as many|that many)"
    r"|just as many|exactly(?=\s*(?:[–—:,;]|\s-\s|$))|on the dot|to the (?:letter|last (?:one|man|penny))"
    r"|as (?:ordered|planned|promised|advertised|agreed|stated|billed|described|announced|intended|requested)(?=\s*(?:[^\w\s]|$))"
    r"|(?<!in)(?:rightly|correctly|accurately)|according to (?:that|this|the same)|such (?:was|is|were) the)\b"
)
"""Words by which two numbers are one."""
SAMPLE = r"^(?:\s+[\w'’-]+){1,4} \(\s*n\s*=\s*$"
"""Between a number of things and the size of the sample that they are: "answered by 956 farms (n = 956)"."""
NO_LONGER = (
    r"\b(?:revised to|corrected|not the same|than|rose|fell|grew|another|from(?=\s*$| \d)|wrong\w*|mistake\w*|error\w*"
    r"|erroneous\w*|misprint\w*|typo)\b"
)
"""Words by which they are not, whatever else is said."""
AGAIN = (
    r"\b(?:also|again|likewise|in line with|confirm(?:s|ed|ing)?|or rather|once more|in other words|that is(?: to say)?"
    r"|put (?:another way|differently|simply)|to put it|means? is|meaning|which means)\b"
)
"""Words by which they may be."""
MEASURED = (
    r"(?<!un)(?:revised|corrected|amended|updated|adjusted)|unadjusted|target\w*|average\w*|mean|median|against|compared|than"
    r"|previous\w*|year before|ago|another|neighbouring|whereas|unlike|instead|not the same|differ\w*|(?:rose|fell|grew)(?!\s*[,;])"
    r"|versus|record of"
)
AWAY = rf"\b(?:{MEASURED})\b"
"""Words by which even a number that points to another is a second one."""
APART = (
    rf"\b(?:{MEASURED}|hop(?:ed?|es|ing)|expect\w*|forecast|planned|projected|earlier|later|last|next|other|while|but|first|second"
    r"|third|(?<!signed )(?<!turned )(?<!opened )(?<!set )(?<!called )(?<!built )up"
    r"|(?<!cut )(?<!shut )(?<!tore )(?<!knocked )(?<!pulled )(?<!burnt )down|more|fewer|less|between|although"
    r"|though|yet|only|just)\b"
)
"""Words by which two numbers are two."""
BACK_THEN = r"^[^.,;]*\b(?:year|month|week|day|decade|season|term)s? (?:before|earlier|ago|later)\b"
"""After a number of another time: "the 965 seen a year before"."""
THEN = r"\b(?:then|now|today|tonight|yesterday|tomorrow|he|she|they|we|you|i|who|someone|others?)\b"
"""Words by which another does what was told before: "she sold 956 tickets, he 965"."""
PARTICIPLES = frozenset({"having", "being", "been"})
HELPING = PARTICIPLES | {"have", "has", "had", "was", "were", "are", "is"}
TAKEN_UP = r"\s+that (?:was|were|had been|has been|have been) [\w-]+(?:ed|en|wn|nt|ught|st|ft)\b"
"""After a number with which a sentence begins, and which only takes up what was done: "the £956 that was taken"."""
RELATIVE = r"\b(?:the|this|that) ([\w-]+),? (?:which|that|with) [\w-]+\s*$"
"""Before a number that is told again of a thing: "the petition, which has 956 signatures"."""
LONG = r"\d[\d,.]{2,}"
"""A number of three digits or more."""
OFFICIAL = frozenset({"death", "final", "official", "overall", "own", "full"})
HEADLINE = r"(?:\s+[\w'’-]+){1,6}:\s"
"""Behind a number with which a headline begins, and to the story of which its other half goes on."""


def is_meant_again(first: Told, last: Told, between: str, before: str) -> bool:
    """Whether the words let the later number be the earlier one; those `between` are of one sentence, or of two."""
    words = f"{between[_alike(first, last) :]} {before}"
    if len(re.findall(YEAR, f"{words} {last.after}")) > 1:
        return False
    beside = f"{words} {last.after[:NEAR]}"
    is_told = before and first.sentence.count(first.numeral.surface) > 1  # in its own sentence, as "the same"
    told = "" if is_told else first.before[-NEAR:]
    if says(SAME, f"{told} {beside}") or says(SAMPLE, between):
        return not says(NO_LONGER, words)
    known = first.sentence if before else first.sentence[: last.at - len(_clause(last))]
    pointed = _points_back(first, last, known, words)
    if pointed is not None:
        return pointed
    if says(APART, re.sub(rf"\([^()]*\)|{AGAIN}", "", words, flags=re.IGNORECASE)) or says(
        BACK_THEN, last.after[:NEAR]
    ):
        return False
    if says(AGAIN, words) and not _is_of_others(last, known) and _is_named(f"{first.before[-NEAR:]} {words}", last):
        return True
    if (
        _is_repeated(first, last)
        or _is_called_so(first, last, known)
        or _is_retold(first, last, known)
        or (before and _is_taken_up(last, known))
    ):
        return True
    if last.numeral.form is not Form.EXACT and before and not _is_named(f"{first.before[-NEAR:]} {words}", last):
        return _ending(FIRM).search(last.before) is not None or _is_taken_for_known(first, last, known)
    return _is_definite(last, known)


def _alike(first: Told, last: Told) -> int:
    """How many characters behind both numbers are the same words, if they are some: what both are told of parts them not."""
    words = zip(first.after.split(" "), last.after.split(" "), strict=False)
    same = [one for one, _ in takewhile(lambda both: both[0] == both[1], words)]
    return len(" ".join(same)) if len(same) > FEW + 1 else 0


def _points_back(first: Told, last: Told, known: str, words: str) -> bool | None:
    """Whether a number that points to one of before means the earlier one; None where it does not point there."""
    if re.match(GATHERED, last.after) and _ending(WHOLE_OR_THE).search(last.before):
        return says(CROWD, known)
    if not _ending(POINTING).search(last.before):
        return None
    if not _is_of_others(last, known):
        return not says(AWAY, words)
    # "those 956 who came by rail and those 965 who came by road"
    return False if _ending(POINTING).search(first.before) else None


def _is_named(words: str, last: Told) -> bool:
    """Whether the later number has no noun, or one that is among the words before it."""
    told = words.lower()
    living = re.match(r"\s+people (?:\w+ )?(?:live|lived|living)\b", last.after) is not None
    noun = "people live" if living else last.noun
    return noun is None or noun in told or _is_synonym(noun, _words(told))


def _is_synonym(word: str, known: AbstractSet[str]) -> bool:
    """Whether another word for the same number was told."""
    return any(word in names and not known.isdisjoint(names) for names in SYNONYMS)


def _is_definite(last: Told, known: str) -> bool:
    """Whether the number is of things that are told of already, and no words behind it say of which others."""
    if last.numeral.form is Form.EXACT or _ending(FIRM).search(last.before):
        return re.match(r"\s*(?:more|other|further)\b", last.after) is None
    told = _ending(DEFINITE).search(last.before) or (_ending(GROUP).search(last.before) and last.noun is not None)
    return bool(told) and not _is_of_others(last, known)


def _is_taken_for_known(first: Told, last: Told, known: str) -> bool:
    """Whether "the" things are told as known, and the sentence before tells one number only: "cut 956 jobs. The 956 posts …"."""
    if last.noun is None or _ending(DEFINITE).search(first.before) or not _ending(DEFINITE).search(last.before):
        return False
    return len(re.findall(LONG, first.sentence)) == 1 and not _is_of_others(last, known)


def _is_taken_up(last: Told, known: str) -> bool:
    """Whether a number of a second sentence is "the" one to which was done what the first tells: "the 956 recalled cars"."""
    if not _ending(DEFINITE).search(last.before):
        return False
    done = re.match(r"\s+([^\W\d_]{2,}(?:ed|en))\b", last.after)
    begins = last.before.strip("\"“‘' ").lower() == DEFINITE
    return (done is not None and done[1].lower() in _words(known)) or (
        begins and re.match(TAKEN_UP, last.after) is not None
    )


def _is_of_others(last: Told, known: str) -> bool:
    """Whether words behind a number say of which things it is, and these were not told of before."""
    others = re.match(OTHERS, last.after, re.IGNORECASE)
    if others is None or re.match(ASKING, last.after):
        return False
    told = _words(others["what"] or others["did"] or "")
    told = told - HELPING or told
    if others["what"] in ADVERBIAL:
        return False
    if others["what"] is not None and says(DAY, others["what"]) and not says(DAY, known):
        return False  # "weighed in the 956 cans on Friday"
    return not told or not told <= _words(known)


def _is_repeated(first: Told, last: Told) -> bool:
    """Whether both are followed by the same two words, which name the things: "2,687 trademarks registered"."""
    named = [re.match(r"\s+([^\W\d_]{3,}\s+[^\W\d_]{4,})\b", each.after) for each in (first, last)]
    if named[0] is None or named[1] is None or re.search(rf"^{OTHERS}", f" {named[0][1]} "):
        return False
    return named[0][1].lower() == named[1][1].lower() and not re.match(OTHERS, last.after[named[1].end() :])


def _is_called_so(first: Told, last: Told, known: str) -> bool:
    """Whether the number is called by words of what was told: "they counted 956 – a count of 956"."""
    naming, named = (_ending(NAMING).search(each.before) for each in (last, first))
    if naming is None or (named is not None and named["name"] == naming["name"]):
        return False  # "a crowd of 956 saw the boys, and a crowd of 965 the girls"
    *others, name = naming["name"].lower().split()
    stems = {word[:STEM] for word in _words(known)}
    is_told = re.fullmatch(FIGURE, name) is not None or name[:STEM] in stems or _is_synonym(name, _words(known))
    others += [naming["owner"].lower()] if naming["owner"] else []
    return (
        is_told
        and all(word[:STEM] in stems for word in {*others} - OFFICIAL)
        and not _names(last.after[:NEAR]) - _words(known)
    )


def _is_retold(first: Told, last: Told, known: str) -> bool:
    """Whether the clause up to the number tells nothing but what was told before, and of the same things."""
    if last.noun is None or first.noun != last.noun:
        return False
    if first.before.strip("\"“‘'# ") == "" and re.match(HEADLINE, first.after):
        return True
    if _is_of_others(last, known):
        return False
    thing = re.search(RELATIVE, last.before)
    if thing is not None:
        return thing[1].lower() in _words(known)
    clause = _clause(last)
    told = _words(clause) - load(DEFAULT).sentences.function_words - PARTICIPLES
    return bool(told) and told <= _words(known) and not says(THEN, clause)


def _clause(last: Told) -> str:
    """The words before a number as far as the last mark of punctuation or "and"."""
    return re.split(r"[,;:–—(]|\band\b", last.before)[-1]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_][\w-]*", text.lower()))


def _names(text: str) -> set[str]:
    """The words with a capital, in small letters."""
    return {word.lower() for word in re.findall(r"(?<![.!?] )\b[A-Z][\w-]+", text)}


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}\s*$", re.IGNORECASE)
