"""A change with both of its ends: "rose 12% from 142 to 159", "£4.2bn, down 8% from £4.54bn", "doubled from 4% to 8.1%".

Both ends are taken as rounded, so that an index of 142 may have been 142.4. Between two percentages a change in
percentage points is the distance, a change in per cent is relative to the first.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Example, Said, Stated
from factcheck.wording import Direction

OLD, NEW = "the_old_value", "the_new_value"
ENDS = COUNTS | {Kind.PERCENT}
AMOUNTS = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE, Kind.POINTS})
GAPS = {"before": ENDS, "after": ENDS, "amount": AMOUNTS, "points": frozenset({Kind.COUNT})}
BY = r"(?:by )?(?:{points} points|{amount})"
PHRASES = (
    rf"{BY}~,? from {{before}}~ to {{after}}",
    rf"{BY}~,? to {{after}}~,? from {{before}}",
    rf"from {{before}}~ to {{after}}~(?:,| –| —| \()?~ ?{BY}(?: (?:rise|fall|increase|decrease|drop|jump|decline|growth|gain|cut))?",
    rf"to {{after}}~,? from {{before}}~(?:,| –| —| \()?~ ?{BY}",
    rf"{{after}}~,?~ {BY} (?:from|on)~ {{before}}",
)
EXAMPLES = (
    Example("Sales rose 12% from 142 to 159.", holds=True),
    Example("Sales rose 17% from 142 to 159.", holds=False),
    Example("Profit fell to £4.2bn from £4.54bn, down 7%.", holds=True),
    Example("Profit fell to £4.2bn from £4.54bn, down 11%.", holds=False),
    Example("The rate doubled from 4% to 8.1%.", holds=True),
    Example("The rate tripled from 4% to 8.1%.", holds=False),
    Example("Support was up 4.2 points from 28.4% to 32.6%.", holds=True),
    Example("Support was up 4.2 per cent from 28.4% to 32.6%.", holds=False),
    Example("Support went from 28.4% to 32.6%, an increase of 4.2 percentage points.", holds=True),
    Example("There were 159 cases, up 12% from 142.", holds=True),
    Example("There were 159 cases, up 21% from 142.", holds=False),
    Example("Road deaths fell from 159 to 142 (-10.7%).", holds=True),
    Example("Road deaths fell from 159 to 142 (-17.0%).", holds=False),
    Example("The index fell 10% from 142 to 127.", holds=True),  # 141.5 to 127.5 is 9.9%
    Example("Output rose 12% from 2016 to 2017.", holds=None),
    Example("Half of 142 went from 3 to 5.", holds=None),
)


def stated(said: Said) -> Stated | None:
    """The ends as amounts, and the change between them."""
    before, after = said["before"], said["after"]
    if before.unit != after.unit or Kind.PERCENT in {before.kind, after.kind} != {Kind.PERCENT}:
        return None
    amount = said["amount"] if "amount" in said else _points(said["points"])
    if _is_signed(amount) and amount.direction:
        return None  # "down -3%"
    way = _way(amount, before, after)
    if amount.kind is Kind.POINTS:
        return _between_shares(before, after, amount, way) if before.kind is Kind.PERCENT else None
    ends = [{"kind": "count", "quantity": name, "printed": printed} for name, printed in ((OLD, before), (NEW, after))]
    change = {"kind": "change", "before": OLD, "after": NEW, "printed": amount, **way}
    return Stated({OLD: {"amount": "true"}, NEW: {"amount": "true"}}, (*ends, change))


def _between_shares(before: Numeral, after: Numeral, amount: Numeral, way: dict[str, Direction]) -> Stated:
    amounts = {name: {"amount": "true"} for name in (OLD, NEW, "the_whole")}
    shares = [
        {"kind": "share", "part": name, "whole": "the_whole", "printed": printed}
        for name, printed in ((OLD, before), (NEW, after))
    ]
    ends = {gap: {"part": name, "whole": "the_whole"} for gap, name in (("before", OLD), ("after", NEW))}
    return Stated(amounts, (*shares, {"kind": "points", **ends, "printed": amount, **way}))


def _points(bare: Numeral) -> Numeral:
    """The number in front of "points", which counts hundredths."""
    hundredth = Fraction(1, 100)
    return replace(
        bare,
        kind=Kind.POINTS,
        value=bare.exact_value * hundredth,
        quantum=bare.quantum * hundredth,
        place=bare.place * hundredth,
        scale=bare.scale * hundredth,
        unit="points",
    )


def _way(amount: Numeral, before: Numeral, after: Numeral) -> dict[str, Direction]:
    """Which way it went, where the words of the amount do not say: as the ends have it."""
    if amount.direction or amount.kind is Kind.MULTIPLE or _is_signed(amount):
        return {}
    return {"direction": Direction.UP if after.exact_value >= before.exact_value else Direction.DOWN}


def _is_signed(amount: Numeral) -> bool:
    return amount.exact_value < 0 or amount.surface.startswith("+")
