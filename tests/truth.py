"""News sentences with a known truth, drawn from a seed: all their numbers fit, or one of them was planted wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

PLACES = ("the county", "the north", "Wales", "the capital", "coastal towns")


def printed(over: int, under: int, places: int) -> str:
    """A ratio as a percentage, halves upwards."""
    return str((Decimal(100 * over) / Decimal(under)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def share(random: Random, slip: str) -> str:
    whole = random.randint(150, 9_000)
    part = random.randint(20, whole - 20)
    base = whole
    if slip == "wrong base":
        base = whole + random.randint(whole // 5, whole)
    shown = printed(whole - part if slip == "complement" else part, base, 1)
    forms = (
        f"Inspectors visited {part:,} of the {whole:,} homes ({shown}%) in {random.choice(PLACES)}.",
        f"Of the {whole:,} letters that were sent, {part:,} were answered ({shown} per cent).",
        f"Nearly everyone knew it, and {shown}% ({part}/{whole}) had used it.",
        f"In the survey {shown} per cent ({part:,} of {whole:,}) named their doctor.",
    )
    return random.choice(forms)


def change(random: Random, slip: str) -> str:
    before = random.randint(200, 5_000)
    after = before * random.randint(104, 180) // 100
    shown = printed(after - before, before, 0)
    if slip == "ratio printed as a rise":
        shown = printed(after, before, 0)
    if slip == "digits swapped":
        after = swapped(after)
    forms = (
        f"Complaints about noise rose {shown}% from {before:,} to {after:,} within a year.",
        f"The council received {after:,} letters, up {shown}% from {before:,} in 2016.",
        f"Visits went from {before:,} in May to {after:,} in June, an increase of {shown} per cent.",
    )
    return random.choice(forms)


def points(random: Random, slip: str) -> str:
    before = random.randint(100, 500)
    rise = random.randint(21, 99)
    unit = "per cent" if slip == "per cent for points" else "percentage points"
    before_shown, after_shown = (f"{number // 10}.{number % 10}" for number in (before, before + rise))
    return f"Support was up {rise // 10}.{rise % 10} {unit} from {before_shown}% to {after_shown}%."


def listed(random: Random, slip: str, names: Sequence[str], conjunction: str) -> tuple[str, int]:
    """Two to four counts of these names as an enumeration, and what is said to be their total."""
    parts = [random.randint(11, 400) for _ in range(random.randint(2, 4))]
    whole = sum(parts)
    if slip == "a part left out":
        whole -= parts[0]
    if slip == "a part counted twice":
        whole += parts[-1]
    nouns = [f"{part} {name}" for part, name in zip(parts, random.sample(names, len(parts)), strict=True)]
    return f"{', '.join(nouns[:-1])} {conjunction} {nouns[-1]}", whole


def total(random: Random, slip: str) -> str:
    several, whole = listed(random, slip, ("vans", "buses", "trams", "lorries", "taxis"), "and")
    forms = (f"It owns {several}, a total of {whole}.", f"The fleet has {several}, {whole} vehicles in all.")
    return random.choice(forms)


def compared(random: Random, slip: str) -> tuple[int, int, int]:
    """A count, a greater one, and what is said to be between them."""
    less = random.randint(120, 700)
    more = less + random.randint(12, 80)
    apart = more - less + (10 if slip == "difference off" else 0)
    return less, more, apart


def difference(random: Random, slip: str) -> str:
    less, more, apart = compared(random, slip)
    return f"The museum had {more} guests, {apart} more than the {less} of the week before."


def rate(random: Random, slip: str) -> str:
    population = 1_000 * random.randint(210, 990) + 50
    events = random.randint(60, 900)
    per = 10_000 if slip == "wrong rate" else 100_000
    return (
        f"There were {events} deaths among {population:,} people,"
        f" or {printed(events * 1_000, population, 1)} per {per:,}."
    )


def restated(random: Random, slip: str) -> str:
    words, low, high = random.choice((("a third", 323, 343), ("a quarter", 243, 257), ("three in ten", 293, 307)))
    shown = random.randint(low, high) + (80 if slip == "words and figures apart" else 0)
    return f"About {random.choice(PLACES)}, {words} ({shown // 10}.{shown % 10} per cent) said they were content."


def remainder(random: Random, slip: str) -> str:
    first = random.randint(30, 50)
    second = random.randint(10, 40)
    rest = 100 - first - second + (10 if slip == "rest off" else 0)
    return f"In the end {first}% voted yes, {second}% voted no and the remaining {rest}% stayed away."


def multiple(random: Random, slip: str) -> str:
    less = random.randint(40, 300)
    times = random.choice((2, 3, 4))
    word = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}[times + (slip == "a multiple too many")]
    return f"The clinic had {less * times} patients, {word} as many as the {less} of the year before."


def mean(random: Random, slip: str) -> str:
    number, each = random.randint(12, 90), random.randint(20, 400)
    shown = each + 30 if slip == "mean off" else each
    return f"The {number} pupils raised £{number * each:,}, an average of £{shown} each."


def shares(random: Random, _slip: str) -> str:
    first, second = random.randint(20, 45), random.randint(20, 45)
    whole = random.randint(300, 2_000)
    return f"Of the {whole:,} readers, {first}% liked the new type and {second}% disliked it."


def weekday(random: Random, slip: str) -> str:
    day = date(2016, 1, 1) + timedelta(random.randint(0, 1_000))
    told = day + timedelta(1) if slip == "weekday off" else day
    return f"The inquiry opened on {told:%A}, {day.day} {day:%B} {day.year}, and went on for weeks."


def lifetime(random: Random, slip: str) -> str:
    born, age = random.randint(1890, 1950), random.randint(30, 90)
    died = born + age + random.randint(0, 1)
    return f"Born in {born} in Hull, he died in {died} aged {age + (10 if slip == 'age off' else 0)}."


def between(random: Random, _slip: str) -> str:
    low = random.randint(3, 20)
    return f"Repairs took between {low} and {low + random.randint(1, 9)} days."


def direction(random: Random, slip: str) -> str:
    before = random.randint(200, 5_000)
    after = before + random.randint(20, 150)
    return f"The number of letters {'fell' if slip == 'the other way' else 'rose'} to {after:,} from {before:,} a year ago."


def shift(random: Random, slip: str) -> str:
    before = random.randint(900, 5_000)
    by = before * random.randint(4, 60) // 100
    told = by * 2 if slip == "of another number" else by
    return f"The number of permits rose by {by:,}, or {printed(told, before, 1)}%, to {before + by:,}."


def split(random: Random, slip: str) -> str:
    first, last = random.randint(200, 900), random.randint(200, 900)
    shown = [printed(number, first + last, 1) for number in (first, last)]
    told = swapped(first) if slip == "a part of another whole" else first
    return f"The jury read {told} ({shown[0]}%) novels and {last} ({shown[1]}%) plays."


TEMPLATES = (
    *(share, change, points, total, difference, rate, restated, remainder),
    *(multiple, mean, shares, weekday, lifetime, between, direction, shift, split),
)
TRUE: dict[str, Callable[[Random, str], str]] = {function.__name__: function for function in TEMPLATES}
SLIPS = {
    "wrong base": share,
    "complement": share,
    "ratio printed as a rise": change,
    "digits swapped": change,
    "per cent for points": points,
    "a part left out": total,
    "a part counted twice": total,
    "difference off": difference,
    "wrong rate": rate,
    "words and figures apart": restated,
    "rest off": remainder,
    "a multiple too many": multiple,
    "mean off": mean,
    "weekday off": weekday,
    "age off": lifetime,
    "the other way": direction,
    "of another number": shift,
    "a part of another whole": split,
}
FILLERS = (
    "The report was published on 3 April 2017 and runs to 84 pages.",
    "Section 12 of the 2003 Act has not changed since.",
    "Between 10 and 12 towns took part, some for the 2nd time.",
    "Under-18s paid half; 24/7 opening began in 2016.",
    "Of 16 to 24-year-olds, most came by bus, and 3 in 10 walked.",
    "He won 6-4, 7-5 in two hours.",
)


def swapped(number: int) -> int:
    """The number with two neighbouring digits swapped: the leftmost two that differ."""
    digits = str(number)
    at = next((at for at in range(len(digits) - 1) if digits[at] != digits[at + 1]), None)
    if at is None:
        return number + 100
    return int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def article(random: Random, slip: str = "") -> str:
    """A few sentences in paragraphs; one of them with the slip, where one is named."""
    wrong = SLIPS.get(slip)
    true = random.sample(sorted(TRUE), 4)
    sentences = [TRUE[name](random, "") for name in true if TRUE[name] is not wrong]
    sentences += random.sample(FILLERS, 2)
    if wrong is not None:
        sentences.append(wrong(random, slip))
    random.shuffle(sentences)
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))
