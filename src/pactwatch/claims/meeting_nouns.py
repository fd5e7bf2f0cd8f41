"""Meetings that a noun names, and what its sentence tells of them.

[Quellin is hosting] talks between A and B          the verb before it
talks between A and B [were postponed]              the verb behind it
ahead of, during, after, preparations for talks     the words before it
the planned meeting                                 the words within
"""

from pactwatch.claims.meeting_before import judge_before
from pactwatch.claims.meeting_behind import judge_behind, judge_there
from pactwatch.claims.meeting_frames import (
    Frame,
    start_of_days,
    start_of_phrase,
)
from pactwatch.claims.meeting_modes import (
    CALLED_OFF,
    HELD,
    PLANNED,
    POSTPONED,
    SUPPOSED,
)
from pactwatch.claims.meeting_parties import Party, read_parties
from pactwatch.claims.meeting_phrases import Around, read_behind
from pactwatch.claims.meeting_prepositions import judge_preposition
from pactwatch.claims.meeting_words import BE, group
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range

_NOUNS, _WEAK, _VISITS, _CALLS = group("nouns"), group("weak-nouns"), group("visits"), group("calls")


def is_meeting_noun(unit: Unit, place: int) -> bool:
    """Whether a word names a meeting here: no verb, no news conference, no round of votes."""
    low, tag = unit.low(place), unit.tags[place]
    if low not in _NOUNS or (tag in "VE" and not _is_object(unit, place)):
        return False
    if tag == "G" and _is_verb(unit, place):
        return False
    before = unit.low(place - 1)
    if before in group("not-before"):
        return low in _CALLS and before == "video"
    if low in _CALLS:
        return before in group("before-calls") or unit.low(place + 1) in ("with", "between")
    if low in ("round", "rounds"):
        return _talks_of_round(unit, place) is not None
    if low in _WEAK and low not in _VISITS:
        return unit.low(place + 1) in ("with", "between") or unit.tag(place - 1) == "P" or before == "peace"
    return unit.tag(place + 1) != "N" or unit.low(place + 1) in ("later", "here") or low not in ("meeting",)


def _talks_of_round(unit: Unit, place: int) -> int | None:
    """a round of | indirect | talks"""
    if unit.low(place) not in ("round", "rounds") or unit.low(place + 1) != "of":
        return None
    return next((at for at in range(place + 2, place + 5) if unit.low(at) in _NOUNS), None)


def _is_object(unit: Unit, place: int) -> bool:
    """hold | talks; suspended | talks; Talks | between: a noun that could be a verb"""
    if place == 0:
        return unit.low(1) in ("between", "with", "in", "on")
    plural = unit.low(place) == "talks" and (unit.tags[place - 1] == "T" or unit.low(place + 1) == "between")
    return plural or (unit.tags[place - 1] in "EGVIA" and unit.tags[place] == "V")


def _is_verb(unit: Unit, place: int) -> bool:
    """is | meeting; after | meeting | Marr"""
    before, after = unit.tag(place - 1), unit.tag(place + 1)
    if before in "DZPN0E" and unit.low(place - 1) not in BE:
        return False
    if before == "G" and unit.low(place - 1) not in BE:
        return False
    if unit.low(place - 1) in group("ordinals"):
        return False
    return before in "AR" or after in "PDO" or unit.low(place + 1) == "with"


def read_noun(unit: Unit, place: int, *, reported: bool) -> Frame:
    """The meeting that the noun at a place names."""
    word = _talks_of_round(unit, place) or place
    visit = unit.low(place) in _VISITS
    around = read_behind(unit, word + 1, visit=visit)
    first = start_of_days(unit, start_of_phrase(unit, place))
    frame = Frame(word, first, around.end, None, _kind_of(unit, place), definite=_is_definite(unit, first))
    frame.parties, frame.host, frame.gives_place = around.parties, around.host, around.gives_place
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
    for judge in (judge_there, judge_behind, judge_before, judge_preposition):
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
    ahead = within & {"tomorrow's", "coming", "next"} or within & group("planned-before")
    return PLANNED if ahead else None
