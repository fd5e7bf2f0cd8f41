"""Figures by measure: each series in its one order, what no measure follows, what stands apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.claim import Figure, Relevance
from pactwatch.model.status import Fact
from pactwatch.state.days import sort_facts


@dataclass(frozen=True, slots=True)
class MeasureSeries:
    """The figures of one measure in (day, document, place) order, unknown days first."""

    measure: Measure
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Figures that enter no series, for one reason."""

    reason: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """``series`` in the order of the agreement file, empty ones included; ``unassigned`` are about
    the agreement and of no measure; ``prehistory`` and ``other`` are not about it."""

    series: tuple[MeasureSeries, ...]
    unassigned: tuple[Apart, ...]
    prehistory: tuple[Apart, ...]
    other: tuple[Apart, ...]


def compute_series(agreement: Agreement, facts: Sequence[Fact]) -> FigureSeries:
    """The figures among the facts of a view, grouped by measure."""
    figures = sort_facts([fact for fact in facts if isinstance(fact.claim.slots, Figure)])
    own = [fact for fact in figures if fact.placement.relevance is Relevance.AGREEMENT]
    return FigureSeries(
        series=tuple(_select(measure, own) for measure in agreement.measures.values()),
        unassigned=_group(
            [fact for fact in own if _measure_of(fact, agreement) is None], _explain_unassigned
        ),
        prehistory=_group(_of(figures, Relevance.PREHISTORY), _explain_relevance),
        other=_group(_of(figures, Relevance.OTHER), _explain_relevance),
    )


def _select(measure: Measure, facts: Sequence[Fact]) -> MeasureSeries:
    return MeasureSeries(measure, tuple(fact for fact in facts if fact.placement.measure == measure.id))


def _measure_of(fact: Fact, agreement: Agreement) -> Measure | None:
    return agreement.measures.get(fact.placement.measure or "")


def _of(facts: Sequence[Fact], relevance: Relevance) -> list[Fact]:
    return [fact for fact in facts if fact.placement.relevance is relevance]


def _explain_unassigned(fact: Fact) -> str:
    return fact.placement.measure_reason or "no measure of the agreement file fits"


def _explain_relevance(fact: Fact) -> str:
    return fact.placement.relevance_reason


def _group(facts: Sequence[Fact], explain: Callable[[Fact], str]) -> tuple[Apart, ...]:
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(explain(fact), []).append(fact)
    return tuple(Apart(reason, tuple(own)) for reason, own in sorted(groups.items()))
