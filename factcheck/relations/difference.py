"""Two numbers and how far they are apart: "159 cases, 17 more than the 142 of May", "rose by 17 from 142 to 159"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation import COUNTS, Example, Line, Said, Slot, Stated
from factcheck.relation.changes.ends import around, ends_of, is_surely_old
from factcheck.relation.changes.ways import FELL, ROSE
from factcheck.relation.compared import JOINED, after_than, joined, likes, up_to
from factcheck.relation.cues import AGO, BY, CHANGE, NOUN, OTHER, THE, WORKED_OUT
from factcheck.relation.cues import LESS as FEWER
from factcheck.relation.cues import MORE as GREATER
from factcheck.relation.distances.apart import distances, is_agent
from factcheck.relation.distances.clauses import told_alike
from factcheck.relation.distances.concluded import concluded
from factcheck.relation.distances.trade import dealt
from factcheck.relation.line import says
from factcheck.relation.parts import is_some_of, pairs
from factcheck.relation.stating import THE_LARGER, THE_SMALLER, counts_of, declared, is_count
from factcheck.relation.told import TOLD
from factcheck.relation.totals.played import is_score, is_scored
from factcheck.relation.totals.sums import counts_them

GAPS = {"more": COUNTS, "less": COUNTS, "by": COUNTS}
WHICH = r"(?:,| –| —)? (?:which (?:is|was|were) |some )?"
UP, DOWN = "(?:rose|increased|grew|went up|up|climbed)", "(?:fell|decreased|dropped|went down|down|declined|shrank)"
NO_NAME = "(?<!the )(?<!its )(?<!their )(?<!a )(?<!an )(?<!some )(?<!another )"  # "31 in the smaller"
LARGER = rf"(?:{NOUN}){{0,2}}\s+{NO_NAME}(?:{GREATER}|ahead|clear|in excess|beyond|past|(?:more )?on top|too (?:many|much|high))\b"
SMALLER = rf"(?:{NOUN}){{0,2}}\s+{NO_NAME}(?:{FEWER}|short|behind|shy|away|adrift|too (?:few|little|low))\b"
GAP = (
    r"(?:difference|gap|margin|majority|lead|shortfall|surplus|excess|deficit|advantage|plurality|cushion"
    r"|differential|spread|shortage"
    r"|distance|disparity|overrun|overshoot|undershoot|discrepancy|divide|imbalance|premium|mark-up|backlog"
    r"|oversupply|undersupply"
    r"|(?:under|over)(?:count|spend|estimate|supply|statement|payment)|improvement|worsening|gain|loss|edge"
    r"|head start|buffer|headroom|(?:in|out)flow)"
)
PAST = r"\s+of (?:them|whom|these|those) (?:past|over|under|above|below|beyond)\s*$"
"""Behind those of some age."""
APART = (
    rf"(?:{GAP}|{CHANGE})(?: [\w-]+)? of {THE}|(?<!combined )(?<!total )(?<!overall )(?<!joint )"
    rf"\b(?:{GAP}|net \w+)\b(?: between (?:them|the (?:two|pair)|these|those):|[^;:.()\d]{{0,60}}? (?:is|was|were|are"
    rf"|stood at|stands at|came to|comes to"
    r"|amounts to|amounted to|reached|at|being|(?:cut|reduced|slashed|down|up|trimmed|raised|increased|narrowed"
    r"|widened|grew|fell|rose) to)(?: now)?)|\bexcess [^;:.()\d]{1,40}? (?:was|were|is|are|came to|of"
    r"|at|totalled|numbered|reached)"
)
BEATEN = (
    r"\b(?:beat|beats|beaten|beating|defeat\w*|exceed\w*|outnumber\w*|outpoll\w*|outs\w+|outp\w+|outr\w+|outg\w+"
    r"|surpass\w*|trail\w*|le[ad]d?s?|won"
    r"|wins?|winning|lost|los[et]s?|losing|missed|miss(?:es|ing)?|over\w+|under\w+|top(?:s|ped)|ahead|behind"
    r"|short|differ\w*|bettered|improv\w*"
    r"|narrowly|pipped|edged|fell|fall\w*|held(?: on| off)?|scraped|squeaked|squeezed|clung|prevail\w*|survived"
    r"|secured|clinch\w*|kept|keeps|keeping|retain\w*|regain\w*|took|eclips\w*"
    r"|(?:smaller|larger|bigger|shorter|longer|higher|lower|taller|heavier|lighter|older|younger|dearer|cheaper|richer|poorer)"
    r"|winners?|shad(?:ed|es)|broke|apart|shrank|dwarf\w*|separat\w*|divid\w*)\b"
)
PARTED = (
    rf"(?:{NOUN}){{0,2}}\s+(?:(?:divid|separat)\w+(?! [\w ]{{1,20}} from\b)|split|part(?:ed|s)|stood between"
    rf"|apart|between the (?:two|pair|sides))\b"
)
BETWEEN = r",?\s*(?:is |was |being |that is )?(?:the|a) (?:difference|gap|margin|distance|spread) between\s*$"
LEAVING = (
    r"(?:leav(?:ing|es)|so(?: that)?|with|meaning|which leaves|which left)(?: (?:it|them|him|her|us|a|the|some"
    r"|only|another|a further|other))*"
)
LEFT = (
    rf"(?:{NOUN}){{0,3}}\s+(?:without|short|empty|unfilled|outstanding|unsold|unused|unspent|unclaimed"
    rf"|unaccounted|spare|missing|vacant|homeless|to go"
    r"|to spare|to find|left over|remain(?:s|ing)?|in hand|still|yet|unpaid|untouched|disappointed|too (?:few"
    r"|many|little|much))\b"
)
NEEDED = (
    rf"(?:{LARGER}|{SMALLER}) (?:of|than) (?:what|the (?:target|need|requirement|demand|mark|number|total)|those"
    rf"|its|their|requirements|target|demand)"
    r"[^,;:()]{0,40}[.;,)]"
)
OF_TWO = r"\b(?:for|of|but|against|and|has|have)\b"
NEEDING = rf"{JOINED}|\b(?:for|where)\b"
LOST = (
    r"(?:lost|loses|shed|sheds|shedding|cut|cuts|cutting|axed|axing|scrapped|closed|closing|gained|gains"
    r"|gaining|added|adds|adding|culled|removed)"
)
LEADING_BY = r"(?:trail(?:s|ed|ing)?|le[ad]d?s?|leading|ahead|behind|up|down|won|wins?|winning|lost|los(?:es?|ing)) by"
GROWN = rf"\b(?:growth|{CHANGE}|up|down) (?:over|from|on)(?: the)?(?: \w+)?\s*$"
"""Before the old number of a change."""
BALANCE = r"(?:deficits?|surplus(?:es)?|shortfall|debts?|loss(?:es)?|profits?|reserves)"
"""What a budget leaves, and no distance between two years of something else."""
MIDDLE, MEAN = r"\bmedian\b", r"\b(?:mean|average)\b"
"""Two sorts of numbers that say nothing about each other."""
SHORT = r"\s+(?:short|shy|ahead|clear) of"
"""Behind a distance, and before what something is away from: "31 short of its 956", which is no part of these."""
ANCHOR = "by"
MOVED_BY = rf"\b(?:{ROSE}|{FELL}) by"
"""Before a number by which another changed that stands right behind "to"."""
UNLESS = WORKED_OUT
PHRASES = (
    rf"{{more}}~{WHICH}{{by}}~ (?:more|higher)~ than <the> {{less}}",
    rf"{{less}}~{WHICH}{{by}}~ (?:fewer|less|lower)~ than <the> {{more}}",
    rf"{UP} by {{by}}~,? from {{less}}~ to {{more}}",
    rf"{DOWN} by {{by}}~,? from {{more}}~ to {{less}}",
    r"from {less}~ to {more}~,? (?:a |an )?(?:rise|increase|gain|growth|up) (?:of |by )?{by}",
    r"from {more}~ to {less}~,? (?:a |an )?(?:fall|decrease|drop|decline|cut|loss|down) (?:of |by )?{by}",
)
EXAMPLES = (
    Example("There were 159 cases, 17 more than the 142 of May.", holds=True),
    Example("There were 159 cases, 71 more than the 142 of May.", holds=False),
    Example("It took 130 entries, 12 fewer than the 142 of May.", holds=True),
    Example("It took 130 entries, 12 more than the 142 of May.", holds=False),
    Example("It cost £4.2bn, £0.3bn less than the £4.54bn of last year.", holds=True),
    Example("Entries rose by 17 from 142 to 159.", holds=True),
    Example("Entries rose by 71 from 142 to 159.", holds=False),
    Example("Entries went from 159 to 142, a drop of 17.", holds=True),
    Example("Entries went from 159 to 142, a drop of 71.", holds=False),
    Example("He had 17 more than 12 ideas.", holds=None),
    Example("With 159 votes to 142, she held the seat by a majority of 17.", holds=True),
    Example("With 159 votes to 142, she held the seat by a majority of 71.", holds=False),
    Example("The town has 159 shops and the village 142, a gap of 17.", holds=True),
    Example("The town has 159 shops and the village 142, a gap of 27.", holds=False),
    Example("Her 159 points beat the old record of 142 by 17.", holds=True),
    Example("Her 159 points beat the old record of 142 by 71.", holds=False),
    Example("He scored 31 points, 12 more than anybody else, in 20 games.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A distance, told by words such as "more than", "a gap of" or "beat … by", and two numbers so far apart."""
    for by in line.slots:
        if is_scored(line, by) or counts_them(by) or is_score(by) or by.precedes(PAST):
            continue  # "won by 36 points to 14", "added 17 points", "added 87 without loss", "the two depots employ nine"
        if any(is_some_of(by, slot) for slot in line.slots[by.index + 1 : by.index + 2]) and not by.precedes(SHORT):
            continue  # "taken by 312 of the 956"
        if by.precedes(rf"(?:{NOUN})?\s+away\b") and says(r"\bhome\b", line.text):
            continue  # "12 wins at home and 15 away"
        if by.kind in COUNTS and not by.numeral.flags and not says(OTHER, line.around(by)):
            found = [(more, less) for more, less in _pairs(line, by) if not _are_others(line, by, less, more)]
            yield from (line.said(more=more, less=less, by=by) for more, less in found)
            if found:
                continue
        if by.kind in COUNTS and not (by.numeral.flags or _is_up_to(by) or says(WORKED_OUT, line.around(by))):
            for more, less, told in distances(line, by):
                if not _is_some_of_it(more, less):
                    yield line.said(more=more, less=less, by=told)


def _are_others(line: Line, by: Slot, less: Slot, more: Slot) -> bool:
    """Whether "by" tells who did it, or a deficit stands behind two numbers that are the ends of a change."""
    if is_agent(by, less, more) or _is_some_of_it(more, less):
        return True
    first, last = (less, more) if less.index < more.index else (more, less)
    if by.follows(LEADING_BY) and first.index == last.index - 1 and first.precedes(r"\s+of\s*$"):
        return True  # "they trail by 12, having made 8 of 21 shots"
    grown = last.index < by.index and says(GROWN, f"{line.between(first, last)}{last.hedge}")
    return grown and says(rf"\b{BALANCE}\b[^.;,]*$", by.before)


def _is_some_of_it(one: Slot, other: Slot) -> bool:
    """Whether the second of two neighbouring numbers is some of the first: "a rise of 41 in oil, including 14 in gas"."""
    last = max(one, other, key=lambda slot: slot.index)
    return abs(one.index - other.index) == 1 and last.follows(r"\bincluding(?: (?:an?|just|only))?")


def _is_up_to(by: Slot) -> bool:
    """Whether another number changed by it that stands right behind: "fell by 12 to 142"."""
    return by.follows(MOVED_BY) and by.precedes(rf"(?:{NOUN}){{0,4}}?\s+to\b")


def _pairs(line: Line, by: Slot) -> Iterator[tuple[Slot, Slot]]:
    """The larger and the smaller number, as far as words tell them; without such, by their values."""
    alike = likes(line, by)
    compared = [*_compared(line, by, alike)]
    told = told_alike(line, by) or dealt(line, by) or concluded(line, by)
    if told is not None:
        yield _ordered(*told)
    elif compared:
        yield from compared
    elif says(MIDDLE, line.text) and says(MEAN, line.text):
        return  # "a median of 12 pence and a mean of 15, the smallest loss being 3"
    elif _is_apart(line, by) and not _is_up_to(by):
        two = [slot for slot in alike if slot.index > by.index] if by.precedes(BETWEEN) else alike
        for pair in joined(line, two, joining=_joining(line, by)):
            yield _ordered(*pair)
    elif by.numeral.direction or by.follows(rf"{BY}|{LOST}"):
        yield from _changed(line, by, alike)
    elif by.follows(LEAVING):
        before = [slot for slot in alike if slot.index < by.index]
        left = by.precedes(LEFT) and len(before) == 2 and says(OF_TWO, line.between(*before))
        if left or (len(before) == 2 and by.is_closed and [*pairs(line, before)]):
            yield _ordered(*before)


def _compared(line: Line, by: Slot, alike: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """The number before, and that behind "more than"."""
    if by.kind is Kind.COUNT and any(slot.kind is Kind.MEASURE for slot in line.slots[max(by.index - 2, 0) : by.index]):
        return  # "312 yards in 45 runs, 12 more than the 300 of May": 12 of which?
    for cue, turned in ((LARGER, False), (SMALLER, True)):
        for first, last in after_than(line, by, cue):
            if first in alike and last.is_like(by):
                yield (last, first) if turned else (first, last)


def _joining(line: Line, by: Slot) -> str:
    """What may stand between the two numbers."""
    if by.follows(BY) and says(BEATEN, line.around(by)):
        return rf"{JOINED}|{BEATEN}"
    return NEEDING if by.precedes(rf"{NEEDED}|{LARGER}|{SMALLER}") else JOINED


def _is_apart(line: Line, by: Slot) -> bool:
    """Whether it is told how far two numbers are apart."""
    end = "[).,;–—]" if line.slots[by.index + 1 :] else "(?:[).,;–—]|$)"
    set_off = by.precedes(rf"(?:{LARGER}|{SMALLER})\s*{end}") or by.precedes(NEEDED)
    beaten = by.follows(BY) and says(BEATEN, line.around(by))
    if by.precedes(rf"(?:{NOUN}){{0,2}}?\s+{AGO}\b"):
        return False  # "the gap between them was 41 a year ago"
    named = by.follows(APART) or says(rf"(?:{APART})\s*$", up_to(line, by))
    return named or set_off or beaten or by.precedes(BETWEEN) or by.precedes(PARTED)


def _changed(line: Line, by: Slot, alike: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """The ends of a change, and what was left of all after a loss: "lost [17], which leaves it with 142 of its 159"."""
    near = around(line, by)
    for before, after in ends_of(by, [slot for slot in alike if slot in near]):
        if is_surely_old(before) and not (by.follows(LOST) and before.follows("against|versus|vs")):
            rising = by.numeral.direction > 0 if by.numeral.direction else after.value > before.value
            yield (after, before) if rising else (before, after)
    if by.follows(LOST) and not by.precedes(r"\s+of\b"):
        yield from ((whole, part) for part, whole in pairs(line, [slot for slot in alike if slot.index > by.index]))


def _ordered(first: Slot, last: Slot) -> tuple[Slot, Slot]:
    return (first, last) if first.value >= last.value else (last, first)


def stated(said: Said) -> Stated | None:
    """The two numbers, and the distance between them."""
    if len({(numeral.kind, numeral.unit) for numeral in said.numerals}) > 1:
        return None
    if said["by"].exact_value > 2 * max(said["more"].exact_value, said["less"].exact_value):
        return None  # no two numbers lie so far apart
    quantities = declared(THE_LARGER, THE_SMALLER, counted=all(map(is_count, said.numerals)))
    difference = {"kind": "difference", "more": THE_LARGER, "less": THE_SMALLER, "printed": said["by"]}
    claims = (*counts_of({THE_LARGER: said["more"], THE_SMALLER: said["less"]}), difference)
    says = f"{{{THE_LARGER}}} is {TOLD} more than {{{THE_SMALLER}}}"
    if said["more"].exact_value < said["less"].exact_value:
        says = f"{{{THE_LARGER}}} is less than {{{THE_SMALLER}}}, not {{difference}} more"
    return Stated(quantities, claims, says=says)
