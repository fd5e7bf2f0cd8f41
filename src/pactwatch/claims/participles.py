"""Reporting words in -ing, each with whose they are.

..., adding that        the subject of the main verb      with the military reporting     the noun before
a letter urging ...     the letter, or who sent it        was quoted as saying            who is quoted
"""

from pactwatch.claims.grammar import Trigger
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_main_subject, find_subject_before
from pactwatch.claims.verb_groups import is_passive, start_of_verb
from pactwatch.language.cues import Cue, cue_forms
from pactwatch.language.lexicon import lemma_of, word_set

_MANNER = word_set("triggers.manner")
_DOCUMENTS = word_set("attributions.documents") | {"statement", "message", "tweet", "post", "note", "notice"}


def find_participle(unit: Unit, place: int, begin: int, cues: tuple[Cue, ...]) -> Trigger | None:
    """The reporting word at a place with its subject, or as one that shares the main verb's."""
    before = unit.tag(begin - 1)
    if before == "A":
        return _verb_trigger(unit, place, start_of_verb(unit, begin), cues)
    if unit.low(begin - 1) == "as" and (quoted := _quoted(unit, begin - 1)) is not None:
        return _as_quoted(unit, place, begin, quoted, cues)
    if unit.tags[begin:place].strip("R"):
        return _in_verb_group(unit, place, begin, cues)
    if before in "PN":
        return _behind_noun(unit, place, begin, cues)
    return _beside_clause(unit, place, begin, cues)


def _as_quoted(unit: Unit, place: int, begin: int, quoted: int, cues: tuple[Cue, ...]) -> Trigger:
    """quoted [a witness] as saying; [he] was quoted as saying"""
    if is_passive(unit, start_of_verb(unit, quoted), quoted):
        return _verb_trigger(unit, place, start_of_verb(unit, quoted), cues)
    return Trigger(place, begin, cues, Range(quoted + 1, begin - 1), "verb")


def _in_verb_group(unit: Unit, place: int, begin: int, cues: tuple[Cue, ...]) -> Trigger | None:
    """has been | saying; and | have been calling"""
    if not set("AVE") & set(unit.tags[begin:place]):
        return None
    if unit.tag(begin - 1) == "C":
        return Trigger(place, begin, cues, None, "shared")
    return _verb_trigger(unit, place, begin, cues)


def _behind_noun(unit: Unit, place: int, begin: int, cues: tuple[Cue, ...]) -> Trigger | None:
    """with [the military] reporting; [a letter] urging; it is worth | noting: nobody's"""
    if (absolute := _with_before(unit, begin)) is not None:
        return Trigger(place, begin, cues, absolute, "absolute")
    behind = _noun_before(unit, begin) if unit.low(begin - 1) != "worth" else None
    return Trigger(place, begin, cues, behind, "postnominal") if behind is not None else None


def _beside_clause(unit: Unit, place: int, begin: int, cues: tuple[Cue, ...]) -> Trigger | None:
    """..., | adding that; by | suggesting that; Marr, after | saying that, left"""
    before = unit.tag(begin - 1)
    manner = unit.low(begin - 1) in _MANNER
    comma = begin - 2 if manner else begin - 1
    if comma > 0 and unit.tags[comma] == "," and find_main_subject(unit, begin) is None:
        return Trigger(place, begin, cues, find_subject_before(unit, comma), "absolute")
    joins = before == "C" and _joins_participle(unit, begin - 1)
    shares = before in ",S" or begin == 0 or manner or joins
    return Trigger(place, begin, cues, None, "participle") if shares else None


def _quoted(unit: Unit, place: int) -> int | None:
    """The outlet | quoted | a witness as saying; he was | quoted | as saying"""
    for at in range(place - 1, max(-1, place - 14), -1):
        if lemma_of(unit.low(at)) in ("quote", "cite") and unit.tags[at] in "EVG":
            return at
        if unit.tags[at] not in "DPNZ0ICR(q)":
            return None
    return None


def _verb_trigger(unit: Unit, place: int, begin: int, cues: tuple[Cue, ...]) -> Trigger:
    return Trigger(place, begin, cues, find_subject_before(unit, begin), "verb")


def _noun_before(unit: Unit, verb: int) -> Range | None:
    """[a letter] urging ...; [Marr] released a statement saying ...: who published it, where told"""
    first = verb
    while first > 0 and unit.tags[first - 1] in "PNZ0":
        first -= 1
    if first > 0 and unit.tags[first - 1] == "D":
        first -= 1
    is_document = unit.low(verb - 1) in _DOCUMENTS
    if first > 0 and unit.tags[first - 1] in "VE" and is_document:
        return find_subject_before(unit, start_of_verb(unit, first - 1)) or Range(first, verb)
    return Range(first, verb) if first < verb else None


def _joins_participle(unit: Unit, conjunction: int) -> bool:
    """saying ... and adding: the first participle reports speech too and stands behind a comma."""
    return any(
        unit.tags[at] == "G" and unit.tag(at - 1) in ",S" and unit.low(at) in cue_forms()
        for at in range(1, conjunction)
    )


def _with_before(unit: Unit, verb: int) -> Range | None:
    """with [the military] reporting ..."""
    first = verb
    while first > 0 and unit.tags[first - 1] in "DPNZ":
        first -= 1
    opens = unit.low(first - 1) == "with" or (unit.tag(first - 1) == "C" and _after_absolute(unit, first - 1))
    return Range(first, verb) if 0 < first < verb and opens else None


def _after_absolute(unit: Unit, conjunction: int) -> bool:
    """with both sides alleging ..., and | mediators fearing ..."""
    ahead = range(max(0, conjunction - 12), conjunction)
    return any(unit.low(at) == "with" for at in ahead) and any(unit.tags[at] == "G" for at in ahead)
