"""What a word of stance is about, or who stands so, where it does not stand at its usual place.

[a step] that Calvenne | opposes        before the verb, in front of a relative
[A force with powers] he | rejected     at the head of the sentence
What Ondria | wants | is [a date]       behind "is"
was | rejected | by [Ondria]            who does it, behind a passive
"""

from pactwatch.claims.contents import find_content_end
from pactwatch.claims.lead_words import NOTHING, OBJECT
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, clause_start


def find_agent(unit: Unit, place: int) -> Range | None:
    """Who stands behind "by" right behind a verb: rejected on Monday by | Ondria"""
    by = next((at for at in range(place, min(place + 5, len(unit.tags))) if unit.low(at) == "by"), None)
    if by is None or set(",.;:VAM") & set(unit.tags[place:by]) or unit.tag(by + 1) not in "DPZNO":
        return None
    last = by + 1
    while unit.tag(last) in "DPNZ&" and last < len(unit.tags):
        last += 1
    return Range(by + 1, max(last, by + 2))


def find_before(unit: Unit, begin: int, end: int, leads: frozenset[str]) -> Range | None:
    """What stands before the subject where nothing stands behind the verb: [a step] that Calvenne | opposes;
    [A force with powers] he | rejected. The verb itself where it needs nothing."""
    own = Range(end - 1, end) if NOTHING in leads else None
    if OBJECT not in leads or unit.tag(end) not in ".,;:SICRA-":
        return own
    first = begin
    while first > 0 and unit.tags[first - 1] in "PNZOD" and (first == begin or unit.tags[first] not in "OD"):
        if unit.tags[first - 1 : first + 1] == "NP" and first < begin:
            break
        first -= 1
    if unit.low(first - 1) in ("what", "all") and (named := _named_behind(unit, end)) is not None:
        return named
    if first == begin or first == 0:
        return own
    if unit.low(first - 1) in ("that", "which", "whom"):
        return find_phrase_left(unit, first - 1) or own
    opening = clause_start(unit, first)
    fronted = unit.tags[opening:first]
    is_phrase = (
        fronted[:1] in ("D", "P", "N")
        and not set("VAM,G") & set(fronted)
        and fronted[-1:] != "I"
        and len(fronted) > 1
    )
    return Range(opening, first) if is_phrase and unit.tags[first] in "OP" else own


def _named_behind(unit: Unit, end: int) -> Range | None:
    """What Ondria wants, Castig said, is | a date; all it asks is | that the locks be opened"""
    for at in range(end, min(len(unit.tags), end + 10)):
        if unit.low(at) in ("is", "was") and unit.tag(at - 1) in "EV,IN" + unit.tags[end - 1]:
            first = at + 1 + (unit.low(at + 1) in ("that", "for", "to"))
            last = find_content_end(unit, first, first, False, [])
            return Range(first, last) if last > first else None
    return None


def find_phrase_left(unit: Unit, end: int) -> Range | None:
    """The noun phrase before a relative: [a step] , which"""
    last = end - 1 if unit.tag(end - 1) == "," else end
    first = last
    while first > 0 and unit.tags[first - 1] in "PNZDEI0" and unit.tags[first : first + 1] != "D":
        first -= 1
    return Range(first, last) if first < last else None
