"""Whose words count under which view, and what the filters leave out."""

import pytest
from sample_facts import AGREEMENT, breach, day, document, figure, progress, statement

from pactwatch.errors import UnknownView
from pactwatch.model.claim import Modality, Step
from pactwatch.model.record import Decision
from pactwatch.model.status import Fact
from pactwatch.state.facts import known_views, select_facts

POST = document("Harbour Post", 10)
GAZETTE = document("Gazette", 12)

OWN = progress("pier", Step.DONE, POST)
NORTH = statement(POST, by=["north"], about=["pier"])
VALE = statement(POST, by=["Jon Vale/north"])
NAVY = statement(POST, by=["north-navy"])
SOUTH = statement(POST, by=["Hanna Orth/south"])
LAKELAND = statement(POST, by=["lakeland"])
ANALYST = statement(POST, by=["an analyst"])
BOTH = statement(POST, by=["north", "south"])
SPOKEN = (NORTH, VALE, NAVY, SOUTH, LAKELAND, ANALYST, BOTH)


def selected(view: str, *facts: Fact, institutions: bool = False) -> list[Fact]:
    return select_facts(facts, view, AGREEMENT, institutions=institutions)


def test_the_views_are_the_standard_ones_and_one_for_each_party() -> None:
    """In the order of the file; bodies and mediators have none of their own."""
    assert known_views(AGREEMENT) == (
        "any-allegation",
        "outlets",
        "mediators",
        "uncontested",
        "party:north",
        "party:south",
    )


@pytest.mark.parametrize("view", ["party:nort", "party:lakeland", "outlet", ""])
def test_an_unknown_view_is_refused_with_the_nearest(view: str) -> None:
    """Never a silent default."""
    with pytest.raises(UnknownView) as caught:
        select_facts([], view, AGREEMENT)
    assert "party:north" in caught.value.remedy
    assert ("nearest" in caught.value.message) == bool(view)


def test_a_partys_view_holds_its_own_words_and_its_peoples() -> None:
    """Its navy is a speaker of its own; the switch takes it in, equally for the other side."""
    assert selected("party:north", OWN, *SPOKEN) == [NORTH, VALE, BOTH]
    assert selected("party:north", OWN, *SPOKEN, institutions=True) == [NORTH, VALE, NAVY, BOTH]
    ministry = statement(POST, by=["south-ministry"])
    assert selected("party:south", ministry) == []
    assert selected("party:south", ministry, institutions=True) == [ministry]


def test_outlets_speak_in_their_own_voice_only() -> None:
    """A published statement of a side is no outlet's voice."""
    published = progress("pier", Step.DONE, document("Northern ministry", 10, kind="statement"))
    assert selected("outlets", OWN, published, *SPOKEN) == [OWN]


def test_mediators() -> None:
    """By their role in the agreement."""
    assert selected("mediators", OWN, *SPOKEN) == [LAKELAND]


def test_any_allegation_holds_everything_but_the_rejected() -> None:
    """A person's rejection counts under every view."""
    wrong = progress("pier", Step.DONE, POST, decided=Decision.REJECT)
    assert selected("any-allegation", OWN, wrong, *SPOKEN) == [OWN, *SPOKEN]


def test_uncontested_leaves_out_what_a_party_denies() -> None:
    """A denial of the same step of the same provision, said later or on the same day."""
    denial = progress("pier", Step.DONE, GAZETTE, by=["south"], modality=Modality.DENIED)
    assert selected("uncontested", OWN, denial) == []
    other_step = progress("pier", Step.BEGUN, POST)
    other_provision = progress("bridge", Step.DONE, POST)
    assert selected("uncontested", OWN, other_step, other_provision, denial) == [other_step, other_provision]


def test_a_denial_by_others_or_before_the_report_contests_nothing() -> None:
    """Only parties contest, and only what was said by then."""
    by_analyst = progress("pier", Step.DONE, GAZETTE, by=["an analyst"], modality=Modality.DENIED)
    assert selected("uncontested", OWN, by_analyst) == [OWN]
    before = progress("pier", Step.DONE, document("Gazette", 9), by=["south"], modality=Modality.DENIED)
    assert selected("uncontested", before, OWN) == [OWN]


def test_not_begun_by_a_party_contests_a_step() -> None:
    """ "has not opened" is the denial in which news is written."""
    not_begun = progress("pier", Step.NOT_BEGUN, GAZETTE, by=["south"])
    assert selected("uncontested", OWN, not_begun) == [not_begun]


def test_an_allegation_and_a_figure_can_be_contested_too() -> None:
    """The same accused, the same measure."""
    alleged, number = breach("south", POST, by=["north"]), figure(5, POST, by=["north-navy"])
    other = breach("north", POST, by=["south"])
    no_breach = breach("south", GAZETTE, by=["south"], modality=Modality.DENIED)
    no_number = figure(5, GAZETTE, by=["south"], modality=Modality.DENIED)
    assert selected("uncontested", alleged, number, other, no_breach, no_number) == [other]


def test_filters_combine_with_a_view() -> None:
    """Reviewed only, without digests."""
    accepted = progress("pier", Step.DONE, POST, by=["north"], decided=Decision.ACCEPT)
    digest = progress("pier", Step.DONE, document("Pactwatch", 10, digest=True), by=["north"])
    facts = [accepted, digest, NORTH]
    assert select_facts(facts, "party:north", AGREEMENT, reviewed_only=True) == [accepted]
    assert digest not in select_facts(facts, "party:north", AGREEMENT, without_digests=True)


def test_latest_per_speaker_keeps_the_newest_on_each_subject() -> None:
    """Older words of the same speaker go, those of others and of other subjects stay."""
    old = progress("pier", Step.BEGUN, POST, by=["north"])
    new = progress("pier", Step.DONE, GAZETTE, by=["north"])
    other_speaker = progress("pier", Step.BEGUN, POST, by=["south"])
    other_subject = progress("bridge", Step.BEGUN, POST, by=["north"])
    no_subject = statement(POST, by=["north"])
    undated = progress("pier", Step.BEGUN, document("Herald", None), by=["north"])
    facts = [old, new, other_speaker, other_subject, no_subject, undated]
    kept = select_facts(facts, "any-allegation", AGREEMENT, latest_per_speaker=True)
    assert old not in kept
    assert len(kept) == 5


def test_a_day_of_the_world_leaves_out_what_came_later() -> None:
    """What has no day counts, unless told otherwise."""
    undated = progress("pier", Step.BEGUN, document("Herald", None))
    late = progress("pier", Step.DONE, GAZETTE)
    facts = [late, OWN, undated]
    assert select_facts(facts, "any-allegation", AGREEMENT, on=day(10)) == [undated, OWN]
    assert select_facts(facts, "any-allegation", AGREEMENT, on=day(12), undated=False) == [OWN, late]
