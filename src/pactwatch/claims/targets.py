"""What a word of stance is about: the words behind it, no farther than the clause and a condition.

asked for | a post on the island | since May          an object
asked that | the date be moved                        a clause
refused to | move any | before the island is clear    a condition that hangs on it ends it
pressed for two things: | that ... | and that ...     each of several is its own
"""

from collections.abc import Iterator

from pactwatch.claims.contents import find_content_end, skip_time
from pactwatch.claims.lead_words import CLAUSE, DO, OBJECT, OBJECT_TO, TO_WHAT
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.cues import cue_forms
from pactwatch.language.lexicon import word_set

_LEADS_APART = 3
_BESIDE = ("despite", "although", "though", "but", "citing", "saying", "adding", "calling", "warning")
_HANGING = word_set("targets.hanging")
_HANGING_PAIRS = {
    ("in", "exchange"),
    ("in", "return"),
    ("on", "condition"),
    ("on", "the"),
    ("as", "long"),
    ("so", "long"),
}
#: night | patrols
_TIMES = ("night", "day", "evening", "morning", "weekend")
_TO_WITHIN = 14
_SYMBOLS = (OBJECT, OBJECT_TO, CLAUSE, TO_WHAT, DO)
_LIST = 4
_ASIDE = 9
_TELLER = 6


def find_target(unit: Unit, place: int, leads: frozenset[str]) -> Range | None:
    """What stands behind a word that leads to it, to the end of the clause or to a condition."""
    led = unit.low(place) in leads and unit.tag(place + 1) in "DN" and unit.tag(place + 2) == "N"
    led = led or (unit.low(place) in _TIMES and unit.tag(place + 1) == "N")
    at = place if led else _skip_aside(unit, _skip_day(unit, skip_time(unit, place)), leads)
    while unit.tag(at) == "R" and at < place + _LEADS_APART:
        at += 1
    first = _first_of(unit, at, leads)
    if first is None or first >= len(unit.tags) or unit.tag(first) in ".;:,":
        return None
    last = find_content_end(unit, first, first, OBJECT in leads and first == at, [])
    return end_target(unit, first, last)


def _first_of(unit: Unit, at: int, leads: frozenset[str]) -> int | None:
    """Where the words begin to which the word leads."""
    low = unit.low(at)
    if low in leads and low not in _SYMBOLS:
        return at + 1
    if TO_WHAT in leads and low == "to" and _is_thing(unit, at + 1):
        return at + 1
    if DO in leads and unit.tag(at) == "V":
        return at
    if CLAUSE in leads and unit.tag(at) in "DPNZ0O":
        return at
    if unit.tag(at) == "D" and unit.low(at + 2) in ("ago", "later", "earlier", "before"):
        return None
    if OBJECT in leads and _is_object(unit, at):
        return at
    to_do = OBJECT_TO in leads and unit.tag(at) in "DPNZ0Oq"
    if to_do and (find_to(unit, at) is not None or _is_done(unit, at)):
        return at
    return None


def _is_thing(unit: Unit, at: int) -> bool:
    """agreed to | a second post, to | monitors; not: to | go"""
    return unit.tag(at) in "DPNZ0O" or (unit.tag(at) == "V" and unit.low(at).endswith("s"))


def _is_object(unit: Unit, at: int) -> bool:
    """wants | a date, up to 20, | work on it, | that done"""
    if unit.tag(at) in "DPNZ0OqGE" or _opens_number(unit, at):
        return True
    if unit.low(at) == "that":
        return _is_pointing(unit, at)
    return unit.tag(at) == "V" and (unit.tag(at + 1) in "ITE" or unit.low(at).endswith("s"))


def _is_done(unit: Unit, at: int) -> bool:
    """would like | the mines | cleared"""
    while unit.tag(at) in "DPNZ0":
        at += 1
    return unit.tag(at) == "E" and unit.tag(at + 1) in ".,;IRS"


def _is_pointing(unit: Unit, at: int) -> bool:
    """welcomes | that decision; wants | that to happen; not: that it was late"""
    return unit.tag(at + 1) in "T.,;I" or (unit.tag(at + 1) == "N" and unit.tag(at + 2) in ".,;:ISCRT")


def _skip_aside(unit: Unit, at: int, leads: frozenset[str]) -> int:
    """demanded | , through the mediators, | that"""
    if unit.tag(at) != "," or unit.tag(at + 1) not in "IR":
        return at
    closing = unit.tags.find(",", at + 1, at + _ASIDE)
    object_behind = OBJECT in leads and unit.tag(closing + 1) in "DPN0"
    leads_on = (
        closing > 0
        and (unit.low(closing + 1) in leads or object_behind)
        and not set("VMA") & set(unit.tags[at:closing])
    )
    return closing + 1 if leads_on else at


def _skip_day(unit: Unit, at: int) -> int:
    """pressed on Friday | , 19 December , | for"""
    days = word_set("contents.time") | word_set("contents.months")
    place = at
    while unit.tag(place) in ",0" or unit.low(place) in days:
        place += 1
    return place if place > at and any(unit.low(one) in days for one in range(at, place)) else at


def find_to(unit: Unit, at: int) -> int | None:
    """Where "to" stands in what somebody is to do: asked [the two governments] | to | name"""
    for place in range(at + 1, min(len(unit.tags), at + _TO_WITHIN)):
        if unit.tags[place] == "T":
            return place
        if unit.tags[place] == "," and "W" in unit.tags[place + 1 : place + 3]:
            closing = unit.tags.find(",", place + 1)
            return closing + 1 if closing > 0 and unit.tag(closing + 1) == "T" else None
        if unit.tags[place] in ".,;:VMAWS" or (unit.tags[place] == "O" and unit.tag(place + 1) == "E"):
            return None
    return None


def _opens_number(unit: Unit, place: int) -> bool:
    """up to 20,000; at least two"""
    return unit.tag(place) == "I" and "0" in unit.tags[place + 1 : place + 3]


def end_target(unit: Unit, first: int, last: int) -> Range | None:
    """Without what the sentence tells beside it: a role, | despite ...; a role, | and welcomed"""
    is_phrase = unit.tags[first] in "DNPZ0O" and unit.low(first - 1) not in ("that", "to")
    for at in range(first + 1, last):
        if _ends_clause(unit, at, first, is_phrase):
            return Range(first, at)
        joined = unit.tags[at] == "C" and unit.tag(at + 1) in "VE" and unit.tag(at - 1) == ","
        if unit.tags[at - 1] == "," and (joined or unit.low(at) in _BESIDE or unit.tags[at] == "W"):
            return Range(first, at - 1)
        if unit.tags[at] == "," and unit.tag(at + 1) == "X":
            return Range(first, at)
    return Range(first, last) if last > first else None


def _ends_clause(unit: Unit, at: int, first: int, is_phrase: bool) -> bool:
    """the timetable | and want ...; leaving the island | and would fight it; a part |, he said"""
    tag, behind = unit.tags[at], unit.tag(at + 1)
    if tag == "C" and behind == "M":
        return True
    if tag == "C" and behind in "VA" and is_phrase:
        return "T" not in unit.tags[first:at]
    if tag == "," and behind == "E" and unit.low(at + 1) in cue_forms():
        return True
    if tag != ",":
        return False
    place = at + 1 + (behind == "C")
    while place - at <= _TELLER and unit.tag(place) in "DPNZO":
        place += 1
    verb = place > at + 1 and unit.tag(place) in ("VEMA" if behind == "C" else "VE")
    told = unit.low(place) in cue_forms() and unit.tag(place + 1) in ".;,"
    return verb and (told or behind == "C")


def clip_condition(unit: Unit, target: Range) -> Range:
    """The target without the condition that hangs on it: move any | before the island is clear"""
    for at in range(target.first + 1, target.last):
        if is_hanging(unit, at):
            last = at
            while last > target.first + 1 and unit.tags[last - 1] in ",RCq":
                last -= 1
            return Range(target.first, last)
    return target


def is_hanging(unit: Unit, at: int) -> bool:
    """Whether a condition or a time that waits for something begins at a place."""
    low, following = unit.low(at), unit.low(at + 1)
    if low in ("when", "if") and unit.low(at - 1) in (
        "say",
        "tell",
        "decide",
        "explain",
        "announce",
        "know",
        "settle",
    ):
        return False
    if (low, following) in _HANGING_PAIRS:
        return (low, following) != ("on", "the") or unit.low(at + 2) in ("understanding", "condition")
    return low in _HANGING and unit.tags[at] in "SIRV"


def split_target(unit: Unit, target: Range, lead: str) -> Iterator[Range]:
    """Each of several that are joined: to respect it | and to let them in; for aid | and for fuel"""
    colon = unit.tags.find(":", target.first, target.last)
    if 0 < colon <= target.first + _LIST and unit.low(colon + 1) in ("that", "to"):
        lead, target = unit.low(colon + 1), Range(colon + 2, target.last)
    first = target.first
    for at in range(target.first + 1, target.last - 1):
        if unit.tags[at] == "C" and at > first and (begin := _joined(unit, at, target, lead)) is not None:
            last = at - 1 if unit.tags[at - 1] == "," else at
            if last > first and begin < target.last:
                yield Range(first, last)
                first = begin
    yield Range(first, target.last)


def _joined(unit: Unit, at: int, target: Range, lead: str) -> int | None:
    """Where the next of several begins behind "and": | that ..., | to ..., | for ..., | the return of"""
    low = unit.low(at + 1)
    if low == lead and low in ("that", "to", "for", "on") and unit.low(at) == "and":
        return at + 2
    inner = unit.tags.find("T", target.first, at)
    if lead in ("for", OBJECT) and low == "for" and inner < 0:
        return at + 2
    if low == "to" and 0 <= inner < at and unit.tag(at + 1) == "T":
        return at + 2
    if inner > target.first and unit.tag(at + 1) in "DNPZG":
        to = find_to(unit, at + 1)
        return at + 1 if to is not None and to < target.last and to - at <= 5 else None
    comma = unit.tags[at - 1] == "," and unit.tag(at + 1) in "DZP" and lead in (OBJECT, "for", "of")
    return at + 1 if comma and not set("VM") & set(unit.tags[at + 1 : target.last]) else None
