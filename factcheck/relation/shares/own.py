"""Whether a share is told of a whole of its own: of some only, of another place or time, or of another thing than is counted.

"Of 956 homes, 312 failed; in those built before 1960 the failure rate was 45%", "heard 956 cases and adjourned 312; its
conviction rate was 45%".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.numeral import Kind, Numeral
from factcheck.relation.asked import ending, is_ahead, is_behind
from factcheck.relation.line import Line, Slot, says
from factcheck.relation.shares.evidence import concludes
from factcheck.relation.shares.linked import OTHER_SUBJECT
from factcheck.relation.told import COUNTS
from factcheck.text.language import load
from factcheck.text.marks import MARK

LARGE = 100  # a number of those that a sentence counts, and not of "the two schools"
FAR = 200  # characters before a share in which its clause begins
FEW = 3  # spaces between a number and the share that is its own
STEM = 5  # letters by which a word is known again in another form
SHORTEST = 3  # letters of a word that names something
RATED = (
    r"(?:[\w-]*rate|ratio|share|proportion|percentage|turnout|take-up|uptake|attendance|occupancy|coverage|prevalence|incidence"
    r"|positivity|yield|compliance|participation|mortality|vacanc(?:y|ies)|response|success|survival|absence|figure|number|level|result)"
)
"""What a share is called."""
VERB = (
    r"(?:was|is|were|are|be|been|being|st(?:ood|ands?)|r(?:an|uns?)|came|comes?|reach(?:es|ed)?|hit|hits|works? out|worked out"
    r"|exceed(?:s|ed)|topp?(?:s|ed)|remain(?:s|ed)|stay(?:s|ed)|averag(?:es|ed)|approach(?:es|ed)|fell|f[ae]lls?|rose|rises?|dropp?(?:s|ed)|sank|climb(?:s|ed))"
)
TOLD = (
    rf"(?:{VERB}|not|never|just|only|about|at|to|as|high|low|nearer|closer|still|even|put|some|a|much|higher|lower|better|worse"
    r"|no|fully)"
)
"""Between what a share is called and the share."""
SUBJECT = rf"(?:(?:the|its|their|that|this|his|her|our) )?(?:[\w'’-]+ ){{0,3}}?{RATED}(?: [\w'’-]+){{0,6}}? {VERB}(?: {TOLD}){{0,4}}"
BEGIN = (
    r"(?:^|[.;:,–—]\s+|\(\s*|\b(?:and|but|while|whereas|though|although|yet) )"
    r"(?:(?:and|but|while|yet|even|only|just|however|meanwhile),? )*"
)
"""How a clause begins."""
ANEW = (
    r"(?:[.;]\s+|(?:,\s+)?\b(?:and|but|while|whereas|though|although|yet) |,\s+(?=(?:its|their|his|her|the|it)\s))"
    r"(?:(?:and|but|while|yet|even|however|meanwhile),? )*"
)
"""How a clause begins behind another."""
WITHIN = r"(?:in|among|amongst|at|on|for|across|within|during|outside|inside|of|by|near|along|throughout|under|over)"
SCOPED = (
    rf"{BEGIN}{WITHIN} (?P<scope>[^,;:.()–—]{{2,90}})"
    rf"(?:,? (?:{SUBJECT}|it {VERB}(?: {TOLD}){{0,3}})|[,:](?: (?:only|just|some|fully|about))?)"
)
"""Before a share: of which it is told."""
BEFORE_THEN = (
    rf"{BEGIN}(?:(?:the )?(?:last|previous|preceding|next) (?:year|month|week|season|quarter|term|decade|winter|summer|spring|autumn)"
    r"|(?:a|one|two|ten) (?:years?|months?|weeks?|decades?) (?:ago|earlier|before|later)"
    rf"|the (?:year|month|week|season) before|previously|nationally|elsewhere|regionally|worldwide|globally),? {SUBJECT}"
)
"""Before a share of another time or place."""
RATE_OF = rf"{ANEW}(?:{SUBJECT}|it {VERB}(?: {TOLD}){{0,3}})"
"""Before a share of which it may be told behind it of which it is told."""
SCOPE_BEHIND = r"\s+(?:in|among|amongst|at|on|for|across|within|during|outside|inside|of|by|near|along) (?P<scope>[^,;:.()–—]{2,60})"
SCOPE_BETWEEN = (
    rf"{ANEW}(?:(?:the|its|their) )?(?:[\w'’-]+ ){{0,3}}?{RATED}"
    rf" {WITHIN} (?P<scope>[^,;:.()–—]{{2,60}}?) {VERB}(?: {TOLD}){{0,4}}"
)
"""Before a share that is told of what stands between what it is called and the verb."""
OF_A_PLACE = (
    r"[,;.]\s+(?:and |but )?(?:in|at) (?P<scope>(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?)(?: (?:only|just))?"
)
"""Before a share of another place, which a comma parts from the first."""
HAVING = rf"{ANEW}(?P<scope>[^,;:.()–—]{{2,60}}) (?:has|have|had|recorded|reported|posted) an? (?:[\w-]+ ){{0,3}}?{RATED} (?:of|at)"
"""Before a share that something else has."""
POSSESSED = (
    rf",? (?:and|but|plus|as well as) an? (?:[\w-]+ ){{0,3}}?{RATED} (?:of|at)(?: (?:only|just|about|some|nearly))?"
)
"""Before a share of which something has a rate, besides what it has so many of."""
FURTHEST = (
    r"\b(?:peak(?:s|ed)|(?:that|this|which|it) compares|bottomed out|hover(?:s|ed)|averag(?:es|ed|ing)|rang(?:es|ed|ing)|fluctuated"
    r"|never (?:\w+ )?(?:fell|dropped|rose|sank|went|dipped|exceeded|topped|reached|got|climbed)"
    r"|(?:stayed|remained|kept|stays|remains|held) (?!by\b)(?:\w+ )?(?:above|below|over|under|at|near|close to|around|$)"
    r"|as (?:high|low) as|at (?:its|their|the) (?:peak|worst|best|height|lowest|highest))"
    r"(?: (?:at|above|below|over|under|around|about|near|from|to|between|of|well|just|with|as|high|low|\w+ly))*"
)
"""Before the furthest that a rate went over a time, or what it was on average."""
OTHERS = (
    rf"\b(?:national|regional|local|countrywide|nationwide|statewide|worldwide|global|european|british|industry|sector|county|district"
    rf"|usual|normal|average|typical|state|federal|neighbouring|comparable|corresponding|equivalent) (?:[\w'’-]+ ){{0,3}}?{RATED}"
    rf"(?: [\w'’-]+){{0,4}}? {VERB}(?: {TOLD}){{0,4}}"
)
"""Before a share that is told for comparison."""
PLACE = r"(?:in|at|on|across|among|for) (?:the|an?|its|their)"
ELSEWHERE = (
    rf"(?:;\s*(?:{PLACE}(?! whole)|elsewhere)|,\s*{PLACE} (?:other|second|next|neighbou?ring))\b[^;,]{{0,60}},\s*"
)
"""Before a share that is told of another place or time than the numbers before it."""
OF_THOSE = r"[.,;:]\W*(?:but |and )?(?:of|among|amongst) (?:the ones|those|all) (?!of\b)[^,;:.()]{3,60},(?: (?:only|just|some))?"
"""Before a share of some that were told of before: "of those voting, 32%"."""
OF_RATE = r"\s(?:the|its|their|that|this)(?: [\w'’-]+){1,3}\s*$"
"""Behind those words, the first of what a share is called."""
OF_THEM = r"of (?:them|these|those|whom|which)"
TOLD_ITSELF = rf"(?:[,;:–—(.]|\band)\s*(?:and )?{OF_THEM},?(?: (?:only|just|some|about|nearly|almost))?"
"""Before a share of what was counted last, whose part is told in words."""
DONE = (
    r"\s+of (?:(?:the|its|their|all|this|that) )?[\w'’-]+(?: [\w'’-]+){0,2} (?:counted|declared|reported|reporting|tallied|tabulated"
    r"|processed|verified|scrutinised|in|gone|played|left|over|done|to (?:go|come|play|count)|remaining|completed?|finished|elapsed"
    r"|behind|past|passed|sold)\b"
)
"""Behind a share, how far something has come."""
AS_FAR = (
    r"\b(?:with|after|once|when|as|until|before|by the time|and)"
    r"(?: (?:only|just|some|about|around|roughly|more than|fully|well over))*"
)
"""Before such a share: "with half of the votes counted, it had 48 seats"."""
EVERYONE = (
    r"\s+of (?:the|this|its|our|all)(?: [\w'’-]+)? (?:whole|entire|general|wider|total|adult|national)"
    r" (population|public|country|nation|electorate|people)\b"
)
SURVEYED = r"\b(?:interview|survey|poll|sampl|questionnaire|estimat|extrapolat|project(?:ed|ion))"
STATES = r"(?:difficulty|trouble|debt|arrears|need|work|poverty|favou?r|doubt|pain|distress|care|hardship|crisis|danger|agreement)"
"""What people are in, and which is no place or group: "the share in difficulty"."""
GENERAL = frozenset(
    "total case cases effect fact short other words word terms percentage time times end event whole sample group study all"
    " period point overall addition general turn practice theory reality final question poll survey count vote ballot trial"
    " test exam round both every same entire figures figure number numbers percent cent per rate order view one two three"
    " event outcome result consequence average year season week month day night far now present last latest".split()
)
"""Words that tell of nothing new."""
MEANT = {
    r"occupancy|load factor": r"occup|full|fill|taken|\blet\b|book|sold|empty|vacan|free|unlet|in use|stood|used|reserv|passengers",
    r"convict\w+": r"convict|guilty|jail|sentenc|acquit|clear|condemn|found",
    r"turnout": r"\bvot|ballot|poll|turn|\bcast\b|elector",
    r"attendance": r"attend|turn|came|com[ei]|present|absent|miss|show|stay|pupils|seats|invit|there",
    r"clear-?up|detection|clearance": r"solv|clear|detect|charg|arrest|caught|suspect|culprit|identif|convict",
    r"reject\w*|refusal": r"reject|turn|refus|fail|back|fault|scrap|throw|thrown|discard|defect|declin|den[iy]|dismiss",
    r"mortality|death|fatality|survival": r"di(?:e|ed|es|ing)\b|death|dead|surviv|kill|lost|live|fatal|perish|alive|pull",
    r"vacanc\w+": r"vacan|empty|unlet|unfill|unoccup|shut|clos|\blet\b|fill|unsold|stand|stood",
    r"unemployment|jobless": r"job|work|employ",
    r"recycling": r"recycl|compost|re-?us",
    r"sickness|absence": r"sick|\bill|absen|\boff\b|miss|away",
    r"vaccination": r"vaccin|jab|dose|immuni|inject",
    r"(?:staff )?turnover": r"left|leav|quit|resign|depart|replac|joined",
}
"""What is told where a rate of that name is one of two counts."""


BANKED = (
    r"(?:main|base|key|policy|benchmark|interest|lending|deposit|mortgage|tax|vat|growth|inflation|exchange|discount) rates?"
    r"(?: (?:is|was|at|of|to|by|stands?|stood|remains?|remained|unchanged|steady|now|up|down))+"
)
"""Before a rate of interest and the like."""


def has_its_own_whole(line: Line, share: Slot) -> bool:
    """Whether words at a share tell that it is of something else than the numbers beside it."""
    before, after = line.words[max(share.at - FAR, 0) : share.at], line.words[share.at + 1 :][:FAR]
    if share.follows(rf"{ELSEWHERE}|{OTHER_SUBJECT}|{BANKED}") or is_behind(
        rf"{POSSESSED}|{FURTHEST}|{BEFORE_THEN}|{OTHERS}", before
    ):
        return True
    if _is_of_everyone(line, share):
        return True
    if share.follows(AS_FAR) and is_ahead(DONE, after):
        return True
    return _is_scoped(line, share, before, after) or _is_of_another_rate(line, share, before)


def _is_of_everyone(line: Line, share: Slot) -> bool:
    """Whether a survey is told of, and the share is that of all people, whom nobody counted."""
    everyone = re.match(EVERYONE, line.words[share.at + 1 :][:FAR], re.IGNORECASE)
    if everyone is None or not says(SURVEYED, line.text):
        return False
    return line.text.lower().count(everyone[1].lower()) == 1


def tells_its_part(line: Line, share: Slot) -> bool:
    """Whether a share of them all tells its part in words: "27% of them at weekends", "of which 27% are new"."""
    if any(slot.kind in COUNTS for slot in line.slots[share.index + 1 :] if not slot.is_few) or concludes(line, share):
        return False
    after = line.words[share.at + 1 :][:FAR]
    of_them = is_ahead(r"\s+of (?:them|whom|which)\s+\S", after) or share.follows(OF_THOSE)
    return of_them or (share.follows(TOLD_ITSELF) and is_ahead(r"\s+[^\W\d_]", after))


def _is_scoped(line: Line, share: Slot, before: str, after: str) -> bool:
    """Whether its clause begins, or ends, with words for a place, a time or a group that are named nowhere else."""
    for pattern in (SCOPED, SCOPE_BETWEEN, OF_A_PLACE, HAVING):
        told = ending(pattern).search(before)
        if told is not None and _is_new(line, told["scope"], line.words[: share.at - len(before) + told.start()]):
            return True
    behind = re.match(SCOPE_BEHIND, after, re.IGNORECASE)
    clause = ending(RATE_OF).search(before)
    if behind is None or clause is None:
        return False
    return _is_new(line, behind["scope"], line.words[: share.at - len(before) + clause.start()])


def _is_new(line: Line, scope: str, earlier: str) -> bool:
    """Whether words name something that the words before them do not, and tell of no count."""
    if re.fullmatch(STATES, scope.strip(), re.IGNORECASE):
        return False
    signs = [line.marked.numeral(sign) for sign in re.findall(MARK, scope)]
    if not earlier.strip() or any(each.kind in COUNTS and each.hedge is None and _is_large(each) for each in signs):
        return False
    if any(each.kind in (Kind.YEAR, Kind.DATE, Kind.AGE) for each in signs):
        return True
    dull = load(line.language).sentences.function_words
    named = re.sub(OF_RATE, "", scope.lower())
    words = [word for word in re.findall(rf"[^\W\d_]{{{SHORTEST},}}", named) if word not in dull]
    return any(word not in GENERAL and word[:STEM] not in earlier.lower() for word in words)


def _is_large(numeral: Numeral) -> bool:
    return numeral.value is None or numeral.value >= LARGE


def _is_of_another_rate(line: Line, share: Slot, before: str) -> bool:
    """Whether a clause tells a rate of a name that goes with other verbs than those of the clauses before it."""
    told = ending(RATE_OF).search(before)
    if told is None:
        return False
    earlier = line.words[: share.at - len(before) + told.start()]
    return any(says(rf"\b(?:{name})\b", told[0]) and not says(meant, earlier) for name, meant in MEANT.items())


def without_rivals(line: Line, share: Slot, found: Iterable[tuple[Slot, Slot]]) -> Iterator[tuple[Slot, Slot]]:
    """Those parts and wholes that do not stand alike, each with a share of its own."""
    yield from ((part, whole) for part, whole in found if not _is_of_a_rival(line, part, whole, share))


def _is_of_a_rival(line: Line, part: Slot, whole: Slot, share: Slot) -> bool:
    """Whether two numbers that stand alike each have a share beside them: "956 votes (37.5%) and Jones 812 (31.9%)"."""
    if part.index == share.index + 1 and _is_behind_a_share(line, part) and _is_behind_a_share(line, whole):
        return not says(rf"\b{OF_THEM}\b", line.between(whole, share))
    between = line.slots[whole.index + 1 : part.index]
    told = [slot for slot in between if slot.kind is Kind.PERCENT and slot.follows(r"\(")]
    if whole.index > part.index or share.index != part.index + 1 or len(told) != 1:
        return False
    beside = told[0].index == whole.index + 1 and whole.after.count(" ") <= FEW and share.follows(r"\(")
    return beside and not says(
        rf"\bof (?:them|these|those|whom|which|the (?:\d|{MARK}))|\bamong\b|\b{MARK} of\b", line.between(told[0], share)
    )


def _is_behind_a_share(line: Line, slot: Slot) -> bool:
    """Whether it stands in brackets behind a share, which is its own: "38.5% (154)"."""
    before = line.slots[slot.index - 1 : slot.index]
    return bool(before) and before[0].kind is Kind.PERCENT and slot.before.strip() == "("
