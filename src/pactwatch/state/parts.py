"""Totals and their parts, as one document gives them: by the agreement file, or listed in one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.source import Span
from pactwatch.model.status import Fact
from pactwatch.state.checks import check_parts
from pactwatch.state.counts import is_count, is_plain, read_figure, read_term
from pactwatch.state.figures import find_figure_day
from pactwatch.state.ranges import ZERO
from pactwatch.state.speakers import is_own_voice
from pactwatch.state.sums import Check, Sum, leave_open


def find_part_checks(agreement: Agreement, facts: Sequence[Fact]) -> Iterator[Check]:
    """Each stated total that has parts, by the agreement file and by its sentence."""
    by_place: dict[tuple[str, date | None, str], list[Fact]] = {}
    for fact in facts:
        if fact.placement.measure and is_count(read_figure(fact)):
            place = (fact.document.id, find_figure_day(fact)[0], fact.placement.measure)
            by_place.setdefault(place, []).append(fact)
    for measure in agreement.measures.values():
        if measure.parts:
            yield from _check_measure(measure, by_place, agreement)
    yield from _check_sentences(agreement, facts)


def _check_measure(
    measure: Measure, by_place: dict[tuple[str, date | None, str], list[Fact]], agreement: Agreement
) -> Iterator[Check]:
    """Totals of a measure against the parts of the same document and day. Of several totals the
    highest is the running one."""
    for (document, day, name), totals in sorted(by_place.items(), key=lambda item: str(item[0])):
        if name != measure.id:
            continue
        total = max(totals, key=_rank_total)
        found = {part: by_place.get((document, day, part), []) for part in measure.parts}
        parts = tuple(
            read_term(own[0], agreement, agreement.measures[part].unit) for part, own in found.items() if own
        )
        if not parts:
            continue
        stated = read_term(total, agreement, "stated")
        missing = ", ".join(agreement.measures[part].unit for part, own in found.items() if not own)
        if missing:
            check = leave_open(Sum.PARTS, (stated, *parts), f"no number is given for {missing}")
        else:
            check = check_parts(stated, parts)
        yield replace(check, measure=measure.id)


def _rank_total(fact: Fact) -> tuple[bool, Decimal, bool]:
    """The highest number that is no addition, rather by a named speaker."""
    figure = read_figure(fact)
    return is_plain(figure), figure.low or ZERO, not is_own_voice(fact)


def _check_sentences(agreement: Agreement, facts: Sequence[Fact]) -> Iterator[Check]:
    """Totals and parts that one sentence lists: "48 people: 20 from the north and 28 from the south"."""
    lists: dict[tuple[str, Span], list[Fact]] = {}
    for fact in facts:
        whole = read_figure(fact).part_of
        if whole is not None and is_plain(read_figure(fact)):
            lists.setdefault((fact.document.id, whole), []).append(fact)
    for total in facts:
        parts = lists.get((total.document.id, read_figure(total).number), [])
        if parts:
            yield _check_list(total, parts, agreement)


def _check_list(total: Fact, parts: Sequence[Fact], agreement: Agreement) -> Check:
    ordered = sorted(parts, key=lambda fact: read_figure(fact).number.begin)
    terms = [read_term(fact, agreement, "part") for fact in ordered]
    complete = all(read_figure(fact).all_parts for fact in ordered)
    check = check_parts(read_term(total, agreement, "stated"), terms, complete=complete)
    return replace(check, measure=total.placement.measure or "")
