"""The facts of each provision and each phase, gathered in one pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Modality, Progress
from pactwatch.model.status import Fact
from pactwatch.state.breaches import is_allegation
from pactwatch.state.targets import find_measured, find_targets


@dataclass(slots=True)
class Evidence:
    """``all`` speak of it; of these ``steps`` report progress on it, ``counts`` are figures that can
    fill its tally, ``breaches`` allege that it was broken. Each list keeps the order of the facts."""

    all: list[Fact] = field(default_factory=list)
    steps: list[Fact] = field(default_factory=list)
    counts: list[Fact] = field(default_factory=list)
    breaches: list[Fact] = field(default_factory=list)

    @property
    def spoken(self) -> list[Fact]:
        """Steps that are spoken of and not reported: planned, demanded, denied and the like."""
        return [fact for fact in self.all if is_spoken(fact)]


def is_spoken(fact: Fact) -> bool:
    """Whether a step is named in another mode than as a report."""
    return isinstance(fact.claim.slots, Progress) and fact.claim.modality is not Modality.ASSERTED


def gather_evidence(agreement: Agreement, facts: Sequence[Fact]) -> Mapping[str, Evidence]:
    """By provision and by phase, those without any fact included."""
    evidence = {key: Evidence() for key in (*agreement.provisions, *agreement.phases)}
    for fact in facts:
        for match in fact.placement.provisions:
            if match.provision in evidence:
                evidence[match.provision].all.append(fact)
        for target in find_targets(fact, agreement):
            own = evidence[target]
            (own.breaches if is_allegation(fact) else own.steps).append(fact)
        measured = find_measured(fact, agreement)
        if measured in evidence:
            evidence[measured].counts.append(fact)
    return evidence
