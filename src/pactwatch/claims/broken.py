"""Who broke it: the subject of a verb of breach, and whom somebody accuses or blames.

a claim by [Calvenne] that [its forces] had broken the truce: of whom the sentence speaks
"""

from typing import NamedTuple

from pactwatch.claims.doers import find_doer_before
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, clause_start, find_main_subject
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import lemma_of, word_set

_KEEPING = word_set("breach_keeping")
_RISKING = word_set("breach_risking")
_FAILING = frozenset("fail refuse neglect decline".split())
_NEGATIVE = frozenset(("not", "never"))
_CONDITIONS = frozenset("if unless should until whether were".split())
_CHARGING = frozenset("accuse blame condemn criticise criticize denounce charge".split())
_CLAIMS = frozenset("claim claims charge charges allegation allegations accusation report reports".split())
_RISKS = (("at", "risk"), ("in", "danger"), ("in", "jeopardy"), ("in", "peril"))
_REACH = 24
_GAP = 6


class Breaker(NamedTuple):
    """The words for who broke it; ``name`` is whom they stand for, ``by`` who is said to claim it."""

    phrase: Range
    rule: str
    name: Range | None = None
    by: Range | None = None


def is_kept_not(unit: Unit, place: int) -> bool:
    """did not | keep; has not | honoured; failed to | respect; went back | on; reneged | on"""
    low = unit.low(place)
    lemma = lemma_of(low)
    if low.startswith("reneg") or (lemma == "go" and unit.lows[place + 1 : place + 3] == ("back", "on")):
        return True
    if lemma not in _KEEPING and (lemma, unit.low(place + 1)) != ("carry", "out"):
        return False
    begin = start_of_group(unit, place)
    failed = unit.low(begin - 1) == "to" and lemma_of(unit.low(begin - 2)) in _FAILING
    return failed or _is_negated(unit, begin, place)


def is_risked(unit: Unit, place: int) -> bool:
    """undermining the truce; putting | the truce at risk: only of what somebody is accused of"""
    low, lemma = unit.low(place), lemma_of(unit.low(place))
    if lemma in _RISKING or low.startswith(tuple(_RISKING)):
        return find_charged(unit, place) is not None
    behind = unit.lows[place + 1 : place + 1 + _GAP]
    risks = lemma == "put" and any(behind[at : at + 2] in _RISKS for at in range(len(behind)))
    return risks and find_charged(unit, place) is not None


def _is_negated(unit: Unit, begin: int, place: int) -> bool:
    words = unit.lows[begin:place]
    return bool(_NEGATIVE & set(words)) or any(word.endswith("n't") for word in words)


def find_charged(unit: Unit, place: int) -> Range | None:
    """accused [Calvenne] of two breaches; blamed [both sides] for breaking; accused [leaders of it] of"""
    for at in range(place - 1, max(0, place - _REACH), -1):
        if unit.tags[at] in ".;:":
            return None
        if unit.low(at) not in ("of", "for"):
            continue
        first = at
        while first > 0 and (unit.tags[first - 1] in "DPNOZ" or unit.low(first - 1) == "of"):
            first -= 1
        if first < at and lemma_of(unit.low(first - 1)) in _CHARGING and _is_named(unit, first, at):
            return Range(first, at)
    return None


def _is_named(unit: Unit, first: int, last: int) -> bool:
    sides = any(unit.low(at) in ("side", "sides", "other") for at in range(first, last))
    return sides or bool(set("PZ") & set(unit.tags[first:last])) or unit.tags[first:last] == "O"


def find_breaker(unit: Unit, place: int) -> Breaker | None:
    """[Ondria] has violated the truce; it was [Ondria] that had; [its forces] had, by a claim of another's"""
    begin = _begin(unit, place)
    if begin is None or _is_supposed(unit, begin, place):
        return None
    cleft = _cleft(unit, begin)
    if cleft is not None:
        return Breaker(cleft, "who broke")
    subject = find_doer_before(unit, begin)
    if subject is not None and unit.tags[subject.first] == "W":
        subject = find_doer_before(unit, subject.first - (unit.tag(subject.first - 1) == ","))
    if subject is None or unit.tags[subject.first] in "OW":
        return None
    if "P" in unit.tags[subject.first : subject.last] or "side" in unit.low(subject.last - 1):
        return Breaker(subject, "who broke")
    return _claimed(unit, subject) if unit.low(subject.first) in ("its", "their") else None


def _begin(unit: Unit, place: int) -> int | None:
    """Where the verb group begins, over "failed to"; None for participles and what hangs on another verb."""
    begin = start_of_group(unit, place)
    if unit.low(begin - 1) == "to":
        if lemma_of(unit.low(begin - 2)) not in _FAILING:
            return None
        begin = start_of_group(unit, begin - 2)
    elif unit.tags[place] == "G" and "A" not in unit.tags[begin:place]:
        return None
    return None if unit.tag(begin - 1) == "T" else begin


def _is_supposed(unit: Unit, begin: int, place: int) -> bool:
    """if Ondria violated; must not violate; has not violated"""
    negated = _is_negated(unit, begin, place) and lemma_of(unit.low(place)) not in _KEEPING
    start = clause_start(unit, begin)
    words = {unit.low(start - 1), unit.low(start)}
    return negated or "M" in unit.tags[begin:place] or bool(words & _CONDITIONS)


def _cleft(unit: Unit, begin: int) -> Range | None:
    """it was [Calvenne] that | had breached"""
    if unit.low(begin - 1) not in ("that", "who", "which"):
        return None
    first = begin - 1
    while first > 0 and unit.tags[first - 1] in "DPN":
        first -= 1
    is_cleft = unit.low(first - 1) in ("was", "is") and unit.low(first - 2) == "it"
    return Range(first, begin - 1) if is_cleft and first < begin - 1 else None


def _claimed(unit: Unit, subject: Range) -> Breaker | None:
    """Ondria rejected a claim by [Calvenne] that | [its forces]: Ondria's"""
    that = subject.first - 1
    if unit.low(that) != "that":
        return None
    first = that
    while first > 0 and unit.tags[first - 1] in "DPN" and unit.low(first - 1) not in _CLAIMS:
        first -= 1
    noun = first - 2 if unit.low(first - 1) in ("by", "from") else first - 1
    by = Range(first, that) if first < that else Range(noun - 1, noun)
    if unit.low(noun) not in _CLAIMS or not set("PZ") & set(unit.tags[by.first : by.last]):
        return None
    of = find_main_subject(unit, by.first - 1)
    if of is None or "P" not in unit.tags[of.first : of.last]:
        return None
    return Breaker(subject, "who broke", of, by)
