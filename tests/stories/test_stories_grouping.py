"""Documents to stories: alike in words, with shared passages, and as people judged."""

from datetime import date
from itertools import permutations

import pytest

from pactwatch.stories.copies import CopyIndex
from pactwatch.stories.coverage import compute_close
from pactwatch.stories.grouping import Body, group_documents

DAY = date(2031, 5, 19)

FERRY = (
    "Shells hit the ferry landing at Pell Staithe on Sunday, killing three people, Calvenne said.",
    "Three people died on Sunday when shells struck the ferry landing at Pell Staithe in Calvenne.",
    "Calvenne says shelling of the Pell Staithe ferry killed three; Ondria denies firing shells.",
)
BRIDGE = (
    "The bridge at Corvith reopened on Friday after repairs by engineers from Quellin.",
    "Engineers of Quellin reopened the repaired Corvith bridge on Friday morning.",
)
ALONE = (
    "The choir of Saint Orlan sang for the harvest, and the children danced until midnight.",
    "A drifting mine sank a barge of the Federation below the weir, its chair told reporters.",
    "Prime Minister Dessa Morrane will decide on the budget when there is something to decide.",
)


def bodies_of(*texts: str) -> list[Body]:
    return [Body(f"{number}", text, DAY) for number, text in enumerate(texts)]


def groups_of(bodies: list[Body], **judged: list[tuple[str, str]]) -> list[str]:
    """Each group as the names of its documents."""
    return ["".join(own) for own in group_documents(bodies, **judged)]


def test_documents_about_one_occurrence_are_one_story() -> None:
    assert groups_of(bodies_of(*FERRY, *BRIDGE, ALONE[0])) == ["012", "34", "5"]


@pytest.mark.parametrize("number", [2, 3])
def test_unrelated_documents_of_a_small_archive_stay_apart(number: int) -> None:
    """Though what little they share is all that counts there."""
    for texts in permutations((*ALONE, FERRY[0], BRIDGE[0]), number):
        assert groups_of(bodies_of(*texts)) == [str(place) for place in range(number)]


def test_the_threshold_rises_with_the_archive() -> None:
    """In a small one cosines are scaled down, and so is what counts as close."""
    assert [round(compute_close(number, 0.2), 3) for number in (0, 1, 4, 100, 10_000)] == [
        0.1,
        0.1,
        0.15,
        0.19,
        0.199,
    ]


def test_a_person_joins_and_parts() -> None:
    """Judged one story, they are together though nothing is alike; judged different, apart though all is."""
    bodies = bodies_of(*FERRY[:2], ALONE[0])
    assert groups_of(bodies) == ["01", "2"]
    assert groups_of(bodies, same=[("0", "2")]) == ["012"]
    assert groups_of(bodies, apart=[("1", "0")]) == ["0", "1", "2"]
    assert groups_of(bodies, same=[("0", "1")], apart=[("0", "1")]) == ["0", "1", "2"]
    assert groups_of(bodies, same=[("0", "9")], apart=[("9", "1")]) == ["01", "2"]


def test_a_shared_passage_ties() -> None:
    """Thirty words of one report in another, which is about something else."""
    words = (
        "the man who was freed on Monday crossed the wet pontoon on foot before the market had opened, and"
        " nobody on either bank spoke until he had stepped ashore and was led to the waiting car"
    )
    bodies = bodies_of(f"{ALONE[0]} In passing, {words}.", f"{ALONE[1]} It said that {words}.", ALONE[2])
    index = CopyIndex()
    copies = [copy for body in bodies for copy in index.add(body.id, body.text)]
    assert [(copy.a, copy.b) for copy in copies] == [("0", "1")]
    without = [
        Body(one.id, one.text.replace(words, "it rained at " + "Corvith Evrin Vessmar".split()[number]))
        for number, one in enumerate(bodies)
    ]
    assert groups_of(without) == ["0", "1", "2"]
    assert ["".join(own) for own in group_documents(bodies, copies)] == ["01", "2"]


def test_no_documents_are_no_stories() -> None:
    assert group_documents([]) == []
    assert groups_of(bodies_of("", "")) == ["0", "1"]
