"""Whether shares that a sentence tells one after the other are told of one whole that is dealt out among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.relation.line import CLOSE, Line, Slot, says

OWNING = (
    r"(?:owns?|owned|holds?|held|controls?|controlled|has|have|had"
    r"|br(?:ings?|ought) in|generates?|generated|contributes?|contributed)"
)
OF_IT = r"\s+of (?:the|its|their|his|her|all)\b"
COVERING = r"(?:covers?|covered|occup(?:y|ies|ied)|accounts? for|accounted for|fills?|filled)"
PERSONS = r"(?:[^\W\d_]+(?:ers|ors|ists|ians|ants|ents|ees)|women|men|people|girls|boys|children|adults|youths|wives|husbands)"
KIND = rf"\s+(?:were|are) (?:[^\W\d_]+ )?(?!{PERSONS}\b)[^\W\d_]{{2,}}s(?:{CLOSE}|\s+and\b)"
"""After the share of things of one kind: "were oaks", but not "were women", who may be smokers as well."""
WOMEN, MEN = "(?:women|girls|female)", "(?:men|boys|male)"
SEX = r"\s+(?:(?:were|are) )?(?:(?:wo)?men|boys|girls|(?:fe)?males?|children)\b"
"""After the share of those who are nothing else of what follows each of them: "52% were men, 31% women and 17% children"."""
CHOSEN = (
    r"\b(?:chosen|picked|named|voted|selected|favou?red|supported|wanted|opposed|seen|rated|given|put|preferred|backed"
    r"|called|thought|deemed|judged|considered|found"
    r"|described|held|believed|ranked|labelled|mentioned|said)(?: [^,;:()]{0,60})? by"
)
THE_ONE = r"\b(?:as|for) (?:the|their|its) (?:[^\W\d_]+est|worst|favou?rite|main|single|most \w+|least \w+)\b|\bfirst\b"
"""What only one can be in the eyes of each."""
BOUND = (
    r"(?:(?:had |have |has )?(?:went|gone|go|goes|stay(?:s|ed)?|remain(?:s|ed)?|joined|entered|started|began|moved|left|returned"
    r"|emigrated|became|took up))"
)
"""What one can do but one of: "stayed at school", "went to college"."""
OTHERWISE = (
    r"\s+(?:(?!(?:and|but)\b)[^\W\d_]+ ){0,2}"
    r"(?:no|not|neither|none|undecided|unsure|the same|[^\W\d_]*n['’]t|against|opposed)\b"
)
"""After a last share that is told of all others of the whole."""
FURTHER = r"(?:the|another|a|an)(?: (?:further|rest|other|others|remaining|additional))?,?"
"""Before a last share that stands behind a full list, and is told of the same whole all the same."""
LOCATED = (
    r"(?:c[ao]mes?|went|go(?:es)?|gets?|got|lives?|lived|(?:(?:is|are|was|were) )?(?:born|living|based|located|situated|settled|raised"
    r"|brought up|registered|made|built|grown|sold|spent|invested|owned|run|let|farmed|managed|funded|bought|eaten"
    r"|written|held|stored|kept|buried|found|sent|produced|caught))"
)
DEALT = (
    r"\b(?:(?:is|are|was|were|be|been|being) (?:[^\W\d_]+ly )?[^\W\d_]+(?:ed|en|t|wn|nt|de|ld)|c[ao]mes?|went|go(?:es)?|gets?|got"
    r"|draws?|drew|splits?|divides?)(?: (?:about|roughly|some|up|out))?"
)
"""Before the first share of what is dealt out: "was invested 17% in shares, 42% in bonds and 41% in cash"."""
IS = r"(?<!it )(?:is|are|was|were)(?: (?:about|roughly|some|around))?"
STUFF = (
    r"\s+(?!(?:full|empty|done|complete|off|up|down|today|yesterday|now|then|higher|lower|more|less|fewer|sure|certain"
    r"|likely|effective"
    rf"|accurate|correct|humid\w*|online|overall)\b)(?:[a-z]+(?<!ly)(?<!er)(?:{CLOSE}|\s+and\b))"
)
"""Behind a share, one word for what it is."""
GIVING = (
    r"(?:g[ia]ve[ns]?|giving|spen[dt]s?|spending|sen[dt]s?|sold|sells?|devot\w+|allocat\w+|award\w+|distribut\w+"
    r"|assign\w+|left"
    r"|leaves|paid|pays?|puts?|earmark\w+|g[eo]ts?|dr[ae]ws?|exports?|exported|imports?|imported|ships?|shipped|buys?|bought|earns?|earned"
    r"|makes?|made|raises?|raised|collects?|collected|grows?|grew|invests?|invested|dumps?|dumped|stores?"
    r"|stored|burns?|burnt)(?: (?:about|some|over|nearly))?"
)
OF_ITS = r"of (?:its|their|his|her) (?:[\w-]+ ){1,3}(?=(?:to|for|into|in|from|on|by|at) (?:[\w-]+ ?){1,3},)"
"""Behind the first share of what is dealt out to each: "52% of its marks for style, 31% for speed"."""
TO = "(to|from|in|into|on|by|for|with)"


def is_owned(parts: Sequence[Slot]) -> bool:
    """Whether it is told who has how much of one thing: "the family owns 52% of the firm", "wheat covers 52% of the land"."""
    first, *others = parts
    covered = first.follows(COVERING) and all(other.precedes(rf"{CLOSE}|\s+and\b") for other in others)
    return first.precedes(OF_IT) and (first.follows(OWNING) or covered)


def are_kinds(parts: Sequence[Slot]) -> bool:
    """Whether each is of things of a kind, which are of no other: "52% were oaks, 31% were limes and 17% were elms"."""
    return all(part.precedes(KIND) for part in parts) or all(part.precedes(SEX) for part in parts)


def are_sexes(parts: Sequence[Slot]) -> bool:
    """Whether right behind each of two shares stands one of two sexes: "52% girls and 48% boys"."""
    last = re.match(rf"\s+(?:{WOMEN}|{MEN})(?:{CLOSE}|\s+and\b)", parts[1].after, re.IGNORECASE)
    side_by_side = says(rf"^\s+(?:{WOMEN}|{MEN}),?(?: and)?\s*$", parts[1].before)
    return side_by_side and last is not None and len({says(rf"^\s+{WOMEN}", part.after) for part in parts}) > 1


def are_bound(parts: Sequence[Slot]) -> bool:
    """Whether all but the first, which may name the whole, tell where somebody went, who cannot have gone elsewhere."""
    after = parts[0].precedes(rf"[^,;:()]*\b{BOUND}\b")
    return after and all(part.precedes(rf"\s+{BOUND}\b") for part in parts[1:])


def are_chosen(parts: Sequence[Slot]) -> bool:
    """Whether so many chose each, of which only one can be that: "was voted the best by 52%, the other by 31%"."""
    return parts[0].follows(CHOSEN) and says(THE_ONE, parts[0].before) and all(part.follows("by") for part in parts)


def are_named(parts: Sequence[Slot]) -> bool:
    """Whether so many gave each: "was named by 52%, the other by 31%"."""
    return parts[0].follows(CHOSEN) and all(part.follows("by") for part in parts)


def are_made_of(parts: Sequence[Slot]) -> bool:
    """Whether it is told what something is made of, each in one word: "the wood is 52% pine, 31% oak and 17% birch"."""
    once = parts[0].follows(IS) and not any(part.follows(IS) for part in parts[1:])
    return once and all(part.precedes(STUFF) for part in parts)


def is_full(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether the list ends before the last share, which is told of something else: "52% read and 31% write; 17% walk"."""
    first, last = parts[-2:]
    listed = says(r"^[^,;]*\band\b[^;]*$", line.between(parts[-3], first))
    return listed and says(r";", line.between(first, last)) and not (last.follows(FURTHER) or last.precedes(OTHERWISE))


def is_dealt(parts: Sequence[Slot]) -> bool:
    """Whether a verb deals them out, each with the same preposition behind it."""
    after = {found[1].lower() if (found := re.match(rf"\s+{TO}\b", part.after)) else "" for part in parts[1:]}
    given = f"|{OF_ITS}" if parts[0].follows(GIVING) else ""
    first = re.match(rf"\s+(?:of [^,;:()]{{1,40}}? {LOCATED} {given})?{TO}\b", parts[0].after)
    dealt = first is not None and (
        parts[0].follows(DEALT) or not first[0].lower().lstrip().startswith(first[1].lower())
    )
    return dealt and after == {first[1].lower() if first else ""}
