"""Steps told by verbs: the doer, what is done to, the step and its mode.

The crossing was reopened on Monday          done
Ondria has agreed to release 20 men          declared
The army was ordered to pull back            ordered
Ondria has yet to open its locks             not begun
"""

from collections.abc import Iterator

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_acts import behind_phrases, find_acts, is_other_act, moves, object_at
from pactwatch.claims.step_clauses import (
    clause_begin,
    find_doer,
    is_inverted,
    is_nobody,
    is_reason,
    is_since,
    opens_with_none,
    settle_clause,
)
from pactwatch.claims.step_found import Act, Found
from pactwatch.claims.step_modes import Judged, judge_act
from pactwatch.claims.step_words import moving, step_verbs
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import lemma_of, make_forms, word_set
from pactwatch.model.claim import Modality, Step
from pactwatch.model.source import PassageKind

_COMING = ("tomorrow", "tonight", "next")
_NEAR = 9
_FIRST = frozenset(("first", "single"))
_COMMANDS = frozenset("order orders instruction instructions command commands".split())
_SOME = word_set("steps.some")
#: How many words of a phrase may say that it is some of them: a large number of soldiers.
_OPENING = 3
#: What somebody may be authorised or agree to do that is no step.
_TALKING = frozenset("speak comment discuss talk meet attend testify say tell answer respond".split())
_OPEN_VERBS = frozenset("do move carry implement work act prepare".split())
_SOMEBODY = frozenset("everybody everyone nobody none no nothing neither".split())
_ALL = ("all", "both", "every")


def find_told(unit: Unit) -> Iterator[Found]:
    """Each step that a verb of the unit tells; a verb on which another step hangs tells no second one."""
    acts = [act for act in find_acts(unit) if "g" not in act.signs or _may_hold_groups(unit)]
    told = [(act, judged) for act in acts if (judged := judge_act(unit, act)) is not None]
    holding = {place for _, judged in told for place in judged.holds}
    for act, judged in told:
        if act.place not in holding:
            found = _read(unit, act, judged)
            if found is not None:
                yield found


def _may_hold_groups(unit: Unit) -> bool:
    """Whether anything in the unit is counted, a group, or nobody."""
    return "0" in unit.tags or not (moving().isdisjoint(unit.lows) and _SOMEBODY.isdisjoint(unit.lows))


def _read(unit: Unit, act: Act, judged: Judged) -> Found | None:
    subject = find_doer(unit, judged)
    if subject is not None and is_inverted(unit, subject):
        judged = judge_act(unit, act, (unit.low(subject.first - 1),)) or judged
    if subject is None or is_other_act(unit, act.thing) or is_since(unit, subject):
        return None
    if "g" in act.signs and not _may_move(unit, subject, act):
        return None
    if unit.low(act.end) == "to" and unit.low(act.end + 1) in _TALKING:
        return None
    if "c" in act.signs and not _is_command(unit, act):
        return None
    if not _is_finite(unit, act, judged) or _begins_else(unit, act, subject):
        return None
    step, modality = settle_clause(unit, act.end, judged, subject)
    if modality is Modality.ASSERTED and unit.tags[act.place] in "VGN" and _is_dated(unit, act):
        modality = Modality.PLANNED
    if _is_nobodys(unit, subject, act, judged) and modality is Modality.ASSERTED:
        step, modality = _by_nobody(step)
    if step is Step.DONE:
        step = _extent(unit, subject, act, _between(judged, act))
    trigger = Range(judged.told, judged.told + 1)
    return Found(
        whole=_whole(unit, subject, act, judged),
        trigger=trigger,
        step=step,
        modality=modality,
        rule=f"verb: {unit.low(judged.told)}",
        subject=subject,
        thing=act.thing,
        presupposed=is_reason(unit, subject),
        reported="would" in judged.words,
    )


def _begins_else(unit: Unit, act: Act, subject: Range) -> bool:
    """Whether what begins is no step and moves nothing: began to rethink his goals"""
    if act.step is not Step.BEGUN or act.thing is not None:
        return False
    at = act.end + (unit.low(act.end) == "to")
    if unit.tag(at) not in "VGN" or (at == act.end and unit.tag(at) != "G"):
        return False
    known = unit.low(at) in step_verbs() or lemma_of(unit.low(at)) in _OPEN_VERBS
    return not known and not moves(unit, subject, object_at(unit, at + 1))


def _may_move(unit: Unit, subject: Range, act: Act) -> bool:
    everybody = unit.low(subject.last - 1) in ("everybody", "everyone")
    nobody = is_nobody(unit, subject) or is_nobody(unit, act.thing)
    return everybody or nobody or moves(unit, Range(subject.first, act.end), act.thing)


def _is_command(unit: Unit, act: Act) -> bool:
    """an order to that effect was drafted but not | given; gave | orders"""
    first = clause_begin(unit, act.place)
    behind = range(*act.thing) if act.thing else ()
    return any(unit.low(at) in _COMMANDS for at in (*range(first, act.place), *behind))


def _is_nobodys(unit: Unit, subject: Range, act: Act, judged: Judged) -> bool:
    """Nobody did it, it was done to none, or without it something else ended."""
    return (
        is_nobody(unit, subject)
        or is_nobody(unit, act.thing)
        or opens_with_none(unit, judged.begin)
        or unit.low(subject.first - 1) == "without"
    )


def _by_nobody(step: Step) -> tuple[Step, Modality]:
    if step in (Step.BEGUN, Step.DONE, Step.ORDERED):
        return Step.NOT_BEGUN, Modality.ASSERTED
    return step, Modality.ASSERTED if step is Step.NOT_BEGUN else Modality.DENIED


def _is_finite(unit: Unit, act: Act, judged: Judged) -> bool:
    """Whether the form tells that it happened: a past tense or a perfect; a headline's present; a bare
    participle only of verbs that need no object (began, withdrew)."""
    if judged.holds or unit.kind in (PassageKind.HEADLINE, PassageKind.DECK):
        return not (unit.tag(judged.begin - 1) in "TDZ" and not judged.holds)
    if unit.tag(judged.begin - 1) in "TDZ":
        return False
    helped = (
        bool(judged.before)
        or "A" in unit.tags[judged.begin : act.place]
        or "M" in unit.tags[judged.begin : act.place]
    )
    if unit.tags[act.place] in "VN" and not judged.before and not _is_past(unit.low(act.place)):
        return (
            _is_dated(unit, act)
            or "M" in unit.tags[judged.begin : act.place]
            or bool({"did", "does", "do"} & set(judged.words) or "n't" in "".join(judged.words))
        )
    if unit.tag(judged.begin - 1) == "C" or unit.low(judged.begin) == "but":
        helped = helped or "A" in unit.tags[clause_begin(unit, act.place) : act.place]
    return helped or act.thing is not None or "a" in act.signs or _has_tail(unit, act)


def _is_dated(unit: Unit, act: Act) -> bool:
    """sets out from Corvith | tomorrow: the present of what is to come"""
    behind = unit.lows[act.end : act.end + _NEAR]
    future = next((at for at, low in enumerate(behind) if low in _COMING), None)
    return future is not None and not set(";:.") & set(unit.tags[act.end : act.end + future])


def _is_past(low: str) -> bool:
    """let, put, set: a past tense that looks like the present"""
    return make_forms(low).past == low


def _has_tail(unit: Unit, act: Act) -> bool:
    return any(word.tail and word.step is act.step for word in step_verbs()[unit.low(act.place)]) and (
        act.end > act.place + 1
    )


def _between(judged: Judged, act: Act) -> Range | None:
    """allowed | two lorries to | enter"""
    return Range(judged.told + 1, act.place) if judged.holds and judged.told + 1 < act.place else None


def _extent(unit: Unit, subject: Range, act: Act, between: Range | None) -> Step:
    """A number is done and not the whole: 20 hostages were released; the first ones: begun."""
    for part in (subject, between, act.thing):
        if part is None:
            continue
        words = set(unit.lows[max(0, part.first - 1) : part.last])
        if unit.tags[part.first : part.last].count("0") > 1:
            return Step.PARTLY
        if words & _FIRST or ("0" in unit.tags[part.first : part.last] and _is_first_since(unit, act)):
            return Step.BEGUN
        if "0" in unit.tags[part.first : part.last] and not _is_definite(unit, part):
            return Step.PARTLY
        if set(unit.lows[part.first : part.first + _OPENING]) & _SOME:
            return Step.PARTLY
    return Step.DONE


def _is_definite(unit: Unit, part: Range) -> bool:
    """all 20, both, the two governments: the whole of them"""
    return unit.low(part.first) in _ALL or (unit.low(part.first) == "the" and unit.tag(part.first + 1) == "0")


def _is_first_since(unit: Unit, act: Act) -> bool:
    """went through the locks on Friday, | the first since February"""
    behind = unit.lows[act.end : act.end + 16]
    return any(behind[at : at + 3] == (",", "the", "first") for at in range(len(behind)))


def _whole(unit: Unit, subject: Range, act: Act, judged: Judged) -> Range:
    last = max(act.end, act.thing.last if act.thing else 0, judged.told + 1)
    first = min(subject.first, judged.told, act.place)
    if unit.low(last) == "to" and unit.tag(last + 1) == "V":
        more = object_at(unit, last + 2)
        last = more.last if more else last + 2
    return Range(first, behind_phrases(unit, last) if last < len(unit.tags) else last)
