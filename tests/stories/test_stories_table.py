"""What reports tell side by side: clauses that tell the same thing are one row."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch.model.claim import Kind
from pactwatch.stories.reports import Report
from pactwatch.stories.table import Alignment, align_reports
from river_reports import tell

HALYARD = """
    Three people were killed on Sunday evening when shells hit the ferry landing at Pell Staithe, and the
    River Guard denied firing. The man who was freed crossed the pontoon on foot. Calvenne must admit sixty
    barges a day.
    """
DISPATCH = """
    Sixty barges a day must be admitted by Calvenne. Shells hit the ferry landing at Pell Staithe on Sunday,
    killing three people. Engineers measured the bridge at Corvith.
    """


def rows_of(alignment: Alignment) -> list[list[str]]:
    """The words of each row that several reports tell."""
    return [[clause.words for clause in row.clauses] for row in alignment.rows if len(row.documents) > 1]


def test_what_two_reports_tell_is_one_row() -> None:
    """In the order of the first report; what a single one tells is a row of its own."""
    one, other = tell(HALYARD, "halyard.txt"), tell(DISPATCH, "dispatch.txt")
    alignment = align_reports([one, other])
    assert rows_of(alignment) == [
        [
            "Three people were killed on Sunday evening when shells hit the ferry landing at Pell Staithe",
            "Shells hit the ferry landing at Pell Staithe on Sunday, killing three people.",
        ],
        [
            "Calvenne must admit sixty barges a day.",
            "Sixty barges a day must be admitted by Calvenne.",
        ],
    ]
    firsts = [row.clauses[0].words for row in alignment.rows]
    assert firsts[1] == "and the River Guard denied firing."
    assert firsts[-1] == "Engineers measured the bridge at Corvith."


def test_clauses_that_only_share_names_are_not_joined() -> None:
    """Pell Staithe, Calvenne and the River Guard are in both, and what they tell is not the same."""
    one = tell("The River Guard shelled Pell Staithe in Calvenne before dawn.", "one.txt")
    other = tell("Schools at Pell Staithe reopened, Calvenne told the River Guard.", "other.txt")
    assert rows_of(align_reports([one, other])) == []


def test_clauses_of_few_words_are_not_joined() -> None:
    """What two words say is alike by chance."""
    reports = [tell(f"{'x' * number} It rained hard.", f"{number}.txt") for number in (1, 2)]
    assert rows_of(align_reports(reports)) == []


TOLL = "At least 31 people have been killed since the truce took hold."


def test_figures_of_one_measure_bring_clauses_together() -> None:
    """Both count the dead since the truce took hold, in other words; the numbers are not decided here."""
    count = "Some 36 people have been killed by shells from the north bank since 3 May."
    worry = "Some people have been worried by shells from the north bank since 3 May."
    one, other, bare = tell(TOLL, "one.txt"), tell(count, "other.txt"), tell(worry, "bare.txt")
    measured = [
        [fact.placement.measure for fact in report.facts if fact.claim.kind is Kind.FIGURE]
        for report in (one, other, bare)
    ]
    assert measured == [["killed-south"], ["killed-south"], []]
    assert rows_of(align_reports([one, other])) == [[TOLL, count]]
    assert rows_of(align_reports([one, bare])) == []


def test_clauses_of_one_report_are_never_compared() -> None:
    """A report that says it twice has two rows, where nobody else says it."""
    twice = tell(
        "Shells hit the ferry landing at Pell Staithe. Shells hit the ferry landing at Pell Staithe."
    )
    assert len(align_reports([twice]).rows) == 2
    assert align_reports([]).rows == ()


PIECES = [
    "Three people were killed when shells hit the ferry landing.",
    "Shells hit the ferry landing and three people were killed.",
    "Calvenne must admit sixty barges a day.",
    "“We do not fire and we do not fly,” Captain Lise Andrane said.",
    "Captain Lise Andrane said that the army did not fire and did not fly.",
    "Engineers measured the bridge at Corvith.",
]
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), min_size=1, max_size=3)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_every_clause_of_any_reports_stands_in_one_row(texts: list[list[str]]) -> None:
    """In reading order within a report; rows follow the first clause of each."""
    reports: list[Report] = [
        tell(f"Report {number} of the day.\n\n{' '.join(own)}", f"{number}.txt")
        for number, own in enumerate(texts)
    ]
    alignment = align_reports(reports)
    wanted = [clause.place for report in reports for clause in report.clauses]
    ranks = {place: number for number, place in enumerate(wanted)}
    found = [[ranks[clause.place] for clause in row.clauses] for row in alignment.rows]
    assert sorted(number for row in found for number in row) == list(range(len(wanted)))
    assert all(row == sorted(row) for row in found)
    assert [row[0] for row in found] == sorted(row[0] for row in found)
    for row in alignment.rows:
        assert 0 <= row.alike <= 1.0001
        assert len(row.documents) > 1 or not any(combinations(row.clauses, 2))
