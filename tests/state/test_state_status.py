"""The whole agreement under a view on a day."""

import random
from dataclasses import replace
from datetime import date

import pytest
from sample_facts import AGREEMENT, breach, day, document, figure, make_fact, progress, statement

from pactwatch.model.agreement import Agreement, Expectation
from pactwatch.model.claim import Event, Kind, Modality, Step
from pactwatch.model.placement import Relevance
from pactwatch.model.source import Document, Span
from pactwatch.model.status import Breaches, CaseStatus, Fact, LeftOut, Mark, ProvisionStatus
from pactwatch.state.status import compute_status

POST, GAZETTE, HERALD = (document(outlet, 19) for outlet in ("Harbour Post", "Gazette", "Herald"))
END = day(30)
DIGEST = document("Pactwatch", 19, digest=True)


def status_of(
    *facts: Fact, view: str = "any-allegation", on: date = END, agreement: Agreement = AGREEMENT
) -> CaseStatus:
    documents = {fact.document.id: fact.document for fact in facts}
    return compute_status(agreement, facts, list(documents.values()), view, on, on, "record 9")


def stands(provision: str, *facts: Fact, view: str = "any-allegation", on: date = END) -> ProvisionStatus:
    return next(row for row in status_of(*facts, view=view, on=on).provisions if row.provision == provision)


def row(status: ProvisionStatus) -> tuple[str, str, int | None, int | None]:
    return status.mark.value, status.life_cycle, status.low_scale, status.high_scale


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Step.DECLARED, ("declared", "in effect", 0, 0)),
        (Step.ORDERED, ("declared", "in effect", 0, 0)),
        (Step.BEGUN, ("in progress", "in effect", 1, 1)),
        (Step.PARTLY, ("partly done", "partly performed", 1, 2)),
        (Step.DONE, ("done", "fulfilled", 3, 3)),
        (Step.REVERSED, ("reversed", "in effect", 0, 0)),
        (Step.NOT_BEGUN, ("not started", "overdue", 0, 0)),
    ],
)
def test_the_table_of_status_row_by_row(step: Step, expected: tuple[str, str, int, int]) -> None:
    """One report of a step on a provision that is due."""
    status = stands("pier", progress("pier", step, POST))
    assert row(status) == expected
    assert "Harbour Post" in status.why
    assert status.reported_by == "Harbour Post in its own voice"


def test_nothing_reported_is_not_started_and_overdue_when_its_time_is_past() -> None:
    """Two days after acceptance on the first of May."""
    assert row(stands("pier", on=day(3))) == ("not started", "in effect", 0, 0)
    late = stands("pier", on=day(4))
    assert row(late) == ("not started", "overdue", 0, 0)
    assert "2031-05-03" in late.why


def test_a_deadline_that_is_past_under_one_reading_only_is_said_and_not_decided() -> None:
    """The rival reading counts from a day that is not known."""
    status = stands("crews")
    assert row(status) == ("not started", "in effect", 0, 0)
    assert "2031-05-04 is past under one reading" in status.why
    assert "is not known" in status.why


@pytest.mark.parametrize("modality", [m for m in Modality if m is not Modality.ASSERTED])
def test_what_is_not_asserted_never_counts_as_done(modality: Modality) -> None:
    """Said with its mode, it leaves the status where it was."""
    assert stands("pier", progress("pier", Step.DONE, POST, modality=modality)).mark is Mark.NOT_STARTED


def test_a_tally_gives_its_part_and_names_an_article_before_a_digest() -> None:
    """47 of 48, by an outlet and a digest of the same day."""
    status = stands("crews", *(progress("crews", Step.PARTLY, d, (47, 48)) for d in (DIGEST, POST)))
    assert row(status) == ("partly done", "partly performed", 2, 2)
    assert status.why == (
        "Partly done: 47 of 48 crew members by the newest tally, "
        "says Harbour Post in its own voice (2031-05-19, harbour-post-19.txt)."
    )
    assert stands("crews", progress("crews", Step.PARTLY, POST, (20, 48))).high_scale == 1


def test_a_digest_can_fill_a_status_and_is_named_as_one() -> None:
    """It is evidence only marked as such."""
    assert "a digest" in stands("crews", progress("crews", Step.PARTLY, DIGEST, (47, 48))).why


def test_all_of_a_set_is_done_and_opens_what_waits_for_it() -> None:
    """Barges follow the crews, the second phase too."""
    full = progress("crews", Step.DONE, POST, (48, 48))
    assert row(stands("crews", full)) == ("done", "fulfilled", 3, 3)
    assert stands("barges", full).life_cycle == "in effect"
    assert stands("garrison", full).mark is Mark.NOT_STARTED
    part = progress("crews", Step.PARTLY, POST, (47, 48))
    assert row(stands("barges", part)) == ("not due", "dormant", None, None)
    assert 'its "after" does not hold' in stands("barges", part).why
    assert '"Second phase" has not begun' in stands("garrison", part).why


def test_what_is_not_known_is_not_taken_for_due() -> None:
    """A later phase without a condition, and a condition whose input nobody reports."""
    assert "not known, or not evaluated by this version" in stands("bridge").why
    assert row(stands("bridge")) == ("not due", "dormant", None, None)
    assert stands("barges").mark is Mark.NOT_DUE
    assert status_of().phases[2].begun is None


def test_a_phase_that_is_reported_to_have_begun_makes_its_provisions_due() -> None:
    """The phase itself is what the words speak of, not the ceasefire that they name in passing."""
    begun = progress("three", Step.BEGUN, POST, subject="The third phase of the truce")
    assert stands("bridge", begun).mark is Mark.NOT_STARTED
    stalled = replace(
        progress("ceasefire", Step.STALLED, POST, subject="efforts towards the second phase of the truce"),
    )
    matches = (*stalled.placement.provisions, replace(stalled.placement.provisions[0], provision="two"))
    stalled = replace(stalled, placement=replace(stalled.placement, provisions=matches))
    status = status_of(stalled)
    assert status.phases[1].latest is stalled
    assert stands("ceasefire", stalled).mark is Mark.UNKNOWN


def test_before_the_agreement_takes_effect_nothing_is_due() -> None:
    """On the last day of April."""
    assert {status.mark for status in status_of(on=date(2031, 4, 30)).provisions} == {Mark.NOT_DUE}


def test_a_standing_duty_of_which_nobody_speaks_is_unknown() -> None:
    """Silence is neither keeping nor breaking."""
    assert row(stands("ceasefire")) == ("unknown", "in effect", None, None)


def test_no_report_fulfils_a_standing_duty() -> None:
    """A truce that began, barges that were let in."""
    assert row(stands("ceasefire", progress("ceasefire", Step.DONE, POST))) == (
        "in progress",
        "in effect",
        1,
        1,
    )


def test_a_word_elsewhere_in_the_sentence_is_too_weak_for_a_step() -> None:
    """The fact is shown with the provision, and moves nothing."""
    weak = progress("pier", Step.DONE, POST, score=0.45)
    status = stands("pier", weak)
    assert (status.mark, status.facts) == (Mark.NOT_STARTED, (weak,))


def test_speakers_who_disagree_are_disputed_with_the_lowest_and_the_highest_step() -> None:
    """The scale spans what they say, and the sentence names both."""
    facts = [
        progress("pier", Step.DONE, POST, by=["south"]),
        progress("pier", Step.NOT_BEGUN, GAZETTE, by=["Jon Vale/north"]),
    ]
    status = stands("pier", *facts)
    assert row(status) == ("disputed", "per speaker", 0, 3)
    assert "South" in status.why and "Jon Vale (North)" in status.why
    assert stands("pier", *facts, view="party:south").mark is Mark.DONE
    assert stands("pier", *facts, view="party:north").mark is Mark.NOT_STARTED


def test_rival_tallies_of_one_day_are_disputed() -> None:
    """46 and 24 of 48."""
    facts = [progress("crews", Step.PARTLY, d, (n, 48)) for d, n in ((POST, 23), (GAZETTE, 46))]
    assert row(stands("crews", *facts)) == ("disputed", "per speaker", 1, 2)


def test_not_yet_released_fits_a_tally_that_is_not_full() -> None:
    """The last one is still held: no disagreement with 47 of 48."""
    part = progress("crews", Step.PARTLY, POST, (47, 48))
    last = progress("crews", Step.NOT_BEGUN, GAZETTE)
    assert stands("crews", part, last).mark is Mark.PARTLY_DONE
    denied = progress("crews", Step.PARTLY, GAZETTE, by=["south"], modality=Modality.DENIED)
    assert stands("crews", part, denied).mark is Mark.DISPUTED


def test_stalled_keeps_the_state_and_the_step_from_before() -> None:
    """A halt in the middle."""
    part, halt = progress("crews", Step.PARTLY, POST, (20, 48)), progress("crews", Step.STALLED, GAZETTE)
    assert row(stands("crews", part, halt)) == ("stalled", "partly performed", 1, 1)


def test_breaches_are_counted_for_each_alleging_side_beside_how_often_it_is_heard() -> None:
    """Articles apart from digests, the side's documents beside them; the duty stays in effect."""
    facts = [
        breach("north", POST, by=["Hanna Orth/south"]),
        breach("north", GAZETTE, by=["south"]),
        breach("north", DIGEST, by=["south"]),
        breach("south", POST, by=["north"]),
        breach("south", HERALD),
        statement(HERALD, by=["south"]),
        breach("south", HERALD, by=["north"], modality=Modality.DENIED),
    ]
    status = stands("ceasefire", *facts)
    assert row(status) == ("breaches alleged", "in effect", None, None)
    assert [replace(found, side_facts=()) for found in status.breaches] == [
        Breaches("north", "south", (facts[3],), 1, 2, 0),
        Breaches("south", "north", (facts[1], facts[0], facts[2]), 2, 3, 1),
        Breaches("outlets", "south", (facts[4],), 1, 1, 0),
    ]
    assert [len(found.side_facts) for found in status.breaches] == [2, 3, 1]
    assert "by South against North in 2 articles + 1 digest (3 claims)" in status.why


def test_an_allegation_that_names_no_provision_counts_for_none() -> None:
    """It stays a fact."""
    slots = Event("ACCUSE", "allege", "north", "south", Span(0, 3), breach=True)
    fact = make_fact(slots, Kind.EVENT, [], POST, by=["north"], accused="south")
    status = status_of(fact)
    assert status.claims == 1
    assert not any(item.breaches for item in status.provisions)


def test_the_view_shows_only_its_own_allegations() -> None:
    """Each party's account holds what that party alleges."""
    facts = [breach("north", POST, by=["south"]), breach("south", POST, by=["north"])]
    assert [b.by for b in stands("ceasefire", *facts, view="party:north").breaches] == ["north"]


def test_prehistory_and_other_matters_are_listed_with_their_reason() -> None:
    """They enter no tally and no count of claims."""
    old = figure(9, POST, relevance=Relevance.PREHISTORY)
    other = figure(9, GAZETTE, relevance=Relevance.OTHER)
    late = progress("pier", Step.DONE, document("Courier", 25))
    status = status_of(old, other, late, on=day(20))
    assert status.claims == 0
    assert status.left_out == (
        LeftOut("id:courier-25.txt", "courier-25.txt", "speaks of a time after 2031-05-20", 1),
        LeftOut(GAZETTE.id, GAZETTE.name, "not about this agreement: counts from another day", 1),
        LeftOut(POST.id, POST.name, "before this agreement: counts from another day", 1),
    )
    assert status.documents == 2


def test_undated_documents_count_and_are_listed() -> None:
    """Nobody guesses their day."""
    undated = document("Bulletin", None)
    status = status_of(progress("pier", Step.DONE, undated), on=day(2))
    assert status.provisions[2].mark is Mark.DONE
    assert "undated" in status.provisions[2].why
    reason = "counts on every day: no day of publication is printed"
    assert status.undated == (LeftOut(undated.id, undated.name, reason, 1),)


def test_a_document_that_is_not_english_is_listed() -> None:
    """No claims are read from it, and the status says so."""
    other = document("Journal", 19, language="und")
    status = compute_status(AGREEMENT, [], [other], "outlets", day(20), day(20), "record 1")
    assert [(row.name, row.claims) for row in status.left_out] == [("journal-19.txt", 0)]


def test_documents_digests_and_reviews_are_counted() -> None:
    """Claims of the view, unreviewed ones among them, digests apart."""
    status = status_of(progress("pier", Step.DONE, POST), progress("pier", Step.DONE, DIGEST))
    assert (status.documents, status.digests, status.claims, status.unreviewed) == (2, 1, 2, 2)
    assert (status.view, status.on, status.known) == ("any-allegation", day(30), "record 9")


def test_expectations_are_checked_on_their_day_and_under_their_view() -> None:
    """A failed one is a sentence; one for a day that has not been read is not checked."""
    met = progress("crews", Step.PARTLY, POST, (47, 48))
    assert status_of(met).expectations_failed == ()
    assert status_of(met, on=day(18)).expectations_failed == ()
    assert status_of(progress("crews", Step.PARTLY, POST, (46, 48))).expectations_failed == (
        "crews on 2031-05-19 under any-allegation: expected 47 of 48, found 46 of 48 "
        "(line 12 of the agreement file).",
    )
    by_mark = replace(AGREEMENT, expectations=(Expectation(day(19), "outlets", "pier", "Done"),))
    assert len(status_of(agreement=by_mark).expectations_failed) == 1
    assert status_of(progress("pier", Step.DONE, POST), agreement=by_mark).expectations_failed == ()


def test_phases_are_rolled_up_by_step_with_their_number() -> None:
    """Counted, never averaged; the three kinds sum to n."""
    facts = [
        progress("crews", Step.PARTLY, POST, (47, 48)),
        progress("pier", Step.DONE, POST, by=["south"]),
        progress("pier", Step.NOT_BEGUN, POST, by=["north"]),
    ]
    one = status_of(*facts).phases[0]
    assert (one.phase, one.n, one.steps, one.between, one.unsaid) == ("one", 4, (0, 0, 1, 0), 1, 2)
    assert dict(one.marks) == {
        Mark.NOT_DUE: 1,
        Mark.PARTLY_DONE: 1,
        Mark.DISPUTED: 1,
        Mark.UNKNOWN: 1,
    }
    assert one.begun is True


def swap(words: str) -> str:
    """North for South and the other way round, in names and identifiers."""
    table = {"north": "south", "south": "north", "North": "South", "South": "North"}
    for name in table:
        words = words.replace(name, f"<{name}>")
    for name, other in table.items():
        words = words.replace(f"<{name}>", other)
    return words


def test_the_parties_swapped_in_the_reports_are_swapped_in_the_status() -> None:
    """The program's own words favour nobody."""

    def make(one: str, other: str, source: Document) -> list[Fact]:
        return [
            breach(other, source, by=[one]),
            progress("pier", Step.DONE, source, by=[one]),
            progress("pier", Step.NOT_BEGUN, source, by=[other]),
            statement(source, by=[other]),
        ]

    plain, swapped = make("north", "south", POST), make("south", "north", POST)
    for provision in ("ceasefire", "pier"):
        before, after = stands(provision, *plain), stands(provision, *swapped)
        assert swap(before.why) == after.why
        assert [swap(b.by) for b in before.breaches] == [b.by for b in after.breaches]
    assert row(stands("pier", *plain, view="party:north")) == row(
        stands("pier", *swapped, view="party:south")
    )


def test_the_same_facts_in_any_order_give_the_same_status() -> None:
    """Delivered in whatever order."""
    facts = [
        progress("crews", step, document(outlet, n), (done, 48), by=by)
        for n, (step, outlet, done, by) in enumerate(
            [
                (Step.PARTLY, "Post", 20, []),
                (Step.PARTLY, "Gazette", 46, ["north"]),
                (Step.PARTLY, "Herald", 46, ["south"]),
                (Step.DONE, "Post", 48, ["lakeland"]),
            ],
            5,
        )
    ]
    facts += [breach("north", POST, by=["south"]), breach("south", GAZETTE, by=["north"]), figure(5, POST)]
    expected = status_of(*facts)
    for seed in range(20):
        assert status_of(*random.Random(seed).sample(facts, len(facts))) == expected
