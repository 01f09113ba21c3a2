"""The only numbers of a sentence: where three of the right sorts stand alone, they were hardly put there for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.numeral import Kind, Numeral
from factcheck.relation.compared import TIMES
from factcheck.relation.line import Line, Slot, in_unit_of, says
from factcheck.relation.printing import is_pronoun

SEVERAL = 3


def only(
    line: Line, is_told: Callable[[Slot], bool], others: frozenset[Kind], *, across: bool = False
) -> Iterator[tuple[Slot, Slot, Slot]]:
    """The one number that may be told of the two others, the smaller and the larger of these; nothing besides is counted.

    How long something took may be told beside them: "Judges allowed 36 appeals. They had 40 before them, so the success
    rate was 90 per cent." So may a few things in words: "with the same two clerks". Semicolons may stand between them
    where they are looked for `across` such.
    """
    slots = [slot for slot in line.slots if slot.kind not in TIMES]
    if len(slots) > SEVERAL:
        slots = [slot for slot in slots if not _is_few(slot)]
    told = [slot for slot in slots if is_told(slot)]
    if len(slots) != SEVERAL or len(told) != 1 or (";" in line.text and not across):
        return
    one, other = (slot for slot in slots if slot is not told[0])
    if not all(_may_stand(each.numeral) and each.kind in others for each in (one, other)):
        return
    if across and other.kind is Kind.COUNT is not one.kind and not other.nouns:
        other = in_unit_of(other, one)
    if one.is_like(other) and one.value != other.value:
        yield (told[0], one, other) if one.value < other.value else (told[0], other, one)


def _is_few(slot: Slot) -> bool:
    if slot.precedes(r"\s+(?:times|in|of|out|to|per)\b"):
        return False
    return slot.is_few and slot.kind is Kind.COUNT


def _may_stand(numeral: Numeral) -> bool:
    return not is_pronoun(numeral) and numeral.value is not None and not numeral.flags and not numeral.direction


def are_listed(line: Line, one: Slot, other: Slot) -> bool:
    """Whether two numbers stand side by side as two of a list: "312 officers and 298 staff"."""
    return says(r"\band\b(?!.*\b(?:of|them|these|those|whom|which)\b)", line.between(one, other))
