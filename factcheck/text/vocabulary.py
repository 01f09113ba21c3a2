"""The tables of words that a language pack is made of, one for each part of the grammar of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from factcheck.interval import Interval
from factcheck.numeral import Kind, Meaning, Sense, Width
from factcheck.text.phrases import Phrases
from factcheck.text.tokens import Marks

ONE = Fraction(1)
Words = frozenset[str]


class Unit(NamedTuple):
    """What a number counts: its kind, its canonical name ("£", "km", "month"), and what one of it is worth."""

    kind: Kind
    name: str = ""
    factor: Fraction = ONE


class Hedging(NamedTuple):
    """What a hedging phrase does, and what it says about the number after it ("as young as": an age)."""

    sense: Sense
    width: Width
    unit: Unit | None = None


class HedgeWords(NamedTuple):
    """The phrases of one sense, set off by commas: before a number, after it, both for ages; and how far they reach."""

    before: str
    after: str = ""
    ages: str = ""
    after_ages: str = ""
    width: Width = Width()


class Rank(NamedTuple):
    """A rank that a word tells without a number, or the end that is counted from."""

    low: bool = False


class RangeOpener(NamedTuple):
    """What announces a range: the words that link its ends, and what it says about them ("aged": years of age)."""

    links: Words
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of which numbers are made."""

    marks: Marks
    ones: Mapping[str, int]  # zero to nineteen; and every number below a thousand that is one word
    tens: Mapping[str, int]
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]  # thousand, million
    dozens: Mapping[str, int]
    glued: Mapping[str, int]  # written in one word with what they multiply: zweitausend
    mixed: Mapping[str, Fraction]  # anderthalb: one and a half
    short_scales: Mapping[str, int]  # written after digits, as they stand: k, m, bn
    no_short_scales: Mapping[str, Words]  # before these words they are something else: the 100m final
    no_scales_near: Mapping[str, Words]  # and not far after these: waves of 4m
    races: Mapping[str, Words]  # and so are they after "the" and these digits: ran the 400m
    loose_scales: Words  # those of them that may stand apart from the digits
    stopped_scales: Words  # those of them that end with a full stop: Mio.
    articles: Words  # "one" before a scale word
    weak_ones: Words  # words for one that are articles as well: one in a share, nothing by themselves
    conjunctions: Words  # and
    points: Words  # two point five
    minuses: Words
    pluses: Words  # plus or minus three
    halves: Words
    adjective_halves: Words  # those of them that stand right before what they halve: ein halbes Jahr
    denominators: Mapping[str, int]  # third, quarter: after one
    plural_denominators: Mapping[str, int]
    of: Words
    ordinals: Mapping[str, int]
    ordinal_endings: Words  # 1st, 2nd
    stop_openers: Words  # words after which a full stop makes digits an ordinal: der 3. Platz
    money_scales: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # after amounts of a currency: Rs 5 Cr


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What numbers count."""

    currency_signs: Phrases[Unit]  # before the number, as they stand
    symbols: Phrases[Unit]  # after it, as they stand: £, p, km
    touching: Words  # symbols that must touch the number: 10in
    words: Phrases[Unit]  # after it: per cent, pounds, months, years old
    glued: Mapping[str, Unit]  # in one word with a number: neunmonatig
    bare_points: Words  # "points" without "percentage": after a percentage only
    shares: Words  # or not far after these words: a swing of seven points
    hyphened: Words  # a unit only after a hyphen or "one": thirty-second, but not "two second homes"
    last: Words  # those of them that are one where no noun follows as well: weighs nine stone
    per: Words
    rate_nouns: Mapping[str, str]  # after an article: £30 a head
    rate_endings: Mapping[str, str]  # that touch a price: £649pp
    distances: Words  # "142 a year earlier" is no rate
    populations: Words  # 100,000 people: no part of the unit


@dataclass(frozen=True, slots=True)
class RelationWords:
    """What makes one number of two."""

    parts: Phrases[None]  # in, out of, in every
    doubtful_parts: Words  # those of them that often link two numbers that are no share
    each: Words  # before an ordinal: jeder fünfte
    to: Words  # 10 to 12
    against: Words  # 3 to 1
    targets: Words  # from 5 to 7
    ratio_words: Words  # outnumbered by 3 to 2
    odds: Words  # 5-2 favourites
    ratio_openers: Phrases[None]  # a ratio of
    range_openers: Phrases[RangeOpener]
    sources: Words  # from: what follows is where something was, not a range


@dataclass(frozen=True, slots=True)
class RankWords:
    """Multiples, ordinals and ranks."""

    multiples: Mapping[str, Fraction]  # doubled, halved
    counted_multiples: Words  # those of them that by themselves tell how often: twice
    cautious_multiples: Words  # those that are often something else: double, halves
    folds: Words
    times: Words
    crosses: Words  # 10x
    as_words: Words
    comparatives: Words  # "three times more" may be three times or four
    referents: Words  # twice the
    joint: Phrases[None]
    rank_stems: Mapping[str, int]  # in one word with a superlative: zweithäufigste
    superlative_endings: tuple[str, ...]  # of superlatives that such stems go before
    superlatives: Mapping[str, Rank]  # largest, youngest
    most: Mapping[str, Rank]  # most, least: before an adjective
    adjective_endings: tuple[str, ...]
    doubtful_superlatives: Words  # those that are often something else: third last year
    no_ordinal_before: Words  # first aid, third party
    no_ordinal_after: Words  # at first
    no_fraction_before: Words  # a third man
    no_share_before: Words  # every second counts
    thing_endings: tuple[str, ...] = ()  # of more such nouns: a third candidate
    calendar_after: Words = frozenset()  # the preceding three quarters: of a year each
    in_a_row: Words = frozenset()  # three quarters of growth in a row


@dataclass(frozen=True, slots=True)
class VagueWords:
    """Words that say no exact number, and all or nothing."""

    amounts: Phrases[Meaning]
    scalable: Phrases[Meaning]  # several hundred, a few thousand
    shares: Phrases[Meaning]  # most, a minority
    nothing: Words
    everything: Words
    both: Words
    margins: Words  # "a majority of 12": so many votes, no share
    surely: Words  # those of them that are never anything else: none, nil
    with_of: Words  # amounts that are verbs or the like without "of": scores
    pronouns_after: Words  # one day, one of these
    pronouns_before: Words  # no one, this one, the old one
    some_day: Mapping[str, Words]  # "One day": at some time
    one_of_the: Words  # one of the largest: superlatives, and what makes them
    not_after: Mapping[str, Words]  # "how many": no amount
    not_before: Mapping[str, Words]  # "zero tolerance": no number
    plural_endings: tuple[str, ...]
    plurals: Words
    not_plurals: Words
    periods: Mapping[str, Words] = field(default_factory=dict)  # "left in the half": a time, where no noun follows
    halved: Words = frozenset()  # nor these: the half of them, the half that


@dataclass(frozen=True, slots=True)
class FrameWords:
    """What stands around a number: hedges, directions, and words that add nothing."""

    hedges_before: Phrases[Hedging]
    hedges_after: Phrases[Hedging]
    directions_before: Phrases[int]
    directions_after: Phrases[int]
    count_directions: Words  # those that may follow a plain count: 40 more
    no_direction_after: Words  # made up 52 per cent
    moves: Words  # more such verbs, after which "6p to 241p" is a step and where it led: added
    levels: Words  # hedges that make a direction one of where something went, not how far: fell below 50
    places: Mapping[str, Words]  # "spread over 200 hectares": no hedge after these words
    phrasal: Mapping[str, Words]  # "takes over 344 staff": no hedge of a number that is not round after these verbs,
    taken: Words  # nor of a round one before these things
    lapses: Words  # "over five years": a hedge only where one of `spans` stands before it
    seasons: Words  # "over Christmas", "over the winter": no rise
    periods: Words  # nor these after an article: over the past year
    spans: Words  # for, took, lasted
    by: Words
    than: Words
    neutral: Phrases[None]  # the, just, a total of
    no_names_after: Words  # "in Leeds, 31, …" tells no age
    persons: Words  # a girl, 11, was hurt
    people: Words  # women over 50
    pronouns: Words  # she was 79
    being: Words
    are: Words
    some: Words  # of whom most are over 50
    turning: Words  # turned 18
    lives: Words  # died at 91
    at: Words
    after_ages: Words  # "was 79 when", but not "was 79 not out"
    over_ages: Mapping[str, Sense]  # under-18s
    plural_ages: Mapping[str, int]  # under-fives
    age_endings: Words
    age_unit: Unit
    cells: Mapping[str, Interval]  # what marks in a table's cell stand for
    definite: Words = frozenset()  # below the 2.4m: what it is compared with is no hedged number
    thresholds: Words = frozenset()  # but above the 50% mark
    growths: Words = frozenset()  # growth over £5m: over what there was before


@dataclass(frozen=True, slots=True)
class ApartWords:
    """What looks like a number and is none: dates, times, scores, codes."""

    months: Mapping[str, int]
    before_years: Words  # in 2017
    owners: Words  # in his 30s
    parts_of_decades: Words  # mid, early
    quarters: Words  # Q3 2017
    determiners: Words  # the 2020 Olympics, the Seven Sisters
    departures: Words  # the 7.15 from Leeds
    decade_endings: Words  # 1990s
    decades: Mapping[str, int]  # her thirties, the sixties
    day_endings: Words  # 3rd April
    day_halves: Words  # am, pm
    clocks: Words  # 9 o'clock
    laps: Words  # "in 2:04:35": no time of day
    past_the_hour: Phrases[None]  # half past
    centuries: Words
    labels: Words  # Article 50, as written
    label_links: Words  # Group of Seven
    capital_nouns: bool  # so that a capital letter in a sentence names nothing
    small_labels: Words  # page 7
    no_codes: Words  # Under-18s, top-10: not like Covid-19
    identifiers: Words  # those that a colon may follow: reference: 12
    stages: Words  # those that numbers in words may follow: wave four
    no_labels_after: Words  # "can seat 853", "of this type 360 coins": no labels
    turns: Words  # "in the first wave 312 fell ill", "the actual figure 586": no labels of long numbers
    turned: Words  # labels that are none of long numbers behind some words
    known_codes: Words  # 9/11
    models: Words  # the 747
    prepositions: Words  # "in the South 12 died": no name
    streets: Words  # after the number of a house
    street_endings: tuple[str, ...]  # of words before it: Hauptstraße 10
    calls: Words  # dial 999
    addresses: Words  # https
    scores: Words  # a 5-4 vote
    ballots: Words  # before "by": passed by 220 to 211
    wickets: Words = frozenset()  # 3 for 89
    after_wickets: Words = frozenset()  # declared


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What stands between numbers that a sentence puts together, some of it as alternatives of a pattern (`a|b`)."""

    articles: Words
    function_words: Words  # what names nothing
    partitives: Words  # between a number and its noun: three of the cases
    determiners: str  # the, its
    no_nouns: str  # words that no noun phrase goes on beyond
    conjunctions: str  # before the last item of a list
    definite: str  # before a number of things that were told of before
    plural: str  # pattern of a noun in the plural, or of any where plurals have no ending of their own
    no_definite_before: str  # "the 956 cases in Kent": after these words they are others
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The phrases of each relation; of English, those in the modules of the relations."""
