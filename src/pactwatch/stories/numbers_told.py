"""Figures that several reports of a story give for one thing: other numbers, other hedges, one without a
speaker, one that a single report has.

facts with figures --> those of one measure, or of one row and thing counted --> differences
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pactwatch.model.claim import Figure
from pactwatch.model.status import Fact
from pactwatch.stories.differences import Difference, Differs, Side, make_side, name_voices
from pactwatch.stories.reports import Report, find_voices
from pactwatch.stories.table import Alignment, Row

#: A row is one thing for figures that no measure follows from this likeness on.
SURE = 0.35
#: How sure figures of one measure are to be about the same thing.
MEASURED = 0.97


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of one report."""

    report: Report
    fact: Fact
    figure: Figure

    @property
    def number(self) -> tuple[object, ...]:
        """The number without its hedge."""
        own = self.figure
        return (_any(own), own.of_total, own.percent, own.parts)

    @property
    def thing(self) -> tuple[object, ...]:
        return self.figure.counted, self.figure.effect

    def side(self) -> Side:
        hedge = f"{self.fact.claim.hedge} " if self.fact.claim.hedge else ""
        number = self.figure.number.of(self.report.article.text)
        shown = number if number.lower().startswith(hedge.lower()) else f"{hedge}{number}"
        span, key = self.fact.claim.span, self.fact.claim.key
        return make_side(self.report, span, shown, find_voices(self.fact), key)


def _any(figure: Figure) -> object:
    return next((one for one in (figure.approx, figure.low, figure.high) if one is not None), None)


def find_figure_differences(alignment: Alignment) -> Iterable[Difference]:
    """Other numbers, hedges and speakers for one thing, and numbers that a single report has."""
    told = [told for report in alignment.reports for told in _list_told(report)]
    for group, sure in (*_by_measure(told), *_by_row(told, alignment.rows)):
        yield from _compare(group, sure)
    yield from _find_single(told, alignment)


def _list_told(report: Report) -> Iterable[Told]:
    for fact in report.facts:
        figure = fact.claim.slots
        if isinstance(figure, Figure) and not figure.former and not figure.increment:
            yield Told(report, fact, figure)


def _by_measure(told: Sequence[Told]) -> Iterable[tuple[list[Told], float]]:
    groups: dict[str, list[Told]] = {}
    for one in told:
        if one.fact.placement.measure:
            groups.setdefault(one.fact.placement.measure, []).append(one)
    return ((group, MEASURED) for group in groups.values())


def _by_row(told: Sequence[Told], rows: Sequence[Row]) -> Iterable[tuple[list[Told], float]]:
    """Figures that no measure follows: those of one row that count the same thing."""
    for row in rows:
        groups: dict[tuple[object, ...], list[Told]] = {}
        for one in told:
            if not one.fact.placement.measure and row.alike >= SURE and _stands_in(one, row):
                groups.setdefault(one.thing, []).append(one)
        yield from ((group, row.alike) for group in groups.values())


def _stands_in(told: Told, row: Row) -> bool:
    return any(clause.place.span.holds(told.figure.number) for clause in row.of(told.report.id))


def _compare(group: Sequence[Told], sure: float) -> Iterable[Difference]:
    """What differs among figures for one thing; the last one of a report stands for it."""
    newest = list({one.report.id: one for one in group}.values())
    if len(newest) < 2:
        return
    about = _describe(newest[0])
    sides = tuple(one.side() for one in newest)
    if len({one.number for one in newest}) > 1:
        values = ", ".join(dict.fromkeys(side.value for side in sides))
        yield Difference(Differs.FIGURE, about, f"the number is given as {values}", sides, sure)
    elif len({(one.figure.low, one.figure.high, one.figure.approx) for one in newest}) > 1:
        values = ", ".join(dict.fromkeys(side.value for side in sides))
        yield Difference(Differs.HEDGE, about, f"one number, hedged as {values}", sides, sure)
    yield from _compare_voices(newest, about, sure)


def _compare_voices(group: Sequence[Told], about: str, sure: float) -> Iterable[Difference]:
    """One report gives a number as somebody's and another one in its own voice."""
    own = [one for one in group if not find_voices(one.fact)]
    said = [one for one in group if find_voices(one.fact)]
    if own and said:
        sides = tuple(one.side() for one in sorted([*own, *said], key=group.index))
        names = " or ".join(dict.fromkeys(name_voices(find_voices(one.fact)) for one in said))
        what = f"said by {names} in one report, in the report's own voice in another"
        yield Difference(Differs.ATTRIBUTION, about, what, sides, sure)


def _describe(told: Told) -> str:
    group = told.figure.group or told.figure.counted
    return " ".join(part for part in (group, told.figure.effect or "") if part)


def _find_single(told: Sequence[Told], alignment: Alignment) -> Iterable[Difference]:
    """A number in one report where another tells the same thing without one."""
    for row, one in ((row, one) for row in alignment.rows for one in told):
        others = [clause for clause in row.clauses if clause.place.document != one.report.id]
        if row.alike < SURE or not others or not _stands_in(one, row) or _is_told_by_others(one, told):
            continue
        sides = (one.side(), *(Side(c.place.document, c.place.span, "", c.voices) for c in others))
        what = f"only one report gives a number: {sides[0].value}"
        yield Difference(Differs.SINGLE, _describe(one), what, sides, min(0.7, row.alike))


def _is_told_by_others(one: Told, told: Sequence[Told]) -> bool:
    return any(
        other.report.id != one.report.id and (other.number == one.number or other.thing == one.thing)
        for other in told
    )


def count_shared(one: Report, other: Report) -> list[tuple[Told, Told]]:
    """The figures that two reports share: the same number of the same thing."""
    pairs = ((a, b) for a in _list_told(one) for b in _list_told(other))
    shared = [(a, b) for a, b in pairs if a.number == b.number and (a.thing == b.thing or _one_measure(a, b))]
    return list({a.number: (a, b) for a, b in reversed(shared)}.values())


def _one_measure(a: Told, b: Told) -> bool:
    return a.fact.placement.measure is not None and a.fact.placement.measure == b.fact.placement.measure
