"""The talks timeline as rows: who met or is to meet, where, when, what about, what became of the plan."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from pactwatch.claims.naming import name_actors
from pactwatch.display.actors import make_sides
from pactwatch.display.choices import Choice, choose_places
from pactwatch.display.marks import Sign
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.terms import name_actor
from pactwatch.display.words import MEETINGS, format_day, format_when
from pactwatch.model.agreement import Agreement
from pactwatch.model.status import Fact
from pactwatch.state.meetings import Fate, Meeting, Participant, compute_meetings

#: What became of a meeting, as a shape, a word and a colour.
FATES = {
    Fate.HELD: Sign("full", "●", "held", "blue"),
    Fate.OPEN: Sign("dotted", "◌", "planned", "blue"),
    Fate.POSTPONED: Sign("bars", "‖", "postponed", "orange"),
    Fate.RESCHEDULED: Sign("turn", "⤴", "moved", "orange"),
    Fate.CALLED_OFF: Sign("cross", "✕", "called off", "purple"),
    Fate.NOT_HELD: Sign("dash", "–", "not held", "purple"),
    Fate.REFUSED: Sign("slash", "⊘", "refused", "purple"),
}

#: Planned, its day past, nothing later read.
PAST = Sign("question", "?", "planned", "grey", "day past, nothing later read")


@dataclass(frozen=True, slots=True)
class Attendee:
    """One who takes part: the name in the agreement file, else as printed; ``printed`` are other names."""

    id: str | None
    name: str
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One meeting. ``planned`` and ``told`` are the chips of what announces it and of what says what became
    of it, ``fate`` the claims that decide that; ``facts`` are all, oldest report first, ``reported`` the days
    of these reports."""

    day: str
    reported: str
    first: date | None
    kind: str
    place: str | None
    about: str | None
    who: tuple[Attendee, ...]
    sign: Sign
    fate: tuple[str, ...]
    planned: Sources
    told: Sources
    reported_by: tuple[str, ...]
    provisions: tuple[str, ...]
    sources: Sources
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class TalksPage:
    """Meetings to come, past ones (newest first), and those of no known day; ``total`` counts them
    before any filter."""

    ahead: tuple[TalkRow, ...]
    past: tuple[TalkRow, ...]
    undated: tuple[TalkRow, ...]
    total: int
    actors: tuple[Choice, ...]
    fates: tuple[Choice, ...]
    provisions: tuple[Choice, ...]

    @property
    def rows(self) -> tuple[TalkRow, ...]:
        """All rows, as the page has them."""
        return (*self.ahead, *self.past, *self.undated)


def find_talks(
    facts: Sequence[Fact],
    agreement: Agreement,
    on: date,
    actor: str = "",
    fate: str = "",
    provision: str = "",
) -> TalksPage:
    """The meetings with an actor, of a fate, about a provision (each empty: any), as of a day."""
    meetings = compute_meetings(facts, agreement, on, name_actors(agreement))
    rows = [_make_row(meeting, agreement) for meeting in meetings]
    kept = [
        row
        for row in rows
        if actor in ("", *(one.id for one in row.who if one.id))
        and fate in ("", row.sign.word)
        and (not provision or provision in row.provisions)
    ]
    dated = [row for row in kept if row.first]
    return TalksPage(
        ahead=tuple(row for row in dated if row.first and row.first > on),
        past=tuple(row for row in reversed(dated) if row.first and row.first <= on),
        undated=tuple(sorted((row for row in kept if not row.first), key=_find_report, reverse=True)),
        total=len(rows),
        actors=_choose_actors(rows, agreement),
        fates=_choose(rows, lambda row: row.sign.word),
        provisions=choose_places([place for row in rows for place in row.provisions], agreement),
    )


def _find_report(row: TalkRow) -> date:
    return max((fact.published.last for fact in row.facts if fact.published), default=date.min)


def _make_row(meeting: Meeting, agreement: Agreement) -> TalkRow:
    about = dict.fromkeys(match.provision for fact in meeting.facts for match in fact.placement.provisions)
    return TalkRow(
        day=format_when(meeting.day),
        reported=_describe_reports(meeting.facts),
        first=meeting.day.first if meeting.day else None,
        kind=MEETINGS.get(meeting.mode or "", "meeting"),
        place=meeting.place,
        about=meeting.about,
        who=tuple(_make_attendee(one, agreement) for one in _order(meeting.participants, agreement)),
        sign=PAST if meeting.overdue else FATES[meeting.fate],
        fate=tuple(fact.claim.key for fact in meeting.fate_by),
        planned=count_sources(meeting.planned),
        told=count_sources(meeting.told),
        reported_by=meeting.reported_by,
        provisions=tuple(about),
        sources=count_sources(meeting.facts),
        facts=meeting.facts,
    )


def _describe_reports(facts: Sequence[Fact]) -> str:
    """The days of the reports: "reports of 3 May 2031 to 5 May 2031"; empty where none has a day."""
    days = sorted(fact.published.last for fact in facts if fact.published)
    if not days:
        return ""
    return f"reports of {' to '.join(dict.fromkeys(format_day(day) for day in (days[0], days[-1])))}"


def _order(participants: Sequence[Participant], agreement: Agreement) -> list[Participant]:
    """Parties first, then mediators, then others; whom the file does not know last."""
    order = {known: number for number, known in enumerate(make_sides(agreement))}
    return sorted(participants, key=lambda one: order.get(one.actor or "", len(order)))


def _make_attendee(one: Participant, agreement: Agreement) -> Attendee:
    if one.actor is None:
        return Attendee(None, one.names[0], one.names[1:])
    name = name_actor(one.actor, agreement)
    return Attendee(one.actor, name, tuple(printed for printed in one.names if printed != name))


def _choose_actors(rows: Sequence[TalkRow], agreement: Agreement) -> tuple[Choice, ...]:
    counts = Counter(one.id for row in rows for one in row.who if one.id)
    sides = make_sides(agreement).values()
    return tuple(Choice(side.id, side.name, counts[side.id]) for side in sides if counts[side.id])


def _choose(rows: Sequence[TalkRow], find: Callable[[TalkRow], str]) -> tuple[Choice, ...]:
    counts = Counter(find(row) for row in rows)
    words = dict.fromkeys(sign.word for sign in FATES.values())
    return tuple(Choice(word, word, counts[word]) for word in words if counts[word])
