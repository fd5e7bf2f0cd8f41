"""How each actor has stood to each provision over time, and where that changed.

Pure: facts in, rows out; the order in which they come does not matter. A stance of a day is what an actor is
reported to hold on it: the day it happened, else was said, else was published. What different speakers of one
actor say on one day stands side by side: Pactwatch never says which of them is the actor's own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Position, Stance
from pactwatch.model.placement import Relevance
from pactwatch.model.status import Fact
from pactwatch.state.days import find_day, sort_facts
from pactwatch.state.speakers import find_owner

#: A provision that is only spoken of beside holds no position.
_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Stand:
    """The stances that an actor is reported to hold on one day (None: no day is known), each with its facts.
    ``mixed``: reports of that day differ."""

    day: date | None
    stances: tuple[Stance, ...]
    facts: tuple[Fact, ...]

    @property
    def mixed(self) -> bool:
        """Whether more than one stance is reported for the day."""
        return len(self.stances) > 1


@dataclass(frozen=True, slots=True)
class Change:
    """From what an actor held to what it holds since a day, with the facts of both."""

    before: tuple[Stance, ...]
    after: tuple[Stance, ...]
    day: date
    facts_before: tuple[Fact, ...]
    facts_after: tuple[Fact, ...]

    @property
    def words(self) -> str:
        """considers -> offers on 4 June"""
        return f"{_join(self.before)} -> {_join(self.after)} on {self.day.day} {self.day:%B}"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one actor has stood to one provision. ``stands`` are the days in order, what no day is known of
    first; ``current`` is the latest day's, ``changes`` the days on which it became another. ``parts`` are the
    same for each institution of the actor: beside the whole, never in it."""

    actor: str
    provision: str
    stands: tuple[Stand, ...]
    current: Stand | None
    changes: tuple[Change, ...]
    parts: tuple["Standing", ...] = ()


def compute_standings(facts: Iterable[Fact], agreement: Agreement) -> tuple[Standing, ...]:
    """One row for each actor that belongs to none and each provision, in the order of the file. An actor
    whom only institutions speak for has an empty row with theirs under it."""
    held = _gather(facts, agreement)
    owned: dict[tuple[str, str], list[str]] = {}
    for actor, provision in held:
        bodies = owned.setdefault((find_owner(actor, agreement), provision), [])
        if find_owner(actor, agreement) != actor:
            bodies.append(actor)
    order = _Order(agreement)
    rows = []
    for (owner, provision), bodies in owned.items():
        parts = [_make(body, provision, held[body, provision]) for body in bodies]
        own = _make(owner, provision, held.get((owner, provision), []), sorted(parts, key=order.key))
        rows.append(own)
    return tuple(sorted(rows, key=order.key))


class _Order:
    """The order of actors and provisions in the agreement file."""

    def __init__(self, agreement: Agreement) -> None:
        self._actors = {actor: number for number, actor in enumerate(agreement.actors)}
        named = (*agreement.provisions, *agreement.phases)
        self._provisions = {provision: number for number, provision in enumerate(named)}

    def key(self, row: Standing) -> tuple[int, str, int, str]:
        """Where a row stands."""
        far = len(self._actors) + len(self._provisions)
        actor, provision = self._actors.get(row.actor, far), self._provisions.get(row.provision, far)
        return actor, row.actor, provision, row.provision


def _gather(facts: Iterable[Fact], agreement: Agreement) -> dict[tuple[str, str], list[Fact]]:
    """The positions of each actor on each provision, in their one order."""
    held: dict[tuple[str, str], list[Fact]] = {}
    for fact in sort_facts([fact for fact in facts if _counts(fact)]):
        actors = dict.fromkeys(match.actor for match in fact.placement.actors if match.actor)
        for actor in actors:
            for match in fact.placement.provisions:
                if actor in agreement.actors and match.score >= _LEAST:
                    held.setdefault((actor, match.provision), []).append(fact)
    return held


def _counts(fact: Fact) -> bool:
    about = fact.placement.relevance is Relevance.AGREEMENT
    return isinstance(fact.claim.slots, Position) and about and not fact.rejected


def _make(actor: str, provision: str, facts: Sequence[Fact], parts: Sequence[Standing] = ()) -> Standing:
    stands = _by_day(facts)
    dated = [stand for stand in stands if stand.day is not None]
    current = dated[-1] if dated else stands[-1] if stands else None
    return Standing(actor, provision, stands, current, tuple(_find_changes(dated)), tuple(parts))


def _by_day(facts: Sequence[Fact]) -> tuple[Stand, ...]:
    """The facts, which are in order, day by day."""
    days: dict[date | None, list[Fact]] = {}
    for fact in facts:
        days.setdefault(find_day(fact), []).append(fact)
    return tuple(Stand(day, _stances(own), tuple(own)) for day, own in days.items())


def _stances(facts: Sequence[Fact]) -> tuple[Stance, ...]:
    """The stances of facts, each once, in the order of the list of stances."""
    held = {fact.claim.slots.stance for fact in facts if isinstance(fact.claim.slots, Position)}
    return tuple(stance for stance in Stance if stance in held)


def _find_changes(stands: Sequence[Stand]) -> Iterable[Change]:
    """The days whose stances differ from those of the day before that tells any."""
    for before, after in pairwise(stands):
        if before.stances != after.stances and after.day is not None:
            yield Change(before.stances, after.stances, after.day, before.facts, after.facts)


def _join(stances: Sequence[Stance]) -> str:
    return " and ".join(stance.value for stance in stances)
