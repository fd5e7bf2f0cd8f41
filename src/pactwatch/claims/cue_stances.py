"""Stances that the reporting verb of a statement tells, and targets no longer than what is told.

welcomed, at the end of the talks, | the offer        something stands between the verb and what it is about
insists that | the garrison will leave                a clause that says what is to be
"""

from pactwatch.claims.lead_words import OBJECT, LeadWord
from pactwatch.claims.led import is_negated, is_unreal
from pactwatch.claims.settling import SAYING_AGAIN, is_assertion, tells_more
from pactwatch.claims.sheet import Unit
from pactwatch.claims.stances import Stanced, stance_forms
from pactwatch.claims.subjects import Range
from pactwatch.claims.verb_groups import start_of_verb
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Stance, Statement

_NEAR = 4
_UNABLE = ("unable", "unwilling", "reluctant", "loath")


def find_by_cue(unit: Unit, claim: Claim, seen: set[int]) -> Stanced | None:
    """A statement whose reporting verb is a word of stance, where something stands between the two:
    welcomed, at the end of the talks, | the offer; insists that the garrison will leave."""
    slots = claim.slots
    assert isinstance(slots, Statement)
    place = unit.place_of(slots.cue.end - 1)
    word = next((w for w in stance_forms().get(unit.low(place), ()) if _may_be_cue(w)), None)
    if word is None or is_unreal(unit, start_of_verb(unit, place), place):
        return None
    if unit.low(place - 1) == "to" and unit.low(place - 2) in _UNABLE:
        return None
    clause = claim.rule in ("that-clause", "clause")
    if not clause and claim.rule != "noun phrase":
        return None
    if is_negated(unit, start_of_verb(unit, place), place):
        return None
    if unit.tokens[place].begin in seen or not slots.content:
        return None
    first, last = unit.place_of(slots.content[0].begin), unit.place_of(slots.content[0].end - 1) + 1
    will = any(unit.low(at) in ("will", "would") for at in range(first, last))
    if (
        last <= first
        or (word.base in SAYING_AGAIN and tells_more(unit, Range(first, last), stance_forms()))
        or is_assertion(unit, Range(first, last))
        or "ago" in unit.lows[first : first + _NEAR]
        or unit.low(first) in word_set("linker.closed")
        or (clause and not (will and word.base in ("insist", "demand")))
        or "direct" in claim.rule
    ):
        return None
    return Stanced(Stance(word.tells), place, None, Range(first, last), f"cue: {word.base}")


def _may_be_cue(word: LeadWord) -> bool:
    return word.part == "v" and (OBJECT in word.leads or word.base in ("insist", "demand"))


def clip_to_words(unit: Unit, found: Stanced, statement: Claim | None) -> Stanced:
    """The target no farther than the words that are told."""
    slots = statement.slots if statement is not None else None
    if not isinstance(slots, Statement):
        return found
    begin = unit.tokens[found.target.first].begin
    part = next((part for part in slots.content if part.begin <= begin < part.end), None)
    if part is None:
        return found
    last = found.target.last
    while last > found.target.first + 1 and unit.tokens[last - 1].begin >= part.end:
        last -= 1
    while last > found.target.first + 1 and unit.tags[last - 1] in "q,":
        last -= 1
    return found._replace(target=Range(found.target.first, last))
