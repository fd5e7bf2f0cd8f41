"""Reports side by side: the gold stands in its texts, and scores are full or short where they should be."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from annotated import read_tree
from own_stories import FOLDER, compute_rates, count_kinds, find_beyond, read_gold, score_stories, score_told
from pactwatch.model.source import Span
from pactwatch.stories.differences import Difference, Differs, Side
from places import ROOT
from side_by_side import KINDS, shows

GOLDS = sorted(FOLDER.glob("*.yaml"))

FIRST = "Six people were killed at the lock of Tarn on Monday, the harbour office said.\n"
SECOND = "Nine people were killed at the lock of Tarn on Monday, the harbour office said.\n"
OTHER = "The orchestra of Orsholm has a new conductor, who comes from the mountains.\n"


def read(path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """A gold file and its texts by name."""
    tree = read_tree(path)
    texts = (ROOT / tree["folder"]).glob("*.txt")
    return tree, {text.stem: text.read_text(encoding="utf-8") for text in texts}


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_gold_stands_verbatim(path: Path) -> None:
    """A variant in its document, a value in one of the documents that differ."""
    tree, texts = read(path)
    for group in tree["same_utterance"]:
        assert len(group) > 1
        for line in group:
            name, _, words = line.partition(": ")
            assert words in texts[name], line
    for item in tree["discrepancies"]:
        assert item["kind"] in KINDS
        for value in item.get("values", ()):
            assert any(value in texts[name] for name in item["docs"]), value


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_every_document_stands_in_one_story(path: Path) -> None:
    """And what the gold compares stands within a story."""
    tree, texts = read(path)
    stories = [set(story) for story in tree["stories"]]
    assert Counter(name for story in tree["stories"] for name in story) == Counter(texts.keys())
    parts = [origin["documents"] for origin in tree["origins"]]
    parts += [item["docs"] for item in tree["discrepancies"]]
    parts += [[line.partition(": ")[0] for line in group] for group in tree["same_utterance"]]
    for part in parts:
        assert any(set(part) <= story for story in stories), part
    for pair in (*tree["debatable"]["stories"], *tree["debatable"]["origins"]):
        assert len(set(pair)) == 2 and set(pair) <= set(texts)


def test_stories_are_scored_by_document() -> None:
    """One document too many in a story of two costs precision, one too few recall."""
    wanted = [["a", "b"], ["c"], ["d"]]
    counts, misses = score_stories(wanted, [["a", "b", "c"], ["d"]], set())
    assert counts["stories: precision"] == pytest.approx(2 / 3 + 2 / 3 + 1 / 3 + 1)
    assert counts["stories: recall"] == 4
    assert {miss.document for miss in misses} == {"a", "b", "c"}
    counts, _ = score_stories(wanted, [["a"], ["b"], ["c"], ["d"]], set())
    assert (counts["stories: precision"], counts["stories: recall"]) == (4, 3)


@pytest.mark.parametrize("found", [[["a", "b"], ["c", "d"]], [["a", "b"], ["c"], ["d"]]])
def test_a_debatable_pair_is_neither_wanted_nor_wrong(found: list[list[str]]) -> None:
    counts, misses = score_stories([["a", "b"], ["c"], ["d"]], found, {frozenset("cd")})
    assert (counts["stories: precision"], counts["stories: recall"], misses) == (4, 4, [])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A gold of three reports, two of them of one story."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in (("first", FIRST), ("second", SECOND), ("other", OTHER)):
        (texts / f"{name}.txt").write_text(f"Report\n\n{text}", encoding="utf-8")
    rows = [f"{name}.txt,{name},,2031-05-12,,report," for name in ("first", "second", "other")]
    head = "file,outlet,url,published,agency,kind,rests_on"
    (tmp_path / "sources.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    (tmp_path / "made.yaml").write_text(
        f"folder: {texts}\nmanifest: {tmp_path / 'sources.csv'}\n"
        "stories: [[first, second], [other]]\n"
        "origins: [{documents: [first], agency: null}, {documents: [second], agency: null}]\n"
        'same_utterance: [["first: Six people were killed", "second: Nine people were killed"]]\n'
        "discrepancies:\n"
        '  - {kind: figure, docs: [first, second], about: killed, values: ["Six", "Nine"]}\n'
        "  - {kind: single source, docs: [first], about: a lock that no report has}\n"
        "debatable: {stories: [], origins: [[first, second]], notes: []}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_gold_is_read_and_scored(folder: Path) -> None:
    """The number that differs is found, and is not beyond the gold; what stands alone is counted apart."""
    (told,) = read_gold(folder)
    counts, misses = score_told(told)
    rates = {measure: value for measure, value, _ in compute_rates(counts)}
    assert (rates["stories B3"], rates["origins"], rates["origins wrong"]) == (100, 100, 0)
    assert (rates["utterances"], rates["utterance pairs"]) == (100, 100)
    assert (rates["discrepancies"], rates["single source"]) == (100, 0)
    assert count_kinds(counts) == [("figure", "1", "1"), ("single source", "0", "1")]
    assert len(misses) == 1 and "a lock that no report has" in misses[0]
    assert [(names, [one.differs for one in found]) for names, found in find_beyond(told)] == [
        (["first", "second"], [])
    ]


def differ(folder: Path, kind: Differs) -> tuple[Any, Difference]:
    (told,) = read_gold(folder)
    sides = (
        Side(report.id, Span(8, 11), report.words(Span(8, 12)))
        for report in told.laid.pick(["first", "second"])
    )
    return told.laid, Difference(kind, "people killed", "two numbers", tuple(sides), 1.0)


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, True),
        ({"kind": "office"}, False),
        ({"docs": ["first", "other"]}, False),
        ({"about": "killed at the lock: first has it from the harbour office"}, True),
        ({"about": "the orchestra of Orsholm"}, False),
        ({"values": ["Six", "Nine"]}, True),
        ({"values": ["Seven", "Eight"]}, False),
    ],
)
def test_a_difference_shows_a_discrepancy(folder: Path, change: dict[str, Any], right: bool) -> None:
    """It is of its kind, between its documents, and about the same thing."""
    laid, difference = differ(folder, Differs.FIGURE)
    item = {"kind": "figure", "docs": ["first", "second"], "about": "people killed at the lock"}
    assert shows(difference, item | change, laid) is right
