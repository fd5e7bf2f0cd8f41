"""The talks timeline: meetings merged over the articles that tell them, and what became of each plan.

Tellings are of one meeting where nothing sets them apart: neither day nor place differs, and they share those
who take part. Two that each name two people, one of them another, are two meetings. A denial counts as the
fate of a plan and never as a meeting; what is only supposed is no row.

    planned   Ondria and Calvenne, Saint Orlan, 26 July      fate: postponed, by two articles
    held      Marr and Quire, Pell, 19 May                   fate: held
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Event, Modality
from pactwatch.model.placement import Relevance
from pactwatch.model.source import When
from pactwatch.model.status import Fact
from pactwatch.state.breaches import count_articles, count_origins
from pactwatch.state.meeting_tellings import NameActor, Telling, fits, make_telling, weigh
from pactwatch.state.speakers import name_speakers

#: The root of events that are meetings.
CONSULT = "CONSULT"


class Fate(StrEnum):
    """What became of a meeting, as reported. ``open``: planned, and nothing later is reported of it."""

    HELD = "held"
    POSTPONED = "postponed"
    RESCHEDULED = "rescheduled"
    CALLED_OFF = "called off"
    NOT_HELD = "not held"
    REFUSED = "refused"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part: the actor's id (None: the agreement knows none) and the names as printed."""

    actor: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, with the facts that tell it. ``planned`` are those that announce it, ``told`` those that
    say what became of it, the newest last; ``fate_by`` are the ones that decide the fate. ``about`` and
    ``place`` are words of one of the articles. ``overdue``: its day is past as of ``as_of``, the day to which
    the case has been read, and nothing later is reported of it."""

    key: str
    day: When | None
    place: str | None
    mode: str | None
    participants: tuple[Participant, ...]
    about: str | None
    fate: Fate
    fate_by: tuple[Fact, ...]
    planned: tuple[Fact, ...]
    told: tuple[Fact, ...]
    reported_by: tuple[str, ...]
    articles: int
    digests: int
    origins: int | None
    as_of: date
    overdue: bool

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts of the row."""
        return (*self.planned, *self.told)


def compute_meetings(
    facts: Iterable[Fact], agreement: Agreement, as_of: date, name_actor: NameActor
) -> tuple[Meeting, ...]:
    """The timeline in the order of days, those without a day last. ``facts`` are those in force under a view;
    ``name_actor`` leads from a printed name to the id of an actor. The order of the facts does not matter."""
    tellings = [make_telling(fact, name_actor) for fact in facts if _counts(fact)]
    groups = _group(sorted(tellings, key=_rank))
    rows = (_make_row(group, agreement, as_of) for group in groups)
    return tuple(sorted(rows, key=_sort_key))


def _counts(fact: Fact) -> bool:
    """Whether a fact tells of a meeting that took place, is planned, or came to nothing."""
    slots = fact.claim.slots
    return (
        isinstance(slots, Event)
        and slots.root == CONSULT
        and fact.claim.modality is not Modality.HYPOTHETICAL
        and fact.placement.relevance is Relevance.AGREEMENT
        and not fact.rejected
    )


def _rank(telling: Telling) -> tuple[int, date, str, str]:
    """The fullest telling first, so that rows grow from what is best known; then by day, document and key."""
    first = telling.day.first if telling.day else date.max
    return -weigh(telling), first, telling.fact.document.id, telling.fact.claim.key


def _group(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Each telling with those that it fits; of two rows that it fits, with the one that it shares most."""
    groups: list[list[Telling]] = []
    for telling in tellings:
        fitting = [group for group in groups if fits(telling, group)]
        if fitting:
            max(fitting, key=lambda group: _likeness(telling, group)).append(telling)
        else:
            groups.append([telling])
    return groups


def _likeness(telling: Telling, group: Sequence[Telling]) -> tuple[int, bool, bool]:
    who = frozenset[str]().union(*(other.who for other in group))
    same_place = telling.place is not None and any(telling.place == other.place for other in group)
    same_document = any(telling.fact.document.id == other.fact.document.id for other in group)
    return len(telling.who & who), same_place, same_document


def _make_row(group: Sequence[Telling], agreement: Agreement, as_of: date) -> Meeting:
    facts = [telling.fact for telling in group]
    planned = _in_order(fact for fact in facts if fact.claim.rule == "planned")
    told = _in_order(fact for fact in facts if fact.claim.rule != "planned")
    fate, fate_by = _find_fate(told)
    day = _best_day(group)
    events = [fact.claim.slots for fact in facts if isinstance(fact.claim.slots, Event)]
    return Meeting(
        key=min(fact.claim.key for fact in facts),
        day=day,
        place=_most(event.place for event in events),
        mode=_most_specific(event.mode for event in events),
        participants=_gather(group),
        about=_most(event.about for event in events),
        fate=fate,
        fate_by=fate_by,
        planned=planned,
        told=told,
        reported_by=tuple(sorted({name_speakers(fact, agreement) for fact in facts})),
        articles=count_articles(facts),
        digests=len({fact.document.id for fact in facts if fact.document.digest}),
        origins=count_origins(facts),
        as_of=as_of,
        overdue=fate is Fate.OPEN and day is not None and day.last < as_of,
    )


def _in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """By the day of the report, unknown first, then by document and place."""
    return tuple(sorted(facts, key=lambda fact: (_reported(fact), fact.document.id, fact.claim.span)))


def _reported(fact: Fact) -> date:
    return fact.published.last if fact.published else date.min


_FATES: dict[str, Fate] = {
    "held": Fate.HELD,
    "opened": Fate.HELD,
    "ended": Fate.HELD,
    **{
        fate.value: fate
        for fate in (Fate.POSTPONED, Fate.RESCHEDULED, Fate.CALLED_OFF, Fate.NOT_HELD, Fate.REFUSED)
    },
}
#: Of reports of one day, that it took place comes before that it was put off.
_ORDER = (Fate.REFUSED, Fate.NOT_HELD, Fate.POSTPONED, Fate.RESCHEDULED, Fate.CALLED_OFF, Fate.HELD)


def _find_fate(told: Sequence[Fact]) -> tuple[Fate, tuple[Fact, ...]]:
    """The fate by the newest report, with all the facts that say the same; open where none says any. That
    one side stays away decides only where nothing else is told."""
    found = [(fact, _FATES[fact.claim.rule]) for fact in told if fact.claim.rule in _FATES]
    fated = [pair for pair in found if pair[1] is not Fate.REFUSED] or found
    if not fated:
        return Fate.OPEN, ()
    newest = max(fated, key=lambda pair: (_reported(pair[0]), _ORDER.index(pair[1])))[1]
    return newest, tuple(fact for fact, fate in fated if fate is newest)


def _best_day(group: Sequence[Telling]) -> When | None:
    """The most exact day that a telling gives for the meeting as it was planned or held."""
    days = [telling.day for telling in group if telling.day is not None and not telling.moves]
    days = days or [telling.day for telling in group if telling.day is not None]
    return min(days, key=lambda day: (day.last - day.first, day.first), default=None)


def _most(words: Iterable[str | None]) -> str | None:
    """The words that most tellings use; of these the longest, then the first by letters."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], -len(word), word), default=None)


_MODES = ("third-party", "multilateral", "phone", "visit", "meet")


def _most_specific(modes: Iterable[str | None]) -> str | None:
    found = set(modes)
    return next((mode for mode in _MODES if mode in found), None)


def _gather(group: Sequence[Telling]) -> tuple[Participant, ...]:
    """Everybody who is named, by actor; those without an actor each for themselves."""
    by_actor: dict[tuple[str, str], set[str]] = {}
    for telling in group:
        for actor, name in telling.named:
            by_actor.setdefault((actor or "", "" if actor else name.casefold()), set()).add(name)
    ordered = sorted(by_actor.items(), key=lambda item: (item[0][0] == "", item[0]))
    return tuple(Participant(actor or None, tuple(sorted(names))) for (actor, _), names in ordered)


def _sort_key(row: Meeting) -> tuple[date, date, str, str]:
    first, last = (row.day.first, row.day.last) if row.day else (date.max, date.max)
    return first, last, row.place or "", row.key
