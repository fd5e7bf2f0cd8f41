"""What is counted: the phrase with its head in the singular, wherever it stands."""

import pytest
from claim_texts import counted

from pactwatch.claims.counted import singular


@pytest.mark.parametrize(
    ("text", "group", "head"),
    [
        ("In Pell 12 guards were killed.", "guards", "guard"),
        ("In Pell 12 Northern border guards were killed.", "Northern border guards", "guard"),
        ("In Pell 12 wounded guards were freed.", "wounded guards", "guard"),
        ("In Pell 12 Ondrians were killed.", "Ondrians", "Ondrian"),
        ("In Pell 12 of the guards were killed.", "guards", "guard"),
        ("In Pell 12 men and women were freed.", "men", "man"),
        ("In Pell 12 more people were killed.", "people", "person"),
        ("In Pell 12 members of the crew were freed.", "members of the crew", "member"),
        ("They moved 12 tonnes of flour.", "tonnes of flour", "tonne"),
        ("They moved 12 tonnes of flour a day.", "tonnes of flour", "tonne"),
        ("Ondria said three of its guards were killed.", "guards of Ondria", "guard"),
        ("Raids stood at 12.", "Raids", "raid"),
        ("The toll of the raids rose to 12.", "people", "person"),
        ("The death toll rose to 12.", "people", "person"),
        ("Of these, 12 were shootings.", "shootings", "shooting"),
        ("Bombardments account for 12 of the 40.", "Bombardments", "bombardment"),
        ("In Pell 41 % of the lorries were damaged.", "lorries", "lorry"),
        ("Crossings of barges fell 41 %.", "Crossings", "crossing"),
        ("They lost a 25 % share in barges.", "barges", "barge"),
        ("In all, 12 were killed.", "people", "person"),
        ("A 60-day truce began.", "60-day truce", "day"),
        ("It is 12 km north of Pell.", "km", "km"),
        ("They waited nine days.", "days", "day"),
    ],
)
def test_group_and_head(text: str, group: str, head: str) -> None:
    """Behind the number, behind "of", beside it, or, where there is none, people."""
    _, figure = counted(text)[0]
    assert (figure.group, figure.counted) == (group, head)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Five guards were killed and 12 others wounded.", ["guard", "guard"]),
        ("Five guards were killed and 12 were wounded.", ["guard", "guard"]),
        ("In all 230 barges came. Fourteen were sent home.", ["barge", "barge"]),
        ("Three raids were counted. Fourteen were killed.", ["raid", "person"]),
        ("The other 12 were freed.", ["person"]),
        ("Killed were five guards; nine houses were damaged.", ["guard", "house"]),
    ],
)
def test_bare_number_takes_what_was_counted_before(text: str, heads: list[str]) -> None:
    """Others are like those before; what is killed is no raid."""
    assert [figure.counted for _, figure in counted(text)] == heads


@pytest.mark.parametrize(
    "text",
    [
        "The 12 guard left.",
        "They saw 12 tanker.",
        "They left at 12 people say.",
    ],
)
def test_noun_that_does_not_agree_is_not_counted(text: str) -> None:
    """A singular behind a number above one is another word's."""
    assert [figure.counted for _, figure in counted(text) if figure.counted != "person"] == []


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("people", "person"),
        ("women", "woman"),
        ("bodies", "body"),
        ("lorries", "lorry"),
        ("barges", "barge"),
        ("breaches", "breach"),
        ("caches", "cache"),
        ("crosses", "cross"),
        ("Ondrians", "Ondrian"),
        ("loss", "loss"),
        ("ties", "tie"),
    ],
)
def test_singular(noun: str, one: str) -> None:
    """By rule, but for the few that have none."""
    assert singular(noun) == one
