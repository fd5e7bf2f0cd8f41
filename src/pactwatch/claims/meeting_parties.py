"""Who meets: the people, states and bodies that a phrase lists.

    senior officials from [Ondria], [Quellin] and the [Tamber Islands]
    [Ondrian envoys], including the president's adviser [Adel Marr], a lawyer
    the Ondrian foreign minister, [Ilse Varrow]
Offices give way to the names beside them; what is set beside a name is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pactwatch.claims.meeting_words import MONTHS, TIME_NOUNS, TIMES, group
from pactwatch.claims.people import is_body, split_run
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set

_LISTING = frozenset(("from", "of", "including", "alongside", "plus", "representing"))
_HEADS = group("parties") | word_set("roles")
_GENERIC, _PRESS = group("generic"), group("press")
_ROLES = word_set("roles")
_PRONOUNS = frozenset(("he", "she", "they", "i", "we"))
_COUNTED = frozenset(("both", "two", "three", "four", "five"))
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Party:
    """Token places of one who takes part. ``named``: the words hold a name; ``person``: they are one's
    name, with ``titled`` beside an office; ``generic``: a role in the plural that names nobody ("senior
    officials")."""

    first: int
    last: int
    named: bool
    person: bool = False
    generic: bool = False
    singular: bool = False
    office: bool = False
    titled: bool = False


@dataclass(frozen=True, slots=True)
class _Chunk:
    joint: str
    first: int
    last: int


def is_time(unit: Unit, place: int) -> bool:
    """Friday, December, later, this month: the day of a meeting and nobody who meets."""
    low = unit.low(place).removesuffix("'s")
    return low in TIMES or low in MONTHS or low in TIME_NOUNS


def find_end(unit: Unit, first: int) -> int:
    """Where a list of those who meet ends that begins at a place."""
    at, last = first, min(len(unit.tags), first + _LONGEST)
    while at < last and _goes_on(unit, at):
        at += 1
    while at > first and (unit.tags[at - 1] in ",CID-q" and unit.low(at - 1) not in ("both", "all")):
        at -= 1
    return at


def _goes_on(unit: Unit, at: int) -> bool:
    tag, low = unit.tags[at], unit.low(at)
    if tag == ",":
        return _lists_on(unit, at + 1)
    if low == "and":
        listed = unit.tag(at + 1) in "DPNZ0GE" or unit.low(at + 1) in ("of", "from")
        return listed and not is_time(unit, at + 1)
    if low in MONTHS and unit.tag(at - 1) == "P" and not is_time(unit, at - 1):
        return True
    if is_time(unit, at):
        return tag == "P" and low not in TIMES and unit.tag(at + 1) == "P"
    return tag in "DPNZ0O&-q" or low in _LISTING or _is_adjective(unit, at)


def _is_adjective(unit: Unit, at: int) -> bool:
    """the | mediating | countries; the | warring | sides"""
    return unit.tags[at] in "GE" and unit.tag(at + 1) in "NP" and unit.tag(at - 1) in "DI,C"


def _lists_on(unit: Unit, first: int) -> bool:
    """Whether a list goes on behind a comma: no clause begins there."""
    at = first + (unit.low(first) == "and")
    if unit.low(at) in _LISTING:
        return True
    start = at
    while at < len(unit.tags) and unit.tags[at] in "DPNZ0" and not is_time(unit, at):
        at += 1
    return at > start and (unit.tag(at) not in "VAMEBR" or is_time(unit, at))


def read_parties(unit: Unit, first: int, last: int) -> tuple[Party, ...]:
    """Those whom the places ``first`` to ``last`` name, in order; empty where the phrase is of no people."""
    found: list[Party] = []
    skipping = False
    for chunk in _split(unit, first, last):
        party = _read_chunk(unit, chunk)
        of_skipped = skipping and chunk.joint in _LISTING
        beside = bool(found) and _is_beside(unit, chunk, found[-1], party)
        if of_skipped or beside:
            skipping = True
            continue
        skipping = False
        if party is None:
            if chunk.joint in ("", "and"):
                break
            continue
        if found and _gives_way(found[-1], chunk, party):
            party = _merge_office(found.pop(), chunk, party)
        found.append(party)
    return tuple(found)


def _split(unit: Unit, first: int, last: int) -> Iterator[_Chunk]:
    """Cuts a phrase at commas, "and", "from", "including"; not inside a name."""
    joint, start = "", first
    for at in range(first, last):
        low, tag = unit.low(at), unit.tags[at]
        in_name = low == "of" and unit.tag(at - 1) == "P" and at > start
        if in_name or not (tag == "," or low in ("and", "&", "as") or low in _LISTING):
            continue
        if at > start:
            yield _Chunk(joint, start, at)
            joint = ""
        joint = "and" if low in ("&", "as") else low if low in _LISTING or joint in ("", ",") else joint
        start = at + 1
    if last > start:
        yield _Chunk(joint, start, last)


def _read_chunk(unit: Unit, chunk: _Chunk) -> Party | None:
    first, last = chunk.first, chunk.last
    while first < last - 1 and unit.tags[first] in "0RXq-D" and unit.low(first) not in _COUNTED:
        first += 1
    while last > first and unit.tags[last - 1] in "Dq-":
        last -= 1
    if first >= last or (last - first == 1 and is_time(unit, first)) or _PRESS & set(unit.lows[first:last]):
        return None
    named = any(tag in "PZ" for tag in unit.tags[first:last])
    if unit.tags[last - 1] == "P" or (unit.tags[last - 1] == "Z" and unit.tokens[last - 1].text[0].isupper()):
        return _read_name(unit, first, last)
    low = unit.low(last - 1)
    if unit.tags[last - 1] == "O":
        return Party(first, last, False) if low in _PRONOUNS and last - first == 1 else None
    head = low.removesuffix("'s").removesuffix("'")
    if head not in _HEADS:
        return None
    one = not head.endswith("s")
    office = one and head in _ROLES and head not in _GENERIC
    return Party(first, last, named, generic=head in _GENERIC, singular=one, office=office)


def _read_name(unit: Unit, first: int, last: int) -> Party | None:
    """US President Marco Dell -> Marco Dell; his counterpart Ilse Varrow -> Ilse Varrow"""
    start = last
    while start > first and (unit.tags[start - 1] in "PZ" or unit.low(start - 1) == "of"):
        start -= 1
        if unit.tags[start] == "Z" and start + 1 < last:
            start += 1
            break
    if start == last:
        return None
    of = max((at for at in range(start + 1, last) if unit.low(at) == "of"), default=0)
    if of and unit.low(of - 1) not in _ROLES and (own := split_run(unit, start, of)) < of:
        return Party(own, of, True, person=True)
    name = split_run(unit, start, last)
    if name >= last or (unit.low(name - 1) == "of" and name > start):
        return Party(first, last, True, singular=not unit.low(last - 1).endswith("s"))
    titled = name > start or (unit.tag(start - 1) == "N" and unit.low(start - 1) in _ROLES and start > first)
    person = titled or (last - name > 1 and not is_body(unit, name, last))
    return Party(name, last, True, person=person, titled=titled)


def _is_beside(unit: Unit, chunk: _Chunk, before: Party, party: Party | None) -> bool:
    """Adel Marr | , a close associate of ...: set beside the name, and none of the list"""
    if chunk.joint != "," or not before.named:
        return False
    article = unit.low(chunk.first) in ("a", "an", "the", "his", "her", "its", "their", "who")
    if party is None:
        return article
    office = not party.person and party.singular and unit.tags[chunk.last - 1] == "N"
    return (article and office) or (before.person and office)


def _gives_way(before: Party, chunk: _Chunk, party: Party) -> bool:
    """officials | from Ondria; the mediating countries | , Quellin; the foreign minister | , Ilse Varrow"""
    if before.person:
        return False
    if chunk.joint in ("from", "of", "representing"):
        return before.generic or before.singular
    if chunk.joint == "including":
        return before.generic and not before.named
    if chunk.joint == ",":
        office = before.singular and before.last - before.first > 1
        return (before.generic and not before.named and party.named) or (office and party.person)
    return False


def _merge_office(before: Party, chunk: _Chunk, party: Party) -> Party:
    """the foreign minister of Ondria stays whole; officials from Ondria leave Ondria"""
    if chunk.joint == "of" and before.office and party.last > before.last:
        return Party(before.first, party.last, True, singular=True)
    return replace(party, titled=party.titled or (party.person and before.singular))


def names_of(text: str, unit: Unit, party: Party) -> tuple[str, ...]:
    """The words of a party; two where a hyphen joins two names (the Marr-Quire talks)."""
    words = unit.span(party.first, party.last).of(text)
    for ending in ("’s", "'s", "’", "'"):
        words = words.removesuffix(ending)
    words = " ".join(words.split())
    parts = words.replace("–", "-").split("-")
    joined = len(parts) == 2 and " " not in words and all(part[:1].isupper() for part in parts)
    return tuple(parts) if joined and not words.startswith(("Al-", "El-")) else (words,)


def widen_subject(unit: Unit, subject: Range | None) -> Range | None:
    """The whole list that a subject ends: [officials from Ondria, Quellin] and Tamber traveled"""
    if subject is None or not _is_list_end(unit, subject):
        return subject
    first = subject.first
    while unit.tag(first - 1) == "," and unit.tag(first - 2) in "PN":
        at = first - 1
        while at > 0 and (unit.tags[at - 1] in "DPNZ0" or unit.low(at - 1) in ("from", "of")):
            at -= 1
        if unit.tag(at - 1) not in ".,S;:" and at > 0:
            break
        first = at
    return Range(first, subject.last)


def _is_list_end(unit: Unit, subject: Range) -> bool:
    """Egypt | and | Türkiye, with a comma before it"""
    return unit.tag(subject.first - 1) == "," and "C" in unit.tags[subject.first : subject.last]


def subject_parties(unit: Unit, subject: Range | None) -> tuple[Party, ...]:
    """Those whom a subject names."""
    whole = widen_subject(unit, subject)
    return read_parties(unit, whole.first, whole.last) if whole is not None else ()
