"""What a check is made of and what it answers: holds, does not add up by N, cannot be compared because.

*Holds* means that the numbers can all be true together; where a hedge leaves room, ``why`` says so.
No check says which number is right.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pactwatch.model.source import When
from pactwatch.model.status import Fact
from pactwatch.state.ranges import Range, find_gap, write_range

#: Beside "holds" where the numbers agree only because a hedge leaves them room.
WITHIN_HEDGES = "as far as the hedges allow"


class Verdict(StrEnum):
    """What a check answers."""

    HOLDS = "holds"
    OFF = "does not add up"
    OPEN = "cannot be compared"


class Sum(StrEnum):
    """The nine checks, in the words of a heading."""

    PARTS = "parts against total"
    RUNNING = "a running total never falls"
    RISE = "rise of a total against reported additions"
    RATE = "rate times days against total"
    SHARE = "percentage against ratio"
    SET = "size of a set"
    STARTS = "windows that begin on different days"
    LATE = "late recognition counted as new"
    SPEAKERS = "several accounts of one window"


@dataclass(frozen=True, slots=True)
class Term:
    """One number of a sum.

    ``label`` says what it is in the sum ("shootings", "stated", "later"); ``printed`` are the words of
    the number with its hedge; ``day`` is the day that it speaks of, ``since`` the begin of its window,
    ``place`` where it is, if the words say so; ``facts`` are the claims that state it
    (none: it is the agreement's own).
    """

    range: Range
    label: str = ""
    printed: str = ""
    speaker: str = ""
    day: date | None = None
    since: When | None = None
    place: str | None = None
    facts: tuple[Fact, ...] = ()

    @property
    def written(self) -> str:
        """The number as it stands in a sum."""
        return self.printed or write_range(self.range)


@dataclass(frozen=True, slots=True)
class Check:
    """One sum with its answer. ``written`` is the sum as on paper ("265 + 49 = 314, stated 315", empty
    where none can be made); ``off_by`` is by how much it is off at least (None: cannot be compared);
    ``why`` what is missing or what gives the numbers room. ``measure`` is set by who looks it up."""

    sum: Sum
    verdict: Verdict
    terms: tuple[Term, ...]
    written: str = ""
    off_by: Decimal | None = None
    why: str = ""
    measure: str = ""


def judge(
    kind: Sum, terms: tuple[Term, ...], written: str, made: Range, stated: Range, why: str = ""
) -> Check:
    """A sum that makes ``made`` where ``stated`` is stated."""
    return judge_gap(kind, terms, written, find_gap(made, stated), made.exact and stated.exact, why)


def judge_gap(
    kind: Sum, terms: tuple[Term, ...], written: str, gap: Decimal, exact: bool, why: str = ""
) -> Check:
    """The answer for numbers that lie ``gap`` apart; ``exact`` says that no hedge gave them room."""
    if gap:
        return Check(kind, Verdict.OFF, terms, written, gap, why)
    return Check(kind, Verdict.HOLDS, terms, written, gap, why or ("" if exact else WITHIN_HEDGES))


def leave_open(kind: Sum, terms: tuple[Term, ...], why: str, written: str = "") -> Check:
    """The answer where nothing can be compared."""
    return Check(kind, Verdict.OPEN, terms, written, None, why)


def find_unknown(terms: tuple[Term, ...]) -> str:
    """Why terms cannot be put into a sum: one of them gives no number. Empty where all do."""
    bare = [term for term in terms if not term.range.known]
    return f'"{bare[0].written}" gives no number' if bare else ""
