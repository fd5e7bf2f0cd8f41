"""What a clause reading is made of: the text before a verb, and where what it does ends."""

from typing import NamedTuple

from pactwatch.claims.forces import force_forms
from pactwatch.claims.sheet import Unit
from pactwatch.claims.sides import content_end, cut_clause
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.texts import is_text, subject_of
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Force

_SAYING = word_set("conditions.saying")


class Read(NamedTuple):
    """A reading at ``place``: what the text is said to do, the text, and the words for what; ``holder`` reads
    it so, where the words around say who."""

    place: int
    force: Force
    instrument: Range
    meaning: Range
    rule: str
    holder: Range | None = None


def find_text_before(unit: Unit, begin: int, pointed: bool) -> tuple[Range | None, bool]:
    """The text before a verb group, and whether nothing in it does: nothing in [the accord]"""
    subject = subject_of(unit, begin)
    if unit.low(begin - 1) == "that" and unit.low(begin - 2) not in ("", "said"):
        subject = _nothing_that(unit, begin - 1) or subject
    if subject is not None and unit.tags[subject.first] == "W":
        subject = _antecedent(unit, subject.first)
    if subject is None:
        return None, False
    before = subject.first - 2
    if unit.low(before) in ("nothing", "none") and unit.low(before + 1) in ("in", "of"):
        subject = Range(before, subject.last)
    nothing = unit.low(subject.first) in ("nothing", "none") and unit.low(subject.first + 1) in ("in", "of")
    text = Range(subject.first + 2, subject.last) if nothing else subject
    if subject.last - subject.first == 1 and unit.low(subject.first) == "it":
        return (subject if pointed else None), False
    text = Range(_behind_telling(unit, text), text.last)
    denied = nothing or unit.low(text.first) in ("neither", "no", "none")
    return (text if is_text(unit, text) else None), denied


def _antecedent(unit: Unit, relative: int) -> Range | None:
    """[the deal], | which | requires: the text that is set before it"""
    last = relative - (unit.tag(relative - 1) == ",")
    first = last
    while first > 0 and unit.tags[first - 1] in "DN0P" and unit.tags[first : first + 1] != "D":
        first -= 1
    return Range(first, last) if first < last else None


def _nothing_that(unit: Unit, that: int) -> Range | None:
    """nothing in [article 7] | that requires a date"""
    places = range(that - 2, max(-1, that - 8), -1)
    first = next((at for at in places if unit.low(at) in ("nothing", "none")), None)
    return Range(first + 2, that) if first is not None and unit.low(first + 1) in ("in", "of") else None


def _behind_telling(unit: Unit, phrase: Range) -> int:
    """Marr said | article 2"""
    told = [at + 1 for at in range(*phrase) if unit.tags[at] in "VE" and unit.low(at) in _SAYING]
    return told[0] if told and told[0] < phrase.last else phrase.first


def find_teller_before(unit: Unit, text: Range) -> Range | None:
    """[Marr] said | article 2 ...: who tells, where the words told begin right behind"""
    at = text.first - 1
    if unit.tag(at) not in "VE" or unit.low(at) not in _SAYING:
        return None
    return find_subject_before(unit, start_of_group(unit, at))


def meaning_from(unit: Unit, first: int) -> Range | None:
    """The words for what a text does, from a place to where its next verb or the clause's end stands."""
    if first >= len(unit.tags) or unit.tag(first) in ".;:,)C":
        return None
    last = cut_clause(unit, first, content_end(unit, first))
    for at in range(first + 1, last - 1):
        if unit.tags[at] == "C" and _goes_with(unit, at + 1):
            return Range(first, at - (unit.tags[at - 1] == ","))
    return Range(first, last) if last > first else None


def _goes_with(unit: Unit, at: int) -> bool:
    """links one to another, and | leaves them a perimeter: a second verb of the same text"""
    verb = unit.low(at) in force_forms()
    return verb and (unit.tags[at] in "VA" or (unit.tags[at] == "N" and unit.tag(at + 1) in "ODP"))
