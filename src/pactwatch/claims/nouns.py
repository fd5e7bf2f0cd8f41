"""Attributions without a reporting verb: according to X; X’s statement that ..."""

from collections.abc import Iterator

from pactwatch.claims.contents import find_content_end, skip_adverbials, skip_time
from pactwatch.claims.grammar import Attribution
from pactwatch.claims.inverted import find_subject_behind
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, clause_start
from pactwatch.language.cues import CueWord, cue_nouns
from pactwatch.model.claim import Modality

#: A label before the words stands in the first places: Soldiers: | three died, according to ...
_LABEL = 4


def find_according(unit: Unit) -> Iterator[Attribution]:
    """According to X, ... and ..., according to X."""
    for place, low in enumerate(unit.lows[:-2]):
        if low != "according" or unit.low(place + 1) != "to":
            continue
        opens = place <= 1 or not unit.tags[:place].strip("CR,")
        source = find_subject_behind(unit, place + 2, with_apposition=not opens)
        if source is None:
            continue
        if opens:
            source = _with_name(unit, source)
        content = _around(unit, place, source)
        if content:
            yield Attribution(
                unit, source, Range(place, place + 2), place, "according to", content,
                Modality.ASSERTED, "according to",
            )  # fmt: skip


def _with_name(unit: Unit, source: Range) -> Range:
    """According to the team’s coach[, Alireza Mehraban], the robot ..."""
    last = source.last + 1
    while unit.tag(last) == "P" and last < len(unit.tags):
        last += 1
    named = unit.tag(source.last) == "," and last - source.last > 2 and unit.tag(last) == ","
    return Range(source.first, last) if named and unit.tags[source.last - 1] == "N" else source


def _around(unit: Unit, place: int, source: Range) -> tuple[Range, ...]:
    """What stands before "according to", behind it, or around it: [Two barges], ..., [were held]"""
    last = place
    while last > 0 and unit.tags[last - 1] in ",-(":
        last -= 1
    if last > 0 and unit.low(last - 1) != "that":
        first = unit.tags.find(":", 0, min(last, _LABEL)) + 1
        while first < last and unit.tags[first] in "C,":
            first += 1
        left = (Range(first, last),) if last > first else ()
        has_verb = bool(set("VAMBEQ") & set(unit.tags[first:last]))
        beside = source.last + 1
        goes_on = unit.tag(source.last) == "," and unit.tag(beside) in ("I" if has_verb else "VAMBE")
        if left and goes_on:
            return *left, Range(beside, find_content_end(unit, beside, beside, False, []))
        if has_verb or unit.tag(source.last) != ",":
            return left
    behind = skip_time(unit, source.last)
    first = behind + 1 if unit.tag(behind) == "," else behind
    last = find_content_end(unit, first, first, False, [])
    return (Range(first, last),) if last > first else ()


def find_nominal(unit: Unit) -> Iterator[Attribution]:
    """X’s statement on Wednesday that ...; his warning that ...; Ondria’s call for ..."""
    nouns = cue_nouns()
    for place, low in enumerate(unit.lows):
        if low not in nouns or unit.tags[place] not in "NVG" or not place:
            continue
        holder = _holder(unit, place) or _author(unit, place)
        if holder is None:
            continue
        behind = skip_adverbials(unit, place + 1 if holder.first < place else holder.last)
        found = _that_behind(unit, place, behind) or _phrase_behind(unit, place, nouns[unit.low(place)])
        if found is not None:
            first, end, rule = found
            yield Attribution(
                unit, holder, Range(place, end), place, unit.low(place),
                (Range(first, _end_of(unit, holder, first, rule)),), nouns[unit.low(place)].modality, rule,
            )  # fmt: skip


def _that_behind(unit: Unit, noun: int, place: int) -> tuple[int, int, str] | None:
    if unit.low(place) != "that" or unit.tag(place + 1) in ".,VMA":
        return None
    return None if set("VEMA") & set(unit.tags[noun + 1 : place]) else (place + 1, noun + 1, "noun that")


def _phrase_behind(unit: Unit, noun: int, cue: CueWord) -> tuple[int, int, str] | None:
    """his call | for calm; Ondria’s refusal | to leave"""
    word = unit.low(noun + 1)
    if word not in cue.prepositions or unit.tag(noun + 2) not in "DPNZ0GqQEVRA":
        return None
    verb = unit.tag(noun + 1) == "T"
    return (noun + 1, noun + 1, "noun to do") if verb else (noun + 2, noun + 2, "noun and phrase")


def _end_of(unit: Unit, holder: Range, first: int, rule: str) -> int:
    """The end of what the noun holds; where the noun is a subject, its verb ends it: Ondria’s refusal to
    open the weir | drew boos"""
    last = find_content_end(unit, first, first, rule == "noun and phrase", [])
    if set("VAMBE") & set(unit.tags[clause_start(unit, holder.first) : holder.first]):
        return last
    own = 1 if rule == "noun that" else 0
    for at in range(first + 1, last):
        if unit.tags[at] in "VAMBE" and unit.tags[at - 1] not in "TMAXSWRC,":
            own -= 1
            if own < 0:
                return at
    return last


def _author(unit: Unit, noun: int) -> Range | None:
    """a claim by [Calvenne] that"""
    if unit.low(noun + 1) not in ("by", "from"):
        return None
    last = noun + 2
    while unit.tag(last) in "DPNZ":
        last += 1
    return Range(noun + 2, last) if last > noun + 2 else None


def _holder(unit: Unit, noun: int) -> Range | None:
    """Whose statement it is: the possessive before the noun, with what belongs to it."""
    place = noun - 1
    while place > 0 and unit.tags[place] in "NGE" and place > noun - 3:
        place -= 1
    if unit.low(place) in ("his", "her", "their", "its"):
        return Range(place, place + 1)
    if unit.tag(place) != "Z":
        return None
    first = place
    while first > 0 and unit.tags[first - 1] in "PND":
        first -= 1
        if unit.tags[first] == "D":
            break
    return Range(first, place + 1)
