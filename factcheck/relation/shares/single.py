"""Words by which each of a whole is counted once, or by which nothing of it is left over."""

from __future__ import annotations

SUPERLATIVE = (
    r"(?:[a-z]{2,}est|worst|best|main|chief|principal|favou?rite|top|number one|most \w+|least \w+|first|last)"
)
HIGHEST = (
    r"(?:highest|top|final|last) (?:level of |educational |academic |school |completed )?"
    r"(?:qualification|education|schooling|degree|attainment|certificate|grade|rank|class)\b"
)
VOTE = r"(?:vote|paper|ballot|answer|choice|reason|mark|tick|preference)"
LIKED = r"(?:like|love|prefer|enjoy|use|want|trust|value|miss|hate|fear|admire|respect|remember)(?:s|d|ed|red)?"
ONLY_ONE = (
    r"\b(?:(?:pick|choose|name|select|vote|give|chose|picked|named|asked)(?:ed)?(?: for)? (?:only |just )?(?:one\b|a single\b)(?! or)"
    r"|(?:which|one|the|a) (?:single|sole|only|main|favourite|favorite)\b|only one\b|most important"
    r"|(?:their|your) (?:single|sole|only|main|favou?rite|usual|chief|principal) (?!\w+s\b)"
    r"|(?<!than )(?<!least )one (?:favourite|favorite|answer"
    r"|choice|vote|option)|once only|first preferences?|mutually exclusive|(?:which|that) \w+ (?:he|she|they) preferred|a further"
    r" \d+|another \d+|an additional \d+"
    r"|the one [\w-]+ (?:that|which|they|he|she|you|we|each|would|for)\b"
    rf"|(?:which|what|the|best|most) [\w-]+ (?:they|you|he|she|people) (?:\w+ )?{LIKED} (?:\w+ )?(?:best|most|least|first)\b"
    r"|the (?:first|last|principal|chief|preferred|usual) (?!half\b|quarter\b|week\b|month\b|year\b|day\b|time\b|round\b)[\w-]+ of the"
    rf" (?:day|week|morning|evening|year)|(?:one|a single) {VOTE}s? (?:each|apiece|per [\w-]+|a head|only)"
    r"|(?:no [\w-]+|nobody|no one|none(?: of [\w ]{1,20})?) (?:got|had|has|have|was given|were given|could (?:have|give|be)|can"
    r" (?:have|be)|fell into|falls into|received|took|gave|chose) (?:two|both|twice|several|more than one)"
    r"|(?:put|ask(?:ed|ing)?|with) a single question|a single question (?:was|is) (?:put|asked)"
    r"|(?:matter|count|weigh)(?:s|ed) (?:most|least|more than anything)"
    r"|(?:first|second) choices? (?:for|as|of|in|was|is)"
    r"|each (?:[\w-]+ )?(?:could|can|may|might|was (?:allowed|told|asked) to) \w+ (?:for )?(?:only |just )?(?:one\b|a single\b)(?! or)"
    r"|(?:ask(?:ed|ing)?|invited|told) (?:[\w'’-]+ ){0,4}?"
    r"(?:to (?:name|pick|choose|say)|for|(?:what|which|who)(?: [\w-]+)? (?:is|was|were|are|would be))"
    rf" (?:(?:the|their|its|his|her|your|our|this|[\w-]+['’]s?) ){{1,2}}{SUPERLATIVE} (?:[\w-]+ )?[\w-]+(?<!s)\b"
    r"(?=[,.;:?]| (?:is|was|of|in|for|on|facing|to)\b)"
    r"|(?:what|which|who|whom|where)\b[^.?;:]{0,60}\bwould (?:[\w'’-]+ ){0,5}?(?:first|last|most|least|best)(?=[.,;:?]|$)"
    rf"|(?:which|what) (?!(?:they|you|he|she|people|we)\b)[\w-]+(?<!s)(?: [\w-]+)? (?:most|best|least|worst) [a-z]+s?\b"
    r"|(?:which|what) [\w-]+(?<!s) (?:is|was|were|would be|should be) (?:(?:the|their|its|most in|best"
    rf"|in most) ){{1,2}}"
    rf"(?:{SUPERLATIVE}|need|placed)\b"
    rf"|(?:as (?:a|the|their|his|her|its)|their|his|her|whose|by) {HIGHEST}"
    r"|one [\w-]+ (?:only|and (?:only one|one only|no more)))\b"
)
"""Words by which each is counted once, whatever else is said."""
SIZES = r"(?:two|three|four|five|six|\d)"
PIECES = r"(?:things|parts|kinds|sorts|groups|camps|types|classes|bands|categories|sources|heads|headings|sizes|pots|piles|lots|ways)"
NOTHING_OVER = (
    r"\b(?:(?:is|are|was|were|been|being) (?:all )?accounted for"
    r"|(?:with|and|or|of|is|are|was|were|has|have|had|contains?|holds?|there['’]s) (?:nothing|nobody|no one|none)(?: at all)?"
    r" (?:besides|else|more|other|over)(?! (?:to|than)\b)"
    r"|(?:of|and|with|has|have|had|is|are|was|were) no (?:third|fourth|fifth|sixth|seventh|other|further)"
    rf"|(?:every|each|all)\b[^.;]{{0,80}}\b(?:in|into|to|has|have|gets?|got|as) (?:exactly |only |just )?one of (?:the )?{SIZES}"
    rf"|(?:split|divide[sd]?|dividing|splitting|shared|cut)(?: up)? {SIZES}[ -]ways|{SIZES}-way split"
    rf"|(?:on|into|between|of|among|in) (?:only |just |the )?{SIZES} {PIECES}|either\b[^.;]{{1,160}}\bor else)\b"
)
"""Words of a whole of which nothing is left over."""
HEADED = (
    r"(?:^|[.:;]\s+)by (?:the )?(?!(?:contrast|comparison|then|now|noon|night|midday|midnight|law|chance|early|late|mid|end"
    r"|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|christmas|easter|spring|summer|autumn|winter)\b)[a-z-]+(?: [a-z-]+){0,2},"
    r"|^[^,;:.\d]{1,40} by (?:channel|region|country|type|age|sex|gender|sector|party|tenure|source|cause|size|product"
    r"|market|purpose"
    r"|category|class|mode|fuel|species|religion|income|occupation|outcome|result|method|brand|division|segment) (?:is"
    r"|are|was|were)\b"
    r"|\bby (?:main |highest |principal )?[a-z-]+(?: of [a-z-]+)?:|\bbr(?:eaks?|oken?|eaking) down (?:into|by|as)\b"
)
"""Words of a whole that is told part by part: "By tenure, …", "Revenue by region: …"."""
