"""Work on many files, shared out among processes."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")

INTERRUPT = {signal.SIGINT}


@contextmanager
def outcomes(
    files: Sequence[Path], work: Callable[[Path], Made], workers: int, at_once: int
) -> Iterator[Iterator[Made]]:
    """What the work makes of each file, in their order, as it comes; workers take `at_once` files at a time.

    Whatever ends the block before its time ends the workers, too.
    """
    others = active_children()
    pool = ProcessPoolExecutor(workers, initializer=_begin)
    try:
        # No future is ever cancelled, as `map` of the pool would do: its thread fails on those, once workers are gone.
        with _uninterrupted():  # a worker that is met on its first steps would complain
            shares = [files[at : at + at_once] for at in range(0, len(files), at_once)]
            coming = deque((share, pool.submit(_all, work, share)) for share in shares)
            ours = [worker for worker in active_children() if worker not in others]
        with _interruptible(ours) as interrupts:
            yield _carried_on(coming, work, interrupts)
    except BaseException:
        for worker in active_children():
            if worker not in others:
                worker.terminate()
        raise
    finally:
        pool.shutdown()


def _all(work: Callable[[Path], Made], files: Sequence[Path]) -> list[Made]:
    return list(map(work, files))


def _carried_on(
    coming: deque[tuple[Sequence[Path], Future[list[Made]]]],
    work: Callable[[Path], Made],
    interrupts: _Interrupts,
) -> Iterator[Made]:
    """The outcomes; where a worker was killed, such as for want of memory, this process does what is left."""
    while coming:
        files, future = coming.popleft()  # what it holds is not kept until the end
        try:
            made = future.result()
        except BrokenProcessPool:
            interrupts.raise_late()
            interrupts.at_once = True  # no pool is left that it could harm
            yield from map(work, files)
        else:
            interrupts.raise_late()
            yield from made


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt that comes meanwhile is raised at the end of the block, and in processes that it starts, too."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPT)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@dataclass(slots=True)
class _Interrupts:
    """Whether one came, and whether the next is to be raised as soon as it comes."""

    came: bool = False
    at_once: bool = False

    def raise_late(self) -> None:
        """Raise the one that came."""
        if self.came:
            raise KeyboardInterrupt


@contextmanager
def _interruptible(workers: Sequence[BaseProcess]) -> Iterator[_Interrupts]:
    """An interrupt ends the workers, and is raised where their work is waited for, at the latest at the end of the block.

    Raised at any other time it could leave a lock of the pool shut, for which its thread would wait for ever.
    """
    interrupts = _Interrupts()

    def interrupt(*_: object) -> None:
        if interrupts.at_once:
            raise KeyboardInterrupt
        interrupts.came = True
        for worker in workers:
            worker.terminate()

    is_main = threading.current_thread() is threading.main_thread()
    if not (is_main and signal.getsignal(signal.SIGINT) is signal.default_int_handler):
        yield interrupts
        return
    signal.signal(signal.SIGINT, interrupt)
    try:
        yield interrupts
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    interrupts.raise_late()


def _begin() -> None:
    """A worker ends without a word when the run is interrupted, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPT)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
