"""Which sums the facts of a record allow, and that neither order nor repetition changes them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_facts import AGREEMENT, document, figure

from pactwatch.model.agreement import Accrual, Agreement, Measure, RivalDay
from pactwatch.model.claim import Modality
from pactwatch.model.placement import Relevance
from pactwatch.model.status import Fact
from pactwatch.state.derivations import find_derivations
from pactwatch.state.discrepancies import find_checks
from pactwatch.state.figures import select_measure
from pactwatch.state.sums import Check, Sum, Verdict

KINDS = ("shootings", "raids", "bombardments", "demolitions")
MINISTRY, POST = "south-ministry", "Harbour Post"


def make_agreement() -> Agreement:
    """The sample agreement with a total of four parts, and a death toll counted from the truce."""
    parts = {name: Measure(name, name, Accrual.CUMULATIVE, name, (name,)) for name in KINDS}
    total = Measure("violations", "violations", Accrual.CUMULATIVE, "violations", ("violation",), parts=KINDS)
    killed = replace(AGREEMENT.measures["killed"], since="truce")
    truce = replace(AGREEMENT.anchors["truce"], rivals=(RivalDay(MINISTRY, date(2031, 5, 4), "accord"),))
    return replace(
        AGREEMENT,
        measures={**AGREEMENT.measures, "violations": total, "killed": killed, **parts},
        anchors={**AGREEMENT.anchors, "truce": truce},
    )


def bulletin(total: int, parts: Sequence[int]) -> list[Fact]:
    source = document("Bulletin", 9)
    stated = figure(total, source, measure="violations", effect=None)
    given_parts = zip(KINDS, parts, strict=False)
    return [stated, *(figure(number, source, measure=name, effect=None) for name, number in given_parts)]


def find(facts: Sequence[Fact], kind: Sum) -> list[Check]:
    return [check for check in find_checks(make_agreement(), facts) if check.sum is kind]


def answers(facts: Sequence[Fact], kind: Sum) -> list[tuple[Verdict, int | None]]:
    found = find(facts, kind)
    return [(check.verdict, None if check.off_by is None else int(check.off_by)) for check in found]


def test_parts_by_the_agreement_file() -> None:
    (check,) = find(bulletin(875, (265, 49, 421, 150)), Sum.PARTS)
    assert (check.verdict, check.off_by, check.measure) == (Verdict.OFF, 10, "violations")
    assert [term.label for term in check.terms] == ["stated", *KINDS]
    assert all(term.facts for term in check.terms)


def test_a_missing_part_leaves_the_sum_open() -> None:
    (check,) = find(bulletin(282, (88, 12, 124)), Sum.PARTS)
    assert check.verdict is Verdict.OPEN and check.why == "no number is given for demolitions"


def test_parts_that_a_sentence_lists() -> None:
    source = document("Bulletin", 9)
    total = figure(38, source, measure=None)
    number = total.claim.slots.number  # type: ignore[union-attr]
    parts = [figure(n, source, measure=None, part_of=number, all_parts=True, siblings=3) for n in (22, 9, 6)]
    assert answers([total, *parts], Sum.PARTS) == [(Verdict.OFF, 1)]
    elsewhere = [replace(part, document=document("Other", 9)) for part in parts]
    assert answers([total, *elsewhere], Sum.PARTS) == []


def test_one_speakers_total_that_falls() -> None:
    steps = [figure(n, document(POST, on), by=[MINISTRY]) for n, on in ((366, 5), (395, 9), (390, 12))]
    assert answers(steps, Sum.RUNNING) == [(Verdict.OFF, 5)]
    assert answers(steps[:2], Sum.RUNNING) == [(Verdict.HOLDS, 0)]
    assert answers(steps[:1], Sum.RUNNING) == []


def test_a_rise_against_the_addition_in_the_same_report() -> None:
    before = figure(395, document(POST, 9), by=[MINISTRY])
    source = document(POST, 10)
    after = figure(400, source, by=[MINISTRY])
    added = figure(5, source, by=[MINISTRY], measure=None, cumulative=False)
    assert answers([before, after, added], Sum.RISE) == [(Verdict.HOLDS, 0)]
    less = figure(7, source, by=[MINISTRY], measure=None, cumulative=False)
    assert answers([before, after, less], Sum.RISE) == [(Verdict.OFF, 2)]


def test_late_recognition_is_told_from_what_is_new() -> None:
    before = figure(400, document(POST, 9), by=[MINISTRY])
    source = document(POST, 10)
    after = figure(415, source, by=[MINISTRY])
    new = figure(15, source, by=[MINISTRY], measure=None, cumulative=False)
    late = figure(12, source, by=[MINISTRY], measure=None, cumulative=False, late=True)
    (check,) = find([before, after, new, late], Sum.LATE)
    assert (check.verdict, check.off_by) == (Verdict.OFF, 12)


def test_a_speaker_that_counts_from_another_day() -> None:
    """By the agreement file the ministry counts from 4 May, whatever the words of the report say."""
    facts = [
        figure(395, document(POST, 9), by=[MINISTRY], since=3),
        figure(400, document("Courant", 9), since=3),
    ]
    (check,) = find(facts, Sum.STARTS)
    assert check.verdict is Verdict.OPEN and check.why == "they begin 1 day apart"
    assert [term.since and term.since.first.day for term in check.terms] == [3, 4]
    assert find(facts, Sum.SPEAKERS) == []


def test_two_speakers_of_one_day() -> None:
    facts = [figure(395, document(POST, 9), by=[MINISTRY]), figure(400, document("Courant", 9))]
    assert answers(facts, Sum.SPEAKERS) == [(Verdict.OFF, 5)]
    hedged = [figure(395, document(POST, 9), by=[MINISTRY], hedge="at least"), facts[1]]
    assert answers(hedged, Sum.SPEAKERS) == [(Verdict.HOLDS, 0)]


def test_those_who_say_the_same_are_one_term() -> None:
    same = [figure(400, document(outlet, 9)) for outlet in ("Courant", "Halyard", "Register")]
    (check,) = find([figure(395, document(POST, 9), by=[MINISTRY]), *same], Sum.SPEAKERS)
    assert sorted(len(term.facts) for term in check.terms) == [1, 3]


def test_a_share_beside_its_numbers() -> None:
    source = document(POST, 9)
    part = figure(12, source, measure="crews-returned", effect="returned", of_total=Decimal(48))
    number = part.claim.slots.number  # type: ignore[union-attr]
    share = figure(30, source, measure=None, effect=None, percent=True, part_of=number)
    (check,) = find([part, share], Sum.SHARE)
    assert (check.verdict, check.off_by) == (Verdict.OFF, 5)
    assert check.written == "12 ÷ 48 = 25 %, stated 30 %"


@pytest.mark.parametrize(("of", "verdict"), [(48, Verdict.HOLDS), (20, Verdict.OPEN), (50, Verdict.OFF)])
def test_the_size_of_a_set(of: int, verdict: Verdict) -> None:
    fact = figure(12, document(POST, 9), measure="crews-returned", effect="returned", of_total=Decimal(of))
    assert [check.verdict for check in find([fact], Sum.SET)] == [verdict]


@pytest.mark.parametrize(
    "change",
    [{"relevance": Relevance.PREHISTORY}, {"relevance": Relevance.OTHER}, {"modality": Modality.PLANNED}],
)
def test_what_is_not_stated_of_this_agreement_enters_no_sum(change: dict[str, object]) -> None:
    steps = [
        figure(n, document(POST, on), by=[MINISTRY], **change)  # type: ignore[arg-type]
        for n, on in ((395, 9), (390, 12))
    ]
    assert find_checks(make_agreement(), steps) == ()


REPORTS = st.lists(
    st.builds(
        lambda number, on, outlet, hedge, by, cumulative: figure(
            number,
            document(outlet, on),
            hedge=hedge,
            by=[MINISTRY] if by else [],
            cumulative=cumulative,
            measure="killed" if cumulative else None,
        ),
        st.integers(1, 40),
        st.one_of(st.none(), st.integers(3, 8)),
        st.sampled_from(["Post", "Courant", "Halyard"]),
        st.sampled_from([None, "at least", "around"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=9,
)


@settings(max_examples=150, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_neither_order_nor_a_second_delivery_changes_anything(facts: list[Fact], chance: object) -> None:
    agreement = make_agreement()
    shuffled = list(facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    killed = agreement.measures["killed"]
    assert select_measure(killed, shuffled) == select_measure(killed, facts)
    assert find_checks(agreement, shuffled) == find_checks(agreement, facts)
    assert find_derivations(agreement, shuffled) == find_derivations(agreement, facts)
    again = [_deliver_again(fact) for fact in facts]
    assert _tell(agreement, [*facts, *again]) == _tell(agreement, facts)


def _deliver_again(fact: Fact) -> Fact:
    """The same article at another place: another document, the same words."""
    other = replace(fact.document, id=f"{fact.document.id}:again", name=f"again-{fact.document.name}")
    return replace(fact, document=other, claim=replace(fact.claim, document=other.id))


def _tell(agreement: Agreement, facts: Sequence[Fact]) -> set[tuple[object, ...]]:
    checks = {
        (check.sum, check.verdict, check.written, check.off_by, check.why)
        for check in find_checks(agreement, facts)
    }
    return checks | {
        (found.written, found.changes, found.ordered) for found in find_derivations(agreement, facts)
    }
