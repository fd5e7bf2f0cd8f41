"""The step and the mode of a verb that tells one, by its auxiliaries and by what it hangs on.

will be released              planned         has not begun             not begun
must, is bound to release     demanded        did not agree             declared, denied
could reopen                  hypothetical    is being reopened         begun
has yet to open               not begun       has agreed to release     declared
"""

from typing import NamedTuple

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_found import Act
from pactwatch.claims.step_governors import ELSEWHERE, Hold, find_hold
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Modality, Step

_RESTING = word_set("progress.resting")
_MODAL = {
    "will": Modality.PLANNED,
    "shall": Modality.PLANNED,
    "must": Modality.DEMANDED,
    "should": Modality.DEMANDED,
    "ought": Modality.DEMANDED,
    "cannot": Modality.DENIED,
    "won't": Modality.PLANNED,
} | dict.fromkeys(("would", "could", "may", "might", "can"), Modality.HYPOTHETICAL)
_NEGATING = frozenset(("not", "never", "yet", "neither", "nor", "longer", "hardly", "cannot"))
_PARTIAL = frozenset("partly partially half largely mostly nearly almost".split())
#: Steps that are not begun where they are denied.
_MOVING = (Step.BEGUN, Step.DONE, Step.PARTLY, Step.ORDERED)
_DEEPEST = 3


class Judged(NamedTuple):
    """A step and its mode. ``begin`` is where its verb group begins, ``told`` the verb of that group,
    ``words`` its auxiliaries; ``before`` the one before its subject; ``holds`` the verbs that the step
    hangs on."""

    step: Step
    modality: Modality
    begin: int
    told: int
    words: tuple[str, ...]
    before: tuple[str, ...] = ()
    holds: tuple[int, ...] = ()


def judge_act(unit: Unit, act: Act, before: tuple[str, ...] = ()) -> Judged | None:
    """What is told of an act; None where it is no finite verb and hangs on nothing that tells. ``before``:
    the auxiliary that stands before its subject ("only then would the bridge be opened")."""
    step, modality, place = act.step, Modality.ASSERTED, act.place
    begin = begin_of_group(unit, place)
    holds: tuple[int, ...] = ()
    for _ in range(_DEEPEST):
        hold = find_hold(unit, begin, is_ing=unit.tags[place] == "G" and "A" not in unit.tags[begin:place])
        if hold is None:
            break
        if hold is ELSEWHERE:
            return None
        words = _words(unit, begin, place) if not holds else ()
        step, modality = _through(hold, step, modality, "not" in words)
        place, holds = hold.place, (*holds, hold.place)
        begin = begin_of_group(unit, place) if unit.tags[place] != "A" else start_of_group(unit, place)
        if unit.low(begin - 1) == "to" and unit.tags[place] == "A":
            break
    if unit.tags[place] == "G" and "A" not in unit.tags[begin:place]:
        return None
    words = (*before, *_words(unit, begin, place + (unit.tags[place] == "A")))
    step, modality = _apply(unit, place, words, step, modality)
    return Judged(step, modality, begin, place, words, before, holds)


def judge_state(unit: Unit, begin: int, place: int, step: Step) -> Judged:
    """What is told of a state at a place; ``begin`` is where "is" or "remains" before it begins its group."""
    words = _words(unit, begin, place)
    step, modality = _apply(unit, place, words, step, Modality.ASSERTED)
    return Judged(step, modality, begin, place, words)


def begin_of_group(unit: Unit, place: int) -> int:
    """Where a verb's auxiliaries begin, over an aside: had not, when we met, | opened; remain | stalled"""
    begin = start_of_group(unit, place)
    if unit.low(begin - 1) in _RESTING and "A" not in unit.tags[begin:place]:
        begin = start_of_group(unit, begin - 1)
    if (unit.low(begin - 1), unit.low(begin)) == ("so", "far"):
        begin = start_of_group(unit, begin - 1)
    if (unit.low(begin - 2), unit.low(begin - 1)) in (("at", "last"), ("at", "least")):
        begin = start_of_group(unit, begin - 2)
    if unit.tag(begin - 1) == ",":
        opening = unit.tags.rfind(",", 0, begin - 1)
        if opening > 0 and (unit.tags[opening - 1] in "AX" or unit.low(opening - 1) == "not"):
            begin = start_of_group(unit, opening)
    return begin


def _words(unit: Unit, begin: int, place: int) -> tuple[str, ...]:
    return tuple(unit.low(at) for at in range(begin, place))


def _through(hold: Hold, step: Step, modality: Modality, negated: bool) -> tuple[Step, Modality]:
    """What a step becomes under the word that it hangs on: agreed to begin to withdraw is declared."""
    if negated:
        return step, Modality.DENIED
    if hold.modality is not None:
        return step, hold.modality
    if hold.step is None:
        return step, modality
    if modality is not Modality.ASSERTED and hold.step not in (Step.NOT_BEGUN, Step.DECLARED, Step.ORDERED):
        return step, modality
    return (step, Modality.ASSERTED) if hold.step is Step.DONE else (hold.step, Modality.ASSERTED)


def _apply(
    unit: Unit, place: int, words: tuple[str, ...], step: Step, modality: Modality
) -> tuple[Step, Modality]:
    """Negation, modal verbs and aspect of the outermost group."""
    negated = is_negated(words)
    modal = next((_MODAL[word] for word in words if word in _MODAL), None)
    if modality is not Modality.ASSERTED:
        return step, Modality.DENIED if negated else modality
    if step is Step.NOT_BEGUN:
        return step, Modality.DENIED if negated and "yet" not in words else modal or modality
    if "be" in words and modal is None:
        return step, Modality.DENIED if negated else Modality.DEMANDED
    if negated and modal is None and step in _MOVING:
        return Step.NOT_BEGUN, Modality.ASSERTED
    if negated or modal is not None:
        return step, Modality.DENIED if negated or modal is None else modal
    return _aspect(unit, place, words, step), modality


def is_negated(words: tuple[str, ...]) -> bool:
    """Whether auxiliaries and adverbs deny: has not, hasn't, never, neither, no longer"""
    return any(word in _NEGATING or word.endswith("n't") for word in words)


def _aspect(unit: Unit, place: int, words: tuple[str, ...], step: Step) -> Step:
    """is being reopened: begun; has partly withdrawn: partly"""
    if step is not Step.DONE:
        return step
    if unit.tags[place] == "G" or "being" in words:
        return Step.BEGUN
    return Step.PARTLY if _PARTIAL & set(words) else step
