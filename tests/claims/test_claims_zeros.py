"""Numbers of nothing, of parts of known sets, of labels and comparisons. A test's docstring is its input."""

import pytest
from claim_texts import counted


@pytest.mark.parametrize(
    ("text", "low", "thing"),
    [
        ("Two pilots were wounded and none killed.", 0, "pilot"),
        ("The army says no civilian has been killed.", 0, "civilian"),
        ("Barges from the north: none.", 0, "barge"),
        ("All vessels, all flags: 412.", 412, "vessel"),
        ("The list held 22 names instead of 15.", 15, "name"),
        ("The 48 sailors are due home. Forty-six of the 48 have returned.", 46, "sailor"),
        ("There were 30 mines in the river. That makes 11 of the 30.", 11, "mine"),
        ("16 members of the patrol died and another 30 were wounded.", 30, "member"),
        ("The attack brought to 31 the number of people killed.", 31, "person"),
        ("Five sailors returned home, and another six followed them.", 6, "sailor"),
        ("Fourteen went straight home.", 14, "person"),
        ("The army puts its own dead at four at least.", 4, "person"),
        ("They lost four of their own.", 4, "person"),
        ("There were guards, of whom there are 48 on the bank.", 48, "guard"),
        ("They make up 20 to 25 percent of the workforce.", 20, "workforce"),
        ("The six-member team was late.", 6, "member"),
        ("The six - member team was late.", 6, "member"),
        ("The plane arrived with 180 passengers aboard.", 180, "passenger"),
        ("He named six UN (United Nations) monitors.", 6, "monitor"),
    ],
)
def test_what_is_counted(text: str, low: int, thing: str) -> None:
    _, figure = counted(text)[-1]
    assert (figure.low, figure.counted) == (low, thing)


def test_a_sentence_that_begins_with_the_set() -> None:
    """Of the 96 workers whom the south held, 76 had been sent home by Tuesday."""
    figures = [figure for _, figure in counted(test_a_sentence_that_begins_with_the_set.__doc__ or "")]
    assert [(figure.low, figure.of_total, figure.effect) for figure in figures] == [
        (96, None, "held"),
        (76, 96, "returned"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It cost millions of dollars.",
        "A mother of three, died.",
        "Identified as 57- year- old Dell Marr, killed.",
        "No vote was held.",
        "None of this is new.",
        "There is no harm in it.",
    ],
)
def test_nothing_is_counted(text: str) -> None:
    assert counted(text) == []
