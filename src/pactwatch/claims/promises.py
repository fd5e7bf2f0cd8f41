"""Finds promises that a unit tells as made: who promises, what, to whom.

[Ondria] | undertook to | move its guns                     [Calvenne] | vowed never to | return
[She] has | assured | the envoy, Mr Quire, that | the two would be across
[He] | promised | both capitals | a full account            Tamber's | commitment to | send divers
An offer is no promise, and neither is what nobody promised.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pactwatch.claims.forces import is_denying
from pactwatch.claims.lead_words import lead_forms
from pactwatch.claims.led import Led, find_led
from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import is_coming
from pactwatch.claims.sides import cut_clause
from pactwatch.claims.subjects import Range, clause_start, find_subject_before
from pactwatch.claims.verb_groups import start_of_group, start_of_verb
from pactwatch.language.lexicon import lemma_of, word_set
from pactwatch.model.claim import Fate

_ASSURING = word_set("promises.assuring")
_COLLECTIVE = word_set("promises.nobody")
_ADDRESSEE = frozenset("DPN0ZI,CE")
_POINTS = ("that", "this", "it")
_FARTHEST = 14


class Promise(NamedTuple):
    """A word of promise, or of its fate, at ``place``; ``holder`` promises ``action`` ``to`` somebody."""

    place: int
    holder: Range | None
    action: Range
    fate: Fate
    rule: str
    to: Range | None = None


def find_promises(unit: Unit) -> Iterator[Promise]:
    """The promises told as made in a flat unit, in order."""
    seen: set[int] = set()
    for found in find_led(unit, lead_forms("promises")):
        promise = _from_led(unit, found)
        if promise is not None:
            seen.add(found.place)
            yield promise
    for place, low in enumerate(unit.lows):
        if place in seen or unit.tags[place] not in "VE":
            continue
        promise = _assured(unit, place) if lemma_of(low) in _ASSURING else None
        promise = promise or _apart(unit, place) or _pointing(unit, place)
        if promise is not None:
            yield promise


def _apart(unit: Unit, place: int) -> Promise | None:
    """vowed | never to return; committed themselves to | free him; undertook in writing to | let him in"""
    if unit.low(place) not in lead_forms("promises"):
        return None
    to = place + 1 + 2 * (unit.low(place + 1) == "in") + unit.low(place + 1).endswith(("self", "selves"))
    never = unit.tag(to) == "X"
    to += never
    to = _behind_circumstances(unit, place) if unit.low(to) != "to" else to
    agreeing = lemma_of(unit.low(place)) == "agree" and unit.tag(to) != "T"
    if to == place + 1 or unit.low(to) != "to" or agreeing:
        return None
    first = to - 1 if never else to + 1
    subject, last = _subject(unit, start_of_group(unit, place)), cut_clause(unit, first, _end(unit, first))
    if subject is None or last <= to + 1 or _is_nobody(unit, subject) or _is_supposed(unit, place):
        return None
    return Promise(place, lead_who(unit, subject), Range(first, last), Fate.MADE, "verb: to do apart")


def _behind_circumstances(unit: Unit, place: int) -> int:
    """undertook | in Pell on 30 June | to move: where "to" stands; ``place`` + 1 where it does not"""
    if unit.tag(place + 1) != "I" or unit.low(place + 1) == "to":
        return place + 1
    for at in range(place + 2, min(len(unit.tags), place + _FARTHEST)):
        if unit.tags[at] == "T":
            return at if unit.tag(at + 1) in "VN" else place + 1
        if unit.tags[at] not in "IP0NDRZ":
            return place + 1
    return place + 1


def _pointing(unit: Unit, place: int) -> Promise | None:
    """promised me | that | across the table; guaranteed | it: what is promised was told before"""
    if unit.tags[place] == "G" or lemma_of(unit.low(place)) not in _ASSURING:
        return None
    at = place + 1
    while at < place + 5 and unit.tag(at) in "DPNO" and unit.low(at) not in _POINTS:
        at += 1
    ends = unit.tag(at + 1) in ",.;RICq" and unit.low(at + 1) not in ("he", "she", "they", "we", "i")
    subject = _subject(unit, start_of_group(unit, place))
    if unit.low(at) not in _POINTS or not ends or subject is None or _is_nobody(unit, subject):
        return None
    if _is_supposed(unit, place) or any(is_denying(unit.low(p)) for p in range(subject.last, place)):
        return None
    to = Range(place + 1, at) if at > place + 1 else None
    return Promise(place, lead_who(unit, subject), Range(at, at + 1), Fate.MADE, "verb: promise it", to)


def _from_led(unit: Unit, found: Led) -> Promise | None:
    first, last = found.target
    denied = found.negated or _is_nobody(unit, found.holder) or _is_refused(unit, found.place)
    if denied or _is_of_whoever(unit, found) or _is_supposed(unit, found.place):
        return None
    to, first = _to_whom(unit, found.place, first, last)
    action = Range(first, cut_clause(unit, first, last))
    if not _is_act(unit, found, action):
        return None
    holder = _giver(unit, found) or lead_who(unit, found.holder)
    return Promise(found.place, holder, action, Fate.MADE, found.rule, to)


def _giver(unit: Unit, found: Led) -> Range | None:
    """[Quellin] gave | its | word that: the subject, where the promise is its own"""
    if found.holder is None or unit.low(found.holder.first) not in ("its", "their", "his", "her"):
        return None
    reach = range(found.holder.first - 1, max(-1, found.holder.first - 4), -1)
    verb = next((at for at in reach if unit.tags[at] in "VE"), None)
    return find_subject_before(unit, start_of_verb(unit, verb)) if verb is not None else None


def _is_refused(unit: Unit, place: int) -> bool:
    """refused to | promise"""
    return any(
        lemma_of(unit.low(at)) in ("refuse", "decline", "fail")
        for at in range(start_of_verb(unit, place), place)
    )


def _is_nobody(unit: Unit, holder: Range | None) -> bool:
    """neither side agreed to: nobody's promise"""
    return holder is not None and unit.low(holder.first) in _COLLECTIVE


def _is_of_whoever(unit: Unit, found: Led) -> bool:
    """members | who commit to peace | are free: whoever may do so; agreeing to: no finite verb"""
    if unit.tags[found.place] == "G" and "verb" in found.rule:
        return True
    relative = found.holder is not None and unit.tags[found.holder.first] == "W"
    return (
        relative and unit.tags[found.place] == "V" and unit.tag(found.holder.first - 1) != ","
        if found.holder
        else False
    )


def _is_supposed(unit: Unit, place: int) -> bool:
    """if a doctor | agreed to travel: nobody has promised yet"""
    return unit.low(clause_start(unit, place) - 1) in ("if", "unless", "whether", "once", "until", "before")


def _is_act(unit: Unit, found: Led, action: Range) -> bool:
    """Something that is to be done: agreed to leave, not to the plan; that they would, not were"""
    before = action.first - 1
    if unit.tags[action.first] == "O" and unit.tag(action.first + 1) not in "MVAB":
        return False
    if unit.low(before) == "that":
        return is_coming(unit, action)
    needs_act = found.rule in ("verb: agree", "verb: commit", "adjective: committed", "noun: commitment")
    return not needs_act or unit.tag(before) == "T" or unit.tag(action.first) == "G"


def lead_who(unit: Unit, holder: Range | None) -> Range | None:
    """[Ondria], | who | promised to leave: the noun before"""
    if holder is None or unit.tags[holder.first] != "W":
        return holder
    return find_subject_before(unit, holder.first - (unit.tag(holder.first - 1) == ",")) or holder


def _to_whom(unit: Unit, place: int, first: int, last: int) -> tuple[Range | None, int]:
    """promised | Calvenne | that ...; promised | both capitals | a full account: whom; where the rest is"""
    if first != place + 1:
        between = Range(place + 1, first - 1)
        named = between.last > between.first and set(unit.tags[between.first : between.last]) <= set("DPN0")
        return (between if named else None), first
    for at in range(first + 1, min(last, first + 6)):
        if unit.low(at) == "that" and unit.tags[at] in "SDO":
            return Range(first, at), at + 1
        split = unit.tags[at] == "D" or (unit.tags[at] == "0" and "P" in unit.tags[first:at])
        if split and unit.tags[at - 1] in "PN" and set(unit.tags[first:at]) <= set("DPN"):
            return Range(first, at), at
        if unit.tags[at] == "T":
            return Range(first, at), at + 1
    return None, first


def _assured(unit: Unit, place: int) -> Promise | None:
    """has assured | the envoy, Mr Quire, | that; is understood to have assured ..."""
    that = place + 1
    while (
        that < min(len(unit.tags), place + _FARTHEST)
        and unit.tags[that] in _ADDRESSEE
        and unit.low(that) != "that"
    ):
        that += 1
    if unit.low(that) != "that" or that == place + 1:
        return None
    last = cut_clause(unit, that + 1, _end(unit, that + 1))
    action = Range(that + 1, last)
    subject = _subject(unit, start_of_group(unit, place))
    if last <= that + 1 or subject is None or not is_coming(unit, action) or _is_nobody(unit, subject):
        return None
    to_last = that - (unit.tags[that - 1] == ",")
    return Promise(
        place, lead_who(unit, subject), action, Fate.MADE, "verb: assure", Range(place + 1, to_last)
    )


def _subject(unit: Unit, begin: int) -> Range | None:
    """[She] | is understood to have | assured"""
    if unit.tag(begin - 1) == "T" and unit.tag(begin - 2) == "E":
        begin = start_of_group(unit, begin - 2)
    return find_subject_before(unit, begin)


def _end(unit: Unit, first: int) -> int:
    return next((at for at in range(first, len(unit.tags)) if unit.tags[at] in ".;:"), len(unit.tags))
