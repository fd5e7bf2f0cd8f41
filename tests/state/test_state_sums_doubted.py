"""What the sums must not say: cases in which a careful reader would see no discrepancy, or another one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sample_facts import document, figure
from test_state_discrepancies import KINDS, MINISTRY, find, make_agreement

from pactwatch.model.agreement import Accrual, Measure, RivalDay
from pactwatch.model.claim import Window
from pactwatch.model.record import Decision, Judgement
from pactwatch.model.source import When
from pactwatch.model.status import Fact
from pactwatch.model.terms import AtOnce
from pactwatch.state.counts import read_term
from pactwatch.state.derivations import find_derivations
from pactwatch.state.discrepancies import find_checks
from pactwatch.state.facts import select_facts
from pactwatch.state.figures import find_figure_day
from pactwatch.state.sums import Check, Sum, Verdict

NAVY = "north-navy"


def off(facts: Sequence[Fact], kind: Sum) -> list[str]:
    return [check.written for check in find(facts, kind) if check.verdict is Verdict.OFF]


def bulletin(total: int, parts: Sequence[int], **more: object) -> list[Fact]:
    source = document("Bulletin", 9)
    stated = figure(total, source, measure="violations", effect=None, **more)  # type: ignore[arg-type]
    return [
        stated,
        *(figure(n, source, measure=name, effect=None) for n, name in zip(parts, KINDS, strict=True)),
    ]


def test_parts_of_one_speaker_are_not_held_against_the_total_of_another() -> None:
    source = document("Post", 9)
    total = figure(875, source, measure="violations", effect=None, by=[MINISTRY])
    parts = [
        figure(n, source, measure=name, effect=None, by=[NAVY])
        for n, name in zip((88, 12, 124, 52), KINDS, strict=True)
    ]
    assert off([total, *parts], Sum.PARTS) == []


def test_a_round_total_is_still_the_total() -> None:
    source = document("Bulletin", 9)
    facts = [
        *bulletin(12, (265, 49, 421, 150)),
        figure(900, source, measure="violations", effect=None, hedge="around"),
    ]
    assert off(facts, Sum.PARTS) == []


def test_an_addition_is_no_part() -> None:
    source = document("Bulletin", 9)
    facts = [
        figure(3, source, measure="raids", effect=None, increment=True, cumulative=False),
        *bulletin(885, (265, 49, 421, 150)),
    ]
    assert off(facts, Sum.PARTS) == []


def test_parts_of_another_window_are_not_compared() -> None:
    source = document("Bulletin", 9)
    total = figure(875, source, measure="violations", effect=None, since=3)
    parts = [
        figure(n, source, measure=name, effect=None, since=8)
        for n, name in zip((8, 2, 4, 5), KINDS, strict=True)
    ]
    assert off([total, *parts], Sum.PARTS) == []


def test_each_speaker_whose_total_falls_is_named() -> None:
    facts = [
        figure(n, document("Post", on), by=[who])
        for n, on in ((400, 9), (390, 12))
        for who in (MINISTRY, NAVY)
    ]
    named = {check.terms[0].speaker for check in find(facts, Sum.RUNNING)}
    assert named == {"Southern ministry", "Northern Navy"}


def test_what_happened_before_the_first_total_is_no_addition() -> None:
    before = figure(38, document("Post", 9), by=[MINISTRY])
    source = document("Post", 10)
    after = figure(40, source, by=[MINISTRY])
    new = figure(2, source, by=[MINISTRY], measure=None, cumulative=False)
    old = _on(figure(9, source, by=[MINISTRY], measure=None, cumulative=False), 4)
    assert off([before, after, new, old], Sum.RISE) == []


def _on(fact: Fact, day: int) -> Fact:
    when = When(date(2031, 5, day), date(2031, 5, day), "day", "words")
    return replace(fact, placement=replace(fact.placement, until=when))


def test_two_totals_of_one_day_are_ordered_by_number() -> None:
    morning = figure(98, document("Post", 9), by=[MINISTRY])
    evening = figure(101, document("Courant", 9), by=[MINISTRY])
    source = document("Post", 10)
    after = figure(103, source, by=[MINISTRY])
    more = figure(2, source, by=[MINISTRY], measure=None, cumulative=False)
    assert off([morning, evening, after, more], Sum.RISE) == []
    (held,) = find([morning, evening, after, more], Sum.RUNNING)
    assert held.written == "98, later 101, later 103"


def test_a_speaker_who_counts_from_another_day_by_the_file_is_not_accused() -> None:
    facts = [
        figure(395, document("Post", 9), by=[MINISTRY], since=3),
        figure(400, document("Courant", 9), by=[NAVY], since=3),
    ]
    assert make_agreement().anchors["truce"].rivals == (RivalDay(MINISTRY, date(2031, 5, 4), "accord"),)
    assert find(facts, Sum.SPEAKERS) == []


def test_more_done_than_the_set_holds_is_told() -> None:
    fact = figure(50, document("Post", 9), measure="crews-returned", effect="returned", of_total=Decimal(48))
    (check,) = find([fact], Sum.SET)
    assert (check.verdict, check.off_by) == (Verdict.OFF, 2)


def test_nobody_is_made_to_say_a_number_that_he_did_not_say() -> None:
    fact = figure(20, document("Post", 9), measure="crews-returned", effect="returned", of_total=Decimal(48))
    (check,) = find([fact], Sum.SET)
    assert not any(term.written == "28" and term.facts for term in check.terms)


def test_people_are_counted_in_whole_numbers() -> None:
    facts = [
        figure(395, document("Post", 9), by=[MINISTRY], hedge="around"),
        figure(400, document("Courant", 9), by=[NAVY]),
    ]
    (check,) = find(facts, Sum.SPEAKERS)
    assert check.off_by is None or check.off_by == check.off_by.to_integral_value()


def test_one_outlier_is_told_once_and_not_on_each_later_day() -> None:
    facts = [figure(400, document("Post", 3), by=[MINISTRY])]
    facts += [figure(350 + on, document("Post", on), by=[MINISTRY]) for on in range(4, 24)]
    assert len(off(facts, Sum.RUNNING)) == 1


def test_numbers_without_a_day_are_not_set_beside_one_another() -> None:
    facts = [figure(40 + n, document(f"Outlet {n}", None)) for n in range(12)]
    assert len(find(facts, Sum.SPEAKERS)) <= 12


def test_a_number_does_not_speak_of_a_day_after_the_report() -> None:
    fact = figure(18, document("Post", 9))
    due = When(date(2031, 6, 15), date(2031, 6, 15), "day", "words")
    slots = replace(fact.claim.slots, window=Window("by 15 June", None, due))  # type: ignore[type-var]
    fact = replace(fact, claim=replace(fact.claim, slots=slots), placement=replace(fact.placement, until=due))
    day, _ = find_figure_day(fact)
    assert day is not None and day <= date(2031, 5, 9)


def test_a_hedge_that_is_new_is_told_as_a_change() -> None:
    base = figure(31, document("Halyard", 8))
    source = document("Post", 9)
    more = figure(5, source, by=[MINISTRY], measure=None, cumulative=False)
    result = figure(36, source, by=[MINISTRY], hedge="at least")
    (found,) = find_derivations(make_agreement(), [base, more, result])
    assert found.changes


def test_the_earlier_window_is_held_against_each_shorter_one_of_the_same_day() -> None:
    facts = [
        figure(395, document("Halyard", 9), by=["north"], since=3),
        figure(400, document("Post", 12), by=[NAVY], since=3),
        figure(410, document("Courant", 12), by=["lakeland"], since=5),
    ]
    assert any(check.verdict is Verdict.OFF for check in find(facts, Sum.STARTS))


def test_a_stated_average_needs_no_stated_quota() -> None:
    source = document("Post", 13)
    agreement = make_agreement()
    barges = replace(agreement.provisions["barges"], due=AtOnce("truce"), after=None)
    let = Measure(
        "let", "let", Accrual.CUMULATIVE, "barges", ("barge",), effect="entered", provision="barges"
    )
    agreement = replace(
        agreement,
        provisions={**agreement.provisions, "barges": barges},
        measures={**agreement.measures, "let": let},
    )
    total = figure(1000, source, measure="let", effect="entered")
    each = figure(20, source, measure=None, effect="entered", per="day", cumulative=False)
    found: list[Check] = [c for c in find_checks(agreement, [total, each]) if c.sum is Sum.RATE]
    assert [check.verdict for check in found] == [Verdict.OFF]


def test_a_rejected_part_leaves_its_sum_open() -> None:
    source = document("Bulletin", 9)
    total = figure(127, source, measure=None)
    number = total.claim.slots.number  # type: ignore[union-attr]
    parts = [
        figure(n, source, measure=None, part_of=number, all_parts=True, siblings=3) for n in (61, 38, 28)
    ]
    rejected = replace(
        parts[2], judgement=Judgement(parts[2].claim.key, Decision.REJECT, "reviewer", "misread")
    )
    left = select_facts([total, *parts[:2], rejected], "any-allegation", make_agreement())
    assert off(left, Sum.PARTS) == []


def test_what_the_report_says_is_late_is_not_told_as_new() -> None:
    before = figure(415, document("Post", 9), by=[MINISTRY])
    source = document("Post", 10)
    after = figure(420, source, by=[MINISTRY])
    five = figure(5, source, by=[MINISTRY], measure=None, cumulative=False)
    number = five.claim.slots.number  # type: ignore[union-attr]
    late = figure(3, source, by=[MINISTRY], measure=None, cumulative=False, late=True, part_of=number)
    assert off([before, after, five, late], Sum.LATE) == []


def test_more_than_40_is_not_printed_as_at_least_40() -> None:
    fact = figure(40, document("Post", 9), by=[MINISTRY], hedge="at least")
    fact = replace(fact, claim=replace(fact.claim, hedge="more than"))
    assert read_term(fact, make_agreement()).written == "more than 40"


def test_a_tally_of_a_set_that_falls_is_told() -> None:
    facts = [
        figure(
            n,
            document("Post", on),
            by=["north"],
            measure="crews-returned",
            effect="returned",
            cumulative=False,
            of_total=Decimal(48),
        )
        for n, on in ((47, 9), (44, 10))
    ]
    assert off(facts, Sum.RUNNING) == ["47, later 44"]


def test_the_latest_of_a_speaker_is_one_number_however_its_window_is_worded() -> None:
    facts = []
    for n, on, read_from in ((31, 9, "words"), (33, 12, "agreement file")):
        fact = figure(n, document("Post", on), by=[MINISTRY])
        since = When(date(2031, 5, 3), date(2031, 5, 3), "day", read_from)
        facts.append(replace(fact, placement=replace(fact.placement, since=since)))
    kept = select_facts(facts, "any-allegation", make_agreement(), latest_per_speaker=True)
    assert len(kept) == 1
