"""Steps by verbs, states and nouns: what is told of each, in which mode."""

import pytest
from claim_texts import claims_of

from pactwatch.model.claim import Progress


def steps_of(text: str) -> list[str]:
    """Each step as "step, mode", the mode left out where it is asserted."""
    _, claims = claims_of(text, "progress")
    rows = []
    for claim in claims:
        assert isinstance(claim.slots, Progress)
        mode = claim.modality.value
        rows.append(claim.slots.step.value + (f", {mode}" if mode != "asserted" else ""))
    return rows


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Ondria agreed to release 20 men.", "declared"),
        ("The cabinet decided on Friday to lift the blockade.", "declared"),
        ("Ondria has agreed to begin withdrawing its guns.", "declared"),
        ("Ondria announced plans to withdraw its garrison.", "declared"),
        ("The general signed an order to move the guns back from the bank.", "ordered"),
        ("Ondria ordered its army to withdraw from Hestle.", "ordered"),
        ("The troops have been told to pull back.", "ordered"),
        ("The troops were ordered to pull back.", "ordered"),
        ("The army began withdrawing its guns.", "begun"),
        ("The army managed to clear the channel.", "done"),
        ("Ondria allowed two lorries to enter Pell.", "partly"),
        ("Ondria refused to open its locks.", "not begun"),
        ("Ondria has yet to open its locks.", "not begun"),
        ("Ondria is unwilling to release the men.", "not begun"),
        ("The army stopped handing over the men.", "stalled"),
        ("Ondria is to free the men.", "done, planned"),
        ("A patrol sets out from Corvith at dawn tomorrow.", "begun, planned"),
        ("The army is withdrawing its guns next week.", "begun, planned"),
        ("The guns are to be moved back.", "done, planned"),
        ("The handover is due to take place on Monday.", "done, planned"),
        ("Ondria plans to withdraw its guns.", "done, planned"),
        ("Ondria has to withdraw its guns.", "done, demanded"),
        ("Marr urged both sides to release the men.", "done, demanded"),
        ("Ondria hopes to reopen the lock.", "done, hypothetical"),
        ("Ondria offered to release the men.", "done, hypothetical"),
        ("Ondria does not plan to withdraw its guns.", "done, denied"),
        ("Ondria has not agreed to release the men.", "declared, denied"),
    ],
)
def test_what_a_verb_hangs_on(text: str, step: str) -> None:
    assert steps_of(text) == [step]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("The truce came into force at noon.", "begun"),
        ("The talks have come to a halt.", "stalled"),
        ("The exchange was put on hold.", "stalled"),
        ("Ondria put the exchange on hold.", "stalled"),
        ("Ondria let another of its captives go on Monday.", "partly"),
        ("Monitors took up their last nine posts on Monday.", "begun"),
        ("Troops returned to their positions on Hestle.", "reversed"),
        ("Ondria went back on its pledge.", "reversed"),
        ("Ondria granted the mission entry to the bank.", "declared"),
        ("The garrison has left Hestle.", "done"),
        ("The orders were drafted but not given.", "not begun"),
        ("The talks were called off.", "reversed"),
        ("The boatman's remains were handed over at dusk.", "done"),
    ],
)
def test_verbs_with_the_words_behind_them(text: str, step: str) -> None:
    assert step in steps_of(text)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Ondria has released no prisoners.", "not begun"),
        ("It has so far admitted none.", "not begun"),
        ("Neither side has withdrawn its guns.", "not begun"),
        ("Not one of the mines off Osk Point was lifted.", "not begun"),
        ("Nor has Ondria released the men.", "not begun"),
        ("The session ended without the sides having named their commissioners.", "not begun"),
        ("Their withdrawal had been neither ordered nor refused.", "not begun"),
        ("The lock had not, when we met on Monday, opened.", "not begun"),
        ("Marr did not say why the captives had not been freed.", "not begun"),
        ("There was no truth, Marr said, in reports that the gate had been demolished.", "done, denied"),
        ("Ondria denied that it had withdrawn its guns.", "done, denied"),
    ],
)
def test_what_denies_a_step(text: str, step: str) -> None:
    assert steps_of(text) == [step]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("If the truce holds, Ondria will withdraw its guns.", "done, conditional"),
        ("Ondria will withdraw its guns once the crews are home.", "done, conditional"),
        ("Ondria would withdraw its guns provided that the truce held.", "done, conditional"),
        ("Subject to a vote, the roadblocks are to be removed.", "done, conditional"),
        ("As long as the truce holds, the lock will be opened.", "done, conditional"),
        ("Only after an inspection would the bridge be opened.", "done, conditional"),
        ("Only after an inspection was the bridge opened.", "done"),
        ("When the talks ended, Ondria withdrew its guns.", "done"),
        ("The roadblocks are to be removed on Sunday, two days after a vote.", "done, planned"),
        ("Has Ondria withdrawn its guns?", "done, hypothetical"),
        ("Should Ondria withdraw its guns, talks go on.", "done, conditional"),
    ],
)
def test_conditions_behind_and_before(text: str, step: str) -> None:
    assert step in steps_of(text)
    assert len({mode for mode in steps_of(text) if mode.startswith("done")}) == 1


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Ondria said it would release the men.", "declared"),
        ("Marr said Ondria would release the men.", "done, planned"),
        ("Marr said he hoped the guns would be moved back.", "done, hypothetical"),
        ("Marr said that talks go on if Ondria pays, and that the guns had been moved back.", "done"),
    ],
)
def test_the_mode_of_what_somebody_says(text: str, step: str) -> None:
    """Speakers declare their own steps; the mode of another clause of theirs is not taken over."""
    assert step in steps_of(text)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("The locks stay shut, Marr said.", "not begun"),
        ("The crews are home.", "done"),
        ("The crews are not home.", "not begun"),
        ("The withdrawal is not complete.", "partly"),
        ("The talks are at a standstill.", "stalled"),
        ("The truce is in force.", "begun"),
        ("Marr spoke of the stalled second phase.", "stalled"),
        ("Marr hopes to salvage efforts to reach the second stage.", "not begun"),
        ("Locks still shut as talks go on", "not begun"),
        ("Vessmar frees 48th crewman", "partly"),
        ("Monitors to take up posts on Friday", "begun, planned"),
    ],
)
def test_states_and_lines_without_a_stop(text: str, step: str) -> None:
    assert step in steps_of(text)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("The cabinet approved late on Thursday the withdrawal of two companies.", "declared"),
        ("Ms Varrow committed herself to the deployment of sixty officers.", "declared"),
        ("Ms Varrow ruled out the release of the engineers.", "not begun"),
        ("Ondria made the return of the remains dependent on a list.", "done, conditional"),
        ("The handover is due at dusk.", "done, planned"),
        ("The next delivery of grain, eight lorries of it, is planned for Thursday.", "done, planned"),
        ("The disarming of the militia hinges on a guarantee.", "done, conditional"),
        ("Compensation of the owners has to wait until an inquiry has reported.", "done, conditional"),
        ("The opening of the crossing took place on Monday.", "done"),
    ],
)
def test_steps_named_by_nouns(text: str, step: str) -> None:
    assert steps_of(text) == [step]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Marr said Ondria had begun to move its guns. It has not.", ["not begun"]),
        ("Both sides are to name commissioners. Neither has done so.", ["done, planned", "not begun"]),
        ("The lock was opened on Monday. It is not wide.", ["done"]),
        ("The rain has begun. Marr smiled. It has not.", ["begun"]),
        ("The locks had closed again. They had not, Marr insisted.", ["reversed, denied"]),
    ],
)
def test_a_sentence_takes_back_the_one_before_it(text: str, steps: list[str]) -> None:
    assert [step for step in steps_of(text)][-len(steps) :] == steps


@pytest.mark.parametrize(
    "text",
    [
        "The court released the results of its inquiry.",
        "A woman left the room.",
        "The minister left Pell, and 20 men cheered.",
        "He was not authorized to speak publicly.",
        "He committed suicide.",
        "He began to rethink his goals.",
        "The boatman's remains are in Pell.",
        "Talks to reopen the crossing go on.",
        "The delegates are back at the table.",
        "Since the truce began it has rained.",
    ],
)
def test_no_steps(text: str) -> None:
    assert steps_of(text) == []


def test_a_state_is_told_once() -> None:
    assert steps_of("The locks stay closed, Marr said.") == ["not begun"]


def test_a_halt_and_its_beginning_are_two_steps() -> None:
    text = "The withdrawal from Hestle, which began on Monday, was halted on Tuesday."
    assert steps_of(text) == ["begun", "stalled"]


def test_the_words_of_a_quotation_are_read() -> None:
    _, (claim,) = claims_of("“We have released all of the prisoners,” Adel Marr said.", "progress")
    assert [mention.name for mention in claim.speakers] == ["Adel Marr"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Monitors verified the withdrawal of the guns.", "Monitors"),
        ("The withdrawal was verified by the mission.", "mission"),
        ("The mission confirmed that the garrison had left Hestle.", "mission"),
    ],
)
def test_who_confirms(text: str, speaker: str) -> None:
    _, (claim,) = claims_of(text, "progress")
    assert isinstance(claim.slots, Progress)
    assert claim.slots.confirms
    assert [mention.name for mention in claim.speakers] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The withdrawal could not be verified.",
        "Marr said that the garrison had left Hestle.",
        "Marr confirmed the number.",
    ],
)
def test_nothing_confirmed(text: str) -> None:
    _, claims = claims_of(text, "progress")
    assert not any(isinstance(c.slots, Progress) and c.slots.confirms for c in claims)
