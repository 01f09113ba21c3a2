"""German: ranks, vague words, and what looks like a number and is none. Nothing but tables."""

from __future__ import annotations

from fractions import Fraction

from factcheck.hedge import Meaning
from factcheck.interval import Interval
from factcheck.text.de_numbers import ADJECTIVES, BELOW_TWENTY, ordinal_stems
from factcheck.text.phrases import Phrases
from factcheck.text.tables import each, numbered, words
from factcheck.text.vocabulary import ApartWords, Rank, RankWords, VagueWords

HIGHEST = "größt grösst höchst meist häufigst längst ältest best reichst stärkst teuerst schwerst beliebtest schnellst"
LOWEST = "kleinst niedrigst wenigst seltenst kürzest jüngst ärmst schwächst billigst leichtest geringst letzt"
SUPERLATIVES = {
    f"{stem}{ending}": rank
    for listed, rank in ((HIGHEST, Rank()), (LOWEST, Rank(low=True)))
    for stem in listed.split()
    for ending in ADJECTIVES
}
DOUBLED = ("", "t", "te", "ten", "n", "te sich")
FOLDS = "fach fache fachen facher faches"
STEMS = {word: value for word, value in {**BELOW_TWENTY, "ein": 1}.items() if 1 < value <= 12}


def _multiples() -> dict[str, Fraction]:
    table = {
        f"{stem}{ending}": Fraction(2) for stem in ("verdoppel", "verdopple") for ending in ("", "n", "t", "te", "ten")
    }
    for word, value in STEMS.items():
        table |= {f"ver{word}fach{ending}": Fraction(value) for ending in ("en", "t", "te", "ten")}
    table |= dict.fromkeys(("halbiert", "halbierte", "halbierten", "halbieren"), Fraction(1, 2))
    table |= dict.fromkeys(("doppelt", "doppelte", "doppelten", "doppelter"), Fraction(2))
    return table | {f"{word}mal": Fraction(value) for word, value in STEMS.items()}


RANKS = RankWords(
    multiples=_multiples(),
    counted_multiples=frozenset(f"{word}mal" for word in STEMS),
    cautious_multiples=words("doppelt doppelten doppelter"),
    folds=words(FOLDS),
    times=words("mal"),
    crosses=words("x ×"),
    as_words=words("so wie"),
    comparatives=words("mehr weniger höher niedriger größer kleiner länger kürzer älter jünger häufiger"),
    referents=words("das dessen des der"),
    joint=Phrases(each(None, "gemeinsam, geteilter, geteilten")),
    rank_stems={stem: value for stem, value in ordinal_stems().items() if value <= 20},
    superlative_endings=tuple(f"{stem}{ending}" for stem in ("st", "größt") for ending in ADJECTIVES),
    superlatives=SUPERLATIVES,
    most={"am": Rank()},
    adjective_endings=("sten",),
    doubtful_superlatives=frozenset(word for word in SUPERLATIVES if word.startswith(("letzt", "best"))),
    no_ordinal_before=words(
        "hälfte mal halbjahr quartal hilfe klasse liga bundesliga weltkrieg welt hand wahl linie reich republik stimme"
        " person instanz bürgermeister lesung"
    ),
    no_ordinal_after=words("fürs"),
    no_fraction_before=words(""),
    no_share_before=words(""),
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
            **each(_at_least(24), "dutzende, dutzenden"),
            **each(_at_least(200), "hunderte, hunderten"),
            **each(_at_least(2_000), "tausende, tausenden"),
            **each(_at_least(20_000), "zehntausende, zehntausenden"),
            **each(_at_least(200_000), "hunderttausende, hunderttausenden"),
            **each(_at_least(2 * 10**6), "millionen"),
            **each(_at_least(2 * 10**9), "milliarden"),
        }
    ),
    scalable=Phrases(
        each(_from(2, 5), "ein paar, einige, einigen, einiger")
        | each(_from(3, 9), "mehrere, mehreren, mehrerer, etliche")
        | each(_from(3, 6), "eine handvoll, handvoll")
    ),
    shares=Phrases(
        each(MOST, "die meisten, den meisten, die mehrheit, eine mehrheit, mehrheit")
        | each(VAST, "die große mehrheit, die überwiegende mehrheit, eine große mehrheit")
        | each(FEWER, "die minderheit, eine minderheit, minderheit")
        | each(Meaning.of(Interval.at_least(0)), "viele, vielen, wenige, wenigen")
    ),
    nothing=words("kein keine keinen keiner keines keinem niemand niemanden niemandem"),
    everything=words("alle allen aller"),
    both=words("beide beiden beider"),
    margins=words(""),
    surely=words("niemand niemanden niemandem"),
    with_of=words(""),
    pronouns_after=words(""),
    pronouns_before=words(""),
    some_day={},
    one_of_the=words(""),
    not_after={
        "hälfte": words("erste ersten erster zweite zweiten zweiter andere anderen bessere besseren"),
        "viele": words("wie so zu sehr"),
        "vielen": words("wie so zu sehr"),
        "wenige": words("nur"),
        "alle": words("vor"),
        "allen": words("vor"),
    },
    not_before={
        "null": words("toleranz uhr"),
        "halbe": words("wahrheit sache welt"),
        "kein": words("kommentar zweifel wunder problem ende"),
        "keine": words("rolle ahnung frage"),
        "alle": words("jahre"),
    },
    plural_endings=("en", "ern", "er", "te", "le", "se", "ne", "ge", "be", "me", "he", "s", "innen"),
    plurals=words("menschen leute kinder tote verletzte fälle männer frauen"),
    not_plurals=words(""),
)

APART = ApartWords(
    months={
        **numbered("januar februar märz april mai juni juli august september oktober november dezember", 1),
        **numbered("jan feb mär apr mai jun jul aug sep okt nov dez", 1),
        "jänner": 1,
        "sept": 9,
    },
    before_years=words(
        "in seit bis vor nach anfang mitte ende im jahr jahre jahres sommer winter herbst frühjahr frühling von"
    ),
    owners=words(""),
    parts_of_decades=words(""),
    quarters=words("Q H"),
    determiners=words(""),
    departures=words(""),
    decades={},
    decade_endings=words("er ern"),
    day_endings=frozenset("."),
    day_halves=words("uhr"),
    laps=words("in"),
    clocks=words(""),
    past_the_hour=Phrases(each(None, "viertel nach, viertel vor, kurz nach, kurz vor")),
    centuries=words("jahrhundert jahrhunderts jahrhunderte"),
    labels=words(
        "Artikel Art Paragraf Paragraph Absatz Abs Nr Nummer Kapitel Abbildung Abb Tabelle Tab Seite Raum Zimmer Halle"
        " Gleis Rang Linie Windows Boeing Airbus Apollo iPhone Bundesstraße Autobahn Stufe Phase Klasse Kategorie Band Teil"
        " Postfach ISBN DOI Flug Typ Version Bahnsteig Tor Platz Kanal Formel Anlage Ziffer Figur"
    ),
    label_links=words(""),
    capital_nouns=True,
    small_labels=words("§ §§ isbn doi version"),
    no_codes=words("top unter über ü mitte anfang ende"),
    identifiers=words("isbn doi version"),
    stages=words(""),
    no_labels_after=words(""),
    turns=words(""),
    turned=words(""),
    known_codes=words("9/11 24/7"),
    prepositions=words(""),
    models=words(""),
    streets=words(""),
    street_endings=("straße", "strasse", "str", "allee", "gasse", "platz", "damm", "ufer", "weg"),
    calls=words("telefon tel rufnummer notruf hotline"),
    addresses=words("http https www ftp mailto"),
    ballots=words(""),
    scores=words(
        "gewann gewannen gewinnt siegte siegten besiegte besiegten verlor verloren unterlag schlug sieg niederlage endstand"
        " unentschieden abstimmung spielstand stand traf endete führte"
    ),
)
