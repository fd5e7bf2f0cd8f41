"""One figure of one report, as it is compared with those of other reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pactwatch.model.claim import Figure
from pactwatch.model.status import Fact
from pactwatch.stories.differences import Side, make_side
from pactwatch.stories.reports import Report, find_voices


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of one report."""

    report: Report
    fact: Fact
    figure: Figure

    @property
    def number(self) -> tuple[object, ...]:
        """The number without its hedge."""
        own = self.figure
        return (find_any(own), own.of_total, own.percent, own.parts)

    @property
    def thing(self) -> tuple[object, ...]:
        return self.figure.counted, self.figure.effect

    def side(self) -> Side:
        hedge = f"{self.fact.claim.hedge} " if self.fact.claim.hedge else ""
        number = self.figure.number.of(self.report.article.text)
        shown = number if number.lower().startswith(hedge.lower()) else f"{hedge}{number}"
        if self.figure.of_total is not None and not self.figure.percent:
            shown = f"{shown} of {self.figure.of_total}"
        span, key = self.fact.claim.span, self.fact.claim.key
        return make_side(self.report, span, shown, find_voices(self.fact), key)


def find_any(figure: Figure) -> Decimal | None:
    return next((one for one in (figure.approx, figure.low, figure.high) if one is not None), None)


def find_number(figure: Figure) -> float:
    """The number as it can be compared by size; 0 where the words leave it open."""
    return float(find_any(figure) or 0)


def list_told(report: Report) -> Iterable[Told]:
    for fact in report.facts:
        figure = fact.claim.slots
        if isinstance(figure, Figure) and not figure.former and not figure.increment:
            yield Told(report, fact, figure)
