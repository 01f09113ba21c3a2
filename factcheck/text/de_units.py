"""German: what numbers count. Nothing but tables."""

from __future__ import annotations

from fractions import Fraction

from factcheck.numeral import Kind
from factcheck.text.phrases import Phrases
from factcheck.text.tables import words
from factcheck.text.vocabulary import Unit, UnitWords

CENT = Fraction(1, 100)
PERCENT = Unit(Kind.PERCENT, "%", CENT)
POINTS = Unit(Kind.POINTS, "points", CENT)
AGE = Unit(Kind.AGE, "year")

CURRENCIES = {"€": "€ EUR", "$": "$ USD", "£": "£ GBP", "CHF": "CHF Fr", "¥": "¥ JPY", "kr": "SEK NOK DKK"}
MONEY_WORDS = {  # after a number: its currency, and the worth of one
    "euro euros": ("€", 1),
    "dollar dollars": ("$", 1),
    "pfund": ("£", 1),
    "franken": ("CHF", 1),
    "yen": ("¥", 1),
    "kronen": ("kr", 1),
    "rubel": ("₽", 1),
    "mark": ("DM", 1),
    "cent": ("€", 100),
    "rappen": ("CHF", 100),
}
MEASURES = {
    "km": "kilometer kilometern",
    "m": "meter metern",
    "cm": "zentimeter zentimetern",
    "mm": "millimeter millimetern",
    "kg": "kilogramm kilo",
    "g": "gramm",
    "t": "tonne tonnen",
    "l": "liter litern",
    "ha": "hektar",
    "km²": "quadratkilometer quadratkilometern",
    "m²": "quadratmeter quadratmetern",
    "m³": "kubikmeter kubikmetern",
    "km/h": "stundenkilometer stundenkilometern",
    "kWh": "kilowattstunde kilowattstunden",
    "MW": "megawatt",
    "GW": "gigawatt",
    "°": "grad",
    "barrel": "barrel",
}
DURATIONS = {
    "second": "sekunde sekunden",
    "minute": "minute minuten",
    "hour": "stunde stunden",
    "day": "tag tage tagen",
    "week": "woche wochen",
    "month": "monat monate monaten",
    "quarter": "quartal quartale quartalen",
    "year": "jahr jahre jahren jahres",
    "decade": "jahrzehnt jahrzehnte jahrzehnten",
    "century": "jahrhundert jahrhunderte jahrhunderten",
}
GLUED = {
    "sekündig": "second",
    "minütig": "minute",
    "stündig": "hour",
    "tägig": "day",
    "wöchig": "week",
    "monatig": "month",
}
ENDINGS = ("", "e", "en", "er", "es", "em")
SYMBOLS = "km m cm mm kg g mg t l ml ha kWh kW MW GW TWh GWh MWh GB MB TB"


def _words() -> dict[str, Unit]:
    table: dict[str, Unit] = {
        **dict.fromkeys(("%", "prozent", "v . h .", "vom hundert"), PERCENT),
        **{f"prozentig{ending}": PERCENT for ending in ENDINGS},
        **dict.fromkeys(("prozentpunkt", "prozentpunkte", "prozentpunkten", "pp"), POINTS),
        **dict.fromkeys(("punkt", "punkte", "punkten", "zähler"), POINTS),
        **dict.fromkeys(("basispunkt", "basispunkte", "basispunkten"), Unit(Kind.POINTS, "points", CENT / 100)),
        "grad celsius": Unit(Kind.MEASURE, "°C"),
        "° c": Unit(Kind.MEASURE, "°C"),
        "ºc": Unit(Kind.MEASURE, "°C"),
        "º c": Unit(Kind.MEASURE, "°C"),
        "°": Unit(Kind.MEASURE, "°"),
        "km / h": Unit(Kind.MEASURE, "km/h"),
        "us - dollar": Unit(Kind.MONEY, "$"),
    }
    for listed, (sign, parts) in MONEY_WORDS.items():
        table |= dict.fromkeys(listed.split(), Unit(Kind.MONEY, sign, Fraction(1, parts)))
    for sign, names in CURRENCIES.items():
        table |= {name.lower(): Unit(Kind.MONEY, sign) for name in names.split()}
    for name, listed in MEASURES.items():
        table |= dict.fromkeys(listed.split(), Unit(Kind.MEASURE, name))
    for name, listed in DURATIONS.items():
        table |= dict.fromkeys(listed.split(), Unit(Kind.DURATION, name))
        table |= {f"{word} alt{ending}": Unit(Kind.AGE, name) for word in listed.split() for ending in ENDINGS}
    table |= {f"jährig{ending}": AGE for ending in ENDINGS}
    return table | {f"{stem}{ending}": Unit(Kind.DURATION, name) for stem, name in GLUED.items() for ending in ENDINGS}


UNITS = UnitWords(
    currency_signs=Phrases(
        {name: Unit(Kind.MONEY, sign) for sign, names in CURRENCIES.items() for name in names.split()}
        | {"US $": Unit(Kind.MONEY, "$")},
        exact=True,
    ),
    symbols=Phrases(
        {symbol: Unit(Kind.MEASURE, symbol) for symbol in SYMBOLS.split()}
        | {"km ²": Unit(Kind.MEASURE, "km²"), "m ²": Unit(Kind.MEASURE, "m²"), "m ³": Unit(Kind.MEASURE, "m³")},
        exact=True,
    ),
    touching=words(""),
    words=Phrases(_words()),
    glued={
        **{f"jährig{ending}": AGE for ending in ENDINGS},
        **{f"{stem}{ending}": Unit(Kind.DURATION, name) for stem, name in GLUED.items() for ending in ENDINGS},
    },
    bare_points=words("punkt punkte punkten zähler"),
    shares=words(""),
    hyphened=words("punkt mark"),
    last=words(""),
    per=words("pro je"),
    rate_nouns={
        "kopf": "head",
        "person": "head",
        "einwohner": "head",
        "tag": "day",
        "nacht": "night",
        "woche": "week",
        "monat": "month",
        "jahr": "year",
        "stunde": "hour",
        "minute": "minute",
        "liter": "litre",
        "kilo": "kilo",
        "kilometer": "kilometre",
        "stück": "piece",
        "haushalt": "household",
        "kind": "child",
    },
    rate_endings={},
    distances=words("zuvor davor früher später vorher"),
    populations=words("einwohner einwohnern einwohnerinnen menschen personen frauen männer kinder haushalte geburten"),
)
