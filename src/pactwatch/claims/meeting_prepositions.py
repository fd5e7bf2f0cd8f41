"""What the words before a meeting tell of it.

[ahead of] the talks · [during] talks with Marr · [after] the meeting · [preparations for] a summit
flew to Pell [for] talks · invited Ondria [to] talks · walked [out of] talks
"""

from pactwatch.claims.meeting_frames import (
    Frame,
    add_subject,
    find_destination,
    start_of_phrase,
    subject_behind,
    subject_near,
    travel,
    verb_near,
)
from pactwatch.claims.meeting_modes import (
    ENDED,
    HELD,
    PLANNED,
    REFUSED,
    SUPPOSED,
    Told,
    is_ahead_or_supposed,
    judge_verb,
    subject_denies,
)
from pactwatch.claims.meeting_parties import read_parties, subject_parties
from pactwatch.claims.meeting_words import BE, group, verbs
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import find_subject_before
from pactwatch.claims.verb_groups import start_of_group, start_of_verb

_PLANNING, _REFUSING = verbs("planning-verbs"), verbs("refusing-verbs")
_WISHED = verbs("wishing-verbs") | group("wishing-nouns")
_TRAVELLING = verbs("travelling-verbs")


def judge_preposition(unit: Unit, frame: Frame, first: int, reported: bool) -> bool:
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
    elif low == "to" and unit.tag(at) in "IT":
        return _by_to(unit, frame, at, reported)
    elif low == "for":
        return _by_for(unit, frame, at, reported)
    elif low in ("about", "of", "on", "to", "for") and before in group("wishing-nouns"):
        _wish(unit, frame, at)
    elif low == "of" and before == "out":
        _leave(unit, frame, at - 2, reported)
    elif low in group("lasting-before") and unit.tag(at) in "IS":
        frame.status = _mode_of_clause(unit, frame, at, reported)
        frame.joined = low in ("at", "during")
        _add_attending(unit, frame, at)
    else:
        return False
    return True


def _mode_of_clause(unit: Unit, frame: Frame, at: int, reported: bool) -> str | None:
    """is to meet Marr at the summit; During the visit, Marr will meet: planned as what happens there is"""
    verb = verb_near(unit, at)
    if verb is None and at <= 1 and (comma := unit.tags.find(",", frame.end)) > 0:
        verb = next((place for place in range(comma, len(unit.tags)) if unit.tags[place] in "VE"), None)
    if verb is None or not is_ahead_or_supposed(unit, verb):
        return HELD
    status = judge_verb(unit, verb, reported=reported).status
    return status if status in (PLANNED, SUPPOSED, None) else HELD


def _wish(unit: Unit, frame: Frame, at: int) -> None:
    """hopes of talks; [rejected] an invitation to talks"""
    verb = start_of_phrase(unit, at - 1) - 1
    refused = unit.tag(verb) in "VE" and unit.low(verb) in _REFUSING
    frame.status = REFUSED if refused else SUPPOSED
    if refused:
        add_subject(unit, frame, find_subject_before(unit, start_of_verb(unit, verb)))


def _leave(unit: Unit, frame: Frame, verb: int, reported: bool) -> None:
    """walked out of talks; pulled out of a summit"""
    fate = ENDED if unit.low(verb) in verbs("leaving-verbs") else REFUSED
    if fate == REFUSED and unit.low(verb) not in verbs("shunning-verbs"):
        return
    told = judge_verb(unit, verb, reported=reported)
    frame.status, frame.verb = fate if told.status == HELD else None, verb
    add_subject(unit, frame, find_subject_before(unit, told.begin))


def _by_to(unit: Unit, frame: Frame, at: int, reported: bool) -> bool:
    """invited Ondria to talks; agreed to talks with; returned to the talks"""
    for place in range(at - 1, max(-1, at - 12), -1):
        low, tag = unit.low(place), unit.tags[place]
        if tag in ".;:SQ,":
            break
        if tag not in "VEG":
            continue
        told = judge_verb(unit, place, reported=reported)
        subject = find_subject_before(unit, told.begin)
        if low in ("invited", "invite", "invites", "summoned", "summons"):
            frame.status = SUPPOSED if told.status == HELD else told.status
            frame.parties = [*read_parties(unit, place + 1, at), *frame.parties]
            add_subject(unit, frame, subject, hosts=True)
        elif low in ("agreed", "agree", "committed") and place == at - 1:
            frame.status = PLANNED if told.status == HELD else told.status
            add_subject(unit, frame, subject)
        elif low in ("returned", "came", "went", "sat", "sent") and place == at - 1:
            frame.status = told.status
            add_subject(unit, frame, subject)
        frame.verb = place
        return frame.status is not None
    return False


def _by_for(unit: Unit, frame: Frame, at: int, reported: bool) -> bool:
    """traveled to Pell for talks; preparations were under way for a meeting; hopes for talks"""
    for place in range(at - 1, max(-1, at - 14), -1):
        low, tag = unit.low(place), unit.tags[place]
        if tag in ".;:SQ":
            break
        if tag in "VEG" and low in _TRAVELLING:
            told = judge_verb(unit, place, reported=reported)
            if told.status == HELD and low in verbs("departing-verbs"):
                told = Told(PLANNED, told.begin, told.leading)
            travel(unit, frame, place, told, at)
            return True
        if low in BE and unit.low(place + 1) in ("in", "at"):
            travel(unit, frame, place, judge_verb(unit, place, reported=reported), at)
            return True
        planning = low in group("planning-nouns") or (tag in "VEG" and low in _PLANNING)
        if planning and not (tag in "VEG" and _is_negated(unit, place)):
            _plan(unit, frame, place, at)
            return True
        if low in _WISHED or low in _REFUSING:
            frame.status = SUPPOSED
            return True
    return False


def _plan(unit: Unit, frame: Frame, place: int, end: int) -> None:
    """preparations for talks; envoys are expected in Pell for talks"""
    if unit.low(place) in ("expected", "due") and find_destination(unit, place, end):
        travel(unit, frame, place, Told(PLANNED, start_of_group(unit, place)), end)
    else:
        frame.status = None if unit.low(place - 1) == "no" else PLANNED


def _is_negated(unit: Unit, verb: int) -> bool:
    """no date [had been set]; had not been scheduled"""
    begin = start_of_group(unit, verb)
    subject = find_subject_before(unit, begin)
    none = subject is not None and subject_denies(unit, subject.first)
    return none or any(word in ("not", "never") or word.endswith("n't") for word in unit.lows[begin:verb])


def _add_attending(unit: Unit, frame: Frame, at: int) -> None:
    """Marr said this [during talks with Quire]; [After talks with Quire,] Marr said: who is there"""
    if unit.tag(at) not in "INS":
        return
    subject = subject_near(unit, at)
    if subject is None and at <= 1 and unit.tag(frame.end) == ",":
        subject = subject_behind(unit, frame.end + 1)
    if subject is None or unit.tags[subject.first] in "W":
        return
    found = [p for p in subject_parties(unit, subject) if p.named or unit.tags[p.first] == "O"]
    frame.parties = [*found, *frame.parties]
    if found and subject.first < frame.begin:
        frame.begin = subject.first
