"""Figures: bounds, what is counted, effect, window, speaker. A test's docstring is its input."""

from decimal import Decimal

import pytest
from claim_texts import claims_of, counted

from pactwatch.model.claim import Modality, Progress, Step


def doc(test: object) -> str:
    return test.__doc__ or ""


@pytest.mark.parametrize(
    ("text", "low", "high", "approx", "hedge"),
    [
        ("At least 395 people were killed.", 395, None, None, "at least"),
        ("More than 57,700 people have been killed.", 57700, None, None, "more than"),
        ("Around 400 people were killed.", None, None, 400, "around"),
        ("They pledged up to 20,000 peacekeepers.", None, 20000, None, "up to"),
        ("Between 40 and 60 people were killed.", 40, 60, None, None),
        ("Twenty-three soldiers were wounded.", 23, 23, None, None),
        ("Two dozen soldiers were wounded.", 24, 24, None, None),
        ("Dozens of people were killed.", 24, None, None, None),
        ("At least 1.9 million people are displaced.", 1900000, None, None, "at least"),
        ("A hundred lorries entered.", 100, 100, None, None),
        ("No fewer than 12 barges entered.", 12, None, None, "no fewer than"),
        ("Nearly 30 people died.", None, None, 30, "nearly"),
        ("Some 30 people died.", None, None, 30, "some"),
        ("30 or more people died.", 30, None, None, "or more"),
    ],
)
def test_bounds_are_what_the_words_allow(
    text: str, low: int | None, high: int | None, approx: int | None, hedge: str | None
) -> None:
    ((claim, figure),) = counted(text)
    assert (figure.low, figure.high, figure.approx, claim.hedge) == (low, high, approx, hedge)


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2803 was adopted on 17 November 2025 at 10:15.",
        "The 58th meeting ended on October 10.",
        "Phase 2 begins next month, on day 12.",
        "Marga Dunn, 21, lives in Sarrow.",
        "It cost $40 million, US$3 billion and 20 million euros.",
        "The two-state idea and the 27 member states were discussed.",
        "Two weeks ago it rained, for the first time in five years.",
        "One of the sides wrote a letter.",
    ],
)
def test_not_figures(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "effect", "group"),
    [
        ("Five people were killed in the shelling.", "killed", "people"),
        ("Shelling killed five people.", "killed", "people"),
        ("The attack left 12 villagers dead.", "killed", "villagers"),
        ("The deaths of three Northern soldiers were confirmed.", "killed", "Northern soldiers"),
        ("Over 100 others were wounded and 12 people died.", "wounded", "people"),
        ("The south is to release the remaining 48 crew members.", "due", "crew members"),
        ("The state pledged 200 peacekeepers.", "pledged", "peacekeepers"),
        ("On Monday 60 barges entered the port.", "entered", "barges"),
    ],
)
def test_what_happened_to_what_is_counted(text: str, effect: str, group: str) -> None:
    _, figure = counted(text)[0]
    assert (figure.effect, figure.group) == (effect, group)


def test_running_total_and_increment_in_one_sentence() -> None:
    """Civil defence reported that five people were killed, bringing the death toll since the truce began to 400."""
    (five, four_hundred) = counted(doc(test_running_total_and_increment_in_one_sentence))
    assert five[1].window is None
    assert not five[1].cumulative
    assert four_hundred[1].cumulative
    assert four_hundred[1].window is not None
    assert four_hundred[1].window.words == "since the truce began"
    assert [m.name for m in four_hundred[0].speakers] == [m.name for m in five[0].speakers] != []


def test_window_takes_the_day_that_the_text_gives_elsewhere() -> None:
    """
    At least 12 people have been killed since the ceasefire came into effect on May 3.

    The army reported two soldiers killed since the truce entered into force.
    """
    windows = [
        figure.window for _, figure in counted(doc(test_window_takes_the_day_that_the_text_gives_elsewhere))
    ]
    assert [w.since.first.isoformat() for w in windows if w and w.since] == ["2031-05-03", "2031-05-03"]


def test_same_period_leads_to_the_window_before() -> None:
    """
    The toll since the truce began on May 3 rose to 12 people. Two soldiers died during the same period.
    """
    _, second = counted(doc(test_same_period_leads_to_the_window_before))
    assert second[1].window is not None
    assert second[1].window.refers_to == "since the truce began on May 3"


def test_past_hours_count_back_from_publication() -> None:
    """In the past 24 hours, 60 barges entered the port."""
    ((_, figure),) = counted(doc(test_past_hours_count_back_from_publication))
    assert figure.window is not None
    assert figure.window.since is not None
    assert figure.window.since.first.isoformat() == "2031-05-18"


def test_rate() -> None:
    """The south is to admit 60 barges a day."""
    ((_, figure),) = counted(doc(test_rate))
    assert (figure.per, figure.effect) == ("day", "due")


@pytest.mark.parametrize(
    ("text", "done", "owed"),
    [
        (
            "The south is to release the remaining 48 crew members, with all but one body already handed over.",
            47,
            48,
        ),
        (
            "They committed to releasing 48 captives. They have released all of the captives except for one body.",
            47,
            48,
        ),
        ("So far 46 of the 48 sailors have been released.", 46, 48),
        ("All but two of the 48 sailors have been released.", 46, 48),
        ("All 20 living captives have been released.", 20, 20),
        ("Of the 48 who were held, all have been handed over but one.", 47, 48),
    ],
)
def test_tallies_of_a_set(text: str, done: int, owed: int) -> None:
    figures = [figure for _, figure in counted(text) if figure.of_total is not None]
    assert [(f.low, f.of_total) for f in figures] == [(Decimal(done), Decimal(owed))]
    _, claims = claims_of(text, "progress")
    tallies = [c.slots for c in claims if isinstance(c.slots, Progress) and c.slots.owed]
    assert [t.step for t in tallies] == [Step.DONE if done == owed else Step.PARTLY]


def test_what_is_still_to_come_is_no_tally() -> None:
    """All 48 hostages are to be released on Monday."""
    assert [claim.modality for claim, _ in counted(doc(test_what_is_still_to_come_is_no_tally))] == [
        Modality.PLANNED
    ]


def test_numbers_apart_from_their_noun() -> None:
    """Of these, 88 were shootings. Raids stood at 12 and bombardments at 124, the office said."""
    rows = [(figure.counted, figure.low) for _, figure in counted(doc(test_numbers_apart_from_their_noun))]
    assert rows == [("shooting", 88), ("raid", 12), ("bombardment", 124)]


def test_capitals_throughout() -> None:
    """THE GARRISON REPORTED THAT THREE GUERRILLAS WERE KILLED AND SEVEN SOLDIERS WERE WOUNDED YESTERDAY."""
    rows = [(figure.low, figure.effect) for _, figure in counted(doc(test_capitals_throughout))]
    assert rows == [(3, "killed"), (7, "wounded")]
