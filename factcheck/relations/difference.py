"""Two numbers and how far they are apart: "159 cases, 17 more than the 142 of May", "rose by 17 from 142 to 159"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Line, Said, Slot, Stated
from factcheck.relation.compared import after_than, joined, likes
from factcheck.relation.cues import CHANGE, NOUN, OTHER, THE
from factcheck.relation.cues import LESS as FEWER
from factcheck.relation.cues import MORE as GREATER
from factcheck.relation.ends import around, ends_of, is_surely_old
from factcheck.relation.line import says

MORE, LESS = "the_larger_number", "the_smaller_number"
GAPS = {"more": COUNTS, "less": COUNTS, "by": COUNTS}
WHICH = r"(?:,| –| —)? (?:which (?:is|was|were) |some )?"
UP, DOWN = "(?:rose|increased|grew|went up|up|climbed)", "(?:fell|decreased|dropped|went down|down|declined|shrank)"
LARGER = rf"(?:{NOUN}){{0,2}}\s+(?:{GREATER}|ahead|clear|in excess|beyond|past|(?:more )?on top)\b"
SMALLER = rf"(?:{NOUN}){{0,2}}\s+(?:{FEWER}|short|behind|shy|away|adrift)\b"
APART = (
    rf"(?:difference|gap|margin|majority|lead|shortfall|surplus|excess|deficit|advantage|plurality|cushion|differential|spread"
    rf"|distance|disparity|overrun|overshoot|undershoot|{CHANGE})(?: \w+)? of {THE}"
)
BEATEN = (
    r"\b(?:beat|beats|beaten|beating|defeat\w*|exceed\w*|outnumber\w*|outpoll\w*|outs\w+|surpass\w*|trail\w*|le[ad]d?s?|won|wins?|lost|los[et]s?"
    r"|missed|miss(?:es|ing)?|over\w+|under\w+|top(?:s|ped)|ahead|behind|short|differ\w*|bettered|improv\w*|narrowly|pipped|edged|fell|fall\w*)\b"
)
ANCHOR = "by"
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
        if by.kind in COUNTS and not by.numeral.flags and not says(OTHER, line.around(by)):
            for more, less in _pairs(line, by):
                yield line.said(more=more, less=less, by=by)


def _pairs(line: Line, by: Slot) -> Iterator[tuple[Slot, Slot]]:
    """The larger and the smaller number, as far as words tell them; without such, by their values."""
    alike = likes(line, by)
    told = False
    for cue, turned in ((LARGER, False), (SMALLER, True)):
        for first, last in after_than(line, by, cue):
            if first in alike and last.is_like(by):
                told = True
                yield (last, first) if turned else (first, last)
    if told:
        return
    set_off = by.precedes(rf"(?:{LARGER}|{SMALLER})\s*(?:[).,;–—]|$)")
    beaten = by.follows("by") and says(BEATEN, line.around(by))
    if by.follows(APART) or set_off or beaten:
        for first, last in joined(line, alike):
            yield (first, last) if first.value >= last.value else (last, first)
    elif by.numeral.direction or by.follows("by"):
        near = around(line, by)
        for before, after in ends_of(by, [slot for slot in alike if slot in near]):
            if is_surely_old(before):
                rising = by.numeral.direction > 0 if by.numeral.direction else after.value > before.value
                yield (after, before) if rising else (before, after)


def stated(said: Said) -> Stated | None:
    """The two numbers, and the distance between them."""
    if len({(numeral.kind, numeral.unit) for numeral in said.numerals}) > 1:
        return None
    declared = {} if all(map(_is_counted, said.numerals)) else {"amount": "true"}
    counts = [
        {"kind": "count", "quantity": name, "printed": said[gap]} for name, gap in ((MORE, "more"), (LESS, "less"))
    ]
    difference = {"kind": "difference", "more": MORE, "less": LESS, "printed": said["by"]}
    return Stated({MORE: declared, LESS: declared}, (*counts, difference))


def _is_counted(numeral: Numeral) -> bool:
    return numeral.kind is Kind.COUNT and numeral.quantum == 1
