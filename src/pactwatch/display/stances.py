"""How an actor stands to one provision over time: what it holds now, what it held before, whether it changed.

The stance is that of the newest dated report; where reports of that day differ, all of theirs are current.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pactwatch.display.marks import Sign
from pactwatch.model.claim import Modality, Position, Stance
from pactwatch.model.status import Fact
from pactwatch.state.days import find_day, sort_facts

#: Each stance as a shape, a word and a colour; no colour is for or against.
STANCES = {
    Stance.DEMANDS: Sign("up", "▲", "demands", "orange"),
    Stance.SUPPORTS: Sign("plus", "+", "supports", "blue"),
    Stance.OFFERS: Sign("give", "→", "offers", "blue"),
    Stance.CONSIDERS: Sign("waves", "≈", "considers", "grey"),
    Stance.OPPOSES: Sign("minus", "−", "opposes", "purple"),
    Stance.REJECTS: Sign("slash", "⊘", "rejects", "purple"),
    Stance.AWAITS: Sign("sand", "⧗", "awaits", "orange"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """One stance with the facts that report it, newest last."""

    sign: Sign
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """The stances reported of one day (None: of an unknown day)."""

    day: date | None
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """``current`` is held by the newest report, ``earlier`` what else was; ``turns`` are the days on which
    another stance is reported than before; with more than one the stance drifted."""

    current: tuple[Held, ...]
    earlier: tuple[Held, ...]
    turns: tuple[Turn, ...]

    @property
    def drifted(self) -> bool:
        """Whether reports of different days differ."""
        return len(self.turns) > 1


def sign_stance(fact: Fact) -> Sign:
    """The stance of a fact as it is shown; what is denied, or only thought of, is told as that."""
    slots, mode = fact.claim.slots, fact.claim.modality
    if not isinstance(slots, Position):
        raise TypeError(f"claim {fact.claim.key} holds no position")
    sign = STANCES[slots.stance]
    return sign if mode is Modality.ASSERTED else replace(sign, note=mode.value)


def find_course(facts: Sequence[Fact]) -> Course:
    """The course of some positions of one actor on one thing."""
    ordered = sort_facts(facts)
    days: dict[date, list[Fact]] = {}
    for fact in ordered:
        if (day := find_day(fact)) is not None:
            days.setdefault(day, []).append(fact)
    newest = days[max(days)] if days else ordered
    current = {sign_stance(fact) for fact in newest}
    groups = _group(ordered)
    return Course(
        current=tuple(held for held in groups if held.sign in current),
        earlier=tuple(held for held in groups if held.sign not in current),
        turns=_find_turns(days),
    )


def _group(facts: Sequence[Fact]) -> tuple[Held, ...]:
    """By stance, that of the newest fact first."""
    groups: dict[Sign, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(sign_stance(fact), []).append(fact)
    held = [Held(sign, tuple(own)) for sign, own in groups.items()]
    place = {fact.claim.key: number for number, fact in enumerate(facts)}
    return tuple(sorted(held, key=lambda one: -place[one.facts[-1].claim.key]))


def _find_turns(days: dict[date, list[Fact]]) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    for day in sorted(days):
        held = _group(days[day])
        if not turns or {one.sign for one in turns[-1].held} != {one.sign for one in held}:
            turns.append(Turn(day, held))
    return tuple(turns)
