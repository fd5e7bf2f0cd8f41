"""What a document prints about itself: day, agency, title, and nothing from its body."""

from datetime import date

import pytest

from pactwatch.documents.metadata import find_agency, find_published, find_stamp, find_title
from pactwatch.documents.passages import split_passages

INCOMPLETE = "the printed day is incomplete or not in the calendar"
BODY = (
    "North and South met on 2 April 2031, the Reuters correspondent said. Talks resumed on May 3, 2031.\n"
    "A statement to AFP gave no date for the next round, which the envoys want before June 1, 2031.\n"
)


@pytest.mark.parametrize(
    ("line", "day", "at"),
    [
        ("- Published Date: 10:15 | 19 May 2031", date(2031, 5, 19), "2031-05-19T10:15"),
        ("May 01, 2031", date(2031, 5, 1), None),
        ("Updated: 2031-05-19T10:15", date(2031, 5, 19), "2031-05-19T10:15"),
        ("Published Monday, 19 May 2031 3:05 pm", date(2031, 5, 19), "2031-05-19T15:05"),
        ("Published: 19/05/2031", date(2031, 5, 19), None),
        ("Date: 05/19/2031", date(2031, 5, 19), None),
    ],
)
def test_a_printed_day_is_found_with_its_clock_time(line: str, day: date, at: str | None) -> None:
    """Labels, plain days and figures that cannot be misread."""
    text = f"Harbour talks resume\n{line}\n{BODY}"
    stamp = find_stamp(text, split_passages(text)).stamp
    assert stamp is not None
    assert (stamp.when.first, stamp.when.precision, stamp.when.how, stamp.at) == (day, "day", "printed", at)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("By Hanna Orth", "no day of publication is printed"),
        ("Published: 10/11/2031", "no day of publication is printed"),
        ("Published: 31 February 2031", INCOMPLETE),
        ("Published: Friday", INCOMPLETE),
    ],
)
def test_a_day_that_is_not_certain_stays_unknown(line: str, reason: str) -> None:
    """No day of the body and no ambiguous one is taken for that of publication."""
    text = f"Harbour talks resume\n{line}\n{BODY}"
    passages = split_passages(text)
    assert find_published(text, passages) is None
    assert find_stamp(text, passages).reason == reason


def test_published_stands_before_updated_and_two_equal_days_decide_nothing() -> None:
    """The label of publication wins; of two unlabelled days neither is taken."""
    text = f"Talks resume\nUpdated: 21 May 2031\nPublished: 19 May 2031\n{BODY}"
    found = find_published(text, split_passages(text))
    assert found is not None and found.first == date(2031, 5, 19)
    text = f"Talks resume\n21 May 2031\n19 May 2031\n{BODY}"
    assert find_stamp(text, split_passages(text)).reason == (
        "several days are printed and none is marked as that of publication"
    )


def test_a_dateline_with_a_year_dates_the_report() -> None:
    """The weakest place but for an update."""
    text = f"Talks resume\nPORT HALE, May 19, 2031 (Xinhua) -- {BODY}"
    found = find_published(text, split_passages(text))
    assert found is not None and found.first == date(2031, 5, 19)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("- AFP", "AFP"),
        ("Source: Anadolu Agency", "Anadolu"),
        ("By The Associated Press", "AP"),
        ("PORT HALE (Reuters) - ", "Reuters"),
        ("AFP, Reuters", None),
        ("By Hanna Orth", None),
    ],
)
def test_the_agency_comes_from_credits_only(line: str, agency: str | None) -> None:
    """An agency that the body speaks of is a source of a claim, not of the document."""
    newline = "" if line.endswith("- ") else "\n"
    text = f"Talks resume\n{line}{newline}{BODY}"
    assert find_agency(text, split_passages(text)) == agency


def test_the_title_is_the_headline_on_one_line() -> None:
    """None where the text begins with its first paragraph."""
    text = f"Talks  resume\n{BODY}"
    assert find_title(text, split_passages(text)) == "Talks resume"
    assert find_title(BODY, split_passages(BODY)) is None
