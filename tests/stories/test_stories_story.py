"""Stories and origins from links: what holds connects, what a person refused does not."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwatch.model.link import Linked, LinkKind, Verdict
from pactwatch.model.source import Document
from pactwatch.stories.groups import connect
from pactwatch.stories.story import Story, find_stories
from river_reports import document, judge, propose

SAME, DERIVED, COPIED, ORIGIN = (
    LinkKind.SAME_STORY,
    LinkKind.DERIVED_FROM,
    LinkKind.COPIED_FROM,
    LinkKind.SAME_ORIGIN,
)
#: Four reports of four days.
FOUR = [document(name, f"2031-05-{19 + number}") for number, name in enumerate("abcd")]


def groups_of(linked: list[Linked], documents: list[Document] = FOUR) -> list[str]:
    return ["".join(story.documents) for story in find_stories(documents, linked)]


def story_of(*linked: Linked, documents: list[Document] = FOUR) -> Story:
    """The one story of some documents that a chain of links connects."""
    chain = [propose(SAME, a.id, b.id) for a, b in pairwise(documents)]
    (story,) = find_stories(documents, [*chain, *linked])
    return story


def origins_of(story: Story) -> list[str]:
    return ["".join(origin.documents) for origin in story.origins]


def parents_of(story: Story) -> dict[str, str | None]:
    return {one.document: one.parent for origin in story.origins for one in origin.rewrites}


@pytest.mark.parametrize(
    ("linked", "groups"),
    [
        ([], ["a", "b", "c", "d"]),
        ([propose(SAME, "a", "b"), propose(SAME, "c", "b")], ["abc", "d"]),
        ([propose(ORIGIN, "a", "b")], ["a", "b", "c", "d"]),
        ([judge(SAME, "a", "c", Verdict.SAME)], ["ac", "b", "d"]),
        ([judge(SAME, "a", "b", Verdict.DIFFERENT, 0.9)], ["a", "b", "c", "d"]),
        ([judge(SAME, "a", "b", Verdict.UNSURE, 0.9)], ["a", "b", "c", "d"]),
        ([propose(SAME, "a", "x"), propose(SAME, "x", "b")], ["a", "b", "c", "d"]),
    ],
    ids=["none", "chain", "another kind", "judged", "refused", "unsure", "one that is not here"],
)
def test_stories_are_what_links_that_hold_connect(linked: list[Linked], groups: list[str]) -> None:
    assert groups_of(linked) == groups


def test_two_judged_different_are_never_of_one_story() -> None:
    """Whatever else connects them, and in whatever order it is told; the person's own pairs come first."""
    linked = [
        judge(SAME, "a", "b", Verdict.SAME),
        judge(SAME, "a", "c", Verdict.DIFFERENT),
        propose(SAME, "b", "c"),
        propose(SAME, "c", "d"),
    ]
    for order in permutations(linked):
        assert groups_of(list(order)) == ["ab", "cd"]
    contradiction = [judge(SAME, "a", "b", Verdict.SAME), judge(SAME, "b", "c", Verdict.SAME)]
    assert groups_of([*contradiction, judge(SAME, "a", "c", Verdict.DIFFERENT)]) == ["ab", "c", "d"]


PAIRS = st.lists(st.tuples(st.sampled_from("abcdefx"), st.sampled_from("abcdefx")), max_size=8)


@given(PAIRS, PAIRS)
def test_any_pairs_give_groups(pairs: list[tuple[str, str]], apart: list[tuple[str, str]]) -> None:
    """Each item stands in one group, those apart never in one, and without them connected ones always are."""
    groups = connect("abcdef", pairs, apart)
    assert sorted(item for group in groups for item in group) == list("abcdef")
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
    assert not any(a in group and b in group for a, b in apart if a != b for group in groups)
    whole = connect("abcdef", pairs)
    assert all(any({a, b} <= set(group) for group in whole) for a, b in pairs if {a, b} <= set("abcdef"))


def test_the_order_of_documents_is_that_of_their_days() -> None:
    """The undated last; the first names the story."""
    undated = document("0")
    linked = [propose(SAME, "0", "b"), propose(SAME, "b", "a")]
    (story, *_) = find_stories([undated, *FOUR[::-1]], linked)
    assert (story.id, story.documents) == ("a", ("a", "b", "0"))


@pytest.mark.parametrize("kind", [ORIGIN, DERIVED, COPIED])
def test_an_origin_is_what_its_links_connect(kind: LinkKind) -> None:
    assert origins_of(story_of(propose(kind, "b", "a"))) == ["ab", "c", "d"]
    assert origins_of(story_of(judge(kind, "b", "a", Verdict.DIFFERENT, 0.9))) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_two_that_a_person_holds_to_be_of_two_origins_are(verdict: Verdict) -> None:
    """A rewrite and a passage that are proposed between them do not count then."""
    proposed = [propose(DERIVED, "b", "a"), propose(COPIED, "b", "a")]
    story = story_of(*proposed, judge(ORIGIN, "a", "b", verdict))
    assert origins_of(story) == ["a", "b", "c", "d"]
    assert parents_of(story)["b"] is None


def carriers(*days: str | None, outlets: str = "wxyz") -> list[Document]:
    """Documents of several outlets that carry Halyard's report."""
    told = zip("abcd", days, outlets, strict=False)
    return [document(name, day, outlet, "Halyard") for name, day, outlet in told]


@pytest.mark.parametrize(
    ("documents", "origins"),
    [
        (carriers("2031-05-19", "2031-05-22"), ["ab"]),
        (carriers("2031-05-19", "2031-05-23"), ["a", "b"]),
        (carriers("2031-05-19", None), ["ab"]),
        (carriers("2031-05-19", "2031-05-19", outlets="ww"), ["a", "b"]),
        ([*carriers("2031-05-19"), document("b", "2031-05-19", "x", "Quellin Wire")], ["a", "b"]),
    ],
    ids=["three days", "four days", "undated", "one outlet", "two agencies"],
)
def test_those_that_carry_one_agency_in_three_days_are_of_one_origin(
    documents: list[Document], origins: list[str]
) -> None:
    story = story_of(documents=documents)
    assert origins_of(story) == origins
    assert story.origins[0].agency == "Halyard"


def test_the_reports_of_one_outlet_are_its_own_reporting() -> None:
    """A second one is no independent origin, whatever its day; an agency's report that it carries is."""
    own = [document(name, day, "The Lockkeeper") for name, day in (("a", "2031-05-19"), ("b", "2031-05-29"))]
    carried = document("c", "2031-05-30", "The Lockkeeper", "Halyard")
    story = story_of(documents=[*own, carried])
    assert [(origin.documents, origin.outlet) for origin in story.origins] == [
        (("a", "b"), "The Lockkeeper"),
        (("c",), "The Lockkeeper"),
    ]
    assert origins_of(story_of(judge(ORIGIN, "a", "b", Verdict.DIFFERENT), documents=own)) == ["a", "b"]
    nobody = [document(name, "2031-05-19") for name in "ab"]
    assert origins_of(story_of(documents=nobody)) == ["a", "b"]


def test_carriers_come_apart_where_a_person_says_so() -> None:
    documents = carriers("2031-05-19", "2031-05-19")
    story = story_of(judge(ORIGIN, "a", "b", Verdict.DIFFERENT), documents=documents)
    assert origins_of(story) == ["a", "b"]


def test_a_digest_is_of_a_story_and_never_of_an_origin() -> None:
    """Even where a person links it to a report."""
    digest = document("d", "2031-05-22", digest=True)
    judged = [judge(DERIVED, end, other, Verdict.SAME) for end, other in (("d", "a"), ("b", "d"))]
    story = story_of(*judged, documents=[*FOUR[:3], digest])
    assert story.documents == ("a", "b", "c", "d")
    assert origins_of(story) == ["a", "b", "c"]
    assert parents_of(story) == {"a": None, "b": None, "c": None}
    (alone,) = find_stories([digest], [])
    assert alone.origins == ()


def test_a_rewrite_hangs_from_what_it_is_surest_derived_from() -> None:
    """The highest score; a person's word before any score; of equal ones the first report."""
    low, high = propose(DERIVED, "c", "a", 0.6), propose(DERIVED, "c", "b", 0.8)
    assert parents_of(story_of(low, high))["c"] == "b"
    judged = judge(DERIVED, "c", "a", Verdict.SAME, 0.6)
    assert parents_of(story_of(judged, high))["c"] == "a"
    assert parents_of(story_of(low, propose(DERIVED, "c", "b", 0.6)))["c"] == "a"


def test_a_tree_has_a_root_whatever_people_say() -> None:
    """The machine takes b for a rewrite of a; a person says that it is the other way round."""
    for order in permutations([propose(DERIVED, "b", "a", 1.0), judge(DERIVED, "a", "b", Verdict.SAME)]):
        assert parents_of(story_of(*order)) == {"a": "b", "b": None, "c": None, "d": None}
    circle = [propose(DERIVED, *pair, 0.9) for pair in ("ab", "bc", "ca")]
    assert sorted(filter(None, parents_of(story_of(*circle)).values())) == ["a", "b"]


def test_each_rewrite_has_the_links_that_tie_it() -> None:
    """To others of its origin, those that hold; a story has all links between its documents."""
    derived, refused = propose(DERIVED, "b", "a"), judge(COPIED, "b", "a", Verdict.DIFFERENT, 0.9)
    dates = propose(LinkKind.DATES, "a", "d")
    story = story_of(derived, refused, dates)
    first, second = story.origins[0].rewrites
    assert first.links == second.links == (derived,)
    assert {derived, refused, dates} <= set(story.links)
