"""English: what numbers count. Nothing but tables."""

from __future__ import annotations

from fractions import Fraction

from factcheck.numeral import Kind
from factcheck.text.phrases import Phrases
from factcheck.text.vocabulary import Unit, UnitWords

CENT = Fraction(1, 100)
PERCENT = Unit(Kind.PERCENT, "%", CENT)
POINTS = Unit(Kind.POINTS, "points", CENT)
BASIS_POINTS = Unit(Kind.POINTS, "points", CENT / 100)

CURRENCIES = {  # the canonical sign of each currency: its other signs and codes, before a number, as they stand
    "£": "£ GBP UK£ STG£ £stg",
    "$": "$ USD US$ $US US",
    "A$": "A$ AU$ AUD $A $AU",
    "C$": "C$ CA$ CAD $C Can$",
    "NZ$": "NZ$ NZD $NZ",
    "HK$": "HK$ HKD",
    "S$": "S$ SGD",
    "€": "€ EUR",
    "¥": "¥ JPY",
    "CN¥": "CN¥ CNY RMB",
    "₹": "₹ INR Rs",
    "CHF": "CHF SFr",
    "kr": "SEK NOK DKK",
    "₩": "₩ KRW",
    "₽": "₽ RUB",
    "R$": "R$ BRL",
    "zł": "PLN",
}
MONEY_WORDS = {  # after a number: its currency, and the worth of one
    "pound pounds": ("£", 1),
    "dollar dollars dlr dlrs": ("$", 1),
    "stg": ("£", 1),
    "euro euros": ("€", 1),
    "yen": ("¥", 1),
    "yuan renminbi": ("CN¥", 1),
    "rupee rupees": ("₹", 1),
    "franc francs": ("CHF", 1),
    "rouble roubles ruble rubles": ("₽", 1),
    "won": ("₩", 1),
    "penny pence": ("£", 100),
    "cent cents": ("$", 100),
    "krona kronor krone kroner": ("kr", 1),
    "rand": ("R", 1),
    "zloty zlotys": ("zł", 1),
    "peso pesos": ("peso", 1),
    "shekel shekels": ("₪", 1),
    "lira": ("₺", 1),
}
MEASURES = {
    "nm": "nanometre nanometres nanometer nanometers",
    "µm": "micrometre micrometres micrometer micrometers micron microns",
    "km": "kilometre kilometres kilometer kilometers",
    "m": "metre metres meter meters",
    "cm": "centimetre centimetres centimeter centimeters",
    "mm": "millimetre millimetres millimeter millimeters",
    "mile": "mile miles",
    "yard": "yard yards",
    "ft": "foot feet",
    "inch": "inch inches",
    "kg": "kilogram kilograms kilogramme kilogrammes kilo kilos",
    "g": "gram grams gramme grammes",
    "mg": "milligram milligrams milligramme milligrammes",
    "µg": "microgram micrograms microgramme microgrammes mcg",
    "t": "tonne tonnes ton tons",
    "lb": "lb lbs",
    "oz": "ounce ounces",
    "stone": "stone",
    "l": "litre litres liter liters",
    "cl": "centilitre centilitres centiliter centiliters",
    "ml": "millilitre millilitres milliliter milliliters",
    "gallon": "gallon gallons",
    "pint": "pint pints",
    "barrel": "barrel barrels",
    "ha": "hectare hectares",
    "acre": "acre acres",
    "mph": "mph",
    "km/h": "kph kmh",
    "knot": "knot knots",
    "furlong": "furlong furlongs",
    "fathom": "fathom fathoms",
    "carat": "carat carats",
    "bushel": "bushel bushels",
    "mbar": "millibar millibars",
    "hPa": "hectopascal hectopascals",
    "Hz": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "dB": "decibel decibels",
    "V": "volt volts",
    "kcal": "calorie calories kilocalorie kilocalories",
    "kJ": "kilojoule kilojoules",
    "kWh": "kilowatt-hour kilowatt-hours",
    "W": "watt watts",
    "kW": "kilowatt kilowatts",
    "MW": "megawatt megawatts",
    "GW": "gigawatt gigawatts",
    "MWh": "megawatt-hour megawatt-hours",
    "GWh": "gigawatt-hour gigawatt-hours",
    "TWh": "terawatt-hour terawatt-hours",
    "MB": "megabyte megabytes",
    "GB": "gigabyte gigabytes",
    "TB": "terabyte terabytes",
    "°": "degree degrees",
}
DURATIONS = "second minute hour day week fortnight month quarter-hour year decade"
SYMBOLS = (
    "km m cm mm nm µm ft kg g mg µg t lb oz l cl ml ha W kW MW GW kWh MWh GWh TWh V kV mAh MB GB TB kB KB Mbps Gbps"
    " Hz kHz MHz GHz dB keV MeV GeV TeV mbar hPa kPa psi kcal kJ MJ"
)
TEMPERATURES = "CF"  # after digits that they touch: 31C


def _words() -> dict[str, Unit]:
    table: dict[str, Unit] = {
        **dict.fromkeys(("%", "per cent", "percent", "pct", "pc", "pct .", "per-cent"), PERCENT),
        **dict.fromkeys(("percentage points", "percentage point", "pp", "pps", "ppt", "ppts", "pp ."), POINTS),
        **dict.fromkeys(("% points", "% - points", "% point", "per cent points", "percent points"), POINTS),
        **dict.fromkeys(("points", "point"), POINTS),
        **dict.fromkeys(("basis points", "basis point", "bps", "bp"), BASIS_POINTS),
    }
    for words, (sign, parts) in MONEY_WORDS.items():
        table |= dict.fromkeys(words.split(), Unit(Kind.MONEY, sign, Fraction(1, parts)))
    for sign, names in CURRENCIES.items():
        table |= {name.lower(): Unit(Kind.MONEY, sign) for name in names.split() if len(name) == 3 and name.isalpha()}
    table |= {sign: Unit(Kind.MONEY, sign) for sign in "£€$₹"}
    for name, words in MEASURES.items():
        table |= {word.replace("-", " "): Unit(Kind.MEASURE, name) for word in words.split()}
    table |= {phrase: Unit(Kind.MEASURE, name) for phrase, name in COMPOUND_MEASURES.items()}
    for name in DURATIONS.split():
        table |= dict.fromkeys((name, f"{name}s"), Unit(Kind.DURATION, name))
        age = Unit(Kind.AGE, name)
        table |= dict.fromkeys((f"{name} old", f"{name}s old", f"{name} olds", f"{name}s of age"), age)
    table |= dict.fromkeys(("century", "centuries"), Unit(Kind.DURATION, "century"))
    for name, shorts in {"hour": "hr hrs", "minute": "min mins", "second": "sec secs"}.items():
        table |= dict.fromkeys(shorts.split(), Unit(Kind.DURATION, name))
    return table


COMPOUND_MEASURES = {
    "square miles": "square mile",
    "square mile": "square mile",
    "square kilometres": "km²",
    "square kilometre": "km²",
    "square metres": "m²",
    "square metre": "m²",
    "square centimetres": "cm²",
    "square feet": "sq ft",
    "square foot": "sq ft",
    "sq km": "km²",
    "sq m": "m²",
    "sq ft": "sq ft",
    "cubic metres": "m³",
    "cubic metre": "m³",
    "cubic kilometres": "km³",
    "cubic feet": "cu ft",
    "nautical miles": "nautical mile",
    "nautical mile": "nautical mile",
    "light years": "light year",
    "light year": "light year",
    "fluid ounces": "fl oz",
    "fl oz": "fl oz",
    "miles per hour": "mph",
    "miles an hour": "mph",
    "kilometres per hour": "km/h",
    "kilometres an hour": "km/h",
    "kilometers per hour": "km/h",
    "metres per second": "m/s",
    "m / s": "m/s",
    "km / h": "km/h",
    "º c": "°C",
    "º f": "°F",
    "ºc": "°C",
    "ºf": "°F",
    "° c": "°C",
    "° f": "°F",
    "°": "°",
    "degrees celsius": "°C",
    "degrees fahrenheit": "°F",
    "degrees c": "°C",
    "degrees f": "°F",
}


def _signs() -> dict[str, Unit]:
    table = {}
    for sign, names in CURRENCIES.items():
        for name in names.split():
            if name != "US":
                table[_apart(name)] = Unit(Kind.MONEY, sign)
    table["Rs ."] = Unit(Kind.MONEY, "₹")
    return table


def _apart(name: str) -> str:
    """The name with its letters and its sign as two tokens."""
    letters = "".join(sign for sign in name if sign.isalpha())
    signs = "".join(sign for sign in name if not sign.isalpha())
    if not letters or not signs:
        return name
    return f"{letters} {signs}" if name.startswith(letters) else f"{signs} {letters}"


UNITS = UnitWords(
    currency_signs=Phrases(_signs(), exact=True),
    symbols=Phrases(
        {
            "p": Unit(Kind.MONEY, "£", CENT),
            "¢": Unit(Kind.MONEY, "$", CENT),
            "in": Unit(Kind.MEASURE, "inch"),
            **{symbol: Unit(Kind.MEASURE, symbol) for symbol in SYMBOLS.split()},
            **{letter: Unit(Kind.MEASURE, f"°{letter}") for letter in TEMPERATURES},
            "km ²": Unit(Kind.MEASURE, "km²"),
            "m ²": Unit(Kind.MEASURE, "m²"),
        },
        exact=True,
    ),
    words=Phrases(_words()),
    touching=frozenset({"in", "V", "W", *TEMPERATURES}),
    bare_points=frozenset({"points", "point"}),
    shares=frozenset("error swing polls polling turnout approval popularity".split()),
    hyphened=frozenset({"second", "stone", "quarter", "minute", "won", "point"}),
    last=frozenset({"stone"}),
    glued={},
    per=frozenset({"per"}),
    rate_nouns={
        **{
            noun: noun
            for noun in (
                "night day week month year hour minute second mile ticket share barrel litre tonne ounce ton bushel gram"
                " pound word"
            ).split()
        },
        **{
            noun: noun
            for noun in (
                "gallon pint kilo kilometre metre acre hectare game match household pupil student child patient"
            ).split()
        },
        **dict.fromkeys(("head", "capita", "person"), "head"),
        "annum": "year",
        "piece": "piece",
    },
    rate_endings={"pp": "head", "pa": "year", "pw": "week", "pcm": "month", "pm": "month", "ph": "hour", "pn": "night"},
    distances=frozenset("ago earlier before previously later after".split()),
    populations=frozenset(
        "people population residents inhabitants head persons women men children adults births households"
        " patients pupils passengers citizens".split()
    ),
)
