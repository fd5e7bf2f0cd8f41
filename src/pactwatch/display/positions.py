"""The positions matrix: provisions and phases by actors, in each cell where the actor stands."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pactwatch.display.actors import Side, find_holders, list_actors, make_sides
from pactwatch.display.choices import Choice, choose_places
from pactwatch.display.position_cells import Cell, make_cell
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.stances import list_facts, sign_stance
from pactwatch.model.agreement import Agreement, Phase, Provision
from pactwatch.model.claim import Position, Stance
from pactwatch.model.placement import Relevance
from pactwatch.model.status import Fact
from pactwatch.state.days import sort_facts
from pactwatch.state.positions import Standing, compute_standings
from pactwatch.state.speakers import find_owner

#: Where each position belongs, by the key of its claim.
Places = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """One provision, or a phase as such, with a cell for each actor of whom something is read."""

    id: str
    title: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one phase."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """Positions of one who is nobody of the agreement file, or on nothing that it names."""

    name: str
    facts: tuple[Fact, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class PositionPage:
    """``outside`` are holders whom the file does not know, ``loose`` positions of known actors on nothing
    that the file names; ``facts`` all that a filter leaves, newest first."""

    sides: tuple[Side, ...]
    groups: tuple[Group, ...]
    outside: tuple[Outside, ...]
    loose: tuple[Outside, ...]
    facts: tuple[Fact, ...]
    total: int
    actors: tuple[Choice, ...]
    provisions: tuple[Choice, ...]
    stances: tuple[Choice, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The keys of all that a filter leaves."""
        return tuple(fact.claim.key for fact in self.facts)


def find_positions(
    facts: Sequence[Fact],
    agreement: Agreement,
    actor: str = "",
    provision: str = "",
    stance: str = "",
    institutions: bool = False,
) -> PositionPage:
    """The positions of an actor, on a provision or a phase, of a stance (each empty: any). With
    ``institutions`` one of a party counts as the party."""
    positions = select_positions(facts)
    if institutions:
        positions = [_give_owners(fact, agreement) for fact in positions]
    places = _find_places(positions, agreement)
    kept = [
        fact
        for fact in positions
        if actor in ("", *find_holders(fact, agreement))
        and (not provision or provision in places[fact.claim.key])
        and stance in ("", sign_stance(fact).word)
    ]
    sides, groups = _make_groups(kept, agreement, actor, provision)
    return PositionPage(
        sides=sides,
        groups=groups,
        outside=_list_apart(kept, lambda fact: _name_outside(fact, agreement)),
        loose=_list_apart(kept, lambda fact: _name_loose(fact, agreement, places)),
        facts=tuple(reversed(sort_facts(kept))),
        total=len(positions),
        actors=_choose_actors(positions, agreement),
        provisions=choose_places([place for own in places.values() for place in own], agreement),
        stances=_choose_stances(positions),
    )


def select_positions(facts: Sequence[Fact]) -> list[Fact]:
    """The positions that are about this agreement."""
    return [
        fact
        for fact in facts
        if isinstance(fact.claim.slots, Position) and fact.placement.relevance is Relevance.AGREEMENT
    ]


def _give_owners(fact: Fact, agreement: Agreement) -> Fact:
    """A fact whose actors are the owners of its institutions."""
    actors = tuple(
        replace(match, actor=find_owner(match.actor, agreement)) if match.actor else match
        for match in list_actors(fact.placement)
    )
    return replace(fact, placement=replace(fact.placement, actors=actors))


def _find_places(facts: Sequence[Fact], agreement: Agreement) -> Places:
    """Where the standings count each position; that of nobody of the file belongs where its words lead."""
    places: dict[str, dict[str, None]] = {fact.claim.key: {} for fact in facts}
    for row in _list_standings(facts, agreement):
        for fact in list_facts(row):
            places[fact.claim.key][row.provision] = None
    for fact in facts:
        if not find_holders(fact, agreement):
            places[fact.claim.key] |= dict.fromkeys(one.provision for one in fact.placement.provisions)
    return {key: tuple(own) for key, own in places.items()}


def _list_standings(facts: Sequence[Fact], agreement: Agreement) -> list[Standing]:
    """Each actor on each thing, institutions beside their owners."""
    rows = compute_standings(facts, agreement)
    return [one for row in rows for one in (row, *row.parts) if one.stands]


def _make_groups(
    facts: Sequence[Fact], agreement: Agreement, actor: str, provision: str
) -> tuple[tuple[Side, ...], tuple[Group, ...]]:
    """The columns and the rows that hold anything, in the order of the agreement file."""
    standings: dict[str, dict[str, Standing]] = {}
    for row in _list_standings(facts, agreement):
        if provision in ("", row.provision) and actor in ("", row.actor):
            standings.setdefault(row.provision, {})[row.actor] = row
    used = {holder for own in standings.values() for holder in own}
    sides = tuple(side for known, side in make_sides(agreement).items() if known in used)
    groups = (_make_group(phase, standings, sides, agreement) for phase in agreement.phases.values())
    return sides, tuple(group for group in groups if group.rows)


def _make_group(
    phase: Phase,
    standings: Mapping[str, Mapping[str, Standing]],
    sides: Sequence[Side],
    agreement: Agreement,
) -> Group:
    own = [known for known in agreement.provisions.values() if known.phase == phase.id]
    places: list[Phase | Provision] = [phase, *own]
    rows = tuple(
        Row(
            place.id,
            "The phase as such" if place is phase else place.title,
            {
                side.id: make_cell(side, standings[place.id][side.id], agreement)
                for side in sides
                if side.id in standings[place.id]
            },
        )
        for place in places
        if place.id in standings
    )
    return Group(phase.id, phase.title, rows)


def _list_apart(facts: Sequence[Fact], name: Callable[[Fact], tuple[str, ...]]) -> tuple[Outside, ...]:
    """Facts by a name that some of them have, the one with most first, newest facts first."""
    groups: dict[str, list[Fact]] = {}
    for fact in reversed(sort_facts(facts)):
        for known in name(fact):
            groups.setdefault(known, []).append(fact)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0].casefold()))
    return tuple(Outside(known, tuple(own), count_sources(own)) for known, own in ordered)


def _name_outside(fact: Fact, agreement: Agreement) -> tuple[str, ...]:
    slots = fact.claim.slots
    if find_holders(fact, agreement) or not isinstance(slots, Position):
        return ()
    return (slots.actor.name,)


def _name_loose(fact: Fact, agreement: Agreement, places: Places) -> tuple[str, ...]:
    if places[fact.claim.key]:
        return ()
    return tuple(agreement.actors[known].name for known in find_holders(fact, agreement))


def _choose_actors(facts: Sequence[Fact], agreement: Agreement) -> tuple[Choice, ...]:
    counts = Counter(known for fact in facts for known in find_holders(fact, agreement))
    sides = make_sides(agreement)
    return tuple(Choice(known, side.name, counts[known]) for known, side in sides.items() if counts[known])


def _choose_stances(facts: Sequence[Fact]) -> tuple[Choice, ...]:
    counts = Counter(sign_stance(fact).word for fact in facts)
    return tuple(Choice(one.value, one.value, counts[one.value]) for one in Stance if counts[one.value])
