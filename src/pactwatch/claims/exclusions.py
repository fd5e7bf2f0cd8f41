"""Numbers that count nothing, by kind: each kind has a name and the rule that tells it.

date       on 17 November 2025; in 2014            year     the 2014 protests; iLife '11
numbered   resolution 2803; phase two; day 12      name     Boeing 737; Task Force 50
clock      10:15; 8 p.m.; 0600 GMT                 age      Marga Dunn, 21,; aged 12; 12 years old
money      $40 million; 3 bn euros                 degree   20 degrees; 45 points; three times as many
score      won 2-1; call 555-1234                  marker   1. First ...; 2) Then ...
negative   -5; minus 5                             dating   two weeks ago; in the past 24 hours
"""

from collections.abc import Callable, Sequence

from pactwatch.claims.groups import find_group_behind, is_counted_noun, is_plural
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set
from pactwatch.language.numbers import Number

_NUMBERED = word_set("exclusions.numbered")
_DEGREES = word_set("exclusions.degrees")
_MONEY = word_set("exclusions.money")
_CLOCK = word_set("exclusions.clock")
_DATING_BEHIND = word_set("exclusions.dating-behind")
_DATING_BEFORE = word_set("exclusions.dating-before")
TIME_UNITS = word_set("exclusions.time-units")
_RECORDS = word_set("exclusions.records")
_DISTANCES = word_set("exclusions.distances")
_OFTEN = {"times", "occasions"}
_CURRENCY = "$£€¥"
_OLDEST = 110
_PAST = ("past", "last", "first", "next", "previous", "preceding", "coming", "recent", "final", "every")


def find_exclusion(unit: Unit, number: Number, dated: Sequence[tuple[int, int]]) -> str | None:
    """The kind of a number that counts nothing; None where it may count. ``dated`` are the stretches
    (characters) that are dates."""
    begin, end = unit.tokens[number.first].begin, unit.tokens[number.last - 1].end
    if any(b < end and begin < e for b, e in dated):
        return "date"
    return next((name for name, holds in _KINDS if holds(unit, number)), None)


def is_time_length(unit: Unit, number: Number) -> bool:
    """Whether the number measures time: nine days, 72 hours, two or more years."""
    if unit.low(number.last) == "or" and unit.low(number.last + 1) in ("more", "so", "less", "fewer"):
        return unit.low(number.last + 2) in TIME_UNITS
    return unit.low(number.last) in TIME_UNITS or unit.low(number.last).rstrip("s'") in TIME_UNITS


def is_length(unit: Unit, number: Number) -> bool:
    """Whether the number measures time or distance or tells how often: to these nothing can happen."""
    return is_time_length(unit, number) or unit.low(number.last) in _DISTANCES | _OFTEN


def _is_numbered(unit: Unit, number: Number) -> bool:
    before = unit.low(number.first - 1)
    named = before in _NUMBERED or before.rstrip("s.") in _NUMBERED
    return named and not _has_plural_behind(unit, number)


def _has_plural_behind(unit: Unit, number: Number) -> bool:
    group = find_group_behind(unit, number.last)
    return group is not None and unit.tags[group[1] - 1] == "N" and is_plural(unit.low(group[1] - 1))


def _is_name(unit: Unit, number: Number) -> bool:
    """Digits behind a name, with nothing that they count: Boeing 737, Task Force 50, Formula 1"""
    if unit.tag(number.first - 1) != "P" or number.last - number.first > 1:
        return False
    text = unit.tokens[number.first].text
    group = find_group_behind(unit, number.last)
    counts = group is not None and ("N" in unit.tags[group[0] : group[1]] or "," in text)
    return text.isdigit() and not counts and unit.tag(number.last) not in "AE"


def _is_year(unit: Unit, number: Number) -> bool:
    text = unit.tokens[number.first].text
    if unit.low(number.first - 1) in ("'", "’") and len(text) == 2:
        return unit.tag(number.first - 2) in "PN"
    looks_so = len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20")
    return looks_so and number.last == number.first + 1 and not _counts_people(unit, number)


def _counts_people(unit: Unit, number: Number) -> bool:
    """2000 Iraqi soldiers; and not the 2014 protests, a 2008 raid, the 1991 Gulf War"""
    group = find_group_behind(unit, number.last)
    head = unit.low(group[1] - 1) if group else ""
    return is_counted_noun(head) and is_plural(head) and unit.tag(number.first - 1) != "D"


def _is_clock(unit: Unit, number: Number) -> bool:
    around = unit.low(number.first - 1) == ":" or unit.low(number.last) == ":"
    beside = unit.tag(number.first - 2) == "0" or unit.tag(number.last + 1) == "0"
    text = unit.tokens[number.first].text
    padded = text.isdigit() and len(text) > 1 and text[0] == "0"
    return (around and beside) or padded or unit.low(number.last) in _CLOCK


def _is_age(unit: Unit, number: Number) -> bool:
    if unit.low(number.first - 1) in ("age", "aged", "ages") or unit.low(number.last + 1) in ("old", "old."):
        return True
    behind = unit.lows[number.last : number.last + 4]
    if "old" in behind and any(low.startswith("year") for low in behind):
        return True
    if not 0 < number.low < _OLDEST or unit.tag(number.first - 1) not in ",(":
        return False
    closed = unit.tag(number.last) in ",)" and unit.tag(number.last + 1) != "0"
    return closed and unit.tag(number.first - 2) in "PN" and unit.tag(number.first - 3) not in "0"


def _is_money(unit: Unit, number: Number) -> bool:
    first = unit.tokens[number.first].text
    behind = unit.low(number.last)
    group = find_group_behind(unit, number.last, number.loose)
    head = unit.low(group[1] - 1) if group else ""
    return (
        first[0] in _CURRENCY
        or (unit.low(number.first - 1)[-1:] or " ") in _CURRENCY
        or behind in _MONEY
        or head in _MONEY
    )


def _is_degree(unit: Unit, number: Number) -> bool:
    behind = unit.low(number.last)
    if behind in ("times", "fold"):
        return unit.low(number.last + 1) in ("as", "more", "larger", "higher", "bigger", "greater", "the")
    return behind in _DEGREES or unit.low(number.last).startswith("-point")


def _is_score(unit: Unit, number: Number) -> bool:
    """Numbers that a bare hyphen joins, with nothing behind that they count."""
    after = _is_hyphen(unit, number.last) and unit.tag(number.last + 1) == "0"
    before = _is_hyphen(unit, number.first - 1) and unit.tag(number.first - 2) == "0"
    if not (after or before):
        return False
    last = number.last if before else number.last + 2
    return find_group_behind(unit, last) is None and unit.low(last) not in ("%", "percent", "per")


def _is_hyphen(unit: Unit, place: int) -> bool:
    if not 0 < place < len(unit.tokens) - 1 or unit.tokens[place].text not in ("-", "–"):
        return False
    return unit.tokens[place - 1].end == unit.tokens[place].begin


def _is_negative(unit: Unit, number: Number) -> bool:
    before = number.first - 1
    if unit.low(before) == "minus":
        return True
    joined = before >= 0 and unit.tokens[before].end == unit.tokens[number.first].begin
    return joined and unit.low(before) in ("-", "−") and unit.tag(before - 1) != "0"


def _is_parent(unit: Unit, number: Number) -> bool:
    """a mother of three"""
    of_whom = unit.low(number.first - 2) in ("mother", "father", "parent", "parents")
    return unit.low(number.first - 1) == "of" and of_whom and unit.tag(number.last) not in "NP"


def _is_marker(unit: Unit, number: Number) -> bool:
    """The number of a point in a list: 1. First ...; 2) Then ..."""
    plain = number.first == 0 and unit.tokens[0].text.isdigit() and number.last == 1
    return plain and unit.low(1) in (".", ")")


def _is_dating(unit: Unit, number: Number) -> bool:
    """A length of time that only dates something: two weeks ago; in the past 24 hours; three days later"""
    if not is_time_length(unit, number):
        return False
    before, behind = unit.low(number.first - 1), unit.low(number.last + 1)
    if behind in _DATING_BEHIND or before in _PAST or before in _DATING_BEFORE:
        return True
    return before == "in" and any(_is_record(unit.low(number.first - back)) for back in range(2, 6))


def _is_record(low: str) -> bool:
    """the first time in five years; the highest level in a decade"""
    return low in _RECORDS or (low.endswith("est") and len(low) > 4)


_KINDS: tuple[tuple[str, Callable[[Unit, Number], bool]], ...] = (
    ("marker", _is_marker),
    ("numbered", _is_numbered),
    ("money", _is_money),
    ("degree", _is_degree),
    ("negative", _is_negative),
    ("score", _is_score),
    ("clock", _is_clock),
    ("age", _is_age),
    ("parent", _is_parent),
    ("dating", _is_dating),
    ("year", _is_year),
    ("name", _is_name),
)
