"""Gold of who says what and the texts that it speaks of: read back, or said to be missing or changed."""

import json
from pathlib import Path

import pytest

from own_said import OwnText, Said, read_gold
from own_statements import score_folder
from own_texts import NoText, find_text, hash_text
from pactwatch.model.source import Span

TEXT = (
    "Dessa Morrane said that the weir was open and that every barge could pass. "
    "Ilse Varrow told reporters on Friday that it was shut."
)


def at(words: str) -> Span:
    """Where words stand for the first time."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


SHUT = Said(
    at("told"), (at("it was shut"),), ("Ilse Varrow",), "indirect", "asserted", "reporters", None, True
)


def write_text(shared: Path, text: str = TEXT) -> None:
    """The text as the first of the Wikinews texts."""
    folder = shared / "evaluation" / "meantime"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "docs.jsonl").write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")


def write_gold(folder: Path, name: str = "wikinews-0", text: str = TEXT) -> None:
    """Gold with one statement."""
    row = {"cue": at("told"), "content": [at("it was shut")], "speakers": [at("Ilse Varrow")],
           "form": "indirect", "modality": "asserted", "addressee": at("reporters"),
           "said_on": at("Friday")}  # fmt: skip
    tree = {"text": name, "sha256": hash_text(text), "debatable": [[0, 5]], "statements": [row]}
    (folder / f"{name}.json").write_text(
        json.dumps(tree, default=lambda span: [span.begin, span.end]), encoding="utf-8"
    )


def test_gold_is_read_with_its_text(tmp_path: Path) -> None:
    """Places become the words of the text."""
    write_text(tmp_path)
    write_gold(tmp_path)
    texts, missing = read_gold(tmp_path, tmp_path)
    assert missing == []
    assert texts == [OwnText("wikinews-0", TEXT, (SHUT,), (Span(0, 5),))]


def test_changed_text_is_said_and_skipped(tmp_path: Path) -> None:
    """Places in another text would be nonsense."""
    write_text(tmp_path, TEXT.replace("weir", "lock"))
    write_gold(tmp_path)
    texts, (line,) = read_gold(tmp_path, tmp_path)
    assert texts == []
    assert line == "wikinews-0: the text is not the one that was annotated (SHA-256 differs)"


def test_missing_text_is_said_and_the_others_are_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text that is not here costs only itself."""
    write_text(tmp_path)
    write_gold(tmp_path)
    write_gold(tmp_path, "gum-nowhere")
    counts, lines = score_folder(tmp_path, tmp_path)
    (skipped,) = capsys.readouterr().err.splitlines()
    assert skipped.startswith("SKIPPED gum-nowhere: ")
    assert counts["gold"] == counts["paired"] == counts["all three"] == 1
    assert {line.split(" | ")[1].split("\n")[0] for line in lines} == {"wikinews-0"}


@pytest.mark.parametrize("name", ["wikinews-7", "wikinews-x", "gum-nowhere", "novel-one", "river-nowhere"])
def test_name_without_text_is_named(name: str, tmp_path: Path) -> None:
    """Whatever the reason, the message begins with the name."""
    write_text(tmp_path)
    with pytest.raises(NoText, match=f"^{name}: "):
        find_text(name, tmp_path)


def test_treebank_text_is_joined(tmp_path: Path) -> None:
    """Sentences by a space, paragraphs by a line break."""
    folder = tmp_path / "evaluation" / "treebank" / "gum_news"
    folder.mkdir(parents=True)
    lines = (
        "# newpar_block",
        "# newpar",
        "# text = One.",
        "1\tOne",
        "# text = Two.",
        "# newpar",
        "# text = Three.",
    )
    (folder / "GUM_news_weir.conllu").write_text("\n".join(lines), encoding="utf-8")
    assert find_text("gum-weir", tmp_path) == "One. Two.\nThree."
