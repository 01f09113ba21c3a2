"""Whether several things have one whole between them: "Gas supplied 52% of the heat, oil 31% and wood 17%".

What each does to its share is told once, or with each of them; so is the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from factcheck.relation.changes.times import MONTH
from factcheck.relation.cues import UNIT
from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.relation.shares.dealt import LOCATED, TO
from factcheck.relation.shares.single import NOTHING_OVER
from factcheck.text.marks import MARK

MAKING = (
    r"(?:ma(?:k|d)es? up|made up|making up|account(?:s|ed|ing)? for|constitut(?:es?|ed|ing)|form(?:s|ed)?|compris(?:es?|ed)"
    r"|represent(?:s|ed)?)"
)
"""What parts do to the whole that they are."""
FILLING = r"(?:cover(?:s|ed|ing)?|occup(?:y|ies|ied|ying)|t(?:ak(?:es?|ing)|ook) up|fill(?:s|ed)?)"
"""What stands on land does to it."""
YIELDING = (
    r"(?:suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|generat(?:es?|ed|ing)|produc(?:es?|ed|ing)|contribut(?:es?|ed|ing)"
    r"|br(?:ings?|ought|inging)(?: in)?|rais(?:es?|ed|ing)|earn(?:s|ed)?|deliver(?:s|ed)?|yield(?:s|ed)?|furnish(?:es|ed)?"
    r"|financ(?:es?|ed|ing)|fund(?:s|ed)?|g[ia]ves?|gave|sen[dt]s?|put(?:s)? (?:up|in)|pa(?:y|ys|id)|d(?:oes|id|o)"
    r"|carr(?:y|ies|ied)|haul(?:s|ed)?|emit(?:s|ted)?)"
)
"""What sources do to what comes from them."""
HOLDING = (
    r"(?:h(?:olds?|eld|olding)|own(?:s|ed|ing)?|control(?:s|led|ling)?|ha(?:s|d|ve)|possess(?:es|ed)?|inherit(?:s|ed)?"
    r"|ke(?:eps?|pt))"
)
GETTING = (
    r"(?:g[eo]ts?|receiv(?:es?|ed)|w[io]ns?|t(?:akes?|ook)|secur(?:es?|ed)|poll(?:s|ed)?|captur(?:es?|ed)|claim(?:s|ed)?|gain(?:s|ed)?"
    r"|garner(?:s|ed)?|obtain(?:s|ed)?|collect(?:s|ed)?|swallow(?:s|ed)?|(?:eats?|ate|us(?:es?|ed)) up)"
)
USING = r"(?:us(?:es?|ed)|consum(?:es?|ed)|burn(?:s|t|ed)?)"
AREA = (
    r"\b(?:areas?|land|acreage|surface|park|county|island|estate|farm|moor|hills?|valley|ground|territory|territories|country|district"
    r"|parish|province|region|state|city|town|site|plot|garden|floor|space|hectares|acres|reserve|canton|isle|field|square)\b"
)
OWNED = (
    r"\b(?:shares?|stock|capital|equity|company|firm|stakes?|seats|votes?|land|debt|market|bonds|business|paper|estate|club|group|bank"
    r"|mill|property|holding|holdings|voting rights|rights|concern|venture|fleet|forests?|farmland|wealth)\b"
)
GOT = (
    r"\b(?:votes?|ballots?|poll|seats|money|budget|fund|funds|funding|prize|profits?|proceeds|market|grants?|revenues?|income|aid"
    r"|spending|sum|medals|total|cash|estate|shares|trade|business|subsid(?:y|ies)|pot|loot|blame|credit|work|load|burden|tax|taxes|it)\b"
)
ALL_OF_IT = r"\b(?:all (?:the|its|that)|total)\b|['’]s\b"
MASS = (
    r"\b(?:energy|electricity|power|heat|heating|fuel|output|generation|mix|money|income|revenues?|budget|turnover|sales|funds|funding"
    r"|profits?|earnings|takings|receipts|costs?|tax|taxes|water|food|crop|harvest|milk|meat|grain|coal|oil|gas|steel|timber|wood|waste"
    r"|rubbish|refuse|traffic|freight|cargo|goods|trade|exports|imports|emissions|carbon|pollution|demand|supply|supplies|total|members"
    r"|growth|rise|increase|staff|aid|spending|jobs|vote|capital|material|ore|blood|stone|stones|fish|catch|pupils|recruits|visitors"
    r"|grants?|subsid(?:y|ies)|loans?|gifts?|donations?|work|labour|tourists|migrants|newcomers|guests)\b"
)
"""What is brought in by sources of which each brings its own."""
ONES_OWN = (
    r"\b(?:daily|recommended|allowances?|intake|dose|doses|needs?|needed|requirements?|required|target|goal|quota|due|promised|planned"
    r"|expected|usual|normal|average|maximum|capacity|price|value|level|rate|speed|weight|size|length|original|old|previous|each|every"
    r"|it|they|he|she|you|we|syllabus|course|possible)\b"
)
"""Words of a whole of which each may have one of its own: a share of the daily intake."""
SUCH_AS = r"\b(?:who|whose|(?:people|those|households|homes|firms) with)\b"
"""Words of people of whom some are of another such group."""
A_DAY = r"\b(?:daily|recommended|allowances?|intake|doses?|needs?|requirements?|targets?|goals?|quotas?)\b"
"""Those of what parts make up."""
PEOPLE = (
    r"\b(?:(?:wo)?men|people|the (?:young|old|rich|poor|elderly)|graduates|parents|mothers|fathers|foreigners|immigrants|pensioners"
    r"|students?|smokers|(?:\w+-)?owners|minorit\w+|under|over|aged|members)\b"
)
"""Words of people who may be of several such groups."""
OVERLAPPING = (
    r"\b(?:the (?:top|richest|poorest|wealthiest|biggest|largest|bottom|leading|first|second|third|two"
    r"|three|four|new|other one)|who|whose"
    r"|that|which|combined|together|both|alone|same|renewables?|fossil|clean|green|low-carbon|imports?|exports?|zones?|belts?"
    r"|conservation|districts?|concessions|claims|plans?|policy|policies|networks?|signals?|broadband|mobile|\d+g|snow|ice|clouds?|rain"
    r"|fog|mist|shade|smoke|shadow|ash|flood\w*|packaging|those(?! (?:in|from|of|on|at)\b)|it|they|he|she|we|you|i|this|these)\b"
)
"""Words of what may overlap, or of what is told by itself."""
JUST = r"(?:just|only|some|a further|another|the other|the remaining)"
JOIN = r"(?:[,;.]\s+(?:and |while |whereas |but )?|\s+(?:and|while|whereas|but)\s+)"
AGENT = (
    r"(?!(?:in|at|on|by|of|for|from|to|with|among|over|under|during|after|before|since|than|as|when|where|if|then|now|today|up|down"
    r"|compared|against|including|earlier|last|this|next|not|no one)\b)(?:\w[\w'’-]* ){1,8}?"
)
AGAIN = (
    r"(?:\s+of (?:it|this|that|the (?:same|total|whole|lot|area|land|sum|money|space|rest)"
    r"|(?:its|their) (?:area|land|surface|total|acreage)))?"
)
BEING = r"\b(?:is|are|was|were|did|does|would|could|can|will|won|lost|rose|fell)\b"
DATED = rf"\b(?:{MONTH}|[a-z]{{3,6}}day|yesterday|earlier|previously|{UNIT}s? (?:before|earlier|ago))\b"
SHARED = r"(?:coming|drawn|raised|derived|supplied|provided|contributed|brought in) (?:from|by|through)"
"""Behind a last share that is told as a thing of its own: "with 17% coming from wood"."""
FROM_WHERE = (
    rf"(?:(?:{LOCATED}|(?:(?:is|are|was|were) )?(?:drawn|taken|raised|derived|obtained|earned|generated|supplied|provided|contributed"
    r"|imported|exported|shipped|devoted|earmarked|set aside|allotted|allocated|paid|owed|planted|sown"
    r"|swallowed|eaten up|accounted for)"
    r"|(?:is|are|was|were)(?= from\b)|hail(?:s|ed)?|stems?|stemmed|flow(?:s|ed)?|drain(?:s|ed)?|l(?:ies|ay|ie)) )"
)
FAMILIES = {MAKING: r"\w", FILLING: AREA, YIELDING: MASS, HOLDING: OWNED, GETTING: GOT, USING: ALL_OF_IT}
"""What is done to a share, and words of the whole of which it is done but once."""


def composed(line: Line, parts: Sequence[Slot]) -> bool | None:
    """Whether each of several things is told to have its share of one whole.

    None where nothing of the sort is told; False where it is, of things that may overlap or have a whole each.
    """
    verbs = next((verbs for verbs in FAMILIES if parts[0].follows(rf"{verbs}(?: {JUST})?")), None)
    if verbs is None:
        return None
    between = [_single(line.between(first, last)) for first, last in pairwise(parts)]
    first, *gaps = [_first_gap(verbs).fullmatch(between[0]), *(_gap(verbs).fullmatch(words) for words in between[1:])]
    shared = parts[-1].precedes(rf"\s+{SHARED}\b") and re.fullmatch(rf"{AGAIN}{JOIN}with ", between[-1]) is not None
    if shared:
        gaps = gaps[:-1]
    if first is None or None in gaps or not (shared or parts[-1].precedes(rf"{AGAIN}(?:{CLOSE}| between them\b)")):
        return None
    agents = [re.split(r"[,;:.]", parts[0].before)[-1], *(each["agent"] for each in (first, *gaps) if each is not None)]
    return _of_one(line, parts[0], verbs, first["whole"], agents)


def _of_one(line: Line, first: Slot, verbs: str, whole: str, agents: Sequence[str]) -> bool | None:
    """Whether such things have one such whole between them, and do not overlap."""
    if any(says(BEING, agent) for agent in agents[1:]):
        return None
    its_own = says(r"^(?:its|their|his|her|our|my)\b", whole) and not (
        ":" in first.before or says(NOTHING_OVER, line.text)
    )
    if its_own or says(A_DAY if verbs is MAKING else ONES_OWN, whole) or any(says(DATED, agent) for agent in agents):
        return False  # "Leeds recycles 45% of its waste, York 60%"
    if any(says(OVERLAPPING, agent) for agent in agents):
        return None if verbs is MAKING and not any(says(SUCH_AS, agent) for agent in agents) else False
    if any(says(PEOPLE, agent) for agent in agents):
        return None if verbs is MAKING else False
    return True if says(FAMILIES[verbs], whole) else False if verbs is FILLING else None


def are_sent(parts: Sequence[Slot]) -> bool:
    """Whether each share goes to, or comes from, something with the same word: "52% came from gas, 31% from oil"."""
    first = re.match(rf"\s+(?:of [^,;:()]{{1,60}}? )?{FROM_WHERE}{TO}\b", parts[0].after, re.IGNORECASE)
    if first is None:
        return False
    again = rf"\s+(?:{FROM_WHERE})?{first[1]}\b"
    return all(part.precedes(again) for part in parts[1:])


def goes_on_sharing(first: str, last: str) -> bool:
    """Whether a sentence tells of more things that have their share of the whole of which the one before tells the first."""
    return any(_begins(verbs).search(first) and _goes_on(verbs).match(last) for verbs in FAMILIES)


@cache
def _begins(verbs: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{verbs}) (?:{JUST} )?{MARK} of (?:(?!{MARK})[^,;:.()]){{2,60}}\.?\W*$", re.IGNORECASE)


@cache
def _goes_on(verbs: str) -> re.Pattern[str]:
    has = rf"(?:{JUST} )?{MARK}{AGAIN}"
    return re.compile(rf"\W*{AGENT}(?:{verbs}) {has}{JOIN}{AGENT}(?:(?:{verbs}|for) )?{has}\W*$", re.IGNORECASE)


def _single(words: str) -> str:
    return re.sub(r"\s+", " ", words)


@cache
def _first_gap(verbs: str) -> re.Pattern[str]:
    """The whole, and the second thing that has a share of it."""
    return re.compile(
        rf" of (?P<whole>[^,;.:()–—]{{2,90}}?){JOIN}(?P<agent>{AGENT})(?:(?:{verbs}) )?(?:{JUST} )?", re.IGNORECASE
    )


@cache
def _gap(verbs: str) -> re.Pattern[str]:
    """The next thing that has a share."""
    return re.compile(rf"{AGAIN}{JOIN}(?P<agent>{AGENT})(?:(?:{verbs}|for) )?(?:{JUST} )?", re.IGNORECASE)
