"""Multiples and ranks: doubled, twice as many as, 2.5 times, 10x; second, 3rd, second most-used, joint third."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factcheck.numeral import Form, Kind, Numeral, place_of
from factcheck.text.cardinal import figure_at
from factcheck.text.part import part_at
from factcheck.text.source import Figure, Match, Source
from factcheck.text.tokens import Shape, is_hyphen
from factcheck.text.vocabulary import Rank

ONE = Fraction(1)
SHORTEST_SUPERLATIVE = 4  # letters: "ste" alone ends an ordinal


def multiple_match(source: Source, at: int) -> Match | None:
    """Doubled, halved, twice, threefold, 2.5 times, 10x."""
    ranks, word = source.language.ranks, source.word(at)
    value = ranks.multiples.get(word)
    if value is not None:
        tail = _tail(source, at + 1)
        if source.prose and word in ranks.cautious_multiples and not tail.found:
            return None
        if source.prose and word in ranks.counted_multiples and not tail.found:
            return Match(Numeral("", Kind.COUNT, value, form=Form.WORDS), at, at + 1, at + 1)
        form = Form.WORDS if value.denominator == 1 else Form.ROUND
        return Match(_multiple(value, ONE, form, tail), at, at + 1, tail.end)
    for reading in (_fold, _part_as_many):
        match = reading(source, at)
        if match is not None:
            return match
    figure = figure_at(source, at)
    if figure is None or figure.value <= 0:
        return None
    return _times(source, at, figure)


def ordinal_match(source: Source, at: int) -> Match | None:
    """Second, 3rd, twenty-first; second most-used, joint third; and in a phrase of its own "most used", "youngest"."""
    joint = source.language.ranks.joint.match(source.tokens, at)
    start = at if joint is None else source.joined(joint.end)
    if start is None:
        return None
    flags = () if joint is None else ("joint",)
    glued = _glued_rank(source, start)
    if glued is not None:
        low = ("lowest",) if glued.rank.low else ()
        return Match(Numeral("", Kind.ORDINAL, Fraction(glued.value), flags=(*flags, *low)), at, glued.end, glued.end)
    ordinal = _ordinal(source, start)
    rank = None if source.prose and ordinal is None and joint is None else _rank(source, start)
    if ordinal is not None:
        value, end = ordinal
        rank = _rank(source, end) if source.joined(end) is not None else None
        if rank is None and _is_no_ordinal(source, at, end):
            return None
        end = end if rank is None else rank.end
    elif rank is not None:
        value, end = 1, rank.end
    else:
        return None
    if rank is not None and rank.rank.low:
        flags = (*flags, "lowest")
    return Match(Numeral("", Kind.ORDINAL, Fraction(value), form=_form(source, start), flags=flags), at, end, end)


class _Tail(NamedTuple):
    """What follows a multiple: "as many as", "the", or a doubtful "more than"."""

    found: bool
    end: int
    ambiguous: bool = False
    direction: int = 0


def _tail(source: Source, at: int) -> _Tail:
    ranks, frame, index = source.language.ranks, source.language.frame, source.joined(at)
    if index is None:
        return _Tail(found=False, end=at)
    word, end = source.word(index), index + 1
    if word in ranks.as_words and source.joined_word(end):
        end += 1
        return _Tail(found=True, end=end + 1 if source.joined_word(end) in ranks.as_words else end)
    if word in ranks.comparatives:
        direction = frame.directions_after.match(source.tokens, index)
        if not source.prose and source.joined_word(end) and source.joined_word(end) not in frame.than:
            end += 1  # three times more likely
        end = end + 1 if source.joined_word(end) in frame.than else end
        return _Tail(found=True, end=end, ambiguous=True, direction=0 if direction is None else direction.meant)
    if word in ranks.referents:
        return _Tail(found=True, end=end)
    return _Tail(found=False, end=at)


def _multiple(value: Fraction, quantum: Fraction, form: Form, tail: _Tail) -> Numeral:
    flags = ("ambiguous-wording",) if tail.ambiguous else ()
    place = place_of(value, quantum)
    return Numeral("", Kind.MULTIPLE, value, quantum, place, form, direction=tail.direction, flags=flags)


def _fold(source: Source, at: int) -> Match | None:
    """Threefold, ten-fold, 10-fold; "twofold" is one token, and so a number with an ending."""
    ranks, numbers, word = source.language.ranks, source.language.numbers, source.word(at)
    for ending in ranks.folds:
        stem = word.removesuffix(ending)
        if stem != word and stem in {**numbers.ones, **numbers.tens, **numbers.hundreds}:
            value = {**numbers.ones, **numbers.tens, **numbers.hundreds}[stem]
            tail = _tail(source, at + 1)
            return Match(_multiple(Fraction(value), ONE, Form.WORDS, tail), at, at + 1, tail.end) if value else None
    figure = figure_at(source, at)
    index = None if figure is None else source.joined(figure.end)
    if figure is not None and index is None and source.attached(figure.end):
        index = figure.end
    if figure is None or index is None or source.word(index) not in ranks.folds or figure.value <= 0:
        return None
    tail = _tail(source, index + 1)
    return Match(_multiple(figure.value, figure.quantum, figure.form, tail), at, index + 1, tail.end)


def _part_as_many(source: Source, at: int) -> Match | None:
    """Half as many, a third as likely: a multiple below one."""
    part = part_at(source, at)
    if part is None or source.joined_word(part.end) not in source.language.ranks.as_words:
        return None
    tail = _tail(source, part.end)
    quantum = Fraction(1, part.denominator)
    return Match(_multiple(part.value, quantum, Form.ROUND, tail), at, part.end, tail.end) if tail.found else None


def _times(source: Source, at: int, figure: Figure) -> Match | None:
    """2.5 times, 10x; in prose "three times" alone is how often something happened."""
    ranks, tokens = source.language.ranks, source.tokens
    crossed = tokens[figure.end].lower in ranks.crosses and source.attached(figure.end)
    index = figure.end if crossed else source.joined(figure.end)
    if index is None or not (crossed or source.word(index) in ranks.times):
        return None
    tail = _tail(source, index + 1)
    if source.prose and not crossed and not tail.found and not _is_no_frequency(source, figure, index + 1):
        return None
    if crossed and source.attached(index + 1) and tokens[index + 1].shape is Shape.DIGITS:
        return None  # 10x20
    return Match(_multiple(figure.value, figure.quantum, figure.form, tail), at, index + 1, tail.end)


def _is_no_frequency(source: Source, figure: Figure, at: int) -> bool:
    """Whether so many times cannot be how often something happened: 2.5 times; but "2.5 times a day"."""
    often = source.joined_word(at) in source.language.numbers.articles | source.language.units.per
    return figure.quantum < 1 and not often


def _form(source: Source, at: int) -> Form:
    return Form.DIGITS if source.tokens[at].shape is Shape.DIGITS else Form.WORDS


def _ordinal(source: Source, at: int) -> tuple[int, int] | None:
    """The value of an ordinal, and the index after it."""
    tokens, numbers = source.tokens, source.language.numbers
    if tokens[at].shape is Shape.DIGITS:
        figure = figure_at(source, at)
        ending = tokens[at + 1].lower in numbers.ordinal_endings and source.attached(at + 1)
        whole = figure is not None and figure.end == at + 1 and figure.quantum == 1 and figure.value > 0
        stopped = tokens[at + 1].text == "." and source.word_before(at) in numbers.stop_openers
        ending = ending or (stopped and source.attached(at + 1) and bool(source.joined_word(at + 2)))
        return (int(figure.value), at + 2) if figure is not None and ending and whole else None
    word = source.word(at)
    if word in numbers.ordinals:
        return numbers.ordinals[word], at + 1
    if word in numbers.tens:
        digit = _digit(source, at + 1)
        if digit is not None:
            return numbers.tens[word] + digit[0], digit[1]
    return _late_ordinal(source, at)


def _digit(source: Source, at: int) -> tuple[int, int] | None:
    """The "first" of "twenty-first"."""
    index = source.joined(at)
    value = 0 if index is None else source.language.numbers.ordinals.get(source.word(index), 0)
    return (value, index + 1) if index is not None and 0 < value < 10 else None


def _late_ordinal(source: Source, at: int) -> tuple[int, int] | None:
    """One hundredth, one hundred and fifth, two hundred and twenty-first."""
    numbers, figure = source.language.numbers, figure_at(source, at)
    if figure is None or figure.form is not Form.WORDS or source.word(at) not in numbers.ones:
        return None
    index = source.joined(figure.end)
    if index is not None and source.word(index) in numbers.conjunctions:
        index = source.joined(index + 1)
    if index is None or figure.value % 100:
        return None
    word = source.word(index)
    if word in numbers.ordinals and numbers.ordinals[word] < 100:
        return int(figure.value) + numbers.ordinals[word], index + 1
    digit = _digit(source, index + 1) if word in numbers.tens else None
    return None if digit is None else (int(figure.value) + numbers.tens[word] + digit[0], digit[1])


class _Ranked(NamedTuple):
    rank: Rank
    end: int
    value: int = 1


def _glued_rank(source: Source, at: int) -> _Ranked | None:
    """A rank in one word with what it is of: zweithäufigste."""
    ranks, word = source.language.ranks, source.word(at)
    for stem, value in ranks.rank_stems.items():
        rest = word.removeprefix(stem)
        if rest == word:
            continue
        if rest in ranks.superlatives:
            return _Ranked(ranks.superlatives[rest], at + 1, value)
        if len(rest) > SHORTEST_SUPERLATIVE and rest.endswith(ranks.superlative_endings):
            return _Ranked(Rank(), at + 1, value)
    return None


def _rank(source: Source, at: int) -> _Ranked | None:
    """What something is the first, second … of: largest, most used, least-liked."""
    ranks, index = source.language.ranks, source.joined(at) if source.tokens[at].gap or at else at
    if index is None:
        return None
    word = source.word(index)
    doubtful = source.prose and word in ranks.doubtful_superlatives and not is_hyphen(source.tokens, index - 1)
    if word in ranks.superlatives and not doubtful:
        return _Ranked(ranks.superlatives[word], index + 1)
    adjective = source.joined(index + 1)
    if word not in ranks.most or adjective is None:
        return None
    following = source.word(adjective)
    if following not in source.language.vague.plurals and following.endswith(ranks.adjective_endings):
        return _Ranked(ranks.most[word], adjective + 1)
    return None


def _is_no_ordinal(source: Source, at: int, end: int) -> bool:
    """In prose "first aid", "third party" and "at first" are no ranks."""
    ranks, before = source.language.ranks, source.before(at)
    if not source.prose or source.tokens[at].shape is Shape.DIGITS:
        return False
    return source.joined_word(end) in ranks.no_ordinal_before or (
        before is not None and before.lower in ranks.no_ordinal_after
    )
