"""Which provision or phase a fact counts for: the strongest match, not every word in the sentence."""

from collections.abc import Iterable, Sequence

from pactwatch.model.agreement import Agreement, Provision
from pactwatch.model.claim import Event, Figure, Progress
from pactwatch.model.placement import ProvisionMatch
from pactwatch.model.status import Fact

#: A step counts for a provision that its own words name; a word elsewhere in the sentence is too weak.
LEAST_SCORE = 0.6


def find_targets(fact: Fact, agreement: Agreement) -> tuple[str, ...]:
    """The provisions, or the phases, for which a step or an alleged breach counts."""
    matches = fact.placement.provisions
    slots = fact.claim.slots
    if isinstance(slots, Event) and not slots.breach:
        return ()
    if isinstance(slots, Event):
        return _find_best(match for match in matches if match.provision in agreement.provisions)
    if not isinstance(slots, Progress):
        return ()
    by_tally = [m.provision for m in matches if fits_count(slots.owed, agreement.provisions.get(m.provision))]
    if by_tally:
        return (by_tally[0],)
    strong = [match for match in matches if match.score >= LEAST_SCORE]
    phases = [match for match in strong if match.provision in agreement.phases]
    if phases and _speaks_of(slots, agreement, phases):
        return _find_best(phases)
    return _find_best(match for match in strong if match.provision in agreement.provisions)


def fits_count(owed: object, provision: Provision | None) -> bool:
    """Whether the size of a set in the text is that of the provision's."""
    duty = provision.duty if provision else None
    return owed is not None and duty is not None and duty.count == owed


def _find_best(matches: Iterable[ProvisionMatch]) -> tuple[str, ...]:
    listed = list(matches)
    best = max((match.score for match in listed), default=0.0)
    return tuple(sorted(match.provision for match in listed if match.score == best))


def _speaks_of(slots: Progress, agreement: Agreement, matches: Sequence[ProvisionMatch]) -> bool:
    """Whether the thing that moves is the phase ("the second phase of the truce has stalled"),
    and not something in it."""
    thing = f"{slots.subject or ''} | {slots.object or ''}".lower()
    words = (word for match in matches for word in agreement.phases[match.provision].words)
    return any(word.lower() in thing for word in words)


def find_measured(fact: Fact, agreement: Agreement) -> str | None:
    """The provision whose tally a figure can fill: that of its measure, or of the set that it names."""
    if not isinstance(fact.claim.slots, Figure):
        return None
    measure = agreement.measures.get(fact.placement.measure or "")
    if measure and measure.provision:
        return measure.provision
    total = fact.claim.slots.of_total
    fits = [
        m.provision
        for m in fact.placement.provisions
        if fits_count(total, agreement.provisions.get(m.provision))
    ]
    return fits[0] if fits else None
