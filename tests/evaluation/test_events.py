"""The event that ties two parties of a sentence: invented pairs, the form of answers, bad input."""

import json
from pathlib import Path

import pytest

from events import QUADS, Pair, name_event
from predict import BAD_INPUT, main

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "event_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
#: What is not read: who arrives with aid gives it; a charge by the police goes with an arrest; troops for
#: a border and not for peace; petrol bombs of a crowd; an access that strikers block; ties only agreed on.
MISSED = 6


def test_the_invented_pairs_have_their_roots() -> None:
    """All but those that are known to be missed."""
    wrong = [row for row in ROWS if name_event(Pair("x", row[3], row[1], row[2]))["root"] != row[0]]
    assert len(ROWS) > 370 and len(wrong) <= MISSED, wrong


@pytest.mark.parametrize("root", sorted(QUADS))
def test_each_root_is_in_the_pairs(root: str) -> None:
    assert root in {row[0] for row in ROWS}


def test_the_event_of_the_pair_is_named() -> None:
    """Of two events in a sentence the one that joins source and target."""
    sentence = "Ondria praised Tamber, and Calvenne attacked Quellin."
    assert name_event(Pair("a", sentence, "Ondria", "Tamber")) == {"id": "a", "root": "SUPPORT", "quad": 1}
    assert name_event(Pair("b", sentence, "Calvenne", "Quellin")) == {"id": "b", "root": "ASSAULT", "quad": 4}


@pytest.mark.parametrize("sentence", ["", "It rained.", "\ufeffIt rained.", "?!", "\ud800", "a" * 5000])
def test_every_line_has_an_answer(sentence: str) -> None:
    answer = name_event(Pair("a", sentence, "Ondria", "nobody here"))
    assert answer["quad"] == QUADS[answer["root"]]


def test_answers_keep_the_order_of_the_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "input.jsonl"
    line = {"sentence": "Ondria attacked Calvenne.", "source": "Ondria", "target": "Calvenne", "more": 1}
    path.write_text("".join(json.dumps({"id": one, **line}) + "\n" for one in ("b", "a")), encoding="utf-8")
    assert main(["events", str(path)]) == 0
    answers = [json.loads(answer) for answer in capsys.readouterr().out.splitlines()]
    assert [(answer["id"], answer["root"]) for answer in answers] == [("b", "ASSAULT"), ("a", "ASSAULT")]


def test_bad_lines_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "input.jsonl"
    path.write_text('{"id": "a", "sentence": "x", "source": "y"}\n[]\n{\n', encoding="utf-8")
    assert main(["events", str(path)]) == BAD_INPUT
    captured = capsys.readouterr()
    assert captured.out == ""
    for number in (1, 2, 3):
        assert f"input.jsonl:{number}:" in captured.err
