"""What can be wrong between the claims of an article and its quantities, once each is well-formed by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel

from factcheck.claim import Claim, Setting
from factcheck.interval import EMPTY, Interval
from factcheck.mistake import Location, Mistake, near
from factcheck.rounding import HALF, Convention, Rounding
from factcheck.rules import RULES
from factcheck.structure import Declarations, alike
from factcheck.text import read

NAMED_CELLS = {
    "any": Interval.at_least(0),
    "nil": Interval.exactly(0),
    "small": Interval(Interval.exactly(0).low, HALF),
}


def interval_of(phrase: str) -> Interval:
    """The counts that a table's marked cell stands for; ValueError where the phrase says none.

    >>> str(interval_of("any")), str(interval_of("small"))
    ('[0, inf)', '[0, 1/2]')
    """
    if phrase in NAMED_CELLS:
        return NAMED_CELLS[phrase]
    try:
        meant = read(phrase).meaning(Convention(Rounding.EXACT)).hard & NAMED_CELLS["any"]
    except ValueError:
        meant = EMPTY
    if meant.is_empty:
        raise ValueError(f"{phrase!r} says no counts; write a number, a range such as 1-4, any, nil or small")
    return meant


def _says_counts(phrase: str) -> str:
    interval_of(phrase)
    return phrase


CellPhrase = Annotated[str, AfterValidator(_says_counts)]
"""What a marked cell stands for, in words."""


def mistakes_in_claims(
    claims: Sequence[Claim], declarations: Declarations, setting: Setting, lost: tuple[str, ...]
) -> Iterator[Mistake]:
    """Everything that is wrong with the claims.

    `lost` are ids of claims that could not be read and are left out; one that ends in a hyphen is how an id begins.
    """
    ids: dict[str, int] = {}
    for index, claim in enumerate(claims):
        if claim.id in ids:
            message = f"the id {claim.id!r} is taken by an earlier claim"
            yield Mistake(("claims", index, "id"), message, "give each claim an id of its own, or none")
        ids.setdefault(claim.id, index)
    meaningless: set[str] = set()
    for index, claim in enumerate(claims):
        found = [*_names(claim, declarations, ids, lost), *_waivers(claim)]
        yield from (replace(mistake, location=("claims", index, *mistake.location)) for mistake in found)
        if any(name not in declarations and not (claim.OF_CLAIMS and name in ids) for name in claim.names()):
            meaningless.add(claim.id)
    for index, claim in enumerate(claims):
        if claim.id not in meaningless and not (claim.OF_CLAIMS and meaningless.intersection(claim.names())):
            for mistake in _meanings(claim, declarations, setting):
                yield replace(mistake, location=("claims", index, *mistake.location))


def _names(claim: Claim, declarations: Declarations, ids: Collection[str], lost: tuple[str, ...]) -> Iterator[Mistake]:
    """The names in a claim that nothing has."""
    others = ids if claim.OF_CLAIMS else ()
    for name in dict.fromkeys(claim.names()):
        if name in declarations or name in others or (claim.OF_CLAIMS and _is_lost(name, lost)):
            continue
        what = "quantity or claim" if claim.OF_CLAIMS else "quantity"
        remedy = near(name, [*declarations, *others], "declare it under `quantities`")
        yield Mistake(_way_to(name, claim), f"unknown {what} {name!r}", remedy)


def _is_lost(name: str, lost: tuple[str, ...]) -> bool:
    return any(name == other or (other.endswith("-") and name.startswith(other)) for other in lost)


def _meanings(claim: Claim, declarations: Declarations, setting: Setting) -> Iterator[Mistake]:
    """What is wrong with a claim whose names are all known."""
    units = list(_units(claim, declarations, setting))
    yield from units
    if not units:
        yield from (Mistake((), problem) for problem in claim.problems(setting))


def _way_to(name: str, claim: Claim) -> Location:
    """The field of the claim in which the name stands."""
    own = [field for field in type(claim).model_fields if field not in Claim.model_fields]
    return next((way for field in own for way in _ways(name, getattr(claim, field), (field,))), ())


def _ways(name: str, value: Any, location: Location) -> Iterator[Location]:
    if value == name:
        yield location
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _ways(name, item, (*location, index))
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _ways(name, getattr(value, field), (*location, field))


def _waivers(claim: Claim) -> Iterator[Mistake]:
    for index, waiver in enumerate(claim.waive):
        if waiver.rule not in RULES:
            remedy = near(waiver.rule, RULES, f"there is {', '.join(RULES)}")
            yield Mistake(("waive", index, "rule"), f"unknown rule {waiver.rule!r}", remedy)


def _units(claim: Claim, declarations: Declarations, setting: Setting) -> Iterator[Mistake]:
    """Unlike units that meet in a sum or a comparison."""
    for group in claim.alike():
        known = [name for name in group if name in declarations and declarations[name].unit]
        for name in known[1:]:
            first, unit = declarations[known[0]].unit, declarations[name].unit
            if not alike(first, unit):
                message = f"{known[0]!r} is in {first} and {name!r} in {unit}: unlike units are never added or compared"
                yield Mistake(_way_to(name, claim), message, "correct a `unit`, or name another quantity")
    ratio = claim.measure(setting)
    if claim.prints and ratio is not None and not ratio.denominator:
        for quantity, _ in ratio.numerator:
            unit = declarations[quantity.name].unit if quantity.name in declarations else ""
            if not alike(claim.numeral.unit, unit):
                message = f"{str(claim.numeral)!r} is in {claim.numeral.unit}, but {quantity.name!r} is in {unit}"
                yield Mistake(("printed",), message, "correct the number, or the `unit` of the quantity")
