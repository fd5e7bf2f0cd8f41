"""Meetings that a noun names, and what its sentence tells of them.

[Quellin is hosting] talks between A and B          the verb before it
talks between A and B [were postponed]              the verb behind it
ahead of, during, after, preparations for talks     the words before it
the planned meeting                                 the words within
"""

from dataclasses import dataclass, field

from pactwatch.claims.meeting_modes import (
    CALLED_OFF,
    ENDED,
    HELD,
    NOT_HELD,
    PLANNED,
    POSTPONED,
    RESCHEDULED,
    SUPPOSED,
    Told,
    apply_fate,
    find_fate,
    judge_verb,
    subject_denies,
)
from pactwatch.claims.meeting_parties import Party, is_time, read_parties, subject_parties
from pactwatch.claims.meeting_phrases import Around, find_venue_end, read_behind
from pactwatch.claims.meeting_words import BE, TIME_NOUNS, group, verbs
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import start_of_group, start_of_verb

_NOUNS, _WEAK, _VISITS, _CALLS = group("nouns"), group("weak-nouns"), group("visits"), group("calls")
_HOLDING, _HOSTING = verbs("holding-verbs"), verbs("hosting-verbs")
_PLANNING, _WISHING, _REFUSING = verbs("planning-verbs"), verbs("wishing-verbs"), verbs("refusing-verbs")
_WISHED = _WISHING | group("wishing-nouns")
_TRAVELLING, _OCCURRING = verbs("travelling-verbs"), verbs("occurring-verbs")
#: Verbs that are nouns too: Ondria and Calvenne | hold | talks.
_BASES = frozenset(("hold", "host", "plan", "open", "schedule", "delay", "cancel"))
#: Verbs whose subject gives the place, and need not take part.
_GIVING_PLACE = verbs("place-giving-verbs")
_HAVING = frozenset(("had", "has", "have"))


@dataclass(slots=True)
class Frame:
    """A meeting as one stretch of a unit tells it: ``trigger`` its word, ``begin`` and ``end`` the places
    that hold it. ``definite``: it may be one told before ("the talks"); ``gives_place``: its host is said to host."""

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
    timed: list[int] = field(default_factory=list)


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
    first = _start_of_phrase(unit, place)
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


def _start_of_phrase(unit: Unit, place: int) -> int:
    first = place
    while first > 0 and _extends(unit, first - 1):
        first -= 1
        if unit.tags[first] == "D" and unit.tag(first - 1) != "D":
            break
    return first


def _extends(unit: Unit, at: int) -> bool:
    """Whether a word stands in the phrase that goes on behind it: the | long | delayed | talks"""
    tag, low, before = unit.tags[at], unit.low(at), unit.tag(at - 1)
    if low in group("ordinals"):
        return True
    if tag in "EG":
        return before in "DZ" or "-" in low
    if tag not in "DPNZ0-q" or (is_time(unit, at) and low not in ("last", "next", "this")):
        return False
    return not ((low in _WISHED and before == "D") or (low in _BASES and before in "PNT)"))


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
    for judge in (_by_there, _by_verb_behind, _by_verb_before, _by_preposition):
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


def _by_there(unit: Unit, frame: Frame, first: int, reported: bool) -> bool:
    """There will be talks; there was no meeting; it was the first meeting"""
    begin = start_of_group(unit, first)
    if unit.low(begin - 1) not in ("there", "it", "this", "that") or not BE & set(unit.lows[begin:first]):
        return False
    told = judge_verb(unit, first - 1, reported=reported)
    frame.verb, frame.begin = first - 1, begin - 1
    frame.status = NOT_HELD if subject_denies(unit, first) and told.status is not None else told.status
    return True


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
    status = _turn(unit, verb) or status
    if status is not None and subject_denies(unit, first):
        status = NOT_HELD
    gathers = unit.low(verb) in ("bring", "brought", "brings") and unit.low(verb + 1) == "together"
    behind = read_behind(unit, verb + 2 if gathers else _end_of_verb(unit, verb), objects=gathers)
    if fate is None and unit.low(verb) not in _OCCURRING and unit.low(verb) != "held" and not behind.timed:
        status = status if status in (PLANNED, SUPPOSED, NOT_HELD) else HELD if told.status == HELD else None
    frame.status, frame.verb = status, verb
    frame.venue = frame.venue or behind.venue
    frame.parties.extend(behind.parties)
    (frame.parties if unit.low(verb) == "attended" else frame.host).extend(behind.host)
    frame.about = frame.about or behind.about
    frame.timed.extend(behind.timed)
    frame.end = max(frame.end, behind.end)
    return True


def _turn(unit: Unit, verb: int) -> str | None:
    """were due to open on Friday | but were postponed"""
    for at in range(verb + 1, min(len(unit.tags), verb + 16)):
        if unit.tags[at] in ".;:SWQ":
            return None
        if unit.low(at) in ("but", "and") and unit.tag(at + 1) in "AE":
            last = _main_verb(unit, at + 1)
            fate = find_fate(unit, last) if last is not None else None
            return fate if fate in (POSTPONED, CALLED_OFF, RESCHEDULED) else None
    return None


def _judge_predicate(unit: Unit, verb: int, reported: bool) -> Told:
    """is due on Friday, is planned for May, are under way, were held"""
    low = unit.low(verb)
    if (low in group("planned-words") and (low, unit.low(verb + 1)) != ("going", "on")) or low in (
        "planned",
        "scheduled",
    ):
        begin = start_of_group(unit, verb)
        negated = any(word in ("not", "never") or word.endswith("n't") for word in unit.lows[begin:verb])
        return Told(NOT_HELD if negated else PLANNED, begin)
    if low in group("wished-words"):
        return Told(SUPPOSED, verb)
    near = set(unit.lows[verb + 1 : verb + 3])
    if low in verbs("seeming-verbs") or low in BE:
        if near & (group("wished-words") | group("refusing-words")):
            return Told(SUPPOSED, start_of_group(unit, verb))
        if near & group("planned-words"):
            return Told(PLANNED, start_of_group(unit, verb))
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
    low = unit.low(at)
    if at < 0 or (unit.tags[at] not in "VEGN" and low not in _HAVING) or low in ("calls", "hopes"):
        return False
    fate = find_fate(unit, at)
    kind = _kind_of_verb(low)
    if fate is None and kind is None:
        return False
    if unit.tags[at] == "N" and fate is None and low not in _BASES:
        return False
    told = judge_verb(unit, at, reported=reported)
    if low in ("called", "call", "calls", "calling") and at == first - 1:
        kind = PLANNED
    status = apply_fate(fate, told.status) if fate else _combine(kind, told.status)
    frame.status, frame.verb = status, at
    subject = find_subject_before(unit, told.begin)
    _add_doer(unit, frame, subject, low)
    if subject is not None:
        frame.begin = min(frame.begin, subject.first)
        if subject_denies(unit, subject.first) and status == HELD:
            frame.status = NOT_HELD
    return True


def _add_doer(unit: Unit, frame: Frame, subject: Range | None, low: str) -> None:
    """Whoever holds, attends, agrees to or offers talks "with" somebody takes part; whoever holds talks
    "between" others is their host; whoever only calls for these is neither."""
    between = unit.low(frame.trigger + 1) in ("between", "among", "of") and bool(frame.parties)
    frame.gives_place = frame.gives_place or low in _GIVING_PLACE
    beside = "with" in unit.lows[frame.trigger : frame.end] and not between
    if (low in _HOSTING and not beside) or (between and low in ("held", "hold", "holds", "holding")):
        _add_subject(unit, frame, subject, hosts=True)
    elif not between or low in ("attend", "attended", "attends", "join", "joined", "joins"):
        outside = low in _WISHED | {"await", "awaits", "awaited", "awaiting", "expect", "expects", "expected"}
        if not outside or unit.low(frame.trigger + 1) == "with":
            _add_subject(unit, frame, subject)


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
    elif low == "to" and unit.tag(at) in "IT":
        return _by_to(unit, frame, at, reported)
    elif low == "of" and (before in TIME_NOUNS or before in ("series", "day")):
        start = _start_of_phrase(unit, at - 1)
        return _by_preposition(unit, frame, start, reported)
    elif low == "for":
        return _by_for(unit, frame, at, reported)
    elif low in ("about", "of", "on", "to", "for") and before in group("wishing-nouns"):
        _wish(unit, frame, at)
    elif low == "of" and before == "out":
        _leave(unit, frame, at - 2, reported)
    elif low in group("lasting-before") and unit.tag(at) in "IS":
        frame.status = HELD
        _add_attending(unit, frame, at)
    else:
        return False
    return True


def _wish(unit: Unit, frame: Frame, at: int) -> None:
    """hopes of talks; [rejected] an invitation to talks"""
    verb = _start_of_phrase(unit, at - 1) - 1
    refused = unit.tag(verb) in "VE" and unit.low(verb) in _REFUSING
    frame.status = NOT_HELD if refused else SUPPOSED
    if refused:
        _add_subject(unit, frame, find_subject_before(unit, start_of_verb(unit, verb)))


def _leave(unit: Unit, frame: Frame, verb: int, reported: bool) -> None:
    """walked out of talks; pulled out of a summit"""
    fate = ENDED if unit.low(verb) in verbs("leaving-verbs") else NOT_HELD
    if fate == NOT_HELD and unit.low(verb) not in verbs("shunning-verbs"):
        return
    told = judge_verb(unit, verb, reported=reported)
    frame.status, frame.verb = fate if told.status == HELD else None, verb
    _add_subject(unit, frame, find_subject_before(unit, told.begin))


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
            _add_subject(unit, frame, subject, hosts=True)
        elif low in ("agreed", "agree", "committed") and place == at - 1:
            frame.status = PLANNED if told.status == HELD else told.status
            _add_subject(unit, frame, subject)
        elif low in ("returned", "came", "went", "sat", "sent") and place == at - 1:
            frame.status = told.status
            _add_subject(unit, frame, subject)
        frame.verb = place
        return frame.status is not None
    return False


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
            if tag not in "VEG" or not _is_negated(unit, place):
                if low in ("expected", "due") and find_destination(unit, place, at):
                    _travel(unit, frame, place, Told(PLANNED, start_of_group(unit, place)), at)
                    return True
                frame.status = None if unit.low(place - 1) == "no" else PLANNED
                return True
        if low in _WISHED or low in _REFUSING:
            frame.status = SUPPOSED
            return True
    return False


def _is_negated(unit: Unit, verb: int) -> bool:
    """no date [had been set]; had not been scheduled"""
    begin = start_of_group(unit, verb)
    subject = find_subject_before(unit, begin)
    none = subject is not None and subject_denies(unit, subject.first)
    return none or any(word in ("not", "never") or word.endswith("n't") for word in unit.lows[begin:verb])


def _travel(unit: Unit, frame: Frame, verb: int, told: Told, end: int) -> None:
    """Negotiators [flew to Pell] for talks"""
    frame.status, frame.verb = told.status, verb
    subject = find_subject_before(unit, min(start_of_verb(unit, verb), told.begin))
    _add_subject(unit, frame, subject)
    if subject is not None:
        frame.begin = min(frame.begin, subject.first)
        if subject_denies(unit, subject.first) and told.status == HELD:
            frame.status = NOT_HELD
    frame.venue = frame.venue or find_destination(unit, verb, end)


def find_destination(unit: Unit, verb: int, end: int) -> Range | None:
    """flew [to Pell] for talks; to visit [Pell] for talks"""
    direct = unit.low(verb) in verbs("visiting-verbs")
    for at in range(verb, end):
        if (at == verb and direct) or unit.low(at) in ("to", "in", "at", "into"):
            last = find_venue_end(unit, at + 1)
            if last is not None and last <= end:
                return Range(at + 1 + (unit.tag(at + 1) == "D" and unit.tags[last - 1] == "P"), last)
    return None


def _add_attending(unit: Unit, frame: Frame, at: int) -> None:
    """Marr said this [during talks with Quire]; [After talks with Quire,] Marr said: who is there"""
    if unit.tag(at) not in "INS":
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
        if unit.tags[place] == "G" and unit.tags[place - 1] == ",":
            return find_subject_before(unit, place - 1)
        if unit.tags[place] in "VEA" and unit.tag(place - 1) not in "DIT":
            return find_subject_before(unit, start_of_verb(unit, place))
    return None


def _subject_behind(unit: Unit, first: int) -> Range | None:
    at = first
    while unit.tag(at) in "DPNZ0":
        at += 1
    return Range(first, at) if at > first and unit.tag(at) in "VEAM" else None
