"""What the verb before a meeting tells of it, and whether its subject takes part.

Quellin [is hosting] talks between A and B · Ondria [cancelled] a meeting · [agreed to hold] a summit
"""

from pactwatch.claims.meeting_frames import (
    VERBS_AND_NOUNS,
    Frame,
    add_subject,
)
from pactwatch.claims.meeting_modes import (
    HELD,
    NOT_HELD,
    PLANNED,
    REFUSED,
    SUPPOSED,
    apply_fate,
    find_fate,
    judge_verb,
    kind_of_leading,
    subject_denies,
)
from pactwatch.claims.meeting_words import group, verbs
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before

_HOLDING, _HOSTING = verbs("holding-verbs"), verbs("hosting-verbs")
_PLANNING, _WISHING, _REFUSING = verbs("planning-verbs"), verbs("wishing-verbs"), verbs("refusing-verbs")
_WISHED = _WISHING | group("wishing-nouns")
#: Verbs whose subject gives the place, and need not take part.
_GIVING_PLACE = verbs("place-giving-verbs")
_LEADING = _WISHING | verbs("cancelling-verbs") | group("leading-verbs")
_HAVING = frozenset(("had", "has", "have"))


def judge_before(unit: Unit, frame: Frame, first: int, reported: bool) -> bool:
    """Quellin [will host] talks; [postponed] the summit; [called for] a meeting"""
    at = first - 1
    if unit.low(at) in ("for", "to", "off", "on", "in", "out") and unit.tag(at - 1) in "VEGN" and at > 1:
        at -= unit.low(at - 1) in _LEADING
    low = unit.low(at)
    if at < 0 or (unit.tags[at] not in "VEGN" and low not in _HAVING) or low in ("calls", "hopes"):
        return False
    fate = find_fate(unit, at)
    kind = _kind_of_verb(low)
    if fate is None and kind is None:
        return False
    if unit.tags[at] == "N" and fate is None and low not in VERBS_AND_NOUNS:
        return False
    told = judge_verb(unit, at, reported=reported)
    if low in ("called", "call", "calls", "calling") and at == first - 1:
        kind = PLANNED
    status = apply_fate(fate, told.status) if fate else _combine(kind, told.status)
    if status == NOT_HELD and low in verbs("attending-verbs"):
        status = REFUSED  # who stays away does not keep the others from meeting
    if status == NOT_HELD and low in verbs("speaking-of-verbs"):
        status = SUPPOSED  # what is not confirmed may well take place
    frame.status, frame.verb = status, at
    subject = find_subject_before(unit, told.begin)
    _add_doer(unit, frame, subject, "" if fate else low)
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
        add_subject(unit, frame, subject, hosts=True)
    elif not between or low in ("attend", "attended", "attends", "join", "joined", "joins"):
        outside = low in _WISHED | {"await", "awaits", "awaited", "awaiting", "expect", "expects", "expected"}
        if not outside or unit.low(frame.trigger + 1) == "with":
            add_subject(unit, frame, subject)


def _kind_of_verb(low: str) -> str | None:
    if low in _HOLDING or low in ("took", "take", "taken", "taking", "takes"):
        return HELD
    return kind_of_leading(low)


def _combine(kind: str | None, mode: str | None) -> str | None:
    """The verb's own meaning in its mode: could refuse a meeting, did not plan one"""
    if kind == HELD:
        return mode
    if mode == NOT_HELD:
        return None if kind in (NOT_HELD, REFUSED) else NOT_HELD
    return kind if mode in (HELD, PLANNED) else SUPPOSED
