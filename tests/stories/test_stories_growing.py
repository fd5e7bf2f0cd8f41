"""An archive to which documents are added: the groups are those of the whole, in any order of arrival."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch.stories.clusters import cluster
from pactwatch.stories.days import FREE, HALF_LIFE, compute_nearness
from pactwatch.stories.group import group_texts
from pactwatch.stories.growing import StoryIndex
from pactwatch.stories.postings import Postings
from pactwatch.stories.vectors import find_similar

DAY = date(2031, 3, 2)
WORDS = ("shells", "ferry", "landing", "barges", "bridge", "repairs", "crews")


def tell(place: str, number: int) -> str:
    """One of the reports of what happened at a place."""
    told = " ".join(f"{word} of {place}" for word in WORDS[number : number + 4])
    return f"At {place} the {told} were seen by the {place} harbour master."


#: Three reports from each of four places, in turn.
TEXTS = [tell(place, number) for number in range(3) for place in ("Pell", "Corvith", "Evrin", "Quellin")]
DAYS = st.none() | st.dates(DAY, DAY + timedelta(days=90))
TOLD = st.lists(st.tuples(st.sampled_from([*TEXTS, "", "12"]), DAYS), min_size=1, max_size=12)
PLACES = st.integers(0, 11)
PAIRS = st.lists(st.tuples(PLACES, PLACES).filter(lambda pair: pair[0] != pair[1]), max_size=4)
Told = Sequence[tuple[str, date | None]]
Pairs = Sequence[tuple[int, int]]


def name(number: int) -> str:
    return f"{number:02}"


def index_of(told: Told, order: Sequence[int], exact: int = 100) -> StoryIndex:
    """An index of documents that have their number as their name, and arrive in some order."""
    index = StoryIndex(exact)
    for number in order:
        index.add(name(number), *told[number])
    return index


def group_whole(told: Told, same: Pairs, apart: Pairs) -> dict[str, str]:
    """What the index should give: all documents grouped at once, in the order of day and name."""
    order = sorted(range(len(told)), key=lambda n: (told[n][1].isoformat() if told[n][1] else "", name(n)))
    place = {number: place for place, number in enumerate(order)}
    kept = [[(place[a], place[b]) for a, b in pairs if a in place and b in place] for pairs in (same, apart)]
    texts, days = [told[number][0] for number in order], [told[number][1] for number in order]
    (found,) = group_texts(texts, days=days, same=kept[0], apart=kept[1])
    return {name(number): name(order[group]) for number, group in zip(order, found, strict=True)}


def names(pairs: Pairs) -> list[tuple[str, str]]:
    return [(name(one), name(other)) for one, other in pairs]


@settings(max_examples=60, deadline=None)
@given(st.data(), TOLD, PAIRS, PAIRS)
def test_the_order_of_arrival_changes_nothing(
    data: st.DataObject, told: Told, same: Pairs, apart: Pairs
) -> None:
    """Any order, asked in between or not, judged before or after: the groups of the whole archive."""
    order = data.draw(st.permutations(range(len(told))))
    index, whole = StoryIndex(), group_whole(told, same, apart)
    judged_at = data.draw(st.sampled_from(order))
    for number in order:
        index.add(name(number), *told[number])
        if number == judged_at:
            index.judge(names(same), names(apart))
            index.groups()
    assert index.groups() == whole
    assert list(index.groups()) == list(whole)


@settings(max_examples=30, deadline=None)
@given(st.data(), TOLD, PAIRS, PAIRS)
def test_a_refresh_makes_a_large_archive_exact(
    data: st.DataObject, told: Told, same: Pairs, apart: Pairs
) -> None:
    index = index_of(told, data.draw(st.permutations(range(len(told)))), exact=3)
    index.judge(names(same), names(apart))
    index.refresh()
    assert index.groups() == group_whole(told, same, apart)


@settings(max_examples=60, deadline=None)
@given(st.data(), TOLD, PAIRS, PAIRS)
def test_judgements_hold_between_refreshes(
    data: st.DataObject, told: Told, same: Pairs, apart: Pairs
) -> None:
    """What is apart is in two groups; what is the same in one, unless something keeps it apart."""
    index = StoryIndex(exact=3)
    index.judge(names(same), names(apart))
    for number in data.draw(st.permutations(range(len(told)))):
        index.add(name(number), *told[number])
    groups = index.groups()
    known = [[(a, b) for a, b in names(pairs) if a in groups and b in groups] for pairs in (same, apart)]
    assert all(groups[one] != groups[other] for one, other in known[1])
    assert known[1] or all(groups[one] == groups[other] for one, other in known[0])


def test_a_large_archive_finds_the_group_of_a_new_document() -> None:
    """Nine are more than four: the tenth is compared by the last frequencies and grouped at once."""
    told = [(text, None) for text in TEXTS]
    index = index_of(told, range(9), exact=4)
    index.refresh()
    assert [near.document_id for near in index.add(name(9), TEXTS[9])][:2] == ["05", "01"]
    assert index.groups()["09"] == "01"
    assert index.groups()["08"] == "00"


def test_a_name_that_is_new_since_the_checkpoint_links_from_its_second_document_on() -> None:
    index = index_of([(text, None) for text in TEXTS], range(12), exact=4)
    index.refresh()
    assert "12" not in {near.document_id for near in index.add("12", "Zembla Zorin Zubrovka")}
    assert index.add("13", "Zubrovka Zembla Zorin")[0].document_id == "12"
    assert index.groups()["13"] == "12"


def test_a_judgement_that_is_taken_back_is_forgotten() -> None:
    index = index_of([(text, None) for text in TEXTS], range(12), exact=4)
    index.refresh()
    before = index.groups()
    index.judge(same=[("00", "01")], apart=[("02", "06")])
    after = index.groups()
    assert after["00"] == after["01"] and after["02"] != after["06"]
    index.judge()
    assert index.groups() == before


def test_many_at_once_are_as_one_by_one() -> None:
    told = [(text, DAY) for text in TEXTS]
    index = StoryIndex(exact=4)
    index.add_all((name(number), *one) for number, one in reversed(list(enumerate(told))))
    assert index.groups() == group_whole(told, (), ())
    assert not index.due


def test_a_document_that_is_known_is_not_added_again() -> None:
    index = index_of([(TEXTS[0], None)] * 2, (0, 1, 0, 1))
    assert len(index) == 2


def test_a_refresh_is_due_when_the_archive_has_grown() -> None:
    """Twenty documents, and a quarter more."""
    index = index_of([(text, None) for text in TEXTS * 2], range(20), exact=4)
    index.refresh()
    due = []
    for number in range(20, 26):
        index.add(name(number), "")
        due.append(index.due)
    assert due == [False] * 5 + [True]


@pytest.mark.parametrize(
    ("gap", "nearness"), [(0, 1.0), (FREE, 1.0), (FREE + HALF_LIFE, 0.5), (FREE + 2 * HALF_LIFE, 0.25)]
)
def test_documents_far_apart_are_less_alike(gap: float, nearness: float) -> None:
    later = DAY + timedelta(days=gap)
    assert compute_nearness(DAY, later) == compute_nearness(later, DAY) == nearness
    assert compute_nearness(DAY, None) == compute_nearness(None, later) == 1.0


def test_the_cosine_fades_with_the_days() -> None:
    vectors, days = [{"pell": 1.0}] * 3, [DAY, DAY + timedelta(days=FREE + HALF_LIFE), None]
    assert list(find_similar(vectors, Postings(set()), days)) == [
        {1: 0.5, 2: 1.0},
        {0: 0.5, 2: 1.0},
        {0: 1.0, 1: 1.0},
    ]


ALIKE = [{other: 0.9 for other in range(5) if other != one} for one in range(5)]


def test_pairs_that_are_the_same_are_together_from_the_start() -> None:
    """Also where nothing links them, and along several pairs."""
    assert cluster([{}, {}, {}, {}], same=[(3, 0), (3, 1)]) == [0, 0, 2, 0]


@pytest.mark.parametrize("pair", list(combinations(range(5), 2)))
def test_a_pair_that_is_apart_is_never_merged(pair: tuple[int, int]) -> None:
    found = cluster(ALIKE, apart=[pair])
    assert found[pair[0]] != found[pair[1]]
    assert len(set(found)) == 2


def test_what_is_apart_is_not_attached() -> None:
    """Document 5 is too far for the average, and near enough to be attached, unless it is kept apart."""
    similar = [*({**near, 5: 0.17} for near in ALIKE), dict.fromkeys(range(5), 0.17)]
    assert cluster(similar)[5] == 0
    assert cluster(similar, apart=[(5, 2)])[5] == 5


def test_of_two_that_are_apart_the_nearer_is_attached() -> None:
    similar = [*({**near, 5: 0.195, 6: 0.198} for near in ALIKE), dict.fromkeys(range(5), 0.195)]
    similar.append(dict.fromkeys(range(5), 0.198))
    assert cluster(similar)[5:] == [0, 0]
    assert cluster(similar, apart=[(5, 6)])[5:] == [5, 0]


def test_what_contradicts_itself_stays_apart() -> None:
    found = cluster([{}, {}, {}], same=[(0, 1), (1, 2)], apart=[(0, 2)])
    assert found == [0, 0, 2]


def test_a_term_that_comes_to_stand_in_too_many_is_left_out() -> None:
    postings = Postings(set(), common=2)
    for number in range(3):
        assert postings.find({"war": 1.0}) == dict.fromkeys(range(number), 1.0)
        postings.append(number, {"war": 1.0})
    assert postings.find({"war": 1.0}) == {}


def test_a_judgement_waits_for_its_document() -> None:
    """What was said of a document before it came holds when it comes, though nothing links the two."""
    index = index_of([(text, None) for text in TEXTS], range(12), exact=4)
    index.judge(same=[("zz", "00")])
    index.refresh()
    index.add("zz", "Zubrovka Zembla Zorin")
    assert index.groups()["zz"] == "00"
