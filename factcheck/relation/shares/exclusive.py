"""Answers that leave each other out by what they are: opposites with something between, what was decided, where one died."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.relation.line import CLOSE, Line, Slot, says
from factcheck.relation.shares.sides import are_sides

PAIRS = (
    (
        "high|dear|steep|expensive|costly|generous|much|great|big|large|strong",
        "low|cheap|mean|stingy|little|small|modest|weak|feeble",
    ),
    ("strict|tight|harsh|hard|tough|severe|stringent|heavy", "lax|lenient|loose|soft|light|mild|gentle|easy|easi|weak"),
    ("long|lengthy", "short|brief"),
    ("many", "few"),
    ("fast|quick|hasty", "slow|cautious"),
    ("hot|warm", "cold|cool"),
    ("early|earli|soon", "late"),
    ("loud|noisy|noisi", "quiet"),
    ("bright|light", "dark|dim"),
    ("wide|broad", "narrow"),
    ("salty|sweet|spicy|rich", "bland|sour|mild|plain"),
    ("left[- ]wing|far to the left|liberal", "right[- ]wing|far to the right|conservative"),
    ("friendly|favourable|favorable|close", "hostile|unfriendly|unfavourable|unfavorable|distant"),
)
"""Words of which one and the same thing is but one."""
BETWEEN = (
    r"\b(?:(?:about|just|roughly|quite) (?:right|enough)|right|fair|reasonable|adequate|acceptable|suitable|fine|neither|balanced"
    r"|the same|unchanged|no change|alone|(?:present|current|existing) \w+|as (?:it|they) (?:is|are|was|were|stands?)"
    r"|(?:ke(?:ep|pt)|le(?:ave|ft)|stay|remain|maintain|retain|hold|steady)\w*)\b"
)
"""What is neither of two opposites."""
WANTING = (
    r"\b(?:want|favou?r|sa(?:id|ys?)\b|think|thought|should|ought|prefer|support|back(?:ed|s)?\b|wish|would|call(?:ed|s)? for|expect"
    r"|predict|foresee|hope)"
)
"""Before what somebody would have."""
UP = (
    r"\b(?:be (?:raised|increased|lifted|expanded|extended|widened|tightened|strengthened|toughened|put up|higher|larger"
    r"|longer)|(?:raise|increase|lift|expand|extend|widen|tighten|put) (?:it|them|that)\b|an? (?:increase|rise)|go(?:ing)? up"
    r"|to (?:rise|grow|go up))\b"
)
DOWN = (
    r"\b(?:be (?:cut|reduced|lowered|decreased|shortened|narrowed|loosened|relaxed|eased|scaled back|brought down|lower|smaller"
    r"|shorter)|(?:cut|reduce|lower|decrease|shorten|narrow|loosen|relax|ease) (?:it|them|that)\b|an?"
    r" (?:cut|decrease|reduction|fall|drop)|go(?:ing)? down|to (?:fall|shrink|drop|go down))\b"
)
OF_ITS_OWN = (
    r"\b(?!(?:they|it|these|this|that|which|and|or|said|as)\b)[\w'’-]+"
    r" (?:should|ought to|must|will|would) (?:be|go|rise|fall|stay)\b"
)
"""Something of which it is said; where each answer has its own, they are of several things."""
ONE_GIVEN = (
    r"\b(?:gave|given|gives?|giving|had|named|offered) one (?:answer|choice|reason|cause|preference|main \w+)\b"
    r"(?! or)[^.;:]{0,60}:"
)
"""Before answers of which each gave but one."""
MOST_OPPOSITES = 4  # two opposites, what is between them, and those who do not know
GRANTED = (
    r"approved|granted|allowed|accepted|upheld|passed|paid(?: in full)?|cleared|acquitted|let go|sent on(?: their way)?|let off"
    r"|successful|admitted"
)
REFUSED = (
    r"refused|rejected|turned (?:down|away)|dismissed|denied|thrown out|declined|failed|convicted|struck out|unsuccessful|voted down"
    r"|disallowed|fined|charged|arrested"
)
NEITHER = (
    r"withdrawn|withdrew|dropped|pending|undecided|deferred|postponed|adjourned|shelved|tabled|referred|(?:sent|handed) back|returned"
    r"|abandoned|lapsed|void|open|waiting|put off|cautioned|warned|settled|given a (?:warning|caution)|unresolved|not yet decided"
)
DECIDED = r"\s+(?:(?:were|was|are|is|(?:have|has|had) been|being) )?(?:(?:still|later|since) )?"
ONCE = (
    r"\b(?:died?|deaths?|dying|born|births?|suicides?|(?:took|take|taken|taking) place|happen(?:s|ed)?|occur(?:s|red)?|lives?|lived"
    r"|living)\b"
)
"""What happens to one but at one place."""
PLACE = (
    r"\s+(?:(?:did so|died|were born|happened|occurred|took place|were|was|lived?|did) )?(?:at|in|on|under|aboard)"
    r" (?:(?:an?|the|their|his|her|own|nursing|care|private|rented|public|open) ){0,2}(?:home|hospital|hospice|clinic|sea|street|road"
    r"|work|school|prison|jail|custody|ward|ambulance|house|flat|hostel|barracks|field|air|water)s?(?: or (?:an? )?[\w ]+)?"
    rf"(?:{CLOSE}|\s+and\b)|\s+(?:(?:did so|died|lived?) )?(?:abroad|elsewhere)\b"
)
"""Where the share is told to be."""

BAND = (
    r"(?: of [^,;:()]{1,40}?(?= (?:is|are|was|were|aged) ))?\s+(?:(?:is|are|was|were) )?(?:aged |between "
    r"|younger than |older than |from |under |over )?(?:\d+\s?(?:to|-|–|and)\s?\d+\b|$)"
    r"|\s+(?:(?:is|are|was|were) )?(?:(?:still|even|much) )?(?:older|younger|longer|shorter|larger|smaller|more|less"
    rf"|fewer){CLOSE}"
)
"""Between a share and the ages or sizes of which it is: "47% are 30 to 59"."""
OF_SO_MANY = (
    r"^ of (?:the |all |its |these )?\d[\d,.]* [^,;:()]{1,60}? (?:is|are|was|were) (?:(?:aged|between|from) )?\d"
)
"""The same behind the first share where its whole is counted: "52% of the 956 jurors were under 40"."""
OR_MORE = r"\b(?:under|over|below|above|younger|older|longer|or (?:more|less|fewer)|aged)\b"
UNDECIDED = (
    r"\s+(?:(?:is|are|was|were|has|have|had|did|do|remain(?:s|ed)?|sa(?:id|y) they (?:were|are|had|have|did|do)) )*"
    r"(?:(?:still|yet|as yet) )*(?:undecided|unsure|uncertain|unconvinced|neutral|neither|do(?:es)?n['’]t know"
    r"|didn['’]t know"
    r"|no (?:opinion|view|preference)|not? (?:sure|know|say|mind|decided?|made up)"
    r"|to (?:decide|make up)|indifferent|ambivalent)\b(?! (?:about|on|over) (?!it\b|this\b|that\b|either\b"
    r"|the (?:matter|question|issue)\b))"
)
"""After the share of those who gave no answer."""
OPPOSED = r"\s+(?:(?:is|are|was|were|sa(?:id|y) they (?:were|are)) )?(?:opposed|against it|in favou?r|not)\b(?! to\b)"
MARKS = (
    (
        r"(?:excellent|outstanding|superb|perfect|(?:(?:very|fairly|quite|reasonably|only) )?(?:good|bad|poor|weak"
        r"|strong)"
        r"|fair|so-so"
        r"|middling|mediocre|average|passable|(?:un)?satisfactory|(?:in)?adequate|(?:un)?acceptable|(?:un)?sound|safe"
        r"|unsafe|(?:un)?fit"
        r"|defective|dangerous|terrible|dire|awful|in (?:need of|good|poor|fair|bad))"
    ),
    (
        r"(?:improv(?:ed|ing|ement)|(?:got )?(?:better|worse)|worsened|worsening|deteriorat(?:ed|ing)|(?:about "
        r"|much )?the same"
        r"|unchanged|no change|no different|risen|rising|fallen|falling|gone (?:up|down)|neither)"
    ),
    r"(?:(?:(?:very|fairly|quite|not|neither) )?(?:(?:dis)?satisfied|(?:un)?happy|content|pleased|displeased))",
    r"(?:(?:very|fairly|quite|not) )?(?:likely|unlikely)",
)
"""What a thing is found to be, by the scale, of which it is but one."""
FOUND = (
    r"\b(?:rat(?:ed|e|es|ing)|grad(?:ed|es?|ing)|judg(?:ed|es?|ing)|call(?:ed|s)?|describ(?:ed|es?|ing)|f(?:ound"
    r"|inds?)|deem(?:ed|s)?"
    r"|class(?:ed|ified|ifying)|consider(?:ed|s)?|sa(?:id|ys?|w)|th(?:ought|inks?)|felt|feels?|belie(?:ved?|ves)"
    r"|report(?:ed|s)?"
    r"|scor(?:ed|ing)|mark(?:ed|ing))\b"
)
IT_IS = (
    rf"\s+(?:(?:{FOUND} )?(?:that )?(?:(?:it|they|them|things|matters|this) )?"
    r"(?:(?:to be|as|had|has|have|was|were|is|are|been|being|be|got|gotten|getting|become|much|far|only|merely|an?"
    r"|about|still)"
    r" ){0,3})"
)
"""Between a share and what those found of the one thing that was told of before."""
PARTY = (
    r"\b(?:labour|the (?:incumbent|challenger|independents?|liberals|conservatives|greens|nationals|tories"
    r"|lib(?:eral)? dem\w*"
    r"|democrats|republicans|nationalists|unionists|social democrats|socialists|[\w-]+ party))\b"
)
STANDING = (
    r"\b(?:the (?:sitting [\w-]+|[\w-]+ candidate|coalition|opposition|government|mayor|senator|governor|minister|left"
    r"|right)"
    r"|(?:his|her|their) (?:rival|opponent|challenger))\b"
)
"""Who or what stands for election, of whom each voter chooses one."""
THOUGHT_OF = (
    r"\b(?:approv\w+|trust\w*|lik(?:e|ed|es)|(?:un)?favourab\w+|(?:un)?favorab\w+|consider\w*|blam\w+|heard|kn[eo]w\w*"
    r"|recogni\w+"
    r"|confiden\w+|opinions? of|views? of|ratings?|respect\w*|popular\w*|satisf\w+|second choices?|turnout"
    r"|(?<!ahead )of (?:all )?(?:the )?"
    r"(?:labour|conservatives?|liberals?|greens?|democrats?|republicans?)|donat\w+|members?hip)\b"
)
"""Words of shares that tell what is thought of each, or what each has."""
POLLED = r"\bpolls?\b[^,;:.]{0,30}? (?:had|has|puts?|gave|gives|shows|showed|with) [A-Z][\w'’-]+ on"
"""Before the share of the first of those of whom a poll tells how they stand."""
ELECTING = r"\b(?:voters?|votes?|elect\w*|polls?|polled|ballots?|candidates?|constituen\w+|seats?)\b"
FEWEST = 2


def are_exclusive(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether nobody is counted under two of the answers, whatever words stand beside them."""
    return (
        are_opposites(line, parts)
        or are_decided(parts)
        or are_places(line, parts)
        or are_either(line, parts)
        or are_bands(line, parts)
        or are_marks(line, parts)
        or are_standing(line, parts)
        or are_sides(parts)
        or says(ONE_GIVEN, line.text)
    )


def are_marks(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether each tells what was found of one thing: "48% rated it good, 45% fair and 19% poor"."""
    return says(FOUND, line.text) and any(_are_of_a_scale(parts, marks) for marks in MARKS)


def _are_of_a_scale(parts: Sequence[Slot], marks: str) -> bool:
    first, *others = parts
    told = [
        part.precedes(rf"{IT_IS}{marks}(?:{CLOSE}|\s+(?:and|or|but|while)\b)") or _heads(part, marks) for part in others
    ]
    all_told = all(is_told or part.precedes(UNDECIDED) for is_told, part in zip(told, others, strict=True))
    return any(told) and all_told and (says(rf"\b{marks}\b", first.after) or _heads(first, marks))


def _heads(part: Slot, marks: str) -> bool:
    """Whether a mark stands before a share in brackets: "good (48%)"."""
    return part.follows(rf"\b{marks}[^,;:()]{{0,30}}\(")


def are_standing(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether so many would vote for each of some candidates or parties: "36% support the incumbent, 19% the challenger"."""
    if says(THOUGHT_OF, line.text):
        return False
    if all(part.follows("on") for part in parts) and parts[0].follows(POLLED):
        return True
    standing = rf"{PARTY}|{STANDING}" if says(ELECTING, f"{line.beside} {line.text}") else PARTY
    led = all(part.follows("(?:on|at)") for part in parts)
    return sum(says(standing, part.before if led else part.after.split(",")[0]) for part in parts) >= FEWEST


def are_opposites(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether two answers are opposites and another is between: "too dear", "about right" and "too cheap"."""
    if len(parts) > MOST_OPPOSITES or not says(BETWEEN, line.text):
        return False
    if (
        all(says(pattern, line.text) for pattern in (WANTING, UP, DOWN))
        and len(re.findall(OF_ITS_OWN, line.text)) < len(parts) - 1
    ):
        return True
    return any(_are_of_a_pair(line.text, *pair) for pair in PAIRS)


def _are_of_a_pair(words: str, one: str, other: str) -> bool:
    """Whether something is told to be too much of both, or is wanted to be more so and less so."""
    if all(says(rf"\b(?:too|over-?) ?(?:{each})\b", words) for each in (one, other)):
        return True
    bare = r"(?: ones?)?(?:[,;.)]|\s+(?:and|or|said|by)\b|\s*$)"
    subject = (
        r"\b(?!(?:they|it|these|this|that)\b)[\w'’-]+ (?:was|were|is|are|had been|has been|have been|got|should be)"
    )
    several = len(re.findall(rf"{subject} (?:{one}|{other})e?r\b", words)) > 1  # "prices were higher, standards lower"
    return (
        not several
        and says(WANTING, words)
        and all(says(rf"\b(?:{each})e?r\b", words) for each in (one, other))
        and says(rf"\b(?:{one}|{other})e?r{bare}", words)
    )


def are_decided(parts: Sequence[Slot]) -> bool:
    """Whether each is of what was decided so, or not at all: "were approved", "turned down", "withdrawn"."""
    told = [next((name for name in (GRANTED, REFUSED, NEITHER) if _is_told(part, name)), "") for part in parts]
    return "" not in told and GRANTED in told and len(set(told)) > 1


def _is_told(part: Slot, words: str) -> bool:
    behind = part.precedes(rf"[^,;:()–—]{{0,60}}?{DECIDED}(?:{words})(?:{CLOSE}|\s+(?:and|or|by)\b)")
    return behind or part.follows(rf"(?:{words})\s*[(:–—]?\s*(?:some |about )?")


def are_places(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether each is of where it happened, which was at one place: "died at home", "in hospital"."""
    return says(ONCE, f"{line.beside} {line.text}") and all(part.precedes(PLACE) for part in parts)


def are_bands(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether each is of those of so many years, or between so many: "under 30", "30 to 59", "60 or over"."""
    first, *others = parts
    begun = first.precedes(BAND) or says(OF_SO_MANY, line.between(first, others[0]))
    return says(OR_MORE, line.text) and begun and all(part.precedes(BAND) for part in others)


def are_either(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether one of the answers is true of each: "either walked (52%), took the bus (31%) or came by car (17%)"."""
    first, *_, last = parts
    led = says(r"\beither\b[^.;:]*$", first.before) or says(r"^[^,;.:(]*\beither\b", first.after)
    several = says(r"\b(?:ha(?:d|ve|s)|report\w*|suffer\w*|symptom\w*)\b", line.text) and not says(
        r"\b(?:no|not|none|neither)\b", last.before
    )
    return led and not several and says(r"[,)]\s*or\b[^,;.()]*(?:\(\s*)?$", line.between(parts[-2], last))
