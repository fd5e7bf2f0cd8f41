"""What is reported of one provision under a view, before time and conditions are looked at."""

from dataclasses import dataclass

from pactwatch.model.agreement import Agreement, Provision
from pactwatch.model.claim import Modality, Step
from pactwatch.model.status import Fact, Tally
from pactwatch.state.days import find_day
from pactwatch.state.evidence import Evidence
from pactwatch.state.progress import Standing, compute_standing
from pactwatch.state.tallies import Counted, Counting, compute_counting


@dataclass(frozen=True, slots=True)
class Reported:
    """The step and the tally that reports give, and who disagrees.

    ``against`` are the facts by which speakers of the view disagree. ``standing_duty`` is a
    prohibition or a rate: no single report fulfils it.
    """

    provision: Provision
    step: Step | None
    tally: Tally | None
    standing: Standing
    against: tuple[Fact, ...]
    other_counts: tuple[Counted, ...]
    standing_duty: bool

    @property
    def is_disputed(self) -> bool:
        return bool(self.against or self.other_counts)


def compute_reported(provision: Provision, evidence: Evidence, agreement: Agreement) -> Reported:
    """What is reported of a provision: its step, its tally and who disagrees."""
    standing = compute_standing(evidence.steps, provision)
    counting = compute_counting(provision, (*evidence.steps, *evidence.counts), agreement)
    duty = provision.duty
    return Reported(
        provision=provision,
        step=_step_of_tally(counting.tally) if counting.tally else standing.step,
        tally=counting.tally,
        standing=standing,
        against=_find_against(standing, counting),
        other_counts=counting.against,
        standing_duty=duty is not None and (duty.continuing or duty.rate is not None),
    )


def _step_of_tally(tally: Tally) -> Step:
    if tally.done == 0:
        return Step.NOT_BEGUN
    return Step.DONE if tally.done >= tally.owed else Step.PARTLY


def _find_against(standing: Standing, counting: Counting) -> tuple[Fact, ...]:
    """While a part of a set is open, "not yet released" fits the tally; a denial does not."""
    if counting.tally is None or counting.tally.done >= counting.tally.owed:
        return standing.against
    return tuple(fact for fact in standing.against if fact.claim.modality is Modality.DENIED)


def is_stalled(reported: Reported) -> bool:
    """Whether a halt is reported that is not older than the tally."""
    stalled, tally = reported.standing.stalled, reported.tally
    if stalled is None or tally is None:
        return stalled is not None
    halted = find_day(stalled)
    counted = [day for fact in tally.facts if (day := find_day(fact))]
    return not counted or (halted is not None and halted >= max(counted))
