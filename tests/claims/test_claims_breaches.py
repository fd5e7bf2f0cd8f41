"""Alleged breaches: who is accused, by whom, where, when, and who came to harm."""

import pytest
from claim_texts import claims_of

from pactwatch.model.claim import Claim, Event


def breaches_of(text: str) -> list[tuple[Claim, Event]]:
    _, claims = claims_of(text, "allegations")
    return [(claim, claim.slots) for claim in claims if isinstance(claim.slots, Event)]


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("Ondria did not keep the truce, Calvenne said.", "Calvenne", "Ondria"),
        ("Calvenne said Ondria had failed to honour the accord.", "Calvenne", "Ondria"),
        ("Calvenne accused Ondria of reneging on the deal.", "Calvenne", "Ondria"),
        ("Calvenne blamed Ondria for breaking the truce.", "Calvenne", "Ondria"),
        ("Calvenne said it was Ondria that had breached the truce.", "Calvenne", "Ondria"),
        ("Calvenne said Ondria, which broke the truce, must pay.", "Calvenne", "Ondria"),
        ("Calvenne said Ondria was in breach of the truce.", "Calvenne", "Ondria"),
        ("Ondria kept men on Hestle in violation of the accord, Calvenne said.", "Calvenne", "Ondria"),
        ("Ondria shelled Pell, a flagrant breach of the truce, Calvenne said.", "Calvenne", "Ondria"),
        ("Calvenne called Ondria’s shelling a breach of the truce.", "Calvenne", "Ondria"),
        (
            "Calvenne called the shelling a breach of the truce by the River Guard.",
            "Calvenne",
            "the River Guard",
        ),
        ("Calvenne called the shelling a breach of the truce.", "Calvenne", None),
        ("Ondria freed a man as Calvenne accused it of putting the truce at risk.", "Calvenne", "Ondria"),
        ("Ondria rejected a claim by Calvenne that its forces had broken the truce.", "Calvenne", "Ondria"),
        ("Ondria has breached the truce.", None, "Ondria"),
        (
            "Tarn accused some leaders of the Guard of violating the accord.",
            "Tarn",
            "some leaders of the Guard",
        ),
        ("Tarn accused Ondria’s cabinet of failing to carry out the accord.", "Tarn", "Ondria’s cabinet"),
    ],
)
def test_who_accuses_whom(text: str, accuser: str | None, accused: str | None) -> None:
    rows = [(c.speakers[0].name if c.speakers else None, slots.recipient) for c, slots in breaches_of(text)]
    assert rows == [(accuser, accused)]


@pytest.mark.parametrize(
    "text",
    [
        "If Ondria breaks the truce, talks end.",
        "Ondria must keep the accord.",
        "Ondria has kept the truce, Calvenne said.",
        "Fighting broke out in Ondria after the agreement.",
        "Ondria broke off talks on the agreement.",
        "He did not keep his word, and the truce held.",
        "Ondria undermined the truce.",
        "Ondrian shells hit Pell.",
        "Any breach of the truce ends the talks.",
        "Calvenne counts 497 violations of the truce by Ondria.",
    ],
)
def test_no_breaches(text: str) -> None:
    assert breaches_of(text) == []


@pytest.mark.parametrize(("accuser", "accused"), [("Ondria", "Calvenne"), ("Calvenne", "Ondria")])
def test_each_side_in_the_same_form(accuser: str, accused: str) -> None:
    """The same words give the same claim with the names exchanged."""
    text = f"{accuser} said {accused} had violated the truce at Pell Staithe on Sunday, killing three people."
    ((claim, slots),) = breaches_of(text)
    assert (slots.actor, slots.recipient, slots.place) == (accuser, accused, "at Pell Staithe")
    assert claim.happened_on is not None
    assert claim.happened_on.first.isoformat() == "2031-05-18"
    assert slots.breach
    assert claim.alleges_breach
    assert len(slots.harm) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Calvenne accused Ondria of breaking the truce on Sunday.", "2031-05-18"),
        ("Calvenne said on Sunday that Ondria had broken the truce.", None),
        ("Ondria has broken the truce since Sunday, Calvenne said.", None),
        ("Ondria has broken the truce, Calvenne said on Sunday.", None),
        ("Ondria has broken the truce, Calvenne announced on Sunday.", None),
    ],
)
def test_the_day_of_the_breach_is_not_that_of_the_words(text: str, day: str | None) -> None:
    ((claim, _),) = breaches_of(text)
    assert (claim.happened_on.first.isoformat() if claim.happened_on else None) == day


def test_harm_is_of_the_same_sentence() -> None:
    ((_, slots),) = breaches_of(
        "Ondria has broken the truce, Calvenne said. Three people were killed in Pell."
    )
    assert slots.harm == ()
