"""Figures of a part and its whole, and their steps: 80 of the garrison's 400 were ferried."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_found import Found
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Figure, Step
from pactwatch.model.source import Span

_PERFORMED = word_set("tallies.done") - {"entered"}


def is_part(claim: Claim) -> bool:
    """A figure that is part of a set with a size."""
    return isinstance(claim.slots, Figure) and claim.slots.of_total is not None and not claim.slots.percent


def is_tally(claim: Claim) -> bool:
    """A part of a set that is done: 47 of 48 returned, and not what is still due."""
    figure = claim.slots
    return (
        isinstance(figure, Figure)
        and figure.of_total is not None
        and figure.low is not None
        and figure.effect in _PERFORMED
    )


@dataclass(frozen=True)
class Parts:
    """The figures of parts of a text, in order."""

    claims: Sequence[Claim]

    def fill(self, text: str, unit: Unit, found: Found) -> Found:
        """The step with the tally that its subject or object gives."""
        if found.step not in (Step.DONE, Step.PARTLY) or not self.claims:
            return found
        for phrase in (found.subject, found.thing):
            claim = self._within(unit.span(*phrase)) if phrase is not None else None
            if claim is not None and isinstance(claim.slots, Figure):
                figure = claim.slots
                done = figure.low if figure.low is not None else figure.approx
                step = Step.DONE if done == figure.of_total else Step.PARTLY
                return found._replace(step=step, done=done, owed=figure.of_total, hedge=claim.hedge)
        return found

    def _within(self, span: Span) -> Claim | None:
        at = bisect_left(self.claims, span.begin, key=lambda claim: claim.span.begin)
        near = (claim for claim in self.claims[max(0, at - 1) : at + 2] if isinstance(claim.slots, Figure))
        return next((claim for claim in near if _stands_in(claim, span)), None)


def _stands_in(claim: Claim, span: Span) -> bool:
    """Whether a figure's number stands in a phrase, or its words hold where the phrase begins."""
    assert isinstance(claim.slots, Figure)
    inside = span.begin <= claim.slots.number.begin < span.end
    return inside or claim.span.begin <= span.begin < claim.span.end
