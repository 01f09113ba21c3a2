"""A derivation as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.check.words import capital, joined, number, span
from factcheck.finding import Chain, Derivation, Left, Link, Preimage
from factcheck.why.preimage import stands_for

INDENT = "  "


def prose(told: Derivation) -> Iterator[str]:
    """The derivation line by line: what is printed, what that may stand for, what is left and why."""
    place = f" ({told.place})" if str(told.place) else ""
    yield f"{told.claim}: {told.verdict.upper()}{place}"
    if told.quote:
        yield f"The article: “{' '.join(told.quote.split())}”"
    yield f"It says: {told.says}."
    if told.preimage is not None:
        yield _printed(told.preimage)
    yield from _findings(told)
    for left in told.left:
        yield from _left(left, told.claim)
    if told.beside:
        yield f"Beside it: {'; '.join(f'{left.label} {_values(left)}' for left in told.beside)}."
    yield from _data(told)
    yield from (str(waived) for waived in told.waived)


def _printed(preimage: Preimage) -> str:
    by = "" if preimage.interval.is_point else f" ({preimage.by})"
    return f"Printed: {preimage.printed}. It {stands_for(preimage)}{by}."


def _data(told: Derivation) -> Iterator[str]:
    """What data say, each with the query that ran, and how the number follows."""
    queries = {str(figure): figure.sql for figure in told.figures}
    for line in told.data:
        yield f"Data: {line}."
        yield from (f"{INDENT}{part}" for part in queries.get(line, "").splitlines())


def _findings(told: Derivation) -> Iterator[str]:
    """Every finding about the claim; a conflict with the steps that lead to it."""
    chain = told.conflict
    for finding in told.findings:
        yield f"{finding.rule.name}: {finding.message}"
        if chain is not None and finding.clauses == chain.clauses:
            yield from (f"{INDENT}{line}" for line in steps(chain))
        yield from (f"{INDENT}{mending.claim}: {mending}" for mending in finding.mendings)


def steps(chain: Chain) -> Iterator[str]:
    """How the claims of a conflict exclude each other, step by step; of a long proof, how many steps it takes."""
    yield from _links(chain.links)
    if chain.steps:
        yield f"Shown in {_counted(chain.steps, 'step')}{_cases(chain)}."


def _left(left: Left, claim: str) -> Iterator[str]:
    """What is left for one quantity, what its neighbours would print, and the chains that leave it so."""
    beyond = [f"{number(one.count)} would print {one.printed}" for one in left.neighbours]
    alone = all(chain.because == (claim,) and len(chain.links) < 2 for chain in left.chains) and left.chains
    by_itself = ", by this claim alone" if alone else ""
    yield f"Left for {left.label}: {_values(left)}{by_itself}{'; ' if beyond else ''}{', '.join(beyond)}."
    told: list[str] = []
    for chain in () if alone else left.chains:
        steps = f", as {_counted(chain.steps, 'step')}{_cases(chain)} show" if chain.steps else ""
        if not chain.links:
            yield f"{INDENT}{capital(chain.shows)}, because {joined(chain.clauses)}{steps}."
            continue
        several = len(left.chains) > 1
        if several:
            yield f"{INDENT}{capital(chain.shows)}:"
        new = [line for line in _links(chain.links) if line not in told]
        yield from (f"{INDENT * (1 + several)}{line}" for line in new)
        told += new


def _values(left: Left) -> str:
    """The values that are left, one by one where there are gaps between them."""
    low, high = left.interval.low, left.interval.high
    gaps = low is not None and high is not None and 1 < len(left.counts) <= high - low
    told = _either([number(count) for count in left.counts]) if gaps else span(left.interval)
    return told if left.proved else f"{told}, at the widest"


def _either(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _links(links: Iterable[Link]) -> Iterator[str]:
    """Steps, each with the ids of the claims that it leans on; the names of facts have a colon, and ids have none."""
    for link in links:
        claims = [name for name in link.because if ":" not in name]
        yield link.words + (f" [{', '.join(claims)}]" if claims else "")


def _counted(number_of: int, word: str) -> str:
    return f"{number_of:,} {word}{'' if number_of == 1 else 's'}"


def _cases(chain: Chain) -> str:
    return f" and {_counted(chain.cases, 'case')}" if chain.cases > 1 else ""
