"""Finds clause readings by what is placed in a text, owed or laid down: belongs to the third phase, is owed.

the bridge | belongs to | the third phase      the repair | is no part of | its duty under article 6
the 20 miles | laid down in | the accord       60, the figure in | the accord
Ondria | is supposed to | admit sixty          sixty is what we | owe        the duty | stands
[Ondria’s] reading | is that | ...             there is nothing in | article 8 | about the island
"""

from collections.abc import Callable

from pactwatch.claims.forces import read_clause
from pactwatch.claims.reading_sides import Read, meaning_from
from pactwatch.claims.sheet import Unit
from pactwatch.claims.sides import side_before, side_from
from pactwatch.claims.subjects import Range
from pactwatch.claims.texts import is_text, subject_of, text_from
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.claims.views import find_view
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Force

_QUOTAS = word_set("interpretations.quotas")
_STANDING = word_set("interpretations.standing")
_OBLIGATIONS = ("obligation", "obligations", "duty", "duties", "commitment", "commitments", "undertaking")
_PHASES = ("phase", "stage", "part", "round")
_DENYING = ("no", "not", "never", "nowhere", "nothing")


def _belongs(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[the bridge] belongs to [the third phase]; falls under, outside [article 6]"""
    at = place + 1
    while unit.tag(at) == "R":
        at += 1
    leads = ("to", "in") if unit.low(place).startswith("belong") else ("under", "within", "outside")
    text = _phase_or_text(unit, at + 1) if unit.low(at) in leads else None
    subject = subject_of(unit, start_of_group(unit, place)) or side_before(unit, place)
    if text is None or subject is None or unit.tags[subject.first] == "W":
        return None
    return Read(place, Force.MEANS, text, Range(subject.first, text.last), "placed in the text")


def _phase_or_text(unit: Unit, first: int) -> Range | None:
    """the third phase, phase three; article 6"""
    text = text_from(unit, first)
    if text is not None:
        return text
    for at in range(first, min(len(unit.tags), first + 4)):
        if unit.low(at) in _PHASES[:2]:
            return Range(first, at + 1 + (unit.tag(at + 1) == "0"))
    return None


def _part(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[the removal] forms no part of [its obligation] under [article 6]; is part of the second phase"""
    if unit.low(place + 1) != "of":
        return None
    verb = next((at for at in range(place - 1, max(-1, place - 4), -1) if unit.tags[at] in "VA"), None)
    text = _phase_or_text(unit, place + 2)
    owed = any(unit.low(at) in _OBLIGATIONS for at in range(place + 2, min(len(unit.tags), place + 7)))
    if text is None and owed:
        text = next((found for at in range(place + 3, len(unit.tags)) if (found := _under(unit, at))), None)
        text = text or Range(place + 2, place + 4)
    subject = subject_of(unit, start_of_group(unit, verb)) if verb is not None else None
    if text is None or subject is None or unit.low(verb or 0) not in _FORMING:
        return None
    denied = any(unit.low(at) in _DENYING for at in range(verb or place, place))
    force = (Force.DOES_NOT_REQUIRE if denied else Force.REQUIRES) if owed else Force.MEANS
    return Read(place, force, text, Range(subject.first, max(text.last, place + 1)), "part of the text")


_FORMING = ("is", "are", "was", "were", "form", "forms", "formed", "be")


def _under(unit: Unit, at: int) -> Range | None:
    return text_from(unit, at + 1) if unit.low(at) in ("under", "in") else None


def _laid(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[the 20 miles] laid down in [the accord]; the sixty a day set by article 4"""
    at = place + 1 + (unit.low(place + 1) in ("down", "out", "for"))
    text = text_from(unit, at + 1) if unit.low(at) in ("in", "by", "under") else None
    if text is None or unit.tags[place] not in "VE" or unit.tag(place - 1) not in "N0PR":
        return None
    phrase = _phrase(unit, place - (unit.tag(place - 1) == "R"))
    counted = "0" in unit.tags[phrase.first : phrase.last] or unit.low(phrase.last - 1) in _QUOTAS
    if phrase.last <= phrase.first or not counted or is_text(unit, phrase):
        return None
    return Read(place, Force.REQUIRES, text, phrase, "laid down in the text")


def _phrase(unit: Unit, last: int) -> Range:
    """The noun phrase that ends at a place: the 20 miles, 60 barges a day"""
    first = last
    while first > 0 and unit.tags[first - 1] in "D0N" and last - first < 6:
        first -= 1
    return Range(first, last)


def _quota(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[60], the figure in [the accord]: a number and what it is called in a text"""
    text = text_from(unit, place + 2) if unit.low(place + 1) in ("in", "under", "of") else None
    opening = place - 2 if unit.low(place - 1) == "the" else -1
    if text is None or opening < 1 or unit.tags[opening] != ",":
        return None
    phrase = _phrase(unit, opening)
    if "0" not in unit.tags[phrase.first : phrase.last]:
        return None
    return Read(place, Force.REQUIRES, text, Range(phrase.first, text.last), "figure of the text")


def _supposed(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[Ondria] is supposed to [admit sixty]; the locks ought to pass sixty: a number that is owed"""
    if unit.tag(place + 1) != "T" or unit.low(place + 2) == "have" or unit.low(place - 1) in ("was", "were"):
        return None
    meaning = meaning_from(unit, place + 2)
    if meaning is None or "0" not in unit.tags[meaning.first : meaning.first + 5]:
        return None
    denied = any(unit.low(at) in _DENYING or unit.low(at).endswith("n't") for at in (place - 1, place - 2))
    force = Force.FORBIDS if denied else Force.REQUIRES
    return Read(place, force, Range(place, place + 1), meaning, "supposed to")


def _owed(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[sixty] is what we owe; Calvenne owes [sixty barges a day]"""
    behind = Range(place + 1, place + 3) if unit.tag(place + 1) == "0" else None
    before = None
    if unit.low(place - 2) == "what" and unit.tag(place - 3) == "A":
        before = _phrase(unit, place - 3)
    meaning = before if before is not None and before.last > before.first else behind
    if meaning is None or "0" not in unit.tags[meaning.first : meaning.last]:
        return None
    return Read(place, Force.REQUIRES, Range(place, place + 1), meaning, "owed")


def _duty(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[the duty] stands until it is done; the obligation to leave remains"""
    if unit.low(place - 1) not in ("the", "this", "that", "its", "their", "our", "his"):
        return None
    reach = range(place + 1, min(len(unit.tags), place + 8))
    verb = next((at for at in reach if unit.tags[at] in "VAME" or unit.low(at) in _STANDING), None)
    meaning = side_from(unit, verb) if verb is not None and unit.low(verb) in _STANDING else None
    if meaning is None:
        return None
    text = Range(place - 1, place + 1)
    return Read(place, Force.REQUIRES, text, Range(place - 1, meaning.last), "duty that stands")


def _has(unit: Unit, place: int, pointed: bool) -> Read | None:
    """Ondria has a duty under [the accord] to wait; has no right, is under no obligation"""
    reach = range(place - 1, max(-1, place - 6), -1)
    verb = next((at for at in reach if unit.low(at) in _HOLDING), None)
    meaning = meaning_from(unit, place + 1)
    if verb is None or meaning is None:
        return None
    subject = subject_of(unit, start_of_group(unit, verb))
    text = next((found for at in range(*meaning) if (found := _under(unit, at))), None)
    if text is None or subject is None or is_text(unit, subject) or unit.tags[subject.first] == "W":
        return None
    denied = any(unit.low(at) in _DENYING for at in range(verb, place))
    denied = denied or any(unit.low(at).endswith("n't") for at in (verb, verb - 1))
    allows = unit.low(place) in _RIGHTS
    force = Force.ALLOWS if allows else Force.REQUIRES
    if denied:
        force = Force.FORBIDS if allows else Force.DOES_NOT_REQUIRE
    return Read(place, force, text, Range(subject.first, meaning.last), "has a duty or a right")


_HOLDING = ("has", "have", "had", "is", "are", "was", "were")
_RIGHTS = ("right", "rights", "basis", "ground", "warrant", "authority", "mandate", "licence")


def _is_to(unit: Unit, place: int, pointed: bool) -> Read | None:
    """The crews | were to be returned within a day under [the accord]"""
    meaning = meaning_from(unit, place + 2) if unit.tag(place + 1) == "T" else None
    subject = subject_of(unit, start_of_group(unit, place))
    if meaning is None or subject is None or is_text(unit, subject) or unit.tags[subject.first] == "W":
        return None
    text = next(
        (found for at in range(*meaning) if unit.low(at) == "under" and (found := _under(unit, at))), None
    )
    if text is None:
        return None
    return Read(place, Force.REQUIRES, text, Range(subject.first, meaning.last), "is to, under a text")


def _covered(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[engineers] are covered by [article 7], are exempt from it"""
    exempt = unit.low(place) in ("exempt", "exempted", "excluded")
    text = text_from(unit, place + 2) if unit.low(place + 1) == ("from" if exempt else "by") else None
    subject = subject_of(unit, start_of_group(unit, place - (unit.tag(place - 1) in "AR" and exempt)))
    if text is None or subject is None or unit.tags[subject.first] == "W":
        return None
    force = Force.DOES_NOT_REQUIRE if exempt else Force.MEANS
    return Read(place, force, text, Range(subject.first, text.last), "covered by the text")


def _reading(unit: Unit, place: int, pointed: bool) -> Read | None:
    """[Calvenne's] reading is that ["up to" sets no floor]"""
    reach = range(place + 1, min(len(unit.tags) - 1, place + 8))
    copula = next((at for at in reach if unit.tags[at] == "A" and unit.low(at + 1) == "that"), None)
    meaning = side_from(unit, copula + 2) if copula is not None else None
    if meaning is None or (holder := find_view(unit, place + 1)) is None:
        return None
    clause = read_clause(unit, meaning)
    force = clause.force if clause is not None and unit.tags[clause.place] == "M" else Force.MEANS
    return Read(place, force, Range(holder.first, place + 1), meaning, "somebody's reading", holder)


_TO_STOP = frozenset(("to", verb) for verb in ("stop", "prevent", "keep", "bar", "forbid", "hinder"))


def _nothing(unit: Unit, place: int, pointed: bool) -> Read | None:
    """there is nothing in [article 8] about [the island]"""
    if unit.low(place + 1) != "in":
        return None
    points = unit.low(place + 2) in ("it", "that", "this")
    text = Range(place + 2, place + 3) if points else text_from(unit, place + 2)
    if text is not None and (unit.low(text.last), unit.low(text.last + 1)) in _TO_STOP:
        meaning = meaning_from(unit, text.last + 2)
        return Read(place, Force.ALLOWS, text, meaning, "nothing in the text") if meaning else None
    if text is None or unit.low(text.last) not in ("about", "on", "of"):
        return None
    meaning = side_from(unit, text.last + 1)
    known = not points or pointed or any(unit.low(at) == "article" for at in range(place))
    return Read(place, Force.MEANS, text, meaning, "nothing in the text") if meaning and known else None


#: The words that lead to such a reading.
PLACED: dict[str, Callable[[Unit, int, bool], Read | None]] = {
    **dict.fromkeys(("belong", "belongs", "belonged", "falls", "fall", "comes", "come"), _belongs),
    **dict.fromkeys(word_set("interpretations.laid"), _laid),
    **dict.fromkeys(_QUOTAS, _quota),
    **dict.fromkeys(("supposed", "ought", "meant"), _supposed),
    **dict.fromkeys(("owe", "owes"), _owed),
    **dict.fromkeys(("duty", "obligation"), lambda *at: _duty(*at) or _has(*at)),
    **dict.fromkeys(_RIGHTS, _has),
    **dict.fromkeys(("is", "are", "was", "were"), _is_to),
    **dict.fromkeys(("covered", "exempt", "exempted", "excluded"), _covered),
    **dict.fromkeys(("reading", "interpretation"), _reading),
    "part": _part,
    "nothing": _nothing,
}
