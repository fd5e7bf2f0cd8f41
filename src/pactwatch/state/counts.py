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
from pactwatch.model.source import When
from pactwatch.model.status import Fact
from pactwatch.state.days import sort_facts
from pactwatch.state.figures import find_figure_day, select_own
from pactwatch.state.ranges import find_number, read_range, write_number
from pactwatch.state.speakers import identify_speakers, is_own_voice, name_speakers
from pactwatch.state.sums import Term


def find_stated(facts: Iterable[Fact]) -> list[Fact]:
    """The figures about this agreement that somebody states as so, in their one order."""
    return [fact for fact in select_own(facts) if fact.claim.modality is Modality.ASSERTED]


def select_reported(facts: Iterable[Fact]) -> list[Fact]:
    """Without what a digest says in its own voice: that is nobody's report."""
    return [fact for fact in facts if not (fact.document.digest and is_own_voice(fact))]


def read_figure(fact: Fact) -> Figure:
    """The figure of a fact. Raises TypeError where it holds none."""
    if not isinstance(fact.claim.slots, Figure):
        raise TypeError(f"claim {fact.claim.key} holds no figure")
    return fact.claim.slots


def is_count(figure: Figure) -> bool:
    """Whether it is a number of things and no share, rate or ratio."""
    return not (figure.percent or figure.parts or figure.per)


def is_plain(figure: Figure) -> bool:
    """Whether it is a number of things that is not told as an addition or as said before."""
    return is_count(figure) and not figure.increment and not figure.former


def is_total(fact: Fact, measure: Measure, agreement: Agreement) -> bool:
    """Whether a figure is a running total of the measure it belongs to."""
    figure = read_figure(fact)
    if fact.placement.measure != measure.id or not is_plain(figure) or figure.part_of is not None:
        return False
    if measure.accrual is not Accrual.CUMULATIVE:
        return False
    return figure.cumulative or measure.since is not None or _is_of_set(figure, measure, agreement)


def _is_of_set(figure: Figure, measure: Measure, agreement: Agreement) -> bool:
    """Whether it is given out of the whole set that the agreement counts: 47 of 48."""
    provision = agreement.provisions.get(measure.provision or "")
    count = provision.duty.count if provision and provision.duty else None
    return count is not None and figure.of_total == count


def select_totals(facts: Iterable[Fact], measure: Measure, agreement: Agreement) -> list[Fact]:
    """The running totals of a measure. Of one speaker's numbers in one document for one day only the
    highest is one: the others are its parts."""
    found = [fact for fact in facts if is_total(fact, measure, agreement)]
    highest: dict[tuple[object, ...], Decimal] = {}
    for fact in found:
        place, number = _find_place(fact), order_number(read_figure(fact))
        highest[place] = max(number, highest.get(place, number))
    return [fact for fact in found if order_number(read_figure(fact)) == highest[_find_place(fact)]]


def _find_place(fact: Fact) -> tuple[object, ...]:
    return fact.document.id, identify_speakers(fact), find_figure_day(fact)[0]


def order_number(figure: Figure) -> Decimal:
    """The number that stands for a figure in an order: the printed one, of a range its lower end."""
    number = find_number(figure)
    return number if number is not None else figure.low or Decimal(0)


def is_addition(fact: Fact, measure: Measure) -> bool:
    """Whether a figure counts things of the measure that are no running total of it: "five more"."""
    figure = read_figure(fact)
    if not is_count(figure) or figure.cumulative or figure.of_total is not None or figure.former:
        return False
    if fact.placement.measure is not None or measure.effect is None:
        return fact.placement.measure == measure.id and figure.increment
    return measure.id in fact.placement.counts_like


def make_terms(facts: Sequence[Fact], agreement: Agreement, label: str = "") -> list[Term]:
    """The terms of the facts, oldest first, those without a day last."""
    terms: dict[tuple[object, ...], Term] = {}
    for fact in sort_facts(facts):
        term = read_term(fact, agreement, label)
        key = (identify_speakers(fact), term.range, term.printed, term.day, term.place)
        known = terms.get(key)
        terms[key] = replace(known, facts=(*known.facts, fact)) if known else term
    return sorted(terms.values(), key=sort_term)


def read_term(fact: Fact, agreement: Agreement, label: str = "") -> Term:
    """One figure as a term, as printed; its window begins where its speaker counts from."""
    figure, hedge = read_figure(fact), fact.claim.hedge
    number = find_number(figure)
    return Term(
        read_range(figure, hedge),
        label,
        f"{hedge} {write_number(number)}" if hedge and number is not None else "",
        speaker=name_speakers(fact, agreement),
        day=find_figure_day(fact)[0],
        since=find_since(fact, agreement),
        place=figure.place,
        facts=(fact,),
    )


def find_since(fact: Fact, agreement: Agreement) -> When | None:
    """The begin of a figure's window: by the agreement file's own source where its speaker counts from
    another day than the words say."""
    measure = agreement.measures.get(fact.placement.measure or "")
    anchor = agreement.anchors.get(measure.since or "") if measure else None
    actors = {match.actor for match in fact.placement.speakers}
    for rival in anchor.rivals if anchor else ():
        if rival.of in actors:
            return When(rival.on, rival.on, "day", f"agreement file, {rival.source or rival.of}")
    return fact.placement.since


def sort_term(term: Term) -> tuple[bool, date, str, Decimal, str]:
    """The order of terms: day (unknown last), speaker, number."""
    number = order_number(read_figure(term.facts[0])) if term.facts else Decimal(0)
    return term.day is None, term.day or date.min, term.speaker, number, term.written


def group_by_speaker(terms: Iterable[Term]) -> dict[tuple[str, ...], list[Term]]:
    """Terms by who says them."""
    lanes: dict[tuple[str, ...], list[Term]] = {}
    for term in terms:
        lanes.setdefault(identify_speakers(term.facts[0]), []).append(term)
    return lanes
