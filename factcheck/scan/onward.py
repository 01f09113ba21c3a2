"""Sentences that go on telling of what the one before told: "It had 956 branches. Of these, 312 are shut"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.article import Document, Span
from factcheck.numeral import Kind
from factcheck.relation.cues import CHANGE
from factcheck.relation.line import says, says_how_many
from factcheck.scan.concluded import END, concludes_a_share, counts_them
from factcheck.scan.further import answers, counts_its_own, deals_out, only_for
from factcheck.text.language import DEFAULT
from factcheck.text.marks import MARK, Marked, marked

LONGEST = 500  # characters of two sentences
MOST = 8  # numbers of two sentences
MANY = 3  # numbers of a sentence that needs none of the one before
TIME = r"(?:years?|months?|weeks?|days?|decades?|seasons?|quarters?|terms?|winters?|summers?|springs?|autumns?|hours?|half)"
WEEKDAY = r"(?:sun|mon|tues|wednes|thurs|fri|satur)day"
ASKED = r"\b(?:what|which) (?:week)?day\b"
"""Of a question that the next sentence answers with a weekday."""
ONWARD = (
    r"(?:(?:and|but|so|yet|thus|hence|still|indeed|even so|meanwhile),? )?(?:"
    r"(?:that|this|these|those|it|they|them|he|she|its|their|his|her)\b"
    rf"|(?:by|in|as of|at|since|until|for|during|back in|when|on) (?:the (?:end|start|close|latest|last|final"
    rf"|first|previous|same|following"
    rf"|preceding|next|year|month|spring|summer|autumn|winter|other|second|whole)\b|then|now|total|all\b"
    rf"|{MARK},? |comparison|other words|contrast)"
    r"|now\b|today\b|then\b|altogether|together|between them|overall|all told|combined|previously|before that"
    r"|at the time|taken together|added"
    rf"|(?:{MARK}|an?|some|several|the) {TIME} (?:ago|earlier|before|later|on|previously)\b|{MARK} (?:later"
    rf"|earlier|ago)\b"
    rf"|(?:last|this|next) (?:{TIME}|january|february|march|april|may|june|july|august|september|october|november"
    rf"|december)\b"
    r"|the (?:(?:combined|overall|final|new|latest|previous|current|present|same|corresponding|comparable"
    r"|equivalent|resulting|grand|exact|true"
    r"|actual|official|old|year-ago|average|mean) )?"
    rf"(?:total|figure|number|count|tally|rate|share|proportion|percentage|result|gap|difference|margin|rest"
    rf"|remaining|remainder|others?|latter|former"
    rf"|average|mean|ratio|sum|turnout|rise|fall|drop|increase|decrease|decline|change|toll|bill|cost|price|score"
    rf"|(?:previous|preceding|following|same) \w+|{TIME})\b"
    rf"|the (?:missing|other|remaining) {MARK}"
    rf"|the \w+ (?:one\b|{MARK} )|(?:the|his|her|its|their) (?:next|second|nearest|closest)\b|another\b|a further\b"
    r"|the (?:smaller|larger|bigger|shorter|longer|higher|lower|taller|older|younger|cheaper|dearer|newer)(?: one)?(?:,| is\b| was\b)"
    rf"|(?:majority|difference|lead|margin|gap)\b|{MARK} (?:more|fewer|less)\b"
    rf"|others?\b|(?:of (?:these|those|them|which|that (?:number|total))\b|among(?:st)? (?:these|those|them)\b(?=,| (?:were|was|are"
    rf"|is|only|just|{MARK})))"
    rf"|(?:only|just|fully|as many as) {MARK} of (?:them|these|those)\b|{MARK} of (?:them|these|those)\b|born\b"
    rf"|aged\b|death\b)"
)
"""How a sentence or a clause begins that goes on about the same things."""


ADDED_UP = (
    rf"(?:(?:all|the|these|those)(?: (?:\w+|{MARK}))?|{MARK}) (?:[\w'’-]+ )?(?:(?:add|sum)(?:s|ed)?\b"
    r"|(?:together|combined|between them),? (?:\w+ )?(?:come|came|make|made|amount(?:ed)?|total(?:led)?|number(?:ed)?)\b)"
)
"""How a sentence begins that tells what the numbers before come to: "both fines add up to", "the three together come to"."""
TOGETHER = (
    r"(?:(?:together|altogether|in (?:all|total)|all told|combined|between them),? (?:that|this|they|these|it|both"
    r"|the (?:whole )?(?:affair|episode|dispute|thing|matter|saga|project|scheme|exercise|work|case|two|three|four"
    rf"|pair|lot)|(?:the|all|these) {MARK} [^\W\d_][\w-]*)\b(?:, the only [^.;,{MARK[1:-1]}]{{1,30}},)?[^.;,{MARK[1:-1]}]{{0,40}}"
    rf"|(?:together|altogether|in (?:all|total)|all told),? (?:then,? )?(?:[\w'’-]+ ){{1,4}}(?:of|from|on|in|at|by)"
    rf" (?:(?:the|these|all|all the) )?{MARK} (?:kind|sort|type|source|way|mean|route|year|month|week|half|halve|stage|part|site)s?\b"
    rf"[^.;,{MARK[1:-1]}]{{0,40}})"
)
"""How a sentence begins that tells what came of all that the one before tells."""
SUMMED = (
    r"(?:the|their|its) (?:grand |combined )?(?:total|sum) (?:is|was|(?:came|comes|amounts|amounted) to|st(?:ands|ood) at)"
    rf" (?={MARK}(?: (?!(?:an?|at|for|if|in|last|of|on|this|when)\b)[\w'’-]+){{0,2}}\W*$)"
)
"""How a sentence begins that tells nothing but the sum of those before: "The total was 46 pupils"."""
MADE = r"(?:that|this) (?:ma(?:kes?|de)|g[ia]ves?|gave|br(?:ings?|ought)|c(?:omes?|ame) to|add(?:s|ed)(?: up to)?|amount(?:s|ed) to)"
ON_TOP = (
    rf"\b(?:a further|another|an (?:additional|extra)) {MARK}[^.;]{{0,80}}\b(?:total|combined|overall)\b"
    rf"(?: (?!since|so|for|this|last)[\w'’-]+){{0,3}} (?=(?:to|at|is|was|of|reached|be|now|[£$€]) ?{MARK})"
)
"""Of what comes on top of what the sentence before tells, and of what both come to."""
BOTH = (
    r"(?:in (?:all|total)\b|altogether\b|all told\b|together\b|combined\b|overall\b"
    rf"|(?:over|across|in|on|from|for|at) (?:both|{MARK}|the (?:two|three|four|five|{MARK})))"
)
"""Behind a number that tells what those of the sentence before come to."""
REFERS = (
    r"[\"“‘']?(?:(?:and|but|so|yet|thus|hence|still|indeed),? )?(?:"
    rf"{ADDED_UP}|so,? {MARK}"
    rf"|(?:with|given|as)\b[^.;]{{0,40}}{MARK} (?:\w+ )?(?:live|inhabitants|residents|people)\b"
    rf"|(?:by|in|at|on|last|this|back in)\b[^.;]{{0,60}}(?:[;,]| and) (?:this|now|today|last|it|they)\b"
    rf"|by\b[^.;]{{0,80}}{MARK} (?:\w+ )?(?:more|fewer|less|short|ahead|behind)\b"
    r"|"
    r"(?:that|this|these|those|it|they|them|its|their)\b|altogether\b|(?:in (?:all|total)|together|between them"
    r"|overall|all told|combined|taken together)\b(?! the [^.;,:]{1,40} and\b)"
    r"|in other words\b|put (?:simply|differently|another way)\b|to put it\b|that is(?: to say)?\b"
    r"|now\b|today\b|previously\b|before that\b|by then\b|the \w+ one\b|another\b|a further\b|the (?:others?|rest"
    r"|remaining|remainder|latter|former)\b"
    rf"|(?:of (?:these|those|them|which|that (?:number|total))\b|among(?:st)? (?:these|those|them)\b(?=,| (?:were|was|are|is|only"
    rf"|just|{MARK})))"
    r"|(?:the|this|that) (?:difference|gap|discrepancy|disparity|shortfall|surplus|excess) of (?:(?:some|just"
    rf"|only) )?{MARK}"
    rf"|(?:(?:only|just|fully|as many as) )?{MARK} of (?:them|these|those)\b"
    rf"|in {MARK} of (?:them|these|those)\b|the \w+ {MARK} (?!of\b)\w+|of (?:this|that|it),? (?:only |just )?{MARK}"
    r"|(?:out )?of (?:this|that) (?:sum|amount|figure|money)\b"
    r"|the (?:answer|shortfall|surplus|deficit|excess|balance|overrun|majority|lead|saving|loss|profit)(?=,| (?:is|was)\b)"
    rf"|{MARK} (?:would|did|do|does|could|can|were|are|had|have|will)(?: not|n['’]t)\b(?=[,;.]| and\b)"
    r"|the (?:(?:combined|overall|final|new|latest|previous|current|present|same|corresponding|comparable"
    r"|equivalent|resulting|grand|year-ago|first|second|later|earlier|higher|lower|larger|smaller|other) )?"
    r"(?:total|figure|number|count|tally|rate|share|proportion|percentage|result|gap|difference|margin"
    r"|(?:average|mean)(?= (?:is|was|being|then|thus|therefore|now|works|comes|came|per|for each|number)\b)|ratio|sum"
    r"|turnout|toll|year before"
    r"|previous \w+)\b(?! (?:of|in|on|for|at|to|from|by|between(?! (?:them|the (?:two|pair)|these|those)\b(?! and\b))|among)\b)"
    r"|(?:the|its|their) (?:daily|nightly|hourly|weekly|monthly|yearly|annual|quarterly) (?:average|mean)\b(?! (?:of|in|on|for)\b)"
    rf"|(?:by|in|as of) {MARK},? [^.;:]{{0,60}}\b(?:an? {CHANGE} of)\b"
    rf"|(?:by|in|as of|since|on|at|during|last|this|next|then|an?|some|several|the"
    rf"|{MARK})\b(?:[^.;,:\d]{{0,25}}?(?:{MARK})?[^.;,:\d]{{0,12}}?(?:ago|earlier|later|before|{TIME}))?"
    rf"(?: {MARK})?,? (?:it|they|that|these|those|them|the (?:figure|number|total|tally|rate|share|proportion"
    rf"|percentage|count|same))\b(?! (?:of|who|whose|that|with|for|among|living|[a-z]{{2,}}ing)\b)"
    rf"|(?:(?:by|in|at|on|last|this|the|an?|back in)\b|{MARK})[^.;,:]{{0,40}},? there (?:are|were|was|had been|have been)"
    rf" (?:(?:only|just|some|about|almost|nearly|now) )?{MARK}(?= of them\b|\s*[,.;(–—])"
    r")"
)
"""How a sentence begins of which some word stands for a thing of the sentence before."""
OWNED = rf"\W*(?:(?:and|but|so|yet),? )?(?:its|their|his|her) (?P<thing>(?:(?!{MARK})[^,;:.]){{1,60}})"
"""How a sentence begins that tells of what the thing before has."""
MEASURES = (
    r"\b(?:populations?|inhabitants|residents|numbers?|totals?|figures?|count|tally|share|proportion|percentage|average|mean|rate"
    r"|combined|sum|value|size|length|weight|price|cost|membership|circulation|turnout|score|vote|votes|was|were|is|are)\b"
)
"""Words of what may be told of the same things as before; "its shares fell 4%" is not."""
GATHERING = r"\W*(?:overall|in (?:all|total)|altogether|all told)\b,?(?! (?:that|this|these|it|they)\b)"
"""How a sentence begins that tells what those before come to, and no share of them."""
GATHERED = frozenset({"total", "mean", "rate", "difference", "multiple"})
STEM = 5  # letters by which a word is known again


def onward(sentence: Marked) -> Marked:
    """The sentence, with commas for the marks of punctuation after which it goes on about the same things."""
    if sentence.language != DEFAULT:
        return sentence
    return replace(sentence, words=_goes_on().sub(",", sentence.words))


class Pair(NamedTuple):
    """Two neighbouring sentences of which the second goes on with the first."""

    words: Marked
    start: int
    follows: int
    """Where the second sentence begins."""
    only: frozenset[str]
    """The relations for which it goes on; empty where it does for all."""
    is_dealt: bool = False
    """Whether it tells how what the first tells of is dealt out."""
    is_concluded: bool = False
    """Whether it tells nothing but what share the numbers of the first come to."""


def onwards(document: Document, sentences: Sequence[tuple[Marked, int]]) -> Iterator[Pair]:
    """Every two neighbouring sentences of which the second goes on with the first."""
    told = [sum(map(says_how_many, sentence.numerals)) for sentence, _ in sentences]
    for ((first, start), (last, follows)), tells in zip(pairwise(sentences), pairwise(told), strict=True):
        if first.language != DEFAULT or sum(tells) > MOST:
            continue
        named = _names_its_day(first, last) or answers(first.words, last.words)
        only = None if min(tells) == 0 and not named else _only_for(first, last, named=named)
        if only is None:
            continue
        block = document.blocks.holding(start)
        end = follows + last.origin(len(last.words))
        if end - start <= LONGEST and block is not None and end <= block.end:
            both = onward(marked(document.words(Span(start, end)), first.language))
            words = re.sub(r"[.!?](?=[\"'’”)\]]*\s*$)", ",", both.words[: len(first.words)])
            both = replace(both, words=words + both.words[len(first.words) :])
            concluded = concludes_a_share(first.words, last.words) or counts_them(first.words, last.words)
            yield Pair(both, start, follows, only, deals_out(last.words), concluded)


def _only_for(first: Marked, last: Marked, *, named: bool) -> frozenset[str] | None:
    """The relations for which the second sentence goes on with the first: none in the set where it does for all."""
    if named or _goes_on_with(first, last):
        return GATHERED if re.match(GATHERING, last.words, re.IGNORECASE) else frozenset()
    return only_for(first, last)


def _goes_on_with(first: Marked, last: Marked) -> bool:
    """Whether a sentence refers to the one before, or tells nothing but how many times one number is another."""
    if _owns_another(first.words, last.words):
        return False
    if _refers().match(last.words):
        return True
    told = [numeral for numeral in last.numerals if says_how_many(numeral)]
    if sum(numeral.kind is not Kind.DURATION for numeral in told) < MANY and _concludes().search(last.words):
        return not counts_its_own(last.words)
    return len(told) == 1 and told[0].kind is Kind.MULTIPLE and not told[0].surface.lower().endswith(("ed", "ing"))


def _owns_another(first: str, last: str) -> bool:
    """Whether a sentence begins with something that belongs to the thing before, and is not counted there."""
    owned = re.match(OWNED, last, re.IGNORECASE)
    if owned is None or says(MEASURES, owned["thing"]):
        return False
    words = re.findall(rf"[^\W\d_]{{{STEM},}}", owned["thing"].lower())
    return not any(word[:STEM] in first.lower() for word in words)


def _names_its_day(first: Marked, last: Marked) -> bool:
    """Whether two sentences tell a date and its weekday: "It closed on 3 April 2018. It was a Monday"."""
    told, telling = (bool(each.numerals) and each.numerals[-1].kind is Kind.DATE for each in (first, last))
    if told:
        return _weekday().match(last.words) is not None or (
            says(ASKED, first.words) and says(rf"^\W*(?:(?:on|it was) )*(?:an? )?{WEEKDAY}\W*$", last.words)
        )
    named = rf"\b(?:on|is|was) an? (?:\w+ )?{WEEKDAY}\b[^.]{{0,40}}\W*$"
    return telling and says(named, first.words) and says(r"\bdate\b", last.words)


def adds_more(both: str) -> bool:
    """Whether the second of two sentences begins with what comes on top of the first."""
    return _further().search(both) is not None


def sums_up(both: Marked) -> int | None:
    """Where words end with which the second of two sentences begins to tell what the numbers of the first come to."""
    found = _sums_up().search(both.words)
    return None if found is None else both.origin(found.end())


@cache
def _sums_up() -> re.Pattern[str]:
    return re.compile(
        (
            rf",[\"'’”)\]]*\s+(?:(?:in all,? )?{ADDED_UP}|{SUMMED}|{TOGETHER}(?={MARK}[^{MARK[1:-1]}]*$)"
            rf"|{MADE}(?=[^.;,]{{0,30}}{MARK}(?: [^\W\d_][\w'’-]*){{0,3}},? {BOTH}|(?: just| only)? {MARK}{END}))|{ON_TOP}"
        ),
        re.IGNORECASE,
    )


@cache
def _further() -> re.Pattern[str]:
    return re.compile(
        r",[\"'’”)\]]*\s+(?:Another|A further|Counting|Adding|Including|In addition|On top of|Besides|As well as)\b"
        rf"|{ON_TOP}"
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:and )?(?:as|since|because) |(?:i|we|he|she|they) (?:\w+ )?(?:remember|recall|know)(?:s|ed)?(?: that)? )?"
        rf"(?:it|that(?: day| date)?|this|the (?:day|date)) (?:was|is|fell on|will be)"
        rf" an? (?:\w+ )?{WEEKDAY}"
        r"(?=\W*$|[,;:–—]| (?:and|so|because|as|since)\b)"
        rf"|(?:(?:{MARK}|all) that|(?:late|early|later|earlier|on) th(?:at|e)(?: very| same)|th(?:at|e) (?:very|same)) {WEEKDAY}\b",
        re.IGNORECASE,
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """A mark of punctuation between two clauses, before the white space."""
    return re.compile(
        rf"[;.](?=[\"'’”)\]]*\s+{ONWARD})|;(?=\s+there\b|[^.;]{{0,60}}\b(?:thus|hence|therefore)\b)", re.IGNORECASE
    )


@cache
def _concludes() -> re.Pattern[str]:
    """Words of a sentence that puts its numbers together with those of the one before."""
    return re.compile(
        rf"{MARK} of (?:them|these|those|it)(?: [\w'’-]+){{0,6}} and\b|{MARK} of the [\w-]+ (?:on|in|aboard|at) (?:it|them)\b"
        rf"|^(?:only |just |some )?{MARK} of (?:its|their) [\w-]+\b"
        rf"|\bin other words,? {MARK}(?! of)"
        rf"|^(?:counting|adding|including) (?:the|its|their|another|a further) {MARK}"
        rf"|{MARK} of (?:them|these|those)\s*[(,–—]|\b(?:the other|the remaining|the missing) {MARK}|{MARK} (?:behind|ahead|adrift)\b"
        rf"|{ON_TOP}"
        r"|\b(?:therefore|thus|hence)\b|\bwhich (?:puts|leaves|brings)\b"
        r"|\b(?:so (?:the|its|their|that|it)|that makes|(?:which|this) (?:makes|means|gives)|giving (?:it|them"
        r"|an?)|meaning (?:that )?)\b",
        re.IGNORECASE,
    )


@cache
def _refers() -> re.Pattern[str]:
    return re.compile(REFERS, re.IGNORECASE)
