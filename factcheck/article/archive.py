"""Whether a Word file may be opened: a zip archive of bounded size with plain XML in it.

All of it is looked at as a stream, before any of it is built up in memory.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from factcheck.article.decoding import check_size
from factcheck.article.error import ArticleError

MOST_MEMBERS = 2_000
LARGEST_CONTENT = 64 * 1024 * 1024  # bytes of all members together, as they come out of the archive
MOST_ELEMENTS = 1_000_000  # of XML, in all members together
DEEPEST = 200  # elements of XML inside one another
CHUNK = 1 << 16
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what a file of older Word, or an encrypted one, begins with
BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # byte order marks, white space, the empty halves of UTF-16

WHOLE = "open it in Word, and save it again as .docx"


def check(content: bytes) -> None:
    """ArticleError where the bytes are no archive, or one that is too large, encrypted, broken or not plain."""
    check_size(len(content), "bytes")
    if content.startswith(OLE):
        raise ArticleError(
            "this is a Word file that is protected by a password, or of the old format .doc",
            "save it in Word as .docx, without a password",
        )
    if not content:
        raise ArticleError("the file is empty", "check that this is the right file")
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check_members(archive)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, OverflowError) as error:
        if isinstance(error, ArticleError):
            raise
        raise ArticleError("this is no Word file, or a broken one", WHOLE) from None


def _check_members(archive: ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise ArticleError(f"the Word file has {len(members):,} parts, and at most {MOST_MEMBERS:,} are read", WHOLE)
    if any(member.flag_bits & 1 for member in members):
        raise ArticleError("the Word file is protected by a password", "save it without one")
    _check_content(sum(member.file_size for member in members))
    size = elements = 0
    for member in members:
        got, found = _check_member(archive, member, size, elements)
        size, elements = size + got, elements + found


def _check_content(size: int) -> None:
    if size > LARGEST_CONTENT:
        raise ArticleError(
            f"the Word file unpacks to more than {LARGEST_CONTENT:,} bytes", "save a copy without pictures"
        )


def _check_member(archive: ZipFile, member: ZipInfo, size: int, elements: int) -> tuple[int, int]:
    """The bytes and the elements of a member; `size` and `elements` are those of the members before it."""
    watch, got = _Watch(elements), 0
    with archive.open(member) as stream:
        chunk = stream.read(CHUNK)
        is_xml = chunk.lstrip(BEFORE_XML)[:1] == b"<"
        while chunk:
            got += len(chunk)
            _check_content(size + got)
            if is_xml:
                watch.read(chunk)
            chunk = stream.read(CHUNK)
    if is_xml:
        watch.read(b"", last=True)
    return got, watch.elements - elements


class _Watch:
    """Looks at XML as it streams by."""

    def __init__(self, elements: int) -> None:
        self.elements, self.depth = elements, 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype

    def read(self, chunk: bytes, *, last: bool = False) -> None:
        """Look at some more."""
        try:
            self.parser.Parse(chunk, last)
        except expat.ExpatError:
            raise ArticleError("a part of the Word file is no valid XML", WHOLE) from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.depth > DEEPEST:
            raise ArticleError(f"more than {DEEPEST} elements of the Word file stand inside one another", WHOLE)
        if self.elements > MOST_ELEMENTS:
            raise ArticleError(f"the Word file has more than {MOST_ELEMENTS:,} elements", "split it")

    def _end(self, name: str) -> None:
        self.depth -= 1

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        raise ArticleError("the Word file declares entities of its own, which Word never does", WHOLE)
