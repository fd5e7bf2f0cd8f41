"""Conditions are three-valued, deadlines run from anchors, and what is unknown stays unknown."""

from dataclasses import replace
from datetime import date

import pytest
from sample_facts import AGREEMENT, day

from pactwatch.model.terms import (
    AllOf,
    AnyOf,
    AtOnce,
    By,
    Condition,
    Due,
    Happened,
    Keeps,
    Not,
    StateIs,
    Within,
)
from pactwatch.state.terms import evaluate, find_deadlines

YES, NO, OPEN = Happened("acceptance"), Happened("truce"), Happened("withdrawal")
UNKNOWN_STATE = StateIs("crews", "suspended")


def held(condition: Condition) -> bool | None:
    """On the second of May: accepted, the truce to begin tomorrow, no day for the withdrawal."""
    return evaluate(condition, AGREEMENT, day(2), lambda subject, state: None)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (YES, True),
        (NO, False),
        (OPEN, None),
        (Keeps("north", "ceasefire"), None),
        (UNKNOWN_STATE, None),
        (Not(YES), False),
        (Not(OPEN), None),
        (AllOf((YES, OPEN)), None),
        (AllOf((OPEN, NO)), False),
        (AllOf((YES, YES)), True),
        (AnyOf((OPEN, YES)), True),
        (AnyOf((OPEN, NO)), None),
        (AnyOf((NO, NO)), False),
    ],
)
def test_kleene(condition: Condition, expected: bool | None) -> None:
    """False decides "and", True decides "or", unknown decides neither."""
    assert held(condition) is expected


@pytest.mark.parametrize(
    ("due", "deadlines"),
    [
        (By(day(9)), [day(9)]),
        (AtOnce("truce"), [day(3)]),
        (Within(72, "hour", "acceptance"), [day(4)]),
        (Within(30, "hour", "acceptance"), [day(3)]),
        (Within(2, "day", "acceptance", before=True), [date(2031, 4, 29)]),
        (Within(1, "week", "acceptance"), [day(8)]),
        (Within(3, "day", "withdrawal"), [None]),
        (AtOnce("crews"), [None]),
    ],
)
def test_deadlines(due: Due, deadlines: list[date | None]) -> None:
    """Hours end on the day on which they have surely ended; no anchor day, no deadline."""
    provision = replace(AGREEMENT.provisions["bridge"], due=due)
    assert find_deadlines(provision, AGREEMENT) == deadlines


def test_rival_readings_and_rival_days_all_give_deadlines() -> None:
    """None of them is chosen."""
    assert find_deadlines(AGREEMENT.provisions["crews"], AGREEMENT) == [day(4), None]
