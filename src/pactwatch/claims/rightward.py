"""Content that follows its verb: said that ...; told reporters on Friday that ...; urged both sides to ..."""

from collections.abc import Sequence
from dataclasses import replace

from pactwatch.claims.contents import find_content_end, skip_addressee, skip_adverbials
from pactwatch.claims.frames import find_frame, place_of_as
from pactwatch.claims.grammar import NEXT_PARAGRAPH, Attribution, Candidate, Trigger, is_relative
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, clause_start
from pactwatch.language.cues import Cue
from pactwatch.language.lexicon import word_set


def _is_document(unit: Unit, source: Range | None) -> bool:
    """Whether the source is a survey, report or the like: a poll found | 31 cases"""
    if source is None:
        return False
    bound = unit.tags.find("I", source.first, source.last)
    head = range(source.first, bound if bound > source.first else source.last)
    return any(unit.low(at) in _DOCUMENTS for at in head)


_DOCUMENTS = word_set("attributions.documents")


def find_frame_right(candidate: Candidate) -> Attribution | None:
    """The content follows the verb."""
    unit, trigger, cue, after, starts, base = candidate
    if base.source is None and trigger.kind == "verb":
        return None
    place = after
    addressee = None
    if "t" in cue.frames and unit.tag(place) not in ":SQ.,":
        place = skip_addressee(unit, place)
        addressee = Range(after, place) if place > after else None
    elif (asked := _behind_asked(unit, cue, place)) is not None:
        place, addressee = asked, Range(after, asked)
    place = skip_adverbials(unit, place)
    place += unit.low(place) == "that" and unit.tag(place + 1) == ":" and place == len(unit.tags) - 2
    if "q" in cue.frames and unit.tag(place) in ":," and place == len(unit.tags) - 1:
        return replace(base, rule=NEXT_PARAGRAPH, addressee=addressee)
    found = find_frame(unit, cue, after, place)
    if found is not None and not _may_follow(trigger, found[1]):
        return None
    if found is not None and found[1] == "clause" and cue.base in _OF_THINGS and is_relative(unit, trigger):
        return None
    if found is None and _is_document(unit, base.source) and "c" in cue.frames and unit.tag(place) in "DPNZ0":
        found = place, "what a document shows"
    if found is None:
        return None
    if found[1] == "carried noun":
        base = replace(base, cue=Range(base.cue.first, found[0] - (unit.low(found[0] - 1) == "that")))
    content = _extent(unit, trigger, *found, starts)
    return replace(base, content=(content,), rule=found[1], addressee=addressee) if content else None


def find_next_words(candidate: Candidate) -> Attribution | None:
    """The sentence ends and the words stand in the next: Marr said in a statement. / “...”"""
    unit, trigger, cue, after, _, base = candidate
    if "q" not in cue.frames or trigger.kind != "verb" or base.source is None:
        return None
    rest = unit.tags[after:]
    ends = skip_adverbials(unit, after) >= len(unit.tags) - 1 and rest.endswith(".") and "0" not in rest
    return replace(base, rule=NEXT_PARAGRAPH) if ends else None


#: "who has known the river for years" and "who wrote the accord" tell of no words.
_OF_THINGS = ("know", "see", "find", "write", "show", "read", "understand")


def _behind_asked(unit: Unit, cue: Cue, place: int) -> int | None:
    """asked | the envoy | whether: the place of the question word"""
    if "c" not in cue.frames or unit.tag(place) not in "DPNO":
        return None
    behind = skip_addressee(unit, place)
    return behind if unit.low(behind) in ("whether", "if", "how", "why", "what", "when", "where") else None


def _may_follow(trigger: Trigger, rule: str) -> bool:
    """Hoping to win: a purpose and no speech. Behind a noun (a letter urging ...) only what no other
    reading has."""
    if trigger.kind == "participle":
        return rule != "to do"
    return trigger.kind != "postnominal" or rule in _BEHIND_NOUN


_BEHIND_NOUN = (
    "that-clause",
    "direct behind the verb",
    "somebody to do",
    "accusation",
    "clause",
    "behind a colon",
)


def _extent(unit: Unit, trigger: Trigger, first: int, rule: str, starts: Sequence[int]) -> Range | None:
    """The content from where its rule lets it begin to its end; None where nothing is said in it."""
    while unit.tag(first) == ",":
        first += 1
    if unit.tag(first) in ".;" or first >= len(unit.tags):
        return None
    settled = place_of_as(unit, first) if rule == "described as" else first
    is_phrase = rule == "noun phrase" or trigger.kind == "absolute"
    last = find_content_end(unit, first, settled, is_phrase, [s for s in starts if s > first])
    if unit.tag(trigger.start - 1) == "-" and (dash := unit.tags.find("-", first, last)) > first:
        last = dash
    if _opens_sentence(unit, trigger) or (trigger.kind == "participle" and trigger.begin <= 1):
        last = _main_clause(unit, first, last)
    return Range(first, last) if unit.tags[first:last].strip("RIT,.C") else None


def _opens_sentence(unit: Unit, trigger: Trigger) -> bool:
    """Whether the verb stands in a clause before the main one: Although he said that ..., talks go on"""
    if trigger.subject is None or trigger.kind != "verb":
        return False
    opening = clause_start(unit, trigger.subject.first) - 1
    if opening < 0 or unit.low(opening) not in _SUBORDINATE:
        return False
    return opening == 0 or unit.tags[opening - 1] in "C.Q"


_SUBORDINATE = word_set("attributions.subordinate")


def _main_clause(unit: Unit, first: int, last: int) -> int:
    """Although he said that talks go on|, mediators are leaving: where the main clause begins"""
    for at in range(first + 1, last):
        if unit.tags[at] == "," and unit.tag(at + 1) in "DPON":
            end = at + 1
            while end < last and unit.tags[end] in "DPONZ0I":
                end += 1
            if unit.tag(end) in "VAMEB":
                return at
    return last
