"""Figures by measure: each series in its one order, what no measure follows, what stands apart."""

from collections.abc import Iterable
from datetime import date

from pactwatch.model.agreement import Measure
from pactwatch.model.claim import Figure, Modality
from pactwatch.model.placement import Relevance
from pactwatch.model.source import When
from pactwatch.model.status import Fact
from pactwatch.state.days import sort_facts


def select_figures(facts: Iterable[Fact]) -> list[Fact]:
    """The figures among the facts of a view, in their one order."""
    return sort_facts([fact for fact in facts if isinstance(fact.claim.slots, Figure)])


def select_own(facts: Iterable[Fact]) -> list[Fact]:
    """The figures about this agreement."""
    return [fact for fact in select_figures(facts) if fact.placement.relevance is Relevance.AGREEMENT]


def select_measure(measure: Measure, facts: Iterable[Fact]) -> list[Fact]:
    """The figures of one measure."""
    return [fact for fact in select_own(facts) if fact.placement.measure == measure.id]


def select_unassigned(facts: Iterable[Fact]) -> list[Fact]:
    """The figures about this agreement that no measure takes; their placement says why."""
    return [fact for fact in select_own(facts) if fact.placement.measure is None]


def select_apart(facts: Iterable[Fact]) -> list[Fact]:
    """The figures of another negotiation and of the time before."""
    return [fact for fact in select_figures(facts) if fact.placement.relevance is not Relevance.AGREEMENT]


def _is_told(fact: Fact) -> bool:
    """Whether it is told as so: such a number cannot be of a day after the report."""
    return fact.claim.modality is Modality.ASSERTED


def find_figure_day(fact: Fact) -> tuple[date | None, str]:
    """The day that a number speaks of, and how it was found: the end of its window, else the
    day it was said, else the day it was published, or by which its story dates it. A missing day stays
    missing."""
    figure = fact.claim.slots
    published = fact.published
    ends: list[tuple[str, When | None]] = [
        ("end of its window", fact.placement.until),
        ("end of its window", figure.window.until if isinstance(figure, Figure) and figure.window else None),
        ("day it was said", fact.claim.said_on),
        ("day of publication", fact.document.published),
        ("dated by its story", fact.dated),
    ]
    for found, when in ends:
        if when is not None and not (published and when.first > published.last and _is_told(fact)):
            return when.last, found
    return None, fact.document.undated or "no day is given"
