"""The words that report speech, from ``data/cues.tsv`` and ``data/cue_nouns.tsv``."""

from functools import cache
from typing import NamedTuple

from pactwatch.language.lexicon import make_forms, read_list
from pactwatch.model.claim import Modality


class Cue(NamedTuple):
    """A reporting verb: base form, its frames (letters of ``data/cues.tsv``), the modality
    of what it reports, the particle that must follow it."""

    base: str
    frames: str
    modality: Modality
    particle: str | None


@cache
def cue_forms() -> dict[str, tuple[Cue, ...]]:
    """Each form of each reporting verb to its cues, those with a particle first."""
    forms: dict[str, list[Cue]] = {}
    for line in read_list("cues.tsv"):
        base, frames, modality, *particle = line.split("\t")
        cue = Cue(base, frames, Modality(modality), particle[0] if particle else None)
        for form in dict.fromkeys((*make_forms(base).all(), *_british_forms(base))):
            forms.setdefault(form, []).append(cue)
    return {form: tuple(sorted(cues, key=lambda c: c.particle is None)) for form, cues in forms.items()}


def _british_forms(base: str) -> tuple[str, ...]:
    """signalled, counselling: the forms that double the last letter"""
    doubles = base.endswith("el") or base == "signal"
    return (f"{base}led", f"{base}ling") if doubles and base not in ("compel", "repel") else ()


@cache
def speech_forms() -> frozenset[str]:
    """The present and past forms of verbs that carry a quotation: says, asked, repeated."""
    verbs = {line.split("\t")[0] for line in read_list("cues.tsv") if "q" in line.split("\t")[1]}
    forms = (make_forms(verb) for verb in verbs)
    return frozenset(word for verb in forms for word in (verb.third, verb.past))


class CueWord(NamedTuple):
    """A noun or adjective that reports: the modality of what it holds, the words that lead to it."""

    modality: Modality
    prepositions: frozenset[str]


@cache
def cue_nouns() -> dict[str, CueWord]:
    """Nouns that report speech, singular and plural."""
    nouns = _read_words("cue_nouns.tsv")
    return nouns | {_plural(noun): cue for noun, cue in nouns.items()}


@cache
def cue_adjectives() -> dict[str, CueWord]:
    """Adjectives that tell what somebody thinks or means to do: confident, opposed, ready."""
    return _read_words("cue_adjectives.tsv")


def _read_words(name: str) -> dict[str, CueWord]:
    rows = (line.split("\t") for line in read_list(name))
    return {word: CueWord(Modality(mode), frozenset(" ".join(more).split())) for word, mode, *more in rows}


def _plural(noun: str) -> str:
    return noun + "s" if not noun.endswith("s") else noun
