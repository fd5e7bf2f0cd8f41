"""Scoring of figures: which found figure is which gold one, and each part right or wrong."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

import own_figures
from own_counted import Counted, CountedText
from own_figures import compute_rates, score_text
from pactwatch.model.source import Span

TEXT = (
    "Dessa Morrane said that at least 12 guards were killed since the truce began on 3 May. "
    "Some 41 % of the 230 barges passed. A third of the crews left."
)


def at(words: str) -> Span:
    """Where words stand for the first time."""
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def value(
    low: str | None, high: str | None, approx: str | None = None, total: str | None = None
) -> tuple[Any, ...]:
    """Bounds, middle and whole as fractions."""
    return tuple(None if number is None else Fraction(number) for number in (low, high, approx, total))


GUARDS = Counted(
    at("12"), value("12", None), "at least", ("guards", "people"), ("Dessa Morrane",), "killed",
    "since the truce began on 3 May", "2031-05-03",
)  # fmt: skip
BARGES = Counted(at("41"), value(None, None, "41", "230"), "Some", ("barges",), (), None, percent=True)
CREWS = Counted(at("A third"), value("1/3", "1/3"), "", ("crews",), ())
OWN = CountedText("wikinews-0", TEXT, (GUARDS, BARGES, CREWS), ())


def score(*found: Counted, own: CountedText = OWN) -> tuple[Counter[str], list[str]]:
    """The counts, and the kinds of the differences."""
    counts, lines = score_text(own, found)
    return counts, [line.split(" | ")[0].removeprefix("- ") for line in lines]


def test_all_right() -> None:
    """What is found as the gold has it leaves no difference, in any order."""
    counts, wrong = score(CREWS, replace(GUARDS, nouns=("guard", "guards")), replace(BARGES, hedge="some"))
    assert wrong == []
    assert (counts["gold"], counts["found"], counts["value and hedge: right"]) == (3, 3, 3)
    assert {share for _, share, _ in compute_rates(counts)} == {100.0}


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("value and hedge", {"value": value("12", "12")}),
        ("value and hedge", {"value": value("13", None)}),
        ("value and hedge", {"value": value("12", None, None, "48")}),
        ("value and hedge", {"hedge": ""}),
        ("value and hedge", {"percent": True}),
        ("counted", {"nouns": ("barge", "barges")}),
        ("speaker", {"speakers": ()}),
        ("speaker", {"speakers": ("Ilse Varrow",)}),
        ("effect", {"effect": "wounded"}),
        ("effect", {"effect": None}),
        ("window", {"window": None, "since": None}),
        ("window", {"since": "2031-05-04"}),
        ("window", {"window": "so far", "since": None}),
    ],
)
def test_one_part_wrong(part: str, change: dict[str, Any]) -> None:
    """One wrong part is one difference and leaves the others right."""
    counts, wrong = score(replace(GUARDS, **change), BARGES, CREWS)
    assert wrong == [part]
    assert (counts[f"{part}: right"], counts[f"{part}: of"]) == (2, 3)


@pytest.mark.parametrize(
    "change",
    [
        {"nouns": ("people", "12 people")},
        {"speakers": ("Morrane",)},
        {"window": "since the truce began", "since": None},
        {"window": "on another day", "since": "2031-05-03"},
    ],
)
def test_as_right_in_other_words(change: dict[str, Any]) -> None:
    """Another noun of the gold, a shorter name, half of the window's words, or its day."""
    assert score(replace(GUARDS, **change), BARGES, CREWS)[1] == []


def test_share_without_its_whole_is_right_and_a_count_is_not() -> None:
    """The size of the whole may be told apart from a share in per cent."""
    assert score(GUARDS, replace(BARGES, value=value(None, None, "41")), CREWS)[1] == []
    of_48 = replace(GUARDS, value=value("12", None, None, "48"))
    assert score(GUARDS, own=replace(OWN, figures=(of_48,)))[1] == ["value and hedge"]


def test_day_may_be_given_as_a_window() -> None:
    """Where the gold has a day and no window, a window that begins on it is right, and no other."""
    gold = replace(GUARDS, window=None, since=None, day="2031-05-02")
    own = replace(OWN, figures=(gold,))
    assert score(replace(gold, window="on Friday", since="2031-05-02"), own=own)[1] == []
    assert score(replace(gold, window="on Monday", since="2031-05-05"), own=own)[1] == ["window"]


def test_effect_that_the_gold_leaves_open_is_not_judged() -> None:
    """The gold's list of effects is shorter than what may happen."""
    assert score(GUARDS, replace(BARGES, effect="passed"), CREWS)[1] == []


def test_missed_and_beyond() -> None:
    """What is not found is missed; what no gold has is beyond, and both cost."""
    counts, wrong = score(GUARDS, CREWS, replace(CREWS, number=at("3 May")))
    assert wrong == ["missed", "beyond"]
    assert compute_rates(counts)[0][1] == pytest.approx(100 * 2 * 2 / 6)


def test_each_is_taken_once_and_the_right_one_first() -> None:
    """Of two at one place the one with the right value is the pair."""
    counts, wrong = score(replace(GUARDS, value=value("2", "2")), GUARDS, BARGES, CREWS)
    assert wrong == ["beyond"]
    assert counts["value and hedge: right"] == 3


def test_debatable_is_neither_wanted_nor_wrong() -> None:
    """A figure in a debatable stretch is not counted."""
    extra = replace(CREWS, number=at("230"))
    counts, wrong = score(GUARDS, BARGES, CREWS, extra, own=replace(OWN, debatable=(at("the 230 barges"),)))
    assert (wrong, counts["found"]) == ([], 3)


def test_program_reads_the_made_up_text() -> None:
    """The form in which the program's figures are compared is the gold's."""
    found = own_figures.read_found(OWN)
    _, wrong = score(*found, own=replace(OWN, figures=(replace(GUARDS, since=None), BARGES, CREWS)))
    assert wrong == []
