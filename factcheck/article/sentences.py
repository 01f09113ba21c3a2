"""Where sentences end, with an eye on abbreviations, decimals, initials and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article.ranges import Ranges

ABBREVIATIONS = frozenset(
    """
    mr mrs ms messrs mx dr prof rev fr hon gov sen rep pres gen col maj capt cmdr lt sgt cpl pte insp supt det mt ft
    approx ca cf viz vs v e.g i.e eg ie al est max min avg no nos fig figs vol vols pp ed eds ch sec para art cl ref
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
    abs allg bzw bspw bsp dgl d.h d.i evtl exkl geb ggf gest hrsg inkl insb jh jhd jr lfd mind mio mrd nr nrn o.ä o.g
    rd s.o s.u sog st str tel tsd u.a u.ä u.u usf vgl z.b z.t z.zt zzgl zt zb
    p.a bros gebr b d
    """.split()
)
"""Words after whose full stop a sentence goes on, in small letters and without the stop."""

BEFORE_NUMBERS = frozenset(
    "no nos nr fig figs vol p pp ch sec para art cl ref ca mar may sat sun min max mind wed b d".split()
)
"""Of these, words that are words of their own as well: abbreviations only where a digit follows."""

OPENERS = """The An In On At It He She They We This That These Those There Of And But For From By With Without After
Before When While If As Since Until Among Between During Under Over Some Most Many Few Half Only Nearly Almost About
Around More Less Fewer Its Their His Her Our Last Next One Two Three Four Five Six Seven Eight Nine Ten""".split()
"""Words that begin a sentence, and no name behind an initial: "reported by Trust B. Two years later"."""

MONTHS = """januar februar märz april mai juni juli august september oktober november dezember jänner
jahrhundert jahrhunderts""".split()
"""Words before which "3." is the German ordinal; the months of English are written without the stop."""


def sentences(text: str, blocks: Ranges) -> Ranges:
    """The sentences of every block of a text; white space around them belongs to none.

    >>> text = "Mr. J. Smith paid £3.50 (approx. 5%). “Was it 4.2?” he asked. No."
    >>> [text[start:end] for start, end in sentences(text, Ranges.of([(0, len(text))]))]
    ['Mr. J. Smith paid £3.50 (approx. 5%).', '“Was it 4.2?” he asked.', 'No.']
    """
    return Ranges.of(pair for start, end in blocks for pair in _split(text, start, end))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one block."""
    for match in _stop().finditer(text, start, end):
        following = match.end()
        if following < end and _ends(text, start, match):
            yield start, match.end("stop")
            start = following
    words = text[start:end].rstrip()
    if words.strip():
        yield start + len(words) - len(words.lstrip()), start + len(words)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence that began at `start` ends with the stop that was found."""
    following = text[match.end() : match.end() + 20]
    opened = following.lstrip("\"'“”„‟«»‘’‚([{—–- ")[:1] or following[:1]
    if opened.islower():
        return False
    if match["sign"] != "." or match["close"]:
        return True
    word = _last_word(text[max(start, match.start() - 24) : match.start()])
    if word.isupper() and len(word) < match.start() - start and _opener().match(following):
        return True  # "reported by Trust B. Two years later", "in the U.S. In May"
    if (
        len(word) == 1
        and word.isupper()
        and not _lettered().search(text, max(start, match.start() - 24), match.start())
    ):
        return False  # an initial: J. Smith
    if word.isdigit() and (match.start() - len(word) == start or _is_month(following)):
        return False  # a list's "1.", a date's "3. April"
    word = word.lower()
    if word in BEFORE_NUMBERS:
        return not opened.isdigit()
    return word not in ABBREVIATIONS and not _initials().fullmatch(word)


def _last_word(words: str) -> str:
    """The word, with full stops inside it, that the words end with."""
    return words[max(words.rfind(sign) for sign in " \n\t\u00a0\u202f(“\"'‘„«[/-–—") + 1 :]


def _is_month(following: str) -> bool:
    return following.lower().startswith(tuple(MONTHS))


@cache
def _stop() -> re.Pattern[str]:
    close = "[\"'”’“»›)\\]]*"
    return re.compile(rf"(?<![.!?…])(?P<stop>(?P<sign>[.!?…])[.!?…]*+(?P<close>{close}+))\s++")


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"[\"'“‘(]?(?:(?:{'|'.join(OPENERS)})[ ,]|A [a-z])")


@cache
def _lettered() -> re.Pattern[str]:
    """A single letter that is a mark or names a sort, and no initial: "graded A or B", "hepatitis C"."""
    named = "grades?|groups?|class|hepatitis|vitamin|plan|option|section|part|type|team|appendix|annex|category|band|block|ward|tier"
    return re.compile(rf"\b(?:[A-Z] (?:or|and|to)|(?i:{named}|gruppe|klasse)) [A-Z]\Z")


@cache
def _initials() -> re.Pattern[str]:
    """Letters with stops between them, without the last stop: U.S, z.B; but not a.m and p.m, which end sentences."""
    return re.compile(r"(?![ap]\.m$)(?:[^\W\d_]\.)+[^\W\d_]")
