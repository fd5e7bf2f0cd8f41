"""Finds where a unit tells how somebody stands to something: by a verb, a noun or an adjective."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pactwatch.claims.lead_words import OBJECT, LeadWord, lead_forms
from pactwatch.claims.led import Led, find_led
from pactwatch.claims.phrases import find_phrases, phrase_table
from pactwatch.claims.refusals import TRIGGERS, find_refusals
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.claims.targets import clip_condition, find_to, split_target
from pactwatch.language.lexicon import lemma_of, word_set
from pactwatch.model.claim import Stance

#: What a stance turns into where its word is negated; others tell nothing then.
_TURNED = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OFFERS: Stance.REJECTS,
    Stance.CONSIDERS: Stance.REJECTS,
    Stance.REJECTS: Stance.CONSIDERS,
}


_KEEPING = word_set("necessities.keeping")
_PASSING = word_set("necessities.passing")
#: What leads to a clause tells a wish only where the clause does.
_WITH_CLAUSE = ("verb: insist", "verb: agree")
_CLAUSE = 10


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
        stance = _settle(unit, led)
        if stance is None or led.place in within or any(_tells_same(stance, led, other) for other in found):
            continue
        lead = OBJECT if led.target.first <= led.place + 1 else unit.low(led.target.first - 1)
        parts = split_target(unit, clip_condition(unit, led.target), lead)
        if any(_repeats(unit, led, other) for other in found):
            continue
        found += [Stanced(stance, led.place, led.holder, part, led.rule) for part in parts]
    return iter(sorted(found, key=lambda one: (one.place, one.target)))


def _tells_same(stance: Stance, led: Led, other: Stanced) -> bool:
    """Whether a phrase has told it: has no objection to | would like, not: would, like"""
    overlaps = led.target.first < other.target.last and other.target.first < led.target.last
    return overlaps and (stance is other.stance or led.place == other.place)


def _repeats(unit: Unit, led: Led, other: Stanced) -> bool:
    """wants it soon, and wants | it manned: the same of the same thing"""
    same = other.rule == led.rule and unit.low(led.target.first) == unit.low(other.target.first)
    return same and unit.low(led.target.first) in ("it", "them", "this", "that")


def _settle(unit: Unit, led: Led) -> Stance | None:
    """The stance, where negated the one that it turns into; None where the words tell none."""
    told = Stance(led.tells)
    if led.rule == "verb: expect" and not _is_duty(unit, led.target):
        return None
    if told in (Stance.REJECTS, Stance.OPPOSES) and _is_assertion(unit, led.target):
        return None
    if told is Stance.REJECTS and unit.low(led.target.first) in word_set("linker.closed"):
        return None
    if told is Stance.OFFERS and any(word.tells == Stance.CONSIDERS for word in stance_forms().get(unit.low(led.target.first), ())):
        return None
    if led.rule in _WITH_CLAUSE and unit.low(led.target.first - 1) not in ("on", "upon", "to", "with") and not _is_wished(unit, led):
        return None
    if led.rule.endswith((" to see", " to hear")) and not led.rule.startswith("phrase: wait") and told is Stance.AWAITS:
        told = told if "first" in unit.lows[led.place : led.target.last] else Stance.DEMANDS
    if told is Stance.DEMANDS and lemma_of(unit.low(led.target.first)).removesuffix("ing") in _KEEPING:
        return Stance.REJECTS
    if led.rule in ("verb: want", "verb: seek") and unit.low(led.target.first - 1) == "to":
        return None
    if led.rule == "phrase: would let" and led.holder is not None and unit.low(led.holder.first) in ("he", "she"):
        return Stance.SUPPORTS
    if not led.negated:
        return told
    willing = any(unit.low(at) in ("will", "would", "won't", "wouldn't") for at in range(led.place - 3, led.place))
    if told is Stance.SUPPORTS and (willing or led.rule in ("verb: accept", "verb: agree")):
        return Stance.REJECTS
    return Stance.OPPOSES if led.rule in ("verb: want", "verb: wish") else _TURNED.get(told)


def _is_assertion(unit: Unit, target: Range) -> bool:
    """rejected the accusation, did not dispute the figure: what is said, not what is to be"""
    for at in range(target.first, min(target.last, target.first + 4)):
        if unit.tags[at] in "ISWT,":
            return False
        if unit.low(at) in word_set("stances.assertions"):
            return True
    return False


def _is_duty(unit: Unit, target: Range) -> bool:
    """expects the guns to | be moved; not: expects the talks to | last four days"""
    to = find_to(unit, target.first)
    if to is None:
        return False
    return unit.low(to + 1) not in _PASSING or unit.tag(to + 2) in "GE"


def _is_wished(unit: Unit, led: Led) -> bool:
    """insists they | be there, that it | must go; not: insists that it has gone"""
    first, last = led.target
    for at in range(first, min(last, first + _CLAUSE)):
        low = unit.low(at)
        if low in ("be", "will", "would", "must", "should", "shall", "may", "can"):
            return unit.low(at + 1) not in ("not", "never")
        if unit.tags[at] in "VMAE":
            plain = lemma_of(low) == low and unit.tags[at] == "V"
            return plain and not unit.low(at - 1).endswith("s") and unit.tags[at - 1] != "O"
    return False
