"""English: ranks, vague words, and what looks like a number and is none. Nothing but tables."""

from __future__ import annotations

from fractions import Fraction

from factcheck.hedge import Meaning
from factcheck.interval import Interval
from factcheck.text.phrases import Phrases
from factcheck.text.tables import each, numbered, words
from factcheck.text.vocabulary import ApartWords, Rank, RankWords, VagueWords

SUPERLATIVES = {
    **dict.fromkeys(
        "highest largest biggest greatest longest oldest best richest busiest tallest heaviest strongest commonest top"
        " fastest deadliest costliest worst hottest priciest wealthiest steepest wettest driest warmest windiest sunniest"
        " snowiest coolest quickest closest nearest farthest furthest deepest hardest widest thickest brightest loudest"
        " safest happiest cleanest greenest newest latest earliest densest dearest strictest fattest bloodiest".split(),
        Rank(),
    ),
    **dict.fromkeys(
        "lowest smallest fewest shortest youngest poorest lightest weakest rarest cheapest slowest coldest last"
        " bottom".split(),
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
    cautious_multiples=words("double doubles halves treble trebles triple triples quadruple quintuple"),
    counted_multiples=words("twice thrice"),
    folds=words("fold"),
    times=words("times"),
    crosses=words("x ×"),
    as_words=words("as"),
    comparatives=words(
        "more less fewer higher lower larger bigger greater smaller longer shorter faster slower older younger heavier"
        " richer poorer likelier better worse above below over"
    ),
    referents=words(
        "the that what its their his her earnings profits income incomes sales revenue revenues turnover ebitda gdp pay"
        " salary salaries wages average normal national median annual"
    ),
    joint=Phrases(each(None, "joint, equal, tied, tied for")),
    rank_stems={},
    superlative_endings=(),
    superlatives=SUPERLATIVES,
    doubtful_superlatives=words("last bottom top"),
    most={"most": Rank(), "least": Rank(low=True)},
    adjective_endings=tuple("ed ent ant ar ive ous al able ible en ly ful on ing ior".split()),
    no_ordinal_before=words(
        "half aid name names lady class minister hand party parties person world degree nature thoughts rate"
        " cousin cousins instance glance language reading amendment chancellor sergeant lieutenant baseman dates"
        " officer form former grader graders quarter quarters reich republic estate base"
    ),
    no_ordinal_after=words("at split"),
    no_share_before=words("counts counted mattered matters day time one of that and in is was") | {""},
    no_fraction_before=words(
        "man woman person people child boy girl victim suspect party time day night week month year term place quarter"
        " half goal attempt case floor degree world generation season round test member country option successive"
        " consecutive straight reading referendum lockdown runway wave dose series book film defeat"
        " form former grade grader casualty fatality plane jet helicopter airliner boat ship ferry truck lorry van bus car bomb bomber"
        " aircraft blast missile rocket drone quake hostage player striker goalkeeper bowler batsman wicket medal trophy album novel"
        " town city village island county nation club team firm bidder rival brother trial jury hearing tower bridge"
        " building hotel hospital school airport factory mine tunnel tumour virus variant vaccine booster planet moon"
        " candidate contender driver passenger survivor doctor nurse soldier minister director witness partner visitor"
        " payment shipment settlement statement replacement amendment appointment department championship partnership"
        " win title baby son daughter brother sister wife husband officer body arrest vehicle car final finals finalist finalists back"
    ),
    thing_endings=tuple("ation ssion ction ility ator utor alty ism yee".split()),
    calendar_after=words("preceding previous last past first next coming final consecutive successive"),
    in_a_row=words("row running"),
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
        each(_from(2, 3), "a couple, couple")
        | each(_from(3, 5), "a few, few, quite a few")
        | each(_from(3, 9), "several")
        | each(_from(3, 6), "a handful, handful")
    ),
    shares=Phrases(
        each(MOST, "most, a majority, the majority, majority, a small majority")
        | each(VAST, "a vast majority, the vast majority, vast majority, overwhelming majority")
        | each(VAST, "the overwhelming majority, an overwhelming majority, the great majority, a great majority")
        | each(FEWER, "a minority, the minority, minority, a small minority, a tiny minority")
        | each(Meaning.of(Interval.at_least(0)), "many")
    ),
    nothing=words("none nil no neither nobody"),
    everything=words("all"),
    both=words("both"),
    margins=words("majority"),
    surely=words("none nil nobody"),
    with_of=words("scores"),
    pronouns_after=words(
        "might can could must should would may day another wonders off sided time way to thing hand side who that which"
        " on"
    ),
    pronouns_before=words(
        "no any every each this that the which some another loved old new big good bad last next first second third"
        " other same only right wrong easy hard difficult better best worse small large previous former current latter"
        " late little latest bigger biggest smaller larger"
    ),
    some_day={"one": words("day night morning evening does wonders suspects hopes imagines feels")},
    one_of_the=words("most few main many"),
    not_after={
        "many": words("how as so too good"),
        "few": words("very too so how"),
        "half": words("first second other better opening closing"),
        "all": words("after at in above for first of"),
        "none": words("second"),
        "most": words("at the"),
        "zero": words("ground net absolute"),
        "second": words("split"),
        "majority": words("working"),
        "minority": words("ethnic"),
        "minus": words("plus"),
        "couple": words("the married elderly young old each"),
    },
    not_before={
        "zero": words("tolerance hour hours carbon emission emissions sum"),
        "half": words(
            "hour time term brother sister past way year marathon board century decent hearted baked price mast life"
            " pint siblings brothers sisters empty full century centuries volley"
        ),
        "one": words("off sided way time to"),
        "no": words("longer one comment doubt way matter idea"),
        "couple": words("who was were is are had has said from married"),
        "all": words("over right but this that sorts"),
        "minority": words("report ethnic government leader shareholder groups group communities"),
        "majority": words("leader shareholder verdict government owner stake"),
        "double": words("murder decker standards standard"),
        "second": words("hand half"),
        "few": words("and"),
    },
    periods={"half": words("the")},
    halved=words("of that which who whose not"),
    plural_endings=("s",),
    plurals=words("people children men women police staff mice feet teeth cattle data media fish sheep others"),
    not_plurals=words(
        "is was has as us its his this does less thus plus yes perhaps always towards besides gas bus class press"
        " business process success access address loss cross mass pass stress unless across famous various previous"
        " serious religious obvious news politics series diabetes measles rabies mumps herpes tuberculosis tennis"
    ),
)

APART = ApartWords(
    months={
        **numbered("january february march april may june july august september october november december", 1),
        **numbered("jan feb mar apr may jun jul aug sep oct nov dec", 1),
        "sept": 9,
    },
    before_years=words(
        "in since by until till during before after early late mid year spring summer autumn winter fall season"
        " election"
    ),
    owners=words("his her their my your our its"),
    parts_of_decades=words("early late mid"),
    quarters=words("Q H FY"),
    determiners=words("the"),
    departures=words("from to train bus service flight ferry sailing departure"),
    decade_endings=words("s"),
    decades=numbered("twenties thirties forties fifties sixties seventies eighties nineties", 20, 10),
    day_endings=words("st nd rd th"),
    day_halves=words("am pm gmt bst cet cest est edt pst utc hrs noon"),
    clocks=words("clock"),
    laps=words("in of"),
    past_the_hour=Phrases(each(None, "half past, quarter past, a quarter past, quarter to, a quarter to")),
    centuries=words("century centuries"),
    labels=words(
        "Article Articles Section Sections Clause Chapter Page Table Figure Fig Note Flat Room Route Windows"
        " Form Rule Channel Radio Tier Phase Type Part No Nos Number Boeing Airbus Schedule Regulation Directive"
        " Resolution Apollo iPhone Highway Interstate Gate Platform Area District Unit ISBN ISSN DOI Annex"
        " Appendix Protocol Ward Precinct Level Stage Class Grade Line Paragraph Principle Amendment Volume Vol"
        " Xbox PlayStation Formula Act Scene Psalm Terminal Junction Exit Flight Model Version Generation"
        " Category Group Box War Big Year Zone Round Lot Episode Season Week Day Book Bay Studio Block Plot Pier Python"
        " iOS Android Chrome Firefox macOS Ubuntu Galaxy Falcon Expo Agenda Lane Hill Track Row Seat Op Opus Exhibit Pad"
        " Locker Cell Berth Hall Court Pitch Lock Hut Band Step Case Reference Ref Item Question Bill Vols"
        " FTSE Nikkei Stoxx STOXX CAC DAX Dax Russell Sensex Nifty ASX TSX KOSPI Kospi CSI Fortune Nasdaq"
        " Voyager Soyuz Mariner Pioneer Gemini Artemis Ariane Pixel Kindle iPad"
    ),
    label_links=words("of"),
    capital_nouns=False,
    small_labels=words(
        "page pages section article figure fig pp para paragraph isbn doi version number chapter footnote tier phase"
        " category appendix clause annex verse junction episode lane room exit platform gate terminal type flat seat row"
        " resolution vol vols p op opus exhibit pad locker cell berth bay plot lot stage grade rule schedule regulation"
        " protocol route track band certificate reference ref docket amendment question item apartment suite"
        " pier hangar wave port"
    ),
    no_codes=words("under over top mid pre post sub non pro about around nearly"),
    identifiers=words("isbn doi reference ref docket version footnote"),
    stages=words("number wave phase stage tier chapter page level grade type category zone platform gate terminal"),
    no_labels_after=words(
        "this that each every any no one another which can could will would may might must shall should not they we you i"
        " who did does do"
    ),
    turns=words(
        "first second third fourth fifth last next final previous other"
        " same actual real true official latest correct exact"
    ),
    turned=words("figure number wave phase stage episode chapter question"),
    known_codes=words("9/11 24/7 7/7 20/20 4K 8K"),
    wickets=words("for"),
    after_wickets=words("declared dec overnight off against without today yesterday"),
    prepositions=words(
        "in of on at for by from with to among across under over near outside inside between against than and or but"
    ),
    models=words("707 717 727 737 747 757 767 777 787"),
    street_endings=(),
    streets=words("street road avenue lane drive square place terrace close crescent way gardens court boulevard"),
    calls=words("call dial ring phone telephone tel text"),
    addresses=words("http https www ftp mailto"),
    ballots=words("failed passed carried rejected approved defeated thrown fell adopted backed split"),
    scores=words(
        "vote votes voted voting win wins won beat beaten beating lost lose loses loss defeat defeated defeats"
        " victory draw drew score scored scoreline ruled ruling decision"
    ),
)
