"""A report without a day is dated by a report of its story; a digest dates nothing and is dated by none."""

import pytest

from pactwatch.model.link import Link
from pactwatch.stories.dating import date_by_siblings, find_weekdays
from pactwatch.stories.reports import Report
from pactwatch.stories.ties import Tie
from river_reports import tell

DATED = "Three people were killed at Pell Staithe."
ON_MONDAY = "Three people were killed at Pell Staithe, officials said on Monday."
ON_FRIDAY = "Three people were killed at Pell Staithe, officials said on Friday."


def date_one(
    score: float, text: str, *others: Report, day: str = "2031-05-19", digest: bool = False
) -> list[Link]:
    """The links that date a report without a day, tied with a score to one of 19 May, a Monday."""
    dated, undated = tell(DATED, "dated.txt", day), tell(text, "undated.txt", None, digest=digest)
    pair = (dated.id, undated.id)
    return list(date_by_siblings([dated, undated, *others], {pair: Tie(*pair, score, ())}))


@pytest.mark.parametrize(
    ("score", "text", "found"),
    [
        (0.60, DATED, 0.48),
        (0.59, DATED, None),
        (0.30, ON_MONDAY, 0.4),
        (0.29, ON_MONDAY, None),
        (0.59, ON_FRIDAY, None),
        (0.95, ON_MONDAY, 1.0),
    ],
)
def test_a_sibling_dates(score: float, text: str, found: float | None) -> None:
    """By a strong tie, or by a weaker one where the report names the weekday of that day."""
    assert [link.score for link in date_one(score, text)] == ([found] if found else [])


def test_the_reasons_say_by_which_report() -> None:
    (link,) = date_one(0.8, ON_MONDAY)
    assert [reason.words for reason in link.reasons] == [
        "dated.txt of the same story is of 2031-05-19",
        "it speaks of Monday, and 2031-05-19 is one",
    ]


@pytest.mark.parametrize(("day", "found"), [("2031-05-22", 1), ("2031-05-23", 0)])
def test_a_story_that_goes_on_for_days_dates_nothing(day: str, found: int) -> None:
    """Which of its days it was cannot be told."""
    assert len(date_one(0.9, DATED, tell("The locks stay shut.", "later.txt", day))) == found


def test_digests_have_no_part_in_dating() -> None:
    """Neither dates the other, and the day of a digest does not make the story longer."""
    assert date_one(0.9, DATED, digest=True) == []
    digest = tell(DATED, "dated.txt", "2031-05-19", digest=True)
    undated = tell(ON_MONDAY, "undated.txt", None)
    pair = (digest.id, undated.id)
    assert list(date_by_siblings([digest, undated], {pair: Tie(*pair, 0.9, ())})) == []
    late = tell("The week in short.", "digest.txt", "2031-05-29", digest=True)
    assert len(date_one(0.9, DATED, late)) == 1


def test_a_story_without_a_tie_or_a_day_dates_nothing() -> None:
    reports = [tell(DATED, "a.txt", None), tell(ON_MONDAY, "b.txt", None)]
    assert list(date_by_siblings(reports, {})) == []
    assert list(date_by_siblings([tell(DATED, "a.txt"), reports[1]], {})) == []


def test_the_report_that_it_is_tied_to_most_dates_it() -> None:
    one, other = tell(DATED, "one.txt", "2031-05-19"), tell(f"{DATED} It rained.", "two.txt", "2031-05-20")
    undated = tell("The landing at Pell Staithe was hit.", "undated.txt", None)
    ties = {
        (own.id, undated.id): Tie(own.id, undated.id, score, ()) for own, score in ((one, 0.7), (other, 0.8))
    }
    (link,) = date_by_siblings([one, other, undated], ties)
    assert (link.a, link.b) == (other.id, undated.id)


def test_weekdays_are_those_of_the_sentences() -> None:
    assert find_weekdays(tell("On Monday the guard fired. It was quiet by Tuesday’s dawn.")) == {
        "monday",
        "tuesday",
    }
    assert find_weekdays(tell("The man was home by the weekend.")) == set()
