"""English: the words of numbers, and the hedges and directions around them. Nothing but tables."""

from __future__ import annotations

from collections import ChainMap
from fractions import Fraction

from factcheck.hedge import Sense
from factcheck.interval import Interval
from factcheck.numeral import Kind
from factcheck.text.en_sentences import SENTENCES
from factcheck.text.en_units import UNITS
from factcheck.text.en_words import APART, RANKS, VAGUE
from factcheck.text.language import Language
from factcheck.text.phrases import Phrases
from factcheck.text.tables import each, numbered, words
from factcheck.text.tokens import Marks
from factcheck.text.vocabulary import (
    FrameWords,
    HedgeWords,
    Hedging,
    NumberWords,
    RangeOpener,
    RelationWords,
    Unit,
)

AGE = Unit(Kind.AGE, "year")

ONES = numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
    0,
) | {"nought": 0}
TENS = numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10) | {"fourty": 40}
PLURAL_AGES = {f"{word}s".replace("xs", "xes").replace("ys", "ies"): age for word, age in {**ONES, **TENS}.items()}
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
    numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth",
        1,
    )
    | numbered("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10)
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
    glued={},
    mixed={},
    short_scales={
        **dict.fromkeys(("k", "K"), 10**3),
        **dict.fromkeys(("m", "M", "mn", "mln", "mil"), 10**6),
        **dict.fromkeys(("b", "B", "bn", "Bn", "BN", "bln"), 10**9),
        **dict.fromkeys(("T", "tn", "trn", "trln"), 10**12),
    },
    no_short_scales={
        "m": words(
            "race sprint final finals semi semifinal relay hurdles freestyle butterfly backstroke breaststroke medley dash"
            " champion record title deep tall long high wide away above below apart drop pool track tower cliff"
        )
    },
    no_scales_near={
        "m": words(
            "depth depths height heights altitude altitudes elevation sea waves tide tides passes slopes summit mountain"
            " mountains snow snowdrifts drifts tall deep swam jumped leapt threw vaulted dived trench runway reservoir"
            " river rivers glacier sprint relay hurdles freestyle butterfly backstroke breaststroke jump throw pool cliff"
            " tower ran"
        )
    },
    races={"m": words("50 60 80 100 110 200 400 800 1500 1,500 3000 3,000 5000 5,000 10,000 10000")},
    loose_scales=words("mn mln bn bln tn trn"),
    stopped_scales=words(""),
    articles=words("a an"),
    weak_ones=words(""),
    conjunctions=words("and"),
    points=words("point"),
    minuses=words("minus"),
    pluses=words("plus"),
    halves=words("half"),
    adjective_halves=words(""),
    denominators=DENOMINATORS,
    plural_denominators={f"{word}s": value for word, value in DENOMINATORS.items()},
    of=words("of"),
    ordinals=ORDINALS,
    ordinal_endings=words("st nd rd th"),
    stop_openers=words(""),
    money_scales={"₹": dict.fromkeys(("Cr", "cr", "CR", "Crs", "crores"), 10**7) | {"lakhs": 10**5}},
)

RELATIONS = RelationWords(
    parts=Phrases(each(None, "in, out of, in every, out of every, of every, in each, out of each")),
    doubtful_parts=words("in"),
    each=words("every"),
    to=words("to"),
    against=words("to"),
    targets=words("to"),
    odds=words("favourite favourites favorite favorites outsider outsiders underdog underdogs shot shots odds"),
    ratio_words=words("ratio odds outnumber outnumbered outnumbers outnumbering"),
    ratio_openers=Phrases(each(None, "a ratio of, the ratio of, ratio of, odds of, ratio was, ratio is")),
    range_openers=Phrases(
        {"between": RangeOpener(words("and"))}
        | each(RangeOpener(words("to")), "a range of, range of, ranging from, ranged from, ranges from, range from")
        | each(RangeOpener(words("to"), AGE), "aged, aged from, ages, ages from, age, age of, ages of")
        | each(RangeOpener(words("and"), AGE), "aged between, ages between, between the ages of")
    ),
    sources=words("from"),
)

HEDGES = {  # one table: how far each sense reaches can be read, and overridden, here
    Sense.ABOUT: HedgeWords(
        before="about, around, roughly, approximately, approx, approx ., some, somewhere around, circa, c ., ca ., ~,"
        " ≈, in the region of, in the order of, of the order of, an estimated, estimated",
        after="or so, or thereabouts, odd, - odd, give or take, approximately, approx, approx ., more or less",
    ),
    Sense.NEARLY: HedgeWords(
        before="nearly, very nearly, almost, close to, approaching, nearing, not quite, just short of, just shy of,"
        " practically, virtually",
    ),
    Sense.JUST_UNDER: HedgeWords(
        before="just under, just below, just less than, just fewer than, slightly under, slightly below,"
        " slightly less than, slightly fewer than, a little under, a little below, a little less than",
    ),
    Sense.JUST_OVER: HedgeWords(
        before="just over, just above, just more than, slightly over, slightly above, slightly more than,"
        " a little over, a little above, a little more than",
    ),
    Sense.MORE_THAN: HedgeWords(
        before="more than, far more than, much more than, over, well over, above, well above, exceeding, upwards of,"
        " in excess of, well in excess of, greater than, beyond, well beyond, >",
    ),
    Sense.AT_LEAST: HedgeWords(
        before="at least, no fewer than, no less than, not fewer than, not less than, as few as, as little as,"
        " a minimum of, minimum of, ≥, > =",
        after="or more, and more, or over, and over, or above, and above, or higher, or greater, at least, - plus, +",
        after_ages="or older, and older",
    ),
    Sense.UNDER: HedgeWords(
        before="under, well under, below, well below, less than, far less than, fewer than, far fewer than, <",
    ),
    Sense.UP_TO: HedgeWords(before="up to, as many as, as much as"),
    Sense.AT_MOST: HedgeWords(
        before="at most, at the most, no more than, not more than, a maximum of, maximum of, ≤, < =",
        after="or less, or fewer, or under, and under, or below, and below, or lower, at most, at the most",
        after_ages="or younger, and younger",
    ),
    Sense.LOWEST: HedgeWords(before="as low as", ages="as young as"),
    Sense.HIGHEST: HedgeWords(before="as high as", ages="as old as"),
    Sense.EXACTLY: HedgeWords(before="exactly, precisely", after="exactly, precisely"),
}
HEDGES_BEFORE = [each(Hedging(sense, row.width), row.before) for sense, row in HEDGES.items()]
HEDGES_AFTER = [each(Hedging(sense, row.width), row.after) for sense, row in HEDGES.items() if row.after]
HEDGES_AFTER_AGES = [
    each(Hedging(sense, row.width, AGE), row.after_ages) for sense, row in HEDGES.items() if row.after_ages
]
HEDGES_OF_AGES = [each(Hedging(sense, row.width, AGE), row.ages) for sense, row in HEDGES.items() if row.ages]

FRAME = FrameWords(
    hedges_before=Phrases(dict(ChainMap(*HEDGES_BEFORE, *HEDGES_OF_AGES))),
    hedges_after=Phrases(dict(ChainMap(*HEDGES_AFTER, *HEDGES_AFTER_AGES))),
    directions_before=Phrases(
        each(
            1,
            "up, rose, rise, risen, rises, rising, grew, grow, grown, grows, growing, increased, increase,"
            " increases, increasing, climbed, climbs, jumped, jumps, gained, soared, surged, leapt, advanced,"
            " raised, went up, gone up, put on, firmed, ticked up, edged up, crept up, inched up",
            "a rise of, rise of, an increase of, increase of, a jump of, a gain of, growth of, extra, an extra,"
            "an additional",
        )
        | each(
            -1,
            "down, fell, fall, fallen, falls, falling, dropped, drop, drops, dropping, decreased, decrease,"
            " decreases, decreasing, declined, declines, declining, shrank, shrunk, slumped, plunged, plummeted,"
            " tumbled, slid, sank, shed, eased, gave up, ticked down, edged down, crept down, inched down",
            "dipped, slipped, cut, reduced, lost, went down, gone down, a fall of, fall of, a drop of, drop of,"
            " a cut of, cut of, a decrease of, decrease of, a decline of, decline of, a reduction of, reduction"
            " of, a loss of",
        )
    ),
    directions_after=Phrases(
        each(
            1,
            "more, higher, up, rise, increase, jump, growth, gain, larger, bigger, greater, longer, older, above, over",
        )
        | each(
            -1,
            "fewer, less, lower, down, fall, drop, decrease, decline, cut, reduction, smaller, shorter, younger, below",
        )
    ),
    count_directions=words("more fewer less"),
    no_direction_after=words(
        "make makes made making add adds added adding take takes took taken taking set sets give gives gave given end"
        " ends ended wind wound pick picks picked hold held catch caught line lined turn turned come came bring brought"
        " build built sign signed use used shoot shot break broke put sum sums rack racked"
    ),
    moves=words("added adds adding slashed trimmed hiked lifted lowered moved higher lower on"),
    levels=words("below above under beneath"),
    places={
        "over": words("spread scattered stretched stretching spanned presided fell trip tripped hung flew"),
        "about": words("worried asked complained talked wrote"),
    },
    phrasal={"over": words("take takes took taken taking hand hands handed handing sign signs signed signing")},
    taken=words(
        "staff employees workers jobs posts shops stores branches sites homes flats houses offices factories plants hotels pubs"
        " clinics schools depots stations routes contracts leases accounts titles firms companies farms"
    ),
    lapses=words("over"),
    seasons=words(
        "winter summer spring autumn weekend christmas easter lunch dinner time night january february march april may june"
        " july august september october november december years months weeks decades centuries generations"
    ),
    periods=words(
        "past last next coming previous first second period course day days week month year quarter decade century holiday"
        " holidays season term festive lifetime pandemic war campaign counter intervening following entire whole"
    ),
    spans=words(
        "for take takes took taken taking last lasts lasted lasting spend spends spent of in is was were are been be"
        " after wait waits waited waiting serve served within than every at aged"
    ),
    definite=words("the"),
    thresholds=words("mark level threshold barrier line limit ceiling"),
    growths=words("growth increase rise gain jump improvement advance drop fall decrease decline"),
    by=words("by"),
    than=words("than"),
    neutral=Phrases(
        each(None, "just, only, merely, a mere, the, a total of, a further, another, fully, a record, a full, a, an")
    ),
    no_names_after=words("in at from near to"),
    persons=words(
        "boy girl man woman mother father mum dad son daughter brother sister wife husband widow widower baby toddler"
        " teenager pensioner student pupil schoolboy schoolgirl teacher driver cyclist motorcyclist passenger soldier"
        " nurse doctor farmer victim suspect gunman defendant actor actress singer striker winger goalkeeper forward"
        " partner boyfriend girlfriend grandfather grandmother neighbour cousin uncle aunt nephew niece twins couple"
    ),
    people=words(
        "people adults children babies boys girls men women patients passengers residents citizens infants toddlers"
        " teenagers those anyone everyone drivers pensioners workers voters employees smokers students pupils players"
        " travellers customers tenants applicants"
    ),
    pronouns=words("he she"),
    being=words("was is"),
    are=words("are were"),
    some=words("them these those whom who half third quarter most many all"),
    turning=words("turned turns turning"),
    lives=words(
        "died dies die retired retires retire married marries wed widowed orphaned enlisted graduated emigrated joined"
        " debuted drowned"
    ),
    at=words("at"),
    after_ages=words("and but or when while after before because in"),
    over_ages={"under": Sense.UNDER, "over": Sense.AT_LEAST},
    plural_ages=PLURAL_AGES,
    age_endings=words("s"),
    age_unit=AGE,
    cells={
        **dict.fromkeys(("[c]", "[x]", "*", ".."), Interval.at_least(0)),
        **dict.fromkeys(("-", "–", "—"), Interval.exactly(0)),
        "[low]": Interval(Fraction(0), Fraction(1, 2)),
    },
)

LANGUAGE = Language(
    name="en",
    numbers=NUMBERS,
    units=UNITS,
    relations=RELATIONS,
    ranks=RANKS,
    vague=VAGUE,
    frame=FRAME,
    apart=APART,
    sentences=SENTENCES,
)
