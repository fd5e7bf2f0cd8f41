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


def carry_one_agency(a: Document, b: Document) -> bool:
    """Whether two outlets carry the report of an agency that is neither of them."""
    return a.agency is not None and a.agency == b.agency and a.agency not in (a.outlet, b.outlet)


def find_first(a: Document, b: Document) -> First | None:
    """The first of two documents: the one that the other credits, else the one published earlier.

    None where neither is known, and where the one that is credited came out later: what the other had was
    an earlier report of that agency. Clock times are compared only where both name their zone, or neither
    does; two that name it are compared before their days.
    """
    credited = _find_credited(a, b) or _find_credited(b, a)
    earlier = _find_earlier(a, b) or _find_earlier(b, a)
    if credited and earlier and credited.id != earlier.id:
        return None
    return credited or earlier


def _find_credited(a: Document, b: Document) -> First | None:
    if a.outlet and a.outlet == b.agency and a.outlet != b.outlet:
        return First(a.id, f"{b.name} credits {a.outlet}, whose report {a.name} is")
    return None


def _find_earlier(a: Document, b: Document) -> First | None:
    if not a.published or not b.published:
        return None
    one, other = _read_clock(a), _read_clock(b)
    if one and other and one.tzinfo and other.tzinfo:
        why = f"{a.name} is of {_tell(one)}, {b.name} of {_tell(other)}"
        return First(a.id, why) if one < other else None
    if a.published.last < b.published.first:
        return First(a.id, f"{a.name} is of {a.published.last}, {b.name} of {b.published.first}")
    if one and other and (one.tzinfo is None) == (other.tzinfo is None) and one < other:
        return First(a.id, f"{a.name} is of {one:%H:%M}, {b.name} of {other:%H:%M} that day")
    return None


def _tell(clock: datetime) -> str:
    return clock.isoformat(" ", "minutes")


def _read_clock(document: Document) -> datetime | None:
    return datetime.fromisoformat(document.published_at) if document.published_at else None
