"""Three of the nine checks of figures (semantics): those between two counts. Each a pure function."""

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
        bare = one if one.since is None else other
        return leave_open(Sum.STARTS, terms, f"{_name(bare)} does not say from which day it counts")
    written = f"{_name(one)} from {_write(one.since)}, {_name(other)} from {_write(other.since)}"
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


def _name(term: Term) -> str:
    return f"{term.speaker}: {term.written}" if term.speaker else term.written


def _write(when: When) -> str:
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


def check_speakers(one: Term, other: Term) -> Check:
    """Two speakers on one measure and one window (9): whether their ranges share a number.

    Of different days the later must not be lower; otherwise they are not about one window.
    """
    terms = (one, other)
    if why := find_unknown(terms):
        return leave_open(Sum.SPEAKERS, terms, why)
    written = f"{_name(one)}; {_name(other)}"
    if one.since and other.since and are_apart(one.since, other.since):
        why = f"one counts from {_write(one.since)}, the other from {_write(other.since)}"
        return leave_open(Sum.SPEAKERS, terms, why, written)
    if one.day is None or other.day is None:
        return leave_open(Sum.SPEAKERS, terms, "the day of one of them is not known", written)
    gap = find_gap(one.range, other.range)
    if one.day == other.day:
        return judge(Sum.SPEAKERS, terms, written, one.range, other.range)
    earlier, later = (one, other) if one.day < other.day else (other, one)
    fall = find_gap(Range(earlier.range.low, None), Range(None, later.range.high))
    if fall:
        return Check(Sum.SPEAKERS, Verdict.OFF, terms, written, fall, "the later number is the lower")
    days = abs((one.day - other.day).days)
    if not gap:
        return Check(Sum.SPEAKERS, Verdict.HOLDS, terms, written, ZERO, f"they speak of days {days} apart")
    return leave_open(Sum.SPEAKERS, terms, f"they speak of days {days} apart", written)
