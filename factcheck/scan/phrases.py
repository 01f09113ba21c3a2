"""What a sentence says by itself: claims found by the phrases of the kinds, nothing declared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from factcheck.claim import Claim, Setting
from factcheck.constraint import Quantity
from factcheck.kinds import KINDS
from factcheck.numeral import Numeral
from factcheck.text.en_sentences import ARTICLES as THE
from factcheck.text.en_sentences import FUNCTION_WORDS
from factcheck.text.marks import MARK, Marked, marked

LONGEST_NAME = 4  # words
LONGEST_LIST = 30  # names after the first
ARTICLES = "|".join(sorted(THE))


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap of a phrase: the way to its field, and what may stand in it."""

    path: tuple[str, ...]
    shape: str  # number, day, word, name, operand, names or operands


@dataclass(frozen=True, slots=True)
class Found:
    """A claim and where its words stand: `printed` is where its number does, or the end of a claim without one."""

    claim: Claim
    start: int
    end: int
    printed: int
    numeral: int | None  # the sign of the numeral that it prints


def claims_in(sentence: str, language: str = "en") -> tuple[Claim, ...]:
    """The claims that the sentence makes in the words of some kind's PHRASES, in the order of their numbers.

    Each number is printed by one claim: the one whose words are the longest.

    >>> [claim.clause() for claim in claims_in("Of the 956 cases, 312 were upheld (32.6%).")]
    ['cases came to 956', 'upheld came to 312', 'upheld made up 32.6% of cases']
    """
    found = sorted(_candidates(marked(sentence, language)), key=lambda one: one.start - one.end)
    kept: list[Found] = []
    taken: set[int] = set()
    for one in found:
        if one.numeral is None or one.numeral not in taken:
            kept.append(one)
            taken.update(() if one.numeral is None else (one.numeral,))
    return tuple(one.claim for one in sorted(kept, key=lambda one: one.printed))


def _candidates(sentence: Marked) -> Iterator[Found]:
    """Every claim that some phrase of some kind makes of the words."""
    for kind in KINDS.values():
        for phrase in kind.PHRASES:
            pattern, slots = _pattern(kind, phrase)
            for match in pattern.finditer(sentence.words):
                claim = _valid(kind, _record(slots, match, sentence))
                if claim is not None:
                    printed = next((index for index, slot in enumerate(slots) if slot.path == ("printed",)), None)
                    start = match.end() if printed is None else match.start(f"slot{printed}")
                    numeral = None if printed is None else ord(sentence.words[start])
                    yield Found(claim, match.start(), match.end(), start, numeral)


def _valid(kind: type[Claim], record: Mapping[str, Any]) -> Claim | None:
    """The claim of a record; None where it makes no sense, alone or about plain counts."""
    try:
        claim = kind.model_validate(record)
    except ValidationError:
        return None
    plain = Setting({name: Quantity(name) for name in claim.names()})
    return None if any(claim.problems(plain)) else claim


def _record(slots: Sequence[Slot], match: re.Match[str], sentence: Marked) -> dict[str, Any]:
    """The fields of the claim that a match describes."""
    record: dict[str, Any] = {}
    for index, slot in enumerate(slots):
        words = match[f"slot{index}"]
        if slot.path == ("numeral",):
            continue
        *outer, last = slot.path
        fields = record
        for step in outer:
            fields = fields.setdefault(step, {})
        if slot.shape in ("names", "operands"):
            items = tuple(_item(item, sentence) for item in _separators().split(words))
            fields[last] = (*fields.get(last, ()), *items)
        elif slot.shape == "day":
            fields[last] = sentence.numeral(words).surface
        else:
            fields[last] = words if slot.shape == "word" else _item(words, sentence)
    return record


def _item(words: str, sentence: Marked) -> Numeral | str:
    """A numeral where only that stands there, else the words as the name of a quantity."""
    if re.fullmatch(MARK, words):
        return sentence.numeral(words)
    name = re.fullmatch(rf"(?:(?:{ARTICLES})\s+)?(?:{MARK}\s+)?(.*)", words, re.IGNORECASE | re.DOTALL)
    words = name[1] if name else words
    return re.sub(r"\s+", "_", words.replace("'", "").replace("’", "").lower())


@cache
def _separators() -> re.Pattern[str]:
    return re.compile(r",\s*(?:and\s+)?|\s+and\s+")


@cache
def _pattern(kind: type[Claim], phrase: str) -> tuple[re.Pattern[str], tuple[Slot, ...]]:
    """The phrase as a pattern with a group `slot0`, `slot1`, … for each gap, and the gaps."""
    slots: list[Slot] = []
    pattern = []
    for piece in re.split(r"(\{[\w.]+\})", phrase):
        if piece.startswith("{"):
            path = tuple(piece[1:-1].split("."))
            annotation = _annotation(kind, path)
            pattern.append(f"(?P<slot{len(slots)}>{_shaped(_shape(annotation), annotation)})")
            slots.append(Slot(path, _shape(annotation)))
        else:
            pattern.append(_literal(piece))
    return re.compile(rf"(?<!\w){''.join(pattern)}(?!\w)", re.IGNORECASE), tuple(slots)


def _literal(words: str) -> str:
    """Words of a phrase as a pattern; "was/were" is either of them."""
    pieces = re.split(r"(\s+|\w+(?:/\w+)+)", words)
    return "".join(
        r"\s+" if piece.isspace() else f"(?:{piece.replace('/', '|')})" if "/" in piece else re.escape(piece)
        for piece in pieces
    )


def _annotation(kind: type[BaseModel], path: tuple[str, ...]) -> Any:
    """The type of the field that a gap fills; of `{numeral}`, a number."""
    if path == ("numeral",):
        return Numeral
    annotation = kind.model_fields[path[0]].annotation
    return _annotation(annotation, path[1:]) if path[1:] and isinstance(annotation, type) else annotation


def _shape(annotation: Any) -> str:
    """What may stand for a field of this type."""
    leaves = tuple(_leaves(annotation))
    several = "s" if tuple in leaves else ""
    if any(isinstance(leaf, type) and issubclass(leaf, Enum) for leaf in leaves):
        return "word"
    if date in leaves:
        return "day"
    if Numeral in leaves:
        return f"operand{several}" if str in leaves else "number"
    return f"name{several}"


def _leaves(annotation: Any) -> Iterator[Any]:
    """Every type that a type is made of."""
    if get_origin(annotation) is tuple:
        yield tuple
    inner = get_args(annotation)
    if inner:
        for argument in inner:
            yield from _leaves(argument)
    else:
        yield annotation


def _shaped(shape: str, annotation: Any) -> str:
    """The pattern of a gap."""
    if shape in ("number", "day"):
        return MARK
    if shape == "word":
        members = next(leaf for leaf in _leaves(annotation) if isinstance(leaf, type) and issubclass(leaf, Enum))
        return "|".join(str(member.value).replace("_", r"[ _-]") for member in members)
    item = rf"(?:(?:{ARTICLES})\s+)?(?:{MARK}\s+)?{_name()}"
    if shape.startswith("operand"):
        item = f"(?:{item}|{MARK})"
    return item if not shape.endswith("s") else rf"{item}(?:,\s*{item}){{0,{LONGEST_LIST}}}(?:,?\s+and\s+{item})?"


@cache
def _name() -> str:
    """The pattern of a quantity's name: a few words, none of which belongs to some phrase or is a function word."""
    literals = (re.sub(r"\{[\w.]+\}", " ", phrase) for kind in KINDS.values() for phrase in kind.PHRASES)
    stops: Mapping[str, None] = dict.fromkeys(
        [*sorted(FUNCTION_WORDS), *(w for words in literals for w in re.findall(r"\w+", words))]
    )
    word = rf"(?!(?:{'|'.join(stops)})\b)[^\W\d_][\w'’-]*"
    return rf"{word}(?:\s+{word}){{0,{LONGEST_NAME - 1}}}"
