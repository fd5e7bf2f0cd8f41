"""Rates, shares and sets as one document gives them, against the agreement's own numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice

from pactwatch.model.agreement import Agreement, Provision
from pactwatch.model.claim import Figure
from pactwatch.model.status import Fact
from pactwatch.model.terms import AtOnce
from pactwatch.state.checks import check_rate, check_set, check_share
from pactwatch.state.counts import is_plain, read_figure, read_term
from pactwatch.state.figures import find_figure_day
from pactwatch.state.ranges import make_exact, write_number
from pactwatch.state.speakers import identify_speakers
from pactwatch.state.sums import Check, Sum, Term, Verdict, leave_open

HUNDRED = Decimal(100)


def find_ratio_checks(agreement: Agreement, facts: Sequence[Fact]) -> Iterator[Check]:
    """Shares beside their numbers, rates over days, and sets."""
    beside: dict[str, list[Fact]] = {}
    for fact in facts:
        beside.setdefault(fact.document.id, []).append(fact)
    for fact in facts:
        if not is_plain(read_figure(fact)):
            continue
        own = beside[fact.document.id]
        found = (*_check_whole(fact, own, agreement), *_check_averages(fact, own, agreement))
        yield from (replace(check, measure=fact.placement.measure or "") for check in found)


def _check_whole(fact: Fact, own: Sequence[Fact], agreement: Agreement) -> Iterator[Check]:
    """What is given out of a whole: 17,819 of 42,800."""
    if read_figure(fact).of_total is None:
        return
    yield from _check_shares(fact, own, agreement)
    yield from _check_set(fact, agreement)
    provision = _find_provision(fact, agreement)
    agreed, days = _find_rate(provision), _count_days(fact, provision, agreement)
    if agreed is not None and days:
        rate = Term(make_exact(agreed), "agreed a day, by the agreement file")
        yield _check_days(rate, days, _read_whole(fact, agreement, "due, as stated"))


def _check_averages(fact: Fact, own: Sequence[Fact], agreement: Agreement) -> Iterator[Check]:
    """The stated average of the same document against what is said to be done."""
    days = _count_days(fact, _find_provision(fact, agreement), agreement)
    for other in own if days else ():
        if _is_average(other, fact):
            average = read_term(other, agreement, "a day, as stated")
            yield _check_days(average, days, read_term(fact, agreement, "in all"), rounded=True)


def _check_days(rate: Term, days: Sequence[int], total: Term, *, rounded: bool = False) -> Check:
    """Over the days to the day of the number; over one less, where it may be of the day before, only if
    that holds."""
    check = check_rate(rate, days[:2], total, rounded=rounded)
    if check.verdict is Verdict.OFF and len(days) > 2:
        shorter = check_rate(rate, days[2:], total, rounded=rounded)
        return shorter if shorter.verdict is Verdict.HOLDS else check
    return check


def _read_whole(fact: Fact, agreement: Agreement, label: str) -> Term:
    """The size of the set that a number is part of, as the same words state it."""
    of_total = read_figure(fact).of_total
    assert of_total is not None
    return replace(read_term(fact, agreement, label), range=make_exact(of_total), printed="")


def _check_shares(fact: Fact, own: Sequence[Fact], agreement: Agreement) -> Iterator[Check]:
    """The shares that the same sentence states. One that does not fit the stated whole and fits what the
    agreed rate makes is told with both."""
    part, whole = read_term(fact, agreement, "part"), _read_whole(fact, agreement, "of")
    for other in own:
        share, fraction = _read_share(other, agreement), read_figure(other).parts is not None
        if share is None or read_figure(other).part_of != read_figure(fact).number:
            continue
        check = check_share(part, whole, share, fraction=fraction)
        yield check
        if check.verdict is Verdict.OFF:
            agreed = (check_share(part, one, share) for one in _find_agreed(fact, whole, agreement))
            yield from islice((one for one in agreed if one.verdict is Verdict.HOLDS), 1)


def _read_share(fact: Fact, agreement: Agreement) -> Term | None:
    """A stated share in per cent, from per cent or from a fraction."""
    figure, term = read_figure(fact), read_term(fact, agreement, "stated")
    if figure.low is None or figure.low != figure.high:
        return None
    if figure.percent:
        return replace(term, printed=f"{write_number(figure.low)} %")
    if not figure.parts:
        return None
    share = make_exact(figure.low * HUNDRED / figure.parts)
    return replace(term, range=share, printed=f"{write_number(figure.low)} of {figure.parts} parts")


def _find_agreed(fact: Fact, whole: Term, agreement: Agreement) -> Iterator[Term]:
    """What the agreed rate makes by that day, where it is another number than the one stated as due."""
    provision = _find_provision(fact, agreement)
    rate = _find_rate(provision)
    for count in _count_days(fact, provision, agreement) if rate is not None else ():
        label = f"agreed rate over {count} days, by the agreement file"
        agreed = Term(make_exact((rate or 0) * count), label, day=whole.day)
        if agreed.range != whole.range:
            yield agreed


def _find_rate(provision: Provision | None) -> Decimal | None:
    """The agreed number a day."""
    duty = provision.duty if provision else None
    return duty.rate if duty and duty.per == "day" else None


def _check_set(fact: Fact, agreement: Agreement) -> Iterator[Check]:
    """What is done against the agreement's own set; what is stated as its size against it too. A smaller
    set may be a part of it."""
    provision = _find_provision(fact, agreement)
    count = provision.duty.count if provision and provision.duty else None
    stated = read_figure(fact).of_total
    if count is None or stated is None:
        return
    size = Term(make_exact(count), "by the agreement file")
    if stated == count:
        yield check_set(size, read_term(fact, agreement, "done"))
    elif stated > count:
        yield check_set(size, _read_whole(fact, agreement, "the set, as stated"))
    else:
        why = f"the words count a set of {write_number(stated)}, which may be a part of it"
        yield leave_open(Sum.SET, (size, read_term(fact, agreement, "done")), why)


def _find_provision(fact: Fact, agreement: Agreement) -> Provision | None:
    """The provision that the measure of a number belongs to."""
    measure = agreement.measures.get(fact.placement.measure or "")
    return agreement.provisions.get(measure.provision or "") if measure else None


def _is_average(other: Fact, fact: Fact) -> bool:
    """Whether it is the same speaker's rate of the same things, in the same document."""
    average, figure = read_figure(other), read_figure(fact)
    return (
        average.per == "day"
        and average.effect == figure.effect
        and average.counted == figure.counted
        and identify_speakers(other) == identify_speakers(fact)
        and _find_smaller(average, figure)
    )


def _find_smaller(average: Figure, figure: Figure) -> bool:
    return average.low is not None and figure.low is not None and average.low <= figure.low


def _count_days(fact: Fact, provision: Provision | None, agreement: Agreement) -> tuple[int, ...]:
    """The days from the begin of the duty to the day of the number: without the first, with it, and
    without the last where that is only the day of publication."""
    day, _ = find_figure_day(fact)
    start = _find_start(provision, agreement) if provision else None
    if day is None or start is None or day <= start:
        return ()
    passed = (day - start).days
    published = fact.published
    is_loose = published is not None and published.last == day
    return (passed, passed + 1, passed - 1) if is_loose and passed > 1 else (passed, passed + 1)


def _find_start(provision: Provision, agreement: Agreement) -> date | None:
    """The day from which a provision is owed: that of the anchor it is due at."""
    if not isinstance(provision.due, AtOnce):
        return None
    anchor = agreement.anchors.get(provision.due.anchor)
    return anchor.on if anchor else None
