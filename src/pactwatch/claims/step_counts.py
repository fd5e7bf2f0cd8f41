"""Tallies told without "n of N done": what is left over, what is short of it, which of them came last.

leaving one of the 48 in its hands       47 of 48       One short of 48              47 of 48
Twenty home, 28 to go                    20 of 48       the next-to-last of 48       47 of 48
Forty-seven are home and the forty-eighth is being treated                           47 of 48
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_found import Found
from pactwatch.claims.subjects import Range
from pactwatch.language.numbers import Number, find_numbers
from pactwatch.model.claim import Modality, Step

_LEAVING = frozenset(("leaving", "leaves", "left"))
_LAST = {"last": 1, "next-to-last": 1, "penultimate": 1, "second-to-last": 1}
_REST = (("to", "go"), ("remain",), ("remaining",), ("left",), ("outstanding",), ("still", "held"))
_HELD = frozenset("still remain remains".split())
_HOME = frozenset("home back free freed released returned out".split())
_MAKING = frozenset("makes made making brings brought bringing".split())
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
}  # fmt: skip
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
_UNITS += "sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_REACH = 5
_HINTS = _LEAVING | _LAST.keys() | _MAKING | _HELD | {"short", "go", "remaining", "outstanding"}


def may_count(unit: Unit) -> bool:
    """Whether a number and a word that a tally needs stand in a unit."""
    return "0" in unit.tags and not _hints().isdisjoint(unit.lows)


def find_counts(unit: Unit) -> Iterator[Found]:
    """The tallies of a unit that its figures do not show."""
    if not may_count(unit):
        return
    tokens = [token if token.low else token._replace(low="”") for token in unit.tokens]
    numbers = {number.first: number for number in find_numbers(tokens) if _is_exact(number)}
    if not numbers:
        return
    for place, low in enumerate(unit.lows):
        found = _at(unit, place, low, numbers)
        if found is not None:
            yield found


@cache
def _hints() -> frozenset[str]:
    return _HINTS | ordinals().keys()


def _is_exact(number: Number) -> bool:
    return number.parts is None and number.high == number.low and number.low == number.low.to_integral_value()


def _at(unit: Unit, place: int, low: str, numbers: Mapping[int, Number]) -> Found | None:
    if low in _LEAVING:
        return _leaving(unit, place, numbers)
    if low == "short":
        return _short(unit, place, numbers)
    if low in _LAST:
        return _last_of(unit, place, numbers)
    if low in _MAKING:
        return _making(unit, place, numbers)
    if low in _HELD:
        return _still_held(unit, place, numbers)
    if place in numbers:
        return _to_go(unit, place, numbers) or _one_more(unit, numbers[place])
    return None


def _leaving(unit: Unit, place: int, numbers: Mapping[int, Number]) -> Found | None:
    """leaving [a single] one | of the 48"""
    left = _number_near(numbers, place + 1, _REACH)
    whole = _whole_behind(unit, left, numbers)
    return _tally(Range(place, whole.last), whole.low - left.low, whole.low) if left and whole else None


def _short(unit: Unit, place: int, numbers: Mapping[int, Number]) -> Found | None:
    """[one] short of | 48"""
    left = next((number for number in numbers.values() if number.last == place), None)
    whole = _whole_behind(unit, left, numbers, skip=1)
    return _tally(Range(left.first, whole.last), whole.low - left.low, whole.low) if left and whole else None


def _last_of(unit: Unit, place: int, numbers: Mapping[int, Number]) -> Found | None:
    """the last of the 48 was not released; released the next-to-last of 48; the last but one of them"""
    whole = _whole_at(unit, place + 1, numbers) or _whole_at(unit, place + 3, numbers)
    if whole is None:
        return None
    behind = unit.lows[whole.last : whole.last + 10]
    is_last = unit.low(place) == "last" and unit.low(place + 1) == "of"
    if is_last and not {"not", "yet", "still", "remains"} & set(behind):
        return None
    return _tally(Range(place, whole.last), whole.low - 1, whole.low)


def _making(unit: Unit, place: int, numbers: Mapping[int, Number]) -> Found | None:
    """That makes | 11 of the 30; bringing the total to | 92, of the 96 at the sentence's head"""
    part = _number_near(numbers, place + 1, _REACH)
    whole = _whole_behind(unit, part, numbers) or _whole_at(unit, 0, numbers)
    if part is None or whole is None or not 0 <= part.low <= whole.low:
        return None
    return _tally(Range(min(place, whole.first), max(part.last, whole.last)), part.low, whole.low)


def _still_held(unit: Unit, place: int, numbers: Mapping[int, Number]) -> Found | None:
    """the return of all 48 crew members, and [one] is | still in Vessmar"""
    at = place - 1 - (unit.tag(place - 1) == "A")
    left = next((number for number in numbers.values() if number.last == at + 1), None)
    before = [number for number in numbers.values() if unit.low(number.first - 1) == "all"]
    if left is None or not before or before[-1].first > left.first or before[-1].low <= left.low:
        return None
    return _tally(Range(left.first, place + 1), before[-1].low - left.low, before[-1].low)


def _to_go(unit: Unit, place: int, numbers: Mapping[int, Number]) -> Found | None:
    """[Twenty] home, [28] to go"""
    done = numbers[place]
    comma = unit.tags.find(",", done.last, done.last + 4)
    rest = numbers.get(comma + 1) if comma > 0 else None
    if rest is None or not _HOME & set(unit.lows[done.last : comma]):
        return None
    tail = next((words for words in _REST if unit.lows[rest.last : rest.last + len(words)] == words), None)
    if tail is None:
        return None
    return _tally(Range(place, rest.last + len(tail)), done.low, done.low + rest.low)


def _one_more(unit: Unit, done: Number) -> Found | None:
    """[Forty-seven] are home and the [forty-eighth] is being treated"""
    for at in range(done.last + 2, min(len(unit.lows), done.last + 14)):
        if ordinals().get(unit.low(at)) == int(done.low) + 1 and unit.low(at - 1) in ("the", "a"):
            verb = _HOME | {"gone", "crossed", "handed"}
            if verb & set(unit.lows[done.last : at]):
                return _tally(Range(done.first, at + 1), done.low, done.low + 1)
    return None


@cache
def ordinals() -> Mapping[str, int]:
    """Ordinal words and figures to their value, from 2 to 99: forty-eighth, 48th."""
    plain = {f"{word}th": value for value, word in enumerate(_UNITS) if value > 3} | _ORDINALS
    tens = {word: 10 * (place + 2) for place, word in enumerate(_TENS)}
    found = {**plain, **{f"{word[:-1]}ieth": value for word, value in tens.items()}}
    for word, value in tens.items():
        found |= {f"{word}-{unit}": value + plain[unit] for unit in plain if plain[unit] < 10}
    found |= {f"{value}{_ending(value)}": value for value in range(2, 100)}
    return {word: value for word, value in found.items() if value > 1}


def _ending(value: int) -> str:
    return "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _number_near(numbers: Mapping[int, Number], first: int, reach: int) -> Number | None:
    return next((numbers[at] for at in range(first, first + reach) if at in numbers), None)


def _whole_behind(
    unit: Unit, part: Number | None, numbers: Mapping[int, Number], skip: int = 0
) -> Number | None:
    """one [of the 48]; one in three of the 48 is none"""
    whole = _whole_at(unit, part.last + skip, numbers) if part is not None else None
    return whole if whole is not None and part is not None and whole.low >= part.low else None


def _whole_at(unit: Unit, place: int, numbers: Mapping[int, Number]) -> Number | None:
    """[of] the 48, its 48"""
    if unit.low(place) != "of":
        return None
    at = place + 1 + (unit.tag(place + 1) in "DZ")
    return numbers.get(at)


def _tally(whole: Range, done: Decimal, owed: Decimal) -> Found:
    step = Step.DONE if done == owed else Step.PARTLY
    trigger = Range(whole.first, whole.first + 1)
    return Found(whole, trigger, step, Modality.ASSERTED, "tally: what is left", done=done, owed=owed)
