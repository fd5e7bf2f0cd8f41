"""Two documents by their days and outlets: which was there first, and whether they can be one report."""

from dataclasses import dataclass
from datetime import datetime

from pactwatch.model.source import Document


@dataclass(frozen=True, slots=True)
class First:
    """The document that was first, and why in words."""

    id: str
    why: str


#: Days within which two documents can carry one report of an agency.
NEAR = 3


def are_near(a: Document, b: Document) -> bool:
    """Whether the days of publication allow that two documents carry one report."""
    if a.published is None or b.published is None:
        return True
    gap = max(a.published.first - b.published.last, b.published.first - a.published.last)
    return gap.days <= NEAR


def is_own_follow_up(a: Document, b: Document) -> bool:
    """Whether both are the same outlet's: a second report of its own is no rewrite of the first."""
    return a.outlet is not None and a.outlet == b.outlet


def find_first(a: Document, b: Document) -> First | None:
    """The first of two documents: the one that the other credits, else the one published earlier.

    None where neither is known; clock times are compared only where both name their zone, or neither does.
    """
    return _find_credited(a, b) or _find_credited(b, a) or _find_earlier(a, b) or _find_earlier(b, a)


def _find_credited(a: Document, b: Document) -> First | None:
    if a.outlet and a.outlet == b.agency and a.outlet != b.outlet:
        return First(a.id, f"{b.name} credits {a.outlet}, whose report {a.name} is")
    return None


def _find_earlier(a: Document, b: Document) -> First | None:
    if not a.published or not b.published:
        return None
    if a.published.last < b.published.first:
        return First(a.id, f"{a.name} is of {a.published.last}, {b.name} of {b.published.first}")
    one, other = _read_clock(a), _read_clock(b)
    if one and other and (one.tzinfo is None) == (other.tzinfo is None) and one < other:
        return First(a.id, f"{a.name} is of {one:%H:%M}, {b.name} of {other:%H:%M} that day")
    return None


def _read_clock(document: Document) -> datetime | None:
    return datetime.fromisoformat(document.published_at) if document.published_at else None
