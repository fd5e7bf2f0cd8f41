"""The two sides of a condition: what must be and what waits for it, and where each begins and ends.

behind   [There will be no second round] unless | [the garrison leaves]
ahead    Once | [the crews are home,] [the locks will open]
"""

from typing import NamedTuple

from pactwatch.claims.contents import find_content_end
from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import has_finite, opens, starts_clause
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set

_SAYING = word_set("conditions.saying")
_ATTACHED = ("as", "when", "once", "after", "before", "until", "if", "where", "than")


class Bound(NamedTuple):
    """``needs`` must be (with ``unless``: must not be), ``wants`` waits for it; ``place`` is the word that
    binds them, ``by`` who binds them, where that word is somebody's verb: Marr ties the one to the other."""

    place: int
    connective: str
    needs: Range
    wants: Range
    unless: bool = False
    by: Range | None = None


def bind_behind(unit: Unit, place: int, first: int, connective: str) -> Bound | None:
    """wants | connective | needs: the binding word at ``place``, what must be from ``first`` on."""
    needs = side_from(unit, first)
    wants = side_before(unit, place)
    return Bound(place, connective, needs, wants) if needs and wants else None


def bind_ahead(unit: Unit, place: int, first: int, connective: str) -> Bound | None:
    """connective | needs | , | wants"""
    for comma in range(first + 1, len(unit.tags)):
        if unit.tags[comma] in ".;:" or _tells_more(unit, comma):
            return None
        if unit.tags[comma] == "," and unit.tag(comma + 1) != "W" and starts_clause(unit, comma + 1):
            wants = side_from(unit, comma + 1 + (unit.low(comma + 1) == "then"))
            return Bound(place, connective, Range(first, comma), wants) if wants else None
    return _ahead_without_comma(unit, place, first, connective)


def _tells_more(unit: Unit, comma: int) -> bool:
    """he said they would come as soon as they can|, and that ...: the clause that waits stands before"""
    return unit.tags[comma] == "," and unit.tag(comma + 1) == "C" and unit.low(comma + 2) == "that"


def _ahead_without_comma(unit: Unit, place: int, first: int, connective: str) -> Bound | None:
    """if the island was not empty by Friday | it would stop the barges"""
    if place > 0 and unit.tags[place - 1] == ",":
        return None
    for at in range(first + 2, len(unit.tags)):
        if unit.tags[at] in ".;:W":
            return None
        if unit.tags[at] == "M" and unit.tags[at - 1] == "O" and has_finite(unit, Range(first, at - 1)):
            wants = side_from(unit, at - 1)
            return Bound(place, connective, Range(first, at - 1), wants) if wants else None
    return None


def bind_either(
    unit: Unit, place: int, first: int, connective: str, begin: int | None = None
) -> Bound | None:
    """Ahead where the word opens its clause, else behind."""
    start = place if begin is None else begin
    ahead = bind_ahead(unit, start, first, connective) if opens(unit, start) else None
    return ahead or bind_behind(unit, start, first, connective)


def bind_turned(unit: Unit, place: int, first: int, connective: str) -> Bound | None:
    """Only after the guns are gone | will they leave: the verb before its subject"""
    for at in range(first + 1, len(unit.tags) - 1):
        if unit.tags[at] not in "AM" or unit.tags[at + 1] not in "DPNO":
            continue
        before = has_finite(unit, Range(first, at))
        if unit.tags[at - 1] not in "DPNO" or before:
            wants = side_from(unit, at) if before or unit.tags[at] == "M" else None
            return Bound(place, connective, Range(first, at), wants) if wants else None
    return None


def side_from(unit: Unit, first: int, phrase: bool = False) -> Range | None:
    """What begins at a place, to the end of its clause; ``phrase``: a noun phrase."""
    while unit.tag(first) in "q,":
        first += 1
        if first >= len(unit.tags):
            return None
    if first >= len(unit.tags) or unit.tag(first) in ".;:)-":
        return None
    last = cut_clause(unit, first, content_end(unit, first, phrase))
    while last > first and unit.tags[last - 1] in "q,C-":
        last -= 1
    return Range(first, last) if last > first else None


def content_end(unit: Unit, first: int, phrase: bool = False) -> int:
    """Where what is said from a place on ends; "at once" belongs to it."""
    last = find_content_end(unit, first, first, phrase, [])
    return last + ((unit.low(last - 1), unit.low(last)) == ("at", "once"))


def cut_clause(unit: Unit, first: int, last: int) -> int:
    """Without the clause joined behind a comma: the crews are home, | and the army has said so"""
    for comma in range(first + 1, last):
        if unit.tags[comma] in ".:" and comma + 1 < last:
            return comma
        if unit.tags[comma] != ",":
            continue
        after = unit.tag(comma + 1)
        if after == "W" and _goes_on_behind(unit, first, comma):
            continue
        if after in "WSGT" or _sets_apart(unit, comma + 1) or find_teller(unit, comma):
            return comma
        if after == "C" and (unit.tag(comma + 2) in "MVAS" or starts_clause(unit, comma + 2)):
            return comma
    return last


def _goes_on_behind(unit: Unit, first: int, comma: int) -> bool:
    """once the envoy|, who leads the mission,| had certified: the clause's verb stands behind the aside"""
    closing = unit.tags.find(",", comma + 1)
    return closing > 0 and unit.tag(closing + 1) in "MAVE" and not has_finite(unit, Range(first, comma))


def find_teller(unit: Unit, comma: int) -> Range | None:
    """the crews are home|, [Marr] said: who tells what stands before a comma"""
    first = comma + 1 + (unit.tag(comma + 1) == "q")
    at = first
    while unit.tag(at) in "DPNOZ" and at < len(unit.tags):
        at += 1
    told = at > first and unit.tag(at) in "VE" and unit.low(at) in _SAYING
    return Range(first, at) if told else None


def _sets_apart(unit: Unit, place: int) -> bool:
    """the island is empty, | “not when it is half empty”"""
    return unit.low(place + (unit.tag(place) == "q")) in ("but", "so", "though", "not")


def side_before(unit: Unit, place: int) -> Range | None:
    """The clause that ends before a place, without what only leads to the binding word: leave, but | if"""
    last = _without_aside(unit, place)
    while last > 0 and (unit.tags[last - 1] in ",qC-" or unit.low(last - 1) in ("only", "even")):
        last -= 1
    first = _clause_begin(unit, last)
    while first < last and unit.tags[first] in "q,CR" and unit.low(first) not in ("there", "not"):
        first += 1
    return Range(first, last) if first < last else None


def _without_aside(unit: Unit, place: int) -> int:
    """give up the man|, as she calls him,| for anything less"""
    if unit.tag(place - 1) != ",":
        return place
    opening = unit.tags.rfind(",", 0, place - 1)
    aside = opening > 0 and unit.tag(opening + 1) in "SW" and not set(".;:") & set(unit.tags[opening:place])
    return opening if aside else place


def _clause_begin(unit: Unit, last: int) -> int:
    at = last
    while at > 0:
        tag, low = unit.tags[at - 1], unit.low(at - 1)
        if tag in ".;:" or (tag == "-" and not _joins(unit, at - 1)):
            return at
        if tag == "S" and _opens_other(unit, at - 1):
            return at
        if tag in "VE" and low in _SAYING and unit.tag(at) in "DPNO0":
            return at
        if tag == ",":
            found = _at_comma(unit, at, last)
            if found >= 0:
                return found
        at -= 1
    return 0


def _joins(unit: Unit, place: int) -> bool:
    """9-6: a hyphen between two tokens"""
    return unit.tokens[place].end == unit.tokens[min(place + 1, len(unit.tokens) - 1)].begin


def _opens_other(unit: Unit, place: int) -> bool:
    """Whether a subordinator begins the clause that is looked for; not: will leave | as the stage begins"""
    if unit.low(place) == "as" and unit.low(place - 1) in ("such", "soon", "long", "far", "well"):
        return False
    if unit.low(place) == "so" or (unit.low(place) == "that" and not starts_clause(unit, place + 1)):
        return False
    return unit.low(place) not in _ATTACHED or place == 0 or unit.tag(place - 1) in ",."


def _at_comma(unit: Unit, at: int, last: int) -> int:
    """Where the clause begins, if behind the comma before ``at``; -1 where it goes on to the left."""
    if starts_clause(unit, at + (unit.tag(at) == "C")) and has_finite(unit, Range(at, last)):
        return at + (unit.tag(at) == "C")
    joined = unit.tag(at) == "C" and unit.tag(at + 1) in "VEM"
    return at + 1 if joined else -1
