"""Finds where a unit tells what a text that was agreed does: which words, what force, which text.

the accord | requires | the crews to be home first          a text and its verb
under article 4, Calvenne | must | open the locks            a text that opens the clause
Ondria | is not obliged to | move its guns under the truce   bound, then the text that binds
the sixty | the accord calls for                             what it asks, before it
“open” within the meaning of | article 4                     what a word of it means
"""

from collections.abc import Iterator
from typing import NamedTuple

from pactwatch.claims.forces import NEGATED, force_forms, force_of_word, is_denying, read_clause, read_clauses
from pactwatch.claims.sheet import Unit
from pactwatch.claims.sides import content_end, side_before, side_from
from pactwatch.claims.subjects import Range
from pactwatch.claims.texts import is_state, is_text, subject_of, text_from
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import lemma_of, word_set
from pactwatch.model.claim import Force

_CONTENTS = word_set("interpretations.contents")
_POWERS = word_set("interpretations.powers")
_STRONG = word_set("interpretations.strong")
_REFRAINING = ("stay", "keep", "refrain", "abstain", "cease", "stop")
_READING = word_set("interpretations.reading")
_HAVING = ("have", "has", "had")
TELLING = ("say", "state", "provide", "stipulate", "specify", "mean", "imply", "order")


class Read(NamedTuple):
    """A reading at ``place``: what the text is said to do, the text, and the words for what; ``holder``: who reads
    it so, where the words around say so."""

    place: int
    force: Force
    instrument: Range
    meaning: Range
    rule: str
    holder: Range | None = None


def find_readings(unit: Unit, pointed: bool = False) -> Iterator[Read]:
    """The clause readings of a unit, in order. ``pointed``: a text stands before, to which "it" and "that" lead."""
    for place, low in enumerate(unit.lows):
        if low in force_forms() and unit.tags[place] in "VENA":
            yield from _by_verb(unit, place, pointed)
        if low in _OPENINGS:
            yield from _by_opening(unit, place)
        finder = _FINDERS.get(low)
        found = finder(unit, place, pointed) if finder else None
        if found is not None:
            yield found


_OPENINGS = ("under", "by", "per")


def _subject(unit: Unit, begin: int, pointed: bool) -> tuple[Range | None, bool]:
    """The text before a verb group, and whether nothing in it does: nothing in [the accord]"""
    subject = subject_of(unit, begin)
    if subject is None:
        return None, False
    before = subject.first - 2
    if unit.low(before) in ("nothing", "none") and unit.low(before + 1) in ("in", "of"):
        subject = Range(before, subject.last)
    nothing = unit.low(subject.first) in ("nothing", "none") and unit.low(subject.first + 1) in ("in", "of")
    text = Range(subject.first + 2, subject.last) if nothing else subject
    if subject.last - subject.first == 1 and unit.low(subject.first) == "it":
        return (subject if pointed else None), False
    if not nothing and unit.tags[subject.first] == "D" and unit.low(subject.first + 1) == "word":
        return None, False
    return (text if is_text(unit, text) else None), nothing


def _by_verb(unit: Unit, place: int, pointed: bool) -> Iterator[Read]:
    """[the accord] requires [the crews to be home]; [it] says that [...] and that [...]"""
    begin = start_of_group(unit, place)
    words = [unit.low(at) for at in range(begin, place)]
    joined = unit.tag(begin - 1) == "C" or unit.tag(begin - 1) == ","
    subject, nothing = _subject(unit, begin, pointed)
    if subject is None and joined:
        subject = _subject_of_clause(unit, begin, pointed)
    if subject is None or {"is", "are", "was", "were", "be", "been"} & set(words):
        return
    for force, particle in force_forms()[unit.low(place)]:
        behind = _behind_particle(unit, place, particle)
        if behind is None or (is_state(unit, subject) and lemma_of(unit.low(place)) not in _STRONG):
            continue
        denied = nothing or any(is_denying(word) for word in words)
        found = list(_verb_readings(unit, place, force, subject, behind, denied))
        if found:
            yield from found
            return


def _subject_of_clause(unit: Unit, begin: int, pointed: bool) -> Range | None:
    """The accord lets him look, and | gives him no power: the first verb's subject"""
    for at in range(begin - 2, -1, -1):
        if unit.tags[at] in ".;:":
            return None
        if unit.low(at) in force_forms() and unit.tags[at] in "VEAN":
            subject, _ = _subject(unit, start_of_group(unit, at), pointed)
            if subject is not None:
                return subject
    return None


def _behind_particle(unit: Unit, place: int, particle: str) -> int | None:
    """calls | for; rules | one | out: where what it is about begins"""
    if not particle:
        return place + 1
    for at in range(place + 1, min(len(unit.tags), place + 5)):
        if unit.low(at) == particle:
            return at + 1 if at == place + 1 else place + 1
    return None


def _verb_readings(
    unit: Unit, place: int, force: Force, subject: Range, first: int, denied: bool
) -> Iterator[Read]:
    base = lemma_of(unit.low(place))
    silent = unit.low(first) in ("nothing", "no", "neither", "none")
    if base in _HAVING:
        yield from _having(unit, place, subject)
        return
    about = unit.low(first) == "nothing" and unit.low(first + 1) in ("about", "on", "of")
    meaning = _to_end(unit, first + 2 * about + (unit.low(first) == "that"))
    if (
        meaning is not None
        and meaning.last - meaning.first == 1
        and unit.low(meaning.first) in ("so", "that", "this", "it")
    ):
        return
    if meaning is None:
        before = _phrase_before(unit, subject)
        if before is not None:
            yield Read(place, NEGATED[force] if denied else force, subject, before, "text that does")
        return
    if unit.low(first) == "that" and base in TELLING:
        for clause in read_clauses(unit, meaning):
            yield Read(place, clause.force, subject, clause.whole, "text that says")
        return
    yield Read(place, _settle(unit, base, force, meaning, denied, silent), subject, meaning, "text that does")


def _settle(unit: Unit, base: str, force: Force, meaning: Range, denied: bool, silent: bool) -> Force:
    """The force of a verb with what it is about and with its negation."""
    if base == "say" and silent:
        return Force.DOES_NOT_REQUIRE
    if base == "say" and not any(unit.tags[at] in "VMAE" for at in range(*meaning)):
        return Force.REQUIRES
    if base in ("give", "leave", "grant"):
        none = any(unit.low(at) == "no" for at in range(meaning.first, min(meaning.last, meaning.first + 4)))
        powers = any(unit.low(at) in _POWERS for at in range(*meaning))
        return Force.MEANS if none or denied else Force.ALLOWS if powers else force
    if silent:
        return NEGATED[force] if force is not Force.FORBIDS else Force.ALLOWS
    return NEGATED[force] if denied else force


def _having(unit: Unit, place: int, subject: Range) -> Iterator[Read]:
    """[article 8] has [no date]; [the plan] has [the factions stay out of government]"""
    end = content_end(unit, place + 1)
    nouns = [at for at in range(place + 1, min(end, place + 6)) if unit.low(at) in _CONTENTS]
    if nouns and unit.tag(place + 1) in "D0X":
        yield Read(place, Force.MEANS, subject, Range(place + 1, end), "what a text has")
        return
    verb = next(
        (at for at in range(place + 2, min(end, place + 10)) if unit.tags[at] in "VN" and _is_bare(unit, at)),
        None,
    )
    if verb is not None and unit.tag(place + 1) in "DPN0":
        refrains = unit.low(verb) in _REFRAINING or is_denying(unit.low(verb - 1))
        stop = next((at for at in range(verb, end) if unit.tags[at] == ","), end)
        force = Force.FORBIDS if refrains else Force.REQUIRES
        yield Read(place, force, subject, Range(place + 1, stop), "what a text has done")


def _is_bare(unit: Unit, at: int) -> bool:
    """stay, oversee: no third person, behind a noun"""
    low = unit.low(at)
    return (
        unit.tag(at - 1) in "NPR" and lemma_of(low) == low and not low.endswith("s") and unit.tag(at) == "V"
    )


def _phrase_before(unit: Unit, subject: Range) -> Range | None:
    """[the 60] the accord calls for; [the return] that the accord required"""
    last = subject.first - (unit.low(subject.first - 1) in ("that", "which"))
    first = last
    while first > 0 and unit.tags[first - 1] in "D0NP" and last - first < 6:
        first -= 1
        if unit.tags[first] == "D":
            break
    return Range(first, last) if first < last else None


def _to_end(unit: Unit, first: int) -> Range | None:
    if first >= len(unit.tags) or unit.tag(first) in ".;:,)C":
        return None
    last = content_end(unit, first)
    for at in range(first + 1, last - 1):
        if unit.tags[at] == "C" and _goes_with(unit, at + 1):
            return Range(first, at - (unit.tags[at - 1] == ","))
    return Range(first, last) if last > first else None


def _goes_with(unit: Unit, at: int) -> bool:
    """links one to another, and | leaves them a perimeter: a second verb of the same text"""
    verb = unit.low(at) in force_forms()
    return verb and (unit.tags[at] in "VA" or (unit.tags[at] == "N" and unit.tag(at + 1) in "ODP"))


def _by_opening(unit: Unit, place: int) -> Iterator[Read]:
    """under [article 4], Calvenne | must | open; by [the signed steps], the war | ends"""
    if place > 0 and unit.tag(place - 1) not in ".,;:-qCS":
        return
    text = text_from(unit, place + 1)
    if text is None:
        return
    first = _behind_text(unit, text.last)
    if first >= len(unit.tags):
        return
    whole = Range(first, content_end(unit, first))
    for clause in read_clauses(unit, whole):
        if clause.whole.last > clause.whole.first:
            yield Read(clause.place, clause.force, text, clause.whole, "under the text")


def _behind_text(unit: Unit, last: int) -> int:
    """Behind "published in May," and ", as reported,": where the clause begins."""
    while unit.tag(last) in "EI0P" and last < len(unit.tags):
        last += 1
    if unit.tag(last) != ",":
        return last
    closing = unit.tags.find(",", last + 1)
    aside = (
        0 < closing < last + 6
        and not set("MVAB") & set(unit.tags[last:closing])
        and unit.tag(last + 1) in "SEI"
    )
    return closing + 1 if aside else last + 1


def _bound(unit: Unit, place: int, pointed: bool) -> Read | None:
    """Ondria is not | obliged | to move its guns under [the truce]; is due | under article 6"""
    force = force_of_word(unit.low(place))
    copula = next((at for at in range(place - 1, max(-1, place - 4), -1) if unit.tags[at] == "A"), None)
    if force is None or copula is None:
        return None
    subject = subject_of(unit, start_of_group(unit, copula))
    meaning = _to_end(unit, place + 1)
    if subject is None or meaning is None or unit.tags[subject.first] == "W":
        return None
    if is_text(unit, subject) and unit.low(place) != "due":
        return None
    text = subject if is_text(unit, subject) else _text_behind(unit, meaning)
    if text is None:
        return None
    denied = any(is_denying(unit.low(at)) for at in range(copula, place))
    return Read(
        place,
        NEGATED[force] if denied else force,
        text,
        Range(subject.first, meaning.last),
        "bound by the text",
    )


def _text_behind(unit: Unit, meaning: Range) -> Range | None:
    for at in range(meaning.first, meaning.last):
        if unit.low(at) in ("under", "by", "in", "of") and (found := text_from(unit, at + 1)):
            return found
    return None


def _modal(unit: Unit, place: int, pointed: bool) -> Read | None:
    """the withdrawal | may not | be made subject to more than is named in [article 7]; must ... under the deal"""
    subject = subject_of(unit, place)
    meaning = _to_end(unit, place + 1)
    if subject is None or meaning is None or unit.tags[subject.first] == "W" or is_text(unit, subject):
        return None
    text = _text_behind(unit, meaning)
    clause = read_clause(unit, Range(subject.first, meaning.last))
    if text is None or clause is None or clause.place != place or _is_obeying(unit, place, text):
        return None
    return Read(place, clause.force, text, clause.whole, "modal and text")


def _is_obeying(unit: Unit, place: int, text: Range) -> bool:
    """must abide by the accord, must be bound by it: says nothing of what it means"""
    return (
        unit.low(text.first - 1) in ("by", "of", "in")
        and unit.tag(text.last) in ".,;:q"
        and not any(
            unit.tags[at] == "0" or unit.low(at) in ("named", "set", "laid") for at in range(place, text.last)
        )
    )


def _within(unit: Unit, place: int, pointed: bool) -> Read | None:
    """isn't “open” | within the meaning of [article 4]"""
    if (unit.low(place + 2), unit.low(place + 3)) not in (("meaning", "of"), ("terms", "of")):
        return None
    text, meaning = text_from(unit, place + 4), side_before(unit, place)
    return Read(place, Force.MEANS, text, meaning, "within its meaning") if text and meaning else None


def _taking(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[Ondria] takes [that] to mean [that the guns move last]; reads [the accord] as [a ladder]"""
    if unit.tags[place] not in "VE":
        return None
    subject = subject_of(unit, start_of_group(unit, place))
    points = pointed and unit.low(place + 1) in ("that", "this", "it")
    text = Range(place + 1, place + 2) if points else text_from(unit, place + 1)
    if subject is None or text is None or unit.low(text.last) not in ("to", "as") or is_text(unit, subject):
        return None
    first = text.last + 1
    first += unit.low(first) in ("mean", "require", "say", "meaning", "requiring") and unit.low(
        text.last
    ) in ("to", "as")
    first += unit.low(first) == "that"
    meaning = side_from(unit, first)
    return Read(place, Force.MEANS, text, meaning, "taken to mean", subject) if meaning else None


def _word(unit: Unit, place: int, pointed: bool) -> Read | None:
    """the word | in [article 7] is [withdrawal]"""
    text = text_from(unit, place + 2) if unit.low(place + 1) in ("in", "of") else None
    if text is None or unit.low(text.last) not in ("is", "was"):
        return None
    meaning = side_from(unit, text.last + 1)
    return Read(place, Force.MEANS, text, meaning, "word of the text") if meaning else None


def _clear(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[the accord] is | silent on [the islands]; is clear that [the guns go first]"""
    if unit.tag(place - 1) not in "AR" or unit.low(place + 1) not in ("that", "on", "about"):
        return None
    text, _ = _subject(unit, start_of_group(unit, place), pointed)
    meaning = side_from(unit, place + 2)
    if text is None or meaning is None:
        return None
    force = Force.DOES_NOT_REQUIRE if unit.low(place) == "silent" else Force.MEANS
    return Read(place, force, text, meaning, "text that is clear")


_FINDERS = {
    **dict.fromkeys(word_set("interpretations.bound"), _bound),
    **dict.fromkeys(("must", "shall", "may", "cannot", "mustn't"), _modal),
    **dict.fromkeys(_READING, _taking),
    **dict.fromkeys(("word", "wording", "phrase", "term"), _word),
    **dict.fromkeys(("silent", "clear", "explicit"), _clear),
    "within": _within,
}
