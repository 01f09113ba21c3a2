"""A part that is larger than the whole it is said to be of: "965 of the 956 cases", "132% of the 956 cases"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.numeral import Form, Kind, Numeral
from factcheck.relation import Example, Line, Said, Slot, Stated
from factcheck.relation.parts import OF, OF_THEM, SIZE, WHOLE, WITHIN, begins_with

COUNT = frozenset({Kind.COUNT})
GAPS = {"part": COUNT, "whole": COUNT, "share": frozenset({Kind.PERCENT})}
AMONG = rf"(?:(?:out of|of|among|amongst) {WHOLE}|(?:within|from|out of) {SIZE})"
REACHED = frozenset({"as many as", "as few as", "up to", "no fewer than"})
MOST_COUNTS = 40  # of one sentence
INCLUDING = (
    r"(?:,| –| —|;| \()?\s*(?:including|counting|thereof|(?:among|amongst|of) (?:them|these|those|which|whom)"
    r"(?: were| was| are| is)?)(?: only| just| some| at least)?"
)
BEING = r"(?:\s+[^\W\d_][\w-]*)?\s+(?:being|having been)\b"
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
        wholes = counts[max(index - 2, 0) : index][::-1]
        after = counts[index + 1 : index + 2]
        if after and after[0].index == part.index + 1 and part.precedes(rf"\s+{OF}$|{WITHIN}"):
            yield line.said(part=part, whole=after[0])
        of_them = part.precedes(rf"\s+{OF_THEM}\b") or part.follows(INCLUDING)
        yield from (line.said(part=part, whole=whole) for whole in wholes if of_them or _is_right_behind(part, whole))


def _is_right_behind(part: Slot, whole: Slot) -> bool:
    """Whether the words between a number and the next one tell that it is a part: "of the 956, 312 …"."""
    if whole.index != part.index - 1:
        return False
    if part.precedes(BEING) and part.follows(r",\s*(?:with )?"):
        return True
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
