"""Whose stance a condition is: who refuses, offers, wants or insists on what waits.

[Ondria] has so far | refused to | move the guns before the island is clear
[Varrow] would bring | an offer to | pull back eight guns, in exchange for a pledge
"""

from functools import cache
from typing import NamedTuple

from pactwatch.claims.possessors import find_possessor
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.sides import Bound
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.told import Told
from pactwatch.claims.verb_groups import start_of_group, start_of_verb
from pactwatch.language.lexicon import make_forms, word_set
from pactwatch.model.claim import Mention

_ADJECTIVES = word_set("conditions.stance-adjectives")
_NOUNS = word_set("conditions.stance-nouns")
_PEOPLE = word_set("roles") | word_set("groups")
_PRONOUNS = (
    word_set("speakers.singular") | word_set("speakers.plural") | word_set("speakers.neutral") | {"we", "i"}
)
_LEADING = ("to", "for", "that", "on")
#: How far behind a word of stance what leads to its object may stand.
_REACH = 8


class Stance(NamedTuple):
    """A word of stance at ``place``, whose it is, and where what it is about begins."""

    place: int
    holder: Range | None
    about: int

    def find_holders(self, sheet: Sheet, unit: Unit, told: Told) -> tuple[Mention, ...]:
        """Who holds it, where the words name a party or body, or a pronoun leads to one."""
        own = told.at_cue(unit.tokens[self.place].begin)
        if own:
            return own[0].speakers
        return identify_holder(sheet, unit, told, self.holder)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for base in word_set("conditions.stances") for form in make_forms(base).all())


def find_stance(unit: Unit, bound: Bound) -> Stance | None:
    """The first word of stance of the side that stands before the binding word, if only its subject and
    auxiliaries stand before it."""
    side = bound.wants if bound.wants.first < bound.place or bound.place < bound.needs.first else bound.needs
    if bound.needs.last <= bound.place:
        side = bound.needs
    for at in range(*side):
        if unit.low(at) in _verbs() and unit.tags[at] in "VE" and unit.tag(at - 1) not in "DT":
            begin = start_of_verb(unit, at)
            if any(unit.tags[place] == "M" for place in range(begin, at)):
                return None
            return Stance(at, _subject(unit, side.first, begin), _about(unit, at, side.last))
        if unit.low(at) in _ADJECTIVES and unit.tag(at - 1) in "AR":
            return Stance(
                at, _subject(unit, side.first, start_of_group(unit, at)), _about(unit, at, side.last)
            )
        if unit.low(at) in _NOUNS and unit.tags[at] in "NV":
            return Stance(at, _holder_of_noun(unit, at), _about(unit, at, side.last))
        if unit.tags[at] in ";:" or (_is_verb(unit, at) and not _carries(unit, at, side.last)):
            return None
    return None


def _is_verb(unit: Unit, at: int) -> bool:
    """Not a participle set beside the subject: the team, | led by Marr, refused"""
    return unit.tags[at] == "V" or (
        unit.tags[at] == "E" and unit.tag(at - 1) != "," and unit.low(at + 1) != "by"
    )


def _subject(unit: Unit, first: int, begin: int) -> Range | None:
    """Before the verb group; else all that stands before it in its clause: Ondria has | so far refused"""
    found = find_subject_before(unit, begin)
    if found is not None and found.first >= first:
        return found
    while begin > first and unit.tags[begin - 1] in "ARMXS,":
        begin -= 1
    return Range(first, begin) if begin > first else found


def _carries(unit: Unit, verb: int, last: int) -> bool:
    """would bring | an offer"""
    return any(unit.low(at) in _NOUNS for at in range(verb + 1, min(last, verb + 4)))


def _holder_of_noun(unit: Unit, noun: int) -> Range | None:
    possessor = find_possessor(unit, noun)
    if possessor is not None:
        return possessor
    verb = next((at for at in range(noun - 1, max(-1, noun - 5), -1) if unit.tags[at] in "VE"), None)
    return find_subject_before(unit, start_of_verb(unit, verb)) if verb is not None else None


def _about(unit: Unit, place: int, last: int) -> int:
    """Behind "refused to", "an offer to", "voted 9-6 on Thursday night to"; for an object right behind it."""
    for at in range(place + 1, min(last, place + _REACH)):
        if unit.low(at) in _LEADING and at + 1 < last and (unit.tags[at] in "TS" or at == place + 1):
            return at + 1
    return min(place + 1, last)


def take_stance(unit: Unit, bound: Bound, stance: Stance) -> Bound:
    """The bound with the side of the stance cut to what it is about."""
    needs, wants = bound.needs, bound.wants
    if needs.first <= stance.place < needs.last:
        return bound._replace(needs=Range(stance.about, needs.last)) if stance.about < needs.last else bound
    return bound._replace(wants=Range(stance.about, wants.last)) if stance.about < wants.last else bound


def identify_holder(sheet: Sheet, unit: Unit, told: Told, holder: Range | None) -> tuple[Mention, ...]:
    """Who a subject is, where it is somebody; without what is set beside it: Marr, | the chief"""
    if holder is None or not may_hold(unit, holder):
        return ()
    comma = unit.tags.find(",", holder.first + 1, holder.last)
    listed = comma > 0 and "C" in unit.tags[comma : holder.last]
    return told.identify(sheet, unit, Range(holder.first, comma) if comma > 0 and not listed else holder)


def may_hold(unit: Unit, holder: Range) -> bool:
    """A name, a pronoun, a role or a body."""
    lows = [unit.low(at) for at in range(*holder)]
    words = {*lows, *(low.removesuffix("s") for low in lows)}
    tags = unit.tags[holder.first : holder.last]
    return unit.tags[holder.first] != "W" and (
        "P" in tags or "Z" in tags or bool(words & (_PEOPLE | _PRONOUNS))
    )
