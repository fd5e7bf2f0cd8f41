"""Rates, shares and sets as one document gives them, against the agreement's own numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from pactwatch.model.agreement import Agreement, Provision
from pactwatch.model.claim import Figure
from pactwatch.model.status import Fact
from pactwatch.model.terms import AtOnce
from pactwatch.state.checks import check_rate, check_set, check_share
from pactwatch.state.counts import read_figure, read_term
from pactwatch.state.figures import find_figure_day
from pactwatch.state.ranges import make_exact, subtract, write_number
from pactwatch.state.speakers import identify_speakers
from pactwatch.state.sums import Check, Sum, Term, leave_open

HUNDRED = Decimal(100)


def find_ratio_checks(agreement: Agreement, facts: Sequence[Fact]) -> Iterator[Check]:
    """Shares beside their numbers, rates over days, and sets."""
    beside: dict[str, list[Fact]] = {}
    for fact in facts:
        beside.setdefault(fact.document.id, []).append(fact)
    for fact in facts:
        figure = read_figure(fact)
        if figure.of_total is None or figure.per or figure.percent:
            continue
        own = beside[fact.document.id]
        found = (
            *_check_shares(fact, own, agreement),
            *_check_set(fact, agreement),
            *_check_rates(fact, own, agreement),
        )
        yield from (replace(check, measure=fact.placement.measure or "") for check in found)


def _read_whole(fact: Fact, agreement: Agreement, label: str) -> Term:
    """The size of the set that a number is part of, as the same words state it."""
    of_total = read_figure(fact).of_total
    assert of_total is not None
    return replace(read_term(fact, agreement, label), range=make_exact(of_total), printed="")


def _check_shares(fact: Fact, own: Sequence[Fact], agreement: Agreement) -> Iterator[Check]:
    """The shares that the same sentence states."""
    part, whole = read_term(fact, agreement, "part"), _read_whole(fact, agreement, "of")
    wholes = [whole, *_find_agreed(fact, whole, agreement)]
    for other in own:
        if read_figure(other).part_of != read_figure(fact).number:
            continue
        share, fraction = _read_share(other, agreement), read_figure(other).parts is not None
        if share is not None:
            yield from (check_share(part, one, share, fraction=fraction) for one in wholes)


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
    days = _count_days(fact, provision, agreement)
    if rate is None or not days:
        return
    label = f"agreed rate over {days[0]} days, by the agreement file"
    agreed = Term(make_exact(rate * days[0]), label, day=find_figure_day(fact)[0])
    if agreed.range != whole.range:
        yield agreed


def _find_rate(provision: Provision | None) -> Decimal | None:
    """The agreed number a day."""
    duty = provision.duty if provision else None
    return duty.rate if duty and duty.per == "day" else None


def _check_set(fact: Fact, agreement: Agreement) -> Iterator[Check]:
    """The size of a set as stated against the agreement's own. A smaller one may be a part of the set."""
    provision = _find_provision(fact, agreement)
    count = provision.duty.count if provision and provision.duty else None
    stated = read_figure(fact).of_total
    if count is None or stated is None:
        return
    size = Term(make_exact(count), "by the agreement file")
    done = read_term(fact, agreement, "done")
    if stated < count:
        why = f"the words count a set of {write_number(stated)}, which may be a part of it"
        yield leave_open(Sum.SET, (size, done), why)
    else:
        left = subtract(make_exact(stated), done.range)
        yield check_set(size, done, replace(done, label="left", range=left, printed=""))


def _find_provision(fact: Fact, agreement: Agreement) -> Provision | None:
    """The provision that the measure of a number belongs to."""
    measure = agreement.measures.get(fact.placement.measure or "")
    return agreement.provisions.get(measure.provision or "") if measure else None


def _check_rates(fact: Fact, own: Sequence[Fact], agreement: Agreement) -> Iterator[Check]:
    """The agreed rate over the days against what is said to be due, and the stated average of the same
    document against what is said to be done."""
    provision = _find_provision(fact, agreement)
    days = _count_days(fact, provision, agreement)
    if not days:
        return
    if (agreed := _find_rate(provision)) is not None:
        rate = Term(make_exact(agreed), "agreed a day, by the agreement file")
        yield check_rate(rate, days, _read_whole(fact, agreement, "due, as stated"))
    for other in own:
        if _is_average(other, fact):
            average = read_term(other, agreement, "a day, as stated")
            yield check_rate(average, days, read_term(fact, agreement, "in all"), rounded=True)


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
    """The days from the begin of the duty to the day of the number, without the first and with it."""
    day = find_figure_day(fact)[0]
    start = _find_start(provision, agreement) if provision else None
    if day is None or start is None or day <= start:
        return ()
    passed = (day - start).days
    return passed, passed + 1


def _find_start(provision: Provision, agreement: Agreement) -> date | None:
    """The day from which a provision is owed: that of the anchor it is due at."""
    if not isinstance(provision.due, AtOnce):
        return None
    anchor = agreement.anchors.get(provision.due.anchor)
    return anchor.on if anchor else None
