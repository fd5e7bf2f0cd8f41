"""What a rewrite changed: each report of an origin beside the one that it goes back to."""

from collections.abc import Sequence

from pactwatch.model.link import Linked, LinkKind
from pactwatch.stories.changes import Change
from pactwatch.stories.reports import Report
from pactwatch.stories.story import find_stories
from pactwatch.stories.telling import Telling, tell_story, tell_two
from river_reports import propose, tell

TOLL = "Three people were killed when shells hit the ferry landing at Pell Staithe, Calvenne said."
GUARD = "The River Guard, which denied firing, lost four of its own men at Hestle Island."
HALYARD = tell(f"{TOLL}\n\n{GUARD}", "halyard.txt", "2031-05-19", "Halyard", "Halyard")
COURANT = tell(
    TOLL.replace("Three", "Four") + "\n\nThe landing burned all night.",
    "courant.txt",
    "2031-05-20",
    "The Vessmar Courant",
    "Halyard",
)
EARLY = tell(f"{TOLL} Nobody slept.", "early.txt", "2031-05-18", "The Lockkeeper", "Halyard")
LATER = tell("The locks stayed shut all week.", "later.txt", "2031-05-25", "The Lockkeeper")
DIGEST = tell(TOLL, "digest.txt", "2031-05-21", "Pactwatch", digest=True)


def tell_all(reports: Sequence[Report], *linked: Linked) -> Telling:
    """Some reports as one story."""
    chain = [propose(LinkKind.SAME_STORY, HALYARD.id, own.id) for own in reports if own is not HALYARD]
    (story,) = find_stories([own.document for own in reports], [*chain, *linked])
    return tell_story(story, reports, linked)


def pairs_of(changes: Sequence[Change]) -> list[tuple[str, str, bool]]:
    names = {own.id: own.document.name for own in (HALYARD, COURANT, EARLY, LATER)}
    return [(names[one.reference], names[one.document], one.known) for one in changes]


def test_a_rewrite_stands_beside_what_it_is_derived_from() -> None:
    """What it kept, left out, added, and the number that it changed."""
    told = tell_all([HALYARD, COURANT], propose(LinkKind.DERIVED_FROM, COURANT.id, HALYARD.id))
    (change,) = told.changes
    assert pairs_of(told.changes) == [("halyard.txt", "courant.txt", True)]
    assert change.kept == 1
    assert [clause.words for clause in change.left_out] == [GUARD]
    assert [clause.words for clause in change.own] == ["The landing burned all night."]
    assert [one.differs.value for one in change.differences] == ["figure"]


def test_the_agencys_own_report_is_the_reference() -> None:
    """Others that carry the agency are compared with its report, even where one of them came out before;
    and the agency's report is never compared with what is derived from it."""
    derived = propose(LinkKind.DERIVED_FROM, COURANT.id, HALYARD.id)
    told = tell_all([EARLY, HALYARD, COURANT], derived)
    assert pairs_of(told.changes) == [
        ("halyard.txt", "early.txt", False),
        ("halyard.txt", "courant.txt", True),
    ]


def test_digests_are_told_beside_nothing() -> None:
    """They are no report of the story, and a story of digests alone tells nothing."""
    told = tell_all([HALYARD, DIGEST])
    assert [own.id for own in told.reports] == [HALYARD.id]
    assert told.changes == told.differences == told.utterances == ()
    (story,) = find_stories([DIGEST.document], [])
    assert tell_story(story, [DIGEST], []).reports == ()


def test_any_two_reports_can_be_compared() -> None:
    """The first is the reference; a report that came later is derived from it only where a link says so."""
    derived = propose(LinkKind.DERIVED_FROM, COURANT.id, HALYARD.id)
    story = tell_all([EARLY, HALYARD, COURANT], derived).story
    told = tell_two(HALYARD, COURANT, [derived], [story])
    assert pairs_of(told.changes) == [("halyard.txt", "courant.txt", True)]
    assert [origin.documents for origin in told.story.origins] == [(HALYARD.id, COURANT.id)]
    assert told.story.links == (derived,)
    turned = tell_two(COURANT, HALYARD, [derived], [story])
    assert pairs_of(turned.changes) == [("courant.txt", "halyard.txt", False)]
    assert pairs_of(tell_two(EARLY, LATER, [], []).changes) == [("early.txt", "later.txt", False)]


def test_two_reports_share_an_origin_over_a_third() -> None:
    """Early and the Courant both carry Halyard's report, which is not laid beside them."""
    derived = propose(LinkKind.DERIVED_FROM, COURANT.id, HALYARD.id)
    story = tell_all([EARLY, HALYARD, COURANT], derived).story
    (origin,) = tell_two(EARLY, COURANT, [derived], [story]).story.origins
    assert (origin.id, origin.agency, origin.documents) == (EARLY.id, "Halyard", (EARLY.id, COURANT.id))
    assert [(own.parent, own.links) for own in origin.rewrites] == [(None, ()), (None, ())]


def test_a_copy_keeps_every_clause() -> None:
    """Clauses of few words too, though they are in no row of several reports; words twice are two."""
    words = f"{TOLL}\n\nIt denied firing. He was said to be in good health. It denied firing."
    one = tell(words, "one.txt", "2031-05-19", "The Lockkeeper")
    copy = tell(words.replace("\n\n", "\n\n\n"), "copy.txt", "2031-05-20", "The Vessmar Courant")
    short = tell(words.removesuffix(" It denied firing."), "short.txt", "2031-05-20", "The Tamber Post")
    (change,) = tell_two(one, copy, []).changes
    assert (change.left_out, change.own) == ((), ())
    (change,) = tell_two(one, short, []).changes
    assert [clause.words for clause in change.left_out] == ["It denied firing."]
    assert change.own == ()


def test_a_story_of_one_report_differs_from_nothing() -> None:
    (story,) = find_stories([HALYARD.document], [])
    told = tell_story(story, [HALYARD], [])
    assert [own.id for own in told.reports] == [HALYARD.id]
    assert told.changes == told.differences == ()
