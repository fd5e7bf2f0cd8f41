"""The rules of equality: each holds where it should, and each is broken on purpose."""

from datetime import date
from decimal import Decimal

import pytest

from annotated import GoldFigure, GoldStatement
from matching import (
    content_text,
    equal_counted,
    equal_speaker,
    equal_speakers,
    equal_value,
    equal_window,
    find_all,
    holds_quote,
    overlap,
    plain,
    stem,
)
from pactwatch.model.claim import Figure, Form, Statement, Window
from pactwatch.model.source import Span, When


@pytest.mark.parametrize(
    ("gold", "found"),
    [
        ("Ada Loren", "Ada Loren"),
        ("Ada Loren", "Loren"),
        ("Ada Loren", "Foreign Minister Ada Loren"),
        ("a harbour official", "A harbour official"),
        ("Northland", "Northland’s"),
        ("Northland", "Northland's government"),
        ("the river guard", "the group’s river guard"),
        ("health ministry in Northland-run Delta", "The health ministry"),
        ("Bashir al-Tamin", "Al-Tamin"),
        ("Northlandian army", "Northland’s army"),
        ("Norvian army", "Norvia's army"),
    ],
)
def test_same_speaker(gold: str, found: str) -> None:
    """Titles, articles, possessives and first names do not make another speaker."""
    assert equal_speaker(gold, found)


@pytest.mark.parametrize(
    ("gold", "found"),
    [
        ("Ada Loren", "Ada Marten"),
        ("Ada Loren", "Berta Loren"),
        ("Ada Loren", "he"),
        ("Ada Loren", "Ada"),
        ("Northland officials", "officials"),
        ("Northland", "Southland"),
        ("Northland army", "Northland"),
        ("Northland army", "Southland's army"),
        ("Northland", "Northland army"),
        ("Ada Loren", ""),
    ],
)
def test_another_speaker(gold: str, found: str) -> None:
    """Another first name, a pronoun, a bare head noun, an army for its state: all are different."""
    assert not equal_speaker(gold, found)


def test_several_speakers_match_one_to_one() -> None:
    """Two who speak together are both to be found, in any order, and nobody else."""
    both = ("Ada Loren", "Berta Marten")
    assert equal_speakers(both, ["Marten", "Loren"])
    assert not equal_speakers(both, ["Loren"])
    assert not equal_speakers(both, ["Loren", "Loren"])
    assert not equal_speakers(("Ada Loren",), ["Loren", "Marten"])


def _split_quote() -> tuple[str, Statement]:
    """“We wait,” she said. “We wait long.” with its two stretches."""
    text = "“We wait,” she said. “We wait long.”"
    first, second = Span(1, 9), Span(22, 35)
    return text, Statement(Form.DIRECT, Span(15, 19), "said", (first, second), (first, second))


@pytest.mark.parametrize("words", ["We wait,", "We wait long.", "We wait, We wait long", '"We wait long"'])
def test_quote_alone_or_joined(words: str) -> None:
    """Each stretch counts alone and all joined, without marks and final punctuation."""
    text, statement = _split_quote()
    assert holds_quote(statement, text, GoldStatement("direct", ("she",), "said", words))


@pytest.mark.parametrize("words", ["We wait long. We wait", "We", "wait long", "We waited,"])
def test_quote_cut_or_turned_is_another(words: str) -> None:
    """A part of a stretch, a wrong order or another word is not the quote."""
    text, statement = _split_quote()
    assert not holds_quote(statement, text, GoldStatement("direct", ("she",), "said", words))


def test_indirect_words_are_no_quote() -> None:
    """An indirect statement holds no quote even where the words are the same."""
    text = "She said we wait."
    statement = Statement(Form.INDIRECT, Span(4, 8), "said", (Span(9, 16),))
    assert not holds_quote(statement, text, GoldStatement("direct", ("she",), "said", "we wait"))
    assert content_text(statement, text) == "we wait"


def test_overlap_counts_each_word_once() -> None:
    """Eight of ten words on both sides is the threshold; a repeated word does not help."""
    gold = "the barges must pass the lock before noon on Friday"
    assert overlap(gold, gold) == 1
    assert overlap("the barges must pass the lock before noon", gold) == pytest.approx(16 / 18)
    assert overlap("barges barges barges barges", gold) < 0.2
    assert overlap("", "") == 0


def test_plain_trims_marks_and_spaces() -> None:
    """Curly and straight marks are one; what stands inside stays."""
    assert plain("“It's  done,”") == "It's done"
    assert plain("It’s\ndone.") == "It's done"


GOLD = GoldFigure(
    "at least 48 crew members", ("crew members",), low=Decimal(48), hedge="at least", since="2031-05"
)


def test_value_is_exact() -> None:
    """A bound is not a middle, and 48 is not 47."""
    assert equal_value(GOLD, Decimal(48), None, None)
    assert not equal_value(GOLD, Decimal(48), Decimal(48), None)
    assert not equal_value(GOLD, None, None, Decimal(48))
    assert not equal_value(GOLD, Decimal(47), None, None)


@pytest.mark.parametrize(
    ("counted", "right"), [("member", True), ("members", True), ("barge", False), ("", False)]
)
def test_counted_is_the_head_noun(counted: str, right: bool) -> None:
    """Singular or plural of the gold's words; another noun or none is wrong."""
    assert equal_counted(GOLD, Figure(Span(9, 11), counted, "crew members")) is right


def test_people_are_persons() -> None:
    """Irregular plurals are one noun."""
    gold = GoldFigure("five people", ("people",))
    assert equal_counted(gold, Figure(Span(0, 4), "person", "five people"))


def _since(day: date) -> When:
    return When(day, day, "day", "printed")


@pytest.mark.parametrize(
    ("window", "right"),
    [
        (Window("since May", since=_since(date(2031, 5, 1))), True),
        (Window("since the truce began", anchored=True), True),
        (Window("since April", since=_since(date(2031, 4, 1))), False),
        (Window("in all", anchored=False), False),
        (None, False),
    ],
)
def test_window_starts_when_the_gold_says(window: Window | None, right: bool) -> None:
    """The same month, or an anchor without a day; another month or no window is wrong."""
    assert equal_window(GOLD, window) is right


def test_no_window_where_the_gold_has_none() -> None:
    """A start that nobody printed is wrong too."""
    gold = GoldFigure("five people", ("people",))
    assert equal_window(gold, None)
    assert equal_window(gold, Window("on Friday", until=_since(date(2031, 5, 2))))
    assert not equal_window(gold, Window("since May", since=_since(date(2031, 5, 1))))


def test_find_all_places() -> None:
    """Every place of the words, by characters."""
    assert find_all("five, then five", "five") == [Span(0, 4), Span(11, 15)]


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("breaches", "breach"),
        ("lorries", "lorry"),
        ("boxes", "box"),
        ("houses", "house"),
        ("people", "person"),
        ("gas", "gas"),
        ("dies", "die"),
    ],
)
def test_a_noun_loses_its_plural_ending(word: str, base: str) -> None:
    assert stem(word) == base
