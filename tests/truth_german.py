"""German news sentences with a known truth, drawn from a seed: all their numbers fit, or one was planted wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.truth import compared, listed, printed, swapped

PLACES = ("im Landkreis", "in Bayern", "an der Küste", "in der Hauptstadt", "im Norden")
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


def many(number: int) -> str:
    """A whole number in German digits."""
    return f"{number:,}".replace(",", ".")


def per_cent(over: int, under: int, places: int = 1) -> str:
    """A ratio as a percentage in German digits."""
    return printed(over, under, places).replace(".", ",")


def share(random: Random, slip: str) -> str:
    whole = random.randint(150, 9_000)
    part = random.randint(20, whole - 20)
    base = whole + random.randint(whole // 5, whole) if slip == "wrong base" else whole
    shown = per_cent(whole - part if slip == "complement" else part, base)
    return random.choice(
        (
            f"Geprüft wurden {many(part)} der {many(whole)} Heime ({shown} Prozent) {random.choice(PLACES)}.",
            f"Von den {many(whole)} verschickten Briefen wurden {many(part)} ({shown} %) beantwortet.",
            f"Mehr als erwartet, nämlich {shown} Prozent ({part}/{whole}), kannten das Angebot.",
            f"In der Umfrage nannten {shown} Prozent ({many(part)} von {many(whole)}) den Hausarzt.",
        )
    )


def change(random: Random, slip: str) -> str:
    before = random.randint(200, 5_000)
    after = before * random.randint(104, 180) // 100
    shown = per_cent(after if slip == "ratio printed as a rise" else after - before, before, 0)
    if slip == "digits swapped":
        after = swapped(after)
    return random.choice(
        (
            f"Binnen eines Jahres stiegen die Beschwerden um {shown} Prozent von {many(before)} auf {many(after)}.",
            f"Beim Rat gingen {many(after)} Briefe ein, {shown} Prozent mehr als die {many(before)} des Jahres 2016.",
            f"Die Besuche nahmen von {many(before)} im Mai auf {many(after)} im Juni zu, ein Zuwachs von {shown} Prozent.",
            f"Der Bestand wuchs um {shown} Prozent auf {many(after)} Tiere (Vorjahr: {many(before)}).",
        )
    )


def points(random: Random, slip: str) -> str:
    before = random.randint(100, 500)
    rise = random.randint(21, 99)
    unit = "Prozent" if slip == "per cent for points" else "Prozentpunkte"
    low, high, moved = (f"{number // 10},{number % 10}" for number in (before, before + rise, rise))
    return random.choice(
        (
            f"Die Zustimmung legte um {moved} {unit} von {low} auf {high} Prozent zu.",
            f"Die Quote kletterte um {moved} {unit} auf {high} Prozent nach {low} Prozent im Vorjahr.",
        )
    )


def total(random: Random, slip: str) -> str:
    several, whole = listed(random, slip, ("Busse", "Bahnen", "Lastwagen", "Taxis", "Räder"), "und")
    return random.choice(
        (
            f"Das Werk besitzt {several}, zusammen {whole} Fahrzeuge.",
            f"Zur Flotte gehören insgesamt {whole} Fahrzeuge: {several}.",
            f"Sie zählten {several} – insgesamt also {whole}.",
        )
    )


def difference(random: Random, slip: str) -> str:
    less, more, apart = compared(random, slip)
    return random.choice(
        (
            f"Das Museum hatte {more} Gäste, {apart} mehr als die {less} der Vorwoche.",
            f"Die Zahl der Gäste fiel um {apart} von {more} auf {less}.",
            f"Die Zahl der Gäste erhöhte sich um {apart} auf {more} nach {less} in der Vorwoche.",
        )
    )


def restated(random: Random, slip: str) -> str:
    words, shown = random.choice((("Ein Drittel", 333), ("Jeder Zehnte", 102), ("Knapp ein Fünftel", 193)))
    if slip == "share told twice":
        shown += 150
    return f"{words} ({shown // 10},{shown % 10} Prozent) der Befragten {random.choice(PLACES)} war dafür."


def remainder(random: Random, slip: str) -> str:
    first, second = random.randint(30, 50), random.randint(10, 30)
    rest = 100 - first - second + (12 if slip == "rest off" else 0)
    return f"Zufrieden waren {first} Prozent, {second} Prozent nicht, und die restlichen {rest} Prozent schwiegen."


def weekday(random: Random, slip: str) -> str:
    day = date(2010, 1, 1) + timedelta(random.randint(0, 4_000))
    name = DAYS[(day.weekday() + (2 if slip == "wrong weekday" else 0)) % 7]
    written = f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
    return random.choice((f"Eröffnet wurde am {name}, dem {written}.", f"Bis {name}, {written}, blieb sie offen."))


def other(random: Random, _: str) -> str:
    first, second, third = (random.randint(13, 900) for _ in range(3))
    return random.choice(
        (
            f"Seit 2016 kamen {first} Anwohner, {second} davon mit dem Rad; {third} blieben zu Hause.",
            f"Der Bürgermeister, 52, sprach {first} Minuten lang vor rund {second} Zuhörern.",
            f"Die Strecke ist {first} Kilometer lang und kostet {second} Millionen Euro, bis 2030 kommen {third} dazu.",
            f"Von Platz {first % 9 + 2} stieg der Verein auf Platz 1, mit {second} Punkten vor {third} Zuschauern.",
            f"Insgesamt {first} Frauen und {second} Männer nahmen teil, {third} von ihnen zum ersten Mal.",
            f"In den Jahren 2015 und 2016 waren es {first} und {second} Fälle, zuletzt {third}.",
        )
    )


TRUE: dict[str, Callable[[Random, str], str]] = {
    "share": share,
    "change": change,
    "points": points,
    "total": total,
    "difference": difference,
    "restated": restated,
    "remainder": remainder,
    "weekday": weekday,
    "other": other,
}
SLIPS = {
    "wrong base": "share",
    "complement": "share",
    "ratio printed as a rise": "change",
    "digits swapped": "change",
    "per cent for points": "points",
    "a part left out": "total",
    "a part counted twice": "total",
    "difference off": "difference",
    "share told twice": "restated",
    "rest off": "remainder",
    "wrong weekday": "weekday",
}


def article(random: Random, slip: str = "") -> str:
    """Three to six sentences, true but for the slip."""
    chosen = random.sample(sorted(TRUE), random.randint(3, 6))
    if slip and SLIPS[slip] not in chosen:
        chosen[0] = SLIPS[slip]
    return " ".join(TRUE[name](random, slip if slip and SLIPS[slip] == name else "") for name in chosen)
