"""Scoring of who says what: which found statement is which gold one, and each part right or wrong."""

from collections import Counter
from dataclasses import replace

import pytest

from own_said import OwnText, Said
from own_statements import compute_rates, format_difference, score_text
from pactwatch.model.source import Span

TEXT = (
    "Dessa Morrane said that the weir was open and that every barge could pass. "
    "Ilse Varrow told reporters on Friday that it was shut. Talks go on, Anselm Quire said."
)


def at(words: str, text: str = TEXT) -> Span:
    """Where words stand for the first time."""
    begin = text.index(words)
    return Span(begin, begin + len(words))


OPEN = Said(
    at("said"), (at("the weir was open and that every barge could pass"),), ("Dessa Morrane",), "indirect",
    "asserted",
)  # fmt: skip
SHUT = Said(
    at("told"), (at("it was shut"),), ("Ilse Varrow",), "indirect", "asserted", "reporters", None, True
)
TALKS = Said(
    Span(len(TEXT) - 5, len(TEXT) - 1), (at("Talks go on"),), ("Anselm Quire",), "indirect", "asserted"
)
OWN = OwnText("wikinews-0", TEXT, (OPEN, SHUT, TALKS), ())


def score(*found: Said, own: OwnText = OWN) -> tuple[Counter[str], list[str]]:
    """The counts, and the kinds of the differences."""
    counts, wrong = score_text(own, found)
    return counts, [difference.kind for difference in wrong]


def test_all_right() -> None:
    """What is found as the gold has it leaves no difference, in any order."""
    counts, wrong = score(TALKS, SHUT, OPEN)
    assert wrong == []
    assert (counts["gold"], counts["found"], counts["paired"], counts["all three"]) == (3, 3, 3, 3)
    assert {share for _, share, _ in compute_rates(counts)} == {100.0}


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("speaker", {"speakers": ("Anselm Quire",)}),
        ("speaker", {"speakers": ("Ilse Varrow", "Anselm Quire")}),
        ("speaker", {"speakers": ()}),
        ("content", {"content": (at("Dessa Morrane said that the weir"),)}),
        ("modality", {"modality": "denied"}),
        ("form", {"form": "mixed"}),
        ("addressee", {"addressee": None}),
        ("addressee", {"addressee": "monitors"}),
        ("occasion", {"occasion": "a rally"}),
        ("day of saying", {"dated": False}),
    ],
)
def test_one_part_wrong(part: str, change: dict[str, object]) -> None:
    """One wrong part is one difference and leaves the others right."""
    counts, wrong = score(OPEN, replace(SHUT, **change), TALKS)
    assert wrong == [part]
    of = counts[f"{part}: of"]
    assert counts[f"{part}: right"] == of - 1
    assert counts["all three"] == (2 if part in ("speaker", "content", "modality") else 3)


def test_missed_and_beyond() -> None:
    """What is not found is missed; what no gold has is beyond."""
    other = Said(at("Talks"), (at("on Friday"),), ("Piet Arends",), "indirect", "asserted")
    counts, wrong = score(OPEN, SHUT, other)
    assert sorted(wrong) == ["beyond", "missed"]
    assert (counts["gold"], counts["found"], counts["paired"]) == (3, 3, 2)


def test_debatable_is_neither_wanted_nor_wrong() -> None:
    """A statement whose cue stands in a debatable stretch is not counted."""
    other = Said(at("Talks"), (at("on Friday"),), ("Piet Arends",), "indirect", "asserted")
    own = replace(OWN, debatable=(at("Talks go on"),))
    counts, wrong = score(OPEN, SHUT, TALKS, other, own=own)
    assert wrong == []
    assert counts["found"] == 3


@pytest.mark.parametrize(
    ("found", "pairs"),
    [
        (replace(OPEN, cue=at("that")), 1),
        (replace(OPEN, cue=at("that"), content=(at("the weir was open and that"),)), 1),
        (replace(OPEN, cue=at("that"), content=(at("the weir was"),)), 0),
        (replace(OPEN, content=(at("it was shut"),)), 1),
        (replace(OPEN, cue=at("that"), content=(at("it was shut"),)), 0),
    ],
)
def test_pair_shares_its_cue_or_half_of_its_words(found: Said, pairs: int) -> None:
    """Another cue with the same words is a pair, and the same cue with other words."""
    counts, _ = score(found, own=replace(OWN, statements=(OPEN,)))
    assert counts["paired"] == pairs


def test_most_alike_goes_first_and_each_is_taken_once() -> None:
    """Of two that fit one gold statement the better is its pair, the other is beyond."""
    worse = replace(OPEN, content=(at("the weir was open"),), speakers=("Ilse Varrow",))
    counts, wrong = score(worse, OPEN, SHUT, TALKS)
    assert wrong == ["beyond"]
    assert counts["all three"] == 3


def test_gold_without_speaker_asks_for_none() -> None:
    """Where nobody can tell who speaks, the speaker is not judged."""
    counts, wrong = score(OPEN, own=replace(OWN, statements=(replace(OPEN, speakers=()),)))
    assert (wrong, counts["speaker: of"]) == ([], 0)


def test_difference_shows_both() -> None:
    """Wanted and found, one line each."""
    _, (difference,) = score_text(replace(OWN, statements=(SHUT,)), [replace(SHUT, modality="denied")])
    assert format_difference(difference, TEXT).split("\n") == [
        "- modality | wikinews-0",
        "    wanted  Ilse Varrow [told] indirect, asserted: it was shut",
        "    found   Ilse Varrow [told] indirect, denied: it was shut",
    ]
