"""What stands around the word for a meeting: with whom, where, on what, on which day.

    talks | between Ondria and Calvenne | in Saint Orlan | on Friday | on the second phase
    met | Emeric Tolland, the waterways minister, | at the port of Pell | to discuss the truce
Read from left to right; what does not belong to the meeting ends it.
"""

from dataclasses import dataclass, field

from pactwatch.claims.meeting_parties import Party, find_end, is_time, read_parties
from pactwatch.claims.meeting_words import MONTHS, WEEKDAYS, group, verbs
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set

_WITH = frozenset(("between", "with", "among", "involving", "alongside", "amongst"))
_HOSTED = verbs("hosting-verbs") | frozenset(("led", "sponsored", "brokered"))
_AT = frozenset(("in", "at", "near", "outside", "aboard"))
_TOPICS, _ABOUT_VERBS = group("topics"), group("about-verbs")
_PLACES = word_set("where.places")
_PARTICIPLES = {
    "held": "held",
    "taking": "held",
    "planned": "planned",
    "scheduled": "planned",
    "due": "planned",
    "set": "planned",
    "expected": "planned",
    "slated": "planned",
    "proposed": "supposed",
    "to": "planned",
}
_LEADS_TO_DAY = frozenset("on for in of the since from to until till".split())
_OPENS_DAY = (_LEADS_TO_DAY - {"of", "the"}) | {"late", "early"}
_NOUNS = group("nouns")
_WAYS = group("ways")
_LONGEST_ABOUT = 24


@dataclass(slots=True)
class Around:
    """What was read behind the word: ``end`` is the place where it ends, ``status`` what a participle says
    ("talks planned for Friday"), ``host`` who called or mediates it, ``timed`` the places of its time."""

    end: int
    parties: list[Party] = field(default_factory=list)
    host: list[Party] = field(default_factory=list)
    venue: Range | None = None
    about: Range | None = None
    status: str | None = None
    phoned: bool = False
    gives_place: bool = False
    timed: list[int] = field(default_factory=list)


def read_behind(unit: Unit, first: int, *, objects: bool = False, visit: bool = False) -> Around:
    """All that belongs to a meeting behind its word. ``objects``: those met follow at once ("met Marr");
    ``visit``: "to" leads to a place."""
    around = Around(first)
    if objects:
        _take_parties(unit, around, first)
    while around.end < len(unit.tags):
        before = around.end
        _take_next(unit, around, visit)
        if around.end == before:
            break
    return around


def _take_next(unit: Unit, around: Around, visit: bool) -> None:
    at = around.end + (unit.tag(around.end) == ",")
    if (way := _skip_way(unit, at)) > at:
        around.end = way
        return
    low, tag = unit.low(at), unit.tag(at)
    if low in _WITH or (low in ("of", "including") and tag == "I"):
        _take_parties(unit, around, at + 1)
    elif low in ("by", "over", "for") or (low in _HOSTED and unit.low(at + 1) == "by"):
        _take_by(unit, around, at, visit)
    elif _is_day(unit, at):
        _take_day(unit, around, at)
    elif low in _AT or (visit and low == "to"):
        _take_venue(unit, around, at)
    elif (low == "to" and unit.low(at + 1) in ("be", "take")) or (
        low in _PARTICIPLES and tag in "EGN" and around.end == at
    ):
        _take_participle(unit, around, at)
    elif (
        (low in _TOPICS and unit.tag(at + 1) != "0")
        or low in ("aimed", "focused", "focusing", "focussing")
        or _opens_aim(unit, at)
    ):
        _take_about(unit, around, at)


def _is_participle(unit: Unit, at: int, end: int) -> bool:
    """talks | planned for Friday; a summit | , to be held in Pell"""
    if unit.low(at) == "to":
        return unit.low(at + 1) in ("be", "take")
    return unit.low(at) in _PARTICIPLES and unit.tag(at) in "EGN" and end == at


def _take_by(unit: Unit, around: Around, at: int, visit: bool) -> None:
    """by Friday; by phone; hosted by Quellin; for May"""
    low = unit.low(at)
    if low in ("by", "for") and is_time(unit, at + 1):
        around.timed.append(at + 1)
        around.end = at + 2
    elif unit.low(at + 1) in ("phone", "telephone"):
        around.phoned, around.end = True, at + 2
    elif low == "by" or low in _HOSTED:
        _take_host(unit, around, at + 1 + (low != "by"), low == "by" and visit)
        around.gives_place = low == "hosted"
    elif _is_day(unit, at):
        _take_day(unit, around, at)
    elif low == "over":
        _take_about(unit, around, at)


def _skip_way(unit: Unit, at: int) -> int:
    """separately; in secret; behind closed doors; for three hours; face to face"""
    if unit.low(at) in _WAYS and unit.tag(at) in "RN":
        return at + 3 if unit.low(at) == "face" else at + 1
    if unit.low(at) in ("at", "over") and "weekend" in unit.lows[at + 1 : at + 4]:
        return unit.lows.index("weekend", at) + 1
    if unit.low(at) in ("in", "behind", "for"):
        for last in (at + 1, at + 2, at + 3):
            if unit.low(last) in _WAYS and unit.tag(at + 1) in "DN0E":
                return last + 1
    return at


def _take_parties(unit: Unit, around: Around, first: int) -> None:
    last = find_end(unit, first)
    found = read_parties(unit, first, last)
    if found:
        around.parties.extend(found)
        around.end = last
        _close_aside(unit, around)


def _close_aside(unit: Unit, around: Around) -> None:
    """with Marr, [the Quellish envoy], | in Pell: the comma behind what is set beside a name"""
    at = around.end
    if unit.tag(at) == "," and unit.low(at + 1) in ("who", "whose") and unit.tag(at + 1) == "W":
        closing = unit.tags.find(",", at + 2)
        around.end = closing if 0 < closing < at + 20 else at


def _take_host(unit: Unit, around: Around, first: int, visits: bool) -> None:
    """hosted by [Quellin]; a visit by [Marr]"""
    last = find_end(unit, first)
    found = read_parties(unit, first, last)
    if found:
        (around.parties if visits else around.host).extend(found)
        around.end = last


def _is_day(unit: Unit, at: int) -> bool:
    opens = unit.low(at) in _OPENS_DAY
    place = at + opens
    if not is_time(unit, place) and unit.tag(place) != "0":
        return False
    if unit.tag(place) == "0":
        last = (
            place + 2 if unit.low(place + 1) in ("and", "to", "-") and unit.tag(place + 2) == "0" else place
        )
        return unit.low(last + 1) in MONTHS or (opens and unit.tag(place + 1) in ".,")
    return unit.low(place) != "this" or is_time(unit, place + 1)


def _take_day(unit: Unit, around: Around, at: int) -> None:
    start = at
    while at < len(unit.tags) and (
        is_time(unit, at)
        or unit.tags[at] == "0"
        or (unit.low(at) in ("and", "to", "-") and unit.tag(at - 1) == "0" and unit.tag(at + 1) == "0")
        or unit.low(at) in _LEADS_TO_DAY
    ):
        if unit.low(at) in _LEADS_TO_DAY and not _is_time_ahead(unit, at):
            break
        around.timed.append(at)
        at += 1
    around.end = max(at, start)


def _is_time_ahead(unit: Unit, at: int) -> bool:
    following = unit.low(at + 1)
    return is_time(unit, at + 1) or unit.tag(at + 1) == "0" or following in WEEKDAYS or following == "the"


def _take_venue(unit: Unit, around: Around, at: int) -> None:
    """in [Miami], Florida; at [the port of Pell]"""
    last = find_venue_end(unit, at + 1)
    if last is None:
        return
    first = at + 1 + (unit.tag(at + 1) == "D" and unit.tags[last - 1] == "P")
    if around.venue is None:
        around.venue = Range(first, last)
    around.end = skip_region(unit, last)


def find_venue_end(unit: Unit, first: int) -> int | None:
    """Where a place ends that begins here; None where it is none."""
    at = first + (unit.tag(first) in "DZ")
    start = at
    if at == first and unit.tag(at) != "P" and unit.low(at) not in _PLACES:
        return None
    while at - first < 9 and (
        (unit.tag(at) == "P" and not is_time(unit, at))
        or (unit.tag(at) in "NE" and at - start < 4 and not is_time(unit, at))
        or (unit.low(at) in ("of", "in", "near") and at > start and unit.tag(at + 1) in "PD")
        or (unit.tag(at) == "D" and unit.low(at - 1) in ("of", "in", "near"))
        or (unit.tag(at) == "Z" and unit.tag(at + 1) in "PN")
    ):
        at += 1
    while at > start and unit.tags[at - 1] in "NEI" and unit.low(at - 1) not in _PLACES:
        at -= 1
    if at == start or not _NOUNS.isdisjoint(unit.lows[first:at]):
        return None
    return at if unit.tags[at - 1] == "P" or unit.low(at - 1) in _PLACES else None


def skip_region(unit: Unit, last: int) -> int:
    """Miami | , Florida |"""
    at = last + 1
    if unit.tag(last) != ",":
        return last
    while unit.tag(at) == "P" and not is_time(unit, at):
        at += 1
    return at if at > last + 1 and unit.tag(at) in ",." else last


def _take_participle(unit: Unit, around: Around, at: int) -> None:
    """talks [planned] for Friday; a meeting [held] in Pell; a summit [expected to take place] in May"""
    status = _PARTICIPLES[unit.low(at)]
    place = at + 1
    if unit.low(at) == "taking" and unit.low(place) != "place":
        return
    while unit.low(place) in ("to", "be", "held", "take", "place", "for", "early", "late"):
        place += 1
    around.status, around.end = status, place
    if is_time(unit, place) or unit.tag(place) == "0":
        _take_day(unit, around, place)


def _opens_aim(unit: Unit, at: int) -> bool:
    """to discuss the truce"""
    return unit.low(at) == "to" and unit.tag(at) == "T" and unit.low(at + 1) in _ABOUT_VERBS


def _take_about(unit: Unit, around: Around, at: int) -> None:
    first = at + 1
    if unit.low(at) in ("aimed", "focused", "focusing", "focussing"):
        if unit.low(at + 1) not in ("at", "on"):
            return
        first = at + 2
    elif unit.low(at) == "to":
        first = at + 1
    last = first
    while last < len(unit.tags) and last - first < _LONGEST_ABOUT and _tells_about(unit, first, last):
        last += 1
    while last > first and unit.tags[last - 1] in "ICDT":
        last -= 1
    if last > first:
        around.about = around.about or Range(first, last)
        around.end = last


def _tells_about(unit: Unit, first: int, at: int) -> bool:
    tag, low = unit.tags[at], unit.low(at)
    if low in _WITH or is_time(unit, at) or (low == "on" and is_time(unit, at + 1)):
        return False
    return tag in "DPNZ0GIqECOR-" or (tag in "VT" and at - first < 2)
