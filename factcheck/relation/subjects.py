"""Whether a percentage is told in a clause that has a subject of its own, and so hardly of the numbers before it.

"Sales rose from £27m to £47m at the brewery, whose rents went up by 4.7%": the rents went up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factcheck.numeral import Kind, Numeral
from factcheck.relation.asked import beginning, is_ahead
from factcheck.relation.changes.belonging import ANYTHING
from factcheck.relation.line import Line, says
from factcheck.relation.shares.own import GENERAL, RATED, SHORTEST
from factcheck.relation.told import Ground, Said
from factcheck.text.language import DEFAULT, load

PERCENTAGES = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.RATIO})
FAR = 200  # characters before a percentage in which its clause begins
FARTHER = 600  # characters around it in which its subject may be named
STEM = 4  # letters by which a word is known again in another form: failed, a failure
FAR_OFF = 5  # words between a share with which a sentence begins and numbers that may be of others
FEW = 3  # words between the beginning of a clause and its percentage
MOST_BEHIND = 4  # words between the verb of a clause and its percentage
OPENING = (
    r"[;:.(–—]\s+|\(|,\s+|\b(?:and|but|while|whereas|although|though|when|where|because|since|after|before|with|that|as|whose|if"
    r"|until|on which|in which|at which)\s+"
)
"""Where a clause begins."""
ANEW = r"(?:[;.]|and\b|but\b|while\b|whereas\b)"
"""How a clause begins that tells another thing."""
CONCLUDING = (
    r"\b(?:so|thus|hence|therefore|that is|namely|mean(?:s|t|ing)|in other words"
    r"|i\.e\.|impl(?:y|ies|ying)|equivalent|equal\w*)\b"
)
"""Words of a clause that goes on about the numbers before it."""
THINGS = r"\s*(?:of )?(?:(?:the|its|their|all|his|her|our|these|those) )?(?:[^\W\d_][\w'’-]*\s*){0,2}"
"""Behind a share or a count, what it is of."""
SAYING = (
    r"^(?:[\w'’-]+ ){1,5}?(?:put|puts|said|says?|estimate[sd]?|reckon(?:s|ed)?|found|finds?|show(?:s|ed)?|believe[sd]?|thinks?|thought"
    r"|report(?:s|ed)?) (?:that )?"
)
"""Who says what comes behind it: "solicitors put the success rate of appeals at"."""
PERSONS = r"\b(?:participants|respondents|people|patients|members|customers|users|persons|cases|applicants|volunteers|callers)\b"
"""What anybody may be called."""
SEEN = r"^(?:had |has |have )?(?:saw|sees?|seen|left|leaves|lets?|made|makes) "
"""Before what somebody or something saw: "an election that saw its share come to 55%"."""
VERB = (
    r"(?:was|were|is|are|be|been|has|have|had|stood|stands?|went|goes|go|came|comes?|get|gets|got|fell|falls?|rose|rises?|risen"
    r"|grew|grows?|grown|shrank|sank|slid|lost|loses?|won|wins?|paid|pays?|took|takes?|made|makes?|hit|saw|sees|ran|runs?"
    r"|yields?|claims?|remains?|costs?|accounts?|earns?|holds?|held|keeps?|kept|gave|gives?|reach(?:es)?|[^\W\d_]{2,}ed)"
)
FRONTED = (
    r"\W*(?:once|originally|formerly|previously|with|without|from|at|after|compared|given|by|up|down|against|versus|having|rising|falling|starting|beginning|growing"
    r"|shrinking|climbing|dropping|peaking|standing|going|coming|moving|reaching|topping|counting|adding|taking)\b"
)
"""How a sentence begins whose numbers stand before its subject."""
CONCLUDED = r"(?:making|accounting|representing|giving|bringing|leaving|meaning)\b"
"""How a clause begins that says what numbers come to, and has no subject."""
OF_ITS_OWN = rf"(?:the |its |their |an? )?(?:\w+ )?{RATED} of (.+) at\s*|(?:of|among) (.+?),?\s*"
"""A clause without a verb that says of what its percentage is."""
THE_THING = rf"(?:the|this|that|its|their) [\w'’-]+ (?:(?:has|have|had) )?{VERB}\b"
"""How a sentence begins that calls what was told by another name: "The bill has gone up"."""
POINTING = frozenset(
    "it they them he him she we you i this that these those there who which what both all some each another others most more fewer"
    " less many none few one ones half rest remainder latter former".split()
)
"""Words that stand for what was told, with which a clause goes on about it."""
CALLED = frozenset(
    "increase rise fall drop decline growth gain loss change difference reduction jump improvement saving cut answer response"
    " same such people business trade workforce membership".split()
)


def on_firm_ground(line: Line, said: Said, anchor: Numeral | None) -> Said:
    """The reading, as one that may be meant where a clause tells its percentage of something else."""
    if anchor is None or anchor.kind not in PERCENTAGES or line.language != DEFAULT or said.ground is Ground.PERHAPS:
        return said
    at, others = line.place(anchor), [line.place(numeral) for numeral in said.numerals if numeral is not anchor]
    before = [place for place in others if place < at]
    if _has_own_subject(line, at, max(before)) if before else _is_of_others(line, at, others, said.gaps.get("whole")):
        return replace(said, ground=Ground.PERHAPS)
    return said


def _is_of_others(line: Line, at: int, others: Sequence[int], wholes: Sequence[Numeral] | None) -> bool:
    """Whether a share with which a sentence begins is told of things that nothing else names, and its whole of others.

    "Four in five shop workers have no contract, according to a study of 981 households, 431 of which rent".
    """
    first = min(others, default=at)
    between = line.words[at + 1 : min(first, at + FAR)]
    if not wholes or len(between.split()) < FAR_OFF or says(CONCLUDING, between) or not says(rf"\s{VERB}\b", between):
        return False
    things = re.match(THINGS, between)
    elsewhere = _before(line, at) + line.words[first : first + FARTHER]
    shared = names(line, things[0] if things is not None else "", elsewhere)
    whole = re.match(
        rf"\s+(?:[\w-]+ )?{load(line.language).sentences.plural}\b", line.words[line.place(wholes[0]) + 1 :][:FAR]
    )
    if whole is None or shared is not False or re.search(PERSONS, whole[0]):
        return False
    return names(line, whole[0], between) is False


def _has_own_subject(line: Line, at: int, previous: int) -> bool:
    """Whether the clause that a percentage ends, behind another number of its reading, has a subject nothing else names."""
    between = line.words[max(previous + 1, at - FAR) : at]
    openings = [*beginning(OPENING).finditer(between)]
    if not openings or says(CONCLUDING, between):
        return False
    if is_ahead(FRONTED, line.words[:FAR]):
        return False  # "with £26m two years ago and £13m today, the reserves have shrunk by 98%"
    clause = beginning(SEEN).sub("", between[openings[-1].end() :])
    if clause[:1].isupper() and is_ahead(THE_THING, clause):
        return False
    whole = re.match(rf"\s+of (?:the|its|their|all)\b{THINGS}", line.words[at + 1 : at + FAR])
    begins = whole is not None and len(clause.split()) < FEW and re.match(ANEW, openings[-1][0]) is not None
    if begins and whole is not None and names(line, whole[0], _before(line, at)) is False:
        return True  # "; 41% of the actors in work are on short contracts"
    subject = _subject(beginning(SAYING).sub("", clause))
    if subject is None or _is_rated(subject) or _is_of_what_is_known(line, at):
        return False
    elsewhere = _before(line, at).removesuffix(clause) + line.words[at : at + FARTHER]
    return names(line, subject, elsewhere) is False


def _before(line: Line, at: int) -> str:
    """The words before a number in which what it is told of may be named."""
    return line.words[max(at - FARTHER, 0) : at]


def _is_of_what_is_known(line: Line, at: int) -> bool:
    """Whether words right behind a percentage tell that it is of what was told: "a third of the panel", "27% of them"."""
    whole = re.match(rf"\s+of\b{THINGS}", line.words[at + 1 : at + FAR])
    return (
        whole is not None and "what" not in whole[0].split() and names(line, whole[0], _before(line, at)) is not False
    )


def _is_rated(subject: str) -> bool:
    """Whether it is but what a share is called: "the completion rate"."""
    return beginning(rf"(?:the|its|their|this|that|an?) (?:[\w-]+ ){{0,2}}?{RATED}").fullmatch(subject) is not None


def names(line: Line, words: str, elsewhere: str) -> bool | None:
    """Whether a thing that some words name is named in others, too; None where they name none, or stand for what was told."""
    told = re.findall(r"[^\W\d_]+", words.lower())
    dull, rated = _dull(line.language), beginning(RATED)
    stems = tuple(
        word[:STEM] for word in told if len(word) >= SHORTEST and word not in dull and not rated.fullmatch(word)
    )
    if not stems or not POINTING.isdisjoint(told):
        return None
    return any(word.startswith(stems) for word in re.findall(r"\b[^\W\d_]+", elsewhere.lower()))


@cache
def _dull(language: str) -> frozenset[str]:
    """Words that name nothing."""
    return load(language).sentences.function_words | GENERAL | CALLED | frozenset(ANYTHING)


def _subject(clause: str) -> str | None:
    """The words before the verb of a clause that ends with a percentage; None where it has none, or other words follow it.

    Of "put the success rate of appeals at" and "of the appeals" it is what the rate is of.
    """
    if is_ahead(rf"{FRONTED}|{CONCLUDED}", clause):
        return None
    alone = beginning(OF_ITS_OWN).fullmatch(clause)
    if alone is not None:
        return alone[1] or alone[2]
    spaced = f" {clause}"
    verbs = [*beginning(rf"\s{VERB}\b").finditer(spaced)]
    if not verbs or len(spaced[verbs[-1].end() :].split()) > MOST_BEHIND:
        return None
    return spaced[: verbs[0].start()].strip()
