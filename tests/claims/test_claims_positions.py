"""Positions: who stands how to what, in one sentence."""

import pytest
from claim_texts import claims_of
from position_rows import NONE, ROWS

from pactwatch.model.claim import Position


def held(text: str) -> list[tuple[str, str, str]]:
    """Each position of a text as (holder, stance, words for what it is about)."""
    article, claims = claims_of(f"Ambrel news\n\n{text}\n", "positions")
    slots = [claim.slots for claim in claims if isinstance(claim.slots, Position)]
    return [(one.actor.name, one.stance.value, article.words(one.target)) for one in slots]


@pytest.mark.parametrize(("text", "holder", "stance", "word"), ROWS)
def test_a_sentence_tells_a_position(text: str, holder: str, stance: str, word: str) -> None:
    found = held(text)
    assert any(who.endswith(holder) and how == stance and word in what for who, how, what in found), found
    assert {how for _, how, _ in found} == {stance}


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_tells_none(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Quellin calls on both sides to respect the truce and to let the monitors in.",
            ["both sides to respect the truce", "let the monitors in"],
        ),
        (
            "Ondria pressed on Friday, 6 June, for two things: that the locks be opened and that the crews go.",
            ["the locks be opened", "the crews go"],
        ),
        ("Tamber asks for pressure and for the locks to open.", ["pressure", "the locks to open"]),
        (
            "The mediators welcome the visit of a doctor, and Ondria’s assurance on the crews.",
            ["the visit of a doctor", "Ondria’s assurance on the crews"],
        ),
        (
            "Tamber and Quellin want the barges to pass and the bridge to be rebuilt.",
            ["the barges to pass", "the bridge to be rebuilt"],
        ),
        (
            "Quellin urged Ondria to search the boats and let them by.",
            ["Ondria to search the boats and let them by"],
        ),
    ],
)
def test_each_of_several_things_is_its_own(text: str, targets: list[str]) -> None:
    assert list(dict.fromkeys(what for _, _, what in held(text))) == targets


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ondria refused to move any before the island is clear.", "move any"),
        ("Ondria refused to move its guns until the island is clear.", "move its guns"),
        ("Ondria offered to move eight guns in exchange for a pledge.", "move eight guns"),
        ("Ondria would accept a second post as long as it has no cameras.", "a second post"),
        ("Ondria opposes a second post, despite what it signed.", "a second post"),
        ("Ondria backs the list and has named nobody.", "the list"),
        ("Ondria wants a date for the guns, he said.", "a date for the guns"),
        ("Calvenne was asked to say when its guns will go, and refused.", "refused"),
    ],
)
def test_where_the_words_it_is_about_end(text: str, target: str) -> None:
    assert target in [what for _, _, what in held(text)]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("The mission is at full strength. It is waiting for boats.", ["The mission"]),
        ("Calvenne: It refuses to leave the island.", ["Calvenne"]),
        ("General Bastian Yarrold wrote again. He wants a second post.", ["General Bastian Yarrold"]),
        ("Quellin and Tamber met. They demand a second post.", ["Quellin", "Tamber"]),
        ("Marr also met Adela Dunn. Both want the locks opened.", ["Adela Dunn", "Marr"]),
        ("The talks failed. It refuses a second post.", []),
        ("Tressick said that she was weighing a larger team.", ["Tressick"]),
        ("Ms Tressick, who is pressing for a date, left.", ["Tressick"]),
        ("Together with Quellin, Tamber pressed for a date.", ["Quellin", "Tamber"]),
    ],
)
def test_whom_a_subject_leads_to(text: str, holders: list[str]) -> None:
    found = {who.removeprefix("The ") for who, _, _ in held(text)}
    assert found == {who.removeprefix("The ") for who in holders}


def test_a_condition_of_strong_words_is_a_demand() -> None:
    found = held("Marr said there will be no second round unless the garrison leaves.")
    assert ("Marr", "demands", "the garrison leaves") in found


def test_a_bare_condition_is_none() -> None:
    assert held("The ferry runs if the river is calm, Marr said.") == []


def test_about_whom_and_how_much() -> None:
    _, claims = claims_of("News\n\nQuellin urged Ondria to admit up to 40 monitors.\n", "positions")
    (slots,) = [claim.slots for claim in claims if isinstance(claim.slots, Position)]
    assert (slots.about, slots.quantity) == ("Ondria", "up to 40 monitors")
