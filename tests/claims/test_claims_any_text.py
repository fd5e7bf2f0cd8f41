"""Whatever is read: spans hold, keys are unique, nothing breaks, and time stays in bounds."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch.claims.run import read_claims
from pactwatch.documents.make import make_article
from pactwatch.model.claim import Claim, Figure, Statement
from pactwatch.model.source import Article
from pactwatch.model.wire import from_wire, to_wire

_WORDS = st.sampled_from(
    "he said that the army Hamas, “No,” told 48 all but one of killed at least five people according to while adding "
    'that. " ‘ ’ if — violated the truce; (they) must not 10 October 2025 since Minister Lena Oost , . said: - X% '
    "\u202e \u200b Наmаs ٣٩٥ 1,2,3 … !? has been released's U.S. Mr. Q: A:".split(" ")
)


def all_claims(article: Article) -> list[Claim]:
    return [claim for claims in read_claims(article).values() for claim in claims]


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=60))
def test_any_text_gives_claims_that_hold(words: list[str]) -> None:
    article = make_article(" ".join(words).encode(), "any.txt", None).article
    if article is None:
        return
    for claim in all_claims(article):
        assert claim.words == article.text[claim.span.begin : claim.span.end] != ""
        assert from_wire(Claim, to_wire(claim)) == claim
        if isinstance(claim.slots, Statement):
            assert all(0 <= part.begin < part.end <= len(article.text) for part in claim.slots.content)
        if isinstance(claim.slots, Figure):
            assert claim.slots.number.of(article.text).strip()


@pytest.mark.parametrize(
    "text",
    [
        "“““ ””” ‘‘ ’’ \"\" '' «» „“",
        "“He said “that” he” said he said",
        "Q: Did he say so? A: He did say so.",
        "said",
        "- said\n- told\n- according to",
        "\u202eHe said that it is so\u202c.",
    ],
)
def test_odd_marks_break_nothing(text: str) -> None:
    article = make_article(text.encode(), "odd.txt", None).article
    assert article is None or isinstance(all_claims(article), list)


def test_keys_are_unique_and_reading_twice_gives_the_same() -> None:
    text = "Lena Oost said the lock was open. She said the lock was open. She said 5 people died."
    article = make_article(text.encode(), "twice.txt", None).article
    assert article is not None
    first, second = all_claims(article), all_claims(article)
    assert first == second
    assert len({claim.key for claim in first}) == len(first)


@pytest.mark.parametrize(
    "part",
    [
        "He said that ",
        "he said, ",
        "adding that ",
        "killed 5 people and wounded 7, ",
        "since the truce began 5 people were killed, ",
        "according to the army, ",
        "all but one of the 48 hostages, ",
        "“yes” ",
    ],
)
def test_a_sentence_of_20_000_characters_is_read_in_linear_time(part: str) -> None:
    """Twice the length may take three times as long, and not four: nothing looks back without end."""

    def seconds(length: int) -> float:
        article = make_article((part * (length // len(part)) + ".").encode(), "long.txt", None).article
        assert article is not None
        start = time.process_time()
        all_claims(article)
        return time.process_time() - start

    seconds(2_000)
    short = min(seconds(10_000) for _ in range(2))
    long = min(seconds(20_000) for _ in range(2))
    assert long < 3 * short + 0.3
