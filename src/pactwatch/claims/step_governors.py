"""What a step's verb hangs on: agreed to release, ordered its army to withdraw, began withdrawing.

agreed to release          declared        refused to release       not begun
told to pull back          ordered         plans to release         planned
"""

from typing import NamedTuple

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_words import Governor, governors
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.model.claim import Modality, Step
from pactwatch.model.source import PassageKind

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_HAVE = frozenset(("has", "have", "had", "having"))
#: How many words may stand between "ordered" and "to".
_REACH = 9
_NEAR = 4
_ANNOUNCING = frozenset(
    "announced announces announce unveiled made makes make gave given give issued issues has have had "
    "signed accepted approved adopted confirmed repeated reaffirmed took reached received".split()
)


class Hold(NamedTuple):
    """The word that a step hangs on, and what it makes of it. ``place`` is where its own group ends."""

    place: int
    step: Step | None
    modality: Modality | None
    passive: bool = False


#: A verb with "to" that hangs on nothing that tells: what for, and no step.
ELSEWHERE = Hold(-1, None, None)


def find_hold(unit: Unit, begin: int, is_ing: bool) -> Hold | None:
    """What the verb group that begins there hangs on; None where it stands alone."""
    if unit.low(begin - 1) == "to":
        return _before_to(unit, begin - 1)
    if is_ing:
        return _of_kind(unit, begin - 1, "v", "VEGN")
    return None


def _before_to(unit: Unit, to: int) -> Hold:
    at = to - 1
    while unit.tag(at) == "R" and unit.low(at) not in ("yet",):
        at -= 1
    low = unit.low(at)
    if low == "yet" and unit.tag(at - 1) == "A":
        return Hold(at - 1, Step.NOT_BEGUN, None)
    if low in _BE:
        return Hold(at, None, Modality.PLANNED)
    if unit.kind is PassageKind.HEADLINE and unit.tags[at] in "NP" and not _by_word(unit, at):
        return _across_phrase(unit, at) or Hold(to, None, Modality.PLANNED)
    if low in _HAVE:
        return Hold(at, None, Modality.DEMANDED)
    return _by_word(unit, at) or _across_phrase(unit, at) or _across_time(unit, at) or ELSEWHERE


def _by_word(unit: Unit, at: int) -> Hold | None:
    """agreed | to; is due | to; were told | to; announced plans | to"""
    passive = bool(_BE & {unit.low(place) for place in range(start_of_group(unit, at), at)})
    return (
        (_of_kind(unit, at, "o", "VEN", passive=True) if passive else None)
        or _adjective(unit, at)
        or _of_kind(unit, at, "v", "VEGN")
        or _announced(unit, at)
    )


def _adjective(unit: Unit, at: int) -> Hold | None:
    found = _find(unit.low(at), "a")
    return Hold(at, found.step, found.modality) if found is not None and _is_said_of(unit, at) else None


def _is_said_of(unit: Unit, at: int) -> bool:
    before = start_of_group(unit, at)
    return unit.tag(at - 1) in "ARX" or before < at or unit.low(at - 1) in ("not", "are", "is")


def _announced(unit: Unit, at: int) -> Hold | None:
    """announced [plans] to; gave [the army orders] to"""
    found = _find(unit.low(at), "n")
    if found is None:
        return None
    for place in range(at - 1, max(-1, at - 5), -1):
        if unit.low(place) in _ANNOUNCING:
            return Hold(place, found.step, found.modality)
        if unit.tags[place] not in "DNPZ0E":
            return None
    return None


def _across_time(unit: Unit, at: int) -> Hold | None:
    """decided [on Friday] to; agreed [in Saint Orlan] to"""
    place = at
    while place > 0 and at - place < _NEAR and unit.tags[place] in "PN0D":
        place -= 1
    if unit.low(place) not in ("on", "in", "at", "after", "last", "this") or place == at:
        return None
    return _of_kind(unit, place - 1, "v", "VEG")


def _across_phrase(unit: Unit, at: int) -> Hold | None:
    """ordered | its army | to; called | on both sides | to"""
    place = at
    while place > 0 and at - place < _REACH and unit.tags[place] in "DPNZ0&COI":
        found = _of_kind(unit, place, "o", "VEN") if place < at else None
        if found is not None and unit.tags[place] != "N":
            return found
        place -= 1
    return _of_kind(unit, place, "o", "VEG") if place < at else None


def _of_kind(unit: Unit, at: int, kind: str, tags: str, *, passive: bool = False) -> Hold | None:
    if unit.tag(at) not in tags:
        return None
    found = _find(unit.low(at), kind)
    return Hold(at, found.step, found.modality, passive) if found is not None else None


def _find(low: str, kind: str) -> Governor | None:
    return next((governor for governor in governors().get(low, ()) if governor.kind == kind), None)
