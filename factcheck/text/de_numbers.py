"""German: the words of which numbers are made. Nothing but tables."""

from __future__ import annotations

from fractions import Fraction

from factcheck.text.tables import numbered, words
from factcheck.text.tokens import Marks
from factcheck.text.vocabulary import NumberWords

BELOW_TWENTY = numbered(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
    " achtzehn neunzehn",
    0,
)
TENS = numbered("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10) | {"dreissig": 30}
ARTICLES = "ein eine einen einem einer eines"
ADJECTIVES = ("e", "en", "er", "es", "em")


def _below_a_thousand() -> dict[str, int]:
    """Every number below a thousand, each of which is one word: dreiundzwanzig, zweihundertfünf."""
    digits = {"ein": 1} | {word: value for word, value in BELOW_TWENTY.items() if 2 <= value <= 9}
    table = BELOW_TWENTY | {"zwo": 2} | TENS
    table |= {f"{digit}und{word}": value + tens for word, tens in TENS.items() for digit, value in digits.items()}
    below = {word: value for word, value in table.items() if value}
    for digit, value in {"": 1, **digits}.items():
        table[f"{digit}hundert"] = value * 100
        table |= {
            f"{digit}hundert{und}{word}": value * 100 + rest for word, rest in below.items() for und in ("", "und")
        }
    return table


ONES = _below_a_thousand()


def ordinal_stems() -> dict[str, int]:
    """The stems of the ordinals below a hundred, and of the round ones above: zweit, zwanzigst, hundertst."""
    irregular = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
    stems = {"siebent": 7}
    for word, value in ONES.items():
        if 0 < value <= 100:
            ending = "t" if value < 20 else "st"
            stems[irregular.get(value, word + ending)] = value
    return stems | {"tausendst": 1000, "millionst": 10**6}


ORDINALS = {f"{stem}{ending}": value for stem, value in ordinal_stems().items() for ending in ADJECTIVES}
DENOMINATORS = {"drittel": 3, "viertel": 4} | {
    f"{stem}el": value for stem, value in ordinal_stems().items() if value > 4 and stem != "siebent"
}
MIXED = {"anderthalb": Fraction(3, 2)} | {
    f"{word}einhalb": value + Fraction(1, 2) for word, value in {**BELOW_TWENTY, "ein": 1}.items() if value
}

NUMBERS = NumberWords(
    marks=Marks(decimal=",", group=".’'"),
    ones=ONES,
    tens={},
    hundreds={"hundert": 100},
    scales={
        "tausend": 10**3,
        **dict.fromkeys(("million", "millionen"), 10**6),
        **dict.fromkeys(("milliarde", "milliarden"), 10**9),
        **dict.fromkeys(("billion", "billionen"), 10**12),
        **dict.fromkeys(("billiarde", "billiarden"), 10**15),
        "viertelmillion": 250_000,
        "dreiviertelmillion": 750_000,
    },
    dozens={"dutzend": 12},
    glued={"tausend": 1000, "hundert": 100},
    mixed=MIXED | {f"{word}e": value for word, value in MIXED.items()},
    short_scales={
        **dict.fromkeys(("Tsd", "T"), 10**3),
        **dict.fromkeys(("Mio", "Mill"), 10**6),
        **dict.fromkeys(("Mrd", "Md", "Mia"), 10**9),
        "Bio": 10**12,
    },
    no_short_scales={},
    no_scales_near={},
    races={},
    loose_scales=words("Tsd Mio Mill Mrd Md Mia Bio"),
    stopped_scales=words("Tsd Mio Mill Mrd Md Mia Bio"),
    articles=words(ARTICLES),
    weak_ones=words(ARTICLES),
    conjunctions=words("und"),
    points=words("komma"),
    minuses=words("minus"),
    pluses=words("plus"),
    halves=words("hälfte halb halbe halben halber halbes halbem"),
    adjective_halves=words("halb halbe halben halber halbes halbem"),
    denominators=DENOMINATORS,
    plural_denominators=DENOMINATORS | {f"{word}n": value for word, value in DENOMINATORS.items()},
    of=words("von der des"),
    ordinals=ORDINALS,
    ordinal_endings=words(""),
    stop_openers=words(
        "der die das den dem des zum zur im am vom beim ihr ihre ihren ihrem sein seine seinen seinem jeder jede jedes"
        " jeden jedem ein eine einen einem"
    ),
)
