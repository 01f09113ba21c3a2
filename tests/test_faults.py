"""The hand-made faults still fit the code they break; `make faults` shows that each is caught."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.faults import FAULTS, ROOT, Fault, apply

GROUND = ("interval", "rounding", "hedge", "numeral", "constraint", "solve", "text", "structure")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_every_fault_applies_to_the_code_as_it_is(fault: Fault) -> None:
    applied = apply(fault, ROOT, check=True)
    assert applied.returncode == 0, applied.stderr


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_every_fault_breaks_one_room_and_names_tests_that_exist(fault: Fault) -> None:
    touched = [line for line in fault.patch.read_text(encoding="utf-8").splitlines() if line.startswith("+++ b/")]
    assert len(touched) == 1
    assert touched[0].startswith((f"+++ b/factcheck/{fault.room}.py", f"+++ b/factcheck/{fault.room}/"))
    assert fault.tests, f"there is no tests/test_{fault.room}*.py, and no line `tests: …`"
    assert all((ROOT / path.partition("::")[0]).exists() for path in fault.tests)


def test_every_ground_room_has_faults_and_there_are_twenty() -> None:
    counts = Counter(fault.room for fault in FAULTS)
    assert all(counts[room] >= 2 for room in GROUND)
    assert len(FAULTS) >= 20
