"""Finds the subject that stands behind its verb, with its appositions: said [X, who ...]."""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set

_HEDGING = frozenset(("over", "about", "around", "under", "above", "below", "between", "near"))
_STOPPING = word_set("subjects.stopping")
_TIME_NOUNS = word_set("subjects.time-nouns")
_WEEKDAYS = word_set("subjects.weekdays")


def find_subject_behind(unit: Unit, place: int, with_apposition: bool = True) -> Range | None:
    """The subject behind the verb, with its appositions: said [X, who ...]. Without them where
    a clause may follow the comma: according to [X], two ..."""
    first = place
    if unit.tag(first) not in "DPN0ZOE(" or first >= len(unit.tags):
        return None
    last = _phrase_end(unit, first)
    if last == first:
        return None
    while (
        with_apposition
        and unit.tag(last) == ","
        and unit.tag(last + 1) in "DPNW0Z"
        and last + 1 < len(unit.tags)
    ):
        last = _apposition_end(unit, last + 1)
    return Range(first, last)


def _phrase_end(unit: Unit, start: int) -> int:
    place = start
    while place < len(unit.tags):
        if unit.tags[place] == "O":
            return place + 1 if place == start else place
        if _stops_phrase(unit, place, start):
            return place
        if place > start and (unit.low(place) in _WEEKDAYS or _leads_to_time(unit, place)):
            return place
        place += 1
    return place


def _stops_phrase(unit: Unit, place: int, start: int) -> bool:
    """Whether the phrase that began at ``start`` cannot go on with this token."""
    tag, after = unit.tags[place], unit.tag(place + 1)
    if tag == "I" and after == "0" and unit.low(place) in _HEDGING:
        return True
    if tag == "I":
        named = "P" in unit.tags[start:place] and unit.low(place) not in ("of", "for")
        stops = named and unit.low(place) in _STOPPING
        return stops or after not in "DPNZ0E" or _leads_to_time(unit, place + 1)
    if tag == "0" and place > start and unit.tags[place - 1] in "NP" and unit.low(place).isalpha():
        return True
    if tag == "C":
        return after not in "DPN"
    if tag == "D":
        return place > start and unit.tags[place - 1] not in "IDC"
    if tag == "E":
        return after not in "NP"
    return tag not in "PN0Z()q"


def _leads_to_time(unit: Unit, place: int) -> bool:
    return unit.low(place) in _WEEKDAYS or (
        unit.low(place) in ("last", "this", "next") and unit.low(place + 1) in _TIME_NOUNS
    )


def _apposition_end(unit: Unit, place: int) -> int:
    """To the next comma before a quotation or participle, or the end of the clause."""
    while place < len(unit.tags) and unit.tags[place] not in ".;:Q-":
        if unit.tags[place] == "," and unit.tag(place + 1) in "QGSCR.":
            return place
        if unit.tags[place] == "," and unit.low(place + 1) in _STOPPING:
            return place
        place += 1
    return place
