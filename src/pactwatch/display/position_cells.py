"""One cell of the positions matrix: where an actor stands to one thing, since when, and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.display.actors import Side, is_own_word
from pactwatch.display.marks import Sign
from pactwatch.display.slots import cut_words
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.speakers import Speaker, name_speaker
from pactwatch.display.stances import (
    Held,
    find_current,
    group_held,
    list_facts,
    list_turns,
    sign_stance,
)
from pactwatch.display.words import cut, format_day, join
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Position
from pactwatch.model.status import Fact
from pactwatch.state.days import find_day
from pactwatch.state.positions import Standing

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
        return bool(self.turns)


def make_cell(side: Side, standing: Standing, agreement: Agreement) -> Cell:
    """Where one actor stands to one thing."""
    facts, current = list_facts(standing), find_current(standing)
    newest = tuple(reversed(facts))
    return Cell(
        side=side,
        current=tuple(_make_stance(held) for held in current),
        earlier=tuple(_make_stance(held) for held in group_held(facts) if held not in current),
        turns=tuple(
            TurnRow(format_day(day) if day else "day unknown", tuple(map(_make_stance, held)))
            for day, held in list_turns(standing)
        ),
        told=_name_tellers(facts, side, agreement),
        sources=count_sources(newest),
        facts=newest,
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


def list_shortly(facts: Sequence[Fact]) -> tuple[StanceRow, ...]:
    """Each position by itself, in the order given."""
    return tuple(_make_stance(Held(sign_stance(fact), (fact,))) for fact in facts)
