"""Meetings that a noun names, and what its sentence tells of them.

[Quellin is hosting] talks between A and B          the verb before it
talks between A and B [were postponed]              the verb behind it
ahead of, during, after, preparations for talks     the words before it
the planned meeting                                 the words within
"""

from dataclasses import dataclass, field

from pactwatch.claims.meeting_modes import (
    CALLED_OFF,
    HELD,
    NOT_HELD,
    PLANNED,
    POSTPONED,
    SUPPOSED,
    Told,
    apply_fate,
    find_fate,
    judge_verb,
    subject_denies,
)
from pactwatch.claims.meeting_parties import Party, is_time, read_parties, subject_parties
from pactwatch.claims.meeting_phrases import Around, find_venue_end, read_behind
from pactwatch.claims.meeting_words import BE, group, verbs
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import start_of_group, start_of_verb

_NOUNS, _WEAK, _VISITS, _CALLS = group("nouns"), group("weak-nouns"), group("visits"), group("calls")
_HOLDING, _HOSTING = verbs("holding-verbs"), verbs("hosting-verbs")
_PLANNING, _WISHING, _REFUSING = verbs("planning-verbs"), verbs("wishing-verbs"), verbs("refusing-verbs")
_WISHED = _WISHING | group("wishing-nouns")
_TRAVELLING, _OCCURRING = verbs("travelling-verbs"), verbs("occurring-verbs")
_PRONOUNS = frozenset(("his", "her", "their", "its"))


@dataclass(slots=True)
class Frame:
    """A meeting as one stretch of a unit tells it: ``trigger`` its word, ``begin`` and ``end`` the places
    that hold it. ``definite``: it may be one told before ("the talks")."""

    trigger: int
    begin: int
    end: int
    status: str | None
    kind: str = ""
    parties: list[Party] = field(default_factory=list)
    host: list[Party] = field(default_factory=list)
    venue: Range | None = None
    named_before: Range | None = None
    about: Range | None = None
    definite: bool = False
    verb: int | None = None
    timed: list[int] = field(default_factory=list)


def is_meeting_noun(unit: Unit, place: int) -> bool:
    """Whether a word names a meeting here: no verb, no news conference, no round of votes."""
    low, tag = unit.low(place), unit.tags[place]
    if low not in _NOUNS or tag in "VE" or (tag == "G" and _is_verb(unit, place)):
        return False
    before = unit.low(place - 1)
    if before in group("not-before"):
        return low in _CALLS and before == "video"
    if low in _CALLS:
        return before in group("before-calls") or unit.low(place + 1) in ("with", "between")
    if low in ("round", "rounds"):
        return unit.low(place + 1) == "of" and unit.low(place + 2) in _NOUNS
    if low in _WEAK and low not in _VISITS:
        return unit.low(place + 1) in ("with", "between") or unit.tag(place - 1) == "P" or before == "peace"
    return unit.tag(place + 1) != "N" or unit.low(place + 1) in ("later", "here") or low not in ("meeting",)


def _is_verb(unit: Unit, place: int) -> bool:
    """is | meeting; after | meeting | Marr"""
    before, after = unit.tag(place - 1), unit.tag(place + 1)
    if before in "DZPN0E" and unit.low(place - 1) not in BE:
        return False
    if before == "G" and unit.low(place - 1) not in BE:
        return False
    return before in "AR" or after in "PDO" or unit.low(place + 1) == "with"


def read_noun(unit: Unit, place: int, *, reported: bool) -> Frame:
    """The meeting that the noun at a place names."""
    word = place
    if unit.low(place) in ("round", "rounds"):
        word = place + 2
    visit = unit.low(place) in _VISITS
    around = read_behind(unit, word + 1, visit=visit)
    first = _start_of_phrase(unit, place)
    frame = Frame(word, first, around.end, None, _kind_of(unit, place), definite=_is_definite(unit, first))
    frame.parties, frame.host = around.parties, around.host
    frame.venue, frame.about, frame.timed = around.venue, around.about, around.timed
    _read_within(unit, frame, first, place)
    _read_status(unit, frame, around, first, reported)
    if around.phoned:
        frame.kind = "phone"
    return frame


def _kind_of(unit: Unit, place: int) -> str:
    if unit.low(place) in _VISITS:
        return "visit"
    return "phone" if unit.low(place) in _CALLS or unit.low(place - 1) in ("phone", "telephone") else ""


def _start_of_phrase(unit: Unit, place: int) -> int:
    first = place
    while first > 0 and (
        unit.tags[first - 1] in "DPNZ0-q" or (unit.tags[first - 1] in "EG" and unit.tag(first - 2) in "DZPN")
    ):
        if is_time(unit, first - 1) and unit.low(first - 1) not in ("last", "next", "this"):
            break
        if unit.low(first - 1) in _WISHED and unit.tag(first - 2) == "D":
            break
        first -= 1
        if unit.tags[first] == "D" and unit.tag(first - 1) != "D":
            break
    return first


def _is_definite(unit: Unit, first: int) -> bool:
    return unit.low(first) in ("the", "these", "those", "this", "that")


def _read_within(unit: Unit, frame: Frame, first: int, place: int) -> None:
    """the ASEAN ministers' meeting; Marr's visit; the Saint Orlan talks; the Marr-Quire talks"""
    last = place
    while (
        last > first
        and unit.tags[last - 1] in "N0"
        and unit.low(last - 1) not in group("generic") | _plurals()
    ):
        last -= 1
    if last <= first or unit.tags[first:last].strip("D") == "":
        return
    own = read_parties(unit, first, last)
    kept = [party for party in own if _takes_part(unit, party)]
    frame.parties = [*kept, *frame.parties]
    if not kept and unit.tags[last - 1] == "P":
        start = last
        while start > first and unit.tags[start - 1] == "P":
            start -= 1
        frame.named_before = Range(start, last)


def _plurals() -> frozenset[str]:
    return frozenset(word for word in group("parties") if word.endswith("s"))


def _takes_part(unit: Unit, party: Party) -> bool:
    """Whether what stands before the noun meets: ministers, Marr's, Ondria-Calvenne; not "the Pell talks\""""
    last = unit.low(party.last - 1)
    hyphened = "-" in unit.tokens[party.last - 1].text.replace("–", "-")[1:] and party.last - party.first == 1
    return party.generic or unit.tags[party.last - 1] == "Z" or last in _plurals() or hyphened


def _read_status(unit: Unit, frame: Frame, around: Around, first: int, reported: bool) -> None:
    within = set(unit.lows[first : frame.trigger])
    for judge in (_by_verb_behind, _by_verb_before, _by_preposition):
        if judge(unit, frame, first, reported):
            break
    if frame.status in (None, HELD) and around.status is not None and frame.verb is None:
        frame.status = around.status
    if frame.status is None or (frame.status == HELD and frame.verb is None):
        frame.status = _by_words_within(within) or frame.status


def _by_words_within(within: set[str]) -> str | None:
    if within & group("cancelled-before"):
        return CALLED_OFF
    if within & group("postponed-before"):
        return POSTPONED
    if within & group("supposed-before"):
        return SUPPOSED
    return PLANNED if within & group("planned-before") else None


def _by_verb_behind(unit: Unit, frame: Frame, first: int, reported: bool) -> bool:
    """the talks, which ..., [will open]; the meeting [was called off]"""
    if unit.tag(first - 1) in "IT" and unit.tag(first - 1) != ".":
        return False
    at = _skip_aside(unit, frame.end)
    if unit.tag(at) not in "AMVEXRB":
        return False
    verb = _main_verb(unit, at)
    if verb is None:
        return False
    told = _judge_predicate(unit, verb, reported)
    fate = find_fate(unit, verb)
    status = apply_fate(fate, told.status) if fate else told.status
    if status is not None and subject_denies(unit, first):
        status = NOT_HELD
    behind = read_behind(unit, _end_of_verb(unit, verb))
    if fate is None and unit.low(verb) not in _OCCURRING and unit.low(verb) != "held" and not behind.timed:
        status = status if status in (PLANNED, SUPPOSED, NOT_HELD) else HELD if told.status == HELD else None
    frame.status, frame.verb = status, verb
    frame.venue = frame.venue or behind.venue
    frame.parties.extend(behind.parties if unit.low(verb) not in ("brought", "bring") else ())
    frame.about = frame.about or behind.about
    frame.timed.extend(behind.timed)
    frame.end = max(frame.end, behind.end)
    return True


def _judge_predicate(unit: Unit, verb: int, reported: bool) -> Told:
    """is due on Friday, is planned for May, are under way, were held"""
    low = unit.low(verb)
    if low in group("planned-words") or low in ("planned", "scheduled"):
        begin = start_of_group(unit, verb)
        negated = any(word in ("not", "never") or word.endswith("n't") for word in unit.lows[begin:verb])
        return Told(NOT_HELD if negated else PLANNED, begin)
    if low in group("wished-words"):
        return Told(SUPPOSED, verb)
    return judge_verb(unit, verb, reported=reported)


def _main_verb(unit: Unit, at: int) -> int | None:
    """The last verb of the group that begins here: will be | held; has been | postponed; are | due"""
    place = at
    while place < len(unit.tags) and unit.tags[place] in "AMXRB":
        place += 1
    if unit.tag(place) == "T" and unit.tag(place + 1) in "VAN":
        place += 1
        while unit.tag(place) in "AR":
            place += 1
    if unit.tag(place) in "VEG" or unit.low(place) in group("planned-words") or find_fate(unit, place):
        return place
    return place - 1 if place > at and unit.tags[place - 1] == "A" else None


def _end_of_verb(unit: Unit, verb: int) -> int:
    at = verb + 1
    while unit.low(at) in (
        "off",
        "back",
        "up",
        "down",
        "place",
        "under",
        "way",
        "underway",
        "again",
        "over",
        "to",
        "take",
        "be",
        "held",
        "open",
        "begin",
        "start",
        "resume",
        "forward",
        "ahead",
        "on",
    ) and not is_time(unit, at):
        if unit.low(at) in ("on", "over", "to") and (is_time(unit, at + 1) or unit.tag(at + 1) in "DP0N"):
            break
        at += 1
    return at


def _skip_aside(unit: Unit, end: int) -> int:
    """The meeting | , which mediators say will ..., | comes"""
    if unit.tag(end) == "," and unit.tag(end + 1) in "WGE":
        closing = unit.tags.find(",", end + 1)
        return closing + 1 if closing > 0 else end
    return end + (unit.tag(end) == "," and unit.tag(end + 1) in "AMVE")


def _by_verb_before(unit: Unit, frame: Frame, first: int, reported: bool) -> bool:
    """Quellin [will host] talks; [postponed] the summit; [called for] a meeting"""
    at = first - 1
    if unit.low(at) in ("for", "to", "off", "on", "in", "out") and unit.tag(at - 1) in "VEGN" and at > 1:
        at -= unit.low(at - 1) in _WISHING | verbs("cancelling-verbs") | {
            "called",
            "call",
            "put",
            "return",
            "rule",
            "ruled",
            "took",
            "take",
            "agreed",
            "agree",
            "prepare",
            "preparing",
            "prepared",
        }
    if at < 0 or unit.tags[at] not in "VEGN" or unit.low(at) in ("calls", "hopes"):
        return False
    low = unit.low(at)
    fate = find_fate(unit, at)
    kind = _kind_of_verb(low)
    if fate is None and kind is None:
        return False
    if unit.tags[at] == "N" and fate is None:
        return False
    told = judge_verb(unit, at, reported=reported)
    status = apply_fate(fate, told.status) if fate else _combine(kind, told.status)
    frame.status, frame.verb = status, at
    subject = find_subject_before(unit, told.begin)
    if low not in _PLANNING or low in ("agreed", "agree", "plan", "plans", "planning", "planned"):
        _add_subject(unit, frame, subject, hosts=low in _HOSTING)
    if subject is not None:
        frame.begin = min(frame.begin, subject.first)
        if subject_denies(unit, subject.first) and status == HELD:
            frame.status = NOT_HELD
    return True


def _kind_of_verb(low: str) -> str | None:
    if low in _HOLDING or low in ("took", "take", "taken", "taking", "takes"):
        return HELD
    if low in _REFUSING or low in ("ruled", "rule"):
        return NOT_HELD
    if low in _PLANNING:
        return PLANNED
    return SUPPOSED if low in _WISHING else None


def _combine(kind: str | None, mode: str | None) -> str | None:
    """The verb's own meaning in its mode: will refuse a meeting, did not plan a meeting"""
    if kind == HELD:
        return mode
    if mode == NOT_HELD:
        return None if kind == NOT_HELD else NOT_HELD
    if kind == PLANNED:
        return SUPPOSED if mode == SUPPOSED else PLANNED
    return kind if mode is not None else SUPPOSED


def _add_subject(unit: Unit, frame: Frame, subject: Range | None, hosts: bool = False) -> None:
    found = list(subject_parties(unit, subject))
    if hosts:
        frame.host = [*found, *frame.host]
    else:
        frame.parties = [*found, *frame.parties]


def _by_preposition(unit: Unit, frame: Frame, first: int, reported: bool) -> bool:
    """ahead of, during, after, for, in, preparations for the talks"""
    at = first - 1
    low, before = unit.low(at), unit.low(at - 1)
    if (
        (low == "of" and before in ("ahead", "advance"))
        or low in ("before", "pending", "until")
        or (low == "to" and before == "prior")
    ):
        frame.status = PLANNED
    elif low == "of" and before in group("edges"):
        frame.status = HELD
        _add_attending(unit, frame, at - 1)
    elif low == "for":
        return _by_for(unit, frame, at, reported)
    elif low in ("about", "of", "on") and before in group("wishing-nouns"):
        frame.status = SUPPOSED
    elif low in group("lasting-before") and unit.tag(at) in "IS":
        frame.status = HELD
        _add_attending(unit, frame, at)
    else:
        return False
    return True


def _by_for(unit: Unit, frame: Frame, at: int, reported: bool) -> bool:
    """traveled to Pell for talks; preparations were under way for a meeting; hopes for talks"""
    for place in range(at - 1, max(-1, at - 14), -1):
        low, tag = unit.low(place), unit.tags[place]
        if tag in ".;:SQ":
            break
        if tag in "VEG" and low in _TRAVELLING and low not in ("left", "leave"):
            told = judge_verb(unit, place, reported=reported)
            _travel(unit, frame, place, told, at)
            return True
        if low in group("planning-nouns") or (tag in "VEG" and low in _PLANNING):
            frame.status = PLANNED
            return True
        if low in _WISHED or low in _REFUSING:
            frame.status = SUPPOSED
            return True
    return False


def _travel(unit: Unit, frame: Frame, verb: int, told: Told, end: int) -> None:
    """Negotiators [flew to Pell] for talks"""
    frame.status, frame.verb = told.status, verb
    subject = find_subject_before(unit, start_of_verb(unit, verb) if told.leading is None else told.begin)
    _add_subject(unit, frame, subject)
    if subject is not None:
        frame.begin = min(frame.begin, subject.first)
        if subject_denies(unit, subject.first) and told.status == HELD:
            frame.status = NOT_HELD
    frame.venue = frame.venue or find_destination(unit, verb, end)


def find_destination(unit: Unit, verb: int, end: int) -> Range | None:
    """flew [to Pell] for talks"""
    for at in range(verb + 1, end):
        if (
            unit.low(at) in ("to", "in", "at", "into")
            and (last := find_venue_end(unit, at + 1))
            and last <= end
        ):
            return Range(at + 1 + (unit.tag(at + 1) == "D" and unit.tags[last - 1] == "P"), last)
    return None


def _add_attending(unit: Unit, frame: Frame, at: int) -> None:
    """Marr said this [during talks with Quire]; [After talks with Quire,] Marr said: who is there"""
    if unit.tag(at) not in "IN":
        return
    subject = _subject_near(unit, at)
    if subject is None and at <= 1 and unit.tag(frame.end) == ",":
        subject = _subject_behind(unit, frame.end + 1)
    if subject is None or unit.tags[subject.first] in "W":
        return
    found = [p for p in subject_parties(unit, subject) if p.named or unit.tags[p.first] == "O"]
    frame.parties = [*found, *frame.parties]
    if found and subject.first < frame.begin:
        frame.begin = subject.first


def _subject_near(unit: Unit, at: int) -> Range | None:
    """The subject of the nearest verb before a place, in its own clause."""
    for place in range(at - 1, 0, -1):
        if unit.tags[place] in ".;:SWQ":
            return None
        if unit.tags[place] in "VE" and unit.tag(place - 1) not in "DIT":
            return find_subject_before(unit, start_of_verb(unit, place))
    return None


def _subject_behind(unit: Unit, first: int) -> Range | None:
    at = first
    while unit.tag(at) in "DPNZ0":
        at += 1
    return Range(first, at) if at > first and unit.tag(at) in "VEAM" else None
