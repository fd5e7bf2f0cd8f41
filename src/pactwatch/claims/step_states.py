"""Steps told by states and by participles before a noun.

Forty-six are home           done          the talks are on hold            stalled
the locks stay shut          not begun     the stalled second phase         stalled
the locks still shut         not begun     efforts to reach phase two       not begun
"""

from collections.abc import Iterator

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_acts import match_words, moves, object_at
from pactwatch.claims.step_clauses import is_reason, settle_clause
from pactwatch.claims.step_found import Found
from pactwatch.claims.step_modes import judge_state
from pactwatch.claims.step_words import StepWord, halting, states_by_end, step_nouns
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Modality, Step
from pactwatch.model.source import PassageKind

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_RESTING = word_set("progress.resting")
_STAGES = frozenset(("phase", "stage", "round", "phases", "stages"))
_REACHING = frozenset("reach enter start begin open launch move advance implement get".split())
_TRYING = frozenset("effort efforts attempt attempts push bid talks hopes drive".split())


def find_states(unit: Unit) -> Iterator[Found]:
    """Each step that the unit tells without a verb of its own."""
    if not states_by_end().keys().isdisjoint(unit.lows):
        yield from _states(unit)
    if not _STAGES.isdisjoint(unit.lows):
        yield from _efforts(unit)
    if not halting().isdisjoint(unit.lows):
        yield from _before_nouns(unit)


def _states(unit: Unit) -> Iterator[Found]:
    ends = states_by_end()
    for at, low in enumerate(unit.lows):
        for word in ends.get(low, ()):
            place = _state_begin(unit, at, word.tail)
            found = _state(unit, place, at + 1, word) if place is not None else None
            if found is not None:
                yield found
                break


def _state_begin(unit: Unit, last: int, tail: tuple[str, ...]) -> int | None:
    """Where the words of a state begin that end at a place: at a | standstill"""
    firsts = (last - len(tail) + 1, last - len(tail)) if len(tail) > 1 else (last,)
    return next((at for at in firsts if at > 0 and match_words(unit, at, tail) == last + 1), None)


def _state(unit: Unit, place: int, end: int, word: StepWord) -> Found | None:
    """[the locks] stay | shut; [the locks] still | shut, in a headline"""
    verb = place - 1
    while verb > 0 and (unit.tags[verb] in "RX" or unit.low(verb) in ("all", "both")) and verb > place - 4:
        verb -= 1
    rests = unit.low(verb) in _RESTING
    still = "still" in unit.lows[verb:place]
    if unit.low(verb) not in _BE and not rests:
        return _verbless(unit, verb + 1, end, word) if unit.kind is PassageKind.HEADLINE else None
    if ("r" in word.signs and not (rests or still)) or unit.tag(end) in "NG" or _goes_on(unit, end):
        return None
    begin = start_of_group(unit, verb)
    subject = find_subject_before(unit, begin)
    if subject is None or unit.tags[subject.first] == "W" or unit.tag(begin - 1) == "T":
        return None
    if "g" in word.signs and not moves(unit, subject):
        return None
    judged = judge_state(unit, begin, place, word.step)
    step, modality = settle_clause(unit, end, judged, subject)
    if "w" in word.signs and step is Step.NOT_BEGUN:
        step = Step.PARTLY
    step = _some(unit, subject, step)
    return Found(
        Range(subject.first, end),
        Range(place, end),
        step,
        modality,
        f"state: {' '.join(word.tail)}",
        subject,
        presupposed=is_reason(unit, subject),
    )


def _goes_on(unit: Unit, end: int) -> bool:
    """are back | at the table, | on the road: where, and no return"""
    return unit.low(end - 1) in ("back", "home") and unit.low(end) in ("to", "at", "on", "from")


def _some(unit: Unit, subject: Range, step: Step) -> Step:
    counted = "0" in unit.tags[subject.first : subject.last] and unit.low(subject.first) not in (
        "all",
        "both",
    )
    return Step.PARTLY if step is Step.DONE and counted else step


def _verbless(unit: Unit, place: int, end: int, word: StepWord) -> Found | None:
    """A headline's [Locks] still shut; [Talks] on hold"""
    subject = find_subject_before(unit, place)
    if subject is None or ("g" in word.signs and not moves(unit, subject)):
        return None
    if "r" in word.signs and unit.low(place) != "still":
        return None
    step = _some(unit, subject, word.step)
    return Found(
        Range(subject.first, end),
        Range(end - len(word.tail), end),
        step,
        Modality.ASSERTED,
        "state in a headline",
        subject,
    )


def _before_nouns(unit: Unit) -> Iterator[Found]:
    """the [stalled] second phase; a [suspended] withdrawal; the long-delayed exchange"""
    for place, low in enumerate(unit.lows):
        if low not in halting() or unit.tags[place] not in "EN" or unit.tag(place - 1) not in "DZ":
            continue
        thing = object_at(unit, place + 1)
        if thing is None:
            continue
        head = thing.last - 1
        if {unit.low(at) for at in range(*thing)} & (_STAGES | step_nouns()) or unit.low(head) in _TRYING:
            whole = Range(place, thing.last)
            yield Found(
                whole, Range(place, place + 1), Step.STALLED, Modality.ASSERTED, "stalled before a noun",
                thing=thing, presupposed=True,
            )  # fmt: skip


def _efforts(unit: Unit) -> Iterator[Found]:
    """efforts [to reach] the second stage: it has not been reached"""
    for place in range(2, len(unit.tags)):
        if unit.low(place - 1) != "to" or unit.low(place) not in _REACHING:
            continue
        if unit.low(place - 2) not in _TRYING:
            continue
        to = place + 1 + (unit.low(place + 1) in ("to", "into", "on"))
        thing = object_at(unit, to)
        if thing is not None and not _STAGES.isdisjoint(unit.lows[thing.first : thing.last]):
            whole = Range(place - 2, thing.last)
            yield Found(
                whole, Range(place, place + 1), Step.NOT_BEGUN, Modality.ASSERTED, "efforts to reach",
                thing=thing, presupposed=True,
            )  # fmt: skip
