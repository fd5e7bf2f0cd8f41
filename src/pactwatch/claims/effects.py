"""What happened to what a number counts, from the verbs and nouns around it.

own        400 deaths; 205 wounded; 12 of the dead; 30 dead civilians; seven kidnapped students
behind     people were killed                               (``effects_behind``)
before     killed five people; bringing the toll to 400     (``effects_before``)
"""

from dataclasses import replace

from pactwatch.claims.effect_words import Effect, effect_of, effect_words
from pactwatch.claims.effects_before import (
    EffectOf,
    find_before,
    find_explained,
    find_included,
    find_inherited,
    find_listed,
    find_running_total,
)
from pactwatch.claims.effects_behind import find_behind
from pactwatch.claims.effects_phrases import find_kept, find_let, find_owed, find_shot
from pactwatch.claims.effects_totals import find_stated_total
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import verb_forms, word_set

_GROUPS_OF = word_set("effects.groups-of")
_ONE_OF_SET = word_set("effects.one-of-set")
_TO_TOTAL = (("the", "total", "to"), ("the", "number", "to"), ("the", "figure", "to"))
_BOTH = "killed or wounded"
_HARMS = {"killed", "wounded"}


def find_effect(unit: Unit, quantity: Quantity, before: EffectOf | None = None) -> Effect | None:
    """The effect on what a quantity counts; None where the sentence gives none. ``before`` is the quantity
    before it that has one."""
    if _is_none_of(unit, quantity):
        return None
    behind = find_behind(unit, quantity)
    weak = behind if behind is not None and _describes(unit, quantity, behind) else None
    if _is_set_of_one(unit, quantity):
        return _own_adjective(unit, quantity) or weak
    told = weak if unit.tag(quantity.last) == "W" else None
    if told is not None and before is not None and _goes_with(unit, quantity, before):
        return replace(before.effect, rule="listed")
    found = (
        _own_total(unit, quantity)
        or find_stated_total(unit, quantity)
        or find_let(unit, quantity)
        or (behind if weak is None else None)
        or find_running_total(unit, quantity)
        or find_kept(unit, quantity)
        or find_shot(unit, quantity)
        or find_before(unit, quantity)
        or told
        or find_included(unit, quantity)
        or find_listed(unit, quantity, before)
        or find_inherited(unit, quantity)
        or weak
        or _own_adjective(unit, quantity)
        or find_explained(unit, quantity)
        or _total_so_far(unit, quantity, before)
        or find_owed(unit, quantity)
    )
    return replace(found, name=_BOTH) if found is not None and _is_both(unit, found) else found


def _is_none_of(unit: Unit, quantity: Quantity) -> bool:
    """none of the 12 was freed; neither of the two"""
    of = quantity.first - 1 - (unit.low(quantity.first - 1) in ("the", "these", "those", "its", "their"))
    return unit.low(of) == "of" and unit.low(of - 1) in ("none", "neither")


def _describes(unit: Unit, quantity: Quantity, behind: Effect) -> bool:
    """Whether a verb behind only says which ones are meant: 12 detained in May; 9 of 20 [whom it holds]"""
    begins = quantity.last
    adjoins = behind.place == begins and unit.tags[begins] == "E"
    if adjoins and (behind.name in ("held", "detained") or _is_of_set(unit, quantity)):
        return True
    relative = unit.tag(begins) == "W" or unit.low(begins) == "that"
    subject = unit.tag(begins + relative)
    return unit.tag(begins) == "W" or (subject in "DPOZ" and (relative or subject == "O"))


def _is_of_set(unit: Unit, quantity: Quantity) -> bool:
    """nine of the 20 captives; two of its soldiers"""
    of = quantity.number.last
    return quantity.total is not None or (unit.low(of) == "of" and unit.tag(of + 1) in "DZ")


def _goes_with(unit: Unit, quantity: Quantity, before: EffectOf) -> bool:
    """freed 9 of the 20 whom it held and [6 of the 12] whom it had tried"""
    same = unit.tag(before.quantity.last) == "W" and unit.tag(quantity.first - 1) == "C"
    return same and before.effect.place < before.quantity.first


def _is_set_of_one(unit: Unit, quantity: Quantity) -> bool:
    """the last of [the 48 crew members]: what happened to the last one did not happen to 48"""
    of = quantity.first - 1 - (unit.tag(quantity.first - 1) in "DZ")
    return unit.low(of) == "of" and unit.low(of - 1) in _ONE_OF_SET


def _is_both(unit: Unit, effect: Effect) -> bool:
    """killing and wounding 40; dead or wounded"""
    if effect.name not in _HARMS:
        return False
    for joint, other in ((effect.place - 1, effect.place - 2), (effect.place + 1, effect.place + 2)):
        beside = effect_of(unit.low(other))
        if unit.low(joint) in ("and", "or") and beside in _HARMS and beside != effect.name:
            return unit.tag(other + 1) != "0" or joint < effect.place
    return False


# Own words


def _own_total(unit: Unit, quantity: Quantity) -> Effect | None:
    """Own words; where a running total is told in them, that: the toll rose to 400 dead"""
    own = _own_noun(unit, quantity)
    total = find_running_total(unit, quantity) if own is not None else None
    return total if own is not None and total is not None and own.name == total.name else own


def _own_noun(unit: Unit, quantity: Quantity) -> Effect | None:
    """400 deaths; 205 wounded; Killed: 4"""
    found = effect_words().get(quantity.head)
    if unit.low(quantity.number.last) == "of" and unit.low(quantity.number.last + 2) in _GROUPS_OF:
        place = quantity.number.last + 2
        return Effect(effect_of(unit.low(place)) or "killed", place, False, False, "of the dead")
    names_harm = found is not None and (found[0] == "noun" or quantity.head in ("dead", "wounded", "injured"))
    if names_harm and found is not None and quantity.group:
        return Effect(found[1], quantity.group[1] - 1, False, False, "counted noun")
    if unit.tag(quantity.first - 1) == ":" and effect_of(unit.low(quantity.first - 2)):
        name = effect_of(unit.low(quantity.first - 2)) or ""
        return Effect(name, quantity.first - 2, False, False, "label")
    if quantity.group is None and not quantity.is_share:
        place = quantity.last + (unit.tag(quantity.last) == "R")
        word = effect_words().get(unit.low(place))
        if word is not None and unit.tag(place) in "EN" and unit.low(place) != "to":
            return Effect(word[1], place, False, False, "bare participle")
    return None


def _total_so_far(unit: Unit, quantity: Quantity, before: EffectOf | None) -> Effect | None:
    """16 more were freed, bringing the total to [92]"""
    to_total = unit.lows[max(0, quantity.first - 3) : quantity.first] in _TO_TOTAL
    return replace(before.effect, rule="running total", running=True) if before and to_total else None


def _is_participle(low: str) -> bool:
    return verb_forms().get(low, ("",))[0] == "E"


def _own_adjective(unit: Unit, quantity: Quantity) -> Effect | None:
    """30 dead civilians; seven kidnapped students"""
    if quantity.group is None:
        return None
    for place in range(quantity.number.last, quantity.group[1] - 1):
        word = effect_words().get(unit.low(place))
        if word is not None and (word[0] == "adjective" or _is_participle(unit.low(place))):
            return Effect(word[1], place, False, False, "own adjective")
    return None
