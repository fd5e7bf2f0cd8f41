"""A row of the status is right where one claim has all of it."""

from dataclasses import replace

from test_placement_scores import AGREEMENT, BROKEN, GOLD, HOME, PLACED, READING

from pactwatch.model.agreement import Phase, Provision
from provision_status import find_ids, find_status

NAMED = replace(
    AGREEMENT,
    provisions={
        "crews": Provision("crews", "Return of the crews", "", words=("captives",)),
        "truce": Provision("truce", "No fire", ""),
    },
    phases={"two": Phase("two", "Second phase", words=("phase two",))},
)
WHOLE = replace(READING, agreement=NAMED)


def test_names_stand_for_ids_titles_and_words() -> None:
    names = ("crews", "Captives", "second-phase", "Phase two", "guns")
    assert [sorted(find_ids(name, NAMED)) for name in names] == [["crews"], ["crews"], ["two"], ["two"], []]


def test_both_rows_are_whole() -> None:
    assert find_status(GOLD, WHOLE) == (2, [])


def test_a_step_elsewhere_is_not_whole() -> None:
    """The right step at the wrong provision, and an accusation that is no alleged breach."""
    moved = replace(WHOLE, placements=PLACED | {"home": PLACED["broken"]})
    assert len(find_status(GOLD, moved)[1]) == 1
    unmarked = replace(BROKEN, slots=replace(BROKEN.slots, breach=False))  # type: ignore[type-var]
    assert len(find_status(GOLD, replace(WHOLE, claims=(HOME, unmarked)))[1]) == 1
