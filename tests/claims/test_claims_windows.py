"""The time that a figure covers, dated from its words, the text's own days and the day of publication."""

import pytest
from claim_texts import counted

from pactwatch.model.claim import Window


def window_line(window: Window | None) -> str:
    """The words, then since..until: a day, month (2031-03) or year, ? where they are not dated."""
    if window is None:
        return ""
    ends = []
    for when in (window.since, window.until):
        length = {"year": 4, "month": 7}.get(when.precision, 10) if when else 0
        ends.append(when.first.isoformat()[:length] if when else "?")
    return f"{window.words} | {'..'.join(ends)}"


def windows_of(text: str, published: str | None = "2031-05-19") -> list[str]:
    """The window of every figure of a text, read as published on a Monday."""
    return [window_line(figure.window) for _, figure in counted(text, published)]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Since the truce began on 10 October", "Since the truce began on 10 October | 2030-10-10..?"),
        ("Since the truce began", "Since the truce began | ?..?"),
        ("Since 10 May", "Since 10 May | 2031-05-10..?"),
        ("Since Dec. 5", "Since Dec. 5 | 2030-12-05..?"),
        ("Since January 1st", "Since January 1st | 2031-01-01..?"),
        ("Between 1 December and 3 May", "Between 1 December and 3 May | 2030-12-01..2031-05-03"),
        ("Since Friday", "Since Friday | 2031-05-16..?"),
        ("Since March", "Since March | 2031-03..?"),
        ("Since 2029", "Since 2029 | 2029..?"),
        ("In the past 24 hours", "In the past 24 hours | 2031-05-18..2031-05-19"),
        ("In the last twenty-four hours", "In the last twenty-four hours | 2031-05-18..2031-05-19"),
        ("Over the past three days", "Over the past three days | 2031-05-16..2031-05-19"),
        ("In the past two weeks", "In the past two weeks | 2031-05-05..2031-05-19"),
        ("In the past two months", "In the past two months | 2031-03..2031-05-19"),
        ("Over the past decade", "Over the past decade | 2021..2031-05-19"),
        ("In the past few weeks", "In the past few weeks | ?..?"),
        ("In the past couple of weeks", "In the past couple of weeks | ?..?"),
        ("Over the past 5,000 years", ""),
        ("Over the past 5000 years", "Over the past 5000 years | ?..?"),
        ("To date", "To date | ?..?"),
        ("So far", "So far | ?..?"),
        ("In March", "In March | 2031-03..2031-03"),
        ("Last year", "Last year | 2030..2030"),
        ("By 2030", "By 2030 | ?..2030"),
        ("Until Friday", "Until Friday | ?..2031-05-16"),
        ("From 2028 to 2030", "From 2028 to 2030 | 2028..2030"),
        ("Between Monday and Friday", "Between Monday and Friday | 2031-05-12..2031-05-16"),
        ("Between 3 May and 9 May", "Between 3 May and 9 May | 2031-05-03..2031-05-09"),
        ("From 3 to 9 May", "From 3 to 9 May | 2031-05-03..2031-05-09"),
        ("On Friday", "On Friday | 2031-05-16..2031-05-16"),
        ("Since we can count", ""),
    ],
)
@pytest.mark.parametrize("comma", [",", ""])
def test_window_before_the_number(words: str, line: str, comma: str) -> None:
    """With and without a comma behind it; a day is no window."""
    assert windows_of(f"{words}{comma} 60 barges entered.") == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "In all 60 barges have entered since the truce began on 10 May.",
            "since the truce began on 10 May | 2031-05-10..?",
        ),
        ("In all 60 barges entered in the past two days.", "in the past two days | 2031-05-17..2031-05-19"),
        ("In all 60 barges have entered so far.", "so far | ?..?"),
        ("In all 60 barges entered between 3 and 9 May.", "between 3 and 9 May | 2031-05-03..2031-05-09"),
        ("The toll since Monday rose to 60 dead.", "since Monday | 2031-05-19..?"),
        ("A 60-day truce began in March.", "in March | 2031-03..2031-03"),
        ("They waited nine days in March.", ""),
    ],
)
def test_window_behind_or_around(text: str, line: str) -> None:
    """A window stands behind its number too; a length of time has none."""
    assert windows_of(text) == [line]


def test_without_a_date_nothing_is_counted_back() -> None:
    """A text of unknown day keeps the words and gives no day."""
    assert windows_of("In the past 24 hours 60 barges entered.", None) == ["In the past 24 hours | ?..?"]
    assert windows_of("Since Monday 60 barges have entered.", None) == ["Since Monday | ?..?"]


def test_day_of_an_event_told_elsewhere() -> None:
    """A window that names an event takes its day from the text, where it tells it."""
    text = "The truce took effect on 3 May. Since the truce began, 60 barges have entered."
    assert windows_of(text) == ["Since the truce began | 2031-05-03..?"]
    (_, figure) = counted(text)[0]
    assert figure.window is not None
    assert figure.window.anchored


@pytest.mark.parametrize("words", ["during the same period", "over that same time", "since then"])
def test_same_period_is_the_one_before(words: str) -> None:
    """It has the days of the window told before."""
    text = f"Since 3 May 60 barges have entered. In all 12 lorries entered {words}."
    assert windows_of(text)[1] == f"{words} | 2031-05-03..?"


def test_same_period_with_nothing_before_stays_open() -> None:
    """Nothing is made up."""
    assert windows_of("In all 12 lorries entered during the same period.") == [
        "during the same period | ?..?"
    ]


def test_window_belongs_to_its_clause() -> None:
    """A total in an aside has the window that stands there, and the new dead have none."""
    text = "Five people were killed, bringing the toll since Friday to 60; nine barges entered."
    assert windows_of(text) == ["", "since Friday | 2031-05-16..?", ""]


def test_counts_of_single_days_side_by_side() -> None:
    """Days are windows where a sentence counts by day."""
    days = ["n Friday | 2031-05-16..2031-05-16", "n Saturday | 2031-05-17..2031-05-17"]
    behind = windows_of("Some 12 barges entered on Friday and 19 barges entered on Saturday.")
    before = windows_of("On Friday 12 barges entered, and on Saturday 19 barges entered.")
    assert [line[1:] for line in behind] == [line[1:] for line in before] == days


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The count of breaches reached 73 on 9 May.", ["9 May | ?..2031-05-09"]),
        ("On 9 May the count of breaches had stood at 73.", ["9 May | ?..2031-05-09"]),
        (
            "The office counts breaches. It was 73 on 9 May and 28 on 2 May.",
            ["9 May | ?..2031-05-09", "on 2 May | ?..2031-05-02"],
        ),
        ("The count of breaches since 3 May reached 73.", ["since 3 May | 2031-05-03..?"]),
    ],
)
def test_the_day_up_to_which_a_total_counts(text: str, lines: list[str]) -> None:
    assert windows_of(text) == lines
