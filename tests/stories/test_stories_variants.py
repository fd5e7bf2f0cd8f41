"""One utterance word by word: common words once, what differs side by side, nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwatch.stories.terms import make_term
from pactwatch.stories.variants import Segment, align_wordings


def lines_of(*wordings: str) -> list[str]:
    """Each segment as a line: common words, or the words of each wording between strokes."""
    return [segment.common or "|".join(segment.own) for segment in align_wordings(wordings)]


@pytest.mark.parametrize(
    ("wordings", "lines"),
    [
        (["we will talk about Hestle"], ["we will talk about Hestle"]),
        (["we will talk then", "then we will speak"], ["|then", "we will", "talk then|speak"]),
        (
            [
                "We have kept our word, and we expect the locks to open",
                "We’ve kept our word, and we expect the locks to be opened",
                "We have kept our word. Now the locks must open.",
            ],
            [
                "We have|We’ve|We have",
                "kept our word,",
                "and we expect|and we expect|Now",
                "the locks",
                "to|to be|must",
                "open",
            ],
        ),
        (["the guns", "no barges"], ["the guns|no barges"]),
        (["", "the guns"], ["|the guns"]),
        (["", ""], []),
        (["Truce!", "“truce”", "TRUCE,"], ["Truce!"]),
    ],
)
def test_common_words_stand_once(wordings: list[str], lines: list[str]) -> None:
    """Words of one stem are one word; the page shows where their endings differ."""
    assert lines_of(*wordings) == lines


def test_the_words_of_each_follow_the_order_of_the_wordings() -> None:
    """And common words are printed as the first one has them."""
    assert align_wordings(["“Our guns", "our GUNS moved", "the guns"]) == (
        Segment(own=("“Our", "our", "the")),
        Segment("guns"),
        Segment(own=("", "moved", "")),
    )


def test_a_word_that_only_some_share_is_not_common() -> None:
    """Two of three have "two": it stands with each."""
    assert lines_of("one two three", "one two three", "one three") == ["one", "two|two|", "three"]


WORDS = st.sampled_from("we will talk then about Hestle barges barge “guns” guns, – the THE".split())
WORDINGS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), min_size=1, max_size=4)


def fold(words: str) -> list[str]:
    return [make_term(word.strip("“”\"'‘’.,;:!?()")) for word in words.split()]


@given(WORDINGS | st.lists(st.text(max_size=20), min_size=1, max_size=3))
def test_each_wording_can_be_put_together_again(wordings: list[str]) -> None:
    """Word for word, but for how a common word is printed; the first one to the letter."""
    segments = align_wordings(wordings)
    for number, wording in enumerate(wordings):
        parts = [segment.common or segment.own[number] for segment in segments]
        told = " ".join(filter(None, parts))
        assert fold(told) == fold(wording)
        assert number > 0 or told.split() == wording.split()
    assert all(bool(segment.common) != any(segment.own) for segment in segments)
    kinds = [bool(segment.common) for segment in segments]
    assert all(one != other for one, other in pairwise(kinds))
