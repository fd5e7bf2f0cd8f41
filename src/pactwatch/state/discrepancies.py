"""Which sums the record allows, and what each answers.

    facts of a view --> those stated about this agreement --> parts | trends | ratios --> checks

Every check names its terms with the claims that state them. None decides who is right.
"""

from collections.abc import Sequence

from pactwatch.model.agreement import Agreement
from pactwatch.model.status import Fact
from pactwatch.state.counts import find_stated, sort_term
from pactwatch.state.parts import find_part_checks
from pactwatch.state.ratios import find_ratio_checks
from pactwatch.state.sums import Check, Sum
from pactwatch.state.trends import find_trend_checks

_KINDS = {kind: number for number, kind in enumerate(Sum)}


def find_checks(agreement: Agreement, facts: Sequence[Fact]) -> tuple[Check, ...]:
    """All checks: by measure in the order of the agreement file, then by kind, then by day."""
    stated = find_stated(facts)
    by_measure: dict[str | None, list[Fact]] = {}
    for fact in stated:
        for measure in {fact.placement.measure, *fact.placement.counts_like}:
            by_measure.setdefault(measure, []).append(fact)
    trends = (
        check
        for measure in agreement.measures.values()
        for check in find_trend_checks(measure, agreement, by_measure.get(measure.id, []))
    )
    checks = (*find_part_checks(agreement, stated), *trends, *find_ratio_checks(agreement, stated))
    distinct = {_identify(check): check for check in reversed(checks)}
    places = {measure: number for number, measure in enumerate(agreement.measures)}
    last = len(places)
    return tuple(
        sorted(distinct.values(), key=lambda check: (places.get(check.measure, last), *_rank(check)))
    )


def _identify(check: Check) -> tuple[object, ...]:
    """What makes two checks one: the same sum by the same speakers."""
    return check.measure, check.sum, check.written, check.why, tuple(term.speaker for term in check.terms)


def _rank(check: Check) -> tuple[object, ...]:
    return _KINDS[check.sum], sort_term(check.terms[0]), check.written, check.why
