"""Freezing of annotated figures: words become places, mistakes are named, another text is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from freeze import main, place_all
from freeze_figures import place_figure
from own_counted import read_gold
from own_texts import hash_text
from pactwatch.model.source import Span
from placing import NotThere, check_keys, choose, place, place_near

TEXT = (
    "Then, on 3 May, the truce began. At least 12 guards were killed since then, Dessa Morrane said. "
    "In Pell 12 barges sank; a third of the crews left."
)
RIGHT: dict[str, Any] = {
    "at": "At least 12 guards were killed since then",
    "number": "12",
    "hedge": "At least",
    "low": 12,
    "counted": ["guards", "people"],
    "effect": "killed",
    "speakers": ["Dessa Morrane"],
    "window": "since then",
    "since": "2031-05-03",
}
CREWS: dict[str, Any] = {
    "at": "a third of the crews", "number": "a third", "low": "1/3", "high": "1/3", "counted": ["crews"],
}  # fmt: skip


def words(pair: list[int]) -> str:
    return Span(*pair).of(TEXT)


# Places


@pytest.mark.parametrize(
    ("printed", "begin", "found"),
    [("12", 0, "12 guards"), ("12", TEXT.index("In Pell"), "12 barges"), ("the", 0, "the truce")],
)
def test_place_is_the_first_whole_word(printed: str, begin: int, found: str) -> None:
    """ "the" is not in "Then"; the search begins where it is told to."""
    assert place(printed, TEXT, begin, len(TEXT))[0] == TEXT.index(found)


def test_place_once_refuses_words_that_stand_twice() -> None:
    """A stretch that is to be unique is refused where it is not, and words outside of it too."""
    with pytest.raises(NotThere, match="more than once"):
        place("12", TEXT, 0, len(TEXT), once=True)
    with pytest.raises(NotThere, match="does not stand in its place"):
        place("barges", TEXT, 0, 40)


def test_place_near_prefers_the_stretch() -> None:
    """A name is looked for in the stretch, and elsewhere only where it is not there."""
    begin = TEXT.index("In Pell")
    assert place_near("12", TEXT, begin, len(TEXT))[0] == TEXT.index("12 barges")
    assert place_near("Dessa Morrane", TEXT, begin, len(TEXT))[0] == TEXT.index("Dessa")


def test_keys_and_choices() -> None:
    """Unknown keys, empty words and unknown values are named."""
    check_keys({"at": "x"}, ("at",), ("at",))
    with pytest.raises(NotThere, match=r"unknown: colour \(known: at\)"):
        check_keys({"at": "x", "colour": "red"}, ("at",), ("at",))
    with pytest.raises(NotThere, match="nothing stands under: at"):
        check_keys({"at": ""}, ("at",), ("at",))
    assert choose("a", ("a", "b")) == "a"
    with pytest.raises(NotThere, match="'c' is none of: a, b"):
        choose("c", ("a", "b"))


# Figures


def test_figure_has_places_for_words() -> None:
    """Numbers stand as they are; a noun that the text only implies stays a word."""
    placed = place_figure(RIGHT, TEXT)
    assert [words(placed[key]) for key in ("number", "hedge", "window")] == ["12", "At least", "since then"]
    assert placed["number"][0] == TEXT.index("12 guards")
    assert (words(placed["counted"][0]), placed["counted"][1]) == ("guards", "people")
    assert (placed["low"], placed["effect"], placed["since"]) == ("12", "killed", "2031-05-03")
    assert "high" not in placed


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"number": "13"}, "'13' does not stand in its place"),
        ({"hedge": "at least"}, "'at least' does not stand in its place"),
        ({"low": "twelve"}, "'twelve' is no number"),
        ({"low": None}, "'12' has none of low, high, approx"),
        ({"effect": "praised"}, "'praised' is none of: killed,"),
        ({"since": "3 May"}, "'3 May' is no year, month or day"),
        ({"speakers": ["Ilse Varrow"]}, "'Ilse Varrow' does not stand in its place"),
        ({"window": "so far"}, "'so far' does not stand in its place"),
        ({"counted": []}, "nothing stands under: counted"),
        ({"colour": "red"}, "unknown: colour"),
    ],
)
def test_mistake_is_named(change: dict[str, Any], message: str) -> None:
    """With the text, the number of the figure and the words."""
    placed, wrong = place_all({"text": "wikinews-0", "figures": [CREWS, RIGHT | change]}, TEXT)
    assert len(wrong) == 1
    assert wrong[0].startswith(f"wikinews-0, figure 2: {message}")
    assert len(placed["figures"]) == 1


def test_figures_stand_in_the_order_of_their_numbers() -> None:
    """Whatever the order of the annotation; with the hash of the text."""
    placed, wrong = place_all({"text": "wikinews-0", "figures": [CREWS, RIGHT]}, TEXT)
    assert (wrong, placed["sha256"]) == ([], hash_text(TEXT))
    assert [words(row["number"]) for row in placed["figures"]] == ["12", "a third"]


# The command


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder whose first Wikinews text is ours, and its frozen gold."""
    write_text(tmp_path, TEXT)
    path = tmp_path / "words.yaml"
    path.write_text(json.dumps({"text": "wikinews-0", "figures": [CREWS, RIGHT]}), encoding="utf-8")
    assert main([str(path), "--to", str(tmp_path), "--shared", str(tmp_path)]) == 0
    return tmp_path


def write_text(shared: Path, text: str) -> None:
    folder = shared / "evaluation" / "meantime"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "docs.jsonl").write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")


def test_frozen_gold_is_read_back(shared: Path) -> None:
    """What is frozen is what the scoring reads; the file holds no words of the text but nouns."""
    ((own,), missing) = read_gold(shared, shared)
    assert missing == []
    assert [figure.hedge for figure in own.figures] == ["At least", ""]
    assert [figure.nouns for figure in own.figures] == [("guards", "people"), ("crews",)]
    assert own.figures[0].speakers == ("Dessa Morrane",)
    assert "Dessa" not in (shared / "wikinews-0.json").read_text(encoding="utf-8")


def test_changed_text_is_refused(shared: Path) -> None:
    """Places in another text would mean other words: it is named and not scored."""
    write_text(shared, TEXT.replace("Pell", "Corvith"))
    texts, missing = read_gold(shared, shared)
    assert texts == []
    assert missing == ["wikinews-0: the text is not the one that was annotated (SHA-256 differs)"]
