"""Whose a noun of stance is: who stands before it, behind it, or behind what it is about.

[Ondria's] refusal · opposition from [the army] · the request of [the mission] for patrols
opposition to the pullout from [the army]
"""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set

_AUTHORS = ("by", "from", "of", "in", "within", "among")
_SOMEBODY = word_set("groups") | word_set("roles") | {"sides", "parties", "governments"}


def find_possessor(unit: Unit, place: int) -> Range | None:
    """Whose something is: [Tamber's] earlier offer, [Ondrian] opposition, [its] refusal"""
    at = place - 1
    while at >= 0 and unit.tags[at] in "NE0R" and place - at <= 3:
        at -= 1
    if at < 0:
        return None
    if unit.low(at) in ("his", "her", "their", "its", "our", "my"):
        return Range(at, at + 1)
    if unit.tags[at] not in "ZP":
        return None
    first = at
    while first > 0 and unit.tags[first - 1] in "PN" and at - first < 4:
        first -= 1
    if unit.tags[at] == "Z":
        while first > 0 and unit.tags[first - 1] == "D":
            first -= 1
    return Range(first, at + 1)


def find_author(unit: Unit, place: int, leads: frozenset[str]) -> Range | None:
    """opposition | from [Ondria]; an offer | by [Tamber]; the request | of [the mission] | for patrols;
    opposition | in [the army] | to it"""
    by = unit.low(place + 1)
    if by not in _AUTHORS or unit.tag(place + 2) not in "DP":
        return None
    last = place + 2
    while last < len(unit.tags) and (unit.tag(last) in "DPNZ" or _is_of_name(unit, last)):
        last += 1
    sure = by in _AUTHORS[:2] or (unit.low(last) in leads and by not in leads)
    return Range(place + 2, last) if sure else None


def _is_of_name(unit: Unit, place: int) -> bool:
    """the Council | of | Inland States"""
    return unit.low(place) == "of" and unit.tag(place - 1) == "P" and unit.tag(place + 1) == "P"


def author_end(unit: Unit, place: int, leads: frozenset[str]) -> int:
    """Behind who makes it: an offer by Ondria | to move eight guns"""
    author = find_author(unit, place, leads)
    return author.last if author is not None else place + 1


def find_author_behind(unit: Unit, target: Range) -> tuple[Range | None, Range]:
    """opposition to | the pullout | from [the army]: who, and the words without them"""
    for at in range(target.first + 1, target.last - 1):
        if unit.low(at) == "from" and unit.tag(at + 1) in "DP":
            last = at + 1
            while last < target.last and unit.tags[last] in "DPNZ":
                last += 1
            who = {unit.low(one) for one in range(at + 1, last)}
            if last == target.last and who & _SOMEBODY:
                return Range(at + 1, last), Range(target.first, at)
    return None, target


def without_predicate(unit: Unit, target: Range) -> Range:
    """her refusal to | move the guns | has delayed it: what a noun is about ends before the main verb"""
    inner = 1 if unit.low(target.first - 1) == "that" else 0
    for at in range(target.first + 1, target.last):
        if unit.tags[at] in "WS":
            inner += 1
        if unit.tags[at] in "AM" and unit.tags[at - 1] in "NP0RE" and unit.tags[at - 1 : at + 1] != "RR":
            if inner == 0:
                return Range(target.first, at)
            inner -= 1
    return target
