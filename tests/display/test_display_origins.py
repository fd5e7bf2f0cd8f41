"""Origins as trees: what a tie to an earlier report is called."""

from pactwatch.display.labels import label_reports
from pactwatch.display.origins import TieRow, make_origins
from pactwatch.model.link import Linked, LinkKind, Verdict
from pactwatch.stories.story import find_stories
from river_reports import judge, propose, tell

WORDS = "Three people were killed when shells hit the ferry landing at Pell Staithe, Calvenne said."
FIRST = tell(WORDS, "first.txt", "2031-05-19", "The Lockkeeper")
SECOND = tell(f"{WORDS} Nobody slept.", "second.txt", "2031-05-19", "The Tamber Post")
THIRD = tell(f"{WORDS} The locks were shut.", "third.txt", "2031-05-20", "The Vessmar Courant")
REPORTS = (FIRST, SECOND, THIRD)


def list_ties(*links: Linked) -> list[TieRow]:
    """The ties of the third report, which hangs under the first."""
    joined = [propose(LinkKind.SAME_STORY, FIRST.id, own.id) for own in (SECOND, THIRD)]
    (story,) = find_stories([own.document for own in REPORTS], [*joined, *links])
    labels = label_reports(REPORTS, {})
    (origin,) = make_origins(story, {own.id: own for own in REPORTS}, labels)
    roots = {node.report.file: node for node in origin.nodes}
    (child,) = roots["first.txt"].children
    return list(child.ties)


SHARED = propose(LinkKind.SAME_ORIGIN, FIRST.id, SECOND.id)
FROM_FIRST = propose(LinkKind.DERIVED_FROM, THIRD.id, FIRST.id, 0.9)
FROM_SECOND = propose(LinkKind.DERIVED_FROM, THIRD.id, SECOND.id)


def test_a_report_is_derived_from_one_and_shares_with_the_others() -> None:
    """What it has from the first need not have come over the second: the days tell only who was earlier."""
    copied = propose(LinkKind.COPIED_FROM, THIRD.id, SECOND.id)
    ties = list_ties(SHARED, FROM_FIRST, FROM_SECOND, copied)
    assert ties[0].words == "derived from A"
    assert {tie.words for tie in ties[1:]} == {
        "shares its reporting with the earlier B",
        "shares a passage with the earlier B",
    }
    assert all(tie.words == f"{tie.how} {tie.to}" for tie in ties)


def test_a_person_can_say_that_it_is_derived_from_two() -> None:
    judged = [
        judge(LinkKind.DERIVED_FROM, THIRD.id, FIRST.id, Verdict.SAME, 0.9),
        judge(LinkKind.DERIVED_FROM, THIRD.id, SECOND.id, Verdict.SAME, 0.5),
    ]
    words = {tie.words for tie in list_ties(SHARED, *judged)}
    assert words == {"derived from A", "derived from B"}
