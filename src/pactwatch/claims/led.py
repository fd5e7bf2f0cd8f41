"""Finds words that lead to something, with who stands so and what it is about.

verb        Calvenne | opposes | the posting of monitors · it was | pushing for | a second round
noun        Tamber's earlier | offer to | send divers · faces Ondrian | opposition ·
adjective   Ondria is | ready to | pull back its guns
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pactwatch.claims.contents import find_content_end, skip_time
from pactwatch.claims.lead_words import OBJECT, LeadWord
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_main_subject, find_subject_before
from pactwatch.claims.verb_groups import is_passive, start_of_group, start_of_verb
from pactwatch.language.lexicon import word_set

_FACING = word_set("led.facing")
_CARRYING = word_set("led.carrying")
_DROPPING = word_set("led.dropping")
_MEANING = word_set("led.meaning")
_COPULAS = word_set("adjectives.copulas")
_NEGATIONS = ("not", "never", "no", "neither", "nor", "hardly", "n't")
_LEADS_APART = 3
_BESIDE = ("despite", "although", "though", "but", "citing", "saying", "adding", "calling", "warning")


class Led(NamedTuple):
    """A word at ``place`` that leads to something: ``tells`` what it tells, ``holder`` who stands so where the
    words around name it, ``target`` what it is about; ``negated``: its group denies it."""

    tells: str
    place: int
    holder: Range | None
    target: Range
    rule: str
    negated: bool = False


def find_led(unit: Unit, forms: Mapping[str, Sequence[LeadWord]]) -> Iterator[Led]:
    """The words of a table in a flat unit that lead to something, in order."""
    for place, low in enumerate(unit.lows):
        for word in forms.get(low, ()):
            found = _FINDERS[word.part](unit, place, word)
            if found is not None:
                yield found
                break


def _verb(unit: Unit, place: int, word: LeadWord) -> Led | None:
    if unit.tags[place] not in "VEG" or (target := find_target(unit, place + 1, word.leads)) is None:
        return None
    begin = start_of_verb(unit, place)
    passive = unit.tags[place] != "G" and is_passive(unit, begin, place)
    if passive or unit.tag(begin - 1) in "DZ":
        return None
    if unit.tag(begin - 1) == "T":
        meaning = _meaning_to(unit, begin - 2)
        if meaning is None:
            return None
        begin = meaning
    if _is_unreal(unit, begin, place):
        return None
    subject, rule = _subject(unit, begin, place), f"verb: {word.base}"
    return Led(word.tells, place, subject, target, rule, _is_negated(unit, begin, place))


def _meaning_to(unit: Unit, place: int) -> int | None:
    """Where the group begins of a verb that means to do what follows: has offered to | consider"""
    return start_of_verb(unit, place) if unit.low(place) in _MEANING and unit.tags[place] in "VEG" else None


def _subject(unit: Unit, begin: int, place: int) -> Range | None:
    """Who does it: before the verb; of a participle the sentence's subject."""
    if unit.tags[place] == "G" and "A" not in unit.tags[begin:place]:
        before = _noun_before_participle(unit, place)
        return before or find_main_subject(unit, begin)
    return find_subject_before(unit, begin) or find_main_subject(unit, begin)


def _noun_before_participle(unit: Unit, place: int) -> Range | None:
    """Tamber as one country | considering a role"""
    if unit.tags[place] != "G" or unit.tag(place - 1) not in "NP":
        return None
    found = find_subject_before(unit, place)
    if found is None:
        return None
    if unit.low(found.first - 1) == "as":
        named = found.first - 1
        first = named
        while first > 0 and unit.tags[first - 1] in "PD":
            first -= 1
        return Range(first, named) if first < named else found
    return found


def _is_negated(unit: Unit, begin: int, place: int) -> bool:
    return any(_is_negation(unit.low(at)) for at in range(begin, place))


def _is_negation(low: str) -> bool:
    return low in _NEGATIONS or low.endswith("n't") or low == "cannot"


def _is_unreal(unit: Unit, begin: int, place: int) -> bool:
    """might support, could oppose: nobody's stance"""
    return any(unit.low(at) in ("might", "could", "may", "should", "must") for at in range(begin, place))


def find_target(unit: Unit, place: int, leads: frozenset[str]) -> Range | None:
    """What stands behind a word that leads to it, to the end of the clause."""
    at = skip_time(unit, place)
    while unit.tag(at) == "R" and at < place + _LEADS_APART:
        at += 1
    low = unit.low(at)
    if low in leads and low != OBJECT:
        first = at + 1
    elif OBJECT in leads and (unit.tag(at) in "DPNZ0OqGE" or _opens_number(unit, at)):
        first = at
    else:
        return None
    if first >= len(unit.tags) or unit.tag(first) in ".;:,":
        return None
    last = find_content_end(unit, first, first, OBJECT in leads and first == at, [])
    return _cut(unit, first, last)


def _opens_number(unit: Unit, place: int) -> bool:
    """up to 20,000; at least two"""
    return unit.tag(place) == "I" and "0" in unit.tags[place + 1 : place + 3]


def _cut(unit: Unit, first: int, last: int) -> Range | None:
    """Without what the sentence tells beside it: a role, | despite ...; a role, | and welcomed"""
    for at in range(first + 1, last):
        joined = unit.tags[at] == "C" and unit.tag(at + 1) in "VE" and unit.tag(at - 1) == ","
        if unit.tags[at - 1] == "," and (joined or unit.low(at) in _BESIDE):
            return Range(first, at - 1)
    return Range(first, last) if last > first else None


def _noun(unit: Unit, place: int, word: LeadWord) -> Led | None:
    if unit.tags[place] not in "NVG" or _is_dropped(unit, place):
        return None
    holder = find_possessor(unit, place) or _author(unit, place)
    target = find_target(unit, place + 1, word.leads)
    if target is None:
        verb = _facing_verb(unit, place)
        subject = find_subject_before(unit, start_of_group(unit, verb)) if verb is not None else None
        if holder is None or subject is None:
            return None
        target = subject
    if holder is None:
        holder = _carrier(unit, place)
        if holder is None:
            return None
    return Led(word.tells, place, holder, target, f"noun: {word.base}")


def _is_dropped(unit: Unit, place: int) -> bool:
    """dropped its objections to: it has none"""
    return any(unit.low(at) in _DROPPING for at in range(max(0, place - 4), place))


def find_possessor(unit: Unit, place: int) -> Range | None:
    """Whose something is: [Tamber's] earlier offer, [Ondrian] opposition, [its] refusal"""
    at = place - 1
    while at >= 0 and unit.tags[at] in "NE0R" and place - at <= 3:
        at -= 1
    if at < 0:
        return None
    if unit.low(at) in ("his", "her", "their", "its", "our", "my"):
        return Range(at, at + 1)
    if unit.tags[at] not in "ZP":
        return None
    first = at
    while first > 0 and unit.tags[first - 1] in "PN" and at - first < 4:
        first -= 1
    if unit.tags[at] == "Z":
        while first > 0 and unit.tags[first - 1] == "D":
            first -= 1
    return Range(first, at + 1)


def _author(unit: Unit, place: int) -> Range | None:
    """opposition | from [Ondria]; an offer | by [Tamber]"""
    if unit.low(place + 1) not in ("by", "from") or unit.tag(place + 2) not in "DP":
        return None
    last = place + 2
    while unit.tag(last) in "DPN" and last < len(unit.tags):
        last += 1
    return Range(place + 2, last)


def _facing_verb(unit: Unit, place: int) -> int | None:
    """Tamber's part | faces | Ondrian opposition"""
    return next((at for at in range(place - 1, max(-1, place - 6), -1) if unit.low(at) in _FACING), None)


def _carrier(unit: Unit, place: int) -> Range | None:
    """[Ondria] has | voiced | objections to: who carries the noun"""
    for at in range(place - 1, max(-1, place - 6), -1):
        if unit.low(at) in _CARRYING and unit.tags[at] in "VEGA" and _carries(unit, at, place):
            return _subject(unit, start_of_verb(unit, at), at)
        if unit.tags[at] in ".,;:VMS":
            return None
    return None


def _carries(unit: Unit, verb: int, noun: int) -> bool:
    """has [deep] objections; not: has rejected calls"""
    return not set("VAGM") & set(unit.tags[verb + 1 : noun]) and not (
        unit.tags[verb] == "A" and unit.tag(verb + 1) in "EX"
    )


def _adjective(unit: Unit, place: int, word: LeadWord) -> Led | None:
    target = find_target(unit, place + 1, word.leads)
    at = place - 1
    while at > 0 and unit.tags[at] in "RX":
        at -= 1
    if target is None or unit.low(at) not in _COPULAS:
        return None
    begin = start_of_group(unit, at)
    if _is_unreal(unit, begin, place):
        return None
    subject, rule = find_subject_before(unit, begin), f"adjective: {word.base}"
    return Led(word.tells, place, subject, target, rule, _is_negated(unit, begin, place))


_FINDERS = {"v": _verb, "n": _noun, "a": _adjective}
