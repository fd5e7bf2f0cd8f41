"""Tallies: how many of a set are done, by the newest numbers of each speaker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pactwatch.model.agreement import Accrual, Agreement, Provision
from pactwatch.model.claim import Figure, Modality, Progress, Step
from pactwatch.model.status import Fact, Tally
from pactwatch.state.days import find_day, sort_facts
from pactwatch.state.speakers import identify_speakers

#: What has happened to things that count as done; "due", "held" and "pledged" do not.
DONE_EFFECTS = (
    "returned",
    "released",
    "entered",
    "deployed",
    "destroyed",
    "cleared",
    "withdrawn",
    "delivered",
)


@dataclass(frozen=True, slots=True)
class Counted:
    """One report of a tally."""

    done: int
    owed: int
    fact: Fact

    @property
    def day(self) -> date | None:
        return find_day(self.fact)


@dataclass(frozen=True, slots=True)
class Counting:
    """The newest tally, and those of other speakers that do not fit it."""

    tally: Tally | None = None
    against: tuple[Counted, ...] = ()


def compute_counting(provision: Provision, facts: Sequence[Fact], agreement: Agreement) -> Counting:
    """The tally of a provision from the facts that count for it.

    Of each speaker the newest number counts. The newest of all is the tally; another speaker's
    number of the same day, or an older and higher one, does not fit it: a total never falls.
    """
    found = [counted for fact in sort_facts(facts) for counted in _read_counts(fact, provision, agreement)]
    reports = _leave_twins(found)
    if not reports:
        return Counting()
    newest = _find_newest(reports)
    latest = max(newest, key=lambda c: (c.day or date.min, -c.done))
    against = [c for c in newest if c.done != latest.done and _contradicts(c, latest)]
    same = [c.fact for c in reports if (c.done, c.owed) == (latest.done, latest.owed)]
    tally = Tally(latest.done, latest.owed, _name_things(provision, latest.fact), tuple(same))
    return Counting(tally, tuple(against))


def _leave_twins(reports: Sequence[Counted]) -> list[Counted]:
    """Without the figure that a report of progress of the same words is made of."""
    steps = [c for c in reports if isinstance(c.fact.claim.slots, Progress)]
    told = {(c.fact.document.id, c.fact.claim.span, c.done) for c in steps}
    return [
        c
        for c in reports
        if isinstance(c.fact.claim.slots, Progress)
        or (c.fact.document.id, c.fact.claim.span, c.done) not in told
    ]


def _find_newest(reports: Iterable[Counted]) -> list[Counted]:
    """Each speaker's newest number; of one day's the highest."""
    newest: dict[tuple[str, ...], Counted] = {}
    for counted in reports:
        speaker = identify_speakers(counted.fact)
        known = newest.get(speaker)
        if known is None or (counted.day or date.min, counted.done) > (known.day or date.min, known.done):
            newest[speaker] = counted
    return list(newest.values())


def _contradicts(other: Counted, latest: Counted) -> bool:
    """Numbers whose order in time is not known do not contradict one another."""
    if other.day is None and latest.day is not None:
        return False
    return other.day == latest.day or other.done > latest.done


def _read_counts(fact: Fact, provision: Provision, agreement: Agreement) -> list[Counted]:
    if fact.claim.modality is not Modality.ASSERTED:
        return []
    slots = fact.claim.slots
    if isinstance(slots, Progress):
        return _read_progress(slots, fact, provision)
    return _read_figure(slots, fact, provision, agreement) if isinstance(slots, Figure) else []


def _read_progress(slots: Progress, fact: Fact, provision: Provision) -> list[Counted]:
    if slots.step not in (Step.PARTLY, Step.DONE):
        return []
    return _make(slots.done, slots.owed, fact, provision)


def _read_figure(slots: Figure, fact: Fact, provision: Provision, agreement: Agreement) -> list[Counted]:
    if slots.low is None or slots.low != slots.high or slots.per or slots.percent or slots.increment:
        return []
    if slots.of_total is not None:
        return _make(slots.low, slots.of_total, fact, provision) if slots.effect in DONE_EFFECTS else []
    measure = agreement.measures.get(fact.placement.measure or "")
    if measure is None or measure.effect not in DONE_EFFECTS:
        return []
    is_total = measure.accrual is Accrual.STOCK or (
        measure.accrual is Accrual.CUMULATIVE and slots.cumulative
    )
    count = provision.duty.count if provision.duty else None
    return _make(slots.low, Decimal(count), fact, provision) if is_total and count is not None else []


def _make(done: Decimal | None, owed: Decimal | None, fact: Fact, provision: Provision) -> list[Counted]:
    """A tally of the whole set; one of a part of it ("all 20 living") is none."""
    count = provision.duty.count if provision.duty else None
    if done is None or owed is None or (count is not None and owed != count):
        return []
    is_whole = done == done.to_integral_value() and owed == owed.to_integral_value()
    return [Counted(int(done), int(owed), fact)] if is_whole and 0 <= done <= owed else []


def _name_things(provision: Provision, fact: Fact) -> str:
    if provision.duty and provision.duty.of:
        return provision.duty.of
    slots = fact.claim.slots
    return (slots.object or "") if isinstance(slots, Progress) else ""
