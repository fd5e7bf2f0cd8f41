"""What a share is of where its own words do not say it: the noun before it, or the subject of its verb.

subject    Pell Traders [shares] on the exchange fell 2.5 %; Ondria rose 3 % and [Calvenne] lost 4 %
beside     orders at [rates] 60 % higher than before
"""

from pactwatch.claims.groups import find_group_behind
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_main_subject, find_subject_before
from pactwatch.claims.verb_groups import start_of_verb
from pactwatch.language.lexicon import word_set

_COMPARING = word_set("shares.comparing")


def find_share_subject(unit: Unit, place: int, behind: int) -> Range | None:
    """The phrase that names what the share at ``place`` is of; ``behind`` is where the share ends."""
    if unit.low(behind) in _COMPARING and unit.tag(place - 1) == "N":
        return Range(place - 1, place)
    if (among := _among(unit, place)) is not None:
        return among
    subject = _nearest_subject(unit, place) or find_main_subject(unit, place)
    if subject is None:
        return None
    first = subject.first
    while first < subject.last - 1 and unit.tags[first] in "CR,":
        first += 1
    last = next((at for at in range(first, subject.last) if unit.tags[at] in "IT,("), subject.last)
    named = last > first and unit.tags[last - 1] in "NP"
    return Range(first, last) if named else None


def _among(unit: Unit, place: int) -> Range | None:
    """Dunn leads, 46 per cent to 44 per cent, among [likely voters]; Among [crews], 67 per cent wait"""
    places = [*range(place, len(unit.tags)), *range(place - 1, -1, -1)]
    at = next((at for at in places if unit.low(at) == "among"), None)
    group = find_group_behind(unit, at + 1) if at is not None else None
    return Range(*group) if group is not None else None


def _nearest_subject(unit: Unit, place: int) -> Range | None:
    """The subject of the verb right before the share, in its own clause."""
    for at in range(place - 1, 0, -1):
        if unit.tags[at] in ".;:":
            return None
        found = _subject_of(unit, at)
        if found is not None and unit.tags[found.first] not in "0O":
            return found
    return None


def _subject_of(unit: Unit, verb: int) -> Range | None:
    """What is said to do it: the subject of a verb, the noun before a participle (with [rates] falling)"""
    if unit.tags[verb] == "G":
        first = verb
        while first > 0 and unit.tags[first - 1] in "NPZ":
            first -= 1
        first -= unit.tag(first - 1) == "D"
        return Range(first, verb) if unit.low(first - 1) == "with" and first < verb else None
    if unit.tags[verb] not in "VAE":
        return None
    found = find_subject_before(unit, start_of_verb(unit, verb))
    return found if found is not None and found.last <= verb else None
