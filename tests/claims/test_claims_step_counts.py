"""Tallies of steps: how many of how many, in whatever words."""

import pytest
from claim_texts import claims_of

from pactwatch.model.claim import Progress


def tallies_of(text: str) -> list[str]:
    _, claims = claims_of(text, "progress")
    slots = [claim.slots for claim in claims if isinstance(claim.slots, Progress)]
    return [f"{one.step.value} {one.done} of {one.owed}" for one in slots if one.owed is not None]


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("Ondria freed a man, leaving a single one of the 48 in its hands.", "partly 47 of 48"),
        ("One short of 48, and the locks still shut", "partly 47 of 48"),
        ("Twenty home, 28 to go", "partly 20 of 48"),
        ("Ondria released the next-to-last of 48 crew members.", "partly 47 of 48"),
        ("The last of the 48 crew members was not released by Friday.", "partly 47 of 48"),
        ("Forty-seven are home, and the forty-eighth is being treated.", "partly 47 of 48"),
        ("That makes 11 of the 30 on the chart.", "partly 11 of 30"),
        ("The accord is for all 48 crew members, and one is still in Vessmar.", "partly 47 of 48"),
        ("About 80 of the garrison’s 400 soldiers were ferried over the river.", "partly 80 of 400"),
        ("Around 90 of a planned 150 monitors had arrived.", "partly 90 of 150"),
        (
            "Twenty of the 48 crew members held in Ondria since May walked down the bank, the first to do so.",
            "partly 20 of 48",
        ),
        (
            "Of the 96 workers, 76 had been sent home by Monday and another 16 followed, bringing the total to 92.",
            "partly 92 of 96",
        ),
    ],
)
def test_tallies(text: str, tally: str) -> None:
    assert tally in tallies_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The last of the 48 crew members was released on Friday.",
        "Twenty lorries, 28 of them red, stood there.",
        "Marr left two of the letters at home.",
        "Forty-seven people met in the forty-eighth room.",
        "He was one short of breath.",
        "That makes 31 of the 30 on the chart.",
    ],
)
def test_no_tallies(text: str) -> None:
    assert tallies_of(text) == []


def test_a_hedge_stays_with_its_tally() -> None:
    _, (claim,) = claims_of(
        "About 80 of the garrison’s 400 soldiers were ferried over the river.", "progress"
    )
    assert claim.hedge == "about"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Ondria released 20 men.", "partly"),
        ("Ondria released all 20 men.", "done"),
        ("The two governments have named their commissioners.", "done"),
        ("Twelve barges went through the locks on Friday, the first since February.", "begun"),
        ("First Ondrian barges pass locks since winter", "begun"),
        ("Ondria has partly withdrawn its guns.", "partly"),
    ],
)
def test_how_much_is_done(text: str, step: str) -> None:
    _, claims = claims_of(text, "progress")
    assert step in [claim.slots.step.value for claim in claims if isinstance(claim.slots, Progress)]
