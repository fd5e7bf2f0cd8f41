"""Finds the set phrases that bind what must come first to what waits for it.

wants | provided that, on condition that, in exchange for, in return for, for nothing less than | needs
wants | in that case: needs is told before
"""

from pactwatch.claims.binding_verbs import find_precondition
from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import (
    has_finite,
    is_coming,
    opens,
    starts_clause,
)
from pactwatch.claims.sides import (
    Bound,
    bind_behind,
    bind_either,
    side_before,
    side_from,
)
from pactwatch.claims.subjects import Range


def find_provided(unit: Unit, place: int) -> Bound | None:
    """provided (that); on condition that; on the understanding that"""
    low = unit.low(place)
    if low == "condition" and unit.low(place + 1) in ("for", "of"):
        return find_precondition(unit, place)
    if low in ("condition", "understanding"):
        opening = place - 1 - (unit.low(place - 1) == "the")
        if unit.low(opening) != "on" or unit.low(place + 1) != "that":
            return None
        return bind_behind(unit, opening, place + 2, "on condition that")
    that = unit.low(place + 1) == "that"
    clause = starts_clause(unit, place + 1)
    if not (that or clause or unit.tag(place - 1) == ",") or unit.tag(place + 1 + that) not in "DPNO0Z":
        return None
    return bind_either(unit, place, place + 1 + that, "provided")


def find_exchange(unit: Unit, place: int) -> Bound | None:
    """would leave | in exchange for, in return for"""
    if unit.low(place - 1) != "in" or unit.low(place + 1) != "for":
        return None
    return bind_behind(unit, place - 1, place + 2, f"in {unit.low(place)} for")


def find_less(unit: Unit, place: int) -> Bound | None:
    """will not give up the man | for anything less than a date"""
    if unit.low(place + 1) != "than" or unit.low(place - 1) not in ("anything", "nothing"):
        return None
    begin = place - 1 - (unit.low(place - 2) == "for")
    return bind_behind(unit, begin, place + 2, "for nothing less than")


def find_completion(unit: Unit, place: int) -> Bound | None:
    """will be pulled back | upon completion of the withdrawal"""
    if unit.low(place - 1) not in ("on", "upon") or unit.low(place + 1) != "of":
        return None
    found = bind_behind(unit, place - 1, place, "upon")
    return found if found and is_coming(unit, found.wants) else None


def find_no(unit: Unit, place: int) -> Bound | None:
    """“No monitors, | no locks”"""
    comma = unit.tags.find(",", place, place + 5)
    if not opens(unit, place) or comma < 0 or unit.low(comma + 1) != "no":
        return None
    needs, wants = Range(place + 1, comma), side_from(unit, comma + 1)
    verbs = wants is None or has_finite(unit, needs) or has_finite(unit, wants)
    return None if verbs or wants is None else Bound(place, "no ... no", needs, wants)


def find_case(unit: Unit, place: int) -> Bound | None:
    """promised to put forward names | in that case"""
    if (unit.low(place - 2), unit.low(place - 1)) != ("in", "that"):
        return None
    wants = side_before(unit, place - 2)
    if wants is None or not is_coming(unit, wants):
        return None
    return Bound(place, "in that case", Range(place - 2, place + 1), wants)
