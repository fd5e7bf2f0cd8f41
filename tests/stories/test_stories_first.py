"""Which of two documents was there first: the one that is credited, else the earlier one."""

import pytest

from pactwatch.model.source import Document
from pactwatch.stories.first import are_near, carry_one_agency, find_first, is_own_follow_up
from river_reports import document

HALYARD = document("halyard.txt", "2031-05-19T10:15", "Halyard", "Halyard")


def test_the_agency_that_is_credited_was_first() -> None:
    """Whichever way round they are asked, and whether or not a day is known."""
    for published in ("2031-05-19", "2031-05-20T07:00", None):
        courant = document("courant.txt", published, "The Vessmar Courant", "Halyard")
        for first in (find_first(HALYARD, courant), find_first(courant, HALYARD)):
            assert first is not None
            assert (first.id, first.why) == (
                "halyard.txt",
                "courant.txt credits Halyard, whose report halyard.txt is",
            )


def test_an_agency_that_reported_later_was_not_first() -> None:
    """What the Courant credited was another report; and Halyard did not take it from the Courant."""
    courant = document("courant.txt", "2031-05-17", "The Vessmar Courant", "Halyard")
    assert find_first(HALYARD, courant) is None
    assert find_first(courant, HALYARD) is None


def test_an_agency_is_not_first_of_its_own_reports_by_credit() -> None:
    """Two reports of Halyard's own: only the day says."""
    later = document("later.txt", "2031-05-20", "Halyard", "Halyard")
    first = find_first(later, HALYARD)
    assert first is not None
    assert (first.id, first.why) == (
        "halyard.txt",
        "halyard.txt is of 2031-05-19, later.txt of 2031-05-20",
    )


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        ("2031-05-18", "2031-05-19", "one"),
        ("2031-05-19T23:00", "2031-05-20", "one"),
        ("2031-05-19", "2031-05-19", None),
        ("2031-05-19T08:00", "2031-05-19T09:00", "one"),
        ("2031-05-19T08:00", "2031-05-19T08:00", None),
        ("2031-05-19T08:00", "2031-05-19", None),
        ("2031-05-19T08:00", "2031-05-19T09:00Z", None),
        ("2031-05-19T09:00+02:00", "2031-05-19T08:00Z", "one"),
        ("2031-05-19T23:30-05:00", "2031-05-20T00:30+03:00", "other"),
        ("2031-05-19T10:00+02:00", "2031-05-19T08:00Z", None),
        (None, "2031-05-19", None),
        (None, None, None),
    ],
)
def test_the_earlier_one_was_first(one: str | None, other: str | None, first: str | None) -> None:
    """By day, then by clock; clocks with a zone and without one are not compared, and two with a zone
    are compared before the days that they print."""
    a, b = document("one", one), document("other", other)
    for found in (find_first(a, b), find_first(b, a)):
        assert (found and found.id) == first


def test_the_reason_names_zones_where_they_differ() -> None:
    first = find_first(document("a", "2031-05-19T23:30-05:00"), document("b", "2031-05-20T00:30+03:00"))
    assert first is not None
    assert first.why == "b is of 2031-05-20 00:30+03:00, a of 2031-05-19 23:30-05:00"
    first = find_first(document("a", "2031-05-19T08:00"), document("b", "2031-05-19T09:05"))
    assert first is not None and first.why == "a is of 08:00, b of 09:05 that day"


@pytest.mark.parametrize(
    ("outlets", "own"),
    [
        (("Halyard", "Halyard"), True),
        (("Halyard", "The Lockkeeper"), False),
        ((None, None), False),
        (("Halyard", None), False),
    ],
)
def test_an_outlets_second_report_is_its_own(outlets: tuple[str | None, str | None], own: bool) -> None:
    """Two outlets that nobody names are not known to be one."""
    a, b = (document(name, outlet=outlet) for name, outlet in zip("ab", outlets, strict=True))
    assert is_own_follow_up(a, b) is own


@pytest.mark.parametrize(
    ("days", "near"),
    [
        (("2031-05-19", "2031-05-22"), True),
        (("2031-05-19", "2031-05-23"), False),
        (("2031-05-23", "2031-05-19"), False),
        (("2031-05-19", None), True),
    ],
)
def test_one_report_is_carried_for_three_days(days: tuple[str, str | None], near: bool) -> None:
    a, b = (document(name, day) for name, day in zip("ab", days, strict=True))
    assert are_near(a, b) is near


def carrier(name: str, outlet: str, agency: str | None = "Halyard") -> Document:
    return document(name, "2031-05-19", outlet, agency)


def test_two_that_carry_an_agency_are_neither_it() -> None:
    """The Courant and the Post carry Halyard's report; Halyard itself carries nobody's."""
    courant, post = carrier("courant", "The Vessmar Courant"), carrier("post", "The Tamber Post")
    assert carry_one_agency(courant, post)
    assert not carry_one_agency(courant, carrier("halyard", "Halyard"))
    assert not carry_one_agency(courant, carrier("post", "The Tamber Post", "Quellin Wire"))
    assert not carry_one_agency(carrier("a", "a", None), carrier("b", "b", None))
