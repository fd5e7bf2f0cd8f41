"""Who acts, holds a position or makes a promise, and in which order actors stand on every page."""

from collections.abc import Mapping
from dataclasses import dataclass

from pactwatch.display.speakers import Speaker, name_match
from pactwatch.model.agreement import Agreement, Role
from pactwatch.model.placement import Placement, SpeakerMatch
from pactwatch.model.status import Fact
from pactwatch.state.speakers import find_owner, find_sides


def list_actors(placement: Placement) -> tuple[SpeakerMatch, ...]:
    """Who acts in a claim."""
    return placement.actors


@dataclass(frozen=True, slots=True)
class Side:
    """A column of a page: an actor of the agreement file. ``of`` names the actor that an institution
    belongs to, ``role`` is party, mediator or other."""

    id: str
    name: str
    role: str
    of: str | None = None


def make_sides(agreement: Agreement) -> Mapping[str, Side]:
    """All actors: parties first, then mediators, then the others, each in the order of the file."""
    parties = [actor.id for actor in agreement.actors_in(Role.PARTY)]
    mediators = [actor.id for actor in agreement.actors_in(Role.MEDIATOR)]
    order = dict.fromkeys([*parties, *mediators, *agreement.actors])
    return {known: _make_side(known, agreement) for known in order}


def _make_side(identifier: str, agreement: Agreement) -> Side:
    actor = agreement.actors[identifier]
    role = next((role for role in (Role.PARTY, Role.MEDIATOR) if role in actor.roles), Role.OTHER)
    owner = agreement.actors.get(actor.part_of or "")
    return Side(identifier, actor.name, role.value, owner.name if owner else None)


def find_holders(fact: Fact, agreement: Agreement) -> tuple[str, ...]:
    """The actors of the file who act in a claim."""
    known = dict.fromkeys(match.actor for match in list_actors(fact.placement) if match.actor)
    return tuple(actor for actor in known if actor in agreement.actors)


def name_actors_of(fact: Fact, agreement: Agreement) -> tuple[Speaker, ...]:
    """Who acts in a claim, each by name with the side."""
    return tuple(name_match(match, agreement) for match in list_actors(fact.placement))


def is_own_word(fact: Fact, actor: str, agreement: Agreement) -> bool:
    """Whether somebody of the actor itself says it, its institutions included."""
    spoken = (*find_sides(fact, agreement, True), *find_sides(fact, agreement, False))
    return actor in spoken or find_owner(actor, agreement) in spoken
