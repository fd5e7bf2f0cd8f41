"""The nine checks as functions of numbers alone, with the published cases."""

from datetime import date
from decimal import Decimal

import pytest

from pactwatch.model.source import When
from pactwatch.state.accounts import check_late, check_speakers, check_starts
from pactwatch.state.checks import (
    check_parts,
    check_rate,
    check_rise,
    check_running,
    check_set,
    check_share,
)
from pactwatch.state.ranges import Range, make_exact
from pactwatch.state.sums import Check, Term, Verdict

HOLDS, OFF, OPEN = Verdict.HOLDS, Verdict.OFF, Verdict.OPEN


def make_term(number: int) -> Term:
    return Term(make_exact(number))


def at_least(number: int) -> Term:
    return Term(Range(Decimal(number), None))


def around(number: int, room: int) -> Term:
    return Term(Range(Decimal(number - room), Decimal(number + room)), printed=f"around {number}")


def counted(number: int, day: int | None = 19, since: int | None = 10, speaker: str = "") -> Term:
    """A number as of a day of December, counted from a day of October."""
    on = date(2025, 12, day) if day else None
    start = date(2025, 10, since) if since else None
    return Term(
        Range(Decimal(number), Decimal(number)),
        speaker=speaker,
        day=on,
        since=When(start, start, "day", "words") if start else None,
    )


def answer(check: Check) -> tuple[Verdict, Decimal | None]:
    return check.verdict, check.off_by


NOTHING = Term(Range(), printed="many")


# 1 parts against total


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        (875, (265, 49, 421, 150), (OFF, 10)),
        (738, (205, 37, 358, 138), (HOLDS, 0)),
        (282, (88, 12, 124, 52), (OFF, 6)),
        (497, (142, 21, 228, 100), (OFF, 6)),
    ],
)
def test_published_tallies(total: int, parts: tuple[int, ...], expected: tuple[Verdict, int]) -> None:
    check = check_parts(make_term(total), [make_term(part) for part in parts])
    assert answer(check) == expected
    assert check.written == f"{' + '.join(map(str, parts))} = {sum(parts)}, stated {total}"


def test_hedged_parts_hold_where_they_can_all_be_true() -> None:
    check = check_parts(make_term(30), [at_least(12), make_term(15)])
    assert answer(check) == (HOLDS, 0) and check.why == "as far as the hedges allow"
    assert answer(check_parts(make_term(30), [at_least(20), make_term(15)])) == (OFF, 5)


def test_some_parts_may_make_less_and_never_more() -> None:
    total, parts = make_term(127), [make_term(61), make_term(38)]
    assert answer(check_parts(total, parts)) == (OFF, 28)
    assert answer(check_parts(total, parts, complete=False)) == (HOLDS, 0)
    assert answer(check_parts(make_term(90), parts, complete=False)) == (OPEN, None)
    assert answer(check_parts(make_term(55), parts, complete=False)) == (OFF, 6)


def test_words_without_a_number_leave_a_sum_open() -> None:
    check = check_parts(make_term(30), [NOTHING, make_term(15)])
    assert answer(check) == (OPEN, None) and check.why == '"many" gives no number'


# 2 a running total never falls


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (make_term(366), make_term(395), (HOLDS, 0)),
        (make_term(395), make_term(390), (OFF, 5)),
        (at_least(395), make_term(390), (OFF, 5)),
        (make_term(395), at_least(390), (HOLDS, 0)),
        (around(400, 50), make_term(345), (OFF, 5)),
        (make_term(395), NOTHING, (OPEN, None)),
    ],
)
def test_a_running_total_never_falls(
    earlier: Term, later: Term, expected: tuple[Verdict, int | None]
) -> None:
    assert answer(check_running(earlier, later)) == expected


# 3 rise against additions


@pytest.mark.parametrize(
    ("before", "after", "added", "complete", "expected"),
    [
        (395, 400, (5,), True, (HOLDS, 0)),
        (395, 403, (5,), True, (OFF, 3)),
        (395, 403, (5,), False, (OPEN, None)),
        (395, 398, (5,), False, (OFF, 2)),
        (395, 402, (5, 2), True, (HOLDS, 0)),
    ],
)
def test_the_rise_against_the_additions(
    before: int, after: int, added: tuple[int, ...], complete: bool, expected: tuple[Verdict, int | None]
) -> None:
    terms = [make_term(number) for number in added]
    assert answer(check_rise(make_term(before), make_term(after), terms, complete=complete)) == expected


# 4 rate times days


def test_the_agreed_rate_makes_another_total() -> None:
    check = check_rate(make_term(600), (73, 74), make_term(42800))
    assert answer(check) == (OFF, 1000)
    assert check.written == "600 × 73 days = 43,800, stated 42,800"


def test_an_average_is_rounded() -> None:
    check = check_rate(make_term(244), (73,), make_term(17819), rounded=True)
    assert answer(check) == (HOLDS, 0) and check.why == "as an average that is rounded"
    assert answer(check_rate(make_term(244), (73,), make_term(17819))) == (OFF, 7)


def test_the_nearest_count_of_days_is_taken() -> None:
    assert check_rate(make_term(50), (73, 74), make_term(3700)).written.startswith("50 × 74 days")
    assert answer(check_rate(make_term(50), (), make_term(3700))) == (OPEN, None)


# 5 percentage against ratio


@pytest.mark.parametrize(
    ("part", "whole", "share", "expected"),
    [
        (17819, 42800, "41", (OFF, Decimal("0.6"))),
        (17819, 43800, "41", (HOLDS, 0)),
        (17819, 42800, "42", (HOLDS, 0)),
        (17819, 42800, "41.6", (HOLDS, 0)),
        (47, 48, "97", (OFF, Decimal("0.9"))),
        (5, 0, "10", (OPEN, None)),
    ],
)
def test_a_percentage_against_its_ratio(
    part: int, whole: int, share: str, expected: tuple[Verdict, Decimal | int | None]
) -> None:
    stated = Term(Range(Decimal(share), Decimal(share)), printed=f"{share} %")
    assert answer(check_share(make_term(part), make_term(whole), stated)) == expected


def test_a_fraction_is_held_against_the_ratio_within_five_points() -> None:
    third = Term(Range(Decimal(100) / 3, Decimal(100) / 3), printed="a third")
    assert check_share(make_term(30), make_term(100), third, fraction=True).verdict is HOLDS
    assert check_share(make_term(40), make_term(100), third, fraction=True).verdict is OFF


def test_a_hedged_part_has_no_one_ratio() -> None:
    assert check_share(at_least(10), make_term(100), make_term(10)).verdict is OPEN


# 6 size of a set


@pytest.mark.parametrize(
    ("size", "done", "left", "expected"),
    [
        (48, 47, 1, (HOLDS, 0)),
        (48, 28, 21, (OFF, 1)),
        (48, 47, None, (HOLDS, 0)),
        (48, 50, None, (OFF, 2)),
    ],
)
def test_the_size_of_a_set(size: int, done: int, left: int | None, expected: tuple[Verdict, int]) -> None:
    rest = None if left is None else make_term(left)
    assert answer(check_set(make_term(size), make_term(done), rest)) == expected


# 7 windows that begin on different days


def test_windows_that_begin_on_one_day_hold() -> None:
    assert answer(check_starts(counted(395), counted(400))) == (HOLDS, 0)


def test_windows_a_day_apart_cannot_be_compared() -> None:
    check = check_starts(counted(395, since=10), counted(390, since=11))
    assert answer(check) == (OPEN, None) and check.why == "they begin 1 day apart"


def test_the_longer_window_cannot_count_less() -> None:
    assert answer(check_starts(counted(390, since=10), counted(395, since=11))) == (OFF, 5)
    other_day = check_starts(counted(390, since=10), counted(395, day=22, since=11))
    assert answer(other_day) == (OPEN, None)


def test_a_window_without_begin_stays_open() -> None:
    assert "from which day" in check_starts(counted(390, since=None), counted(395)).why


def test_a_month_holds_the_day() -> None:
    month = When(date(2025, 10, 1), date(2025, 10, 31), "month", "words")
    check = check_starts(counted(395), Term(Range(Decimal(400), Decimal(400)), since=month))
    assert answer(check) == (HOLDS, 0) and check.why == "as far as the words say"


# 8 late recognition counted as new


def test_late_recognition_counted_as_new() -> None:
    check = check_late(make_term(400), make_term(415), make_term(15), make_term(12))
    assert answer(check) == (OFF, 12)
    assert check.why == "the number reported as new holds what was recognised late"


def test_late_recognition_told_apart() -> None:
    check = check_late(make_term(400), make_term(415), make_term(3), make_term(12))
    assert answer(check) == (HOLDS, 0)
    assert check.written == "415 − 400 = 15, reported 3 as new + 12 recognised late = 15"
    off = check_late(make_term(400), make_term(420), make_term(3), make_term(12))
    assert answer(off) == (OFF, 5) and off.why == ""


# 9 two speakers


def test_two_speakers_on_one_day() -> None:
    assert answer(check_speakers([counted(395), counted(400)])) == (OFF, 5)
    hedged = Term(Range(Decimal(395), None), day=date(2025, 12, 19))
    check = check_speakers([hedged, counted(400)])
    assert answer(check) == (HOLDS, 0) and check.why == "as far as the hedges allow"


def test_several_speakers_are_off_by_the_widest_gap() -> None:
    assert answer(check_speakers([counted(395), counted(400), counted(380)])) == (OFF, 20)


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ([counted(395, day=18), counted(411, day=22)], "different days"),
        ([counted(395, day=None), counted(400)], "the day of one"),
        ([counted(395, since=10), counted(390, since=11)], "count from different days"),
        ([counted(395), NOTHING], "gives no number"),
    ],
)
def test_what_cannot_be_compared(terms: list[Term], why: str) -> None:
    check = check_speakers(terms)
    assert answer(check) == (OPEN, None) and why in check.why
