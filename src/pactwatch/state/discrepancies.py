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
from pactwatch.state.sums import Check, Sum, Verdict
from pactwatch.state.trends import find_trend_checks

_ORDER = {kind: number for number, kind in enumerate(Sum)}
_FIRST = {Verdict.OFF: 0, Verdict.HOLDS: 1, Verdict.OPEN: 2}


def find_checks(agreement: Agreement, facts: Sequence[Fact]) -> tuple[Check, ...]:
    """All checks: by measure in the order of the agreement file, then by kind, then by day."""
    stated = find_stated(facts)
    checks = (
        *find_part_checks(agreement, stated),
        *find_trend_checks(agreement, stated),
        *find_ratio_checks(agreement, stated),
    )
    places = {measure: number for number, measure in enumerate(agreement.measures)}
    distinct = {(check.measure, check.sum, check.written, check.why): check for check in checks}
    return tuple(
        sorted(
            distinct.values(),
            key=lambda check: (
                places.get(check.measure, len(places)),
                _ORDER[check.sum],
                sort_term(check.terms[0]),
                _FIRST[check.verdict],
                check.written,
                check.why,
            ),
        )
    )
