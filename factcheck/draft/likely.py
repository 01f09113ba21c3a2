"""The kinds of claim that may print a number, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.draft.entry import way_of
from factcheck.numeral import Form, Kind, Numeral

MOST_RIVALS = 5  # places of a rank for which rivals are written down


@dataclass(frozen=True, slots=True)
class Guess:
    """A claim as in a claims file, but for its printed words; the quantities it needs, and what is to be decided."""

    record: Mapping[str, Any]
    quantities: Mapping[str, Mapping[str, str]]
    decide: str = ""


def guesses(numeral: Numeral, name: str, *, of_it: bool = False) -> Iterator[Guess]:
    """Every claim about a quantity of that name that may be meant; the first that makes sense is the likely one.

    `of_it`: the name is that of what a share is of, and not of the part.
    """
    if numeral.direction or numeral.kind is Kind.POINTS:
        yield from _movements(numeral, name)
    match numeral.kind:
        case Kind.PERCENT | Kind.FRACTION | Kind.RATIO | Kind.VAGUE:
            yield _share(f"{name}_part" if of_it else name, f"{name}_all")
        case Kind.AGE:
            yield Guess(
                {"kind": "extreme", "of": "age", "group": name},
                {name: {}},
                "whose age is it? Name the group, or make it a count.",
            )
        case Kind.RATE:
            yield Guess(
                {"kind": "rate", "events": f"{name}_events", "population": name},
                {f"{name}_events": _amount(), name: _amount()},
                "what happened, and among how many?",
            )
        case Kind.ORDINAL:
            yield from _rank(numeral, name)
        case _:
            pass
    if numeral.kind in (Kind.MULTIPLE, Kind.RATIO):
        yield Guess(
            {"kind": "ratio", "of": name, "to": f"{name}_compared"},
            {name: _amount(), f"{name}_compared": _amount()},
            "what is compared with what?",
        )
    whole = numeral.kind is Kind.COUNT and numeral.quantum.denominator == 1
    yield Guess({"kind": "count", "quantity": name}, {name: {} if whole or numeral.kind is Kind.VAGUE else _amount()})
    yield Guess({"kind": "count", "quantity": name}, {name: _amount()})


def _share(part: str, whole: str) -> Guess:
    return Guess(
        {"kind": "share", "part": part, "whole": whole},
        {part: {"of": whole, **_amount()}, whole: _amount()},
        "which whole is it a share of? Name it, without `amount` where it is counted.",
    )


def _movements(numeral: Numeral, name: str) -> Iterator[Guess]:
    before = f"{name}_before"
    if numeral.kind is Kind.POINTS:
        whole = f"{name}_all"
        ends = {"before": {"part": before, "whole": whole}, "after": {"part": name, "whole": whole}}
        needs = {whole: _amount(), name: {"of": whole, **_amount()}, before: {"of": whole, **_amount()}}
        way = way_of(numeral) or {"direction": "up"}
        ask = "which shares moved?" if numeral.direction else "which shares moved, and up or down?"
        yield Guess({"kind": "points", **ends, **way}, needs, ask)
    else:
        yield Guess(
            {"kind": "change", "before": before, "after": name, **way_of(numeral)},
            {before: _amount(), name: _amount()},
            "what changed, from when to when?",
        )


def _rank(numeral: Numeral, name: str) -> Iterator[Guess]:
    """Among as many rivals as the place needs; none where that is a long list."""
    place = 1 if numeral.form is Form.EXACT or numeral.value is None else abs(numeral.value)
    if place.denominator == 1 and place <= MOST_RIVALS:
        among = [name, *(f"{name}_rival_{n}" for n in range(1, max(int(place), 2)))]
        yield Guess(
            {"kind": "rank", "quantity": name, "among": among},
            {each: _amount() for each in among},
            "name what it is ranked among; delete the claim where the word tells an order in time.",
        )


def _amount() -> dict[str, str]:
    return {"amount": "true"}
