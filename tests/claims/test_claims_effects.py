"""What happened to what is counted: by own words, by words before and behind, and by the number before."""

import pytest
from claim_texts import counted, figure_lines

from pactwatch.model.claim import Modality


@pytest.mark.parametrize(
    ("effect", "text"),
    [
        ("killed", "In Pell 12 guards were killed."),
        ("killed", "In Pell 12 guards died."),
        ("killed", "The raid killed 12 guards."),
        ("killed", "The raid left 12 guards dead."),
        ("killed", "The raid claimed the lives of 12 guards."),
        ("killed", "In Pell 12 guards were shot dead."),
        ("killed", "The deaths of 12 guards were confirmed."),
        ("killed", "In Pell 12 dead guards lay there."),
        ("wounded", "In Pell 12 guards were wounded."),
        ("wounded", "The raid injured 12 guards."),
        ("missing", "In Pell 12 guards are missing."),
        ("displaced", "The flood displaced 12 families."),
        ("detained", "Ondria arrested 12 guards."),
        ("abducted", "In Pell 12 guards were abducted."),
        ("abducted", "In Pell 12 guards were taken hostage."),
        ("rescued", "The ferry rescued 12 guards."),
        ("released", "Ondria freed 12 guards."),
        ("returned", "Ondria handed over 12 guards."),
        ("returned", "Ondria sent home 12 guards."),
        ("recovered", "The bodies of 12 guards were recovered."),
        ("recovered", "In Pell 12 bodies were found."),
        ("entered", "Yesterday 12 lorries entered Pell."),
        ("delivered", "The ferry delivered 12 tonnes of flour."),
        ("pledged", "Ondria pledged 12 ferries."),
        ("deployed", "Ondria deployed 12 guards."),
        ("deployed", "In Pell 12 monitors are in place."),
        ("withdrawn", "Ondria withdrew 12 guards."),
        ("destroyed", "The raid destroyed 12 houses."),
        ("damaged", "In Pell 12 houses were damaged."),
        ("cleared", "The crews cleared 12 roads."),
        ("due", "Ondria is to release 12 guards."),
        ("due", "In Pell 12 guards are due for release."),
        ("killed or wounded", "In Pell 12 guards were killed or wounded."),
        (None, "In Pell 12 guards stood at the lock."),
    ],
)
def test_effect(effect: str | None, text: str) -> None:
    """Verb before or behind, active or passive, noun, or adjective."""
    assert [figure.effect for _, figure in counted(text)] == [effect]


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("The raid killed three women and two children.", ["killed", "killed"]),
        ("Five guards and two clerks were wounded.", ["wounded", "wounded"]),
        ("In Pell 12 people were wounded, including three nurses.", ["wounded", "wounded"]),
        ("Four people died, among them two boys.", ["killed", "killed"]),
        ("The raid destroyed six barges, three lorries and two cranes.", ["destroyed"] * 3),
        ("The raid killed five guards and wounded 12 others.", ["killed", "wounded"]),
        ("Five guards were killed and 12 were wounded.", ["killed", "wounded"]),
        ("Five guards, two of them from Pell, were killed.", ["killed", "killed"]),
        ("Five guards were killed, bringing the toll to 400.", ["killed", "killed"]),
        ("The number of wounded since May rose to 400.", ["wounded"]),
        ("Of the 12 guards who stood there, five were wounded.", [None, "wounded"]),
    ],
)
def test_effects_of_several_numbers(text: str, effects: list[str | None]) -> None:
    """A list shares its verb; each clause has its own."""
    assert [figure.effect for _, figure in counted(text)] == effects


@pytest.mark.parametrize(
    "text",
    [
        "None of the 12 guards was killed.",
        "The 12 guards killed nobody.",
        "The 12 guards were not killed.",
        "The 12 guards saw a killed dog.",
        "The killers fled before 12 guards came.",
    ],
)
def test_what_did_not_happen_to_them(text: str) -> None:
    """Those who did it, to whom it did not happen, or who stand beside it, have no such effect."""
    assert [line for line in figure_lines(text) if "killed" in line] == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ondria is to release 12 guards.", Modality.PLANNED),
        ("Ondria released 12 guards.", Modality.ASSERTED),
        ("The ministry denied that 12 guards were killed.", Modality.DENIED),
    ],
)
def test_modality(text: str, modality: Modality) -> None:
    """What is due is planned; what somebody denies is denied."""
    ((claim, _),) = counted(text)
    assert claim.modality is modality


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("The toll rose to 400.", True),
        ("The death toll rose to 400.", True),
        ("The toll of the raid rose to 400 dead.", True),
        ("The raid left 400 dead.", False),
        ("Since May 400 people have been killed.", True),
        ("In Pell 400 people were killed.", False),
        ("Since May 400 people have waited.", False),
    ],
)
def test_running_total(text: str, cumulative: bool) -> None:
    """A toll, and what happened since a day, goes on; one event does not."""
    assert [figure.cumulative for _, figure in counted(text)] == [cumulative]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("In Pell 12 guards were killed by rebels.", "rebels"),
        ("In Pell 12 guards were killed in shelling of the quay.", "shelling of the quay"),
        ("In Pell 12 guards were killed in May.", None),
    ],
)
def test_by_whom(text: str, by: str | None) -> None:
    """By whom or by what it was done to them; a time is nobody."""
    assert [figure.by for _, figure in counted(text)] == [by]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "It puts the number of people killed at more than 400 and the wounded at over 900.",
            ["400+ person: killed", "900+ person: wounded"],
        ),
        (
            "It gave the number of people killed as 41 and of wounded as 112.",
            ["41 person: killed", "112 person: wounded"],
        ),
        ("It puts the toll at 40, another at 45.", ["40 person: killed", "45 person: killed"]),
        ("It put 12 barges at the pier and 30 guards at the gate.", ["12 barge", "30 guard"]),
    ],
)
def test_totals_that_a_verb_states(text: str, lines: list[str]) -> None:
    assert figure_lines(text) == lines
