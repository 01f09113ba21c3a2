"""A part that is larger than the whole it is said to be of: "965 of the 956 cases", "132% of the 956 cases"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation import Example, Line, Said, Slot, Stated
from factcheck.relation.cues import NOUN
from factcheck.relation.line import says
from factcheck.relation.parts import OF, PLAIN, WHOLE, begins_with
from factcheck.text.language import load

COUNT = frozenset({Kind.COUNT})
GAPS = {"part": COUNT, "whole": COUNT, "share": frozenset({Kind.PERCENT})}
SETS = (
    rf"(?:an?|the|its|their|our|this|that)\s+{PLAIN}{{0,3}}?(?:sample|cohort|group|class|roll|roster|rota|list|register"
    r"|panel|party|audience|crowd|team|herd|flock|council|chamber|corps|field|pool|workforce|membership|staff|crew|fleet"
    r"|squad|electorate|shortlist|set|catalogue|collection|total|batch)\s+of\s+"
)
"""Before a number of which some are taken: "a sample of", but not "a low of"."""
AMONG = rf"(?:(?:out of|of|among|amongst) {WHOLE}|(?:within|from|out of) {SETS})"
WITHIN = rf"(?:{NOUN}){{0,2}}\s+(?:(?:among|amongst|out of|from among)\s+{WHOLE}|(?:from|on)\s+{SETS})$"
REACHED = frozenset({"as many as", "as few as", "up to", "no fewer than"})
MOST_COUNTS = 40  # of one sentence
THEM = (
    r"(?:them|these|which|whom|the latter|mine|ours|theirs|its own|that (?:number|total)"
    r"|those(?! (?:who|whom|that|which|whose|with|without|in|on|at|from|under|over|aged|for|of|not|then|[^\W\d_]+(?:ed|ing))\b"
    r"(?! (?:it|them)\b)))"
)
"""What was counted before; "those who wrote in" are others."""
OF_THEM = rf"\s+of {THEM}\b"
INCLUDING = r"(?:,| –| —|;| \()?\s*(?:including|counting|thereof)(?: only| just| some| at least)?"
AMONG_THEM = (
    rf"(?:,| –| —|;| \()?\s*(?:among|amongst|of) {THEM},?(?: were| was| are| is)?(?: only| just| some| at least)?"
)
HOLDING = r"\b(?:of|with|for|full|contain\w*|hold\w*|carr\w+|sell\w*|show\w*) (?:[^\W\d_]+ ){0,2}?[^\W\d_]+s\b"
"""Between a number of things and "including": what they hold may be meant."""
THERE_ARE = (
    r"there(?: (?:were|are|was|is|will be|would be)|['’]re| (?:have|has|had) been)|numbering|(?:^|[,;:.(–—]\s*)"
    r"(?:the|its|his|her|their|our|these|those|such|other|more)\s+(?:[^\W\d_][\w'’-]*\s+){0,3}?[^\W\d_]+s[,–—(]"
)
"""Before all of them: "there were 956 of them", "the letters, 956 of them"."""
AFRESH = r"[,;.:][\"'’”)\]]*\s+[\"'‘“(]*[A-Z]"
"""Where another sentence begins, of which the stop is read as a comma."""
LEADING = (
    r"[\"'‘“]*(?:(?:but|and|yet|so|still|only|just|some|fully|in|on|for|at|to|with|from|all|no fewer than|as many as"
    rf"|(?:among|amongst|of) {THEM},?|were|was|are|is)\s+)*"
)
"""Before a number that the next sentence begins with."""
AND = r"\b(?:and|or) (?:[^\W\d_]+ ){0,3}?[^\W\d_]+\s*[,:;(–—][^,:;(–—]{0,40}$"
"""Things told of besides those that were counted, right before the part: "12 cows and sheep, 45 of them lame"."""
EACH = r"(?:\s+[^\W\d_][\w'’-]*){1,3}?\s+(?:each|apiece|per|an? (?:day|week|month|year|night|head|game|match))\b"
PER = r"per|every|each|a|for every|out of every|in every"
BEING = r"(?:\s+[^\W\d_][\w-]*)?\s+being\b(?! (?:sought|needed|wanted|required|planned|expected|added)\b)"
"""After the part of what stands before the comma: "12 stations, 39 being let"."""
ANCHOR = "part"
PHRASES = (r"{part} (?:out )?of <the> {whole}", r"{share} of <the> {whole}")
EXAMPLES = (
    Example("Facebook was used in 312 of the 956 cases.", holds=True),
    Example("Facebook was used in 965 of the 956 cases.", holds=False),
    Example("Facebook was used in 13.2% of the 956 cases.", holds=True),
    Example("Facebook was used in 132% of the 956 cases.", holds=False),
    Example("Nearly all 12 of them came.", holds=None),
    Example("The fire ruined 956 homes, 312 of them beyond repair.", holds=True),
    Example("The fire ruined 312 homes, 956 of them beyond repair.", holds=False),
    Example("Out of 956 schools, 312 were shut.", holds=True),
    Example("Out of 312 schools, 956 were shut.", holds=False),
    Example("Of the 12 schools, 956 pupils knew nothing.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:
    """A count that is told to be among others: the nearest before it, or any that is large enough."""
    counts = [slot for slot in line.slots if slot.kind is Kind.COUNT and not slot.numeral.flags]
    for index, part in enumerate(counts[:MOST_COUNTS]):
        wholes = [slot for slot in counts[max(index - 2, 0) : index][::-1] if _is_whole(slot)]
        after = counts[index + 1 : index + 2]
        if after and after[0].index == part.index + 1 and _is_whole(after[0]) and part.precedes(rf"\s+{OF}$|{WITHIN}"):
            yield line.said(part=part, whole=after[0])
        for whole in wholes:
            if (_is_of_them(line, part, whole) and _is_last_told(line, part, whole)) or _is_right_behind(part, whole):
                yield line.said(part=part, whole=whole)


def _is_whole(slot: Slot) -> bool:
    """Whether there may be a part of it: of "the main one" and "per 1,000" there is none."""
    return slot.value > 1 and not slot.follows(PER) and not slot.precedes(EACH)


def _is_of_them(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether the words beside a number tell that it is a part of what was counted before."""
    if part.precedes(OF_THEM):
        return not part.follows(THERE_ARE)
    if part.follows(AMONG_THEM):
        return _is_of(part, whole) or not part.follows(rf"of {THEM},?")
    return part.follows(INCLUDING) and not says(HOLDING, line.between(whole, part))


def _is_last_told(line: Line, part: Slot, whole: Slot) -> bool:
    """Whether no other things are told of between a number and its part, which may stand at the start of a sentence."""
    words = line.between(whole, part)
    afresh = [*re.finditer(AFRESH, words)]
    if afresh and (
        part.index != whole.index + 1 or not re.fullmatch(LEADING, words[afresh[-1].end() - 1 :], re.IGNORECASE)
    ):
        return False
    others = re.findall(rf"(?<![\w-]){load(line.language).sentences.plural}\b", words)
    own = re.match(rf"(?:\s+[^\W\d_][\w-]*){{0,3}}?\s+{load(line.language).sentences.plural}\b", words)
    return len(others) <= (own is not None) and not says(AND, words)


def _is_right_behind(part: Slot, whole: Slot) -> bool:
    """Whether the words between a number and the next one tell that it is a part: "of the 956, 312 …"."""
    if whole.index != part.index - 1 or re.search(AFRESH, whole.after):
        return False
    if part.precedes(BEING) and part.follows(r",\s*(?:with )?"):
        return True
    if part.follows(rf"to|by|at|{AMONG}") or (whole.follows(SETS) and part.nouns and not whole.nouns):
        return False
    return begins_with(whole, AMONG) and _is_of(part, whole)


def _is_of(part: Slot, whole: Slot) -> bool:
    """Whether the part counts no other things: "of the 12 houses, 35 rooms …"."""
    return not part.nouns or not part.nouns[0].endswith("s") or part.is_named_as(whole)


def stated(said: Said) -> Stated | None:
    """The part is at most the whole."""
    if not all(_is_counted(numeral) for gap, (numeral,) in said.gaps.items() if gap != "share"):
        return None
    if "share" in said:
        count = {"kind": "count", "quantity": "the_whole", "printed": said["whole"]}
        share = {"kind": "share", "part": "the_part", "whole": "the_whole", "printed": said["share"]}
        doubt = "the whole is only compared with, and what is told is no part of it"
        return Stated({"the_part": {"amount": "true"}, "the_whole": {}}, (count, share), doubt)
    printed = {"part": _reached(said["part"]), "whole": said["whole"]}
    counts = [{"kind": "count", "quantity": f"the_{gap}", "printed": numeral} for gap, numeral in printed.items()]
    bound = {"kind": "bound", "quantity": "the_part", "side": "at most", "than": "the_whole"}
    return Stated({"the_part": {}, "the_whole": {}}, (*counts, bound))


def _reached(part: Numeral) -> Numeral:
    """The part without the hedge of "as many as", which tells a number that was reached."""
    hedge = part.hedge
    return replace(part, hedge=None) if hedge is not None and hedge.surface.lower() in REACHED else part


def _is_counted(numeral: Numeral) -> bool:
    return numeral.form in (Form.DIGITS, Form.WORDS) and numeral.quantum == 1
