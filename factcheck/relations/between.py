"""A range told from its lower to its upper end: "between 10 and 12 per cent", "aged 16 to 24"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, SHARES, Example, Line, Said, Slot, Stated
from factcheck.relation.changes.ends import alike
from factcheck.relation.cues import NOUN
from factcheck.relation.line import in_unit_of, says
from factcheck.relation.poles import in_one_unit, poles

ENDS = COUNTS | SHARES | {Kind.DURATION, Kind.AGE, Kind.RATE, Kind.POINTS}
GAPS = {"low": ENDS, "high": ENDS, "range": frozenset({Kind.RANGE})}
ANCHOR = ""
SUPERLATIVE = (
    r"(?:young|old|eld|short|brief|long|tall|cheap|dear|light|heavi|small|larg|bigg|fast|quick|slow|near|low|high|few|narrow|wid|shallow"
    r"|deep|weak|strong)est"
)
NO_FALL = (
    r"(?!(?s:.)*\b(?:(?:rain|snow|hail|sleet)|by (?:anything|anywhere|somewhere) (?:from|between)|aged (?:between|from)"
    rf"|{SUPERLATIVE}\b(?s:.)*\b{SUPERLATIVE})\b)"
)
"""Of what falls and is no less for it, of a fall that is itself told as a range, and of ages and ends that no fall has."""
UNLESS = (
    rf"^{NO_FALL}(?s:.)*?"
    r"\b(?:(?<!never )(?:fell|fall(?:s|en|ing)?)(?! (?:into|within|outside|under|due|ill|sick|asleep|pregnant|victim|foul|short|in love"
    r"|silent|prey|behind|apart)\b)"
    r"|slid|slide|slipp\w+|drop\w*|declin\w*|shrank|shrink\w*|slump\w*|plung\w*"
    r"|tumbl\w*|cut|cuts|reduc\w*|(?:is|was|are|were|been|went|gone|came|come"
    r"|brought) down|(?<!handed )down (?:from|to|by|on|between)|lost between)\b"
)
"""Of a fall both numbers are told from the upper one on."""
BETWEEN = ("between", "zwischen")
USUAL = (
    r"(?:typically|usually|normally|generally|mostly|often|range (?:of|is|was)|region of|spread of"
    r"|band of)(?: between)?"
)
RANGING = (
    r"(?:rang\w+|var(?:y|ies|ied|ying)|costs?|cost(?:ing)?|priced|anything|anywhere|somewhere|spread|stretch\w*|extend\w*"
    r"|span\w*|aged?|ages?|runs?|running|scores?|widths|lengths|heights|sentences|fines|prices|tickets|estimates"
    r"|last(?:s|ed|ing)?|takes?|taking|took"
    r"|pays?|paying|earn\w*|charg\w+|need\w*|requir\w+|measur\w+|weigh\w*|fluctuat\w+|hover\w+|differ\w*|spans?"
    r"|interval|salar(?:y|ies)|wages?"
    r"|fees?|temperatures?|distances?)"
    r"(?: (?:in|at|on|of|for) \w+)? (?:from|anywhere from)"
)
HOLDING = (
    r"\b(?:ha[sd]|have|having|holds?|holding|contain\w*|seat(?:s|ing)?|carr(?:y|ies)|offer(?:s|ing)?|employs?"
    r"|numbering|houses?|sleeps?) from"
)
"""Before the least and the most that each of several has."""
COSTING = (
    r"(?:set (?:you|them|us|visitors|drivers) back|costs?|pays?|charges?|fetch(?:es)?|(?:is|are|be|each) worth|earns?"
    r"|takes?|lasts?|weighs?|needs?(?: another"
    r"| a further)?)"
    r"(?: (?:about|around|roughly|some|them|you|us|drivers|users|visitors))?"
)
"""Before the least and the most of something that is so as a rule."""
GRADES = r"\b(?:grades?|scales?|marks?|ranks?|levels?|classes|stars|categor\w+)\b"
"""Of which the best may be told first."""
BANDS = (
    r"\b(?!(?:votes|scores|defeats|wins|victories|losses|results|margins|majorities|odds|ratios|cuts|reductions|falls"
    r"|drops|declines"
    r"|rises|increases|leads|averages)\b)[a-z]{3,}s of"
)
"""Before how many each of several is made of: "teams of 3 to 5 people"."""
STAYING = r"(?:wait|stay|queue|stand|travel|sleep|work)(?:s|ed|d|ing)? from"
"""Before so many to so many hours, unless the hours of a day are told: "waited from 9 to 5"."""
SPANNING = (
    r"(?:rang\w+|estimat\w+|put(?: \w+){0,6}|pric\w+|valu\w+|forecast|predict\w*|expect\w*|guess\w*|reckon\w*|set"
    r"|capped|quoted|offered|sell\w*|sold"
    r"|winds|gusts|speeds|temperatures|highs|lows|depths|heights|waves|waits|delays|queues|doses|stays|yields|returns"
    r"|advertis\w+|costs?|pays?|charg\w+|interval|margin|sentences?|fines?|between)(?: [\w-]+){0,3} (?:at|of|for|as)"
)
DEPENDING = (
    r"\b(?:depend\w*|according to (?:the |their |its |his |her )?\w+(?: of|[.,;])|vary|varies|varied|varying"
    r"|typical(?:ly)?|usual(?:ly)?|normal(?:ly)?|reckons?|guess(?:es)?|at a guess"
    r"|(?:first|former)\b[^,;.]{0,30} (?:minimum|lowest|lower|least|smallest)\b[^;.]{0,30}\b(?:second|latter|other)\b[^,;.]{0,30}"
    r" (?:maximum|highest|higher|upper|most|greatest|largest))\b"
)
"""Words by which both ends are true at once."""
OFF = r"(?:(?:out|off|wrong|late|early|short|behind|ahead) by|(?:at|of|for|with|in|by) from)"
"""Before the first end of what may be more or less."""
OR_MORE = (
    rf"(?:{NOUN}){{0,2}} ?(?:or|and) (?:more|over|above|up|upwards|older|longer|higher),? (?:and|but|though|yet)"
    r" (?:never|not|no|at most) ?(?:over|above|beyond|(?:more|greater|higher|longer) than)?"
)
"""Between a number and one that it never passes: "12 or more, but never above 18"."""
ANY = (
    r"(?:any(?:thing|one|body|where)|everything|everyone|everybody|those|people|[a-z]{3,}s)"
    r"(?: [\w-]+ing| (?:who|that) (?:is|are))?"
)
LESS = r"(?:under|below|(?:less|fewer|shorter|lower|younger|smaller|lighter|cheaper) than)"
MORE = r"(?:over|above|(?:more|longer|higher|older|larger|bigger|heavier|dearer|greater|taller) than)"
OR_OVER = rf"^(?:{NOUN}){{0,2}} (?:or|and)(?: {ANY})? {MORE}\s*$"
OF_IT = r"\s+of (?:the|its|their|his|her|all|that)\b"
CHANGING = (
    r"(?:cut|cuts|reduc\w+|fell|falls?|fall(?:en|ing)|drop\w*|shr[aiu]nk\w*|lower\w*|down|slash\w*"
    r"|shorten\w*|won|win|wins|lost|beat"
    r"|defeated|lead|led|votes?|voted|score|odds|ratio|ahead|chang\w+|went|goes|going|trimm?\w*|squeez\w*"
    r"|slow\w*|clos\w*)\b.*"
)
FALLING = rf"(?:from|{CHANGING})"
UP_TO = r"^(?:[^,;:.()]{0,40}|[^,;:.()]{0,20}, (?:in|at|on|for) [^,;:.()]{1,30}, )\bup to\s*$"
STARTING = r"(?:start(?:s|ed)?|begins?|began|open(?:s|ed)?|starting|beginning|opening)(?: off| out)? (?:at|with|from)"
RISING = (
    r"^[^;:()]{0,60}\b(?:ris(?:es?|ing)|climb(?:s|ing)?|go(?:es|ing)? (?:up|as high as)|grow(?:s|ing)?|increas(?:es?|ing)"
    r"|mounts?)\b[^;:()]{0,60}\bto\s*$"
    r"|^(?:[^;:()]{0,60}\b(?:and|but),?|,) (?:[\w'’-]+ ){0,3}"
    r"(?:(?:no|not|never)(?: any)? (?:(?:higher|more|further|dearer|longer) than|over|above|beyond)"
    r"|(?:top(?:s|ped)?(?: out)?|(?:is|are|was|were) (?:capped|limited)|peak(?:s|ed)?) (?:at|with))\s*$"
)
"""Between the ends of what is told as a rise from the one to the other."""
MEASURED = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.PERCENT, Kind.AGE})
PHRASES = ("between {low} and {high}", "{range}")
EXAMPLES = (
    Example("It took between 10 and 12 days to arrive.", holds=True),
    Example("It took between 12 and 10 days to arrive.", holds=False),
    Example("Fines range from £12 to £10.", holds=False),
    Example("He faces 12 to 10 years in prison.", holds=False),
    Example("It was between minus 5 and minus 12 degrees.", holds=True),
    Example("The cheapest ticket was £10 and the dearest £12.", holds=True),
    Example("The cheapest ticket was £12 and the dearest £10.", holds=False),
    Example("Parking costs from 10p an hour up to 12p.", holds=True),
    Example("Parking costs from 12p an hour up to 10p.", holds=False),
    Example("Fines fell from £12 to £10.", holds=None),
    Example("It was cut from 12 to 10 years.", holds=None),
    Example("Between £12 and 10 per cent is lost.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """Two numbers that are the ends of a range by the words around them."""
    for low, high in poles(line):
        yield replace(line.said(low=low, high=high), words={"poles": ""})
    for low, high in (*_rising(line), *_bounded(line)):
        yield line.said(low=low, high=high)
    if says(r"\brespectively\b", line.text):
        return
    habitual = says(DEPENDING, line.text)
    for pair in pairwise(line.slots):
        link = pair[0].after.strip().lower()
        if link in {"to", "-", "–", "and"}:
            low, high = next(alike(*pair), pair)
            if high.is_bare and high.is_closed and low.kind in MEASURED and low.follows(rf"{RANGING}|{USUAL}|between"):
                high = in_unit_of(high, low)  # "anything from 12 hours to 18"
            if _is_range(low, high, link) or (habitual and _is_habitual(low, high, link)):
                yield line.said(low=low, high=high)


def _rising(line: Line) -> Iterator[tuple[Slot, Slot]]:
    """A number from which, and one up to which something goes."""
    for first, last in pairwise(line.slots):
        if (
            first.follows(RANGING)
            and not says(GRADES, first.before)
            and says(rf"^{NOUN} to\s*$", first.after)
            and last.is_closed
            and first.is_like(last)
        ):
            yield first, last
        words = f"{last.before}{last.hedge}"
        told = first.follows("from") and says(UP_TO, words)
        ends = in_one_unit(first, last)
        if ends is not None and (told or (first.follows(STARTING) and says(RISING, words))):
            yield ends


def _bounded(line: Line) -> Iterator[tuple[Slot, Slot]]:
    """A number that is the least and one that is the most, or outside of which things are others."""
    for first, last in pairwise(line.slots):
        ends = in_one_unit(first, last)
        words = f"{_hedge(first, behind=True)}{first.after}{_hedge(last)}"
        outside = says(rf"\b{ANY} {LESS}\s*$", f"{first.before}{_hedge(first)}") and says(OR_OVER, words)
        if ends is not None and (outside or says(rf"^{OR_MORE}\s*$", words)):
            yield ends


def _hedge(slot: Slot, *, behind: bool = False) -> str:
    """The hedge of a number where it stands before it, or behind it."""
    hedge = slot.numeral.hedge
    return hedge.surface if hedge is not None and (hedge.start > slot.numeral.start) is behind else ""


def _is_range(low: Slot, high: Slot, link: str) -> bool:
    """Whether nothing but a range can be meant."""
    if (
        low.follows(USUAL)
        or low.follows(RANGING)
        or low.follows("between")
        or (link != "and" and low.follows(rf"{SPANNING}|{OFF}"))
    ):
        return True
    if link == "to" and (low.follows(HOLDING) or (low.follows(COSTING) and low.kind in MEASURED)):
        return True
    if link == "to" and low.follows(BANDS) and high.nouns and low.kind is high.kind is Kind.COUNT:
        return True
    if low.follows(STAYING) and link == "to" and (high.kind is Kind.DURATION or high.nouns):
        return True
    if low.follows("from") and link == "to" and high.precedes(OF_IT) and high.kind is Kind.PERCENT:
        return True
    tight = link in {"-", "–"} and low.after == link and low.kind in MEASURED and not low.numeral.direction
    if tight and not low.follows(FALLING):
        return True
    unit_told_once = low.kind is Kind.COUNT and high.kind in (*MEASURED, Kind.RATE) and not high.numeral.direction
    if link not in ("to", low.after):
        return False  # "312 – 32.6% – failed"
    aged = low.kind is Kind.AGE
    return link in {"to", "-", "–"} and (unit_told_once or aged) and not low.follows(FALLING)


def _is_habitual(low: Slot, high: Slot, link: str) -> bool:
    """Whether two numbers are told that depend on something, and no change: "pay £12 to £18, depending on their age"."""
    return (
        link == "to"
        and low.is_like(high)
        and not low.follows(
            r"(?:[a-z]+(?:ed|en)|rose|grew|fell|shot|won) "
            "from"
        )
        and not low.follows(CHANGING)
    )


def stated(said: Said) -> Stated | None:
    """That the first end is no more than the second; of "between 12 and 10 days" the unit is told once.

    Below zero people begin with the end that is nearer to it.
    """
    if "range" in said:
        told = said["range"]
        ends = told.ends
        if not told.surface.lower().startswith(BETWEEN) or ends is None:
            return None
        low, high = ends  # what is read as one range mostly has its ends in order
    else:
        low, high = said["low"], said["high"]
    alike = (
        low.unit == high.unit.partition(" per ")[0]
        if high.kind is Kind.RATE
        else low.kind is high.kind and low.unit == high.unit
    )
    bare = low.kind is Kind.COUNT and not low.unit
    scaled = alike and low.scale != high.scale
    if scaled and low.scale == 1 and low.value is not None and high.value is not None:
        told_once = low.value < 10 * high.value / high.scale  # between 25 and 53 thousand
        scaled, bare, alike = not told_once, told_once, not told_once
    if "poles" in said.words:
        return _of_poles(low, high)
    if low.value is None or high.value is None or scaled or not (alike or bare or low.kind is Kind.AGE):
        return None
    if min(low.value, high.value) < 0:
        return Stated()
    first = low.value * (high.scale if bare and not alike else 1)
    wrong = f"The range from {low.surface} to {high.surface} begins above its end."
    return Stated(wrong=wrong if first > high.value else "", doubt="a fall is told, and no range")


def _of_poles(low: Numeral, high: Numeral) -> Stated:
    """That what is called the lowest is no more than what is called the highest."""
    apart = low.exact_value > high.exact_value
    wrong = f"The lower end, {low.surface}, is more than the higher one, {high.surface}."
    return Stated(wrong=wrong if apart else "", doubt="they are ends of two things")
