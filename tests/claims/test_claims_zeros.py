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
        ("The plane arrived with 180 passengers aboard.", 180, "passenger"),
        ("He named six UN (United Nations) monitors.", 6, "monitor"),
    ],
)
def test_what_is_counted(text: str, low: int, thing: str) -> None:
    _, figure = counted(text)[-1]
    assert (figure.low, figure.counted) == (low, thing)


@pytest.mark.parametrize("text", ["No vote was held.", "None of this is new.", "There is no harm in it."])
def test_nothing_is_counted(text: str) -> None:
    assert counted(text) == []
