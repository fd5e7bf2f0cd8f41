"""Promises as rows: who promised what to whom, by when, on what condition, and what is reported of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactwatch.display.actors import find_holders, make_sides, name_actors_of
from pactwatch.display.choices import Choice, choose_places, list_places
from pactwatch.display.days import describe_when, sort_newest
from pactwatch.display.marks import Sign
from pactwatch.display.slots import cut_words, describe_due_day
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.speakers import Speaker, name_speaker
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Commitment, Fate, Modality
from pactwatch.model.placement import Relevance
from pactwatch.model.status import Fact

#: What is reported of a promise, as a shape, a word and a colour.
FATES = {
    Fate.MADE: Sign("ring", "○", "promised", "blue"),
    Fate.KEPT: Sign("full", "●", "reported kept", "blue"),
    Fate.BROKEN: Sign("cross", "✕", "reported broken", "vermilion"),
    Fate.EXPIRED: Sign("dash", "–", "reported lapsed", "grey"),
    Fate.WITHDRAWN: Sign("back", "↺", "reported withdrawn", "purple"),
}

#: Its day is past and no report says what became of it.
OVERDUE = Sign("question", "?", "promised", "orange", "day past, nothing read of it")


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One promise, or what is reported of one. ``facts`` are the claims of one story that tell it; ``last``
    is the last day by which it is to be kept, ``mode`` another mode than that of a plain promise."""

    promiser: str
    side: str | None
    sign: Sign
    what: str
    to: str | None
    due: str
    last: date | None
    condition: str
    mode: str
    told: str
    speakers: tuple[Speaker, ...]
    provisions: tuple[str, ...]
    sources: Sources
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class PromisePage:
    """``rows`` in the order overdue, due, without a day; ``total`` counts the claims before any filter."""

    rows: tuple[PromiseRow, ...]
    facts: tuple[Fact, ...]
    total: int
    promisers: tuple[Choice, ...]
    provisions: tuple[Choice, ...]
    fates: tuple[Choice, ...]


def find_promises(
    facts: Sequence[Fact],
    agreement: Agreement,
    on: date,
    promiser: str = "",
    provision: str = "",
    fate: str = "",
) -> PromisePage:
    """The promises of an actor, on a provision, of a fate (each empty: any), as of a day."""
    promises = [
        fact
        for fact in facts
        if isinstance(fact.claim.slots, Commitment) and fact.placement.relevance is Relevance.AGREEMENT
    ]
    kept = [
        fact
        for fact in promises
        if promiser in ("", *_promisers(fact, agreement))
        and (not provision or provision in list_places(fact))
        and fate in ("", _slots(fact).fate.value)
    ]
    return PromisePage(
        rows=make_promises(kept, agreement, on),
        facts=tuple(sort_newest(kept)),
        total=len(promises),
        promisers=_choose_promisers(promises, agreement),
        provisions=choose_places([place for fact in promises for place in list_places(fact)], agreement),
        fates=_choose_fates(promises),
    )


def make_promises(facts: Sequence[Fact], agreement: Agreement, on: date) -> tuple[PromiseRow, ...]:
    """Promises as rows: what is overdue on a day first, then by the day due, without a day last."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in sort_newest([fact for fact in facts if isinstance(fact.claim.slots, Commitment)]):
        groups.setdefault(_find_same(fact, agreement), []).append(fact)
    rows = [_make_row(group, agreement, on) for group in groups.values()]
    return tuple(sorted(rows, key=lambda row: (row.sign is not OVERDUE, row.last or date.max)))


def _find_same(fact: Fact, agreement: Agreement) -> tuple[object, ...]:
    """What tells one promise from another: reports of one story on one provision tell the same promise."""
    slots = _slots(fact)
    who = _promisers(fact, agreement) or (slots.promiser.name,)
    if fact.story is None or not list_places(fact):
        return (fact.claim.key,)
    return who, list_places(fact)[:1], slots.fate, slots.due, fact.story, fact.claim.modality


def _slots(fact: Fact) -> Commitment:
    if not isinstance(fact.claim.slots, Commitment):
        raise TypeError(f"claim {fact.claim.key} holds no promise")
    return fact.claim.slots


def _promisers(fact: Fact, agreement: Agreement) -> tuple[str, ...]:
    return find_holders(fact, agreement)


def _make_row(facts: Sequence[Fact], agreement: Agreement, on: date) -> PromiseRow:
    first = facts[0]
    slots, named = _slots(first), name_actors_of(first, agreement)
    last = slots.due.last if slots.due else None
    overdue = slots.fate is Fate.MADE and last is not None and last < on
    mode = first.claim.modality
    speakers = {one.id: one for one in (name_speaker(fact, agreement) for fact in facts)}
    return PromiseRow(
        promiser=named[0].name if named else slots.promiser.name,
        side=named[0].side if named else slots.promiser.affiliation,
        sign=OVERDUE if overdue else FATES[slots.fate],
        what=cut_words(first.claim, slots.action),
        to=slots.to,
        due=describe_due_day(slots),
        last=last,
        condition=cut_words(first.claim, slots.condition),
        mode="" if mode is Modality.ASSERTED else mode.value,
        told=describe_when(first),
        speakers=tuple(speakers.values()),
        provisions=tuple(dict.fromkeys(place for fact in facts for place in list_places(fact))),
        sources=count_sources(facts),
        facts=tuple(facts),
    )


def _choose_promisers(facts: Sequence[Fact], agreement: Agreement) -> tuple[Choice, ...]:
    counts = Counter(known for fact in facts for known in _promisers(fact, agreement))
    sides = make_sides(agreement).values()
    return tuple(Choice(side.id, side.name, counts[side.id]) for side in sides if counts[side.id])


def _choose_fates(facts: Sequence[Fact]) -> tuple[Choice, ...]:
    counts = Counter(_slots(fact).fate for fact in facts)
    return tuple(Choice(fate.value, FATES[fate].word, counts[fate]) for fate in Fate if counts[fate])
