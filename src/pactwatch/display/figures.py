"""The numbers of a measure, each as printed, with its speaker, its window and its day; never a mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactwatch.display.evidence import describe_state, describe_window
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.speakers import Speaker, name_outlet, name_speaker
from pactwatch.display.words import cut, format_day, is_upper_bound, name_things, print_figure
from pactwatch.model.agreement import Accrual, Agreement, Measure
from pactwatch.model.claim import Figure
from pactwatch.model.placement import Relevance
from pactwatch.model.status import Fact
from pactwatch.state.counts import select_totals
from pactwatch.state.figures import find_figure_day, select_apart, select_measure, select_unassigned

ACCRUALS = {
    Accrual.CUMULATIVE: "running total",
    Accrual.FLOW: "per period",
    Accrual.STOCK: "level on a day",
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One reported number. ``printed`` is the number with its hedge, ``low`` and ``high`` the
    bounds that the words allow, ``at`` where it is drawn, ``bound`` one of exact, at least,
    at most, around, range. ``part``: in a series of running totals it is none, but a part of one or
    beside a higher one in the same words. ``day`` is the day that the number speaks of (None: unknown)."""

    claim: str
    printed: str
    low: float | None
    high: float | None
    at: float
    bound: str
    hedge: str | None
    things: str
    place: str | None
    speaker: Speaker
    day: date | None
    day_words: str
    day_source: str
    window: str | None
    document: str
    file: str
    outlet: str
    digest: bool
    state: str
    words: str
    reason: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A measure with its numbers in order of day, lane by lane in ``lanes``."""

    id: str
    title: str
    accrual: str
    unit: str
    definition: str
    since: date | None
    since_words: str | None
    provision: str | None
    rows: tuple[FigureRow, ...]
    sources: Sources

    @property
    def lanes(self) -> tuple[tuple[Speaker, tuple[FigureRow, ...]], ...]:
        """The numbers by speaker; the speaker whose first number is oldest comes first."""
        speakers = {row.speaker.id: row.speaker for row in reversed(self.rows)}
        order = list(dict.fromkeys(row.speaker.id for row in self.rows))
        return tuple(
            (speakers[known], tuple(row for row in self.rows if row.speaker.id == known)) for known in order
        )


def make_series(measure: Measure, facts: Sequence[Fact], agreement: Agreement) -> Series:
    """The series of one measure from the facts of a view."""
    own = select_measure(measure, facts)
    totals = {fact.claim.key for fact in select_totals(own, measure, agreement)}
    running = measure.accrual is Accrual.CUMULATIVE and bool(totals)
    rows = [make_figure(fact, agreement, running and fact.claim.key not in totals) for fact in own]
    anchor = agreement.anchors.get(measure.since or "")
    return Series(
        id=measure.id,
        title=measure.title,
        accrual=ACCRUALS[measure.accrual],
        unit=measure.unit,
        definition=_define(measure),
        since=anchor.on if anchor else None,
        since_words=f"{format_day(anchor.on)} ({anchor.title})" if anchor and anchor.on else None,
        provision=measure.provision,
        rows=tuple(sort_rows(rows)),
        sources=count_sources(own),
    )


def _define(measure: Measure) -> str:
    nouns = ", ".join(measure.of)
    effect = f" {measure.effect}" if measure.effect else ""
    without = f"; not {', '.join(measure.not_of)}" if measure.not_of else ""
    return f"{nouns}{effect}{without}"


def make_figure(fact: Fact, agreement: Agreement, part: bool = False) -> FigureRow:
    """One number as a row. Raises TypeError where the fact holds no figure."""
    figure = fact.claim.slots
    if not isinstance(figure, Figure):
        raise TypeError(f"claim {fact.claim.key} holds no figure")
    day, found = find_figure_day(fact)
    bound = _find_bound(figure, fact.claim.hedge)
    low, high = _as_float(figure.low), _as_float(figure.high)
    middle = _as_float(figure.approx)
    return FigureRow(
        claim=fact.claim.key,
        printed=print_figure(figure, fact.claim.hedge),
        low=low,
        high=high,
        at=next((number for number in (low, middle, high) if number is not None), 0.0),
        bound=bound,
        hedge=fact.claim.hedge,
        things=f"{name_things(figure)}{f' {figure.effect}' if figure.effect else ''}",
        place=figure.place,
        speaker=name_speaker(fact, agreement),
        day=day,
        day_words=format_day(day) if day else "day unknown",
        day_source=found,
        window=describe_window(fact),
        document=fact.document.id,
        file=fact.document.name,
        outlet=name_outlet(fact.document),
        digest=fact.document.digest,
        state=describe_state(fact)[0],
        words=cut(fact.claim.words, 220),
        reason=fact.placement.measure_reason or fact.placement.relevance_reason,
        part=part,
    )


def _as_float(value: object) -> float | None:
    return None if value is None else float(str(value))


def _find_bound(figure: Figure, hedge: str | None) -> str:
    if figure.approx is not None:
        return "around"
    if figure.low is None and figure.high is None:
        return "exact"
    if figure.high is None:
        return "at least"
    if figure.low is None or is_upper_bound(hedge):
        return "at most"
    return "exact" if figure.low == figure.high else "range"


def sort_rows(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """Oldest first, the undated last; then by speaker, number and claim."""
    return sorted(
        rows,
        key=lambda row: (row.day is None, row.day or date.min, row.speaker.id, row.at, row.claim),
    )


def find_unmeasured(facts: Sequence[Fact], agreement: Agreement) -> tuple[FigureRow, ...]:
    """Numbers about this agreement that no measure follows, each with the reason."""
    return tuple(sort_rows([make_figure(fact, agreement) for fact in select_unassigned(facts)]))


def find_apart(facts: Sequence[Fact], agreement: Agreement) -> tuple[tuple[FigureRow, str], ...]:
    """Numbers of another negotiation or of the time before, each with the reason it stands apart."""
    own = select_apart(facts)
    reasons = {fact.claim.key: _explain_apart(fact) for fact in own}
    rows = sort_rows([make_figure(fact, agreement) for fact in own])
    return tuple((row, reasons[row.claim]) for row in rows)


def _explain_apart(fact: Fact) -> str:
    before = fact.placement.relevance is Relevance.PREHISTORY
    label = "before this agreement" if before else "not about this agreement"
    return f"{label}: {fact.placement.relevance_reason}"
