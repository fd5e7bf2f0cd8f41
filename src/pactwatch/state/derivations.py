"""How a number may have come out of others: "at least 395", five more, hence "around 400", hence "400".

A derivation is a possibility with its sentences. It merges nothing, and says beside what got lost on the
way: the hedge, the name of whoever gave the number, or that another speaker now gives it. What a digest
says in its own voice is nobody's report and takes no part.

    totals of a measure --> echoes:     the same number again, with less said about it
                        --> additions:  a total and an addition that make a later total
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.status import Fact
from pactwatch.state.counts import (
    find_stated,
    is_addition,
    make_terms,
    read_figure,
    select_reported,
    select_totals,
    sort_term,
)
from pactwatch.state.ranges import find_number, find_unit, write_number
from pactwatch.state.speakers import identify_speakers, is_own_voice
from pactwatch.state.sums import Term

#: How many days a number may lie behind the one that it is thought to come from.
LATEST = 14
#: How far a sum may lie from the round number that it is thought to make, as a share of it.
CLOSE = Decimal("0.02")


class Change(StrEnum):
    """What differs between a number and the one it may come from."""

    HEDGE_LOST = "the hedge is lost"
    HEDGE_CHANGED = "the hedge is another"
    HEDGE_NEW = "a hedge is new"
    SPEAKER_LOST = "nobody is named for it any more"
    SPEAKER_CHANGED = "another speaker gives it"
    SPEAKER_NEW = "a speaker is named for it"
    REPORT_CHANGED = "another report gives it"


@dataclass(frozen=True, slots=True)
class Derivation:
    """``result`` may come from ``terms``: one that it repeats, or a total and its addition.

    ``written`` is the sum ("395 + 5 = 400"); ``ordered`` whether the days are known and in that order.
    """

    measure: str
    terms: tuple[Term, ...]
    result: Term
    written: str
    changes: tuple[Change, ...]
    ordered: bool


def find_derivations(agreement: Agreement, facts: Sequence[Fact]) -> tuple[Derivation, ...]:
    """All possible derivations, by measure in the order of the agreement file, oldest result first."""
    stated = find_stated(facts)
    return tuple(
        derivation
        for measure in agreement.measures.values()
        for derivation in _find_in_measure(measure, stated, agreement)
    )


def _find_in_measure(measure: Measure, stated: Sequence[Fact], agreement: Agreement) -> Iterator[Derivation]:
    reported = select_reported(stated)
    totals = make_terms(select_totals(reported, measure, agreement), agreement)
    if len(totals) < 2:
        return
    added = make_terms([fact for fact in reported if is_addition(fact, measure)], agreement, "added")
    yield from _find_additions(measure, _with_values(totals), _with_values(added))
    yield from _find_echoes(measure, _with_values(totals))


class _Valued(NamedTuple):
    """A term with the number that is printed, and its documents."""

    value: Decimal
    term: Term
    documents: frozenset[str]


def _with_values(terms: Sequence[Term]) -> list[_Valued]:
    """The terms that print one number above 0."""
    pairs = ((find_value(term), term) for term in terms)
    return [
        _Valued(value, term, frozenset(fact.document.id for fact in term.facts))
        for value, term in pairs
        if value
    ]


def find_value(term: Term) -> Decimal | None:
    """The number that a term prints; a range has none."""
    return find_number(read_figure(term.facts[0]))


# A total and an addition


def _find_additions(
    measure: Measure, totals: Sequence[_Valued], added: Sequence[_Valued]
) -> Iterator[Derivation]:
    """Totals that are an earlier total and an addition of the same document: 395 + 5, in round numbers
    where the result says "around". The latest such total is taken of each speaker."""
    by_document: dict[str, list[_Valued]] = {}
    for one in added:
        for document in one.documents:
            by_document.setdefault(document, []).append(one)
    bases = sorted(totals, key=lambda one: one.value)
    values = [one.value for one in bases]
    for result in totals:
        beside = [one for document in sorted(result.documents) for one in by_document.get(document, [])]
        for addition in {one.value: one for one in beside}.values():
            low, high = _find_reach(result, addition.value)
            near = bases[bisect_left(values, low) : bisect_right(values, high)]
            for base in _choose_bases(near, result):
                written = _write(base.value, addition.value, result.value)
                yield _derive(measure, (base.term, addition.term), result.term, written)


def _find_reach(result: _Valued, added: Decimal) -> tuple[Decimal, Decimal]:
    """Between which totals the addition makes the result; about it where the result is a round number."""
    if read_figure(result.term.facts[0]).approx is None:
        return result.value - added, result.value - added
    room = min(find_unit(result.value) / 2, result.value * CLOSE)
    return result.value - added - room, result.value - added + room


def _choose_bases(near: Sequence[_Valued], result: _Valued) -> list[_Valued]:
    """The latest of each speaker among earlier and smaller totals of other documents."""
    found: dict[tuple[str, ...], _Valued] = {}
    for base in sorted(near, key=lambda one: sort_term(one.term)):
        fits = 0 < base.value < result.value and not base.documents & result.documents
        if fits and _may_follow(base.term, result.term):
            found[identify_speakers(base.term.facts[0])] = base
    return list(found.values())


def _write(base: Decimal, added: Decimal, result: Decimal) -> str:
    rounded = f", rounded {write_number(result)}" if base + added != result else ""
    return f"{write_number(base)} + {write_number(added)} = {write_number(base + added)}{rounded}"


# The same number again


def _find_echoes(measure: Measure, totals: Sequence[_Valued]) -> Iterator[Derivation]:
    """A number said again with less: without its hedge, without its speaker, or by another. Each is set
    beside the fullest that it may come from."""
    by_value: dict[Decimal, list[Term]] = {}
    for one in totals:
        by_value.setdefault(one.value, []).append(one.term)
    for value, same in by_value.items():
        fullest = sorted(same, key=_rank, reverse=True)
        for result in same:
            source = next((one for one in fullest if one is not result and _may_echo(one, result)), None)
            if source is not None:
                yield _derive(measure, (source,), result, f"{write_number(value)}, said again")


def _may_echo(source: Term, result: Term) -> bool:
    return _may_follow(source, result) and _loses(find_changes(source, result))


def _loses(changes: Sequence[Change]) -> bool:
    """Whether less is said; another speaker with the same hedge may well count for himself."""
    return Change.HEDGE_LOST in changes or Change.SPEAKER_LOST in changes


def _rank(term: Term) -> tuple[bool, bool, int]:
    """The fuller a number, the likelier it is the source: a named speaker, a hedge, an early day."""
    named = not is_own_voice(term.facts[0])
    return named, term.facts[0].claim.hedge is not None, -(term.day.toordinal() if term.day else 0)


def find_changes(source: Term, result: Term) -> tuple[Change, ...]:
    """What is said of a number and no longer of its later form, or otherwise."""
    return (*_compare_hedges(source, result), *_compare_speakers(source, result))


def _compare_hedges(source: Term, result: Term) -> Iterator[Change]:
    one, other = source.facts[0].claim.hedge, result.facts[0].claim.hedge
    if one and not other:
        yield Change.HEDGE_LOST
    elif other and not one:
        yield Change.HEDGE_NEW
    elif one and other and _find_bounds(source) != _find_bounds(result):
        yield Change.HEDGE_CHANGED


def _find_bounds(term: Term) -> tuple[bool, bool, bool]:
    """Which ends the words of a number leave open, and whether it is a middle without ends."""
    figure = read_figure(term.facts[0])
    return figure.low is None, figure.high is None, figure.approx is not None


def _compare_speakers(source: Term, result: Term) -> Iterator[Change]:
    one, other = source.facts[0], result.facts[0]
    if identify_speakers(one) == identify_speakers(other):
        return
    if is_own_voice(one):
        yield Change.REPORT_CHANGED if is_own_voice(other) else Change.SPEAKER_NEW
    else:
        yield Change.SPEAKER_LOST if is_own_voice(other) else Change.SPEAKER_CHANGED


# Both


def _may_follow(source: Term, result: Term) -> bool:
    """Whether the result may come later: not before it by its day, and not long behind."""
    if source.day is None or result.day is None:
        return True
    return 0 <= (result.day - source.day).days <= LATEST


def _derive(measure: Measure, terms: tuple[Term, ...], result: Term, written: str) -> Derivation:
    days = [term.day for term in (*terms, result)]
    ordered = all(one is not None and other is not None and one <= other for one, other in pairwise(days))
    return Derivation(measure.id, terms, result, written, find_changes(terms[0], result), ordered)
