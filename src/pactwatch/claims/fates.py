"""Finds what a unit tells of a promise: that it was kept, broken, withdrawn, or that it lapsed.

[Ondria] has honoured its | promise to | open the lock             kept
[Ondria] failed to honour its | commitment to | leave              broken
[Tamber's] | offer to | send divers has lapsed                     expired
[It] made | the same promise for July | and did not keep it        broken: "it" leads to the promise before
[Ondria's] deadline to | name its members | passed without a list  expired
"""

from collections.abc import Iterator
from functools import cache

from pactwatch.claims.led import find_target
from pactwatch.claims.possessors import find_possessor
from pactwatch.claims.promises import Promise, lead_who
from pactwatch.claims.sheet import Unit
from pactwatch.claims.sides import cut_clause
from pactwatch.claims.subjects import Range, find_main_subject, find_subject_before
from pactwatch.claims.verb_groups import start_of_verb
from pactwatch.language.lexicon import make_forms, read_list, word_set
from pactwatch.model.claim import Fate

_NOUNS = word_set("fates.nouns")
_DEADLINES = ("deadline", "date", "ultimatum")
_LEADS = frozenset(("to", "of", "that", "for"))
_DENYING = word_set("fates.denying")
#: By the present tense a promise is given once more: stands by its promise.
_RENEWING = ("stands", "stand", "standing")
_REACH = 6
_FAR = 18


def find_fates(unit: Unit, before: Unit | None = None) -> Iterator[Promise]:
    """What is told of promises in a flat unit, in order; "it" may mean a promise of the unit ``before``."""
    told = False
    for place, low in enumerate(unit.lows):
        if low in _NOUNS and unit.tags[place] in "NV":
            found = _of_noun(unit, place)
            if found is not None:
                told = True
                yield found
        elif low in _DEADLINES and unit.tags[place] == "N" and (lapsed := _lapsed(unit, place)):
            yield lapsed
    if not told and before is not None and set(before.lows) & _NOUNS:
        yield from _pointing_back(unit)


def _of_noun(unit: Unit, place: int) -> Promise | None:
    """honoured its | promise to; the | promise | was kept; gave our | word | and honoured it"""
    verb = _verb_before(unit, place) or _verb_behind(unit, place)
    if verb is None:
        return None
    at, fate = verb
    fate = Fate.MADE if unit.low(at) in _RENEWING else fate
    target = find_target(unit, place + 1, _LEADS)
    named = target is not None and unit.low(target.first - 1) != "for"
    action = (
        target
        if named and target
        else Range(_first_of_phrase(unit, place), target.last if target else place + 1)
    )
    if at > place:
        action = Range(action.first, max(place + 1, min(action.last, _start(unit, at))))
    action = Range(action.first, _cut_verbs(unit, action))
    holder = _holder(unit, place, at) if at < place else find_possessor(unit, place) or _maker(unit, place)
    return Promise(place, lead_who(unit, holder), action, fate, f"promise: {fate.value}")


def _first_of_phrase(unit: Unit, noun: int) -> int:
    first = noun
    while first > 0 and unit.tags[first - 1] in "DNZP0":
        first -= 1
    return first


def _cut_verbs(unit: Unit, action: Range) -> int:
    """for 1 July | and did not keep it: without the verb that is joined"""
    for at in range(action.first + 1, action.last):
        if unit.tags[at] == "C" and unit.tag(at + 1) in "AVER":
            return at
    return cut_clause(unit, action.first, action.last)


@cache
def _fate_forms() -> dict[str, tuple[tuple[Fate, str], ...]]:
    forms: dict[str, list[tuple[Fate, str]]] = {}
    for line in read_list("fates.tsv"):
        base, fate, *particle = line.split("\t")
        for form in make_forms(base).all():
            forms.setdefault(form, []).append((Fate(fate), particle[0] if particle else ""))
    return {form: tuple(found) for form, found in forms.items()}


def _verb_before(unit: Unit, noun: int) -> tuple[int, Fate] | None:
    """[went back] on its commitment"""
    for at in range(noun - 1, max(-1, noun - 1 - _REACH), -1):
        if unit.tags[at] in ".;:SW,":
            return None
        fate = _fate_at(unit, at)
        if fate is not None and fate is not Fate.EXPIRED:
            return at, fate
    return None


def _verb_behind(unit: Unit, noun: int) -> tuple[int, Fate] | None:
    """the offer to send divers has [lapsed]; the promise was [kept]; gave its word and [honoured] it"""
    for at in range(noun + 1, min(len(unit.tags), noun + _FAR)):
        if unit.tags[at] in ".;:":
            return None
        fate = _fate_at(unit, at)
        points = unit.low(at + 1) in ("it", "them")
        passive = any(unit.low(p) in ("was", "were", "been", "is", "are", "being") for p in range(at - 3, at))
        if fate is not None and unit.tags[at] in "VE" and (points or passive or fate is Fate.EXPIRED):
            return at, fate
    return None


def _fate_at(unit: Unit, at: int) -> Fate | None:
    """By the verb and its particle; turned where it is denied: did not keep, failed to honour."""
    if unit.tags[at] not in "VEG":
        return None
    for fate, particle in _fate_forms().get(unit.low(at), ()):
        if particle and particle not in (unit.low(at + 1), unit.low(at + 2), unit.low(at + 3)):
            continue
        begin = start_of_verb(unit, at)
        words = [unit.low(place) for place in range(max(0, begin - 2), at)]
        if any(unit.tags[place] == "M" for place in range(begin, at)) or (
            "to" in words[-1:] and not _is_failing(words)
        ):
            return None
        denied = any(word in _DENYING or word.endswith("n't") for word in words)
        return {Fate.KEPT: Fate.BROKEN, Fate.BROKEN: Fate.KEPT}.get(fate) if denied else fate
    return None


def _is_failing(words: list[str]) -> bool:
    return any(word in _DENYING for word in words)


def _holder(unit: Unit, noun: int, verb: int) -> Range | None:
    begin = start_of_verb(unit, verb)
    if unit.tags[verb] == "G" and unit.low(begin - 1) in ("of", "for"):
        return _accused(unit, begin - 1)
    subject = find_subject_before(unit, begin) or find_main_subject(unit, begin)
    return subject or find_possessor(unit, noun)


def _accused(unit: Unit, of: int) -> Range | None:
    """accused [Calvenne] of | breaking its promise"""
    first = of
    while first > 0 and unit.tags[first - 1] in "PNDZ":
        first -= 1
    return Range(first, of) if first < of else None


def _maker(unit: Unit, noun: int) -> Range | None:
    """[It] made the same | promise: who made it"""
    verb = next((at for at in range(noun - 1, max(-1, noun - _REACH), -1) if unit.tags[at] in "VE"), None)
    return find_subject_before(unit, start_of_verb(unit, verb)) if verb is not None else None


def _start(unit: Unit, verb: int) -> int:
    begin = start_of_verb(unit, verb)
    while unit.tags[begin - 1] in "C,":
        begin -= 1
    return begin


def _lapsed(unit: Unit, place: int) -> Promise | None:
    """Ondria's | deadline to | name its members | passed without a list"""
    passed = next(
        (at for at in range(place + 1, min(len(unit.tags), place + _FAR)) if unit.low(at) in _PASSING), None
    )
    holder, target = find_possessor(unit, place), find_target(unit, place + 1, frozenset(("to", "for")))
    if passed is None or holder is None or target is None or unit.low(passed + 1) not in ("without", "with"):
        return None
    return Promise(
        place, holder, Range(target.first, min(target.last, passed)), Fate.EXPIRED, "promise: expired"
    )


_PASSING = ("passed", "came", "expired", "lapsed")


def _pointing_back(unit: Unit) -> Iterator[Promise]:
    """It did not keep | it; Ondria honoured | that: the promise of the sentence before"""
    for at in range(len(unit.tags) - 1):
        fate = _fate_at(unit, at)
        points = unit.low(at + 1) in ("it", "that", "them", "this") and unit.tag(at + 2) in ".,;:CS"
        subject = find_subject_before(unit, start_of_verb(unit, at)) if fate is not None and points else None
        if fate is not None and subject is not None:
            yield Promise(at, subject, Range(at + 1, at + 2), fate, f"promise: {fate.value}")
