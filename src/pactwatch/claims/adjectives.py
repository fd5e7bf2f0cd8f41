"""What somebody is sure of or ready for: Marr is confident that ...; Ondria remains opposed to ..."""

from collections.abc import Iterator

from pactwatch.claims.contents import find_content_end
from pactwatch.claims.grammar import Attribution
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.cues import CueWord, cue_adjectives
from pactwatch.language.lexicon import lemma_of, word_set

_COPULAS = word_set("adjectives.copulas")
_LINKING = ("remain", "feel", "sound", "seem")


def find_adjectival(unit: Unit) -> Iterator[Attribution]:
    """The adjectives of a unit that hold what somebody thinks or means to do."""
    adjectives = cue_adjectives()
    for place, low in enumerate(unit.lows[:-1]):
        cue = adjectives.get(low)
        if cue is None or not place:
            continue
        found = _lead(unit, place, cue)
        begin = _start_of_copula(unit, place) if found is not None else None
        if found is None or begin is None:
            continue
        subject = find_subject_before(unit, begin)
        last = find_content_end(unit, found[0], found[0], found[1] == "adjective and phrase", [])
        if subject is not None and last > found[0]:
            yield Attribution(
                unit, subject, Range(begin, found[0] - (found[1] == "adjective that")), place,
                unit.low(place), (Range(found[0], last),), cue.modality, found[1],
            )  # fmt: skip


def _start_of_copula(unit: Unit, place: int) -> int | None:
    """Where "is still very | confident", "remains deeply | concerned" begins."""
    at = place - 1
    while at > 0 and unit.tags[at] in "RX":
        at -= 1
    copula = unit.low(at) in _COPULAS or lemma_of(unit.low(at)) in _LINKING
    return start_of_group(unit, at) if copula else None


def _lead(unit: Unit, place: int, cue: CueWord) -> tuple[int, str] | None:
    """Where the content begins behind an adjective, and the name of the rule."""
    word, after = unit.low(place + 1), place + 2
    if word not in cue.prepositions:
        return None
    if word == "that":
        return (after, "adjective that") if unit.tag(after) not in ".,VMA" else None
    if unit.tag(place + 1) == "T":
        return place + 1, "adjective to do"
    return (after, "adjective and phrase") if unit.tag(after) in "DPNZ0GqQOW" else None
