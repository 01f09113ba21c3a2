"""A change told both as so many and in per cent, and one of its ends: "rose by 840, or 42%, to 2,840"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.claim import Direction
from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Line, Said, Stated
from factcheck.relation.changes.amounts import is_signed
from factcheck.relation.changes.ways import FELL, HIGHER, LOWER, ROSE
from factcheck.relation.cues import FALL, OTHER, RISE
from factcheck.relation.stating import THE_NEW, THE_OLD, counts_of, declared
from factcheck.relation.told import TOLD
from factcheck.text.marks import MARK

GAPS = {"by": COUNTS, "amount": frozenset({Kind.PERCENT}), "before": COUNTS, "after": COUNTS}
ANCHOR = "amount"
NEAR = 4
"""Times that the change in per cent may be what it should be, or the other way round: else they were not meant together."""
UNLESS = rf"{OTHER}|\b(?:unemploy\w*|jobless\w*|each|per(?! cent\b))\b"
MOVED = rf"(?:(?P<rose>{ROSE}|(?:{RISE}) of)|{FELL}|(?:{FALL}) of)(?: by| of)?(?: (?:just|only|some|about|around))?"
THINGS = r"(?: (?!(?:in|on|over|since|during|at|for|from|by|of|this|last)\b)[^\W\d_][\w’'-]*){0,3}?"
"""Between the two, what is counted, and no time of which only the first is told."""
OR = rf"{THINGS}(?:,? or |(?:,| –| —)(?: or| an? (?:\w+ )?of)? | \()"
OF = r"(?! of\b|~ of (?:the|its|their|all)\b)(?:,|\)| –| —)?"
"""Behind the second of the two, which is no share of something."""
AMOUNTING = rf"an? (?:\w+ )?(?:{RISE}|{FALL}) of"
WORDS = rf"(?: (?!(?:and|or|but|while|whereas|{ROSE}|{FELL})\b)[a-z][\w’'-]*){{0,9}}?"
TO = rf"{WORDS},? (?:to|reaching|and (?:reached|totalled|stood at|came to))(?: (?:reach|stand at|total|a record|a total of))?"
SUBJECT = rf"(?:,? (?!(?:and|or|but|while|whereas|than|{ROSE}|{FELL})\b)(?:in {MARK}|[a-z][\w’'-]*)){{0,10}}?"
THAN_THEN = (
    rf"(?: than (?:in|at|on|an?|the|last|during|for|{MARK})|,? year[- ](?:on|over)[- ]year| on the| than [a-z]+ {MARK})"
)
COMPARED = rf"{{by}}{THINGS}(?:,? or | ?\(){{amount}}\)? (?:(?P<rose>{HIGHER})|{LOWER}){THAN_THEN}"
PHRASES = (
    rf"{MOVED} {{by}}{OR}{{amount}}{OF}{TO} {{after}}",
    rf"{MOVED} {{amount}}{OR}{{by}}~{OF}{TO} {{after}}",
    rf"{MOVED} {{amount}}(?:,| –| —) {{by}} (?:more|fewer|less)(?:,| –| —)? to {{after}}",
    rf"{{after}}~(?:,| –| —| \()(?: an?)? {MOVED} {{by}}{OR}{{amount}}{OF}",
    rf"{{after}}~(?:,| –| —| \()(?: an?)? {MOVED} {{amount}}{OR}{{by}}~{OF}",
    rf"{MOVED} {{by}}~ to {{after}}~(?:,| –| —) (?:or|an? (?:{RISE}|{FALL}) of|up|down) {{amount}}{OF}",
    rf"{MOVED} {{by}}~ to {{after}}~ \({{amount}}\)",
    rf"{MOVED} {{amount}}~ to {{after}}~(?:,| –| —)(?: (?:this|that|which) (?:is|was))? (?:or|{AMOUNTING}) {{by}}",
    rf"{{after}}{SUBJECT}(?:,? which)? (?:was|were|is|are) {COMPARED}",
    rf"{{after}}{SUBJECT}(?:,| –| —) {COMPARED}",
    rf"{MOVED} {{by}}{OR}{{amount}}{OF} (?:from|on) {{before}}(?!~,? to )",
)
EXAMPLES = (
    Example("The number of bees rose by 840, or 42%, to 2,840.", holds=True),
    Example("The number of bees rose by 840, or 24%, to 2,840.", holds=False),
    Example("Shares closed at £61.20, up £4.20, or 7.4%.", holds=True),
    Example("Shares closed at £61.20, up £4.20, or 4.7%.", holds=False),
    Example("The count rose by 11.2% – 36,300 more – to 360,300.", holds=True),
    Example("The count rose by 11.2% – 63,300 more – to 360,300.", holds=False),
    Example("It cut 840 posts, or 42% of those in offices, to 2,840.", holds=None),
    Example("Like for like, sales rose by 840, or 42%, to 2,840.", holds=None),
)


def cast(_line: Line) -> Iterator[Said]:
    """Nothing: words tell it, or nothing does."""
    return iter(())


def stated(said: Said) -> Stated | None:
    """The end that is told, how far the other one is from it, and that in per cent of the old one."""
    by, amount = said["by"], said["amount"]
    end = said["after"] if "after" in said else said["before"]
    rose = "rose" in said.words
    if (by.kind, by.unit) != (end.kind, end.unit) or is_signed(amount) or is_signed(by):
        return None
    if by.direction == (-1 if rose else 1) or not _is_near(by, amount, end, is_old="before" in said, rose=rose):
        return None
    told = THE_OLD if "before" in said else THE_NEW
    more, less = (THE_NEW, THE_OLD) if rose else (THE_OLD, THE_NEW)
    difference = {"kind": "difference", "more": more, "less": less, "printed": by}
    change = {"kind": "change", "before": THE_OLD, "after": THE_NEW, "printed": replace(amount, direction=0)}
    change["direction"] = Direction.UP if rose else Direction.DOWN  # and not as "4% over the year" has it
    says = (
        f"a {'rise' if rose else 'fall'} of {{difference}} {'from' if told == THE_OLD else 'to'} {{{told}}} is {TOLD}"
    )
    return Stated(declared(THE_OLD, THE_NEW, counted=False), (*counts_of({told: end}), difference, change), says=says)


def _is_near(by: Numeral, amount: Numeral, end: Numeral, *, is_old: bool, rose: bool) -> bool:
    """Whether the change in per cent is not far from what the others come to."""
    apart = by.exact_value
    old = end.exact_value if is_old else end.exact_value + (-apart if rose else apart)
    return old > 0 and apart / NEAR < amount.exact_value * old < apart * NEAR
