"""Whom a sentence names as the one who broke what was agreed.

[Ondria] has violated the truce        accused [Ondria] of violating it       Calvenne's breaches
[Ondria] did not keep the accord       it was [Calvenne] that had breached    blamed [Ondria] for it
"""

from collections.abc import Iterator
from typing import NamedTuple

from pactwatch.claims.broken import find_breaker, find_charged, is_kept_not, is_risked
from pactwatch.claims.doers import find_doer_before
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_main_subject
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import word_set
from pactwatch.model.source import Span

_NOUNS = word_set("allegations.nouns")
_VERBS = word_set("allegations.verbs")
_BROKEN_THINGS = word_set("allegations.broken-things")
_TALLIED = word_set("allegations.tallied")
_CALLING = frozenset("called calls call calling described describes describing termed branded".split())
_PARTICLES = ("out", "down", "off", "up", "into", "away", "with")
_REACH = 7
_CALLED_WITHIN = 9


class Accused(NamedTuple):
    """A word of breach at a place, the words for who is accused (None: nobody is named), and the rule.
    ``name`` is who a pronoun stands for, ``by`` who alleges it where the sentence says so itself."""

    place: int
    span: Span | None
    rule: str
    name: str | None = None
    by: Range | None = None


def find_accused(unit: Unit) -> Iterator[Accused]:
    """Each word of breach with whom the sentence names as the one who did it, and the rule."""
    for place in range(len(unit.tags)):
        low = unit.low(place)
        found = None
        if low in _NOUNS and unit.tags[place] != "V":
            found = _by_noun(unit, place)
        elif unit.tags[place] in "VEGN" and _is_agreed(unit, place) and _breaks(unit, place):
            found = _by_verb(unit, place)
        if found is not None:
            yield found


def _breaks(unit: Unit, place: int) -> bool:
    """violated; did not keep; putting ... at risk"""
    if unit.low(place) in _VERBS:
        return unit.tags[place] != "N" and unit.low(place + 1) not in _PARTICLES
    return is_kept_not(unit, place) or is_risked(unit, place)


def _is_agreed(unit: Unit, place: int) -> bool:
    """Whether what was agreed stands behind a verb: violated | the truce"""
    things = {unit.low(at) for at in range(place + 1, min(len(unit.tags), place + _REACH + 1))}
    return bool(things & _BROKEN_THINGS)


def _by_verb(unit: Unit, place: int) -> Accused | None:
    charged = find_charged(unit, place)
    if charged is not None:
        return _charged(unit, place, charged)
    doer = find_breaker(unit, place)
    if doer is None:
        return None
    return Accused(place, unit.span(*doer.phrase), doer.rule, _name(unit, doer.name), doer.by)


def _charged(unit: Unit, place: int, phrase: Range) -> Accused | None:
    """accused [Ondria] of; accused [it] of: the subject of the sentence, where that is not who accuses"""
    if unit.tags[phrase.first] != "O":
        return Accused(place, unit.span(*phrase), "accused of")
    subject = find_main_subject(unit, phrase.first - 1)
    if subject is None or "P" not in unit.tags[subject.first : subject.last]:
        return None
    return Accused(place, unit.span(*phrase), "accused of", _name(unit, subject))


def _name(unit: Unit, phrase: Range | None) -> str | None:
    return " ".join(token.text for token in unit.tokens[phrase.first : phrase.last]) if phrase else None


# Nouns


def _by_noun(unit: Unit, place: int) -> Accused | None:
    """Calvennese truce "violations"; violations of the truce by Ondria; breaches by both sides"""
    charged = find_charged(unit, place)
    if charged is not None:
        return _charged(unit, place, charged)
    if _is_tallied(unit, place):
        return None
    return _by_whom(unit, place) or _whose(unit, place) or _in_breach(unit, place) or _called(unit, place)


def _by_whom(unit: Unit, place: int) -> Accused | None:
    for at in range(place + 1, min(len(unit.tags), place + _REACH)):
        if unit.low(at) == "by" and unit.tag(at + 1) in "PD":
            return Accused(place, _name_behind(unit, at + 1), "breach by")
        if unit.tags[at] in ".,;:VAM":
            break
    return None


def _whose(unit: Unit, place: int) -> Accused | None:
    for at in range(place - 1, max(-1, place - 6), -1):
        if unit.tags[at] in "PZ" and unit.tokens[at].text[0].isupper():
            return Accused(place, _bare_span(unit, at), "whose breach")
        if unit.tags[at] not in "NCqGE-" and unit.low(at) not in ("of",):
            return None
    return None


def _in_breach(unit: Unit, place: int) -> Accused | None:
    """[Ondria] kept troops there in violation of the truce; [Ondria] shelled Pell, a flagrant breach of it"""
    first = place
    while unit.tag(first - 1) in "NERV" and unit.low(first - 1) not in ("in",) and place - first < 3:
        first -= 1
    apposed = unit.low(first - 1) in ("a", "an") and unit.tag(first - 2) == ","
    if not _is_agreed(unit, place) or not (unit.low(place - 1) == "in" or apposed):
        return None
    said_of = unit.tag(first - 2) == "A" and not apposed
    begin = start_of_group(unit, first - 1)
    subject = find_doer_before(unit, begin) if said_of else find_main_subject(unit, first - 1)
    if subject is None or "P" not in unit.tags[subject.first : subject.last]:
        return None
    return Accused(place, unit.span(*subject), "in breach of")


def _called(unit: Unit, place: int) -> Accused | None:
    """called [Ondria's] shelling a breach of the truce; called the shooting a breach: nobody is named"""
    if not _is_agreed(unit, place):
        return None
    for at in range(place - 1, max(-1, place - _CALLED_WITHIN), -1):
        if unit.low(at) in _CALLING:
            owner = next((o for o in range(at + 1, place) if unit.tags[o] in "ZP"), None)
            return Accused(place, _bare_span(unit, owner) if owner else None, "called a breach")
        if unit.tags[at] in ".;:":
            return None
    return None


def _is_tallied(unit: Unit, place: int) -> bool:
    """Whether the word is counted: 497 violations, the tally of alleged violations, violations at 497."""
    before = any(unit.tag(at) == "0" for at in range(place - 5, place))
    listed = any(unit.low(at) in _TALLIED for at in range(max(0, place - 14), place))
    return before or listed or (unit.low(place + 1) in ("at", "to") and unit.tag(place + 2) == "0")


def _name_behind(unit: Unit, first: int) -> Span:
    last = first
    while last < len(unit.tags) and unit.tags[last] in "DPN":
        last += 1
    return unit.span(first, max(last, first + 1))


def _bare_span(unit: Unit, at: int) -> Span:
    token = unit.tokens[at]
    return Span(token.begin, token.end - 2 if token.low.endswith("'s") else token.end)
