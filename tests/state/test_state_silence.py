"""Who alleges under whom, what stands at a phase, and what is said where nobody reports."""

from dataclasses import replace

import pytest
from sample_facts import AGREEMENT, breach, day, document, progress, statement
from test_state_status import stands, status_of

from pactwatch.model.claim import Modality, Step
from pactwatch.model.placement import ProvisionMatch
from pactwatch.model.status import Mark
from pactwatch.state.status import compute_status

POST, GAZETTE = (document(outlet, 19) for outlet in ("Harbour Post", "Gazette"))
DIGEST = document("Pactwatch", 19, digest=True)


@pytest.mark.parametrize("institutions", [False, True])
@pytest.mark.parametrize(("side", "body"), [("north", "north-navy"), ("south", "south-ministry")])
def test_what_an_institution_alleges_stands_under_its_party(side: str, body: str, institutions: bool) -> None:
    """Equally for all sides: the party's articles, and of these the institution's."""
    facts = [breach("lakeland", POST, by=[body]), breach("lakeland", GAZETTE, by=[side])]
    ask = (AGREEMENT, facts, [POST, GAZETTE], "any-allegation", day(30), day(30), "record 1")
    status = compute_status(*ask, institutions=institutions).provisions[0]
    (found,) = status.breaches
    assert (found.by, found.documents, found.side_documents, len(found.facts)) == (side, 2, 2, 2)
    assert [(part.by, part.documents, len(part.facts)) for part in found.parts] == [(body, 1, 1)]
    assert "in 2 articles (2 claims), of these" in status.why


def test_sides_are_never_summed() -> None:
    """Two sides with institutions give two rows, each with its own."""
    facts = [breach("south", POST, by=["north-navy"]), breach("north", POST, by=["south-ministry"])]
    found = stands("ceasefire", *facts).breaches
    assert [(one.by, [part.by for part in one.parts], len(one.facts)) for one in found] == [
        ("north", ["north-navy"], 1),
        ("south", ["south-ministry"], 1),
    ]


def test_progress_of_a_phase_stands_at_the_phase_and_at_no_provision() -> None:
    """The words name the truce in passing; what stalls is the phase."""
    stalled = progress("two", Step.STALLED, POST, subject="the second phase of the truce")
    passing = ProvisionMatch("ceasefire", 0.9, "its words")
    placed = replace(stalled.placement, provisions=(*stalled.placement.provisions, passing))
    fact = replace(stalled, placement=placed)
    wanted = progress("two", Step.DONE, POST, subject="the second phase", modality=Modality.DEMANDED)
    status = status_of(fact, wanted)
    second = next(phase for phase in status.phases if phase.phase == "two")
    assert (second.latest, second.facts) == (fact, (fact,))
    truce = next(row for row in status.provisions if row.provision == "ceasefire")
    assert (truce.latest, truce.mark) == (None, Mark.UNKNOWN)


def test_where_nothing_is_reported_the_status_says_so_and_is_silent() -> None:
    """A due provision of which nobody says anything, and one that people only talk about."""
    status = stands("pier")
    assert status.silent and status.why.startswith("Due, and nothing is reported;")
    spoken = stands("pier", statement(POST, about=["pier"]))
    assert spoken.silent and spoken.why.startswith("Due, and nothing is reported of its progress")
    assert not stands("pier", progress("pier", Step.NOT_BEGUN, POST)).silent
    assert not stands("ceasefire", breach("south", POST, by=["north"])).silent


def test_the_status_says_why_what_is_only_spoken_of_does_not_count() -> None:
    """Planned and conditional steps, beside which nothing is reported."""
    modes = (Modality.PLANNED, Modality.PLANNED, Modality.CONDITIONAL)
    facts = [progress("garrison", Step.DONE, POST, modality=mode) for mode in modes]
    why = stands("garrison", *facts).why
    assert "3 claims speak of a step as planned or conditional, which does not count as reported" in why
    reported = stands("garrison", *facts, progress("garrison", Step.BEGUN, POST))
    assert "does not count" not in reported.why


def test_without_digests_the_count_of_documents_leaves_them_out() -> None:
    """One article and one digest."""
    facts = [statement(POST), statement(DIGEST)]
    ask = (AGREEMENT, facts, [POST, DIGEST], "any-allegation", day(30), day(30), "record 1")
    both, without = compute_status(*ask), compute_status(*ask, without_digests=True)
    assert (both.documents, both.digests) == (2, 1)
    assert (without.documents, without.digests) == (1, 0)


def test_a_report_without_an_outlet_is_named_by_its_agency() -> None:
    """So that two agencies are told apart in the sentence that gives the mark."""
    unnamed = replace(POST, outlet=None, agency="Lake Wire")
    why = stands("pier", progress("pier", Step.BEGUN, unnamed)).why
    assert "says an unnamed outlet, Lake Wire report, in its own voice" in why
