"""Everything that is wrong with one connected component: which conflicts are told, and what would correct all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from factcheck.constraint import Statement
from factcheck.solve.answer import Answer, Conflict, Witness
from factcheck.solve.diagnosis import Diagnosis, Group, diagnosis

MOST_ASKED = 64
"""Questions that looking for every conflict and correction of one component may take."""

SMALL = 8
"""Claims of a component of which every conflict and every correction is looked for."""

Answering = Callable[[Sequence[int]], Answer]
"""The answer on some statements of a component, by number."""

Surveying = Callable[[Sequence[int], bool], Answer]
"""The same within a budget; a conflict need be smallest only where that is asked for."""


class Corrections(NamedTuple):
    """Smallest groups of claims without which the rest of their component can hold, by size and then in order.

    Every group of at most `reach` claims is told; None where all of any size are.
    """

    groups: tuple[tuple[Statement, ...], ...]
    reach: int | None

    def of_size(self, size: int) -> tuple[tuple[Statement, ...], ...]:
        """The groups of so many claims."""
        return tuple(group for group in self.groups if len(group) == size)

    def reaches(self, size: int) -> bool:
        """Whether every group of so many claims is told."""
        return self.reach is None or size <= self.reach


class Review(NamedTuple):
    """Disjoint conflicts, the statements that are left without them, and the answer on those.

    `corrections` has what would correct each component that cannot hold, in the order of their first conflicts.
    """

    conflicts: tuple[Conflict, ...]
    rest: tuple[Statement, ...]
    answer: Answer
    corrections: tuple[Corrections, ...] = ()


class Found(NamedTuple):
    """What is found out about one component: conflicts, the numbers of the statements left, and the answer on those."""

    conflicts: list[Conflict]
    left: list[int]
    answer: Answer
    corrections: Corrections | None = None


def reviewed(statements: Sequence[Statement], active: Sequence[int], answer: Answering, survey: Surveying) -> Found:
    """The disjoint conflicts of the active statements: of those with the fewest claims, the ones with the least structure.

    The claims of a conflict are taken out before the next is told. Structure stays, for it is what claims are about;
    only a conflict without any claim takes its structure out. `survey` may give up where `answer` goes on.
    """
    found: list[Conflict] = []
    left = list(active)
    while isinstance(now := answer(left), Conflict) and not _claims(now):
        found.append(now)
        left = _without(statements, left, [now])
    if isinstance(now, Witness):
        return Found(found, left, now)
    known, corrections = _survey(statements, left, survey) if isinstance(now, Conflict) and now.minimal else ([], None)
    taken = set[str]()
    for conflict in known:
        if taken.isdisjoint(_claims(conflict)):
            found.append(conflict)
            taken.update(_claims(conflict))
    left = _without(statements, left, found)
    while isinstance(now := answer(left), Conflict):
        found.append(now)
        left = _without(statements, left, [now])
    return Found(found, left, now, corrections)


def _survey(
    statements: Sequence[Statement], active: Sequence[int], survey: Surveying
) -> tuple[list[Conflict], Corrections]:
    """The smallest conflicts that were found, in the order of telling, and the corrections."""
    facts = [number for number in active if statements[number].is_structure]
    claims = [number for number in active if not statements[number].is_structure]
    places = {statements[number].name: place for place, number in enumerate(claims)}
    known: dict[Group, Conflict] = {}

    def ask(kept: Iterable[int], *, smallest: bool) -> tuple[int, ...] | None:
        answer = survey(sorted([*facts, *(claims[place] for place in kept)]), smallest)
        if not isinstance(answer, Conflict):
            return () if isinstance(answer, Witness) else None
        group = tuple(places[name] for name in _claims(answer))
        if answer.minimal:
            known[frozenset(group)] = answer
        return group if answer.minimal or not smallest else None

    found = diagnosis(
        len(claims),
        partial(ask, smallest=False),
        partial(ask, smallest=True),
        most=MOST_ASKED,
        thorough=len(claims) <= SMALL,
    )
    for group in found.conflicts[:MOST_ASKED]:
        if group not in known:
            ask(sorted(group), smallest=True)
    return sorted(known.values(), key=lambda conflict: _order(conflict, places)), _corrections(
        found, statements, claims
    )


def _corrections(found: Diagnosis, statements: Sequence[Statement], claims: Sequence[int]) -> Corrections:
    groups = tuple(tuple(statements[claims[place]] for place in sorted(group)) for group in found.corrections)
    return Corrections(groups, found.reach)


def _order(conflict: Conflict, places: dict[str, int]) -> tuple[int, int, list[int]]:
    claims = _claims(conflict)
    return len(claims), len(conflict.statements), [places[name] for name in claims]


def _claims(conflict: Conflict) -> list[str]:
    return [statement.name for statement in conflict.statements if not statement.is_structure]


def _without(statements: Sequence[Statement], numbers: Iterable[int], conflicts: Iterable[Conflict]) -> list[int]:
    """The numbers without what conflicts accuse: their claims, or their structure where they have none."""
    accused = {name for c in conflicts for name in _claims(c) or (s.name for s in c.statements)}
    return [number for number in numbers if statements[number].name not in accused]
