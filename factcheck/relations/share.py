"""A part, its whole and the share that it makes up: "312 of the 956 cases (32.6%)".

Part and whole are counted one by one, so that only whole numbers count. Of money and measures both are rounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, SHARES, Example, Ground, Line, Said, Slot, Stated
from factcheck.relation.alone import are_listed, only
from factcheck.relation.changes.amounts import is_signed
from factcheck.relation.cues import CHANGE, LESS, MORE, NAMED, NOUN, OPEN, RESTATING
from factcheck.relation.fits import fits, is_near
from factcheck.relation.line import CLOSE, says
from factcheck.relation.parts import AMONG, NO_CLAUSE, OF, OF_THEM, are_counted_alike, pairs
from factcheck.relation.printing import is_pronoun
from factcheck.relation.shares.evidence import borne_out, is_borne_out_by
from factcheck.relation.shares.linked import linked, restating
from factcheck.relation.shares.listed import listed
from factcheck.relation.shares.own import has_its_own_whole, tells_its_part, without_rivals
from factcheck.relation.shares.sureness import MADE_UP, ground_of, is_a_named_rate, makes_up
from factcheck.relation.stating import THE_PART, THE_WHOLE, counts_of, declared, is_count, shares_of
from factcheck.relation.told import TOLD

COUNTED = 20  # "one in five" and "2/3" are shares; "312/956" and "312 out of 956" are counts
GAPS = {
    "part": COUNTS | {Kind.DURATION},
    "whole": COUNTS | {Kind.DURATION},
    "share": SHARES,
    "pair": frozenset({Kind.RATIO}),
}
ANCHOR = "share"
IN_ITS_CLAUSE = True
WHOLES = COUNTS | {Kind.DURATION}
RESTATED = rf"{OPEN}{RESTATING}{NAMED}"  # before a number that stands beside another for the same thing
ALL = "(?:total|number|figure|time|capacity|whole|sample|network|vote|votes|cases|those|all|lot|cast|it)"
OF_ALL = rf"\s+of (?:them|(?:(?:the|its|their|all|those|that) )?{ALL}(?:{NOUN}){{0,2}}){CLOSE}"
OF_THE_WHOLE = r"\s+of (?:all|the|that)\b"
IN_ALL = (
    r"\s*(?:(?:(?:people|persons) )?in (?:all|number|total|the end)|of them|altogether|all told|so far|to date|at the last count"
    r"|to be (?:exact|precise)|people|persons|of whom \w+)?"
    r"\s*(?:[,)–—;:.]|$)"
)
RATE = (
    r"\b(?:\w*rate|ratio|share|proportion|percentage|turnout|take-up|uptake|attendance|occupancy|coverage"
    r"|prevalence|incidence|positivity|yield"
    r"|compliance|participation|mortality|vacanc\w+|success|support|response)\b[^,;:()–—]{0,70}?\b(?:was|is|were"
    r"|are|being|stood at|stands at|came to"
    r"|comes to|reached|of|at|works out at|worked out at|equals)(?: \w+ly)?(?: just| only)?"
)
"""Before a share of what the sentence is about."""
FILLED = (
    r"\s+(?:full|occupied|sold|complete|taken|booked|empty|vacant|of capacity|of the way|finished|done|female"
    r"|male|women|men|black|white|foreign|Asian)\b"
)
SO = rf"(?:so|meaning|giving|making|hence|thus|therefore|which (?:means|gives|makes))\b(?: that)?[^,;:()–—]{{0,30}}?{RATE}"
THAN_THEN = r"\)\s*(?:more|fewer|less|higher|lower) than (?:in|at|the|last|a year)\b"
LINK = (
    r"[^;:()–—]{0,120}?(?:[,(–—:]|\s-)\s*(?!(?:is|are|was|were|has|have|had)\b)(?:(?!(?:and|but|while|as|after|up|down|against|though|although|when"
    r"|where|who|which|if|since|because|than|excluding)\b)[^\W\d_][\w'’-]*\s+){0,6}$"
)
AND = r"\b(?:while|whereas|but|as against|compared)\b"
TAIL = r"[^,;:()–—]{0,80}(?:[).,;:–—]|$)"
PHRASES = (
    r"{part}~ (?:out )?of <the> {whole}~,? ?\({share}\)",
    r"{part}~ (?:out )?of <the> {whole}~(?:,| –| —| -) (?:or )?{share},",
    r"{part}~ (?:out )?of <the> {whole}~,? or {share}",
    r"of <the> {whole}~,? {part}~ \({share}\)",
    r"{share}~ \({part} (?:out )?of <the> {whole}~\)",
    r"{share}(?: |, or ){part} (?:out )?of <the> {whole}",
    r"{share}~ \({pair}\)",
    r"{pair}~ \({share}\)",
    r"{share}\)?,? or {pair}",
)
EXAMPLES = (
    Example("Police solved 142 of the 956 burglaries in the city, a clear-up rate of 14.9%.", holds=True),
    Example("Police solved 142 of the 956 burglaries in the city, a clear-up rate of 19.4%.", holds=False),
    Example("By Friday 956 vans had been called back and 312 of them, 32.6%, mended.", holds=True),
    Example("By Friday 956 vans had been called back and 321 of them, 32.6%, mended.", holds=False),
    Example("A third of the 956 cases, 312 in all, was on Facebook.", holds=True),
    Example("A quarter of the 956 cases, 312 in all, was on Facebook.", holds=False),
    Example("Of 1,240 swimmers 806 (65%) came by bus; a third of them, 268, swim less often now.", holds=True),
    Example("Of 1,240 swimmers 806 (65%) came by bus; half of them, 268, swim less often now.", holds=False),
    Example("Of the 956 cases, 312 were on Facebook; 45% of the children knew the sender.", holds=None),
    Example("Facebook was used in 312 of the 956 cases (32.6%).", holds=True),
    Example("Facebook was used in 312 of the 956 cases (32.7%).", holds=False),
    Example("Of the 956 cases, 312 (32.6%) involved Facebook.", holds=True),
    Example("Of the 956 cases, 321 (32.6%) involved Facebook.", holds=False),
    Example("32.6% (312/956) were on Facebook.", holds=True),
    Example("32.9% (312/956) were on Facebook.", holds=False),
    Example("A third (32.6%), or 312 out of 956 cases, was on Facebook.", holds=True),
    Example("8 of the 918 patients (0.87%) died.", holds=True),
    Example("8 of the 768 patients (0.87%) died.", holds=False),
    Example("They paid £3.2bn of the £4bn (80%).", holds=True),
    Example("On 8 of 10 days (all in May) it rained.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """The counts of a part and a whole, and a share that stands beside one of them for the same thing."""
    for share in line.slots:
        if _is_share(share) and not (has_its_own_whole(line, share) or tells_its_part(line, share)):
            named = share.follows(rf"{OPEN}{RESTATING}(?:an?|the|its|their) (?:[^\W\d_][\w'’-]*\s+){{1,5}}(?:of|at)")
            for part, whole in without_rivals(line, share, _counts(line, share)):
                said = line.said(part=part, whole=whole, share=share)
                yield replace(said, words={"named": ""}) if named else said
            beside = (*linked(line, share), *listed(line, share), *restating(line, share), *borne_out(line, share))
            for part, whole in without_rivals(line, share, beside):
                yield line.said(part=part, whole=whole, share=share)
                if part.value > whole.value:
                    yield line.on(Ground.PERHAPS, part=whole, whole=part, share=share)
            for part, whole, is_told in _guesses(line, share):
                said = line.said(part=part, whole=whole, share=share)
                yield said if is_told else replace(said, ground=Ground.NUMBERS)
            for pair in line.near(share, 2):
                if _is_pair(pair) and (_is_beside(share, pair) or is_borne_out_by(line, share, pair)):
                    yield line.said(share=share, pair=pair)


def alone(line: Line) -> Iterator[Said]:
    """A share and two counts that are all the numbers of a sentence; where it tells of something else, they may be."""
    for share, part, whole in only(line, _may_be_share, WHOLES, across=True):
        if are_counted_alike(part, whole) and not _is_cut_off(line, share) and not has_its_own_whole(line, share):
            ground = ground_of(line, share, part, whole) if _is_share(share) else Ground.PERHAPS
            yield line.on(ground, part=part, whole=whole, share=share)


def _is_cut_off(line: Line, share: Slot) -> bool:
    """Whether a semicolon stands in the sentence, and the share not right behind a number: "312 were asked; 98 came (31%)"."""
    return ";" in line.text and not (
        share.index and share.follows(rf"[(:–—]\s*{RESTATING}") and ";" not in share.before
    )


def _may_be_share(slot: Slot) -> bool:
    return slot.kind in SHARES and not slot.numeral.flags and slot.numeral.value is not None and not _is_pair(slot)


def _is_share(slot: Slot) -> bool:
    numeral = slot.numeral
    if slot.kind not in SHARES or numeral.direction or numeral.flags or numeral.value is None or _is_pair(slot):
        return False
    told = slot.precedes(rf"\s*(?:{CHANGE}|{MORE}|{LESS}|points?|by which)\b|{THAN_THEN}")
    done_by = slot.follows("by") and not slot.precedes(r"\s+of\b")
    return not (told or done_by or slot.follows(rf"{CHANGE}(?: \w+)? (?:of|by|at|is|was)|\((?:plus|minus)"))


def _is_pair(slot: Slot) -> bool:
    terms = slot.numeral.terms
    return slot.kind is Kind.RATIO and terms is not None and terms[1] >= COUNTED


def _is_beside(share: Slot, pair: Slot) -> bool:
    """Whether one stands in brackets or between commas behind the other."""
    first, last = sorted((share, pair), key=lambda slot: slot.index)
    if last.index != first.index + 1:
        return False
    set_off = rf"{NO_CLAUSE}(?:[,(–—:]|\s-)\s*{RESTATING}{NAMED}$"
    if first is share and share.precedes(rf"[^;:()–—]*(?:[:–—])\s*{RESTATING}$") and last.is_closed:
        return True  # "34% of the parcels that were sent last week came late: 216 out of 635."
    return first.precedes(set_off) and (last.is_closed or (first is pair and last.precedes(rf"{NO_CLAUSE}[),]")))


def _counts(line: Line, share: Slot) -> Iterator[tuple[Slot, Slot]]:
    """Part and whole of a share, the likeliest first."""
    near = [slot for slot in line.near(share) if slot.kind in WHOLES and not slot.numeral.flags]
    after = next((slot for slot in near if slot.index == share.index + 1), None)
    if after is not None and share.precedes(rf"\s+{OF_THEM}\s*(?:[,(–—]|\s-)\s*{RESTATING}$"):
        yield from _of_them(after, [slot for slot in near if slot.index < share.index])
        return
    if after is not None and share.precedes(rf"\)?\s*{OF}$"):
        yield from _of_whole(share, after, near)
    elif after is not None and share.precedes(rf"{NO_CLAUSE}(?:[,(–—:]|\s-)\s*{RESTATING}$"):
        for part, whole in pairs(line, near):
            if (
                part is after
                and whole.index == part.index + 1
                and (whole.is_closed or share.after.rstrip().endswith("("))
            ):
                yield part, whole
    of_all = share.precedes(OF_ALL) and share.follows(rf"{OPEN}{RESTATING}{NAMED}|{MADE_UP}")
    told = False
    if of_all or (share.is_closed and share.follows(rf"(?:{RESTATED}|{MADE_UP}|{SO})")):
        before = [slot for slot in near if slot.index < share.index]
        last = max((slot.index for slot in before), default=0)
        said = [pair for pair in pairs(line, before) if max(slot.index for slot in pair) == last][::-1]
        told = bool(said)
        yield from said
        if not said and len(before) == 2 and (before[1].index == share.index - 1 or of_all):
            yield from _host(before[1], before[0], share)
            if of_all or share.follows(SO):
                yield from _host(before[0], before[1], share)
    if not told:
        yield from _linked(line, share, near)


def _of_them(part: Slot, before: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """The part of what was counted last: "806 came; a third of them, 268, swim", or of what that was of."""
    if part.precedes(IN_ALL) or (part.follows(r"\(") and part.precedes(rf"(?:{NOUN}){{0,2}}\)")):
        yield from ((part, whole) for whole in before[::-1] if are_counted_alike(part, whole))


def _linked(line: Line, share: Slot, near: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Part and whole that stand by themselves behind a share, or the part of what was counted before it."""
    index = share.index
    after = [slot for slot in near if slot.index in (index + 1, index + 2)]
    if len(after) == 2 and share.precedes(LINK) and after[1].precedes(TAIL) and not says(AND, share.after):
        yield from pairs(line, after) if len([*pairs(line, near)]) == 1 else ()
    before = [slot for slot in near if slot.index == index - 1]
    of_before = before and before[0].follows(rf"(?:^|[,;:(–—])\s*{AMONG}") and share.follows(r"[,(–—]")
    if after and of_before and share.precedes(rf"\s*(?:[,(–—]|\s-)\s*{RESTATING}$") and after[0].is_closed:
        yield from ((after[0], whole) for whole in before if are_counted_alike(after[0], whole))


def _guesses(line: Line, share: Slot) -> Iterator[tuple[Slot, Slot, bool]]:
    """The only two counts of a sentence of which a rate, or how full something was, is told, and if words part them."""
    if not (share.follows(RATE) or share.precedes(FILLED)):
        return
    if sum(line.tally[kind] for kind in SHARES) != 1:
        return
    counts = [slot for slot in line.slots if slot.kind in WHOLES]
    if len(counts) == 2 and are_counted_alike(*counts) and not are_listed(line, *counts):
        lower, upper = sorted(counts, key=lambda slot: slot.value)
        told = [*pairs(line, counts)]
        yield from (
            (part, whole, bool(told) or is_a_named_rate(part, whole, share)) for part, whole in told or [(lower, upper)]
        )


def _of_whole(share: Slot, whole: Slot, near: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """The part where the share is said to be of the whole: "312 were late, 32.6% of the 956"; "of the 956, 312 in all"."""
    for part in (slot for slot in near if slot is not whole and are_counted_alike(slot, whole)):
        if (part.index == share.index - 1 and share.follows(rf"(?:{RESTATED}|{MADE_UP})")) or (
            part.index == whole.index + 1
            and (
                part.precedes(rf"\s+{OF_THEM}{CLOSE}")
                or (part.follows(rf"{OPEN}(?:or |that is |some )?") and part.precedes(IN_ALL))
                or (part.follows(r"(?:[:(–—]|\s-)\s*(?:\w+ )?") and part.precedes(rf"(?:{NOUN}){{0,4}}{CLOSE}"))
            )
        ):
            yield part, whole


def _host(part: Slot, whole: Slot, share: Slot) -> Iterator[tuple[Slot, Slot]]:
    """Two counts of which the words do not say so, the share right behind the smaller one."""
    if (
        not are_counted_alike(part, whole)
        or part.value >= whole.value
        or not (part.is_closed or not part.nouns or share.precedes(OF_THE_WHOLE) or makes_up(part, share))
    ):
        return
    if not fits(Fraction(part.value, part.value + whole.value), share.numeral):
        yield part, whole


def stated(said: Said) -> Stated | None:
    """Part and whole as counted, and the share between them."""
    if "pair" in said:
        terms = said["pair"].terms
        if terms is None or terms[1] < COUNTED:
            return None
        raw = {THE_PART: {"of": THE_WHOLE, "raw": str(terms[0])}, THE_WHOLE: {"raw": str(terms[1])}}
        says = f"{int(terms[0]):,} of {int(terms[1]):,} is {TOLD}"
        return Stated(raw, shares_of({THE_PART: said["share"]}), says=says)
    part, whole = (_plain(said[gap]) for gap in ("part", "whole"))
    if is_signed(said["share"]):
        return None  # "312 of the 956 (+4%)"
    if part.kind is not whole.kind or part.unit != whole.unit or is_pronoun(part):
        return None  # "one of three groups: old (11%), …"
    if is_count(whole) and part.kind is Kind.COUNT and part.quantum < 1:
        return None  # "half of our 694 entrants have less than 19.8"
    if whole.value and part.value is not None and is_near(part.value / whole.value, said["share"]):
        return Stated()
    quantities = declared(THE_PART, THE_WHOLE, counted=_is_counted(part) and _is_counted(whole))
    others = "named" in said.words and whole.value and fits(1 - part.exact_value / whole.exact_value, said["share"])
    doubt = "the share is that of the others" if others else ""
    quantities = {**quantities, THE_PART: {"of": THE_WHOLE, **quantities[THE_PART]}}
    claims = (*counts_of({THE_PART: part, THE_WHOLE: whole}), *shares_of({THE_PART: said["share"]}))
    return Stated(quantities, claims, doubt, says=f"{{{THE_PART}}} of {{{THE_WHOLE}}} is {TOLD}")


def _plain(numeral: Numeral) -> Numeral:
    """A count of days or years as any other count; "17.0 weeks" is measured."""
    counted = numeral.kind is Kind.DURATION and numeral.quantum == 1
    return replace(numeral, kind=Kind.COUNT, unit="") if counted else numeral


def _is_counted(numeral: Numeral) -> bool:
    return numeral.kind is Kind.COUNT and numeral.exact_value.denominator == 1
