"""To whom, on what occasion and on what day something is said, where the sentence tells it outside the words.

told [a news conference] in Vessmar on Friday      “...,” he said [in a letter] to [shippers]
"""

from collections.abc import Iterator, Sequence

from pactwatch.claims.grammar import Attribution
from pactwatch.claims.sheet import Sheet
from pactwatch.claims.subjects import Range
from pactwatch.language.cues import cue_forms
from pactwatch.language.dates import find_dates
from pactwatch.language.lexicon import word_set
from pactwatch.model.source import Span, When

_OCCASIONS = word_set("occasions")
_OPENING = frozenset("in at during on after following before via through".split())
_TIME = word_set("contents.time")
_TELLING = word_set("circumstances.telling")
_ADDRESSING = word_set("circumstances.addressing")


def find_addressee(found: Attribution) -> Range | None:
    """Who is told: told [reporters], urged [both sides] to wait, said to [the crowd]."""
    if found.addressee is not None:
        return found.addressee
    unit = found.unit
    if found.rule == "somebody to do" and found.base in _ADDRESSING:
        first = found.content[0].first
        to = unit.tags.find("T", first, found.content[0].last)
        to -= to > first and unit.tags[to - 1] == "X"
        return Range(first, to) if to > first and not set("VAM,") & set(unit.tags[first:to]) else None
    for place in _outside(found):
        if unit.low(place) == "to" and unit.tags[place] == "I" and _leads_to_hearer(found, place):
            last = _phrase_end(found, place + 1)
            return Range(place + 1, last) if last > place + 1 else None
    return None


def _leads_to_hearer(found: Attribution, to: int) -> bool:
    """said | to the crowd; in a letter | to shippers"""
    unit = found.unit
    if unit.low(to - 1) == "according" or unit.tag(to + 1) not in "DPNO":
        return False
    start = max(found.cue.last, found.source.last if found.source else 0)
    if any(unit.low(at) in _OCCASIONS for at in range(max(0, to - 3), to)):
        return True
    return start <= to <= start + 4 and found.base in _TELLING and not set("VM.,;") & set(unit.tags[start:to])


def find_occasion(found: Attribution, addressee: Range | None) -> Range | None:
    """Where it is said: in [a statement], during [talks in Cairo]; a news conference that is told."""
    unit = found.unit
    if addressee is not None and any(unit.low(at) in _OCCASIONS for at in range(*addressee)):
        return addressee
    for place in _outside(found):
        if unit.low(place) in _OPENING and unit.tags[place] in "IS":
            last = _phrase_end(found, place + 1)
            if any(unit.low(at) in _OCCASIONS for at in range(place + 1, last)):
                return Range(place + 1, last)
    return None


def _outside(found: Attribution) -> Iterator[int]:
    """The places of the unit that stand in no content, those behind the cue first."""
    inside = {place for part in found.content for place in range(*part)}
    behind = range(found.cue.last, len(found.unit.tags))
    before = range(found.cue.first)
    yield from (place for place in (*behind, *before) if place not in inside)


def _phrase_end(found: Attribution, first: int) -> int:
    """The end of a noun phrase with what is bound to it, before its time and before what is said."""
    unit = found.unit
    inside = {place for part in found.content for place in range(*part)}
    place = first
    while place < len(unit.tags) and unit.tags[place] in "DPNZ0OICGE(q)" and place not in inside:
        low = unit.low(place)
        if low in _TIME or (low == "on" and unit.low(place + 1) in _TIME):
            break
        if unit.tags[place] in "EG" and (unit.tag(place + 1) not in "PN" or low in cue_forms()):
            break
        place += 1
    while place > first and unit.tags[place - 1] in "ICD":
        place -= 1
    return place


def find_day(sheet: Sheet, found: Attribution, content: Sequence[Span]) -> When | None:
    """The day of saying where the sentence gives it outside the content."""
    published = sheet.article.document.published
    base = published.first if published is not None and published.precision == "day" else None
    for date in find_dates(sheet.text, found.unit.begin, found.unit.end, base):
        inside = any(part.begin <= date.begin < part.end for part in content)
        if not inside and date.when is not None and date.when.precision == "day":
            return date.when
    return None
