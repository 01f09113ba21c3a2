"""The work of a scan grows in step with a sentence, whatever stands in it: counted, and never timed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.growth import HOSTILE, TIMES

MOST_GROWTH = TIMES * 1.25


@pytest.fixture(scope="module")
def efforts() -> dict[str, dict[str, list[int]]]:
    ran = subprocess.run([sys.executable, "-m", "tests.growth"], capture_output=True, text=True, check=True)
    return dict(json.loads(ran.stdout))


@pytest.mark.no_cover
@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_in_step_with_the_sentence(name: str, efforts: dict[str, dict[str, list[int]]]) -> None:
    for sort, (short, long) in efforts[name].items():
        assert 0 < long <= MOST_GROWTH * short, sort


@pytest.mark.no_cover
def test_patterns_are_watched(efforts: dict[str, dict[str, list[int]]]) -> None:
    for name, (_, length) in HOSTILE.items():
        assert efforts[name]["characters"][0] > 10 * length
