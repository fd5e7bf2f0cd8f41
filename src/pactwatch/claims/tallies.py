"""Tallies of a set: all but one of the 48, all the hostages except for one body, all 20.

The size of the set stands in the phrase or is the last one that the text gave before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pactwatch.claims.effect_words import effect_of
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set
from pactwatch.language.numbers import Number, find_numbers
from pactwatch.model.claim import Figure
from pactwatch.model.source import Span

_EXCEPT = word_set("tallies.except")
_REACH = 16
_DONE = word_set("tallies.done")


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure of part and whole, the words that give it, and whether it is still to come."""

    figure: Figure
    span: Span
    due: bool
    rule: str


def find_tallies(unit: Unit, sets: Sequence[Figure]) -> Iterator[Tally]:
    """The tallies of a unit. ``sets`` are set sizes told so far, the last one last."""
    numbers = {number.first: number for number in find_numbers(unit.tokens)}
    for place in range(len(unit.tags)):
        if unit.low(place) != "all" or (place == 1 and unit.low(0) == "in"):
            continue
        tally = _all_but(unit, place, numbers, sets) or _all_of(unit, place, numbers, sets)
        if tally is not None:
            yield tally


def _all_but(unit: Unit, place: int, numbers: dict[int, Number], sets: Sequence[Figure]) -> Tally | None:
    """all but one body; all of the 48 hostages have been released except for one"""
    for at in range(place + 1, min(len(unit.tags), place + _REACH)):
        if unit.tags[at] in ".;":
            return None
        if unit.low(at) not in _EXCEPT:
            continue
        first = at + 2 if unit.low(at + 1) == "for" else at + 1
        left = numbers.get(first)
        whole = _whole(unit, place, at, left, numbers, sets)
        if left is None or whole is None or whole[0] <= left.low:
            return None
        last = _end_of(unit, left.last)
        return _tally(unit, place, last, whole[0] - left.low, whole, "all but", left)
    return None


def _all_of(unit: Unit, place: int, numbers: dict[int, Number], sets: Sequence[Figure]) -> Tally | None:
    """all 20 living hostages have been released"""
    at = place + 1
    while unit.low(at) in ("of", "the", "its", "their", "remaining"):
        at += 1
    number = numbers.get(at)
    if number is None or unit.tag(number.last) not in "NPEG":
        return None
    noun = _noun_behind(unit, number.last)
    tally = _tally(unit, place, _end_of(unit, number.last), number.low, (number.low, noun), "all of", number)
    return tally if tally is not None and tally.figure.effect in _DONE and not tally.due else None


def _whole(
    unit: Unit, place: int, at: int, left: Number | None, numbers: dict[int, Number], sets: Sequence[Figure]
) -> tuple[Decimal, str] | None:
    """The set's size and noun: between "all" and "except", behind "one of the", or told before."""
    for first, number in numbers.items():
        inside = place < first < at
        behind = left is not None and unit.low(left.last) == "of" and left.last < first <= left.last + 2
        before = (place - 6 < first < place and unit.low(first - 2) == "of") or (
            place - 6 < first < place and unit.low(first - 1) in ("of", "the")
        )
        if inside or behind or before:
            return number.low, _noun_behind(unit, number.last)
    noun = _noun_behind(unit, place + 1)
    if not sets:
        return None
    return (sets[-1].low, noun if noun and place + 1 < at else sets[-1].counted) if sets[-1].low else None


def _noun_behind(unit: Unit, place: int) -> str:
    while unit.low(place) in ("of", "the", "its", "their"):
        place += 1
    last = place
    while unit.tag(last) in "NPC" or (unit.tag(last) in "EG" and unit.tag(last + 1) in "NP"):
        last += 1
    return unit.low(last - 1) if last > place else ""


def _end_of(unit: Unit, place: int) -> int:
    """Behind the noun and its verb: one body already handed over"""
    last = place
    while last < len(unit.tags) and unit.tags[last] in "NPEIRADZ0" and last < place + _REACH:
        last += 1
    while last > place and unit.tags[last - 1] in "IDR" and unit.low(last - 1) not in ("over",):
        last -= 1
    return max(last, place)


def _tally(
    unit: Unit, first: int, last: int, done: Decimal, whole: tuple[Decimal, str], rule: str, number: Number
) -> Tally | None:
    found = _effect_near(unit, first, last)
    if found is None:
        return None
    effect, verb = found
    near = {unit.low(at) for at in range(max(0, verb - 4), verb)}
    due = bool(near & {"to", "must", "will", "shall", "should", "be"}) and "been" not in near
    begin = min(first, verb) if verb < first and first - verb < 3 else first
    figure = Figure(
        number=unit.span(number.first, number.last),
        counted=whole[1].removesuffix("s") if whole[1] not in ("people", "bodies") else "person",
        group=whole[1],
        low=done,
        high=done,
        effect="returned" if effect == "released" else effect,
        cumulative=True,
        of_total=whole[0],
    )
    return Tally(figure, unit.span(begin, max(last, verb + 1) if verb < last + 3 else last), due, rule)


def _effect_near(unit: Unit, first: int, last: int) -> tuple[str, int] | None:
    """The effect behind the phrase, inside it, or right before it."""
    inside = [*range(first, min(len(unit.tags), last + 6)), *range(first - 1, max(-1, first - 5), -1)]
    for place in inside:
        effect = effect_of(unit.low(place))
        if effect in _DONE and (unit.tags[place] in "EVG" or unit.low(place) == "home"):
            return effect, place
    return None
