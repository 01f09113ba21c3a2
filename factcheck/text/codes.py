"""Codes: digits and words that look like a number and name something: COVID-19, Article 50, telephones, URLs, houses."""

from __future__ import annotations

from factcheck.numeral import Kind, Numeral
from factcheck.text import openings
from factcheck.text.amount import unit_at
from factcheck.text.cardinal import figure_at
from factcheck.text.dispatch import Production
from factcheck.text.following import following_of
from factcheck.text.names import is_named
from factcheck.text.part import small_at
from factcheck.text.plural import is_plural
from factcheck.text.relation import YEARS, is_announced
from factcheck.text.source import Match, Source
from factcheck.text.tokens import HYPHENS, SLASHES, Shape, Token, is_hyphen
from factcheck.text.vocabulary import ONE

JOINTS_OF_CODES = frozenset("-‐‑–/_.&@:")
SIGNS_BEFORE_CODES = frozenset("@_=&#\\№")
LONG = 3  # digits of a number that hardly labels anything
LONGEST_MARKER, WORDS_OF_A_STREET = 2, 3
WORDS_OF_A_TEXT, SHORT_CODES = 6, range(5, 7)


def code(source: Source, at: int, end: int) -> Match:
    """A code from one token up to at least another, with whatever touches it."""
    return Match(Numeral("", Kind.CODE, None), at, _cluster(source, end), _cluster(source, end))


def _cluster(source: Source, end: int) -> int:
    """The index after the letters, digits and joining signs that touch the tokens before an index."""
    tokens = source.tokens
    while source.attached(end):
        joint = tokens[end].text in JOINTS_OF_CODES
        if joint and not (source.attached(end + 1) and tokens[end + 1].shape is not Shape.SIGN):
            break
        if not joint and tokens[end].shape is Shape.SIGN:
            break
        end += 1
    return end


def _address(source: Source, at: int) -> Match | None:
    """A URL, up to the next space."""
    tokens, end = source.tokens, at + 1
    if source.word(at) not in source.language.apart.addresses or tokens[end].text not in (":", ".") or tokens[end].gap:
        return None
    while source.attached(end):
        end += 1
    return Match(Numeral("", Kind.CODE, None), at, end, end)


def _label(source: Source, at: int) -> Match | None:
    """Article 50, No. 10, page 7."""
    token, apart, tokens = source.tokens[at], source.language.apart, source.tokens
    if token.text not in apart.labels and (token.text not in apart.small_labels or _numbers_nothing(source, at)):
        return None
    end = at + 1
    signs = ".#:" if token.text in apart.labels | apart.identifiers else ".#"
    if tokens[end].shape is Shape.SIGN and tokens[end].text in signs and tokens[end + 1].shape is Shape.DIGITS:
        end += 1
    linked = end + 1 if source.word(end) in apart.label_links else end
    named = small_at(source, linked) if source.spaced(linked) else None
    capital = token.text in apart.labels and tokens[linked].text[:1].isupper()
    staged = token.text in apart.stages and linked == end  # the number of five is not number five
    if named is not None and (capital or (staged and not _goes_on(source, named[1]))):
        return code(source, at, named[1])
    number = tokens[end]
    if number.shape not in (Shape.DIGITS, Shape.DOTTED) or not (source.spaced(end) or source.attached(end)):
        return None
    return None if "," in number.text or _measures(source, at, end) else code(source, at, end + 1)


def _goes_on(source: Source, at: int) -> bool:
    """Whether what is counted, or more of the number, goes on at an index: in phase two hundreds came."""
    numbers, word = source.language.numbers, source.joined_word(at)
    return is_plural(source, at) or word in numbers.hundreds or word in numbers.scales


def _measures(source: Source, label: int, at: int) -> bool:
    """Whether digits after a label have a scale or a unit: makes the ward 12% bigger; but seat 14C."""
    figure = None if source.attached(at + 1) and len(source.word(at + 1)) == 1 else figure_at(source, at)
    unit = None if figure is None else unit_at(source, figure.end, figure)
    if figure is None or unit is None:
        return figure is not None and figure.scale != ONE
    small = source.tokens[label].text in source.language.apart.small_labels
    return small or unit.meant.kind is Kind.PERCENT


def _numbers_nothing(source: Source, at: int) -> bool:
    """Whether a word such as "seat" labels no number where it stands: can seat 853, trees line 40 roads; a room 9 men."""
    language, before = source.language, source.word_before(at)
    if before in language.apart.no_labels_after or (at > 0 and is_plural(source, at - 1)):
        return True
    is_turned = before in language.apart.turns and source.word(at) in language.apart.turned
    if is_turned and len(source.tokens[at + 1].text) >= LONG:
        return True
    one = language.numbers.articles | language.apart.determiners | language.numbers.ones.keys()
    return (before in one or source.word_before(at - 1) in one) and is_plural(source, at + 2)


def _word_code(source: Source, at: int) -> Match | None:
    """COVID-19, H1N1, M25: a word that digits touch."""
    tokens, following = source.tokens, source.tokens[at + 1]
    if following.gap or source.language.units.currency_signs.match(tokens, at) is not None:
        return None
    if following.shape is Shape.DIGITS:
        return code(source, at, at + 2)
    token = tokens[at]
    hyphened = tokens[at + 1].text in HYPHENS and source.attached(at + 1) and source.attached(at + 2)
    known = token.lower in source.language.apart.no_codes or token.lower in source.language.apart.months
    dotted = token.text.isupper() and tokens[at + 1].text == "." and source.attached(at + 2)
    if (hyphened or dotted) and tokens[at + 2].shape is Shape.DIGITS and token.text[0].isupper() and not known:
        return code(source, at, at + 3)
    return None


def _dotted_code(source: Source, at: int) -> Match | None:
    """A word for a number or a date that dotted digits touch: May1.2.3."""
    following = source.tokens[at + 1]
    return code(source, at, at + 2) if following.shape is Shape.DOTTED and not following.gap else None


def _plain_code(source: Source, at: int) -> Match | None:
    """Digits that are no number: telephone numbers, version numbers, 9/11, list markers, footnotes, house numbers."""
    token, tokens, apart = source.tokens[at], source.tokens, source.language.apart
    if token.shape is Shape.OVERLONG:
        return code(source, at, at + 1)
    if token.text == "+" and tokens[at + 1].shape is Shape.DIGITS and source.attached(at + 1):
        end = _groups(source, at + 2)
        return code(source, at, end) if end > at + 3 else None
    if token.shape is not Shape.DIGITS:
        return None
    before = source.before(at)
    if before is not None and not token.gap and (_is_signed(source, at) or _is_path(source, at)):
        return code(source, at, at + 1)
    if _is_telephone(source, at):
        return code(source, at, at + 3)
    if len(token.text) > 1 and token.text.startswith("0") and token.text.isdecimal():
        return code(source, at, _groups(source, at + 1))
    if _is_over(source, at):
        return code(source, at, at + 3)
    known = next((end for end in (at + 3, at + 2) if _is_known(source, at, min(end, len(tokens) - 2))), 0)
    if known:
        return code(source, at, known)
    called = before is not None and before.lower in apart.calls and token.text.isdecimal()
    called = called or _is_texted(source, at)
    named = is_named(source, at) or _is_after_street(source, before)
    if called or named or _is_marker(source, at) or _is_house(source, at):
        return code(source, at, _groups(source, at + 1) if called else at + 1)
    return None


def _is_signed(source: Source, at: int) -> bool:
    """Whether a sign such as @ before digits makes a code of them; the size of a sample, n=956, is a number."""
    sign = source.tokens[at - 1].text
    size = at > 1 and sign == "=" and source.tokens[at - 2].lower == "n"
    return sign in SIGNS_BEFORE_CODES and not size


def _is_known(source: Source, at: int, end: int) -> bool:
    """Whether the tokens from one index up to another are a known code: 9/11, 4K."""
    return source.words(at, end) in source.language.apart.known_codes and not is_touched(source, end)


def _is_over(source: Source, at: int) -> bool:
    """Whether a stroke follows and a lesser number: a blood pressure of 120/80, which is no share; odds are none either."""
    tokens, numbers = (
        source.tokens,
        (source.tokens[at].text, source.tokens[at + 2].text if at + 2 < len(source.tokens) else ""),
    )
    stroke = tokens[at + 1].text in SLASHES and source.attached(at + 1) and source.attached(at + 2)
    if not (source.prose and stroke and all(map(str.isdecimal, numbers))) or is_touched(source, at + 3):
        return False
    above, below = map(int, numbers)
    return above > below and above not in YEARS and not is_announced(source, at, at + 3)


def _is_texted(source: Source, at: int) -> bool:
    """Whether something is to be texted to the digits: text HELP to 61016."""
    digits = source.tokens[at].text
    short = digits.isdecimal() and len(digits) in SHORT_CODES and source.word_before(at) in source.language.relations.to
    return short and source.is_near(at, source.language.apart.calls, WORDS_OF_A_TEXT)


def is_led_to_a_code(source: Source, at: int) -> bool:
    """Whether what stands before digits makes a code of them, or may: @5, [3], dial 999, Hauptstraße 10, a list's 1."""
    token, apart = source.tokens[at], source.language.apart
    if at == 0 or "\n" in token.gap:
        return True
    before = source.tokens[at - 1]
    if not token.gap and (before.text in SIGNS_BEFORE_CODES or before.text == "[" or before.text in SLASHES):
        return True
    led = before.lower in apart.calls or _is_after_street(source, before) or is_named(source, at)
    return led or _is_texted(source, at)


def is_touched(source: Source, at: int) -> bool:
    """Whether letters or digits at an index touch what stands before them."""
    return source.attached(at) and source.tokens[at].shape is not Shape.SIGN


def _groups(source: Source, at: int) -> int:
    """The index after the groups of digits of a telephone number: 7946 0018."""
    while True:
        start = at + 1 if source.tokens[at].text in (")", *HYPHENS) and source.tokens[at].text else at
        token = source.tokens[start]
        if token.shape is not Shape.DIGITS or not token.text.isdecimal() or len(token.text) < 2 or "\n" in token.gap:
            return at
        at = start + 1


def _is_path(source: Source, at: int) -> bool:
    """Whether the digits stand in a path: example.org/2017."""
    tokens = source.tokens
    if at < 2 or tokens[at - 1].text not in SLASHES or not source.attached(at - 1):
        return False
    following, before = following_of(source.language), tokens[at - 2]
    counted = before.lower in following.units or before.lower in following.digits  # 1.9 million/8.2%
    return before.shape is Shape.WORD and not (counted and tokens[at - 3].shape is Shape.DIGITS)


def _is_telephone(source: Source, at: int) -> bool:
    """Whether a zero begins what a hyphen joins to the digits: 555-0134."""
    if not is_hyphen(source.tokens, at + 1):
        return False
    joined = source.tokens[at + 2]
    return joined.shape is Shape.DIGITS and len(joined.text) > 3 and joined.text.startswith("0")


def _is_marker(source: Source, at: int) -> bool:
    """Whether the digits number an item of a list, or point to a footnote: "1." or "2)" where a line begins, [3]."""
    tokens, before = source.tokens, source.tokens[at - 1] if at else None
    following, token = tokens[at + 1], tokens[at]
    if before is not None and before.text == "[" and not token.gap:
        return following.text == "]" and not following.gap
    starts = at == 0 or "\n" in token.gap
    short = token.text.isdecimal() and len(token.text) <= LONGEST_MARKER
    return starts and short and following.text in (".", ")") and not following.gap and bool(tokens[at + 2].gap)


def _is_house(source: Source, at: int) -> bool:
    """Whether the digits are the number of a house: 10 Downing Street, 221B Baker Street."""
    start = at + 1
    if source.attached(start) and len(source.word(start)) == 1:
        start += 1
    for index in range(start, start + WORDS_OF_A_STREET):
        token = source.tokens[index]
        if token.shape is not Shape.WORD or not token.text[0].isupper() or not source.spaced(index):
            return False
        if token.lower in source.language.apart.streets:
            return index > start
    return False


def _is_after_street(source: Source, before: Token | None) -> bool:
    """Whether a street stands before the number of a house: Hauptstraße 10."""
    endings = source.language.apart.street_endings
    return before is not None and before.lower.endswith(endings) and before.text[:1].isupper() if endings else False


def _name(source: Source, at: int) -> Match | None:
    """Words that name something: the Seven Sisters, Fifth Avenue, 42nd Street; not where a sentence begins."""
    tokens, numbers, before = source.tokens, source.language.numbers, source.before(at)
    numbered = tokens[at].shape is Shape.DIGITS and tokens[at + 1].lower in numbers.ordinal_endings
    end = at + 2 if numbered and source.attached(at + 1) else at + 1
    capital = tokens[at].word != "" and tokens[at].text[0].isupper()
    following = tokens[end]
    if not (capital or end > at + 1) or following.shape is not Shape.WORD or not following.text[0].isupper():
        return None
    if not source.spaced(end):
        return None
    if following.lower in source.language.apart.streets:
        return code(source, at, end + 1)
    if not capital or source.word(at) in numbers.ordinals or source.language.apart.capital_nouns:
        return None
    led = before is not None and (before.text.islower() or before.lower in source.language.apart.determiners)
    scaled = following.lower in numbers.scales or following.lower in numbers.hundreds
    return code(source, at, end + 1) if led and not scaled else None


LABELS = (  # what no date or time can be taken for: a URL, Article 50, COVID-19
    Production(_address, openings.addresses),
    Production(_label, openings.labels),
    Production(_word_code, openings.any_word),
    Production(_dotted_code, openings.counting_words),
)
CODES = (  # what has the shape of a date or time is tried before them
    Production(_plain_code, openings.codes_in_digits),
    Production(_name, openings.names),
)
