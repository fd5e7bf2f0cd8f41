"""The day that a fact speaks of, in words, and facts by day."""

from collections.abc import Iterable, Sequence

from pactwatch.display.words import format_when
from pactwatch.model.source import When
from pactwatch.model.status import Fact


def describe_when(fact: Fact) -> str:
    """The day that a fact speaks of, and what kind of day it is: "3 May 2031", "said 3 May 2031"."""
    days: Iterable[tuple[str, When | None]] = (
        ("", fact.claim.happened_on),
        ("said ", fact.claim.said_on),
        ("published ", fact.document.published),
        ("by its story about ", fact.dated),
    )
    return next((f"{label}{format_when(when)}" for label, when in days if when), "day unknown")


def sort_newest(facts: Sequence[Fact]) -> list[Fact]:
    """Newest first by the day said or published; without a day last; then by file and place."""
    by_place = sorted(facts, key=lambda fact: (fact.document.name, fact.claim.span))
    return sorted(by_place, key=_day_number, reverse=True)


def _day_number(fact: Fact) -> int:
    when: When | None = fact.claim.said_on or fact.published
    return when.last.toordinal() if when else 0
