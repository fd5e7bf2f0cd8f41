"""What one side of a condition says: that something is not, ends, stays, may come, was; where clauses begin.

[no talks] · [the ferry stops] · [the guns remain] · [the locks will open] · [the locks did not open]
"""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import lemma_of, verb_forms, word_set

_NEGATIVE = word_set("conditions.negative")
_STAYING = word_set("conditions.staying")
_FAILING = word_set("conditions.failing")
_PARTICLES = ("down", "around", "off", "over", "back", "apart")
_SAYING = word_set("conditions.saying")
_NOUNS = word_set("conditions.nouns")
_COMING = word_set("conditions.coming")
_TIMES = word_set("subjects.weekdays") | word_set("contents.months") | word_set("conditions.times")
_FINITE = frozenset("MABVE")
_PRESENT = frozenset(("is", "are", "has", "have", "do", "does", "don't", "doesn't", "isn't", "aren't"))
_PAST = frozenset(("was", "were", "did", "had", "didn't", "wasn't", "weren't", "hadn't"))
_NOW = frozenset(("then", "now", "further", "recently", "today", "tomorrow", "late", "early"))
_NOMINAL = "DPNO0Zq"


def has(unit: Unit, stretch: Range, words: frozenset[str]) -> bool:
    """Whether a stretch holds one of some words."""
    return any(unit.low(at) in words for at in range(*stretch))


def has_finite(unit: Unit, stretch: Range) -> bool:
    """Whether a stretch holds a verb with a tense."""
    return any(unit.tags[at] in "MABVE" or is_final_verb(unit, at) for at in range(*stretch))


def is_final_verb(unit: Unit, place: int) -> bool:
    """the ferry | stops; the last crewman | returns: a verb that was taken for a plural"""
    low = unit.low(place)
    if _is_plain_verb(unit, place):
        return True
    return (
        unit.tag(place) == "N"
        and low.endswith("s")
        and low in verb_forms()
        and low not in _NOUNS
        and unit.tag(place - 1) in "NP"
        and not unit.low(place - 1).endswith("s")
        and unit.tag(place + 1) in ".,;:RIq"
    )


def _is_plain_verb(unit: Unit, place: int) -> bool:
    """the guns | stay, the crews | return: behind a plural, where no noun is"""
    low, before = unit.low(place), unit.low(place - 1)
    return (
        unit.tag(place) == "N"
        and not low.endswith("s")
        and unit.tag(place - 1) == "N"
        and before.endswith("s")
        and before not in ("sports", "arms", "communications", "affairs")
        and unit.tag(place + 1) in ".,;:RIq"
        and low in verb_forms()
        and lemma_of(low) == low
    )


def is_negative(unit: Unit, stretch: Range) -> bool:
    """Whether a stretch says that something is not: no talks, won't leave, refuses, out of the question."""
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
    if unit.low(last) == "of" and unit.tag(last + 1) in "DO" and unit.tags[stretch.first] == "0":
        return False
    dated = all(unit.tags[at] in "0D" or unit.low(at) in _TIMES for at in range(stretch.first, last))
    return head in _TIMES or head.startswith("mid-") or dated


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


def is_hindered(unit: Unit, side: Range) -> bool:
    """Whether a stretch says that something is not, ends, or stays as it is."""
    return is_negative(unit, side) or is_failing(unit, side) or is_staying(unit, side)
