"""What two desks write differently and mean the same is one word, and its place is kept."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwatch.stories.folding import find_words, fold_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cease-fire", "Ceasefire"),
        ("cease‑fire", "ceasefire"),
        ("state-run", "staterun"),
        ("Türkiye", "Turkey"),
        ("Türkiye’s", "Turkey's"),
        ("Łódź", "Lodz"),
        ("don’t", "DON'T"),
        ("defence", "defense"),
        ("centres", "centers"),
        ("organised", "organized"),
        ("demobilisation", "demobilization"),
        ("paralyse", "paralyze"),
        ("neighbouring", "neighboring"),
        ("Hezbollah", "Hizbullah"),
        ("programme", "program"),
        ("U.S.", "US"),
        ("1,900", "1900"),
        ("5%", "5 percent"),
        ("cease\u00adfire", "ceasefire"),
        ("“barges”", "'barges'"),
        ("shut—again", "shut - again"),
    ],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    """Both give the same words."""
    assert [word for word, _ in fold_words(one)] == [word for word, _ in fold_words(other)] != []


@pytest.mark.parametrize(
    ("one", "other"), [("four", "for"), ("1.9", "19"), ("prize", "price"), ("tour", "tor"), ("size", "sise")]
)
def test_words_that_are_not_one(one: str, other: str) -> None:
    """Rules of spelling need letters before the ending, and a decimal point counts."""
    assert fold_words(one)[0][0] != fold_words(other)[0][0]


def test_numbers_on_both_sides_of_a_hyphen_are_two() -> None:
    """A range is two numbers, and a window of days one word."""
    assert [word for word, _ in fold_words("10-20 barges, a 60-day truce")] == [
        "10",
        "20",
        "barges",
        "a",
        "60day",
        "truce",
    ]


def test_places_are_those_of_the_text() -> None:
    """Each span cuts the word as it is written."""
    text = "The “cease-fire”, Ondria’s guard said — “holds”."
    assert [span.of(text) for _, span in fold_words(text)] == [
        "The",
        "cease-fire",
        "Ondria’s",
        "guard",
        "said",
        "holds",
    ]


@given(st.text())
def test_any_text_folds(text: str) -> None:
    """Words stand in order, never overlap and are never empty."""
    found = list(find_words(text))
    assert all(word and begin < end for word, begin, end in found)
    assert all(one[2] <= other[1] for one, other in pairwise(found))
