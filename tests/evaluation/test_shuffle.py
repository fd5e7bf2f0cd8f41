"""Another order of paragraphs: what refers stays behind what it refers to."""

from shuffle import shuffle_paragraphs

REPORT = """Talks on the river resume
Talks on the river resume on Friday in the old custom house.
- World
- Published: 3 June 2031
The talks were put off twice.
Ada Loren said the barges would wait.
She added that the crews were well.
"We wait," Berta Marten said.
The lock has been closed since May.
An envoy said the gates could open.
A guard told reporters that water was low.
Carl Oden, the envoy, left in the evening.
- Other news of the day"""


def _places(text: str) -> dict[str, int]:
    return {line: place for place, line in enumerate(text.split("\n"))}


def test_same_lines_in_another_order() -> None:
    """No line is lost or changed, and the order is another."""
    shuffled = shuffle_paragraphs(REPORT, 1)
    assert sorted(shuffled.split("\n")) == sorted(REPORT.split("\n"))
    assert shuffled != REPORT


def test_head_lead_and_furniture_stay() -> None:
    """Headline, deck, metadata, the lead and the links below keep their places."""
    for seed in range(8):
        lines = shuffle_paragraphs(REPORT, seed).split("\n")
        assert lines[:5] == REPORT.split("\n")[:5]
        assert lines[-1] == "- Other news of the day"


def test_pronoun_stays_behind_its_predecessor() -> None:
    """ "She added" follows the paragraph of her name, for every seed."""
    for seed in range(8):
        places = _places(shuffle_paragraphs(REPORT, seed))
        assert (
            places["She added that the crews were well."]
            == places["Ada Loren said the barges would wait."] + 1
        )


def test_description_stays_before_its_name() -> None:
    """An envoy who is named two paragraphs later still is: what lies between moves along."""
    for seed in range(8):
        places = _places(shuffle_paragraphs(REPORT, seed, [("An envoy", "Carl Oden")]))
        first = places["An envoy said the gates could open."]
        assert places["Carl Oden, the envoy, left in the evening."] == first + 2


def test_same_seed_same_order() -> None:
    """Chance is an argument."""
    assert shuffle_paragraphs(REPORT, 5) == shuffle_paragraphs(REPORT, 5)
