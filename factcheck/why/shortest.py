"""The shortest reason: of all groups of claims that rule something out, one with the fewest claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from factcheck.constraint import Statement
from factcheck.solve import Conflict, System, Undecided

ROUNDS = 24  # of looking for a smaller group
MOST_ASKED = 200  # questions to the solver for one reason
MOST_TRIED = 5_000  # choices of members looked at in one round


class _Asked:
    """A system, a question that contradicts it, and the smallest group found to rule the question out so far."""

    def __init__(self, system: System, question: Statement, claims: Collection[str]) -> None:
        self._system = system
        self._question = question
        self._claims = claims
        self._left = MOST_ASKED
        self.names = [statement.name for statement in system.statements]
        self.best: Conflict | None = None

    def cost(self, names: Iterable[str]) -> tuple[int, int]:
        """How many claims, then how many facts: the less, the shorter."""
        known = set(names) - {self._question.name}
        claims = sum(name in self._claims for name in known)
        return claims, len(known) - claims

    def missing(self, kept: frozenset[str]) -> frozenset[str] | None:
        """What has to go, beside `kept`, for the question to hold: every reason for its denial has some of that.

        None where `kept` alone rules the question out, or where the questions or the solver's steps are spent.
        """
        active = list(self.names)
        while self._left > 0:
            self._left -= 1
            answer = self._system.solve(active, [self._question])
            if isinstance(answer, Undecided):
                return None
            if not isinstance(answer, Conflict):
                return frozenset(self.names) - frozenset(active)
            members = [statement.name for statement in answer.statements]
            if self.best is None or self.cost(members) < self.cost(
                statement.name for statement in self.best.statements
            ):
                self.best = answer
            spare = [name for name in members if name not in kept and name != self._question.name]
            if not spare:
                return None
            active.remove(max(spare, key=lambda name: (name in self._claims, self.names.index(name))))
        return None


def shortest(system: System, question: Statement, claims: Collection[str]) -> Conflict | None:
    """A conflict of the system with the question that has the fewest claims, then the fewest facts; None for none.

    `claims` are the names of the statements that are claims. Every group that rules the question out shares a member
    with each set of statements without which the question holds. So the cheapest choice of members from the sets seen
    costs no more than the shortest group, and where it rules the question out itself, it is one. Where the rounds or
    the questions run out before, the shortest group seen is told.
    """
    asked = _Asked(system, question, claims)
    sets: list[frozenset[str]] = []
    for _ in range(ROUNDS):
        chosen = _cheapest(sets, asked)
        if asked.best is not None and asked.cost(s.name for s in asked.best.statements) <= asked.cost(chosen):
            break
        missing = asked.missing(chosen)
        if not missing:
            break
        sets.append(missing)
    return asked.best


def _cheapest(sets: Sequence[frozenset[str]], asked: _Asked) -> frozenset[str]:
    """The cheapest names with one of each set among them, the first in order of several, as far as was tried."""
    best, tried = frozenset[str]().union(*sets), 0
    waiting = [frozenset[str]()]
    while waiting and tried < MOST_TRIED:
        chosen, tried = waiting.pop(), tried + 1
        if asked.cost(chosen) >= asked.cost(best):
            continue
        unmet = next((one for one in sets if not one & chosen), None)
        if unmet is None:
            best = chosen
        else:
            waiting += (chosen | {name} for name in reversed(asked.names) if name in unmet)
    return best
