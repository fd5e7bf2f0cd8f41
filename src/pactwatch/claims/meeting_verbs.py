"""Meetings that a verb tells.

Marr [met] Quire in Pell · envoys [are gathering] in Pell · Quellin [received] the Ondrian minister
Marr [spoke by phone] with Quire · [discussed] the truce with Quire · [sat down] with both sides
"""

from pactwatch.claims.meeting_frames import Frame, find_destination
from pactwatch.claims.meeting_modes import HELD, NOT_HELD, SUPPOSED, judge_verb, subject_denies
from pactwatch.claims.meeting_parties import Party, is_time, subject_parties
from pactwatch.claims.meeting_phrases import Around, find_venue_end, read_behind
from pactwatch.claims.meeting_words import BE, group, verbs
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_main_subject, find_subject_before
from pactwatch.claims.verb_groups import is_passive, start_of_verb

_MEETING, _NEEDS_OTHERS = verbs("meeting-verbs"), verbs("needs-others")
_RECEIVING, _VISITING, _RINGING = verbs("receiving-verbs"), verbs("visiting-verbs"), verbs("ringing-verbs")
_PHONING, _DISCUSSING = verbs("phoning-verbs"), verbs("discussing-verbs")
_SITTING = frozenset(("sat", "sit", "sits", "sitting"))
_ARRIVING = frozenset(("arrived", "arrive", "arrives", "arriving"))
ALL_VERBS = _MEETING | _RECEIVING | _VISITING | _RINGING | _PHONING | _DISCUSSING | _SITTING | _ARRIVING


def read_verb(unit: Unit, place: int, *, reported: bool) -> Frame | None:
    """The meeting that the verb at a place tells; None where it tells none."""
    around = _read_objects(unit, place)
    if around is None:
        return None
    told = judge_verb(unit, place, reported=reported)
    if told.status is None:
        return None
    subject = _find_subject(unit, place, told.begin, told.leading)
    passive = unit.tags[place] == "E" and is_passive(unit, told.begin, place)
    frame = Frame(place, place, around.end, told.status, _kind_of(unit, place, around), verb=place)
    frame.venue, frame.about, frame.timed = around.venue, around.about, around.timed
    own = list(subject_parties(unit, subject))
    frame.parties = [*around.host, *own, *around.parties] if passive else [*own, *around.parties]
    if subject is not None:
        frame.begin = min(frame.begin, subject.first)
        if subject_denies(unit, subject.first) and frame.status == HELD:
            frame.status = NOT_HELD
    if _is_wished(unit, place, told.begin, own):
        frame.status = SUPPOSED
    if told.leading is not None:
        reach = find_destination(unit, told.leading, place)
        frame.venue = frame.venue or reach
        frame.timed += read_behind(unit, reach.last).timed if reach is not None else []
    frame.venue = frame.venue or _opening_venue(unit, subject)
    return frame if _is_meeting(unit, place, frame, own, around, passive) else None


def _is_wished(unit: Unit, place: int, begin: int, own: list[Party]) -> bool:
    """insist that Marr | meet Quire: a bare form behind one person"""
    bare = unit.tags[place] == "V" and begin == place and not unit.low(place).endswith("s")
    return bare and unit.tag(begin - 1) != "T" and len(own) == 1 and own[0].person


def _kind_of(unit: Unit, place: int, around: Around) -> str:
    if unit.low(place) in _VISITING:
        return "visit"
    ringing = unit.low(place) in _RINGING or around.phoned
    return "phone" if ringing else ""


def _read_objects(unit: Unit, place: int) -> Around | None:
    """What stands behind the verb, by what it asks for; None where that is not there."""
    low = unit.low(place)
    if low in _PHONING and low not in _MEETING:
        return _read_phoned(unit, place)
    if low in _SITTING:
        behind = place + 1 + (unit.low(place + 1) == "down")
        return read_behind(unit, behind) if unit.low(behind) in ("with", "together") else None
    if low in _DISCUSSING:
        return _read_discussed(unit, place)
    if low in _VISITING:
        return _read_visited(unit, place)
    return read_behind(unit, place + 1, objects=low not in _NEEDS_OTHERS)


def _read_phoned(unit: Unit, place: int) -> Around | None:
    """spoke | by phone with Marr; talked to Marr by phone"""
    behind = place + 1
    phoned = unit.low(behind) in ("by", "over", "on") and any(
        unit.low(at) in group("by-phone") for at in (behind + 1, behind + 2)
    )
    if phoned:
        behind += 2 + (unit.low(behind + 1) == "the")
    if unit.low(behind) not in ("with", "to"):
        return None
    around = read_behind(unit, behind + 1, objects=True)
    around.phoned = around.phoned or phoned
    return around if around.phoned and around.parties else None


def _read_discussed(unit: Unit, place: int) -> Around | None:
    """discussed | the truce | with Marr in Pell"""
    at = place + 1
    while at < min(len(unit.tags), place + 24) and unit.low(at) != "with" and unit.tags[at] in "DPNZ0IGCqEO":
        at += 1
    if at == place + 1 or is_time(unit, place + 1):
        return None
    phone = next((by for by in range(place + 1, at) if unit.low(by) in group("by-phone")), None)
    around = read_behind(unit, at)
    around.phoned = around.phoned or phone is not None
    around.about = Range(place + 1, at if phone is None else max(place + 2, phone - 1))
    return around


def _read_visited(unit: Unit, place: int) -> Around | None:
    """visited | Pell | on Friday: a place by its name"""
    last = find_venue_end(unit, place + 1)
    if last is None or unit.tags[last - 1] != "P" or unit.tag(place + 1) not in "PD" or last > place + 4:
        return None
    around = read_behind(unit, last, visit=True)
    around.venue = Range(place + 1 + (unit.tag(place + 1) == "D"), last)
    return around


def _find_subject(unit: Unit, place: int, begin: int, leading: int | None) -> Range | None:
    if unit.tags[place] == "G" and leading is None and not set(unit.lows[begin:place]) & BE:
        if unit.tag(begin - 1) == "," and (beside := find_subject_before(unit, begin - 1)) is not None:
            return beside
        return find_main_subject(unit, begin - 1) if begin > 1 else _subject_behind_comma(unit, place)
    if leading is not None and unit.tags[leading] == "G" and not set(unit.lows[begin:leading]) & BE:
        return find_main_subject(unit, begin - 1)
    start = begin if leading is not None or unit.tag(begin) in "AMX" else start_of_verb(unit, place)
    found = find_subject_before(unit, min(start, begin))
    if found is not None and unit.tags[found.first] == "W":
        return _antecedent(unit, found.first)
    return found


def _antecedent(unit: Unit, place: int) -> Range | None:
    """Marr, | who met Quire, ...; the envoy | who met Quire"""
    last = place - (unit.tag(place - 1) == ",")
    if unit.low(place) not in ("who", "that", "which"):
        return None
    first = last
    while first > 0 and unit.tags[first - 1] in "PNZD":
        first -= 1
    return Range(first, last) if first < last else None


def _subject_behind_comma(unit: Unit, place: int) -> Range | None:
    comma = unit.tags.find(",", place)
    first = comma + 1
    at = first
    while comma > 0 and unit.tag(at) in "DPNZ0":
        at += 1
    return Range(first, at) if comma > 0 and at > first and unit.tag(at) in "VEAM" else None


def _opening_venue(unit: Unit, subject: Range | None) -> Range | None:
    """In Pell, | envoys met ...: right before the subject, at the head of the sentence"""
    if subject is None or unit.low(0) not in ("in", "at") or subject.first > 9:
        return None
    last = find_venue_end(unit, 1)
    if last is None:
        return None
    behind = last
    while behind < subject.first and (
        is_time(unit, behind) or unit.tags[behind] in ",0" or unit.low(behind) == "on"
    ):
        behind += 1
    if behind != subject.first:
        return None
    return Range(1 + (unit.tag(1) == "D"), last)


def _is_meeting(
    unit: Unit, place: int, frame: Frame, own: list[Party], around: Around, passive: bool
) -> bool:
    low = unit.low(place)
    met = around.parties or around.host
    if low in _DISCUSSING:
        together = len(own) > 1 and unit.tag(place - 1) == "T"
        return bool(own) and (together or any(party.named for party in around.parties))
    if low in _RINGING or low in _SITTING:
        return bool(own) and bool(met)
    if low in _VISITING:
        return any(_is_somebody(unit, party) for party in own)
    if low in _RECEIVING:
        return _is_received(unit, own, around, passive)
    if low in _ARRIVING:
        return _arrives(unit, own, frame)
    if low in _NEEDS_OTHERS:
        several = len(own) > 1 or any(party.generic for party in own)
        return bool(met and own) or (several and frame.venue is not None)
    if not met and not around.host and low in _MEETING:
        return len(own) > 1 or any(party.generic for party in own)
    return bool(own or frame.venue)


def _is_somebody(unit: Unit, party: Party) -> bool:
    """A person or an office, and not a mission or a camera crew."""
    offices = party.named and unit.low(party.last - 1) in group("parties")
    return party.person or offices


def _is_received(unit: Unit, own: list[Party], around: Around, passive: bool) -> bool:
    """Quellin received the Ondrian minister: somebody with an office or a name of several words"""
    guests, hosts = (own, around.host) if passive else (around.parties, own)
    guest = any(
        _is_somebody(unit, party) and (passive or party.titled or not party.person) for party in guests
    )
    return guest and any(party.named or unit.tags[party.first] == "O" for party in hosts)


def _arrives(unit: Unit, own: list[Party], frame: Frame) -> bool:
    """The Ondrian delegation arrived in Pell"""
    words = {unit.low(at) for party in own for at in range(party.first, party.last)}
    delegates = words & {"delegation", "delegations", "negotiators", "envoys", "delegates", "mediators"}
    return bool(delegates) and frame.venue is not None
