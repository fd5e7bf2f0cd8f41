"""In which mode something is said: negation is never lost, and a hedge is kept."""

import pytest
from claim_texts import claims_of

from pactwatch.model.claim import Modality


def modes(text: str) -> list[str]:
    """The mode of every statement of a text."""
    return [claim.modality.value for claim in claims_of(text, "statements")[1]]


def said(words: str) -> str:
    """Words behind a plain "said", which has no mode of its own."""
    return f"Dessa Morrane said that {words}."


@pytest.mark.parametrize(
    "text",
    [
        "Ondria did not say that the weir was open.",
        "Ondria never said that the weir was open.",
        "Ondria doesn’t believe the weir is open.",
        "Ondria can’t say that the weir is open.",
        "Ondria won't say whether the weir is open.",
        "Ondria hasn’t said whether the weir is open.",
        "Ondria doesn’t want the weir to open.",
        "Ondria has yet to say that the weir is open.",
        "Ondria has not confirmed that the weir was open.",
        "Ondria would not say whether the weir was open.",
        "Ondria could not say when the weir would open.",
        "Ondria left without saying that the weir was open.",
        "Ondria failed to say when the weir would open.",
        "Ondria declined to say when the weir would open.",
        "Ondria refuses to say whether the weir is open.",
        "Ondria refused to open the weir.",
        "Ondria denied that the weir was open.",
        "Ondria denied any link to the raid.",
        "Ondria denied shelling the weir.",
        "Ondria disputed that the weir was open.",
        "Ondria rejected the offer.",
        "Ondria dismissed the offer as a trick.",
        "Ondria ruled out new talks.",
        "Ondria did not promise to open the weir.",
        "Ondria did not urge Calvenne to open the weir.",
        "Piet Arends has never spoken of a “quiet mile”.",
        "Ondria’s refusal to open the weir.",
        "The crews were angered by Ondria’s denial that the weir was shut.",
        "The offer was rejected by Calvenne.",
    ],
)
def test_negation_is_not_lost(text: str) -> None:
    """Who denies, refuses or does not say a thing is not one who says it."""
    assert modes(text) == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "Ondria did not deny that the weir was open.",
        "Ondria didn’t deny that the weir was open.",
        "Ondria has never denied that the weir was open.",
    ],
)
def test_denial_denied_says_neither(text: str) -> None:
    """Not to deny is not to say."""
    assert modes(text) == ["hypothetical"]


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("the weir was open", "asserted"),
        ("the weir was not open", "asserted"),
        ("the weir will open", "asserted"),
        ("the weir must open", "demanded"),
        ("the weir must not open", "demanded"),
        ("the weir should open", "demanded"),
        ("the weir ought to open", "demanded"),
        ("the weir needs to open", "demanded"),
        ("Ondria must leave the weir", "demanded"),
        ("the weir may open", "hypothetical"),
        ("the weir might open", "hypothetical"),
        ("the weir could open", "hypothetical"),
        ("the weir will not open until the guns leave", "conditional"),
        ("the weir will not open unless the guns leave", "conditional"),
        ("the weir will open if the guns leave", "conditional"),
        ("the weir would open if the guns left", "conditional"),
        ("the weir will stay open as long as the guns are silent", "conditional"),
        ("if the guns left the weir would open", "conditional"),
        ("unless the guns left, the weir would stay shut", "conditional"),
        ("she will open the weir", "planned"),
        ("she would open the weir", "planned"),
        ("she would have opened the weir", "asserted"),
        ("she will not open the weir until the guns leave", "conditional"),
    ],
)
def test_mode_of_the_words_behind_said(words: str, mode: str) -> None:
    """The first verb of what is said decides where the reporting verb has no mode."""
    assert modes(said(words)) == [mode]


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("The weir is open.", "asserted"),
        ("We will open the weir.", "planned"),
        ("I will not sign.", "planned"),
        ("We’ll open the weir.", "planned"),
        ("We won’t leave until the guns leave.", "conditional"),
        ("You must leave.", "demanded"),
        ("The weir may be open.", "hypothetical"),
        ("If the guns leave, we will open the weir.", "conditional"),
        ("We have kept our word. Now the locks must open.", "asserted"),
    ],
)
@pytest.mark.parametrize("shape", ["Dessa Morrane said: “{}”", "“{},” Dessa Morrane said."])
def test_quoted_words_have_the_same_modes(words: str, mode: str, shape: str) -> None:
    """On either side of the verb."""
    text = shape.format(words if shape.endswith("”") else words.removesuffix("."))
    assert modes(text) == [mode]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Dessa Morrane promised to open the weir.", Modality.PLANNED),
        ("Dessa Morrane vowed that the weir would stay shut.", Modality.PLANNED),
        ("Dessa Morrane threatened to close the weir.", Modality.PLANNED),
        ("Dessa Morrane plans to close the weir.", Modality.PLANNED),
        ("Dessa Morrane agreed to close the weir.", Modality.PLANNED),
        ("Dessa Morrane urged Ondria to close the weir.", Modality.DEMANDED),
        ("Dessa Morrane wants Ondria to close the weir.", Modality.DEMANDED),
        ("Dessa Morrane called for a new count.", Modality.DEMANDED),
        ("Dessa Morrane demanded that the weir be closed.", Modality.DEMANDED),
        ("Dessa Morrane asked Ondria to open the weir.", Modality.DEMANDED),
        ("Dessa Morrane asked for help.", Modality.DEMANDED),
        ("Dessa Morrane asked whether the weir was open.", Modality.HYPOTHETICAL),
        ("Dessa Morrane asked if the weir was open.", Modality.HYPOTHETICAL),
        ("“Must we wait?” Dessa Morrane asked.", Modality.HYPOTHETICAL),
        ("Dessa Morrane wondered whether the weir was open.", Modality.HYPOTHETICAL),
        ("Dessa Morrane doubted that the weir was open.", Modality.HYPOTHETICAL),
        ("Dessa Morrane hoped that the weir would open.", Modality.HYPOTHETICAL),
        ("Dessa Morrane expects the weir to open.", Modality.HYPOTHETICAL),
        ("Dessa Morrane predicted that the weir would open.", Modality.HYPOTHETICAL),
        ("Dessa Morrane feared that the weir would fail.", Modality.HYPOTHETICAL),
        ("Dessa Morrane denied that the weir must open.", Modality.DENIED),
        ("Dessa Morrane welcomed the report.", Modality.ASSERTED),
    ],
)
def test_mode_of_the_reporting_verb_comes_first(text: str, mode: Modality) -> None:
    """Promises, demands and hopes are what their verb says."""
    assert modes(text) == [mode.value]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Dessa Morrane allegedly said that the weir was open.", "allegedly"),
        ("Dessa Morrane reportedly told her ministers that the weir was open.", "reportedly"),
        ("Dessa Morrane apparently believes that the weir is open.", "apparently"),
        ("Dessa Morrane said that the weir was purportedly open.", "purportedly"),
        ("Dessa Morrane said that the weir was open.", None),
    ],
)
def test_hedge_is_kept(text: str, hedge: str | None) -> None:
    """The word that makes a report doubtful stands on the claim."""
    assert [claim.hedge for claim in claims_of(text, "statements")[1]] == [hedge]
