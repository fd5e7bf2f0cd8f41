"""Numbers that count nothing, by kind, and those beside them that do."""

from datetime import date

import pytest
from claim_texts import article_of, figure_lines

from pactwatch.claims.exclusions import find_exclusion
from pactwatch.claims.sheet import make_sheet
from pactwatch.language.dates import find_dates
from pactwatch.language.numbers import find_numbers

PUBLISHED = date(2031, 5, 19)


def kinds_of(text: str) -> list[str | None]:
    """The kind of every number of a text; None where it may count."""
    article = article_of(text)
    kinds = []
    for unit in make_sheet(article).units:
        dated = [
            (found.begin, found.end) for found in find_dates(article.text, unit.begin, unit.end, PUBLISHED)
        ]
        kinds += [find_exclusion(unit, number, dated) for number in find_numbers(unit.tokens)]
    return kinds


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("date", "They met on 17 November 2025."),
        ("date", "They met on 3 and 9 May."),
        ("date", "They met between 3 and 9 May."),
        ("date", "They met on May 3 and 9."),
        ("date", "They met on 3-9 May."),
        ("date", "It ended in 2014."),
        ("year", "The 2014 protests ended."),
        ("year", "The 1991 river war ended."),
        ("year", "They took iLock '11 home."),
        ("numbered", "It was adopted as resolution 2803."),
        ("numbered", "Phase two begins on day 12."),
        ("numbered", "Articles 3, 4 and 5 were cut."),
        ("numbered", "They slept in room 12 of the inn."),
        ("numbered", "Under § 14 barges pass."),
        ("numbered", "Figure 3 shows the lock."),
        ("numbered", "No. 10 spoke."),
        ("name", "They sold a Skiff 737 to Ondria."),
        ("name", "Lock 12 was destroyed."),
        ("clock", "It opened at 10:15."),
        ("clock", "It opened at 8 p.m. and shut at noon."),
        ("clock", "It opened at 0600 GMT."),
        ("clock", "The barges left at 12."),
        ("age", "Marga Dunn, 21, came."),
        ("age", "A girl aged 12 to 14 came in."),
        ("age", "She is 12 years old."),
        ("age", "Marga Dunn turned 40."),
        ("age", "He was 42 when he left."),
        ("age", "Children under 12 were freed."),
        ("age", "Missing were Marga Dunn, 21; Piet Arends, 30."),
        ("money", "It cost 3 bn euros."),
        ("money", "It cost EUR 12 million."),
        ("money", "It cost 20 pounds."),
        ("degree", "It is 20 degrees in Pell."),
        ("degree", "It is 20 °C in Pell."),
        ("degree", "The index lost 45 points."),
        ("degree", "It is three times as many."),
        ("degree", "The wreck lies at 51.5 N, 0.1 W."),
        ("degree", "The wreck lies at 31° 25′ N."),
        ("joined", "Ondria won 2-1."),
        ("joined", "Ondria won 2–1 on Friday."),
        ("joined", "Call 555-1234 now."),
        ("joined", "It is open 24/7."),
        ("joined", "It holds 10^6 grains."),
        ("part", "They live at 12a now."),
        ("part", "It is 20C in Pell."),
        ("part", "They have 1e6 ways."),
        ("address", "They live at 12 Weir Street."),
        ("marker", "Then (2) the barges pass."),
        ("negative", "It fell to -5 there."),
        ("negative", "It fell to minus 5 there."),
        ("dating", "They came two weeks ago."),
        ("dating", "They came in the past 24 hours."),
        ("dating", "They came three days later."),
        ("dating", "It was the first time in five years."),
        ("dating", "It was the highest toll in 12 months."),
    ],
)
def test_kind(kind: str, text: str) -> None:
    """Each kind is told from the words around the number, and gives no figure."""
    kinds = kinds_of(text)
    known = [found for found in kinds if found in (kind, "numbered")]
    assert kinds and known == kinds and kind in kinds
    assert figure_lines(f"{text} The clerk said that 77 barges passed.") == ["77 barge: passed"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("They freed 2000 captives.", ["2000 captive: released"]),
        ("They freed some 1990 captives.", ["~1990 captive: released"]),
        ("In 2014, 15 barges passed.", ["15 barge: passed"]),
        ("In 2014 15 barges passed.", ["15 barge: passed"]),
        ("On 3 May 14 barges passed.", ["14 barge: passed"]),
        ("In March 60 barges passed.", ["60 barge: passed"]),
        ("Marga Dunn was hurt on May 3 and 9 people died.", ["9 person: killed"]),
        ("Under Article 5, 12 barges passed.", ["12 barge: passed"]),
        ("On day 12, five were killed.", ["5 person: killed"]),
        ("Three men, 21, 24 and 30, were killed.", ["3 man: killed"]),
        ("Two men (21 and 24) were killed.", ["2 man: killed"]),
        ("Piet Arends, 42, and two others were killed.", ["2 person: killed"]),
        ("Raids stood at 12 and bombardments at 24.", ["12 raid", "24 bombardment"]),
        ("They lost 12-10 and 15 fans were hurt.", ["15 fan: wounded"]),
        ("In all 40-60 people were killed.", ["40..60 person: killed"]),
        ("Over 60 barges passed at 12.", ["60+ barge: passed"]),
        ("They moved 60km north.", ["60 km"]),
        ("It rose 2.5 percent at 12:30.", ["2.5% share"]),
        ("They spent $5 on 12 lorries.", ["12 lorry"]),
        ("The ferry carried 12 people for 5 euros each.", ["12 person"]),
        ("A 42-year-old man and six boys were freed.", ["6 boy: released"]),
        ("Women over 60 and 14 children were freed.", ["14 child: released"]),
        ("The 5th Brigade freed 12 men.", ["12 man: released"]),
        ("In Pell 12 Ondrians were killed.", ["12 Ondrian: killed"]),
    ],
)
def test_what_counts_beside_it(text: str, lines: list[str]) -> None:
    """A number that counts is found beside dates, ages, scores and money, and only it."""
    assert figure_lines(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A truce of nine days began.", ["9 day"]),
        ("They came nine days ago.", []),
        ("They waited 72 hours.", ["72 hour"]),
        ("Within the past 72 hours they came.", []),
        ("He has been held for five years.", ["5 year"]),
        ("It was the worst raid in five years.", []),
        ("The lock lies 12 km from Pell.", ["12 km"]),
    ],
)
def test_lengths_count_where_they_measure(text: str, lines: list[str]) -> None:
    """A length of time or way is a figure, and none where it only dates."""
    assert figure_lines(text) == lines
