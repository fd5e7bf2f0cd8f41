"""Progress and alleged breaches."""

import pytest
from claim_texts import claims_of

from pactwatch.model.claim import Event, Modality, Progress, Step


@pytest.mark.parametrize(
    ("text", "step", "modality"),
    [
        ("The crossing was reopened on Monday.", Step.DONE, Modality.ASSERTED),
        ("Northern troops withdrew on Monday.", Step.DONE, Modality.ASSERTED),
        ("The northern army has begun its withdrawal.", Step.BEGUN, Modality.ASSERTED),
        ("The crossing is being reopened.", Step.BEGUN, Modality.ASSERTED),
        ("Efforts to open the lock remain stalled.", Step.STALLED, Modality.ASSERTED),
        ("The northern army has not begun its withdrawal.", Step.NOT_BEGUN, Modality.ASSERTED),
        ("The crossing will be reopened on Monday.", Step.DONE, Modality.PLANNED),
        ("The crossing must be reopened.", Step.DONE, Modality.DEMANDED),
        ("The crossing could be reopened.", Step.DONE, Modality.HYPOTHETICAL),
        ("Unless the crossing is reopened, talks end.", Step.DONE, Modality.CONDITIONAL),
        ("The council approved the plan.", Step.DECLARED, Modality.ASSERTED),
        ("The general ordered a withdrawal.", Step.ORDERED, Modality.ASSERTED),
    ],
)
def test_steps_and_their_mode(text: str, step: Step, modality: Modality) -> None:
    _, claims = claims_of(text, "progress")
    assert [(c.slots.step, c.modality) for c in claims if isinstance(c.slots, Progress)] == [(step, modality)]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers opened fire at the lock.",
        "The ministry released a statement.",
        "The army began an offensive.",
        "The shop is open on Monday.",
    ],
)
def test_other_acts_are_no_progress(text: str) -> None:
    assert claims_of(text, "progress")[1] == ()


def test_a_speaker_reports_progress() -> None:
    _, (claim,) = claims_of("Harbour Minister Lena Oost said the lock was reopened on Monday.", "progress")
    assert [mention.name for mention in claim.speakers] == ["Lena Oost"]


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("Northland says Southmark has violated the truce.", "Northland", "Southmark"),
        ("Northland accused Southmark of breaking the ceasefire.", "Northland", "Southmark"),
        ("Southmark officials said talks must end Northern violations.", "Southmark officials", "Northern"),
        ("Southmark said the violations of the truce by Northland must end.", "Southmark", "Northland"),
        ("Southmark says it wants an end to Northern truce “violations”.", "Southmark", "Northern"),
    ],
)
def test_alleged_breaches(text: str, accuser: str, accused: str) -> None:
    _, claims = claims_of(text, "allegations")
    rows = [(c.speakers[0].name, c.slots.recipient) for c in claims if isinstance(c.slots, Event)]
    assert rows == [(accuser, accused)]


@pytest.mark.parametrize(
    "text",
    [
        "The office counted 738 Northern violations of the truce.",
        "Northern shells hit a house.",
        "Southmark said Northland must not violate the truce.",
        "He broke a window.",
    ],
)
def test_incidents_and_tallies_are_no_allegations(text: str) -> None:
    assert claims_of(text, "allegations")[1] == ()
