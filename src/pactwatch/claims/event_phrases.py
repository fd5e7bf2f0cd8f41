"""The phrases around a word of an event: its subject, its object, what prepositions bind to it.

suspended | [its flights of aid] to [Calvenne] since ...     what belongs to the verb ends at "since"
"""

from collections.abc import Iterator, Mapping
from functools import cache

from pactwatch.claims.event_words import Pattern, event_table, noun_set, parties
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.language.cues import cue_forms
from pactwatch.language.lexicon import word_set

_TIMES = word_set("subjects.weekdays") | word_set("subjects.time-nouns") | word_set("contents.months")
_PHRASE = frozenset("DPN0Zq")
#: How far what belongs to a verb may reach (tokens).
REACH = 14
#: What may stand within what belongs to a verb.
_INSIDE = frozenset("DPNZ0OIECRXqv")
#: What joins more words to an object: suspended flights of aid, provided Calvenne with a loan.
_GOING_ON = frozenset(("of", "as", "or", "and", "with", "on"))


def subject_before(unit: Unit, verb: int) -> Range | None:
    """The subject right before a verb, without the words that report it: Marr said | Calvenne | should"""
    found = find_subject_before(unit, verb)
    if found is None:
        return None
    for at in range(found.last - 2, found.first - 1, -1):
        if unit.tags[at] in "EV" and unit.low(at) in cue_forms() and "W" not in unit.tags[found.first : at]:
            return Range(at + 1, found.last)
    return found


def end_of_scope(unit: Unit, first: int) -> int:
    """Where what belongs to a verb or noun ends: at a mark, a clause, or another verb of its own."""
    tags, end = unit.tags, min(len(unit.tags), first + REACH)
    for at in range(first, end):
        tag = tags[at]
        if tag in _INSIDE or (tag == "S" and unit.lows[at] == "than"):
            continue
        if tag == "G" and not (tags[at - 1] in ",NP" and unit.tag(at + 1) in "DP0"):
            continue
        if tag in "VT" and at == first:
            continue
        return at
    return end


def find_phrase(unit: Unit, first: int) -> Range:
    """The noun phrase that begins at a place, with what "of" and "and" join to it."""
    while (unit.tag(first) in "Rq" or unit.low(first) == "than") and first < len(unit.tags):
        first += 1
    if unit.low(first) in ("more", "fewer", "less") and unit.low(first + 1) == "than":
        first += 2
    last = first
    while last < len(unit.tags) and _goes_on(unit, first, last):
        last += 1
    while last > first and unit.tags[last - 1] in "DCIEGq":
        last -= 1
    return Range(first, last)


def _goes_on(unit: Unit, first: int, at: int) -> bool:
    tag = unit.tags[at]
    if tag in _PHRASE:
        return unit.lows[at] not in _TIMES or at == first
    if tag == "O":
        return at == first
    if tag not in "EGCI":
        return False
    after = unit.tag(at + 1)
    if tag in "EG":
        return after in "NPEZ"
    if tag == "C":
        return at > first and after in "DPNZ0E"
    return tag == "I" and at > first and unit.low(at) == "of"


def find_object(
    unit: Unit, first: int, end: int, subject: Range | None, wanted: Mapping[str, Pattern]
) -> int | None:
    """The place of the word that a pattern asks for: nearest to the object's head, and the rarest such."""
    best, best_rank = None, (0, 0)
    for at, nearness in _object_places(unit, first, end, subject):
        pattern = wanted.get(unit.lows[at])
        if pattern is None or _is_compound(unit, at, pattern):
            continue
        rank = nearness, len(pattern.objects)
        if best is None or rank < best_rank:
            best, best_rank = at, rank
    return best


def _governs(unit: Unit, place: int) -> bool:
    """stopped | sending | aid: the aid is what is sent"""
    entry = event_table().get(unit.lows[place])
    return entry is not None and entry.is_verb and unit.tag(place + 1) in "DPN0ZOE"


def _leads(unit: Unit, place: int) -> bool:
    """announced a | suspension | of aid: the noun decides what becomes of the aid"""
    entry = event_table().get(unit.lows[place])
    return entry is not None and any(phrase.operator is not None for phrase in entry.nouns)


def _is_compound(unit: Unit, at: int, pattern: Pattern) -> bool:
    """launch | air strikes: no strike of workers, but an event that its two words name"""
    if pattern.meaning is None or pattern.meaning.root != "PROTEST":
        return False
    entry = event_table().get(unit.lows[at])
    for phrase in entry.nouns if entry is not None else ():
        size = len(phrase.words)
        if size and unit.lows[at - size : at] == phrase.words and phrase.meaning is not None:
            return phrase.meaning.root != pattern.meaning.root
    return False


def _object_places(unit: Unit, first: int, end: int, subject: Range | None) -> list[tuple[int, int]]:
    """The places of the object's words with how far off each is: the head of the first phrase, its other
    words, and what "of" joins to it; without a phrase, the first one behind a preposition."""
    if subject is not None:
        return [(at, 0) for at in range(subject.last - 1, subject.first - 1, -1)]
    begin = first
    while begin < end and (unit.tags[begin] in "RDqO" or unit.low(begin) == "than"):
        begin += 1
    if begin < end and unit.tags[begin] in "IT":
        begin += 1
        while begin < end and unit.tags[begin] in "RDq":
            begin += 1
    if begin < end and unit.tags[begin] == "G" and _governs(unit, begin):
        return []
    head = begin
    while head < end and unit.tags[head] in "NPGE0Zq":
        if unit.tags[head] == "Z" and unit.tag(head + 1) in "NPGE0q":
            begin = head + 1
        head += 1
    places = [
        (at, int(at != head - 1 and unit.low(at) not in _truces())) for at in range(head - 1, begin - 1, -1)
    ]
    if head > begin and unit.low(head) in ("of", "on", "with") and _leads(unit, head - 1):
        return places
    while head < end and (unit.low(head) in _GOING_ON or unit.tags[head] in "NPGEDZ0"):
        places.append((head, head - begin + 1))
        head += 1
    return places


@cache
def _truces() -> frozenset[str]:
    return noun_set("truce")


def has_object(unit: Unit, first: int) -> bool:
    found = find_phrase(unit, first)
    return found.last > found.first


def is_party(unit: Unit, phrase: Range | None) -> bool:
    """Whether a phrase is of somebody: it has a name that is no date, or a noun of people or forces."""
    if phrase is None:
        return False
    return any(
        (unit.tags[at] in "PZ" and unit.lows[at] not in _TIMES and unit.tokens[at].text[0].isupper())
        or unit.lows[at].removesuffix("'s") in parties()
        for at in range(*phrase)
    )


def iterate_phrases(unit: Unit, scope: Range) -> Iterator[tuple[str, Range]]:
    """The phrases behind prepositions within a scope, each with its preposition."""
    at = scope.first
    while at < scope.last:
        if unit.tags[at] == "I" or (unit.tags[at] == "T" and unit.tag(at + 1) in "DPNZ0"):
            phrase = find_phrase(unit, at + 1)
            if phrase.last > phrase.first:
                yield unit.low(at), phrase
                at = phrase.last
                continue
        at += 1
