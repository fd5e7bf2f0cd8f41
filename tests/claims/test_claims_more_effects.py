"""What happened to what a number counts. A test's docstring is its input."""

import pytest
from claim_texts import counted


def effects(text: str) -> list[tuple[str, str | None]]:
    """Each number's words and its effect."""
    return [(str(figure.low or figure.approx or 0), figure.effect) for _, figure in counted(text)]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Twelve barges from the north went through the southern locks.", "entered"),
        ("The guards let 25 lorries a day through.", "entered"),
        ("The guards let 25 captives go.", "released"),
        ("They left two crew members in custody.", "detained"),
        ("All 48 crew members are back.", "returned"),
        ("The 60 barges a day that the accord provides for are few.", "due"),
        ("Troops are to leave four hill posts.", "due"),
        ("Four people have bullet wounds.", "wounded"),
        ("The gunmen shot 16 villagers in the square.", "killed or wounded"),
        ("Two reporters were shot in the street.", "killed or wounded"),
        ("The town buried seven kidnapped students.", "abducted"),
        ("Killed: 4 soldiers", "killed"),
        ("The captives, of whom seven were let go, are well.", "released"),
        ("Sixteen more were freed, bringing the total to 92.", "released"),
        ("Among the injured are two girls.", "wounded"),
        ("He mourned the deaths of four students who had been kidnapped.", "killed"),
        ("It has brought home 47 of the 48 sailors whom the north detained.", "returned"),
        ("The north has released 20 of the 48 sailors it holds.", "released"),
    ],
)
def test_effects_of_several_words(text: str, effect: str) -> None:
    assert effects(text)[0][1] == effect


@pytest.mark.parametrize(
    "text",
    [
        "The north did not release the 12 sailors.",
        "The north has yet to free any of the 12 sailors.",
        "The last of the 12 sailors was released.",
        "The pilot was shot three times.",
        "Twelve barges will leave once the crews are freed.",
    ],
)
def test_what_was_not_done_to_them(text: str) -> None:
    assert effects(text)[0][1] is None


def test_those_explained_share_the_effect() -> None:
    """The deaths of six pilots -- five northerners and a southerner -- were mourned."""
    assert effects(test_those_explained_share_the_effect.__doc__ or "") == [("6", "killed"), ("5", "killed")]


def test_bodies_of_people_are_found() -> None:
    """The army said that 28 bodies of alleged smugglers were found near the town."""
    ((_, figure),) = counted(test_bodies_of_people_are_found.__doc__ or "")
    assert (figure.group, figure.effect) == ("bodies of alleged smugglers", "recovered")


def test_but_joins_clauses() -> None:
    """The mayor was unharmed, but two guards were killed."""
    assert effects(test_but_joins_clauses.__doc__ or "") == [("2", "killed")]
