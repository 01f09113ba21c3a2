"""The settings of a run as a configuration file that says the same, with where each of them was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps

from factcheck.check.parts import Hedges
from factcheck.model import percentage
from factcheck.rules import RULES
from factcheck.settings.layers import Chosen

Line = tuple[str, str]
"""What a line says, and where that was said."""


def told(chosen: Chosen) -> Iterator[str]:
    """Lines of TOML, the origin of each setting behind it."""
    yield f"# {chosen.file or 'no configuration file'}"
    yield from _aligned(_plain(chosen))
    yield ""
    yield "[severity]"
    yield from _aligned(_severities(chosen))
    if chosen.settings.per_file_ignores:
        yield ""
        yield "[per-file-ignores]"
        yield from _aligned(
            (f"{_text(pattern)} = {_texts(rules)}", chosen.origin("per-file-ignores", pattern))
            for pattern, rules in chosen.settings.per_file_ignores.items()
        )


def _aligned(lines: Iterable[Line]) -> Iterator[str]:
    lines = list(lines)
    width = max((len(said) for said, _ in lines), default=0)
    return (f"{said:{width}}  # {origin}" for said, origin in lines)


def _plain(chosen: Chosen) -> Iterator[Line]:
    """The settings that take one line; those that say nothing are comments."""
    settings = chosen.settings
    values = {
        "select": None if settings.select is None else _texts(settings.select),
        "ignore": _texts(settings.ignore),
        "min-coverage": percentage(settings.min_coverage),
        "require-source": _truth(settings.require_source),
        "require-checked": _truth(settings.require_checked),
        "require-guarded": _truth(settings.require_guarded),
        "strict": _truth(settings.strict),
        "rounding": _text(str(settings.rounding or "nearest")),
        "language": None if settings.language is None else _text(settings.language),
        "hedges": _hedges(settings.hedges),
        "budget": str(settings.budget),
        "baseline": None if settings.baseline is None else _text(settings.baseline),
    }
    for name, value in values.items():
        yield f"# {name}" if value is None else f"{name} = {value}", chosen.origin(name)


def _hedges(hedges: Hedges | None) -> str | None:
    if hedges is None:
        return None
    return f"{{about = {percentage(hedges.about)}, beyond = {percentage(hedges.beyond)}}}"


def _severities(chosen: Chosen) -> Iterator[Line]:
    """What every rule weighs; one that is not told is a comment."""
    settings = chosen.settings
    for name, rule in RULES.items():
        said = f"{name} = {_text(settings.severity.get(name, rule.severity).value)}"
        if name in settings.ignore:
            yield f"# {said}", f"ignored: {chosen.origin('ignore', settings.ignore.index(name))}"
        elif not settings.tells(name):
            yield f"# {said}", f"not selected: {chosen.origin('select')}"
        else:
            yield said, chosen.origin("severity", name)


def _text(words: str) -> str:
    return dumps(words, ensure_ascii=False)


def _texts(names: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, names))}]"


def _truth(value: bool) -> str:
    return str(value).lower()
