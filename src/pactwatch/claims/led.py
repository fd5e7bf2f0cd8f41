"""Finds words that lead to something, with who stands so and what it is about.

verb        Calvenne | opposes | the posting of monitors · it was | pushing for | a second round
noun        Tamber's earlier | offer to | send divers · faces Ondrian | opposition ·
adjective   Ondria is | ready to | pull back its guns
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pactwatch.claims.gaps import find_agent, find_before, find_phrase_left
from pactwatch.claims.lead_words import OBJECT, OBJECT_TO, LeadWord
from pactwatch.claims.possessors import (
    author_end,
    find_author,
    find_author_behind,
    find_possessor,
    without_predicate,
)
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, clause_start, find_main_subject, find_subject_before
from pactwatch.claims.targets import find_target as find_target
from pactwatch.claims.verb_groups import is_passive, start_of_group, start_of_verb
from pactwatch.language.lexicon import word_set
from pactwatch.language.noun_verbs import ends_plural
from pactwatch.model.source import PassageKind

_FACING = word_set("led.facing")
_CARRYING = word_set("led.carrying")
_DROPPING = word_set("led.dropping")
_MEANING = word_set("led.meaning")
_COPULAS = word_set("adjectives.copulas")
_REMAINING = frozenset("remains remain remained stays stayed seems seemed appears appeared".split())
#: What may be considered is considered.
_CONSIDERS = "considers"
_UNREAL = frozenset(["might", "could", "may", "should", "must", *word_set("led.refusing")])
_IF = ("if", "should", "whenever", "unless", "whether", "lest", "until", "till", "once", "without")
_ALL = ("both", "all", "they", "we", "you", "neither", "i")
#: Verbs with whom they ask, and what for.
_ASKING_FOR = ("ask", "press", "push", "petition", "beg", "pressure", "lobby")
_URGING = dict.fromkeys(("urge", "ask", "call"), frozenset(["+to"]))
#: without | awaiting the rest: it is not done
_NOT_DOING = ("without", "instead", "than")
_NEGATIONS = ("not", "never", "no", "neither", "nor", "hardly", "n't")


class Led(NamedTuple):
    """A word at ``place`` that leads to something: ``tells`` what it tells, ``holder`` who stands so where
    the words around name it, ``target`` what it is about; ``negated``: its group denies it; ``end``: where a
    phrase ends."""

    tells: str
    place: int
    holder: Range | None
    target: Range
    rule: str
    negated: bool = False
    end: int = 0


def find_led(unit: Unit, forms: Mapping[str, Sequence[LeadWord]]) -> Iterator[Led]:
    """The words of a table in a flat unit that lead to something, in order."""
    for place, low in enumerate(unit.lows):
        for word in forms.get(low, ()):
            found = _FINDERS[word.part](unit, place, word)
            if found is not None:
                yield found
                break


def _verb(unit: Unit, place: int, word: LeadWord) -> Led | None:
    if unit.tags[place] not in "VEG" and not _acts_as_verb(unit, place, word.leads):
        return None
    begin = start_of_verb(unit, place)
    passive = unit.tags[place] != "G" and is_passive(unit, begin, place)
    if unit.tags[place] == "G" and unit.low(begin - 1) in _NOT_DOING:
        return None
    if passive or _is_reduced(unit, begin, place):
        return _passive(unit, begin, place, word)
    target = _find_object(unit, begin, place, word)
    if target is None:
        return None
    if unit.kind is PassageKind.HEADLINE and unit.tag(begin - 1) == "T" and unit.tag(begin - 2) in "NP":
        begin -= 1
    if unit.tag(begin - 1) in "DZ" and unit.low(begin - 1) not in _ALL:
        return None
    if unit.tag(begin - 1) == "T":
        meaning = meaning_to(unit, begin - 2)
        if meaning is None:
            return None
        begin = meaning
    if is_unreal(unit, begin, place, word.tells):
        return None
    subject, rule = find_doer(unit, begin, place), f"verb: {word.base}"
    return Led(word.tells, place, subject, target, rule, is_negated(unit, begin, place))


def _find_object(unit: Unit, begin: int, place: int, word: LeadWord) -> Range | None:
    """What a verb is about, behind it or before it."""
    target = find_target(unit, place + 1, word.leads)
    if target is None and word.base in _ASKING_FOR:
        target = _asked_for(unit, place + 1)
    return target or find_before(unit, begin, place + 1, word.leads)


def _asked_for(unit: Unit, place: int) -> Range | None:
    """asked | Ondria three times | for a post"""
    at = place
    while unit.tag(at) in "DPN0Z" and at - place <= 6:
        at += 1
    return find_target(unit, at, frozenset(["for"])) if at > place and unit.low(at) == "for" else None


def _acts_as_verb(unit: Unit, place: int, leads: frozenset[str]) -> bool:
    """Whether a form that was taken for a noun or an adverb is a verb by its neighbours: both | want | aid;
    Quellin and Tamber | back | the plan; Cabinet | backs | pullout"""
    if unit.tags[place] not in "NR" or place == 0:
        return False
    low, before = unit.low(place), unit.low(place - 1)
    plain = not low.endswith("s")
    subject = unit.tags[place - 1] == "P" or before in _ALL or ends_plural(before) == plain
    if unit.kind is PassageKind.HEADLINE and not plain and unit.tags[place - 1] in "NP":
        return unit.tag(place + 1) in "DPZ0N" and not set("VAM") & set(unit.tags[:place])
    if not plain and subject and unit.low(place + 1) in leads and _is_only_verb(unit, place):
        return True
    behind = "DPZ0TN" if before in _ALL else "DPZ0T"
    return (
        subject
        and before not in ("the", "a")
        and unit.tag(place + 1) in behind
        and unit.tags[place - 1] in "PNDO"
    )


def _is_only_verb(unit: Unit, place: int) -> bool:
    """The statement | calls for an inquiry; not: the union calls for an inquiry were heard"""
    end = next((at for at in range(place, len(unit.tags)) if unit.tags[at] in ".;:SW,"), len(unit.tags))
    finite = (at for at in range(place + 1, end) if unit.tags[at] in "VAM" and unit.tags[at - 1] != "T")
    return next(finite, None) is None and not set("VAMES") & set(unit.tags[clause_start(unit, place) : place])


def _is_reduced(unit: Unit, begin: int, place: int) -> bool:
    """a plan | backed | by Quellin"""
    return (
        unit.tags[place] == "E"
        and begin == place
        and unit.low(place + 1) == "by"
        and unit.tag(place - 1) in "NP,"
    )


def _passive(unit: Unit, begin: int, place: int, word: LeadWord) -> Led | None:
    """[the plan] was | rejected | by [Ondria]"""
    holder = find_agent(unit, place + 1)
    target = find_subject_before(unit, begin)
    if unit.tag(begin - 1) == ",":
        target = find_phrase_left(unit, begin)
    if holder is None or target is None or is_unreal(unit, begin, place):
        return None
    if OBJECT_TO in word.leads | _URGING.get(word.base, frozenset()) and unit.tag(holder.last) == "T":
        target = find_target(unit, holder.last, frozenset(["to"])) or target
    if OBJECT not in word.leads and unit.low(holder.first - 2) not in word.leads:
        return None
    rule = f"passive: {word.base}"
    return Led(word.tells, place, holder, target, rule, is_negated(unit, begin, place))


def meaning_to(unit: Unit, place: int) -> int | None:
    """Where the group begins of a verb that means to do what follows: has offered to | consider"""
    return start_of_verb(unit, place) if unit.low(place) in _MEANING and unit.tags[place] in "VEG" else None


def find_doer(unit: Unit, begin: int, place: int) -> Range | None:
    """Who does it: before the verb; of a participle the sentence's subject."""
    if unit.tags[place] == "G" and "A" not in unit.tags[begin:place]:
        before = _noun_before_participle(unit, place)
        return before or find_main_subject(unit, begin)
    joined = find_main_subject(unit, begin) if unit.tag(begin - 1) == "C" else None
    if joined is not None:
        return joined
    if unit.low(begin - 1) == "both":
        return Range(begin - 1, begin)
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


def is_negated(unit: Unit, begin: int, place: int) -> bool:
    return any(_is_negation(unit.low(at)) for at in range(begin, place))


def _is_negation(low: str) -> bool:
    return low in _NEGATIONS or low.endswith("n't") or low == "cannot"


def is_unreal(unit: Unit, begin: int, place: int, tells: str = "") -> bool:
    """might support, could oppose, if Ondria rejects it, to refuse: nobody's stance"""
    words = {unit.low(at) for at in range(begin, place)}
    if tells == _CONSIDERS:
        words -= {"might", "could", "may"}
    if tells == "supports" and is_negated(unit, begin, place) and unit.low(place + 1) != "on":
        words -= {"could"}
    return not words.isdisjoint(_UNREAL) or is_hypothetical(unit, begin)


def is_hypothetical(unit: Unit, place: int) -> bool:
    """Whether a place stands in a condition or a question: if Ondria | rejects it"""
    opening = clause_start(unit, place)
    conditional = unit.low(opening - 1) in _IF or unit.low(opening) in _IF
    return conditional and "," not in unit.tags[opening:place]


def _noun(unit: Unit, place: int, word: LeadWord) -> Led | None:
    headed = place == 0 and unit.tags[0] == "P"
    if not (headed or unit.tags[place] in "NVG") or _is_dropped(unit, place):
        return None
    holder = find_possessor(unit, place) or find_author(unit, place, word.leads)
    behind = author_end(unit, place, word.leads) if holder is not None else place + 1
    target, rule = find_target(unit, behind, word.leads), f"noun: {word.base}"
    if target is not None:
        target = without_predicate(unit, target)
        holder, target = (holder, target) if holder is not None else find_author_behind(unit, target)
    if target is None:
        verb = _facing_verb(unit, place)
        subject = find_subject_before(unit, start_of_group(unit, verb)) if verb is not None else None
        if holder is None or subject is None:
            return None
        target, rule = subject, f"facing: {word.base}"
    if holder is None:
        holder = _carrier(unit, place)
        if holder is None:
            return None
    return Led(word.tells, place, holder, target, rule)


def _is_dropped(unit: Unit, place: int) -> bool:
    """dropped its objections to: it has none"""
    return any(unit.low(at) in _DROPPING for at in range(max(0, place - 4), place))


def _facing_verb(unit: Unit, place: int) -> int | None:
    """Tamber's part | faces | Ondrian opposition"""
    return next((at for at in range(place - 1, max(-1, place - 6), -1) if unit.low(at) in _FACING), None)


def _carrier(unit: Unit, place: int) -> Range | None:
    """[Ondria] has | voiced | objections to: who carries the noun"""
    for at in range(place - 1, max(-1, place - 6), -1):
        if unit.low(at) in _CARRYING and unit.tags[at] in "VEGA" and _carries(unit, at, place):
            return find_doer(unit, start_of_verb(unit, at), at)
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
    while at > 0 and unit.tags[at] in "RXq":
        at -= 1
    headed = unit.kind is PassageKind.HEADLINE and unit.tags[at] in "NP"
    if target is None or (unit.low(at) not in _COPULAS | _REMAINING and not headed):
        return None
    begin = at + 1 if headed else start_of_group(unit, at)
    if unit.tag(begin - 1) == "T" and (meaning := meaning_to(unit, begin - 2)) is not None:
        begin = meaning
    if is_unreal(unit, begin, place, word.tells):
        return None
    subject, rule = find_subject_before(unit, begin), f"adjective: {word.base}"
    return Led(word.tells, place, subject, target, rule, is_negated(unit, begin, place))


_FINDERS = {"v": _verb, "n": _noun, "a": _adjective}
