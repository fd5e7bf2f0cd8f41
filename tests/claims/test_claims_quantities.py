"""Hedges, ranges, shares, ratios, totals, rates and increments."""

import pytest
from claim_texts import counted, figure_lines


@pytest.mark.parametrize(
    ("hedge", "line"),
    [
        ("at least", "30+"),
        ("no fewer than", "30+"),
        ("not less than", "30+"),
        ("more than", "30+"),
        ("over", "30+"),
        ("well over", "30+"),
        ("just over", "30+"),
        ("upwards of", "30+"),
        ("in excess of", "30+"),
        ("a minimum of", "30+"),
        ("at least some", "30+"),
        ("up to", "..30"),
        ("up to around", "..30"),
        ("as many as", "..30"),
        ("no more than", "..30"),
        ("fewer than", "..30"),
        ("less than", "..30"),
        ("just under", "..30"),
        ("around", "~30"),
        ("about", "~30"),
        ("some", "~30"),
        ("roughly", "~30"),
        ("approximately", "~30"),
        ("nearly", "~30"),
        ("almost", "~30"),
        ("close to", "~30"),
        ("an estimated", "~30"),
    ],
)
def test_hedge_before(hedge: str, line: str) -> None:
    """The words bound the number, and stand on the claim as printed."""
    text = f"In Pell {hedge} 30 people were killed."
    assert figure_lines(text) == [f"{line} person: killed"]
    assert counted(text)[0][0].hedge == hedge


@pytest.mark.parametrize(
    ("text", "hedge", "line"),
    [
        ("In all 30 or more people were killed.", "or more", "30+ person: killed"),
        ("In all 30 or so people were killed.", "or so", "~30 person: killed"),
        ("In all 50+ people were killed.", "+", "50+ person: killed"),
        ("In all ~50 people were killed.", "~", "~50 person: killed"),
        ("In all >50 people were killed.", ">", "50+ person: killed"),
        ("In all ≤ 50 people were killed.", "≤", "..50 person: killed"),
        ("In all exactly 30 people were killed.", None, "30 person: killed"),
        ("A total of 30 people were killed.", None, "30 person: killed"),
        ("Only 30 people were killed.", None, "30 person: killed"),
        ("They handed over 30 captives.", None, "30 captive: returned"),
        ("The raids killed over 30 captives.", "over", "30+ captive: killed"),
        ("They talked about 30 captives.", "about", "~30 captive"),
        ("About 500 miles (800 km) of road reopened.", "about", "~500 mile"),
    ],
)
def test_hedge_behind_or_none(text: str, hedge: str | None, line: str) -> None:
    """A hedge may stand behind or be a sign; a verb's "over" and a plain total are none."""
    assert (counted(text)[0][0].hedge, figure_lines(text)[0]) == (hedge, line)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("dozens of", "24+"),
        ("several dozen", "24+"),
        ("scores of", "40+"),
        ("hundreds of", "200+"),
        ("tens of thousands of", "20000+"),
        ("dozens or hundreds of", "24+"),
        ("more than a dozen", "12+"),
        ("two dozen", "24"),
        ("half a dozen", "6"),
        ("half a million", "500000"),
        ("two and a half million", "2500000"),
    ],
)
def test_words_for_many(words: str, line: str) -> None:
    """Vague words are open above; dozens are never 12."""
    assert figure_lines(f"On Friday {words} people were displaced.") == [f"{line} person: displaced"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("between 30 and 40", "30..40"),
        ("between 40 and 30", "30..40"),
        ("30 to 40", "30..40"),
        ("30-40", "30..40"),
        ("30 – 40", "30..40"),
        ("30 or 40", "30..40"),
        ("two or three", "2..3"),
        ("20 000 to 30 000", "20000..30000"),
    ],
)
def test_range(words: str, line: str) -> None:
    """A range is one figure with both ends, in whatever order."""
    assert figure_lines(f"In Pell {words} people were killed.") == [f"{line} person: killed"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("From 40 to 60 people were killed.", ["40..60 person: killed"]),
        ("The number of wounded rose from 40 to 60 people.", ["40 person", "60 person: wounded"]),
        ("They came with 30 to 40 lorries.", ["30..40 lorry"]),
        ("It was held for one to two years.", ["1..2 year"]),
        ("They lost less than half of 1 percent.", ["..1/2 percent", "1% share"]),
        ("In clashes between 60 guards and 40 rebels nobody won.", ["60 guard", "40 rebel"]),
    ],
)
def test_two_numbers_that_may_be_a_range(text: str, lines: list[str]) -> None:
    """What rises from one number to another is no range."""
    assert figure_lines(text) == lines


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("41 % of the", "41% barge"),
        ("41% of the", "41% barge"),
        ("41 percent of the", "41% barge"),
        ("41 per cent of all", "41% barge"),
        ("41pc of the", "41% barge"),
        ("some 41.5% of the", "~41.5% barge"),
        ("between 40 and 45 percent of the", "40..45% barge"),
        ("41 % of the 48", "41% of 48 barge"),
        ("half of the", "1/2 barge"),
        ("half the", "1/2 barge"),
        ("nearly half of the", "~1/2 barge"),
        ("a third of the", "1/3 barge"),
        ("two-thirds of the", "2/3 barge"),
        ("three quarters of the", "3/4 barge"),
        ("3/4 of the", "3/4 barge"),
        ("a fifth of the", "1/5 barge"),
        ("a quarter of the 48", "1/4 of 48 barge"),
        ("one in five", "1/5 barge"),
        ("nearly two in three", "~2/3 barge"),
        ("3 of 28", "3 of 28 barge"),
        ("3 out of 28", "3 of 28 barge"),
        ("three of the 28", "3 of 28 barge"),
        ("all but 3 of the 28", "25 of 28 barge"),
    ],
)
def test_share_or_part_of_a_whole(words: str, line: str) -> None:
    """One figure for the part, with the size of the whole where it is told."""
    assert f"{line}: destroyed" in figure_lines(f"In Pell {words} barges were destroyed.")


@pytest.mark.parametrize(
    "text",
    [
        "They freed one in five days.",
        "They held one in two ports.",
        "The 3/4 barges were destroyed.",
        "None of the two was destroyed.",
        "The 9/11 barges were destroyed.",
    ],
)
def test_no_share(text: str) -> None:
    """Numbers with "in" or a slash between them are not always parts of a whole."""
    assert [line for line in figure_lines(text) if "/" in line or "destroyed" in line] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ondria admitted 600 lorries a day.", "600 lorry per day: entered"),
        ("Ondria admitted 600 lorries per week.", "600 lorry per week: entered"),
        ("Ondria admitted 600 lorries each month.", "600 lorry per month: entered"),
        ("Ondria admitted 600 lorries daily.", "600 lorry per day: entered"),
        ("They moved 60 tonnes of flour an hour.", "60 tonne per hour"),
        ("Ondria is to free 15 prisoners for each hostage.", "15 prisoner per hostage: due"),
        ("Ondria is to free 15 prisoners per hostage.", "15 prisoner per hostage: due"),
    ],
)
def test_rate_and_ratio(text: str, line: str) -> None:
    """So many a day, so many for each of another thing."""
    assert figure_lines(text) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Five more people were killed.", "5 more person: killed"),
        ("Five more were killed.", "5 more person: killed"),
        ("Another 11 people were killed.", "11 more person: killed"),
        ("A further 11 people were killed.", "11 more person: killed"),
        ("An additional 11 barges entered.", "11 more barge: entered"),
        ("More than 11 people were killed.", "11+ person: killed"),
        ("Eleven or more people were killed.", "11+ person: killed"),
        ("Five people were killed, bringing the toll to 400.", "5 person: killed"),
    ],
)
def test_increment(text: str, line: str) -> None:
    """ "More" adds to what was told before, and bounds a number only with "than" or "or"."""
    assert figure_lines(text)[0] == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("In all 20.000 people fled Pell.", "20000 person"),
        ("In all 1.234 people were killed.", "1234 person: killed"),
        ("In all 20 000 people were killed.", "20000 person: killed"),
        ("In all 1.234.567 people were displaced.", "1234567 person: displaced"),
        ("They carried 1.234 tonnes of flour.", "1.234 tonne"),
        ("It is 42.195 km to Pell.", "42.195 km"),
        ("It rose 2.375 percent.", "2.375% share"),
        ("In all 1.125 million people were displaced.", "1125000 person: displaced"),
    ],
)
def test_point_parts_thousands_of_what_has_no_thousandths(text: str, line: str) -> None:
    """Of people a point with three digits parts thousands; of tonnes it is a decimal."""
    assert figure_lines(text) == [line]
