"""The words that tell how somebody stands to something, from ``data/stances.tsv``."""

from functools import cache
from typing import NamedTuple

from pactwatch.language.lexicon import make_forms, read_list
from pactwatch.model.claim import Stance

#: Stands among the leads for an object right behind the word.
OBJECT = "-"

#: What a stance turns into where its word is negated; others tell nothing then.
TURNED = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OFFERS: Stance.REJECTS,
    Stance.CONSIDERS: Stance.REJECTS,
    Stance.REJECTS: Stance.CONSIDERS,
}


class StanceWord(NamedTuple):
    """A word with its stance: ``part`` is v, n or a, ``leads`` what may lead to what it is about."""

    base: str
    part: str
    stance: Stance
    leads: frozenset[str]


@cache
def stance_forms() -> dict[str, tuple[StanceWord, ...]]:
    """Each form of each word to its entries."""
    forms: dict[str, list[StanceWord]] = {}
    for line in read_list("stances.tsv"):
        base, part, stance, leads = line.split("\t")
        word = StanceWord(base, part, Stance(stance), frozenset(leads.split()))
        for form in dict.fromkeys(_forms(base, part)):
            forms.setdefault(form, []).append(word)
    return {form: tuple(words) for form, words in forms.items()}


def _forms(base: str, part: str) -> tuple[str, ...]:
    if part == "v":
        return make_forms(base).all()
    return (base, f"{base}s") if part == "n" else (base,)
