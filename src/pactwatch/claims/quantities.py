"""Finds the numbers of a sentence that count something: the number, its hedge, what it counts.

    at least 395 Palestinians | three of its soldiers | up to 20,000 peacekeepers | 60-day truce
    17,819 of 42,800 lorries | between 40 and 60 people | 41 % of the lorries | 30 or more
    one in five lorries | a quarter of the 48 | at least some 30 people | 50+ people
What a number that counts nothing is, see ``exclusions``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import zip_longest

import regex

from pactwatch.claims.exclusions import DISTANCES, TIME_UNITS, find_exclusion, is_length
from pactwatch.claims.groups import find_group_behind, find_group_beside, find_group_of_share, is_counted_noun
from pactwatch.claims.ranges import is_range, join_range
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import read_list, word_set
from pactwatch.language.numbers import Number, find_numbers

_LONGEST_HEDGE = 4
#: Verbs to which "over" belongs: handed over 20 captives. Elsewhere it is a hedge: killed over 300.
_WITH_OVER = word_set("quantities.with-over")
_WITH_ABOUT = word_set("quantities.with-about")
_HEADS = ("member", "person", "strong")
_SPAN_NOUNS = word_set("quantities.span-nouns")
_MEASURES = word_set("quantities.measures")
#: 20.000 or 1.234: of people and things, of which there are no thousandths, a point that parts thousands.
_POINTED = regex.compile(r"[1-9]\d{0,2}\.\d{3}")
_HYPHENED = regex.compile(r"(\d+|\p{L}+)-(day|week|month|year|hour|member|person|man|strong)")
_QUICK = regex.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|(?:hundred|thousand|million|billion|dozen|third|quarter|fifth|tenth)s?|scores|half|none|"
    r"no \p{L}+ (?:was|were|is|are|has|have|had))\b|[½¼¾⅓⅔]",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts. ``first`` to ``last`` take in hedge and group; ``group`` is the
    range of the things counted, None where they stand elsewhere ("to 400"). ``percent`` is True for a share
    in per cent, ``span_of`` the unit of a length of time printed with a hyphen."""

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
    percent: bool = False

    @property
    def is_share(self) -> bool:
        """Whether it is a part of a whole and counts no things: 41 %, a third."""
        return self.percent or self.number.parts is not None


@cache
def _hedges() -> dict[tuple[str, ...], str]:
    rows = (line.split("\t") for line in read_list("hedges.tsv"))
    return {tuple(words.split()): bound for words, bound in rows}


def may_hold_numbers(text: str, unit: Unit) -> bool:
    """A quick look whether a unit can hold a number at all."""
    return _QUICK.search(text, unit.begin, unit.end) is not None


def find_quantities(unit: Unit, dated: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The quantities of a unit in order. ``dated`` are the stretches (characters) that are dates."""
    found: list[Quantity] = []
    numbers = [n for n in find_numbers(unit.tokens) if find_exclusion(unit, n, dated) is None]
    skip = -1
    for place, number in enumerate(numbers):
        if place == skip or _is_inside(found, number):
            continue
        if found and unit.low(number.first - 1) == "of" and unit.low(number.first - 2) == "out":
            found[-1] = replace(found[-1], total=number.low)
            continue
        follower = numbers[place + 1] if place + 1 < len(numbers) else None
        quantity = _converted(unit, _read_quantity(unit, number, follower), found)
        reach = quantity.number.last if quantity.is_share else max(quantity.number.last, quantity.last)
        joined = follower is not None and reach >= follower.last
        if joined or quantity.total is not None:
            skip = place + 1
        if (
            quantity.group is None
            and not quantity.is_share
            and found
            and _is_set_of(unit, found[0], quantity)
        ):
            quantity = replace(quantity, total=found[0].number.low)
        found.append(quantity)
    found = [_as_next(unit, *pair) for pair in zip_longest(found, found[1:])]
    found.extend(_lengths(unit))
    return sorted(found, key=lambda q: q.first)


def _is_inside(found: Sequence[Quantity], number: Number) -> bool:
    """four Weir [900] engines: a number within what the one before counts"""
    group = found[-1].group if found else None
    return group is not None and group[0] < number.first < group[1]


def _as_next(unit: Unit, quantity: Quantity, following: Quantity | None) -> Quantity:
    """from [12] to 15 barges; [12] and 15 barges: what the next number counts"""
    behind = quantity.number.last
    if following is None or following.group is None or quantity.group is not None or quantity.is_share:
        return quantity
    joined = unit.low(behind) in ("to", "and", "or") and following.first == behind + 1
    counts = following.number.low > 1 and following.group[0] >= following.number.last
    if not (joined and counts) or unit.low(following.last + 1) == "age":
        return quantity
    return replace(quantity, group=following.group, head=following.head)


def _read_quantity(unit: Unit, number: Number, follower: Number | None) -> Quantity:
    hedge, bound, first = _hedge_before(unit, number)
    last, high = number.last, None
    if follower is not None and is_range(unit, number, follower, first):
        number, high = join_range(number, follower)
        last = number.last
        if unit.low(first - 1) in ("between", "from"):
            first -= 1
    elif follower is not None and _is_one_in(unit, number, follower, first):
        number = number._replace(last=follower.last, parts=int(follower.low))
        last = number.last
    behind = _end_of_percent(unit, last)
    if behind is None and follower is not None and _shares_percent(unit, number, follower):
        behind = last
    if behind is not None or number.parts is not None:
        share = Quantity(
            first, behind or last, number, hedge, bound, None, "", high, percent=behind is not None
        )
        return _of_whole(unit, share, follower)
    if unit.low(last) == "+" and hedge is None:
        hedge, bound, last = "+", "low", last + 1
    total, last = _total(unit, last, follower)
    group = find_group_behind(unit, last, number.loose) or find_group_beside(unit, first, last)
    measured = last + (unit.low(last) in ("square", "cubic", "nautical"))
    if group is not None and unit.low(measured) in DISTANCES:
        group = (last, measured + 1)
    if unit.low(last) == "or" and unit.low(last + 1) in ("more", "so"):
        hedge, bound = (f"or {unit.low(last + 1)}"), ("low" if unit.low(last + 1) == "more" else "approx")
        group = find_group_behind(unit, last + 2) or group
        last = last + 2
    if unit.low(last) == "at" and unit.low(last + 1) == "least" and group is None:
        hedge, bound, last = "at least", "low", last + 2
    return _with_group(unit, Quantity(first, last, number, hedge, bound, None, "", high, None, total), group)


def _of_whole(unit: Unit, share: Quantity, follower: Number | None) -> Quantity:
    """The share with what it is of, and how many they are: a quarter of the 48 barges"""
    total, last = _total(unit, share.last, follower)
    if total is not None:
        return _with_group(unit, replace(share, total=total, last=last), find_group_behind(unit, last))
    is_half_the = share.number.parts is not None and unit.tag(last) in "DZ"
    return _with_group(unit, share, find_group_of_share(unit, last + is_half_the))


def _converted(unit: Unit, quantity: Quantity, found: Sequence[Quantity]) -> Quantity:
    """about 500 miles ([800 km]): another unit for the same length has the same hedge"""
    if not found or unit.tag(quantity.first - 1) != "(" or found[-1].last != quantity.first - 1:
        return quantity
    if not (is_length(unit, quantity.number) and is_length(unit, found[-1].number)):
        return quantity
    return replace(quantity, hedge=found[-1].hedge, bound=found[-1].bound)


def _with_group(unit: Unit, quantity: Quantity, group: tuple[int, int] | None) -> Quantity:
    """The quantity with the things counted: the range, its head, and where the phrase ends."""
    if group is None:
        return quantity
    end = group[1] if group[0] >= quantity.last else quantity.last
    head = unit.low(group[1] - 1)
    number, counts = quantity.number, is_counted_noun(head) or unit.tags[group[1] - 1] == "P"
    if counts and head not in _MEASURES and _POINTED.fullmatch(unit.low(number.last - 1)):
        value = Decimal(unit.low(number.last - 1).replace(".", ""))
        number = number._replace(low=value, high=value)
    return replace(quantity, number=number, group=group, head=head, last=end)


def _end_of_percent(unit: Unit, place: int) -> int | None:
    """41%; 41 %; 41 percent; 41 per cent"""
    if unit.tokens[place - 1].text.endswith("%"):
        return place
    if unit.low(place) in ("%", "percent", "pc"):
        return place + 1
    return place + 2 if (unit.low(place), unit.low(place + 1)) == ("per", "cent") else None


def _shares_percent(unit: Unit, number: Number, follower: Number) -> bool:
    """[eight] and 14 per cent: the sign behind the second is the first one's too"""
    joined = unit.tag(number.last) == "C" and follower.first == number.last + 1
    return joined and number.parts is None and _end_of_percent(unit, follower.last) is not None


def _is_one_in(unit: Unit, number: Number, follower: Number, first: int) -> bool:
    """one in five barges; nearly two in three; and not: freed one in five days, killed one in two raids"""
    joined = unit.low(number.last) == "in" and follower.first == number.last + 1
    whole = follower.low == follower.low.to_integral_value() and follower.parts is None
    small = joined and whole and 0 < number.low < min(follower.low, Decimal(10))
    behind = find_group_behind(unit, follower.last)
    return (
        small and behind is not None and unit.tag(first - 1) not in "VEGT" and not is_length(unit, follower)
    )


def _total(unit: Unit, last: int, follower: Number | None) -> tuple[Decimal | None, int]:
    """46 of the 48 crew members; 17,819 of 42,800 lorries; and not: 20 of Dell’s larger 777 barges"""
    start = last + (unit.low(last) == "out")
    if unit.low(start) not in ("of", "from") or follower is None:
        return None, last
    between = unit.tags[start + 1 : follower.first]
    near = 0 < follower.first - start <= 4 and not set(between) - set("DZNEP")
    if near and "Z" in between[:-1] and unit.tokens[follower.first].text.isdigit():
        return None, follower.last
    ranges = unit.low(follower.last) in ("to", "or", "-", "–") and unit.tag(follower.last + 1) == "0"
    is_whole = near and not ranges and follower.low > 0 and _end_of_percent(unit, follower.last) is None
    return (follower.low, follower.last) if is_whole else (None, last)


def _is_set_of(unit: Unit, whole: Quantity, part: Quantity) -> bool:
    """Of the 96 workers, [76] were sent home: the sentence begins with the set"""
    opens = unit.low(0) == "of" and whole.first <= 2
    return opens and unit.tag(part.first - 1) == "," and whole.number.low > part.number.low


def _hedge_before(unit: Unit, number: Number) -> tuple[str | None, str, int]:
    """The longest hedge right before a number, its bound, and where it begins."""
    return _hedge_at(unit, number.first, unit.low(number.last) in TIME_UNITS)


def _hedge_at(unit: Unit, first: int, is_time: bool) -> tuple[str | None, str, int]:
    for length in range(min(_LONGEST_HEDGE, first), 0, -1):
        words = tuple(unit.low(place) for place in range(first - length, first))
        bound = _hedges().get(words)
        if words == ("over",) and _is_preposition(unit, first - 2, is_time):
            return None, "exact", first
        if words == ("about",) and unit.low(first - 2) in _WITH_ABOUT:
            return None, "exact", first
        if bound == "exact":
            inner = _hedge_at(unit, first - length, is_time)
            return inner if inner[0] else (None, "exact", first - length)
        if bound is not None:
            return _with_outer(unit, (" ".join(words), bound, first - length), is_time)
    return None, "exact", first


def _with_outer(unit: Unit, hedge: tuple[str, str, int], is_time: bool) -> tuple[str | None, str, int]:
    """[at least] some 30; [up to] around 30: a bound of two words before a word for "about" """
    words, bound, first = hedge
    outer, outer_bound, begin = _hedge_at(unit, first, is_time) if bound == "approx" else (None, "", first)
    if outer is None or " " not in outer or outer_bound not in ("low", "high"):
        return hedge
    return f"{outer} {words}", outer_bound, begin


def _is_preposition(unit: Unit, before: int, is_time: bool) -> bool:
    """handed over 20; in stages over 30 days; and not: lasted over 30 days, killed over 20"""
    return unit.low(before) in _WITH_OVER or (is_time and unit.tag(before) in "NP,")


def _lengths(unit: Unit) -> list[Quantity]:
    """60-day truce; six-member team; six - member team"""
    found = []
    for place, low in enumerate(unit.lows):
        apart = unit.tag(place) == "0" and unit.low(place + 1) == "-"
        match = _HYPHENED.fullmatch(f"{low}-{unit.low(place + 2)}" if apart else low)
        value = _value_of(match.group(1), unit, place) if match else None
        if match is None or value is None:
            continue
        last = place + 1 + 2 * apart
        while unit.tag(last) in "NP" and unit.low(last - 1) not in _SPAN_NOUNS:
            last += 1
        if unit.low(last - 1) in _SPAN_NOUNS or (match.group(2) in _HEADS and last > place + 1 + 2 * apart):
            if unit.low(last) in ("agreement", "deal"):
                last += 1
            number = Number(place, place + 1, value, value, False)
            span_of = match.group(2)
            found.append(Quantity(place, last, number, None, "exact", (place, last), span_of, None, span_of))
    return found


def _value_of(word: str, unit: Unit, place: int) -> Decimal | None:
    if word.isdigit():
        return Decimal(word)
    token = unit.tokens[place]
    numbers = find_numbers([token._replace(text=word, low=word)])
    return numbers[0].low if numbers else None
