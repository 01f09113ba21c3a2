"""Numbers and their total: "12 men and 15 women, a total of 27", "27 in all: 12 men and 15 women".

A list beside a total that it does not reach may be only some of it, and is told as possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Line, Said, Slot, Stated
from factcheck.relation.asked import is_behind
from factcheck.relation.cues import NOUN
from factcheck.relation.line import CLOSE, says
from factcheck.relation.lists import MOST, ending_at, is_first, starting_at
from factcheck.relation.shares.dealt import PERSONS
from factcheck.relation.stating import THE_WHOLE, counts_of, declared, is_count, numbered, sum_of, total_of
from factcheck.relation.told import TOLD
from factcheck.relation.totals.named import (
    INCLUDING,
    MADE_OF,
    OVERLAPPING,
    SOME_OF_THEM,
    are_all,
    counts_others,
    is_no_total,
    is_sibling,
    is_some_of_others,
    names_others,
)
from factcheck.relation.totals.played import NO_SUM, is_scored
from factcheck.relation.totals.portions import Tie, begins_anew, has_own_verb
from factcheck.relation.totals.sums import ADDED, Told, counts_them, sums
from factcheck.relation.totals.wholes import in_its_unit, wholes

PARTS = COUNTS | {Kind.PERCENT}
GAPS = {"parts": PARTS, "whole": PARTS, "most": PARTS}
OF = r"(?:(?:making|for|giving|which makes|with|adding up to) )?(?:a |an |the )?(?:combined |grand |overall )?total of"
IN_ALL = "(?:in all|in total|altogether)"
SUM = (
    rf"(?:total|sum|tally|aggregate|combined|grand total|overall){NO_SUM}(?: [^\W\d_]+){{0,2}}(?: of)?(?: (?:about|some|just|only))?"
    rf"|(?:in all|in total|altogether|all told|overall{NO_SUM}|together|between them|all in all|combined),?(?: [^\W\d_]+){{0,4}}"
    r"|(?:add(?:s|ed|ing)?|sums?|summed) up to|(?:add(?:s|ed|ing)?|sums?|summed) to|total(?:s|led|ling|ing)"
    r"|amount(?:s|ed|ing)? to"
    r"|(?:bringing|taking|making) (?:the|its|their|an?) (?:\w+ )?total(?: \w+)? (?:to|of)|ma(?:ke|kes|king|de) "
    r"up (?:the|its|an?|all)"
    r"|c(?:omes?|oming|ame) to|adding up to|for a total of|(?:an?|the|with an?) (?:total |combined |overall "
    r"|joint )?(?:outlay|haul|bill|cost|sum|crop"
    r"|complement|harvest|toll|turnover|spend|payroll|workforce|fleet|membership|audience|crowd) of"
    r"|which (?:makes|gives|is|adds up to|comes to)"
    r"|(?:the|its|their) (?:number|total|tally|sum|count|figure)(?: [^\W\d_]+){0,5} (?:is|was|are|were|stands at"
    r"|stood at|comes to|came to|reached|to)"
    r"(?: now)?|br(?:ing|ings|inging|ought) to|mak(?:e|es|ing)(?: \w+)?|giv(?:e|es|ing)|number(?:s|ed|ing)?"
    r"|yield(?:s|ing)?"
)
"""Before a total."""
SUMMED = (
    rf"(?:{NOUN}){{0,4}}[\s,]*(?:in all|in total|altogether|all told|all up|combined|together|overall|all in all|in "
    rf"sum)\b|-strong\b"
)
"""After a total."""
GATHERED = r"\b(?:together|between them|combined|taken together|in all|in total|altogether|all told)\b"
SURELY = (
    r"\b(?:total|totals|totalled|totalling|sum|total of|add(?:s|ing|ed)? up to|toll to|number of \w+ to|bill to"
    r"|pot to|tally to)(?: \w+)?"
)
"""Before a number that is a total, and smaller than a part of it only by a slip."""
ADDING = (
    r"(?:^|[,;:]\s*)(?:adding|summing|taking|putting|counting|combining|added|summed"
    r"|taken) (?:up )?(?:together )?(?:the|its|their|\W*$)?"
)
"""At the head of a sentence that adds."""
TOLL = (
    r"(?:bring\w*|brought|tak\w*|rais\w*|push\w*|lift\w*|swell\w*)(?: (?!number|total|the number|the total)\w+){1,5} to"
)
"""Before a total that has more in it than the sentence tells."""
SHARED = r"^\W*of (?:the|all|its|their) [^,;:\d]*"
"""Before a share of a whole of which those behind it are shares, too."""
OF_ALL = r"(?:^|[,;:(–—])\s*(?:out )?of (?:the|its|all|those|these)?(?: [\w'’-]+)?"
WHOLE_SPAN = (
    rf"(?:{NOUN}){{0,2}}\s+(?:over|in|across|during|for|through)(?:out)? (?:the|all|both|that) (?:whole |entire )?"
    r"(?:quarter|year|week|month|day|days|period|season|decade|series|three|four|two|weekend|half|century|term"
    r"|region|country|county|city)(?! (?:before|earlier|ago)\b)"
)
KIN = rf"(?:{PERSONS}|births|deaths|victims|staff|casualties|babies|twins|survivors)"
"""What may be men or women, boys or girls."""
SOME = "the list names only some of the whole"
OVERLAP = "one of them may be counted under several of these numbers"
MOST_TIMES = 12  # that a part may be its whole where a digit or a zero slipped
ANCHOR = "whole"
PHRASES = (
    rf"{{parts*}},? {OF} {{whole}}",
    rf"{{parts*}}(?:,|;|:| –| —)? (?:or |making )?{{whole}}~ {IN_ALL}",
    rf"{IN_ALL},? {{whole}}~(?::| –| —) {{parts*}}",
    rf"{{whole}}~ {IN_ALL}(?:,|:| –| —| \() ?{{parts*}}",
    r"total of {whole}~(?:,|:| –| —| \() ?{parts*}",
)
EXAMPLES = (
    Example("There were 12 men and 15 women, a total of 27.", holds=True),
    Example("There were 12 men and 15 women, a total of 28.", holds=False),
    Example("They sold 3,100 tickets, 200 mugs and 75 caps, 3,375 items in all.", holds=True),
    Example("They sold 3,100 tickets, 200 mugs and 75 caps, 3,735 items in all.", holds=False),
    Example("It spent £3.2bn on roads and £4.1bn on rail, a total of £7.4bn.", holds=True),
    Example("It spent £3.2bn on roads and £4.1bn on rail, a total of £7.8bn.", holds=False),
    Example("A total of 27 medals: 12 gold and 16 silver.", holds=False),
    Example("Some 12 men, 15 women and a total of nothing.", holds=None),
    Example("Together the 12 trips by rail and 15 by bus add up to 27.", holds=True),
    Example("Together the 12 trips by rail and 15 by bus add up to 28.", holds=False),
    Example("There were 12 cases in May, 15 in June and 20 in July, 47 over the quarter.", holds=True),
    Example("There were 12 cases in May, 15 in June and 20 in July, 57 over the quarter.", holds=False),
    Example("The school has 27 pupils, 12 girls and 15 boys.", holds=True),
    Example("The school has 29 pupils, 12 girls and 15 boys.", holds=False),
    Example("Then 12 men and 15 women died, bringing the toll to 40.", holds=True),
    Example("Then 12 men and 15 women died, bringing the toll to 20.", holds=False),
    Example("Add the 12 cooks to the 15 waiters and the strike took out 27 people.", holds=True),
    Example("Add the 12 cooks to the 15 waiters and the strike took out 72 people.", holds=False),
    Example("The plan has 27 homes, 12 of them for rent and 15 for sale.", holds=True),
    Example("The plan has 27 homes, 12 of them for rent and 17 for sale.", holds=False),
    Example("It has 27 rooms, 12 lamps and 15 chairs.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """An enumeration and a number beside it that words or brackets tell to be its total."""
    for whole in line.slots:
        if (
            whole.kind in PARTS
            and not whole.numeral.flags
            and whole.numeral.value is not None
            and not counts_them(whole)
        ):
            for parts, gap in _parts(line, whole):
                total = _added(whole)
                shared = parts[0].follows("with") and whole.follows(SHARED)
                own = whole.kind is Kind.PERCENT and (shared or any(part.precedes(r"\s+of\b") for part in parts))
                if (
                    own
                    or is_no_total(whole, parts)
                    or not (_are_smaller(parts, whole) or _is_told(parts, whole, total, gap))
                ):
                    continue
                if all(part.is_like(total) and not part.numeral.flags for part in parts):
                    yield line.said(parts=parts, **{gap: total})
    overlapping = says(OVERLAPPING, line.text) or says(OVERLAPPING, line.beside)
    loose = [] if overlapping else [*_summed(line)]
    yield from (line.said(**roles) for roles, is_told in loose if is_told)
    yield from (line.guessed(**roles) for roles, is_told in loose if not is_told)


def _are_smaller(parts: Sequence[Slot], whole: Slot) -> bool:
    return all(part.numeral.value is not None and part.value <= whole.value for part in parts)


def _is_told(parts: Sequence[Slot], whole: Slot, total: Slot, gap: str) -> bool:
    """Whether words tell a total that is less than one of its parts, and that part is not rather the sum of all others."""
    values = [part.numeral.value for part in (*parts, whole)]
    known = [value for value in values if value is not None]
    if parts[0].index > whole.index and 2 * max(known) == sum(known):
        return False  # "costs (£35m) and charges (£3m) give a burden of £38m"
    return total.follows(SURELY) or whole.precedes(SUMMED) or gap != "whole" or parts[0].index > whole.index


def _summed(line: Line) -> Iterator[tuple[dict[str, Slot | tuple[Slot, ...]], bool]]:
    """Numbers in the roles of parts and whole by their order and the words right at them, and whether words tell so."""
    for parts, whole, told in sums(line):
        if _are_no_sum(line, parts, whole):
            continue
        if told is Told.PARTLY:
            yield {"parts": parts, "most": whole}, True
        elif not whole.follows(TOLL) or says(ADDED, line.text):
            yield {"parts": parts, "whole": whole}, told is Told.SURELY
    for whole, parts, tie in wholes(line):
        if _are_no_sum(line, parts, whole):
            continue
        if tie in (Tie.WITHIN, Tie.EITHER):
            yield {"parts": parts, "most": whole}, True
        if tie is not Tie.WITHIN:
            yield {"parts": parts, "whole": _added(whole)}, tie is Tie.TOLD and not _may_be_more(line, whole)


def _are_no_sum(line: Line, parts: Sequence[Slot], whole: Slot) -> bool:
    return (
        is_some_of_others(whole, parts)
        or is_no_total(whole, parts)
        or any(is_scored(line, slot) for slot in (*parts, whole))
    )


def _may_be_more(line: Line, whole: Slot) -> bool:
    """Whether words tell that a total has more in it than the sentence tells."""
    return says(SOME_OF_THEM, line.around(whole)) or (whole.follows(TOLL) and not says(ADDED, line.text))


def _parts(line: Line, whole: Slot) -> Iterator[tuple[tuple[Slot, ...], str]]:
    """What may be added up to a number, and in which gap that stands."""
    before = [*ending_at(line.slots, whole.index - 1)] if whole.index > 1 else []
    two = line.slots[: whole.index]
    if (
        not before
        and len(two) == 2
        and two[0].follows(ADDING)
        and says(r"\b(?:to|and|with|plus)\b", line.between(*two))
    ):
        before = [two]
    loose = whole.precedes(r"[^;:()]{0,80}(?:\(|:| –| —)\s*(?:\w+ )?$")
    following = [in_its_unit(slot, whole) for slot in line.slots[whole.index + 1 : whole.index + 3 + MOST]]
    after = starting_at(following, 0, loose=loose)
    gap = "most" if _may_be_more(line, whole) else "whole"
    tied = (
        _is_summed(whole)
        or (before and before[0][0].follows(ADDING))
        or whole.follows(TOLL)
        or says(GATHERED, line.around(whole))
    )
    if before and (tied or _is_of_all(before[0], whole)):
        yield from ((parts, gap) for parts in before)
    if not after or whole.follows(TOLL) or is_some_of_others(whole, after):
        return
    kin = whole.precedes(rf"\s+(?:{KIN})\b(?:{NOUN}){{0,6}}(?:,|:| –| —)\s*$")
    bracketed = whole.precedes(rf"(?:{NOUN}){{0,4}}\s*\($") and after[-1].precedes(r"[^()]*\)")
    beside = whole.precedes(rf"(?:{NOUN}){{1,3}}(?:,|:| –| —)\s*$")
    flat = (
        (whole.precedes(rf"(?:{NOUN}){{0,3}},\s*$") and after[0].nouns not in ((), ("against",)))
        or is_first(whole, after[0])
        or is_sibling(whole, after[0])
    )
    headed = whole.precedes(rf"(?:{NOUN}){{0,9}}(?::| –| —)\s*(?:\w+ )?$") and not names_others(whole, after)
    made = whole.precedes(
        rf"(?:{NOUN}){{0,4}}(?:,| –| —|:)?\s+(?:(?:is|are|was|were|which|that|and) )*(?:{MADE_OF})\s*(?:\w+ )?$"
    )
    if bracketed or headed or made or ((beside or kin) and are_all(after)) or (_is_summed(whole) and not flat):
        yield after, gap
    elif (
        is_behind(OF_ALL, whole.led)
        or (whole.precedes(rf"(?:{NOUN}){{0,4}},? {INCLUDING}\s*$") and not has_own_verb(after))
    ) and not (whole.precedes(r"[^;:()]{0,80}\bwith\s*$") and (counts_others(whole, after) or begins_anew(after))):
        yield after, "most"


def _is_summed(whole: Slot) -> bool:
    """Whether words beside a number tell that it is a sum."""
    if whole.kind is Kind.PERCENT and whole.precedes(r"\s+of\b"):
        return False  # in all, 45% of patients got better
    return (
        whole.follows(SUM)
        or whole.precedes(SUMMED)
        or (
            whole.follows(r", (?:making|giving|leaving|or)(?: (?:it|them|him|her|us))?")
            and whole.precedes(rf"(?:{NOUN})?{CLOSE}")
        )
    )


def _is_of_all(parts: tuple[Slot, ...], whole: Slot) -> bool:
    """Whether a number right behind an enumeration is told of all the time or of all the places."""
    return (
        whole.follows(r",(?: or| making| that is| so)?")
        and parts[-1].index + 1 == whole.index
        and whole.precedes(WHOLE_SPAN)
    )


def _is_among(whole: Numeral, parts: Sequence[Numeral]) -> bool:
    """Whether a number lies among others, as the share of all does among those of each sort."""
    values = [part.exact_value for part in parts]
    return min(values) <= whole.exact_value <= max(values)


def _added(whole: Slot) -> Slot:
    """The total without a hedge that is none: "add up to 312"."""
    hedge = whole.numeral.hedge
    if hedge is None or hedge.surface.lower() != "up to" or not whole.follows(r"add(?:s|ed|ing)?|sums?|summed"):
        return whole
    return replace(whole, numeral=replace(whole.numeral, hedge=None), before=f"{whole.before}up to ")


def stated(said: Said) -> Stated | None:
    """The parts, the whole, and that they add up."""
    is_partial = "most" in said
    parts, whole = said.gaps["parts"], said["most" if is_partial else "whole"]
    if any(part.kind is not whole.kind or part.unit != whole.unit or part.value is None for part in parts):
        return None
    if whole.kind is Kind.PERCENT and _is_among(whole, parts):
        return None  # "57% of those asked: 57% of men and 65% of women"
    if any(part.exact_value > MOST_TIMES * whole.exact_value > 0 for part in parts):
        return None  # "a quarter of its 45 ships and 312 planes, 12 in all"
    told = numbered(parts)
    falls_short = sum(part.exact_value for part in parts) < whole.exact_value
    listed_after = parts[0].start > whole.start
    return Stated(
        declared(*told, THE_WHOLE, counted=all(map(is_count, (*parts, whole)))),
        (*counts_of({**told, THE_WHOLE: whole}), total_of(told, is_partial=is_partial)),
        OVERLAP if is_partial and listed_after else SOME if falls_short and listed_after else "",
        says=f"{sum_of([*told])} {TOLD}",
    )
