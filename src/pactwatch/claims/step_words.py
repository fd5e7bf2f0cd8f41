"""The words that tell steps, from ``data/steps.tsv`` and its sisters, by every form that they take."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from pactwatch.language.lexicon import make_forms, read_list, word_set
from pactwatch.model.claim import Modality, Step


class StepWord(NamedTuple):
    """What a verb tells with the words behind it (none: alone). The signs are explained in the files."""

    tail: tuple[str, ...]
    step: Step
    signs: str


class Governor(NamedTuple):
    """What a word makes of the step that hangs on it: another step, or a mode."""

    kind: str
    step: Step | None
    modality: Modality | None


@cache
def step_verbs() -> dict[str, tuple[StepWord, ...]]:
    """Each form of each verb to what it may tell, the longest tail first."""
    found: dict[str, list[StepWord]] = {}
    for base, tail, step, signs in _rows():
        word = StepWord(tuple(tail.split()), Step(step), signs)
        for form in dict.fromkeys(make_forms(base).all()):
            found.setdefault(form, []).append(word)
    return {form: tuple(sorted(words, key=lambda w: -len(w.tail))) for form, words in found.items()}


def _rows() -> Iterator[tuple[str, str, str, str]]:
    for line in read_list("steps.tsv"):
        base, step, *signs = line.split("\t")
        yield base, "", step, "".join(signs)
    for line in read_list("step_phrases.tsv"):
        base, tail, step, *signs = line.split("\t")
        yield base, tail, step, "".join(signs)


@cache
def governors() -> dict[str, tuple[Governor, ...]]:
    """Each form of each word that another verb hangs on."""
    found: dict[str, list[Governor]] = {}
    for line in read_list("step_governors.tsv"):
        kind, base, effect = line.split("\t")
        governor = _make_governor(kind, effect)
        for form in _forms_of(base) if kind in "vo" else (base,):
            found.setdefault(form, []).append(governor)
    return {form: tuple(listed) for form, listed in found.items()}


def _forms_of(base: str) -> Iterable[str]:
    """The forms of a verb, "offered" among them beside "offerred"."""
    plain = (f"{base}ed", f"{base}ing") if base.endswith("ffer") else ()
    return dict.fromkeys((*make_forms(base).all(), *plain))


def _make_governor(kind: str, effect: str) -> Governor:
    if effect in {step.value for step in Step}:
        return Governor(kind, Step(effect), None)
    return Governor(kind, None, Modality(effect))


@cache
def states() -> tuple[StepWord, ...]:
    """States that tell a step, the longest first."""
    rows = (line.split("\t") for line in read_list("step_states.tsv"))
    words = (StepWord(tuple(tail.split()), Step(step), "".join(signs)) for tail, step, *signs in rows)
    return tuple(sorted(words, key=lambda word: -len(word.tail)))


@cache
def states_by_end() -> Mapping[str, tuple[StepWord, ...]]:
    """The states by their last word, which is rarer than their first."""
    found: dict[str, list[StepWord]] = {}
    for word in states():
        found.setdefault(word.tail[-1], []).append(word)
    return {end: tuple(words) for end, words in found.items()}


@cache
def halting() -> frozenset[str]:
    """Participles that stand before what has come to a halt: stalled, long-delayed."""
    plain = {
        form
        for form, words in step_verbs().items()
        if form.endswith("ed") and any(word.step is Step.STALLED and not word.tail for word in words)
    }
    return frozenset(plain | {f"{first}-{form}" for first in ("long", "much", "oft") for form in plain})


@cache
def moving() -> frozenset[str]:
    """Nouns for groups and for things that are counted, singular and plural."""
    counted = word_set("counted")
    return counted | {f"{noun}s" for noun in counted} | word_set("step_groups")


@cache
def step_nouns() -> frozenset[str]:
    """Nouns that name a step: withdrawal, handover."""
    return word_set("step_nouns")


@cache
def _rare() -> frozenset[str]:
    """Words that tell a step by themselves."""
    alone = {form for form, words in step_verbs().items() if any(not word.tail for word in words)}
    stages = ("phase", "stage", "round", "phases", "stages")
    return frozenset(alone | states_by_end().keys() | step_nouns() | halting() | set(stages))


def may_tell(words: AbstractSet[str]) -> bool:
    """Whether a step can be told with these words: cheap, and true too often rather than too seldom."""
    if not _rare().isdisjoint(words):
        return True
    verbs = step_verbs()
    return any(words >= set(word.tail) for low in words & verbs.keys() for word in verbs[low])


@cache
def named_objects() -> dict[str, tuple[Step, Modality]]:
    """Each form of a verb to what it makes of the step that its object names."""
    found: dict[str, tuple[Step, Modality]] = {}
    for line in read_list("step_named.tsv"):
        kind, words, effect = line.split("\t")
        if kind == "o":
            row = _read_effect(effect)
            found |= dict.fromkeys(make_forms(words).all(), row)
    return found


@cache
def named_subjects() -> dict[str, tuple[tuple[tuple[str, ...], Step, Modality, bool], ...]]:
    """The first word told of a step that is the subject, to the words behind it, what they make of the step,
    and whether "is" must stand before them."""
    found: dict[str, list[tuple[tuple[str, ...], Step, Modality, bool]]] = {}
    for line in read_list("step_named.tsv"):
        kind, words, effect = line.split("\t")
        head, *tail = words.split()
        forms = make_forms(head).all() if kind == "v" else (head,)
        for form in dict.fromkeys(forms) if kind in "va" else ():
            found.setdefault(form, []).append((tuple(tail), *_read_effect(effect), kind == "a"))
    return {form: tuple(sorted(rows, key=lambda row: -len(row[0]))) for form, rows in found.items()}


def _read_effect(effect: str) -> tuple[Step, Modality]:
    governor = _make_governor("n", effect)
    return governor.step or Step.DONE, governor.modality or Modality.ASSERTED
