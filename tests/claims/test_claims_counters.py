"""Whose count a number is where nobody is said to say it."""

import pytest
from claim_texts import counted


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Pell Harbour Office has counted 282 breaches.", ["Pell Harbour Office"]),
        ("The ministry recorded 12 attacks in May.", ["ministry"]),
        ("The tally that the harbour office keeps of breaches reached 738 on Monday.", ["harbour office"]),
        ("The harbour office raised its count of breaches to 875.", ["harbour office"]),
        ("The health ministry's toll rose to 40.", ["health ministry"]),
        ("Twelve attacks were recorded near the office.", []),
        ("The river recorded 12 floods.", []),
        ("The police killed 12 guards.", []),
    ],
)
def test_a_body_that_counts(text: str, speakers: list[str]) -> None:
    assert [mention.name for claim, _ in counted(text) for mention in claim.speakers] == speakers


def test_a_body_keeps_the_full_name_by_which_it_spoke() -> None:
    """The Ambrel Bargemen's Federation said that it was tired. The Federation has counted two wounded
    boatmen."""
    text = test_a_body_keeps_the_full_name_by_which_it_spoke.__doc__ or ""
    ((claim, _),) = counted(text)
    assert [mention.name for mention in claim.speakers] == ["Ambrel Bargemen's Federation"]
