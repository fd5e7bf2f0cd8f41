"""Stances as they are shown: a shape, a word, a colour, and the facts that report them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pactwatch.display.marks import Sign
from pactwatch.model.claim import Modality, Position, Stance
from pactwatch.model.status import Fact
from pactwatch.state.days import find_day
from pactwatch.state.positions import Standing

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


def sign_stance(fact: Fact) -> Sign:
    """The stance of a fact as it is shown; what is denied, or only thought of, is told as that."""
    slots, mode = fact.claim.slots, fact.claim.modality
    if not isinstance(slots, Position):
        raise TypeError(f"claim {fact.claim.key} holds no position")
    sign = STANCES[slots.stance]
    return sign if mode is Modality.ASSERTED else replace(sign, note=mode.value)


def group_held(facts: Sequence[Fact]) -> tuple[Held, ...]:
    """Positions by stance, that of the newest fact first; they come in the order of their days."""
    groups: dict[Sign, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(sign_stance(fact), []).append(fact)
    place = {fact.claim.key: number for number, fact in enumerate(facts)}
    held = [Held(sign, tuple(own)) for sign, own in groups.items()]
    return tuple(sorted(held, key=lambda one: -place[one.facts[-1].claim.key]))


def find_current(standing: Standing) -> tuple[Held, ...]:
    """The stances of the newest day with all facts that report them, whatever their day."""
    newest = {sign_stance(fact) for fact in standing.current.facts} if standing.current else set()
    return tuple(held for held in group_held(list_facts(standing)) if held.sign in newest)


def list_facts(standing: Standing) -> tuple[Fact, ...]:
    """All facts of a standing, oldest day first."""
    return tuple(fact for stand in standing.stands for fact in stand.facts)


def list_turns(standing: Standing) -> tuple[tuple[date | None, tuple[Held, ...]], ...]:
    """The days on which another stance is reported than before, the first one included; none where all
    reports agree."""
    if not standing.changes:
        return ()
    first = standing.changes[0].facts_before
    turns = [(find_day(first[0]), group_held(first))]
    return (*turns, *((change.day, group_held(change.facts_after)) for change in standing.changes))
