"""The numbers of one measure over time: totals that fall, rises against additions, accounts that differ.

One answer for each matter: a peak with all the lower numbers behind it, one for all accounts of a day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.status import Fact
from pactwatch.state.accounts import are_apart, check_late, check_speakers, check_starts
from pactwatch.state.checks import check_rise, check_running
from pactwatch.state.counts import (
    group_by_speaker,
    is_addition,
    make_terms,
    read_figure,
    select_reported,
    select_totals,
)
from pactwatch.state.ranges import ZERO
from pactwatch.state.speakers import identify_speakers
from pactwatch.state.sums import Check, Sum, Term, Verdict, leave_open

#: More additions than these are not tried in every combination.
MOST_ADDITIONS = 8


def find_trend_checks(measure: Measure, agreement: Agreement, facts: Sequence[Fact]) -> Iterator[Check]:
    """The checks of one measure."""
    reported = select_reported(facts)
    totals = make_terms(select_totals(reported, measure, agreement), agreement)
    if not totals:
        return
    added = make_terms([fact for fact in reported if is_addition(fact, measure)], agreement, "added")
    lanes = group_by_speaker(totals)
    found = (
        *(check for lane in lanes.values() for check in _check_lane(lane)),
        *_check_rises(lanes, group_by_speaker(added)),
        *_check_starts(totals, lanes),
        *_check_days(totals),
        *_check_falls(totals, Sum.SPEAKERS, "by another speaker the later number is the lower"),
    )
    yield from (replace(check, measure=measure.id) for check in found)


# One speaker


def _check_lane(lane: Sequence[Term]) -> Iterator[Check]:
    """The falls of one speaker's totals; where there are none, one answer for all of them."""
    falls = tuple(_check_falls(lane, Sum.RUNNING, ""))
    dated = tuple(term for term in lane if term.day is not None and term.range.known)
    if falls or len({term.day for term in dated}) < 2:
        yield from falls
    else:
        yield Check(Sum.RUNNING, Verdict.HOLDS, dated, ", later ".join(t.written for t in dated), ZERO)


def _check_falls(terms: Sequence[Term], kind: Sum, why: str) -> Iterator[Check]:
    """Each peak with the numbers of later days that are lower. Where these count one place only, nothing
    can be said."""
    peak: Term | None = None
    lower: list[Term] = []
    for term in terms:
        if term.day is None or not term.range.known:
            continue
        if peak is not None and _is_fall(peak, term, kind):
            lower.append(term)
        elif peak is None or (term.range.low or ZERO) >= (peak.range.low or ZERO):
            yield from _tell_fall(peak, lower, kind, why)
            peak, lower = term, []
    yield from _tell_fall(peak, lower, kind, why)


def _is_fall(peak: Term, term: Term, kind: Sum) -> bool:
    if peak.day == term.day or _is_same(peak, term) != (kind is Sum.RUNNING):
        return False
    apart = peak.since is not None and term.since is not None and are_apart(peak.since, term.since)
    return not apart and check_running(peak, term).verdict is Verdict.OFF


def _tell_fall(peak: Term | None, lower: Sequence[Term], kind: Sum, why: str) -> Iterator[Check]:
    if peak is None or not lower:
        return
    whole = [term for term in lower if term.place is None or term.place == peak.place]
    terms = (peak, *(whole or lower))
    written = ", later ".join(term.written for term in terms)
    if not whole:
        yield leave_open(kind, terms, "the later number may count one place only", written)
        return
    falls = [check_running(peak, term).off_by or ZERO for term in whole]
    yield Check(kind, Verdict.OFF, terms, written, max(falls), why)


# Additions


def _check_rises(
    lanes: dict[tuple[str, ...], list[Term]], added: dict[tuple[str, ...], list[Term]]
) -> Iterator[Check]:
    """Each total against the one of the day before it by the same speaker, where that speaker's documents
    of the later one name additions of the time between."""
    for speaker, lane in lanes.items():
        last = {term.day: term for term in lane if term.day is not None}
        for before, after in pairwise(last.values()):
            own = [term for term in added.get(speaker, []) if _falls_between(term, before, after)]
            if own:
                yield _check_rise(before, after, own)


def _falls_between(term: Term, before: Term, after: Term) -> bool:
    """Whether an addition stands beside the later total and is of the time since the earlier one."""
    documents = {fact.document.id for fact in after.facts}
    if not documents & {fact.document.id for fact in term.facts} or before.day is None or after.day is None:
        return False
    figure, since = read_figure(term.facts[0]), term.facts[0].placement.since
    if since is not None and since.last < before.day:
        return False
    timed = since is not None or figure.increment or figure.window is None
    return timed and term.day is not None and before.day <= term.day <= after.day


def _check_rise(before: Term, after: Term, own: Sequence[Term]) -> Check:
    late = [term for term in own if read_figure(term.facts[0]).late]
    new = [term for term in own if term not in late]
    apart = [term for term in late if read_figure(term.facts[0]).part_of is None]
    if len(apart) == 1 and len(new) == 1:
        return check_late(before, after, replace(new[0], label="new"), replace(apart[0], label="late"))
    whole = [term for term in own if read_figure(term.facts[0]).part_of is None] or list(own)
    complete = before.day is not None and after.day is not None and (after.day - before.day).days <= 1
    full = check_rise(before, after, whole, complete=complete)
    if full.verdict is not Verdict.OFF or len(whole) == 1:
        return full
    return _check_some(before, after, whole) or leave_open(
        Sum.RISE, full.terms, "it is not said which additions are of the time between", full.written
    )


def _check_some(before: Term, after: Term, own: Sequence[Term]) -> Check | None:
    """The first of the additions, or of their combinations, that make the rise."""
    for size in range(1, len(own) if len(own) <= MOST_ADDITIONS else 2):
        for some in combinations(own, size):
            check = check_rise(before, after, some)
            if check.verdict is Verdict.HOLDS:
                return replace(check, why="with some of the additions that are named")
    return None


# Several speakers


def _check_starts(totals: Sequence[Term], lanes: dict[tuple[str, ...], list[Term]]) -> Iterator[Check]:
    """Windows that begin on different days: of one day each that counts less although it is longer, and
    once for each two begins among the latest numbers."""
    told: set[frozenset[tuple[object, object]]] = set()
    days: dict[object, list[Term]] = {}
    for term in totals:
        if term.day is not None and term.since is not None:
            days.setdefault(term.day, []).append(term)
    for own in days.values():
        for one, other in combinations(_keep_one_per_start(own), 2):
            check = check_starts(one, other)
            if check.verdict is Verdict.OFF:
                told.add(_starts_of(one, other))
                yield check
    latest = [term for lane in lanes.values() for term in lane[-1:] if term.since is not None]
    for one, other in combinations(_keep_one_per_start(latest), 2):
        if _are_apart(one, other) and _starts_of(one, other) not in told:
            yield check_starts(one, other)


def _are_apart(one: Term, other: Term) -> bool:
    return one.since is not None and other.since is not None and are_apart(one.since, other.since)


def _starts_of(one: Term, other: Term) -> frozenset[tuple[object, object]]:
    return frozenset((term.since.first, term.since.last) for term in (one, other) if term.since)


def _keep_one_per_start(terms: Sequence[Term]) -> list[Term]:
    """Of each begin the lowest number: the longer window must not count less than any."""
    starts: dict[tuple[object, object], Term] = {}
    for term in terms:
        if term.since is not None:
            starts.setdefault((term.since.first, term.since.last), term)
    return [starts[start] for start in sorted(starts, key=str)]


def _check_days(totals: Sequence[Term]) -> Iterator[Check]:
    """One answer for all accounts of a day and a begin; what has no day stands beside the latest."""
    days: dict[object, list[Term]] = {}
    for term in totals:
        days.setdefault(term.day, []).append(term)
    undated = days.pop(None, [])
    for own in days.values():
        for group in _group_by_start(own):
            yield from _check_accounts(_merge(group))
    dated = [term for term in totals if term.day is not None]
    if undated:
        yield from _check_accounts(_merge([*dated[-1:], *undated]))


def _group_by_start(terms: Sequence[Term]) -> list[list[Term]]:
    """Terms whose windows begin on one day, as far as the words say."""
    groups: list[list[Term]] = []
    for term in terms:
        home = next((own for own in groups if not any(_are_apart(term, one) for one in own)), None)
        if home is None:
            groups.append([term])
        else:
            home.append(term)
    return groups


def _check_accounts(terms: Sequence[Term]) -> Iterator[Check]:
    speakers = {identify_speakers(fact) for term in terms for fact in term.facts}
    if len(terms) > 1 and len(speakers) > 1:
        yield check_speakers(terms)


def _merge(terms: Sequence[Term]) -> list[Term]:
    """One term for all who state the same number."""
    found: dict[tuple[object, ...], list[Term]] = {}
    for term in terms:
        found.setdefault((term.range, term.written), []).append(term)
    return [_join(same) for same in found.values()]


def _join(same: Sequence[Term]) -> Term:
    names = list(dict.fromkeys(term.speaker for term in same))
    shown = " and ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    return replace(same[0], speaker=shown, facts=tuple(fact for term in same for fact in term.facts))


def _is_same(one: Term, other: Term) -> bool:
    """Whether one speaker says both."""
    return {identify_speakers(fact) for fact in one.facts} == {
        identify_speakers(fact) for fact in other.facts
    }
