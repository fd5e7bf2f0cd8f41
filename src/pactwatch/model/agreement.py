"""The agreement as the program sees it: who owes what to whom, when, on what condition.

``agreement/`` loads these from YAML; everything else only reads them. Identifiers are the
keys of the agreement file (``israel``, ``captives``), unique over parties, mediators,
guarantors, bodies and others together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pactwatch.model.terms import Condition, Due

#: What can have happened to the things that a measure counts; a figure's ``effect`` is one of these.
EFFECTS = (
    "killed",
    "wounded",
    "displaced",
    "detained",
    "due",
    "returned",
    "released",
    "entered",
    "pledged",
    "deployed",
    "destroyed",
    "cleared",
)


class Role(StrEnum):
    """What an actor is to the agreement."""

    PARTY = "party"
    MEDIATOR = "mediator"
    GUARANTOR = "guarantor"
    BODY = "body"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Actor:
    """A side, a state, an institution or a body that the agreement or its news speaks of.

    ``adjectives`` are the forms that stand for it before a noun ("Israeli"). ``part_of``
    names the actor that an institution belongs to, with the ``source`` of that statement.
    """

    id: str
    name: str
    roles: tuple[Role, ...]
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    part_of: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person who speaks for an actor, or for nobody (``of`` is None)."""

    id: str
    name: str
    of: str | None = None
    office: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """A dated event that deadlines and windows hang on ("acceptance", "truce").

    ``on`` is None while the event has no known day. ``words`` are phrases by which news
    names it ("ceasefire began"). ``rivals`` are other days that a speaker counts from.
    ``prehistory``: a series that counts from it is another one than those of the agreement.
    """

    id: str
    title: str
    on: date | None
    source: str | None = None
    words: tuple[str, ...] = ()
    rivals: tuple["RivalDay", ...] = ()
    prehistory: bool = False


@dataclass(frozen=True, slots=True)
class RivalDay:
    """Another day for an anchor, and whose it is."""

    of: str
    on: date
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase; ``words`` are the phrases by which news names it ("second stage")."""

    id: str
    title: str
    words: tuple[str, ...] = ()
    after: Condition | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """Who owes what to whom. ``continuing`` is a prohibition or a standing duty.

    ``count`` is a set size (48 captives), ``rate`` and ``per`` a flow (600 a "day"),
    ``ratio`` how many for each ("15 for each deceased hostage"), ``of`` the thing counted;
    ``bound`` is "at least" or "at most" where the rate is a floor or a cap.
    """

    by: tuple[str, ...]
    do: str
    to: tuple[str, ...] = ()
    of: str | None = None
    count: int | None = None
    rate: Decimal | None = None
    per: str | None = None
    ratio: Decimal | None = None
    each: str | None = None
    continuing: bool = False
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """One reading of a provision where the reports or the sides differ.

    ``of`` is the actor whose reading it is, or the cited source that words it so.
    """

    of: str
    source: str
    text: str | None = None
    due: Due | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision. ``words`` are stems or phrases by which news speaks of it.

    ``text`` says the clause in the file's own words, ``clause`` where it stands in the
    source ("point 13"). ``line`` is the line of the agreement file, so that a page can point at it.
    """

    id: str
    title: str
    phase: str
    duty: Duty | None = None
    text: str | None = None
    due: Due | None = None
    after: Condition | None = None
    while_: Condition | None = None
    when: Condition | None = None
    readings: tuple[ClauseReading, ...] = ()
    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    source: str | None = None
    clause: str | None = None
    line: int = 0


class Accrual(StrEnum):
    """How the numbers of a measure relate: a running total, a flow over a window, a level."""

    CUMULATIVE = "cumulative"
    FLOW = "flow"
    STOCK = "stock"


@dataclass(frozen=True, slots=True)
class Measure:
    """A series of figures that the record follows.

    ``effect`` is what happened to the things counted ("killed", "returned", "entered");
    ``of`` the nouns that count; ``not_of`` nouns that exclude; ``since`` an anchor or None;
    ``provision`` the provision that its tally belongs to.
    """

    id: str
    title: str
    accrual: Accrual
    unit: str
    of: tuple[str, ...]
    not_of: tuple[str, ...] = ()
    effect: str | None = None
    since: str | None = None
    provision: str | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherNegotiation:
    """Another agreement or attempt that the same news speaks of; never mixed in.

    ``words`` are phrases that mark it ("60-day"); ``before`` and ``since`` bound its time;
    ``prehistory`` says that it led here, else it is something else.
    """

    id: str
    title: str
    words: tuple[str, ...] = ()
    since: date | None = None
    before: date | None = None
    prehistory: bool = True
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the file's author expects on a day under a view, checked on every run."""

    on: date
    view: str
    provision: str
    expected: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that clauses, dates and affiliations rest on."""

    id: str
    title: str
    outlet: str | None = None
    on: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement file. ``hash`` is the SHA-256 of its bytes; ``words`` name the agreement."""

    id: str
    title: str
    hash: str
    starts: date
    words: tuple[str, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    phases: Mapping[str, Phase] = field(default_factory=dict)
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    others: Mapping[str, OtherNegotiation] = field(default_factory=dict)
    expectations: tuple[Expectation, ...] = ()
    sources: Mapping[str, Cited] = field(default_factory=dict)

    def actors_in(self, role: Role) -> list[Actor]:
        """The actors that have a role, in the order of the file."""
        return [actor for actor in self.actors.values() if role in actor.roles]
