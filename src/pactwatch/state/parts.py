"""Totals and their parts, as one speaker gives them: by the agreement file, or listed in one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.source import Span, When
from pactwatch.model.status import Fact
from pactwatch.state.accounts import are_apart
from pactwatch.state.checks import check_parts
from pactwatch.state.counts import is_plain, order_number, read_figure, read_term
from pactwatch.state.figures import find_figure_day
from pactwatch.state.speakers import identify_speakers, is_own_voice
from pactwatch.state.sums import Check, Sum, leave_open

_ByPlace = dict[tuple[str, date | None, str], list[Fact]]


def find_part_checks(agreement: Agreement, facts: Sequence[Fact]) -> Iterator[Check]:
    """Each stated total that has parts, by the agreement file and by its sentence."""
    by_place: _ByPlace = {}
    for fact in facts:
        if fact.placement.measure and is_plain(read_figure(fact)):
            place = (fact.document.id, find_figure_day(fact)[0], fact.placement.measure)
            by_place.setdefault(place, []).append(fact)
    for measure in agreement.measures.values():
        if measure.parts:
            yield from _check_measure(measure, by_place, agreement)
    yield from _check_sentences(agreement, facts)


def _check_measure(measure: Measure, by_place: _ByPlace, agreement: Agreement) -> Iterator[Check]:
    """The total of a measure against the parts of the same document and day. Of several totals the
    highest is the running one."""
    for (document, day, name), totals in sorted(by_place.items(), key=lambda item: str(item[0])):
        if name != measure.id:
            continue
        total = max(totals, key=_rank_total)
        found = {
            part: [own for own in by_place.get((document, day, part), []) if _may_be_part(own, total)]
            for part in measure.parts
        }
        if any(found.values()):
            yield replace(_check_found(total, found, agreement), measure=measure.id)


def _rank_total(fact: Fact) -> tuple[Decimal, bool]:
    """The highest number, rather by a named speaker."""
    return order_number(read_figure(fact)), not is_own_voice(fact)


def _may_be_part(part: Fact, total: Fact) -> bool:
    """Whether the same speaker gives both, or the report one of them, for one window."""
    same = identify_speakers(part) == identify_speakers(total) or is_own_voice(part) or is_own_voice(total)
    return same and not _differ(part.placement.since, total.placement.since)


def _differ(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and are_apart(one, other)


def _check_found(total: Fact, found: dict[str, list[Fact]], agreement: Agreement) -> Check:
    units = {part: agreement.measures[part].unit for part in found}
    stated = read_term(total, agreement, "stated")
    parts = tuple(read_term(own[0], agreement, units[part]) for part, own in found.items() if own)
    missing = ", ".join(units[part] for part, own in found.items() if not own)
    several = ", ".join(units[part] for part, own in found.items() if _differ_in_number(own))
    if missing:
        return leave_open(Sum.PARTS, (stated, *parts), f"no number is given for {missing}")
    if several:
        return leave_open(Sum.PARTS, (stated, *parts), f"several numbers are given for {several}")
    return check_parts(stated, parts)


def _differ_in_number(facts: Sequence[Fact]) -> bool:
    return len({order_number(read_figure(fact)) for fact in facts}) > 1


def _check_sentences(agreement: Agreement, facts: Sequence[Fact]) -> Iterator[Check]:
    """Totals and parts that one sentence lists: "48 people: 20 from the north and 28 from the south"."""
    lists: dict[tuple[str, Span], list[Fact]] = {}
    for fact in facts:
        whole = read_figure(fact).part_of
        if whole is not None and is_plain(read_figure(fact)):
            lists.setdefault((fact.document.id, whole), []).append(fact)
    for total in facts:
        parts = lists.get((total.document.id, read_figure(total).number), [])
        if parts and (read_figure(parts[0]).siblings or 0) > 1:
            yield _check_list(total, parts, agreement)


def _check_list(total: Fact, parts: Sequence[Fact], agreement: Agreement) -> Check:
    ordered = sorted(parts, key=lambda fact: read_figure(fact).number.begin)
    stated = read_term(total, agreement, "stated")
    terms = [read_term(fact, agreement, read_figure(fact).place or "part") for fact in ordered]
    listed = read_figure(ordered[0]).siblings
    if listed != len(ordered):
        why = f"{len(ordered)} of the {listed} parts that the sentence lists count here"
        check = leave_open(Sum.PARTS, (stated, *terms), why)
    else:
        complete = all(read_figure(fact).all_parts for fact in ordered)
        check = check_parts(stated, terms, complete=complete)
    return replace(check, measure=total.placement.measure or "")
