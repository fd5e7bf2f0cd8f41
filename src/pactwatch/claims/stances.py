"""Finds where a unit tells how somebody stands to something: by a verb, a noun or an adjective."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pactwatch.claims.lead_words import LeadWord, lead_forms
from pactwatch.claims.led import find_led
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.model.claim import Stance

#: What a stance turns into where its word is negated; others tell nothing then.
_TURNED = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OFFERS: Stance.REJECTS,
    Stance.CONSIDERS: Stance.REJECTS,
    Stance.REJECTS: Stance.CONSIDERS,
}


class Stanced(NamedTuple):
    """A word of stance at ``place``: ``holder`` is who stands so where the words around name it, ``target``
    what it is about."""

    stance: Stance
    place: int
    holder: Range | None
    target: Range
    rule: str


def stance_forms() -> Mapping[str, Sequence[LeadWord]]:
    """Each form of each word of stance to its entries."""
    return lead_forms("stances")


def find_stances(unit: Unit) -> Iterator[Stanced]:
    """The stances of a flat unit, in order."""
    for found in find_led(unit, stance_forms()):
        told = Stance(found.tells)
        stance = _TURNED.get(told) if found.negated else told
        if stance is not None:
            yield Stanced(stance, found.place, found.holder, found.target, found.rule)
