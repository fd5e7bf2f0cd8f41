"""Verbs with what belongs to them: has also repeatedly | said; continued to | warn; was quick to | note."""

from functools import cache

from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import make_forms, word_set

_LEADING = word_set("subjects.leading")
_GO = frozenset(make_forms("go").all())


def start_of_verb(unit: Unit, place: int) -> int:
    """Where the verb group that ends at ``place`` begins: has also repeatedly | said; continued
    to | warn; both | stressed."""
    begin = start_of_group(unit, place)
    while (verb := _catenative_before(unit, begin)) is not None:
        begin = start_of_group(unit, verb)
    return begin


def start_of_group(unit: Unit, place: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin: has also repeatedly | said"""
    begin = place
    while begin > 0 and (unit.tags[begin - 1] in "ARMX" or _is_floating(unit, begin - 1)):
        if unit.low(begin - 1) in ("however", "meanwhile"):
            break
        begin -= 1
    return begin


def _is_floating(unit: Unit, place: int) -> bool:
    """Osgathe and Tressick | both | said; mediators | all | agree; the party | no longer | wants"""
    if (unit.low(place), unit.low(place + 1)) == ("no", "longer"):
        return True
    if (unit.low(place - 1), unit.low(place)) == ("no", "longer"):
        return True
    if unit.low(place) == "neither":
        return unit.tag(place - 1) in "PNAM"
    return unit.low(place) in ("both", "all", "each") and unit.tag(place - 1) in "PN)"


def _catenative_before(unit: Unit, begin: int) -> int | None:
    """The verb that only leads to the one behind it: has [continued] to warn, [began] saying,
    [went] on to say, [was] quick to note"""
    if unit.tag(begin - 1) != "T":
        return begin - 1 if unit.tag(begin) == "G" and _leads(unit, begin - 1) else None
    at = begin - 2
    if unit.low(at) == "on" or (unit.low(at) == "as" and unit.low(at - 1) == "far"):
        at -= 1 if unit.low(at) == "on" else 3
        return at if unit.low(at) in _GO else None
    if unit.low(at) in _LEADING and unit.tag(at - 1) in "AR":
        return at
    return at if _leads(unit, at) else None


def _leads(unit: Unit, at: int) -> bool:
    return at >= 0 and unit.low(at) in _catenatives() and unit.tags[at] in "VEGN"


@cache
def _catenatives() -> frozenset[str]:
    return frozenset(form for verb in word_set("subjects.catenative") for form in make_forms(verb).all())


def is_passive(unit: Unit, begin: int, place: int) -> bool:
    """Whether the group that begins there makes a passive of the verb: was | rejected"""
    words = {unit.low(at) for at in range(begin, place)}
    passive = words & {"is", "are", "was", "were", "be", "been", "being"}
    return bool(passive) and unit.low(place) not in ("agreed",)
