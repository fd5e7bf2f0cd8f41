"""Effects that take several words: due for release, sent home, shot dead, through the gates, in custody.

behind     due for release; in place; sent home; are back; shot dead; taken hostage; have bullet wounds
gates      60 barges went through the locks; let 25 lorries a day through
kept       leaving two in its custody            let go     let one more go; set six free
owed       28 to go; the 60 a day that the accord provides for; troops are to leave four posts
"""

from pactwatch.claims.effect_words import Effect, effect_of, is_due, is_homeward
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set

_BODIES = word_set("effects.bodies")
_PASSIVE = word_set("effects.passive")
_GOING = word_set("effects.going")
_GATES = word_set("effects.gates")
_LETTING = word_set("effects.letting")
_CUSTODY = word_set("effects.custody")
_OWED = word_set("effects.owed")
_OWED_IN = ("into", "in", "by", "under", "out", "down")
_SHOT_OFF = ("down", "at", "off", "into", "and")
_NEAR, _FAR = 4, 8


def find_phrase_behind(unit: Unit, quantity: Quantity, place: int, auxiliary: bool) -> Effect | None:
    """The effect of a phrase that begins at a place behind what is counted."""
    low, behind = unit.low(place), unit.low(place + 1)
    later = "M" in unit.tags[quantity.last : place]
    if low == "due" and behind in ("for", "to") and effect_of(unit.low(place + 2)):
        return Effect(effect_of(unit.low(place + 2)) or "", place + 2, False, True, "due for")
    if low == "in" and behind in ("place", "position"):
        return Effect("deployed", place + 1, False, auxiliary and later, "in place")
    if low in ("let", "set") and behind in ("go", "free"):
        return Effect("released", place, False, later, "let go")
    if is_homeward(unit, place) and unit.tag(place + 2) not in "0D":
        return Effect("returned", place, False, later, "sent home")
    if low == "back" and unit.tag(place - 1) == "A" and unit.tag(place + 1) in ".,;:IC":
        return Effect("returned", place, False, later, "back")
    if low in _GOING and (_leads_through(unit, place) or _goes_in(unit, place)):
        return Effect("entered", place, False, later, "through the gates")
    return _harm_behind(unit, quantity, place, auxiliary, later)


def _harm_behind(unit: Unit, quantity: Quantity, place: int, auxiliary: bool, later: bool) -> Effect | None:
    low, behind = unit.low(place), unit.low(place + 1)
    beyond = place + 2 + (behind == "to")
    dead = behind == "dead" or (behind, unit.low(place + 2)) == ("to", "death")
    if low == "shot" and dead and (auxiliary or unit.tag(beyond) not in "DPNO0Z"):
        return Effect("killed", place, False, later, "shot dead")
    passive = {unit.low(at) for at in range(place - 3, place)} & _PASSIVE
    if low == "shot" and passive and quantity.group and behind not in _SHOT_OFF:
        return Effect("killed or wounded", place, False, later, "shot")
    if low in ("held", "taken") and auxiliary and behind in ("hostage", "captive"):
        return Effect("abducted", place, False, later, "taken hostage")
    if low == "found" and auxiliary and quantity.head in _BODIES:
        return Effect("recovered", place, False, later, "bodies found")
    if low in ("bullet", "gunshot", "shrapnel") and behind in ("wound", "wounds"):
        return Effect("wounded", place + 1, False, later, "with wounds")
    return None


def _goes_in(unit: Unit, place: int) -> bool:
    """came in; have gone in: and nothing that it was in"""
    return unit.low(place + 1) == "in" and unit.tag(place + 2) in ".,;:C"


def _leads_through(unit: Unit, place: int) -> bool:
    """went | through the southern locks; passed | the crossing"""
    end = place + 1
    while end < place + _FAR and unit.tag(end) in "IDPNZRV":
        if unit.low(end) in _GATES:
            return True
        end += 1
    return False


def find_let(unit: Unit, quantity: Quantity) -> Effect | None:
    """let 25 barges a day through; let one more captive go; set six free"""
    ahead = range(max(0, quantity.first - _NEAR), quantity.first)
    verb = next((at for at in ahead if unit.low(at) in _LETTING), None)
    if verb is None:
        return None
    behind = quantity.last + 2 * (unit.low(quantity.last) in ("a", "per"))
    if unit.low(behind) in ("through", "in", "into"):
        return Effect("entered", verb, False, is_due(unit, verb), "let through")
    if unit.low(behind) in ("go", "free"):
        return Effect("released", verb, False, is_due(unit, verb), "let go")
    return None


def find_shot(unit: Unit, quantity: Quantity) -> Effect | None:
    """shot 16 peasants; not: shot three times"""
    shot = unit.low(quantity.first - 1) in ("shot", "shooting") and unit.tag(quantity.first - 1) in "EG"
    people = quantity.group is not None and quantity.head not in ("times", "shots", "rounds")
    return Effect("killed or wounded", quantity.first - 1, False, False, "shot") if shot and people else None


def find_kept(unit: Unit, quantity: Quantity) -> Effect | None:
    """leaving two in its custody; a single one of them in their hands"""
    if unit.low(quantity.last) != "in":
        return None
    place = quantity.last + 1 + (unit.tag(quantity.last + 1) in "DZ")
    is_kept = unit.low(place) in _CUSTODY and (place > quantity.last + 1 or unit.low(place) != "hands")
    return Effect("detained", place, False, False, "in custody") if is_kept else None


def find_owed(unit: Unit, quantity: Quantity) -> Effect | None:
    """28 to go; the 60 a day that the accord provides for; are to leave four posts"""
    place = quantity.last
    if (unit.low(place), unit.low(place + 1)) == ("to", "go") and unit.tag(place + 2) in ".,;C":
        return Effect("due", place + 1, False, True, "to go")
    place += 2 * (unit.low(place) in ("a", "per"))
    if unit.low(place) in _OWED and unit.low(place + 1) in _OWED_IN:
        return Effect("due", place, False, True, "owed")
    if unit.low(place) in ("that", "which"):
        verbs = (at for at in range(place + 1, place + _FAR) if unit.tag(at) in "VE.,;")
        verb = next(verbs, place)
        return Effect("due", verb, False, True, "owed") if unit.low(verb) in _OWED else None
    return _is_to(unit, quantity)


def _is_to(unit: Unit, quantity: Quantity) -> Effect | None:
    """troops are to leave | four posts"""
    verb = quantity.first - 1 - (unit.tag(quantity.first - 1) in "DZ")
    is_to = unit.tag(verb) == "V" and unit.low(verb - 1) == "to"
    told = is_to and unit.low(verb - 2) in ("is", "are", "was", "were")
    return Effect("due", verb, False, True, "is to") if told else None
