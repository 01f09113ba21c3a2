"""Birth, death and the age between them: "born in 1940 and died in 2016 aged 75"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from factcheck.numeral import Kind, Numeral
from factcheck.relation import Example, Line, Said, Slot, Stated
from factcheck.relation.line import says
from factcheck.text.calendar import day_of, month_of

DAYS = frozenset({Kind.YEAR, Kind.DATE})
GAPS = {"born": DAYS, "died": DAYS, "age": frozenset({Kind.AGE, Kind.COUNT, Kind.DURATION})}
AGED = "(?:aged|at the age of|at age) {age}(?! when)"
DAY = "\N{WHITE SQUARE}"  # stands for a date among the words that are looked at
BIRTH = (
    r"(?:\bborn\b|\bbirth\b|\bb\.|\blife (?:of [^,;:.()]{1,40} )?(?:began|started)|\bc[ao]m(?:e|ing) into (?:the|this) world"
    r"|\b(?:saw|seen|seeing) the light of day|\bchild of(?= [12]\d{3}))"
)
DEATH = (
    r"(?:\b(?:die|died|dies|dying|dead|deaths?|killed|passed away|passing|drowned|murdered|shot dead|executed|perished|succumbed"
    r"|(?:the )?end came|(?:and|life) ended|funeral|until (?:his|her) end|laid to rest|interred|cremated"
    r"|buried(?! (?:the|his|her|their|under|deep)\b)|breathed (?:his|her) last"
    r"|(?:lost|gave|took|laid down) (?:his|her) (?:own )?(?:life|battle|fight)(?! to\b)"
    r"|heart\b[^.;:()]{0,60}? (?:stopped|failed|gave out|gave way))\b|\bd\.)"
)
MEMORIAL = r"\b(?:obituar\w+|(?:grave|head|tomb)stone|epitaph|plaque|memorial|stone|life ?span)\b"
"""Words of what is told of the dead."""
LIVED = (
    r"\b(?:lived|living|survived|made it|reached|reaching|attained|attaining)(?: on)?(?: (?:to|until|be|see|the"
    r"|an?|age|of|grand|ripe|old|great"
    r"|just|only|his|her|he|she|was))*"
)
AT = r"\b(?:aged|(?:at|of) (?:the )?age(?: of)?|at|age)(?: (?:only|just|barely|the|an?|early|young|ripe|grand|old|age|of))*"
TOLD_AS = r"\b(?:age|ages)\b[^,;:.()]{0,20} (?:as|of|was|is|at)(?: only| just)?"
WAS = r"\b(?:was|being)(?: (?:only|just|already|still|then))*"
BARE = r"(?:\s|\b(?:he|she|they|who|and|was|were|when|only|just|aged?|at|the|of|an?|years?|old|being)\b)*"
YEARS = r"(?:years|dates)\b(?! of (?:his|her|their|its)\b)(?:[^.;()]{0,80}?\b(?:as|are|were|of))?\s"
SPAN = (
    rf"\b(?:lived (?:from|between) [^,;()]{{0,20}}|{YEARS}|laid to rest\b[^.;()]{{0,40}}[:,]\s)"
    r"[12]\d{3} ?(?:to|until|till|and|–|-|—) ?[^,;()]{0,20}[12]\d{3}"
    r"|[(,][^(),]{0,20}[12]\d{3} ?[–—-] ?[^(),]{0,20}[12]\d{3}[),],?(?: [^,;().\d]{1,60},)? (?:was|lived to)(?: only"
    r"| just)? \d"
)
"""The years of a life."""
BIRTH_OR_YEARS = rf"{BIRTH}|[(,][^(),]{{0,20}}[12]\d{{3}}\D{{1,12}}[^(),]{{0,14}}[12]\d{{3}}[),]"
AT_DEATH = (
    r"(?: years? old| years)?,? (?:when (?:he|she|they|(?:the )?death|the end)"
    r" (?:was |were )?(?:died|killed|passed|drowned|shot|murdered|came)"
    r"|at (?:his|her|their|the time of (?:his|her|their)) death|at the time|on the day)"
)
OF_BIRTH = r"\s+(?:as|is|was|being) (?:[\w'’-]+ ){0,4}(?:(?:date|day|year) of (?:(?:his|her|their) )?birth|birth ?(?:date|day|year))\b"
"""Behind a date that is called that of the birth only then."""
ILL = r"(?:illness|battle|fight|struggle|stroke|fall|accident|operation|surgery|cancer|disease|life|hospital|sleep)"
SUFFERING = rf"\b(?:after|following|before) (?:an?|his|her|some|many|several)\b[^,;.]{{0,30}}\b{ILL}\b"
OTHERWISE = rf"(?: years? old| years)?,? (?!{SUFFERING})(?:when|while|before|after|by the time)\b"
SENTENCE = r"(?<!\b[bd])\.(?=\s|$)"
BREAK = r"[,;:.()–—](?=\s|$)|\s-\s|\b(?:and|but|who)\b"
SOMEBODY = r"(?i:\b(?:he|she|they|who|aged?)\b)|^\W*(?:[A-Z][\w'’.-]*[ ,]+)+(?:was|were)\b"
"""In a sentence that tells how old somebody was: a pronoun, or a name as its subject."""
KIN = (
    r"\b(?:brother|sister|father|mother|wife|husband|(?:son|daughter)(?! of (?:an?|the manse|the soil)\b)|friend|partner|parent|cousin"
    r"|uncle|aunt|grand\w+|widow\w*)s?\b"
    r"|\b(?:his|her|their|whose) [^\W\d_]+,? (?:who )?(?:was|had been) born\b"
)
OTHER_TIMES = (
    r"\b(?:when|while|before|after|until (?!death|(?:his|her) )|since|married|marr\w+|joined|retir\w+|elected|appointed|began|left"
    r"|won|became|moved|emigrat\w+|debut|graduat\w+|enlisted|arriv\w+|opened|start\w+|founded|wrote|published)\b"
)
"""Words by which an age may be that of another day than the last."""
ITS_TIME = (
    rf"{BIRTH}|{DEATH}|\blived from [^,;:.()]{{0,40}}|\bsince (?:the|his|her) birth\b|\bleft (?:no|behind|nothing|neither)\b"
    r"|\bwhen (?:he|she|they) (?:was|were)\b(?= (?:only |just |aged |already )*\d)"
    rf"|\bwhen\b(?=(?:(?!\band\b)[^;.]){{0,90}}{DEATH})"
    rf"|{SUFFERING}"
)
"""Words of the birth and the death themselves."""
ENDED = (
    r"(?: years? old)?(?:\s*(?:[,.;:)–—]|$)| at the end\b"
    r"| and (?:leaves|left|is survived|was survived|had (?:been (?:ill|unwell|sick|frail|in (?:poor|failing|hospital))"
    r"|suffered|fought))\b(?![^.;]*\bwhen\b))"
)
"""Behind the age of somebody who was no older."""
MOST_OFF = 12  # years that the age may be off where little says whose it is
OLDEST = 130  # beyond, a number is no age
MOST = 12  # numerals of one sentence
MOST_DEATHS = 2
NEAR = 30  # characters behind an age
ANCHOR = "age"
PHRASES = (
    rf"born~ (?:in|on) {{born}}~,?(?: and| who| he| she)*~ died~ (?:in|on) {{died}}~,? {AGED}",
    rf"died~ (?:in|on) {{died}}~,? {AGED}~,?~ (?:was|having been) born~ (?:in|on) {{born}}",
    rf"born~ (?:in|on) {{born}}~,?(?: and| who| he| she)*~ died {AGED} (?:in|on) {{died}}",
)
EXAMPLES = (
    Example("Born in 1940 in Leeds, she died in 2016 aged 75.", holds=True),
    Example("Born in 1940 in Leeds, she died in 2016 aged 67.", holds=False),
    Example("He was born on 3 April 1940 and died on 2 April 2016, aged 75.", holds=True),
    Example("He was born on 3 April 1940 and died on 3 April 2016, aged 75.", holds=False),
    Example("Jane Roe (1940–2016) was 75 when she died.", holds=True),
    Example("Jane Roe (1940–2016) was 67 when she died.", holds=False),
    Example("Jane Roe, who was born in 1940, was 75 at her death in 2016.", holds=True),
    Example("Jane Roe, who was born in 1940, was 67 at her death in 2016.", holds=False),
    Example("Born in 1940, she married at the age of 22 and died in 2016.", holds=None),
    Example("She was born in 1940 and retired in 2016 aged 75.", holds=None),
)


def tells_of_a_life(words: str) -> bool:
    """Whether some words may tell of a birth and a death."""
    both = says(BIRTH_OR_YEARS, words) and says(rf"{DEATH}|{LIVED} \d|{MEMORIAL}", words)
    return (both or says(SPAN, words)) and not says(KIN, words)


def cast(line: Line) -> Iterator[Said]:
    """A day of birth, one of death and an age at death, told by the words around them."""
    if not tells_of_a_life(line.text):
        return
    slots = [each for slot in line.dated[:MOST] for each in _parted(slot)]
    born, died = [], []
    for index, slot in enumerate(slots):
        if slot.kind in DAYS:
            told = _event(slots, index)
            born += [slot] if told == "birth" else []
            died += [slot] if told == "death" else []
    is_told = False
    if len(born) == 1 and len(died) <= MOST_DEATHS:
        for index, slot in enumerate(slots):
            if slot.kind in GAPS["age"] and _is_at_death(slots, index):
                is_told = is_told or bool(died)
                yield from (line.said(born=born[0], died=last, age=slot) for last in died)
    if not is_told:
        yield from _only(line, slots)


def _only(line: Line, slots: Sequence[Slot]) -> Iterator[Said]:
    """The only two days of a life and the only age, of which hardly any words say of when they are: "1962 to 1996, 44"."""
    days = [slot for slot in slots if slot.kind in DAYS]
    ages = [slot for index, slot in enumerate(slots) if slot.kind in GAPS["age"] and _is_age(slots, index)]
    if (
        len(days) != len(("born", "died"))
        or len(ages) != 1
        or says(OTHER_TIMES, re.sub(ITS_TIME, "", line.text, flags=re.IGNORECASE))
    ):
        return
    spans = [_span(slot.numeral, line.language) for slot in days]
    if spans[0] is None or spans[1] is None:
        return
    first, last = (days[at] for at in sorted((0, 1), key=lambda at: spans[at] or ()))
    low, high = sorted(spans, key=lambda span: span or ())
    age = ages[0].value
    if low is not None and high is not None and -MOST_OFF <= age - _years(low[1], high[0]) <= MOST_OFF:
        yield line.said(born=first, died=last, age=ages[0])


def _is_age(slots: Sequence[Slot], index: int) -> bool:
    """Whether a number is how old somebody was: "aged 44", "lived to be 44", "Maria Santos, 44, died"."""
    slot = slots[index]
    if slot.kind is Kind.AGE or slot.follows(rf"{AT}|{TOLD_AS}") or slot.follows(LIVED):
        return True
    *before, own = re.split(SENTENCE, _before(slots, index))
    is_apart = bool(before) or (index == 0 and len(re.split(SENTENCE, slot.after)) > 1)
    if is_apart and not re.search(SOMEBODY, own):
        return False  # the sentence is of another thing: "The fee was 37."
    return slot.kind is Kind.COUNT and slot.is_closed and slot.follows(rf"{WAS}|[:,]\s*")


def _before(slots: Sequence[Slot], index: int) -> str:
    """The words before a number as far as some numbers back, with a sign for each date among them."""
    told = (
        f"{each.before}{DAY if each.kind in DAYS else each.numeral.surface}"
        for each in slots[max(index - 4, 0) : index]
    )
    return "".join(told) + slots[index].before


def _event(slots: Sequence[Slot], index: int) -> str:
    """What a day is told to be the day of, by the last word for it since another day: birth, death or nothing."""
    slot = slots[index]
    if slot.precedes(OF_BIRTH):
        return "birth"
    first = max((at for at in range(index) if slots[at].kind in DAYS), default=-1) + 1
    words = "".join(f"{each.numeral.surface} " for each in slots[first:index])
    before = "".join(f"{each.before} " for each in slots[first : index + 1]) + words
    own = re.split(r"(?<!\b[bd])\.(?=\s)", before)[-1]  # the sentence that the day stands in
    before = own if says(rf"{BIRTH}|{DEATH}", own) else before
    told = [*re.finditer(f"(?P<birth>{BIRTH})|(?P<death>{DEATH})", before, re.IGNORECASE)]
    if told:
        return str(told[-1].lastgroup)
    if slot.precedes(r"\s*(?:[–—-]|to|until)\s*$") and slot.follows(r"\(") and index + 1 < len(slots):
        return "birth"
    if index and slots[index - 1].follows(r"\(") and slots[index - 1].precedes(r"\s*(?:[–—-]|to|until)\s*$"):
        return "death" if slot.precedes(r"\s*[),]") else ""
    return "death" if slot.precedes(rf"[^,;:.]{{0,30}}{DEATH}") else ""


def _parted(slot: Slot) -> Iterator[Slot]:
    """The years of "(1926–2011)", which are read as one, as those of birth and death."""
    years = re.fullmatch(r"(\d{4})(\s?[–-]\s?)(\d{4})", slot.numeral.surface)
    if slot.kind is not Kind.YEAR or years is None:
        yield slot
        return
    for group, before in ((1, f"{slot.before} born "), (3, " died ")):
        year, start = years[group], slot.numeral.start + years.start(group)
        told = replace(slot.numeral, surface=year, value=Fraction(year), ends=None, start=start, end=start + len(year))
        yield replace(slot, numeral=told, before=before)


def _is_at_death(slots: Sequence[Slot], index: int) -> bool:
    """Whether an age is that at death, and at no other time: "married at 22", "was 40 when she won"."""
    slot, before = slots[index], _before(slots, index)
    own = f"{re.split(SENTENCE, before)[-1]} {re.split(SENTENCE, slot.after, maxsplit=1)[0]}"
    if not says(rf"\b(?:he|she|they|who)\b|{BIRTH}|{DEATH}|{LIVED}|{DAY}", own):
        return False  # the sentence is of another thing: "The toll on the roads was 77."
    if slot.precedes(AT_DEATH):
        return True
    if _ends(LIVED, before):
        return slot.kind is Kind.AGE or slot.precedes(r"(?: years?)?\s*(?:[,.;:)–—]|$)")
    if slot.precedes(OTHERWISE):
        return False
    clauses = [clause for clause in re.split(BREAK, before) if clause.strip()]
    told = f"{clauses[-1] if clauses else ''}{DAY}{re.split(BREAK, slot.after, maxsplit=1)[0]}"
    if _ends(WAS, before):
        return slot.precedes(ENDED) or says(DEATH, told)
    if not _ends(AT, before):
        return False
    if says(DEATH, told):
        return True
    if not clauses or re.fullmatch(BARE, clauses[-1], re.IGNORECASE):
        near = f"{clauses[-2] if len(clauses) > 1 else ''} {slot.after[:NEAR]}"
        return says(DEATH, near)
    return False


def _ends(pattern: str, words: str) -> bool:
    return says(rf"(?:{pattern})\s*$", words)


def stated(said: Said) -> Stated | None:
    """Whether the age is one that somebody born then can have had then."""
    born, died, age = _span(said["born"], said.language), _span(said["died"], said.language), said["age"].value
    if born is None or died is None or age is None or age > OLDEST:
        return None
    least, most = _years(born[1], died[0]), _years(born[0], died[1])
    told = str(most) if least == most else f"{least} or {most}" if most - least == 1 else f"{least} to {most}"
    life = f"Somebody born {_when(said['born'])} who died {_when(said['died'])}"
    wrong = f"{life} was {told}, not {age}." if most >= 0 else f"{life} died before being born."
    return Stated(wrong="" if least <= age <= most else wrong)


def _span(when: Numeral, language: str) -> tuple[date, date] | None:
    """The first and last day that a year, a month of a year or a date may mean."""
    if when.kind is Kind.YEAR and when.value is not None and 0 < when.value < date.max.year:
        return date(int(when.value), 1, 1), date(int(when.value), 12, 31)
    day = day_of(when, language)
    return month_of(when, language) if day is None else (day, day)


def _years(born: date, died: date) -> int:
    """Whole years between two days, as ages are counted."""
    return died.year - born.year - ((died.month, died.day) < (born.month, born.day))


def _when(told: Numeral) -> str:
    return f"{'on' if day_of(told) else 'in'} {told.surface}"
