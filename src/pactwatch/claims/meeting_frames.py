"""A meeting as one stretch of a sentence tells it, and what its parts lead to: subjects, destinations."""

from dataclasses import dataclass, field

from pactwatch.claims.meeting_modes import (
    HELD,
    NOT_HELD,
    Told,
    subject_denies,
)
from pactwatch.claims.meeting_parties import Party, is_time, subject_parties
from pactwatch.claims.meeting_phrases import find_venue_end, read_behind
from pactwatch.claims.meeting_words import TIME_NOUNS, group, verbs
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import start_of_verb

_WISHED = verbs("wishing-verbs") | group("wishing-nouns")
#: Verbs that are nouns too: Ondria and Calvenne | hold | talks.
VERBS_AND_NOUNS = frozenset(("hold", "host", "plan", "open", "schedule", "delay", "cancel"))


@dataclass(slots=True)
class Frame:
    """A meeting as one stretch of a unit tells it: ``trigger`` its word, ``begin`` and ``end`` the places
    that hold it. ``definite``: it may be one told before ("the talks"); ``gives_place``: its host is said to
    host it; ``joined``: the sentence goes on at it ("met Marr at the summit"). ``named_before`` is a name
    before its word that may be its place, ``timed`` are the places of the words for its day."""

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
    gives_place: bool = False
    joined: bool = False
    timed: list[int] = field(default_factory=list)


def start_of_phrase(unit: Unit, place: int) -> int:
    first = place
    while first > 0 and _extends(unit, first - 1):
        first -= 1
        if unit.tags[first] == "D" and unit.tag(first - 1) != "D":
            break
    return first


def start_of_days(unit: Unit, first: int) -> int:
    """Two days of | talks; a series of | meetings"""
    if unit.low(first - 1) == "of" and unit.low(first - 2) in TIME_NOUNS | {"series"}:
        return start_of_phrase(unit, first - 2)
    return first


def _extends(unit: Unit, at: int) -> bool:
    """Whether a word stands in the phrase that goes on behind it: the | long | delayed | talks"""
    tag, low, before = unit.tags[at], unit.low(at), unit.tag(at - 1)
    if low in group("ordinals"):
        return True
    if tag in "EG":
        return before in "DZ" or "-" in low
    if tag not in "DPNZ0-q" or (is_time(unit, at) and low not in ("last", "next", "this") and tag != "Z"):
        return False
    return not ((low in _WISHED and before == "D") or (low in VERBS_AND_NOUNS and before in "PNT)"))


def add_subject(unit: Unit, frame: Frame, subject: Range | None, hosts: bool = False) -> None:
    found = list(subject_parties(unit, subject))
    if hosts:
        frame.host = [*found, *frame.host]
    else:
        frame.parties = [*found, *frame.parties]


def travel(unit: Unit, frame: Frame, verb: int, told: Told, end: int) -> None:
    """Negotiators [flew to Pell] for talks"""
    frame.status, frame.verb = told.status, verb
    subject = find_subject_before(unit, min(start_of_verb(unit, verb), told.begin))
    add_subject(unit, frame, subject)
    if subject is not None:
        frame.begin = min(frame.begin, subject.first)
        if subject_denies(unit, subject.first) and told.status == HELD:
            frame.status = NOT_HELD
    reach = find_destination(unit, verb, end)
    frame.venue = frame.venue or reach
    frame.timed += read_behind(unit, reach.last).timed if reach is not None else []


def find_destination(unit: Unit, verb: int, end: int) -> Range | None:
    """flew [to Pell] for talks; to visit [Pell] for talks"""
    direct = unit.low(verb) in verbs("visiting-verbs")
    for at in range(verb, end):
        if (at == verb and direct) or unit.low(at) in ("to", "in", "at", "into"):
            last = find_venue_end(unit, at + 1)
            if last is not None and last <= end:
                return Range(at + 1 + (unit.tag(at + 1) == "D" and unit.tags[last - 1] == "P"), last)
    return None


def verb_near(unit: Unit, at: int) -> int | None:
    """The nearest verb before a place, in its own clause."""
    for place in range(at - 1, 0, -1):
        if unit.tags[place] in ".;:SWQ":
            return None
        if unit.tags[place] == "G" and unit.tags[place - 1] == ",":
            return place
        if unit.tags[place] in "VEA" and unit.tag(place - 1) not in "DI":
            return place
    return None


def subject_near(unit: Unit, at: int) -> Range | None:
    """The subject of the nearest verb before a place; none of an infinitive."""
    verb = verb_near(unit, at)
    if verb is None or (unit.tags[verb] == "V" and unit.tag(verb - 1) == "T"):
        return None
    if unit.tags[verb] == "G":
        return find_subject_before(unit, verb - 1)
    return find_subject_before(unit, start_of_verb(unit, verb))


def subject_behind(unit: Unit, first: int) -> Range | None:
    at = first
    while unit.tag(at) in "DPNZ0":
        at += 1
    return Range(first, at) if at > first and unit.tag(at) in "VEAM" else None
