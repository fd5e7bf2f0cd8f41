"""What is told of a meeting by its verb: held, planned, supposed, not held, and what became of a plan.

    held        met, has met, is meeting          planned    will meet, is to meet, are due to meet
    supposed    could meet, offered to meet       not held   did not meet, refused to meet, has yet to meet
A verb whose mode cannot be told gives None, and then no meeting is told.
"""

from dataclasses import dataclass

from pactwatch.claims.meeting_parties import is_time
from pactwatch.claims.meeting_words import BE, WEEKDAYS, group, verbs
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import clause_start
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.model.claim import Auxiliary, Modality
from pactwatch.model.source import PassageKind

HELD, PLANNED, SUPPOSED, NOT_HELD, REFUSED = "held", "planned", "supposed", "not held", "refused"
OPENED, ENDED = "opened", "ended"
POSTPONED, CALLED_OFF, RESCHEDULED = "postponed", "called off", "rescheduled"

#: Each status with its auxiliary and its modality.
MODES: dict[str, tuple[tuple[Auxiliary, ...], Modality]] = {
    HELD: ((), Modality.ASSERTED),
    OPENED: ((), Modality.ASSERTED),
    ENDED: ((), Modality.ASSERTED),
    PLANNED: ((Auxiliary.FUTURE,), Modality.PLANNED),
    RESCHEDULED: ((Auxiliary.FUTURE,), Modality.PLANNED),
    POSTPONED: ((Auxiliary.FUTURE,), Modality.PLANNED),
    CALLED_OFF: ((Auxiliary.NEGATED,), Modality.DENIED),
    NOT_HELD: ((Auxiliary.NEGATED,), Modality.DENIED),
    REFUSED: ((Auxiliary.NEGATED,), Modality.DENIED),
    SUPPOSED: ((Auxiliary.HYPOTHETICAL,), Modality.HYPOTHETICAL),
}
_NOT = frozenset(("not", "never", "no", "neither", "nor", "hardly", "cannot"))
_NOBODY = frozenset(("no", "neither", "nobody", "none"))
_AHEAD = frozenset(("tomorrow", "coming", "next", "later", "tonight"))
_TIMING = frozenset(("before", "until", "till", "when", "once"))
_SUPPOSING = frozenset(("if", "unless", "whether", "provided", "should"))
_PLANNING = verbs("planning-verbs") | group("planned-words")
_WISHING = verbs("wishing-verbs") | group("wished-words") | group("wishing-nouns")
_REFUSING = verbs("refusing-verbs") | group("refusing-words")
_FAILING = verbs("failing-verbs")
_TRAVELLING = verbs("travelling-verbs")


@dataclass(frozen=True, slots=True)
class Told:
    """How a verb tells a meeting: the status, where its verb group begins (the subject stands before
    it), and the verb that leads there ("[traveled] to Pell to meet"), if any."""

    status: str | None
    begin: int
    leading: int | None = None


def judge_verb(unit: Unit, place: int, *, reported: bool = False) -> Told:
    """The status that the verb at a place gives to what it tells. ``reported``: somebody is said to say
    it, so that "would" is the future of what was said."""
    begin = start_of_group(unit, place)
    if unit.tag(begin - 1) == "T":
        return _judge_infinitive(unit, place, begin, reported)
    words = unit.lows[begin:place]
    status = _of_modals(words, reported) or _of_form(unit, place, begin)
    return Told(_negate(status, words), begin)


def is_ahead_or_supposed(unit: Unit, place: int) -> bool:
    """Whether a verb has a modal or is an infinitive: will | meet, is to | meet"""
    begin = start_of_group(unit, place)
    return unit.tag(begin - 1) == "T" or _of_modals(unit.lows[begin:place], True) is not None


def _of_modals(words: tuple[str, ...], reported: bool) -> str | None:
    for word in words:
        if word in ("will", "shall", "won't") or word.endswith("'ll"):
            return PLANNED
        if word in ("would", "wouldn't") or word.endswith("'d"):
            return PLANNED if reported else SUPPOSED
        if word in ("could", "may", "might", "can", "should", "must", "ought", "cannot", "can't", "couldn't"):
            return SUPPOSED
    return None


def _negate(status: str | None, words: tuple[str, ...]) -> str | None:
    negated = any(word in _NOT or word.endswith("n't") for word in words)
    if not negated or status is None:
        return status
    return SUPPOSED if status in (NOT_HELD, REFUSED) else NOT_HELD


def _of_form(unit: Unit, place: int, begin: int) -> str | None:
    """Without a modal: met, has met, is meeting, leaders meet on Friday."""
    tag, words = unit.tags[place], set(unit.lows[begin:place])
    opening = _opening_of(unit, begin)
    if tag == "G" and not words & BE:
        return _of_bare_ing(unit, begin)
    if opening in _SUPPOSING:
        return SUPPOSED
    if tag == "V" and not words and opening == "that" and unit.low(begin - 1) in ("he", "she", "it"):
        return SUPPOSED if not unit.low(place).endswith("s") else HELD
    if opening in _TIMING and (tag == "V" or opening in ("before", "until", "till")):
        return PLANNED
    if (tag == "V" or words & {"is", "are", "am"}) and tag in "VG" and _is_ahead(unit, place):
        return PLANNED
    return HELD


def _opening_of(unit: Unit, begin: int) -> str:
    """The word that opens the clause: if they meet; before the talks open"""
    first = clause_start(unit, begin)
    return unit.low(first - 1) if unit.tag(first - 1) == "S" else unit.low(first)


def is_conditional(unit: Unit, place: int) -> bool:
    """If Ondria agrees, | they will meet"""
    return _opening_of(unit, place) in _SUPPOSING


def _of_bare_ing(unit: Unit, begin: int) -> str | None:
    before = unit.low(begin - 1)
    if before in ("before", "of", "ahead"):
        return PLANNED if before == "before" else None
    if before in _REFUSING or before == "without":
        return NOT_HELD
    if before in _WISHING:
        return SUPPOSED
    if before in _PLANNING:
        return PLANNED
    return (
        HELD if before in ("after", "while", "when", "in", "since", "during", "following", ",", "") else None
    )


def _is_ahead(unit: Unit, place: int) -> bool:
    """The leaders meet on Friday; are meeting tomorrow: what a present tense plans"""
    if unit.kind is PassageKind.HEADLINE:
        return any(low in _AHEAD for low in unit.lows[place:])
    for at in range(place + 1, min(len(unit.tags), place + 26)):
        if unit.tags[at] in ";:SWQVAM" or (unit.tags[at] == "E" and unit.tag(at - 1) in ",PN"):
            return False
        if unit.low(at) in _AHEAD and (unit.low(at) == "tomorrow" or is_time(unit, at + 1)):
            return True
        if unit.low(at) in WEEKDAYS and unit.low(at - 1) == "on" and "," not in unit.tags[place:at]:
            return True
    return False


def _judge_infinitive(unit: Unit, place: int, begin: int, reported: bool) -> Told:
    """is to meet, are due to meet, refused to meet, traveled to Pell to meet"""
    at = begin - 2
    start = start_of_group(unit, begin - 1)
    if unit.low(at) == "yet":
        return Told(NOT_HELD, start)
    while at > 0 and unit.tags[at] in "RX" and unit.low(at) not in _WISHING:
        at -= 1
    low = unit.low(at)
    if unit.tag(at) == "A" and low in BE:
        negated = "not" in unit.lows[start:place]
        return Told(NOT_HELD if negated else PLANNED, start)
    lead = start_of_group(unit, at)
    words = unit.lows[lead:at]
    kind = kind_of_leading(low)
    if kind is None:
        return _judge_far(unit, begin, reported)
    doubtful = _of_modals(words, reported) == SUPPOSED
    return Told(SUPPOSED if doubtful else _negate(kind, words), lead)


def kind_of_leading(low: str) -> str | None:
    """What a verb or an adjective means for what it leads to: refused to, failed to, plans to, hopes to"""
    if low in _FAILING:
        return NOT_HELD
    if low in _REFUSING:
        return REFUSED
    return PLANNED if low in _PLANNING else SUPPOSED if low in _WISHING else None


def _judge_far(unit: Unit, begin: int, reported: bool) -> Told:
    """traveled to Pell | to meet; asked both sides | to meet; a headline's "Ondria to meet Calvenne\""""
    for at in range(begin - 2, max(-1, begin - 16), -1):
        if unit.tags[at] in ".;:SQ" or (unit.tags[at] == "C" and unit.tag(at + 1) in "AMVE"):
            break
        low = unit.low(at)
        stays = low in ("was", "were", "is", "are") and unit.low(at + 1) == "in"
        if stays:
            return Told(HELD, start_of_group(unit, at), at)
        if unit.tags[at] in "VEG" and low in _TRAVELLING:
            told = judge_verb(unit, at, reported=reported)
            return Told(told.status, told.begin, at)
        if unit.tags[at] in "VEGN" and (low in _WISHING or low in _REFUSING):
            return Told(SUPPOSED, begin - 1, at)
        if unit.tags[at] in "VAMEB":
            break
    if unit.kind is PassageKind.HEADLINE:
        return Told(PLANNED, begin - 1)
    return Told(None, begin - 1)


def subject_denies(unit: Unit, first: int) -> bool:
    """Neither side met; no mediator travelled"""
    return unit.low(first) in _NOBODY


def find_fate(unit: Unit, place: int) -> str | None:
    """What a verb does to a plan or tells of its course: postpone, call off, open, break up."""
    low, after = unit.low(place), unit.low(place + 1)
    if low in verbs("postponing-verbs") or (
        low in ("put", "puts", "putting", "pushed") and after in ("off", "back")
    ):
        return POSTPONED
    if low in verbs("cancelling-verbs") or (low in ("called", "call", "calls", "calling") and after == "off"):
        return CALLED_OFF
    if low in verbs("rescheduling-verbs") or (low in ("moved", "brought") and after in ("forward", "to")):
        return RESCHEDULED
    if low in verbs("opening-verbs") or (
        low in ("got", "get", "kicked") and after in ("under", "off", "underway")
    ):
        return OPENED
    if low in ("failed", "fail", "fails") and unit.tag(place + 1) != "T":
        return ENDED
    if low in verbs("ending-verbs") or (
        low in ("broke", "break", "broken", "wrapped") and after in ("up", "down", "off")
    ):
        return ENDED
    return None


def apply_fate(fate: str, status: str | None) -> str | None:
    """A fate in the mode of its verb: the talks [opened]; will [open]: planned; were not [postponed]: None"""
    if status == HELD:
        return fate
    if fate in (OPENED,):
        return status
    if fate == RESCHEDULED and status == PLANNED:
        return RESCHEDULED
    if fate == POSTPONED and status == PLANNED:
        return POSTPONED
    if fate == CALLED_OFF and status == PLANNED:
        return CALLED_OFF
    if fate == ENDED and status in (PLANNED, NOT_HELD):
        return HELD
    return None
