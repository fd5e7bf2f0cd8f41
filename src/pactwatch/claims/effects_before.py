"""What happened to what a number counts, from words before it: a verb, a noun, a total, another number.

before     killed five people; the deaths of three soldiers; claimed the lives of 12
total      bringing the death toll since the truce began to around 400
included   12 were hurt, including [3 nurses]; four dead, among them [two women]
listed     destroyed six stills, three caches and [two cranes]
inherited  killed three women and [two children]; wounded the mayor, as well as [two guards]
"""

from dataclasses import replace
from typing import NamedTuple

from pactwatch.claims.effect_words import Effect, effect_at, effect_of, effect_words, is_due, is_homeward
from pactwatch.claims.effects_behind import find_behind
from pactwatch.claims.groups import is_plural
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set

_REACH_BEHIND = 16
_REACH_BEFORE = 9
_REACH_TOTAL = 22
_NEAR_LIVES = 4
_REACH_INCLUDED = 30
_RUNNING = word_set("effects.running")
_TOLL = word_set("effects.toll")
_TO_TOTAL = word_set("effects.to-total")
_TAKES_LIVES = word_set("effects.takes-lives")
_INCLUDING = word_set("effects.including")
_UNDOING = word_set("effects.undoing")
_NO_OBJECT_OF = frozenset(("by", "in", "on", "at", "since", "during", "from", "with", "after"))


class EffectOf(NamedTuple):
    """A quantity with its effect, which the next one of a list shares."""

    quantity: Quantity
    effect: Effect


# A running total


def find_running_total(unit: Unit, quantity: Quantity) -> Effect | None:
    """bringing the death toll since ... to around 400"""
    before = unit.low(quantity.first - 1)
    if before not in _TO_TOTAL:
        return None
    if before == "to" and (ahead := _total_ahead(unit, quantity)) is not None:
        return ahead
    first = quantity.first
    for place in range(first - 1, max(-1, first - _REACH_TOTAL), -1):
        if (unit.tags[place] in ".;:" and unit.tokens[place].text != ".") or unit.tags[place] == ";":
            return None
        if unit.low(place) in _TOLL and place < first:
            return _judge_total(unit, quantity, place, before)
    return None


def _total_ahead(unit: Unit, quantity: Quantity) -> Effect | None:
    """brought to eight the number of students kidnapped"""
    place = quantity.number.last + 1
    if unit.low(place - 1) != "the" or unit.low(place) not in _TOLL:
        return None
    end = min(len(unit.tags), place + _REACH_BEFORE)
    found = effect_words().get(unit.low(place)) or _effect_between(unit, place, end)
    return Effect(found[1], place, True, False, "running total") if found else None


def _judge_total(unit: Unit, quantity: Quantity, place: int, before: str) -> Effect | None:
    states = before in ("of", "is", "was")
    if states and unit.low(place) not in ("toll", "total"):
        return None
    verb = any(unit.low(at) in _RUNNING for at in range(max(0, place - 9), quantity.first))
    found = effect_words().get(unit.low(place)) or _effect_between(unit, place, quantity.first)
    if found is None and unit.low(place + 1) == "of" and verb:
        return Effect("recorded", place, True, False, "running total")
    return Effect(found[1], place, True, False, "running total") if found and (verb or states) else None


def _effect_between(unit: Unit, first: int, last: int) -> tuple[str, str] | None:
    """the total number of Palestinians killed since ... to 400"""
    found = (effect_words().get(unit.low(place)) for place in range(first, last) if unit.tags[place] in "EN")
    return next((effect for effect in found if effect), None)


# The word before


def find_before(unit: Unit, quantity: Quantity) -> Effect | None:
    """killed five people; the deaths of three soldiers; releasing the remaining 48 captives"""
    for place in range(quantity.first - 1, max(-1, quantity.first - _REACH_BEFORE), -1):
        tag = unit.tags[place]
        if (
            tag in ".;:Q-AMW"
            or (tag == "S" and unit.low(place) not in ("as", "than"))
            or (tag == "," and unit.tag(place - 1) not in "R")
        ):
            return None
        if is_homeward(unit, place):
            return Effect("returned", place, False, is_due(unit, place), "sent home")
        if unit.low(place) == "lives" and quantity.first - place < _NEAR_LIVES and _takes_lives(unit, place):
            return Effect("killed", place, False, False, "takes lives")
        found = effect_words().get(unit.low(place))
        if found is not None and tag in "EVGN" and found[0] != "adjective":
            return _judge_before(unit, quantity, place, tag, found)
        if tag in "VE" or (tag == "0" and place < quantity.first - 1):
            return None
    return None


def _takes_lives(unit: Unit, place: int) -> bool:
    """claimed the lives of 12; cost 12 lives"""
    return any(unit.low(at) in _TAKES_LIVES for at in range(max(0, place - 4), place))


def _judge_before(
    unit: Unit, quantity: Quantity, place: int, tag: str, found: tuple[str, str]
) -> Effect | None:
    between = {unit.low(at) for at in range(place + 1, quantity.first)}
    if found[0] in ("noun", "agent") or (tag == "N" and not _is_bare_verb(unit, place)):
        is_of = unit.low(place + 1 + (unit.tag(place + 1) == "q")) in ("of", "(", "[")
        return Effect(found[1], place, False, is_due(unit, place), "noun before") if is_of else None
    if between & _NO_OBJECT_OF:
        return None
    if _is_undone(unit, place):
        return None
    if tag == "E" and unit.low(place - 1) in ("was", "were", "been", "is", "are"):
        return None
    return Effect(found[1], place, False, is_due(unit, place), "verb before")


def _is_undone(unit: Unit, verb: int) -> bool:
    """has yet to free; refused to admit; did not release"""
    near = {unit.low(at) for at in range(max(0, verb - 3), verb)}
    return bool(near & _UNDOING) and "only" not in near


def _is_bare_verb(unit: Unit, place: int) -> bool:
    """to kill one and [wound] 12 others: a verb that could be a noun"""
    return unit.low(place - 1) in ("to", "and", "or") and unit.tag(place + 1) in "0RI"


# From a number before


def find_included(unit: Unit, quantity: Quantity) -> Effect | None:
    """12 were hurt, including [3 nurses]; four dead, among them [two women]"""
    place = quantity.first - 1
    while unit.tag(place) in "DR":
        place -= 1
    group = unit.low(place - 1)
    if unit.tag(place) == "A" and unit.low(place - 3) == "among" and effect_of(group):
        return Effect(effect_of(group) or "", place - 1, False, False, "included")
    among = unit.low(place - 1) == "among" and unit.low(place) in ("them", "these", "those")
    if unit.low(place) not in _INCLUDING and not among:
        return None
    return _of_clause_before(unit, place, _REACH_INCLUDED, "included")


def find_listed(unit: Unit, quantity: Quantity, before: EffectOf | None) -> Effect | None:
    """destroyed six stills, three caches, a tunnel and [two cranes]"""
    if before is None or before.effect.running or unit.tag(quantity.first - 1) not in ",C":
        return None
    between = unit.tags[before.quantity.last : quantity.first]
    known = before.effect.place < before.quantity.first
    return replace(before.effect, rule="listed") if known and not between.strip(",CDNPG") else None


def find_inherited(unit: Unit, quantity: Quantity) -> Effect | None:
    """killed three women and [two children]: the effect of the number before"""
    place = quantity.first - 1
    if (unit.low(place - 1), unit.low(place)) in (("along", "with"), ("well", "as"), ("together", "with")):
        return _of_clause_before(unit, place - 1, 2 * _REACH_BEFORE, "named beside")
    while unit.tag(place) in "DZ":
        place -= 1
    if unit.tag(place) not in "C,":
        return None
    while place > 0 and unit.tags[place] in "C,NPEIDZ)(":
        if unit.tags[place] == "E" and unit.low(place) in effect_words():
            break
        place -= 1
    if unit.tags[place] != "0":
        return _of_clause_before(unit, quantity.first - 1, _REACH_BEHIND, "named beside")
    for verb in range(place, max(-1, place - _REACH_BEFORE), -1):
        if (name := effect_at(unit, verb)) is not None:
            return Effect(name, verb, False, is_due(unit, verb), "joined number")
    return None


def find_explained(unit: Unit, quantity: Quantity) -> Effect | None:
    """the deaths of six priests -- [five Spaniards] and a Peruvian --: what happened to those explained"""
    opening = quantity.first - 1
    while unit.tag(opening) in "0NPCD,E":
        opening -= 1
    if unit.tag(opening) != "-" or not is_plural(unit.low(opening - 1)):
        return None
    closing = unit.tags.find("-", quantity.last)
    behind = find_behind(unit, replace(quantity, last=closing + 1)) if closing > 0 else None
    return behind or _of_clause_before(unit, opening, _REACH_BEHIND, "explained")


def _of_clause_before(unit: Unit, place: int, reach: int, rule: str) -> Effect | None:
    """killed the mayor, as well as [two peasants]: what happened to those named before"""
    for verb in range(place - 1, max(-1, place - reach), -1):
        if unit.tags[verb] in ".;":
            return None
        if (name := effect_at(unit, verb)) is not None:
            to_do = unit.tag(verb + 1) == "T"
            return None if to_do else Effect(name, verb, False, is_due(unit, verb), rule)
    return None
