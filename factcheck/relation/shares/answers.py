"""Words of shares by which they may, or may not, be those of one whole that leave each other out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.relation.line import Line, Slot, says

NAMING = (
    r"\b(?:cit(?:e|ed|es|ing)|mention\w*|nam(?:ed|ing)|gave|giv(?:e|en|ing)|list(?:ed|ing)?|tick(?:s|ed|ing)?|symptoms?"
    r"|reasons?|concern\w*|complain\w*|problems?"
    r"|side[ -]effects?|factors?|causes?|barriers?|benefits?|hobbies|activit\w+|apps?|devices?|languages?"
    r"|channels?|sources?|worr\w+|experienc\w+"
    r"|suffer\w*|report\w*|us(?:e|es|ed|ing)|visit\w*|watch\w*|listen\w*|reads?|subscrib\w+|speaks?|spoke|ha(?:d"
    r"|ve|s)(?: an?| been)?"
    r"|owns?|owned an?|agree\w*|support\w*|trust\w*|aware|recogni\w+|heard|familiar|pass(?:ed|es)?|satisf\w+"
    r"|blam\w+|tried|bought|eat|ate|drink"
    r"|drank|play\w*|took part|contain\w*|carr(?:y|ied)|tested positive|detected|found in|present in|affect\w*"
    r"|feel|felt|fear\w*|want\w*|like[sd]?"
    r"|enjoy\w*|spent|spend|offer\w*|provid\w+|lack\w*|needs?|needed|afford|skipp\w+|missed|know|knew)\b"
)
"""Words of answers of which one person may give several."""
OF_ANOTHER = r"(?: is| was)? of\b[^.;]{0,240},(?: [\w'’-]+){1,3} (?:that )?of"
FIRST_OF = (
    rf"(?:first|native|main|only) (?:language|choice){OF_ANOTHER}|mother tongue{OF_ANOTHER}"
    r"|as (?:a|an|their|his|her) (?:first|native|only) language"
)
"""Words of what each has but one of."""
APART = (
    r"\b(?:no|not|n't|didn['’]t|don['’]t|neither|nor|none|undecided|vacant|unfilled|unlet|unsold|unused|unspent|unsure"
    r"|uncertain|against|oppos\w+|disagree\w*"
    r"|dissatisf\w+|abstain\w*|negative|bad|poor(?:ly)?"
    r"|low|worse|less|fewer|never|rarely|former|(?<!for )(?<!of )others?|rest|remain(?:s|ed|der|ing)|undecideds|lost|fail\w*"
    rf"|single|divorced|widowed|rent(?:s|ed|ing)?|part[- ]time|{FIRST_OF}"
    r"|unchanged|stay(?:ing)? put|do(?:ing)? nothing|the status quo|leav(?:e|ing) (?:it|things|them|well) alone"
    r"|the same(?! (?:surveys?|polls?|study|studies|research|reports?|papers?|question\w*|people|group"
    r"|samples?|time|year|month|week|day|period"
    r"|place|town|way|age|census|source|figures|answers|interviews?|set|data|sort|kind|street)\b)|stayed"
    r"|split|divid\w+|made up|(?:sorted|grouped|separated|ranked|filed) (?:into|by)|verdicts?"
    r"|consist\w*|compris\w*|broke(?:n)? down|breakdown"
    r"|of the vote|votes|voted|preferr\w+"
    r"|opted|plump\w*|which (?:single|one)|only one|main(?:ly)?|chiefly|principally|primarily|solely"
    r"|most important|first preferences?)\b"
)
"""Words of answers that leave each other out, or of a whole that is told part by part."""
PARTING = (
    r"\b(?:belong\w*|chose|choose|pick(?:ed)?|backed|favou?r\w*|rated|describ\w+|graded|classed|classif\w+|came (?:from|by"
    r"|out)|com(?:e|es|ing) (?:from|by)"
    r"|went (?:to|on|for)|go(?:es)? (?:to|on)|going (?:to|on)|account\w*|mak(?:e|es|ing) up|form(?:s|ed)?"
    r"|h[eo]lds?|generat\w+|suppl\w+|provid\w+"
    r"|yield(?:s|ed)?|owned|area|surface|acreage|walk\w*|dr[io]ve\w*|cycle[sd]?|travel\w*|arriv\w+|by (?:car|bus|train|bike|age|sex"
    r"|tenure|type|region)|cover|sources?"
    r"|mix|composition|share|audience|ownership|budget|electorate|population|workforce|cohort|sample|polled|asked"
    r"|surveyed|took|won|got|gained|say|said"
    r"|br(?:ings?|ought|inging) in|full[- ]time|(?:out of|in) work|unemployed|jobless|retired"
    r"|(?:keep|leave|left|kept|stay) (?:[\w'’-]+ ){0,4}as (?:it|they|things) (?:is|are|was|were|stands?)"
    r"|said yes|in favou?r|for it|on time|delayed|cancelled|better|upheld|answered|drawn|drew|spen[dt]|older|younger)\b"
)
"""Words of a whole that is shared out."""
UNITS = r"(?:an? )?(?:half )?(?:minutes?|hours?|days?|weeks?|months?|years?|miles?|kilomet\w+|met\w+|times)\b"
SEVERAL = (
    r"\b(?:(?:more|fewer|less) than (?:one|two|three)|as many (?:[\w-]+ )?as (?:they|you|he|she) "
    r"|several|multiple|(?:could|can|may|might|able to|allowed to"
    r"|free to|asked to|invited to) (?:\w+ )?"
    r"(?:tick|choose|give|name|pick|select|vote|cite|list|mention|report|have|be|belong|fall|appear)|up to (?:two"
    rf"|three|four|five)(?! {UNITS})|also|both|as well"
    r"|overlap\w*|at least (?:one|once)|any of|ever|respectively|each|either|all (?:of|three|four|that apply)"
    r"|(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|hop(?:e|es|ed|ing)) to|no (?:upper )?limit|any number of (?:answers|reasons|boxes)"
    r"|(?:two|three|four|five|six|seven|eight|separate) (?:[\w-]+ )?questions"
    r"|exceed (?:100|a hundred)|add up to more"
    r"|sum to more|not mutually|together|often|combination\w*|same (?:people|person|patients?|respondents?)"
    r"|counted (?:twice|more)|double[- ]count\w*)\b"
)
"""Words by which one person may be counted twice, also where they stand in the sentence before or after."""
SEVERAL_BESIDE = rf"\b(?!(?:each|either|ever|respectively)\b){SEVERAL[2:]}"
"""Those that tell so also in the sentence before or after."""
NEAR = Fraction(1, 100)  # that rounded shares may miss the one that they come to
GROUP = (
    r"(?:[,;.]|\band)\s+(?:while |but )?(?:among|amongst|of (?:those|the (?!rest|others?|remain))|for those|in those)\b"
    r"(?! (?:them|these)\b)"
)
"""How a clause begins that tells of others than the one before."""
ATTITUDES = (
    r"(?:trust(?:s|ed)?|lik(?:es?|ed)|lov(?:es?|ed)|us(?:es?|ed)|watch(?:es|ed)?|reads?|owns?|owned|speaks?|spoke|visit(?:s|ed)?|knows?|knew"
    r"|heard(?: of)?|enjoy(?:s|ed)?|eats?|ate|drinks?|drank|plays?|played|buys?|bought|blam(?:es?|ed)"
    r"|fear(?:s|ed)?|suffer(?:s|ed)?(?: from)?"
    r"|miss(?:es|ed)?|admir(?:es?|ed)|respect(?:s|ed)?|follow(?:s|ed)?|recogni[sz](?:es?|ed)|believ(?:es?|ed) in|approv(?:es?|ed) of"
    r"|listen(?:s|ed)? to|wears?|wore|smok(?:es?|ed)|(?:ha(?:s|d|ve) )(?:(?:confidence|faith|trust) in|an?|some|their own)"
    r"|(?:were|was|are|is) (?:worried|concerned|anxious|afraid|proud|aware|fond) (?:about|of|by)|worr(?:y"
    r"|ies|ied) about|car(?:es?|ed) about"
    r"|(?:went|go|goes|had been|have been) to (?:an?|the|their) (?:local )?(?:doctor|chemist|hospital|dentist|clinic|pub|cinema|theatre"
    r"|museum|zoo|fair|park|church|gym|shops?|library|beach|match|game|concert|market|pool|cafe|surgery|pharmacy|theater|castle|gallery))"
)
"""What one may do with several things at once."""
SAID_SO = (
    r"(?: of [^,;:()]{1,60}?(?<!\bthe)(?<!\bits)(?<!\bhis)(?<!\bher)(?<!\bour)(?<!\btheir)(?<!\ban)(?<!\ba))? "
    r"(?:(?:said|says?|told \w+|answered|reported|replied)(?: that)? (?:(?:they|he|she|it) )?)?"
    r"(?:(?:do|did|would|could|can|have|had|also|\w+ly|often|sometimes) )?"
)
OF_ONE_SORT = (
    r"(?:more|less|fewer|the same|as (?:much|many|often)|no|not|none|neither|nothing|nobody|never|rarely"
    r"|undecided|unsure|both|either|all"
    r"|did|do|does|were|was|are|is|said|would|could|had|have|has|abstained|refused|gave|made|came|left|stayed|in|on|at|by|from|of)\b"
)
"""Behind a share, what is no further thing of those that were named before."""
NAMED_ALONE = rf" (?!{OF_ONE_SORT})(?:to )?(?:(?:the|an?|its|their|his|her) )?[^\W\d_]"


def are_no_list(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether the first is what the others come to, or one is told of a group of its own.

    "41% of recruits were women, and among dog handlers 29%".
    """
    return _is_the_first_of_all(line, parts) or any(says(GROUP, line.between(*two)) for two in pairwise(parts))


def _is_the_first_of_all(line: Line, parts: Sequence[Slot]) -> bool:
    """Whether the first is what the others come to: "half (55%), be it very (21%) or somewhat likely (34%)"."""
    first, *others = (part.value for part in parts)
    told = says(r"\b(?:either|whether|of (?:whom|which|these|those)|made up of|namely)\b", line.between(*parts[:2]))
    return told and abs(first - sum(others, Fraction(0))) <= NEAR


def are_several(parts: Sequence[Slot]) -> bool:
    """Whether more than one tells what one may do with several things: "52% trust the mayor, 31% (trust) the police"."""
    first, *others = parts
    if not first.precedes(
        rf"{SAID_SO}{ATTITUDES}\b(?!['’])(?! (?:it|them|him|her|this|that)\b)(?! (?:more|less|fewer|the same)\b)"
    ):
        return False
    return any(other.precedes(rf"{SAID_SO}{ATTITUDES}\b") or other.precedes(NAMED_ALONE) for other in others)
