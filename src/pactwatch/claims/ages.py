"""Numbers that are ages and count nobody.

beside     Marga Dunn, 21,; Piet Arends (51); three men, 21, 24 and 30, were held; Marga Dunn, 21; ...
words      aged 12; aged 18 to 60; 12 years old; he was 42; children under 12
"""

from pactwatch.claims.groups import find_group_behind
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set
from pactwatch.language.numbers import Number

_OLDEST = 110
#: Words of "57- year- old", broken by spaces.
_LONGEST_AGE = 4
_AGED = ("age", "aged", "ages")
_LIMITS = ("under", "over", "above", "below")
_OF_AGE = word_set("ages.people")


def is_age(unit: Unit, number: Number) -> bool:
    """Whether a number is an age."""
    if unit.low(number.first - 1) in _AGED or unit.low(number.last + 1) in ("old", "old."):
        return True
    behind = unit.lows[number.last : number.last + _LONGEST_AGE]
    if "old" in behind and any(low.startswith("year") for low in behind):
        return True
    if not 0 < number.low < _OLDEST or number.parts is not None:
        return False
    return any(holds(unit, number) for holds in (_is_range, _is_limit, _is_told, _is_beside, _is_listed))


def _is_range(unit: Unit, number: Number) -> bool:
    """aged 18 to [60]"""
    joined = unit.low(number.first - 1) in ("to", "and", "or", "-", "–") and unit.tag(number.first - 2) == "0"
    return joined and any(unit.low(number.first - back) in _AGED for back in (3, 4))


def _is_limit(unit: Unit, number: Number) -> bool:
    """children under 12; women over 60"""
    limits = unit.low(number.first - 1) in _LIMITS and unit.low(number.first - 2) in _OF_AGE
    return limits and find_group_behind(unit, number.last) is None


def _is_told(unit: Unit, number: Number) -> bool:
    """he was 42 when ...; Marga Dunn turned 40."""
    if unit.low(number.first - 1) not in ("is", "was", "turned", "turns"):
        return False
    who = unit.tag(number.first - 2) == "P" or unit.low(number.first - 2) in ("he", "she", "i")
    if not who or not unit.lows[number.last - 1].isalnum():
        return False
    alone = unit.tag(number.last) in ".,;W" or unit.low(number.last) in ("when", "and", "at", "in", "on")
    return alone


def _is_beside(unit: Unit, number: Number) -> bool:
    """Marga Dunn, 21, left; Marga Dunn, 21; Piet Arends, 30."""
    if unit.tag(number.first - 1) not in ",(":
        return False
    named = unit.tags[max(0, number.first - 3) : max(0, number.first - 1)] == "PP"
    if unit.tag(number.last) in ".;" and named:
        return True
    closed = unit.tag(number.last) in ",)" and unit.tag(number.last + 1) != "0"
    return closed and unit.tag(number.first - 2) in "PN" and unit.tag(number.first - 3) not in "0"


def _is_listed(unit: Unit, number: Number) -> bool:
    """three men, 21, [24] and 30, were held"""
    first, last = number.first, number.last
    while unit.tag(first - 1) in ",C" and _is_bare_age(unit, first - 2):
        first -= 2
    while unit.tag(last) in ",C" and _is_bare_age(unit, last + 1):
        last += 2
    between = unit.tag(first - 1) in ",(" and unit.tag(first - 2) in "PN" and unit.tag(last) in ",)"
    return between and last - first > 1 and number.last == number.first + 1 and "C" in unit.tags[first:last]


def _is_bare_age(unit: Unit, place: int) -> bool:
    return (
        0 <= place < len(unit.lows) and unit.lows[place].isdecimal() and int(unit.lows[place][:4]) < _OLDEST
    )
