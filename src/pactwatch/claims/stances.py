"""Finds where a unit tells how somebody stands to something: by a verb, a noun or an adjective."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pactwatch.claims.lead_words import OBJECT, LeadWord, lead_forms
from pactwatch.claims.led import Led, find_led
from pactwatch.claims.phrases import find_phrases, phrase_table
from pactwatch.claims.refusals import TRIGGERS, find_refusals
from pactwatch.claims.settling import settle
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.claims.targets import clip_condition, split_target
from pactwatch.model.claim import Stance

_SAID = frozenset("said told added confirmed announced".split())


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


@cache
def stance_words() -> frozenset[str]:
    """The words without one of which a unit tells no stance."""
    return frozenset([*stance_forms(), *phrase_table(), *TRIGGERS])


def find_stances(unit: Unit) -> Iterator[Stanced]:
    """The stances of a flat unit, in order; each of several things that one word leads to is its own."""
    found: list[Stanced] = []
    phrases = tuple(find_phrases(unit))
    within = {at for led in phrases for at in range(led.place + 1, led.end)}
    for led in (*phrases, *find_led(unit, stance_forms()), *find_refusals(unit)):
        if led.holder is not None and unit.low(led.holder.first) == "neither":
            led = led._replace(negated=not led.negated)
        stance = settle(unit, led, stance_forms())
        if stance is None or led.place in within or any(_tells_same(stance, led, other) for other in found):
            continue
        lead = OBJECT if led.target.first <= led.place + 1 else unit.low(led.target.first - 1)
        holder = _trim(unit, _without_teller(unit, led.holder))
        parts = split_target(unit, clip_condition(unit, led.target), lead)
        if any(_repeats(unit, led, other) for other in found):
            continue
        found += [Stanced(stance, led.place, holder, part, led.rule) for part in parts]
    return iter(sorted(found, key=lambda one: (one.place, one.target)))


def _without_teller(unit: Unit, holder: Range | None) -> Range | None:
    """people close to the talks said | Calvenne | was considering"""
    if holder is None or "," in unit.tags[holder.first : holder.last]:
        return holder
    told = [
        at
        for at in range(holder.first + 1, holder.last - 1)
        if unit.tags[at] == "E" and unit.low(at) in _SAID
    ]
    return Range(told[-1] + 1, holder.last) if told else holder


def _trim(unit: Unit, holder: Range | None) -> Range | None:
    """[The Guard] , which is no party to the talks,; [Ondria] “; it is [the army] that"""
    if holder is None or unit.tags[holder.first] == "W":
        return holder
    first, last = holder
    relative = unit.tags.find(",W", first + 1, last)
    last = relative if relative > 0 else last
    while last - first > 1 and unit.tags[last - 1] in "qWS,":
        last -= 1
    return Range(first, last)


def _tells_same(stance: Stance, led: Led, other: Stanced) -> bool:
    """Whether a phrase has told it: has no objection to | would like, not: would, like"""
    overlaps = led.target.first < other.target.last and other.target.first < led.target.last
    return overlaps and (stance is other.stance or led.place == other.place)


def _repeats(unit: Unit, led: Led, other: Stanced) -> bool:
    """wants it soon, and wants | it manned: the same of the same thing"""
    same = other.rule == led.rule and unit.low(led.target.first) == unit.low(other.target.first)
    return same and unit.low(led.target.first) in ("it", "them", "this", "that")
