"""Three of the nine checks of figures (semantics): those between counts. Each a pure function."""

from collections.abc import Sequence

from pactwatch.model.source import When
from pactwatch.state.ranges import ZERO, Range, add, find_gap, subtract, write_range
from pactwatch.state.sums import (
    Check,
    Sum,
    Term,
    Verdict,
    find_unknown,
    judge,
    judge_gap,
    leave_open,
)


def check_starts(one: Term, other: Term) -> Check:
    """Whether two windows begin on one day (7). The one that begins earlier must not count less; that it
    counts more or as much does not make them comparable."""
    terms = (one, other)
    if one.since is None or other.since is None:
        return leave_open(Sum.STARTS, terms, "one of them does not say from which day it counts")
    written = f"{one.written} from {write_when(one.since)}, {other.written} from {write_when(other.since)}"
    if not are_apart(one.since, other.since):
        exact = one.since.precision == other.since.precision
        return judge_gap(Sum.STARTS, terms, written, ZERO, exact, "" if exact else "as far as the words say")
    longer, shorter = (one, other) if one.since.first < other.since.first else (other, one)
    days = abs((one.since.first - other.since.first).days)
    if one.day is not None and one.day == other.day:
        gap = find_gap(Range(None, longer.range.high), Range(shorter.range.low, None))
        if gap:
            why = "the window that begins earlier counts less"
            return Check(Sum.STARTS, Verdict.OFF, terms, written, gap, why)
    return leave_open(Sum.STARTS, terms, f"they begin {days} day{'s' if days > 1 else ''} apart", written)


def are_apart(one: When, other: When) -> bool:
    """Whether two times share no day."""
    return one.last < other.first or other.last < one.first


def write_when(when: When) -> str:
    """A time by its days."""
    if when.first == when.last:
        return when.first.isoformat()
    return f"{when.first.isoformat()} to {when.last.isoformat()}"


def check_late(before: Term, after: Term, new: Term, late: Term) -> Check:
    """The rise of a total against what is reported as new and what as recognised late (8): what was
    recognised late is no part of what is new."""
    terms = (before, after, new, late)
    if why := find_unknown(terms):
        return leave_open(Sum.LATE, terms, why)
    rise, made = subtract(after.range, before.range), add((new.range, late.range))
    written = (
        f"{after.written} − {before.written} = {write_range(rise)}, "
        f"reported {new.written} as new + {late.written} recognised late = {write_range(made)}"
    )
    counted_twice = not find_gap(rise, new.range) and find_gap(rise, made)
    why = "the number reported as new holds what was recognised late" if counted_twice else ""
    return judge(Sum.LATE, terms, written, rise, made, why)


def check_speakers(terms: Sequence[Term]) -> Check:
    """Several speakers on one measure, one window and one day (9): whether their ranges share a number.
    Off by how far the two that differ most lie apart."""
    own = tuple(terms)
    if why := find_unknown(own):
        return leave_open(Sum.SPEAKERS, own, why)
    written = " against ".join(term.written for term in own)
    if any(term.day is None for term in own):
        return leave_open(Sum.SPEAKERS, own, "the day of one of them is not known", written)
    if len({term.day for term in own}) > 1:
        return leave_open(Sum.SPEAKERS, own, "they speak of different days", written)
    pairs = [(one, other) for at, one in enumerate(own) for other in own[at + 1 :]]
    if any(one.since and other.since and are_apart(one.since, other.since) for one, other in pairs):
        return leave_open(Sum.SPEAKERS, own, "they count from different days", written)
    gap = max((find_gap(one.range, other.range) for one, other in pairs), default=ZERO)
    return judge_gap(Sum.SPEAKERS, own, written, gap, all(term.range.exact for term in own))
