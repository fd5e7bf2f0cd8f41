"""Freezing of annotations: words become places, and each mistake is named before anything is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from freeze import main, place_all
from own_said import read_gold
from own_texts import hash_text
from pactwatch.model.source import Span

TEXT = (
    "They waited. Then he said that the weir was open. “It leaks,” he added. “It is old.”\n"
    "Dessa Morrane said on Friday that the weir was shut. The talks stall, he wrote."
)
RIGHT = {
    "at": "Dessa Morrane said on Friday that the weir was shut",
    "source": "Dessa Morrane",
    "cue": "said",
    "content": ["the weir was shut"],
    "speakers": ["Dessa Morrane"],
    "form": "indirect",
    "modality": "asserted",
    "said_on": "Friday",
}


def place(*statements: dict[str, Any], debatable: tuple[str, ...] = ()) -> tuple[dict[str, Any], list[str]]:
    """The places of statements, and what is wrong with them."""
    tree = {"text": "wikinews-0", "statements": list(statements), "debatable": list(debatable)}
    return place_all(tree, TEXT)


def words(pair: list[int]) -> str:
    return Span(*pair).of(TEXT)


def test_words_become_places() -> None:
    """Every part stands where its words stand, near the statement."""
    placed, wrong = place(RIGHT)
    (row,) = placed["statements"]
    assert wrong == []
    assert (placed["text"], placed["sha256"]) == ("wikinews-0", hash_text(TEXT))
    assert row["cue"] == [TEXT.index("said on"), TEXT.index("said on") + 4]
    assert [words(row[key]) for key in ("source", "cue", "said_on")] == ["Dessa Morrane", "said", "Friday"]
    assert [words(pair) for pair in row["content"]] == ["the weir was shut"]
    assert (row["form"], row["modality"]) == ("indirect", "asserted")


def test_he_is_not_inside_they_or_then() -> None:
    """Words are whole words."""
    item = RIGHT | {"at": "They waited. Then he said that the weir was open", "source": "he",
                    "content": ["the weir was open"], "speakers": ["he"], "said_on": None}  # fmt: skip
    placed, wrong = place(item)
    (row,) = placed["statements"]
    assert wrong == []
    assert row["source"] == [TEXT.index(" he ") + 1, TEXT.index(" he ") + 3]
    assert row["speakers"] == [row["source"]]
    assert "said_on" not in row


def test_content_goes_on_behind_its_first_part() -> None:
    """Further stretches are looked for behind the first, outside of "at" too."""
    item = RIGHT | {"at": "“It leaks,” he added", "source": "he", "cue": "added", "form": "direct",
                    "content": ["“It leaks,”", "“It is old.”"], "said_on": None}  # fmt: skip
    placed, wrong = place(item)
    assert wrong == []
    assert [words(pair) for pair in placed["statements"][0]["content"]] == ["“It leaks,”", "“It is old.”"]


def test_name_of_the_speaker_may_stand_anywhere() -> None:
    """Who "he" is may be named in another sentence."""
    item = RIGHT | {"at": "The talks stall, he wrote", "source": "he", "cue": "wrote",
                    "content": ["The talks stall"], "said_on": None}  # fmt: skip
    placed, wrong = place(item)
    assert wrong == []
    assert words(placed["statements"][0]["speakers"][0]) == "Dessa Morrane"


def test_statements_stand_in_the_order_of_their_cues() -> None:
    """Whatever the order of the annotation."""
    first = RIGHT | {"at": "Then he said that the weir was open", "source": "he",
                     "content": ["the weir was open"], "said_on": None}  # fmt: skip
    placed, _ = place(RIGHT, first)
    assert [words(row["content"][0]) for row in placed["statements"]] == [
        "the weir was open",
        "the weir was shut",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"at": "the weir was closed"}, "'the weir was closed' does not stand in the text"),
        ({"at": "the weir was"}, "'the weir was' stands in the text more than once"),
        ({"cue": "wrote"}, "'wrote' does not stand in its place"),
        ({"cue": "sai"}, "'sai' does not stand in its place"),
        ({"source": "he"}, "'he' does not stand in its place"),
        ({"content": ["the weir was open"]}, "'the weir was open' does not stand in its place"),
        ({"content": ["the weir was shut", "It is old"]}, "'It is old' does not stand in its place"),
        ({"speakers": ["Ilse Varrow"]}, "'Ilse Varrow' does not stand in its place"),
        ({"form": "sung"}, "'sung' is none of: direct, mixed, indirect"),
        (
            {"modality": "certain"},
            "'certain' is none of: asserted, denied, planned, demanded, conditional, hypothetical",
        ),
        ({"occasion": "a rally"}, "'a rally' does not stand in its place"),
    ],
)
def test_mistake_is_named(change: dict[str, Any], message: str) -> None:
    """With the text, the number of the statement and the words."""
    placed, wrong = place(RIGHT, RIGHT | change)
    assert wrong == [f"wikinews-0, statement 2: {message}"]
    assert len(placed["statements"]) == 1


def test_missing_field_is_named() -> None:
    """A statement without its cue is one mistake, not a stop."""
    _, wrong = place({key: value for key, value in RIGHT.items() if key != "cue"})
    assert wrong == ["wikinews-0, statement 1: nothing stands under: cue"]


def test_debatable_words_have_places_too() -> None:
    """What is debatable stands in the text or is named."""
    placed, wrong = place(RIGHT, debatable=("They waited", "They slept"))
    assert [words(pair) for pair in placed["debatable"]] == ["They waited"]
    assert wrong == ["wikinews-0, debatable: 'They slept' does not stand in its place"]


# The command


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder whose first Wikinews text is ours."""
    folder = tmp_path / "evaluation" / "meantime"
    folder.mkdir(parents=True)
    (folder / "docs.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    return tmp_path


def freeze(shared: Path, text: str, *statements: dict[str, Any]) -> int:
    """Freeze an annotation, written as YAML, into the shared folder."""
    path = shared / "words.yaml"
    path.write_text(json.dumps({"text": text, "statements": statements}), encoding="utf-8")
    return main([str(path), "--to", str(shared), "--shared", str(shared)])


def test_frozen_gold_is_read_back(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is frozen is what the scoring reads."""
    assert freeze(shared, "wikinews-0", RIGHT) == 0
    assert capsys.readouterr().out == "1 placed, 0 wrong\n"
    ((own,), missing) = read_gold(shared, shared)
    assert missing == []
    (said,) = own.statements
    assert (said.speakers, said.modality, said.dated) == (("Dessa Morrane",), "asserted", True)
    assert said.content[0].of(own.text) == "the weir was shut"


def test_nothing_is_written_where_one_is_wrong(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mistakes are printed, and the folder stays as it was."""
    assert freeze(shared, "wikinews-0", RIGHT, RIGHT | {"cue": "sang"}) == 1
    assert "statement 2: 'sang' does not stand in its place" in capsys.readouterr().err
    assert list(shared.glob("*.json")) == []


def test_text_that_is_not_here_ends_the_run(shared: Path) -> None:
    """With the name that was looked for."""
    with pytest.raises(SystemExit, match=r"^wikinews-9: "):
        freeze(shared, "wikinews-9", RIGHT)
