"""Finds the words of events in a unit: verbs with their objects, nouns, and what only leads to an act.

lay down + {arms}      Calvenne's fighters [laid down] their rifles       RETREAT disarm
{impose} + {curbs}     a curfew was [imposed]                             COERCE restrict
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pactwatch.claims.event_words import Entry, Meaning, Pattern, Phrase, event_table, noun_set, parties
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_main_subject, find_subject_before
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.cues import cue_forms
from pactwatch.language.lexicon import is_bare_past, word_set

_TIMES = word_set("subjects.weekdays") | word_set("subjects.time-nouns") | word_set("contents.months")
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "gets", "got", "'s"))
_HAVE = frozenset(("has", "have", "had", "having"))
_PHRASE = frozenset("DPN0Zq")
_REACH = 14
#: What may stand within what belongs to a verb.
_INSIDE = frozenset("DPNZ0OIECRXqv")
#: Verbs whose past is like their base: the tagger may take them for nouns.
_STAYING = frozenset(("stay", "stays", "remain", "remains", "keep", "keeps"))
#: Stands in a pattern for any object.
_ANY = "*"
#: What joins more words to an object: suspended flights of aid, provided Calvenne with a loan.
_GOING_ON = frozenset(("of", "as", "or", "and", "with", "on"))
#: Words right behind a verb that make another verb of it: took up, took part.
_TURNING = frozenset(("up", "part", "place", "note", "stock"))
_FLAT = frozenset(("let", "set", "cut", "put", "hit", "quit", "shut"))
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
        if before == "V" and unit.low(place - 1) in _STAYING:
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
    scope_end = _end_of_scope(unit, place + 1)
    worded = _worded(unit, place, entry)
    pattern, last, used = _choose(unit, place, scope_end, subject, entry, worded)
    operator, after = _operator_of(place, entry, worded)
    if pattern is None and operator is None:
        return None
    if unit.tags[place] == "N" and used is None and unit.tag(place + 1) == "N":
        return None
    closed = used is not None or (pattern is not None and last > after)
    if pattern is None or not pattern.words:
        last = max(last, after)
    scope = Range(last, max(last, scope_end if last <= place + 1 else _end_of_scope(unit, last)))
    meaning = pattern.meaning if pattern is not None else None
    return Hit(_VERB, place, begin, last, meaning, operator, passive, subject, scope, used, False, closed)


def _is_without_object(unit: Unit, entry: Entry) -> bool:
    """Whether a verb that means something only with certain words has none of them in its unit."""
    if entry.named is not None or _ANY in entry.by_object:
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
    for at in range(place - 2, max(-1, place - _REACH), -1):
        if unit.tags[at] in ".;:WSQ,":
            return False
        if unit.tags[at] in "AMVE":
            return unit.low(at) not in cue_forms()
    return False


def _has_finite_behind(unit: Unit, place: int) -> bool:
    for at in range(place + 1, min(len(unit.tags), place + _REACH)):
        if unit.tags[at] in ".;:WS":
            return False
        if unit.tags[at] in "AMV" or (unit.tags[at] == "E" and unit.tag(at + 1) in "DPZ0"):
            return True
    return False


def subject_before(unit: Unit, verb: int) -> Range | None:
    """The subject right before a verb, without the words that report it: Marr said | Calvenne | should"""
    found = find_subject_before(unit, verb)
    if found is None:
        return None
    for at in range(found.last - 2, found.first - 1, -1):
        if unit.tags[at] in "EV" and unit.low(at) in cue_forms() and "W" not in unit.tags[found.first : at]:
            return Range(at + 1, found.last)
    return found


def find_patient(unit: Unit, begin: int) -> Range | None:
    """The subject of a passive; that of the main verb behind a conjunction."""
    found = subject_before(unit, begin)
    return found if found is not None else find_main_subject(unit, begin)


def _end_of_scope(unit: Unit, first: int) -> int:
    """Where what belongs to a verb or noun ends: at a mark, a clause, or another verb of its own."""
    tags, end = unit.tags, min(len(unit.tags), first + _REACH)
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
    tag, after = unit.tags[at], unit.tag(at + 1)
    if tag in _PHRASE:
        return unit.low(at) not in _TIMES or at == first
    if tag == "O":
        return at == first
    if tag in "EG":
        return after in "NPEZ"
    if tag == "C":
        return at > first and after in "DPNZ0E"
    return tag == "I" and at > first and unit.low(at) == "of"


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
            used = _find_object(unit, last, end, subject, dict.fromkeys(pattern.objects, pattern))
            if used is not None:
                return _Choice(pattern, last, used)
        elif pattern.meaning is not None:
            return _Choice(pattern, last, None)
    if unit.low(place + 1) in _TURNING:
        return _Choice(None, place + 1, None)
    if entry.by_object:
        used = _find_object(unit, place + 1, end, subject, entry.by_object)
        if used is not None:
            return _Choice(entry.by_object[unit.lows[used]], place + 1, used)
    if _ANY in entry.by_object and (subject is not None or _has_object(unit, place + 1)):
        return _Choice(entry.by_object[_ANY], place + 1, None)
    if entry.named is not None and is_party(unit, find_phrase(unit, place + 1)):
        return _Choice(entry.named, place + 1, None)
    return _Choice(entry.plain, place + 1, None)


def _worded(unit: Unit, place: int, entry: Entry) -> list[tuple[Pattern, int]]:
    """The patterns whose words stand behind the verb, each with the place behind them."""
    found = []
    if entry.worded:
        for word in unit.lows[place + 1 : place + 5]:
            for pattern in entry.worded.get(word, ()):
                last = _behind_words(unit, place, pattern.words)
                if last is not None:
                    found.append((pattern, last))
    return found


def _behind_words(unit: Unit, place: int, words: tuple[str, ...]) -> int | None:
    """The place behind the words that follow a verb; adverbs and articles may stand between."""
    lows, at = unit.lows, place + 1
    for word in words:
        while at < len(lows) and lows[at] != word and unit.tags[at] in "RD" and at < place + 5:
            at += 1
        if at >= len(lows) or lows[at] != word:
            return None
        at += 1
    return at


def _find_object(
    unit: Unit, first: int, end: int, subject: Range | None, wanted: Mapping[str, Pattern]
) -> int | None:
    """The place of the word that a pattern asks for: nearest to the object's head, and the rarest such."""
    best, best_rank = None, (0, 0)
    for at, nearness in _object_places(unit, first, end, subject):
        pattern = wanted.get(unit.lows[at])
        if pattern is None:
            continue
        rank = nearness, len(pattern.objects)
        if best is None or rank < best_rank:
            best, best_rank = at, rank
    return best


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
    head = begin
    while head < end and unit.tags[head] in "NPGE0Zq":
        if unit.tags[head] == "Z" and unit.tag(head + 1) in "NPGE0q":
            begin = head + 1
        head += 1
    places = [
        (at, int(at != head - 1 and unit.low(at) not in _truces())) for at in range(head - 1, begin - 1, -1)
    ]
    while head < end and (unit.low(head) in _GOING_ON or unit.tags[head] in "NPGEDZ0"):
        places.append((head, head - begin + 1))
        head += 1
    return places


@cache
def _truces() -> frozenset[str]:
    return noun_set("truce")


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
    scope = Range(place + 1, max(place + 1, _end_of_scope(unit, place + 1)))
    meaning, operator = phrase.meaning, phrase.operator
    return Hit(_NOUN, place, begin, place + 1, meaning, operator, False, None, scope, None, phrase.weak)


def _read_adjective(unit: Unit, place: int, operator: str) -> Hit | None:
    """is ready | to; are unwilling | to"""
    if unit.tag(place + 1) != "T":
        return None
    begin = start_of_group(unit, place)
    scope = Range(place + 1, place + 1)
    return Hit(_ADJECTIVE, place, begin, place + 1, None, operator, False, None, scope, None)


def is_party(unit: Unit, phrase: Range | None) -> bool:
    """Whether a phrase is of somebody: it has a name that is no date, or a noun of people or forces."""
    if phrase is None:
        return False
    return any(
        (unit.tags[at] in "PZ" and unit.lows[at] not in _TIMES and unit.tokens[at].text[0].isupper())
        or unit.lows[at].removesuffix("'s") in parties()
        for at in range(*phrase)
    )


def _has_object(unit: Unit, first: int) -> bool:
    found = find_phrase(unit, first)
    return found.last > found.first


def object_of(unit: Unit, hit: Hit) -> Range:
    """The noun phrase right behind a verb."""
    return find_phrase(unit, hit.last)


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
