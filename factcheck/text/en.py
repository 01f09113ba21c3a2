"""English: the words of numbers, and of what stands around them. Nothing but tables."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from factcheck.hedge import Meaning, Sense, Width
from factcheck.interval import Interval
from factcheck.numeral import Kind
from factcheck.text.en_units import UNITS
from factcheck.text.language import (
    CalendarWords,
    FrameWords,
    Hedging,
    Language,
    NumberWords,
    Rank,
    RankWords,
    RelationWords,
    Unit,
    VagueWords,
)
from factcheck.text.phrases import Phrases
from factcheck.text.tokens import Marks

Meant = TypeVar("Meant")
AGE = Unit(Kind.AGE, "year")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _numbered(words: str, start: int, step: int = 1) -> dict[str, int]:
    return {word: start + step * index for index, word in enumerate(words.split())}


def _each(phrases: str, meant: Meant) -> dict[str, Meant]:
    """One meaning for phrases set off by commas."""
    return {phrase.strip(): meant for phrase in phrases.split(",")}


ONES = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
    0,
) | {"nought": 0}
TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10) | {"fourty": 40}
SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "crore": 10**7,
}
ORDINALS = (
    _numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth",
        1,
    )
    | _numbered("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10)
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
)
DENOMINATORS = {word: value for word, value in ORDINALS.items() if value > 2} | {"quarter": 4}

NUMBERS = NumberWords(
    marks=Marks(decimal=".·", group=","),
    ones=ONES,
    tens=TENS,
    hundreds={"hundred": 100},
    scales=SCALES,
    dozens={"dozen": 12},
    short_scales={
        **dict.fromkeys(("k", "K"), 10**3),
        **dict.fromkeys(("m", "M", "mn", "mln", "mil"), 10**6),
        **dict.fromkeys(("b", "B", "bn", "Bn", "BN", "bln"), 10**9),
        **dict.fromkeys(("T", "tn", "trn", "trln"), 10**12),
    },
    loose_scales=_words("mn mln bn bln tn trn"),
    articles=_words("a an"),
    conjunctions=_words("and"),
    points=_words("point"),
    minuses=_words("minus"),
    halves=_words("half"),
    denominators=DENOMINATORS,
    plural_denominators={f"{word}s": value for word, value in DENOMINATORS.items()},
    of=_words("of"),
    ordinals=ORDINALS,
    ordinal_endings=_words("st nd rd th"),
)

RELATIONS = RelationWords(
    parts=Phrases({"in": True} | _each("out of, in every, out of every, of every, in each, out of each", meant=False)),
    to=_words("to"),
    ratio_openers=Phrases(_each("a ratio of, the ratio of, ratio of, odds of, ratio was, ratio is", None)),
    range_openers=Phrases(
        _each("between", (_words("and"), None))
        | _each("a range of, range of, ranging from, ranged from, ranges from, range from", (_words("to"), None))
        | _each("aged, ages, aged from, ages from, age", (_words("to"), AGE))
        | _each("aged between, ages between, between the ages of", (_words("and"), AGE))
    ),
    sources=_words("from"),
    score_words=_words(
        "vote votes voted voting win wins won beat beaten beating lost lose loss defeat defeated victory draw drew score"
        " scored scoreline ruled ruling majority decision split"
    ),
)

SUPERLATIVES = {
    **dict.fromkeys(
        "highest largest biggest greatest longest oldest best richest busiest tallest heaviest strongest commonest top"
        " fastest deadliest costliest worst hottest".split(),
        Rank(),
    ),
    **dict.fromkeys(
        "lowest smallest fewest shortest youngest poorest lightest weakest rarest cheapest slowest coldest".split(),
        Rank(low=True),
    ),
}

RANKS = RankWords(
    multiples={
        **dict.fromkeys(("doubled", "doubles", "doubling", "double", "twice"), Fraction(2)),
        **dict.fromkeys(("trebled", "trebles", "trebling", "treble"), Fraction(3)),
        **dict.fromkeys(("tripled", "triples", "tripling", "triple", "thrice"), Fraction(3)),
        **dict.fromkeys(("quadrupled", "quadruples", "quadrupling", "quadruple"), Fraction(4)),
        **dict.fromkeys(("quintupled", "quintuples", "quintupling", "quintuple"), Fraction(5)),
        **dict.fromkeys(("halved", "halves", "halving"), Fraction(1, 2)),
    },
    cautious_multiples=_words("double doubles halves treble trebles triple triples quadruple quintuple"),
    folds=_words("fold"),
    times=_words("times"),
    crosses=_words("x ×"),
    as_words=_words("as"),
    comparatives=_words(
        "more less fewer higher lower larger bigger greater smaller longer shorter faster slower older younger heavier"
        " richer poorer likelier better worse above below over"
    ),
    referents=_words("the that what its their his her"),
    joint=Phrases(_each("joint, joint -, equal, tied, tied for, joint -, tied in", None)),
    superlatives=SUPERLATIVES,
    most={"most": Rank(), "least": Rank(low=True)},
    adjective_endings=tuple("ed ent ant ar ive ous al able ible en ly ful on ing".split()),
    no_ordinal_before=_words(
        "half aid name names lady class minister hand party parties person world degree nature thoughts rate cousin"
        " cousins instance glance floor-length time-buyer language reading amendment chancellor sergeant lieutenant"
        " baseman dates officer"
    ),
    no_ordinal_after=_words("at split"),
    no_fraction_before=_words(
        "man woman person people child boy girl victim suspect party time day night week month year term place quarter"
        " half goal attempt case floor degree world generation season round test member country option successive"
        " consecutive straight reading referendum lockdown runway wave dose series book film of-its-kind child's defeat"
        " win title baby son daughter brother sister wife husband officer body arrest vehicle car"
    ),
)


def _at_least(value: int) -> Meaning:
    """So many or more; fewer are misleading, not wrong."""
    return Meaning(Interval.at_least(0), Interval.at_least(value))


def _from(low: int, high: int) -> Meaning:
    return Meaning(Interval.at_least(0), Interval(Fraction(low), Fraction(high)))


MOST = Meaning(Interval(Fraction(1, 2), Fraction(1), low_open=True), Interval(Fraction(11, 20), Fraction(1)))
VAST = Meaning.of(Interval(Fraction(3, 4), Fraction(1)))
FEWER = Meaning.of(Interval(Fraction(0), Fraction(1, 2), high_open=True))

VAGUE = VagueWords(
    amounts=Phrases(
        {
            "dozens": _at_least(24),
            "scores": _at_least(40),
            "hundreds": _at_least(200),
            "thousands": _at_least(2_000),
            "millions": _at_least(2 * 10**6),
            "billions": _at_least(2 * 10**9),
            "trillions": _at_least(2 * 10**12),
            "tens of thousands": _at_least(20_000),
            "hundreds of thousands": _at_least(200_000),
            "tens of millions": _at_least(20 * 10**6),
            "hundreds of millions": _at_least(200 * 10**6),
            "tens of billions": _at_least(20 * 10**9),
            "hundreds of billions": _at_least(200 * 10**9),
        }
    ),
    scalable=Phrases(
        _each("a couple, couple", _from(2, 3))
        | _each("a few, few, quite a few", _from(3, 5))
        | _each("several", _from(3, 9))
        | _each("a handful, handful", _from(3, 6))
    ),
    shares=Phrases(
        _each("most, a majority, the majority, majority, a small majority", MOST)
        | _each("a vast majority, the vast majority, vast majority, overwhelming majority", VAST)
        | _each("the overwhelming majority, an overwhelming majority, the great majority, a great majority", VAST)
        | _each("a minority, the minority, minority, a small minority, a tiny minority", FEWER)
        | _each("many", Meaning.of(Interval.at_least(0)))
    ),
    nothing=_words("none nil no neither nobody"),
    everything=_words("all"),
    both=_words("both"),
    surely=_words("none nil nobody"),
    pronouns_after=_words(
        "might can could must should would may day another wonders off sided time way to thing hand side side's who"
        " that which"
    ),
    pronouns_before=_words("no any every each this that the which some another loved"),
    not_after={
        "many": _words("how as so too good"),
        "few": _words("very too so how"),
        "half": _words("first second other better opening closing"),
        "all": _words("after at in above for first of"),
        "none": _words("second"),
        "most": _words("at the"),
        "zero": _words("ground net absolute"),
        "second": _words("split"),
        "majority": _words("working"),
        "minority": _words("ethnic"),
        "minus": _words("plus"),
        "couple": _words("the married elderly young old each"),
    },
    not_before={
        "zero": _words("tolerance hour hours carbon emission emissions sum"),
        "half": _words(
            "hour time term brother sister past way year marathon board century decent hearted baked price mast life"
            " pint siblings brothers sisters time's empty full"
        ),
        "one": _words("off sided way time to"),
        "no": _words("longer one comment doubt way matter idea"),
        "couple": _words("who was were is are had has said from married"),
        "all": _words("over right but this that the-time sorts"),
        "minority": _words("report ethnic government leader shareholder groups group communities"),
        "majority": _words("leader shareholder verdict government owner stake"),
        "double": _words("murder decker standards standard"),
        "second": _words("hand half"),
        "few": _words("and"),
    },
    plural_endings=("s",),
    plurals=_words("people children men women police staff mice feet teeth cattle data media fish sheep others"),
    not_plurals=_words(
        "is was has as us its his this does less thus plus yes perhaps always towards besides gas bus class press business"
        " process success access address loss cross mass pass stress unless across famous various previous serious"
        " religious obvious news politics series"
    ),
)

WIDTH = Width()  # of every hedge, unless its line in the table below says otherwise


def _hedges(sense: Sense, phrases: str, width: Width = WIDTH, unit: Unit | None = None) -> dict[str, Hedging]:
    return _each(phrases, Hedging(sense, width, unit))


HEDGES_BEFORE: Mapping[str, Hedging] = {
    **_hedges(Sense.ABOUT, "about, around, roughly, approximately, approx, approx ., some, circa, c ., ca ., ~, ≈"),
    **_hedges(Sense.ABOUT, "in the region of, an estimated, estimated, of the order of, in the order of, somewhere around"),
    **_hedges(Sense.NEARLY, "nearly, almost, close to, approaching, just short of, not quite, practically, virtually"),
    **_hedges(Sense.NEARLY, "very nearly, nearing, just shy of"),
    **_hedges(Sense.JUST_UNDER, "just under, just below, just less than, just fewer than, slightly under, slightly below"),
    **_hedges(Sense.JUST_UNDER, "slightly less than, slightly fewer than, a little under, a little less than"),
    **_hedges(Sense.JUST_OVER, "just over, just above, just more than, slightly over, slightly above, slightly more than"),
    **_hedges(Sense.JUST_OVER, "a little over, a little more than"),
    **_hedges(Sense.MORE_THAN, "more than, over, above, exceeding, upwards of, in excess of, greater than, well over, >"),
    **_hedges(Sense.MORE_THAN, "well above, far more than, much more than, well in excess of, beyond, north of"),
    **_hedges(Sense.AT_LEAST, "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, ≥"),
    **_hedges(Sense.AT_LEAST, "minimum of, as few as, as little as, > ="),
    **_hedges(Sense.UNDER, "under, below, less than, fewer than, well under, well below, far fewer than, far less than, <"),
    **_hedges(Sense.UP_TO, "up to, as many as, as much as"),
    **_hedges(Sense.AT_MOST, "at most, no more than, not more than, a maximum of, maximum of, at the most, ≤, < ="),
    **_hedges(Sense.LOWEST, "as low as"),
    **_hedges(Sense.LOWEST, "as young as", unit=AGE),
    **_hedges(Sense.HIGHEST, "as high as"),
    **_hedges(Sense.HIGHEST, "as old as", unit=AGE),
    **_hedges(Sense.EXACTLY, "exactly, precisely"),
}
HEDGES_AFTER: Mapping[str, Hedging] = {
    **_hedges(Sense.ABOUT, "or so, or thereabouts, odd, - odd, give or take, approximately, approx, approx ., or more or less"),
    **_hedges(Sense.AT_LEAST, "or more, or over, or above, and over, and above, and more, or older, and older, at least, +"),
    **_hedges(Sense.AT_LEAST, "- plus, plus, or higher, or greater, minimum"),
    **_hedges(Sense.AT_MOST, "or less, or fewer, or under, or below, or lower, at most, at the most, or younger, maximum"),
    **_hedges(Sense.AT_MOST, "and under, and below, and younger, tops"),
    **_hedges(Sense.EXACTLY, "exactly, precisely"),
}

FRAME = FrameWords(
    hedges_before=Phrases(HEDGES_BEFORE),
    hedges_after=Phrases(HEDGES_AFTER),
    directions_before=Phrases(
        _each(
            "up, rose, rise, risen, rises, rising, grew, grow, grown, grows, growing, increased, increase, increases,"
            "increasing, climbed, climbs, jumped, jumps, gained, soared, surged, leapt, advanced, a rise of, an increase of,"
            "a jump of, growth of, a gain of, rise of, increase of, an extra, an additional, extra, went up, gone up, raised",
            1,
        )
        | _each(
            "down, fell, fall, fallen, falls, falling, dropped, drop, drops, dropping, decreased, decrease, decreases,"
            "decreasing, declined, declines, declining, shrank, shrunk, slumped, plunged, plummeted, tumbled, slid, sank, dipped,"
            "cut, reduced, lost, slipped, a fall of, a drop of, a cut of, a decrease of, a decline of, a reduction of, a loss of,"
            "fall of, drop of, cut of, decrease of, decline of, reduction of, went down, gone down",
            -1,
        )
    ),
    directions_after=Phrases(
        _each("more, higher, up, rise, increase, jump, growth, gain, larger, bigger, greater, longer, older, above, over", 1)
        | _each("fewer, less, lower, down, fall, drop, decrease, decline, cut, reduction, smaller, shorter, younger, below", -1)
    ),
    count_directions=_words("more fewer less"),
    by=_words("by"),
    than=_words("than"),
    neutral=Phrases(
        _each("just, only, merely, a mere, the, a total of, a further, another, fully, a record, a full, no other", meant=False)
        | _each("a, an", meant=True)
    ),
    over_ages={"under": Sense.UNDER, "over": Sense.AT_LEAST},
    age_unit=AGE,
    cells={
        **dict.fromkeys(("[c]", "[C]", "c", "*", "..", "…", "[x]", ":"), Interval.at_least(0)),
        **dict.fromkeys(("-", "–", "—"), Interval.exactly(0)),
        "[low]": Interval(Fraction(0), Fraction(1, 2)),
    },
)

CALENDAR = CalendarWords(
    months={
        **_numbered("january february march april may june july august september october november december", 1),
        **_numbered("jan feb mar apr may jun jul aug sep oct nov dec", 1),
        "sept": 9,
    },
    days=_words("monday tuesday wednesday thursday friday saturday sunday"),
    before_years=_words(
        "in since by until till during before after early late mid from to between and year spring summer autumn winter"
        " fall season election c circa of around than for"
    ),
    eras=_words("bc ad bce ce"),
    times=_words("am pm noon gmt bst cet est utc hrs"),
    clocks=_words("o"),
    labels=_words(
        "Article Articles Section Sections Clause Chapter Page Table Figure Fig Note Flat Room Route Windows Form Rule"
        " Channel Radio Tier Phase Type Part No Nos Number Boeing Airbus Schedule Regulation Directive Resolution Apollo"
        " iPhone Highway Interstate Gate Platform Area District Unit ISBN ISSN DOI Annex Appendix Protocol Ward Precinct"
        " Level Stage Class Grade Line Box Item Paragraph Principle Goal Amendment Title Volume Vol Xbox PlayStation Formula"
        " Act Scene Psalm Terminal Junction Exit Bus Flight Model Version Generation Key Band"
    ),
    small_labels=_words("page pages section sections chapter article figure fig table p pp para paragraph no nos isbn doi version"),
    streets=_words("street road avenue lane drive square place terrace close crescent way gardens court boulevard st rd ave"),
    call=_words("call dial ring phone text tel telephone"),
    centuries=_words("century centuries"),
)

LANGUAGE = Language(
    name="en",
    numbers=NUMBERS,
    units=UNITS,
    relations=RELATIONS,
    ranks=RANKS,
    vague=VAGUE,
    frame=FRAME,
    calendar=CALENDAR,
)
