"""Who denies what, and which report takes back what an earlier one of the same outlet said."""

import pytest

from pactwatch.model.link import Link
from pactwatch.stories.disputes import find_corrections, find_denials
from pactwatch.stories.reports import Report
from river_reports import tell


def read_words(link: Link, *reports: Report) -> tuple[str, str]:
    """The words of both ends."""
    words = {fact.claim.key: fact.claim.words for report in reports for fact in report.facts}
    return words[link.a], words[link.b]


def denied(text: str) -> list[str]:
    """What the denials of a report answer."""
    report = tell(text)
    return [read_words(link, report)[1] for link in find_denials(report)]


def test_a_denial_answers_the_allegation_before_it() -> None:
    """And not what somebody said of something else in between."""
    (link,) = find_denials(
        report := tell(
            """
            Calvenne accused Ondria of a breach of the truce at Corvith. Anselm Quire, the Quellish envoy,
            said the talks would go on. The River Guard denied it.
            """
        )
    )
    denial, answered = read_words(link, report)
    assert denial == "The River Guard denied it"
    assert "breach" in answered
    assert link.reasons[0].words == "“The River Guard denied it” follows it"


def test_nobody_denies_their_own_sides_words() -> None:
    assert (
        denied("Ondria said the guns were silent. Ondria's foreign minister, Ilse Varrow, denied it.") == []
    )


def test_a_denial_answers_nothing_that_is_far_off_or_behind_it() -> None:
    far = "Calvenne accused Ondria of a breach of the truce." + " It rained at Corvith." * 4
    assert denied(f"{far} The River Guard denied it.") == []
    near = "Calvenne accused Ondria of a breach of the truce." + " It rained at Corvith." * 2
    assert len(denied(f"{near} The River Guard denied it.")) == 1
    assert denied("The River Guard denied it. Calvenne accused Ondria of a breach of the truce.") == []


@pytest.mark.parametrize(
    ("denial", "count"),
    [
        ("Ondria rejected the accusation.", 1),
        ("Ondria rejected the demand.", 0),
        ("Ondria denied a newspaper report.", 0),
    ],
)
def test_turning_down_is_no_denial(denial: str, count: int) -> None:
    """An accusation is denied; a demand is turned down, and a newspaper's report is no side's words."""
    assert len(denied(f"Calvenne accused Ondria of a breach of the truce. {denial}")) == count


WRONG = "Calvenne has returned 29 of the 96 dock workers."
RIGHT = "An article misstated the number of dock workers whom Calvenne has returned. It is 92, not 29."


def corrected(*reports: Report) -> list[tuple[str, str]]:
    return [read_words(link, *reports) for link in find_corrections(reports)]


@pytest.mark.parametrize(
    ("outlets", "days", "count"),
    [
        (("Register", "Register"), ("2031-05-20", "2031-05-21"), 1),
        (("Register", "Register"), ("2031-05-20", None), 1),
        (("Register", "Register"), ("2031-05-22", "2031-05-21"), 0),
        (("Register", "Courant"), ("2031-05-20", "2031-05-21"), 0),
        ((None, None), ("2031-05-20", "2031-05-21"), 0),
    ],
    ids=["its own", "undated", "a later one", "another outlet", "outlets unknown"],
)
def test_an_outlet_corrects_its_own_earlier_report(
    outlets: tuple[str | None, str | None], days: tuple[str, str | None], count: int
) -> None:
    wrong = tell(WRONG, "wrong.txt", days[0], outlets[0])
    right = tell(RIGHT, "right.txt", days[1], outlets[1])
    assert len(corrected(wrong, right)) == len(corrected(right, wrong)) == count


@pytest.mark.parametrize(
    "right",
    [
        "It is 92 and it will not fall to 29.",
        "The number is 92.",
        "“It is 92, not 29,” said Emeric Tolland, the waterways minister.",
        "It is 92, not 30.",
    ],
)
def test_only_the_outlets_own_words_take_a_number_back(right: str) -> None:
    """Right behind the number, in no speaker's words, and the number that was told."""
    wrong = tell(WRONG, "wrong.txt", "2031-05-20", "Register")
    assert corrected(wrong, tell(right, "right.txt", "2031-05-21", "Register")) == []
