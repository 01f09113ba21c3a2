"""What data say to each claim, and what is to be told of the data themselves: changed files, binary fractions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck import rules
from factcheck.check.claimset import ClaimSet
from factcheck.check.words import number, written
from factcheck.claim import Claim
from factcheck.constraint import Terms
from factcheck.finding import DataSource, Figure, Finding, Place
from factcheck.numeral import Form

FINER = 10  # how much finer than it was printed a share is worked out


def told(claim: Claim, article: ClaimSet) -> tuple[str, ...]:
    """What data say of the quantities of a claim, and how its number follows where data say all of it."""
    lines = [str(figure) for figure in figures(claim, article)]
    follows = worked(claim, article) if lines else ""
    return (*lines, follows) if follows else tuple(lines)


def figures(claim: Claim, article: ClaimSet) -> tuple[Figure, ...]:
    """The figures of the quantities of a claim, each once."""
    known = (article.declarations[name].raw for name in claim.names() if name in article.declarations)
    return tuple(dict.fromkeys(raw for raw in known if isinstance(raw, Figure)))


def findings(article: ClaimSet) -> Iterator[Finding]:
    """Files that are no longer what was pinned, and amounts from binary fractions."""
    for source in article.sources:
        if not source.is_as_pinned:
            yield _changed(source, article)
    for name, declaration in article.declarations.items():
        if isinstance(declaration.raw, Figure) and declaration.raw.inexact:
            rule, place = rules.INEXACT_DATA, article.places.get(name, Place(article.name))
            message = (
                f"{declaration.raw.inexact} of {declaration.raw.file} holds binary fractions, so the last digits of "
                f'"{name}" are taken as they are printed: {declaration.raw}.'
            )
            yield Finding(rule, message, (), place, remedy=rule.remedy, severity=rule.severity)


def _changed(source: DataSource, article: ClaimSet) -> Finding:
    rule, place = rules.SOURCE_CHANGED, article.places.get(f"data: {source.name}", Place(article.name))
    message = f"{source.file} is not the file that was pinned: its SHA-256 is {source.sha256}, and not {source.pin}."
    return Finding(rule, message, (), place, remedy=rule.remedy, severity=rule.severity)


def worked(claim: Claim, article: ClaimSet) -> str:
    """The number of a claim as it follows from known values: "312 / 956 = 32.64%, prints 32.6%"."""
    ratio = claim.measure(article.setting) if claim.prints else None
    if ratio is None or not ratio.denominator or ratio.constant or ratio.below:
        return ""
    above, below = _known(ratio.numerator, article), _known(ratio.denominator, article)
    printed = claim.numeral
    if above is None or not below or printed.value is None or printed.form is not Form.DIGITS:
        return ""
    finer = replace(printed, quantum=printed.quantum / FINER)
    as_printed = written(above / below, printed, article.rounding)
    return f"{number(above)} / {number(below)} = {finer.like(above / below)}, prints {as_printed}"


def _known(terms: Terms, article: ClaimSet) -> Fraction | None:
    """The value of a sum; None where one of its quantities has no single known value."""
    total = Fraction(0)
    for quantity, weight in terms:
        declaration = article.declarations.get(quantity.name)
        known = declaration.known if declaration is not None else None
        if known is None or not known.is_point or known.low is None:
            return None
        total += known.low * weight
    return total
