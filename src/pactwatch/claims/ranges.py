"""Two numbers that make one range: 30 to 40, between 30 and 40, a span from 5 to 12 km.

Not where something changed: rose from 30 to 40; nor two counts: 30 or 20.
"""

from decimal import Decimal

from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set
from pactwatch.language.numbers import Number

_BEFORE_RANGE = ("up", "by", "of", "with", "in", "for", "after", "every")
_RANGING = word_set("ranges.ranging")


def join_range(number: Number, follower: Number) -> tuple[Number, Decimal | None]:
    """One number of two that make a range, and its upper end; None where it is open (dozens or hundreds)."""
    low = min(number.low, follower.low)
    high = None if follower.high is None else max(number.low, follower.high)
    return number._replace(last=follower.last, low=low, loose=number.loose or high is None, high=None), high


def is_range(unit: Unit, number: Number, follower: Number, first: int) -> bool:
    if follower.first != number.last + 1:
        return False
    before, joint = unit.low(number.first - 1), unit.low(number.last)
    if unit.low(first - 1) == "between" and joint in ("and", "to"):
        return True
    if before == "from" and unit.low(number.first - 2) in _RANGING:
        return joint == "to" and follower.low > number.low
    opens = unit.tag(number.first - 1) != "I" or before in _BEFORE_RANGE or number.first == 1
    opens = opens or first < number.first
    joined = joint in ("to", "-", "–", "or") and follower.low > number.low and opens
    changes = before in ("from", "by", "to") and unit.tag(number.first - 2) != "."
    return joined and not changes
