"""Finds phrases of several words that tell how somebody stands to something.

v   Tolland | voted for | the pullout            the first word is a verb in any form
w   Calvenne has | neither accepted nor rejected | it
p   Ondria is | in no mood to | talk             behind a form of "be"
s   moving the guns is | out of the question     what it is about is the subject of "be"
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pactwatch.claims.gaps import find_before
from pactwatch.claims.led import Led, find_doer, is_negated, is_unreal, meaning_to
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.claims.targets import find_target
from pactwatch.claims.verb_groups import start_of_group, start_of_verb
from pactwatch.language.lexicon import make_forms, read_list, word_set
from pactwatch.model.source import PassageKind

_COPULAS = word_set("adjectives.copulas") | {"remains", "remain", "remained", "stays", "seems"}
_POSSESSIVES = frozenset("its his her their our my the".split())
_LEFT = 4
#: So many words may stand between a vote and what it is for: voted 80 to 40 on Friday for
_VOTES = 6
_CONTRACTED = ("i'd", "we'd", "he'd", "she'd", "they'd", "it'd")


class Phrase(NamedTuple):
    """A phrase: ``kind`` is v, w, p or s, ``tells`` the stance, ``leads`` as in ``LeadWord``; ``second``
    is its second word."""

    words: tuple[str, ...]
    kind: str
    tells: str
    leads: frozenset[str]
    second: str


@cache
def phrase_table() -> dict[str, tuple[Phrase, ...]]:
    """Each form of the first word of each phrase to the phrases that begin with it, the longest first."""
    table: dict[str, list[Phrase]] = {}
    for line in read_list("stance_phrases.tsv"):
        words, kind, tells, leads = line.split("\t")
        first, *rest = words.split()
        for form in dict.fromkeys(_forms(first) if kind == "v" else (first,)):
            for start in _CONTRACTED if form == "'d" else (form,):
                table.setdefault(start, []).append(
                    Phrase((form, *rest), kind, tells, frozenset(leads.split()), "".join(rest[:1]))
                )
    return {form: tuple(sorted(found, key=lambda one: -len(one.words))) for form, found in table.items()}


def _forms(verb: str) -> tuple[str, ...]:
    return ("have", "has", "had", "having") if verb == "have" else make_forms(verb).all()


def find_phrases(unit: Unit) -> Iterator[Led]:
    """The phrases of a flat unit that tell a stance, in order."""
    table = phrase_table()
    allowed = "ARXqVEMBNP" if unit.kind is PassageKind.HEADLINE else "ARXqVEMB"
    for place, low in enumerate(unit.lows):
        if low not in table:
            continue
        for phrase in _near(unit, place, low):
            if phrase.kind in "ps" and unit.tags[place - 1] not in allowed:
                continue
            end = _match(unit, place, phrase.words)
            found = _FINDERS[phrase.kind](unit, place, end, phrase) if end else None
            if found is not None:
                yield found
                break


def _near(unit: Unit, place: int, low: str) -> tuple[Phrase, ...]:
    """The phrases that begin with a word and may go on with the next one."""
    following = unit.low(place + 1)
    if unit.tag(place + 1) in "Rq" or following in _POSSESSIVES or low.startswith("vot"):
        return phrase_table()[low]
    return _by_two_words().get((low, following)) or _by_two_words().get((low, ""), ())


@cache
def _by_two_words() -> dict[tuple[str, str], tuple[Phrase, ...]]:
    """The phrases by their first two words; those of one word under each pair too, behind the longer ones."""
    found: dict[tuple[str, str], tuple[Phrase, ...]] = {}
    for form, phrases in phrase_table().items():
        for second in ("", *(phrase.second for phrase in phrases)):
            found[form, second] = tuple(one for one in phrases if one.second in ("", second))
    return found


def _match(unit: Unit, place: int, words: tuple[str, ...]) -> int:
    """The place behind the phrase, adverbs between its words left out; 0 where it does not stand there."""
    at = place + 1
    if words[0].startswith("vot") and len(words) == 1:
        at = next((one for one in range(at, at + 2 * _VOTES) if unit.tags[one : one + 2] == "TV"), at)
    elif words[0].startswith("vot"):
        at = next((one for one in range(at, at + _VOTES) if unit.low(one) == words[1]), at)
    for word in words[1:]:
        while unit.tag(at) in "Rq" and unit.low(at) != word:
            at += 1
        if unit.low(at) != word and not (word == "its" and unit.low(at) in _POSSESSIVES):
            return 0
        at += 1
    return at


def _verb(unit: Unit, place: int, end: int, phrase: Phrase) -> Led | None:
    begin = start_of_verb(unit, place)
    if (unit.tag(begin - 1) in "DZT" and unit.tags[place] != "B") or is_unreal(unit, begin, place):
        return None
    target = find_target(unit, end, phrase.leads) or find_before(unit, begin, end, phrase.leads)
    if target is None:
        return None
    subject = Range(place, place + 1) if unit.tags[place] == "B" else find_doer(unit, begin, place)
    if subject is not None and unit.low(subject.first) == "there":
        subject = None
    negated = is_negated(unit, begin, place)
    return Led(phrase.tells, place, subject, target, _rule(phrase), negated, end)


def _predicate(unit: Unit, place: int, end: int, phrase: Phrase) -> Led | None:
    copula = _copula_before(unit, place)
    target = find_target(unit, end, phrase.leads) if copula is not None else None
    if copula is None or target is None:
        return None
    begin = start_of_group(unit, copula)
    if is_unreal(unit, begin, place):
        return None
    if unit.tag(begin - 1) == "T" and (meaning := meaning_to(unit, begin - 2)) is not None:
        begin = meaning
    subject = find_subject_before(unit, begin)
    if subject is None:
        return None
    return Led(phrase.tells, place, subject, target, _rule(phrase), is_negated(unit, begin, place), end)


def _of_subject(unit: Unit, place: int, end: int, phrase: Phrase) -> Led | None:
    """What is out of the question; it is out of the question to | move it. Who says so is told elsewhere."""
    copula = _copula_before(unit, place)
    if copula is None:
        return None
    begin = start_of_group(unit, copula)
    if is_unreal(unit, begin, place):
        return None
    target = _doing(unit, begin) or find_subject_before(unit, begin)
    if target is None and unit.low(begin - 1) in ("that", "this", "it"):
        target = Range(begin - 1, begin)
    if target is not None and unit.low(target.first) == "it" and unit.low(end) in ("to", "that", "for"):
        target = find_target(unit, end, frozenset([unit.low(end)]))
    if target is None or unit.tags[target.first] == "W":
        return None
    return Led(phrase.tells, place, None, target, _rule(phrase), is_negated(unit, begin, place), end)


def _doing(unit: Unit, end: int) -> Range | None:
    """[Moving the guns before the island was empty] was out of the question"""
    for at in range(end - 2, -1, -1):
        if unit.tags[at] == "G" and (at == 0 or unit.tags[at - 1] in ".,:;qS"):
            return Range(at, end)
        if unit.tags[at] in ".,;:":
            return None
    return None


def _copula_before(unit: Unit, place: int) -> int | None:
    at = place - 1
    while at > 0 and unit.tags[at] in "RXq" and place - at <= _LEFT:
        at -= 1
    if unit.kind is PassageKind.HEADLINE and unit.tags[at] in "NP":
        return place
    return at if unit.low(at) in _COPULAS else None


def _rule(phrase: Phrase) -> str:
    return f"phrase: {' '.join(phrase.words)}"


_FINDERS = {"v": _verb, "w": _verb, "p": _predicate, "s": _of_subject}
