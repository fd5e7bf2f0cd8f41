"""The verbs of a unit that tell steps, alone or with the words behind them, and what is done to.

the army [withdrew] · the truce [came into force] · Ondria [let] two men [go] · the talks were [put on hold]
"""

from collections.abc import Iterator

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_found import Act
from pactwatch.claims.step_words import StepWord, moving, step_verbs
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set
from pactwatch.model.source import PassageKind

_PARTICLES = ("over", "back", "out", "off", "up", "in")
#: How many words may stand between a verb and the words that belong to it.
_GAP = 8
#: Behind verbs, words that others may stand before: took up their last nine posts.
_PLACES = ("posts", "positions", "duties", "lines")
_LEADING = frozenset(("from", "to", "through", "into", "across", "of", "off", "out"))
_LONGEST = 7
#: Phrases behind a step that are shown with it.
_PHRASES = 2


def find_acts(unit: Unit) -> Iterator[Act]:
    """The acts of a unit in reading order."""
    verbs = step_verbs()
    if verbs.keys().isdisjoint(unit.lows):
        return
    for place, low in enumerate(unit.lows):
        words = verbs.get(low)
        if words is not None and unit.tags[place] in "VEGN":
            act = _choose(unit, place, words)
            if act is not None:
                yield act


def _choose(unit: Unit, place: int, words: tuple[StepWord, ...]) -> Act | None:
    for word in words:
        if not word.tail:
            if unit.tags[place] == "N" and not _is_headline_verb(unit, place, word):
                return None
            end = place + 1 + (unit.low(place + 1) in _PARTICLES)
            return Act(place, end, word.step, word.signs, object_at(unit, end))
        act = _with_tail(unit, place, word)
        if act is not None:
            return act
    return None


def _is_headline_verb(unit: Unit, place: int, word: StepWord) -> bool:
    """First barges | pass | locks: a plural before the base form of a verb that moves"""
    plain = unit.kind is PassageKind.HEADLINE and "g" in word.signs
    return (
        plain
        and unit.low(place - 1).endswith("s")
        and unit.tag(place - 1) == "N"
        and (unit.tag(place + 1) in "NP" or unit.low(place + 1).endswith("s"))
    )


def _with_tail(unit: Unit, place: int, word: StepWord) -> Act | None:
    """took up [their] posts; let [two of its captives] go; put [the exchange] on hold"""
    end = match_words(unit, place + 1, word.tail)
    if end is not None:
        thing = object_at(unit, end) if "o" in word.signs or word.tail[-1] == "on" else None
        return Act(place, end, word.step, word.signs, thing)
    between = object_at(unit, place + 1, stop=word.tail[0]) if "o" in word.signs else None
    if between is None or between.last - between.first > _GAP:
        return None
    end = match_words(unit, between.last, word.tail)
    return Act(place, end, word.step, word.signs, between) if end is not None else None


def match_words(unit: Unit, place: int, words: tuple[str, ...]) -> int | None:
    """The place behind the words where they stand here, articles and adverbs between them left out."""
    for word in words:
        passed = "DRZ0ENV" if word in _PLACES else "DR"
        while unit.tag(place) in passed and unit.low(place) not in (word, "") and place < len(unit.tags):
            place += 1
        if unit.low(place) != word:
            return None
        place += 1
    return place


def object_at(unit: Unit, first: int, stop: str = "") -> Range | None:
    """The noun phrase at a place: what is done to."""
    last = first
    while (last < len(unit.tags) and _in_phrase(unit, last) and unit.low(last) != stop) or (
        unit.low(last) == "of" and last > first
    ):
        last += 1
    while last > first and unit.tags[last - 1] in "DEG" and unit.low(last - 1) not in ("some", "all", "none"):
        last -= 1
    return Range(first, last) if last > first else None


def _in_phrase(unit: Unit, place: int) -> bool:
    return unit.tags[place] in "DPNZ0EGq" or (
        unit.low(place) in ("them", "it", "and") and _joins(unit, place)
    )


def _joins(unit: Unit, place: int) -> bool:
    """Whether a pronoun is the whole object, or "and" stands between two nouns: guns and tanks"""
    if unit.low(place) != "and":
        return unit.tag(place - 1) in "VEGR"
    return unit.tag(place - 1) in "NP" and unit.tag(place + 1) in "NP" and unit.tag(place + 2) not in "VEAM"


def behind_phrases(unit: Unit, last: int) -> int:
    """The place behind what goes on with from, to, of: withdrew its guns | from the bank of the river"""
    for _ in range(_PHRASES):
        if unit.low(last) not in _LEADING:
            break
        phrase = object_at(unit, last + 1)
        if phrase is None or phrase.last - phrase.first > _LONGEST:
            break
        last = phrase.last
    return last


def is_other_act(unit: Unit, thing: Range | None) -> bool:
    """Whether what is done to makes it no step on anything agreed: opened fire"""
    return thing is not None and any(unit.low(at) in word_set("not_steps") for at in range(*thing))


def moves(unit: Unit, *phrases: Range | None) -> bool:
    """Whether one of the phrases is a group, or counts things."""
    return any(
        unit.tags[at] == "0" or unit.low(at) in moving()
        for phrase in phrases
        if phrase is not None
        for at in range(*phrase)
    )
