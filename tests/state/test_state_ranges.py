"""Ranges that printed words allow, their sums and the gaps between them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwatch.model.claim import Figure
from pactwatch.model.source import Span
from pactwatch.state.ranges import (
    Range,
    add,
    find_gap,
    find_unit,
    make_exact,
    read_range,
    subtract,
    write_number,
    write_range,
)

NUMBERS = st.integers(0, 10**6).map(Decimal)
RANGES = st.tuples(NUMBERS, NUMBERS).map(lambda ends: Range(min(ends), max(ends)))


@pytest.mark.parametrize(
    ("number", "unit"),
    [("400", 100), ("395", 1), ("57700", 100), ("0", 1), ("20000", 10000), ("41.6", Decimal("0.1"))],
)
def test_the_unit_that_a_round_number_is_rounded_to(number: str, unit: Decimal) -> None:
    assert find_unit(Decimal(number)) == unit


def test_around_is_whatever_rounds_to_it() -> None:
    about = Figure(Span(0, 3), "person", "people", approx=Decimal(400))
    assert read_range(about) == Range(Decimal(350), Decimal(450))


@pytest.mark.parametrize(
    ("hedge", "low", "high", "expected"),
    [
        ("more than", 40, None, Range(Decimal(41), None)),
        ("at least", 40, None, Range(Decimal(40), None)),
        ("fewer than", None, 50, Range(None, Decimal(49))),
        ("up to", None, 50, Range(None, Decimal(50))),
    ],
)
def test_hedges_that_leave_the_number_out(
    hedge: str, low: int | None, high: int | None, expected: Range
) -> None:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert read_range(Figure(Span(0, 2), "person", "people", *ends), hedge) == expected


def test_people_are_whole() -> None:
    about = Figure(Span(0, 3), "person", "people", approx=Decimal(395))
    assert read_range(about) == make_exact(395)


def test_a_very_large_number_is_written() -> None:
    assert write_number(Decimal(10) ** 30).startswith("1,000")


def test_open_ends_stay_open_in_a_sum() -> None:
    at_least, exact = Range(Decimal(10), None), make_exact(5)
    assert add((at_least, exact)) == Range(Decimal(15), None)
    assert subtract(exact, at_least) == Range(None, Decimal(-5))


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (make_exact(17819), "17,819"),
        (Range(Decimal(395), None), "at least 395"),
        (Range(None, Decimal(10)), "at most 10"),
        (Range(Decimal(3), Decimal(5)), "3 to 5"),
        (Range(), "an unknown number"),
    ],
)
def test_ranges_in_words(one: Range, words: str) -> None:
    assert write_range(one) == words


def test_numbers_are_written_whole() -> None:
    assert [write_number(Decimal(number)) for number in ("1E+3", "41.60", "0")] == ["1,000", "41.6", "0"]


@given(RANGES, RANGES)
def test_a_gap_is_there_exactly_where_no_number_is_shared(one: Range, other: Range) -> None:
    assert one.low is not None and one.high is not None
    assert other.low is not None and other.high is not None
    shares = one.low <= other.high and other.low <= one.high
    assert (find_gap(one, other) == 0) == shares
    assert find_gap(one, other) == find_gap(other, one) >= 0


@given(RANGES, RANGES)
def test_what_is_added_can_be_taken_away(one: Range, other: Range) -> None:
    back = subtract(add((one, other)), other)
    assert find_gap(back, one) == 0
