"""Where one provision stands: the one table of status, row by row."""

from collections.abc import Mapping, Sequence

from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Step
from pactwatch.model.status import Breaches, Fact, Mark, ProvisionStatus
from pactwatch.state.breaches import compute_breaches
from pactwatch.state.evidence import Evidence
from pactwatch.state.explain import Reasons, explain_mark
from pactwatch.state.reported import Reported, is_stalled
from pactwatch.state.scale import Scale, compute_scale, share_step
from pactwatch.state.speakers import name_speakers
from pactwatch.state.timing import Timing

DORMANT, IN_EFFECT, FULFILLED, UNKNOWN = "dormant", "in effect", "fulfilled", "unknown"
PARTLY_PERFORMED, OVERDUE, PER_SPEAKER = "partly performed", "overdue", "per speaker"

_LIFE_CYCLES = {Step.PARTLY: PARTLY_PERFORMED, Step.DONE: FULFILLED}
_MARKS = {
    Step.DECLARED: Mark.DECLARED,
    Step.ORDERED: Mark.DECLARED,
    Step.BEGUN: Mark.IN_PROGRESS,
    Step.PARTLY: Mark.PARTLY_DONE,
    Step.DONE: Mark.DONE,
}


def compute_provision(
    reported: Reported,
    evidence: Evidence,
    timing: Timing,
    agreement: Agreement,
    heard: Mapping[str, Sequence[Fact]],
) -> ProvisionStatus:
    """The status of a provision by the one table of status."""
    breaches = compute_breaches(evidence.breaches, agreement, heard)
    mark = _find_mark(reported, timing, breaches)
    low, high = _find_scale(reported, mark)
    latest = reported.standing.latest
    return ProvisionStatus(
        provision=reported.provision.id,
        mark=mark,
        life_cycle=_find_life_cycle(reported, timing, mark),
        why=explain_mark(mark, Reasons(reported, timing, breaches, agreement, evidence)),
        tally=reported.tally,
        latest=latest,
        reported_by=name_speakers(latest, agreement) if latest else None,
        breaches=breaches,
        facts=tuple(evidence.all),
        low_scale=low,
        high_scale=high,
        silent=reported.step is None and reported.tally is None and latest is None and not breaches,
    )


def _find_mark(reported: Reported, timing: Timing, breaches: Sequence[Breaches]) -> Mark:
    if reported.standing.reversed is not None:
        return Mark.REVERSED
    if breaches and reported.standing_duty:
        return Mark.BREACHES
    if reported.is_disputed:
        return Mark.DISPUTED
    if is_stalled(reported):
        return Mark.STALLED
    if reported.step in _MARKS:
        return Mark.IN_PROGRESS if _is_capped(reported) else _MARKS[reported.step]
    return _find_mark_of_nothing(reported, timing)


def _find_mark_of_nothing(reported: Reported, timing: Timing) -> Mark:
    """Nothing, or "not begun", is reported."""
    if not timing.due:
        return Mark.NOT_DUE
    if reported.standing_duty and reported.step is None:
        return Mark.UNKNOWN
    return Mark.NOT_STARTED


def _is_capped(reported: Reported) -> bool:
    """No single report fulfils a standing duty; a tally of what was owed so far is a part of it."""
    if not reported.standing_duty:
        return False
    return reported.step is Step.DONE or (reported.step is Step.PARTLY and reported.tally is None)


def _find_life_cycle(reported: Reported, timing: Timing, mark: Mark) -> str:
    if mark is Mark.DISPUTED:
        return PER_SPEAKER
    if mark is Mark.NOT_DUE:
        return DORMANT
    if mark in (Mark.REVERSED, Mark.BREACHES) or _is_capped(reported):
        return IN_EFFECT
    if reported.step in _LIFE_CYCLES:
        return _LIFE_CYCLES[reported.step]
    if reported.standing_duty:
        return IN_EFFECT
    return OVERDUE if timing.overdue_since and mark is Mark.NOT_STARTED else IN_EFFECT


def _find_scale(reported: Reported, mark: Mark) -> Scale:
    if mark is Mark.REVERSED:
        return 0, 0
    if mark in (Mark.NOT_DUE, Mark.UNKNOWN):
        return None, None
    if mark is Mark.NOT_STARTED:
        return 0, 0
    low, high = compute_scale(reported.step, reported.tally, reported.standing_duty)
    others = [share_step(counted.done, counted.owed) for counted in reported.other_counts]
    others += [0] if reported.against else []
    return (
        (min([low, *others]), max([high, *others])) if low is not None and high is not None else (low, high)
    )
