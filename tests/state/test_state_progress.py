"""Reported steps folded into where a provision stands: the one table of status, and disagreement."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_facts import AGREEMENT, document, figure, progress

from pactwatch.model.claim import Modality, Step
from pactwatch.model.status import Fact
from pactwatch.state.progress import compute_standing
from pactwatch.state.tallies import compute_counting

CREWS = AGREEMENT.provisions["crews"]
PIER = AGREEMENT.provisions["pier"]


def on(number: int | None, outlet: str = "Post", digest: bool = False):
    return document(outlet, number, digest=digest)


def step_of(*facts: Fact) -> Step | None:
    return compute_standing(facts, PIER).step


@pytest.mark.parametrize("modality", [m for m in Modality if m is not Modality.ASSERTED])
def test_only_what_is_asserted_counts(modality: Modality) -> None:
    """Planned, demanded, conditional, hypothetical and denied steps leave nothing reported."""
    assert step_of(progress("pier", Step.DONE, on(5), modality=modality)) is None


def test_a_later_report_raises_and_never_lowers() -> None:
    """A second announcement does not undo what was done."""
    facts = [progress("pier", step, on(number)) for number, step in ((5, Step.DONE), (9, Step.DECLARED))]
    standing = compute_standing(facts, PIER)
    assert standing.step is Step.DONE
    assert standing.latest is facts[1]


def test_a_correction_by_the_same_speaker_lowers_and_is_no_disagreement() -> None:
    """The newest words of one speaker count."""
    standing = compute_standing(
        [progress("pier", Step.DONE, on(5)), progress("pier", Step.NOT_BEGUN, on(9))], PIER
    )
    assert (standing.step, standing.against) == (Step.NOT_BEGUN, ())


def test_other_speakers_who_say_otherwise_disagree_until_they_report_it_themselves() -> None:
    """Repeating a claim does not remove the disagreement."""
    done = progress("pier", Step.DONE, on(5), by=["south"])
    not_so = progress("pier", Step.NOT_BEGUN, on(6), by=["north"])
    again = progress("pier", Step.DONE, on(7), by=["south"])
    agreed = progress("pier", Step.DONE, on(8), by=["north"])
    assert compute_standing([done, not_so, again], PIER).against == (not_so,)
    assert compute_standing([done, not_so, again, agreed], PIER).against == ()


@pytest.mark.parametrize("step", [Step.NOT_BEGUN, Step.DONE])
def test_an_older_not_begun_or_denial_is_overtaken(step: Step) -> None:
    """What was not so on the fifth may be so on the sixth."""
    modality = Modality.DENIED if step is Step.DONE else Modality.ASSERTED
    earlier = progress("pier", step, on(5), by=["north"], modality=modality)
    assert compute_standing([earlier, progress("pier", Step.DONE, on(6))], PIER).against == ()


def test_a_denial_that_nothing_has_begun_lowers_nothing() -> None:
    """Denying "not begun" is no denial of progress."""
    denial = progress("pier", Step.NOT_BEGUN, on(6), by=["north"], modality=Modality.DENIED)
    assert compute_standing([progress("pier", Step.BEGUN, on(5)), denial], PIER).against == ()


def test_stalled_stands_until_something_moves_again() -> None:
    """A halt of the same day outweighs the movement, later movement ends it."""
    begun, halt = progress("pier", Step.BEGUN, on(5)), progress("pier", Step.STALLED, on(5))
    assert compute_standing([begun, halt], PIER).stalled is halt
    assert compute_standing([begun, halt, progress("pier", Step.BEGUN, on(8))], PIER).stalled is None
    assert step_of(progress("pier", Step.DONE, on(5)), halt) is Step.PARTLY


def test_reversed_goes_back_to_nothing_and_may_begin_anew() -> None:
    """What was done before the reversal no longer counts."""
    done, undone = progress("pier", Step.DONE, on(5)), progress("pier", Step.REVERSED, on(7))
    assert compute_standing([done, undone], PIER).reversed is undone
    again = compute_standing([done, undone, progress("pier", Step.BEGUN, on(9))], PIER)
    assert (again.step, again.reversed) == (Step.BEGUN, None)


def test_done_without_a_tally_is_a_part_of_a_set() -> None:
    """ "released one more" does not release the other 47."""
    assert compute_standing([progress("crews", Step.DONE, on(5))], CREWS).step is Step.PARTLY
    assert compute_standing([progress("crews", Step.DONE, on(5), (48, 48))], CREWS).step is Step.DONE
    assert compute_standing([progress("crews", Step.DONE, on(5), (20, 20))], CREWS).step is Step.PARTLY


def tally_of(*facts: Fact) -> tuple[int, int] | None:
    tally = compute_counting(CREWS, facts, AGREEMENT).tally
    return (tally.done, tally.owed) if tally else None


def test_the_newest_tally_of_the_whole_set_counts() -> None:
    """Parts of the set, increments and what is planned are no tally."""
    facts = [
        progress("crews", Step.PARTLY, on(6), (20, 48)),
        progress("crews", Step.PARTLY, on(14), (46, 48)),
        progress("crews", Step.DONE, on(20), (20, 20)),
        progress("crews", Step.DONE, on(21), (48, 48), modality=Modality.PLANNED),
        figure(1, on(22), measure="crews-returned", about=["crews"], effect="returned", cumulative=False),
    ]
    assert tally_of(*facts) == (46, 48)


def test_a_running_total_of_the_measure_is_a_tally() -> None:
    """The number owed is the agreement's."""
    total = figure(47, on(19), measure="crews-returned", about=["crews"], effect="returned")
    assert tally_of(total) == (47, 48)


def test_tallies_of_one_day_by_two_speakers_disagree_and_older_lower_ones_do_not() -> None:
    """A total never falls: an older higher number of somebody else does not fit either."""
    older = progress("crews", Step.PARTLY, on(6, "Gazette"), (20, 48))
    newest = progress("crews", Step.PARTLY, on(19), (46, 48))
    same_day = progress("crews", Step.PARTLY, on(19, "Herald"), (47, 48))
    higher = progress("crews", Step.PARTLY, on(18, "Courier"), (48, 48))
    undated = progress("crews", Step.PARTLY, on(None, "Bulletin"), (47, 48))
    counting = compute_counting(CREWS, [older, newest, undated], AGREEMENT)
    assert counting.against == ()
    counting = compute_counting(CREWS, [older, newest, same_day, higher], AGREEMENT)
    assert counting.tally is not None and counting.tally.done == 46
    assert sorted(other.done for other in counting.against) == [47, 48]


def test_a_speaker_who_corrects_a_total_downwards_does_not_disagree() -> None:
    """The newest of each speaker counts."""
    facts = [progress("crews", Step.PARTLY, on(n), (done, 48)) for n, done in ((18, 48), (19, 47))]
    counting = compute_counting(CREWS, facts, AGREEMENT)
    assert counting.tally is not None and (counting.tally.done, counting.against) == (47, ())


STEPS = st.sampled_from(list(Step))
REPORTS = st.lists(
    st.tuples(
        STEPS,
        st.one_of(st.none(), st.integers(4, 9)),
        st.sampled_from(["north", "south", "lakeland"]),
        st.sampled_from(list(Modality)),
        st.one_of(st.none(), st.integers(0, 48)),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(REPORTS, st.integers(0, 1_000))
def test_the_same_reports_in_any_order_give_the_same_standing(
    reports: list[tuple[Step, int | None, str, Modality, int | None]], seed: int
) -> None:
    """Delivered in whatever order, or twice."""
    facts = [
        progress(
            "crews", step, on(n, outlet), (done, 48) if done is not None else None, by=[outlet], modality=m
        )
        for step, n, outlet, m, done in reports
    ]
    shuffled = random.Random(seed).sample(facts, len(facts))
    assert compute_standing(facts, CREWS) == compute_standing(shuffled, CREWS)
    assert compute_counting(CREWS, facts, AGREEMENT) == compute_counting(CREWS, shuffled, AGREEMENT)
