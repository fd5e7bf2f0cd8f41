"""Which provisions words are about: own words, clause numbers, derived nouns, fire; what leads back."""

from functools import cache
from pathlib import Path

import pytest
from claim_texts import article_of

from pactwatch.agreement.load import load_agreement
from pactwatch.claims.bodies import collective_role, is_generic
from pactwatch.claims.linker import Doer, Linker, select_meant
from pactwatch.claims.provisions import place_claims
from pactwatch.claims.run import read_claims
from pactwatch.model.agreement import Agreement, Role
from pactwatch.model.claim import Position
from pactwatch.model.source import Span

_FILE = Path(__file__).resolve().parents[2] / "agreements" / "river-accord" / "agreement.yaml"


@cache
def accord() -> Agreement:
    """The river accord."""
    agreement, _ = load_agreement(_FILE)
    assert agreement is not None
    return agreement


def meant(text: str, words: str | None = None, doer: Doer | None = None) -> tuple[str, ...]:
    """The provisions that words of a text are about; all of it where none are given."""
    article = article_of(f"Ambrel news\n\n{text}")
    begin = article.text.index(words or text)
    span = Span(begin, begin + len(words or text))
    return tuple(sorted(select_meant(Linker(article, accord()).link(span, doer=doer))))


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("The last crewman came home.", ("crews",)),
        ("Article 8 has no date.", ("guns",)),
        ("Article 10 rules it out.", ("bridge",)),
        ("Three mines are left.", ("mines",)),
        ("Two batteries stood on the bank.", ("guns",)),
        ("A shell fell near the ferry.", ("ceasefire",)),
        ("Snipers were heard at night.", ("ceasefire",)),
        ("The mission wrote again.", ("monitors",)),
        ("A post at the island is under study.", ("monitors",)),
        ("The guns and the crews were on the list.", ("crews", "guns")),
        ("The Lantern truce lasted nine days.", ()),
        ("Rain spoilt the show.", ()),
        ("A bridge-building school was shut.", ()),
    ],
)
def test_words_name_provisions(text: str, provisions: tuple[str, ...]) -> None:
    assert meant(text) == provisions


@pytest.mark.parametrize(
    ("text", "words", "provisions"),
    [
        ("The guns are still there. That will not change.", "That will not change", ("guns",)),
        ("The guns and the crews are late. That will not change.", "That will not change", ()),
        ("The guns are still there. Rain is forecast.", "Rain is forecast", ()),
        ("In 2029 the barges paid double.", "In 2029 the barges paid double", ()),
    ],
)
def test_what_leads_back(text: str, words: str, provisions: tuple[str, ...]) -> None:
    assert meant(text, words) == provisions


def test_who_owes_it_weighs_more() -> None:
    article = article_of("Ambrel news\n\nThe guns left the bank.")
    linker, span = Linker(article, accord()), Span(13, 36)
    scores = [
        linker.link(span, doer=Doer(frozenset([actor])))[0].score for actor in ("north", "quellin", "south")
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def placed(text: str) -> list[tuple[list[str | None], str, list[str], str]]:
    """Each position of a text: actors, stance, provisions and where the first was found."""
    article = article_of(text)
    claims = [claim for claim in read_claims(article)["positions"] if isinstance(claim.slots, Position)]
    rows = []
    for claim, placement in zip(claims, place_claims(article, claims, accord()), strict=True):
        assert isinstance(claim.slots, Position)
        names = [match.provision for match in placement.provisions]
        why = placement.provisions[0].reason if placement.provisions else ""
        rows.append(([one.actor for one in placement.actors], claim.slots.stance.value, names, why))
    return rows


@pytest.mark.parametrize(
    ("text", "actors", "provisions", "where"),
    [
        ("Ambrel news\n\nOndria objects to the mines.", ["north"], ["mines"], "the words it is about"),
        ("Ambrel news\n\nThe mines are up. Ondria supports it.", ["north"], ["mines"], "a sentence before"),
        ("Ambrel news\n\nGUNS\nOndria supports an early start.", ["north"], ["guns"], "the heading above it"),
        (
            "Pullout from Hestle voted\n\nThe army opposed the plan.",
            ["south-army"],
            ["garrison"],
            "the headline",
        ),
        (
            "Ambrel news\n\nThe guns moved when the island was empty. Ondria supports it.",
            ["north"],
            ["guns"],
            "before",
        ),
        ("Ambrel news\n\nThe guns and the mines are late. Ondria backs the list.", ["north"], [], ""),
        ("Guns of the Ambrel\n\nOndria welcomed the agreement.", ["north"], [], ""),
    ],
)
def test_where_the_words_of_a_position_lead(
    text: str, actors: list[str], provisions: list[str], where: str
) -> None:
    (row,) = placed(text)
    assert (row[0], row[2]) == (actors, provisions)
    assert where in row[3]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The mediators welcome the pullout.", ["quellin", "tamber"]),
        ("Both sides support the pullout.", ["north", "south"]),
        ("The two governments back the pullout.", ["north", "south"]),
        ("The army opposes the pullout.", ["south-army"]),
        ("Ondria's interior ministry opposes the pullout.", ["north-interior-ministry"]),
        ("The interior ministry of Ondria opposes the pullout.", ["north-interior-ministry"]),
        ("The waterways ministry wrote. The ministry opposes the pullout.", ["south-waterways-ministry"]),
        ("Calvenne's cabinet met. The cabinet opposes the pullout.", ["south"]),
        ("The prime minister opposes the pullout.", ["south"]),
        ("Ms Tressick said that her government opposed the pullout.", ["tamber"]),
        ("The farmers' party opposes the pullout.", [None]),
    ],
)
def test_who_a_holder_is(text: str, actors: list[str | None]) -> None:
    rows = placed(f"Ambrel news\n\n{text}")
    assert [row[0] for row in rows] == [actors]


def test_words_for_several_and_for_kinds_of_bodies() -> None:
    assert collective_role("the mediators") is Role.MEDIATOR
    assert collective_role("Both Governments") is Role.PARTY
    assert collective_role("two farmers") is None
    assert is_generic("the army")
    assert is_generic("his members")
    assert not is_generic("the members")
    assert not is_generic("the army of the north bank")
