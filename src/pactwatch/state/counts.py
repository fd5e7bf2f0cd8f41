"""The numbers of the record as terms of sums: which are running totals, which are additions, who says them.

One speaker's number for one day is one term, however many documents carry it: neither the order of
documents nor a second delivery changes a sum.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from pactwatch.model.agreement import Accrual, Agreement, Measure
from pactwatch.model.claim import Figure, Modality
from pactwatch.model.status import Fact
from pactwatch.state.days import sort_facts
from pactwatch.state.figures import find_figure_day, select_own
from pactwatch.state.ranges import read_range, write_number
from pactwatch.state.speakers import identify_speakers, name_speakers
from pactwatch.state.sums import Term


def find_stated(facts: Iterable[Fact]) -> list[Fact]:
    """The figures about this agreement that somebody states as so, in their one order."""
    return [fact for fact in select_own(facts) if fact.claim.modality is Modality.ASSERTED]


def read_figure(fact: Fact) -> Figure:
    """The figure of a fact. Raises TypeError where it holds none."""
    if not isinstance(fact.claim.slots, Figure):
        raise TypeError(f"claim {fact.claim.key} holds no figure")
    return fact.claim.slots


def is_count(figure: Figure) -> bool:
    """Whether it is a number of things and no share, rate or ratio."""
    return not (figure.percent or figure.parts or figure.per)


def is_plain(figure: Figure) -> bool:
    """Whether it is a number of things that is not told as an addition."""
    return is_count(figure) and not figure.increment


def is_total(fact: Fact, measure: Measure) -> bool:
    """Whether a figure is a running total of the measure it belongs to."""
    figure = read_figure(fact)
    if fact.placement.measure != measure.id or not is_plain(figure) or figure.part_of is not None:
        return False
    return measure.accrual is Accrual.CUMULATIVE and (figure.cumulative or measure.since is not None)


def select_totals(facts: Iterable[Fact], measure: Measure) -> list[Fact]:
    """The running totals of a measure. Of one speaker's numbers in one document for one day only the
    highest is one: the others are its parts."""
    found = [fact for fact in facts if is_total(fact, measure)]
    highest: dict[tuple[object, ...], Decimal] = {}
    for fact in found:
        place, number = _find_place(fact), find_number(read_figure(fact))
        highest[place] = max(number, highest.get(place, number))
    return [fact for fact in found if find_number(read_figure(fact)) == highest[_find_place(fact)]]


def _find_place(fact: Fact) -> tuple[object, ...]:
    return fact.document.id, identify_speakers(fact), find_figure_day(fact)[0]


def find_number(figure: Figure) -> Decimal:
    """The number that stands for a figure in an order: its middle, else its lower end, else its upper."""
    numbers = (figure.approx, figure.low, figure.high)
    return next((number for number in numbers if number is not None), Decimal(0))


def is_addition(fact: Fact, measure: Measure) -> bool:
    """Whether a figure counts things of the measure that are no running total of it: "five more"."""
    figure = read_figure(fact)
    if not is_count(figure) or figure.cumulative or figure.of_total is not None:
        return False
    if fact.placement.measure == measure.id:
        return figure.increment
    if measure.effect is None or fact.placement.measure is not None or figure.effect != measure.effect:
        return False
    return _counts(measure, figure)


def _counts(measure: Measure, figure: Figure) -> bool:
    group = f" {figure.group} {figure.counted} ".casefold()
    if any(noun.casefold() in group for noun in measure.not_of):
        return False
    return any(f" {noun.casefold()}" in group for noun in measure.of)


def make_terms(facts: Sequence[Fact], agreement: Agreement, label: str = "") -> list[Term]:
    """The terms of the facts, oldest first, those without a day last."""
    terms: dict[tuple[object, ...], Term] = {}
    for fact in sort_facts(facts):
        term = read_term(fact, agreement, label)
        key = (identify_speakers(fact), term.range, term.printed, term.day)
        known = terms.get(key)
        terms[key] = replace(known, facts=(*known.facts, fact)) if known else term
    return sorted(terms.values(), key=sort_term)


def read_term(fact: Fact, agreement: Agreement, label: str = "") -> Term:
    """One figure as a term."""
    figure = read_figure(fact)
    found = read_range(figure)
    return Term(
        found,
        label,
        f"{fact.claim.hedge or 'around'} {write_number(figure.approx)}" if figure.approx is not None else "",
        speaker=name_speakers(fact, agreement),
        day=find_figure_day(fact)[0],
        since=fact.placement.since,
        facts=(fact,),
    )


def sort_term(term: Term) -> tuple[bool, date, str, str]:
    """The order of terms: day (unknown last), speaker, number."""
    return term.day is None, term.day or date.min, term.speaker, term.written


def group_by_speaker(terms: Iterable[Term]) -> dict[tuple[str, ...], list[Term]]:
    """Terms by who says them."""
    lanes: dict[tuple[str, ...], list[Term]] = {}
    for term in terms:
        lanes.setdefault(identify_speakers(term.facts[0]), []).append(term)
    return lanes
