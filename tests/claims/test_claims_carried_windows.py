"""The time that a figure covers. A test's docstring is its input."""

import pytest
from claim_texts import counted


def windows(text: str) -> list[tuple[str, str] | None]:
    """Each figure's window: its words and the day on which it begins."""
    found = [figure.window for _, figure in counted(text)]
    return [(w.words, w.since.first.isoformat() if w.since else "") if w else None for w in found]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Three people were killed on Sunday evening.", ("on Sunday", "2031-05-18")),
        ("On Sunday the army freed 12 captives.", ("On Sunday", "2031-05-18")),
        ("Shells fell on Sunday, killing two people.", ("on Sunday", "2031-05-18")),
        ("Since Dec. 5 the army has freed 12 captives.", ("Since Dec. 5", "2030-12-05")),
        ("Officials said on Sunday that three people were killed.", None),
        ("Twelve people have been killed, Dell Marr said on Sunday.", None),
        ("Sales fell below 90 million boats, the lowest number since 1981.", None),
    ],
)
def test_the_day_of_an_event_is_its_window(text: str, window: tuple[str, str] | None) -> None:
    assert windows(text)[0] == window


def test_these_share_the_window_of_those_before() -> None:
    """In the past 24 hours the army made five air strikes. These strikes hit three depots."""
    first, second = windows(test_these_share_the_window_of_those_before.__doc__ or "")
    assert first == second is not None


def test_a_speaker_who_counts_from_a_day() -> None:
    """
    These are the figures of the North's health ministry, which counts from 4 May.

    The North's health ministry says 38 people have been killed.
    """
    assert windows(test_a_speaker_who_counts_from_a_day.__doc__ or "") == [
        ("counts from 4 May", "2031-05-04")
    ]


def test_that_period_is_the_one_before() -> None:
    """
    The army says five soldiers have been killed since 3 May. It says no civilian was killed over that period.
    """
    assert [w[1] for w in windows(test_that_period_is_the_one_before.__doc__ or "") if w] == [
        "2031-05-03"
    ] * 2
