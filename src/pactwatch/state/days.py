"""The day that a fact speaks of, and what counts on a day of the world."""

from collections.abc import Sequence
from datetime import date

from pactwatch.model.source import When
from pactwatch.model.status import Fact


def find_when(fact: Fact) -> When | None:
    """When it happened, else when it was said, else when it was published, if need be as its story
    dates its document; None is not known."""
    return fact.claim.happened_on or fact.claim.said_on or fact.published


def find_day(fact: Fact) -> date | None:
    """The last day of that time: by it two reports are put in order."""
    when = find_when(fact)
    return when.last if when else None


def is_later(fact: Fact, on: date) -> bool:
    """Whether it speaks of a time that lies wholly after a day."""
    when = find_when(fact)
    return when is not None and when.first > on


def sort_key(fact: Fact) -> tuple[date, str, int, int, str]:
    """The order of facts everywhere: day (unknown first), document, place in it, claim."""
    span = fact.claim.span
    return find_day(fact) or date.min, fact.document.id, span.begin, span.end, fact.claim.key


def sort_facts(facts: Sequence[Fact]) -> list[Fact]:
    """Facts in their one order, whatever order they came in."""
    return sorted(facts, key=sort_key)


def format_place(fact: Fact) -> str:
    """Day and document: "2031-05-19, halyard.txt"; a digest is named as one."""
    day = find_day(fact)
    name = f"{fact.document.name}, a digest" if fact.document.digest else fact.document.name
    return f"{day.isoformat() if day else 'undated'}, {name}"
