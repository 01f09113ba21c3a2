"""Diagnoses against brute force over all subsets: smallest conflicts, smallest corrections, and budgets that run out."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.solve.diagnosis import Group, Oracle, diagnosis

COUNT = 6
ALL = [Group(group) for group in chain.from_iterable(combinations(range(COUNT), size) for size in range(COUNT + 1))]
groups = st.lists(st.frozensets(st.integers(0, COUNT - 1), min_size=1, max_size=4), max_size=6)


def smallest(candidates: list[Group]) -> list[Group]:
    return [group for group in candidates if not any(other < group for other in candidates)]


def holds(conflicts: list[Group], kept: Group) -> bool:
    return not any(conflict <= kept for conflict in conflicts)


def answering(conflicts: list[Group], undecided: list[Group] | None = None) -> Oracle:
    def oracle(kept: tuple[int, ...]) -> tuple[int, ...] | None:
        if Group(kept) in (undecided or []):
            return None
        return next((tuple(sorted(conflict)) for conflict in smallest(conflicts) if conflict <= set(kept)), ())

    return oracle


def true_conflicts(conflicts: list[Group]) -> list[Group]:
    return smallest([group for group in ALL if not holds(conflicts, group)])


def true_corrections(conflicts: list[Group]) -> list[Group]:
    return smallest([group for group in ALL if holds(conflicts, Group(range(COUNT)) - group)])


@given(groups)
def test_every_smallest_conflict_and_every_smallest_correction_is_found_by_size(conflicts: list[Group]) -> None:
    found = diagnosis(COUNT, answering(conflicts))
    assert found.is_complete
    assert list(found.conflicts) == true_conflicts(conflicts)
    assert list(found.corrections) == true_corrections(conflicts)


@given(groups, st.integers(0, 8))
def test_questions_that_run_out_are_told_by_the_size_that_was_reached(conflicts: list[Group], most: int) -> None:
    asked = []

    def oracle(kept: tuple[int, ...]) -> tuple[int, ...] | None:
        asked.append(kept)
        return answering(conflicts)(kept)

    found = diagnosis(COUNT, oracle, most=most)
    true = true_corrections(conflicts)
    assert len(asked) <= most
    assert set(found.conflicts) <= set(true_conflicts(conflicts))
    assert set(found.corrections) <= set(true)
    assert {group for group in true if found.reaches(len(group))} <= set(found.corrections)
    assert not found.is_complete or set(found.corrections) == set(true)


@given(groups, st.lists(st.sampled_from(ALL), max_size=12))
def test_what_is_undecided_counts_as_neither(conflicts: list[Group], undecided: list[Group]) -> None:
    found = diagnosis(COUNT, answering(conflicts, undecided))
    true = true_corrections(conflicts)
    assert set(found.conflicts) <= set(true_conflicts(conflicts))
    assert set(found.corrections) <= set(true)
    assert {group for group in true if found.reaches(len(group))} <= set(found.corrections)


@given(groups)
def test_where_it_is_not_thorough_the_smallest_corrections_are_found_all_the_same(conflicts: list[Group]) -> None:
    asked = []

    def widened(kept: tuple[int, ...]) -> tuple[int, ...] | None:
        asked.append(kept)
        return () if holds(conflicts, Group(kept)) else kept

    found = diagnosis(COUNT, widened, answering(conflicts), thorough=False)
    true = true_corrections(conflicts)
    least = min(len(group) for group in true)
    assert set(found.conflicts) <= set(true_conflicts(conflicts))
    assert [group for group in found.corrections if len(group) == least] == [
        group for group in true if len(group) == least and least <= 2
    ]
    assert found.reaches(min(least, 2))


def test_many_conflicts_that_share_nothing_do_not_explode() -> None:
    pairs = [Group((2 * number, 2 * number + 1)) for number in range(30)]
    found = diagnosis(60, answering(pairs), most=40)
    assert set(found.conflicts) <= set(pairs)
    assert found.corrections == ()
    assert found.reaches(2)
    assert not found.is_complete


def test_without_claims_there_is_nothing_to_take_out() -> None:
    assert diagnosis(0, lambda _: ()).corrections == (Group(),)
    assert diagnosis(0, lambda _: None).reach == -1
