"""Many files: from the cache, or shared out among processes where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from factcheck.batch.memory import Making, Memory, Outcome, Unusable
from factcheck.finding import ArticleReport

ENOUGH = 40  # files from which on a second process pays
AT_ONCE = 16  # files that a process takes at most

Watch = Callable[[Iterable[Outcome], int], Iterable[Outcome]]
"""What sees every outcome of so many as it comes, such as a bar that shows how far the run is."""


def checked(files: Sequence[Path], making: Making, watch: Watch | None = None) -> list[ArticleReport | Unusable]:
    """The reports on files in their order, or what is wrong with them; of those remembered none is made."""
    memory = Memory.of(making)
    known: dict[Path, ArticleReport | Unusable | None] = {file: memory.recalled(file) for file in files}
    left = [file for file, report in known.items() if report is None]
    with _outcomes(left, memory) as coming:
        watched = watch(coming, len(left)) if watch else coming
        known.update((file, outcome.told()) for file, outcome in zip(left, watched, strict=True))
    if left:
        memory.thin()
    return [report for report in known.values() if report is not None]


@contextmanager
def _outcomes(files: Sequence[Path], memory: Memory) -> Iterator[Iterator[Outcome]]:
    """What becomes of the files, in their order, as it comes."""
    workers = min(_cores(), len(files) // (ENOUGH // 2))
    if workers < 2:
        yield map(memory.outcome, files)
        return
    from factcheck.batch.processes import outcomes

    work = partial(memory.outcome, as_data=True)
    with outcomes(files, work, workers, max(1, min(AT_ONCE, len(files) // (4 * workers)))) as coming:
        yield coming


def _cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
