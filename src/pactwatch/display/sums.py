"""Sums written out: what is stated, what the parts make, and by how much they differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.display.figures import FigureRow, make_figure
from pactwatch.display.words import format_number
from pactwatch.model.agreement import Agreement
from pactwatch.model.status import Fact
from pactwatch.state.arithmetic import Check, check_parts


@dataclass(frozen=True, slots=True)
class SumRow:
    """One sum: the stated total, its parts by the title of their measure, and the answer.

    ``written`` is the sum as one writes it on paper ("265 + 49 = 314, stated 315"; empty where it
    cannot be made). ``holds`` is None where nothing can be compared; ``answer`` is the sentence that says so.
    """

    measure: str
    total: FigureRow
    parts: tuple[tuple[str, FigureRow], ...]
    written: str
    answer: str
    holds: bool | None

    @property
    def claims(self) -> tuple[str, ...]:
        """All the claims that the sum is made of."""
        return (self.total.claim, *(row.claim for _, row in self.parts))


def make_sums(agreement: Agreement, facts: Sequence[Fact]) -> tuple[SumRow, ...]:
    """The totals and parts among the facts of a view, oldest first."""
    return tuple(_make_sum(check, agreement) for check in check_parts(agreement, facts))


def _make_sum(check: Check, agreement: Agreement) -> SumRow:
    units = {measure.id: measure.unit for measure in agreement.measures.values()}
    parts = tuple(
        (units.get(part.placement.measure or "", ""), make_figure(part, agreement)) for part in check.parts
    )
    holds = None if check.off_by is None else check.off_by == 0
    return SumRow(
        check.measure, make_figure(check.total, agreement), parts, check.words, _answer(check), holds
    )


def _answer(check: Check) -> str:
    if check.off_by is None:
        return f"Cannot be compared: {check.why}."
    if check.off_by == 0:
        return "Holds."
    return f"Does not add up by {format_number(check.off_by)}."
