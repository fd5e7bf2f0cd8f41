"""How a claim stands: by how many independent origins, disputed by whom, corrected where."""

from collections.abc import Sequence
from dataclasses import replace

from pactwatch.model.claim import Figure, Statement
from pactwatch.model.link import Linked, LinkKind, Verdict
from pactwatch.model.record import Decision, Judgement
from pactwatch.model.status import Fact
from pactwatch.stories.standing import compute_standings
from river_reports import judge, propose, tell

TOLL = "At least 31 people have been killed since the truce took hold."


def place(
    text: str, name: str, origin: str | None, story: str = "landing", digest: bool = False
) -> list[Fact]:
    """The facts of a report of a story that goes back to an origin."""
    report = tell(text, name, digest=digest)
    return [replace(fact, story=story, origin=origin) for fact in report.facts]


def stand(facts: Sequence[Fact], linked: Sequence[Linked] = (), one: Fact | None = None) -> str:
    """The standing of a fact in words, of the first figure where none is given."""
    fact = one or next(fact for fact in facts if isinstance(fact.claim.slots, Figure))
    return compute_standings(facts, linked)[fact.claim.key].words


def test_figures_of_one_story_corroborate_by_their_origins() -> None:
    """The same number of the same thing: two articles of one origin count once."""
    first = place(f"{TOLL} It rained.", "a.txt", "x")
    assert stand(first) == "reported by one origin"
    assert stand([*first, *place(f"{TOLL} It snowed.", "b.txt", "x")]) == "reported by one origin"
    assert stand([*first, *place(f"{TOLL} It snowed.", "b.txt", "y")]) == (
        "corroborated by 2 independent origins"
    )


def test_what_is_another_number_or_story_tells_something_else() -> None:
    first = place(f"{TOLL} It rained.", "a.txt", "x")
    for other in (
        place(TOLL, "b.txt", "y", story="bridge"),
        place(TOLL.replace("31", "36"), "b.txt", "y"),
        place(TOLL.replace("At least", "About"), "b.txt", "y"),
        place(TOLL, "b.txt", None, digest=True),
    ):
        assert stand([*first, *other]) == "reported by one origin"


def test_a_rate_and_a_number_that_is_taken_back_tell_nothing_of_the_same() -> None:
    """Sixty barges, sixty a day; 31, and "up from 31"."""
    count = place("Calvenne admitted 60 barges.", "a.txt", "x")
    rate = place("Calvenne admitted 60 barges a day.", "b.txt", "y")
    assert stand([*count, *rate]) == "reported by one origin"
    toll = place("Some 31 people were killed.", "a.txt", "x")
    raised = place("Some 36 people were killed, up from 31.", "b.txt", "y")
    raised = [fact for fact in raised if isinstance(fact.claim.slots, Figure)]
    raised = [replace(fact, claim=replace(fact.claim, slots=_forgo(fact.claim.slots))) for fact in raised]
    assert stand([*toll, *raised]) == "reported by one origin"


def _forgo(slots: object) -> Figure:
    """The figure as one that was told before, with the number 31."""
    assert isinstance(slots, Figure)
    return replace(slots, low=None, high=None, approx=31, former=True)  # type: ignore[arg-type]


def test_a_digest_is_no_origin() -> None:
    facts = place(TOLL, "digest.txt", None, digest=True)
    assert stand(facts) == "reported in digests only"


def statements_of(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if isinstance(fact.claim.slots, Statement)]


SAID = "“The guns have not moved and they have not spoken,” Colonel Tobin Hask said."


def test_an_utterance_is_corroborated_where_its_links_hold() -> None:
    """Judged different, each stands on its own."""
    (one,) = statements_of(place(f"{SAID} It rained.", "a.txt", "x"))
    (other,) = statements_of(place(f"{SAID} It snowed.", "b.txt", "y"))
    ends = (LinkKind.SAME_UTTERANCE, one.claim.key, other.claim.key)
    assert stand([one, other], [propose(*ends)], one) == "corroborated by 2 independent origins"
    assert stand([one, other], [judge(*ends, Verdict.DIFFERENT, 0.9)], one) == "reported by one origin"
    standing = compute_standings([one, other], [propose(*ends)])[other.claim.key]
    assert (set(standing.claims), standing.origins) == ({one.claim.key, other.claim.key}, ("x", "y"))


def test_who_disputes_and_where_it_is_corrected_is_told() -> None:
    """Of all who tell the same: a denial in one report disputes it in each."""
    toll, again = place(TOLL, "a.txt", "x"), place(f"{TOLL} It rained.", "b.txt", "y")
    denial = statements_of(place("The River Guard denied firing.", "c.txt", "x"))
    correction = place("It is 30, not 31 people.", "correction.txt", "y")
    links = [
        propose(LinkKind.DENIES, denial[0].claim.key, again[0].claim.key),
        propose(LinkKind.CORRECTS, correction[0].claim.key, toll[0].claim.key),
    ]
    facts = [*toll, *again, *denial, *correction]
    for fact in (toll[0], again[0]):
        assert stand(facts, links, fact) == (
            "corroborated by 2 independent origins, disputed by River Guard, corrected in correction.txt"
        )
    refused = [judge(LinkKind.DENIES, links[0].a, links[0].b, Verdict.DIFFERENT, 0.7), links[1]]
    assert "disputed" not in stand(facts, refused, toll[0])


def reject(fact: Fact) -> Fact:
    return replace(fact, judgement=Judgement(fact.claim.key, Decision.REJECT, "Ann", "misread"))


def test_what_a_person_rejected_corroborates_and_disputes_nothing() -> None:
    """A misread number is no second origin, a misread denial no dispute."""
    (toll,), (again,) = place(TOLL, "a.txt", "x"), place(f"{TOLL} It rained.", "b.txt", "y")
    (denial,) = statements_of(place("The River Guard denied firing.", "c.txt", "x"))
    links = [propose(LinkKind.DENIES, denial.claim.key, toll.claim.key)]
    assert stand([toll, again, denial], links, toll) == (
        "corroborated by 2 independent origins, disputed by River Guard"
    )
    assert stand([toll, reject(again), reject(denial)], links, toll) == "reported by one origin"


def test_an_allegation_is_alleged() -> None:
    """Somebody says that a breach was committed; the words never say who is right."""
    facts = place("Calvenne accused Ondria of a breach of the truce at Corvith.", "a.txt", "x")
    standings = compute_standings(facts, [])
    assert sorted({standing.words for standing in standings.values()}) == [
        "alleged by one origin",
        "reported by one origin",
    ]


def test_breaches_alleged_in_one_utterance_are_one() -> None:
    """Two wordings of one utterance allege one breach; two utterances allege two."""
    first = place("Calvenne said that Ondria had broken the truce.", "a.txt", "x")
    other = place("Calvenne told reporters that Ondria had broken the truce.", "b.txt", "y")
    alone = compute_standings([*first, *other], [])
    one = next(fact for fact in first if fact.claim.alleges_breach)
    assert len(alone[one.claim.key].claims) == 1
    said = [
        next(fact for fact in facts if isinstance(fact.claim.slots, Statement)) for facts in (first, other)
    ]
    link = propose(LinkKind.SAME_UTTERANCE, said[0].claim.key, said[1].claim.key)
    both = compute_standings([*first, *other], [link])
    assert len(both[one.claim.key].claims) == 2
