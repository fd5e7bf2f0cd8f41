"""One report of a meeting, and whether two reports are of the same one.

    same day or overlapping days · the same place, or none told · those who take part, one's among the other's
Where a day is missing, the two have to be published within a week of each other or belong to one story.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from pactwatch.model.claim import Event
from pactwatch.model.source import When
from pactwatch.model.status import Fact

#: From a printed name to the id of an actor of the agreement; None where it knows none.
NameActor = Callable[[str], str | None]

#: Reports without a day that lie farther apart may be of two meetings.
NEAR = timedelta(days=7)
_MOVING = ("postponed", "rescheduled", "called off", "not held")
_APART = ("visit", "phone")
#: Roles that name nobody: they neither join two tellings nor set them apart.
_GENERIC = frozenset(
    "mediators negotiators envoys sides parties delegations leaders officials ministers representatives"
    " governments guarantors countries states".split()
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact with those who take part: ``named`` are actor and printed name, ``who`` the actors' ids and else
    the names, without roles that name nobody. ``moves``: it says that the plan came to nothing or was put
    off, so that its day may be another than the one planned."""

    fact: Fact
    named: tuple[tuple[str | None, str], ...]
    who: frozenset[str]
    place: str | None
    day: When | None
    mode: str | None
    moves: bool


def make_telling(fact: Fact, name_actor: NameActor) -> Telling:
    """What a fact tells of a meeting. Raises TypeError where it is no event."""
    slots = fact.claim.slots
    if not isinstance(slots, Event):
        raise TypeError(f"{fact.claim.key} is no event")
    names = [name for name in (slots.actor, slots.recipient, *slots.others) if name]
    named = tuple((name_actor(name), name) for name in names)
    who = frozenset(actor or _fold(name) for actor, name in named if actor or not _is_generic(name))
    place = _fold(slots.place) if slots.place else None
    moves = fact.claim.rule in _MOVING
    return Telling(fact, named, who, place, fact.claim.happened_on, slots.mode, moves)


def _fold(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split()).removeprefix("the ")


def _is_generic(name: str) -> bool:
    return _fold(name).split()[-1] in _GENERIC


def weigh(telling: Telling) -> int:
    """How much a telling says: its day, its place and those who take part."""
    return 2 * len(telling.who) + 2 * (telling.day is not None) + (telling.place is not None)


def are_one(one: Telling, other: Telling) -> bool:
    """Whether nothing sets two tellings apart and something joins them. Symmetric."""
    return (
        _fit_in_kind(one, other)
        and _fit_in_place(one, other)
        and _fit_in_time(one, other)
        and _share_people(one, other)
    )


def _fit_in_kind(one: Telling, other: Telling) -> bool:
    """A visit is no meeting of two, and neither is a phone call."""
    return all((one.mode == kind) == (other.mode == kind) for kind in _APART)


def _fit_in_place(one: Telling, other: Telling) -> bool:
    return one.place is None or other.place is None or one.place == other.place


def _fit_in_time(one: Telling, other: Telling) -> bool:
    if one.day is not None and other.day is not None:
        overlap = one.day.first <= other.day.last and other.day.first <= one.day.last
        return overlap or ((one.moves != other.moves) and _are_near(one, other))
    return _are_near(one, other)


def _are_near(one: Telling, other: Telling) -> bool:
    """Published within a week, in one document, or in one story."""
    first, second = one.fact, other.fact
    if first.document.id == second.document.id:
        return True
    if first.story is not None and first.story == second.story:
        return True
    days = [fact.published for fact in (first, second) if fact.published is not None]
    days += [telling.day for telling in (one, other) if telling.day is not None]
    known = first.published is not None and second.published is not None
    enough = known or (len(days) > 1 and (first.published or second.published) is not None)
    return enough and max(day.first for day in days) - min(day.last for day in days) <= NEAR


def _share_people(one: Telling, other: Telling) -> bool:
    """One's people are among the other's, or half of all are shared; without people the place has to join."""
    if not one.who or not other.who:
        return one.place is not None and one.place == other.place
    shared = one.who & other.who
    if len(one.who) > 1 and len(other.who) > 1:
        return shared in (one.who, other.who) or 2 * len(shared) > len(one.who | other.who)
    same_place = one.place is not None and one.place == other.place
    return bool(shared) and (same_place or _is_dated_alike(one, other))


def _is_dated_alike(one: Telling, other: Telling) -> bool:
    """One name alone joins only where the day is known of both."""
    return one.day is not None and other.day is not None
