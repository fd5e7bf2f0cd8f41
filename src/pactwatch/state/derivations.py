"""How a number may have come out of others: "at least 395", five more, hence "around 400", hence "400".

A derivation is a possibility with its sentences. It merges nothing, and says beside what got lost on the
way: the hedge, the name of whoever gave the number, or that another speaker now gives it. What a digest
says in its own voice is nobody's report and takes no part.

    totals of a measure --> echoes:     the same number again, with less said about it
                        --> additions:  a total and an addition that make a later total
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.status import Fact
from pactwatch.state.counts import find_stated, is_addition, make_terms, read_figure, select_totals
from pactwatch.state.ranges import find_unit, round_to, write_number
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
    SPEAKER_LOST = "nobody is named for it any more"
    SPEAKER_CHANGED = "another speaker gives it"


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
    reported = [fact for fact in stated if not (fact.document.digest and is_own_voice(fact))]
    totals = make_terms(select_totals(reported, measure), agreement)
    if len(totals) < 2:
        return
    added = make_terms([fact for fact in reported if is_addition(fact, measure)], agreement, "added")
    yield from _find_additions(measure, totals, added)
    yield from _find_echoes(measure, totals)


# A total and an addition


def _find_additions(measure: Measure, totals: Sequence[Term], added: Sequence[Term]) -> Iterator[Derivation]:
    """Totals that are an earlier total and an addition of the same document: 395 + 5, in round numbers
    where the result says "around". The latest such total is taken of each speaker."""
    for result in totals:
        value = find_value(result)
        if value is None:
            continue
        for addition in _of_documents(added, result):
            for base in _find_bases(totals, result, value, addition):
                yield _derive(measure, (base, addition), result, _write(base, addition, result))


def find_value(term: Term) -> Decimal | None:
    """The number that is printed: of "at least 395" and of "around 395" it is 395; a range has none."""
    figure = read_figure(term.facts[0])
    if figure.approx is not None:
        return figure.approx
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return None
    return figure.low if figure.low is not None else figure.high


def _of_documents(added: Sequence[Term], result: Term) -> list[Term]:
    """The additions that stand in a document of the result, one for each number."""
    documents = {fact.document.id for fact in result.facts}
    own = [term for term in added if documents & {fact.document.id for fact in term.facts}]
    return list({find_value(term): term for term in reversed(own) if find_value(term)}.values())


def _find_bases(totals: Sequence[Term], result: Term, value: Decimal, addition: Term) -> Iterator[Term]:
    added = find_value(addition)
    assert added is not None
    found: dict[tuple[str, ...], Term] = {}
    for base in totals:
        number = find_value(base)
        if base is result or number is None or not 0 < number < value or not _may_follow(base, result):
            continue
        if _makes(number + added, result, value) and not _shares_document(base, result):
            found[identify_speakers(base.facts[0])] = base
    yield from found.values()


def _makes(total: Decimal, result: Term, value: Decimal) -> bool:
    if read_figure(result.facts[0]).approx is None:
        return total == value
    return round_to(total, find_unit(value)) == value and abs(total - value) <= value * CLOSE


def _shares_document(one: Term, other: Term) -> bool:
    return bool({fact.document.id for fact in one.facts} & {fact.document.id for fact in other.facts})


def _write(base: Term, addition: Term, result: Term) -> str:
    one, more, value = find_value(base), find_value(addition), find_value(result)
    assert one is not None and more is not None and value is not None
    total = one + more
    rounded = f", rounded {write_number(value)}" if total != value else ""
    return f"{write_number(one)} + {write_number(more)} = {write_number(total)}{rounded}"


# The same number again


def _find_echoes(measure: Measure, totals: Sequence[Term]) -> Iterator[Derivation]:
    """A number said again with less: without its hedge, without its speaker, or by another. Each is set
    beside the fullest that it may come from."""
    by_value: dict[Decimal, list[Term]] = {}
    for term in totals:
        value = find_value(term)
        if value is not None:
            by_value.setdefault(value, []).append(term)
    for value, same in by_value.items():
        for result in same:
            sources = [one for one in same if one is not result and _may_follow(one, result)]
            changed = [(one, changes) for one in sources if (changes := find_changes(one, result))]
            lossy = [(one, changes) for one, changes in changed if _loses(changes)]
            if lossy:
                source, _ = max(lossy, key=lambda pair: _rank(pair[0]))
                yield _derive(measure, (source,), result, write_number(value))


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
    elif one and other and _find_bounds(source) != _find_bounds(result):
        yield Change.HEDGE_CHANGED


def _find_bounds(term: Term) -> tuple[bool, bool, bool]:
    """Which ends the words of a number leave open, and whether it is a middle without ends."""
    figure = read_figure(term.facts[0])
    return figure.low is None, figure.high is None, figure.approx is not None


def _compare_speakers(source: Term, result: Term) -> Iterator[Change]:
    one, other = source.facts[0], result.facts[0]
    if is_own_voice(one):
        return
    if is_own_voice(other):
        yield Change.SPEAKER_LOST
    elif identify_speakers(one) != identify_speakers(other):
        yield Change.SPEAKER_CHANGED


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
