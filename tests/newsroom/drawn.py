"""What a sentence prints: numbers drawn so that it is true, or with one slip that its words alone give away.

A draw is None where the numbers came out so that a reader could not tell, or would not print them; then it is repeated.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from random import Random

Words = dict[str, str | int]
Draw = Callable[[Random, bool], Words | None]
NAMES = "Ruth Calder,Owen Price,Maria Santos,Leila Haddad,Jan Kowalski,Ines Duarte,Peter Lund,Amy Okoro".split(",")
OVER, UNDER, NEAR = (
    ("more than", "just over", "a little over"),
    ("nearly", "almost", "just under"),
    ("about", "roughly"),
)
FRACTIONS = {
    "half": Fraction(1, 2),
    "a third": Fraction(1, 3),
    "a quarter": Fraction(1, 4),
    "a fifth": Fraction(1, 5),
    "a tenth": Fraction(1, 10),
    "two thirds": Fraction(2, 3),
    "three quarters": Fraction(3, 4),
    "one in three": Fraction(1, 3),
    "one in five": Fraction(1, 5),
    "one in six": Fraction(1, 6),
    "one in eight": Fraction(1, 8),
    "two in five": Fraction(2, 5),
    "three in ten": Fraction(3, 10),
    "nine out of ten": Fraction(9, 10),
}


def printed(value: Fraction, places: int = 0) -> str:
    """A number as it is printed, rounded half up."""
    steps = (2 * value * 10**places + 1) // 2
    whole, rest = divmod(abs(steps), 10**places)
    return f"{'-' if steps < 0 else ''}{whole:,}" + (f".{rest:0{places}}" if places else "")


def swapped(random: Random, number: int) -> int:
    """The number with two neighbouring digits the other way round, or the number itself where that is no other."""
    digits = str(number)
    ways = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and (at or digits[1] != "0")]
    if not ways:
        return number
    at = random.choice(ways)
    return int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def count(random: Random, digits: tuple[int, ...] = (2, 3, 3, 3, 3, 4, 4, 4, 5, 5)) -> int:
    power = random.choice(digits)
    return random.randrange(2 * 10 ** (power - 1), 10**power)


def hedged(random: Random, value: Fraction, side: int = 0) -> str:
    """A whole percentage with a hedge that fits; where a side is given, the hedge is of that side."""
    whole = int(printed(value).replace(",", ""))
    side = side or (whole < value) - (whole > value)
    hedges = random.choice((NEAR, OVER if side > 0 else UNDER)) if side else NEAR
    return f"{random.choice(hedges)} {whole}"


def share(random: Random, slip: bool) -> Words | None:
    n = count(random)
    k = round(n * random.uniform(0.02, 0.97))
    true = told = Fraction(100 * k, n)
    if slip:
        way = random.randrange(4)
        if way == 0:
            told = 100 - true
        elif way == 1:
            told += random.choice((-1, 1)) * random.randint(4, 15)
        elif way == 2:
            k = swapped(random, k)
        else:
            n = swapped(random, n)
        if not (k < n and 2 < told < 98 and abs(told - Fraction(100 * k, n)) > 3):
            return None
    if not (1 < k < n and 1 < true < 99):
        return None
    return {"k": k, "n": n, "p0": printed(told), "p1": printed(told, 1)}


def share_hedged(random: Random, slip: bool) -> Words | None:
    if (words := share(random, slip)) is None:
        return None
    true = Fraction(100 * int(words["k"]), int(words["n"]))
    told = Fraction(words["p1"]) if slip else true
    return words | {"hp": hedged(random, told, (told > true) - (told < true)) + "{%}"}


def fraction(random: Random, slip: bool) -> Words | None:
    name, exact = random.choice(list(FRACTIONS.items()))
    n = count(random)
    side = random.choice((-1, 0, 0, 1))
    if slip:
        off = Fraction(random.randint(40, 150), 1000) * (-side or random.choice((-1, 1)))
    else:
        off = Fraction(random.randint(2, 12), 1000) * (side or random.choice((-1, 1)))
    if not side and not slip and random.random() < 0.5:
        off /= 4
    k = round(n * (exact + off))
    true = Fraction(k, n)
    beside = (true - exact) * side
    fits = abs(true - exact) < min(Fraction(15, 1000), exact * Fraction(6, 100)) and (not side or beside > 0)
    wrong = abs(true - exact) > Fraction(35, 1000) and (not side or beside < 0)
    if not (Fraction(2, 100) < true < Fraction(98, 100) and (wrong if slip else fits)):
        return None
    hedge = random.choice({1: OVER, -1: UNDER, 0: NEAR}[side])
    if not side and abs(true - exact) < Fraction(4, 1000):
        hedge = ""
    words = f"{hedge} {name}".strip()
    return {"fraction": words, "Fraction": words[0].upper() + words[1:], "k": k, "n": n, "p1": printed(100 * true, 1)}


def changed(random: Random, slip: bool, old: int, new: int) -> tuple[int, int, Fraction, str] | None:
    """Both ends, the change in per cent and that change with a hedge."""
    base = old
    change = Fraction(abs(new - old) * 100, base)
    words = hedged(random, change)
    if slip:
        way = random.randrange(4)
        if way == 0:
            change = Fraction(abs(new - old) * 100, new)
        elif way == 1:
            change += random.choice((-1, 1)) * random.randint(5, 20)
        elif way == 2:
            at, old = old, swapped(random, old)
            if (old < new) != (at < new):
                return None
        else:
            return new, old, change, hedged(random, change)
        now = Fraction(abs(new - old) * 100, old)
        off = change - now
        if change < 2 or abs(off) < 3 or abs(off) < min(change, now) / 4:
            return None
        words = hedged(random, change, 1 if off > 0 else -1)
    return None if change < 2 or old == new else (old, new, change, words)


def change(random: Random, slip: bool, low: float, high: float) -> Words | None:
    old = count(random, (2, 3, 3, 3, 4, 4, 5))
    new = round(old * random.uniform(low, high))
    if (found := changed(random, slip, old, new)) is None or abs(old - new) < 3:
        return None
    old, new, percent, words = found
    return {"old": old, "new": new, "pct0": printed(percent), "pct1": printed(percent, 1), "hpct": words + "{%}"}


def change_up(random: Random, slip: bool) -> Words | None:
    return change(random, slip, 1.04, 1.9)


def change_down(random: Random, slip: bool) -> Words | None:
    return change(random, slip, 0.35, 0.96)


def change_money(random: Random, slip: bool, low: float, high: float) -> Words | None:
    old = random.randint(1200, 9900)
    new = round(old * random.uniform(low, high))
    if (found := changed(random, slip, old, new)) is None:
        return None
    old, new, percent, _ = found
    return {"oldm": printed(Fraction(old, 100), 1), "newm": printed(Fraction(new, 100), 1), "pct0": printed(percent)}


def change_money_up(random: Random, slip: bool) -> Words | None:
    return change_money(random, slip, 1.06, 1.8)


def change_money_down(random: Random, slip: bool) -> Words | None:
    return change_money(random, slip, 0.4, 0.94)


FACTORS = {"doubled": Fraction(2), "tripled": Fraction(3), "quadrupled": Fraction(4), "trebled": Fraction(3)}


def change_multiple(random: Random, slip: bool) -> Words | None:
    name, told = random.choice(list(FACTORS.items()))
    side = random.choice((-1, 0, 1))
    true = random.choice([one for one in FACTORS.values() if one != told]) if slip else told
    if slip and (told - true) * side < 0:
        return None
    old = random.randint(40, 4000)
    new = round(old * true) if not side else round(old * true * (1 + side * Fraction(random.randint(10, 90), 1000)))
    hedge = random.choice({1: OVER[:2], -1: UNDER[:2], 0: ("", "")}[side])
    multiplied = f"{hedge.replace('just over', 'more than')} {name}".strip()
    return {
        "doubled": f"{hedge} {name}".strip(),
        "multiplied": multiplied,
        "multiplying": f"{multiplied.removesuffix('ed')}ing",
        "old": old,
        "new": new,
    }


def points(random: Random, slip: bool) -> Words | None:
    whole = random.random() < 0.35
    a = random.randint(400, 3900) if slip else random.randint(400, 7500)
    d = random.randint(200 if whole else 70, 1600)
    b = a + d
    style = 0 if whole else 1
    values = [printed(Fraction(one, 100), style) for one in (a, b, d)]
    unit = random.choice(("percentage points", "percentage points", "points"))
    if slip:
        way = random.randrange(3)
        if way == 0:
            unit = random.choice(("per cent", "percent"))
        elif way == 1:
            values[2] = printed(Fraction(d + random.choice((-1, 1)) * random.randint(250, 900), 100), style)
        else:
            values[0], values[1] = values[1], values[0]
    first, second, by = values
    if by in {"0", "1", "1.0"} or by.startswith("-"):
        return None
    point = f"-{unit.removesuffix('s').replace(' ', '-')}" if unit.endswith("s") else f" {unit}"
    return {"a": first, "b": second, "d": int(by) if whole else by, "points": unit, "point": point}


def difference(random: Random, slip: bool) -> Words | None:
    b = count(random)
    d = random.choice((random.randint(2, 40), round(b * random.uniform(0.05, 0.8))))
    a = b + d
    if slip:
        way = random.randrange(3)
        if way == 0:
            d = swapped(random, d)
        elif way == 1:
            d += random.choice((-1, 1)) * random.choice((2, 10, 20, 100))
        else:
            a = swapped(random, a)
        if a - b == d or a <= b:
            return None
    return None if d < 2 else {"a": a, "b": b, "d": d}


def difference_money(random: Random, slip: bool) -> Words | None:
    b, d = random.randint(11, 900), random.randint(11, 400)
    told = d + random.choice((-1, 1)) * random.randint(6, 90) if slip else d
    if told < 6:
        return None
    return {f"{n}m": printed(Fraction(v, 10), 1) for n, v in zip("abd", (b + d, b, told), strict=True)}


def parts(random: Random) -> list[int]:
    first = count(random, (1, 2, 2, 3, 3, 4))
    return [first, *(max(2, round(first * random.uniform(0.2, 2.5))) for _ in range(2))]


def total(random: Random, slip: bool, sign: int = 0) -> Words | None:
    a, b, c = parts(random)
    three, two = a + b + c, a + b
    if slip:
        way = random.randrange(3)
        off = (sign or random.choice((-1, 1))) * random.choice((2, 10, 20, 100))
        if way == 0:
            off = swapped(random, a) - a
            a += off
            if not off or off * sign < 0:
                return None
        elif way == 1 and sign >= 0:
            three, two = a + c, b  # a part left out
        else:
            three, two = three - off, two - off
    if min(two, three) < 2 or three in {a, b, c} or (two in {a, b} and not slip):
        return None
    return {"a": a, "b": b, "c": c, "t": three, "t2": two}


def total_within(random: Random, slip: bool) -> Words | None:
    return total(random, slip, 1)


def total_money(random: Random, slip: bool, sign: int = 0) -> Words | None:
    a, b = (random.randint(110, 9900) for _ in "ab")
    t = a + b
    if slip:
        t -= (sign or random.choice((-1, 1))) * random.randint(60, 900)
    return (
        None
        if t < max(a, b)
        else {f"{n}m": printed(Fraction(v, 100), 1) for n, v in zip("abt", (a, b, t), strict=True)}
    )


def total_money_within(random: Random, slip: bool) -> Words | None:
    return total_money(random, slip, 1)


def rate(random: Random, slip: bool, per: int = 100_000, most: int = 300) -> Words | None:
    """Cases in a population (at most one in `most` of it), and how many those are `per` so many people."""
    pop = random.randint(20_000, 900_000)
    people: str | int = pop
    if random.random() < 0.4:
        pop = random.randint(11, 99) * 100_000
        people = f"{printed(Fraction(pop, 10**6), 1)} million"
        pop += random.randint(-40_000, 40_000)
    k = random.randint(6, max(7, pop // most))
    true = told = Fraction(k * per, pop)
    if slip:
        way = random.randrange(3)
        if way == 0:
            told *= random.choice((Fraction(10), Fraction(1, 10)))
        elif way == 1:
            k = swapped(random, k)
        else:
            told *= Fraction(random.choice((70, 80, 85, 120, 130)), 100)
        now = Fraction(k * per, pop)
        if abs(told - now) < max(Fraction(1, 2), now / 9):
            return None
    return None if min(true, told) < 1 else {"k": k, "pop": people, "rate": printed(told, 1)}


def rate_thousand(random: Random, slip: bool) -> Words | None:
    return rate(random, slip, 1000, 30)


def mean(random: Random, slip: bool) -> Words | None:
    n = random.randint(11, 60)
    t = round(n * random.choice((random.uniform(1.2, 9), random.uniform(12, 400))))
    told = Fraction(t, n)
    if slip:
        told = random.choice((told * 10, told * Fraction(random.choice((60, 75, 130, 150)), 100), Fraction(t, n + 7)))
        if abs(told - Fraction(t, n)) < max(Fraction(3, 10), told / 9):
            return None
    return {"n": n, "t": t, "m": printed(told, 0 if told >= 20 else 1)}


MULTIPLES = {"twice": 2, "three times": 3, "four times": 4, "five times": 5, "ten times": 10}


def ratio(random: Random, slip: bool) -> Words | None:
    b = count(random, (2, 2, 3, 3, 4))
    words, times = random.choice(list(MULTIPLES.items()))
    exact = Fraction(times)
    if random.random() < 0.25:
        exact = Fraction(random.randint(13, 79), 10)
        words = f"{printed(exact, 1)} times"
        a = round(b * exact)
        if a * 10 % b == 0 and exact.denominator == 1:
            return None
    else:
        side = random.choice((-1, 0, 1))
        a = round(b * exact * (1 + Fraction(side * random.randint(5, 60), 1000)))
        if side and (a - b * exact) * side <= 0:
            return None
        words = f"{random.choice({1: OVER[:2], -1: UNDER, 0: ('', 'exactly')}[side])} {words}".strip()
    if slip:
        off = random.choice((Fraction(1, 2), Fraction(2, 3), Fraction(3, 2), Fraction(2), Fraction(1, 10)))
        if ("over" in words or "more" in words) and off > 1:
            return None
        if words.split()[0] in {"nearly", "almost"} and off < 1:
            return None
        a = round(a * off)
    elif abs(Fraction(a, b) - exact) > exact / 12 or (
        exact.denominator > 1 and printed(Fraction(a, b), 1) != printed(exact, 1)
    ):
        return None
    return None if a < 10 or a <= b else {"a": a, "b": b, "times": words}


def span(random: Random, slip: bool) -> Words | None:
    low = random.randint(2, 60)
    high = low + random.randint(2, 35)
    if slip:
        low, high = high, low
    tenths: Words = {f"{name}1": printed(Fraction(value, 10), 1) for name, value in (("low", low), ("high", high))}
    return tenths | {"low": str(low), "high": str(high)}


def beyond(random: Random, slip: bool, *, whole: bool = False) -> Words | None:
    p, q = random.randint(100, 600), random.randint(100, 500)
    rest = 0 if whole else random.choice((0, 0, random.randint(10, 80)))
    r = 1000 - p - q - rest
    values = [int(printed(Fraction(one, 10))) for one in (p, q, r)]
    if r < 20:
        return None
    if slip:
        at = random.randrange(3)
        more = swapped(random, values[at]) - values[at] if random.random() < 0.5 else random.randint(4, 25)
        values[at] += more
        if sum(values) < 103:
            return None
    return {name: str(value) for name, value in zip("pqr", values, strict=True)} | {"n": count(random, (3, 4))}


def beyond_whole(random: Random, slip: bool) -> Words | None:
    """Answers that leave no other."""
    return beyond(random, slip, whole=True)


def part(random: Random, slip: bool) -> Words | None:
    n = count(random)
    k = round(n * random.uniform(0.1, 0.9))
    if slip:
        if random.random() < 0.5:
            k = k * 10 + random.randrange(10)
        else:
            k, n = n, k
    return {"k": k, "n": n} if n > 1 and k > 1 and (k > n) == slip else None


def twice(random: Random, slip: bool) -> Words | None:
    x = count(random, (3, 3, 4, 4, 5))
    y = swapped(random, x) if slip else x
    return {"x": x, "y": y} if (x != y) == slip else None


def long_date(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def some_day(random: Random, first: int, last: int) -> date:
    start = date(first, 1, 1)
    return start + timedelta(days=random.randrange((date(last + 1, 1, 1) - start).days))


def weekday(random: Random, slip: bool) -> Words | None:
    day = some_day(random, 1990, 2024)
    said = day + timedelta(days=random.choice((-1, -1, 1, 1, 2, 3)) if slip else 0)
    return {"date": long_date(day), "usdate": f"{day:%B} {day.day}, {day.year}", "weekday": f"{said:%A}"}


def age(random: Random, slip: bool) -> Words | None:
    born, died = some_day(random, 1905, 1970), some_day(random, 1985, 2024)
    years = died.year - born.year - ((died.month, died.day) < (born.month, born.day))
    if not 20 <= years <= 105:
        return None
    if slip:
        years += random.choice((-10, -9, -5, -3, -2, 2, 3, 5, 9, 10))
    return {
        "name": random.choice(NAMES),
        "born": str(born.year),
        "died": str(died.year),
        "bdate": long_date(born),
        "ddate": long_date(died),
        "age": str(years),
    }


def filler(random: Random, _slip: bool) -> Words | None:
    n = count(random, (3, 3, 4, 4, 5))
    k = round(n * random.uniform(0.2, 0.5))
    p, n3 = random.randint(20, 70), swapped(random, n)
    if n3 == n:
        return None
    q, r = random.randint(5, 90 - p), random.randint(2, 100 - p)
    numbers = {"n": n, "n3": n3, "k": k, "k2": round(k * random.uniform(0.2, 0.9))}
    return numbers | {
        "p": str(p),
        "q": str(q),
        "r": str(r),
        "q2": str(random.randint(20, 70)),
        "r2": str(random.randint(20, 60)),
    }


def filler_split(random: Random, _slip: bool) -> Words | None:
    """Three shares of all that add up to 99 or 101 as they are printed."""
    n = count(random, (3, 3, 4))
    counts = [round(n * random.uniform(0.15, 0.5)) for _ in "pq"]
    counts.append(n - sum(counts))
    whole = [int(printed(Fraction(100 * one, n))) for one in counts]
    if min(counts) < n // 20 or sum(whole) == 100:
        return None
    return {name: str(one) for name, one in zip("pqr", whole, strict=True)} | {"n": n}


def filler_middle(random: Random, _slip: bool) -> Words | None:
    """A median, a mean and the range that both are in; none of them tells another."""
    low = random.randint(2, 90)
    median = low + random.randint(20, 300)
    average = median + random.randint(5, 90)
    high = 2 * average - median + random.randint(60, 900)  # at most half of all are above the median
    drawn = {"low": low, "median": median, "mean": average, "high": high}
    return {"n": count(random, (3, 3, 4))} | {name: printed(Fraction(value, 10), 1) for name, value in drawn.items()}


def filler_cold(random: Random, _slip: bool) -> Words | None:
    """Degrees below zero, the colder one, the milder one and what was usual; and degrees above it."""
    mild = random.randint(2, 6)
    return {
        "mild": str(mild),
        "cold": str(mild + random.randint(2, 9)),
        "usual": str(random.randint(2, 3)),
        "warm": str(random.randint(5, 19)),
    }


def filler_money(random: Random, _slip: bool) -> Words | None:
    """Two sums, the second the larger, and two small rates, none of which follows from another."""
    a = random.randint(11, 600)
    sums: Words = {"am": printed(Fraction(a, 10), 1), "bm": printed(Fraction(a + random.randint(12, 300), 10), 1)}
    return sums | {name: printed(Fraction(random.randint(3, 48), 10), 1) for name in "gh"}


def table_total(random: Random, rows: int, columns: int, slip: bool) -> list[list[str]] | None:
    """The cells below the head, the line of totals last."""
    size = random.choice((2, 3, 3, 4, 5))
    body = [[count(random, (size,)) for _ in range(columns)] for _ in range(rows)]
    last = [sum(row[column] for row in body) for column in range(columns)]
    if slip:
        line = random.choice([*body, last])
        at, before = random.randrange(columns), list(line)
        line[at] = swapped(random, line[at]) if random.random() < 0.6 else line[at] + random.choice((-10, 10, 100))
        if line == before:
            return None
    return [[f"{one:,}" for one in row] for row in [*body, last]]


def table_share(random: Random, rows: int, _columns: int, slip: bool) -> list[list[str]] | None:
    counts = [count(random, (3,)) for _ in range(rows)]
    n, places = sum(counts), random.randrange(2)
    shares = [Fraction(100 * one, n) for one in counts]
    if slip:
        at = random.randrange(rows)
        off = random.choice((-1, 1)) * random.randint(3, 12)
        shares[at] += off
        if shares[at] < 2:
            return None
    cells = [[f"{one:,}", printed(share, places)] for one, share in zip(counts, shares, strict=True)]
    return [*cells, [f"{n:,}", printed(Fraction(100), places)]]


DRAWS: dict[str, Draw] = {
    "share": share,
    "share hedged": share_hedged,
    "fraction": fraction,
    "change up": change_up,
    "change down": change_down,
    "change money up": change_money_up,
    "change money down": change_money_down,
    "change multiple": change_multiple,
    "points up": points,
    "points down": points,
    "difference": difference,
    "difference money": difference_money,
    "total": total,
    "total within": total_within,
    "total money": total_money,
    "total money within": total_money_within,
    "rate": rate,
    "rate thousand": rate_thousand,
    "mean": mean,
    "ratio": ratio,
    "range": span,
    "beyond": beyond,
    "beyond whole": beyond_whole,
    "part": part,
    "twice": twice,
    "weekday": weekday,
    "age": age,
    "filler": filler,
    "filler split": filler_split,
    "filler middle": filler_middle,
    "filler cold": filler_cold,
    "filler money": filler_money,
}
TABLES = {"table total": table_total, "table share": table_share}
