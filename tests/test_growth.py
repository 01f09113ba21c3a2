"""The work of a scan grows in step with a sentence, whatever stands in it: counted, and never timed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.growth import HOSTILE, TIMES

MOST_GROWTH = TIMES * 1.25


@pytest.mark.no_cover
def test_work_grows_in_step_with_the_sentence() -> None:  # one test: two workers would each do all of the work
    ran = subprocess.run([sys.executable, "-m", "tests.growth"], capture_output=True, text=True, check=True)
    efforts: dict[str, dict[str, list[int]]] = json.loads(ran.stdout)
    assert efforts.keys() == HOSTILE.keys()
    grown = {
        (name, sort): (short, long)
        for name, effort in efforts.items()
        for sort, (short, long) in effort.items()
        if not 0 < long <= MOST_GROWTH * short
    }
    assert grown == {}
    unwatched = [name for name, (_, length) in HOSTILE.items() if efforts[name]["characters"][0] <= 10 * length]
    assert unwatched == []
