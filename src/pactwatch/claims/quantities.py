"""Finds the numbers of a sentence that count something: the number, its hedge, what it counts.

    at least 395 Palestinians | three of its soldiers | up to 20,000 peacekeepers | 60-day truce
Not figures: dates, clock times, ages, ordinals, numbers of resolutions, articles and phases.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import regex

from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import read_list, word_set
from pactwatch.language.numbers import Number, find_numbers

_LONGEST_HEDGE = 4
#: Verbs to which "over" belongs: handed over 20 captives. Elsewhere it is a hedge: killed over 300.
_WITH_OVER = word_set("quantities.with-over")
_NUMBERED = word_set("quantities.numbered")
_NOT_COUNTED = word_set("quantities.not-counted")
_NO_GROUP = word_set("quantities.no-group")
_SPAN_NOUNS = word_set("quantities.span-nouns")
_HYPHENED = regex.compile(r"(\d+)-(day|week|month|year|hour)")
_QUICK = regex.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores|half)\b",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts. ``first`` to ``last`` take in hedge and group; ``group`` is the
    range of the things counted, None where they stand elsewhere ("to 400")."""

    first: int
    last: int
    number: Number
    hedge: str | None
    bound: str
    group: tuple[int, int] | None
    head: str
    high: Decimal | None = None
    span_of: str | None = None
    total: Decimal | None = None


@cache
def _hedges() -> dict[tuple[str, ...], str]:
    rows = (line.split("\t") for line in read_list("hedges.tsv"))
    return {tuple(words.split()): bound for words, bound in rows}


@cache
def _counted() -> frozenset[str]:
    nouns = word_set("counted")
    plurals = {noun + "s" for noun in nouns} | {
        noun + "es" for noun in nouns if noun.endswith(("ch", "sh", "x"))
    }
    return nouns | plurals | {noun[:-1] + "ies" for noun in nouns if noun.endswith("y")}


def is_counted_noun(low: str) -> bool:
    """Whether a number of these is a figure by itself."""
    return low.removesuffix("'s") in _counted()


def is_plural_noun(low: str) -> bool:
    """Whether a word is a plural that a number may count: mines, monitors; not sides, talks."""
    return low.endswith("s") and not low.endswith(("ss", "us", "'s")) and low not in _NOT_FIGURES


_NOT_FIGURES = word_set("quantities.not-figures")


def is_many(low: str) -> bool:
    """Whether a noun can stand behind a number above one: plurals and collectives."""
    return low.endswith("s") or low in _PLURAL_WITHOUT_S


_PLURAL_WITHOUT_S = word_set("quantities.plural-without-s")


def may_hold_numbers(text: str, unit: Unit) -> bool:
    """A quick look whether a unit can hold a number at all."""
    return _QUICK.search(text, unit.begin, unit.end) is not None


def find_quantities(unit: Unit, dated: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The quantities of a unit in order. ``dated`` are the stretches (characters) that are dates."""
    found: list[Quantity] = []
    numbers = [n for n in find_numbers(unit.tokens) if not _is_excluded(unit, n, dated)]
    skip = -1
    for place, number in enumerate(numbers):
        if place == skip:
            continue
        if found and unit.low(number.first - 1) == "of" and unit.low(number.first - 2) == "out":
            found[-1] = replace(found[-1], total=number.low)
            continue
        follower = numbers[place + 1] if place + 1 < len(numbers) else None
        quantity = _read_quantity(unit, number, follower)
        if quantity.high is not None or quantity.total is not None:
            skip = place + 1
        found.append(quantity)
    found.extend(_lengths(unit))
    return sorted(found, key=lambda q: q.first)


def _is_excluded(unit: Unit, number: Number, dated: Sequence[tuple[int, int]]) -> bool:
    begin, end = unit.tokens[number.first].begin, unit.tokens[number.last - 1].end
    if any(b < end and begin < e for b, e in dated):
        return True
    before, after = unit.low(number.first - 1), unit.low(number.last)
    if before.rstrip("s.") in _NUMBERED or before in _NUMBERED or after in _NOT_COUNTED:
        return True
    text = unit.tokens[number.first].text
    if before == "-" or (unit.tag(number.first - 1) == "-" and after in ("-", "–")):
        return True
    if unit.low(number.first - 1) == "'" and _is_short_year(unit, number):
        return True
    if text[0] in "$£€" or (before in "$£€" and before) or text.endswith("%") or after in ("%", "per", "-"):
        return True
    if _is_clock(unit, number) or _is_age(unit, number):
        return True
    return _is_year(text) and not _counts_people(unit, number)


def _counts_people(unit: Unit, number: Number) -> bool:
    """2000 Iraqi soldiers; and not the 2014 protests, a 2008 raid, the 1991 Gulf War"""
    group = _group_behind(unit, number.last)
    head = unit.low(group[1] - 1) if group else ""
    plural = is_counted_noun(head) and (head.endswith("s") or head in ("people", "men", "women", "children"))
    return plural and unit.tag(number.first - 1) != "D"


def _is_short_year(unit: Unit, number: Number) -> bool:
    """iLife '11: two digits behind an apostrophe and a name"""
    text = unit.tokens[number.first].text
    return len(text) == 2 and text.isdigit() and unit.tag(number.first - 2) in "PN"


def _is_clock(unit: Unit, number: Number) -> bool:
    around = unit.low(number.first - 1) == ":" or unit.low(number.last) == ":"
    beside = unit.tag(number.first - 2) == "0" or unit.tag(number.last + 1) == "0"
    return around and beside


def _is_age(unit: Unit, number: Number) -> bool:
    return (
        unit.tag(number.first - 1) == ","
        and unit.tag(number.last) == ","
        and unit.tag(number.first - 2) == "P"
    )


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20")


def _read_quantity(unit: Unit, number: Number, follower: Number | None) -> Quantity:
    hedge, bound, first = _hedge_before(unit, number.first)
    last, high = number.last, None
    if follower is not None and _is_range(unit, number, follower, first):
        high, last = follower.high, follower.last
        if unit.low(first - 1) == "between":
            first -= 1
    total, last = _total(unit, last, follower)
    group = _group_behind(unit, last, number.loose) or _group_beside(unit, first, last)
    if unit.low(last) == "or" and unit.low(last + 1) in ("more", "so"):
        hedge, bound = (f"or {unit.low(last + 1)}"), ("low" if unit.low(last + 1) == "more" else "approx")
        group = _group_behind(unit, last + 2) or group
    head = unit.low(group[1] - 1) if group else ""
    if group and unit.low(group[1]) == "of" and unit.tag(group[1] + 1) == "N":
        group = (group[0], group[1] + 2)
    end = group[1] if group and group[0] >= last else last
    return Quantity(first, end, number, hedge, bound, group, head, high, None, total)


def _is_range(unit: Unit, number: Number, follower: Number, first: int) -> bool:
    between = unit.low(first - 1) == "between" and unit.low(number.last) == "and"
    dash = unit.low(number.last) in ("to", "-", "–") and unit.tag(number.first - 1) != "I"
    return follower.first == number.last + 1 and (between or dash) and follower.low > number.low


def _total(unit: Unit, last: int, follower: Number | None) -> tuple[Decimal | None, int]:
    """46 of the 48 crew members; 17,819 of 42,800 lorries"""
    if unit.low(last) not in ("of", "from") or follower is None:
        return None, last
    between = unit.tags[last + 1 : follower.first]
    near = follower.first - last <= 4 and not set(between) - set("DZNEP")
    return (follower.low, follower.last) if near else (None, last)


def _hedge_before(unit: Unit, first: int) -> tuple[str | None, str, int]:
    """The longest hedge right before a number, its bound, and where it begins."""
    for length in range(min(_LONGEST_HEDGE, first), 0, -1):
        words = tuple(unit.low(place) for place in range(first - length, first))
        bound = _hedges().get(words)
        if words == ("over",) and unit.low(first - 2) in _WITH_OVER:
            return None, "exact", first
        if bound == "exact":
            inner = _hedge_before(unit, first - length)
            return inner if inner[0] else (None, "exact", first - length)
        if bound is not None:
            return " ".join(words), bound, first - length
    if unit.low(first - 1) == "the" and unit.low(first - 2) not in ("of",):
        return None, "exact", first
    return None, "exact", first


def _group_behind(unit: Unit, place: int, loose: bool = False) -> tuple[int, int] | None:
    """The noun phrase behind a number: [of its] soldiers, living and dead captives, Palestinians"""
    first = place
    while (
        unit.low(first) in ("more", "other", "others", "additional", "further")
        and unit.tag(first + 1) in "NPEG"
    ):
        first += 1
    if unit.low(first) == "of" and unit.tag(first + 1) in "DZ":
        first += 2
    elif unit.low(first) == "of" and loose:
        first += 1
    elif unit.low(first) == "of" and unit.tag(first + 1) in "OD":
        return None
    last = first
    while last < len(unit.tags) and _in_group(unit, last, first):
        last += 1
    while last > first and (unit.tags[last - 1] in "CEGZR" or unit.low(last - 1) in _NO_GROUP):
        last -= 1
    return (first, last) if last > first else None


def _group_beside(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    """What is counted where it stands apart: 88 were shootings; raids at 49; Bombardments account for 358"""
    noun = unit.low(last + 1)
    if unit.low(last) in ("were", "was", "are") and is_counted_noun(noun) and noun not in _NO_GROUP:
        return last + 1, last + 2
    if unit.low(first - 1) not in ("at", "for", "to", "reached", ":", "as"):
        return None
    for place in range(first - 2, max(-1, first - 9), -1):
        if unit.tags[place] in ".;,0C":
            return None
        if is_counted_noun(unit.low(place)) and unit.tags[place] in "NPG":
            return place, place + 1
    return None


def _in_group(unit: Unit, place: int, first: int) -> bool:
    tag = unit.tags[place]
    if tag in "NP":
        return not (place > first and unit.tags[place - 1] in "NP" and _ends_group(unit, place))
    if tag in "EGZ":
        return unit.tag(place + 1) in "NP" and (place == first or unit.tags[place - 1] in "CEZ")
    if tag == "C":
        others = unit.low(place + 1) in ("other", "others", "more", "several", "dozens")
        return place > first and unit.tag(place + 1) in "NEG" and unit.tag(place + 2) in "NP" and not others
    return tag in "Rq" and unit.tag(place + 1) in "NPE" and place == first


def _ends_group(unit: Unit, place: int) -> bool:
    """A noun that stands behind a counted noun begins something else: people dead, soldiers Friday"""
    return (
        is_counted_noun(unit.low(place - 1))
        and not is_counted_noun(unit.low(place))
        and unit.low(place) != "members"
    )


def _lengths(unit: Unit) -> list[Quantity]:
    """60-day truce"""
    found = []
    for place, token in enumerate(unit.tokens):
        match = _HYPHENED.fullmatch(token.low)
        if match is None:
            continue
        last = place + 1
        while unit.tag(last) in "NP" and unit.low(last - 1) not in _SPAN_NOUNS:
            last += 1
        if unit.low(last - 1) in _SPAN_NOUNS:
            value = Decimal(match.group(1))
            if unit.low(last) in ("agreement", "deal"):
                last += 1
            number = Number(place, place + 1, value, value, False)
            found.append(
                Quantity(
                    place, last, number, None, "exact", (place, last), match.group(2), None, match.group(2)
                )
            )
    return found
