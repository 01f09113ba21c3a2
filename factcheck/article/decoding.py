"""Bytes to text: UTF-8 within the limit of size, with one sign for every end of line."""

from __future__ import annotations

from pathlib import Path

from factcheck.article.error import ArticleError
from factcheck.cache import ledger

LARGEST = ledger.LARGEST
"""The most bytes (or characters, of a text that is given as such) that are read as one article."""

OTHER_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}  # by the mark that such files begin with
BYTE_ORDER_MARK = "\ufeff"


def load(path: Path) -> bytes:
    """The bytes of a file; ArticleError where it cannot be opened or is larger than LARGEST.

    At most one byte more than LARGEST is read, whatever size the file says it has.
    """
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            content = stream.read(LARGEST + 1) if size <= LARGEST else b""
            ledger.read(path, stream, content)
    except OSError as error:
        ledger.unread(path)
        reason = (error.strerror or type(error).__name__).lower()
        raise ArticleError(f"the article cannot be opened: {reason}", "check the path") from None
    except ValueError:
        raise ArticleError("the article cannot be opened: this is no path", "check the path") from None
    check_size(max(size, len(content)), "bytes")
    return content


def check_size(size: int, unit: str) -> None:
    """ArticleError where an article of this size is not read."""
    if size > LARGEST:
        raise ArticleError(
            f"the article has {size:,} {unit} or more, and at most {LARGEST:,} are read",
            "split it, or leave out what is no text",
        )


def decode(content: bytes) -> str:
    """The text that the bytes spell in UTF-8, with or without a byte order mark."""
    check_size(len(content), "bytes")
    encoding = OTHER_ENCODINGS.get(content[:2])
    if encoding:
        raise ArticleError(f"the article is in {encoding}, and UTF-8 was expected", "save it as UTF-8")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"the article is not in UTF-8: byte {error.start + 1:,} of the file, 0x{content[error.start]:02x}, "
            "begins no character",
            "save it as UTF-8",
            line=content.count(b"\n", 0, error.start) + 1,
        ) from None


def clean(text: str) -> str:
    """The text without a byte order mark, and every end of line a line feed.

    Lines and columns stay what they are. ArticleError where it is too large, has a NUL, or is blank.
    """
    check_size(len(text), "characters")
    text = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    nul = text.find("\0")
    if nul >= 0:
        raise ArticleError(
            "a NUL character stands here, which no text has",
            "check that this is the article and no other sort of file, and save it as UTF-8",
            line=text.count("\n", 0, nul) + 1,
            column=nul - text.rfind("\n", 0, nul),
        )
    if not text or text.isspace():
        raise ArticleError("the article is empty", "check that this is the right file")
    return text
