"""For which relations a sentence goes on with the one before that does so by no word of its own.

It spreads what the other counts, counts some of it, tells how many times as many there are or what was made of it, tells the other
end of it, or answers it.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.numeral import Kind
from factcheck.relation.distances.trade import tells_the_profit
from factcheck.relation.line import says_how_many
from factcheck.relation.poles import is_other_end
from factcheck.relation.ratios.averaged import ONE_ON_AVERAGE
from factcheck.relation.shares.antecedent import GROUP, SCENE
from factcheck.relation.shares.composed import goes_on_sharing
from factcheck.relation.shares.some import COME_FROM
from factcheck.relation.shares.such import DID_SO, THERE_ARE
from factcheck.relation.told import SHARES
from factcheck.relation.totals.dealt import FUND
from factcheck.scan.changed import tells_the_change, tells_the_ends
from factcheck.scan.concluded import concludes_a_share, puts_a_number
from factcheck.text.language import DEFAULT, load
from factcheck.text.marks import MARK, Marked

SHORTEST = 2  # letters of a word that is known again
AVERAGES = frozenset({"mean", "rate"})
SHARE = frozenset({"share"})
DIFFERENCE = frozenset({"difference"})
MULTIPLE = frozenset({"multiple"})
CHANGE_OF = frozenset({"change"})
DEALT = frozenset({"total", "within"})
"""Of a sentence that tells how what the one before tells of is dealt out."""
PART = frozenset({"within"})
PARTS = frozenset({"shares"})
RANGE = frozenset({"between"})
NONE = frozenset[str]()


def only_for(before: Marked, last: Marked) -> frozenset[str] | None:
    """The relations for which a sentence goes on with the one before; None where it does for none."""
    first = before.words
    only = (AVERAGES if _spreads(first, last.words) else NONE) | (SHARE if _counts_again(first, last) else NONE)
    only |= SHARE if concludes_a_share(first, last.words) or puts_a_number(first, last.words) else NONE
    tells_one = len(re.findall(MARK, first)) == 1
    only |= (
        PART
        if sum(map(says_how_many, before.numerals)) == 1
        and (_some_later().match(last.words) or _come_from().match(last.words))
        else NONE
    )
    apart = (tells_one and _is_fewer().match(last.words)) or _parts_the_two(first, last.words)
    only |= DIFFERENCE if apart or tells_the_profit(first, last.words) else NONE
    only |= CHANGE_OF if tells_the_change(before, last) or tells_the_ends(before, last) else NONE
    only |= DEALT if deals_out(last.words) or _points_back().search(last.words) else NONE
    only |= PARTS if tells_one and goes_on_sharing(first, last.words) else NONE
    only |= RANGE if tells_one and is_other_end(first, last.words) else NONE
    return only | (MULTIPLE if _as_many().search(last.words) else NONE) or None


def deals_out(last: str) -> bool:
    """Whether a sentence deals out what the one before tells of: "Oaks made up 312 of those trees, birches 298 and limes 64"."""
    return _deals_out().search(last) is not None


def answers(first: str, last: str) -> bool:
    """Whether a sentence answers the one before: "How many a day? 30", "Were there three times as many? Yes: 312"."""
    if re.search(r"\?[\"'’”)\]]*\s*$", first) and re.match(
        r"\W*(?:yes|no|indeed|almost|hardly|not quite)[,:;.!–—-]", last, re.IGNORECASE
    ):
        return True
    return _asks().search(first) is not None and re.match(rf"\W*(?:(?i:just|only|some) )?{MARK}", last) is not None


def counts_its_own(last: str) -> bool:
    """Whether a sentence counts the things that it begins with: "The choirs of the valley, 45 of them, met"."""
    return _its_own().match(last) is not None


def _spreads(first: str, last: str) -> bool:
    """Whether a sentence tells what there is to each of what the one before counts: "The average day saw 30"."""
    if _takes_up().match(last):
        return True
    one = _of_one().search(first)
    if one is not None and re.search(
        rf"{MARK}(?: [^\W\d_][\w-]*){{0,2}} {one[1].lower().removesuffix('y')}", last.lower()
    ):
        return True  # "The average school ordered 66. There were 21 schools …"
    told = {
        word.lower() for word in re.findall(rf"{MARK}(?: [^\W\d_][\w-]*){{0,3}}", first) for word in word.split()[1:]
    }
    for found in _each().finditer(last):
        stem = found[1].lower().removesuffix("y")
        if len(stem) > SHORTEST and any(word.startswith(stem) for word in told):
            return True
    return False


def _counts_again(first: str, last: Marked) -> bool:
    """Whether a sentence counts some of what the one before tells of, or tells nothing but which share they are."""
    told = [numeral for numeral in last.numerals if says_how_many(numeral)]
    if len(told) == 1 and told[0].kind in SHARES and _is_bare().fullmatch(last.words):
        return True
    definite = re.match(r"\W*The ([^\W\d_]+)", last.words)
    again = definite is not None and definite[1] in re.findall(r"[^\W\d_]+", first)
    if len(re.findall(MARK, first)) == 1 and _comes_to().search(last.words):
        return True
    found = _some_of_them().search(last.words)
    if found is None or re.search(MARK, last.words[: found.start()]) or counts_its_own(last.words):
        return again  # those before in the same sentence are meant: "956 came, 312 of them by bus"
    return again or last.numeral(found["some"] or found["bare"]).kind is Kind.COUNT


@cache
def _its_own() -> re.Pattern[str]:
    when = "by|in|at|on|of|after|before|since|until|during|within|when|while|as|to|for|from|out|last|this|next|some|all"
    plural = load(DEFAULT).sentences.plural
    things = rf"(?:[^\W\d_][\w'’-]* ){{0,4}}?{plural}(?: [^\W\d_][\w'’-]*){{0,5}}"
    return re.compile(rf"[\"“‘']?(?!(?:{when})\b){things}, {MARK} of (?:them|these|those)\b", re.IGNORECASE)


@cache
def _deals_out() -> re.Pattern[str]:
    """A list of parts of what was told of before, or of so many to each: "There were 12 to builders and 15 to plumbers"."""
    each = r"(?: [^\W\d_][\w'’-]*)"
    rest = rf"(?:,? and|;|,)[^,;:.()]{{1,40}}? (?:the (?:other|remaining|rest,?)) {MARK}(?! (?:more|times)\b)"
    other = f"[^;:.{MARK[1:-1]}]"
    to = rf" (?P<to>to|for|in|from|at|by|against|with) [^,;:.{MARK[1:-1]}]{{1,40}}"
    return re.compile(
        rf"^[^,;:.{MARK[1:-1]}]{{0,60}}"
        rf"{MARK} of (?:them|these|those|it|this|that|the (?:total|money|sum))\b{each}{{0,5}}(?:,{each}{{0,4}} {MARK}{each}{{0,4}})*"
        rf"(?:,? and(?: (?![^\W\d_]+ed\b)[^\W\d_][\w'’-]*){{1,2}} {MARK}(?! (?:more|others?|further|times)\b)|{rest})"
        rf"|^{other}{{0,60}}{MARK}(?:,{other}{{1,40}}{MARK}){{0,4}},? and{other}{{0,40}} the (?:other|remaining) {MARK}"
        rf"|^\W*there (?:were|are|was|is) {MARK}{to}(?:, {MARK} (?P=to) [^,;:.{MARK[1:-1]}]{{1,40}}){{0,4}},? and {MARK} (?P=to)\b",
        re.IGNORECASE,
    )


@cache
def _points_back() -> re.Pattern[str]:
    """Two numbers of which one is told to be of what stands before: "Roads took 12 of that sum and railways 15"."""
    other = f"[^;:.{MARK[1:-1]}]"
    return re.compile(
        rf"^\W*(?:out )?of (?:it|this|that|(?:this|that|the) {FUND})\b{other}{{0,20}}{MARK}{other}{{1,80}}\band\b{other}{{0,40}}{MARK}"
        rf"|^{other}{{0,60}}{MARK} of (?:it|this|that|(?:this|that|the) {FUND})\b{other}{{0,60}}"
        rf"(?:\band\b|,){other}{{1,60}}{MARK}{other}*\W*$",
        re.IGNORECASE,
    )


@cache
def _asks() -> re.Pattern[str]:
    """A question for a number."""
    return re.compile(
        r"\b(?:how (?:many|much|long|often|heavy|large|big|common|rare)|what (?:share|proportion|fraction|percentage|rate))\b"
        r"[^.?]*\?[\"'’”)\]]*\s*$",
        re.IGNORECASE,
    )


@cache
def _each() -> re.Pattern[str]:
    """Words before what something is told per."""
    return re.compile(
        rf"\b(?:per|each|every(?: one of the)?|(?:an?|the) (?:average|mean|typical)|so the|(?<={MARK} )an?|to (?:an?|the)"
        rf"|{ONE_ON_AVERAGE})"
        r" ([^\W\d_][\w-]*)",
        re.IGNORECASE,
    )


@cache
def _of_one() -> re.Pattern[str]:
    """A thing that stands for each, before a number."""
    return re.compile(
        rf"\b(?:average|mean|typical) (?!(?:of|was|is|for|in|at|number|price|cost)\b)([^\W\d_]{{3,}})\b[^,;:.()]{{0,60}}{MARK}",
        re.IGNORECASE,
    )


@cache
def _is_bare() -> re.Pattern[str]:
    """A sentence that is nothing but a number: "Nearly a third!"."""
    hedge = r"(?:just|about|almost|nearly|roughly|around|some|only|more|less|than|over|under|a little|a full|fully|that is) "
    return re.compile(rf"\W*(?:{hedge}){{0,3}}{MARK}(?: of (?:them|it|the (?:total|whole|lot)))?\W*", re.IGNORECASE)


@cache
def _some_of_them() -> re.Pattern[str]:
    """A number of what was told of before, as the words beside it say, or as it names nothing itself."""
    return re.compile(
        rf"(?P<some>{MARK})(?: of (?:them|these|those)| such)\b"
        rf"|^\W*(?:(?:by|in|at|on|since|after) [^.;,]{{1,30}},? )?(?P<bare>{MARK}) (?:had|have|has|were|was|are|did|do)\b",
        re.IGNORECASE,
    )


@cache
def _some_later() -> re.Pattern[str]:
    """How a sentence begins that tells when or where, and then how many of them, or how many such things there are."""
    return re.compile(
        rf"\W*(?:{SCENE}|{MARK} (?:later|on)), (?:only |just )?{MARK} (?:of (?:them|these|those)\b(?! (?:who|that|which|in|with)\b)"
        rf"|(?:[^\W\d_]+ )?of that {GROUP}\b)"
        rf"|\W*{SCENE},? (?:only |just )?{MARK} of the [^\W\d_]+s\b(?! (?:who|that|which|in|with|at|on|from|of|for)\b)"
        rf"|\W*{THERE_ARE} {MARK} such [^\W\d_]+|\W*{DID_SO} {MARK}",
        re.IGNORECASE,
    )


@cache
def _come_from() -> re.Pattern[str]:
    """What came from, or was done to, so many of them: "Replies came from 12 of them"."""
    return re.compile(rf"{COME_FROM} {MARK} of (?:them|these)\b")


@cache
def _comes_to() -> re.Pattern[str]:
    """A part and the share of all that it comes to: "It was found in 312, which is 33% of the animals"."""
    outcome = r"(?:or |(?:which|that) (?:is|was|makes|means|represents|equals|amounts to|comes to|works out at) )?(?:just |only )?"
    every = r"of (?:all |the |those |these )+(?:animals|people|total|whole|number|sample|group|lot|herd|flock)"
    return re.compile(rf"{MARK}(?: of (?:them|these|those))?(?:,| –| —| \() ?{outcome}{MARK} {every}\W*$")


@cache
def _is_fewer() -> re.Pattern[str]:
    """A number and how far it is from that of the sentence before: "The census shows 45, which is 14 fewer"."""
    outcome = (
        r"(?:or|which (?:is|was|makes)|that is|that was|is|was|were|are)(?: (?:just|some|only|about|a full|fully))?"
    )
    less = r"(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter)"
    return re.compile(
        rf"[^;:{MARK[1:-1]}]*{MARK}(?:(?: [\w-]+){{0,2}}, (?:the|its|his|her|their) [\w-]+(?: one)?"
        rf"|,)? (?:{outcome} {MARK}(?: [\w-]+)?"
        rf" {less}|an (?:additional|extra) {MARK})\W*$",
        re.IGNORECASE,
    )


def _parts_the_two(first: str, last: str) -> bool:
    """Whether a sentence tells how far those of the one before are apart: "Just 12 votes separated them"."""
    found = _apart().match(last)
    return found is not None and (found["what"] is None or found["what"].lower() in first.lower())


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:(?:just|only|barely|a mere|some|in the end,?|fewer than|no more than) )*{MARK}(?: (?P<what>[\w-]+))?"
        r" (?:separat(?:ed?|es)|divid(?:ed?|es)|part(?:ed|s)?|(?:lay|stood) between) (?:them|the (?:two|pair|sides|rivals))\b",
        re.IGNORECASE,
    )


@cache
def _as_many() -> re.Pattern[str]:
    """How many times as many there are, and not as what: that is told in the sentence before."""
    return re.compile(
        rf"{MARK},? {MARK} (?:that|this) (?:number|figure|total|amount|sum|many|much)\W*$"
        r"|^\W*the (?:first|former|second|latter|larger|smaller|bigger|higher|lower|longer"
        rf"|other)\b[^,;:.{MARK[1:-1]}]{{0,40}} {MARK}"
        r" (?:as|the|that)\b[^,;:.]* the (?:first|former|second|latter|larger|smaller|other)(?: [\w-]+)?\W*$"
        rf"|^\W*(?:his|her|their) [\w-]+ (?:is|was|were) {MARK}(?: times)? (?:his|hers|theirs)\W*$"
        rf"|{MARK} as (?:many|much|large|big|high|long|heavy)(?: (?!as\b)[\w'’-]+){{0,2}}(?:\W*$|, {MARK}\W*$)",
        re.IGNORECASE,
    )


@cache
def _takes_up() -> re.Pattern[str]:
    """How a sentence begins that tells what its number and those of the one before come to, for each or for so many."""
    outcome = r"(?:(?:that|this) (?:is|was|makes|made|means|meant|works|comes|gives|amounts|equates)|there (?:is|are|was|were))"
    return re.compile(
        rf"\W*(?:since\b[^.;]{{0,40}}{MARK} (?:\w+ )?(?:live|inhabitants|residents|people)\b"
        rf"|(?:with|given|as|since|for|per|in|among|across|on|expressed)\b[^.;]{{0,80}}{MARK}[^.;,]{{0,40}}, {outcome}\b"
        rf"|(?:per|for (?:every|each)) {MARK}[^.;]{{0,60}}? {outcome}\b"
        rf"|expressed per (?:{MARK}|(?:head|capita|(?:hundred )?thousand|million)\b)"
        rf"|there (?:are|were) {MARK} of (?:them|these|those)\b)",
        re.IGNORECASE,
    )
