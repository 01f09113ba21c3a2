"""What the ends of a range are called, and by what numbers something may be called so."""

from __future__ import annotations

from factcheck.numeral import Kind
from factcheck.relation.cues import NOUN

ANY = frozenset(Kind)
COUNTED = frozenset({Kind.COUNT, Kind.MEASURE})
TIMES = frozenset({Kind.COUNT, Kind.DURATION})
AGES = TIMES | {Kind.AGE}
LENGTHS = frozenset({Kind.MEASURE, Kind.DURATION, Kind.COUNT})
HEIGHTS = frozenset({Kind.MEASURE})
PAID = frozenset({Kind.MONEY, Kind.COUNT, Kind.RATE})
NO_QUALITY = (
    r"(?! (?:[a-z]+(?:ed|ive|ous|ful|al|ic|ant|ent|able|ible|ing|less|ly|ern|ular|some)|corrupt|bright|remote|common|rare|severe|modern"
    r"|secure|robust|senior|junior)\b)"
)
"""Behind "most" and "least" where they are of how many: "the most crowded" may have few of something else."""
POLES = (
    ("lowest", "highest", ANY),
    (
        "(?:an?|the|its|their|record) (?:\\w+ )?low(?= (?:of|at|was|in)\\b)|lows|low (?:estimate|forecast|figure|point)",
        "(?:an?|the|its|their|record) (?:\\w+ )?high(?= (?:of|at|was|in)\\b)|highs|high (?:estimate|forecast|figure|point)",
        ANY,
    ),
    ("lower", "upper|higher", ANY),
    ("minimum", "maximum", ANY),
    (rf"(?:fewest|least){NO_QUALITY}", rf"most{NO_QUALITY}", ANY),
    ("smallest|tiniest", "largest|biggest|greatest", COUNTED),
    ("the smaller(?! the| than)", "the (?:larger|bigger)(?! the| than)", COUNTED),
    ("the shorter(?! the| than)", "the (?:longer|taller)(?! the| than)", LENGTHS),
    ("the younger(?! the| than)", "the (?:older|elder)(?! the| than)", AGES),
    ("the cheaper(?! the| than)", "the (?:dearer|costlier|pricier)(?! the| than)", PAID),
    ("shortest|briefest", "longest(?![ -](?:serving|living|standing|running|lived)\\b)", LENGTHS),
    ("shortest", "tallest", HEIGHTS),
    ("youngest", "oldest|eldest", AGES),
    ("cheapest|least expensive", "dearest|costliest|priciest|most expensive", PAID),
    ("lightest", "heaviest", COUNTED),
    ("nearest|closest", "farthest|furthest|remotest|most (?:distant|remote)", LENGTHS),
    ("coldest|coolest", "hottest|warmest", COUNTED),
    ("weakest|mildest|gentlest", "strongest|fiercest|severest", COUNTED | {Kind.RATE}),
    ("narrowest|thinnest", "widest|broadest|thickest", COUNTED),
    ("shallowest|shallow end", "deepest|deep end", COUNTED),
    ("quietest|emptiest", "busiest|fullest|loudest", COUNTED),
    ("poorest", "richest|wealthiest", frozenset({Kind.MONEY})),
    ("floor|bottom|low(?:er)? end", "ceiling|cap|top|(?:high|upper) end", ANY),
    (r"as (?:few|little|low|young|short|cheap\w*|small) as", r"as (?:many|much|high|old|long|large|dear\w*) as", ANY),
)
"""What the ends of something are called, and of which kinds of number."""
BOUNDS = (
    (
        r"at (?:the )?least|(?:no|not|never|nowhere) (?:under|below|(?:\w+ )?"
        r"(?:fewer|less|shorter|lower|younger|smaller|lighter|cheaper) than)|a minimum of|upwards of"
    ),
    (
        r"at (?:the )?most|(?:no|not|never|nowhere) (?:over|above|(?:\w+ )?"
        r"(?:more|longer|higher|greater|older|larger|bigger|taller|heavier|dearer) than)|a maximum of|up to"
        r"|(?:(?:should|must|may|can|could|will|would|shall|do|does|did) )?(?:never|not) (?:exceed(?:s|ed|ing)?"
        r"|(?:go|goes|went|rise|rises|rose) (?:over|above|beyond|past))(?: an?(?: [\w-]+){1,2} of)?"
    ),
    ANY,
)
"""Where hardly a word stands between the two."""
IN_EACH = r"(?: (?:in|on|at|for|of) (?:each|every|any|all|one)(?: [\w'’-]+){1,4})"
AT_LEAST = r"(?:at (?:the |a |the very )?(?:least|minimum)|or (?:more|over|older|longer))"
"""Behind the lower bound, where another stands before it: "3 doses a day at the least, but never more than 5"."""
BOUNDED = rf"^(?:{NOUN}){{0,3}}{IN_EACH}? {AT_LEAST},?(?: (?:and|but|yet|though))?,? (?:{BOUNDS[1]})\s*$"
TIMED = ("quickest|fastest|swiftest|speediest", "slowest", ANY)
"""Of times; of speeds they are the other way round."""
SERVED = ("best", "worst", ANY)
"""Of the time that something takes."""
DENIED = (
    r"(?:shorter|less|fewer|lower|younger|smaller|cheaper|lighter|earlier) than|under|below",
    r"(?:longer|more|higher|older|larger|bigger|dearer|heavier|later|greater) than|over|above",
    ANY,
)
"""Where no thing is so."""
EITHER = rf"\b(?:{'|'.join(end for low, high, _ in (*POLES, BOUNDS, TIMED, SERVED, DENIED) for end in (low, high))})\b"
"""Any of them: where none stands, none is looked for by itself."""
OF_GROUP = rf"{EITHER}(?: [\w-]+)?,? (?:of|among) (?:the|these|those|its|their|our|all)"
"""Before a number that only tells of how many one is the lowest: "the shortest of the 312 delays"."""
NONE = r"\b(?:no|none|not|never|neither|nor|nobody|nothing|\w+n['’]t)\b"
TAKES = r"\b(?:in|within|after|took|takes?|taking|needs?|needed|waits?|waited|delays?)\b"
OTHER_TIMES = r"\b(?:last|this|next|previous|now|today|then|ago|before|earlier|since|former\w*|old|new)\b"
OF_THEM = r"[^,;:.]{0,30}\bof (?:them|these|those|whom|which)\b"
ON = r"\b(?:at|in|on|with|among|amongst|for|of|those)(?: the| its| their)? $"
"""Before what only says of which things a number is told: "those on the lowest incomes"."""
ATTRIBUTES = frozenset(
    "lowest highest smallest largest biggest greatest smaller larger bigger lower upper higher".split()
)
DOING = r"\b(?:g[ai]ves?|gave|paid|pays?|spen[dt]s?|sold|sells?|lost|loses?|won|wins?|rais\w+|made|makes?|sent|sends?|sat)\b"
"""What the smallest and the largest may do without regard to their size."""
OF_MANY = r"\bof (?:the|its|their|his|her|all) $"
SCENE = (
    r"(?P<thing>\s+(?!(?:was|is|were|are)\b)[^\W\d_][\w'’-]*)?\s+(?:in|for|at|on|among|during|outside) (?:the |its |their )?"
    r"(?P<where>[^\W\d_][\w'’-]*)"
)
"""Behind the name of an end, of what alone it is the end."""
VERBS = frozenset(
    "came comes got gets took takes cost costs paid pays ran runs lasted lasts weighed held holds scored reached stood stands "
    "measured drew gave made went costing charged charges lies lay one ones falls counts qualifies belongs ranks passes "
    "needed needs required requires finished arrived waited lived earned earns sold fetched fetches offered brought weighs "
    "measures reaches scores covers covered spans stretched stretches used employs employed claimed claims answered replied "
    "completed managed dealt turned settled rose fell hit hits read reads totalled amounted numbered numbers seated seats "
    "sleeps crossed does did kept keeps returned responded had has".split()
)
BRIEF = frozenset({"minute", "second", "hour"})
"""Units of time by which nobody is old."""
MASSES = frozenset({"kg", "g", "mg", "t", "lb", "oz", "stone"})
"""Units by which nothing is long or tall."""
SMALL = ("smallest", "the smaller", "shortest", "the shorter", "lightest")
SIZES = (
    r"(?: [\w-]+)? (?:pupils|students|children|members|people|inhabitants|residents|voters|electors|seats|beds|rooms|staff|employees"
    r"|workers|players|singers|pages|houses|homes|households|families|flats|cells|berths|places|desks|strong|pieces|letters|words|tonnes"
    r"|acres|hectares|men|women|soldiers|troops|inmates|patients|passengers|guests|carriages|floors|storeys)\b"
)
"""Behind a number by which something is small, short or light: a school by its pupils, not by its prizes."""
MEASURED = (
    "is|was|are|were|measure[sd]?|weigh(?:s|ed)?|costs?|took|takes?|last(?:s|ed)?|needs?|needed|require[sd]?|ran|runs?|came|comes?|stood|stands?"
    "|got|fetche[sd]|went|goes|reache[sd]|covers?|covered|lived|scored|paid|waited"
)
"""Between an end that a sentence begins with and its number."""
FAR = 140  # characters before a number in which its pole may stand
