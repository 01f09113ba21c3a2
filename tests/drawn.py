"""Claims made by hand for the laws of the kinds, and the values that they speak of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from factcheck.claim import Claim, Setting
from factcheck.constraint import Constraint, Quantity
from factcheck.constraint import Product as Multiplied
from factcheck.interval import Interval
from factcheck.numeral import Kind, Numeral

ONE = Fraction(1)


def printed(kind: Kind, value: Fraction, quantum: Fraction = ONE, **more: Any) -> Numeral:
    return Numeral(
        **{"surface": f"{value}", "kind": kind, "value": value, "quantum": quantum, "place": quantum, **more}
    )


def setting(*names: str, amounts: tuple[str, ...] = (), **claims: Claim) -> Setting:
    quantities = {name: Quantity(name) for name in names}
    quantities |= {name: Quantity(name, whole=False, within=Interval()) for name in amounts}
    return Setting(quantities, claims)


def conditions_hold(claim: Claim, values: Mapping[Quantity, Fraction], given_setting: Setting) -> bool:
    return all(condition.holds(values) for condition in claim.conditions(given_setting))


def completed(claim: Claim, values: Mapping[Quantity, Fraction], declared: Setting) -> dict[Quantity, Fraction]:
    """The values, and those of the claim's own unknowns as far as its equations fix them."""
    known = dict(values)
    for _ in range(20):
        for condition in claim.conditions(declared):
            match condition:
                case Multiplied(result=r, first=f, second=s):
                    if f in known and s in known:
                        known.setdefault(r, known[f] * known[s])
                    elif r in known and s in known and known[s]:
                        known.setdefault(f, known[r] / known[s])
                    elif r in known and f in known and known[f]:
                        known.setdefault(s, known[r] / known[f])
                case Constraint(terms=terms, within=within) if within.is_point and within.low is not None:
                    unknown = [(q, w) for q, w in terms if q not in known]
                    if len(unknown) == 1:
                        rest = sum((w * known[q] for q, w in terms if q in known), Fraction(0))
                        known[unknown[0][0]] = (within.low - rest) / unknown[0][1]
                case _:
                    pass
    return known


class Drawn(NamedTuple):
    """Raw values, the number that follows from them, and the claim that prints a number for it."""

    value: Fraction
    values: dict[str, Fraction]
    claim: Callable[[Numeral], Claim]
    kind: Kind
    amounts: tuple[str, ...] = ()
