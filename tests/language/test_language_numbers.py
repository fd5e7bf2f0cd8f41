"""Numbers in digits, words and mixtures: value, bounds, parts of a whole, and the words that they take."""

from decimal import Decimal

import pytest

from pactwatch.language.numbers import Number, find_numbers, is_number_word, read_digits
from pactwatch.language.tokens import split_tokens


def numbers_of(text: str) -> list[tuple[str, Number]]:
    """The numbers of a text with their words."""
    tokens = split_tokens(text, 0, len(text))
    return [(text[tokens[n.first].begin : tokens[n.last - 1].end], n) for n in find_numbers(tokens)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("0", "0"),
        ("41", "41"),
        ("41%", "41"),
        ("9.58", "9.58"),
        ("57,700", "57700"),
        ("1,234,567.5", "1234567.5"),
        ("1.234.567", "1234567"),
        ("20 000", "20000"),
        ("20\xa0000", "20000"),
        ("20\u202f000", "20000"),
        ("1 234 567", "1234567"),
        ("3bn", "3000000000"),
        ("1.5M", "1500000"),
        ("40k", "40000"),
        ("1.9 million", "1900000"),
        ("2 hundred thousand", "200000"),
        ("3 dozen", "36"),
        ("٣٩٥", "395"),
        ("۳۹۵", "395"),
        ("١٬٢٣٤٫٥", "1234.5"),
        ("۱٬۲۳۴", "1234"),
        ("1\u200b2", "12"),
        ("1,\u200e234", "1234"),
    ],
)
def test_digits(words: str, value: str) -> None:
    """Whatever parts the thousands, one number takes all of its words."""
    text = f"They saw {words} of them."
    assert [(printed, number.low) for printed, number in numbers_of(text)] == [(words, Decimal(value))]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zero", "0"),
        ("seventeen", "17"),
        ("twenty-three", "23"),
        ("ninety nine", "99"),
        ("a hundred", "100"),
        ("a hundred and twenty", "120"),
        ("two hundred and forty-three thousand", "243000"),
        ("three million two hundred thousand", "3200000"),
        ("a thousand million", "1000000000"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("half a dozen", "6"),
        ("half-dozen", "6"),
        ("half a million", "500000"),
        ("two and a half", "2.5"),
        ("two-and-a-half", "2.5"),
        ("two and a half million", "2500000"),
        ("2½", "2.5"),
        ("2 1/2", "2.5"),
        ("12 3/4", "12.75"),
        ("4 and 1/2", "4.5"),
        ("half an", "0.5"),
    ],
)
def test_words_and_mixtures(words: str, value: str) -> None:
    """Words add up; a half belongs to the number before it."""
    text = f"It took {words} hours."
    assert [(printed, number.low) for printed, number in numbers_of(text)] == [(words, Decimal(value))]


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("dozens", 24),
        ("scores", 40),
        ("hundreds", 200),
        ("thousands", 2_000),
        ("millions", 2_000_000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("several hundred", 200),
        ("a few thousand", 2_000),
        ("several dozen", 24),
    ],
)
def test_vague_numbers_are_open_above(words: str, low: int) -> None:
    """Twice the unit at the least: dozens are never 12."""
    ((printed, number),) = numbers_of(f"They saw {words} of barges.")
    assert (printed, number.low, number.high, number.loose) == (words, low, None, True)


@pytest.mark.parametrize(
    ("words", "count", "parts"),
    [
        ("half", 1, 2),
        ("a third", 1, 3),
        ("two-thirds", 2, 3),
        ("two thirds", 2, 3),
        ("three quarters", 3, 4),
        ("a fifth", 1, 5),
        ("nine tenths", 9, 10),
        ("3/4", 3, 4),
        ("½", 1, 2),
        ("⅔", 2, 3),
    ],
)
def test_fractions_keep_their_parts(words: str, count: int, parts: int) -> None:
    """A third is one part of three, and no 0.333."""
    ((printed, number),) = numbers_of(f"Of the crews, {words} of the men left.")
    assert (printed, number.low, number.high, number.parts) == (words, count, count, parts)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3 of 28", [3, 28]),
        ("30 to 40", [30, 40]),
        ("30-40 men", [30, 40]),
        ("between 30 and 40", [30, 40]),
        ("40 or 41", [40, 41]),
        ("12, 7 and 340", [12, 7, 340]),
        ("12\t340", [12, 340]),
        ("12\n340", [12, 340]),
        ("2014 300", [2014, 300]),
        ("5 12", [5, 12]),
        ("twenty, thirty", [20, 30]),
    ],
)
def test_numbers_side_by_side_stay_apart(text: str, values: list[int]) -> None:
    """Only a single space between groups of three digits joins them."""
    assert [number.low for _, number in numbers_of(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "1,2,3",
        "12,34",
        "1,0000",
        "1234567890123456",
        "2.11.3",
        "192.168.0.1",
        "58th",
        "the third",
        "the 1990s",
        "60-day",
        "a few",
        "several",
        "tens of men",
        "one million million million",
        "²",
        "Ⅻ",
        "12²",
        "⅓ men",
        "Infinity",
    ],
)
def test_no_number(text: str) -> None:
    """Ordinals, versions, lists without spaces, more than 15 digits: nothing is guessed."""
    values = [number.low for _, number in numbers_of(text)]
    assert values == ([12] if text == "12²" else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [("57,700", "57700"), ("41%", "41"), ("1,2,3", None), ("$5", None), ("", None), ("9" * 16, None)],
)
def test_token_of_digits(text: str, value: str | None) -> None:
    """A token is a plain number or none."""
    assert read_digits(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("seven", True), ("hundred", True), ("dozens", True), ("second", False), ("many", False)],
)
def test_number_words(word: str, is_one: bool) -> None:
    """Words and scales, and no ordinals."""
    assert is_number_word(word) is is_one
