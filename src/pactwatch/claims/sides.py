"""The two sides of a condition: what must be and what waits for it, and where each begins and ends.

behind   [There will be no second round] unless | [the garrison leaves]
ahead    Once | [the crews are home,] [the locks will open]
"""

from typing import NamedTuple

from pactwatch.claims.contents import find_content_end
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import verb_forms, word_set

_NEGATIVE = word_set("conditions.negative")
_STAYING = word_set("conditions.staying")
_FAILING = word_set("conditions.failing")
_PARTICLES = ("down", "around", "off", "over", "back", "apart")
_SAYING = word_set("conditions.saying")
_NOUNS = word_set("conditions.nouns")
_COMING = word_set("conditions.coming")
_TIMES = word_set("subjects.weekdays") | word_set("contents.months") | word_set("conditions.times")
_ATTACHED = ("as", "when", "once", "after", "before", "until", "if", "where", "than")
_FINITE = frozenset("MABVE")
_PRESENT = frozenset(("is", "are", "has", "have", "do", "does", "don't", "doesn't", "isn't", "aren't"))
_PAST = frozenset(("was", "were", "did", "had", "didn't", "wasn't", "weren't", "hadn't"))
_NOW = frozenset(("then", "now", "further", "recently", "today", "tomorrow", "late", "early"))
_NOMINAL = "DPNO0Zq"


class Bound(NamedTuple):
    """``needs`` must be (with ``unless``: must not be), ``wants`` waits for it; ``place`` is the binding word; ``by``
    who binds them, where the binding word is a verb of somebody's: Marr ties the one to the other."""

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
        if unit.tags[comma] in ".;:":
            return None
        if unit.tags[comma] == "," and comma > first and starts_clause(unit, comma + 1):
            wants = side_from(unit, comma + 1 + (unit.low(comma + 1) == "then"))
            return Bound(place, connective, Range(first, comma), wants) if wants else None
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
        if after in "WSGT" or _sets_apart(unit, comma + 1) or find_teller(unit, comma):
            return comma
        if after == "C" and (unit.tag(comma + 2) in "MVAS" or starts_clause(unit, comma + 2)):
            return comma
    return last


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
    """Where the clause begins, if it begins behind the comma before ``at``; -1 where it goes on to the left."""
    if starts_clause(unit, at + (unit.tag(at) == "C")) and has_finite(unit, Range(at, last)):
        return at + (unit.tag(at) == "C")
    joined = unit.tag(at) == "C" and unit.tag(at + 1) in "VEM"
    return at + 1 if joined else -1


def starts_clause(unit: Unit, place: int) -> bool:
    """Whether a clause with a subject of its own begins at a place."""
    if unit.low(place) in ("and", "or", "but", "such"):
        return False
    if unit.tag(place) == "B" or unit.low(place) == "then":
        return True
    at = place
    while at < len(unit.tags) and (unit.tags[at] in "DPN0ZORICEGWq" or unit.low(at) == "there"):
        if unit.tags[at] in _NOMINAL and (unit.tag(at + 1) in "VAMB" or is_final_verb(unit, at + 1)):
            return True
        if unit.tags[at] in "DPNO" and unit.tag(at + 1) == "E" and unit.tag(at + 2) not in "I,":
            return True
        at += 1
    return at > place and unit.tag(at) in "VAMB"


def opens(unit: Unit, place: int) -> bool:
    """Whether a word opens its clause: at the start, behind "that", a mark or a quotation."""
    return place == 0 or unit.tag(place - 1) in "q.;:-,C" or unit.low(place - 1) in _SAYING | {"that"}


def has(unit: Unit, stretch: Range, words: frozenset[str]) -> bool:
    """Whether a stretch holds one of some words."""
    return any(unit.low(at) in words for at in range(*stretch))


def has_finite(unit: Unit, stretch: Range) -> bool:
    """Whether a stretch holds a verb with a tense."""
    return any(unit.tags[at] in "MABVE" or is_final_verb(unit, at) for at in range(*stretch))


def is_final_verb(unit: Unit, place: int) -> bool:
    """the ferry | stops; the last crewman | returns: a verb that the tagger took for a plural at the clause's end"""
    low = unit.low(place)
    return (
        unit.tag(place) == "N"
        and low.endswith("s")
        and low in verb_forms()
        and low not in _NOUNS
        and unit.tag(place - 1) in "NP"
        and not unit.low(place - 1).endswith("s")
        and unit.tag(place + 1) in ".,;:RIq"
    )


def is_negative(unit: Unit, stretch: Range) -> bool:
    """Whether a stretch says that something is not: no talks, won't leave, refuses to, is out of the question."""
    lows = [unit.low(at) for at in range(*stretch)]
    return any(low in _NEGATIVE or low.endswith("n't") for low in lows) or "out of the question" in " ".join(
        lows
    )


def is_failing(unit: Unit, stretch: Range) -> bool:
    """Whether a stretch says that something ends: would collapse, the ferry stops, turns around."""
    if has(unit, stretch, _FAILING):
        return True
    ends = (at for at in range(*stretch) if unit.low(at) in _PARTICLES)
    return any(at + 1 == stretch.last or unit.tag(at + 1) in ".,;:" for at in ends)


def is_staying(unit: Unit, stretch: Range) -> bool:
    """Whether a stretch says that something stays as it is: the guns remain, the locks are closed."""
    return has(unit, stretch, _STAYING)


def is_coming(unit: Unit, stretch: Range) -> bool:
    """Whether a stretch speaks of what may come: will, would, is to, is ready to, offers to."""
    return any(unit.tags[at] in "MT" or unit.low(at).endswith("'ll") for at in range(*stretch)) or has(
        unit, stretch, _COMING
    )


def is_past(unit: Unit, stretch: Range) -> bool:
    """Whether a clause tells what was: the locks did not open, stayed shut"""
    if any(unit.tags[at] in "MT" for at in range(*stretch)):
        return False
    verb = next((at for at in range(*stretch) if unit.tags[at] in "MABVE"), None)
    return verb is not None and (unit.tags[verb] == "E" or unit.low(verb) in _PAST)


def is_present(unit: Unit, stretch: Range) -> bool:
    """Whether the verb of a clause stands in the present: the ferry stops, there's shelling"""
    verb = next((at for at in range(*stretch) if unit.tags[at] in "MABVE" or is_final_verb(unit, at)), None)
    if verb is None or (
        unit.tags[verb] == "A" and unit.tag(verb + 1) in "EA" and unit.low(verb) in ("has", "have")
    ):
        return False
    return unit.tags[verb] in "VBN" or unit.low(verb) in _PRESENT


def is_mere_time(unit: Unit, stretch: Range) -> bool:
    """until Friday, before noon, until the end of the month, until further notice: no condition"""
    first = unit.low(stretch.first)
    if first in _NOW:
        return True
    last = next((at for at in range(*stretch) if unit.tags[at] in ",I("), stretch.last)
    if first == "that" or any(unit.tags[at] in _FINITE for at in range(stretch.first, last)):
        return False
    if last == stretch.first:
        return False
    head = unit.low(last - 1)
    dated = all(unit.tags[at] in "0D" or unit.low(at) in _TIMES for at in range(stretch.first, last))
    return head in _TIMES or head.startswith("mid-") or dated
