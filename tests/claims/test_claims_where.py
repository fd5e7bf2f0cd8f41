"""Where what a number counts is or happened, and by which chain it is reported."""

import pytest
from claim_texts import counted


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Three people were killed on Sunday at the ferry landing of Pell in southern Calvenne.",
            ["at the ferry landing of Pell in southern Calvenne"],
        ),
        ("Two guards were hurt in a camp near Dell.", ["in a camp near Dell"]),
        ("In Dell City, 12 people were hurt.", ["In Dell City"]),
        ("In Dell 12 barges were sunk.", ["In Dell"]),
        ("Twelve people and three guards were killed in Dell in May.", ["in Dell", "in Dell"]),
        (
            "The office counts 38 dead: 22 at Pell, nine at Corvith and seven on the south bank.",
            [None, "at Pell", "at Corvith", "on the south bank"],
        ),
        ("Up to 60 barges a day pass through the southern locks.", ["through the southern locks"]),
        ("In Ondrian strikes 12 people were killed.", [None]),
        ("Twelve people were killed in clashes on Sunday.", [None]),
        ("In May the raids killed 12 people.", [None]),
        ("A third of the crews in Dell left.", [None]),
    ],
)
def test_places(text: str, places: list[str | None]) -> None:
    assert [figure.place for _, figure in counted(text)] == places


def test_the_chain_of_a_number_has_its_speakers_source() -> None:
    """Twelve people were killed, the ministry said in a statement, citing the Pell hospital."""
    text = test_the_chain_of_a_number_has_its_speakers_source.__doc__ or ""
    ((claim, _),) = counted(text)
    assert [mention.name for mention in claim.speakers] == ["ministry"]
    assert [mention.name for mention in claim.via] == ["Pell hospital"]
