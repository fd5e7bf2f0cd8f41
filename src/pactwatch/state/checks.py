"""Six of the nine checks of figures (semantics): those within one count. Each a pure function."""

from collections.abc import Sequence
from decimal import Decimal

from pactwatch.state.ranges import (
    HALF,
    ZERO,
    Range,
    add,
    find_gap,
    find_step,
    round_to,
    scale,
    subtract,
    widen,
    write_number,
    write_range,
)
from pactwatch.state.sums import Check, Sum, Term, Verdict, find_unknown, judge, judge_gap, leave_open

HUNDRED = Decimal(100)
TENTH = Decimal("0.1")
#: How far a share told as a simple fraction ("a third") may lie from the ratio, in points.
FRACTION_ROOM = Decimal(5)


def check_parts(total: Term, parts: Sequence[Term], *, complete: bool = True) -> Check:
    """A total against its parts (1). Parts that are not all ("including") may make less; more than the
    whole only one alone cannot be, since some parts may overlap."""
    terms = (total, *parts)
    if why := find_unknown(terms):
        return leave_open(Sum.PARTS, terms, why)
    made = add(part.range for part in parts)
    written = f"{' + '.join(part.written for part in parts)} = {write_range(made)}, stated {total.written}"
    if complete:
        return judge(Sum.PARTS, terms, written, made, total.range)
    room = Range(None, total.range.high)
    alone = max((find_gap(part.range, room) for part in parts), default=ZERO)
    if not alone and find_gap(made, room):
        return leave_open(Sum.PARTS, terms, "the parts are some of the whole and may overlap", written)
    why = "a part is more than the whole" if alone else "the parts are some of the whole"
    return judge_gap(Sum.PARTS, terms, written, alone, exact=False, why=why)


def check_running(earlier: Term, later: Term) -> Check:
    """A running total never falls (2)."""
    terms = (earlier, later)
    if why := find_unknown(terms):
        return leave_open(Sum.RUNNING, terms, why)
    written = f"{earlier.written}, later {later.written}"
    gap = find_gap(Range(earlier.range.low, None), Range(None, later.range.high))
    return judge_gap(Sum.RUNNING, terms, written, gap, _surely_rises(earlier.range, later.range))


def _surely_rises(earlier: Range, later: Range) -> bool:
    low, high = later.low, earlier.high
    return low is not None and high is not None and low >= high


def check_rise(before: Term, after: Term, added: Sequence[Term], *, complete: bool = True) -> Check:
    """The difference of two totals against what was reported as added between them (3).

    Additions that are not all the reports of the time (``complete`` False) may make less than the rise.
    """
    terms = (before, after, *added)
    if why := find_unknown(terms):
        return leave_open(Sum.RISE, terms, why)
    rise, made = subtract(after.range, before.range), add(term.range for term in added)
    parts = " + ".join(term.written for term in added)
    written = f"{after.written} − {before.written} = {write_range(rise)}, reported as added {parts}"
    gap = find_gap(rise, made)
    if gap and not complete and rise.low is not None and made.high is not None and rise.low > made.high:
        why = "reports of other additions between the two totals may be missing"
        return leave_open(Sum.RISE, terms, why, written)
    return judge(Sum.RISE, terms, written, rise, made)


def check_rate(rate: Term, days: Sequence[int], total: Term, *, rounded: bool = False) -> Check:
    """A rate times days against a total (4). ``days`` are the counts that the window allows, with its
    first day and without; the nearest is taken. ``rounded``: the rate is an average, not an agreed number."""
    terms = (rate, total)
    if not days:
        return leave_open(Sum.RATE, terms, "the number of days is not known")
    if why := find_unknown(terms):
        return leave_open(Sum.RATE, terms, why)
    each = _round_off(rate.range) if rounded else rate.range
    count = min(days, key=lambda n: (find_gap(scale(each, Decimal(n)), total.range), n))
    made = scale(each, Decimal(count))
    plain = write_range(scale(rate.range, Decimal(count)))
    written = f"{rate.written} × {count} days = {plain}, stated {total.written}"
    why = "as an average that is rounded" if rounded and find_gap(made, total.range) == ZERO else ""
    return judge(Sum.RATE, terms, written, made, total.range, why)


def _round_off(one: Range) -> Range:
    """All numbers that the ends may have been rounded from."""
    return widen(one, lambda number: find_step(number) * HALF)


def check_share(part: Term, whole: Term, share: Term, *, fraction: bool = False) -> Check:
    """A stated share, in per cent, against the ratio of the numbers (5). It holds where the ratio
    rounds to it; a simple ``fraction`` ("a third") where it lies within five points."""
    terms = (part, whole, share)
    if why := find_unknown(terms):
        return leave_open(Sum.SHARE, terms, why)
    if not (part.range.exact and whole.range.exact) or not whole.range.low:
        return leave_open(Sum.SHARE, terms, "the ratio has no one value")
    ratio = scale(part.range, HUNDRED / whole.range.low)
    assert ratio.low is not None
    room = widen(share.range, lambda _: FRACTION_ROOM) if fraction else _round_off(share.range)
    shown = round_to(ratio.low, TENTH)
    written = f"{part.written} ÷ {whole.written} = {write_number(shown)} %, stated {share.written}"
    if not find_gap(ratio, room):
        return Check(
            Sum.SHARE, Verdict.HOLDS, terms, written, ZERO, "rounded" if shown != share.range.low else ""
        )
    off = round_to(find_gap(ratio, share.range), TENTH)
    return Check(Sum.SHARE, Verdict.OFF, terms, written, off, "in points of a hundred")


def check_set(size: Term, done: Term, left: Term | None = None) -> Check:
    """What is done and what is left against the size of the set (6); nothing left given, done within it."""
    terms = (size, done) if left is None else (size, done, left)
    if why := find_unknown(terms):
        return leave_open(Sum.SET, terms, why)
    if left is None:
        gap = find_gap(done.range, Range(None, size.range.high))
        written = f"{done.written} of {size.written}"
        return judge_gap(Sum.SET, terms, written, gap, exact=True)
    made = add((done.range, left.range))
    written = f"{done.written} + {left.written} = {write_range(made)}, the set has {size.written}"
    return judge(Sum.SET, terms, written, made, size.range)
