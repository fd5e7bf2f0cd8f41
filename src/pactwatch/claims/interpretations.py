"""Clause readings: what somebody says that the agreement or a clause of it requires, allows, forbids or means.

the accord requires | the crews to be home first          subject, verb of force
under article 4, Calvenne must | open the locks            opening, modal
Ondria is not obliged | to move its guns under the truce   bound, then the text that binds
the text says nothing about | the islands                  does not require
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from pactwatch.claims.base import make_claim
from pactwatch.claims.contents import find_content_end
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.told import Told
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import make_forms, read_list, word_set
from pactwatch.model.claim import Claim, Force, Interpretation
from pactwatch.model.source import Span

_INSTRUMENTS = word_set("interpretations.instruments")
_BOUND = word_set("interpretations.bound")
_HINT = regex.compile(rf"\b(?:{'|'.join(sorted(_INSTRUMENTS))})\b", regex.IGNORECASE)
_SILENT = ("nothing", "silent", "no")
_OPENINGS = ("under", "by", "per")
_NEGATED = {
    Force.REQUIRES: Force.DOES_NOT_REQUIRE,
    Force.ALLOWS: Force.FORBIDS,
    Force.FORBIDS: Force.ALLOWS,
    Force.MEANS: Force.DOES_NOT_REQUIRE,
}
_MODALS = {
    "must": Force.REQUIRES,
    "shall": Force.REQUIRES,
    "should": Force.REQUIRES,
    "may": Force.ALLOWS,
    "can": Force.ALLOWS,
}
_BINDING = {"obliged", "obligated", "required", "bound", "supposed", "meant", "committed", "due"}
_ALLOWING = {"entitled", "permitted", "allowed", "authorised", "authorized", "free"}
_FORBIDDING = {"barred", "forbidden", "prohibited", "banned"}


class Read(NamedTuple):
    """A reading at ``place``: the text that is read, what it is said to do, and the words for what."""

    place: int
    force: Force
    instrument: Range
    meaning: Range
    rule: str


class Interpretations:
    """Reads what is said that an agreement means."""

    name = "interpretations"
    version = "1"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        told = Told(known.get("statements", ()))
        claims: dict[str, Claim] = {}
        for unit in sheet.units:
            if _HINT.search(sheet.text, unit.begin, unit.end):
                flat = sheet.flat(unit)
                for read in find_readings(flat):
                    claim = self._claim(sheet, flat, read, told)
                    claims[claim.key] = claim
        return tuple(sorted(claims.values(), key=lambda claim: (claim.span, claim.key)))

    def _claim(self, sheet: Sheet, unit: Unit, read: Read, told: Told) -> Claim:
        trigger = unit.span(read.place, read.place + 1)
        instrument, meaning = unit.span(*read.instrument), unit.span(*read.meaning)
        parts = (trigger, instrument, meaning)
        span = Span(min(part.begin for part in parts), max(part.end for part in parts))
        voice = told.voice(trigger.begin)
        slots = Interpretation(trigger, read.force, instrument, meaning)
        return make_claim(
            self, sheet, unit, span, slots, read.rule, speakers=voice.speakers, said_on=voice.said_on
        )


def find_readings(unit: Unit) -> Iterator[Read]:
    """The clause readings of a flat unit, in order; of one clause the first."""
    seen: list[Range] = []
    for place in range(len(unit.tags)):
        found = _by_verb(unit, place) or _by_opening(unit, place) or _by_bound(unit, place)
        if found is not None and not any(_overlap(found.meaning, other) for other in seen):
            seen.append(found.meaning)
            yield found


def _overlap(one: Range, other: Range) -> bool:
    return one.first < other.last and other.first < one.last


@cache
def _force_forms() -> dict[str, tuple[tuple[Force, str], ...]]:
    forms: dict[str, list[tuple[Force, str]]] = {}
    for line in read_list("forces.tsv"):
        base, force, *particle = line.split("\t")
        for form in make_forms(base).all():
            forms.setdefault(form, []).append((Force(force), particle[0] if particle else ""))
    return {form: tuple(sorted(found, key=lambda one: not one[1])) for form, found in forms.items()}


def _by_verb(unit: Unit, place: int) -> Read | None:
    """[the accord] requires [the crews to be home]"""
    if unit.tags[place] not in "VEN" or unit.low(place) not in _force_forms():
        return None
    begin = start_of_group(unit, place)
    words = [unit.low(at) for at in range(begin, place)]
    if {"is", "are", "was", "were", "be", "been"} & set(words):
        return None
    subject = find_subject_before(unit, begin)
    if subject is None or not _is_instrument(unit, subject):
        return None
    for force, particle in _force_forms()[unit.low(place)]:
        first = place + 1 + bool(particle)
        if particle and unit.low(place + 1) != particle:
            continue
        silent = unit.low(first) in _SILENT
        negated = silent or any(word in ("not", "never") or word.endswith("n't") for word in words)
        meaning = _to_end(unit, first + 2 * silent)
        if meaning is not None:
            return Read(place, _NEGATED[force] if negated else force, subject, meaning, "text that does")
    return None


def _is_instrument(unit: Unit, phrase: Range) -> bool:
    """Whether a phrase is a text that was agreed: the deal, article 7, the first phase of the truce."""
    head_end = next(
        (at for at in range(phrase.first + 1, phrase.last) if unit.tags[at] in ",W(I"), phrase.last
    )
    heads = {unit.low(at) for at in range(phrase.first, head_end)}
    phase = bool({"phase", "stage"} & heads)
    return bool(heads & _INSTRUMENTS) or (phase and _holds_instrument(unit, phrase))


def _holds_instrument(unit: Unit, phrase: Range) -> bool:
    return any(unit.low(at) in _INSTRUMENTS for at in range(*phrase))


def _to_end(unit: Unit, first: int) -> Range | None:
    if first >= len(unit.tags) or unit.tag(first) in ".;:,)":
        return None
    last = find_content_end(unit, first, first, False, [])
    return Range(first, last) if last > first else None


def _by_opening(unit: Unit, place: int) -> Read | None:
    """under [article 4], Calvenne | must | open; in line with [the deal], ..."""
    if unit.low(place) not in _OPENINGS or unit.tag(place + 1) not in "DPN":
        return None
    last = place + 1
    while last < len(unit.tags) and (unit.tags[last] in "DPN0ZE" or unit.low(last) in ("of", "on")):
        last += 1
    instrument = Range(place + 1, last)
    if not _is_instrument(unit, instrument) or unit.tag(last) != ",":
        return None
    end = find_content_end(unit, last + 1, last + 1, False, [])
    verb = next((at for at in range(last + 1, end) if unit.tags[at] in "MAV"), None)
    if verb is None:
        return None
    force = _force_of(unit, verb)
    return Read(verb, force, instrument, Range(last + 1, end), "under the text") if force else None


def _force_of(unit: Unit, verb: int) -> Force | None:
    """By the modal or the copula: must, may, is to, is obliged to, is barred from."""
    low = unit.low(verb)
    negated = unit.low(verb + 1) == "not" or low.endswith("n't") or low == "cannot"
    force = _MODALS.get(low)
    if force is None and unit.tags[verb] == "A":
        at = verb + 1 + (unit.low(verb + 1) == "not")
        while unit.tag(at) == "R":
            at += 1
        word = unit.low(at)
        force = _force_of_word(word) or (Force.REQUIRES if unit.tag(at) == "T" else None)
        if force is None and low in ("has", "have") and unit.tag(verb + 1) == "T":
            force = Force.REQUIRES
    if force is None:
        return None
    if negated and low in ("must", "shall", "should"):
        return Force.FORBIDS
    return _NEGATED[force] if negated else force


def _force_of_word(word: str) -> Force | None:
    if word in _BINDING:
        return Force.REQUIRES
    if word in _ALLOWING:
        return Force.ALLOWS
    return Force.FORBIDS if word in _FORBIDDING else None


def _by_bound(unit: Unit, place: int) -> Read | None:
    """Ondria is not | obliged | to move its guns under [the truce]"""
    force = _force_of_word(unit.low(place)) if unit.low(place) in _BOUND else None
    copula = next((at for at in range(place - 1, max(-1, place - 4), -1) if unit.tags[at] == "A"), None)
    if force is None or copula is None:
        return None
    subject = find_subject_before(unit, start_of_group(unit, copula))
    meaning = _to_end(unit, place + 1)
    if subject is None or meaning is None or unit.tags[subject.first] == "W":
        return None
    instrument = _text_behind(unit, meaning)
    if instrument is None:
        return None
    negated = any(
        unit.low(at) in ("not", "never") or unit.low(at).endswith("n't") for at in range(copula, place)
    )
    return Read(
        place,
        _NEGATED[force] if negated else force,
        instrument,
        Range(subject.first, meaning.last),
        "bound by the text",
    )


def _text_behind(unit: Unit, meaning: Range) -> Range | None:
    for at in range(meaning.first, meaning.last):
        if unit.low(at) in ("under", "by", "in", "of") and unit.tag(at + 1) in "DPN":
            last = at + 1
            while last < meaning.last and unit.tags[last] in "DPN0Z":
                last += 1
            found = Range(at + 1, last)
            if _is_instrument(unit, found):
                return found
    return None
