"""What is wrong with an input: where, in words, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from factcheck.model import shown

MOST_COMPARED = 200  # names, letter by letter

Location = tuple[str | int, ...]
"""The way to a value: `("claims", 3, "printed")`."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong with an input: the way to it, what was read, and what would be right.

    `at_key`: the name of the field or entry is meant, not what stands under it.
    """

    location: Location
    message: str
    remedy: str = ""
    at_key: bool = False

    @property
    def words(self) -> str:
        """The message and the remedy."""
        return f"{self.message}; {self.remedy}" if self.remedy else self.message

    def __str__(self) -> str:
        return f"{path(self.location)}: {self.words}" if self.location else self.words


def path(location: Location) -> str:
    """The way to a value as one writes it in Python.

    >>> path(("claims", 3, "before", "part"))
    'claims[3].before.part'
    """
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location).removeprefix(".")


def near(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A question after the known word that was most likely meant; `otherwise` where none is near.

    >>> near("facebok", ["facebook", "snapchat"]), near("x", ["facebook"], "declare it")
    ("did you mean 'facebook'?", 'declare it')
    """
    many = list(known)
    if len(many) > MOST_COMPARED:  # a slip of the pen spares the beginning or the end
        many = [other for other in many if other[:2] == word[:2] or other[-2:] == word[-2:]]
    close = get_close_matches(word[:200], many, n=1)
    return f"did you mean {close[0]!r}?" if close else otherwise


Fields = Callable[[Location], Sequence[str]]
"""The fields that there are beside the last step of a way that pydantic gives, its union tags included."""


def mistakes_in(
    error: ValidationError, data: Mapping[str, Any], fields: Fields, kinds: Sequence[str] = (), noun: str = "field"
) -> Iterator[Mistake]:
    """What pydantic found wrong with the data, in our words; several complaints about one value are told as one.

    `kinds` are the tags of the union in it, if there is one, and `noun` is what its fields are called.
    """
    found = [
        (_mistake(details, data, fields, kinds, noun), details["type"]) for details in error.errors(include_url=False)
    ]
    nearer = {way for mistake, sort in found for way in _prefixes(mistake.location, whole=not sort.endswith("_type"))}
    told: set[tuple[Location, bool]] = set()
    for mistake, sort in found:
        of_other_alternative = sort.endswith("_type") and mistake.location in nearer
        if not of_other_alternative and (mistake.location, mistake.at_key) not in told:
            told.add((mistake.location, mistake.at_key))
            yield mistake


def _prefixes(location: Location, *, whole: bool) -> Iterator[Location]:
    """The ways that lead towards a place, and to it."""
    return (location[:length] for length in range(1, len(location) + whole))


def _mistake(
    details: ErrorDetails, data: Mapping[str, Any], fields: Fields, kinds: Sequence[str], noun: str
) -> Mistake:
    loc = details["loc"]
    location = _steps(loc, data)
    match details["type"]:
        case "missing":
            return Mistake((*location, loc[-1]), f"`{loc[-1]}` is missing", f"add `{loc[-1]}: …`")
        case "union_tag_not_found":
            return Mistake((*location, "kind"), "`kind` is missing", f"there is {', '.join(kinds)}")
        case "union_tag_invalid":
            kind = details["input"]["kind"]
            message = (
                f"unknown kind {shown(kind)}" if isinstance(kind, str) else f"{shown(kind)} where a kind was expected"
            )
            return Mistake((*location, "kind"), message, near(str(kind), kinds, f"there is {', '.join(kinds)}"))
        case "extra_forbidden":
            word, known = str(loc[-1]), fields(loc)
            remedy = near(word, known, f"there is {', '.join(known)}")
            return Mistake(location, f"unknown {noun} {shown(word)}", remedy, at_key=True)
    message, remedy = _words(details)
    named = _named(message, details["input"]) if details["type"] == "value_error" else ()
    return Mistake((*location, *named), message, remedy, at_key=loc[-1:] == ("[key]",))


def _named(message: str, value: Any) -> Location:
    """The field whose words a message begins with, where fields do not go together."""
    given = value if isinstance(value, Mapping) else {}
    return next(
        ((name,) for name, words in given.items() if isinstance(words, str) and message.startswith(repr(words))), ()
    )


def _context(details: ErrorDetails) -> dict[str, Any]:
    return details["ctx"] if "ctx" in details else {}  # noqa: SIM401 - get is typed as object


def _steps(loc: Location, data: Any) -> Location:
    """The way through the data alone, without the steps that are pydantic's own (union tags, `[key]`)."""
    steps: list[str | int] = []
    for step in loc:
        has_items = isinstance(data, Sequence) and not isinstance(data, str) and isinstance(step, int)
        if has_items or (isinstance(data, Mapping) and step in data):
            data = data[step]
            steps.append(step)
    return tuple(steps)


_WORDS: dict[str, tuple[str, str]] = {
    "string_type": ("{read} where text was expected", "put the text in quotes"),
    "string_too_short": ("{read} where text was expected", "write at least {min_length} character"),
    "string_too_long": ("{read} is too long", "write at most {max_length} characters"),
    "string_pattern_mismatch": ("{read} is no name", "use letters, digits, `_`, `-` and `.`, a letter or digit first"),
    "bool_parsing": ("{read} is neither true nor false", "write true or false"),
    "bool_type": ("{read} is neither true nor false", "write true or false"),
    "literal_error": ("{read} is not allowed here", "write {expected}"),
    "enum": ("{read} is not allowed here", "write {expected}"),
    "greater_than_equal": ("{read} is too small", "write {ge} or more"),
    "greater_than": ("{read} is too small", "write more than {gt}"),
    "tuple_type": (
        "{read} where a list was expected",
        "write the items in brackets, as in [a, b], or one a line after a dash",
    ),
    "mapping_type": ("{read} where fields were expected", "write `name: value` pairs"),
    "dict_type": ("{read} where fields were expected", "write `name: value` pairs"),
    "model_type": ("{read} where fields were expected", "write `name: value` pairs"),
    "model_attributes_type": ("{read} where fields were expected", "write `name: value` pairs"),
}


def _words(details: ErrorDetails) -> tuple[str, str]:
    """The message and the remedy for a complaint about one value."""
    context = _context(details)
    if details["type"] == "value_error":
        message, _, remedy = str(context["error"]).partition("; ")
        return message, remedy
    message, remedy = _WORDS.get(details["type"], ("{read}: {told}", ""))
    told = details["msg"][:1].lower() + details["msg"][1:]
    filled = {**context, "read": shown(details["input"]), "told": told}
    return message.format_map(filled), remedy.format_map(filled)
