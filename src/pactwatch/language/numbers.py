"""Reads numbers in digits, words and mixtures, with the bounds that their words allow.

    57,700   1.9 million   twenty-three   two dozen   a dozen   hundreds   20,000
"dozens" is a range and never 12. Ordinals are not numbers.
"""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
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
_DIGITS = regex.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(bn|m|k)?")
_EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_MOST_DIGITS = 15


class Number(NamedTuple):
    """A number at tokens ``first`` to ``last`` (the last one is excluded). ``high`` is None
    where the words are open above ("dozens")."""

    first: int
    last: int
    low: Decimal
    high: Decimal | None
    loose: bool


@cache
def _words() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_UNITS)}
    words |= {word: 10 * (place + 2) for place, word in enumerate(_TENS)}
    for tens in _TENS:
        for unit in _UNITS[1:10]:
            words[f"{tens}-{unit}"] = words[tens] + words[unit]
    return words


def is_number_word(low: str) -> bool:
    """Whether a lower-case word is a number or a scale."""
    return low in _words() or low in _LOOSE or low in ("hundred", "thousand", "million", "billion", "dozen")


def read_digits(text: str) -> Decimal | None:
    """The value of a token such as 57,700 or 1.9; None where it is no plain number."""
    match = _DIGITS.fullmatch(text.translate(_EASTERN))
    if match is None or sum(c.isdigit() for c in text) > _MOST_DIGITS:
        return None
    try:
        value = Decimal(match.group(1).replace(",", ""))
    except InvalidOperation:
        return None
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
    if low in _LOOSE:
        return _read_loose(tokens, place)
    if low in ("a", "an"):
        return _read_article(tokens, place)
    if low in _words() or low in ("hundred", "thousand", "dozen"):
        return _read_words(tokens, place)
    if low[0].isdigit():
        return _read_figures(tokens, place)
    return None


def _read_loose(tokens: Sequence[Token], place: int) -> Number | None:
    floor, factor, last = Decimal(_LOOSE[tokens[place].low][0]), 1, place + 1
    while last + 1 < len(tokens) and tokens[last].low == "of" and tokens[last + 1].low in _LOOSE:
        factor *= _LOOSE[tokens[last + 1].low][0] // 2
        last += 2
    if tokens[place].low == "tens" and last == place + 1:
        return None
    return Number(place, last, floor * factor, None, True)


def _read_article(tokens: Sequence[Token], place: int) -> Number | None:
    if place + 1 < len(tokens) and tokens[place + 1].low in ("hundred", "thousand", "million", "dozen"):
        scaled = _scale(tokens, place + 1, Decimal(1))
        return Number(place, scaled[0], scaled[1], scaled[1], False)
    return None


def _read_figures(tokens: Sequence[Token], place: int) -> Number | None:
    value = read_digits(tokens[place].text)
    if value is None:
        return None
    last, value = _scale(tokens, place + 1, value)
    value = value.to_integral_value() if value == value.to_integral_value() else value
    return Number(place, last, value, value, False)


def _scale(tokens: Sequence[Token], place: int, value: Decimal) -> tuple[int, Decimal]:
    while place < len(tokens) and tokens[place].low in ("hundred", "thousand", "million", "billion", "dozen"):
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
        elif low in ("thousand", "million", "billion"):
            total, part, seen_scale = total + max(part, Decimal(1)) * _SCALES[low], Decimal(0), True
        elif not (low == "and" and seen_scale and at + 1 < len(tokens) and tokens[at + 1].low in words):
            break
        at += 1
    return Number(place, at, total + part, total + part, False)


def _completes_tens(part: Decimal, value: int) -> bool:
    return 20 <= part % 100 <= 90 and part % 10 == 0 and 0 < value < 10
