"""Progress of one provision: reported steps folded, day by day, into where it stands.

declared < ordered < begun < partly < done    a later report raises, it never lowers
stalled                                       stands until something moves again
reversed                                      back to nothing
not begun, denied                             lowers what the same speaker said; against the
                                              words of another speaker it is a disagreement
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from pactwatch.model.agreement import Provision
from pactwatch.model.claim import Modality, Progress, Step
from pactwatch.model.status import Fact
from pactwatch.state.days import find_day, sort_facts
from pactwatch.state.speakers import identify_speakers
from pactwatch.state.targets import fits_count

#: The steps that a later report can only raise.
LADDER = (Step.NOT_BEGUN, Step.DECLARED, Step.ORDERED, Step.BEGUN, Step.PARTLY, Step.DONE)
_MOVING = LADDER.index(Step.BEGUN)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where reports put a provision. ``step`` is one of LADDER or None (nothing reported), ``fact``
    what says so; ``stalled`` and ``reversed`` are the facts that say that, while it holds;
    ``against`` are the facts by which other speakers disagree; ``latest`` is the newest of all."""

    step: Step | None = None
    fact: Fact | None = None
    stalled: Fact | None = None
    reversed: Fact | None = None
    against: tuple[Fact, ...] = ()
    latest: Fact | None = None


@dataclass(slots=True)
class _Fold:
    level: int = -1
    fact: Fact | None = None
    stalled: Fact | None = None
    reversed: Fact | None = None
    supporters: set[tuple[str, ...]] = field(default_factory=set)
    against: dict[tuple[str, ...], Fact] = field(default_factory=dict)


def compute_standing(facts: Sequence[Fact], provision: Provision | None = None) -> Standing:
    """Where reported steps put a provision, whatever order the facts come in.

    Only what is asserted moves it; planned, demanded, conditional and hypothetical steps do not
    count. For a set of things a "done" without its tally is a part of it.
    """
    reports = _sort([fact for fact in facts if _is_report(fact)])
    fold = _Fold()
    for _, group in groupby(reports, key=find_day):
        _fold_day(list(group), fold, provision)
    asserted = [fact for fact in reports if fact.claim.modality is Modality.ASSERTED]
    return Standing(
        step=_find_step(fold),
        fact=fold.fact,
        stalled=fold.stalled,
        reversed=fold.reversed,
        against=tuple(sort_facts(list(fold.against.values()))),
        latest=_find_latest(asserted),
    )


def _sort(facts: Sequence[Fact]) -> list[Fact]:
    """By day, and of one day the articles before the digests: they are named first."""
    return sorted(sort_facts(facts), key=lambda fact: (find_day(fact) or date.min, fact.document.digest))


def _is_report(fact: Fact) -> bool:
    return isinstance(fact.claim.slots, Progress) and fact.claim.modality in (
        Modality.ASSERTED,
        Modality.DENIED,
    )


def _find_step(fold: _Fold) -> Step | None:
    """What has come to a halt is not done."""
    step = LADDER[fold.level] if fold.level >= 0 else None
    return Step.PARTLY if step is Step.DONE and fold.stalled is not None else step


def read_step(fact: Fact, provision: Provision | None) -> Step:
    """The step that a report stands for. Raises TypeError where the fact is no progress."""
    slots = fact.claim.slots
    if not isinstance(slots, Progress):
        raise TypeError(f"claim {fact.claim.key} holds no progress")
    duty = provision.duty if provision else None
    is_whole = (
        duty is None or duty.count is None or (fits_count(slots.owed, provision) and slots.done == slots.owed)
    )
    return Step.PARTLY if slots.step is Step.DONE and not is_whole else slots.step


def _fold_day(reports: Sequence[Fact], fold: _Fold, provision: Provision | None) -> None:
    """All reports of one day at once, so that their order in the day cannot matter."""
    lowering = [fact for fact in reports if _lowers(fact)]
    asserted = [fact for fact in reports if fact.claim.modality is Modality.ASSERTED and not _lowers(fact)]
    rising = [fact for fact in asserted if read_step(fact, provision) in LADDER]
    for fact in rising:
        _raise(fact, LADDER.index(read_step(fact, provision)), fold)
    for fact in lowering:
        _lower(fact, fold)
    _halt(reports, fold)


def _lowers(fact: Fact) -> bool:
    """A denial of a step that moves, or "has not begun"; to deny that nothing has begun lowers nothing."""
    step = _step_of(fact)
    if fact.claim.modality is Modality.DENIED:
        return step in (Step.BEGUN, Step.PARTLY, Step.DONE)
    return step is Step.NOT_BEGUN


def _raise(fact: Fact, level: int, fold: _Fold) -> None:
    speaker = identify_speakers(fact)
    if level >= _MOVING:
        fold.supporters.add(speaker)
        fold.against.pop(speaker, None)
        if fold.stalled is None or find_day(fold.stalled) != find_day(fact):
            fold.stalled = None
        fold.reversed = None
    if level > fold.level:
        fold.level, fold.fact = level, fact


def _lower(fact: Fact, fold: _Fold) -> None:
    speaker = identify_speakers(fact)
    is_denial = fact.claim.modality is Modality.DENIED
    if fold.level >= _MOVING and fold.supporters - {speaker}:
        fold.against[speaker] = fact
    elif fold.level >= _MOVING or (fold.level < 0 and not is_denial):
        fold.level, fold.fact = 0, fact
        fold.supporters.clear()


def _halt(reports: Sequence[Fact], fold: _Fold) -> None:
    """Stalled and reversed stand over whatever else the same day reports."""
    asserted = [fact for fact in reports if fact.claim.modality is Modality.ASSERTED]
    stalled = [fact for fact in asserted if _step_of(fact) is Step.STALLED]
    reversals = [fact for fact in asserted if _step_of(fact) is Step.REVERSED]
    fold.stalled = stalled[0] if stalled else fold.stalled
    if reversals:
        fold.reversed, fold.stalled = reversals[0], None
        fold.level, fold.fact = 0, reversals[0]
        fold.supporters.clear()
        fold.against.clear()


def _step_of(fact: Fact) -> Step | None:
    return fact.claim.slots.step if isinstance(fact.claim.slots, Progress) else None


def _find_latest(facts: Sequence[Fact]) -> Fact | None:
    """The newest report; of one day's the one that reports most, a halt before all others."""
    if not facts:
        return None
    newest = find_day(facts[-1])
    order = (*LADDER, Step.STALLED, Step.REVERSED)
    last = [fact for fact in facts if find_day(fact) == newest]
    return max(last, key=lambda fact: order.index(_step_of(fact) or Step.NOT_BEGUN))
