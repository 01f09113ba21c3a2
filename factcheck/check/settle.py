"""One connected component of an article: settled, with round numbers relaxed where exact ones cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.claim import Claim, Reading, Setting
from factcheck.constraint import Condition, Constraint, Statement
from factcheck.interval import Interval
from factcheck.solve import Answer, Budget, Conflict, Corrections, System, Witness

MOST_RELAXED = 3  # numbers of one conflict that may be taken for rounded ones at once


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a component: its conflicts, and the answer on the statements left then.

    `relaxed` names the claims whose round number had to be read as "about"; `setting` reads them so.
    `corrections` has the claims without which all the others can hold, where they cannot as they stand. `system` holds the
    statements, and remembers what was found out about them.
    """

    system: System
    conflicts: tuple[Conflict, ...]
    rest: tuple[Statement, ...]
    answer: Answer
    setting: Setting
    relaxed: tuple[str, ...] = ()
    corrections: tuple[Corrections, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the component."""
        return self.system.statements

    def without(self, claim: str) -> tuple[Statement, ...]:
        """What a claim of a conflict has to agree with: all statements but itself and the other conflicts' claims."""
        own = next(conflict for conflict in self.conflicts if claim in _names(conflict))
        kept = (_names(own) | {statement.name for statement in self.rest}) - {claim}
        return tuple(statement for statement in self.statements if statement.name in kept)


def statement_of(claim: Claim, setting: Setting) -> Statement:
    """What the claim states, as the setting reads it."""
    return Statement(claim.id, tuple(claim.conditions(setting)))


def besides(claim: Claim, setting: Setting) -> tuple[Condition, ...]:
    """What the claim says besides its number: that a part is no more than its whole, that its base is not zero."""
    ratio = claim.measure(setting)
    if ratio is None:
        return ()
    because = claim.clause()
    told = set(ratio.within(claim.allowed(setting), because))
    base = (Constraint(ratio.denominator, Interval.above(-ratio.below), because),) if ratio.denominator else ()
    return (*(condition for condition in claim.conditions(setting) if condition not in told), *base)


def settle(statements: Sequence[Statement], setting: Setting, budget: Budget) -> Outcome:
    """Every disjoint conflict of the component, and the answer on the rest."""
    system = System(statements, budget)
    found, rest, answer, corrections = system.conflicts()
    relaxed = tuple(name for conflict in found for name in _relaxation(system, conflict, found, setting))
    if relaxed:
        setting = setting.read_as(Reading.RELAXED, *relaxed)
        by = {name: statement_of(setting.claims[name], setting) for name in relaxed}
        system = System((by.get(statement.name, statement) for statement in statements), budget)
        found, rest, answer, corrections = system.conflicts()
        accused = {name for conflict in found for name in _names(conflict)}
        relaxed = tuple(name for name in relaxed if name not in accused)
    return Outcome(system, tuple(found), tuple(rest), answer, setting, relaxed, corrections)


def _relaxation(system: System, conflict: Conflict, found: Iterable[Conflict], setting: Setting) -> tuple[str, ...]:
    """The fewest round numbers of the conflict that make all hold once they mean "about"; none where none do."""
    others = {name for other in found if other is not conflict for name in _names(other)}
    base = {statement.name for statement in system.statements if statement.name not in others}
    eligible = [name for name in (s.name for s in conflict.statements) if _is_round(name, setting)]
    for size in range(1, min(MOST_RELAXED, len(eligible)) + 1):
        for names in combinations(eligible, size):
            as_about = setting.read_as(Reading.RELAXED, *names)
            replaced = [statement_of(setting.claims[name], as_about) for name in names]
            if isinstance(system.solve(base - set(names), replaced), Witness):
                return names
    return ()


def _is_round(name: str, setting: Setting) -> bool:
    claim = setting.claims.get(name)
    return claim is not None and claim.prints and claim.numeral.relaxed(setting.convention_of(claim)) is not None


def _names(conflict: Conflict) -> frozenset[str]:
    return frozenset(statement.name for statement in conflict.statements if not statement.is_structure)
