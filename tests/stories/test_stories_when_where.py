"""Days and places that reports give differently for one thing."""

import pytest

from pactwatch.stories.differences import Differs
from pactwatch.stories.discrepancies import find_discrepancies
from river_reports import tell

FIRST = "Shells struck the ferry landing {there} {then}, and three dock workers were wounded. All is quiet."
SECOND = "Shells struck the old ferry landing {there} {then}, and three dock workers were wounded. Go on."


def find(kind: Differs, one: tuple[str, str], other: tuple[str, str], later: str = "2031-05-20") -> list[str]:
    """What the differences of a kind say of the two reports, with place and time filled in."""
    first = tell(FIRST.format(there=one[0], then=one[1]), "a.txt", "2031-05-20")
    second = tell(SECOND.format(there=other[0], then=other[1]), "b.txt", later)
    return [found.what for found in find_discrepancies([first, second]) if found.differs is kind]


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("on Sunday", "on Monday", ["the day is given as “Sunday” / “Monday”"]),
        ("on Sunday", "on 18 May", []),
        ("on Sunday", "on 17 May", ["the day is given as “Sunday” / “17 May”"]),
        ("on Sunday", "", []),
        ("on Sunday evening", "late on Sunday", []),
    ],
)
def test_one_thing_on_two_days(one: str, other: str, says: list[str]) -> None:
    """A weekday counts from the day of publication; 18 May 2031 is a Sunday."""
    assert find(Differs.DAY, ("at Pell", one), ("at Pell", other)) == says


def test_the_same_weekday_of_two_weeks_is_two_days() -> None:
    """Reports of 20 and 27 May do not speak of one Sunday."""
    assert find(Differs.DAY, ("at Pell", "on Sunday"), ("at Pell", "on Sunday"), "2031-05-27") != []


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("at Pell", "at Corvith", ["the place is given as “Pell” / “Corvith”"]),
        ("at Pell", "at Pell Staithe", []),
        ("at Pell", "", []),
    ],
)
def test_one_thing_in_two_places(one: str, other: str, says: list[str]) -> None:
    """A longer name of the place only says more."""
    assert find(Differs.PLACE, (one, "on Sunday"), (other, "on Sunday")) == says
