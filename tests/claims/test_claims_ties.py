"""Numbers of one sentence that hang together: parts of a total, shares, what was counted late."""

import pytest
from claim_texts import counted

from pactwatch.model.claim import Figure


def parts_of(text: str) -> list[tuple[str, str, bool]]:
    """Each number that is tied, the number it is tied to, and whether all parts are listed."""
    figures = [figure for _, figure in counted(text)]
    return [
        (cut(text, figure), text[figure.part_of.begin : figure.part_of.end], figure.all_parts)
        for figure in figures
        if figure.part_of is not None
    ]


def cut(text: str, figure: Figure) -> str:
    return text[figure.number.begin : figure.number.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said 38 people were killed: 22 at Pell, nine at Corvith and seven elsewhere.",
            [("22", "38", True), ("nine", "38", True), ("seven", "38", True)],
        ),
        (
            "He put the queue at 230 barges: 120 laden with grain, 65 with ore and 55 empty.",
            [("120", "230", True), ("65", "230", True), ("55", "230", True)],
        ),
        (
            "The office counted 127 people wounded, of whom 61 were hurt at Pell and 38 at Corvith.",
            [("61", "127", False), ("38", "127", False)],
        ),
        (
            "The office counted 127 people wounded, of whom 61 were hurt at Pell and 66 elsewhere.",
            [("61", "127", True), ("66", "127", True)],
        ),
        (
            "The office counted 127 people wounded, of whom 61 were at Pell, 38 at Corvith and the rest elsewhere.",
            [("61", "127", False), ("38", "127", False)],
        ),
        (
            "The office counted 90 people wounded: 40 at Pell, 20 at Corvith and the others elsewhere.",
            [("40", "90", False), ("20", "90", False)],
        ),
        ("On the quay 20 people were killed and nine were wounded.", []),
        ("Three lorries came: 20 people were killed, 30 wounded.", []),
    ],
)
def test_parts_of_a_total(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert parts_of(text) == expected


def test_a_share_is_tied_to_the_number_that_is_given_with_its_whole() -> None:
    text = "The office said 17,819 of 42,800 lorries had entered, which is 41 per cent."
    assert [(number, whole) for number, whole, _ in parts_of(text)] == [("41", "17,819")]


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("The ministry counted 15 deaths, of which 12 were recognised late.", ["12"]),
        ("Ten people were killed and three died of earlier wounds.", ["three"]),
        ("The toll rose by 15; 12 people were retroactively added, the ministry said.", ["12"]),
        ("Ten people were killed on Monday, the ministry said.", []),
    ],
)
def test_what_was_counted_late(text: str, late: list[str]) -> None:
    assert [cut(text, figure) for figure in [figure for _, figure in counted(text)] if figure.late] == late


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("The toll is 36 people killed, up from 31 people killed in May.", ["31"]),
        ("It had earlier said that 95 people were killed.", ["95"]),
        ("The office counts 92 barges, not 29 barges.", ["29"]),
        ("The office counts 92 barges.", []),
    ],
)
def test_what_was_said_before(text: str, former: list[str]) -> None:
    assert [cut(text, figure) for _, figure in counted(text) if figure.former] == former


def test_a_part_knows_how_many_the_sentence_lists() -> None:
    text = "In all 38 people were killed: 22 at Pell, nine at Corvith and seven elsewhere."
    assert [figure.siblings for _, figure in counted(text)] == [None, 3, 3, 3]
