"""Steps that somebody is said to confirm or verify: monitors verified the withdrawal of the guns.

A step inside a statement is confirmed where the statement's cue is such a verb: see progress.py.
"""

from collections.abc import Iterator
from functools import cache

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_acts import behind_phrases, object_at
from pactwatch.claims.step_found import Found
from pactwatch.claims.step_words import step_nouns
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import is_passive, start_of_group
from pactwatch.language.lexicon import make_forms
from pactwatch.model.claim import Modality, Step

_VERBS = ("confirm", "verify", "certify", "corroborate", "validate", "attest")


@cache
def confirming() -> frozenset[str]:
    """The forms of the verbs that confirm."""
    return frozenset(form for verb in _VERBS for form in make_forms(verb).all())


def find_confirmed(unit: Unit) -> Iterator[tuple[Found, Range | None]]:
    """Each step named by a noun that somebody is said to confirm, with who does."""
    words = confirming()
    if words.isdisjoint(unit.lows):
        return
    for place, low in enumerate(unit.lows):
        if low in words and unit.tags[place] in "VE":
            found = _read(unit, place)
            if found is not None:
                yield found


def _read(unit: Unit, place: int) -> tuple[Found, Range | None] | None:
    begin = start_of_group(unit, place)
    if any(tag in "MX" for tag in unit.tags[begin:place]) or unit.tag(begin - 1) == "T":
        return None
    subject = find_subject_before(unit, begin)
    if is_passive(unit, begin, place):
        agent = object_at(unit, place + 2) if unit.low(place + 1) == "by" else None
        thing, by = subject, agent
    else:
        thing, by = object_at(unit, place + 1), subject
    if thing is None or not _names_step(unit, thing):
        return None
    first = min(thing.first, place, by.first if by else place)
    last = max(thing.last, place + 1, by.last if by else 0)
    whole = Range(first, behind_phrases(unit, last))
    trigger = Range(place, place + 1)
    found = Found(
        whole,
        trigger,
        Step.DONE,
        Modality.ASSERTED,
        f"confirmed: {unit.low(place)}",
        None,
        thing,
        confirms=True,
    )
    return found, by


def _names_step(unit: Unit, thing: Range) -> bool:
    """Whether the head of a phrase names a step: the withdrawal of the guns, Ondria's withdrawal"""
    of = next((at for at in range(*thing) if unit.low(at) in ("of", "from")), thing.last)
    return unit.low(of - 1) in step_nouns()
