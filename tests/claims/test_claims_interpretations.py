"""Clause readings: what a text that was agreed is said to do, by whom, of which text."""

import pytest
from claim_texts import claims_of

from pactwatch.model.claim import Interpretation

#: text, force, which text, what
READ = [
    # the text and its verb
    ("The accord requires the crews to be home first.", "requires", "The accord", "the crews to be home first"),
    ("Article 7 obliges Ondria to leave.", "requires", "Article 7", "Ondria to leave"),
    ("The deal calls for sixty barges a day.", "requires", "The deal", "sixty barges a day"),
    ("The accord provides for a commission.", "requires", "The accord", "a commission"),
    ("The deal allows Ondria to keep ten posts.", "allows", "The deal", "Ondria to keep ten posts"),
    ("The accord lets him look and count.", "allows", "The accord", "him look and count"),
    ("Resolution 117 authorised the mission for a year.", "allows", "Resolution 117", "the mission for a year"),
    ("The truce forbids any fire across the river.", "forbids", "The truce", "any fire across the river"),
    ("Article 10 rules out an early start.", "forbids", "Article 10", "an early start"),
    ("Article 10 rules one out for now.", "forbids", "Article 10", "one out for now"),
    ("The plan links the withdrawal to the return of the crews.", "means", "The plan", "the withdrawal to the return of the crews"),
    ("The plan gives the mission the training of the police.", "requires", "The plan", "the mission the training of the police"),
    ("The plan gives the mission the right to search.", "allows", "The plan", "the mission the right to search"),
    ("The accord gives him no power to stop a boat.", "means", "The accord", "him no power to stop a boat"),
    ("Article 8 has no date.", "means", "Article 8", "no date"),
    ("Article 8 names no date.", "means", "Article 8", "no date"),
    ("The two articles don't mention one another.", "means", "The two articles", "one another"),
    # phases, duties and rights
    ("The second phase calls for the guns to be pulled back.", "requires", "The second phase", "the guns to be pulled back"),
    ("In the second phase, Ondria is to pull back its guns.", "requires", "the second phase", "Ondria is to pull back its guns"),
    ("The bridge belongs to the third phase.", "means", "the third phase", "The bridge belongs to the third phase"),
    ("Ondria has a duty under the accord to leave.", "requires", "the accord", "Ondria has a duty under the accord to leave"),
    ("Ondria has no obligation under the accord to wait.", "does not require", "the accord", "Ondria has no obligation under the accord to wait"),
    ("Calvenne has the right under article 4 to search the boats.", "allows", "article 4", "Calvenne has the right under article 4 to search the boats"),
    ("The locks ought to pass sixty barges.", "requires", "ought", "pass sixty barges"),
    ("Sixty is what we owe.", "requires", "owe", "Sixty"),
    ("The duty stands until the river is clear.", "requires", "The duty", "The duty stands until the river is clear"),
    ("The repair is no part of its obligation under article 6.", "does not require", "article 6", "The repair is no part of its obligation under article 6"),
    ("Engineers are covered by article 7.", "means", "article 7", "Engineers are covered by article 7"),
    ("Engineers are exempt from article 7.", "does not require", "article 7", "Engineers are exempt from article 7"),
    # a number and its text
    ("The guns are short of the 20 miles laid down in the accord.", "requires", "the accord", "the 20 miles"),
    ("The rate fell from 60, the figure in the accord.", "requires", "the accord", "60, the figure in the accord"),
    ("The rate is below the 60 for which article 4 provides.", "requires", "article 4", "the 60"),
    # what a text leaves and says
    ("The accord leaves no room for delay.", "forbids", "The accord", "no room for delay"),
    ("Article 4 makes no allowance for repairs.", "forbids", "Article 4", "no allowance for repairs"),
    ("The searches have no basis in the accord.", "forbids", "the accord", "The searches have no basis in the accord"),
    ("Article 7 says “garrison”.", "means", "Article 7", "garrison"),
    ("There is nothing in article 8 about the island.", "means", "article 8", "the island"),
    ("There is nothing in the accord to stop Ondria from leaving.", "allows", "the accord", "Ondria from leaving"),
    ("As required by article 4, Calvenne must admit 60 barges.", "requires", "article 4", "Calvenne must admit 60 barges"),
    ("The deal, which requires Ondria to leave, is at risk.", "requires", "The deal", "Ondria to leave"),
    # denied
    ("The accord does not require a date.", "does not require", "The accord", "a date"),
    ("The accord doesn't provide for a penalty.", "does not require", "The accord", "a penalty"),
    ("Nothing in the accord obliges Ondria to leave.", "does not require", "the accord", "Ondria to leave"),
    ("The deal does not allow Ondria to return.", "forbids", "The deal", "Ondria to return"),
    ("The accord doesn't let Ondria wait.", "forbids", "The accord", "Ondria wait"),
    ("The accord does not entitle Calvenne to inspect boats.", "forbids", "The accord", "Calvenne to inspect boats"),
    ("Article 10 does not rule out a survey.", "allows", "Article 10", "a survey"),
    ("The text says nothing about the islands.", "does not require", "The text", "the islands"),
    ("The text is silent on the islands.", "does not require", "The text", "the islands"),
    ("Neither article forbids a post on the island.", "allows", "Neither article", "a post on the island"),
    ("There is nothing in article 7 that requires a date.", "does not require", "article 7", "a date"),
    # what a text says
    ("The accord stipulates that the guns be moved.", "requires", "The accord", "the guns be moved"),
    ("According to the accord, Calvenne must admit 60 barges.", "requires", "the accord", "Calvenne must admit 60 barges"),
    ("The plan says that weapons are placed beyond use.", "requires", "The plan", "weapons are placed beyond use"),
    ("The plan says that no side takes part in government.", "forbids", "The plan", "no side takes part in government"),
    ("The plan says that the board may meet in Pell.", "allows", "The plan", "the board may meet in Pell"),
    ("The plan has the factions stay out of government.", "forbids", "The plan", "the factions stay out of government"),
    ("The plan has the Board oversee a committee.", "requires", "The plan", "the Board oversee a committee"),
    # under a text
    ("Under article 4, Calvenne must open the locks.", "requires", "article 4", "Calvenne must open the locks"),
    ("Under the accord, Calvenne may inspect boats.", "allows", "the accord", "Calvenne may inspect boats"),
    ("Under the accord, no side may fire.", "forbids", "the accord", "no side may fire"),
    ("Under the accord, Ondria need not leave at once.", "does not require", "the accord", "Ondria need not leave at once"),
    ("Under the plan published in May, the board oversees the government.", "requires", "the plan", "the board oversees the government"),
    ("Under the accord the work belongs to the third phase.", "means", "the accord", "the work belongs to the third phase"),
    ("By the accord, as reported, the war ends once Ondria approves.", "means", "the accord", "the war ends once Ondria approves"),
    ("Ondria is not obliged to move its guns under the accord.", "does not require", "the accord", "Ondria is not obliged to move its guns under the accord"),
    ("Calvenne is bound by article 4 to open the locks.", "requires", "article 4", "Calvenne is bound by article 4 to open the locks"),
    ("Ondria is entitled to ten posts under article 7.", "allows", "article 7", "Ondria is entitled to ten posts under article 7"),
    ("Ondria is barred from the island under article 7.", "forbids", "article 7", "Ondria is barred from the island under article 7"),
    ("The report is due under article 6.", "requires", "article 6", "The report is due under article 6"),
    ("An article without a date is due at once.", "requires", "An article without a date", "An article without a date is due at once"),
    ("Calvenne must admit 60 barges a day under article 4.", "requires", "article 4", "Calvenne must admit 60 barges a day under article 4"),
    ("The withdrawal may not be made subject to any condition other than that named in article 7.", "forbids", "article 7",
     "The withdrawal may not be made subject to any condition other than that named in article 7"),
    # other
    ("Fifty-seven went through, just shy of the 60 the accord calls for.", "requires", "the accord", "the 60"),
    ("A river with mines in it isn't “open” within the meaning of article 4.", "means", "article 4", "A river with mines in it isn't “open"),
    ("The word in article 7 is withdrawal.", "means", "article 7", "withdrawal"),
    ("Ondria reads the accord as a ladder.", "means", "the accord", "a ladder"),
    ("Ondria takes article 8 to mean that the guns move last.", "means", "article 8", "the guns move last"),
    ("The accord is clear that the guns go first.", "means", "The accord", "the guns go first"),
]  # fmt: skip

NONE = [
    "Ceasefire monitors said the river was quiet.",
    "The mission that watches the truce said on Monday that all was quiet.",
    "The deal was brokered by Quellin.",
    "The agreement was signed on 3 May.",
    "The truce allowed families to return.",
    "The deal has no chance.",
    "The accord has held for a month.",
    "Marr said the accord is dead.",
    "The plan was rejected by Ondria.",
    "Ondria must abide by the accord.",
    "Both sides must respect the accord.",
    "The talks must address violations of the truce by Ondria.",
    "Ondria must answer for every breach of article 1.",
    "Under such a plan, Ondria would leave at noon.",
    "Under the deal, Ondria freed 47 crew members.",
    "Under the deal, the boats are expected to sail.",
    "The minister requires a visa.",
    "At the end of the month he is to meet the president.",
    "The accord says so.",
]


def _read(text: str) -> list[tuple[str, str, str, list[str]]]:
    article, claims = claims_of(text, "interpretations")
    rows = []
    for claim in claims:
        slots = claim.slots
        assert isinstance(slots, Interpretation)
        by = [mention.name for mention in claim.speakers]
        rows.append((slots.force.value, article.words(slots.instrument), article.words(slots.meaning), by))
    return rows


@pytest.mark.parametrize(("text", "force", "instrument", "meaning"), READ)
def test_what_a_text_does(text: str, force: str, instrument: str, meaning: str) -> None:
    assert [row[:3] for row in _read(text)] == [(force, instrument, meaning)]


@pytest.mark.parametrize("text", NONE)
def test_no_reading(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The accord requires a date.", []),
        ("Marr said the accord requires a date.", ["Marr"]),
        ("“The accord requires a date,” Marr said.", ["Marr"]),
        ("Marr said the post was small. In his view the accord lets him look and count.", ["Marr"]),
        ("On Ondria's reading the accord allows a pause.", ["Ondria"]),
        ("The accord, as Marr reads it, doesn't let Ondria wait.", ["Marr"]),
        ("As Ondria sees it, the accord allows the guns to stay.", ["Ondria"]),
        ("Marr said article 2 covers only the crews.", ["Marr"]),
        ("What the accord requires is a full withdrawal, Marr said.", ["Marr"]),
        ("Ondria reads the accord as a ladder.", ["Ondria"]),
        ("Ondria's reading is that “up to” sets no floor.", ["Ondria"]),
        ("The plan says that weapons are placed beyond use.", []),
        ("They will not return, the plan says.", []),
    ],
)
def test_whose_reading(text: str, by: list[str]) -> None:
    assert [row[3] for row in _read(text)] == [by]


def test_a_text_is_told_from_sentence_to_sentence() -> None:
    text = """
    Under the plan, a committee forms the government, and the board oversees it. The force is to train the police.

    If one side delays, the other steps go ahead. For 72 hours there is to be no surveillance. It rained.

    The minister is to travel to Pell.
    """
    assert [row[:1] + row[2:3] for row in _read(text)] == [
        ("requires", "a committee forms the government"),
        ("requires", "the board oversees it"),
        ("requires", "The force is to train the police"),
        ("means", "If one side delays, the other steps go ahead"),
        ("forbids", "For 72 hours there is to be no surveillance"),
    ]


def test_a_text_tells_each_side_its_own() -> None:
    text = """
    The plan says that no faction takes part in government, that camps are closed, and that weapons are handed over.
    It also says that there is to be no occupation.
    """
    assert [row[0] for row in _read(text)] == ["forbids", "requires", "requires", "forbids"]


def test_a_second_verb_of_a_text() -> None:
    rows = _read(
        "The plan links the withdrawal to the return of the crews, and leaves Ondria a security perimeter."
    )
    assert [row[0] for row in rows] == ["means", "allows"]


def test_that_leads_to_the_text_before() -> None:
    assert [
        row[0]
        for row in _read("Article 8 names no date. Vessmar takes that to mean that the guns move last.")
    ] == [
        "means",
        "means",
    ]
