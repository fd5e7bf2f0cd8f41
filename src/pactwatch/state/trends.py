"""The numbers of one measure over time: totals that fall, rises against additions, speakers that differ."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.source import When
from pactwatch.model.status import Fact
from pactwatch.state.accounts import are_apart, check_late, check_speakers, check_starts
from pactwatch.state.checks import check_rise, check_running
from pactwatch.state.counts import group_by_speaker, is_addition, make_terms, read_figure, select_totals
from pactwatch.state.ranges import ZERO
from pactwatch.state.speakers import identify_speakers
from pactwatch.state.sums import Check, Sum, Term, Verdict


def find_trend_checks(agreement: Agreement, facts: Sequence[Fact]) -> Iterator[Check]:
    """The checks of every measure, in the order of the agreement file."""
    for measure in agreement.measures.values():
        totals = make_terms(select_totals(facts, measure), agreement)
        if not totals:
            continue
        added = make_terms([fact for fact in facts if is_addition(fact, measure)], agreement)
        lanes = group_by_speaker(totals)
        found = (
            *(check for lane in lanes.values() for check in _check_lane(lane)),
            *_check_rises(lanes, group_by_speaker(added)),
            *_check_starts(lanes, measure, agreement),
            *_check_speakers(totals),
        )
        yield from (replace(check, measure=measure.id) for check in found)


def _check_lane(lane: Sequence[Term]) -> Iterator[Check]:
    """Each fall of one speaker's totals; where there is none, one answer for all of them."""
    dated = [term for term in lane if term.day is not None and term.range.known]
    highest: Term | None = None
    falls = 0
    for term in dated:
        if highest is not None and highest.day != term.day:
            check = check_running(highest, term)
            if check.verdict is Verdict.OFF:
                falls += 1
                yield check
        if highest is None or (term.range.low or ZERO) >= (highest.range.low or ZERO):
            highest = term
    if not falls and len({term.day for term in dated}) > 1:
        yield Check(Sum.RUNNING, Verdict.HOLDS, tuple(dated), ", later ".join(t.written for t in dated), ZERO)


def _check_rises(
    lanes: dict[tuple[str, ...], list[Term]], added: dict[tuple[str, ...], list[Term]]
) -> Iterator[Check]:
    """Each total against the one before it of the same speaker, where that speaker's documents of the
    later one name additions."""
    for speaker, lane in lanes.items():
        steps = [(a, b) for a, b in pairwise(lane) if a.day and b.day and a.day < b.day]
        for before, after in steps:
            documents = {fact.document.id for fact in after.facts}
            own = [t for t in added.get(speaker, []) if documents & {fact.document.id for fact in t.facts}]
            if own:
                yield _check_rise(before, after, own)


def _check_rise(before: Term, after: Term, own: Sequence[Term]) -> Check:
    assert before.day and after.day
    late = [replace(term, label="recognised late") for term in own if read_figure(term.facts[0]).late]
    new = [replace(term, label="new") for term in own if not read_figure(term.facts[0]).late]
    if len(late) == 1 and len(new) == 1:
        return check_late(before, after, new[0], late[0])
    return check_rise(before, after, own, complete=(after.day - before.day).days <= 1)


def _check_starts(
    lanes: dict[tuple[str, ...], list[Term]], measure: Measure, agreement: Agreement
) -> Iterator[Check]:
    """Windows that begin on different days: between speakers, and between the words of a report and
    the day from which its speaker counts by the agreement file."""
    anchor = agreement.anchors.get(measure.since or "")
    rivals = {f"actor:{rival.of}": rival for rival in (anchor.rivals if anchor else ())}
    latest = [lane[-1] for lane in lanes.values() if lane[-1].since is not None]
    for term in latest:
        for name in identify_speakers(term.facts[0]):
            if (rival := rivals.get(name)) is not None:
                own = When(rival.on, rival.on, "day", f"agreement file, {rival.source or rival.of}")
                if term.since is not None and are_apart(term.since, own):
                    said = replace(term, label="as the report words it")
                    yield check_starts(said, replace(term, since=own, label="as the speaker counts"))
    for one, other in combinations(_keep_one_per_start(latest), 2):
        if one.since and other.since and are_apart(one.since, other.since):
            yield check_starts(one, other)


def _keep_one_per_start(terms: Sequence[Term]) -> list[Term]:
    starts = {(term.since.first, term.since.last): term for term in reversed(terms) if term.since}
    return [starts[start] for start in sorted(starts)]


def _check_speakers(totals: Sequence[Term]) -> Iterator[Check]:
    """Numbers of one day that differ, one of each; and a number lower than one of an earlier day by
    another speaker. What has no day is set beside the latest."""
    days: dict[object, list[Term]] = {}
    for term in totals:
        days.setdefault(term.day, []).append(term)
    undated = days.pop(None, [])
    for own in days.values():
        for one, other in combinations(_merge(own), 2):
            if not _is_same(one, other):
                yield check_speakers(one, other)
    dated = [term for term in totals if term.day is not None]
    yield from _check_falls(dated)
    for one, other in combinations(_merge([*dated[-1:], *undated]), 2):
        if not _is_same(one, other):
            yield check_speakers(one, other)


def _check_falls(dated: Sequence[Term]) -> Iterator[Check]:
    highest: Term | None = None
    for term in dated:
        if highest is not None and highest.day != term.day and not _is_same(highest, term):
            check = check_speakers(highest, term)
            if check.verdict is Verdict.OFF:
                yield check
        if highest is None or (term.range.low or ZERO) > (highest.range.low or ZERO):
            highest = term


def _merge(terms: Sequence[Term]) -> list[Term]:
    """One term for all who state the same number."""
    found: dict[tuple[object, ...], list[Term]] = {}
    for term in terms:
        found.setdefault((term.range, term.written), []).append(term)
    return [_join(same) for same in found.values()]


def _join(same: Sequence[Term]) -> Term:
    names = list(dict.fromkeys(term.speaker for term in same))
    shown = " and ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    facts: list[Fact] = [fact for term in same for fact in term.facts]
    return replace(same[0], speaker=shown, facts=tuple(facts))


def _is_same(one: Term, other: Term) -> bool:
    """Whether one speaker says both."""
    return {identify_speakers(fact) for fact in one.facts} == {
        identify_speakers(fact) for fact in other.facts
    }
