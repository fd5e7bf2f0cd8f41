"""Where what a number counts is or happened, in the words of its clause.

behind     three people were killed | at the ferry landing of Pell Staithe
listed     22 | at Pell, nine | at Corvith: each number has its own
before     In Dell City, | 12 people were hurt
A phrase is a place where its head is a name, or one of the nouns for places ("a camp near Dell").
"""

from collections.abc import Sequence

from pactwatch.claims.effect_words import Effect
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set

_AT = word_set("where.at")
_PLACES = word_set("where.places")
_JOINING = ("of", "in", "near", "outside")
_REACH = 24
_LONGEST = 9


def find_place(
    text: str, unit: Unit, quantity: Quantity, effect: Effect | None, taken: Sequence[tuple[int, int]]
) -> str | None:
    """The words of the place. ``taken`` are the characters of dates and windows, which are none."""
    begin = quantity.number.last
    until = unit.tags.find("0", begin, begin + _REACH)
    behind = effect.place if effect is not None and until >= 0 and effect.place > until else None
    found = _search(unit, begin, until if until >= 0 else begin + _REACH, taken)
    if found is None and behind is not None:
        found = _search(unit, behind, behind + _REACH, taken)
    if found is None and quantity.first < _REACH:
        found = _opening(unit, quantity.first, taken)
    return unit.span(*found).of(text) if found is not None else None


def find_place_behind(text: str, unit: Unit, first: int, taken: Sequence[tuple[int, int]]) -> str | None:
    """The words of the place that a clause names from a token on."""
    found = _search(unit, first, first + _REACH, taken)
    return unit.span(*found).of(text) if found is not None else None


def _search(unit: Unit, begin: int, end: int, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The first place from ``begin`` on, within the clause."""
    for at in range(begin, min(end, len(unit.tags))):
        if unit.tags[at] in ".;:SWQ" or (unit.tags[at] == "C" and unit.tag(at + 1) in "DPO"):
            return None
        if unit.tags[at] == "," and unit.tag(at + 1) not in "I":
            return None
        if unit.low(at) in _AT and unit.tags[at] == "I":
            last = _end(unit, at + 1, taken)
            if last is not None:
                return at, last
    return None


def _opening(unit: Unit, number: int, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """A place at the head of the sentence, right before the number."""
    last = _end(unit, 1, taken) if unit.low(0) in _AT and unit.tag(0) == "I" else None
    if last is None or last > number or number - last > 2:
        return None
    return 0, last


def _end(unit: Unit, first: int, taken: Sequence[tuple[int, int]]) -> int | None:
    """Behind the phrase that begins here, with what joins it ("the town of Dell"); None: no place."""
    last = _end_of_phrase(unit, first, taken)
    if last is None or (unit.low(first - 1) == "on" and not _PLACES & set(unit.lows[first:last])):
        return None
    while unit.low(last) in _JOINING and last - first < _LONGEST:
        further = _end_of_phrase(unit, last + 1, taken)
        if further is None:
            break
        last = further
    return last


def _end_of_phrase(unit: Unit, first: int, taken: Sequence[tuple[int, int]]) -> int | None:
    place = first + (unit.tag(first) in "DZ")
    while place - first < _LONGEST and _goes_on(unit, place) and not _is_taken(unit, place, taken):
        place += 1
    if place == first:
        return None
    is_name = unit.tags[place - 1] == "P" and unit.tag(place) not in "NVG"
    return place if is_name or unit.low(place - 1) in _PLACES else None


def _goes_on(unit: Unit, place: int) -> bool:
    return unit.tag(place) in "PNEZ" or unit.low(place) in _PLACES


def _is_taken(unit: Unit, place: int, taken: Sequence[tuple[int, int]]) -> bool:
    begin = unit.tokens[place].begin
    return any(start <= begin < end for start, end in taken)
