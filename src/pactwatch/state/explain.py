"""One plain sentence for each mark: the rule that gave it, and the facts that it rests on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Modality
from pactwatch.model.status import Breaches, Fact, Mark, Tally
from pactwatch.state.days import find_day, format_place
from pactwatch.state.evidence import Evidence
from pactwatch.state.reported import Reported
from pactwatch.state.speakers import name_side, name_speakers
from pactwatch.state.timing import Timing

#: Facts that a sentence names at most.
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Reasons:
    """All that a sentence may name."""

    reported: Reported
    timing: Timing
    breaches: Sequence[Breaches]
    agreement: Agreement
    evidence: Evidence

    @property
    def is_silent(self) -> bool:
        """Whether nobody reports a step or a tally."""
        return self.reported.step is None and self.reported.tally is None

    @property
    def step(self) -> str:
        """Who reports the step that holds."""
        return self.cite(self.reported.standing.fact)

    def cite(self, fact: Fact | None) -> str:
        """Who says it, on which day, in which document."""
        return f"{name_speakers(fact, self.agreement)} ({format_place(fact)})" if fact else "nobody"

    def cite_tally(self, tally: Tally) -> str:
        """Who gives a tally last, an article before a digest."""
        newest = max(find_day(fact) or date.min for fact in tally.facts)
        last = [fact for fact in tally.facts if (find_day(fact) or date.min) == newest]
        return self.cite(min(last, key=lambda fact: fact.document.digest))


def explain_mark(mark: Mark, reasons: Reasons) -> str:
    """The sentence for a mark, with what else is spoken of where no step is reported."""
    sentence = _SENTENCES[mark](reasons)
    if mark is Mark.NOT_STARTED and reasons.is_silent:
        return f"{sentence[0].upper()}{sentence[1:]}{_add_spoken(reasons)}."
    return f"{mark.value.capitalize()}: {sentence}{_add_spoken(reasons)}."


def _add_spoken(reasons: Reasons) -> str:
    """Why steps that are named do not count: nobody reports them as done."""
    spoken = reasons.evidence.spoken
    if not spoken or reasons.reported.standing.latest is not None or reasons.reported.tally is not None:
        return ""
    found = {fact.claim.modality for fact in spoken}
    modes = [mode.value for mode in Modality if mode in found]
    row = " or ".join([", ".join(modes[:-1]), modes[-1]] if len(modes) > 1 else modes)
    claims = "1 claim speaks" if len(spoken) == 1 else f"{len(spoken)} claims speak"
    return f"; {claims} of a step as {row}, which does not count as reported"


def _explain_not_due(reasons: Reasons) -> str:
    timing = reasons.timing
    nothing = (
        "nobody reports progress on it"
        if reasons.reported.step is None
        else f"not begun, says {reasons.step}"
    )
    if timing.due is False:
        return f"{nothing}, and {timing.waits_for}"
    return f"{nothing}, and it is not known, or not evaluated by this version, {timing.waits_for}"


def _explain_not_started(reasons: Reasons) -> str:
    reported = reasons.reported
    if reported.tally is not None:
        what = f"none of {reported.tally.owed:,}, says {reasons.cite_tally(reported.tally)}"
    elif reported.step is None:
        what = f"due, and nothing is reported{' of its progress' if reasons.evidence.all else ''}"
    else:
        what = f"due, and not begun, says {reasons.step}"
    return what + _add_time(reasons.timing)


def _add_time(timing: Timing) -> str:
    late = f"; its time ended on {timing.overdue_since.isoformat()}" if timing.overdue_since else ""
    return f"{late}; {timing.note}" if timing.note else late


def _explain_unknown(_: Reasons) -> str:
    return "a standing duty in effect, and nobody reports under this view that it is kept or broken"


def _explain_declared(reasons: Reasons) -> str:
    step = reasons.reported.step
    return f"{step.value if step else 'declared'}, says {reasons.step}; nobody reports that it has begun"


def _explain_in_progress(reasons: Reasons) -> str:
    reported = reasons.reported
    rest = "; no report fulfils a standing duty" if reported.standing_duty else ""
    who = reasons.cite_tally(reported.tally) if reported.tally else reasons.step
    return f"{reported.step.value if reported.step else 'begun'}, says {who}{rest}"


def _explain_partly_done(reasons: Reasons) -> str:
    tally = reasons.reported.tally
    if tally is None:
        return f"a part of it, says {reasons.step}; nobody gives a tally of the whole"
    things = f" {tally.of}" if tally.of else ""
    return f"{tally.done:,} of {tally.owed:,}{things} by the newest tally, says {reasons.cite_tally(tally)}"


def _explain_done(reasons: Reasons) -> str:
    tally = reasons.reported.tally
    if tally is not None:
        return f"all {tally.owed:,} by the newest tally, says {reasons.cite_tally(tally)}"
    return f"says {reasons.step}, and no speaker of this view says otherwise"


def _explain_stalled(reasons: Reasons) -> str:
    return f"says {reasons.cite(reasons.reported.standing.stalled)}, and nobody reports movement since"


def _explain_reversed(reasons: Reasons) -> str:
    return f"undone, says {reasons.cite(reasons.reported.standing.reversed)}"


def _explain_breaches(reasons: Reasons) -> str:
    rows = "; ".join(_format_row(row, reasons.agreement) for row in reasons.breaches)
    return f"{rows}; a standing duty stays in effect whatever is alleged"


def _format_row(row: Breaches, agreement: Agreement) -> str:
    """Articles first, then claims: a text that says it ten times is one text."""
    against = f" against {name_side(row.against, agreement)}" if row.against else ""
    claims = "1 claim" if len(row.facts) == 1 else f"{len(row.facts)} claims"
    inner = "".join(f", of these {name_side(part.by, agreement)} {_format_place(part)}" for part in row.parts)
    return f"by {name_side(row.by, agreement)}{against} {_format_place(row)} ({claims}){inner}"


def _format_place(row: Breaches) -> str:
    articles = "1 article" if row.documents == 1 else f"{row.documents} articles"
    if row.origins is not None:
        articles += " from 1 origin" if row.origins == 1 else f" from {row.origins} origins"
    digests = "1 digest" if row.digests == 1 else f"{row.digests} digests"
    if not row.digests:
        return f"in {articles}"
    return f"in {articles} + {digests}" if row.documents else f"in {digests} only"


def _explain_disputed(reasons: Reasons) -> str:
    reported, tally = reasons.reported, reasons.reported.tally
    others = [f"{c.done:,} of {c.owed:,}, says {reasons.cite(c.fact)}" for c in reported.other_counts]
    others += [f"not so, says {reasons.cite(fact)}" for fact in reported.against]
    step = f"{reported.step.value if reported.step else 'progress'}, says {reasons.step}"
    holds = f"{tally.done:,} of {tally.owed:,}, says {reasons.cite_tally(tally)}" if tally else step
    more = f"; and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    return f"{holds}; {'; '.join(others[:_SHOWN])}{more}"


_SENTENCES: Mapping[Mark, Callable[[Reasons], str]] = {
    Mark.NOT_DUE: _explain_not_due,
    Mark.NOT_STARTED: _explain_not_started,
    Mark.DECLARED: _explain_declared,
    Mark.IN_PROGRESS: _explain_in_progress,
    Mark.PARTLY_DONE: _explain_partly_done,
    Mark.DONE: _explain_done,
    Mark.STALLED: _explain_stalled,
    Mark.REVERSED: _explain_reversed,
    Mark.BREACHES: _explain_breaches,
    Mark.DISPUTED: _explain_disputed,
    Mark.UNKNOWN: _explain_unknown,
}
