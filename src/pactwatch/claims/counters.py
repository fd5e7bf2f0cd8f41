"""Bodies whose own count a number is, without a word of saying.

counts      The harbour office [has counted] 282 breaches.
its count   The office raised [its tally] of breaches to 875.
keeps       The [tally] that the office [keeps] of breaches reached 738.
whose       The health [ministry's toll] rose to 40.
"""

from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.voices import Voices
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Mention

_COUNTING = word_set("counters.counting")
_COUNTS = word_set("counters.counts")
_KEEPING = word_set("counters.keeping")
_GROUPS = word_set("groups")
_HELPING = ("has", "have", "had")
_REACH = 22


def find_counter(text: str, unit: Unit, quantity: Quantity, voices: Voices) -> tuple[Mention, ...]:
    """The body whose count a number is; by its full name where it spoke before."""
    found = _find_place(unit, quantity.first)
    if found is None or not any(_is_group(unit.low(at)) for at in range(*found)):
        return ()
    first = found.first + (unit.tag(found.first) in "DZ")
    if first >= found.last:
        return ()
    span = unit.span(first, found.last)
    name = span.of(text).removesuffix("'s").removesuffix("’s")
    return (Mention(span, voices.full_name(name, span.begin)),)


def _is_group(low: str) -> bool:
    return low.removesuffix("'s").removesuffix("’s") in _GROUPS


def _find_place(unit: Unit, number: int) -> Range | None:
    for at in range(number - 1, max(-1, number - _REACH), -1):
        if unit.tags[at] in ".;:WQ" or (unit.tags[at] == "C" and unit.tag(at + 1) in "DPO"):
            return None
        if unit.low(at) in _COUNTING and unit.tags[at] in "EV":
            return _subject(unit, at)
        if unit.low(at) in _COUNTS:
            return _whose(unit, at)
    return None


def _subject(unit: Unit, verb: int) -> Range | None:
    """The subject of an active verb."""
    first = verb - (unit.low(verb - 1) in _HELPING)
    return None if unit.tag(first - 1) == "A" else find_subject_before(unit, first)


def _whose(unit: Unit, noun: int) -> Range | None:
    """Whose tally, count or toll it is."""
    before = unit.low(noun - 1)
    if before == "its":
        return _subject(unit, noun - 2) if unit.tag(noun - 2) in "EV" else None
    if before.endswith(("'s", "’s")):
        return _owner(unit, noun)
    keeps = next((at for at in range(noun + 1, noun + 10) if unit.low(at) in _KEEPING), None)
    if keeps is None:
        return None
    first = noun + 1 + (unit.low(noun + 1) in ("that", "which"))
    return Range(first, keeps) if first < keeps and set(unit.tags[first:keeps]) <= set("DPNEZI") else None


def _owner(unit: Unit, noun: int) -> Range:
    first = noun - 1
    while first > 0 and unit.tags[first - 1] in "PNE":
        first -= 1
    return Range(first, noun)
