"""Whether a sentence tells nothing but which share of all those are that the one before it counts."""

from __future__ import annotations

import re
from functools import cache

from factcheck.text.marks import MARK

STEM = 4  # letters by which a word is known again
END = r"(?: [^\W\d_][\w'’-]*){0,2}(?:[\"”’)]*[.,;]|[.,;]?[\"”’)]*$)"
"""Behind a number that ends what is said of it."""
CONCLUSION = (
    r"\W*(?:(?:and|so|or) )?(?:that|this|it)(?:['’]s| (?:is|was|means?(?: that)?|meant(?: that)?|makes?|made|gives?|gave"
    r"|works? out (?:at|as|to)|comes? to|came to|amounts? to|amounted to|equals|represents?|represented|would be|puts it at))"
    rf"(?: just| only)? {MARK}(?={END}| of (?:them|these|those|it|all|the total|the whole)\b| of (?:the|its|their|all|our) {MARK}"
    r"|\W*$)"
)
"""How a sentence begins that tells which share the numbers before it come to."""
MAKES_UP = (
    r"(?:made up|makes? up|represent(?:s|ed)|account(?:s|ed) for"
    r"|(?:that|this|which) (?:is|was|makes|made|means|meant)(?: that)?)"
)
OUT_OF_ALL = (
    rf"\W*(?:since|as|because|given that|with)\b[^.;,]{{0,40}}{MARK}[^.;,]{{0,60}}"
    rf", (?P<doer>[^.;,]{{0,60}}?)\b{MAKES_UP}(?: just| only)? {MARK}"
    rf"(?={END}| of (?:those|them|all|the total)\b)"
    rf"|[^.;,]{{0,60}}{MARK} (?:in all|altogether|in total|all told)"
    rf", (?:so|which means)(?: that)?(?: just| only)? {MARK}(?= of them\b| (?:[a-z]{{3,}}ed|have|had|did|do|were|are|was|is)\b)"
    rf"|\W*(?:that|this) puts? (?:(?:the|their|its) )?(?:[\w'’-]+ ){{1,3}}at {MARK}(?={END}|\W*$)"
)
"""How a sentence begins that tells of how many those of the sentence before are a share, and of which."""


def concludes_a_share(first: str, last: str) -> bool:
    """Whether a sentence concludes from the numbers before it, and one of its own at most, what share that is.

    Who makes up the share is named before, too: "Of those asked, 312 owned a pet. Since 956 replied, pet owners made up …".
    """
    found = _conclusion().match(last)
    doers = re.findall(r"(?!(?:this|that|the)\b)\b[^\W\d_]{3,}", found["doer"] or "") if found is not None else []
    return found is not None and (not doers or any(word.lower().removesuffix("s") in first.lower() for word in doers))


@cache
def _conclusion() -> re.Pattern[str]:
    return re.compile(rf"{CONCLUSION}|{OUT_OF_ALL}", re.IGNORECASE)


def counts_them(first: str, last: str) -> bool:
    """Whether a sentence counts what the one before tells a share of: "One in eight of the inns shut. … 956 inns; 112 of them shut".

    Or somebody puts a number to them: "The clerk put the number of inns that shut at 112".
    """
    share = _of_the().search(first)
    counts = _counted().search(last)
    if share is not None and counts is not None and share["things"].lower() == counts["things"].lower():
        return counts["did"].lower()[:STEM] in first.lower()
    return puts_a_number(first, last)


def puts_a_number(first: str, last: str) -> bool:
    """Whether somebody puts a number to some of the things that the sentence before tells a share of."""
    put = _put().match(last)
    return put is not None and any(word in first.lower() for word in re.findall(r"[^\W\d_]{4,}", put["things"].lower()))


@cache
def _of_the() -> re.Pattern[str]:
    return re.compile(
        rf"{MARK} of (?:the|its|their|our|all)(?: (?!{MARK})[\w'’-]+){{0,1}}? (?P<things>[^\W\d_]+s)\b", re.IGNORECASE
    )


@cache
def _counted() -> re.Pattern[str]:
    did = r"(?:(?:had|have|has|were|was|are|been|did|said that they|said they) )*(?P<did>[^\W\d_]{4,})"
    return re.compile(
        rf"{MARK}(?: [^\W\d_]+)? (?P<things>[^\W\d_]+s)\b[^{MARK[1:-1]}]*{MARK} of (?:them|these|those) {did}\W*$",
        re.IGNORECASE,
    )


@cache
def _put() -> re.Pattern[str]:
    return re.compile(
        rf"[^.;,]{{1,40}} (?:puts?|gave|gives|set) the (?:number|figure|count|total) of (?P<things>[^.;,]{{1,40}})"
        rf" (?:at|as) {MARK}\W*$",
        re.IGNORECASE,
    )
