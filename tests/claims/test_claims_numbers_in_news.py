"""Numbers as news prints them: models, ranges, shares, what a verb said twice leaves out, whose they are."""

import pytest
from claim_texts import counted, figure_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Dell built the Weir 400. The first 400 left; the 400 carries 12 crates.", ["12 crate"]),
        ("Dunn bought 18 400s and 12 more 600s.", ["18 400: ordered", "12 more 600: ordered"]),
        ("The 787-8 holds between 210 and 250 crates.", ["210..250 crate"]),
    ],
)
def test_number_that_names_a_model(text: str, lines: list[str]) -> None:
    """A model's number counts nothing; so many of a model are a figure."""
    assert figure_lines(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The barge has a range from 600 to 870 miles.", ["600..870 mile"]),
        ("It takes between 4 to 6 hours.", ["4..6 hour"]),
        ("Sales rose from 12 to 15 barges.", ["12 barge", "15 barge"]),
        ("The yard went from two barges a month to ten.", ["2 barge per month", "10 barge"]),
        ("The yards told of gains of eight and 14 per cent.", ["8% yard", "14% yard"]),
        ("Dunn fears as much as 35 % of the crates leaked.", ["..35% crate"]),
        ("They are concerned about 39 guards.", ["39 guard"]),
    ],
)
def test_two_numbers_and_hedges(text: str, lines: list[str]) -> None:
    """Ranges from one to the other, what a number became, hedges of several words."""
    assert figure_lines(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Marr got 18 first-place votes, Dunn got seven and Arends got three.",
            ["18 vote", "7 vote", "3 vote"],
        ),
        ("They used three oil well heads.", ["3 head"]),
        ("The theft involved five hard drives each.", ["5 drive"]),
        ("At home 12 pilots wait.", ["12 pilot"]),
        (
            "Dunn won seven delegates.\n\nDunn: 46.\n\nQuire: 12.",
            ["7 delegate", "46 delegate", "12 delegate"],
        ),
    ],
)
def test_noun_that_is_also_a_verb_or_missing(text: str, lines: list[str]) -> None:
    """A plural behind a counted singular is a noun; the same verb counts the same things."""
    assert figure_lines(text) == lines


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Pell Traders rose 3 %, and Dell shares fell 4 %.", ["Traders", "share"]),
        ("Orders at rates 60 % higher than before were cancelled.", ["rate"]),
        ("The Pell index was 5 % higher than before.", ["index"]),
        ("Three in four visits to the yard were short.", ["visit"]),
        ("A survey gave him 48 % support in Pell.", ["support"]),
        ("Ondria lost 30 % of territory Calvenne once controlled.", ["territory"]),
    ],
)
def test_what_a_share_is_of(text: str, heads: list[str]) -> None:
    """The subject of the nearest verb, or the noun beside; names keep their s."""
    assert [figure.counted for _, figure in counted(text)] == heads


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ondria has ordered 55 barges.", [""]),
        ("Dell Marr condemned a raid in which 30 sailors were killed.", [""]),
        ("Each week we ask 30 pilots who wins.", [""]),
        (
            "General Motors reported a 49 % drop. Dell Motors said 12 barges came.",
            ["General Motors", "Dell Motors"],
        ),
        (
            "Minister Dell Marr said:\n\nRaiders killed 70 sailors.\n\nThe office sent 12 barges.\n\nOur crews wait.",
            ["Dell Marr", "Dell Marr"],
        ),
    ],
)
def test_whose_number_it_is(text: str, names: list[str]) -> None:
    """What somebody orders or condemns is not told by him; a statement without marks goes on."""
    assert ["; ".join(one.name for one in claim.speakers) for claim, _ in counted(text)] == names


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The talk is to last 45 minutes.", ["45 minute"]),
        ("The yard wants gains of 15-20% in all.", ["15..20% yard"]),
        ("Millions in Ondria voted.", ["2000000+ person"]),
        ("Ondria, a nation of 51 million, waits.", ["51000000 person"]),
        (
            "Of the crews, 30 sailors are rich. And an astonishing 40 are neither.",
            ["30 sailor", "40 sailor"],
        ),
        ("More than a dozen prominent leaders came; the three leaders met.", ["12+ leader"]),
        ("The line tells of 20 projects that reach 12 towns.", ["20 project", "12 town"]),
        (
            "The number of crews went from 166 in May, to 139 in June.",
            ["166 crew", "139 crew"],
        ),
        ("Dunn won 81 votes to Quire's 17.", ["81 vote", "17 vote"]),
        (
            "A poll gave Dunn 31 per cent of voters, followed by Marr at 17 per cent.",
            ["31% voter", "17% voter"],
        ),
    ],
)
def test_numbers_without_a_plain_noun(text: str, lines: list[str]) -> None:
    """Crowds, lengths that last, parts of a list."""
    assert figure_lines(text) == lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In the third quarter of 2030 Dunn sold 12 barges.", "In the third quarter of 2030"),
        (
            "Dunn sold 12 barges during the first quarter of the financial year.",
            "during the first quarter of the financial year",
        ),
        ("The law, drawn up by rulers in 2008, keeps 12 seats.", None),
        ("Founded in 2004, it has 700 pilots.", None),
    ],
)
def test_window_of_a_number(text: str, words: str | None) -> None:
    """Parts of a year are windows; what stands in an aside is not the number's."""
    assert [figure.window and figure.window.words for _, figure in counted(text)] == [words]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Dunn will buy 20 of Marr's larger 777 barges.", ["20 barge: ordered"]),
        ("The yard[3] has 12 barges.", ["12 barge"]),
        ("All dPhone 4 buyers want 12 cases.", ["12 case"]),
        (
            "Dunn won 15 million votes, which is 3 million more than Marr won.",
            ["15000000 vote", "3000000 vote"],
        ),
        ("The barge was two years late.", ["2 year"]),
        ("Raiders destroyed two Ondrian weapons caches.", ["2 cache: destroyed"]),
        ("About two-thirds, Dunn said, are idle.", ["~2/3 share"]),
        ("Dunn leads, 46 per cent to 44 per cent, among likely voters.", ["46% voter", "44% voter"]),
        ("It is a 240,000 square meter park.", ["240000 meter"]),
        ("It sank, killing all six aboard.", ["6 person: killed"]),
    ],
)
def test_small_kinds(text: str, lines: list[str]) -> None:
    """Names with digits, footnotes, measures in the singular, shares among a group."""
    assert figure_lines(text) == lines


def test_who_tells_at_the_start_or_end() -> None:
    """A conjunction before "according to", and an attribution behind a comma."""
    text = "But, according to the poll, 46 per cent of crews wait."
    assert [claim.speakers[0].name for claim, _ in counted(text)] == ["poll"]
    assert [
        claim.speakers[0].name for claim, _ in counted('Dell Marr told reporters: "12 barges came."')
    ] == ["Dell Marr"]


def test_what_does_harm_is_not_harmed() -> None:
    """Bombs that killed somebody are not among the killed."""
    assert figure_lines("Eight bombs that went off killed six guards.") == ["8 bomb", "6 guard: killed"]
