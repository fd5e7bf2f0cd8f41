"""What happened to what a number counts, from the verb behind it.

people were killed; soldiers killed; six Jesuits, five of them from Spain, were murdered
5 policemen and 2 civilians were injured; captives due for release; monitors in place; two were shot dead
"""

from pactwatch.claims.effect_words import Effect, effect_words, is_adjective
from pactwatch.claims.effects_phrases import find_phrase_behind
from pactwatch.claims.groups import extend_group
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set

_REACH = 16
_REACH_ASIDE = 12
_NEGATED = word_set("effects.negated")
_PASSIVE = word_set("effects.passive")
_INTRANSITIVE = word_set("effects.intransitive")
_NO_OBJECT = word_set("effects.no-object")
_NEW_CLAUSE = word_set("effects.new-clause")
_STILL = ("remain", "remains", "remained", "lie")


def find_behind(unit: Unit, quantity: Quantity) -> Effect | None:
    """people were killed; soldiers killed; all of the hostages have been handed over"""
    auxiliary, place = False, _end_of_group(unit, quantity)
    words: set[str] = set()
    end = min(len(unit.tags), quantity.last + _REACH)
    while place < end:
        tag = unit.tags[place]
        if (beyond := _skip_aside(unit, place)) != place:
            end = min(len(unit.tags), end + beyond - place)
            place = beyond
            continue
        if (
            tag in ".;:-"
            or unit.low(place) in _NEW_CLAUSE
            or (tag in "0C" and not auxiliary and not _verb_is_shared(unit, quantity.last, place))
        ):
            return None
        auxiliary = auxiliary or tag in "AM"
        effect = find_phrase_behind(unit, quantity, place, auxiliary)
        if effect is not None:
            return effect
        found = effect_words().get(unit.low(place))
        if found is not None and ((tag in "EV" and found[0] == "verb") or is_adjective(unit, place)):
            return _judge_behind(unit, words, place, found[1])
        words.add(unit.low(place))
        if _ends_clause(unit, place, auxiliary):
            return None
        place += 1
    return None


def _end_of_group(unit: Unit, quantity: Quantity) -> int:
    """28 bodies of alleged peasants | were found"""
    if quantity.group is None or quantity.group[1] != quantity.last:
        return quantity.last
    return extend_group(unit, quantity.group)[1]


def _skip_aside(unit: Unit, place: int) -> int:
    """Behind an aside: six Jesuits[, five of them from Spain,] were murdered; [(three of them women)]"""
    if unit.tags[place] == "(":
        closing = unit.tags.find(")", place)
        return closing + 1 if 0 < closing < place + 2 * _REACH_ASIDE else place
    if unit.tags[place] not in ",-":
        return place
    closing = unit.tags.find(unit.tags[place], place + 1, place + _REACH_ASIDE)
    verb = closing + 1 + (unit.tag(closing + 1) == "R")
    goes_on = closing > 0 and (unit.tag(verb) in "AM" or unit.tags[place] == "-")
    return closing + 1 if goes_on and "A" not in unit.tags[place:closing] else place


def _ends_clause(unit: Unit, place: int, auxiliary: bool) -> bool:
    """Whether another verb stands here, so that what follows is no more about the counted."""
    tag = unit.tags[place]
    if tag == "V":
        return unit.low(place) not in _STILL
    return tag == "E" and not auxiliary and unit.tag(place + 1) not in "I," and unit.low(place) != "remained"


def _verb_is_shared(unit: Unit, first: int, place: int) -> bool:
    """5 policemen and 2 civilians were injured: one verb behind both, and none between."""
    if set(unit.tags[first:place]) - set("NPIDZ0C,()-"):
        return False
    behind = place
    while behind < len(unit.tags) and unit.tags[behind] in "C0NPDIZ,(":
        behind = behind + 1 if unit.tags[behind] != "(" else max(behind + 1, _skip_aside(unit, behind))
    if unit.tag(behind) == "W":
        behind = unit.tags.find("A", behind)
    behind += unit.tag(behind) == "R"
    if "but" in unit.lows[place:behind]:
        return False
    return behind > place and unit.tag(behind) in "AEM" and "C" in unit.tags[first:behind]


def _judge_behind(unit: Unit, words: set[str], place: int, effect: str) -> Effect | None:
    """The effect of a verb, by the ``words`` between it and what is counted."""
    if unit.tag(place - 1) == "T" and not words & _PASSIVE and unit.low(place + 1) not in _NO_OBJECT:
        return None
    takes_object = unit.tag(place + 1) in "D0PNZO" and unit.low(place + 1) not in _NO_OBJECT
    if takes_object and not words & _PASSIVE and unit.low(place) not in _INTRANSITIVE:
        return None
    if words & _NEGATED:
        return None
    is_to = unit.low(place - 1) == "to" and unit.low(place - 2) in ("is", "was", "were")
    due = bool(words & {"must", "will", "would", "should", "shall"}) or (
        (is_to or {"are", "to"} <= words) and "been" not in words
    )
    return Effect(effect, place, False, due, "verb behind")
