"""Numbers, days and counts in plain words; marks by shape and word."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pactwatch.display.marks import SIGNS, format_mark
from pactwatch.display.words import (
    count,
    cut,
    describe_event,
    describe_figure,
    format_figure,
    format_tally,
    format_when,
    join,
    make_plural,
    name_things,
    print_figure,
)
from pactwatch.model.claim import Event, Figure
from pactwatch.model.source import Span, When
from pactwatch.model.status import Mark, Tally


def figure(**slots: object) -> Figure:
    bounds = {name: Decimal(value) if isinstance(value, int) else value for name, value in slots.items()}
    return Figure(Span(0, 1), "person", "people", **bounds)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("slots", "hedge", "words"),
    [
        ({"low": 395}, "at least", "at least 395"),
        ({"low": 57700}, "more than", "more than 57,700"),
        ({"low": 395}, None, "at least 395"),
        ({"approx": 400}, "around", "around 400"),
        ({"high": 20000}, "up to", "up to 20,000"),
        ({"low": 3, "high": 5}, None, "3 to 5"),
        ({"low": 5, "high": 5}, None, "5"),
        ({"low": 47, "high": 47, "of_total": 48}, None, "47 of 48"),
        ({"low": 600, "high": 600, "per": "day"}, None, "600 a day"),
        ({"low": Decimal("1.5"), "high": Decimal("1.5")}, None, "1.5"),
        ({}, None, "a number not read"),
    ],
)
def test_a_figure_is_worded_as_it_was_printed(
    slots: dict[str, object], hedge: str | None, words: str
) -> None:
    assert format_figure(figure(**slots), hedge) == words


def test_percent_and_increment() -> None:
    assert (
        format_figure(Figure(Span(0, 1), "lorry", "lorries", Decimal(41), Decimal(41), percent=True))
        == "41 %"
    )
    assert (
        format_figure(Figure(Span(0, 1), "person", "people", Decimal(5), Decimal(5), increment=True))
        == "5 more"
    )


@pytest.mark.parametrize(
    ("counted", "group", "slots", "words"),
    [
        ("day", "60-day truce", {"low": 60, "high": 60}, "60-day truce"),
        ("guard", "guard", {"low": 400, "high": 400, "effect": "killed"}, "400 guards killed"),
        ("guard", "Lake guards", {"low": 400, "effect": "killed"}, "at least 400 Lake guards killed"),
        ("guard", "guard", {"low": 1, "high": 1}, "1 guard"),
        ("captive", "captive", {"low": 47, "high": 47, "of_total": 48}, "47 of 48 captives"),
        ("captive", "captive", {"low": 1, "high": 1, "of_total": 48}, "1 of 48 captives"),
        ("lorry", "", {"approx": 5}, "around 5 lorries"),
        ("person", "people", {"low": 2, "high": 2}, "2 people"),
    ],
)
def test_what_is_counted_agrees_with_its_number(
    counted: str, group: str, slots: dict[str, object], words: str
) -> None:
    assert describe_figure(replace(figure(**slots), counted=counted, group=group)) == words


def test_a_length_is_one_word_with_its_unit() -> None:
    truce = replace(figure(low=60, high=60), counted="day", group="60-day truce")
    assert (print_figure(truce), name_things(truce)) == ("60-day", "truce")


def test_plurals() -> None:
    nouns = ("body", "truce", "boy", "church", "person", "people", "soldiers")
    assert [make_plural(noun) for noun in nouns] == [
        "bodies",
        "truces",
        "boys",
        "churches",
        "people",
        "people",
        "soldiers",
    ]


def test_a_tally_says_done_of_owed() -> None:
    assert format_tally(Tally(47, 48, "captives", ())) == "47 of 48"


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        (date(2031, 3, 4), date(2031, 3, 4), "day", "4 Mar 2031"),
        (date(2031, 3, 1), date(2031, 3, 31), "month", "Mar 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "year", "2031"),
        (date(2031, 3, 3), date(2031, 3, 9), "week", "week of 3 Mar 2031"),
        (date(2031, 3, 3), date(2031, 4, 9), "span", "3 Mar 2031 to 9 Apr 2031"),
    ],
)
def test_a_day_is_worded_at_its_precision(first: date, last: date, precision: str, words: str) -> None:
    assert format_when(When(first, last, precision, "printed")) == words


def test_an_unknown_day_stays_unknown() -> None:
    assert format_when(None) == "day unknown"


def test_counts_and_rows_of_names() -> None:
    assert [count(number, "article") for number in (0, 1, 5)] == ["no articles", "1 article", "5 articles"]
    assert count(2, "story", "stories") == "2 stories"
    assert join(["Egypt", "Qatar", "Norrin"]) == "Egypt, Qatar and Norrin"
    assert join([]) == ""


def test_a_long_text_is_cut_between_words_and_says_so() -> None:
    assert cut("the guns were silent all night", 20) == "the guns were …"
    assert cut("short", 20) == "short"


def test_every_mark_has_its_own_shape_and_word() -> None:
    assert set(SIGNS) == set(Mark)
    assert len({sign.shape for sign in SIGNS.values()}) == len(Mark)
    assert len({sign.glyph for sign in SIGNS.values()}) == len(Mark)
    assert format_mark(Mark.PARTLY_DONE) == "◑ partly done"


def test_no_mark_is_red_or_green() -> None:
    assert {sign.tone for sign in SIGNS.values()} == {"grey", "blue", "orange", "vermilion", "purple"}


def test_an_allegation_reads_as_one_and_names_whom() -> None:
    """The codes of the vocabulary stay in the data; a reader sees words."""
    assert (
        describe_event(Event("ACCUSE", "allege", "Aldra", "Veyl", Span(0, 1)), True)
        == "breach alleged, of “Veyl”"
    )
    assert describe_event(Event("ACCUSE", "allege", None, None, Span(0, 1)), True) == "breach alleged"
    assert describe_event(Event("AID", None, None, None, Span(0, 1)), False) == "aid"
    assert describe_event(Event("RETREAT", "withdraw", None, None, Span(0, 1)), False) == "retreat, withdraw"


def test_a_meeting_reads_as_what_it_is() -> None:
    """By the mode of consulting; one without a mode is a meeting."""
    modes = ("meet", "third-party", "multilateral", "phone", "visit", None)
    read = [describe_event(Event("CONSULT", mode, None, None, Span(0, 1)), False) for mode in modes]
    assert read == ["meeting", "mediation", "talks of several", "phone call", "visit", "meeting"]
