"""The form of predictions, and what is said of input that cannot be read."""

import json
from pathlib import Path

import pytest

from pactwatch.model.source import Span
from predict import ANSWER, BAD_INPUT, TASKS, Item, main, parse_items, predict, predict_all
from reading import Reading

TEXT = (
    "The harbour minister, Ada Loren, said that the barges would wait until Friday.\n"
    "“We wait,” she told reporters.\n"
    "At least 12 sailors were killed and five dockers were wounded on Monday, the ministry said."
)


def _write(folder: Path, *lines: str) -> str:
    path = folder / "input.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def _line(name: str, text: str) -> str:
    return json.dumps({"id": name, "text": text})


def _words(spans: list[list[int]], text: str = TEXT) -> list[str]:
    return [Span(begin, end).of(text) for begin, end in spans]


def test_statements_have_source_cue_and_content() -> None:
    """Offsets count the characters of the input's text; "that" belongs to the content."""
    answer = predict("statements", Item("a", TEXT))
    assert set(answer) == {"id", "attributions"}
    first = answer["attributions"][0]
    assert set(first) == {"source", "cue", "content"}
    assert "Ada Loren" in _words(first["source"])[0]
    assert _words(first["cue"]) == ["said"]
    assert _words(first["content"]) == ["that the barges would wait until Friday"]


def test_figures_have_number_counted_effect_hedge_and_span() -> None:
    """Killed and wounded as DEATH and INJURY, with a plain number."""
    answer = predict("figures", Item("a", TEXT))
    found = {figure["number"]: figure for figure in answer["figures"]}
    assert found["12"]["effect"] == ["DEATH"]
    assert found["12"]["hedge"].casefold() == "at least"
    assert "sailor" in " ".join(found["12"]["counted"])
    assert "12" in TEXT[slice(*found["12"]["span"])]
    assert found["5"]["effect"] == ["INJURY"]


def test_other_figures_are_not_answered() -> None:
    """Only the killed and the wounded are in this task."""
    text = "Some 600 lorries entered on Monday, the ministry said."
    assert predict("figures", Item("a", text))["figures"] == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Nine clerks were killed in a raid on Pell.", ["9"]),
        ("Nine clerks were killed since the truce began.", []),
        ("The death toll rose to 400.", []),
        ("The toll rose to 400 dead.", []),
        ("Nine rebels were killed in a raid on Pell.", []),
        ("Nine clerks were killed in clashes in Pell.", []),
        ("The raid caused nine casualties.", []),
        ("Last year nine clerks were killed in raids.", []),
        ("A third of the clerks were killed in a raid.", []),
        ("Nine bodies were found in Pell.", ["9"]),
        ("Rebels took nine clerks hostage; nine hostages were freed.", ["9"]),
        ("Nine clerks were killed in a raid. The nine clerks were killed at noon.", ["9"]),
        ("Nine clerks were killed in a raid. Nine guards were killed there.", ["9", "9"]),
    ],
)
def test_tolls_as_the_keys_of_attacks_have_them(text: str, numbers: list[str]) -> None:
    """Victims of one incident, each group once; the claims have the others too."""
    assert [figure["number"] for figure in predict("figures", Item("a", text))["figures"]] == numbers


@pytest.mark.parametrize("task", ["statements", "figures"])
@pytest.mark.parametrize(
    "text", ["", " \n", "\ufeff“We wait,” Ada Loren said.", "Half a pair: \ud83d, she said."]
)
def test_odd_texts_are_answered(task: str, text: str) -> None:
    """An empty text, a byte order mark and half a surrogate pair give an answer and no stop."""
    answer = predict(task, Item("odd", text))
    assert answer["id"] == "odd"
    for attribution in answer.get("attributions", []):
        assert all(end <= len(text) for spans in attribution.values() for _, end in spans)


def test_one_line_for_each_item(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order of the input, with the ids as they came; a line separator inside a text is no line."""
    path = _write(tmp_path, _line("one", TEXT), "", '{"id": "two", "text": "a\u2028b", "extra": 1}')
    assert main(["statements", path]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == ["one", "two"]


def test_a_fault_costs_one_text(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the reading stops, the other texts are answered, and the fault is said."""

    def answer(reading: Reading) -> list[ANSWER]:
        raise IndexError(reading.article.text) if "fault" in reading.article.text else ValueError

    monkeypatch.setitem(TASKS, "statements", ("attributions", answer))
    failed: list[str] = []
    answers = list(predict_all("statements", [Item("a", "A fault."), Item("b", "")], failed))
    assert answers == [{"id": "a", "attributions": []}, {"id": "b", "attributions": []}]
    assert failed == ["a"]
    assert "a: the reading failed: IndexError: A fault." in capsys.readouterr().err


def test_bad_lines_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every bad line by its number, and exit code 2 before anything is answered."""
    path = _write(tmp_path, _line("a", TEXT), "{broken", "[1]", '{"id": "b"}', '{"id": 3, "text": "x"}')
    assert main(["statements", path]) == BAD_INPUT
    captured = capsys.readouterr()
    assert captured.out == ""
    for number in (2, 3, 4, 5):
        assert f"input.jsonl:{number}:" in captured.err
    assert "input.jsonl:1:" not in captured.err


def test_unknown_task_lists_the_known(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong name ends with exit code 2 and names the tasks."""
    with pytest.raises(SystemExit) as stop:
        main(["poems", "input.jsonl"])
    assert stop.value.code == BAD_INPUT
    assert "statements" in capsys.readouterr().err


def test_missing_file_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that does not exist is said, not traced."""
    assert main(["figures", str(tmp_path / "none.jsonl")]) == BAD_INPUT
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_bad_date_is_refused_only_where_it_is_no_text() -> None:
    """A date that is no day is read as unknown; a number is a bad line."""
    assert parse_items([_line("a", "x")], "f")[0].date is None
    with pytest.raises(Exception, match='f:1: "date" is not a string'):
        parse_items(['{"id": "a", "text": "x", "date": 5}'], "f")
    assert predict("statements", Item("a", TEXT, "soon"))["attributions"]


def test_stories_are_grouped_together() -> None:
    """The answer to one text depends on the others; its number is that of the first text of its story."""
    texts = ["The Corvith bridge reopened.", "Barges wait at Pell.", "Corvith reopened its bridge."]
    items = [Item(str(number), text) for number, text in enumerate([*texts, *texts])]
    answers = list(predict_all("stories", items, []))
    assert [answer["id"] for answer in answers] == [item.id for item in items]
    assert [answer["cluster"] for answer in answers] == [0, 1, 0, 0, 1, 0]


def test_stories_heed_the_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words a season later are another occurrence; a date that is none is a bad line."""
    words = ("The Corvith bridge reopened.", "Barges wait at Pell.", "Corvith reopened its bridge.")
    items = [
        Item(f"{on}{n}", text, on) for on in ("2031-03-02", "2031-11-02") for n, text in enumerate(words)
    ]
    assert [answer["cluster"] for answer in predict_all("stories", items, [])] == [0, 1, 0, 3, 4, 3]
    path = _write(tmp_path, *(json.dumps({"id": "a", "text": "x", "date": on}) for on in ("2031-03", "soon")))
    assert main(["stories", path]) == BAD_INPUT
    assert 'input.jsonl:2: "date": "soon" is no day' in capsys.readouterr().err
