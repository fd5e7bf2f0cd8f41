"""Finds the phrases by which one thing waits for another that is named as an event.

in the absence of [monitors], in the event of [a breach], upon [their return], assuming [they return]
[no talks] prior to, short of [a guarantee]; impossible with [the crews still in Pell]
the price of [a withdrawal] is [the return]; [the return] would pave the way for [a withdrawal]
"""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import has_finite, is_coming, is_failing, is_negative, opens
from pactwatch.claims.sides import Bound, bind_either, side_before, side_from
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import start_of_group

_OPENING = ("pave", "paves", "paved", "open", "opens", "clear", "clears")


def find_absence(unit: Unit, place: int) -> Bound | None:
    """no second phase | in the absence of monitors"""
    found = _after(unit, place - 2, place + 2, "without") if _is(unit, place, "in the", "of") else None
    if found is None:
        return None
    failing = is_failing(unit, found.wants) and is_coming(unit, found.wants)
    return found if failing or is_negative(unit, found.wants) else None


def find_event(unit: Unit, place: int) -> Bound | None:
    """would return | in the event of a breach, in the event that the crews return"""
    if not (_is(unit, place, "in the", "of") or _is(unit, place, "in the", "that")):
        return None
    found = _after(unit, place - 2, place + 2, "if")
    return found if found and is_coming(unit, found.wants) else None


def find_prior(unit: Unit, place: int) -> Bound | None:
    """no withdrawal | prior to the return of the crews"""
    found = _after(unit, place, place + 2, "before") if unit.low(place + 1) == "to" else None
    return found if found and is_negative(unit, found.wants) else None


def find_short(unit: Unit, place: int) -> Bound | None:
    """would not budge | short of a written guarantee"""
    begin = place - (unit.low(place - 1) in ("anything", "nothing"))
    found = _after(unit, begin, place + 2, "for nothing less than") if unit.low(place + 1) == "of" else None
    return found if found and is_negative(unit, found.wants) and is_coming(unit, found.wants) else None


def find_assuming(unit: Unit, place: int) -> Bound | None:
    """will open the locks | assuming (that) the crews return"""
    found = _after(unit, place, place + 1 + (unit.low(place + 1) == "that"), "if")
    return found if found and is_coming(unit, found.wants) and has_finite(unit, found.needs) else None


def find_upon(unit: Unit, place: int) -> Bound | None:
    """will open the locks | upon the return of the crews, on receipt of a list"""
    begin = place - 1 if unit.low(place) == "receipt" else place
    if unit.low(begin) not in ("on", "upon") or unit.tag(place + 1) not in "DPNGI":
        return None
    found = _after(unit, begin, place + 1 + (unit.low(place) == "receipt"), "as soon as")
    return found if found and any(unit.tags[at] == "M" for at in range(*found.wants)) else None


def _after(unit: Unit, begin: int, first: int, connective: str) -> Bound | None:
    return bind_either(unit, begin, first, connective, begin) if begin >= 0 else None


def _is(unit: Unit, place: int, before: str, behind: str) -> bool:
    return (unit.low(place - 2), unit.low(place - 1)) == tuple(before.split()) and unit.low(
        place + 1
    ) == behind


def find_preceded(unit: Unit, place: int) -> Bound | None:
    """any withdrawal | must be preceded by | the return of the crews"""
    begin = start_of_group(unit, place)
    owed = any(unit.tags[at] in "MT" for at in range(begin, place))
    wants, needs = find_subject_before(unit, begin), side_from(unit, place + 2, phrase=True)
    if unit.low(place + 1) != "by" or not owed or wants is None or needs is None:
        return None
    return Bound(place, "precedes", needs, wants)


def find_price(unit: Unit, place: int) -> Bound | None:
    """the price of | a withdrawal | is | the return of the crews; the key to"""
    if unit.low(place + 1) not in ("of", "for", "to") or unit.low(place - 1) not in ("the", "a"):
        return None
    copula = next(
        (at for at in range(place + 2, min(len(unit.tags), place + 12)) if unit.tags[at] in "MAVE"), 0
    )
    while unit.tag(copula) == "M":
        copula += 1
    needs = side_from(unit, copula + 1, phrase=True) if unit.low(copula) in ("is", "was", "be") else None
    if needs is None or unit.tags[needs.first] not in "DPN0ZG":
        return None
    return Bound(place, "precondition", needs, Range(place + 2, copula))


def find_way(unit: Unit, place: int) -> Bound | None:
    """the return of the crews | would pave the way for | a withdrawal"""
    verb = place - 2
    if unit.low(verb) not in _OPENING or unit.low(place + 1) not in ("for", "to"):
        return None
    begin = start_of_group(unit, verb)
    needs, wants = find_subject_before(unit, begin), side_from(unit, place + 2, phrase=True)
    coming = any(unit.tags[at] == "M" for at in range(begin, verb))
    if not coming or needs is None or wants is None or unit.tags[needs.first] in "OW":
        return None
    return Bound(place, "precondition", needs, wants)


def find_still(unit: Unit, place: int) -> Bound | None:
    """impossible | with the crews still in Pell: only where it is not so"""
    begin = next((at for at in range(place - 1, max(-1, place - 7), -1) if unit.low(at) == "with"), -1)
    if begin < 0 or set(",.;:") & set(unit.tags[begin:place]):
        return None
    if opens(unit, begin):
        found = bind_either(unit, begin, begin + 1, "while", begin)
    else:
        wants, needs = side_before(unit, begin), side_from(unit, begin + 1)
        found = Bound(begin, "while", needs, wants) if wants and needs else None
    return found._replace(unless=True) if found and is_negative(unit, found.wants) else None
