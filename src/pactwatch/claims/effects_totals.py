"""Totals that a verb states behind their words, and further ones that share the verb.

puts the number of people killed since 2023 at more than 400, and the wounded at over 900
gave the number of dead as 12 and of wounded as 30 | puts the toll at 40, another at 45
"""

from pactwatch.claims.effect_words import Effect, effect_words
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set

_TOLL = word_set("effects.toll")
_PUTS = word_set("effects.puts")
_STATES = ("at", "as")
_REACH = 40


def find_stated_total(unit: Unit, quantity: Quantity) -> Effect | None:
    """The effect in the words between this number and the one before it; without any, the one that the
    same verb stated before."""
    stands_behind = quantity.group is not None and quantity.group[0] >= quantity.number.last
    if stands_behind or unit.low(quantity.first - 1) not in _STATES:
        return None
    first = quantity.first - 1
    furthest = max(0, first - _REACH)
    begin = max(furthest, *(unit.tags.rfind(mark, furthest, first) + 1 for mark in ".;:"))
    verb = next((at for at in range(begin, first) if unit.low(at) in _PUTS and unit.tags[at] in "VE"), None)
    if verb is None or not any(unit.low(at) in _TOLL for at in range(verb, first)):
        return None
    before = max(verb, unit.tags.rfind("0", verb, first))
    return _find_between(unit, before + 1, first) or _find_between(unit, verb + 1, before)


def _find_between(unit: Unit, begin: int, end: int) -> Effect | None:
    for at in range(end - 1, begin - 1, -1):
        found = effect_words().get(unit.low(at)) if unit.tags[at] in "EN" else None
        if found is not None:
            return Effect(found[1], at, True, False, "running total")
    return None
