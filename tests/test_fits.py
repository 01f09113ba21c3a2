"""The numbers that fit in the place of a printed one: told are all that do and no others, as enumeration has it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest

from factcheck import Article
from factcheck.check import Options, check
from factcheck.check.guards import Measures
from factcheck.check.settle import statement_of
from factcheck.claim import Claim
from factcheck.finding import Mending
from factcheck.solve import Witness, solve

TIMES = int(os.environ.get("TIMES", "1"))
LAZY = Options(guards=Measures(effort=0))
FEW = 3  # claims of each sort
TOP = 11  # values of a quantity that enumeration goes through


def count(quantity: str, printed: str, **rest: Any) -> dict[str, Any]:
    return {"kind": "count", "quantity": quantity, "printed": printed, "id": f"{quantity}-count", **rest}


def share(part: str, whole: str, printed: str) -> dict[str, Any]:
    return {"kind": "share", "part": part, "whole": whole, "printed": printed, "id": f"{part}-share"}


def change(before: str, after: str, printed: str) -> dict[str, Any]:
    return {"kind": "change", "before": before, "after": after, "printed": printed, "id": f"{after}-change"}


def total(whole: str, *parts: str) -> dict[str, Any]:
    return {"kind": "total", "parts": list(parts), "whole": whole, "id": f"{whole}-total"}


def ratio(first: str, second: str, printed: str) -> dict[str, Any]:
    return {"kind": "ratio", "of": first, "to": second, "printed": printed, "id": f"{first}-ratio"}


def fewer(quantity: str, than: str) -> dict[str, Any]:
    return {"kind": "bound", "quantity": quantity, "side": "fewer", "than": than, "id": f"{quantity}-bound"}


def article(*claims: dict[str, Any], **rest: Any) -> Article:
    return Article.model_validate({"claims": list(claims), **rest})


def mendings(made: Article, options: Options = LAZY) -> dict[str, Mending]:
    """What each claim of a conflict could print, by claim."""
    return {one.claim: one for finding in check(made, options).findings for one in finding.mendings}


def possible(*claims: dict[str, Any], of: str, **rest: Any) -> str:
    return mendings(article(*claims, **rest))[of].possible


def tells(mending: Mending, value: Fraction) -> bool:
    """Whether a value of the printed form is among those that are told."""
    return any(value in values for values in mending.ranges)


def with_number(claim: Claim, value: Fraction) -> Claim:
    """The claim with another value of the same form printed, worked out here anew."""
    printed = claim.numeral
    place = printed.quantum
    while value and (value / (place * 10)).denominator == 1:
        place *= 10
    if value and (value / (place * 5)).denominator == 1 and abs(value) > 10 * place and value / place % 10 == 5:
        place *= 5
    return claim.model_copy(update={"printed": replace(printed, value=value, place=place)})


SMALL: dict[str, tuple[dict[str, Any], ...]] = {
    "share of a known base": (count("n", "7"), share("a", "n", "{:d}%")),
    "share to a decimal": (count("n", "9"), share("a", "n", "{:d}.{:d}%"), count("a", "{:d}")),
    "share of an unknown base": (
        fewer("n", "10"),
        share("a", "n", "{:d}%"),
        share("b", "n", "{:d}%"),
        total("n", "a", "b"),
    ),
    "sum": (count("n", "{:d}"), count("a", "{:d}"), count("b", "{:d}"), total("n", "a", "b")),
    "sum with a hedge": (
        count("n", "more than {:d}"),
        count("a", "at most {:d}"),
        count("b", "{:d}"),
        total("n", "a", "b"),
    ),
    "about": (count("n", "about {:d}"), count("n", "{:d}", id="again"), fewer("n", "10")),
    "ratio": (count("a", "{:d}"), ratio("a", "b", "{:d}.{:d} times"), fewer("b", "6"), fewer("a", "10")),
    "rise": (count("a", "{:d}"), count("b", "{:d}"), change("a", "b", "up {:d}%")),
    "fall over an unknown base": (fewer("a", "10"), count("b", "{:d}"), change("a", "b", "down {:d}%")),
    "signed change": (fewer("a", "10"), fewer("b", "10"), change("a", "b", "-{:d}%"), count("b", "{:d}")),
    "change by an amount": (
        fewer("a", "10"),
        change("a", "b", "rose by {:d}"),
        count("b", "{:d}"),
        share("c", "b", "{:d}%"),
    ),
    "difference": (
        {"kind": "difference", "more": "a", "less": "b", "printed": "{:d}", "id": "more"},
        count("a", "{:d}"),
        share("b", "a", "{:d}%"),
        fewer("a", "10"),
    ),
    "mean": (
        {"kind": "mean", "n": "n", "total": "a", "printed": "{:d}.{:d}", "id": "mean"},
        count("n", "{:d}"),
        fewer("a", "10"),
    ),
    "rate": (
        {"kind": "rate", "events": "a", "population": "n", "printed": "{:d} per 100", "id": "rate"},
        count("n", "{:d}"),
        fewer("a", "6"),
    ),
    "average": (
        {"kind": "average", "of": ["a", "b"], "weights": ["{:d}", "{:d}"], "printed": "{:d}.{:d}", "id": "average"},
        count("a", "{:d}"),
        fewer("b", "8"),
    ),
    "share in words": (share("a", "n", "more than {:d} per cent"), count("a", "{:d}"), fewer("n", "10")),
}


def drawn(sort: str, seed: int) -> Article | None:
    """A system of a sort with numbers of its own; None where they make no article."""
    random = Random(f"{sort} {seed}")

    def filled(value: Any) -> Any:
        if isinstance(value, str) and "{" in value:
            highest = 99 if "%" in value or "per cent" in value or "per 100" in value else TOP - 1
            return value.format(random.randint(1, highest), random.randint(0, 9))
        if isinstance(value, list):
            return [filled(one) for one in value]
        return value

    claims = [{key: filled(value) for key, value in claim.items()} for claim in SMALL[sort]]
    try:
        return article(*claims)
    except ValueError:
        return None


def worlds(made: Article) -> Iterator[dict[Any, Fraction]]:
    """All values of its quantities up to a bound that keep every sum of parts small."""
    quantities = list(made.setting.quantities.values())
    for values in product(range(TOP), repeat=len(quantities)):
        yield dict(zip(quantities, map(Fraction, values), strict=True))


@pytest.mark.no_cover
@pytest.mark.parametrize("sort", SMALL)
def test_told_are_all_that_fit_and_no_others(sort: str) -> None:
    """By enumeration of small worlds, which knows nothing of the solver; every quantity is small in all of them."""
    looked_at = 0
    for seed in range(100 * TIMES):
        if looked_at >= FEW * TIMES:
            break
        made = drawn(sort, seed)
        found = [] if made is None else [one.mendings for one in check(made, LAZY).findings if one.is_error]
        if made is None or len(found) != 1:  # beside another conflict it need not fit to all claims
            continue
        claims = list(made.setting.claims.values())
        held = [(values, [claim.holds(values, made.setting) for claim in claims]) for values in worlds(made)]
        for mending in found[0]:
            at = next(at for at, claim in enumerate(claims) if claim.id == mending.claim)
            named = [made.setting.quantity(name) for name in claims[at].names()]
            left = [values for values, holds in held if all(holds[:at]) and all(holds[at + 1 :])]
            left = list({tuple(values[quantity] for quantity in named): values for values in left}.values())
            looked_at += 1
            assert_right(made, claims[at], mending, left)
    assert looked_at >= FEW


def assert_right(made: Article, claim: Claim, mending: Mending, left: list[dict[Any, Fraction]]) -> None:
    """That what is told of a claim is right, in the small worlds in which all other claims hold."""
    step, rounded = claim.numeral.quantum, 1
    while claim.numeral.hedge is not None and (claim.numeral.exact_value / step / rounded / 10).denominator == 1:
        rounded *= 10
    signed = claim.numeral.direction == 0 and claim.numeral.hedge is None
    for units in range(-30 if signed else int(claim.numeral.hedge is not None), 131):
        other = with_number(claim, units * step)
        is_told = tells(mending, units * step)
        if any(other.holds(values, made.setting) for values in left):
            assert mending.fits is not False, (claim, units, mending)
            assert is_told or not mending.is_all or units % rounded, (claim, units, mending)
        elif is_told:
            others = [statement_of(one, made.setting) for one in made.setting.claims.values() if one is not claim]
            answer = solve([*made.facts, *others, statement_of(other, made.setting)])
            assert isinstance(answer, Witness), (claim, units, mending)
            assert max(answer.values.values()) >= TOP  # a larger world than those that were gone through
