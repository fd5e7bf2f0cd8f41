"""What the verb behind a meeting tells of it.

talks between A and B [will open] in Pell · the meeting, which ..., [was called off] · [there were] talks
were due to open on Friday [but were postponed]
"""

from pactwatch.claims.meeting_frames import Frame
from pactwatch.claims.meeting_modes import (
    CALLED_OFF,
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
    kind_of_leading,
    subject_denies,
)
from pactwatch.claims.meeting_parties import is_time
from pactwatch.claims.meeting_phrases import Around, read_behind
from pactwatch.claims.meeting_words import BE, group, verbs
from pactwatch.claims.sheet import Unit
from pactwatch.claims.verb_groups import start_of_group

_OCCURRING = verbs("occurring-verbs")


def judge_there(unit: Unit, frame: Frame, first: int, reported: bool) -> bool:
    """There will be talks; there was no meeting; it was the first meeting"""
    begin = start_of_group(unit, first)
    if unit.low(begin - 1) not in ("there", "it", "this", "that") or not BE & set(unit.lows[begin:first]):
        return False
    told = judge_verb(unit, first - 1, reported=reported)
    frame.verb, frame.begin = first - 1, begin - 1
    frame.status = NOT_HELD if subject_denies(unit, first) and told.status is not None else told.status
    return True


def judge_behind(unit: Unit, frame: Frame, first: int, reported: bool) -> bool:
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
    weak = fate is None and status == HELD and not _tells_course(unit, verb, behind)
    if weak and not _is_past_deed(unit, at, verb):
        status = None
    if _only_speaks_of(unit, verb) and unit.low(behind.timed[0] if behind.timed else verb) != "for":
        behind.timed.clear()  # announced on Friday: the day of announcing
    frame.status, frame.verb = status, None if weak else verb
    frame.venue = frame.venue or behind.venue
    frame.parties.extend(behind.parties)
    (frame.parties if unit.low(verb) == "attended" else frame.host).extend(behind.host)
    frame.about = frame.about or behind.about
    frame.timed.extend(behind.timed)
    frame.end = max(frame.end, behind.end)
    return True


def _tells_course(unit: Unit, verb: int, behind: Around) -> bool:
    """Whether a verb tells that a meeting takes place: was held, is under way, lasted, met on Friday"""
    if unit.low(verb) in _OCCURRING or unit.low(verb) == "held":
        return True
    if unit.low(verb + 1) in ("under", "underway"):
        return True
    return bool(behind.timed) and unit.low(verb) in BE


def _is_past_deed(unit: Unit, at: int, verb: int) -> bool:
    """The talks | drew protests, | were attended by Marr; "provides" and "was criticised" tell neither."""
    words = set(unit.lows[at : verb + 1])
    if words & BE:
        return not words & {"is", "are"} and unit.low(verb) in verbs("holding-verbs")
    return unit.tags[verb] == "E"


def _only_speaks_of(unit: Unit, verb: int) -> bool:
    return unit.low(verb) in verbs("speaking-of-verbs")


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
    kind = kind_of_leading(low) if low != "going" and find_fate(unit, verb) is None else None
    if kind is not None and set(unit.lows[start_of_group(unit, verb) : verb]) & (BE | {"been"}):
        mode = judge_verb(unit, verb, reported=reported)
        if mode.status == NOT_HELD:
            return Told(SUPPOSED if _only_speaks_of(unit, verb) else NOT_HELD, mode.begin)
        return Told(kind if mode.status in (HELD, PLANNED) else SUPPOSED, mode.begin)
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
    while unit.low(at) in group("behind-verbs") and not is_time(unit, at):
        leads = is_time(unit, at + 1) or unit.tag(at + 1) in "DP0N"
        if unit.low(at) in ("on", "over", "to") and leads:
            break
        at += 1
    return at


def _skip_aside(unit: Unit, end: int) -> int:
    """The meeting | , which mediators say will ..., | comes"""
    if unit.tag(end) == "," and unit.tag(end + 1) in "WGE":
        closing = unit.tags.find(",", end + 1)
        return closing + 1 if closing > 0 else end
    return end + (unit.tag(end) == "," and unit.tag(end + 1) in "AMVE")
