"""Passages whose printed numbers are their own witness: most true ones, settled without a report."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.check import Article
from factcheck.check.verdicts import stated
from factcheck.claim import Claim
from factcheck.constraint import Quantity
from factcheck.kinds.count import Count
from factcheck.kinds.share import Share
from factcheck.solve import Budget, System, Witness


def holds_as_printed(article: Article) -> bool:
    """Whether the printed numbers, taken to the letter, make everything true; False says nothing.

    Where one share is told twice, either telling may be the one to the letter.
    """
    return any(_is_witness(article, _values(article, claims)) for claims in (article.claims, article.claims[::-1]))


def can_hold(article: Article, budget: Budget) -> bool:
    """Whether all that it claims can be true at once; False also where that is not found out, or takes another reading."""
    system = System(stated(article), budget)
    names = [statement.name for statement in system.statements]
    return isinstance(system.possible(names, (), budget), Witness)


def _values(article: Article, claims: Iterable[Claim]) -> dict[Quantity, Fraction]:
    """The printed counts, and shares of wholes that no count is printed of; the first printing counts."""
    quantity, values = article.setting.quantity, dict[Quantity, Fraction]()
    for claim in claims:
        if isinstance(claim, Count) and claim.printed.value is not None:
            values.setdefault(quantity(claim.quantity), claim.printed.value)
    for claim in claims:
        if isinstance(claim, Share) and claim.printed.value is not None:
            whole = values.setdefault(quantity(claim.whole), Fraction(1))
            values.setdefault(quantity(claim.part), whole * claim.printed.value)
    return values


def _is_witness(article: Article, values: dict[Quantity, Fraction]) -> bool:
    setting = article.setting
    if any(quantity not in values for quantity in setting.quantities.values()):
        return False
    fits = (
        value in quantity.within and (value.denominator == 1 or not quantity.whole)
        for quantity, value in values.items()
    )
    facts = (fact.holds(values) for fact in article.facts)
    return all(fits) and all(facts) and all(claim.holds(values, setting) for claim in article.claims)
