"""Commitments: promises, to whom, by when, on what condition, and what became of them."""

import pytest
from claim_texts import claims_of

from pactwatch.model.claim import Claim, Commitment

#: text, who promises, what
MADE = [
    ("Ondria pledged to move its guns by 15 June.", "Ondria", "move its guns by 15 June"),
    ("Ondria vowed never to return to the island.", "Ondria", "never to return to the island"),
    ("Ondria undertook to free the crews.", "Ondria", "free the crews"),
    ("Calvenne has promised to open the locks.", "Calvenne", "open the locks"),
    ("Ondria promised that the guns would move.", "Ondria", "the guns would move"),
    ("Ondria has promised its own three names by Friday.", "Ondria", "its own three names by Friday"),
    ("Calvenne committed to sending a doctor.", "Calvenne", "sending a doctor"),
    ("Calvenne is committed to freeing the crews.", "Calvenne", "freeing the crews"),
    ("Calvenne agreed to open the locks.", "Calvenne", "open the locks"),
    ("Calvenne agreed that the locks would open.", "Calvenne", "the locks would open"),
    ("Calvenne has reaffirmed that its garrison will leave the island.", "Calvenne", "its garrison will leave the island"),
    ("Quellin guaranteed that nobody would be shot.", "Quellin", "nobody would be shot"),
    ("Ondria has pledged not to fire first.", "Ondria", "not to fire first"),
    ("The governments have committed themselves to naming their members.", "governments", "naming their members"),
    ("Ondria undertook in writing to let a doctor in.", "Ondria", "let a doctor in"),
    ("Calvenne repeated its promise to open the locks.", "Calvenne", "open the locks"),
    ("“I give you my word that nobody will be harmed,” Varrow said.", "Varrow", "nobody will be harmed"),
    ("Tamber swore to send divers.", "Tamber", "send divers"),
    ("Quellin welcomed Ondria's assurance that the man would be returned.", "Ondria", "the man would be returned"),
    ("Quellin recalled Tamber's commitment to send divers.", "Tamber", "send divers"),
    ("Quellin welcomed Ondria's pledge to leave.", "Ondria", "leave"),
    ("Quellin gave its word that the boats would come.", "Quellin", "the boats would come"),
    ("Ondria, who promised to leave, has not answered.", "Ondria", "leave"),
    ("Marr assured the envoy, Anselm Quire, that the two would be across by Wednesday.", "Marr", "the two would be across by Wednesday"),
    ("Marr said Ondria had vowed to leave.", "Ondria", "leave"),
    ("Ondria undertook in Pell on 30 June to move its guns.", "Ondria", "move its guns"),
    ("Varrow promised me that across the table.", "Varrow", "that"),
    ("“We will move the guns,” Marr promised.", "Marr", "We will move the guns"),
    ("Ondria stands by its promise to move its guns.", "Ondria", "move its guns"),
    ("The general said so. He has promised both capitals a full account.", "general", "a full account"),
]  # fmt: skip

#: text, who, what is told of it
FATES = [
    ("Calvenne has honoured its promise to open the lock.", "Calvenne", "kept"),
    ("Calvenne kept its word.", "Calvenne", "kept"),
    ("Calvenne made good on its pledge to send a doctor.", "Calvenne", "kept"),
    ("Calvenne stood by its commitment to free the crews.", "Calvenne", "kept"),
    ("Calvenne did not break its promise to open the lock.", "Calvenne", "kept"),
    ("“We gave our word and tonight the government honored it,” Marr said.", "Marr", "kept"),
    ("Calvenne broke its promise to open the lock.", "Calvenne", "broken"),
    ("Calvenne failed to honour its commitment to leave.", "Calvenne", "broken"),
    ("Calvenne did not keep its promise to leave.", "Calvenne", "broken"),
    ("Tamber went back on its commitment to send divers.", "Tamber", "broken"),
    ("Tamber reneged on its pledge to send divers.", "Tamber", "broken"),
    ("Ondria promised its names by Friday. It made the same promise for 1 July and did not keep it.", "Ondria", "broken"),
    ("Calvenne's promise of 60 barges a day has not been kept.", "Calvenne", "broken"),
    ("Castig accused Calvenne of breaking its promise to open the locks.", "Calvenne", "broken"),
    ("Ondria has not lived up to its commitment to move the guns.", "Ondria", "broken"),
    ("Tamber took back its offer to send divers.", "Tamber", "withdrawn"),
    ("Tamber withdrew its pledge to send divers.", "Tamber", "withdrawn"),
    ("Tamber's offer to send divers has lapsed.", "Tamber", "expired"),
    ("Ondria's deadline to name its members passed without a list.", "Ondria", "expired"),
]  # fmt: skip

NONE = [
    "Neither side agreed to leave.",
    "Nobody promised to leave.",
    "Ondria did not promise to leave.",
    "Ondria refused to promise to leave.",
    "Ondria offered to leave.",
    "Ondria is ready to leave.",
    "Ondria might promise to leave.",
    "Quellin called on Ondria to commit to a date.",
    "Ondria agreed to the plan.",
    "Ondria agreed on a date.",
    "Marr assured the envoy that the man was safe.",
    "If Ondria agreed to leave, the locks would open.",
    "Members who commit to peace are free to go.",
    "Calvenne must keep its promise.",
    "Both governments made no promises.",
    "The mediators urged Ondria to honour its commitments.",
    "The council reaffirmed its commitment to the rule of law.",
    "The River Guard swore revenge.",
    "Calvenne agreed in principle to a post on the island.",
    "Ondria has no obligation to leave.",
    "A deadline passed without a list.",
]


def _read(text: str) -> tuple[list[tuple[str, str, str]], list[Commitment]]:
    article, claims = claims_of(text, "commitments")
    rows, slots = [], []
    for claim in claims:
        assert isinstance(claim.slots, Commitment)
        slots.append(claim.slots)
        rows.append((claim.slots.promiser.name, article.words(claim.slots.action), claim.slots.fate.value))
    return rows, slots


def _one(text: str) -> tuple[str, Commitment, Claim]:
    article, claims = claims_of(text, "commitments")
    (claim,) = claims
    assert isinstance(claim.slots, Commitment)
    return article.text, claim.slots, claim


@pytest.mark.parametrize(("text", "who", "what"), MADE)
def test_promises(text: str, who: str, what: str) -> None:
    assert _read(text)[0] == [(who, what, "made")]


@pytest.mark.parametrize(("text", "who", "fate"), FATES)
def test_what_became_of_them(text: str, who: str, fate: str) -> None:
    assert (who, fate) in [(row[0], row[2]) for row in _read(text)[0]]


@pytest.mark.parametrize("text", NONE)
def test_no_promise(text: str) -> None:
    assert _read(text)[0] == []


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Ondria pledged to leave by 15 June.", "by 15 June", "2031-06-15"),
        ("Ondria pledged to leave by Friday.", "by Friday", "2031-05-23"),
        ("Ondria pledged to leave by the end of the month.", "by the end of the month", None),
        ("Ondria pledged to leave within ten days.", "within ten days", None),
        ("Ondria promised to sit down in Pell on 12 July.", "on 12 July", "2031-07-12"),
        ("Ondria pledged to leave.", None, None),
    ],
)
def test_by_when(text: str, words: str | None, day: str | None) -> None:
    _, slots, _ = _one(text)
    assert slots.due_words == words
    assert (slots.due.first.isoformat() if slots.due and slots.due.first else None) == day


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Ondria promised Calvenne that the guns would move.", "Calvenne"),
        ("Marr assured the envoy, Anselm Quire, that they would leave.", "the envoy, Anselm Quire"),
        ("Marr promised both capitals a full account.", "both capitals"),
        ("Ondria pledged to leave.", None),
    ],
)
def test_to_whom(text: str, to: str | None) -> None:
    assert _one(text)[1].to == to


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Ondria pledged to leave once the crews are home.", "the crews are home"),
        ("Ondria promised to leave if the guns are moved.", "the guns are moved"),
        ("Ondria promised to free him within ten days of a certificate.", "a certificate"),
        ("Ondria pledged to leave.", None),
    ],
)
def test_on_what_condition(text: str, condition: str | None) -> None:
    words, slots, _ = _one(text)
    assert (slots.condition.of(words) if slots.condition else None) == condition


def test_who_tells_of_a_promise() -> None:
    _, _, claim = _one("Marr said Ondria had vowed to leave.")
    assert [mention.name for mention in claim.speakers] == ["Ondria"]
