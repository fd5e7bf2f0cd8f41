"""One report of a meeting, and whether two reports are of the same one.

    same day or overlapping days · the same place, or none told · those who take part, one's among the other's
Where a day is missing, the two have to be published within a week of each other or belong to one story.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pactwatch.model.claim import Auxiliary, Event
from pactwatch.model.source import When
from pactwatch.model.status import Fact

#: From a printed name to the id of an actor of the agreement; None where it knows none.
NameActor = Callable[[str], str | None]

#: Reports without a day that lie farther apart may be of two meetings.
NEAR = timedelta(days=7)
_MOVING = ("postponed", "rescheduled", "called off", "not held", "refused")
_TOOK_PLACE = ("held", "opened", "ended")
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


def fits(telling: Telling, group: Sequence[Telling]) -> bool:
    """Whether nothing sets a telling apart from any of a group, and something joins it to one of them."""
    return not any(_are_apart(telling, other) for other in group) and any(
        _are_joined(telling, other) for other in group
    )


def _are_apart(one: Telling, other: Telling) -> bool:
    same = _fit_in_kind(one, other) and _fit_in_place(one, other) and _fit_in_time(one, other)
    return not same or not _fit_in_people(one, other)


def _fit_in_kind(one: Telling, other: Telling) -> bool:
    """A visit is no meeting of two, and neither is a phone call."""
    return all((one.mode == kind) == (other.mode == kind) for kind in _APART)


def _fit_in_place(one: Telling, other: Telling) -> bool:
    return one.place is None or other.place is None or one.place == other.place


def _fit_in_time(one: Telling, other: Telling) -> bool:
    if _is_history(one) != _is_history(other) or not (_may_fulfil(one, other) and _may_fulfil(other, one)):
        return False
    if one.day is not None and other.day is not None:
        overlap = one.day.first <= other.day.last and other.day.first <= one.day.last
        return overlap or ((one.moves != other.moves) and _are_near(one, other))
    return _are_near(one, other)


def _is_history(telling: Telling) -> bool:
    slots = telling.fact.claim.slots
    return isinstance(slots, Event) and Auxiliary.HISTORICAL in slots.auxiliary


def _may_fulfil(held: Telling, plan: Telling) -> bool:
    """Whether what took place can be what was planned: it lies behind the plan, by its day or its report. Two
    met, and are to meet again: these are two meetings."""
    if held.fact.claim.rule not in _TOOK_PLACE or plan.fact.claim.rule != "planned":
        return True
    reported, announced = held.fact.published, plan.fact.published
    if plan.day is not None:
        behind = held.day or reported
        return behind is not None and behind.last >= plan.day.first
    when = held.day or reported
    return when is None or announced is None or when.last >= announced.first


def _are_near(one: Telling, other: Telling) -> bool:
    """Published within a week, in one document, or in one story."""
    first, second = one.fact, other.fact
    if first.document.id == second.document.id:
        return True
    if first.story is not None and first.story == second.story:
        return True
    known = first.published is not None and second.published is not None
    days = (first.published, second.published) if known else _find_days(one, other)
    if days[0] is None or days[1] is None:
        return False
    return max(days[0].first, days[1].first) - min(days[0].last, days[1].last) <= NEAR


def _find_days(one: Telling, other: Telling) -> tuple[When | None, When | None]:
    """The day of each meeting, else of its report."""
    return one.day or one.fact.published, other.day or other.fact.published


def _fit_in_people(one: Telling, other: Telling) -> bool:
    """One's people are among the other's, or more than half of all are shared, or one names nobody."""
    shared = one.who & other.who
    if not one.who or not other.who or shared in (one.who, other.who):
        return True
    return 2 * len(shared) > len(one.who | other.who)


def _are_joined(one: Telling, other: Telling) -> bool:
    """Two share two names, or one and the place or the day; where one names nobody, the place."""
    same_place = one.place is not None and one.place == other.place
    shared = len(one.who & other.who)
    dated = one.day is not None and other.day is not None
    return (
        shared > 1 or (shared == 1 and (same_place or dated)) or (not (one.who and other.who) and same_place)
    )
