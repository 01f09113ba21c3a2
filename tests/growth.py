"""`python -m tests.growth`: the work that a scan does on sentences made to provoke the worst, short ones and long ones.

Printed are the characters that patterns are laid over, and the functions called, for the short and the long one.

"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import count

import markdown_it  # noqa: F401 - before patterns are watched
import pydantic  # noqa: F401

from tests.effort import Watched, calls, watch

TIMES = 4  # that the long sentence is the short one
BRIEF, SHORT, MIDDLING, LONG = 300, 1_000, 3_000, 16_000  # characters of a short sentence
HOSTILE = {
    "numbers": ("{} men, ", SHORT),
    "open brackets": ("({} ", SHORT),
    "changes": ("it rose 12% from 100 to 112, of {}, ", SHORT),
    "shares": ("a third of the {}, 312 of the 956 (32.6%), ", SHORT),
    "parts": ("{} of the ", SHORT),
    "differences": ("17 dogs more than {} cats, ", SHORT),
    "totals": ("12 men and 15 women, a total of 27, and {}, ", SHORT),
    "means": ("an average of £12 each of {}, ", SHORT),
    "lists": ("{}: {}, {} and {}; ", BRIEF),
    "things": ("the {} cases, ", SHORT),
    "ranges": ("between 10 and {}, ", MIDDLING),
    "days": ("Monday 3 April {}, ", MIDDLING),
    "lives": ("born in {} and died in {} aged {}, ", MIDDLING),
    "limits": ("the lowest {}, the highest {}, ", SHORT),
    "words": ("word and ", LONG),
    "of the": ("of the ", LONG),
    "brackets": ("(", LONG),
    "commas": ("red, green and ", LONG),
    "causes": ("which was in all a total of ", LONG),
    "marks": ("; it - ", LONG),
}
"""What a sentence is made of, again and again, and how long the short one is."""


def sentence(piece: str, length: int) -> str:
    """One sentence of pieces with other numbers in each, a few words with two more, and a sentence of shares beside it."""
    numbers = count(1_234, 1_037)
    pieces: list[str] = []
    size = 0
    while size < length:
        pieces.append(piece.format(*(f"{next(numbers):,}" for _ in range(piece.count("{}")))))
        size += len(pieces[-1])
    beside = "Of the voters, 52% chose tea, 31% chose milk and 17% had neither."
    return f"It was so: {''.join(pieces)}and 12 of the 956 in May. {beside}"


def efforts() -> Iterator[tuple[str, dict[str, list[int]]]]:
    """What each sentence takes, short and long."""
    from factcheck.article import parse
    from factcheck.relation import asked, line
    from factcheck.scan import scan

    def work(text: str) -> dict[str, int]:
        for known in (line.says, asked.is_behind, asked.is_ahead):
            known.cache_clear()
        document, Watched.characters = parse(text, "plain"), 0
        return {"calls": calls(lambda: scan(document)), "characters": Watched.characters}

    for name, (piece, length) in HOSTILE.items():
        work(sentence(piece, length // TIMES))  # what is made once is made here
        short, long = (work(sentence(piece, size)) for size in (length, TIMES * length))
        yield name, {sort: [short[sort], long[sort]] for sort in short}


def main() -> None:
    """Print what each sentence takes."""
    watch()
    json.dump(dict(efforts()), sys.stdout, indent=1)


if __name__ == "__main__":
    main()
