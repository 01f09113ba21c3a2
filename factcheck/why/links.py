"""Turns of a proof as sentences: "32.6 per cent of 956 is 311.2 to 312.1, which leaves 312 for facebook."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from factcheck.check.words import SHARES, capital, joined, number, span
from factcheck.claim import Claim, Setting, label, spoken
from factcheck.constraint import Constraint, Quantity, Ratio, Statement
from factcheck.finding import Link
from factcheck.interval import Interval
from factcheck.numeral import Form
from factcheck.rounding import Rounding, decimal, rounded, ten_to
from factcheck.solve.refutation import Side
from factcheck.why.preimage import preimage_of, stands_for
from factcheck.why.replay import Turn, left_by, own

QUESTION = "beyond:"  # the statement that supposes a value; no claim has a colon in its name
MOST_DECIMALS = 9


def supposed(quantity: Quantity, within: Interval) -> Statement:
    """The question whether a quantity can lie within an interval, as a statement."""
    return Statement(QUESTION, (Constraint(((quantity, Fraction(1)),), within, QUESTION),))


class _Said(NamedTuple):
    """How a turn is told: how it begins, and whether it can share its beginning with the next of its statement."""

    lead: str
    gives: str
    own: bool = False  # whether the lead tells already what is left


def links(turns: Sequence[Turn], setting: Setting) -> tuple[Link, ...]:
    """The turns as sentences; those in a row that rest on the same statements share one."""
    grouped = groupby(turns, lambda turn: tuple(statement.name for statement in turn.statements))
    return tuple(link for _, group in grouped for link in _sentences(list(group), setting))


def meanings(statements: Iterable[Statement], setting: Setting) -> tuple[Link, ...]:
    """What the printed numbers of statements may stand for, where that is more than one value."""
    claims = (setting.claims.get(statement.name) for statement in statements)
    told = [(claim, preimage_of(claim, setting)) for claim in claims if claim is not None and claim.prints]
    return tuple(
        Link(f"{capital(spoken(claim.numeral))} {stands_for(preimage)}.", (claim.id,))
        for claim, preimage in told
        if not preimage.interval.is_point
    )


def _sentences(turns: Sequence[Turn], setting: Setting) -> Iterator[Link]:
    """The sentences of turns that rest on the same statements."""
    waiting: list[Turn] = []
    for turn in turns:
        said = _said(turn, setting)
        if waiting and _said(waiting[-1], setting).lead == said.lead and not (turn.closes or said.own):
            waiting.append(turn)
            continue
        if waiting:
            yield _link(waiting, setting)
        waiting = [turn]
    if waiting:
        yield _link(waiting, setting)


def _link(turns: Sequence[Turn], setting: Setting) -> Link:
    said = [_said(turn, setting) for turn in turns]
    because = tuple(statement.name for statement in turns[0].statements if statement.name != QUESTION)
    leaves = tuple((turn.quantity.name, turn.left) for turn in turns if not turn.closes)
    if turns[0].closes:
        words = _closing(turns[0], said[0])
    elif said[0].own:
        words = f"{said[0].lead}."
    else:
        for_each = [f"{one.gives} for {label(turn.quantity.name)}" for one, turn in zip(said, turns, strict=True)]
        words = f"{said[0].lead}{_that(turns[0])} leaves {joined(for_each)}."
    return Link(words, because, leaves)


def _closing(turn: Turn, said: _Said) -> str:
    """The sentence of a turn that leaves nothing."""
    name, before = label(turn.quantity.name), turn.before
    if turn.gives.is_empty and said.own:
        return f"{said.lead}, with no whole number between."
    if turn.gives.is_empty:
        return f"Then it cannot be that {joined(_clauses(turn))}."
    left = _open_ended(before, turn.quantity)
    only = "only " if left.is_bounded else ""
    if said.own:
        return f"{said.lead}, but {only}{span(left)} was left for {name}."
    return f"{said.lead}{_that(turn)} allows {said.gives} for {name}, but {only}{span(left)} was left."


def _that(turn: Turn) -> str:
    """What joins a clause to what it leaves; a fact is no sentence that "which" could follow."""
    return ": that" if any(statement.is_structure for statement in turn.statements) else ", which"


def _open_ended(interval: Interval, quantity: Quantity) -> Interval:
    """The interval without an end that the quantity has by nature, where it has another that says something."""
    nature = own(quantity)
    if interval.is_point or interval == nature:
        return interval
    low, high = interval.low, interval.high
    if high is not None and low == nature.low:
        return Interval(high=high, high_open=interval.high_open)
    return Interval(low=low, low_open=interval.low_open) if low is not None and high == nature.high else interval


def _said(turn: Turn, setting: Setting) -> _Said:
    if any(statement.name == QUESTION for statement in turn.statements):
        return _Said(f"Suppose {label(turn.quantity.name)} came to {span(turn.gives)}", "", own=True)
    claim = setting.claims.get(turn.statements[0].name) if len(turn.statements) == 1 else None
    told = _measured(turn, claim, setting) if claim is not None else None
    if told is not None:
        return told
    lead = capital(joined(_clauses(turn)))
    if len(turn.statements) > 1:
        lead = f"Taken together, {joined(_clauses(turn))}"
    alone = bool(turn.constraints) and all(one.quantities == (turn.quantity,) for one in turn.constraints)
    is_point = all(one.within.is_point for one in turn.constraints)
    if alone and is_point and (claim is None or (claim.prints and claim.numeral.value == turn.gives.low)):
        return _Said(lead, "", own=True)
    return _Said(lead, _sum(turn) or span(_shown(turn)))


def _clauses(turn: Turn) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause for statement in turn.statements for clause in statement.clauses))


def _shown(turn: Turn) -> Interval:
    """What is told to be left: by a turn that closes what it gives itself, by another what is left after it."""
    interval = turn.gives if turn.closes else turn.left
    if turn.sides == frozenset(Side) or interval.is_point:
        return interval
    if Side.LEAST in turn.sides:
        return Interval(low=interval.low, low_open=interval.low_open)
    return Interval(high=interval.high, high_open=interval.high_open)


def _sum(turn: Turn) -> str:
    """The addition that gives an end: "at most 312 + 189 = 501"; empty where there is none to show."""
    shown = _shown(turn)
    for side, end, word in ((Side.LEAST, shown.low, "at least "), (Side.MOST, shown.high, "at most ")):
        if end is None or (shown.is_bounded and not shown.is_point):
            continue
        for constraint in turn.constraints:
            terms = _addends(turn, constraint.terms, side)
            given = left_by(constraint, turn.quantity, dict(turn.known))
            reached = given.low if side is Side.LEAST else given.high
            total = sum(terms, Fraction(0))
            if len(terms) > 1 and reached == end == total and not constraint.within.is_empty:
                return f"{'' if shown.is_point else word}{_added(terms)} = {number(end)}"
    return ""


def _addends(turn: Turn, terms: Iterable[tuple[Quantity, Fraction]], side: Side) -> list[Fraction]:
    """The ends of the other quantities that add up to an end of this one; none where weights are not plain."""
    weights, known = dict(terms), dict(turn.known)
    mine = weights.pop(turn.quantity)
    found: list[Fraction] = []
    for quantity, weight in weights.items():
        factor = -weight / mine
        interval = known.get(quantity, own(quantity)) * factor
        end = interval.low if side is Side.LEAST else interval.high
        if end is None or abs(factor) != 1:
            return []
        found.append(end)
    return sorted(found, reverse=True) if found and max(found) > 0 > min(found) else found


def _added(terms: Sequence[Fraction]) -> str:
    first, *others = terms
    return number(first) + "".join(f" {'−' if term < 0 else '+'} {number(abs(term))}" for term in others)


def _measured(turn: Turn, claim: Claim, setting: Setting) -> _Said | None:
    """A share or a rate worked out: "32.6 per cent of 956 is 311.2 to 312.1"."""
    ratio = claim.measure(setting) if claim.prints else None
    if ratio is None or claim.numeral.kind not in SHARES or claim.numeral.form is Form.TO or not _is_plain(ratio):
        return None
    (top, weight), (bottom, below) = ratio.numerator[0], ratio.denominator[0]
    allowed = claim.allowed(setting) * (below / weight)
    known = {quantity: _open_ended(interval, quantity) for quantity, interval in turn.known}
    if turn.quantity == top and bottom in known:
        real = allowed.times(known[bottom])
        lead = f"{capital(spoken(claim.numeral))} of {span(known[bottom])} is {_near(real)}"
    elif turn.quantity == bottom and top in known and allowed.low is not None and allowed.low > 0:
        real = known[top].times(allowed.inverse())
        lead = f"{capital(span(known[top]))} is {spoken(claim.numeral)} of {_near(real)}"
    else:
        return None
    return _Said(lead, "" if turn.closes else span(_open_ended(turn.left, turn.quantity)), own=turn.closes)


def _is_plain(ratio: Ratio) -> bool:
    """Whether it is one quantity over another."""
    return len(ratio.numerator) == len(ratio.denominator) == 1 and not ratio.constant and not ratio.below


def _near(interval: Interval) -> str:
    """An interval with as few decimals as keep its ends apart from each other, and from whole numbers that they are not.

    >>> _near(Interval(Fraction(311178, 1000), Fraction(312134, 1000))), _near(Interval(Fraction(31196, 100), Fraction(313)))
    ('311.2 to 312.1', '311.96 to 313')
    """
    low, high = interval.low, interval.high
    if low is None or high is None or low == high:
        return span(interval)
    places = max(_places(end, high - low) for end in (low, high))
    first, last = ("above " if interval.low_open else ""), ("below " if interval.high_open else "")
    return f"{first}{_written(low, places)} to {last}{_written(high, places)}"


def _places(value: Fraction, width: Fraction) -> int:
    """How many decimals tell a value apart from whole numbers, and from others a width away."""
    for places in range(MOST_DECIMALS):
        (told,) = rounded(value, ten_to(-places), Rounding.HALF_AWAY)
        if told == value or (told.denominator != 1 and abs(told - value) * 4 <= width):
            return places
    return MOST_DECIMALS


def _written(value: Fraction, places: int) -> str:
    return decimal(value, 0 if value.denominator == 1 else places)
