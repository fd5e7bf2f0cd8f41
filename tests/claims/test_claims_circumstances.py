"""To whom, on what occasion and on what day something is said. The texts are published on Monday, 19 May 2031."""

import pytest
from claim_texts import claims_of

from pactwatch.model.claim import Claim, Statement


def only_claim(text: str, published: str | None = "2031-05-19") -> Claim:
    """The one statement of a text."""
    (claim,) = claims_of(text, "statements", published)[1]
    return claim


def statement_of(text: str) -> Statement:
    slots = only_claim(text).slots
    assert isinstance(slots, Statement)
    return slots


def day_of(text: str, published: str | None = "2031-05-19") -> str | None:
    said_on = only_claim(text, published).said_on
    return said_on.first.isoformat() if said_on else None


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Dessa Morrane told reporters that the weir was open.", "reporters"),
        ("Dessa Morrane told the monitors the weir was open.", "the monitors"),
        ("“The weir is open,” Dessa Morrane told the Courant on Friday.", "the Courant"),
        ("“The weir,” Dessa Morrane told the monitors on Friday, “is open.”", "the monitors"),
        ("The weir was open, Dessa Morrane told her ministers on Tuesday.", "her ministers"),
        ("Dessa Morrane said to the crowd that the weir was open.", "the crowd"),
        ("“The weir is open,” Dessa Morrane said to reporters.", "reporters"),
        ("Dessa Morrane wrote to Anselm Quire that the weir was open.", "Anselm Quire"),
        ("Dessa Morrane complained to the monitors that the weir was shut.", "the monitors"),
        ("“The weir is open,” Dessa Morrane said in a letter to shippers.", "shippers"),
        ("Dessa Morrane assured the crews that the weir was open.", "the crews"),
        ("Dessa Morrane warned Ondria that the weir could fail.", "Ondria"),
        ("Dessa Morrane reminded him that the weir was shut.", "him"),
        ("Dessa Morrane urged both sides to open the weir.", "both sides"),
        ("Dessa Morrane asked Ondria to open the weir.", "Ondria"),
        ("Dessa Morrane called on Ondria to open the weir.", "Ondria"),
        ("“You must leave,” Dessa Morrane told the crews.", "the crews"),
        ("Dessa Morrane said that the weir was open.", None),
        ("Dessa Morrane said that barges went to Pell.", None),
        ("Two barges were held, according to Anselm Quire.", None),
        ("Dessa Morrane wants Ondria to close the weir.", None),
    ],
)
def test_who_is_told(text: str, addressee: str | None) -> None:
    """Behind the verb, behind "to", or the one who is to do it."""
    assert statement_of(text).addressee == addressee


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("“The weir is open,” Dessa Morrane said at a news conference in Pell.", "a news conference in Pell"),
        (
            "Dessa Morrane told a news conference in Pell that the weir was open.",
            "a news conference in Pell",
        ),
        ("“The weir is open,” Dessa Morrane said in a letter to shippers.", "a letter to shippers"),
        ("In a statement on Sunday, Dessa Morrane said that the weir was open.", "a statement"),
        ("After talks in Vessmar, Dessa Morrane said that the weir was open.", "talks in Vessmar"),
        ("Dessa Morrane said during a visit to Pell that the weir was open.", "a visit to Pell"),
        (
            "Dessa Morrane said in an interview with the Courant that the weir was open.",
            "an interview with the Courant",
        ),
        ("Dessa Morrane said that talks in Vessmar would go on.", None),
        ("Dessa Morrane told reporters that the weir was open.", None),
    ],
)
def test_occasion_stands_outside_the_words(text: str, occasion: str | None) -> None:
    """Where it is said; an occasion of which somebody speaks is none."""
    assert statement_of(text).occasion == occasion


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dessa Morrane said on Friday that the weir was open.", "2031-05-16"),
        ("Dessa Morrane told reporters in Pell on Friday that the weir was open.", "2031-05-16"),
        ("Dessa Morrane said on Friday that the weir would open on Monday.", "2031-05-16"),
        ("“The weir is open,” Dessa Morrane said on Saturday.", "2031-05-17"),
        ("“The weir is open,” Dessa Morrane said on Monday.", "2031-05-19"),
        ("“The weir is open,” Dessa Morrane said on 12 May.", "2031-05-12"),
        ("“The weir is open,” Dessa Morrane said on 12 May 2030.", "2030-05-12"),
        ("On Wednesday, Dessa Morrane said that the weir was open.", "2031-05-14"),
        ("Speaking at a rally on Thursday, Dessa Morrane said that the weir was open.", "2031-05-15"),
        ("Dessa Morrane said yesterday that the weir was open.", "2031-05-18"),
        ("Dessa Morrane said today that the weir was open.", "2031-05-19"),
        ("Dessa Morrane said that the weir would open on Monday.", None),
        ("“The weir opens on Monday,” Dessa Morrane said.", None),
        ("Dessa Morrane said last week that the weir was open.", None),
        ("Dessa Morrane said that the weir was open.", None),
    ],
)
def test_day_of_saying(text: str, day: str | None) -> None:
    """The last such day before publication; a day inside the words is not when they were said."""
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("published", "day"), [("2031-05-19", "2031-05-16"), ("2031-05-16", "2031-05-16"), (None, None)]
)
def test_weekday_is_counted_from_publication(published: str | None, day: str | None) -> None:
    """Without a day of publication, nobody knows which Friday it was."""
    assert day_of("Dessa Morrane said on Friday that the weir was open.", published) == day


def test_date_with_its_year_needs_no_publication() -> None:
    """A whole date says itself."""
    assert day_of("“The weir is open,” Dessa Morrane said on 12 May 2031.", None) == "2031-05-12"
