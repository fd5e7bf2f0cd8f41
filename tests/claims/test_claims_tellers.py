"""Whose words a number is. A test's docstring is its input."""

import pytest
from claim_texts import counted, told


def tellers(text: str) -> list[tuple[str, str]]:
    """Each number's thing counted and who tells it."""
    return [(figure.counted, "; ".join(m.name for m in claim.speakers)) for claim, figure in counted(text)]


@pytest.mark.parametrize(
    ("text", "counted_and_told"),
    [
        (
            "The raids hit three depots and a bridge; damaged 13 roads; and closed two ports, Dell Marr added.",
            [("depot", "Dell Marr"), ("road", "Dell Marr"), ("port", "Dell Marr")],
        ),
        (
            "Fourteen pilots went straight home, the harbour office said; six were taken to hospital.",
            [("pilot", "harbour office"), ("pilot", "harbour office")],
        ),
        (
            "The health office says 38 people have been killed. Twelve of the dead were women and four were young.",
            [("person", "health office"), ("woman", "health office"), ("woman", "health office")],
        ),
        (
            "Dell Marr said that around 90 monitors had arrived. He had received 17 letters since 3 May.",
            [("monitor", "Dell Marr"), ("letter", "Dell Marr")],
        ),
        (
            "Since the truce began on 3 May the Harbour Office has reported two pilots wounded.",
            [("pilot", "Harbour Office")],
        ),
        (
            "Twelve pilots were freed, the harbour office said, bringing the total to 92.",
            [("pilot", "harbour office"), ("pilot", "harbour office")],
        ),
        ("Up to 50 of the 80 soldiers, Dell Marr claimed, had gone back.", [("soldier", "Dell Marr")]),
    ],
)
def test_words_that_go_on_are_their_speakers(text: str, counted_and_told: list[tuple[str, str]]) -> None:
    assert tellers(text) == counted_and_told


@pytest.mark.parametrize(
    "text",
    [
        "The health office says 38 people have been killed. Four boats sank on Monday.",
        "Two soldiers died; the army was looking into it, Dell Marr said.",
        "The south must admit 60 barges a day once the crews are back.",
    ],
)
def test_the_outlet_tells_the_rest(text: str) -> None:
    assert tellers(text)[-1][1] == ""


def test_admitting_things_is_a_deed() -> None:
    """The south will not admit 60 barges a day until the crews are home. Marr admitted two mistakes."""
    assert [content for _, _, content in told(test_admitting_things_is_a_deed.__doc__ or "")] == [
        "two mistakes"
    ]
