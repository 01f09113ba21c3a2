"""Keeping what is wrong with a claims file's data, so that one mistake does not hide the next."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from factcheck.data.error import DataError
from factcheck.mistake import Location, Mistake


class ToldError(DataError):
    """What follows from an error that was told already."""

    def __init__(self) -> None:
        """Nothing more is said."""
        super().__init__("")


@dataclass(frozen=True, slots=True)
class Telling(AbstractContextManager[None]):
    """A `with` block in which a DataError is told of what stands at the end of a way, and goes no further."""

    tell: Callable[[Mistake], None]
    at: Location

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, DataError) and not isinstance(error, ToldError):
            self.tell(Mistake((*self.at, *error.at), error.message, error.remedy))
        return isinstance(error, DataError)
