"""Who is said to see it so: whose view, reading or demand the words around a place are.

in [his] view · on [Ondria's] reading · as [Ondria] sees it · for [Ondria], to [the ministry]
[Ondria's] view is that ... · the contention of [the ministry] that ... · [Ondria] reads this as ...
..., which is how [Calvenne] reads article 7
"""

from pactwatch.claims.possessors import find_possessor
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import word_set

_SEEING = word_set("views.seeing")
_VIEWS = word_set("views.nouns")
_POINTING = ("it", "this", "that")


def find_view(unit: Unit, place: int) -> Range | None:
    """Who sees it so, where the words of one clause before a place or behind it say who."""
    for at in range(1, place):
        if unit.low(at) in _SEEING and unit.low(at + 1) in _POINTING:
            found = _seen(unit, at)
        else:
            found = _view(unit, at) if unit.low(at) in _VIEWS else None
        if found is not None and not set(";.") & set(unit.tags[at:place]):
            return found
    return _way(unit, place)


def _seen(unit: Unit, verb: int) -> Range | None:
    """as [Ondria] sees it, ...; [Ondria] reads this as ..."""
    opening = next((at for at in range(verb - 1, -1, -1) if unit.low(at) == "as"), None)
    if opening is not None and opening + 1 < verb:
        return Range(opening + 1, verb)
    leads = unit.low(verb + 2) in ("as", "to") and unit.tags[verb] in "VE"
    return find_subject_before(unit, start_of_group(unit, verb)) if leads else None


def _view(unit: Unit, noun: int) -> Range | None:
    """in [his] view; [Ondria's] view is that; the contention of [the ministry] that"""
    holder = _possessor(unit, noun)
    behind = noun + 1
    if unit.low(behind) == "of":
        last = behind + 1
        while last < len(unit.tags) and (unit.tags[last] in "DPN0Z" or unit.low(last) in ("of", "in")):
            last += 1
        about = Range(behind + 1, last)
        if holder is None and unit.low(last) == "that":
            return about if about.last > about.first else None
        behind = last
    if holder is None:
        return None
    leads = unit.low(holder.first - 1) in ("in", "on", "by", "under")
    told = unit.low(behind) == "that" or (unit.tag(behind) == "A" and unit.low(behind + 1) == "that")
    return holder if leads or told else None


def _possessor(unit: Unit, noun: int) -> Range | None:
    """[his] view; [the Ondrian] reading; [Ondria's own] view"""
    if unit.low(noun - 1) in ("the", "a", "this", "that", "another", "one"):
        return None
    first = noun - 1
    while first > 0 and unit.tags[first - 1] in "PDZ" and unit.tags[first] != "D":
        first -= 1
    if first >= 0 and unit.tags[noun - 1] in "DZP":
        return Range(first, noun)
    return find_possessor(unit, noun)


def _way(unit: Unit, place: int) -> Range | None:
    """..., which is how [Calvenne] reads article 7"""
    for at in range(place + 1, len(unit.tags) - 3):
        if unit.tags[at] in ";.":
            return None
        opens = unit.tags[at] == "W" and unit.low(at + 1) in ("is", "was")
        if opens and unit.low(at + 2) in ("how", "what", "the"):
            verb = next(
                (p for p in range(at + 3, min(len(unit.tags), at + 9)) if unit.low(p) in _SEEING), None
            )
            return Range(at + 3, verb) if verb is not None and verb > at + 3 else None
    return None
