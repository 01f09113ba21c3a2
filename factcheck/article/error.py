"""What makes an article unreadable, told in plain words."""

from __future__ import annotations


class ArticleError(ValueError):
    """An article that cannot be read: where, what is wrong, and what to do about it.

    >>> print(ArticleError("the file is empty", "write the article into it", file="story.md"))
    story.md: the file is empty; write the article into it
    """

    def __init__(
        self, message: str, remedy: str = "", *, file: str = "", line: int | None = None, column: int | None = None
    ) -> None:
        """`line` and `column` count from 1 and are None where they are not known."""
        self.message, self.remedy = message, remedy
        self.file, self.line, self.column = file, line, column
        words = f"{message}; {remedy}" if remedy else message
        super().__init__(f"{self.place}: {words}" if self.place else words)

    @property
    def place(self) -> str:
        """File, line and column, as far as they are known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))

    def within(self, file: str) -> ArticleError:
        """The same error, said of a file."""
        return ArticleError(self.message, self.remedy, file=file, line=self.line, column=self.column)
