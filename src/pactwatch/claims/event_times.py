"""Whether an event is told as one of years ago (in 1999, last year, had once) or of a time ahead."""

import regex

from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set

_YEAR = regex.compile(r"(?:1[6-9]|20)\d\d")
_UNITS = frozenset(("year", "years", "decade", "decades", "century", "centuries"))
_OLD = frozenset(("once", "formerly", "previously", "historically", "originally"))
_BEFORE_YEAR = frozenset(("in", "since", "of", "during", "from", "early", "late", "until", "by", "year"))
_REACH = 14
_MONTHS = word_set("contents.months")
_AHEAD = frozenset(("next", "tomorrow", "soon", "shortly"))
#: Behind a verb, how far off a time ahead may stand.
_AHEAD_WITHIN = 8


def is_historical(unit: Unit, place: int, year: int | None) -> bool:
    """Whether the words near a place date it to an earlier year than ``year``, that of publication."""
    for at in range(max(0, place - _REACH), min(len(unit.lows), place + _REACH)):
        low = unit.lows[at]
        if low in _UNITS and _is_past(unit, at) and _is_joined(unit, place, at):
            return True
        if low[0] in "12" and _YEAR.fullmatch(low) and year and int(low) < year and _dates(unit, at):
            return _is_joined(unit, place, at)
    return unit.low(place - 1) in _OLD and unit.low(place - 2) in ("had", "has", "have", "was", "were")


def _is_past(unit: Unit, at: int) -> bool:
    """last | year; two | years | ago; a decade | earlier"""
    return unit.low(at - 1) == "last" or unit.low(at + 1) in ("ago", "earlier", "before")


def _dates(unit: Unit, at: int) -> bool:
    before = unit.low(at - 1)
    return before in _BEFORE_YEAR or unit.tag(at - 1) in "0,P"


def _is_joined(unit: Unit, place: int, at: int) -> bool:
    """Whether no other clause stands between: attacked Pell, | which it had left in 2009"""
    between = unit.tags[min(place, at) : max(place, at)]
    return not set(between) & set(";:WSQ")


def is_scheduled(unit: Unit, place: int) -> bool:
    """is stepping down | in September; are leaving | next week: a present that is put into a time ahead"""
    if unit.tags[place] != "G" or not {"is", "are", "am"} & set(unit.lows[max(0, place - 3) : place]):
        return False
    behind = range(place + 1, min(len(unit.lows), place + 1 + _AHEAD_WITHIN))
    for at in behind:
        if unit.tags[at] in ",;:VM":
            return False
        if unit.low(at) in _AHEAD or (unit.low(at) in ("in", "by", "before") and unit.low(at + 1) in _MONTHS):
            return True
    return False
