"""Numbers without a noun of their own: which of them count, and what."""

import pytest
from claim_texts import figure_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The lock took its full 60 a day.", ["60 person per day"]),
        ("Twelve barges waited; six were taken to Pell.", ["12 barge", "6 barge"]),
        ("Fourteen were taken to hospital.", ["14 person"]),
        ("Thirty-nine were wounded in Pell.", ["39 person: wounded"]),
        ("A dozen of them were wounded.", ["12 person: wounded"]),
        ("The clerk met a dozen of them.", ["12 person"]),
        ("Four of its own were wounded.", ["4 person: wounded"]),
        ("The count stands at 74.", ["74 person"]),
        ("That took the total to 92.", ["92 person"]),
        ("The ministry put it at 36 or more.", ["36+ person"]),
        ("The death toll rose to 400.", ["400 person: killed"]),
        ("The number of barges stands at 74.", ["74 barge: recorded"]),
        ("Grain barges, 188.", ["188 barge"]),
        ("They freed the rest, leaving two in custody.", ["2 person: detained"]),
        ("Twenty barges came, and 28 to go.", ["20 barge", "28 barge: due"]),
        ("They want 28 more.", ["28 more person"]),
        ("The stock dipped below nine million in May.", ["..9000000 person"]),
        ("Of these, 88 were shootings.", ["88 shooting"]),
        ("Bombardments account for 358.", ["358 bombardment"]),
        ("A crew of 12 left.", ["12 crew"]),
        ("The other 12 were freed.", ["12 person: released"]),
        (
            "38 people were hurt: 22 at Pell, nine at Corvith.",
            ["38 person: wounded", "22 person: wounded", "9 person: wounded"],
        ),
        (
            "230 barges passed: 120 laden with grain and 55 empty.",
            ["230 barge: passed", "120 barge: passed", "55 barge: passed"],
        ),
    ],
)
def test_bare_number_that_counts(text: str, lines: list[str]) -> None:
    """By a rate, a verb of its own, "of them", a stated total, a label, or what is left."""
    assert figure_lines(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "It is 36.",
        "They saw 36.",
        "The 36 left.",
        "In 36 they won.",
        "Pell 36.",
        "At least 36.",
        "One said no.",
        "No one was killed.",
        "One of the men spoke.",
        "One by one they left.",
        "He dialled 112.",
        "The code was 4711.",
        "Thanks a million.",
        "It was a million to one chance.",
        "The index closed at 4,200, down 45.",
        "He has a 9 to 5 job.",
        "The winning numbers were 4, 8, 15, 16, 23 and 42.",
        "The clerk read out 4, 8, 15 and 16.",
        "4 8 15 16 23 42",
        "The two sides and the three leaders met in two rounds.",
        "A barge and a lorry passed.",
    ],
)
def test_bare_number_that_counts_nothing(text: str) -> None:
    """A number alone is no figure."""
    assert figure_lines(f"{text} The clerk said that 77 barges passed.") == ["77 barge: passed"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One man was killed and four were wounded.", ["1 man: killed", "4 man: wounded"]),
        ("There was one strike on Pell and 15 strikes on Corvith.", ["1 strike", "15 strike"]),
        ("Every one of the 12 barges passed.", ["1 of 12 barge: passed"]),
        ("Not one of the 12 barges passed.", []),
        ("None of the 12 barges passed.", ["12 barge"]),
        ("Neither of the two barges passed.", ["2 barge"]),
        ("Zero barges passed.", []),
    ],
)
def test_one_and_none(text: str, lines: list[str]) -> None:
    """ "One" counts where something happened or where the text counts the same elsewhere."""
    assert figure_lines(text) == lines
