"""What a clause does by its verb: requires, allows, forbids, does not require, means.

must, shall, is to, is obliged to, forms | requires       may, is entitled to | allows
must not, neither takes, is barred from | forbids         need not, is voluntary | does not require
belongs to, ends | means
"""

from functools import cache
from typing import NamedTuple

from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import is_final_verb, starts_clause
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import lemma_of, make_forms, read_list, word_set
from pactwatch.model.claim import Force

NEGATED = {
    Force.REQUIRES: Force.DOES_NOT_REQUIRE,
    Force.ALLOWS: Force.FORBIDS,
    Force.FORBIDS: Force.ALLOWS,
    Force.MEANS: Force.MEANS,
}
_DEMANDING = ("must", "shall", "should", "will", "would")
_ALLOWING = ("may", "can", "could")
_BINDING = word_set("interpretations.binding")
_ENTITLING = word_set("interpretations.entitling")
_BARRING = word_set("interpretations.barring")
_FREE = word_set("interpretations.voluntary")
_STATIVE = word_set("interpretations.stative")
_REPORTED = word_set("interpretations.reported")
_NONE = ("no", "neither", "nobody", "none", "nothing", "nor")


class Clause(NamedTuple):
    """A clause with the place of its verb and what it does."""

    place: int
    force: Force
    whole: Range


@cache
def force_forms() -> dict[str, tuple[tuple[Force, str], ...]]:
    """Each form of each verb of ``forces.tsv`` to its forces, with their particles; those with one first."""
    forms: dict[str, list[tuple[Force, str]]] = {}
    for line in read_list("forces.tsv"):
        base, force, *particle = line.split("\t")
        for form in ("have", "has", "had") if base == "have" else make_forms(base).all():
            forms.setdefault(form, []).append((Force(force), particle[0] if particle else ""))
    return {form: tuple(sorted(found, key=lambda one: not one[1])) for form, found in forms.items()}


def force_of_word(word: str) -> Force | None:
    """obliged: requires; entitled: allows; barred: forbids"""
    if word in _BINDING:
        return Force.REQUIRES
    if word in _ENTITLING:
        return Force.ALLOWS
    return Force.FORBIDS if word in _BARRING else None


def is_denying(low: str) -> bool:
    """not, never, doesn't, cannot"""
    return low in ("not", "never", "cannot") or low.endswith("n't")


def read_clauses(unit: Unit, whole: Range) -> list[Clause]:
    """The clauses of a stretch, each with what it does; without those that do nothing."""
    parts = (
        part for part in _split(unit, whole) if unit.tag(part.first) != "W" or _begins_clause(unit, *part)
    )
    found = (read_clause(unit, part) for part in parts)
    return [clause for clause in found if clause is not None]


def _split(unit: Unit, whole: Range) -> list[Range]:
    """Cut at ", and" with a subject of its own, ", that", ", which ... is to" and semicolons."""
    cuts = [whole.first]
    for at in range(whole.first + 1, whole.last - 1):
        if unit.tags[at] in ";." or (unit.tags[at] == "," and _begins_clause(unit, at + 1, whole.last)):
            cuts.append(at + 1)
    return [Range(*ends) for ends in zip(cuts, [*cuts[1:], whole.last], strict=True)]


def _begins_clause(unit: Unit, at: int, last: int) -> bool:
    if unit.tag(at) == "W":
        return "AT" in unit.tags[at:last]
    joined = unit.tag(at) == "C"
    if unit.low(at + joined) == "that":
        return True
    return joined and starts_clause(unit, at + 1)


def read_clause(unit: Unit, clause: Range) -> Clause | None:
    """What one clause does by its first finite verb; of "If X, Y" the verb of Y, which then means."""
    first, last = clause
    while first < last and (unit.tags[first] in ",CRq" or unit.low(first) == "that"):
        first += 1
    conditional = unit.tag(first) == "S" and unit.low(first) in ("if", "once", "when", "unless", "until")
    comma = unit.tags.find(",", first, last) if conditional else -1
    if conditional and comma < 0:
        return None
    begin = comma + 1 if conditional else first
    places = (at for at in range(begin, last) if _may_be_verb(unit, at) and not _is_reduced(unit, at))
    verb = next(places, None)
    force = _force_at(unit, begin, verb, last) if verb is not None else None
    if verb is None or force is None:
        return None
    if _hangs(unit, verb, last) and force is Force.REQUIRES and unit.tags[verb] in "VN":
        force = Force.MEANS
    return Clause(verb, Force.MEANS if conditional and unit.tags[verb] != "M" else force, Range(first, last))


def _may_be_verb(unit: Unit, at: int) -> bool:
    needless = unit.low(at) == "need" and unit.tag(at + 1) == "X"
    return unit.tags[at] in "MABVE" or needless or is_final_verb(unit, at)


def _is_reduced(unit: Unit, verb: int) -> bool:
    """the force made up of | ... ; those who commit to it | ...: not the clause's own verb"""
    if unit.tags[verb] == "E" and unit.tag(verb + 1) in "IR" and unit.tag(verb - 1) in "NP":
        return True
    return unit.tag(verb - 1) == "W" or (unit.tag(verb - 1) == "O" and unit.tag(verb - 2) == "W")


def _hangs(unit: Unit, verb: int, last: int) -> bool:
    """the war ends | once the government approves"""
    return any(unit.low(at) == "once" for at in range(verb + 1, last))


def _force_at(unit: Unit, first: int, verb: int, last: int) -> Force | None:
    low, tag = unit.low(verb), unit.tags[verb]
    denied = any(unit.low(at) in _NONE for at in range(first, verb + 4) if at < last) or any(
        is_denying(unit.low(at)) for at in range(verb, min(last, verb + 3))
    )
    if tag == "M":
        return _force_of_modal(low, denied)
    if tag == "A":
        return _force_of_auxiliary(unit, verb, last, denied)
    if tag == "E" or lemma_of(low) in _REPORTED:
        return None
    if tag == "B":
        return Force.MEANS
    if low == "need" and denied:
        return Force.DOES_NOT_REQUIRE
    if lemma_of(low) in ("have", "need") and unit.tag(verb + 1) == "T":
        return Force.REQUIRES
    if lemma_of(low) in _STATIVE or unit.low(verb + 1) in ("effect", "place", "force"):
        return Force.DOES_NOT_REQUIRE if _is_voluntary(unit, verb, last) else Force.MEANS
    return Force.FORBIDS if denied else Force.REQUIRES


def _force_of_modal(low: str, denied: bool) -> Force | None:
    base = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}.get(
        low, low.removesuffix("n't")
    )
    if base in _DEMANDING:
        return Force.FORBIDS if denied else Force.REQUIRES
    if base in _ALLOWING:
        return Force.FORBIDS if denied else Force.ALLOWS
    return None


def _force_of_auxiliary(unit: Unit, verb: int, last: int, denied: bool) -> Force | None:
    low = unit.low(verb).removesuffix("n't")
    at = verb + 1
    while at < last and unit.tag(at) in "RX":
        at += 1
    if low in ("do", "does"):
        owed = (unit.low(at), unit.tag(at + 1)) in (("have", "T"), ("need", "T"))
        return Force.DOES_NOT_REQUIRE if owed else (Force.FORBIDS if denied else Force.REQUIRES)
    if unit.tag(at) == "T" and low in ("is", "are", "was", "were", "has", "have", "had"):
        return Force.FORBIDS if denied else Force.REQUIRES
    if low == "be":
        return Force.FORBIDS if denied else Force.REQUIRES
    if low not in ("is", "are"):
        return None
    word = unit.low(at)
    bound = force_of_word(word)
    if bound is not None:
        return NEGATED[bound] if denied else bound
    if unit.tag(at) == "G" or lemma_of(word) in _REPORTED or word in _REPORTED:
        return None
    if unit.tag(at) == "E":
        return Force.FORBIDS if denied else Force.REQUIRES
    return Force.DOES_NOT_REQUIRE if _is_voluntary(unit, verb, last) else Force.MEANS


def _is_voluntary(unit: Unit, verb: int, last: int) -> bool:
    return any(unit.low(at) in _FREE for at in range(verb, last))


def find_owed(unit: Unit) -> list[Clause]:
    """The clauses of a unit that tell a duty in a text's words: is to, are to, shall, is promised, and
    "if one side delays, the other steps go ahead"."""
    found = []
    for part in _split(unit, Range(0, len(unit.tags))):
        verb = next((at for at in range(*part) if _is_owing(unit, at)), None)
        if verb is not None and (force := _force_at(unit, part.first, verb, part.last)):
            found.append(Clause(verb, force, part))
        elif unit.low(part.first) == "if" and (clause := read_clause(unit, part)):
            found.append(clause)
    return found


def _is_owing(unit: Unit, at: int) -> bool:
    low = unit.low(at)
    if low not in ("is", "are"):
        return low == "shall"
    event = lemma_of(unit.low(at + 2)) in word_set("interpretations.appointments")
    return (unit.tag(at + 1) == "T" and not event) or unit.low(at + 1) in _BINDING
