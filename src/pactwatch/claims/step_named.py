"""Steps named by a noun, with what is told of it: by the verb that it is the object of, or behind it.

approved late on Thursday the withdrawal     declared      The handover is due at dusk       planned
committed herself to the deployment          declared      The handover hinges on a list     conditional
ruled out the release                        not begun     made the return dependent on      conditional
"""

from collections.abc import Iterator
from typing import NamedTuple

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_acts import behind_phrases
from pactwatch.claims.step_found import Found
from pactwatch.claims.step_modes import is_negated
from pactwatch.claims.step_words import named_objects, named_subjects, step_nouns
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.model.claim import Modality, Step

_PHRASE = "DPNZ0E"
_JOINING = ("to", "on", "for", "of", "in", "out", "with")
_REFLEXIVE = ("self", "selves")
_REACH = 8
_MODAL = {"will": Modality.PLANNED, "would": Modality.HYPOTHETICAL, "must": Modality.DEMANDED}


class Told(NamedTuple):
    """What a word makes of the step that a noun names, and where that word stands."""

    place: int
    step: Step
    modality: Modality


def find_named(unit: Unit) -> Iterator[Found]:
    """Each step of the unit that a noun names and a verb tells something of."""
    nouns = step_nouns()
    if nouns.isdisjoint(unit.lows):
        return
    for place, low in enumerate(unit.lows):
        if low not in nouns or unit.tags[place] not in "NPG" or unit.low(place + 1) in nouns:
            continue
        first = _phrase_begin(unit, place)
        last = _phrase_end(unit, place)
        told = _behind(unit, last) or _before(unit, first)
        if told is not None:
            yield _found(unit, told, place, Range(first, last))


def _found(unit: Unit, told: Told, place: int, thing: Range) -> Found:
    begin = start_of_group(unit, told.place)
    subject = find_subject_before(unit, begin) if told.place < thing.first else None
    first = min(thing.first, told.place, subject.first if subject else thing.first)
    return Found(
        whole=Range(first, max(thing.last, told.place + 1)),
        trigger=Range(place, place + 1),
        step=told.step,
        modality=told.modality,
        rule=f"named: {unit.low(told.place)} {unit.low(place)}",
        subject=subject,
        thing=thing,
        told_at=told.place,
    )


def _phrase_begin(unit: Unit, place: int) -> int:
    first = place
    while first > 0 and unit.tags[first - 1] in _PHRASE:
        first -= 1
        if unit.tags[first] == "D":
            break
    while first < place and unit.tags[first] == "E" and unit.low(first - 1) != "the":
        first += 1
    return first


def _phrase_end(unit: Unit, place: int) -> int:
    """Behind the noun with its "of", before what is told of it: the disarming of the militia | hinges"""
    last = behind_phrases(unit, place + 1)
    told = named_subjects()
    return next((at for at in range(place + 2, last) if unit.low(at) in told and unit.tags[at] in "NV"), last)


def _before(unit: Unit, first: int) -> Told | None:
    """approved [late on Thursday] | the withdrawal; agreed on | the return; ruled out | the release"""
    at = first - 1
    table = named_objects()
    for place in range(at, max(-1, at - _REACH), -1):
        low = unit.low(place)
        if unit.tags[place] in "VEG" and low in table:
            return _judge(unit, place, table[low])
        is_between = unit.tags[place] in "RITNPD0" or low.endswith(_REFLEXIVE)
        if not is_between or low in ("by", "from", "with"):
            return None
    return None


def _behind(unit: Unit, last: int) -> Told | None:
    """The handover[, eight lorries of it,] | is due; the release | hinges on; is | ruled out"""
    at = last
    if unit.tag(at) == "," and (closing := unit.tags.find(",", at + 1, at + 12)) > 0:
        at = closing + 1
    begin = at
    while unit.tag(at) in "AMRXT" and at - begin < 6:
        at += 1
    rows = named_subjects().get(unit.low(at), ())
    for tail, step, modality, needs_be in rows:
        behind = unit.lows[at + 1 : at + 1 + len(tail)]
        is_be = "A" in unit.tags[begin:at]
        if behind == tail and (is_be or not needs_be):
            return _mode(unit, Told(at, step, modality), begin, at)
    return None


def _judge(unit: Unit, place: int, row: tuple[Step, Modality]) -> Told | None:
    begin = start_of_group(unit, place)
    if unit.tag(begin - 1) in "TZ" or (unit.tags[place] == "G" and "A" not in unit.tags[begin:place]):
        return None
    return _mode(unit, Told(place, *row), begin, place)


def _mode(unit: Unit, told: Told, begin: int, end: int) -> Told:
    words = unit.lows[begin:end]
    modal = next((_MODAL[word] for word in words if word in _MODAL), None)
    if is_negated(words):
        return told._replace(modality=Modality.DENIED)
    if modal is not None and told.modality is Modality.ASSERTED:
        return told._replace(modality=modal)
    return told
