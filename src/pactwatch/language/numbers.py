"""Reads numbers in digits, words and mixtures, with the bounds that their words allow.

    57,700   1.9 million   twenty-three   two dozen   a dozen   hundreds   several hundred   20 000
    half   a third   two-thirds   three quarters   3/4 of   ½   two and a half   2½   half a million
"dozens" is a range and never 12. Ordinals are not numbers; a fraction keeps its parts (a third: 1 of 3).
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import regex

from pactwatch.language.tokens import Token

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
_UNITS += "sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SCALES |= {"dozen": 12, "m": 1_000_000, "bn": 1_000_000_000, "k": 1_000, "trillion": 10**12}
#: Loose plurals and the bounds that they allow.
_LOOSE = {
    "dozens": (24, None), "scores": (40, None), "hundreds": (200, None),
    "thousands": (2_000, None), "millions": (2_000_000, None), "tens": (20, None),
}  # fmt: skip
_DIGITS = regex.compile(
    r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?)(bn|m|k)?", regex.ASCII
)
_SPACES = regex.compile(r"[\s\p{Cf}]")
_EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫", "0123456789" * 2 + ",.")
#: A number of more digits is a name or a slip, and no figure.
_MOST_DIGITS = 15
_MOST = 10**_MOST_DIGITS
_BIG = ("hundred", "thousand", "million", "billion", "trillion", "dozen")
_VAGUE = ("several", "few", "many")
#: Names of parts, and how many of them make the whole.
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9}
_BEFORE_SHARE = (
    "about",
    "around",
    "over",
    "nearly",
    "almost",
    "roughly",
    "than",
    "some",
    "by",
    "approximately",
)
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}
#: Into how many parts a whole is cut in digits (3/4); with more it is a date or a name.
_MOST_PARTS = 12


class Number(NamedTuple):
    """A number at tokens ``first`` to ``last`` (the last one is excluded). ``high`` is None
    where the words are open above ("dozens"). ``parts`` is set for a fraction: two thirds, 2 of 3."""

    first: int
    last: int
    low: Decimal
    high: Decimal | None
    loose: bool
    parts: int | None = None


@cache
def _words() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_UNITS)} | {"half-dozen": 6}
    words |= {word: 10 * (place + 2) for place, word in enumerate(_TENS)}
    for tens in _TENS:
        for unit in _UNITS[1:10]:
            words[f"{tens}-{unit}"] = words[tens] + words[unit]
    return words


def is_number_word(low: str) -> bool:
    """Whether a lower-case word is a number or a scale."""
    return low in _words() or low in _LOOSE or low in _BIG


def read_digits(text: str) -> Decimal | None:
    """The value of a token such as 57,700 or 1.9 or 41%; None where it is no plain number."""
    match = _DIGITS.fullmatch(_SPACES.sub("", text.lower().translate(_EASTERN)).removesuffix("%"))
    if match is None or sum(c.isdigit() for c in text) > _MOST_DIGITS:
        return None
    digits = match.group(1).replace(",", "")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    value = Decimal(digits)
    return value * _SCALES[match.group(2)] if match.group(2) else value


def find_numbers(tokens: Sequence[Token]) -> list[Number]:
    """The numbers of a sentence, in order; what they count is not looked at."""
    numbers = []
    place = 0
    while place < len(tokens):
        number = _read_at(tokens, place)
        if number is None:
            place += 1
        else:
            numbers.append(number)
            place = number.last
    return numbers


def _read_at(tokens: Sequence[Token], place: int) -> Number | None:
    low = tokens[place].low
    may_be_part = (
        low in _COUNTS or low in _SIGNS or "-" in low or low == "half" or _low(tokens, place + 1) == "/"
    )
    fraction = _read_fraction(tokens, place) if may_be_part else None
    if fraction is not None:
        return fraction
    if low in _LOOSE:
        return _read_loose(tokens, place)
    if low in _VAGUE:
        return _read_vague(tokens, place)
    if low in ("a", "an"):
        return _read_article(tokens, place)
    if low in _words() or low in ("hundred", "thousand", "dozen"):
        return _and_a_half(tokens, _read_words(tokens, place))
    if low[0].isdigit():
        return _and_a_half(tokens, _read_figures(tokens, place))
    return _and_a_half(tokens, _read_joined_half(tokens, place)) if low.endswith("-and-a-half") else None


def _low(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].low if place < len(tokens) else ""


def _read_fraction(tokens: Sequence[Token], place: int) -> Number | None:
    """half of; a third of; two-thirds of; three quarters of; half a million; half an hour"""
    low, behind = tokens[place].low, _low(tokens, place + 1)
    if low == "half":
        return _read_half(tokens, place)
    sign = _read_sign(tokens, place)
    if sign is not None:
        last, count_of, parts = sign
        is_share = _low(tokens, last) == "of"
        return Number(place, last, Decimal(count_of), Decimal(count_of), False, parts) if is_share else None
    count, _, part = low.partition("-")
    last = place + 1
    if not part and behind in _PARTS and count in _COUNTS:
        part, last = behind, place + 2
    if count not in _COUNTS or part not in _PARTS or not _is_share_here(tokens, place, last):
        return None
    value = Decimal(_COUNTS[count])
    return Number(place, last, value, value, False, _PARTS[part])


def _is_share_here(tokens: Sequence[Token], place: int, last: int) -> bool:
    """two thirds of; about a quarter, they said: with "of", or behind a word that hedges it"""
    hedged = place > 0 and tokens[place - 1].low in _BEFORE_SHARE and _low(tokens, last) in (",", ".", ";")
    return _low(tokens, last) in ("of", "the") or hedged


def _read_sign(tokens: Sequence[Token], place: int) -> tuple[int, int, int] | None:
    """½; 3/4: where it ends, how many parts, of how many"""
    if _low(tokens, place) in _SIGNS:
        return place + 1, *_SIGNS[tokens[place].low]
    if _low(tokens, place + 1) != "/" or place + 2 >= len(tokens):
        return None
    above, below = tokens[place].text, tokens[place + 2].text
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 > len(below)):
        return None
    fits = 0 < int(above) < int(below) <= _MOST_PARTS and tokens[place + 2].begin == tokens[place].end + 1
    return (place + 3, int(above), int(below)) if fits else None


def _read_half(tokens: Sequence[Token], place: int) -> Number | None:
    behind = _low(tokens, place + 1)
    if behind in ("a", "an") and _low(tokens, place + 2) in _BIG:
        last, value = _scale(tokens, place + 2, Decimal("0.5"))
        return Number(place, last, _plain(value), _plain(value), False)
    if behind in ("a", "an"):
        return Number(place, place + 2, Decimal("0.5"), Decimal("0.5"), False)
    if behind in ("of", "the", "its", "their", "his", "her", "our", "those", "these", "all"):
        return Number(place, place + 1, Decimal(1), Decimal(1), False, 2)
    return None


def _and_a_half(tokens: Sequence[Token], number: Number | None) -> Number | None:
    """two and a half; 2½; 2 1/2; 2 and 1/2; two and a half million"""
    if number is None:
        return None
    last, value = number.last, number.low
    sign = _read_sign(tokens, last + (_low(tokens, last) == "and"))
    if [_low(tokens, last + step) for step in range(3)] == ["and", "a", "half"]:
        last, value = last + 3, value + Decimal("0.5")
    elif sign is not None and sign[2] in (2, 4) and number.low < _MOST_PARTS**2:
        last, value = sign[0], value + Decimal(sign[1]) / sign[2]
    last, value = _scale(tokens, last, value)
    return number._replace(last=last, low=_plain(value), high=_plain(value)) if value < _MOST else None


def _read_joined_half(tokens: Sequence[Token], place: int) -> Number | None:
    """two-and-a-half"""
    value = _words().get(tokens[place].low.removesuffix("-and-a-half"))
    half = Decimal(value) + Decimal("0.5") if value else None
    return Number(place, place + 1, half, half, False) if half else None


def _read_vague(tokens: Sequence[Token], place: int) -> Number | None:
    """several hundred; a few thousand: as open as hundreds and thousands"""
    scale = _low(tokens, place + 1)
    if scale not in _BIG:
        return None
    last, value = _scale(tokens, place + 1, Decimal(2))
    return Number(place, last, value, None, True)


def _plain(value: Decimal) -> Decimal:
    return value.to_integral_value() if value == value.to_integral_value() else value


def _read_loose(tokens: Sequence[Token], place: int) -> Number | None:
    floor, factor, last = Decimal(_LOOSE[tokens[place].low][0]), 1, place + 1
    while last + 1 < len(tokens) and tokens[last].low == "of" and tokens[last + 1].low in _LOOSE:
        factor *= _LOOSE[tokens[last + 1].low][0] // 2
        last += 2
    if tokens[place].low == "tens" and last == place + 1:
        return None
    return Number(place, last, floor * factor, None, True)


def _read_article(tokens: Sequence[Token], place: int) -> Number | None:
    """a dozen; a hundred and twenty; a few thousand"""
    if _low(tokens, place + 1) == "few":
        vague = _read_vague(tokens, place + 1)
        return vague._replace(first=place) if vague else None
    number = _read_words(tokens, place + 1) if _low(tokens, place + 1) in _BIG else None
    return number._replace(first=place) if number else None


def _read_figures(tokens: Sequence[Token], place: int) -> Number | None:
    value = read_digits(tokens[place].text)
    if value is None:
        return None
    last, value = _scale(tokens, place + 1, value)
    return Number(place, last, _plain(value), _plain(value), False)


def _scale(tokens: Sequence[Token], place: int, value: Decimal) -> tuple[int, Decimal]:
    while place < len(tokens) and tokens[place].low in _BIG:
        value *= _SCALES[tokens[place].low]
        place += 1
    return place, value


def _read_words(tokens: Sequence[Token], place: int) -> Number | None:
    """Adds up a run of number words: two hundred and forty-three thousand."""
    words, total, part, at, seen_scale = _words(), Decimal(0), Decimal(0), place, False
    while at < len(tokens):
        low = tokens[at].low
        if low in words:
            if at > place and not seen_scale and not _completes_tens(part, words[low]):
                break
            part += words[low]
            seen_scale = False
        elif low in ("hundred", "dozen"):
            part, seen_scale = max(part, Decimal(1)) * _SCALES[low], True
        elif low in ("thousand", "million", "billion", "trillion"):
            counted, rest = (total, 0) if seen_scale and not part else (max(part, Decimal(1)), total)
            total, part, seen_scale = rest + counted * _SCALES[low], Decimal(0), True
        elif not (low == "and" and seen_scale and at + 1 < len(tokens) and tokens[at + 1].low in words):
            break
        at += 1
    value = total + part
    return Number(place, at, value, value, False) if value < _MOST else None


def _completes_tens(part: Decimal, value: int) -> bool:
    return 20 <= part % 100 <= 90 and part % 10 == 0 and 0 < value < 10
