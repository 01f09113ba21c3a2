"""Words of shares by which they may, or may not, be those of one whole that leave each other out."""

from __future__ import annotations

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
    r"|low|worse|less|fewer|never|rarely|former|other(?:s)?|rest|remain(?:s|ed|der|ing)|undecideds|lost|fail\w*"
    rf"|single|divorced|widowed|rent(?:s|ed|ing)?|part[- ]time|{FIRST_OF}"
    r"|unchanged|stay(?:ing)? put|do(?:ing)? nothing|the status quo|leav(?:e|ing) (?:it|things|them|well) alone"
    r"|the same|stayed|split|divid\w+|made up|(?:sorted|grouped|separated|ranked|filed) (?:into|by)|verdicts?"
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
