"""Whether an event is told as one of years ago: in 1999, last year, a decade ago, had once, in the past."""

import regex

from pactwatch.claims.sheet import Unit

_YEAR = regex.compile(r"(?:1[6-9]|20)\d\d")
_UNITS = frozenset(("year", "years", "decade", "decades", "century", "centuries"))
_OLD = frozenset(("once", "formerly", "previously", "historically", "originally"))
_BEFORE_YEAR = frozenset(("in", "since", "of", "during", "from", "early", "late", "until", "by", "year"))
_REACH = 14


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
