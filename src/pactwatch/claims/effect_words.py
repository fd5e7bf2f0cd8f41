"""The words that say what happened to somebody or something, and what they name.

``data/effects.tsv`` has them: verbs (killed, released, deployed), nouns (deaths, return), adjectives (dead).
"""

from dataclasses import dataclass
from functools import cache

from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import make_forms, read_list, word_set

_DUE = word_set("effects.due")
_SENT = word_set("effects.sent")
_ABLE = frozenset(("managed", "able", "continued"))


@dataclass(frozen=True, slots=True)
class Effect:
    """What happened, where the word stands, whether it is a running total, whether it is
    still to come (``due``), and the name of the rule."""

    name: str
    place: int
    running: bool
    due: bool
    rule: str


@cache
def effect_words() -> dict[str, tuple[str, str]]:
    """Word form to its kind (verb, noun, agent, adjective) and effect."""
    forms: dict[str, tuple[str, str]] = {}
    for line in read_list("effects.tsv"):
        kind, word, effect = line.split("\t")
        words = {"verb": make_forms(word).all(), "noun": (word, word + "s"), "agent": (word, word + "s")}.get(
            kind, (word,)
        )
        for form in words:
            forms.setdefault(form, (kind, effect))
    return forms


def effect_of(low: str) -> str | None:
    """The effect that a word form names, None where it names none."""
    found = effect_words().get(low)
    return found[1] if found is not None else None


def gives_effect(unit: Unit, place: int) -> bool:
    """Whether a verb, a noun with "of", or "dead", "wounded" stands here."""
    found = effect_words().get(unit.low(place))
    if found is None:
        return False
    if found[0] == "verb" and unit.tags[place] in "EVG":
        return True
    return is_adjective(unit, place) or unit.low(place + 1) == "of"


def effect_at(unit: Unit, place: int) -> str | None:
    """The effect that stands at a place: a verb's, of a noun with "of", of "dead", of "shot dead"."""
    if gives_effect(unit, place):
        return effect_of(unit.low(place))
    dead = {"dead", "death"} & {unit.low(place + 1), unit.low(place + 2)}
    return "killed" if unit.low(place) == "shot" and dead else None


def is_adjective(unit: Unit, place: int) -> bool:
    """dead, missing, home: and not "his home", "the missing" """
    found = effect_words().get(unit.low(place))
    return found is not None and found[0] == "adjective" and unit.tag(place - 1) not in "DZ"


def is_homeward(unit: Unit, place: int) -> bool:
    """sent home, gone home, went straight home, let go"""
    where = place + 1 + (unit.low(place + 1) in ("straight", "safely", "back"))
    return (
        unit.low(place) in _SENT and {"home", "back"} & {unit.low(place + 1), unit.low(where)} != set()
    ) or (unit.low(place) in ("let", "set") and unit.low(place + 1) in ("go", "free"))


def is_due(unit: Unit, verb: int) -> bool:
    """Whether it is still to come: are to release, committed to releasing, must release."""
    ahead = range(max(0, verb - 4), verb)
    near = {unit.low(at) for at in ahead if unit.low(at) != "to" or unit.tags[at] == "T"}
    if unit.tags[verb] in "E" and "to" not in near:
        return False
    return bool(near & _DUE) and not near & _ABLE
