"""The gate: floors hold or fail, and what is missing is said loudly."""

from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

import gate
from attributions import find_wrong, format_wrong, mark
from gate import Measured, judge, print_table
from tolls import compute_interval

FLOORS: dict[str, dict[str, object]] = {"seeds": {"quotes": 92, "quotes invented": {"most": 0}}}


@pytest.mark.parametrize(
    ("measure", "value", "verdict"),
    [
        ("quotes", 92.0, "ok"),
        ("quotes", 91.9, "BELOW"),
        ("quotes invented", 0.0, "ok"),
        ("quotes invented", 1.0, "ABOVE"),
        ("indirect", 0.0, "no floor"),
    ],
)
def test_verdict(measure: str, value: float, verdict: str) -> None:
    """A floor may be met, a count may not rise, and a measure without a floor says so."""
    assert judge(Measured("seeds", measure, value), FLOORS)[1] == verdict


def test_one_value_below_fails_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    """Every line is printed, and one below its floor is enough."""
    good, bad = Measured("seeds", "quotes", 100.0), Measured("seeds", "quotes", 50.0)
    assert print_table([good], FLOORS)
    assert not print_table([good, bad], FLOORS)
    assert "BELOW" in capsys.readouterr().out


def test_task_without_floors_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """It cannot fail, and the table says so; a task with floors is not named."""
    assert print_table([Measured("seeds", "quotes", 100.0), Measured("own-figures", "window", 1.0)], FLOORS)
    printed = capsys.readouterr().out
    assert "NO FLOOR YET for own-figures" in printed
    assert "NO FLOOR YET for seeds" not in printed


@pytest.mark.parametrize("task", ["own", "own-figures", "own-sealed", "own-figures-sealed"])
def test_misses_of_sealed_texts_are_never_printed(task: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is asked for; those of the open ones are."""
    scorer = SimpleNamespace(
        FOLDER=Path("made"),
        score_folder=lambda folder, shared: ({"gold": 1}, [f"- missed in {folder.name}"]),
        compute_rates=lambda counts: [("found", 0.0, "0 of 1")],
    )
    monkeypatch.setattr(gate, "own_figures" if "figures" in task else "own_statements", scorer)
    measured, misses = (gate.TASKS | gate.MORE_TASKS)[task](gate.Options(Path("none"), 20))
    assert measured == [Measured(task, "found", 0.0, "0 of 1")]
    assert misses == ("" if "sealed" in task else "- missed in open")


def test_sealed_texts_are_scored_by_name_only() -> None:
    """A plain run leaves them alone."""
    assert [task for task in gate.TASKS if "sealed" in task] == []


def test_floor_of_an_unknown_measure_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A floor whose measure was renamed would never fail; so it is an error of its own."""
    with pytest.raises(SystemExit, match="quots"):
        gate.check_names({"seeds": {"quots": 90}}, [Measured("seeds", "quotes", 1.0)])
    gate.check_names({"statements": {"cue.exact": 50}}, [Measured("seeds", "quotes", 1.0)])


def test_missing_folder_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the shared folder nothing is measured there, and each task says so."""
    options = gate.Options(tmp_path / "none", 0)
    for task in ("statements", "figures", "seeds", "perturbed", "copies"):
        assert gate.TASKS[task](options) == ([], "")
    skipped = capsys.readouterr().err
    assert skipped.count("SKIPPED") == 5
    for task in ("statements", "figures", "seeds", "perturbed", "copies"):
        assert f"SKIPPED {task}" in skipped


TEXT = "The mayor said the lock is shut. Water is low, he added."
GOLD = {
    "id": "made",
    "text": TEXT,
    "annotations": [
        {
            "attributions": [
                {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 31]]},
                {"source": [[47, 49]], "cue": [[50, 55]], "content": [[33, 45]]},
            ]
        }
    ],
}
SCORER = SimpleNamespace(norm=lambda text, spans: tuple(sorted(tuple(span) for span in spans)))


def _kinds(*found: dict[str, list[list[int]]]) -> list[str]:
    return [one.kind for one in find_wrong(SCORER, [GOLD], [{"attributions": list(found)}])]  # type: ignore[arg-type]


def test_differences_by_kind() -> None:
    """A cue that is missed, one too many, a wrong source and a wrong content."""
    first, second = GOLD["annotations"][0]["attributions"]  # type: ignore[index]
    assert _kinds(first, second) == []
    assert _kinds(first) == ["missed"]
    assert _kinds(first, second, {"source": [], "cue": [[24, 26]], "content": []}) == ["beyond"]
    assert _kinds(first, second | {"source": [[33, 38]]}) == ["source"]
    assert _kinds(first, second | {"content": [[33, 38]]}) == ["content"]


def test_marks_are_easy_to_read() -> None:
    """Source, cue and content in brackets of their own, on one line."""
    first = GOLD["annotations"][0]["attributions"][0]  # type: ignore[index]
    assert mark(TEXT, first, around=7) == "<The mayor> [said] {the lock is shut}. Water"
    wrong = find_wrong(SCORER, [GOLD], [{"attributions": []}])  # type: ignore[arg-type]
    assert "== missed: 2\n   said 1, added 1" in format_wrong(wrong, 1)


def test_interval_holds_the_value() -> None:
    """All right in every document leaves no spread; half right spreads around the value."""
    lines = [{"id": str(number)} for number in range(30)]
    sure = SimpleNamespace(score=lambda gold, answers, toll: ({"number": (100, 100, 100)}, 1, 1))
    assert compute_interval(sure, lines, lines) == (100, 100)  # type: ignore[arg-type]
    half = SimpleNamespace(
        score=lambda gold, answers, toll: ({"number": (0, 100 * (int(next(iter(gold))) % 2), 0)}, 1, 1)
    )
    low, high = compute_interval(half, lines, lines)  # type: ignore[arg-type]
    assert 25 < low < 50 < high < 75


def test_floors_are_for_all_texts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where some texts of a gold are not here, the rest is measured and held against nothing."""
    counts = Counter({"right": 1, "gold": 2, "found": 2, gate.MISSING: 3})
    monkeypatch.setattr(gate.own_figures, "score_folder", lambda folder, shared: (counts, []))
    measured, _ = gate.measure_own_figures(gate.Options(Path("nowhere"), 0))
    assert measured and all(
        gate.judge(one, {"own-figures": {one.measure: 100}})[1] == "no floor" for one in measured
    )
    assert "3 of its texts are not here" in capsys.readouterr().err
