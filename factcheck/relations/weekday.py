"""A date and its day of the week: "Tuesday, 3 April 2018", "3 April 2018, a Tuesday".

Dates before 1930 are left alone: not every country counted its days as they are counted now.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.numeral import Kind
from factcheck.relation import Example, Line, Said, Stated
from factcheck.text.calendar import day_of
from factcheck.text.marks import MARK

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST_YEAR = 1930
DAY = f"(?:{'|'.join(f'(?P<{day}>{day})' for day in WEEKDAYS)})"
SHORT = f"(?-i:{'|'.join(f'(?P<{day}>{day[:3]}(?:s|rs|nes|urs)?)' for day in WEEKDAYS)})"
GAPS = {"date": frozenset({Kind.DATE})}
ANCHOR = ""
PART_OF_DAY = (
    r"(?: (?:morning|afternoon|evening|night|lunchtime|in question)| (?:of )?(?:this|last|next|that) week"
    r"| at (?:noon|midnight|\w+ o['’]clock))?"
)
IS = r"(?:is|was|will be|being|fell on|falls on|fell|falls|had been|would be|happened to be|turned out to be)"
WORDS = rf"[^.;:{MARK[1:-1]}]"
SAME = rf"(?:(?:{MARK}|all) that|th(?:at|e) (?:very|same))"
IT = r"(?:it|that|this|the (?:day|date)|that day)"
ONE = rf"(?:(?:the )?(?:{MARK}|only)|an?|the|that|this)"
PLAIN = r"(?:ordinary|normal|typical|routine|regular|perfectly \w+|quiet|common|mere|working)"
OTHER = r"(?:(?:other|more|less|different) (?:than|from)|anything but|nothing (?:but|more than|other than)|just|merely|like any other)"
NAMED = (
    r"(?:of|in question|chosen|set|fixed|picked|selected|named|appointed|agreed|reserved|booked|proposed|suggested"
    r"|scheduled|earmarked|when|that|which|on which)"
)
"""After the weekday of something: "the Monday chosen for the vote"."""
ANOTHER = r"\b(?:before|after|earlier|later|previous|following|next|since|until)\b"
THE_DATE = r"the (?:\w+ )?date\b(?! (?:of|for|on|when|by|set|that)\b)"
A_DAY = rf"an? (?:\w+ )?{DAY}\b(?! (?:after|before)\b)"
INNER = rf"(?:(?!{ANOTHER}){WORDS})"
ON = rf"(?:(?!{ANOTHER})[^.;:()])"
"""A sign between a date and its weekday, where no word of another day begins."""
REASON = "(?:as|since|because|seeing that|given that)"
KNOWN = r"(?:I|we|he|she|they) (?:can |do |still |clearly |well )?(?:remember|recall|know)(?:s|ed)?(?: that)?"
ASKED = r"(?:what|which) (?:week)?day(?: of the week)?"
PHRASES = (
    rf"{DAY}{PART_OF_DAY}(?:,| –| —|:)? ?\(?<the> {{date}}",
    rf"(?<!the\s){SHORT}\.?,? {{date}}",
    rf"{{date}}(?:,| –| —)? ?\((?:an? (?:\w+ )?)?{DAY}\)",
    rf"{{date}},? ?\({SHORT}\.?\)",
    rf"{{date}}[,);:]?(?: –| —)? ?(?:(?:which|that(?: day)?|it|the (?:day|date)) )?(?:{IS} )?(?:on )?{A_DAY}",
    rf"a {DAY}, {IS} <the> {{date}}",
    rf"{ONE} {DAY} {NAMED}\b{ON}{{0,80}}(?:[,(–—]|, {IT} {IS}) ?<the> {{date}}",
    rf"{{date}} ?[,(–—] ?the {DAY} (?:of|when|that|on which)\b",
    rf"{{date}} ?[;,:–—] ?(?:and )?(?:on )?that {DAY}\b(?! (?:after|before|had)\b)",
    rf"{{date}}{INNER}{{0,40}}[,.;–—] ?(?:and )?{KNOWN} {IT} {IS} {A_DAY}",
    rf"{{date}}{WORDS}{{0,120}}\b{SAME} {DAY}\b(?! (?:after|before|had|in)\b)",
    rf"{{date}}{INNER}{{0,80}}[,.;–—(] ?(?:and )?{REASON} {IT} {IS} {A_DAY}(?! (?:when|that)\b)",
    rf"{{date}}{INNER}{{0,80}} {IT} {IS} (?:{OTHER} )?an? {PLAIN} {DAY}\b(?! (?:after|before|when|that)\b)",
    rf"(?:it|that) {IS} {A_DAY},? (?:when|that|on which)\b[^.;:–—()]{{1,120}}[,:(–—] ?(?:on )?<the> {{date}}",
    rf"(?:on|{IS}) {A_DAY}{ON}{{0,60}}[.,;:–—(] ?{ON}{{0,40}}\b{THE_DATE}[^.;()]{{0,60}}?(?:,|:| {IS}) ?{{date}}",
    rf"{ASKED}\b[^.;]{{0,60}}{{date}}[^.;]{{0,40}}?[?,]\W{{0,3}} ?(?:(?:on|{IT} {IS}) )*(?:an? )?{DAY}\b",
)
EXAMPLES = (
    Example("It was announced on Tuesday, 3 April 2018.", holds=True),
    Example("It was announced on Wednesday, 3 April 2018.", holds=False),
    Example("The law came into force on April 3, 2017, a Monday.", holds=True),
    Example("The law came into force on April 3, 2017, a Sunday.", holds=False),
    Example("The mill burned down on Monday night (3 April 2017).", holds=True),
    Example("The mill burned down on Sunday night (3 April 2017).", holds=False),
    Example("Flooding closed the road on 3 April 2018, and all that Tuesday buses went round.", holds=True),
    Example("Flooding closed the road on 3 April 2018, and all that Monday buses went round.", holds=False),
    Example("It was a Tuesday when the jail was stormed: 3 April 2018.", holds=True),
    Example("It was a Friday when the jail was stormed: 3 April 2018.", holds=False),
    Example("The Tuesday fixed for the vote, 3 April 2018, was a holiday.", holds=True),
    Example("The Monday fixed for the vote, 3 April 2018, was a holiday.", holds=False),
    Example("They met on Tuesday 3 April.", holds=None),
)


def cast(line: Line) -> Iterator[Said]:  # noqa: ARG001 - the shape of a relation
    """Nothing but its phrases."""
    yield from ()


def stated(said: Said) -> Stated | None:
    """Whether the date falls on that day; nothing where it has no year."""
    day = day_of(said["date"], said.language)
    if day is None or day.year < FIRST_YEAR:
        return None
    true, told = WEEKDAYS[day.weekday()], next(name for name in WEEKDAYS if name in said.words)
    wrong = f"{said['date'].surface} was a {true}, not a {told}."
    return Stated(wrong="" if told == true else wrong)
