"""A sentence cut into its clauses: each holds about one thing, and no quotation is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwatch.language.clauses import FEWEST_WORDS, split_clauses
from pactwatch.language.quotes import find_quotes


def clauses_of(sentence: str) -> list[str]:
    return [sentence[begin:end] for begin, end in split_clauses(sentence, 0, len(sentence))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Shelling killed five at Corvith, | bringing the toll to 400, | while Ondria counts three dead.",
        "Calvenne opened the lower lock, | and sixty barges passed by noon.",
        "The envoy left Saint Orlan, | which both sides had agreed to.",
        "The guns have not moved; | they have not spoken.",
        "The landing was hit on Sunday – | three people were killed there.",
        "The landing was hit on Sunday -- | three people were killed there.",
        "Ondria will not disarm the guard | unless Calvenne leaves Hestle Island.",
        "The man crossed at Pell Staithe, | according to the health ministry.",
        "The crews, the barges and the dock workers went home.",
        "Hask, the spokesman, denied it.",
        "The king, during the night, left for Quellin by boat.",
        "A long-awaited cease-fire at Corvith-on-Ambrel was signed.",
    ],
)
def test_clauses(sentence: str) -> None:
    """Cut at the strokes, and nowhere else."""
    wanted = [clause.strip(" ,;–-") for clause in sentence.split("|")]
    assert clauses_of(sentence.replace("| ", "")) == wanted


def test_a_short_piece_stays_with_the_one_before_it() -> None:
    """Fewer than four words tell nothing on their own."""
    assert FEWEST_WORDS == 4
    assert clauses_of("The locks stay closed, and that is all.") == [
        "The locks stay closed",
        "and that is all.",
    ]
    assert clauses_of("The locks stay closed, and that stays.") == ["The locks stay closed, and that stays."]
    assert clauses_of("She left, and the guard counted its four dead.") == [
        "She left, and the guard counted its four dead."
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "“We kept our word, and we expect the locks to open while the crews go home,” Varrow said.",
        '"We kept our word, and we expect the locks to open while the crews go home."',
        "‘We kept our word, and we expect the locks to open while the crews go home,’ she said.",
        "“We kept our word – and we expect the locks to open; the crews, who are home, will tell you so",
    ],
)
def test_a_quotation_is_never_cut(sentence: str) -> None:
    """Commas, dashes and conjunctions inside the marks cut nothing, closed or not."""
    assert clauses_of(sentence) == [sentence.rstrip(",")]


def test_what_stands_around_a_quotation_is_cut() -> None:
    """The same conjunctions outside of the marks do cut."""
    assert clauses_of(
        "Hask said the guns “have not moved, and have not spoken”, and that four of his men were shot."
    ) == [
        "Hask said the guns “have not moved, and have not spoken”",
        "and that four of his men were shot.",
    ]


def test_the_places_are_those_of_the_whole_text() -> None:
    """A sentence in the middle: what stands before and behind it is none of its clauses."""
    text = "It rained, and it rained hard. Calvenne opened a lock, and sixty barges passed. He, and he alone."
    begin, end = text.index("Calvenne"), text.index(" He, and")
    assert [text[a:b] for a, b in split_clauses(text, begin, end)] == [
        "Calvenne opened a lock",
        "and sixty barges passed.",
    ]


#: What sentences are made of, with all that cuts, quotes and pads them.
PIECES = st.sampled_from(
    "barges |lock| while |, and |, opening |; | – |—| -- |“|”|\"|‘|’|'|``|''| |\n|\u00a0|,|-|30|«|»".split(
        "|"
    )
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=25).map("".join))


@given(TEXTS, st.integers(0, 10), st.integers(0, 10))
def test_the_clauses_of_any_text_are_in_order_and_inside(text: str, before: int, behind: int) -> None:
    """None is empty, none overlaps another, and no word is lost between them."""
    begin = min(before, len(text))
    end = max(begin, len(text) - behind)
    pieces = split_clauses(text, begin, end)
    edges = [begin, *(edge for piece in pieces for edge in piece), end]
    assert edges == sorted(edges)
    assert all(first < last for first, last in pieces)
    gaps = [text[last:first] for last, first in zip(edges[::2], edges[1::2], strict=True)]
    assert not any(letter.isalnum() for gap in gaps for letter in gap)


@given(TEXTS)
def test_no_quotation_of_any_text_is_cut(text: str) -> None:
    """No clause begins between the marks."""
    begins = [first for first, _ in split_clauses(text, 0, len(text))]
    for quote in find_quotes(text, 0, len(text)):
        assert not [first for first in begins if quote.outer_begin < first < quote.outer_end]
