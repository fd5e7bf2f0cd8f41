"""Finds where a unit tells what a text that was agreed does: which words, what force, which text.

the accord | requires | the crews to be home first     a text and its verb
the plan | says | that no faction takes part           what it says, clause by clause
the plan | has | the factions stay out                 what it has done; article 8 has no date
the sixty | the accord calls for                       what it asks, before it
where the text stands beside the clause                `readings_around.py`
"""

from collections.abc import Iterator
from functools import cache

from pactwatch.claims.forces import NEGATED, force_forms, is_denying, read_clause, read_clauses
from pactwatch.claims.reading_sides import Read, find_text_before, meaning_from
from pactwatch.claims.readings_around import AROUND as BESIDE
from pactwatch.claims.readings_around import find_under
from pactwatch.claims.readings_placed import PLACED
from pactwatch.claims.sheet import Unit
from pactwatch.claims.sides import content_end
from pactwatch.claims.subjects import Range
from pactwatch.claims.texts import INSTRUMENTS, PHASES, is_state
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import lemma_of, word_set
from pactwatch.model.claim import Force

AROUND = {**PLACED, **BESIDE}
_CONTENTS = word_set("interpretations.contents")
_POWERS = word_set("interpretations.powers")
#: How far behind a verb its particle may stand: makes the opening of the locks conditional.
_NEAR, _FAR = 5, 9
_LICENCES = word_set("interpretations.licences")
_STRONG = word_set("interpretations.strong")
_REFRAINING = ("stay", "keep", "refrain", "abstain", "cease", "stop")
_HAVING = ("have", "has", "had")
_OPENINGS = ("under", "by", "per", "with", "in")
TELLING = ("say", "state", "provide", "stipulate", "specify", "mean", "imply", "order")


@cache
def _words() -> frozenset[str]:
    return frozenset((*force_forms(), *_OPENINGS, *AROUND))


def _first_text(unit: Unit) -> int:
    """Where the first word for a text stands: no verb before it is one's."""
    return next((at for at, low in enumerate(unit.lows) if low in INSTRUMENTS | PHASES), len(unit.lows))


def find_readings(unit: Unit, pointed: bool = False) -> Iterator[Read]:
    """The clause readings of a unit, in order. ``pointed``: "it" and "that" lead to a text before."""
    words = _words()
    text = -1 if pointed else _first_text(unit)
    for place, low in enumerate(unit.lows):
        if low not in words:
            continue
        if low in force_forms() and place > text and unit.tags[place] in "VENA":
            yield from _by_verb(unit, place, pointed)
        if low in _OPENINGS:
            yield from find_under(unit, place)
        finder = AROUND.get(low)
        found = finder(unit, place, pointed) if finder else None
        if found is not None:
            yield found


def _by_verb(unit: Unit, place: int, pointed: bool) -> Iterator[Read]:
    """[the accord] requires [the crews to be home]; [it] says that [...] and that [...]"""
    begin = start_of_group(unit, place)
    words = [unit.low(at) for at in range(begin, place)]
    joined = unit.tag(begin - 1) == "C" or unit.tag(begin - 1) == ","
    subject, nothing = find_text_before(unit, begin, pointed)
    if subject is not None:
        comma = unit.tags.find(",", subject.first, subject.last)
        subject = Range(subject.first, comma) if comma > subject.first else subject
    if subject is None and joined:
        subject = _text_of_clause(unit, begin, pointed)
    if subject is None or {"is", "are", "was", "were", "be", "been"} & set(words):
        return
    for force, particle in force_forms()[unit.low(place)]:
        behind = _behind_particle(unit, place, particle)
        if behind is None and particle and unit.low(subject.first - 1) == "which":
            yield from _fronted(unit, place, force, subject, particle)
            return
        if behind is None or (is_state(unit, subject) and lemma_of(unit.low(place)) not in _STRONG):
            continue
        denied = nothing or any(is_denying(word) for word in words)
        found = list(_verb_readings(unit, place, force, subject, behind, denied))
        if found:
            yield from found
            return


def _fronted(unit: Unit, place: int, force: Force, subject: Range, particle: str) -> Iterator[Read]:
    """[the 60] for which [article 4] provides"""
    at = subject.first - 2
    before = _phrase_before(unit, Range(at, at)) if unit.low(at) == particle else None
    if before is not None:
        yield Read(place, force, subject, before, "text that does")


def _text_of_clause(unit: Unit, begin: int, pointed: bool) -> Range | None:
    """The accord lets him look, and | gives him no power: the first verb's subject"""
    for at in range(begin - 2, -1, -1):
        if unit.tags[at] in ".;:":
            return None
        if unit.low(at) in force_forms() and unit.tags[at] in "VEAN":
            subject, _ = find_text_before(unit, start_of_group(unit, at), pointed)
            if subject is not None:
                return subject
    return None


def _behind_particle(unit: Unit, place: int, particle: str) -> int | None:
    """calls | for; rules | one | out: where what it is about begins"""
    if not particle:
        return place + 1
    reach = _FAR if lemma_of(unit.low(place)) == "make" else _NEAR
    for at in range(place + 1, min(len(unit.tags), place + reach)):
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
    meaning = meaning_from(unit, first + 2 * about + (unit.low(first) == "that"))
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
    if base == "say" and (unit.tags[meaning.first] == "q" or unit.tags[meaning.first - 1] == "q"):
        return Force.MEANS
    if base == "say" and denied:
        clause = read_clause(unit, meaning)
        return NEGATED[clause.force] if clause is not None else Force.MEANS
    if base == "say" and not any(unit.tags[at] in "VMAE" for at in range(*meaning)):
        return Force.REQUIRES
    if base in ("give", "leave", "grant"):
        none = any(unit.low(at) == "no" for at in range(meaning.first, min(meaning.last, meaning.first + 4)))
        powers = any(unit.low(at) in _POWERS for at in range(*meaning))
        if any(unit.low(at) in _LICENCES for at in range(*meaning)):
            return Force.FORBIDS if none or denied else Force.ALLOWS
        if base == "give" and unit.tags[meaning.first] == "D" and unit.low(meaning.first + 1) in _CONTENTS:
            return Force.MEANS
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
