"""What the agreement file expects on a day, checked against the computed status."""

from collections.abc import Callable, Mapping
from datetime import date

from pactwatch.model.agreement import Agreement, Expectation
from pactwatch.model.status import ProvisionStatus

#: Gives the statuses by provision under a view on a day.
Compute = Callable[[str, date], Mapping[str, ProvisionStatus]]


def check_expectations(agreement: Agreement, as_of: date, compute: Compute) -> tuple[str, ...]:
    """A sentence for each expectation that is not met; those later than ``as_of`` are not checked."""
    failed = []
    known: dict[tuple[str, date], Mapping[str, ProvisionStatus]] = {}
    for expectation in agreement.expectations:
        if expectation.on > as_of:
            continue
        asked = (expectation.view, expectation.on)
        if asked not in known:
            known[asked] = compute(*asked)
        failed += _check(expectation, known[asked].get(expectation.provision))
    return tuple(failed)


def _check(expectation: Expectation, status: ProvisionStatus | None) -> list[str]:
    found = _describe(status)
    if expectation.expected.strip().lower() in found:
        return []
    line = f" (line {expectation.line} of the agreement file)" if expectation.line else ""
    return [
        f"{expectation.provision} on {expectation.on.isoformat()} under {expectation.view}: "
        f"expected {expectation.expected}, found {found[0]}{line}."
    ]


def _describe(status: ProvisionStatus | None) -> list[str]:
    """All that an expectation may name: the tally, the mark, the state of the life-cycle."""
    if status is None:
        return ["no such provision"]
    tally = [f"{status.tally.done} of {status.tally.owed}"] if status.tally else []
    return [*tally, status.mark.value, status.life_cycle]
