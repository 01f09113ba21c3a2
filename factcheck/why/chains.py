"""Chains: for each end of what is left the smallest group of claims that sets it, and the steps that show so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.check.words import number
from factcheck.claim import Setting
from factcheck.constraint import Quantity, Statement
from factcheck.finding import Chain
from factcheck.interval import Interval
from factcheck.solve import Conflict, System, deduced
from factcheck.solve.refutation import Derive, Side, Step
from factcheck.why.links import QUESTION, links, meanings, supposed
from factcheck.why.replay import Replay, Turn, own, turns_of
from factcheck.why.shortest import shortest

MOST_LINKS = 7  # of a chain that is told step by step
LONG = 20  # steps of a proof from which on their number is told


@dataclass(frozen=True, slots=True)
class _End:
    """An end of what is left: the values beyond it, the smallest group that rules them out, and the steps to it.

    Without steps, it shows only by supposing a value beyond.
    """

    beyond: Interval
    conflict: Conflict
    steps: tuple[Step, ...]

    @property
    def group(self) -> tuple[Statement, ...]:
        """The statements that set it."""
        return tuple(statement for statement in self.conflict.statements if statement.name != QUESTION)


def conflict_chain(conflict: Conflict, setting: Setting) -> Chain:
    """The steps of a conflict up to the contradiction; what its numbers may stand for where they cannot be told."""
    chain = _refuted(conflict, conflict.statements, setting)
    if chain.links or chain.is_plain:
        return chain
    return replace(chain, links=meanings(conflict.statements, setting))


def end_chains(system: System, quantity: Quantity, left: Interval, setting: Setting) -> Iterator[Chain]:
    """The chains that set the ends of what is left; ends that follow directly are told in one."""
    ends = [end for end in (_end(system, quantity, side, left, setting) for side in Side) if end is not None]
    together = _direct(system, [end for end in ends if end.steps], quantity, setting)
    if together is not None:
        yield together
    for end in ends:
        if together is None or not end.steps:
            yield _supposed(end, quantity, setting)


def _end(system: System, quantity: Quantity, side: Side, left: Interval, setting: Setting) -> _End | None:
    """One end of what is left; None where the quantity's own range sets it, or no group was found to."""
    beyond = _beyond(left, side)
    if beyond is None or (beyond & own(quantity)).is_empty:
        return None
    conflict = shortest(system, supposed(quantity, beyond), setting.claims)
    if conflict is None:
        return None
    group = [statement for statement in conflict.statements if statement.name != QUESTION]
    steps = deduced(group, quantity, side, system.budget)
    return _End(beyond, conflict, steps if _excludes(steps, beyond) else ())


def _beyond(left: Interval, side: Side) -> Interval | None:
    """The values beyond an end of what is left; None where it has no such end."""
    if side is Side.LEAST:
        return None if left.low is None else Interval(high=left.low, high_open=not left.low_open)
    return None if left.high is None else Interval(low=left.high, low_open=not left.high_open)


def _excludes(steps: Sequence[Step], beyond: Interval) -> bool:
    """Whether the last step rules out all that lies beyond an end."""
    if not steps or not isinstance(last := steps[-1], Derive):
        return False
    least = last.side is Side.LEAST
    claimed = Interval(low=last.bound, low_open=last.open) if least else Interval(high=last.bound, high_open=last.open)
    return (claimed & beyond).is_empty


def _direct(system: System, ends: Sequence[_End], quantity: Quantity, setting: Setting) -> Chain | None:
    """The chain of ends that follow directly; None where there are none, or where it is too long to tell."""
    if not ends:
        return None
    names = {statement.name for end in ends for statement in end.group}
    statements = [statement for statement in system.statements if statement.name in names]
    turns = Replay(statements, setting).turns([step for end in ends for step in end.steps])
    told = links(turns or (), setting)
    if len(told) > MOST_LINKS:
        return None
    shows = " and ".join(_shown(quantity, end.beyond) for end in ends)
    return Chain(tuple(s.name for s in statements), _clauses(statements), told, tuple(e.beyond for e in ends), shows)


def _supposed(end: _End, quantity: Quantity, setting: Setting) -> Chain:
    """The chain of an end that shows by supposing a value beyond it."""
    chain = _refuted(end.conflict, end.group, setting)
    return replace(chain, denies=(end.beyond,), shows=_shown(quantity, end.beyond))


def _refuted(conflict: Conflict, group: Sequence[Statement], setting: Setting) -> Chain:
    """A refutation step by step, as far as it is short and has only one case."""
    turns, nodes = turns_of(conflict, setting), conflict.refutation.nodes
    names, clauses = tuple(statement.name for statement in group), _clauses(group)
    if turns is not None and _is_plain(turns):
        return Chain(names, clauses, is_plain=True)
    told = links(turns, setting) if turns is not None else ()
    if 0 < len(told) <= MOST_LINKS:
        return Chain(names, clauses, told)
    steps, cases = sum(len(node.steps) + 1 for node in nodes), sum(not node.branches for node in nodes)
    return Chain(names, clauses, steps=steps if cases > 1 or steps > LONG else 0, cases=cases)


def _is_plain(turns: Sequence[Turn]) -> bool:
    """Whether all is about one quantity, so that the clauses say as much as the steps."""
    return len({quantity for turn in turns for one in turn.constraints for quantity in one.quantities}) == 1


def _clauses(group: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause for statement in group for clause in statement.clauses))


def _shown(quantity: Quantity, beyond: Interval) -> str:
    """That values beyond an end cannot be, in words: "not fewer than 96"."""
    fewer, more = ("fewer", "more") if quantity.whole else ("less", "more")
    if beyond.high is not None:
        end = number(beyond.high)
        return f"not {fewer} than {end}" if beyond.high_open else f"not {end} or {fewer}"
    end = number(beyond.low) if beyond.low is not None else ""
    return f"not {more} than {end}" if beyond.low_open else f"not {end} or {more}"
