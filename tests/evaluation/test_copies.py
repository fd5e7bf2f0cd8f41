"""Passages against every run of words: the table of runs itself, and what counts as found or crossing."""

from pathlib import Path

import pytest

import copies
import gate
from copies import Shared, compare, cut, find_missed, find_runs, format_result, join_places, score_copies
from pactwatch.model.source import Span
from pactwatch.stories.copies import Copy
from pactwatch.stories.folding import fold_words
from pactwatch.stories.vectors import Frequencies

RUN = " ".join(f"word{number}" for number in range(25))
A, B = f"Low water at the lock. {RUN}. Gates shut.", f"{RUN.upper()} and no more"


def test_runs_are_as_long_as_they_can_be() -> None:
    """25 words in a row are one run and not six of 20."""
    (run,) = find_runs([fold_words(A), fold_words(B)])
    assert (run.a, run.b) == (0, 1)
    assert (run.a_span.of(A), run.b_span.of(B)) == (RUN, RUN.upper())
    assert list(find_runs([fold_words(A), fold_words("word1 word2")])) == []


def test_a_run_that_stands_twice_is_two() -> None:
    """And one inside a single document is none."""
    assert len(list(find_runs([fold_words(A), fold_words(f"{B}. {B}")]))) == 2
    assert list(find_runs([fold_words(f"{B}. {B}")])) == []


def test_places_are_joined() -> None:
    assert list(join_places([1, 2, 3, 7, 9, 10])) == [(1, 3), (7, 7), (9, 10)]


@pytest.mark.parametrize(("end", "missed"), [(10, 0), (9, 1)])
def test_a_run_is_found_where_both_sides_lie_in_a_passage(end: int, missed: int) -> None:
    """Whichever of the two documents the passage names first."""
    run = Shared(0, 1, Span(0, 10), Span(5, 15))
    found = Copy("1", "x", Span(5, 20), Span(0, end), 20, 20)
    assert len(find_missed([run], [found], ["x", "1"])) == missed


def test_cut_keeps_the_rest_in_its_place() -> None:
    assert cut("Low water again", [Span(4, 9)]) == "Low       again"


def test_cosine() -> None:
    """One term of two is shared."""
    frequencies = Frequencies(9, {"lock": 2, "gate": 2, "pump": 2})
    assert compare("lock gate", "lock pump", frequencies) == pytest.approx(0.5)


def _line(name: str, story: int, text: str) -> dict[str, object]:
    return {"id": name, "story": story, "text": text}


def test_counts() -> None:
    """Three documents of two stories that share one run: three runs, two of the passages cross."""
    lines = [_line("a", 0, A), _line("b", 0, B), _line("c", 1, RUN)]
    result = score_copies(lines)
    assert (result.runs, result.missed, result.runs_crossing) == (3, [], 2)
    assert (len(result.long), len(result.crossing), result.recall) == (3, 2, 100.0)
    assert sorted(result.alike + result.unlike, key=str) == sorted(result.crossing, key=str)
    assert "3 of 3" in format_result(result)


def test_the_gate_measures_in_a_thousand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Recall in per cent, crossings in a thousand passages, and the misses where they are asked for."""
    lines = [_line("a", 0, A), _line("b", 0, B), _line("c", 1, RUN)]
    monkeypatch.setattr(copies, "read_stories", lambda shared: lines)
    measured, misses = gate.measure_copies(gate.Options(Path("none"), 1))
    assert {one.measure: round(one.value) for one in measured} == {
        "runs found": 100,
        "crossing stories": 667,
        "crossing, not alike": 667,
    }
    assert misses.startswith("- crossing a c: word0")
