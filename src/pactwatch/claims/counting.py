"""Whether a number is a figure: what it counts, what happened to it, and what is only a way of speaking."""

from collections.abc import Set as AbstractSet

from pactwatch.claims.bare import find_bare_rule
from pactwatch.claims.counted import HARMS
from pactwatch.claims.effect_words import Effect
from pactwatch.claims.exclusions import DISTANCES, is_time_length
from pactwatch.claims.groups import is_counted_noun, is_plural
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set
from pactwatch.language.numbers import Number

_MANY = 10
_EXCEPT = ("but", "except", "save")
_FRAMING = word_set("figures.framing")
_FRAMING_BELOW_TEN = word_set("figures.framing-below-ten")
_NOT_ONE = word_set("figures.not-one")


def is_figure(unit: Unit, quantity: Quantity, effect: Effect | None, heads: AbstractSet[str]) -> bool:
    """A number counts where a plural, a measure or a share stands behind it, or where something happened
    to what it counts; "one" where the text counts the same things elsewhere (their nouns are ``heads``)."""
    number = quantity.number
    if is_left_out(unit, quantity) or _is_no_one(unit, quantity):
        return False
    if quantity.span_of or number.low == 0:
        return True
    if quantity.is_share:
        return quantity.percent or quantity.group is not None or quantity.hedge is not None
    if is_time_length(unit, number):
        return number.low != 1 or quantity.high is not None or unit.low(quantity.first - 1) == "only"
    if _is_framing(quantity) and (effect is None or effect.name not in HARMS):
        return False
    if quantity.total is not None and (
        effect is not None or quantity.group is not None or _is_of_the(unit, number)
    ):
        return True
    if number.low == 1:
        return _is_single(unit, quantity, effect, heads)
    if quantity.group is None:
        return unit.tag(quantity.first - 1) not in "P0" and _is_bare_figure(unit, quantity, effect)
    return _agrees(unit, quantity)


def _is_no_one(unit: Unit, quantity: Quantity) -> bool:
    """no one; not one barge; zero: of zeros, only "no people were" and "none" count"""
    number = quantity.number
    if number.low == 0:
        return unit.low(number.first) not in ("no", "none")
    return number.low == 1 and unit.low(quantity.first - 1) in ("not", "no")


def _is_of_the(unit: Unit, number: Number) -> bool:
    """one of the two; 11 of the 30: a part of a set that the text knows"""
    return unit.low(number.last) == "of" and unit.low(number.last + 1) == "the"


def is_left_out(unit: Unit, quantity: Quantity) -> bool:
    """all but two; except for one; and not: he was unharmed, but two guards were hurt"""
    before = quantity.first - 1
    joins = unit.low(before) == "but" and unit.tag(before - 1) in ",;."
    return (unit.low(before) in _EXCEPT and not joins) or unit.low(before - 1) == "except"


def _is_bare_figure(unit: Unit, quantity: Quantity, effect: Effect | None) -> bool:
    """Without a noun only whole numbers count, but where a total is told: not "3.2 were released"."""
    rule = find_bare_rule(unit, quantity)
    if quantity.number.low == quantity.number.low.to_integral_value():
        return effect is not None or rule is not None
    return (effect is not None and effect.running) or rule in ("rate", "stated total", "hedged number")


def _is_framing(quantity: Quantity) -> bool:
    """the two sides, 27 member states, three phases: how the matter is set out, no count"""
    few = quantity.number.low < 10 and quantity.hedge is None
    many = quantity.hedge is not None and quantity.number.low >= _MANY
    return (quantity.head in _FRAMING and not many) or (few and quantity.head in _FRAMING_BELOW_TEN)


def _agrees(unit: Unit, quantity: Quantity) -> bool:
    """Whether the noun is plural, a name, or stands apart from its number: not "767 tanker"."""
    assert quantity.group is not None
    apart = quantity.group[0] < quantity.number.last
    name = unit.tags[quantity.group[1] - 1] == "P"
    return apart or name or is_plural(quantity.head) or quantity.head in DISTANCES


def _is_single(unit: Unit, quantity: Quantity, effect: Effect | None, heads: AbstractSet[str]) -> bool:
    """ "one" as a number: one was killed, one strike beside 15 strikes; not "one of the", "no one"."""
    if unit.low(quantity.first - 1) in _NOT_ONE or unit.low(quantity.number.last) == "of":
        return False
    is_name = quantity.group is not None and unit.tags[quantity.group[1] - 1] == "P"
    is_man = quantity.head.endswith(("man", "woman"))
    counted = is_counted_noun(quantity.head) or is_name or is_man
    return (effect is not None and counted) or (quantity.group is not None and quantity.head in heads)
