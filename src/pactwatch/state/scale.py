"""Kroc's four steps of implementation, by a declared rule, and their roll-up to phases.

0 not initiated · 1 minimum · 2 intermediate · 3 complete. Steps are counted, never averaged.
"""

from collections import Counter
from collections.abc import Sequence

from pactwatch.model.claim import Modality, Step
from pactwatch.model.status import Fact, Mark, PhaseStatus, ProvisionStatus, Tally

Scale = tuple[int | None, int | None]

_OF_STEP: dict[Step, tuple[int, int]] = {
    Step.NOT_BEGUN: (0, 0),
    Step.DECLARED: (0, 0),
    Step.ORDERED: (0, 0),
    Step.BEGUN: (1, 1),
    Step.PARTLY: (1, 2),
    Step.DONE: (3, 3),
}


def compute_scale(step: Step | None, tally: Tally | None, standing: bool) -> Scale:
    """The lowest and the highest step that the words allow; None where nothing is reported.

    A part of unknown size may be 1 or 2. A standing duty is never complete by a report: 1, or by
    the tally of what was owed so far.
    """
    if step is None:
        return None, None
    if step is Step.PARTLY and tally is not None:
        share = share_step(tally.done, tally.owed)
        return share, share
    if standing:
        return (1, 1) if _OF_STEP[step][1] else (0, 0)
    return _OF_STEP[step]


def share_step(done: int, owed: int) -> int:
    """The step of a tally: 0 none, 1 under half, 2 from half, 3 all."""
    if done >= owed:
        return 3
    return 0 if done == 0 else 1 if 2 * done < owed else 2


def roll_up(
    phase: str,
    statuses: Sequence[ProvisionStatus],
    begun: bool | None,
    latest: Fact | None,
    steps: Sequence[Fact] = (),
) -> PhaseStatus:
    """A phase's provisions counted by mark and by step, with their number; ``steps`` speak of the phase."""
    marks = Counter(status.mark for status in statuses)
    known = [status for status in statuses if status.low_scale is not None]
    same = [status.low_scale for status in known if status.low_scale == status.high_scale]
    return PhaseStatus(
        phase=phase,
        n=len(statuses),
        marks=tuple((mark, marks[mark]) for mark in Mark if marks[mark]),
        steps=(same.count(0), same.count(1), same.count(2), same.count(3)),
        between=len(known) - len(same),
        unsaid=len(statuses) - len(known),
        begun=begun,
        latest=latest,
        facts=tuple(fact for fact in steps if fact.claim.modality is Modality.ASSERTED),
    )
