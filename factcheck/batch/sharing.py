"""Many claims files: from the cache, or shared out among processes where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from factcheck.batch.checking import MOST, SORT, Checking, Outcome, Unusable
from factcheck.cache import folder
from factcheck.finding import ArticleReport

ENOUGH = 40  # files from which on a second process pays
AT_ONCE = 16  # files that a process takes at most

Watch = Callable[[Iterable[Outcome], int], Iterable[Outcome]]
"""What sees every outcome of so many as it comes, such as a bar that shows how far the run is."""


def checked(files: Sequence[Path], how: Checking, watch: Watch | None = None) -> list[ArticleReport | Unusable]:
    """The reports on claims files in their order, or what is wrong with them; files that are remembered are not checked."""
    key = how.key()
    known: dict[Path, ArticleReport | Unusable | None] = {file: how.remembered(file, key) for file in files}
    left = [file for file, report in known.items() if report is None]
    with _outcomes(left, how, key) as coming:
        watched = watch(coming, len(left)) if watch else coming
        known.update((file, outcome.told()) for file, outcome in zip(left, watched, strict=True))
    if key and left:
        folder.thin(SORT, MOST)
    return [report for report in known.values() if report is not None]


@contextmanager
def _outcomes(files: Sequence[Path], how: Checking, key: str) -> Iterator[Iterator[Outcome]]:
    """What becomes of the files, in their order, as it comes."""
    workers = min(_cores(), len(files) // (ENOUGH // 2))
    if workers < 2:
        yield map(partial(how.outcome, key=key), files)
        return
    from factcheck.batch.processes import outcomes

    work = partial(how.outcome, key=key, as_data=True)
    with outcomes(files, work, workers, max(1, min(AT_ONCE, len(files) // (4 * workers)))) as coming:
        yield coming


def _cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
