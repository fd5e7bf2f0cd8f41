"""Numbers that count nothing, by kind: each kind has a name and the rule that tells it.

date       on 17 November 2025; in 2014            year     the 2014 protests; iLife '11
numbered   resolution 2803; phase two; day 12      name     Boeing 737; Task Force 50
clock      10:15; 8 p.m.; 0600 GMT; left at 12         age      see ``ages``
money      $40 million; 3 bn euros; EUR 12         degree   20 degrees; 45 points; three times as many; 31° N
joined     won 2-1; call 555-1234; 24/7; 10^6      marker   1. First ...; 2) Then ...; (2)
negative   -5; minus 5; ±5                         dating   two weeks ago; in the past 24 hours
part       12a; 20C; 1e6                           address  12 Weir Street
"""

from collections.abc import Callable, Sequence

from pactwatch.claims.ages import is_age
from pactwatch.claims.groups import find_group_behind, is_counted_noun, is_plural
from pactwatch.claims.joints import is_joined
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import verb_forms, word_set
from pactwatch.language.numbers import Number

_NUMBERED = word_set("exclusions.numbered")
_DEGREES = word_set("exclusions.degrees")
_MONEY = word_set("exclusions.money")
_CLOCK = word_set("exclusions.clock")
_DATING_BEHIND = word_set("exclusions.dating-behind")
_DATING_BEFORE = word_set("exclusions.dating-before")
TIME_UNITS = word_set("exclusions.time-units")
_RECORDS = word_set("exclusions.records")
DISTANCES = word_set("exclusions.distances")
_STANDING = word_set("exclusions.standing")
_ADDRESSES = word_set("exclusions.addresses")
_CODES = word_set("exclusions.money-codes")
_OFTEN = {"times", "occasions"}
_CURRENCY = "$£€¥"
_ARTICLES = ("the", "a", "an", "this", "that")
_POLES = ("N", "S", "E", "W")
_LONGEST_MARKER = 2
_LONGEST_MONTH = 31
_LAST_HOUR = 24
_PAST = ("past", "last", "first", "next", "previous", "preceding", "coming", "recent", "final", "every")


def find_exclusion(unit: Unit, number: Number, dated: Sequence[tuple[int, int]]) -> str | None:
    """The kind of a number that counts nothing; None where it may count. ``dated`` are the stretches
    (characters) that are dates."""
    begin, end = unit.tokens[number.first].begin, unit.tokens[number.last - 1].end
    if any(b < end and begin < e for b, e in dated) or _is_day_beside(unit, number, dated):
        return "date"
    return next((name for name, holds in _KINDS if holds(unit, number)), None)


def _is_day_beside(unit: Unit, number: Number, dated: Sequence[tuple[int, int]]) -> bool:
    return _begins_dates(unit, number, dated) or _ends_dates(unit, number, dated)


def _begins_dates(unit: Unit, number: Number, dated: Sequence[tuple[int, int]]) -> bool:
    """between [3] and 9 May; from [3] to 9 May; on [3] and 9 May"""
    if unit.low(number.last) not in ("and", "to", "or", "-", "–", "/") or number.last + 1 >= len(unit.tokens):
        return False
    follower = unit.tokens[number.last + 1]
    days = follower.text[0].isdigit() and unit.low(number.first - 1) in ("between", "from", "on")
    return days and any(begin == follower.begin for begin, _ in dated)


def _ends_dates(unit: Unit, number: Number, dated: Sequence[tuple[int, int]]) -> bool:
    """on May 3 and [9]; and not: was hurt on May 3 and 9 people died"""
    if unit.low(number.first - 1) not in ("and", "to", "or", "-", "–") or number.low > _LONGEST_MONTH:
        return False
    day = unit.tokens[number.first - 2]
    follows = day.text.isdecimal() and any(end == day.end for _, end in dated)
    return number.first > 1 and follows and find_group_behind(unit, number.last) is None


def is_time_length(unit: Unit, number: Number) -> bool:
    """Whether the number measures time: nine days, 72 hours, two or more years."""
    if unit.low(number.last) == "or" and unit.low(number.last + 1) in ("more", "so", "less", "fewer"):
        return unit.low(number.last + 2) in TIME_UNITS
    return unit.low(number.last) in TIME_UNITS or unit.low(number.last).rstrip("s'") in TIME_UNITS


def is_length(unit: Unit, number: Number) -> bool:
    """Whether the number measures time or distance or tells how often: to these nothing can happen."""
    return is_time_length(unit, number) or unit.low(number.last) in DISTANCES | _OFTEN


def _is_numbered(unit: Unit, number: Number) -> bool:
    before = unit.low(number.first - 1)
    if before in ("§", "#", "№"):
        return True
    named = before in _NUMBERED or before.rstrip("s.") in _NUMBERED or _is_in_numbered_list(unit, number)
    return named and not _has_plural_behind(unit, number)


def _is_in_numbered_list(unit: Unit, number: Number) -> bool:
    """articles 3, [4] and [5]"""
    place = number.first - 1
    while unit.tag(place) in ",C" and place > 0:
        place -= 1 + (unit.tag(place - 1) == ",")
        if not unit.tokens[place].text.isdecimal():
            return False
        place -= 1
    word = unit.low(place)
    return place < number.first - 1 and word.endswith("s") and word.removesuffix("s") in _NUMBERED


def _has_plural_behind(unit: Unit, number: Number) -> bool:
    group = find_group_behind(unit, number.last)
    if group is None or unit.tags[group[1] - 1] != "N":
        return False
    head = unit.low(group[1] - 1)
    return is_plural(head) and (is_counted_noun(head) or head not in verb_forms())


def _is_name(unit: Unit, number: Number) -> bool:
    """Digits behind a name, with nothing that they count: Boeing 737, Task Force 50; Lock 12 was"""
    text = unit.tokens[number.first].text
    named = unit.tag(number.first - 1) in "PN" or number.first == 1
    if number.last - number.first > 1 or not named:
        return False
    before = unit.tokens[number.first - 1].text
    if before[:1].islower() and before[1:2].isupper():
        return text.isdigit()
    if text.isdigit() and number.low > 1 and unit.low(number.last) in ("is", "was", "has"):
        return True
    if unit.tag(number.first - 1) != "P":
        return False
    group = find_group_behind(unit, number.last)
    counts = group is not None and (
        "N" in unit.tags[group[0] : group[1]] or "," in text or _acts(unit, group[1])
    )
    return text.isdigit() and not counts and unit.tag(number.last) not in "AE" and not _leads_on(unit, number)


def _acts(unit: Unit, place: int) -> bool:
    """Whether a plural ends here of which a verb tells something: in Pell 12 Ondrians were"""
    return is_plural(unit.low(place - 1)) and unit.tag(place) in "AEV"


def _leads_on(unit: Unit, number: Number) -> bool:
    """Whether a range or a share begins here: in Pell 30 to 40 people; in Pell 3 of the 28; 4 per cent"""
    behind = unit.low(number.last)
    if behind in ("of", "out"):
        return "0" in unit.tags[number.last + 1 : number.last + 4]
    return behind == "per" or (behind in ("to", "or", "in", "-", "–") and unit.tag(number.last + 1) == "0")


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
    return is_counted_noun(head) and is_plural(head) and unit.low(number.first - 1) not in _ARTICLES


def _is_clock(unit: Unit, number: Number) -> bool:
    around = unit.low(number.first - 1) == ":" or unit.low(number.last) == ":"
    beside = unit.tag(number.first - 2) == "0" or unit.tag(number.last + 1) == "0"
    text = unit.tokens[number.first].text
    padded = text.isdigit() and len(text) > 1 and text[0] == "0"
    return (around and beside) or padded or unit.low(number.last) in _CLOCK or _is_hour(unit, number)


def _is_hour(unit: Unit, number: Number) -> bool:
    """the barges left at 12; and not: stood at 12, raids at 12, 12 ports"""
    before = number.first - 2
    if unit.low(before + 1) != "at" or number.low > _LAST_HOUR or not unit.low(number.first).isdecimal():
        return False
    acts = unit.tag(before) in "VE" and unit.low(before) not in _STANDING
    return (acts or before < 0) and find_group_behind(unit, number.last) is None


def _is_money(unit: Unit, number: Number) -> bool:
    first = unit.tokens[number.first].text
    behind = unit.low(number.last)
    group = find_group_behind(unit, number.last, number.loose)
    head = unit.low(group[1] - 1) if group else ""
    return (
        first[0] in _CURRENCY
        or (unit.low(number.first - 1)[-1:] or " ") in _CURRENCY
        or unit.low(number.first - 1) in _CODES
        or behind in _MONEY
        or head in _MONEY
    )


def _is_degree(unit: Unit, number: Number) -> bool:
    behind = unit.low(number.last)
    if behind in ("times", "fold"):
        return unit.low(number.last + 1) in ("as", "more", "larger", "higher", "bigger", "greater", "the")
    if behind[:1] in ("°", "º", "′", "″") or behind.startswith("-point"):
        return True
    return behind in _DEGREES or _is_pole(unit, number.last)


def _is_pole(unit: Unit, place: int) -> bool:
    """51.5 N, 0.1 W"""
    text = unit.tokens[place].text if place < len(unit.tokens) else ""
    return text.rstrip(".") in _POLES and (text.endswith(".") or unit.tag(place + 1) in ".,;C")


def _is_part(unit: Unit, number: Number) -> bool:
    """Digits to which letters are glued that are neither a unit nor what is counted: 12a, 20C, 1e6"""
    last = number.last
    if last >= len(unit.tokens) or unit.tokens[last - 1].end != unit.tokens[last].begin:
        return False
    is_word = unit.low(last)[:1].isalpha() and unit.low(last - 1)[-1:].isdigit()
    return is_word and not (
        is_length(unit, number) or is_counted_noun(unit.low(last)) or unit.low(last) == "pc"
    )


def _is_address(unit: Unit, number: Number) -> bool:
    """12 Weir Street"""
    group = find_group_behind(unit, number.last)
    named = group is not None and set(unit.tags[group[0] : group[1]]) == {"P"}
    return group is not None and named and unit.low(group[1] - 1) in _ADDRESSES


def _is_negative(unit: Unit, number: Number) -> bool:
    before = number.first - 1
    if unit.low(before) in ("minus", "±"):
        return True
    joined = before >= 0 and unit.tokens[before].end == unit.tokens[number.first].begin
    return joined and unit.low(before) in ("-", "−") and unit.tag(before - 1) != "0"


def _is_parent(unit: Unit, number: Number) -> bool:
    """a mother of three"""
    of_whom = unit.low(number.first - 2) in ("mother", "father", "parent", "parents")
    return unit.low(number.first - 1) == "of" and of_whom and unit.tag(number.last) not in "NP"


def _is_marker(unit: Unit, number: Number) -> bool:
    """The number of a point in a list: 1. First ...; 2) Then ...; (2) then ..."""
    text = unit.tokens[number.first].text
    if not text.isdigit() or number.last != number.first + 1 or len(text) > _LONGEST_MARKER:
        return False
    opens = number.first == 0 and unit.low(1) in (".", ")")
    bracket = unit.low(number.first - 1) + unit.low(number.last)
    return opens or bracket in ("()", "[]")


def _is_dating(unit: Unit, number: Number) -> bool:
    """A length of time that only dates something: two weeks ago; in the past 24 hours; three days later"""
    if not is_time_length(unit, number):
        return False
    before, behind = unit.low(number.first - 1), unit.low(number.last + 1)
    if before == "last" and unit.tag(number.first - 2) in "TMO":
        return False
    if behind in ("after", "before") and "for" in unit.lows[max(0, number.first - 3) : number.first]:
        return False
    if behind in _DATING_BEHIND or before in _PAST or before in _DATING_BEFORE:
        return True
    return before in ("in", "for") and any(_is_record(unit.low(number.first - back)) for back in range(2, 6))


def _is_record(low: str) -> bool:
    """the first time in five years; the highest level in a decade"""
    return low in _RECORDS or (low.endswith("est") and len(low) > 4)


_KINDS: tuple[tuple[str, Callable[[Unit, Number], bool]], ...] = (
    ("marker", _is_marker),
    ("numbered", _is_numbered),
    ("money", _is_money),
    ("degree", _is_degree),
    ("negative", _is_negative),
    ("joined", is_joined),
    ("part", _is_part),
    ("address", _is_address),
    ("clock", _is_clock),
    ("age", is_age),
    ("parent", _is_parent),
    ("dating", _is_dating),
    ("year", _is_year),
    ("name", _is_name),
)
