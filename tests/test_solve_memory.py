"""What a system remembers: the same verdicts as one that is asked for the first time, and without steps where it is known."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.constraint import Constraint, Quantity, Relation, SetRelation, Statement
from factcheck.interval import Interval
from factcheck.solve import Conflict, System, Witness, prove, solve
from factcheck.solve.budget import Budget, Meter
from factcheck.solve.decide import Unsettled
from factcheck.solve.memory import Memory
from factcheck.solve.program import compiled
from tests.strategies import examples
from tests.systems import set_systems, systems

CASES, BOYS, GIRLS = (Quantity(name) for name in ("cases", "boys", "girls"))


def came_to(name: str, quantity: Quantity, within: Interval) -> Statement:
    return Statement(name, (Constraint(((quantity, Fraction(1)),), within, name),))


@pytest.mark.no_cover
@examples(60)
@given(systems() | set_systems(), st.data())
def test_a_system_asked_again_and_again_answers_as_a_fresh_one(
    statements: list[Statement], data: st.DataObject
) -> None:
    system = System(statements)
    for _ in range(4):
        kept = [statement for statement in statements if statement.is_structure or data.draw(st.booleans())]
        answer, fresh = system.solve({statement.name for statement in kept}), solve(kept)
        assert type(answer) is type(fresh)
        if isinstance(answer, Witness):
            assert prove.witness(kept, answer.values, answer.regions)
        if isinstance(answer, Conflict):
            assert answer.minimal
            assert prove.refutation(answer.statements, answer.refutation)


def test_what_is_known_takes_no_steps() -> None:
    few, many, some = (
        came_to(name, CASES, within)
        for name, within in (("few", Interval.at_most(3)), ("many", Interval.at_least(5)), ("some", Interval.above(0)))
    )
    memory = Memory(compiled([few, many, some]))
    steps = Meter(1_000)
    memory.decide((0, 1), Budget(), steps)
    memory.decide((0,), Budget(), steps)
    nothing = Meter(0)
    assert memory.decide((0, 1, 2), Budget(), nothing) == memory.decide((0, 1), Budget(), nothing)
    assert isinstance(memory.decide((0,), Budget(), nothing), Witness)
    assert nothing.taken == 0 < steps.taken
    assert isinstance(memory.decide((1,), Budget(), nothing), Unsettled)
    wider = memory.extended(memory.program.extended([came_to("more", CASES, Interval.at_least(4))]))
    assert memory.decide((0, 1), Budget(), Meter(0)) == wider.decide((0, 1, 3), Budget(), Meter(0))


def test_values_are_tried_on_further_statements_but_not_on_facts_about_sets() -> None:
    none, few = came_to("none", CASES, Interval.exactly(0)), came_to("few", CASES, Interval.at_most(3))
    many, others = came_to("many", CASES, Interval.at_least(5)), came_to("others", BOYS, Interval.exactly(0))
    apart = Statement("apart", (), sets=SetRelation(Relation.PARTITION, CASES, (BOYS, GIRLS)))
    memory = Memory(compiled([none, few, many, others, apart]))
    memory.decide((0,), Budget(), Meter(1_000))
    known = [isinstance(memory.decide((0, more), Budget(), Meter(0)), Witness) for more in (1, 2, 3, 4)]
    assert known == [True, False, False, False]
