"""Finds the words of events in a unit: verbs with their objects, nouns, and what only leads to an act.

lay down + {arms}      Calvenne's fighters [laid down] their rifles       RETREAT disarm
{impose} + {curbs}     a curfew was [imposed]                             COERCE restrict
"""

from collections.abc import Sequence
from typing import NamedTuple

from pactwatch.claims.event_phrases import (
    REACH,
    end_of_scope,
    find_object,
    find_phrase,
    has_object,
    is_party,
    subject_before,
)
from pactwatch.claims.event_words import Entry, Meaning, Pattern, Phrase, event_table, parties
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_main_subject
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.cues import cue_forms
from pactwatch.language.lexicon import is_bare_past

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "gets", "got", "'s"))
_HAVE = frozenset(("has", "have", "had", "having"))
#: Verbs before a state that lasts: the locks stay shut.
_STAYING = frozenset(("stay", "stays", "remain", "remains", "keep", "keeps"))
#: Verbs whose past is like their base: the tagger may take them for nouns.
_FLAT = frozenset(("let", "set", "cut", "put", "hit", "quit", "shut"))
#: Words right behind a verb that make another verb of it: took up, took part.
_TURNING = frozenset(("up", "part", "place", "note", "stock"))
#: Stands in a pattern for any object; behind the verb, for the object that parts it from its words.
_ANY, _GAP = "*", ".."
#: What readiness or its lack means, whatever it is for.
_WILLING, _UNWILLING = Meaning("AGREE", None, "AGREE"), Meaning("REJECT", None, "REJECT")
_VERB, _NOUN, _ADJECTIVE = "verb", "noun", "adjective"


class Hit(NamedTuple):
    """A word of an event: token places ``begin`` (its group) to ``last``, ``place`` the word itself.
    ``scope`` is all that belongs to it behind, ``used`` the place of the object's word that the pattern asked
    for; ``closed``: with these words its meaning is whole, and it leads to no other act."""

    kind: str
    place: int
    begin: int
    last: int
    meaning: Meaning | None
    operator: str | None
    passive: bool
    subject: Range | None
    scope: Range
    used: int | None
    weak: bool = False
    closed: bool = False


def find_hits(unit: Unit) -> list[Hit]:
    """All words of events, in order; a noun that a verb's pattern has taken up is not one of its own."""
    table = event_table()
    hits: list[Hit] = []
    used: set[int] = set()
    behind = 0
    for place, low in enumerate(unit.lows):
        entry = table.get(low)
        if entry is None or place < behind:
            continue
        hit = _read(unit, place, entry)
        if hit is not None and place not in used:
            if hits and hit.kind == hits[-1].kind == _NOUN and hit.begin <= hits[-1].place:
                hits.pop()
            hits.append(hit)
            behind = hit.last
            if hit.used is not None:
                used.add(hit.used)
    return [hit for hit in hits if hit.kind != _NOUN or not used & set(range(hit.begin, hit.last))]


def _read(unit: Unit, place: int, entry: Entry) -> Hit | None:
    if entry.is_verb and _is_verb(unit, place, entry):
        hit = _read_verb(unit, place, entry)
        return (
            hit
            if hit is not None or entry.adjective is None
            else _read_adjective(unit, place, entry.adjective)
        )
    if entry.nouns and (unit.tags[place] not in "AP" or place == 0):
        phrase = _match_phrase(unit, place, entry.nouns)
        if phrase is not None:
            return _read_noun(unit, place, phrase)
    if entry.adjective is not None:
        return _read_adjective(unit, place, entry.adjective)
    return None


def _is_verb(unit: Unit, place: int, entry: Entry) -> bool:
    """Whether a form stands as a verb; a form that the tagger does not know as one may, between names."""
    tag, before, after = unit.tags[place], unit.tag(place - 1), unit.tag(place + 1)
    if tag == "G":
        bare = before not in "DZ" and (after in "DP0ZOR" or before in "AT,." or not entry.nouns)
        return bare and not (after == "I" and unit.low(place + 1) == "of")
    if tag == "E":
        if unit.low(place - 1) in _STAYING:
            return False
        if before == "0" and after not in "DPOZ0N":
            return False
        return before not in "DZ0" or after not in "NPZ"
    if tag == "V":
        is_noun = unit.lows[place] in parties() or (
            entry.nouns and before in "NG" and unit.lows[place].endswith("s")
        )
        return not is_noun or after in "DPO0Z"
    if tag == "P":
        return place == 0 and after in "DP0Z"
    low = unit.lows[place]
    third = before in "PN" and after == "N" and (low.endswith("s") or low in _FLAT)
    return tag == "N" and ((before in "PNRTM" and after in "DPOZ0") or third) and not entry.nouns


def _read_verb(unit: Unit, place: int, entry: Entry) -> Hit | None:
    if entry.plain is None and entry.operator is None and _is_without_object(unit, entry):
        return None
    begin = start_of_group(unit, place)
    passive = _is_passive(unit, begin, place)
    subject = find_patient(unit, begin) if passive and unit.tag(begin - 1) != "T" else None
    scope_end = end_of_scope(unit, place + 1)
    worded = _worded(unit, place, entry)
    pattern, last, used = _choose(unit, place, scope_end, subject, entry, worded)
    operator, after = _operator_of(place, entry, worded)
    if (pattern is None or pattern.meaning is None) and (operator is None or used is not None):
        return None
    bare = used is None and (pattern is None or not pattern.words)
    if bare and unit.tags[place] == "N" and unit.tag(place + 1) == "N":
        return None
    if passive and begin == place and pattern is not None and pattern.words and used is not None:
        passive, subject = False, None
    closed = used is not None or (pattern is not None and last > after)
    if pattern is None or not pattern.words:
        last = max(last, after)
    scope = Range(last, max(last, scope_end if last <= place + 1 else end_of_scope(unit, last)))
    meaning = pattern.meaning if pattern is not None else None
    return Hit(_VERB, place, begin, last, meaning, operator, passive, subject, scope, used, False, closed)


def _is_without_object(unit: Unit, entry: Entry) -> bool:
    """Whether a verb that means something only with certain words has none of them in its unit."""
    if entry.named is not None or _ANY in entry.by_object:
        return False
    if _GAP in entry.worded:
        return False
    return entry.by_object.keys().isdisjoint(unit.lows) and entry.worded.keys().isdisjoint(unit.lows)


def _is_passive(unit: Unit, begin: int, place: int) -> bool:
    """was freed, has been freed; a captive | freed | by Ondria; captives | held | in Pell were"""
    if unit.tags[place] != "E":
        return False
    helpers = set(unit.lows[begin:place])
    if helpers & _BE:
        return True
    if helpers & _HAVE or "A" in unit.tags[begin:place]:
        return False
    after = unit.tag(place + 1)
    if unit.low(place + 1) == "by" or (unit.tag(place + 1) == "R" and unit.low(place + 2) == "by"):
        return True
    reduced = (
        begin == place and after in "IS" and unit.tag(place - 1) == "N" and not is_bare_past(unit.low(place))
    )
    return reduced and (_has_finite_behind(unit, place) or _has_verb_before(unit, place))


def _has_verb_before(unit: Unit, place: int) -> bool:
    """The attack brought to 31 the number of people | killed: the clause has its verb before"""
    for at in range(place - 2, max(-1, place - REACH), -1):
        if unit.tags[at] in ".;:WSQ,":
            return False
        if unit.tags[at] in "AMVE":
            return unit.low(at) not in cue_forms()
    return False


def _has_finite_behind(unit: Unit, place: int) -> bool:
    for at in range(place + 1, min(len(unit.tags), place + REACH)):
        if unit.tags[at] in ".;:WS":
            return False
        if unit.tags[at] in "AMV" or (unit.tags[at] == "E" and unit.tag(at + 1) in "DPZ0RT"):
            return True
    return False


def find_patient(unit: Unit, begin: int) -> Range | None:
    """The subject of a passive; that of the main verb behind a conjunction."""
    found = subject_before(unit, begin)
    return found if found is not None else find_main_subject(unit, begin)


class _Choice(NamedTuple):
    """What a verb means here: its pattern, the place behind its words, and that of its object's word."""

    pattern: Pattern | None
    last: int
    used: int | None


def _choose(
    unit: Unit,
    place: int,
    end: int,
    subject: Range | None,
    entry: Entry,
    worded: Sequence[tuple[Pattern, int]],
) -> _Choice:
    """The pattern that fits best: one with words behind the verb, one by its object, else the verb alone."""
    for pattern, last in worded:
        if pattern.objects:
            until = max(end, end_of_scope(unit, last))
            used = find_object(unit, last, until, None, dict.fromkeys(pattern.objects, pattern))
            if used is not None:
                return _Choice(pattern, last, used)
        elif pattern.meaning is not None:
            return _Choice(pattern, last, None)
    if unit.low(place + 1) in _TURNING:
        return _Choice(None, place + 1, None)
    if entry.by_object:
        used = find_object(unit, place + 1, end, subject, entry.by_object)
        if used is not None:
            return _Choice(entry.by_object[unit.lows[used]], place + 1, used)
    if _ANY in entry.by_object and (subject is not None or has_object(unit, place + 1)):
        return _Choice(entry.by_object[_ANY], place + 1, None)
    if entry.named is not None and is_party(unit, find_phrase(unit, place + 1)):
        return _Choice(entry.named, place + 1, None)
    return _Choice(entry.plain, place + 1, None)


def _worded(unit: Unit, place: int, entry: Entry) -> list[tuple[Pattern, int]]:
    """The patterns whose words stand behind the verb, each with the place behind them."""
    found = []
    if entry.worded:
        for word in (*unit.lows[place + 1 : place + 5], _GAP):
            for pattern in entry.worded.get(word, ()):
                last = _behind_words(unit, place, pattern.words)
                if last is not None:
                    found.append((pattern, last))
    return found


def _behind_words(unit: Unit, place: int, words: tuple[str, ...]) -> int | None:
    """The place behind the words that follow a verb; adverbs and articles may stand between."""
    lows, at = unit.lows, place + 1
    for word in words:
        if word == _GAP:
            at = find_phrase(unit, at).last
            continue
        while at < len(lows) and lows[at] != word and unit.tags[at] in "RD" and at < place + 5:
            at += 1
        if at >= len(lows) or lows[at] != word:
            return None
        at += 1
    return at


def _operator_of(place: int, entry: Entry, worded: Sequence[tuple[Pattern, int]]) -> tuple[str | None, int]:
    """What the verb does to the act behind it, and the place behind its words."""
    for pattern, last in worded:
        if pattern.operator is not None:
            return pattern.operator, last
    return entry.operator, place + 1


def _match_phrase(unit: Unit, place: int, phrases: tuple[Phrase, ...]) -> Phrase | None:
    for phrase in phrases:
        size = len(phrase.words)
        if size <= place and unit.lows[place - size : place] == phrase.words:
            return phrase
    return None


def _read_noun(unit: Unit, place: int, phrase: Phrase) -> Hit:
    begin = place - len(phrase.words)
    scope = Range(place + 1, max(place + 1, end_of_scope(unit, place + 1)))
    meaning, operator = phrase.meaning, phrase.operator
    return Hit(_NOUN, place, begin, place + 1, meaning, operator, False, None, scope, None, phrase.weak)


def _read_adjective(unit: Unit, place: int, operator: str) -> Hit | None:
    """is ready | to; are unwilling | to"""
    if unit.tag(place + 1) != "T":
        return None
    begin = start_of_group(unit, place)
    scope = Range(place + 1, place + 1)
    meaning = _WILLING if operator == "promise" else _UNWILLING if operator == "refuse" else None
    return Hit(_ADJECTIVE, place, begin, place + 1, meaning, operator, False, None, scope, None)


def object_of(unit: Unit, hit: Hit) -> Range:
    """The noun phrase right behind a verb, or between it and its words: take [three men] into custody."""
    within = find_phrase(unit, hit.place + 1)
    return within if within.first < within.last < hit.last else find_phrase(unit, hit.last)
