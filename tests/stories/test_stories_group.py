"""Documents about one occurrence: what makes them alike, and what keeps two of a kind apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch.stories.clusters import cluster
from pactwatch.stories.group import group_texts
from pactwatch.stories.moves import move_documents
from pactwatch.stories.postings import Postings
from pactwatch.stories.terms import count_terms, make_term
from pactwatch.stories.vectors import Frequencies, find_similar, make_vector

FERRY = (
    "Shells hit the ferry landing at Pell Staithe on Sunday, killing three people, Calvenne said.",
    "Three people died on Sunday when shells struck the ferry landing at Pell Staithe in Calvenne.",
    "Calvenne says shelling of the Pell Staithe ferry killed three; Ondria denies firing shells.",
)
BRIDGE = (
    "The bridge at Corvith reopened on Friday after repairs by engineers from Quellin.",
    "Engineers of Quellin reopened the repaired Corvith bridge on Friday morning.",
    "Friday's reopening of the bridge at Corvith was watched by the engineers from Quellin.",
)
HARBOUR = (
    "Port Evrin's harbour master counted 230 barges waiting above the locks this week.",
    "The queue of barges above the locks has grown to 230, the Port Evrin harbour master said.",
    "At Port Evrin 230 barges wait at the locks, by the harbour master's count.",
)


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("cease-fire", "ceasefire"),
        ("ceasefire", "ceasefire"),
        ("Türkiye", "turkiye"),
        ("Calvenne’s", "calvenne"),
        ("violated", "violat"),
        ("barges", "barg"),
        ("bus", "bus"),
    ],
)
def test_terms_have_no_spelling_of_their_own(word: str, term: str) -> None:
    assert make_term(word) == term


def test_names_and_the_opening_count_more() -> None:
    counts = count_terms(f"Corvith waits. {'x' * 400} waits at Corvith.")
    assert counts["corvith"] > 2 * counts["wait"]


def test_a_term_of_one_document_links_nothing() -> None:
    assert make_vector({"pell": 3.0, "ferry": 1.0}, Frequencies(10, {"pell": 1, "ferry": 2})) == {
        "ferry": 1.0
    }


def test_similarity_is_the_cosine_and_symmetric() -> None:
    found = find_similar([{"a": 0.6, "b": 0.8}, {"a": 1.0}, {"c": 1.0}], Postings(set()))
    assert list(found) == [{1: 0.6}, {0: 0.6}, {}]


def test_terms_of_many_documents_are_not_looked_up() -> None:
    vectors = [{"war": 0.8, "pell": 0.6}, {"war": 0.8, "pell": 0.6}, {"war": 1.0}]
    assert find_similar(vectors, Postings.leave_out({"war": 3, "pell": 2}, common=2))[0] == {
        1: pytest.approx(0.36)
    }


def test_three_occurrences_are_three_stories() -> None:
    (found,) = group_texts([*FERRY, *BRIDGE, *HARBOUR])
    assert found == [0, 0, 0, 3, 3, 3, 6, 6, 6]


def test_average_linkage_does_not_chain() -> None:
    """Each is like its neighbour, and the ends are not alike."""
    chain = [{1: 0.5}, {0: 0.5, 2: 0.45}, {1: 0.45, 3: 0.5}, {2: 0.5}]
    assert cluster(chain, 0.3) == [0, 0, 2, 2]


@pytest.mark.parametrize(("cosine", "group"), [(0.17, 0), (0.13, 8)])
def test_one_left_over_goes_where_it_is_clearly_nearest(cosine: float, group: int) -> None:
    """Two stories of four, and a ninth document that is below the threshold to all of them."""
    similar = [{other: 0.9 for other in range(4) if other != one} | {8: cosine} for one in range(4)]
    similar += [{other: 0.9 for other in range(4, 8) if other != one} | {8: 0.1} for one in range(4, 8)]
    left = dict.fromkeys(range(4), cosine) | dict.fromkeys(range(4, 8), 0.1)
    assert cluster([*similar, left], 0.18) == [0, 0, 0, 0, 4, 4, 4, 4, group]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*FERRY, *BRIDGE, *HARBOUR, "", "12"]), max_size=9))
def test_any_texts_are_grouped(texts: list[str]) -> None:
    """Each text has a group, which has the number of its first text; the same texts give the same groups."""
    (found,) = group_texts(texts)
    assert len(found) == len(texts)
    assert all(found[group] == group <= number for number, group in enumerate(found))
    assert group_texts(texts) == [found]


#: Document 0 was grouped with 1 and 2, to which little links it; 3, 4 and 5 are its own.
STRAY = [{1: 0.1, 3: 0.5, 4: 0.4, 5: 0.5}, {0: 0.1, 2: 0.6}, {1: 0.6}, {0: 0.5}, {0: 0.4}, {0: 0.5}]
PLACED = [0, 0, 0, 3, 3, 3]


@pytest.mark.parametrize(
    ("fixed", "apart", "group"),
    [((), {}, 3), ((0,), {}, 0), ((), {0: {4}}, 0)],
    ids=["free", "joined by a person", "kept apart by a person"],
)
def test_a_document_moves_to_the_group_it_is_closest_to(
    fixed: tuple[int, ...], apart: dict[int, set[int]], group: int
) -> None:
    assert move_documents(PLACED, STRAY, (*fixed, 3, 4, 5), apart, 0.15) == [group, *PLACED[1:]]


def test_a_document_that_is_nearly_as_close_to_its_own_group_stays() -> None:
    similar = [{1: 0.3, 2: 0.4, 3: 0.4}, {0: 0.3}, {0: 0.4, 3: 0.5}, {0: 0.4, 2: 0.5}]
    assert move_documents([0, 0, 2, 2], similar, (), {}, 0.15) == [0, 0, 2, 2]


@pytest.mark.parametrize(("size", "cosine", "group"), [(4, 0.17, 0), (3, 0.17, 4), (4, 0.12, 4)])
def test_one_that_is_alone_moves_to_a_larger_group_that_is_near(size: int, cosine: float, group: int) -> None:
    similar = [{other: 0.9 for other in range(size) if other != one} | {4: cosine} for one in range(size)]
    similar += [{}] * (4 - size) + [dict.fromkeys(range(size), cosine)]
    labels = [0] * size + list(range(size, 5))
    assert move_documents(labels, similar, (), {}, 0.15)[4] == group
