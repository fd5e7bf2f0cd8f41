"""The positions matrix: provisions and phases by actors, in each cell where the actor stands."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.actors import Side, find_holders, is_own_word, make_sides
from pactwatch.display.choices import Choice, choose_places
from pactwatch.display.marks import Sign
from pactwatch.display.slots import cut_words
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.speakers import Speaker, name_speaker
from pactwatch.display.stances import Held, find_course, sign_stance
from pactwatch.display.words import cut, format_day, join
from pactwatch.model.agreement import Agreement, Phase, Provision
from pactwatch.model.claim import Position, Stance
from pactwatch.model.placement import Relevance
from pactwatch.model.status import Fact
from pactwatch.state.days import find_day, sort_facts

#: Characters of a target in a cell.
TARGET = 70


@dataclass(frozen=True, slots=True)
class StanceRow:
    """One stance in a cell with its claims; ``target`` are the newest words for what it is about, ``day``
    the newest day that it is reported of."""

    sign: Sign
    target: str
    day: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A day on which another stance is reported than before."""

    day: str
    held: tuple[StanceRow, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one actor stands to one thing. ``told`` names who says so where nobody of the actor does."""

    side: Side
    current: tuple[StanceRow, ...]
    earlier: tuple[StanceRow, ...]
    turns: tuple[TurnRow, ...]
    told: str
    sources: Sources
    facts: tuple[Fact, ...]

    @property
    def drifted(self) -> bool:
        """Whether reports of different days differ."""
        return len(self.turns) > 1


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
    """The positions of an actor, on a provision or a phase, of a stance (each empty: any)."""
    positions = select_positions(facts)
    kept = [
        fact
        for fact in positions
        if actor in ("", *find_holders(fact, agreement, institutions))
        and (not provision or provision in _places(fact, agreement))
        and stance in ("", sign_stance(fact).word)
    ]
    sides, groups = _make_groups(kept, agreement, institutions, actor, provision)
    return PositionPage(
        sides=sides,
        groups=groups,
        outside=_list_apart(kept, lambda fact: _name_outside(fact, agreement)),
        loose=_list_apart(kept, lambda fact: _name_loose(fact, agreement, institutions)),
        facts=tuple(reversed(sort_facts(kept))),
        total=len(positions),
        actors=_choose_actors(positions, agreement, institutions),
        provisions=choose_places(
            [place for fact in positions for place in _places(fact, agreement)], agreement
        ),
        stances=_choose_stances(positions),
    )


def select_positions(facts: Sequence[Fact]) -> list[Fact]:
    """The positions that are about this agreement."""
    return [
        fact
        for fact in facts
        if isinstance(fact.claim.slots, Position) and fact.placement.relevance is Relevance.AGREEMENT
    ]


def _places(fact: Fact, agreement: Agreement) -> tuple[str, ...]:
    known = (match.provision for match in fact.placement.provisions)
    return tuple(place for place in known if place in agreement.provisions or place in agreement.phases)


def _make_groups(
    facts: Sequence[Fact], agreement: Agreement, institutions: bool, actor: str, provision: str
) -> tuple[tuple[Side, ...], tuple[Group, ...]]:
    """The columns and the rows that hold anything, in the order of the agreement file."""
    cells: dict[str, dict[str, list[Fact]]] = {}
    for fact in facts:
        for place in _places(fact, agreement):
            for holder in find_holders(fact, agreement, institutions):
                if provision in ("", place) and actor in ("", holder):
                    cells.setdefault(place, {}).setdefault(holder, []).append(fact)
    used = {holder for row in cells.values() for holder in row}
    sides = tuple(side for known, side in make_sides(agreement).items() if known in used)
    groups = (_make_group(phase, cells, sides, agreement) for phase in agreement.phases.values())
    return sides, tuple(group for group in groups if group.rows)


def _make_group(
    phase: Phase,
    cells: Mapping[str, Mapping[str, Sequence[Fact]]],
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
                side.id: make_cell(side, cells[place.id][side.id], agreement)
                for side in sides
                if side.id in cells[place.id]
            },
        )
        for place in places
        if place.id in cells
    )
    return Group(phase.id, phase.title, rows)


def make_cell(side: Side, facts: Sequence[Fact], agreement: Agreement) -> Cell:
    """Where one actor stands by some positions of its."""
    course = find_course(facts)
    ordered = tuple(reversed(sort_facts(facts)))
    return Cell(
        side=side,
        current=tuple(_make_stance(held) for held in course.current),
        earlier=tuple(_make_stance(held) for held in course.earlier),
        turns=tuple(
            TurnRow(format_day(turn.day) if turn.day else "day unknown", tuple(map(_make_stance, turn.held)))
            for turn in course.turns
        ),
        told=_name_tellers(facts, side, agreement),
        sources=count_sources(ordered),
        facts=ordered,
    )


def _make_stance(held: Held) -> StanceRow:
    newest = held.facts[-1]
    slots, day = newest.claim.slots, find_day(newest)
    target = cut_words(newest.claim, slots.target) if isinstance(slots, Position) else ""
    return StanceRow(
        sign=held.sign,
        target=cut(target, TARGET),
        day=format_day(day) if day else "day unknown",
        claims=tuple(fact.claim.key for fact in reversed(held.facts)),
    )


def _name_tellers(facts: Sequence[Fact], side: Side, agreement: Agreement) -> str:
    """Who says so where nobody of the actor itself does; empty where it is in its own words."""
    if any(is_own_word(fact, side.id, agreement) for fact in facts):
        return ""
    tellers = [name_speaker(fact, agreement) for fact in facts]
    return join(list(dict.fromkeys(_name_teller(teller) for teller in tellers)))


def _name_teller(teller: Speaker) -> str:
    if teller.own_voice:
        return "digests" if teller.digest else "reports"
    return teller.words


def _list_apart(facts: Sequence[Fact], name: Callable[[Fact], tuple[str, ...]]) -> tuple[Outside, ...]:
    """Facts by a name that some of them have, the one with most first, newest facts first."""
    groups: dict[str, list[Fact]] = {}
    for fact in reversed(sort_facts(facts)):
        for known in name(fact):
            groups.setdefault(known, []).append(fact)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0].casefold()))
    return tuple(Outside(known, tuple(own), count_sources(own)) for known, own in ordered)


def list_shortly(facts: Sequence[Fact]) -> tuple[StanceRow, ...]:
    """Each position by itself, in the order given."""
    return tuple(_make_stance(Held(sign_stance(fact), (fact,))) for fact in facts)


def _name_outside(fact: Fact, agreement: Agreement) -> tuple[str, ...]:
    slots = fact.claim.slots
    if find_holders(fact, agreement, institutions=False) or not isinstance(slots, Position):
        return ()
    return (slots.actor.name,)


def _name_loose(fact: Fact, agreement: Agreement, institutions: bool) -> tuple[str, ...]:
    if _places(fact, agreement):
        return ()
    return tuple(agreement.actors[known].name for known in find_holders(fact, agreement, institutions))


def _choose_actors(facts: Sequence[Fact], agreement: Agreement, institutions: bool) -> tuple[Choice, ...]:
    counts = Counter(known for fact in facts for known in find_holders(fact, agreement, institutions))
    sides = make_sides(agreement)
    return tuple(Choice(known, side.name, counts[known]) for known, side in sides.items() if counts[known])


def _choose_stances(facts: Sequence[Fact]) -> tuple[Choice, ...]:
    counts = Counter(sign_stance(fact).word for fact in facts)
    return tuple(Choice(one.value, one.value, counts[one.value]) for one in Stance if counts[one.value])
