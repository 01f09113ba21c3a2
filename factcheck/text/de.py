"""German: the hedges and directions around numbers, and what makes one number of two. Nothing but tables."""

from __future__ import annotations

from collections import ChainMap

from factcheck.hedge import Sense
from factcheck.interval import Interval
from factcheck.text.de_numbers import NUMBERS
from factcheck.text.de_sentences import SENTENCES
from factcheck.text.de_units import AGE, UNITS
from factcheck.text.de_words import APART, RANKS, VAGUE
from factcheck.text.language import Language
from factcheck.text.phrases import Phrases
from factcheck.text.tables import each, words
from factcheck.text.vocabulary import FrameWords, HedgeWords, Hedging, RangeOpener, RelationWords

RELATIONS = RelationWords(
    parts=Phrases(each(None, "von, aus, in, unter, von je, von jeweils")),
    doubtful_parts=words("von in aus unter"),
    each=words("jeder jede jedes jeden jedem"),
    to=words("bis"),
    against=words("zu"),
    targets=words("auf"),
    odds=words(""),
    ratio_words=words("verhältnis quote wettquote"),
    ratio_openers=Phrases(each(None, "verhältnis von, im verhältnis, verhältnis")),
    range_openers=Phrases(
        {"zwischen": RangeOpener(words("und"))}
        | each(RangeOpener(words("bis")), "von")
        | each(RangeOpener(words("bis"), AGE), "im alter von, alter von")
        | each(RangeOpener(words("und"), AGE), "im alter zwischen, alter zwischen")
    ),
    sources=words("von"),
)

HEDGES = {
    Sense.ABOUT: HedgeWords(
        before="etwa, rund, ungefähr, circa, zirka, ca ., ca, um die, an die, gegen, schätzungsweise, geschätzt,"
        " in etwa, in der größenordnung von, ~, ≈",
        after="in etwa, oder so",
    ),
    Sense.NEARLY: HedgeWords(before="fast, beinahe, nahezu, annähernd, nicht ganz, so gut wie"),
    Sense.JUST_UNDER: HedgeWords(
        before="knapp, knappe, knappen, etwas weniger als, kaum, kurz unter, etwas unter, leicht unter",
    ),
    Sense.JUST_OVER: HedgeWords(before="gut, gute, guten, etwas mehr als, etwas über, leicht über, knapp über"),
    Sense.MORE_THAN: HedgeWords(
        before="mehr als, über, deutlich mehr als, weit mehr als, deutlich über, weit über, wesentlich mehr als, >"
    ),
    Sense.AT_LEAST: HedgeWords(
        before="mindestens, wenigstens, zumindest, nicht weniger als, ab, ≥, > =",
        after="oder mehr, und mehr, oder darüber, und darüber",
        after_ages="oder älter, und älter",
    ),
    Sense.UNDER: HedgeWords(before="weniger als, unter, deutlich weniger als, deutlich unter, weit unter, <"),
    Sense.UP_TO: HedgeWords(before="bis zu"),
    Sense.AT_MOST: HedgeWords(
        before="höchstens, maximal, nicht mehr als, allenfalls, ≤, < =",
        after="oder weniger, und weniger, oder darunter",
        after_ages="oder jünger, und jünger",
    ),
    Sense.EXACTLY: HedgeWords(before="genau, exakt, präzise", after="genau"),
}
HEDGES_BEFORE = [each(Hedging(sense, row.width), row.before) for sense, row in HEDGES.items()]
HEDGES_AFTER = [each(Hedging(sense, row.width), row.after) for sense, row in HEDGES.items() if row.after]
HEDGES_AFTER_AGES = [
    each(Hedging(sense, row.width, AGE), row.after_ages) for sense, row in HEDGES.items() if row.after_ages
]

FRAME = FrameWords(
    hedges_before=Phrases(dict(ChainMap(*HEDGES_BEFORE))),
    hedges_after=Phrases(dict(ChainMap(*HEDGES_AFTER, *HEDGES_AFTER_AGES))),
    directions_before=Phrases(
        each(
            1,
            "stieg, stiegen, steigt, steigen, gestiegen, wuchs, wuchsen, wächst, gewachsen, erhöhte sich, erhöht,"
            " zunahme um, anstieg um, anstieg von, plus von, zuwachs von",
        )
        | each(
            -1,
            "sank, sanken, sinkt, sinken, gesunken, fiel, fielen, fällt, gefallen, schrumpfte, schrumpften, verringerte"
            " sich, rückgang um, rückgang von, minus von, verlust von",
        )
    ),
    directions_after=Phrases(
        each(1, "mehr, höher, gestiegen, gewachsen, zugenommen, größer, länger, älter")
        | each(-1, "weniger, niedriger, gesunken, gefallen, geschrumpft, abgenommen, kleiner, kürzer, jünger")
    ),
    count_directions=words("mehr weniger"),
    no_direction_after=words(""),
    moves=words(""),
    levels=words("unter über"),
    places={"über": words("verteilt erstreckt"), "um": words("ging geht")},
    phrasal={},
    taken=frozenset(),
    lapses=words("über"),
    seasons=words(""),
    periods=words(""),
    spans=words("seit nach für dauerte dauern dauert währte von ist war sind waren in"),
    definite=words("der die das den dem"),
    thresholds=words("marke grenze schwelle"),
    by=words("um"),
    than=words("als"),
    neutral=Phrases(
        each(
            None, "nur, lediglich, bloß, der, die, das, den, dem, insgesamt, weitere, weiteren, ein, eine, einen, einem"
        )
    ),
    no_names_after=words("in aus bei nach zu"),
    persons=words(""),
    people=words(""),
    pronouns=words(""),
    being=words(""),
    are=words(""),
    some=words(""),
    turning=words(""),
    lives=words(""),
    at=words(""),
    after_ages=words(""),
    over_ages={},
    plural_ages={},
    age_endings=words(""),
    age_unit=AGE,
    cells={
        **dict.fromkeys(("[c]", "[x]", "*", ".."), Interval.at_least(0)),
        **dict.fromkeys(("-", "–", "—"), Interval.exactly(0)),
    },
)

LANGUAGE = Language(
    name="de",
    numbers=NUMBERS,
    units=UNITS,
    relations=RELATIONS,
    ranks=RANKS,
    vague=VAGUE,
    frame=FRAME,
    apart=APART,
    sentences=SENTENCES,
)
