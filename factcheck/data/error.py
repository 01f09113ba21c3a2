"""What makes data unusable, told in plain words."""

from __future__ import annotations

from factcheck.mistake import Location


class DataError(ValueError):
    """Data that cannot be read: what is wrong, what would be right, and the field of the claims file that is meant.

    `at` is the way to that field from the table or query on.
    """

    def __init__(self, message: str, remedy: str = "", at: Location = ()) -> None:
        """The message names file, sheet, row and column as far as they are known."""
        self.message, self.remedy, self.at = message, remedy, at
        super().__init__(f"{message}; {remedy}" if remedy else message)

    def under(self, *at: str | int) -> DataError:
        """The same error, said of a field unless it names one itself."""
        return DataError(self.message, self.remedy, self.at or at)
