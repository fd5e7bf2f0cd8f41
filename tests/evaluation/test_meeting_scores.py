"""The scores of meetings: place, people, day and whether a plan is told as one."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotated import Annotated, GoldMeeting, read_seeds
from meeting_scores import find_extra_meetings, find_meetings, find_told_as_held
from pactwatch.agreement.load import load_agreement
from perturb import swap_tree
from reading import Reading, read_text
from swaps import make_swaps

TEXT = """Ilse Varrow met Emeric Tolland in Pell on Friday, the ministry said.
Officials from Ondria, Quellin and the Tamber Islands will meet in Brandivel next week.
Anselm Quire visited Hestle on Sunday.
"""
HELD = GoldMeeting("talks", ("Ilse Varrow", "Emeric Tolland"), "Pell", "2031-05-16")
PLANNED = GoldMeeting("talks", ("Ondria", "Quellin", "Calvenne"), "Brandivel", planned=True)
VISIT = GoldMeeting("visit", ("Anselm Quire",), "Hestle")
RIVER = Path(__file__).resolve().parents[2] / "agreements" / "river-accord" / "agreement.yaml"


def made(*meetings: GoldMeeting) -> Annotated:
    return Annotated("made", TEXT, Path("made.txt"), meetings=meetings)


def read(published: str | None = "2031-05-19") -> Reading:
    reading = read_text(TEXT, "made.txt", published)
    assert isinstance(reading, Reading)
    return reading


def test_what_is_told_is_found() -> None:
    assert find_meetings(made(HELD, PLANNED, VISIT), read()) == (3, [])
    assert find_extra_meetings(made(HELD, PLANNED, VISIT), read()) == (None, [])
    assert find_told_as_held(made(HELD, PLANNED, VISIT), read()) == (None, [])


@pytest.mark.parametrize(
    "wrong",
    [
        replace(HELD, place="Dell"),
        replace(HELD, planned=True),
        replace(HELD, date="2031-05-17"),
        replace(HELD, who=("Hanne Tressick", "Dessa Morrane")),
        replace(PLANNED, planned=False),
        replace(PLANNED, who=("Calvenne", "Sundal")),
    ],
)
def test_each_part_of_the_gold_has_to_hold(wrong: GoldMeeting) -> None:
    total, misses = find_meetings(made(wrong), read())
    assert (total, len(misses)) == (1, 1)


def test_without_a_day_of_publication_the_day_does_not_count() -> None:
    assert find_meetings(made(HELD), read(None)) == (1, [])


def test_what_the_gold_has_not_is_beyond_it() -> None:
    _, misses = find_extra_meetings(made(HELD, PLANNED), read())
    assert [miss.wanted for miss in misses] == ["held in Hestle, 2031-05-18: Anselm Quire"]


def test_a_plan_told_as_held_is_counted() -> None:
    _, misses = find_told_as_held(made(replace(HELD, planned=True)), read())
    assert len(misses) == 1


def test_where_nobody_annotated_meetings_none_is_beyond_the_gold() -> None:
    document = Annotated("made", TEXT, Path("made.txt"))
    assert find_extra_meetings(document, read()) == (None, [])
    assert find_meetings(document, read()) == (0, [])


def test_a_person_stands_for_its_actor_and_people_are_compared_by_name() -> None:
    agreement, _ = load_agreement(RIVER)
    reading = replace(read(), agreement=agreement)
    assert find_meetings(made(replace(HELD, who=("Ondria", "Calvenne"))), reading) == (1, [])
    assert len(find_meetings(made(replace(HELD, who=("Dessa Morrane", "Lorn Castig"))), reading)[1]) == 1


def test_the_gold_of_meetings_is_read_and_swapped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    row = {
        "doc": "000",
        "what": "talks",
        "place": "Miami",
        "date": "2025-12",
        "planned": True,
        "who": ["Qatar"],
    }
    tree = {"documents": {"000": {"file": "a.txt"}}, "meetings": [row]}
    (document,) = read_seeds(tree, tmp_path)
    assert document.meetings == (GoldMeeting("talks", ("Qatar",), "Miami", "2025-12", True),)
    swaps = make_swaps(1)
    (swapped,) = swap_tree(tree, swaps)["meetings"]
    assert (swapped["place"], swapped["who"]) == (swaps.swap_text("Miami"), [swaps.swap_text("Qatar")])
    assert swapped["date"] == "2025-12"
