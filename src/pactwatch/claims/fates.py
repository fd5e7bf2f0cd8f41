"""Finds what a unit tells of a promise: that it was kept, broken, withdrawn, or that it lapsed.

[Ondria] has honoured its | promise to | open the lock     kept
[Ondria] failed to honour its | commitment to | leave      broken
[Tamber's] | offer to | send divers has lapsed             expired
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pactwatch.claims.led import Led, find_possessor, find_target
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_main_subject, find_subject_before
from pactwatch.claims.verb_groups import start_of_verb
from pactwatch.language.lexicon import make_forms, read_list, word_set
from pactwatch.model.claim import Fate

_NOUNS = word_set("fates.nouns")
_LEADS = frozenset(("to", "of", "that", "for"))
_REACH = 6


class Fated(NamedTuple):
    """A promise with what is told of it."""

    led: Led
    fate: Fate


def find_fates(unit: Unit) -> Iterator[Fated]:
    """What is told of promises in a flat unit, in order."""
    for place, low in enumerate(unit.lows):
        if low not in _NOUNS or unit.tags[place] not in "NV":
            continue
        before = _verb_before(unit, place)
        verb = before if before is not None else _verb_behind(unit, place)
        if verb is None:
            continue
        at, fate = verb
        target = find_target(unit, place + 1, _LEADS) or Range(place, place + 1)
        if at > place:
            target = Range(target.first, min(target.last, _start(unit, at, target)))
        holder = _holder(unit, place, at) if at < place else find_possessor(unit, place)
        yield Fated(Led(fate.value, place, holder, target, f"promise: {fate.value}"), fate)


@cache
def _fate_forms() -> dict[str, tuple[Fate, str]]:
    forms: dict[str, tuple[Fate, str]] = {}
    for line in read_list("fates.tsv"):
        base, fate, *particle = line.split("\t")
        for form in make_forms(base).all():
            forms[form] = (Fate(fate), particle[0] if particle else "")
    return forms


def _verb_before(unit: Unit, noun: int) -> tuple[int, Fate] | None:
    """[went back] on its commitment"""
    for at in range(noun - 1, max(-1, noun - 1 - _REACH), -1):
        if unit.tags[at] in ".;:SW":
            return None
        fate = _fate_at(unit, at)
        if fate is not None and fate is not Fate.EXPIRED:
            return at, fate
    return None


def _verb_behind(unit: Unit, noun: int) -> tuple[int, Fate] | None:
    """the offer to send divers has [lapsed]; the promise was [kept]"""
    for at in range(noun + 1, min(len(unit.tags), noun + 3 * _REACH)):
        if unit.tags[at] in ".;:":
            return None
        fate = _fate_at(unit, at)
        if fate is not None and unit.tags[at] in "VE" and unit.tag(at - 1) in "ARX":
            return at, fate
    return None


def _fate_at(unit: Unit, at: int) -> Fate | None:
    """By the verb and its particle; turned where it is denied: did not keep, failed to honour."""
    found = _fate_forms().get(unit.low(at))
    if found is None or unit.tags[at] not in "VEG":
        return None
    fate, particle = found
    if particle and particle not in (unit.low(at + 1), unit.low(at + 2)):
        return None
    begin = start_of_verb(unit, at)
    words = {unit.low(place) for place in range(max(0, begin - 3), at)}
    denied = bool(words & {"not", "never", "failed", "fails", "failing", "refused"}) or any(
        w.endswith("n't") for w in words
    )
    if not denied:
        return fate
    return {Fate.KEPT: Fate.BROKEN, Fate.BROKEN: Fate.KEPT}.get(fate)


def _holder(unit: Unit, noun: int, verb: int) -> Range | None:
    begin = start_of_verb(unit, verb)
    subject = find_subject_before(unit, begin) or find_main_subject(unit, begin)
    return subject or find_possessor(unit, noun)


def _start(unit: Unit, verb: int, target: Range) -> int:
    begin = start_of_verb(unit, verb)
    return begin if begin > target.first else target.last
